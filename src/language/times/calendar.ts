/** TIMEX3 values and the days that they name, over the day numbers of model/day.ts. */
import { dayOf, isoDay, partsOf, weekdayOf } from '../../model/day.ts';
import type { DateRange } from '../../model/record.ts';

export { addMonths, dayOf, daysInMonth, isoDay, parseDay, partsOf, weekdayOf } from '../../model/day.ts';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Monday of the ISO week that holds the day. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** 'YYYY-Www' of the ISO week that holds the day. */
export function weekValue(day: number): string {
  const thursday = mondayOf(day) + 3;
  const { year } = partsOf(thursday);
  return `${pad(year, 4)}-W${pad(Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1)}`;
}

export function monthValue(day: number): string {
  return isoDay(day).slice(0, 7);
}

export function quarterValue(day: number): string {
  const { year, month } = partsOf(day);
  return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
}

export function yearValue(day: number): string {
  return isoDay(day).slice(0, 4);
}

function rangeOf(first: number, last: number): DateRange {
  return { earliest: isoDay(first), latest: isoDay(last) };
}

/** Months that a season of the northern year may be taken to cover, in months from January of its year. */
const SEASONS: Record<string, [number, number]> = { SP: [3, 6], SU: [6, 9], FA: [9, 12], AU: [9, 12], WI: [12, 15] };

/**
 * The days that a TIMEX3 value names, as [first, last] day numbers; null for durations, sets, references and values with unknown parts.
 * Seasons are wide (spring: March to June), as writers differ over their ends.
 */
export function daysOfValue(value: string): [number, number] | null {
  const m = /^(\d{2,4})(?:-(.+?))?(?:T.*)?$/.exec(value);
  if (!m) return null;
  const digits = m[1]!;
  const rest = m[2];
  const year = Number(digits);
  if (digits.length === 2) return [dayOf(year * 100, 1, 1), dayOf(year * 100 + 99, 12, 31)];
  if (digits.length === 3) return [dayOf(year * 10, 1, 1), dayOf(year * 10 + 9, 12, 31)];
  if (rest === undefined) return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  let part = /^(\d\d)-(\d\d)$/.exec(rest);
  if (part) {
    const day = dayOf(year, Number(part[1]), Number(part[2]));
    return [day, day];
  }
  if (/^\d\d$/.test(rest)) return [dayOf(year, Number(rest), 1), dayOf(year, Number(rest) + 1, 0)];
  if ((part = /^Q([1-4])$/.exec(rest))) {
    const month = Number(part[1]) * 3;
    return [dayOf(year, month - 2, 1), dayOf(year, month + 1, 0)];
  }
  if ((part = /^H([12])$/.exec(rest))) {
    const month = Number(part[1]) * 6;
    return [dayOf(year, month - 5, 1), dayOf(year, month + 1, 0)];
  }
  if ((part = /^W(\d\d)(-WE)?$/.exec(rest))) {
    const monday = mondayOf(dayOf(year, 1, 4)) + (Number(part[1]) - 1) * 7;
    return part[2] ? [monday + 5, monday + 6] : [monday, monday + 6];
  }
  const season = SEASONS[rest];
  return season ? [dayOf(year, season[0], 1), dayOf(year, season[1] + 1, 0)] : null;
}

/** The calendar range that a TIMEX3 value names, or null. */
export function rangeOfValue(value: string): DateRange | null {
  const days = daysOfValue(value);
  return days && rangeOf(days[0], days[1]);
}

/** Range of two day numbers, or of an open side. */
export function makeRange(first: number | null, last: number | null): DateRange {
  return { earliest: first === null ? null : isoDay(first), latest: last === null ? null : isoDay(last) };
}

/** Easter Sunday of a year of the Gregorian calendar (the anonymous computus of 1876). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
