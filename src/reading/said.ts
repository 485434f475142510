/** When a statement was made. In: the sentence of its cue and the expressions of time in it. Out: a range. */
import type { Sentence, Timex } from '../language/doc.ts';
import { isoDay, parseDay } from '../model/day.ts';
import type { DateRange } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { Range } from './reading.ts';
import { firstFrom } from './search.ts';

/**
 * The day told beside the cue, not in what was said: the expression of time nearest to the cue, cut off at the day of
 * publishing, since a report is of what has been said. Without one, `byThen`.
 *
 * @param inside the words that count: the cue's sentence.
 * @param isOut leaves an expression of time out.
 */
export function saidOn(
  cue: Range,
  inside: Range,
  content: Range[],
  timexes: Timex[],
  byThen: DateRange,
  isOut: (timex: Timex) => boolean = () => false,
): DateRange {
  const best = nearestDay(
    cue,
    inside,
    timexes,
    (timex) => content.some((range) => overlaps(range, timex)) || isOut(timex),
  );
  if (!best) return byThen;
  const { earliest } = best;
  const latest = earlier(best.latest, byThen.latest);
  // A day after publishing is no day on which it was said.
  return earliest !== null && latest !== null && earliest > latest ? byThen : { earliest, latest };
}

// Days: news reports what was said in the week up to it, where it tells no day and does not look back.
const RECENT = 7;
const LOOKING_BACK =
  /^(?:previously|once|repeatedly|always|often|already|never|long|formerly|originally|consistently|earlier|initially)$/i;

/** When it was said where no day is told: within the week up to publishing, or by then where the cue looks back ("has said"). */
export function saidRecently({ tokens }: Sentence, head: number, published: DateRange): DateRange {
  const byThen = { earliest: null, latest: published.latest };
  const first = published.earliest === null ? null : parseDay(published.earliest);
  const looksBack = tokens.some(
    (token) =>
      token.head === head &&
      ((token.deprel === 'aux' && token.lemma === 'have') ||
        (/^advmod/.test(token.deprel) && LOOKING_BACK.test(token.form))),
  );
  // A habit or a wish ("wants", "insists") is not said on a day.
  const isFinitePast = /^(?:VBD|VBG|IN)$/.test(tokens[head]!.xpos);
  return first === null || looksBack || !isFinitePast ? byThen : { ...byThen, earliest: isoDay(first - RECENT + 1) };
}

/**
 * "In a statement afterward", "told reporters later": from the day told last before the sentence on, where that lies
 * within the week up to publishing. null where no such word stands beside the cue, or no such day before it.
 *
 * @param from the first sentence in which the day may stand.
 */
export function saidAfterwards(
  { tokens, start }: Sentence,
  head: number,
  { content, timexes, published, from }: { content: Range[]; timexes: Timex[]; published: DateRange; from: number },
): DateRange | null {
  const isLater = tokens.some(
    (token, i) =>
      (AFTERWARDS.test(token.form) || (token.head === head && /^later$/i.test(token.form))) &&
      !/^(?:this|in|on|that|than|date)$/i.test(tokens[i + 1]?.form ?? '') &&
      !content.some((range) => overlaps(range, token)),
  );
  const recent = published.earliest === null ? null : parseDay(published.earliest);
  if (!isLater || recent === null || published.latest === null) return null;
  for (let i = firstFrom(timexes, start) - 1; i >= 0 && timexes[i]!.start >= from; i--) {
    const { value, range } = timexes[i]!;
    if (!/^(?:XXXX-WXX-\d|\d{4}-\d\d-\d\d)(?:T|$)/.test(value) || !range || range.earliest === null) continue;
    if (range.earliest > published.latest || range.earliest <= isoDay(recent - RECENT)) continue;
    return { earliest: range.earliest, latest: published.latest };
  }
  return null;
}

const AFTERWARDS = /^afterwards?$/i;

/** True where an expression of time belongs to a clause that the cue does not head or go on from. */
export function isOfAnotherClause({ tokens }: Sentence, head: number, timex: Range): boolean {
  const at = tokens.findIndex((token) => token.start <= timex.start && timex.start < token.end);
  if (at < 0) return false;
  const above = new Set<number>();
  for (let k = head, steps = 0; k >= 0 && steps < FAR; k = tokens[k]!.head, steps++) {
    above.add(k);
    // Above a clause with a subject of its own, days are another matter: "the call on Monday came after Lind said".
    if (
      /^(?:advcl|acl|ccomp)/.test(tokens[k]!.deprel) &&
      tokens.some((token) => token.head === k && /^nsubj/.test(token.deprel))
    )
      break;
  }
  for (let k = at, steps = 0; k >= 0 && steps < FAR; k = tokens[k]!.head, steps++) {
    if (above.has(k)) return /poss/.test(tokens[at]!.deprel);
    if (tokens[k]!.upos === 'VERB') return true;
  }
  return false;
}

// Words between a word and what governs it, at most.
const FAR = 30;

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
