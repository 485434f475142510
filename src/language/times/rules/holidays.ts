/** Holidays whose day the calendar fixes. */
import { dayOf, easterOf, isoDay, partsOf, weekdayOf } from '../calendar.ts';
import { dated, type Rule } from '../rule.ts';

function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}

const DAYS: Record<string, (year: number) => number> = {
  christmas: (year) => dayOf(year, 12, 25),
  'christmas eve': (year) => dayOf(year, 12, 24),
  'christmas day': (year) => dayOf(year, 12, 25),
  halloween: (year) => dayOf(year, 10, 31),
  // The fourth Thursday of November: the American one.
  thanksgiving: (year) => nthWeekday(year, 11, 4, 4),
  'thanksgiving day': (year) => nthWeekday(year, 11, 4, 4),
  easter: easterOf,
  'easter sunday': easterOf,
  'easter monday': (year) => easterOf(year) + 1,
  'good friday': (year) => easterOf(year) - 2,
  "new year 's eve": (year) => dayOf(year, 12, 31),
  "new year 's day": (year) => dayOf(year, 1, 1),
  'boxing day': (year) => dayOf(year, 12, 26),
  "valentine 's day": (year) => dayOf(year, 2, 14),
};

export const holidayRules: Rule[] = [
  {
    name: 'holiday',
    patterns: [
      'h=<HOLIDAY> day|eve|sunday|monday? ,? y=<YEAR>?',
      "new year 's day|eve ,? y=<YEAR>?",
      "valentine 's day ,? y=<YEAR>?",
      'good friday ,? y=<YEAR>?',
      'boxing day ,? y=<YEAR>?',
    ],
    extract({ y }, context) {
      if (!context.words[context.from]!.capital) return null;
      const words = context.words.slice(context.from, context.to).map((w) => w.low);
      const name = words.filter((w) => w !== ',' && w !== y?.low).join(' ');
      const find = DAYS[name];
      if (!find) return null;
      const year = y?.num ?? (context.reference === null ? null : partsOf(context.reference).year);
      const more = words.at(-1) === ',' ? { giveBack: 1 } : {};
      if (year === null) return dated('XXXX-XX-XX', { ...more, range: null });
      if (y) return dated(isoDay(find(year)), more);
      const direction = context.direction();
      const day = find(year);
      const reference = context.reference!;
      const near =
        day > reference && (direction === 'past' || (direction === null && day - reference > 60))
          ? find(year - 1)
          : day;
      const ahead =
        near < reference && (direction === 'future' || (direction === null && reference - near > 300))
          ? find(year + 1)
          : near;
      return dated(isoDay(ahead), more);
    },
  },
];
