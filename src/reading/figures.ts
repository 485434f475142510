/**
 * Figures: a number with what it counts. In: the sentences. Out: value, bound, unit, measure and words.
 * Example: "more than 1,200 dockers were on strike" gives 1200, at least, "dockers".
 */
import type { Doc, Sentence, Token } from '../language/doc.ts';
import type { Figure } from '../model/record.ts';
import { parseNumber } from './numbers.ts';
import type { LocalFigure } from './reading.ts';

const BOUNDS: [string[], Figure['bound']][] = [
  [['more', 'than'], 'at least'],
  [['at', 'least'], 'at least'],
  [['no', 'fewer', 'than'], 'at least'],
  [['over'], 'at least'],
  [['no', 'more', 'than'], 'at most'],
  [['up', 'to'], 'at most'],
  [['at', 'most'], 'at most'],
  [['fewer', 'than'], 'at most'],
  [['less', 'than'], 'at most'],
  [['under'], 'at most'],
  [['nearly'], 'nearly'],
  [['almost'], 'nearly'],
  [['close', 'to'], 'nearly'],
  [['about'], 'about'],
  [['around'], 'about'],
  [['some'], 'about'],
  [['roughly'], 'about'],
  [['approximately'], 'about'],
];
const CURRENCY = new Map([
  ['$', 'dollars'],
  ['€', 'euros'],
  ['£', 'pounds'],
  ['¥', 'yen'],
]);
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
// Words that end what is counted.
const STOP = new Set(
  "a an the and or but of in on at to for from by with as is are was were be been being has have had will would could should may might must that which who whom whose than then this these those it its he she they their his her our your my we i you said says told after before since until while when where if because not no n’t n't did do does ago".split(
    ' ',
  ),
);
const NOT_COUNTED = new Set('a.m. p.m. am pm gmt et percent per cent o’clock'.split(' '));
const MAX_MEASURE = 4;

export function findFigures(doc: Doc): LocalFigure[] {
  return doc.sentences.flatMap((sentence) => figuresOf(doc, sentence));
}

function figuresOf(doc: Doc, sentence: Sentence): LocalFigure[] {
  const figures: LocalFigure[] = [];
  const forms = sentence.tokens.map((token) => token.form);
  const inTimex = (start: number): boolean => doc.timexes.some((timex) => timex.start <= start && start < timex.end);
  for (let i = 0; i < forms.length; i++) {
    const number = parseNumber(forms, i);
    if (!number) continue;
    const after = i + number.length;
    const currency = i > 0 ? CURRENCY.get(forms[i - 1]!) : undefined;
    const skip =
      isDate(forms, i, number.value) ||
      inTimex(sentence.tokens[i]!.start) ||
      (number.value === 1 && number.length === 1);
    const { unit, measure, end } = skip ? NOTHING : readMeasure(sentence.tokens, forms, after, currency);
    if (measure !== '') {
      const bound = readBound(forms, currency ? i - 1 : i);
      figures.push({
        value: number.value,
        bound: bound.bound,
        unit,
        measure,
        source: null,
        evidence: [{ start: sentence.tokens[bound.from]!.start, end: sentence.tokens[end - 1]!.end }],
        rule: 'figure/number-and-noun',
      });
    }
    i = after - 1;
  }
  return figures;
}

const NOTHING = { unit: null, measure: '', end: 0 };

/** What stands after the number: its noun with the words before it, or a currency or per cent. */
function readMeasure(
  tokens: Token[],
  forms: string[],
  at: number,
  currency: string | undefined,
): { unit: string | null; measure: string; end: number } {
  if (currency) return { unit: currency, measure: currency, end: at };
  if (forms[at] === '%' || /^per ?cent(?:age)?$/i.test(forms[at] ?? ''))
    return { unit: 'percent', measure: 'percent', end: at + 1 };
  if (forms[at]?.toLowerCase() === 'per' && forms[at + 1]?.toLowerCase() === 'cent')
    return { unit: 'percent', measure: 'per cent', end: at + 2 };
  let from = at;
  if (forms[from]?.toLowerCase() === 'of' && forms[from + 1]?.toLowerCase() === 'the') from += 2;
  let end = from;
  while (end < forms.length && end - from < MAX_MEASURE && isMeasureWord(tokens[end]!, end > from)) end++;
  if (end === from) return NOTHING;
  const words = forms.slice(from, end);
  return { unit: words.at(-1)!.toLowerCase(), measure: words.join(' '), end };
}

/** A word of what is counted. After the first, a verb begins what the counted things do: "ships" of "35 ships left". */
function isMeasureWord({ form, upos }: Token, further: boolean): boolean {
  const lower = form.toLowerCase();
  if (further && (upos === 'VERB' || upos === 'AUX')) return false;
  return /^\p{L}[\p{L}’'-]*$/u.test(form) && !STOP.has(lower) && !NOT_COUNTED.has(lower) && !MONTH.test(form);
}

function readBound(forms: string[], at: number): { bound: Figure['bound']; from: number } {
  for (const [words, bound] of BOUNDS) {
    const from = at - words.length;
    if (from >= 0 && words.every((word, k) => forms[from + k]!.toLowerCase() === word)) return { bound, from };
  }
  return { bound: 'exactly', from: at };
}

/** A day beside a month, a year, or a time of day. */
function isDate(forms: string[], at: number, value: number): boolean {
  const before = forms[at - 1] ?? '';
  const after = forms[at + 1] ?? '';
  if (MONTH.test(before) || (MONTH.test(after) && value <= 31)) return true;
  if (/^(?:19|20)\d\d$/.test(forms[at]!)) return true;
  return NOT_COUNTED.has(after.toLowerCase()) && !/^per/i.test(after);
}
