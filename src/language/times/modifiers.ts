/**
 * Words that bend an expression: early, late, the end of, about, more than, earlier, later. They become part of its span, and narrow or
 * widen its range; the TIMEX3 value stays that of the expression.
 */
import { daysOfValue, isoDay, makeRange } from './calendar.ts';
import type { Reading } from './rule.ts';
import type { Word } from './words.ts';

type Bend = 'start' | 'middle' | 'end' | 'before' | 'after' | 'about' | null;

/** Phrases before an expression, longest first, as written. */
const BEFORE: [string[], Bend][] = [
  ...['the beginning of', 'the start of', 'the early part of', 'the opening of', 'beginning of', 'start of'].map(
    (p): [string[], Bend] => [p.split(' '), 'start'],
  ),
  ...['the middle of', 'middle of'].map((p): [string[], Bend] => [p.split(' '), 'middle']),
  ...['the end of', 'the close of', 'the latter part of', 'end of'].map((p): [string[], Bend] => [p.split(' '), 'end']),
  ...['earlier in', 'earlier on', 'earlier'].map((p): [string[], Bend] => [p.split(' '), 'before']),
  ...['later in', 'later on', 'later', 'the rest of', 'the remainder of'].map((p): [string[], Bend] => [
    p.split(' '),
    'after',
  ]),
  ...['very early in', 'early in', 'early on', 'the early', 'early'].map((p): [string[], Bend] => [
    p.split(' '),
    'start',
  ]),
  ...['very late in', 'late in', 'late on', 'the late', 'late'].map((p): [string[], Bend] => [p.split(' '), 'end']),
  ...['the mid -', 'mid -', 'mid'].map((p): [string[], Bend] => [p.split(' '), 'middle']),
  ...['sometime', 'some time', 'just', 'only'].map((p): [string[], Bend] => [p.split(' '), null]),
  ...[
    'about',
    'around',
    'roughly',
    'approximately',
    'nearly',
    'almost',
    'just over',
    'just under',
    'well over',
    'a little over',
    'a little more than',
    'slightly more than',
    'no more than',
    'no less than',
    'more than',
    'less than',
    'fewer than',
    'at least',
    'at most',
    'up to',
    'over',
    'under',
    'as many as',
    'as much as',
    'as little as',
    'within',
    'another',
  ].map((p): [string[], Bend] => [p.split(' '), 'about']),
].sort((a, b) => b[0].length - a[0].length) as [string[], Bend][];
const LAST_WORDS = new Set(BEFORE.map(([phrase]) => phrase.at(-1)!));

/** Phrases that stand before counts only ("about three weeks"): before a date they are prepositions of the sentence. */
const COUNTS_ONLY = new Set(['over', 'under', 'within', 'up to', 'another', 'only', 'just']);

const DETERMINERS = new Set(['the', 'last', 'past', 'next', 'these', 'those', 'this']);

/** The word that an expression begins with once the modifiers before it are taken in, and what they do to its range. */
export function takeModifiers(
  words: readonly Word[],
  from: number,
  floor: number,
  reading: Reading,
): { from: number; bend: Bend } {
  let bend: Bend = null;
  for (let rounds = 0; rounds < 3; rounds++) {
    const last = words[from - 1];
    if (from <= floor || !last || !LAST_WORDS.has(last.low)) break;
    const found = BEFORE.find(([phrase]) => {
      if (from - phrase.length < floor) return false;
      for (let k = 0; k < phrase.length; k++) if (words[from - phrase.length + k]!.low !== phrase[k]) return false;
      return true;
    });
    if (!found) break;
    const joined = found[0].join(' ');
    const counted = reading.type === 'DURATION' || reading.type === 'SET';
    if (COUNTS_ONLY.has(joined) && !counted && !/\b(?:ago|earlier)$/.test(words[from]?.low ?? '')) {
      if (reading.value !== 'PAST_REF' && !/^\d{4}(?:-\d\d)?$/.test(reading.value)) break;
      if (joined !== 'just') break;
    }
    if (counted && found[1] !== 'about' && found[1] !== null) break;
    // "over the next three weeks": a preposition.
    if ((joined === 'over' || joined === 'within' || joined === 'under') && DETERMINERS.has(words[from]!.low)) break;
    if (/_REF$/.test(reading.value)) break;
    from -= found[0].length;
    bend ??= found[1];
  }
  return { from, bend };
}

/** The part of a range that a modifier leaves: halves are drawn wide, so that no reading of the words falls outside. */
export function bendReading(reading: Reading, bend: Bend, reference: number | null): Reading {
  if (bend === null || bend === 'about' || reading.range !== undefined) return reading;
  const days = daysOfValue(reading.value);
  if (!days || reading.type !== 'DATE') return reading;
  const [first, last] = days;
  const length = last - first + 1;
  if (length === 1) return reading;
  switch (bend) {
    case 'start':
      return { ...reading, range: makeRange(first, first + Math.ceil(length / 2) - 1) };
    case 'middle':
      return { ...reading, range: makeRange(first + Math.floor(length / 4), last - Math.floor(length / 4)) };
    case 'end':
      return { ...reading, range: makeRange(last - Math.ceil(length / 2), last) };
    case 'before':
      return reference !== null && reference >= first && reference <= last
        ? { ...reading, range: { earliest: isoDay(first), latest: isoDay(reference) } }
        : reading;
    case 'after':
      return reference !== null && reference >= first && reference <= last
        ? { ...reading, range: { earliest: isoDay(reference), latest: isoDay(last) } }
        : reading;
  }
}
