/** The best sequence of labels for a stretch of tokens: Viterbi over the labeller's scores. */
import { LABELS, mayFollow } from './labels.ts';

// Pairs that may follow one another, once and for all.
const ALLOWED = new Uint8Array(LABELS * LABELS);
for (let a = 0; a < LABELS; a++) for (let b = 0; b < LABELS; b++) ALLOWED[a * LABELS + b] = mayFollow(a, b) ? 1 : 0;

/**
 * Labels for `n` tokens whose scores are emissions[i * LABELS + label]; both sides of the stretch are outside of names.
 * Writes them to out[0 … n - 1]. Ties go to the lower label, so that the answer repeats.
 */
export function decode(emissions: Float32Array, n: number, transitions: Float32Array, out: Uint8Array): void {
  let before = new Float64Array(LABELS).fill(-Infinity);
  let now = new Float64Array(LABELS);
  before[0] = 0;
  const back = new Uint8Array(n * LABELS);
  for (let i = 0; i < n; i++) {
    for (let b = 0; b < LABELS; b++) {
      let best = -Infinity;
      let from = 0;
      for (let a = 0; a < LABELS; a++) {
        if (ALLOWED[a * LABELS + b] === 0) continue;
        const score = before[a]! + transitions[a * LABELS + b]!;
        if (score > best) {
          best = score;
          from = a;
        }
      }
      now[b] = best + emissions[i * LABELS + b]!;
      back[i * LABELS + b] = from;
    }
    [before, now] = [now, before];
  }
  let label = 0;
  let best = -Infinity;
  for (let b = 0; b < LABELS; b++)
    if (before[b]! + transitions[b * LABELS]! > best) {
      best = before[b]! + transitions[b * LABELS]!;
      label = b;
    }
  for (let i = n - 1; i >= 0; i--) {
    out[i] = label;
    label = back[i * LABELS + label]!;
  }
}
