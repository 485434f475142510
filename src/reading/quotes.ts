/**
 * Quotations: pairs of quotation marks. In: a text. Out: their ranges, marks included, in order, never nested.
 * A quotation that goes on over paragraphs is one range a paragraph.
 */
import type { Range } from './reading.ts';

/** Quotations of a text. Single marks count where the text uses no double ones, as British papers do. */
export function findQuotes(text: string): Range[] {
  const quotes: Range[] = [];
  const single = !/["“”]|``|''/.test(text);
  for (const paragraph of text.matchAll(/[^\r\n]+/g)) {
    const from = paragraph.index;
    const to = from + paragraph[0].length;
    quotes.push(...(single ? singleQuotes(text, from, to) : doubleQuotes(text, from, to)));
  }
  return quotes;
}

/** The length of the double mark at `i`: “ ” " or, typed as two characters, `` and ''; 0 where there is none. */
function markAt(text: string, i: number): number {
  const char = text[i]!;
  if (char === '"' || char === '“' || char === '”' || char === '„') return 1;
  return (char === '`' || char === "'") && text[i + 1] === char ? 2 : 0;
}

/**
 * Marks are paired by the white space around them, not by their shape alone: some outlets open with ” or ''.
 */
function doubleQuotes(text: string, from: number, to: number): Range[] {
  const quotes: Range[] = [];
  let open = -1;
  for (let i = from; i < to; i++) {
    const length = markAt(text, i);
    if (length === 0) continue;
    const before = i > from ? text[i - 1]! : ' ';
    const after = i + length < to ? text[i + length]! : ' ';
    const mayOpen = /\S/.test(after) && (/[\s([{—–\-‘'/]/.test(before) || text[i] === '“' || text[i] === '`');
    const mayClose = /\S/.test(before) && text[i] !== '“' && text[i] !== '`';
    if (open >= 0 && mayClose) {
      quotes.push({ start: open, end: i + length });
      open = -1;
    } else if (mayOpen) {
      // A second opening mark: the first was never closed, and what it opened is not known to be a quotation.
      open = i;
    } else if (open >= 0) {
      // A mark alone between spaces closes what is open.
      quotes.push({ start: open, end: i + length });
      open = -1;
    }
    i += length - 1;
  }
  // Left open at the end of a paragraph that it began: the speech goes on in the next one.
  if (open >= 0 && text.slice(from, open).trim() === '' && to > open + 1)
    quotes.push({ start: open, end: trimEnd(text, open, to) });
  return quotes;
}

function singleQuotes(text: string, from: number, to: number): Range[] {
  const quotes: Range[] = [];
  let open = -1;
  let close = -1;
  for (let i = from; i < to; i++) {
    const char = text[i];
    if (char !== "'" && char !== '‘' && char !== '’') continue;
    const before = i > from ? text[i - 1]! : ' ';
    const after = i + 1 < to ? text[i + 1]! : ' ';
    if (open < 0) {
      if (char !== '’' && /[\s([{—–]/.test(before) && /\S/.test(after)) open = i;
      continue;
    }
    const mayClose = char !== '‘' && /\S/.test(before) && /[\s.,;:!?)\]}—–]/.test(after);
    if (!mayClose) continue;
    close = i;
    // After punctuation it closes for certain; after a letter it may be a possessive, so a later mark may still win.
    const certain = /[.,!?…]/.test(before) || before !== 's' || !hasCloser(text, i + 1, to);
    if (certain) {
      quotes.push({ start: open, end: close + 1 });
      open = close = -1;
    }
  }
  return quotes;
}

/** True where, before the next opening mark, another closing one follows. */
function hasCloser(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const char = text[i];
    if (char === '‘') return false;
    if (char !== "'" && char !== '’') continue;
    const after = i + 1 < to ? text[i + 1]! : ' ';
    if (/[\s([{]/.test(text[i - 1]!) && /\S/.test(after)) return false;
    if (/\S/.test(text[i - 1]!) && /[\s.,;:!?)\]}—–]/.test(after)) return true;
  }
  return false;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end;
}
