/**
 * Quotation marks and brackets at the ends of a proposition. In: the text and a range. Out: the range with the mark
 * that belongs to one inside, or without a mark whose partner stands far off. Example: of "a fee (12 euros" the range
 * up to the closing bracket.
 */
import type { Range } from '../reading.ts';

// Code units after a proposition in which a quotation or bracket that it breaks off may end.
const LONGEST = 120;

export function withMarks(text: string, range: Range): Range {
  const found = MARKS.reduce((known, withOne) => withOne(text, known), range);
  return found.end > found.start ? found : range;
}

const MARKS: ((text: string, range: Range) => Range)[] = [
  withCurly,
  (text, range) => withStraight(text, range, '"'),
  // Two single marks stand for a double one in some papers' texts.
  (text, range) => withStraight(text, range, "''"),
  withSingle,
  withBracket,
];

const count = (words: string, mark: string): number => words.split(mark).length - 1;

/** “a toll”, not “a toll. */
function withCurly(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const first = /[“”]/.exec(words)?.[0];
  if (first === '”' && words.includes('“') && text[start - 1] === '“')
    return withCurly(text, { start: start - 1, end });
  if (count(words, '“') > count(words, '”')) {
    const close = text.slice(end, end + LONGEST).search(/[”\n]/);
    return { start, end: close >= 0 && text[end + close] === '”' ? end + close + 1 : end };
  }
  if (count(words, '”') > count(words, '“') && text[start - 1] === '“') return { start: start - 1, end };
  return { start, end };
}

/** One straight mark inside opens or closes with the one next to the words; one at an end that has none there falls off. */
function withStraight(text: string, { start, end }: Range, mark: string): Range {
  const width = mark.length;
  const words = text.slice(start, end);
  const first = words.indexOf(mark);
  // A mark after a letter or stop closes: what it opens with stands before.
  const closes = first > 0 && /[^\s(]/.test(words[first - 1]!);
  if (closes && text.slice(start - width, start) === mark && !isTail(words, first, mark))
    return withStraight(text, { start: start - width, end }, mark);
  if (count(words, mark) % 2 === 0) return { start, end };
  if (text.slice(end, end + width) === mark) return { start, end: end + width };
  if (/^[.,]$/.test(text[end] ?? '') && text.slice(end + 1, end + 1 + width) === mark)
    return { start, end: end + 1 + width };
  // An opening mark inside: up to where it closes, as with curly ones.
  const last = words.lastIndexOf(mark);
  const close = text.slice(end, end + LONGEST).search(mark === '"' ? /["\n]/ : /''|\n/);
  if (last > 0 && /[\s(]/.test(words[last - 1]!) && close > 0 && text.startsWith(mark, end + close))
    return { start, end: end + close + width };
  if (words.startsWith(mark)) return { start: start + width, end };
  return isTail(words, words.lastIndexOf(mark), mark)
    ? { start, end: end - /[.,]?$/.exec(words.slice(0, -width))![0].length - width }
    : { start, end };
}

/** True where the mark ends the words: it closes a quotation of the whole. */
const isTail = (words: string, at: number, mark: string): boolean => at >= 0 && at + mark.length === words.length;

const OPENS = /(?:^|[\s(])['‘](?=[\p{L}\d])/gu;

/** 'a toll', not 'a toll; the mark of "workers'" closes nothing. */
function withSingle(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const last = [...words.matchAll(OPENS)].at(-1);
  const closes = /[\p{L}\d.,]['’](?![\p{L}\d])/u;
  const next = last && !closes.test(words.slice(last.index + 2)) ? /^[.,]?['’]/.exec(text.slice(end, end + 2)) : null;
  if (next) return { start, end: end + next[0].length };
  const before = text.slice(Math.max(0, start - 2), start);
  if (!last && closes.test(words) && /(?:^|[\s(])['‘]$/.test(before)) return { start: start - 1, end };
  return { start, end };
}

/** "the senator (R-Selm)", not "the senator (R-Selm". */
function withBracket(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  if (count(words, '(') <= count(words, ')')) return { start, end };
  const close = text.slice(end, end + LONGEST).search(/[)\n]/);
  if (close >= 0 && text[end + close] === ')') return { start, end: end + close + 1 };
  const before = words.slice(0, words.lastIndexOf('(')).trimEnd().length;
  return { start, end: before > 0 ? start + before : end };
}
