/** When a statement was made. In: the sentence of its cue and the expressions of time in it. Out: a range. */
import type { Timex } from '../language/doc.ts';
import type { DateRange } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { Range } from './reading.ts';
import { firstFrom } from './search.ts';

/**
 * The day told beside the cue, not in what was said: the expression of time nearest to the cue, cut off at the day of
 * publishing, since a report is of what has been said. Without one, `byThen`.
 *
 * @param inside the words that count: the cue's sentence.
 */
export function saidOn(cue: Range, inside: Range, content: Range[], timexes: Timex[], byThen: DateRange): DateRange {
  const best = nearestDay(cue, inside, timexes, (timex) => content.some((range) => overlaps(range, timex)));
  if (!best) return byThen;
  const { earliest } = best;
  const latest = earlier(best.latest, byThen.latest);
  // A day after publishing is no day on which it was said.
  return earliest !== null && latest !== null && earliest > latest ? byThen : { earliest, latest };
}

/**
 * The range of the expression of time in `inside` that stands nearest to `anchor`; the earlier one of two equally near.
 *
 * @param timexes in the order of the text.
 * @param isOut leaves an expression out.
 */
export function nearestDay(
  anchor: Range,
  inside: Range,
  timexes: Timex[],
  isOut: (timex: Timex) => boolean = () => false,
): DateRange | null {
  let best: DateRange | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = firstFrom(timexes, inside.start); i < timexes.length && timexes[i]!.start < inside.end; i++) {
    const timex = timexes[i]!;
    if (timex.end > inside.end || !timex.range || isOut(timex)) continue;
    const distance = timex.start >= anchor.end ? timex.start - anchor.end : Math.max(0, anchor.start - timex.end);
    if (distance >= nearest) continue;
    nearest = distance;
    best = timex.range;
  }
  return best;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
