/** Times of day. */
import { isoDay } from '../calendar.ts';
import type { Context, Reading, Rule } from '../rule.ts';
import type { Word } from '../words.ts';

function onDay(context: Context, clock: string): Reading {
  const { anchor, reference } = context;
  // A time told beside a day in the same sentence is of that day.
  const day =
    anchor && anchor.sentence === context.sentence && anchor.days[0] === anchor.days[1] ? anchor.days[0] : reference;
  return { type: 'TIME', value: `${day === null ? 'XXXX-XX-XX' : isoDay(day)}T${clock}`, yearless: true };
}

function clockOf(word: Word, meridiem: Word | undefined): string | null {
  let hour = Math.floor(word.num);
  const minute = Math.round((word.num - hour) * 60);
  if (!(hour >= 0 && hour <= 24)) return null;
  if (meridiem) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (meridiem.low.startsWith('p') ? 12 : 0);
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export const clockRules: Rule[] = [
  {
    name: 'time of day',
    patterns: [
      'h=<NUM>|<CLOCK> ap=<AMPM> .? local|eastern? time|<ZONE>?',
      'h=<CLOCK> local|eastern time',
      'h=<CLOCK> <ZONE>?',
      "h=<NUM> o'clock",
      'h=<NUM> o clock',
      'm=<MILITARY> <ZONE>',
      'm=<MILITARY> hours <ZONE>?',
    ],
    extract({ h, ap, m }, context) {
      if (m) return onDay(context, `${m.low.slice(0, 2)}:${m.low.slice(2)}`);
      // A bare number is an hour only with what follows it; "am" is a verb unless the number stands right before it.
      const clock = clockOf(h!, ap);
      return clock ? onDay(context, clock) : null;
    },
  },
  {
    name: 'noon, midnight',
    patterns: ['when=noon|midnight'],
    extract({ when }, context) {
      return onDay(context, when!.low === 'noon' ? '12:00' : '24:00');
    },
  },
];
