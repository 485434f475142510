/** The learned parts of attribution and their arithmetic. */
import { type FeatureBuffer, TABLE_SIZE } from './features.ts';

export const LABELS = ['none', 'source', 'cue', 'content'] as const;
export const NONE = 0;
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;
const LABEL_COUNT = LABELS.length;
/** Kinds of token between which labels change more or less easily; see chain-features.ts. */
const TOKEN_KINDS = 8;

/** Where the weight of a change of labels stands. `before` is 4 at the beginning. */
export const transitionAt = (kind: number, before: number, label: number): number =>
  (kind * (LABEL_COUNT + 1) + before) * LABEL_COUNT + label;

/** A logistic model over hashed features. */
export interface BinaryModel {
  weights: Float32Array;
}

/** A chain of labels: weights by slot and label, and by pair of labels. */
export interface ChainModel {
  /** `weights[slot * 4 + label]`. */
  weights: Float32Array;
  /** `transitions[(kind * 5 + before) * 4 + label]`: by kind of token; row 4 of each kind is the beginning. */
  transitions: Float32Array;
}

export interface AttributionModels {
  cueFirst: BinaryModel;
  cueSecond: BinaryModel;
  /** Cues as such, whether or not they stand inside another's words: for speech inside speech. */
  cueNested: BinaryModel;
  chain: ChainModel;
  extension: BinaryModel;
  /** Hashes of the words that head cues in the training data. */
  cueWords: ReadonlySet<number>;
  /** A cue of this probability makes a statement. */
  threshold: number;
  nestedThreshold: number;
}

export const newBinary = (): BinaryModel => ({ weights: new Float32Array(TABLE_SIZE) });
export const newChain = (): ChainModel => ({
  weights: new Float32Array(TABLE_SIZE * LABEL_COUNT),
  transitions: new Float32Array(TOKEN_KINDS * (LABEL_COUNT + 1) * LABEL_COUNT),
});

export function probability(model: BinaryModel, features: FeatureBuffer): number {
  let score = 0;
  for (let k = 0; k < features.count; k++) score += model.weights[features.slots[k]!]!;
  return 1 / (1 + Math.exp(-score));
}

/** Adds the scores of the four labels to `scores[offset … offset + 4)`. */
export function scoreLabels(model: ChainModel, features: FeatureBuffer, scores: Float32Array, offset: number): void {
  const { weights } = model;
  let none = 0;
  let source = 0;
  let cue = 0;
  let content = 0;
  for (let k = 0; k < features.count; k++) {
    const base = features.slots[k]! * LABEL_COUNT;
    none += weights[base]!;
    source += weights[base + 1]!;
    cue += weights[base + 2]!;
    content += weights[base + 3]!;
  }
  scores[offset] = none;
  scores[offset + 1] = source;
  scores[offset + 2] = cue;
  scores[offset + 3] = content;
}

/**
 * The best labels (Viterbi). `scores` holds four a token, `kinds` the kind of each token. The token `fixed` must be CUE.
 */
export function bestLabels(model: ChainModel, scores: Float32Array, kinds: Uint8Array, fixed: number): Uint8Array {
  const size = kinds.length;
  const { transitions } = model;
  const best = new Float64Array(size * LABEL_COUNT);
  const back = new Uint8Array(size * LABEL_COUNT);
  for (let i = 0; i < size; i++)
    for (let label = 0; label < LABEL_COUNT; label++) {
      let top = Number.NEGATIVE_INFINITY;
      let from = 0;
      if (i === 0) top = transitions[transitionAt(kinds[i]!, LABEL_COUNT, label)]!;
      else
        for (let before = 0; before < LABEL_COUNT; before++) {
          const score = best[(i - 1) * LABEL_COUNT + before]! + transitions[transitionAt(kinds[i]!, before, label)]!;
          if (score > top) {
            top = score;
            from = before;
          }
        }
      const barred = i === fixed && label !== CUE;
      best[i * LABEL_COUNT + label] = barred ? Number.NEGATIVE_INFINITY : top + scores[i * LABEL_COUNT + label]!;
      back[i * LABEL_COUNT + label] = from;
    }
  const labels = new Uint8Array(size);
  let label = 0;
  for (let k = 1; k < LABEL_COUNT; k++)
    if (best[(size - 1) * LABEL_COUNT + k]! > best[(size - 1) * LABEL_COUNT + label]!) label = k;
  for (let i = size - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABEL_COUNT + label]!;
  }
  return labels;
}
