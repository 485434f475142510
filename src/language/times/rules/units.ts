/** Weeks, months, quarters, years and seasons named from where the article stands: last week, this year, the following month. */
import {
  addMonths,
  dayOf,
  isoDay,
  mondayOf,
  monthValue,
  partsOf,
  quarterValue,
  rangeOfValue,
  weekValue,
  yearValue,
} from '../calendar.ts';
import { type Context, dated, type Rule } from '../rule.ts';
import type { Unit } from '../words.ts';

/** TIMEX3 values of a unit that no date fixes: an X for each digit that is not known. */
const UNKNOWN: Partial<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  // The value that the TIMEX3 standard gives; nothing is left to do here.
  decade: 'XXX',
  century: 'XX',
};

/** Value of the calendar unit that lies `shift` units from the one that holds the day; null for units shorter than a day. */
export function unitValue(unit: Unit, day: number, shift: number): string | null {
  switch (unit) {
    case 'day':
      return isoDay(day + shift);
    case 'week':
      return weekValue(day + shift * 7);
    case 'weekend':
      return `${weekValue(day + shift * 7)}-WE`;
    case 'month':
      return monthValue(addMonths(mondayOfMonth(day), shift));
    case 'quarter':
      return quarterValue(addMonths(mondayOfMonth(day), shift * 3));
    case 'year':
      return String(partsOf(day).year + shift).padStart(4, '0');
    case 'decade':
      return String(Math.floor(partsOf(day).year / 10) + shift);
    case 'century':
      return String(Math.floor(partsOf(day).year / 100) + shift);
    default:
      return null;
  }
}
function mondayOfMonth(day: number): number {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1);
}

const COURSE = new Set(['of', 'in', 'for', 'during', 'throughout', 'through']);
const SHIFT: Record<string, number> = {
  last: -1,
  past: -1,
  previous: -1,
  prior: -1,
  preceding: -1,
  next: 1,
  coming: 1,
  following: 1,
  upcoming: 1,
};

/** The expression that "that week", "the following month" is told from, where one was read lately. */
export function baseOf(context: Context, near: number): number | null {
  const { anchor } = context;
  return anchor && context.sentence - anchor.sentence <= near ? anchor.days[0] : context.reference;
}

/**
 * On a Sunday the week that has just ended is "last week" and the one to come "next week"; on other days the ISO week holds.
 */
function dayOfWeekFor(context: Context, shift: number): number {
  const day = context.reference!;
  if (day - mondayOf(day) < 6) return day;
  return shift < 0 || (shift === 0 && context.direction() === 'future') ? day + 1 : day;
}

const PREPOSITIONS = new Set(['in', 'by', 'during', 'until', 'since', 'over', 'into']);
const SEASON_VALUES = ['SP', 'SU', 'FA', 'WI'];
const SEASON_MONTHS = [3, 6, 9, 12];

export const unitRules: Rule[] = [
  {
    name: 'last, this, next',
    patterns: [
      'which=last|this|next|coming|upcoming u=<UNIT>',
      'this which=past|coming u=<UNIT>',
      'the which=coming|current|present|upcoming -? u=<UNIT>',
      'this current|same u=<UNIT>',
      'which=current u=<UNIT>',
      'the current fiscal u=<UNIT>',
      'last u=fiscal year',
      'the latest fiscal u=<UNIT>',
    ],
    extract({ which, u }, context) {
      const unit = u!.unit ?? 'year';
      if (u!.plural || (u!.unit === null && u!.low !== 'fiscal')) return null;
      const fallback = UNKNOWN[unit];
      if (!fallback) return null;
      if (context.reference === null) return dated(fallback);
      // "This Week" inside a sentence is a title.
      if (which?.capital && u!.capital && context.from > 0) return null;
      const latest = context.words[context.from + 1]!.low === 'latest';
      let shift = latest || u!.low === 'fiscal' ? -1 : (SHIFT[which?.low ?? 'this'] ?? 0);
      if (unit === 'weekend') {
        // On a Saturday or Sunday "last weekend" is still the one before; "this weekend", told as past on a Monday, the one just gone.
        const past =
          which?.low === 'this' &&
          context.direction() === 'past' &&
          context.reference - mondayOf(context.reference) <= 2;
        if (past) shift = -1;
        return dated(unitValue('weekend', context.reference, shift)!);
      }
      return dated(unitValue(unit, unit === 'week' ? dayOfWeekFor(context, shift) : context.reference, shift)!);
    },
  },
  {
    name: 'the weekend',
    patterns: ['the u=weekend', 'over|during the u=weekend'],
    extract(_, context) {
      if (context.reference === null) return dated(UNKNOWN.weekend!);
      const weekday = context.reference - mondayOf(context.reference);
      const direction = context.direction() ?? 'past';
      return dated(unitValue('weekend', context.reference, direction === 'past' && weekday < 5 ? -1 : 0)!);
    },
  },
  {
    name: 'the past year',
    patterns: ['the which=last|past u=year|month|week|decade|century|quarter|day', 'which=past u=year|month|week'],
    extract({ u }, context) {
      const unit = u!.unit!;
      if (context.reference === null) return dated(UNKNOWN[unit]!);
      // The twelve months up to now, and the calendar year before: the words mean the one or the other.
      const named = unitValue(unit, context.reference, -1)!;
      const first = rangeOfValue(named)?.earliest ?? null;
      return dated(named, { range: { earliest: first, latest: isoDay(context.reference) } });
    },
  },
  {
    name: 'the following, the same, that',
    patterns: ['the|that|this which=following|next|previous|prior|preceding|same u=<UNIT>', 'which=that u=<UNIT>'],
    extract({ which, u }, context) {
      if (u!.plural || !UNKNOWN[u!.unit!] || u!.unit === 'century') return null;
      const base = baseOf(context, 4);
      // A day is counted from a day only.
      if (u!.unit === 'day' && context.anchor && context.anchor.days[0] !== context.anchor.days[1])
        return dated('XXXX-XX-XX', { range: null });
      if (base === null) return dated(UNKNOWN[u!.unit!]!);
      return dated(unitValue(u!.unit!, base, SHIFT[which!.low] ?? 0)!, context.anchor ? {} : { range: null });
    },
  },
  {
    name: 'the year, the quarter',
    patterns: [
      'the full|fiscal? u=year',
      'the full? u=quarter',
      'the which=latest u=quarter|period',
      'its|their u=quarter',
      'the u=week|month',
    ],
    extract({ u }, context) {
      const after = context.words[context.to]?.low;
      if (after === 'of' || after === '-' || after === 'end' || after === 'when' || after === 'that') return null;
      if (after === 'ended' || after === 'ending')
        return { type: 'DURATION', value: u!.low === 'year' ? 'P1Y' : 'P3M', range: null };
      if (u!.low === 'week' || u!.low === 'month') {
        // "the week" is this one only where something is told of its course: "earlier in the week", "for the month".
        if (!COURSE.has(context.words[context.from - 1]?.low ?? '') || after === 'after' || after === 'before')
          return null;
        return dated(context.reference === null ? UNKNOWN[u!.unit!]! : unitValue(u!.unit!, context.reference, 0)!);
      }
      if (u!.low === 'year') return context.reference === null ? dated('XXXX') : dated(yearValue(context.reference));
      const { anchor } = context;
      if (anchor && /-Q\d$/.test(anchor.value)) return dated(anchor.value);
      // Results are told after the quarter has ended.
      return context.reference === null ? dated('XXXX-QX') : dated(unitValue('quarter', context.reference, -1)!);
    },
  },
  {
    name: 'the end of the year',
    patterns: ['the? u=year -? end', "the? u=year 's end"],
    extract(_, context) {
      if (context.reference === null) return dated('XXXX');
      const { year } = partsOf(context.reference);
      // Told as past, or of accounts ("since year-end") early in the year, it is the last one.
      const past = context.direction() === 'past' && context.words[context.from - 1]?.low === 'since';
      const named = String(past ? year - 1 : year);
      return dated(named, { range: { earliest: `${named}-10-01`, latest: `${named}-12-31` } });
    },
  },
  {
    name: 'quarter or half',
    patterns: [
      'the? fiscal? -? n=<ORD> fiscal? -? u=quarter',
      'the? n=<ORD> -? u=half of y=<YEAR>',
      'the? n=last of? u=half of y=<YEAR>',
      'the? y=<YEAR> fiscal? n=<ORD> -? u=quarter|half',
      'the? n=<ORD> two quarters of y=<YEAR>',
      'the? n=<ORD> -? u=quarter of? fiscal? y=<YEAR>',
    ],
    extract({ n, u, y }, context) {
      const letter = u?.low === 'quarter' ? 'Q' : 'H';
      const number = n!.low === 'last' ? 2 : n!.num;
      if (number > (letter === 'Q' ? 4 : 2)) return null;
      if (y) return dated(`${y.num}-${letter}${number}`);
      if (context.reference === null) return dated(`XXXX-Q${number}`, { yearless: true });
      const now = partsOf(context.reference);
      const begins = number * 3 - 2;
      const future = context.direction() === 'future';
      const year =
        begins > now.month && !future ? now.year - 1 : future && number * 3 < now.month ? now.year + 1 : now.year;
      return dated(`${year}-Q${number}`, { yearless: true });
    },
  },
  {
    name: 'the year-ago quarter',
    patterns: [
      'the? comparable|corresponding? year -? which=ago|earlier n=<ORD>? u=quarter|period|months|third|half',
      'the? year -? which=ago|earlier n=<ORD>? u=quarter|period',
      'a? year - which=ago|earlier',
      'the? y=<YEAR> u=quarter|period',
      'the same|corresponding|comparable u=quarter|period of? which=last|a year',
      'the same|corresponding|comparable u=quarter|period a? year which=ago|earlier|before',
      'the same|corresponding|comparable u=quarter|period in|of y=<YEAR>',
    ],
    extract({ y, n, u }, context) {
      const { anchor, reference } = context;
      if (reference === null) return y ? dated(String(y.num)) : dated('XXXX-QX');
      const quarter = anchor && /^\d{4}-Q\d$/.test(anchor.value) ? anchor.value : unitValue('quarter', reference, -1)!;
      const number = n ? n.num : Number(quarter.slice(-1));
      const year = y ? y.num : Number(quarter.slice(0, 4)) - 1;
      if (!u && !(anchor && /-Q\d$/.test(anchor.value)))
        return dated(String(partsOf(reference).year - 1), { aside: true });
      return dated(`${year}-Q${number}`, { aside: true });
    },
  },
  {
    name: 'season',
    patterns: [
      'which=last|this|next s=<SEASON>',
      'this which=past|coming s=<SEASON>',
      'the s=<SEASON> of y=<YEAR>|<SHORTYEAR>',
      's=<SEASON> of y=<YEAR>',
      's=<SEASON> y=<YEAR>',
      'lead=in|by|during|until|since|over|into|early|late|mid -? the? s=<SEASON>',
      'lead=in|by|during|until|since|over|into the s=<SEASON> of y=<YEAR>|<SHORTYEAR>',
    ],
    extract({ which, s, y, lead }, context) {
      if (s!.low === 'fall' && lead && context.words[context.to - 2]!.low !== 'the') return null;
      const season = SEASON_VALUES[s!.num]!;
      const skip = lead && PREPOSITIONS.has(lead.low) ? 1 : 0;
      if (y) return dated(`${y.num}-${season}`, { skip });
      if (context.reference === null) return dated(`XXXX-${season}`, { yearless: true, skip });
      const now = partsOf(context.reference);
      const begins = SEASON_MONTHS[s!.num]!;
      const how = which?.low ?? (context.direction() === 'future' ? 'next' : 'last');
      let year = now.year;
      if (how === 'last' && which && now.month < begins + 3) year--;
      else if (how === 'last' && now.month < begins) year--;
      else if (how === 'past' && now.month < begins + 1) year--;
      else if ((how === 'next' || how === 'coming') && now.month >= begins) year++;
      else if (how === 'this' && season === 'WI' && now.month <= 3) year--;
      return dated(`${year}-${season}`, { yearless: true, skip });
    },
  },
];
