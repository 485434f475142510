/**
 * Trains the network that tags and parses: two layers of bidirectional LSTM over vectors of words, then scores for tags, for
 * each pair of word and head, and for the relation of each word to its head (Kiperwasser & Goldberg 2016; Dozat & Manning 2017,
 * with a product in place of the full tensor for relations). Gradients are written out by hand; the products of matrices run in
 * the same WebAssembly kernels that the engine uses. Two threads take every other sentence of a step each and then make the same
 * step, on the sum of both gradients. Fixed seed: the same data give the same weights.
 */

import { headColumns, LEAK, type Shape } from '../../src/language/shape.ts';
import { GATES, makeKernels } from '../../src/language/wasm/kernels.ts';
import type { Crew } from './crew.ts';
import type { Random } from './random.ts';

export interface TrainSentence {
  /** Rows of the table of vectors, per word; the first `words[i]` of them tell the very word. */
  rows: Int32Array[];
  words: Uint8Array;
  /** How often each word occurs in training: rarer words are held back more often. */
  counts: Int32Array;
  /** Column of the tag; -1 teaches nothing; -2 - g, only that it is one of `groups[g]`. */
  tags: Int32Array;
  /** Column of the head: 0 for the root, else index + 1; -1 teaches nothing. */
  heads: Int32Array;
  labels: Int32Array;
  /** How much the arc and the relation of each word count, and how much its tag does. */
  weights: Float32Array;
  weight: number;
}

export interface Parameters {
  /** rows × shape.input. */
  table: Float32Array;
  dense: Record<string, Float32Array>;
}

/** Shares of numbers left out at random, so that none is relied upon: of words' vectors, between the layers, of states, on top. */
export interface Dropout {
  input: number;
  between: number;
  recurrent: number;
  top: number;
  heads: number;
}

export interface Trainer {
  /** One step of gradient descent on some sentences, which both threads have to be given. Returns the summed loss. */
  step(batch: readonly TrainSentence[], rate: number): number;
  parameters(): Parameters;
}

const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/**
 * @param random for the first weights, the same in both threads; `chance` for what is left out, another in each.
 * @param groups sets of columns of tags, for words whose Penn tag alone is known.
 */
export function makeTrainer(
  shape: Shape,
  tableRows: number,
  random: Random,
  chance: Random,
  out: Dropout,
  crew: Crew,
  groups: readonly (readonly number[])[],
): Trainer {
  const kernels = makeKernels(400 << 20);
  const F = new Float32Array(kernels.memory.buffer);
  let top = 1024;
  const alloc = (floats: number): number => {
    const at = top;
    top += up(floats * 4, 64);
    if (top > F.byteLength) throw new RangeError(`a batch is too large for the trainer's memory (${top} bytes)`);
    return at;
  };
  const { input: D, hidden: H, arc: A, label: L } = shape;
  const H2 = 2 * H;
  const GH = GATES * H;
  const G = 2 * GH;
  const Z = headColumns(shape);

  // Dense parameters in one block, so that the optimizer is one loop.
  const dims: [string, number, number][] = [
    ['in1', D, G],
    ['rec1f', H, GH],
    ['rec1b', H, GH],
    ['bias1', 1, G],
    ['in2', H2, G],
    ['rec2f', H, GH],
    ['rec2b', H, GH],
    ['bias2', 1, G],
    ['heads', H2, Z],
    ['headsBias', 1, Z],
    ['arc', A, A],
    ['arcBias', 1, A],
    ['rootArc', 1, A],
    ['rootLabel', 1, L],
    ['relation', 2 * L, shape.labels],
    ['relationBias', 1, shape.labels],
  ];
  const total = dims.reduce((n, [, r, c]) => n + up(r * c, 16), 0);
  const base = alloc(total);
  const gradient = alloc(total);
  const offsets: Record<string, number> = {};
  let o = 0;
  for (const [name, r, c] of dims) {
    offsets[name] = o;
    const limit = name.startsWith('rec')
      ? Math.sqrt(3 / H) * 0.6
      : Math.sqrt(6 / (r + (name.startsWith('in') ? GH : c)));
    if (!name.toLowerCase().includes('bias'))
      for (let i = 0; i < r * c; i++) F[base / 4 + o + i] = (random() * 2 - 1) * limit;
    o += up(r * c, 16);
  }
  for (const name of ['bias1', 'bias2'])
    for (const dir of [0, 1]) F.fill(1, base / 4 + offsets[name]! + dir * GH, base / 4 + offsets[name]! + dir * GH + H);
  const p = (name: string): number => base + offsets[name]! * 4;
  const g = (name: string): number => gradient + offsets[name]! * 4;
  const momentum = alloc(total);
  const variance = alloc(total);

  // What both threads see: the table, and of each its gradients, the rows that they touch, and its loss.
  const shared = (floats: number): Float32Array => new Float32Array(crew.share(floats * 4));
  const table = shared(tableRows * D);
  const denseGradients = Array.from({ length: crew.size }, () => shared(total));
  const tableGradients = Array.from({ length: crew.size }, () => shared(tableRows * D));
  const touchedBy = Array.from({ length: crew.size }, () => new Uint8Array(crew.share(tableRows)));
  const losses = shared(crew.size);
  const tableGradient = tableGradients[crew.rank]!;
  const touched = touchedBy[crew.rank]!;
  if (crew.rank === 0) for (let i = 0; i < table.length; i++) table[i] = (random() * 2 - 1) * 0.25;
  crew.meet();
  const tableMomentum = new Float32Array(tableRows * D);
  const tableVariance = new Float32Array(tableRows * D);
  let steps = 0;

  const scratch = alloc(8 * 8192);
  const floor = top;

  /** Keep-or-drop factors: 0, or 1/(1-rate). */
  const dropout = (n: number, rate: number): Float32Array => {
    const mask = new Float32Array(n);
    const scale = 1 / (1 - rate);
    for (let i = 0; i < n; i++) mask[i] = chance() < rate ? 0 : scale;
    return mask;
  };
  /** C (+)= A·B; strides in floats. */
  const times = (
    a: number,
    lda: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    m: number,
    n: number,
    k: number,
    keep: boolean,
  ): void => kernels.multiply(a, b, c, m, n, k, lda * 4, ldb * 4, ldc * 4, keep ? 1 : 0, scratch);
  /** The transpose (cols×rows, rows padded with zeros to ldt) of a matrix with stride ld. */
  const transpose = (from: number, rows: number, cols: number, ld: number, to: number, ldt: number): void => {
    const f = from / 4;
    const t = to / 4;
    for (let c = 0; c < cols; c++) {
      const row = t + c * ldt;
      for (let r = 0; r < rows; r++) F[row + r] = F[f + r * ld + c]!;
      for (let r = rows; r < ldt; r++) F[row + r] = 0;
    }
  };
  const addColumns = (from: number, rows: number, cols: number, ld: number, to: number): void => {
    const f = from / 4;
    const t = to / 4;
    for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) F[t + c]! += F[f + r * ld + c]!;
  };
  const fillRows = (to: number, rows: number, cols: number, row: number): void => {
    for (let r = 0; r < rows; r++) F.copyWithin(to / 4 + r * cols, row / 4, row / 4 + cols);
  };

  interface Layer {
    x: number;
    width: number;
    gates: number;
    out: number;
    before: [number, number];
    cells: [number, number];
    tanh: [number, number];
    masks: [Float32Array, Float32Array];
  }

  /** One layer, both directions, over T steps of B sentences (row t·B + b). */
  function forward(name: '1' | '2', x: number, width: number, T: number, B: number, lengths: readonly number[]): Layer {
    const N = T * B;
    const gates = alloc(N * G);
    fillRows(gates, N, G, p(`bias${name}`));
    times(x, width, p(`in${name}`), G, gates, G, N, G, width, true);
    const output = alloc(N * H2);
    const layer: Layer = {
      x,
      width,
      gates,
      out: output,
      before: [alloc((T + 1) * B * H), alloc((T + 1) * B * H)],
      cells: [alloc((T + 1) * B * H), alloc((T + 1) * B * H)],
      tanh: [alloc(N * H), alloc(N * H)],
      masks: [dropout(B * H, out.recurrent), dropout(B * H, out.recurrent)],
    };
    for (const dir of [0, 1] as const) {
      const rec = p(`rec${name}${dir ? 'b' : 'f'}`);
      const before = layer.before[dir];
      const cells = layer.cells[dir];
      const mask = layer.masks[dir];
      // Slot s holds the state before step s, counted in the order of reading.
      F.fill(0, before / 4, before / 4 + B * H);
      F.fill(0, cells / 4, cells / 4 + B * H);
      for (let s = 0; s < T; s++) {
        const t = dir ? T - 1 - s : s;
        const gt = gates + (t * B * G + dir * GH) * 4;
        times(before + s * B * H * 4, H, rec, GH, gt, G, B, GH, H, true);
        const ht = output + (t * B * H2 + dir * H) * 4;
        kernels.cell(
          gt,
          cells + s * B * H * 4,
          cells + (s + 1) * B * H * 4,
          layer.tanh[dir] + t * B * H * 4,
          ht,
          B,
          H,
          G * 4,
          H2 * 4,
        );
        const h = ht / 4;
        const next = before / 4 + (s + 1) * B * H;
        const c = cells / 4 + (s + 1) * B * H;
        for (let b = 0; b < B; b++) {
          if (t >= lengths[b]!) {
            F.fill(0, h + b * H2, h + b * H2 + H);
            F.fill(0, next + b * H, next + b * H + H);
            F.fill(0, c + b * H, c + b * H + H);
          } else for (let j = 0; j < H; j++) F[next + b * H + j] = F[h + b * H2 + j]! * mask[b * H + j]!;
        }
      }
    }
    return layer;
  }

  /** Gradients of a layer from those of its output (N×2H). Returns the gradient of its input. */
  function backward(
    name: '1' | '2',
    layer: Layer,
    dOut: number,
    T: number,
    B: number,
    lengths: readonly number[],
  ): number {
    const N = T * B;
    const d = layer.gates / 4;
    const turned = alloc(GH * H);
    const carry = alloc(B * H);
    const dc = new Float32Array(B * H);
    for (const dir of [0, 1] as const) {
      const rec = `rec${name}${dir ? 'b' : 'f'}`;
      transpose(p(rec), H, GH, GH, turned, H);
      F.fill(0, carry / 4, carry / 4 + B * H);
      dc.fill(0);
      const mask = layer.masks[dir];
      for (let s = T - 1; s >= 0; s--) {
        const t = dir ? T - 1 - s : s;
        const cells = layer.cells[dir] / 4 + s * B * H;
        const tc = layer.tanh[dir] / 4 + t * B * H;
        for (let b = 0; b < B; b++) {
          const row = d + (t * B + b) * G + dir * GH;
          if (t >= lengths[b]!) {
            F.fill(0, row, row + GH);
            dc.fill(0, b * H, b * H + H);
            continue;
          }
          const dOutRow = dOut / 4 + (t * B + b) * H2 + dir * H;
          for (let j = 0; j < H; j++) {
            const k = b * H + j;
            const dh = F[dOutRow + j]! + F[carry / 4 + k]! * mask[k]!;
            const kept = F[row + j]!;
            const og = F[row + H + j]!;
            const cand = F[row + 2 * H + j]!;
            const tanh = F[tc + k]!;
            const c = dc[k]! + dh * og * (1 - tanh * tanh);
            F[row + j] = c * (F[cells + k]! - cand) * kept * (1 - kept);
            F[row + H + j] = dh * tanh * og * (1 - og);
            F[row + 2 * H + j] = c * (1 - kept) * (1 - cand * cand);
            dc[k] = c * kept;
          }
        }
        times(layer.gates + (t * B * G + dir * GH) * 4, G, turned, H, carry, H, B, H, GH, false);
      }
      // The states before each step, in the order of the rows of the gates.
      const states = alloc(H * N);
      const bf = layer.before[dir] / 4;
      for (let t = 0; t < T; t++) {
        const s = dir ? T - 1 - t : t;
        for (let b = 0; b < B; b++)
          for (let j = 0; j < H; j++) F[states / 4 + j * N + t * B + b] = F[bf + (s * B + b) * H + j]!;
      }
      times(states, N, layer.gates + dir * GH * 4, G, g(rec), GH, H, GH, N, true);
    }
    addColumns(layer.gates, N, G, G, g(`bias${name}`));
    const turnedX = alloc(layer.width * N);
    transpose(layer.x, N, layer.width, layer.width, turnedX, N);
    times(turnedX, N, layer.gates, G, g(`in${name}`), G, layer.width, G, N, true);
    const turnedIn = alloc(layer.width * G);
    transpose(p(`in${name}`), layer.width, G, G, turnedIn, layer.width);
    const dx = alloc(N * layer.width);
    times(layer.gates, G, turnedIn, layer.width, dx, layer.width, N, layer.width, G, false);
    return dx;
  }

  /** Softmax over [from, from + n) in place, turned into the gradient times `weight`; returns the loss. `skip` takes no part. */
  function crossEntropy(from: number, n: number, gold: number, weight: number, skip: number): number {
    let max = -Infinity;
    for (let i = 0; i < n; i++) if (i !== skip && F[from + i]! > max) max = F[from + i]!;
    let sum = 0;
    for (let i = 0; i < n; i++) if (i !== skip) sum += F[from + i] = Math.exp(F[from + i]! - max);
    const loss = -Math.log(F[from + gold]! / sum + 1e-9) * weight;
    for (let i = 0; i < n; i++) F[from + i] = i === skip ? 0 : (F[from + i]! / sum) * weight;
    F[from + gold]! -= weight;
    return loss;
  }

  /** As crossEntropy, where any of some columns is right. */
  function groupEntropy(from: number, n: number, gold: readonly number[], weight: number): number {
    let max = -Infinity;
    for (let i = 0; i < n; i++) max = Math.max(max, F[from + i]!);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += F[from + i] = Math.exp(F[from + i]! - max);
    let right = 1e-9 * sum;
    for (const i of gold) right += F[from + i]!;
    const held = gold.map((i) => F[from + i]! / right);
    for (let i = 0; i < n; i++) F[from + i] = (F[from + i]! / sum) * weight;
    for (const [k, i] of gold.entries()) F[from + i]! -= held[k]! * weight;
    return -Math.log(right / sum) * weight;
  }

  /** Puts the gradients of some sentences in their places. Returns the loss. */
  function gradients(batch: readonly TrainSentence[]): number {
    top = floor;
    F.fill(0, gradient / 4, gradient / 4 + total);
    if (batch.length === 0) return 0;
    const T = Math.max(...batch.map((s) => s.rows.length));
    const B = up(batch.length, 4);
    const N = T * B;
    const lengths = Array.from({ length: B }, (_, b) => batch[b]?.rows.length ?? 0);

    // Vectors of the words.
    const x = alloc(N * D);
    F.fill(0, x / 4, x / 4 + N * D);
    const masks = dropout(N * D, out.input);
    const held: boolean[] = [];
    batch.forEach((s, b) => {
      for (let t = 0; t < s.rows.length; t++) {
        const at = x / 4 + (t * B + b) * D;
        const rows = s.rows[t]!;
        const drop = chance() < 0.1 + 0.5 / (1 + s.counts[t]!);
        held[t * B + b] = drop;
        for (let r = drop ? s.words[t]! : 0; r < rows.length; r++) {
          const e = rows[r]! * D;
          for (let j = 0; j < D; j++) F[at + j]! += table[e + j]!;
        }
        for (let j = 0; j < D; j++) F[at + j]! *= masks[(t * B + b) * D + j]!;
      }
    });
    const one = forward('1', x, D, T, B, lengths);
    const between = dropout(N * H2, out.between);
    const x2 = alloc(N * H2);
    for (let i = 0; i < N * H2; i++) F[x2 / 4 + i] = F[one.out / 4 + i]! * between[i]!;
    const two = forward('2', x2, H2, T, B, lengths);

    // Words without padding, sentence after sentence.
    const n = batch.reduce((sum, s) => sum + s.rows.length, 0);
    const n4 = up(n, 4);
    const y = alloc(n4 * H2);
    F.fill(0, y / 4 + n * H2, y / 4 + n4 * H2);
    const topMask = dropout(n * H2, out.top);
    const place = new Int32Array(n);
    let r = 0;
    batch.forEach((s, b) => {
      for (let t = 0; t < s.rows.length; t++, r++) {
        place[r] = t * B + b;
        for (let j = 0; j < H2; j++)
          F[y / 4 + r * H2 + j] = F[two.out / 4 + (t * B + b) * H2 + j]! * topMask[r * H2 + j]!;
      }
    });
    const z = alloc(n4 * Z);
    fillRows(z, n4, Z, p('headsBias'));
    times(y, H2, p('heads'), Z, z, Z, n4, Z, H2, true);
    const W = 2 * A + 2 * L;
    const factor = dropout(n4 * W, out.heads);
    for (let i = 0; i < n4; i++)
      for (let j = 0; j < W; j++) {
        const k = z / 4 + i * Z + j;
        if (F[k]! < 0) factor[i * W + j]! *= LEAK;
        F[k]! *= factor[i * W + j]!;
      }
    const dz = alloc(n4 * Z);
    F.fill(0, dz / 4, dz / 4 + n4 * Z);
    let loss = 0;

    // Tags.
    r = 0;
    for (const s of batch)
      for (let t = 0; t < s.rows.length; t++, r++) {
        const from = dz / 4 + r * Z + W;
        F.copyWithin(from, z / 4 + r * Z + W, z / 4 + r * Z + W + shape.tags);
        const tag = s.tags[t]!;
        if (tag === -1) F.fill(0, from, from + shape.tags);
        else if (tag < -1) loss += groupEntropy(from, shape.tags, groups[-2 - tag]!, s.weight);
        else loss += crossEntropy(from, shape.tags, tag, s.weight, -1);
      }

    // Heads.
    const pa = alloc(n4 * A);
    fillRows(pa, n4, A, p('arcBias'));
    times(z, Z, p('arc'), A, pa, A, n4, A, A, true);
    const dpa = alloc(n4 * A);
    F.fill(0, dpa / 4, dpa / 4 + n4 * A);
    const mark = top;
    r = 0;
    for (const s of batch) {
      top = mark;
      const len = s.rows.length;
      const m = len + 1;
      const m8 = up(m, 8);
      const l4 = up(len, 4);
      const rows = alloc(m8 * A);
      F.fill(0, rows / 4, rows / 4 + m8 * A);
      F.copyWithin(rows / 4, p('rootArc') / 4, p('rootArc') / 4 + A);
      for (let i = 0; i < len; i++)
        F.copyWithin(rows / 4 + (i + 1) * A, z / 4 + (r + i) * Z + A, z / 4 + (r + i) * Z + 2 * A);
      const turned = alloc(A * m8);
      transpose(rows, m8, A, A, turned, m8);
      const left = alloc(l4 * A);
      F.fill(0, left / 4, left / 4 + l4 * A);
      F.copyWithin(left / 4, pa / 4 + r * A, pa / 4 + (r + len) * A);
      const scores = alloc(l4 * m8);
      times(left, A, turned, m8, scores, m8, l4, m8, A, false);
      for (let i = 0; i < l4; i++) {
        const from = scores / 4 + i * m8;
        if (i < len && s.heads[i]! >= 0) {
          loss += crossEntropy(from, m, s.heads[i]!, s.weights[i]!, i + 1);
          F.fill(0, from + m, from + m8);
        } else F.fill(0, from, from + m8);
      }
      const dLeft = alloc(l4 * A);
      times(scores, m8, rows, A, dLeft, A, l4, A, m8, false);
      F.copyWithin(dpa / 4 + r * A, dLeft / 4, dLeft / 4 + len * A);
      const turnedScores = alloc(m8 * l4);
      transpose(scores, l4, m8, m8, turnedScores, l4);
      const dRows = alloc(m8 * A);
      times(turnedScores, l4, left, A, dRows, A, m8, A, l4, false);
      for (let j = 0; j < A; j++) F[g('rootArc') / 4 + j]! += F[dRows / 4 + j]!;
      for (let i = 0; i < len; i++)
        for (let j = 0; j < A; j++) F[dz / 4 + (r + i) * Z + A + j]! += F[dRows / 4 + (i + 1) * A + j]!;
      r += len;
    }
    top = mark;
    addColumns(dpa, n, A, A, g('arcBias'));
    const turnedDep = alloc(A * n4);
    transpose(z, n4, A, Z, turnedDep, n4);
    times(turnedDep, n4, dpa, A, g('arc'), A, A, A, n4, true);
    const turnedArc = alloc(A * A);
    transpose(p('arc'), A, A, A, turnedArc, A);
    times(dpa, A, turnedArc, A, dz, Z, n4, A, A, true);

    // Relations, on the true heads.
    const R = shape.labels;
    const q = alloc(n4 * 2 * L);
    F.fill(0, q / 4, q / 4 + n4 * 2 * L);
    const headOf = new Int32Array(n);
    r = 0;
    for (const s of batch) {
      const first = r;
      for (let t = 0; t < s.rows.length; t++, r++) {
        const head = s.heads[t]!;
        headOf[r] = head > 0 ? z / 4 + (first + head - 1) * Z + 2 * A + L : head === 0 ? p('rootLabel') / 4 : -1;
        if (headOf[r]! < 0) continue;
        const d = z / 4 + r * Z + 2 * A;
        for (let j = 0; j < L; j++) {
          const a = F[d + j]!;
          const b = F[headOf[r]! + j]!;
          F[q / 4 + r * 2 * L + j] = a * b;
          F[q / 4 + r * 2 * L + L + j] = a + b > 0 ? a + b : LEAK * (a + b);
        }
      }
    }
    const rel = alloc(n4 * R);
    fillRows(rel, n4, R, p('relationBias'));
    times(q, 2 * L, p('relation'), R, rel, R, n4, R, 2 * L, true);
    r = 0;
    for (const s of batch)
      for (let t = 0; t < s.rows.length; t++, r++)
        if (headOf[r]! >= 0) loss += crossEntropy(rel / 4 + r * R, R, s.labels[t]!, s.weights[t]!, -1);
        else F.fill(0, rel / 4 + r * R, rel / 4 + (r + 1) * R);
    F.fill(0, rel / 4 + n * R, rel / 4 + n4 * R);
    addColumns(rel, n, R, R, g('relationBias'));
    const turnedQ = alloc(2 * L * n4);
    transpose(q, n4, 2 * L, 2 * L, turnedQ, n4);
    times(turnedQ, n4, rel, R, g('relation'), R, 2 * L, R, n4, true);
    const turnedRel = alloc(R * 2 * L);
    transpose(p('relation'), 2 * L, R, R, turnedRel, 2 * L);
    const dq = alloc(n4 * 2 * L);
    times(rel, R, turnedRel, 2 * L, dq, 2 * L, n4, 2 * L, R, false);
    for (r = 0; r < n; r++) {
      const h = headOf[r]!;
      if (h < 0) continue;
      const d = z / 4 + r * Z + 2 * A;
      const root = h === p('rootLabel') / 4;
      const dh = root ? g('rootLabel') / 4 : h - z / 4 + dz / 4;
      for (let j = 0; j < L; j++) {
        const a = F[d + j]!;
        const b = F[h + j]!;
        const product = F[dq / 4 + r * 2 * L + j]!;
        const sum = F[dq / 4 + r * 2 * L + L + j]! * (a + b > 0 ? 1 : LEAK);
        F[dz / 4 + r * Z + 2 * A + j]! += product * b + sum;
        F[dh + j]! += product * a + sum;
      }
    }

    // Back through the heads, the layers and the words.
    for (let i = 0; i < n4; i++) for (let j = 0; j < W; j++) F[dz / 4 + i * Z + j]! *= i < n ? factor[i * W + j]! : 0;
    addColumns(dz, n, Z, Z, g('headsBias'));
    const turnedY = alloc(H2 * n4);
    transpose(y, n4, H2, H2, turnedY, n4);
    times(turnedY, n4, dz, Z, g('heads'), Z, H2, Z, n4, true);
    const turnedHeads = alloc(Z * H2);
    transpose(p('heads'), H2, Z, Z, turnedHeads, H2);
    const dy = alloc(n4 * H2);
    times(dz, Z, turnedHeads, H2, dy, H2, n4, H2, Z, false);
    const dOut = alloc(N * H2);
    F.fill(0, dOut / 4, dOut / 4 + N * H2);
    for (r = 0; r < n; r++)
      for (let j = 0; j < H2; j++) F[dOut / 4 + place[r]! * H2 + j] = F[dy / 4 + r * H2 + j]! * topMask[r * H2 + j]!;
    const dx2 = backward('2', two, dOut, T, B, lengths);
    for (let i = 0; i < N * H2; i++) F[dx2 / 4 + i]! *= between[i]!;
    const dx = backward('1', one, dx2, T, B, lengths);
    batch.forEach((s, b) => {
      for (let t = 0; t < s.rows.length; t++) {
        const row = t * B + b;
        const at = dx / 4 + row * D;
        for (let j = 0; j < D; j++) F[at + j]! *= masks[row * D + j]!;
        for (let k = held[row] ? s.words[t]! : 0; k < s.rows[t]!.length; k++) {
          const id = s.rows[t]![k]!;
          touched[id] = 1;
          const e = id * D;
          for (let j = 0; j < D; j++) tableGradient[e + j]! += F[at + j]!;
        }
      }
    });
    return loss;
  }

  function step(batch: readonly TrainSentence[], rate: number): number {
    losses[crew.rank] = gradients(batch.filter((_, i) => i % crew.size === crew.rank));
    denseGradients[crew.rank]!.set(F.subarray(gradient / 4, gradient / 4 + total));
    crew.meet();
    steps++;
    // The gradient of the mean over words, clipped to length 2; then Adam, for the table only where it was touched.
    const words = batch.reduce((n, s) => n + s.rows.length, 0);
    let norm = 0;
    for (let i = 0; i < total; i++) {
      let sum = 0;
      for (const part of denseGradients) sum += part[i]!;
      F[gradient / 4 + i] = sum;
      norm += sum ** 2;
    }
    norm = Math.sqrt(norm) / words;
    const scale = (norm > 2 ? 2 / norm : 1) / words;
    const loss = losses.reduce((sum, part) => sum + part, 0);
    const [b1, b2] = [0.9, 0.98];
    const fix = Math.sqrt(1 - b2 ** steps) / (1 - b1 ** steps);
    kernels.adam(base, gradient, momentum, variance, total, scale, rate * fix, b1, b2);
    // Each thread moves its own half of the table, and clears both gradients there.
    for (let id = crew.rank; id < tableRows; id += crew.size) {
      if (touchedBy.every((by) => by[id] === 0)) continue;
      for (const by of touchedBy) by[id] = 0;
      for (let i = id * D; i < (id + 1) * D; i++) {
        let sum = 0;
        for (const part of tableGradients) {
          sum += part[i]!;
          part[i] = 0;
        }
        const d = sum * scale;
        const m = (tableMomentum[i] = b1 * tableMomentum[i]! + (1 - b1) * d);
        const v = (tableVariance[i] = b2 * tableVariance[i]! + (1 - b2) * d * d);
        table[i]! -= (rate * fix * m) / (Math.sqrt(v) + 1e-8);
      }
    }
    crew.meet();
    return loss;
  }

  return {
    step,
    parameters: () => ({
      table: table.slice(),
      dense: Object.fromEntries(
        dims.map(([name, r, c]) => [name, F.slice(base / 4 + offsets[name]!, base / 4 + offsets[name]! + r * c)]),
      ),
    }),
  };
}
