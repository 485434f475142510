/**
 * Speech that goes on beyond the sentence of its cue: one sentence at a time, forwards and backwards, best first.
 * Nearly all of it stands in quotation marks.
 */
import type { Draft, TokenRange } from './draft.ts';
import { FeatureBuffer } from './features.ts';
import { type BinaryModel, probability } from './models.ts';
import type { View } from './view.ts';

const ACCEPT = 0.5;

/** What is known of all sentences while statements grow. */
export interface ExtensionScene {
  views: View[];
  /** By sentence: the probability of its likeliest cue. */
  bestCue: Float32Array;
  /** By sentence: 1 where a statement has its cue or content there. */
  taken: Uint8Array;
}

/** How far a statement reaches, in sentences. */
export interface Extent {
  first: number;
  last: number;
}

/** The features of the sentence `next` (just outside `extent`) going on with the statement. */
export function extensionFeatures(
  scene: ExtensionScene,
  draft: Draft,
  extent: Extent,
  next: number,
  out: FeatureBuffer,
): void {
  const { views, bestCue, taken } = scene;
  const forward = next > extent.last ? 1 : 0;
  const edge = views[forward ? extent.last : extent.first]!;
  const view = views[next]!;
  const home = views[draft.sentence]!;
  const quoted = quotedShare(view);
  const edgeQuote = forward ? edge.quote[edge.size - 1]! : edge.quote[0]!;
  const nextQuote = forward ? view.quote[0]! : view.quote[view.size - 1]!;
  const same = edgeQuote >= 0 && edgeQuote === nextQuote ? 1 : 0;
  const contentQuoted = draft.content.some((range) => views[range.sentence]!.quote[range.from]! >= 0) ? 1 : 0;
  const lastContent = draft.content.at(-1);
  const contentLast = lastContent && home.size - lastContent.to <= 2 ? 1 : 0;
  const contentFirst = draft.content[0] && draft.content[0].from <= 1 ? 1 : 0;
  const paragraphs = Math.min(2, Math.abs(view.sentence.paragraph - edge.sentence.paragraph));
  const cue = Math.min(4, Math.floor(bestCue[next]! * 5));
  const steps = Math.min(4, Math.abs(next - draft.sentence));
  const outer = views[forward ? next + 1 : next - 1];
  const outerQuoted = outer ? quotedShare(outer) : 3;
  const colon = lastOf(home) ? 1 : 0;
  out.clear();
  out.add(0, forward);
  out.add(1, forward, quoted, same);
  out.add(2, forward, quoted, contentQuoted);
  out.add(3, forward, same, paragraphs);
  out.add(4, forward, cue, quoted);
  out.add(5, forward, cue, same);
  out.add(6, forward, paragraphs, quoted);
  out.add(7, forward, steps, quoted);
  out.add(8, forward, contentLast * 2 + contentFirst, quoted);
  out.add(9, forward, contentLast * 2 + contentFirst, same * 4 + contentQuoted * 2 + (paragraphs > 0 ? 1 : 0));
  out.add(10, forward, taken[next]!, quoted);
  out.add(11, forward, view.mark[0]! * 3 + view.mark[view.size - 1]!, contentQuoted);
  out.add(12, forward, edgeQuote >= 0 ? 1 : 0, nextQuote >= 0 ? 1 : 0);
  out.add(13, home.lemma[draft.head]!, forward, quoted);
  out.add(14, quoted * 4 + outerQuoted, forward, cue);
  out.add(15, colon, forward, quoted);
  out.add(16, view.form[0]!, forward, quoted);
  out.add(
    17,
    quoted * 25 + cue * 5 + steps,
    forward * 8 + same * 4 + contentQuoted * 2 + (paragraphs > 0 ? 1 : 0),
    taken[next]!,
  );
}

/** 0: none of the sentence is quoted, 1: some, 2: all but its punctuation. */
export function quotedShare({ quote, size }: View): number {
  let inside = 0;
  for (let i = 0; i < size; i++) if (quote[i]! >= 0) inside++;
  return inside === 0 ? 0 : inside >= size - 1 ? 2 : 1;
}

const COLON = ':';

/** True where a sentence ends in a colon, as before a list or a speech. */
function lastOf({ sentence }: View): boolean {
  return sentence.tokens.at(-1)?.form === COLON;
}

/** The part of a sentence that goes on with a speech: its quotations, or all of it without the full stop. */
export function speechIn(view: View, sentence: number): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let i = 0; i < view.size; i++) {
    if (view.quote[i]! < 0) continue;
    const from = i;
    while (i < view.size && view.quote[i]! >= 0) i++;
    ranges.push({ sentence, from, to: i });
  }
  if (ranges.length > 0) return ranges;
  const to = view.sentence.tokens[view.size - 1]!.form === '.' ? view.size - 1 : view.size;
  return to > 0 ? [{ sentence, from: 0, to }] : [];
}

interface Step {
  draft: number;
  next: number;
  score: number;
}

/**
 * Lets statements grow. Changes the content of `drafts`. Each step looks at the two sentences around one statement, and
 * a sentence is given away once, so the work is linear in the sentences.
 */
export function extend(scene: ExtensionScene, drafts: Draft[], model: BinaryModel): void {
  const extents: Extent[] = drafts.map((draft) => ({ first: draft.sentence, last: draft.sentence }));
  const out = new FeatureBuffer();
  const stepsOf = (draft: number): Step[] => {
    const extent = extents[draft]!;
    return [extent.first - 1, extent.last + 1].flatMap((next) => {
      if (next < 0 || next >= scene.views.length || scene.taken[next]) return [];
      extensionFeatures(scene, drafts[draft]!, extent, next, out);
      const score = probability(model, out);
      return score > ACCEPT ? [{ draft, next, score }] : [];
    });
  };
  const queue = drafts.flatMap((_, draft) => stepsOf(draft)).sort(byScore);
  while (queue.length > 0) {
    const { draft, next } = queue.pop()!;
    if (scene.taken[next]) continue;
    scene.taken[next] = 1;
    const extent = extents[draft]!;
    extent.first = Math.min(extent.first, next);
    extent.last = Math.max(extent.last, next);
    const speech = speechIn(scene.views[next]!, next);
    if (next < drafts[draft]!.sentence) drafts[draft]!.content.unshift(...speech);
    else drafts[draft]!.content.push(...speech);
    for (const step of stepsOf(draft)) insert(queue, step);
  }
}

const byScore = (a: Step, b: Step): number => a.score - b.score || b.next - a.next;

function insert(queue: Step[], step: Step): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byScore(queue[middle]!, step) < 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, step);
}
