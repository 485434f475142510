/** Lengths of time: three weeks, a two-year term, the past five days, decades. */
import type { Rule } from '../rule.ts';
import { CLASS, type Unit, type Word } from '../words.ts';
import { durationValue } from './ago.ts';

/** "three times a week", "$40 a month", "500 tons a day" tell how often or how much, not how long. */
export function isRate(before: Word | undefined): boolean {
  if (!before) return false;
  return (
    (before.classes & CLASS.NUM) !== 0 ||
    before.low === 'times' ||
    before.low === 'once' ||
    before.low === 'twice' ||
    (before.low.length > 3 && before.low.endsWith('s') && !before.low.endsWith('ss') && !NOT_PLURAL.has(before.low))
  );
}
const NOT_PLURAL = new Set(
  "this thus perhaps always was has takes lasts spends needs says does its previous 's".split(' '),
);

function reading(unit: Unit, count: number): { type: 'DURATION'; value: string; range: null } {
  return { type: 'DURATION', value: durationValue(unit, count), range: null };
}

export const durationRules: Rule[] = [
  {
    name: 'count and unit',
    patterns: [
      'which=the|another|these|those? lead=first|last|past|next|previous|coming|final|additional? n=<NUM> more|full|straight|consecutive|additional|trading|working|business? -? u=<UNIT>',
      'n=<NUM> or|to|- m=<NUM> -? u=<UNIT>',
      'n=<NUM> u=<UNIT> or m=<NUM>',
      'n=half a|an u=<UNIT>',
      'the? lead=first|last|past|next? n=<NUM> -? u=<UNIT> or so',
    ],
    extract({ lead, n, m, u }, context) {
      const unit = u!.unit!;
      const before = context.words[context.from - 1];
      if (n!.low === 'half') return reading(unit, 0.5);
      // "the five quarter finals", "12 second places": an ordinal or a coin is no unit of time.
      if (unit === 'second' && !u!.plural && !context.words[context.to - 2]!.low.startsWith('-')) return null;
      const after = context.words[context.to];
      const next = context.words[context.to + 1];
      // Ages are told of people, not of time: "52 years old", "a 41-year-old".
      if (after?.low === 'old' || (after?.low === '-' && next?.low === 'old') || after?.low === 'older') return null;
      // Three-quarters, three quarters of it: fractions and coins.
      if (unit === 'quarter' && (before?.low === '$' || !lead)) return null;
      const count = m ? m.num : n!.num;
      return reading(
        unit,
        m && context.words.slice(context.from, context.to).some((w) => w.low === 'or' || w.low === 'to')
          ? n!.num
          : count,
      );
    },
  },
  {
    name: 'a unit',
    patterns: [
      'det=a|an|another|one full|whole|single|additional|entire? -? u=<UNIT>',
      'det=a|an u=<UNIT> and a half',
      'an? lead=additional|extra u=<UNIT>',
      'det=a|an u=<UNIT> or two',
    ],
    extract({ det, u }, context) {
      const unit = u!.unit!;
      if (u!.plural || unit === 'second' || unit === 'quarter' || unit === 'weekend') return null;
      const half = context.words[context.to - 1]!.low === 'half';
      if (half) return reading(unit, 1.5);
      const before = context.words[context.from - 1];
      if (det && (det.low === 'a' || det.low === 'an') && isRate(before))
        return { type: 'SET', value: durationValue(unit, 1), range: null };
      return reading(unit, 1);
    },
  },
  {
    name: 'vague span',
    patterns: [
      'lead=recent|past|coming|future|upcoming|latest u=<UNIT>',
      'the lead=last|next|first|early|coming|past u=<UNIT>',
      'the? u=<UNIT> ahead',
      'lead=last|first|next few u=<UNIT>',
    ],
    extract({ lead, u }) {
      if (!u!.plural) return null;
      const low = lead?.low ?? 'next';
      if (low === 'past' || low === 'latest') return { type: 'DATE', value: 'PAST_REF', range: null };
      if (low === 'future' || low === 'upcoming') return { type: 'DATE', value: 'FUTURE_REF', range: null };
      return reading(u!.unit!, Number.NaN);
    },
  },
  {
    name: 'bare units',
    patterns: [
      'lead=for|in|over|during|within|after|of|takes|take|took|several u=<UNIT>',
      'u=<UNIT> or|and m=<UNIT>',
      'u=centuries|decades',
      'u=<UNIT> of',
    ],
    extract({ lead, u }, context) {
      if (!u!.plural) return null;
      const low = context.words[context.to - 1]!.low;
      const unit = u!.unit!;
      if (unit === 'quarter' || unit === 'second' || unit === 'weekend') return null;
      if (lead && lead.low === 'of') return null;
      return { ...reading(unit, Number.NaN), ...(low === 'of' && { giveBack: 1 }), ...(lead && { skip: 1 }) };
    },
  },
];
