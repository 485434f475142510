/** Finding cues: which tokens report speech. In: a view. Out: for each token how likely it heads a cue. */
import { cueFeatures } from './cue-features.ts';
import { FeatureBuffer } from './features.ts';
import { type BinaryModel, probability } from './models.ts';
import type { View } from './view.ts';

/** True where a token may head a cue: a verb, or a word that did so in the training data. */
export function mayBeCue(view: View, i: number, words: ReadonlySet<number>): boolean {
  return words.has(view.lemma[i]!) || words.has(view.form[i]!) || view.sentence.tokens[i]!.upos === 'VERB';
}

/** The probabilities of the first round. Tokens that cannot head a cue have 0. */
export function firstRound(
  view: View,
  model: BinaryModel,
  words: ReadonlySet<number>,
  out = new FeatureBuffer(),
): Float32Array {
  const first = new Float32Array(view.size);
  for (let i = 0; i < view.size; i++) {
    if (!mayBeCue(view, i, words)) continue;
    cueFeatures(view, i, null, out);
    first[i] = probability(model, out);
  }
  return first;
}

/** The probabilities of the second round, which sees those of the first. */
export function secondRound(
  view: View,
  first: Float32Array,
  model: BinaryModel,
  out = new FeatureBuffer(),
): Float32Array {
  const second = new Float32Array(view.size);
  for (let i = 0; i < view.size; i++) {
    // What the first round is sure of needs no second look.
    if (first[i]! < 0.01) continue;
    cueFeatures(view, i, first, out);
    second[i] = probability(model, out);
  }
  return second;
}
