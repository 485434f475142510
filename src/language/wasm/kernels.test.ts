import { describe, expect, it } from 'vitest';
import { GATES, makeKernels } from './kernels.ts';

const kernels = makeKernels(1 << 20);
const F = new Float32Array(kernels.memory.buffer);
/** A number of a fixed, uneven row. */
const wave = (i: number): number => Math.sin(i * 1.7) * 2;

describe('kernels', () => {
  it.each([
    [4, 8, 4],
    [8, 16, 12],
    [12, 24, 96],
  ])('multiply %d×%d over %d', (m, n, k) => {
    const [a, b, c, scratch] = [1024, 65_536, 131_072, 262_144];
    for (let i = 0; i < m * k; i++) F[a / 4 + i] = wave(i);
    for (let i = 0; i < k * n; i++) F[b / 4 + i] = wave(i + 99);
    F.fill(1, c / 4, c / 4 + m * n);
    kernels.multiply(a, b, c, m, n, k, k * 4, n * 4, n * 4, 1, scratch);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 1;
        for (let x = 0; x < k; x++) sum += wave(i * k + x) * wave(x * n + j + 99);
        expect(F[c / 4 + i * n + j]).toBeCloseTo(sum, 3);
      }
  });

  it.each([
    [1, 4, 48],
    [3, 8, 96],
    [6, 12, 96],
  ])('multiply16 %d×%d over %d, and nothing beyond', (m, n, k) => {
    const { memory, multiply16 } = makeKernels(1 << 20, k);
    const I = new Int16Array(memory.buffer);
    const F = new Float32Array(memory.buffer);
    const [a, b, c] = [1024, 65_536, 131_072];
    for (let i = 0; i < (m + 1) * k; i++) I[a / 2 + i] = Math.round(wave(i) * 30);
    for (let i = 0; i < k * n; i++) I[b / 2 + i] = Math.round(wave(i + 5) * 30);
    F.fill(2, c / 4, c / 4 + (m + 1) * n);
    multiply16(a, b, c, m, n, n * 4, 0.5);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let x = 0; x < k; x++) sum += I[a / 2 + i * k + x]! * I[b / 2 + j * k + x]!;
        expect(F[c / 4 + i * n + j]).toBeCloseTo(2 + sum * 0.5, 0);
      }
    for (let j = 0; j < n; j++) expect(F[c / 4 + m * n + j]).toBe(2);
  });

  it('cell keeps a part of what was, and makes the rest new', () => {
    const [g, c, t, h] = [1024, 8192, 16_384, 32_768];
    const gates = [-0.7, 1.5, -9];
    for (const [i, x] of gates.entries()) F.fill(x, g / 4 + i * 4, g / 4 + i * 4 + 4);
    F.fill(0.4, c / 4, c / 4 + 4);
    kernels.cell(g, c, c, t, h, 1, 4, 48, 16);
    const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
    const next = sigmoid(-0.7) * 0.4 + (1 - sigmoid(-0.7)) * Math.tanh(-9);
    expect(F[c / 4]).toBeCloseTo(next, 5);
    expect(F[h / 4 + 3]).toBeCloseTo(sigmoid(1.5) * Math.tanh(next), 5);
  });

  it('leak bends what is below zero, and nothing beside', () => {
    F.set([1, -2, 3, -4, -5, -6], 256);
    kernels.leak(1024, 1, 4, 32, 0.5);
    expect([...F.subarray(256, 262)]).toEqual([1, -1, 3, -2, -5, -6]);
  });

  it('lstm does as multiply16 and cell do, step by step', () => {
    const [H, steps, unit] = [8, 3, 2047];
    const { memory, lstm, multiply16, cell } = makeKernels(1 << 20, H);
    const [F, I, W] = [new Float32Array(memory.buffer), new Int16Array(memory.buffer), new Int32Array(memory.buffer)];
    const [plan, w, c, gates, states, again, t, h] = [1024, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 140_000];
    const rows = [3, 2, 2];
    for (let i = 0; i < GATES * H * H; i++) I[w / 2 + i] = Math.round(wave(i) * 500);
    let before = 0;
    let row = 0;
    for (let s = 0; s < steps; s++) {
      for (let i = 0; i < rows[s]! * GATES * H; i++)
        for (const at of [gates, again]) F[at / 4 + row * GATES * H + i] = wave(row * 99 + i);
      const known = s === 0 ? 0 : rows[s]!;
      W.set(
        [gates + row * 4 * GATES * H, states + before * 2 * H, known, rows[s]!, states + row * 2 * H],
        plan / 4 + 5 * s,
      );
      before = row;
      row += rows[s]!;
    }
    lstm(plan, steps, w, c, 4 * GATES * H, 0.000_001, unit);
    const cells = 200_000;
    row = 0;
    for (let s = 0; s < steps; s++) {
      const g = again + row * 4 * GATES * H;
      if (s > 0) multiply16(states + (row - rows[s - 1]!) * 2 * H, w, g, rows[s]!, GATES * H, 4 * GATES * H, 0.000_001);
      cell(g, cells, cells, t, h, rows[s]!, H, 4 * GATES * H, 4 * H);
      for (let i = 0; i < rows[s]! * H; i++)
        expect(I[states / 2 + row * H + i]).toBe(Math.trunc(F[h / 4 + i]! * unit + Math.sign(F[h / 4 + i]!) * 0.5));
      row += rows[s]!;
    }
  });

  it('adam walks down a slope', () => {
    const [p, g, m, v] = [1024, 2048, 3072, 4096];
    F.fill(5, p / 4, p / 4 + 4);
    F.fill(0, m / 4, m / 4 + 4);
    F.fill(0, v / 4, v / 4 + 4);
    for (let s = 1; s <= 400; s++) {
      for (let i = 0; i < 4; i++) F[g / 4 + i] = 2 * F[p / 4 + i]!;
      kernels.adam(p, g, m, v, 4, 1, (0.1 * Math.sqrt(1 - 0.98 ** s)) / (1 - 0.9 ** s), 0.9, 0.98);
    }
    expect(Math.abs(F[p / 4]!)).toBeLessThan(0.1);
  });
});
