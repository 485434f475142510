/** Joins expressions that stand beside one another: a day and a time, a month and its year. */
import type { Reading } from './rule.ts';
import type { Word } from './words.ts';

const DAY = /^(?:\d{4}|XXXX)-(?:\d\d-\d\d|XX-XX|WXX-\d)$/;
const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-\d\d$/;
const LINKS = new Set([',', 'on', 'of', 'at', 'in', "'s", 's', 'est', 'edt', 'about', 'around', 'by', '.']);

/**
 * One reading of two neighbours, or null. `between` are the words from the one to the other.
 * Time and day in either order give the time of that day; a month, quarter, half or season whose year was worked out takes the year
 * named beside it ("January this year", "next year's first quarter").
 */
export function combineReadings(a: Reading, b: Reading, between: readonly Word[]): Reading | null {
  if (between.length > 2 || between.some((word) => !LINKS.has(word.low))) return null;
  const link = between.at(-1)?.low ?? '';
  if (a.type === 'TIME' && b.type === 'DATE' && DAY.test(b.value) && link !== 'at') return timeOf(a, b);
  if (a.type === 'DATE' && b.type === 'TIME' && DAY.test(a.value) && b.yearless && link !== 'of' && link !== "'s")
    return timeOf(b, a);
  if (a.type !== 'DATE' || b.type !== 'DATE') return null;
  if (a.yearless && YEAR.test(b.value) && (link === '' || link === 'of' || link === 'in' || link === ','))
    return inYear(a, b.value);
  // "this coming Sunday, March 8"
  if (b.yearless && DAY.test(a.value) && DAY.test(b.value) && link === ',' && !a.yearless) return b;
  if (b.yearless && YEAR.test(a.value) && link === "'s") return inYear(b, a.value);
  // "the end of the month" is read by its modifier; "the 5th of this month" is left alone.
  if (a.yearless && MONTH.test(b.value) && link === 'of') return null;
  return null;
}

function timeOf(time: Reading, day: Reading): Reading | null {
  const at = time.value.indexOf('T');
  return at < 0 ? null : { type: 'TIME', value: day.value + time.value.slice(at) };
}

function inYear(reading: Reading, year: string): Reading {
  return { type: 'DATE', value: year + reading.value.slice(4) };
}
