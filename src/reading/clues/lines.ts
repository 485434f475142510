/** Clues from lines that are not the story: the dateline that opens it, the line of copyright. */
import type { Timex } from '../../language/doc.ts';
import type { Article } from '../../model/record.ts';
import type { DateClue } from './clue.ts';

/** A place in capitals and the day behind it, at the head of a line near the top. */
const DATELINE = /(?:^|\n)[ \t]*\p{Lu}[\p{Lu} .’'/-]{1,40},[ \t]*(?:on )?$/u;
const TOP = 1000;

/** "TESSALY, April 8 (Wire) —": at most one. */
export function datelineClues(text: string, timexes: Timex[]): DateClue[] {
  for (const { start, end, value } of timexes) {
    if (start > TOP) break;
    const day = /^(\d{4}|XXXX)-(\d\d)-(\d\d)$/.exec(value);
    // An expression of time may take in the comma before it.
    const before = `${text.slice(Math.max(0, start - 60), start)}${/^,?\s*/.exec(text.slice(start, end))![0]}`;
    if (!day || !DATELINE.test(before)) continue;
    const year = day[1] === 'XXXX' ? null : Number(day[1]);
    return [
      { kind: 'dateline', year, month: Number(day[2]), day: Number(day[3]), start, end, words: [], sentence: -1 },
    ];
  }
  return [];
}

const COPYRIGHT = /(?:©|\(c\)|\bcopyright\b)\D{0,12}((?:19|20)\d\d)\b/gi;

export function copyrightClues(article: Article): DateClue[] {
  const clues: DateClue[] = [];
  // In the story itself, "copyright 1998" is what the story is about.
  for (const span of article.boilerplate)
    for (const match of article.text.slice(span.start, span.end).matchAll(COPYRIGHT)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      clues.push({ kind: 'copyright', year: Number(match[1]), start, end, words: [], sentence: -1 });
    }
  return clues;
}
