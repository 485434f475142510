/** So many units back or ahead: four months ago, two days later, a year earlier. */
import { addMonths, isoDay, makeRange, partsOf, rangeOfValue } from '../calendar.ts';
import { type Context, dated, type Reading, type Rule } from '../rule.ts';
import type { Unit, Word } from '../words.ts';
import { baseOf, unitValue } from './units.ts';

/** Half a unit, in days: what "two weeks ago" leaves open on either side. */
const HALF: Partial<Record<Unit, number>> = {
  day: 0,
  weekend: 1,
  week: 3,
  month: 15,
  quarter: 46,
  year: 183,
  decade: 1826,
  century: 18262,
};
const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };

/** The day `count` units from the base; null for units shorter than a day. */
function shifted(unit: Unit, base: number, count: number): number | null {
  const months = MONTHS[unit];
  if (months !== undefined)
    return Math.abs(count * months) > 36_000 ? null : addMonths(base, Math.round(count * months));
  if (unit === 'day') return base + Math.round(count);
  if (unit === 'week' || unit === 'weekend') return base + Math.round(count * 7);
  return null;
}

const MORE = new Set(['over', 'than', 'least']);
const LESS = new Set(['nearly', 'almost', 'under']);
const ABOUT = new Set(['about', 'around', 'roughly', 'some', 'approximately', 'perhaps', 'maybe']);

/** How the words before a count bend it. */
function bend(word: Word | undefined, before: Word | undefined): 'more' | 'less' | 'about' | null {
  if (!word) return null;
  if (word.low === 'than' && (before?.low === 'less' || before?.low === 'fewer')) return 'less';
  if (MORE.has(word.low)) return 'more';
  if (LESS.has(word.low)) return 'less';
  return ABOUT.has(word.low) ? 'about' : null;
}

function away(unit: Unit, count: number, sign: 1 | -1, context: Context, base: number | null): Reading | null {
  if (Number.isNaN(count)) return dated(sign < 0 ? 'PAST_REF' : 'FUTURE_REF', { range: null });
  if (unit === 'second' || unit === 'minute' || unit === 'hour') {
    const letter = unit[0]!.toUpperCase();
    return { type: 'DURATION', value: `PT${count}${letter}`, range: null };
  }
  if (base === null) return { type: 'DURATION', value: durationValue(unit, count), range: null };
  const day = shifted(unit, base, sign * count);
  const half = HALF[unit];
  if (day === null || half === undefined) return null;
  const year = partsOf(day).year;
  if (year < 1 || year > 2999) return { type: 'DURATION', value: durationValue(unit, count), range: null };
  const value = unitValue(unit === 'decade' ? 'year' : unit === 'weekend' ? 'week' : unit, day, 0)!;
  const words = context.words;
  const bent = bend(words[context.from - 1], words[context.from - 2]);
  const further = shifted(unit, base, sign * (count + 1));
  const nearer = shifted(unit, base, sign * (count - 1));
  if (bent && further !== null && nearer !== null) {
    const [a, b] = bent === 'more' ? [further, day] : bent === 'less' ? [day, nearer] : [further, nearer];
    return dated(value, { range: makeRange(Math.min(a, b), Math.max(a, b)), aside: true });
  }
  if (unit === 'day') return dated(value);
  // The calendar unit, and half a unit on either side of the exact day: the words mean no less.
  const calendar = rangeOfValue(value);
  const low = isoDay(day - half);
  const high = isoDay(day + half);
  const earliest = calendar && calendar.earliest! < low ? calendar.earliest! : low;
  const latest = calendar && calendar.latest! > high ? calendar.latest! : high;
  return dated(value, { range: { earliest, latest }, aside: true });
}

/** 'P4M' and the like; decades and centuries in years. */
export function durationValue(unit: Unit, count: number): string {
  const n = Number.isNaN(count)
    ? 'X'
    : String(unit === 'decade' ? count * 10 : unit === 'century' ? count * 100 : count);
  if (Number.isNaN(count) && unit === 'decade') return 'PXDE';
  if (Number.isNaN(count) && unit === 'century') return 'PXCE';
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return `PT${n}${unit[0]!.toUpperCase()}`;
    case 'weekend':
      return `P${n}WE`;
    case 'quarter':
      return `P${n}Q`;
    case 'decade':
    case 'century':
      return `P${n}Y`;
    default:
      return `P${n}${unit[0]!.toUpperCase()}`;
  }
}

export const agoRules: Rule[] = [
  {
    name: 'ago',
    patterns: [
      'n=<NUM> u=<UNIT> or so ago',
      'n=<NUM> u=<UNIT> ago',
      'n=a|an|one u=<UNIT> ago',
      'n=a|an u=<UNIT> or so ago',
      'half a u=<UNIT> ago',
      'u=<UNIT> ago',
    ],
    extract({ n, u }, context) {
      if (!n && context.words[context.from]!.low === 'half') return away(u!.unit!, 0.5, -1, context, context.reference);
      if (!n && !u!.plural) return null;
      const count = n ? (n.low === 'a' || n.low === 'an' ? 1 : n.num) : Number.NaN;
      // A year ago, told of a quarter or a month: that quarter or month of the year before.
      if (count === 1 && u!.unit === 'year') {
        const twin = yearBefore(context);
        if (twin) return twin;
      }
      return away(u!.unit!, count, -1, context, context.reference);
    },
  },
  {
    name: 'earlier, later',
    patterns: [
      'n=<NUM> u=<UNIT> how=earlier|later|before|after|afterward|afterwards',
      'n=a|an u=<UNIT> how=earlier|later|before',
    ],
    extract({ n, u, how }, context) {
      const back = how!.low === 'earlier' || how!.low === 'before';
      // "two days before the vote" counts from the vote, which no calendar fixes: "two days" is a duration there.
      if (how!.low === 'before' || how!.low === 'after') {
        const next = context.words[context.to];
        if (next && /^[a-z0-9"“'$]/i.test(next.low)) return null;
      }
      const count = n!.low === 'a' || n!.low === 'an' ? 1 : n!.num;
      if (count === 1 && u!.unit === 'year' && back) {
        const twin = yearBefore(context);
        if (twin) return twin;
      }
      return away(u!.unit!, count, back ? -1 : 1, context, baseOf(context, 2));
    },
  },
  {
    name: 'from now',
    patterns: [
      'n=<NUM> u=<UNIT> from now',
      'n=a|an u=<UNIT> from now',
      'n=<NUM> u=<UNIT> hence',
      'in n=<NUM> u=<UNIT> time|s',
    ],
    extract({ n, u }, context) {
      const count = n!.low === 'a' || n!.low === 'an' ? 1 : n!.num;
      return away(u!.unit!, count, 1, context, context.reference);
    },
  },
];

/** The quarter or month just told of, a year before. */
function yearBefore(context: Context): Reading | null {
  const { anchor } = context;
  if (!anchor || context.sentence - anchor.sentence > 2) return null;
  const m = /^(\d{4})(-Q\d|-\d\d)$/.exec(anchor.value);
  return m ? dated(`${Number(m[1]) - 1}${m[2]}`, { aside: true }) : null;
}
