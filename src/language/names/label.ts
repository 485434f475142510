/** Labels for the words of a text: scores by the model, evidence shared over the text, then the best sequence. */
import type { Sentence } from '../doc.ts';
import { decode } from './decode.ts';
import { extractFeatures, FEATURES, type Sight, type TextCounts, type View, viewSentence } from './features.ts';
import { beginOf, insideOf, isBegin, kindOf, LABELS, MODEL_KINDS, type ModelKind } from './labels.ts';
import { type NameModel, weightsOfCodes } from './model.ts';

/** A stretch of words labelled as one name: tokens [from, to) of a sentence. */
export interface Labelled {
  sentence: number;
  from: number;
  to: number;
  kind: ModelKind;
}

/** A run of open tokens of a sentence. */
interface Run {
  sentence: number;
  from: number;
  words: Int32Array;
  emissions: Float32Array;
}

/**
 * How much the mean score of a word's other places in the text counts beside its own. More helps articles that repeat
 * their names and harms speeches (docs/decisions/names.md).
 */
const SHARED = 0.2;

function runsOf(view: View, sentence: number, model: NameModel, weights: Float32Array, features: Int32Array): Run[] {
  const { open } = view;
  const { rows } = model;
  const mask = (1 << model.bits) - 1;
  const runs: Run[] = [];
  for (let i = 0; i < open.length; ) {
    if (open[i] === 0) {
      i++;
      continue;
    }
    let end = i;
    while (end < open.length && open[end] === 1) end++;
    const emissions = new Float32Array((end - i) * LABELS);
    const words = new Int32Array(end - i);
    for (let j = i; j < end; j++) {
      extractFeatures(view, j, features);
      words[j - i] = view.seen[j]!.eligible ? view.seen[j]!.word : 0;
      const base = (j - i) * LABELS;
      for (let f = 0; f < FEATURES; f++) {
        const row = (features[f]! & mask) * LABELS;
        for (let l = 0; l < LABELS; l++) emissions[base + l]! += weights[rows[row + l]! + 128]!;
      }
    }
    runs.push({ sentence, from: i, words, emissions });
    i = end;
  }
  return runs;
}

/** Slots of shared evidence: outside, then one for each kind. */
const SLOTS = 1 + MODEL_KINDS.length;

/** Adds to each word's scores what its other places in the text say, by kind: "Blackwood" met as a person tells of "Blackwood" alone. */
function shareEvidence(runs: readonly Run[]): void {
  const sums = new Map<number, { count: number; slots: Float64Array }>();
  const slotsOf = (run: Run, i: number, out: Float64Array): void => {
    const base = i * LABELS;
    out[0] = run.emissions[base]!;
    for (let k = 0; k < MODEL_KINDS.length; k++)
      out[k + 1] = Math.max(run.emissions[base + beginOf(k)]!, run.emissions[base + insideOf(k)]!);
    // Only what tells kinds apart is shared.
    let mean = 0;
    for (let s = 0; s < SLOTS; s++) mean += out[s]! / SLOTS;
    for (let s = 0; s < SLOTS; s++) out[s]! -= mean;
  };
  const slots = new Float64Array(SLOTS);
  for (const run of runs)
    run.words.forEach((word, i) => {
      if (word === 0) return;
      slotsOf(run, i, slots);
      const sum = sums.get(word) ?? { count: 0, slots: new Float64Array(SLOTS) };
      sum.count++;
      for (let s = 0; s < SLOTS; s++) sum.slots[s]! += slots[s]!;
      sums.set(word, sum);
    });
  for (const run of runs) {
    const own = run.emissions.slice();
    const before = { ...run, emissions: own };
    run.words.forEach((word, i) => {
      const sum = word === 0 ? undefined : sums.get(word);
      if (!sum || sum.count < 2) return;
      slotsOf(before, i, slots);
      const base = i * LABELS;
      const rest = sum.count - 1;
      run.emissions[base]! += (SHARED * (sum.slots[0]! - slots[0]!)) / rest;
      for (let k = 0; k < MODEL_KINDS.length; k++) {
        const more = (SHARED * (sum.slots[k + 1]! - slots[k + 1]!)) / rest;
        run.emissions[base + beginOf(k)]! += more;
        run.emissions[base + insideOf(k)]! += more;
      }
    });
  }
}

/** Gives the stretches of a text that the model labels, in order. */
export type Labeller = (sentences: readonly Sentence[], counts: TextCounts) => Labelled[];

export function makeLabeller(model: NameModel, sight: Sight): Labeller {
  const weights = weightsOfCodes(model.scale);
  const features = new Int32Array(FEATURES);
  return (sentences, counts) => labelText(sentences, model, weights, features, sight, counts);
}

function labelText(
  sentences: readonly Sentence[],
  model: NameModel,
  weights: Float32Array,
  features: Int32Array,
  sight: Sight,
  counts: TextCounts,
): Labelled[] {
  const runs: Run[] = [];
  sentences.forEach((sentence, index) => {
    runs.push(...runsOf(viewSentence(sentence, sight, counts), index, model, weights, features));
  });
  shareEvidence(runs);
  const labelled: Labelled[] = [];
  for (const run of runs) {
    const n = run.words.length;
    const labels = new Uint8Array(n);
    decode(run.emissions, n, model.transitions, labels);
    for (let i = 0; i < n; ) {
      const label = labels[i]!;
      if (label === 0 || !isBegin(label)) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < n && labels[end] === label + 1) end++;
      labelled.push({
        sentence: run.sentence,
        from: run.from + i,
        to: run.from + end,
        kind: MODEL_KINDS[kindOf(label)]!,
      });
      i = end;
    }
  }
  return labelled;
}
