/** Date ranges in words: "21 Aug 2024", "17–20 Aug 2024", "by 21 Aug 2024", "May 2024", "not told". */
import type { DateRange } from '../model/record.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

interface Day {
  year: number;
  month: number;
  day: number;
}

export interface DateFormat {
  /** False leaves the year out of days, for places where the year stands nearby. Default true. */
  year?: boolean;
}

/** A range in words. Text that is no ISO date is shown as it is, never guessed at. */
export function formatDateRange(range: DateRange, format: DateFormat = {}): string {
  const { earliest, latest } = range;
  if (earliest === null && latest === null) return 'not told';
  if (earliest === null) return `by ${formatDay(latest!, format)}`;
  if (latest === null) return `from ${formatDay(earliest, format)}`;
  if (earliest === latest) return formatDay(earliest, format);
  const from = parseDay(earliest);
  const to = parseDay(latest);
  if (!from || !to) return `${earliest} – ${latest}`;
  return formatWholeMonths(from, to) ?? formatDays(from, to, format);
}

/** One ISO day: "21 Aug 2024". */
export function formatDay(iso: string, format: DateFormat = {}): string {
  const day = parseDay(iso);
  return day ? dayWords(day, format.year !== false) : iso;
}

/** '2024-08' as "August 2024". */
export function formatMonth(month: string): string {
  const day = parseDay(`${month}-01`);
  if (!day) return month;
  const name = LONG_MONTHS[day.month]!;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${day.year}`;
}

function formatDays(from: Day, to: Day, format: DateFormat): string {
  const withYear = format.year !== false;
  if (from.year !== to.year) return `${dayWords(from, true)} – ${dayWords(to, true)}`;
  if (from.month !== to.month) return `${dayWords(from, false)} – ${dayWords(to, withYear)}`;
  return `${from.day}–${dayWords(to, withYear)}`;
}

/** "May 2024", "May–Jul 2024" or "2024" where the range is exactly those months; else null. */
function formatWholeMonths(from: Day, to: Day): string | null {
  if (from.day !== 1 || to.day !== daysIn(to)) return null;
  if (from.year !== to.year) return null;
  if (from.month === to.month) return `${MONTHS[from.month]} ${from.year}`;
  if (from.month === 0 && to.month === 11) return `${from.year}`;
  return `${MONTHS[from.month]}–${MONTHS[to.month]} ${from.year}`;
}

function dayWords({ year, month, day }: Day, withYear: boolean): string {
  return withYear ? `${day} ${MONTHS[month]} ${year}` : `${day} ${MONTHS[month]}`;
}

function daysIn({ year, month }: Day): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** A day as a person writes it, "2024-08-21", "21 Aug 2024" or "21 August 2024", as ISO; null where it is none. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  if (parseDay(trimmed)) return trimmed;
  const match = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/.exec(trimmed);
  if (!match) return null;
  const name = match[2]!.toLowerCase();
  const month = LONG_MONTHS.findIndex((long) => long === name || long.slice(0, 3) === name) + 1;
  const iso = `${match[3]}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
  return parseDay(iso) ? iso : null;
}

function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]) - 1, day: Number(match[3]) };
  if (day.month < 0 || day.month > 11 || day.day < 1 || day.day > daysIn(day)) return null;
  return day;
}

/** The day that a range is sorted by: its last possible one, else its first; null sorts last. */
export function sortDay(range: DateRange): string | null {
  return range.latest ?? range.earliest;
}
