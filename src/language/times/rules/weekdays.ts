/** Days of the week, as news reads them. */
import { isoDay, mondayOf, weekdayOf } from '../calendar.ts';
import { type Context, dated, type Reading, type Rule } from '../rule.ts';
import type { Word } from '../words.ts';
import { partOfDay } from './deictic.ts';

/** The day that a weekday named without more stands for: the last one up to the reference date, or the next one from it on. */
export function weekdayNear(weekday: number, reference: number, direction: 'past' | 'future'): number {
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  return direction === 'past' || back === 0 ? reference - back : reference - back + 7;
}

/** Short forms ("Sat", "Sun", "Wed") are also words; they count only with their full stop and a capital. */
export function isWeekday(word: Word, context: Context): boolean {
  if (!word.capital) return false;
  const at = context.words.indexOf(word, context.from);
  const after = context.words[at + 1]?.low;
  if (
    word.low.length <= 4 &&
    !word.low.endsWith('.') &&
    after !== '.' &&
    !(word.low.length >= 4 && after !== undefined)
  )
    return false;
  if ((word.low === 'sun.' || word.low === 'sat.') && at === 0) return false;
  const before = context.words[at - 1];
  return !(before?.capital && NAMED_DAYS.has(before.low)) && !(before?.low === '-' && before.glued && word.glued);
}
const NAMED_DAYS = new Set('black good super ash palm bloody cyber shrove maundy giving easter fat ruby'.split(' '));

function read(day: number | null, part: Word | undefined): Reading {
  const value = day === null ? null : isoDay(day);
  return part ? partOfDay(value, part.low) : dated(value!);
}

export const weekdayRules: Rule[] = [
  {
    name: 'weekday',
    patterns: [
      'which=last|this|next|past|previous|following|coming w=<WEEKDAY> part=<PART>?',
      'this which=coming|past w=<WEEKDAY> part=<PART>?',
      'the which=previous|following|next|same w=<WEEKDAY> part=<PART>?',
      'w=<WEEKDAY> .? part=<PART>',
      'w=<WEEKDAY> which=last|next|this week',
      'w=<WEEKDAY>',
    ],
    extract({ which, w, part }, context) {
      if (w!.plural || part?.plural || !isWeekday(w!, context)) return null;
      const { reference } = context;
      const n = w!.num;
      const how = which?.low;
      const anchored = context.words[context.from]!.low === 'the' || how === 'following' || how === 'previous';
      const base =
        anchored && context.anchor && context.sentence - context.anchor.sentence <= 2
          ? context.anchor.days[0]
          : reference;
      if (base === null) {
        const unknown = `XXXX-WXX-${n}`;
        return part ? { type: 'TIME', value: partOfDay(unknown, part.low).value, range: null } : dated(unknown);
      }
      if (context.words[context.to - 1]!.low === 'week') {
        const monday = mondayOf(base) + (how === 'last' ? -7 : how === 'next' ? 7 : 0);
        return dated(isoDay(monday + n - 1));
      }
      switch (how) {
        case 'last':
        case 'past':
        case 'previous':
          return read(weekdayNear(n, base - 1, 'past'), part);
        // "Next Thursday" is the one of the week after; the one of this week would be "Thursday".
        case 'next':
          return read(anchored ? weekdayNear(n, base + 1, 'future') : mondayOf(base) + 7 + n - 1, part);
        case 'coming':
        case 'following':
          return read(weekdayNear(n, base + 1, 'future'), part);
        case 'this':
          return read(weekdayNear(n, base, context.direction() === 'past' ? 'past' : 'future'), part);
        default:
          return read(weekdayNear(n, base, context.direction() ?? 'past'), part);
      }
    },
  },
  {
    name: 'day of the week before or after',
    patterns: ['w=<WEEKDAY> of? which=last|next|this week', 'a? week which=from|ago w=<WEEKDAY>'],
    extract({ w, which }, context) {
      if (context.reference === null || !isWeekday(w!, context)) return null;
      if (which!.low === 'from') return dated(isoDay(weekdayNear(w!.num, context.reference, 'future') + 7));
      if (which!.low === 'ago') return dated(isoDay(weekdayNear(w!.num, context.reference, 'past') - 7));
      const shift = which!.low === 'last' ? -7 : which!.low === 'next' ? 7 : 0;
      return dated(isoDay(mondayOf(context.reference) + shift + w!.num - 1));
    },
  },
];
