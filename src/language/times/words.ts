/**
 * The words that the rules of time read: tokens cut at hyphens and slashes, with numbers read and written-out numbers joined.
 *
 * "twenty-four hours", "2 1/2 years", "a couple of weeks" and "nineteen ninety-six" each have one word for the number, so that a rule
 * names a number by its class only. A word's offsets are those of the text; expressions are widened to whole tokens at the end.
 */
import type { Sentence } from '../doc.ts';

/** Classes of words, as bits. */
export const CLASS = {
  MONTH: 1,
  WEEKDAY: 2,
  UNIT: 4,
  /** A count: digits, number words, "several", "a few". */
  NUM: 8,
  ORD: 16,
  /** Four digits that can be a year. */
  YEAR: 32,
  /** 1 to 31, or 1st to 31st. */
  DAY: 64,
  DECADE: 128,
  SEASON: 256,
  /** Part of a day. */
  PART: 512,
  /** 7:15 */
  CLOCK: 1024,
  AMPM: 2048,
  HOLIDAY: 4096,
  /** Two digits after an apostrophe: '89 */
  SHORTYEAR: 8192,
  ZONE: 16384,
  /** Any four digits that read as a clock in the military way: 1930 GMT */
  MILITARY: 32768,
} as const;
export type ClassName = keyof typeof CLASS;

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

export interface Word {
  start: number;
  end: number;
  /** Lower case, with plain apostrophes. */
  low: string;
  /** Bits of CLASS. */
  classes: number;
  /** Number that it stands for (month 1 to 12, weekday 1 to 7, count, hour); NaN where it is vague or no number. */
  num: number;
  /** Unit of a UNIT word. */
  unit: Unit | null;
  plural: boolean;
  /** First and last token that it covers, in its sentence. */
  first: number;
  last: number;
  capital: boolean;
  /** True where nothing stands between it and the word before. */
  glued: boolean;
}

interface Entry {
  classes: number;
  num: number;
  unit?: Unit;
  plural?: boolean;
}
const LEXICON = new Map<string, Entry>();
function enter(words: string, classes: number, num: number, more?: { unit: Unit; plural: boolean }): void {
  for (const word of words.split(' ')) LEXICON.set(word, { classes, num, ...more });
}
const MONTHS =
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec';
MONTHS.split('|').forEach((names, i) => {
  enter(names, CLASS.MONTH, i + 1);
  for (const name of names.split(' ')) if (name !== 'may') enter(`${name}.`, CLASS.MONTH, i + 1);
});
const WEEKDAYS = 'monday mon|tuesday tue tues|wednesday wed|thursday thu thurs thur|friday fri|saturday sat|sunday sun';
WEEKDAYS.split('|').forEach((names, i) => {
  enter(names, CLASS.WEEKDAY, i + 1);
  const [full, ...short] = names.split(' ');
  for (const name of short) enter(`${name}.`, CLASS.WEEKDAY, i + 1);
  LEXICON.set(`${full}s`, { classes: CLASS.WEEKDAY, num: i + 1, plural: true });
});
const UNITS: [Unit, string, string][] = [
  ['second', 'second sec', 'seconds secs'],
  ['minute', 'minute min', 'minutes mins'],
  ['hour', 'hour', 'hours'],
  ['day', 'day', 'days'],
  ['week', 'week fortnight', 'weeks fortnights'],
  ['weekend', 'weekend', 'weekends'],
  ['month', 'month', 'months'],
  ['quarter', 'quarter', 'quarters'],
  ['year', 'year yr', 'years yrs'],
  ['decade', 'decade', 'decades'],
  ['century', 'century', 'centuries'],
];
for (const [unit, one, many] of UNITS) {
  enter(one, CLASS.UNIT, Number.NaN, { unit, plural: false });
  enter(many, CLASS.UNIT, Number.NaN, { unit, plural: true });
}
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
SMALL.forEach((word, i) => {
  if (i > 0) enter(word, CLASS.NUM | (i > 0 ? CLASS.DAY : 0), i);
});
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
TENS.forEach((word, i) => {
  enter(word, CLASS.NUM, (i + 2) * 10);
});
enter('hundred', CLASS.NUM, 100);
enter('thousand', CLASS.NUM, 1000);
enter('several many few countless', CLASS.NUM, Number.NaN);
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
ORDINALS.forEach((word, i) => {
  if (word !== 'second') enter(word, CLASS.ORD | CLASS.DAY, i + 1);
});
// "second" is far more often an ordinal; it is a unit only after a count, which the rules for durations see to.
LEXICON.set('second', { classes: CLASS.ORD | CLASS.DAY | CLASS.UNIT, num: 2, unit: 'second', plural: false });
'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').forEach((word, i) => {
  enter(word, CLASS.DECADE, 192 + i);
});
enter('spring springtime', CLASS.SEASON, 0);
enter('summer summertime', CLASS.SEASON, 1);
enter('fall autumn', CLASS.SEASON, 2);
enter('winter wintertime', CLASS.SEASON, 3);
'morning|afternoon|evening|night|midday|lunchtime|overnight|dawn|dusk'.split('|').forEach((word) => {
  enter(word, CLASS.PART, Number.NaN);
});
for (const word of ['mornings', 'afternoons', 'evenings', 'nights'])
  LEXICON.set(word, { classes: CLASS.PART, num: Number.NaN, plural: true });
enter('a.m. a.m am', CLASS.AMPM, 0);
enter('p.m. p.m pm', CLASS.AMPM, 12);
enter('gmt utc est edt cst cdt mst mdt pst pdt et pt bst cet cest eet msk ist', CLASS.ZONE, Number.NaN);
enter('christmas thanksgiving easter halloween', CLASS.HOLIDAY, Number.NaN);

const DIGITS = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/;

function classify(low: string): Entry | undefined {
  const known = LEXICON.get(low);
  if (known) return known;
  const c = low.charCodeAt(0);
  if (c === 39 && low.length >= 3) {
    const short = /^'(\d\d)(s?)$/.exec(low);
    if (short) {
      const n = Number(short[1]);
      return short[2]
        ? { classes: CLASS.DECADE, num: 190 + Math.floor(n / 10) }
        : { classes: CLASS.SHORTYEAR, num: n < 40 ? 2000 + n : 1900 + n };
    }
    return undefined;
  }
  if (c < 48 || c > 57) return undefined;
  if (low.length > 16) return undefined;
  if (DIGITS.test(low)) {
    const num = Number(low.replaceAll(',', ''));
    let classes: number = CLASS.NUM;
    if (low.length <= 2 && num >= 1 && num <= 31) classes |= CLASS.DAY;
    if (low.length === 4 && /^\d{4}$/.test(low)) {
      if (num >= 1000 && num < 2100) classes |= CLASS.YEAR;
      if (num < 2400 && num % 100 < 60) classes |= CLASS.MILITARY;
    }
    return { classes, num };
  }
  let m = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(low);
  if (m) {
    const num = Number(m[1]);
    return { classes: CLASS.ORD | (num >= 1 && num <= 31 ? CLASS.DAY : 0), num };
  }
  m = /^(\d{3})0'?s$/.exec(low);
  if (m) return { classes: CLASS.DECADE, num: Number(m[1]) };
  m = /^(\d)0'?s$/.exec(low);
  if (m) return { classes: CLASS.DECADE, num: 190 + Number(m[1]) };
  m = /^([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?$/.exec(low);
  if (m) return { classes: CLASS.CLOCK, num: Number(m[1]) + Number(m[2]) / 60 };
  return undefined;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the form has a mark at which CUT cuts. */
function hasJoint(form: string): boolean {
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code === 0x2d || code === 0x2f || code === 0x2013 || code === 0x2014) return true;
  }
  return false;
}

/** Whether the form ends in an apostrophe, or in one and s. */
function mayBePossessive(form: string): boolean {
  const last = form.charCodeAt(form.length - 1);
  const mark = last === 0x73 ? form.charCodeAt(form.length - 2) : last;
  return mark === 39 || mark === 0x2019;
}

const CUT = /[-–—/]|[^-–—/]+/g;
const WITH_MERIDIEM = /^(\d{1,2}(?:[:.]\d\d)?)((?:a|p)\.?m\.?)$/;
const ENDS_WITH_POSSESSIVE = /^(.+)('s|')$/;

/** Words that make a sentence worth reading: those of the lexicon, and some that it has no class for. */
const CUES = new Set([
  ...LEXICON.keys(),
  ...'today yesterday tomorrow tonight now currently nowadays presently present moment recently lately recent past soon future term noon midnight time stage point hourly daily nightly weekly monthly quarterly annually yearly valentine boxing'.split(
    ' ',
  ),
]);

/** Whether a sentence can hold an expression of time: most do not, and need no words made of them. */
export function mayHoldTimes(sentence: Sentence): boolean {
  for (const { form } of sentence.tokens) {
    const code = form.charCodeAt(0);
    if (isDigit(code)) return true;
    if (form.length < 2) continue;
    if (code === 39 || code === 0x2019 || CUES.has(form.toLowerCase())) return true;
    if (form.length > 5 && hasJoint(form)) return true;
  }
  return false;
}

/** The words of one sentence. */
export function readWords(sentence: Sentence): Word[] {
  const raw: Word[] = [];
  let end = -1;
  const push = (form: string, start: number, token: number): void => {
    let low = form.toLowerCase();
    if (low.includes('’')) low = low.replaceAll('’', "'");
    const entry = classify(low);
    const code = form.charCodeAt(0);
    raw.push({
      start,
      end: start + form.length,
      low,
      classes: entry?.classes ?? 0,
      num: entry?.num ?? Number.NaN,
      unit: entry?.unit ?? null,
      plural: entry?.plural ?? false,
      first: token,
      last: token,
      capital: code >= 65 && code <= 90,
      glued: start === end,
    });
    end = start + form.length;
  };
  const pushParts = (form: string, start: number, token: number): void => {
    const meridiem = form.length <= 9 && isDigit(form.charCodeAt(0)) ? WITH_MERIDIEM.exec(form.toLowerCase()) : null;
    if (meridiem) {
      push(meridiem[1]!.replace('.', ':'), start, token);
      push(form.slice(meridiem[1]!.length), start + meridiem[1]!.length, token);
      return;
    }
    push(form, start, token);
  };
  sentence.tokens.forEach((token, index) => {
    const { form } = token;
    if (form.length > 1 && hasJoint(form)) {
      for (const part of form.matchAll(CUT)) pushParts(part[0], token.start + part.index, index);
    } else if (
      form.length > 2 &&
      mayBePossessive(form) &&
      classify(form.toLowerCase().replaceAll('’', "'")) === undefined
    ) {
      const m = ENDS_WITH_POSSESSIVE.exec(form.replaceAll('’', "'"));
      if (m) {
        pushParts(form.slice(0, m[1]!.length), token.start, index);
        push(form.slice(m[1]!.length), token.start + m[1]!.length, index);
      } else pushParts(form, token.start, index);
    } else pushParts(form, token.start, index);
  });
  return joinNumbers(raw);
}

/** One word for each number that is written in several. */
function joinNumbers(raw: Word[]): Word[] {
  if (!raw.some((w) => (w.classes & CLASS.NUM) !== 0 || w.low === 'couple' || w.low === 'dozen')) return raw;
  const out: Word[] = [];
  for (let i = 0; i < raw.length; ) {
    const read = readNumber(raw, i);
    if (read && read.length > 1) {
      const last = raw[i + read.length - 1]!;
      out.push({ ...raw[i]!, end: last.end, last: last.last, low: '<number>', classes: read.classes, num: read.num });
      i += read.length;
    } else out.push(raw[i++]!);
  }
  return out;
}

function readNumber(raw: Word[], i: number): { length: number; num: number; classes: number } | null {
  const at = (k: number): string => raw[i + k]?.low ?? '';
  const first = raw[i]!;
  if (first.low === 'a' || first.low === 'another') {
    if (at(1) === 'few' || at(1) === 'dozen')
      return { length: 2, num: at(1) === 'few' ? Number.NaN : 12, classes: CLASS.NUM };
    if (at(1) === 'couple') return { length: at(2) === 'of' ? 3 : 2, num: 2, classes: CLASS.NUM };
    if (at(1) === 'hundred') return { length: 2, num: 100, classes: CLASS.NUM };
    return null;
  }
  if (first.low === 'couple' && at(1) === 'of') return { length: 2, num: 2, classes: CLASS.NUM };
  if (first.low === 'half' && at(1) === 'a' && at(2) === 'dozen') return { length: 3, num: 6, classes: CLASS.NUM };
  if ((first.classes & CLASS.NUM) === 0 || Number.isNaN(first.num)) return null;
  const digits = first.low.charCodeAt(0) <= 57;
  if (digits) {
    // 2 1/2
    if (at(1) === '1' && at(2) === '/' && at(3) === '2') return { length: 4, num: first.num + 0.5, classes: CLASS.NUM };
    if (at(1) === '1/2' || at(1) === '½') return { length: 2, num: first.num + 0.5, classes: CLASS.NUM };
    if (at(1) === 'and' && at(2) === 'a' && at(3) === 'half')
      return { length: 4, num: first.num + 0.5, classes: CLASS.NUM };
    return null;
  }
  let k = 0;
  let total = 0;
  let group = 0;
  let previous = Number.POSITIVE_INFINITY;
  let year = false;
  for (; i + k < raw.length; ) {
    let skip = 0;
    if (k > 0 && at(k) === '-') skip = 1;
    const word = raw[i + k + skip];
    if (!word || (word.classes & CLASS.NUM) === 0 || Number.isNaN(word.num) || word.low.charCodeAt(0) <= 57) break;
    const n = word.num;
    if (n === 100) {
      if (group === 0 || group >= 100) break;
      group *= 100;
    } else if (n === 1000) {
      if (group === 0) break;
      total += group * 1000;
      group = 0;
    } else if (k > 0 && previous >= 18 && previous <= 20 && group === previous && n >= 10) {
      // "nineteen ninety-six": a century and its years
      group = group * 100 + n;
      year = true;
    } else if (n < 10 ? (previous >= 20 && previous !== Number.POSITIVE_INFINITY) || k === 0 : previous >= 100)
      group += n;
    else break;
    previous = n;
    k += skip + 1;
  }
  if (at(k) === 'and' && at(k + 1) === 'a' && at(k + 2) === 'half') {
    group += 0.5;
    k += 3;
  }
  const num = total + group;
  const classes =
    CLASS.NUM | (year || (num >= 2000 && num < 2100) ? CLASS.YEAR : 0) | (num >= 1 && num <= 31 ? CLASS.DAY : 0);
  return k > 0 ? { length: k, num, classes } : null;
}
