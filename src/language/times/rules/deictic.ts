/** Today, yesterday, tonight, this morning: days and parts of days counted from the reference date. */
import { isoDay } from '../calendar.ts';
import { type Context, dated, type Reading, type Rule } from '../rule.ts';

const PARTS: Record<string, string> = {
  morning: 'MO',
  dawn: 'MO',
  afternoon: 'AF',
  midday: 'MI',
  lunchtime: 'MI',
  evening: 'EV',
  dusk: 'EV',
  night: 'NI',
  overnight: 'NI',
};

/** A part of a day: value '2024-02-11TMO'. `day` may have unknown parts; null is a day not known at all. */
export function partOfDay(day: string | null, part: string): Reading {
  return { type: 'TIME', value: `${day ?? 'XXXX-XX-XX'}T${PARTS[part] ?? 'NI'}` };
}

function dayFrom(context: Context, offset: number): string | null {
  return context.reference === null ? null : isoDay(context.reference + offset);
}

const OFFSETS: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };

export const deicticRules: Rule[] = [
  {
    name: 'yesterday, today, tomorrow',
    patterns: ['day=yesterday|today|tomorrow part=<PART>?', 'the? day shift=before|after day=yesterday|tomorrow'],
    extract({ day, part, shift }, context) {
      // USA Today and its like are names.
      if (day!.low === 'today' && day!.capital && context.words[context.from - 1]?.capital) return null;
      const more = shift ? (shift.low === 'before' ? -1 : 1) : 0;
      const value = dayFrom(context, OFFSETS[day!.low]! + more);
      if (part) return partOfDay(value, part.low);
      return dated(value ?? 'XXXX-XX-XX');
    },
  },
  {
    name: 'tonight, last night, overnight',
    patterns: ['tonight', 'last part=night|evening', 'overnight'],
    extract(_, context) {
      const low = context.words[context.from]!.low;
      // News tells of what went on overnight after it: the night before the day of publication.
      const offset = low === 'tonight' ? 0 : -1;
      const value = dayFrom(context, offset);
      const night = partOfDay(value, 'night');
      if (low === 'overnight' && value) return { ...night, range: { earliest: value, latest: dayFrom(context, 0) } };
      return night;
    },
  },
  {
    name: 'part of a day',
    patterns: [
      'this part=morning|afternoon|evening',
      'the part=morning|afternoon|evening',
      'early|late|mid -? part=morning|afternoon|evening',
    ],
    extract({ part }, context) {
      if (context.words[context.from]!.low === 'this') return partOfDay(dayFrom(context, 0), part!.low);
      const { anchor } = context;
      const near = anchor && anchor.days[0] === anchor.days[1] && context.sentence - anchor.sentence <= 2;
      return near ? partOfDay(isoDay(anchor.days[0]), part!.low) : partOfDay(null, part!.low);
    },
  },
];
