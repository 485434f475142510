/** Trains the tagging and parsing network on treebank sentences and packs it for the weights file. */
import type { Shape } from '../../src/language/shape.ts';
import { quantizeRows, type Weights } from '../../src/language/weights.ts';
import { WORD_FEATURES, wordFeatures } from '../../src/language/word-features.ts';
import type { Crew } from './crew.ts';
import { type Dropout, makeTrainer, type TrainSentence } from './network-trainer.ts';
import { makeRandom, shuffle } from './random.ts';
import type { SilverSentence } from './silver.ts';
import type { GoldSentence } from './treebank.ts';

export interface NetworkOptions {
  /** By epoch, what is read mixed with gold. */
  silver: readonly (readonly SilverSentence[])[];
  /** Of learning, at its height. */
  rate: number;
  wordsAStep: number;
  dropout: Dropout;
  seed: number;
  sizes: Pick<Shape, 'input' | 'hidden' | 'arc' | 'label'>;
  crew: Crew;
  /** Called after each epoch. */
  onEpoch(epoch: number, loss: number): void;
}

/** The part of the weights that is the network's. */
export type NetworkWeights = Omit<Weights, 'lemmas' | 'classes'>;

/** Features seen at least twice in gold (parts of words: three times), in the order of first sight. */
function vocabularyOf(gold: readonly GoldSentence[], silver: readonly SilverSentence[]): string[] {
  const counts = new Map<string, number>();
  const inGold = new Map<string, number>();
  for (const [sentences, tally] of [
    [gold, inGold],
    [[...gold, ...silver], counts],
  ] as const)
    for (const s of sentences)
      for (const form of s.forms) for (const key of wordFeatures(form)) tally.set(key, (tally.get(key) ?? 0) + 1);
  // What silver alone knows has to be commoner, or the file would grow for little.
  const isKept = (key: string, n: number): boolean => {
    const own = inGold.get(key) ?? 0;
    return /^[wW] /.test(key) ? own >= 2 || n >= 4 : own >= 3 || n >= 12;
  };
  return ['?', ...[...counts].filter(([key, n]) => isKept(key, n)).map(([key]) => key)];
}

const ranked = (items: Iterable<string>): string[] => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([item]) => item);
};

/** How much a silver sentence weighs beside a gold one. */
const SILVER_WEIGHT = 0.5;
/** How much more the arcs of content clauses count: who said what stands on them, and there are few. */
const CONTENT_WEIGHT = 2;

export function trainNetwork(gold: readonly GoldSentence[], options: NetworkOptions): NetworkWeights {
  const random = makeRandom(options.seed);
  const silver = options.silver.flat();
  const vocabulary = vocabularyOf(gold, silver);
  const rowOf = new Map(vocabulary.map((key, i) => [key, i]));
  const tags = ranked(gold.flatMap((s) => s.upos.map((u, i) => `${u} ${s.xpos[i]}`)));
  const relations = ranked(gold.flatMap((s) => s.deprels));
  const tagOf = new Map(tags.map((t, i) => [t, i]));
  const relationOf = new Map(relations.map((r, i) => [r, i]));
  const penn = [...new Set(tags.map((t) => t.split(' ')[1]!))];
  const groups = penn.map((tag) => [...tags.keys()].filter((i) => tags[i]!.endsWith(` ${tag}`)));
  const groupOf = new Map(penn.map((tag, g) => [tag, -2 - g]));
  const shape: Shape = {
    ...options.sizes,
    tags: Math.ceil(tags.length / 8) * 8,
    labels: Math.ceil(relations.length / 8) * 8,
  };
  const seen = new Map<string, number>();
  for (const s of [...gold, ...silver])
    for (const form of s.forms) seen.set(form.toLowerCase(), (seen.get(form.toLowerCase()) ?? 0) + 1);

  function lesson(s: SilverSentence, weight: number): TrainSentence {
    const words = new Uint8Array(s.forms.length);
    const rows = s.forms.map((form, i) => {
      const ids: number[] = [];
      wordFeatures(form).forEach((key, k) => {
        const row = rowOf.get(key) ?? (k === 0 ? 0 : -1);
        if (row >= 0) ids.push(row);
        if (k === WORD_FEATURES - 1) words[i] = ids.length;
      });
      return Int32Array.from(ids);
    });
    return {
      rows,
      words,
      counts: Int32Array.from(s.forms, (f) => seen.get(f.toLowerCase())!),
      tags: Int32Array.from(s.xpos, (tag) => groupOf.get(tag) ?? -1),
      heads: Int32Array.from(s.heads, (h, i) => (relationOf.has(s.deprels[i]!) ? h + 1 : -1)),
      labels: Int32Array.from(s.deprels, (r) => relationOf.get(r) ?? -1),
      weights: Float32Array.from(s.deprels, (r) => weight * (r === 'ccomp' ? CONTENT_WEIGHT : 1)),
      weight,
    };
  }
  const goldLessons = gold.map(
    (s): TrainSentence => ({
      ...lesson(s, 1),
      tags: Int32Array.from(s.upos, (u, i) => tagOf.get(`${u} ${s.xpos[i]}`)!),
    }),
  );
  const chance = makeRandom(options.seed + 1 + options.crew.rank);
  const trainer = makeTrainer(shape, vocabulary.length, random, chance, options.dropout, options.crew, groups);
  const courses = options.silver.map((part) => [...goldLessons, ...part.map((s) => lesson(s, SILVER_WEIGHT))]);
  const order = makeRandom(options.seed);
  const plan = makeRandom(options.seed);
  const steps = courses.reduce((n, course) => n + batches(course, options.wordsAStep, plan).length, 0);
  let done = 0;
  courses.forEach((course, epoch) => {
    let loss = 0;
    for (const batch of batches(course, options.wordsAStep, order)) {
      // A short climb, then down along a cosine.
      const at = Math.min(1, done++ / steps);
      const rate = options.rate * Math.min(1, done / 200) * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * at)));
      loss += trainer.step(batch, rate);
    }
    options.onEpoch(epoch + 1, loss);
  });
  const { table, dense } = trainer.parameters();
  return {
    shape,
    vocabulary,
    tags,
    relations,
    table: quantizeRows(table, vocabulary.length, shape.input),
    dense: Object.fromEntries(
      Object.entries(dense).map(([name, m]) => [name, quantizeRows(m, ...dimsOf(name, m.length, shape))]),
    ),
    about: {},
  };
}

/** Rows and columns by which a parameter is quantized: vectors are one row, so that each has one scale. */
function dimsOf(name: string, length: number, shape: Shape): [number, number] {
  const { input, hidden, arc, label } = shape;
  const rows: Record<string, number> = { in1: input, in2: 2 * hidden, heads: 2 * hidden, arc, relation: 2 * label };
  const n = rows[name] ?? (name.startsWith('rec') ? hidden : 1);
  return [n, length / n];
}

/** Sentences of like length together, about `wordsAStep` words each, in random order. */
function batches(data: readonly TrainSentence[], wordsAStep: number, random: () => number): TrainSentence[][] {
  const jitter = new Map(data.map((s) => [s, s.rows.length * (0.9 + 0.2 * random())]));
  const sorted = shuffle(data, random).sort((a, b) => jitter.get(a)! - jitter.get(b)!);
  const out: TrainSentence[][] = [];
  let batch: TrainSentence[] = [];
  let words = 0;
  for (const s of sorted) {
    if (batch.length > 0 && words + s.rows.length > wordsAStep) {
      out.push(batch);
      batch = [];
      words = 0;
    }
    batch.push(s);
    words += s.rows.length;
  }
  if (batch.length > 0) out.push(batch);
  return shuffle(out, random);
}
