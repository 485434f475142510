/** Training of the linear models: logistic regression by AdaGrad and a structured averaged perceptron. Deterministic. */
import { type FeatureBuffer, TABLE_SIZE } from '../../src/reading/attribution/features.ts';
import { type BinaryModel, newBinary } from '../../src/reading/attribution/models.ts';

/** A small seeded generator (mulberry32): the same order of examples every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}

/** Examples packed: the slots of all, where each begins, and the answers. */
export class Examples {
  slots = new Uint32Array(1 << 20);
  starts: number[] = [0];
  answers: number[] = [];

  add(features: FeatureBuffer, answer: 0 | 1): void {
    const end = this.starts.at(-1)! + features.count;
    if (end > this.slots.length) {
      const larger = new Uint32Array(Math.max(end, this.slots.length * 2));
      larger.set(this.slots);
      this.slots = larger;
    }
    this.slots.set(features.slots.subarray(0, features.count), this.starts.at(-1)!);
    this.starts.push(end);
    this.answers.push(answer);
  }
}

export interface LogisticOptions {
  epochs: number;
  rate: number;
  /** L1: weights that do not earn it stay nothing. */
  penalty: number;
}

/** Logistic regression over `examples`, those in `use` only. */
export function trainLogistic(
  examples: Examples,
  use: Int32Array,
  options: LogisticOptions,
  random: () => number,
): BinaryModel {
  const model = newBinary();
  const { weights } = model;
  const squares = new Float32Array(TABLE_SIZE);
  const order = Array.from(use);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      const from = examples.starts[example]!;
      const to = examples.starts[example + 1]!;
      let score = 0;
      for (let k = from; k < to; k++) score += weights[examples.slots[k]!]!;
      const gradient = 1 / (1 + Math.exp(-score)) - examples.answers[example]!;
      if (Math.abs(gradient) < 1e-4) continue;
      for (let k = from; k < to; k++) {
        const slot = examples.slots[k]!;
        const g = gradient + options.penalty * Math.sign(weights[slot]!);
        squares[slot]! += g * g;
        weights[slot]! -= (options.rate * g) / Math.sqrt(squares[slot]! + 1e-6);
      }
    }
  }
  return model;
}
