/** When a statement was made. In: the sentence of its cue and the expressions of time in it. Out: a range. */
import type { Timex } from '../language/doc.ts';
import type { DateRange } from '../model/record.ts';
import type { Range } from './reading.ts';

/**
 * The day told beside the cue, not in what was said: the expression of time nearest to the cue, cut off at the day of
 * publishing, since a report is of what has been said. Without one, `byThen`.
 *
 * @param inside the words that count: the cue's sentence.
 */
export function saidOn(cue: Range, inside: Range, content: Range[], timexes: Timex[], byThen: DateRange): DateRange {
  let best: DateRange | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const timex of timexes) {
    if (timex.start < inside.start || timex.end > inside.end || !timex.range) continue;
    if (content.some((range) => range.start < timex.end && timex.start < range.end)) continue;
    const distance = timex.start >= cue.end ? timex.start - cue.end : cue.start - timex.end;
    if (distance >= nearest) continue;
    nearest = distance;
    best = timex.range;
  }
  if (!best) return byThen;
  const { earliest } = best;
  const latest = earlier(best.latest, byThen.latest);
  // A day after publishing is no day on which it was said.
  return earliest !== null && latest !== null && earliest > latest ? byThen : { earliest, latest };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
