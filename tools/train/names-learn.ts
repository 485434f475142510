/** The structured averaged perceptron of the name finder. */

import { decode } from '../../src/language/names/decode.ts';
import { countWords, extractFeatures, FEATURES, type Sight, viewSentence } from '../../src/language/names/features.ts';
import { beginOf, insideOf, LABELS, MODEL_KINDS } from '../../src/language/names/labels.ts';
import type { NameModel } from '../../src/language/names/model.ts';
import type { GoldText } from './names-gold.ts';
import { type Random, shuffle } from './random.ts';

/** A stretch of tokens that may be named, with the rows of its features and its gold labels. */
export interface Example {
  rows: Int32Array;
  gold: Uint8Array;
}

export interface Model {
  /** log2 of the number of rows. */
  bits: number;
  /** weights[row * LABELS + label] */
  weights: Float32Array;
  /** transitions[previous * LABELS + next] */
  transitions: Float32Array;
}

/** The stretches of a text that its gold names and capitals open. `bits` is log2 of the table's rows. */
export function makeExamples({ sentences }: GoldText, sight: Sight, bits: number): Example[] {
  const mask = (1 << bits) - 1;
  const counts = countWords(
    sentences.map((s) => s.sentence),
    sight,
  );
  const features = new Int32Array(FEATURES);
  const examples: Example[] = [];
  for (const { sentence, names } of sentences) {
    const view = viewSentence(sentence, sight, counts);
    const labels = new Uint8Array(sentence.tokens.length);
    for (const { from, to, kind } of names) {
      const k = MODEL_KINDS.indexOf(kind);
      for (let i = from; i < to; i++) labels[i] = i === from ? beginOf(k) : insideOf(k);
    }
    for (let i = 0; i < view.open.length; ) {
      if (view.open[i] === 0) {
        i++;
        continue;
      }
      let end = i;
      while (end < view.open.length && view.open[end] === 1) end++;
      const rows = new Int32Array((end - i) * FEATURES);
      for (let j = i; j < end; j++) {
        extractFeatures(view, j, features);
        for (let f = 0; f < FEATURES; f++) rows[(j - i) * FEATURES + f] = features[f]! & mask;
      }
      examples.push({ rows, gold: labels.slice(i, end) });
      i = end;
    }
  }
  return examples;
}

/** Points features whose row is met less than `least` times to row 0, which the finder never reads. */
export function dropRare(examples: readonly Example[], bits: number, least: number): void {
  const counts = new Uint32Array(1 << bits);
  for (const { rows } of examples) for (const row of rows) counts[row]!++;
  for (const { rows } of examples) for (let i = 0; i < rows.length; i++) if (counts[rows[i]!]! < least) rows[i] = 0;
}

/** The mean of several models. */
export function meanOf(models: readonly Model[]): Model {
  const [first, ...rest] = models;
  const weights = first!.weights.slice();
  const transitions = first!.transitions.slice();
  for (const model of rest) {
    for (let i = 0; i < weights.length; i++) weights[i]! += model.weights[i]!;
    for (let i = 0; i < transitions.length; i++) transitions[i]! += model.transitions[i]!;
  }
  return {
    bits: first!.bits,
    weights: weights.map((w) => w / models.length),
    transitions: transitions.map((w) => w / models.length),
  };
}

export class Learner {
  readonly bits: number;
  private readonly weights: Float32Array;
  private readonly sums: Float32Array;
  private readonly transitions = new Float32Array(LABELS * LABELS);
  private readonly transitionSums = new Float32Array(LABELS * LABELS);
  private steps = 1;

  constructor(bits: number) {
    this.bits = bits;
    this.weights = new Float32Array((1 << bits) * LABELS);
    this.sums = new Float32Array((1 << bits) * LABELS);
  }

  /** One pass over the examples in a new order, each update times `rate`. */
  pass(examples: readonly Example[], random: Random, rate: number): void {
    for (const example of shuffle(examples, random)) this.learn(example, rate);
  }

  private learn({ rows, gold }: Example, rate: number): void {
    const n = gold.length;
    const emissions = score(this.weights, rows, n);
    const predicted = new Uint8Array(n);
    decode(emissions, n, this.transitions, predicted);
    let previousGold = 0;
    let previous = 0;
    for (let i = 0; i <= n; i++) {
      const right = i < n ? gold[i]! : 0;
      const wrong = i < n ? predicted[i]! : 0;
      if (right !== wrong && i < n) {
        for (let f = i * FEATURES; f < (i + 1) * FEATURES; f++) {
          const base = rows[f]! * LABELS;
          this.weights[base + right]! += rate;
          this.weights[base + wrong]! -= rate;
          this.sums[base + right]! += rate * this.steps;
          this.sums[base + wrong]! -= rate * this.steps;
        }
      }
      if (right !== wrong || previousGold !== previous) {
        const a = previousGold * LABELS + right;
        const b = previous * LABELS + wrong;
        this.transitions[a]! += rate;
        this.transitions[b]! -= rate;
        this.transitionSums[a]! += rate * this.steps;
        this.transitionSums[b]! -= rate * this.steps;
      }
      previousGold = right;
      previous = wrong;
    }
    this.steps++;
  }

  /** Goes on from the averaged weights, and averages anew: what was learned so far is where the next corpus starts. */
  restart(): void {
    const { weights, transitions } = this.average();
    this.weights.set(weights);
    this.transitions.set(transitions);
    this.sums.fill(0);
    this.transitionSums.fill(0);
    this.steps = 1;
  }

  /** The weights averaged over all steps. */
  average(): Model {
    const weights = this.weights.map((w, i) => w - this.sums[i]! / this.steps);
    const transitions = this.transitions.map((w, i) => w - this.transitionSums[i]! / this.steps);
    return { bits: this.bits, weights, transitions };
  }
}

/**
 * The model with 8-bit weights. Codes stand for squares (±(code / 127)² × scale): most weights are small and a few are very large, and a
 * linear scale would lose the one or the other.
 */
export function quantize({ bits, weights, transitions }: Model, about: Record<string, unknown>): NameModel {
  let scale = 0;
  for (const w of weights) scale = Math.max(scale, Math.abs(w));
  const rows = new Int8Array(weights.length);
  // Row 0 gathers the rare features; at reading it is silent.
  for (let i = LABELS; i < weights.length; i++)
    rows[i] = Math.sign(weights[i]!) * Math.round(127 * Math.sqrt(Math.abs(weights[i]!) / (scale || 1)));
  return { bits, rows, scale, transitions, about };
}

export function score(weights: Float32Array | Int8Array, rows: Int32Array, n: number): Float32Array {
  const emissions = new Float32Array(n * LABELS);
  for (let i = 0; i < n; i++) {
    for (let f = i * FEATURES; f < (i + 1) * FEATURES; f++) {
      const base = rows[f]! * LABELS;
      for (let l = 0; l < LABELS; l++) emissions[i * LABELS + l]! += weights[base + l]!;
    }
  }
  return emissions;
}
