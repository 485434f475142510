import type { DateRange } from '../../model/record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day in a line such as 'Published 09:12, 4 March 2031' or 'March 4, 2031'; null without a year, a month and a day. */
export function parseTimestamp(line: string): DateRange | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(line);
  if (iso) return toRange(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})\b/i.exec(line);
  if (dayFirst) return toRange(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i.exec(line);
  return monthFirst ? toRange(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])) : null;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function toRange(year: number, month: number, day: number): DateRange | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const point = date.toISOString().slice(0, 10);
  return { earliest: point, latest: point };
}
