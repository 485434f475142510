/** Trains the second opinion on word classes: softmax regression by AdaGrad over the gold trees, one pass after another. */
import { type Matrix, quantizeRows } from '../../src/language/weights.ts';
import { CLASS_BITS, CLASS_FEATURES, CLASSES, classFeatures } from '../../src/language/word-class.ts';
import { makeRandom, shuffle } from './random.ts';
import type { GoldSentence } from './treebank.ts';

const PASSES = 6;
const RATE = 0.12;
/** Rows met less often are chance, and are left out. */
const LEAST = 2;
/** Share of neighbours whose class is hidden, so that the words themselves are learned too. */
const HIDDEN = 0.1;

export function trainWordClasses(gold: readonly GoldSentence[], seed: number): Matrix {
  const n = CLASSES.length;
  const size = 1 << CLASS_BITS;
  const random = makeRandom(seed);
  const indexOf = new Map(CLASSES.map((c, i) => [c as string, i]));
  const rows = new Int32Array(CLASS_FEATURES);
  const answers: number[] = [];
  const packed: Int32Array[] = [];
  const counts = new Int32Array(size);
  for (const s of gold) {
    const classes = s.upos.map((u) => indexOf.get(u)!);
    for (let i = 0; i < classes.length; i++) {
      const seen = classes.map((c) => (random() < HIDDEN ? indexOf.get('X')! : c));
      classFeatures(s.forms, seen, i, rows);
      packed.push(rows.slice());
      answers.push(classes[i]!);
      for (const row of rows) counts[row]!++;
    }
  }
  const weights = new Float32Array(size * n);
  const squares = new Float32Array(size * n);
  const scores = new Float64Array(n);
  const total = new Float64Array(size * n);
  let order = answers.map((_, i) => i);
  for (let pass = 0; pass < PASSES; pass++) {
    order = shuffle(order, random);
    for (const at of order) {
      const own = packed[at]!;
      scores.fill(0);
      for (const row of own) if (counts[row]! >= LEAST) for (let c = 0; c < n; c++) scores[c]! += weights[row * n + c]!;
      const top = Math.max(...scores);
      let sum = 0;
      for (let c = 0; c < n; c++) sum += scores[c] = Math.exp(scores[c]! - top);
      if (scores[answers[at]!]! / sum > 0.999) continue;
      for (let c = 0; c < n; c++) {
        const g = scores[c]! / sum - (c === answers[at] ? 1 : 0);
        if (Math.abs(g) < 1e-4) continue;
        for (const row of own) {
          if (counts[row]! < LEAST) continue;
          const k = row * n + c;
          squares[k]! += g * g;
          weights[k]! -= (RATE * g) / Math.sqrt(squares[k]! + 1e-3);
        }
      }
    }
    for (let k = 0; k < total.length; k++) total[k]! += weights[k]! / PASSES;
  }
  return quantizeRows(Float32Array.from(total), size, n);
}
