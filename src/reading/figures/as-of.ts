/**
 * The time that a figure is told for. In: the number's place and the statement it stands in. Out: a range; without an
 * open beginning only where the words name a time. Example: "61 ships were waiting on Sunday" is as of that Sunday.
 */
import type { Timex } from '../../language/doc.ts';
import type { DateRange } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import type { LocalStatement, Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { anchorOf, type Scene, spanBelow } from './scene.ts';
import { states } from './words.ts';

// A time after these tells of something else than the count.
const OTHER = /^(?:since|after|until|till|from|through|between|of|during|than|starting|beginning|ending)$/;

/**
 * @param statement the innermost one whose content holds the number.
 * @param byThen what the day of publishing says.
 * @param last the time of the figure before, for "the same day".
 */
export function asOf(
  scene: Scene,
  number: Range,
  statement: LocalStatement | null,
  byThen: DateRange,
  last: DateRange | null,
): DateRange {
  let best: DateRange | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const { doc, sentence } = scene;
  for (let i = firstFrom(doc.timexes, sentence.start); i < doc.timexes.length; i++) {
    const timex = doc.timexes[i]!;
    if (timex.start >= sentence.end) break;
    const range = rangeAt(scene, timex, number, statement, last);
    if (!range || isAfter(range, byThen)) continue;
    const distance = timex.start >= number.end ? timex.start - number.end : Math.max(0, number.start - timex.end);
    if (distance >= nearest) continue;
    nearest = distance;
    best = range;
  }
  if (best) return { earliest: best.earliest, latest: earlier(best.latest, byThen.latest) };
  return { earliest: null, latest: earlier(statement?.said.latest ?? null, byThen.latest) };
}

function rangeAt(
  scene: Scene,
  timex: Timex,
  number: Range,
  statement: LocalStatement | null,
  last: DateRange | null,
): DateRange | null {
  const { doc, tokens, lower } = scene;
  const same = /^(?:on )?the same (?:day|evening|morning|date)$/i.test(doc.text.slice(timex.start, timex.end));
  const range = same ? last : timex.range;
  if (!range || timex.type === 'DURATION' || timex.type === 'SET') return null;
  // A day beside the cue is the day of saying.
  if (statement && !statement.content.some((content) => overlaps(content, timex))) return null;
  const from = firstFrom(tokens, timex.start);
  let to = from + 1;
  while (to < tokens.length && tokens[to]!.start < timex.end) to++;
  if (from >= tokens.length) return null;
  const before = lower[from - 1] ?? '';
  if (OTHER.test(before) || /^[’']s?$/.test(lower[to] ?? '')) return null;
  const head = tokens[anchorOf(scene, from, to)]!.head;
  const governor = tokens[head];
  // "transits, which stood at 140 before May, are down to 55": the day of the 140.
  if (governor && isOfOther(scene, head, number)) return null;
  if (before === 'before') return { earliest: null, latest: range.earliest };
  // "the May 3 attack": the day of the attack.
  const isNoun = /^(?:NOUN|PROPN)$/.test(governor?.upos ?? '') && tokens[to]?.upos !== 'NUM';
  if (isNoun && head >= to && head - to < 3) return null;
  // "workers dismissed in November": when that was done, not when they were counted.
  if (
    governor &&
    /^(?:acl|amod|advcl)/.test(governor.deprel) &&
    /^VB[ND]$/.test(governor.xpos) &&
    // "nurses who walked out on Monday" are those of that day.
    !(governor.xpos === 'VBD' && lower[head - 1] === 'who') &&
    !STILL.has(states.get(lower[head]!) ?? '')
  )
    return null;
  return range;
}

/** True in a clause about a noun that counts something itself and does not hold the number. */
function isOfOther(scene: Scene, verb: number, number: Range): boolean {
  const { tokens } = scene;
  if (!/^acl/.test(tokens[verb]!.deprel)) return false;
  const { from, to } = spanBelow(scene, verb);
  if (tokens[from]!.start <= number.start && number.end <= tokens[to - 1]!.end) return false;
  return tokens.slice(verb, to).some((token) => token.upos === 'NUM' && token.head === verb);
}

// Passive words of a state that lasts: "held on Sunday".
const STILL = new Set(['hold', 'wait', 'strike', 'shelter', 'miss', 'displace']);

const isAfter = (range: DateRange, byThen: DateRange): boolean =>
  range.earliest !== null && byThen.latest !== null && range.earliest > byThen.latest;

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  return b === null || a < b ? a : b;
}
