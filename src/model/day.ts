/**
 * Calendar arithmetic over day numbers (days since 1970-01-01). No clock and no time zone: `Date.UTC` is used as arithmetic only.
 */
const DAY_MS = 86_400_000;

/** Day number of a calendar day; months count from 1, and days or months beyond the end carry over. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Year, month (from 1) and day of a day number. */
export function partsOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** ISO date of a day number. */
export function isoDay(day: number): string {
  const { year, month, day: d } = partsOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(d)}`;
}

/** Day number of 'YYYY-MM-DD', or null where that is no day of the calendar. */
export function parseDay(iso: string): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  if (!m) return null;
  const day = dayOf(Number(m[1]), Number(m[2]), Number(m[3]));
  return isoDay(day) === m[0] ? day : null;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The same day of the month `count` months on, or the last day of a shorter month. */
export function addMonths(day: number, count: number): number {
  const p = partsOf(day);
  const index = p.year * 12 + p.month - 1 + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dayOf(year, month, Math.min(p.day, daysInMonth(year, month)));
}
