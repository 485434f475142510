import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFile } from '../data/locate.ts';
import { ReadoutError } from '../model/errors.ts';
import { decodeWeights, encodeWeights, floatsOf, loadWeights, quantizeRows } from './weights.ts';

const shipped = (): Buffer => readFileSync(dataFile('en/engine.weights'));

function faultOf(run: () => unknown): ReadoutError {
  try {
    run();
  } catch (error) {
    if (error instanceof ReadoutError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('weights', () => {
  it('are under 15 MB', () => {
    expect(shipped().length).toBeLessThan(15e6);
  });

  it('come back from their bytes as they were', () => {
    const weights = loadWeights();
    expect(encodeWeights(weights).equals(shipped())).toBe(true);
  });

  it('keep each row to half a step of its scale', () => {
    const values = Float32Array.from({ length: 24 }, (_, i) => Math.sin(i) * (i < 12 ? 1 : 100));
    const back = floatsOf(quantizeRows(values, 2, 12));
    for (const [i, v] of values.entries()) expect(Math.abs(back[i]! - v)).toBeLessThanOrEqual((i < 12 ? 1 : 100) / 250);
  });

  it('say what to run where the file is damaged', () => {
    const bytes = shipped();
    bytes[bytes.length - 1]! ^= 1;
    const fault = faultOf(() => decodeWeights(bytes, 'x.weights'));
    expect(fault.code).toBe('weights');
    expect(fault.line).toMatch(/x\.weights is damaged.*npm run train/);
  });

  it('say so where the file is cut short, of another version, or something else', () => {
    const bytes = shipped();
    expect(faultOf(() => decodeWeights(bytes.subarray(0, 100_000), 'x')).message).toMatch(/damaged/);
    const header = JSON.parse(bytes.toString('utf8', 0, bytes.indexOf(10)));
    const older = Buffer.concat([
      Buffer.from(JSON.stringify({ ...header, version: 0 })),
      bytes.subarray(bytes.indexOf(10)),
    ]);
    expect(faultOf(() => decodeWeights(older, 'x')).message).toMatch(/version 0/);
    for (const other of ['', '{}', 'hello\nworld'])
      expect(faultOf(() => decodeWeights(Buffer.from(other), 'x')).message).toMatch(/not a weights file/);
  });

  it('say so where the file is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weights-'));
    try {
      expect(faultOf(() => loadWeights(join(folder, 'none'))).code).toBe('weights');
      writeFileSync(join(folder, 'empty'), '');
      expect(faultOf(() => loadWeights(join(folder, 'empty'))).code).toBe('weights');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
