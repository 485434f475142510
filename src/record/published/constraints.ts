/** What each clue allows: the days on which an article with these words can have been published. */
import { addMonths, dayOf, partsOf, weekdayOf } from '../../model/day.ts';
import type { DateClue, Range } from '../../reading/index.ts';

export type Clue<Kind extends DateClue['kind'] = DateClue['kind']> = Extract<DateClue, { kind: Kind }>;

/** One thing that is asked of the day of publishing. */
export interface Constraint {
  /** Short words for people. */
  says: string;
  allows: (day: number) => boolean;
  /** Where it stands: ranges in the article itself, and in others of the story. */
  evidence: { article: string | null; range: Range }[];
}

/** News names the weekday of what it reports for three days at most where it opens with it. */
export const OPENING_DAYS = 3;
/** A date without a year is of the same calendar year, or lies at most so many days back or ahead. */
const REACH = 305;
/**
 * A bare month of the calendar year before lies at most seven months back: further, writers say "last" or the year.
 * In 7 of 1,107 news articles they did not; at half a year it was 9, at ten months 4 with ranges a fifth wider.
 */
const MONTH_REACH = 214;
/** "In early December" is said once its first third is over, "in mid-December" after two thirds: in days. */
const PARTS = { early: 9, middle: 19 } as const;
/** An opening that names the weekday and the date tells of the last week. */
const NEWS_DAYS = 7;
/** "Earlier this month" is also said of the last days of the month before. */
const LOOSE_MONTH = 15;

export const LENGTH = { day: 1, week: 7, month: 30.44, year: 365.25 } as const;

/** What one clue asks by itself; null where it asks nothing. */
export function constraintOf(clue: DateClue): Constraint | null {
  const evidence = [{ article: null, range: { start: clue.start, end: clue.end } }];
  switch (clue.kind) {
    case 'copyright':
      return { says: `copyright ${clue.year}`, allows: (day) => partsOf(day).year === clue.year, evidence };
    case 'dateline': {
      const allows = (day: number): boolean =>
        [day, day - 1].some((filed) => {
          const parts = partsOf(filed);
          return (
            parts.month === clue.month && parts.day === clue.day && (clue.year === null || parts.year === clue.year)
          );
        });
      return { says: `filed on ${nameOf(clue)}`, allows, evidence };
    }
    case 'year':
      return clue.direction === null
        ? null
        : clue.direction === 'past'
          ? { says: `${clue.year} has begun`, allows: from(dayOf(clue.year, 1, 1)), evidence }
          : { says: `${clue.year} is not over`, allows: until(dayOf(clue.year, 12, 31)), evidence };
    case 'weekday': {
      const allows = (day: number): boolean => (weekdayOf(day) - clue.weekday + 7) % 7 <= OPENING_DAYS;
      return { says: `opens with a ${WEEKDAYS[clue.weekday - 1]}`, allows, evidence };
    }
    case 'date': {
      const allows = dateAllows(clue);
      if (!allows) return null;
      const beside = clue.thisMonth && clue.day !== null ? ', “earlier this month”' : '';
      const name = `${clue.weekday === null ? '' : `${WEEKDAYS[clue.weekday - 1]} `}${nameOf(clue)}`;
      const says = clue.news ? `opens with ${name}` : `${name} is ${clue.direction ?? 'near'}${beside}`;
      return { says, allows, evidence };
    }
    default:
      return null;
  }
}

function dateAllows(clue: Clue<'date'>): ((day: number) => boolean) | null {
  const { year, direction, weekday, news } = clue;
  const isNews = (day: number, told: number): boolean => !news || (day >= told && day - told <= NEWS_DAYS);
  if (year !== null) {
    if (direction === 'future') return until(lastDay(clue, year));
    const first = firstDay(clue, year);
    return direction === null ? null : (day) => day >= first && isNews(day, first);
  }
  // With its weekday a day is told of years in which it falls on that, whether behind or ahead.
  const isOnWeekday = weekday !== null && clue.day !== null;
  if (clue.named || (direction === null && !isOnWeekday)) return null;
  return (day) => {
    const now = partsOf(day).year;
    return [now - 1, now, now + 1].some((candidate) => {
      const told = firstDay(clue, candidate);
      if (isOnWeekday && weekdayOf(told) !== weekday) return false;
      return direction === null
        ? Math.abs(day - told) <= REACH
        : withinReach(clue, candidate, day) && isNews(day, told);
    });
  };
}

/** Whether a date without a year may be that of `year` to somebody who writes on `day`. */
function withinReach(clue: Clue<'date'>, year: number, day: number): boolean {
  const first = firstDay(clue, year);
  const last = lastDay(clue, year);
  if (clue.direction === 'future') return day <= last && first - day <= REACH;
  if (clue.day === null) {
    const over = clue.part === null ? last : first + PARTS[clue.part];
    return day > over && (partsOf(day).year === year || day - last <= MONTH_REACH);
  }
  if (clue.thisMonth)
    return day >= first && day <= Math.max(lastDay({ ...clue, day: null }, year), first + LOOSE_MONTH);
  return day >= first && (partsOf(day).year === year || day - first <= REACH);
}

/** A date without a year whose year another passage of the story tells. */
export function fixedYear(clue: Clue<'date'>, year: number, told: Constraint['evidence']): Constraint {
  const first = firstDay(clue, year);
  const range = { start: clue.start, end: clue.end };
  return {
    says: `${nameOf(clue)} is that of ${year}`,
    allows: (day) => {
      if (clue.direction === 'future') return day <= lastDay(clue, year);
      return day >= first && (clue.named || withinReach(clue, year, day));
    },
    evidence: [{ article: null, range }, ...told],
  };
}

/** "four months ago", of an event whose day is told. */
export function elapsedSince(clue: Clue<'ago'>, event: number, told: Constraint['evidence']): Constraint {
  const unit = LENGTH[clue.unit];
  const due = after(event, clue);
  const early = { over: 0, under: 0.5, about: 0.5, null: 0.6 }[`${clue.bound}`]! * unit;
  const late = { over: 0.65, under: 0, about: 0.5, null: 0.6 }[`${clue.bound}`]! * unit;
  return {
    says: `${clue.bound === null ? '' : `${clue.bound} `}${clue.count} ${clue.unit}s after ${iso(event)}`,
    allows: (day) => day >= due - early && day <= due + late,
    evidence: [{ article: null, range: { start: clue.start, end: clue.end } }, ...told],
  };
}

/** "the first in more than a month", where the one before has its day. */
export function gapSince(clue: Clue<'gap'>, last: Clue<'date'>): Constraint {
  const unit = LENGTH[clue.unit] * clue.count;
  const least = unit * (clue.bound === 'over' ? 0.95 : clue.bound === 'under' ? 0.7 : 0.85);
  const most = unit * (clue.bound === 'over' ? 1.6 : clue.bound === 'under' ? 1 : 1.35) + OPENING_DAYS;
  return {
    says: `the first in ${clue.bound === null ? '' : `${clue.bound} `}${clue.count} ${clue.unit}s, the one before on ${nameOf(last)}`,
    allows: (day) => {
      const now = partsOf(day).year;
      const years = last.year === null ? [now - 1, now] : [last.year];
      return years.some((year) => day - firstDay(last, year) >= least && day - firstDay(last, year) <= most);
    },
    evidence: [clue, last].map(({ start, end }) => ({ article: null, range: { start, end } })),
  };
}

/** "On the tenth day of the strike", which began on a day that is told. */
export function nthDay(clue: Clue<'nth'>, began: Clue<'date'>, year: number | null): Constraint {
  return {
    says: `day ${clue.ordinal} of what began on ${nameOf(began)}`,
    allows: (day) => {
      const now = partsOf(day).year;
      return (year === null ? [now - 1, now] : [year]).some((candidate) => {
        const first = firstDay(began, candidate);
        if (year === null && began.weekday !== null && weekdayOf(first) !== began.weekday) return false;
        const nth = first + clue.ordinal - 1;
        return day >= nth && (!clue.news || day <= nth + OPENING_DAYS);
      });
    },
    evidence: [clue, began].map(({ start, end }) => ({ article: null, range: { start, end } })),
  };
}

const from =
  (first: number) =>
  (day: number): boolean =>
    day >= first;
const until =
  (last: number) =>
  (day: number): boolean =>
    day <= last;

export function firstDay(clue: Clue<'date'>, year: number): number {
  return dayOf(year, clue.month, clue.day ?? 1);
}

function lastDay(clue: Clue<'date'>, year: number): number {
  return clue.day === null ? dayOf(year, clue.month + 1, 0) : dayOf(year, clue.month, clue.day);
}

function after(day: number, { count, unit }: Clue<'ago'>): number {
  if (unit === 'month' || unit === 'year') return addMonths(day, unit === 'year' ? count * 12 : count);
  return day + count * LENGTH[unit];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function nameOf({ year, month, day }: Pick<Clue<'date'>, 'year' | 'month' | 'day'>): string {
  return [day, MONTHS[month - 1], year].filter((part) => part !== null).join(' ');
}

function iso(day: number): string {
  const { year, month, day: date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}
