/**
 * Calendar arithmetic over day numbers (days since 1970-01-01). No clock and no time zone. In whole numbers rather than
 * by `Date`, since whole decades are gone through day by day where an article has no date. Both ways are Howard
 * Hinnant's ("chrono-Compatible Low-Level Date Algorithms"): years begin with March, so that the leap day is the last.
 */

/** Of the Gregorian calendar: days in four hundred years, and from 1 March of the year 0 to 1970-01-01. */
const ERA_DAYS = 146_097;
const EPOCH = 719_468;

/** Day number of a calendar day; months count from 1, and days or months beyond the end carry over. */
export function dayOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const firstOfMonth = Math.floor((153 * (months - marchYear * 12) + 2) / 5);
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * ERA_DAYS + yearOfEra * 365 + leapDays + firstOfMonth + day - 1 - EPOCH;
}

/** Year, month (from 1) and day of a day number. */
export function partsOf(day: number): { year: number; month: number; day: number } {
  const days = day + EPOCH;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
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
