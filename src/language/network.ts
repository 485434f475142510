/**
 * Runs the network over sentences: for each word its tag, the scores of all heads, the head and relation of the best tree.
 * What a word's vector gives to the first layer depends on the word alone and is kept per form, so it is worked out once.
 * Products run on 16-bit integers in WebAssembly. Sentences are read many at a time; the result does not depend on which.
 */
import { headColumns, LEAK } from './shape.ts';
import { bestTree } from './tree.ts';
import { GATES, makeKernels } from './wasm/kernels.ts';
import { floatsOf, type Weights } from './weights.ts';
import { wordFeatures } from './word-features.ts';

/** What the network says of one sentence, by word. */
export interface Reading {
  /** Columns of `Weights.tags`. */
  tags: Uint8Array;
  /** Of words whose tag is in doubt, the scores of all tags, by word. */
  doubts: Map<number, Float32Array>;
  /** Index of the head, -1 for the root. */
  heads: Int32Array;
  /** Columns of `Weights.relations`. */
  relations: Uint8Array;
  /** Probability of head and relation, 0 to 1. */
  confidence: Float32Array;
}

export interface Network {
  read(sentences: readonly (readonly string[])[]): Reading[];
}

/** Longest sentence: longer ones have to be cut before. */
export const MAX_WORDS = 250;
/** Sentences read together, and forms whose first product is kept. */
const BATCH = 40;
const CACHED = 10_000;
/** Rows of a large product worked on together, so that they stay in the processor's nearest memory. */
const BLOCK = 32;
/** Steps to 1 of a 16-bit state, and greatest size of a 16-bit weight: 192 products of the two fit in 32 bits. */
const STATE = 2047;
const WEIGHT = 2047;

/** Where a matrix of 16-bit integers lies, and what one of its products with a state is worth. */
interface Matrix16 {
  at: number;
  scale: number;
}

/** A tag is in doubt where one of another word class scores less by no more than this (e to it: how much less likely it is). */
const DOUBT = 4;

const up = (n: number, to: number): number => Math.ceil(n / to) * to;

export function makeNetwork(weights: Weights): Network {
  const { shape } = weights;
  const { input: D, hidden: H, arc: A, label: L } = shape;
  const G = 2 * GATES * H;
  const Z = headColumns(shape);
  const rows = BATCH * MAX_WORDS;
  const bytes = 4 * (rows * (G + Z + A + 2 * L + shape.labels) + (CACHED + 64) * G) + 2 * rows * 2 * H + (8 << 20);
  const kernels = makeKernels(bytes, H);
  const F = new Float32Array(kernels.memory.buffer);
  const I = new Int16Array(kernels.memory.buffer);
  const W = new Int32Array(kernels.memory.buffer);
  let top = 1024;
  const alloc = (size: number): number => {
    const at = top;
    top += up(size, 64);
    return at;
  };
  const put = (values: Float32Array): number => {
    const at = alloc(values.length * 4);
    F.set(values, at / 4);
    return at;
  };

  /** Rows [from, to) of a matrix as the transposed 16-bit matrix that multiply16 takes, and what one of its products is worth. */
  const put16 = (values: Float32Array, cols: number, from: number, to: number): Matrix16 => {
    let max = 0;
    for (let i = from * cols; i < to * cols; i++) max = Math.max(max, Math.abs(values[i]!));
    const scale = max / WEIGHT || 1;
    const k = to - from;
    const at = alloc(k * cols * 2);
    for (let c = 0; c < cols; c++)
      for (let r = 0; r < k; r++) I[at / 2 + c * k + r] = Math.round(values[(from + r) * cols + c]! / scale);
    return { at, scale: scale / STATE };
  };
  const dense = (name: string): Float32Array => floatsOf(weights.dense[name]!);
  const in1 = put(dense('in1'));
  const bias1 = put(dense('bias1'));
  const bias2 = put(dense('bias2'));
  const headsBias = put(dense('headsBias'));
  const arc = put(dense('arc'));
  const arcBias = put(dense('arcBias'));
  const rootArc = put(dense('rootArc'));
  const rootLabel = put(dense('rootLabel'));
  const relation = put(dense('relation'));
  const relationBias = put(dense('relationBias'));
  const recurrent = ['rec1f', 'rec1b', 'rec2f', 'rec2b'].map((name) => put16(dense(name), GATES * H, 0, H));
  const second = dense('in2');
  const in2 = [put16(second, G, 0, H), put16(second, G, H, 2 * H)];
  const last = dense('heads');
  const heads = [put16(last, Z, 0, H), put16(last, Z, H, 2 * H)];

  const tagCount = weights.tags.length;
  const relationCount = weights.relations.length;
  const uposOf = weights.tags.map((tag) => tag.split(' ')[0]!);
  const table = weights.table;
  const rowOf = new Map<string, number>();
  for (const [row, key] of weights.vocabulary.entries()) rowOf.set(key, row);
  const unknown = rowOf.get('?') ?? -1;

  const products = alloc(CACHED * G * 4);
  const vectors = alloc(64 * D * 4);
  const scratch = alloc(32 * Math.max(D, A, 2 * L, MAX_WORDS + 8));
  const gates = alloc(rows * G * 4);
  const cells = alloc(BATCH * H * 4);
  const plan = alloc(MAX_WORDS * 20);
  const states = [alloc(rows * H * 2), alloc(rows * H * 2)] as const;
  const floor = top;
  let cached = new Map<string, number>();

  /** Puts the vectors of up to 64 new forms through the first layer's product, into the rows from `first` on. */
  function learnForms(forms: readonly string[], first: number): void {
    const n = up(forms.length, 4);
    F.fill(0, vectors / 4, vectors / 4 + n * D);
    forms.forEach((form, i) => {
      const at = vectors / 4 + i * D;
      const keys = wordFeatures(form);
      keys.forEach((key, k) => {
        const row = rowOf.get(key) ?? (k === 0 ? unknown : -1);
        if (row < 0) return;
        const scale = table.scales[row]!;
        for (let j = 0; j < D; j++) F[at + j]! += table.values[row * D + j]! * scale;
      });
    });
    const to = products + first * G * 4;
    fillRows(to, n, G, bias1);
    kernels.multiply(vectors, in1, to, n, G, D, D * 4, G * 4, G * 4, 1, scratch);
  }

  /** The rows of `products` that the words of each sentence have; new forms are learned. */
  function prepare(batch: readonly (readonly string[])[]): Int32Array[] {
    const words = batch.reduce((n, s) => n + s.length, 0);
    if (cached.size + words + 4 > CACHED) cached = new Map();
    const first = cached.size;
    const fresh: string[] = [];
    const found = batch.map((s) => {
      const at = new Int32Array(s.length);
      for (let t = 0; t < s.length; t++) {
        let row = cached.get(s[t]!);
        if (row === undefined) {
          row = first + fresh.length;
          cached.set(s[t]!, row);
          fresh.push(s[t]!);
        }
        at[t] = row;
      }
      return at;
    });
    for (let i = 0; i < fresh.length; i += 64) learnForms(fresh.slice(i, i + 64), first + i);
    return found;
  }

  /** One layer over the batch: gates hold the input's share; `states` receives the output. */
  function layer(index: 0 | 1, offsets: Int32Array, active: Int32Array): void {
    const T = active.length;
    for (const dir of [0, 1] as const) {
      const w = recurrent[index * 2 + dir]!;
      F.fill(0, cells / 4, cells / 4 + BATCH * H);
      for (let s = 0; s < T; s++) {
        const t = dir ? T - 1 - s : s;
        const before = dir ? t + 1 : t - 1;
        const at = plan / 4 + s * 5;
        W[at] = gates + (offsets[t]! * G + dir * GATES * H) * 4;
        W[at + 1] = s > 0 ? states[dir] + offsets[before]! * H * 2 : 0;
        W[at + 2] = s > 0 ? Math.min(active[t]!, active[before]!) : 0;
        W[at + 3] = active[t]!;
        W[at + 4] = states[dir] + offsets[t]! * H * 2;
      }
      kernels.lstm(plan, T, w.at, cells, G * 4, w.scale, STATE);
    }
  }

  /** Copies a row into n rows at `to`: what is there is copied on, twice as much each time. */
  function fillRows(to: number, n: number, cols: number, row: number): void {
    const at = to / 4;
    F.copyWithin(at, row / 4, row / 4 + cols);
    for (let done = 1; done < n; done *= 2) F.copyWithin(at + done * cols, at, at + Math.min(done, n - done) * cols);
  }

  /** The states of both directions, N rows, times their two matrices, plus a row: N×cols at `to`. */
  function fromStates(matrices: readonly Matrix16[], bias: number, to: number, N: number, cols: number): void {
    for (let i = 0; i < N; i += BLOCK) {
      const n = Math.min(BLOCK, N - i);
      const out = to + i * cols * 4;
      fillRows(out, n, cols, bias);
      for (const dir of [0, 1] as const) {
        const { at, scale } = matrices[dir]!;
        kernels.multiply16(states[dir] + i * H * 2, at, out, n, cols, cols * 4, scale);
      }
    }
  }

  /** Reads up to BATCH sentences, the longest first. */
  function readBatch(batch: readonly (readonly string[])[]): Reading[] {
    top = floor;
    const found = prepare(batch);
    const T = batch[0]!.length;
    const active = new Int32Array(T);
    for (const s of batch) for (let t = 0; t < s.length; t++) active[t]!++;
    const offsets = new Int32Array(T + 1);
    for (let t = 0; t < T; t++) offsets[t + 1] = offsets[t]! + active[t]!;
    const N = offsets[T]!;
    for (let t = 0; t < T; t++)
      for (let b = 0; b < active[t]!; b++) {
        const from = products / 4 + found[b]![t]! * G;
        F.copyWithin(gates / 4 + (offsets[t]! + b) * G, from, from + G);
      }
    layer(0, offsets, active);
    fromStates(in2, bias2, gates, N, G);
    layer(1, offsets, active);
    const z = alloc(up(N, 4) * Z * 4);
    fromStates(heads, headsBias, z, N, Z);
    kernels.leak(z, N, 2 * A + 2 * L, Z * 4, LEAK);
    const left = alloc(up(N, 4) * A * 4);
    fillRows(left, up(N, 4), A, arcBias);
    kernels.multiply(z, arc, left, up(N, 4), A, A, Z * 4, A * 4, A * 4, 1, scratch);
    const at = batch.map((s, b) => {
      const places = new Int32Array(s.length);
      for (let t = 0; t < s.length; t++) places[t] = offsets[t]! + b;
      return places;
    });
    const mark = top;
    const readings = at.map((places) => {
      top = mark;
      return readSentence(places, z, left);
    });
    top = mark;
    readRelations(readings, at, z, N);
    return readings;
  }

  /** Tags and tree of a sentence whose words have the rows `at` of z and of left, the latter their side of the scores of arcs. */
  function readSentence(at: Int32Array, z: number, left: number): Reading {
    const n = at.length;
    const n4 = up(n, 4);
    const m8 = up(n + 1, 8);
    const dep = alloc(n4 * A * 4);
    const turned = alloc(A * m8 * 4);
    const scores = alloc(n4 * m8 * 4);
    const tags = new Uint8Array(n);
    const doubts = new Map<number, Float32Array>();
    F.fill(0, turned / 4, turned / 4 + A * m8);
    for (let j = 0; j < A; j++) F[turned / 4 + j * m8] = F[rootArc / 4 + j]!;
    for (let i = 0; i < n; i++) {
      const from = left / 4 + at[i]! * A;
      F.copyWithin(dep / 4 + i * A, from, from + A);
      const row = z / 4 + at[i]! * Z;
      for (let j = 0, to = turned / 4 + i + 1; j < A; j++, to += m8) F[to] = F[row + A + j]!;
      const own = row + 2 * A + 2 * L;
      let tag = 0;
      let most = F[own]!;
      let next = -Infinity;
      for (let j = 1; j < tagCount; j++) {
        const score = F[own + j]!;
        if (score > most) {
          next = most;
          most = score;
          tag = j;
        } else if (score > next) next = score;
      }
      tags[i] = tag;
      const near = most - DOUBT;
      // Mostly no other tag is near, and the look at their classes is spared.
      for (let j = 0; next > near && j < tagCount; j++)
        if (F[own + j]! > near && uposOf[j] !== uposOf[tag]) {
          doubts.set(i, F.slice(own, own + tagCount));
          break;
        }
    }
    kernels.multiply(dep, turned, scores, n4, m8, A, A * 4, m8 * 4, m8 * 4, 0, scratch);
    const heads = bestTree(F.subarray(scores / 4, scores / 4 + n * m8), n, m8);
    const confidence = new Float32Array(n);
    for (let i = 0; i < n; i++) confidence[i] = probability(F, scores / 4 + i * m8, n + 1, heads[i]! + 1, i + 1);
    return { tags, doubts, heads, relations: new Uint8Array(n), confidence };
  }

  /** Writes the relations of sentences whose trees are there, N words in all, and counts them into the confidence. */
  function readRelations(readings: readonly Reading[], at: readonly Int32Array[], z: number, N: number): void {
    const R = shape.labels;
    const q = alloc(up(N, 4) * 2 * L * 4);
    const scores = alloc(up(N, 4) * R * 4);
    for (const [k, { heads }] of readings.entries()) {
      const places = at[k]!;
      for (let i = 0; i < places.length; i++) {
        const d = z / 4 + places[i]! * Z + 2 * A;
        const head = heads[i]!;
        const h = head < 0 ? rootLabel / 4 : z / 4 + places[head]! * Z + 2 * A + L;
        const to = q / 4 + places[i]! * 2 * L;
        for (let j = 0; j < L; j++) {
          const a = F[d + j]!;
          const b = F[h + j]!;
          F[to + j] = a * b;
          // The rectifier without a branch, as the sign is a toss-up.
          const sum = a + b;
          F[to + L + j] = sum - (1 - LEAK) * ((sum - Math.abs(sum)) / 2);
        }
      }
    }
    fillRows(scores, up(N, 4), R, relationBias);
    kernels.multiply(q, relation, scores, up(N, 4), R, 2 * L, 2 * L * 4, R * 4, R * 4, 1, scratch);
    for (const [k, { relations, confidence }] of readings.entries()) {
      const places = at[k]!;
      for (let i = 0; i < places.length; i++) {
        const from = scores / 4 + places[i]! * R;
        let best = 0;
        for (let j = 1; j < relationCount; j++) if (F[from + j]! > F[from + best]!) best = j;
        relations[i] = best;
        confidence[i]! *= probability(F, from, relationCount, best);
      }
    }
  }

  return {
    read(sentences) {
      const order = sentences.map((_, i) => i).filter((i) => sentences[i]!.length > 0);
      order.sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
      const out: Reading[] = sentences.map(() => ({
        tags: new Uint8Array(0),
        doubts: new Map(),
        heads: new Int32Array(0),
        relations: new Uint8Array(0),
        confidence: new Float32Array(0),
      }));
      for (let i = 0; i < order.length; i += BATCH) {
        const part = order.slice(i, i + BATCH);
        const tooLong = sentences[part[0]!]!.length;
        if (tooLong > MAX_WORDS) throw new RangeError(`a sentence of ${tooLong} words is longer than ${MAX_WORDS}`);
        readBatch(part.map((k) => sentences[k]!)).forEach((reading, k) => {
          out[part[k]!] = reading;
        });
      }
      return out;
    },
  };
}

/** What is this far below the chosen one adds less than a millionth in all. */
const FAR = -21;

/** Softmax of one of n numbers; `skip` takes no part. */
function probability(F: Float32Array, from: number, n: number, chosen: number, skip = -1): number {
  const top = F[from + chosen]!;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const below = F[from + i]! - top;
    if (below > FAR && i !== skip) sum += exp(below);
  }
  return 1 / sum;
}

/** e to a number between -21 and 0, right to nine digits after the point: Taylor's series at a 64th of it, then squared. Faster than Math.exp. */
function exp(x: number): number {
  const y = x / 64;
  let e = 1 + y * (1 + y * (1 / 2 + y * (1 / 6 + y * (1 / 24 + y * (1 / 120)))));
  for (let times = 0; times < 6; times++) e *= e;
  return e;
}
