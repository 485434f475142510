/**
 * Trains the chain of labels: a conditional random field. Each step moves the weights of one sentence under one cue
 * from what the model expects towards what the annotators marked, with AdaGrad's steps.
 */
import { chainFeatures, cueScene } from '../../src/reading/attribution/chain-features.ts';
import { FeatureBuffer } from '../../src/reading/attribution/features.ts';
import {
  type ChainModel,
  CUE,
  newChain,
  SOURCE,
  scoreLabels,
  transitionAt,
} from '../../src/reading/attribution/models.ts';
import type { View } from '../../src/reading/attribution/view.ts';
import { shuffle } from './linear.ts';

const LABELS = 4;
const START = 4;
/** Expectations this near to the truth move nothing: it halves the time and changes no score. */
const CLOSE = 0.003;
/**
 * Added to each change into a source. The likeliest labels leave out a source that is only half sure, and a statement
 * without its source is worth less than one with a doubtful one. 1 and 1.5 were as good on held-out articles, 0.5 and 2 less.
 */
const TOWARDS_SOURCE = 1;

/** One sentence under one cue. */
export interface ChainExample {
  view: View;
  head: number;
  /** How likely each token of the sentence heads a cue, by models that never saw it. */
  probabilities: Float32Array;
  /** By token: what the annotators marked. */
  labels: Uint8Array;
}

export interface ChainOptions {
  epochs: number;
  rate: number;
  /** L2 of each weight, at each step that moves it. */
  penalty: number;
}

/** `onEpoch` gets the mean loss a token. */
export function trainChain(
  examples: ChainExample[],
  { epochs, rate, penalty }: ChainOptions,
  random: () => number,
  onEpoch: (epoch: number, loss: number) => void,
): ChainModel {
  const model = newChain();
  const squares = newChain();
  const order = examples.slice();
  const out = new FeatureBuffer();
  const move = (part: 'weights' | 'transitions', k: number, gradient: number): void => {
    const g = gradient + penalty * model[part][k]!;
    squares[part][k]! += g * g;
    model[part][k]! -= (rate * g) / Math.sqrt(squares[part][k]! + 1e-6);
  };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0;
    let tokens = 0;
    for (const { view, head, probabilities, labels } of shuffle(order, random)) {
      const { size } = view;
      const scene = cueScene(view, head, probabilities);
      const scores = new Float32Array(size * LABELS);
      const slots: Uint32Array[] = [];
      for (let i = 0; i < size; i++) {
        chainFeatures(scene, i, out);
        slots.push(out.slots.slice(0, out.count));
        scoreLabels(model, out, scores, i * LABELS);
      }
      const expected = expectations(model, scores, scene.kinds, head);
      for (let i = 0; i < size; i++) {
        tokens++;
        const truth = labels[i]!;
        loss -= Math.log(Math.max(1e-9, expected.labels[i * LABELS + truth]!));
        for (let label = 0; label < LABELS; label++) {
          const gradient = expected.labels[i * LABELS + label]! - (label === truth ? 1 : 0);
          if (Math.abs(gradient) < CLOSE) continue;
          for (const slot of slots[i]!) move('weights', slot * LABELS + label, gradient);
        }
        const kind = scene.kinds[i]!;
        const before = i === 0 ? START : labels[i - 1]!;
        for (let from = i === 0 ? START : 0; from <= (i === 0 ? START : LABELS - 1); from++)
          for (let label = 0; label < LABELS; label++) {
            const is = from === before && label === truth ? 1 : 0;
            const gradient = expected.pairs[(i * (LABELS + 1) + from) * LABELS + label]! - is;
            if (Math.abs(gradient) >= CLOSE) move('transitions', transitionAt(kind, from, label), gradient);
          }
      }
    }
    onEpoch(epoch, loss / tokens);
  }
  for (let k = 0; k < model.transitions.length; k++) {
    const before = Math.floor(k / LABELS) % (LABELS + 1);
    if (k % LABELS === SOURCE && before !== SOURCE) model.transitions[k]! += TOWARDS_SOURCE;
  }
  return model;
}

interface Expected {
  /** `[token * 4 + label]`: how likely the label is. */
  labels: Float64Array;
  /** `[(token * 5 + before) * 4 + label]`: how likely the two follow each other; before is 4 at the first token. */
  pairs: Float64Array;
}

/** Forwards and backwards over the sentence, in plain numbers that are scaled at each token. */
function expectations(model: ChainModel, scores: Float32Array, kinds: Uint8Array, fixed: number): Expected {
  const size = kinds.length;
  const factors = new Float64Array(size * LABELS);
  for (let i = 0; i < size; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < LABELS; k++) top = Math.max(top, scores[i * LABELS + k]!);
    for (let k = 0; k < LABELS; k++)
      factors[i * LABELS + k] =
        i === fixed && k !== CUE
          ? 0
          : Math.exp(scores[i * LABELS + k]! - (i === fixed ? scores[i * LABELS + CUE]! : top));
  }
  const change = (i: number, before: number, label: number): number =>
    Math.exp(model.transitions[transitionAt(kinds[i]!, before, label)]!);
  const forward = new Float64Array(size * LABELS);
  const backward = new Float64Array(size * LABELS).fill(1);
  const scaled = (list: Float64Array, i: number): void => {
    let sum = 0;
    for (let k = 0; k < LABELS; k++) sum += list[i * LABELS + k]!;
    for (let k = 0; k < LABELS; k++) list[i * LABELS + k]! /= sum;
  };
  for (let i = 0; i < size; i++) {
    for (let label = 0; label < LABELS; label++) {
      let sum = 0;
      if (i === 0) sum = change(0, START, label);
      else
        for (let before = 0; before < LABELS; before++)
          sum += forward[(i - 1) * LABELS + before]! * change(i, before, label);
      forward[i * LABELS + label] = sum * factors[i * LABELS + label]!;
    }
    scaled(forward, i);
  }
  for (let i = size - 2; i >= 0; i--) {
    for (let before = 0; before < LABELS; before++) {
      let sum = 0;
      for (let label = 0; label < LABELS; label++)
        sum += change(i + 1, before, label) * factors[(i + 1) * LABELS + label]! * backward[(i + 1) * LABELS + label]!;
      backward[i * LABELS + before] = sum;
    }
    scaled(backward, i);
  }
  const labels = new Float64Array(size * LABELS);
  const pairs = new Float64Array(size * (LABELS + 1) * LABELS);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < LABELS; k++) labels[i * LABELS + k] = forward[i * LABELS + k]! * backward[i * LABELS + k]!;
    scaled(labels, i);
    const from = i === 0 ? START : 0;
    const to = i === 0 ? START : LABELS - 1;
    let sum = 0;
    for (let before = from; before <= to; before++)
      for (let label = 0; label < LABELS; label++) {
        const at = (i * (LABELS + 1) + before) * LABELS + label;
        const reached = i === 0 ? 1 : forward[(i - 1) * LABELS + before]!;
        pairs[at] = reached * change(i, before, label) * factors[i * LABELS + label]! * backward[i * LABELS + label]!;
        sum += pairs[at]!;
      }
    for (let k = i * (LABELS + 1) * LABELS; k < (i + 1) * (LABELS + 1) * LABELS; k++) pairs[k]! /= sum;
  }
  return { labels, pairs };
}
