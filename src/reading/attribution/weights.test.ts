import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ReadoutError } from '../../model/errors.ts';
import { type AttributionModels, newBinary, newChain } from './models.ts';
import { decodeModels, encodeModels, loadModels } from './weights.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-weights-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Models with a few weights; the largest of a table is 2, the least 2 · (1/127)³. */
function smallModels(): AttributionModels {
  const models: AttributionModels = {
    cueFirst: newBinary(),
    cueSecond: newBinary(),
    cueNested: newBinary(),
    extension: newBinary(),
    chain: newChain(),
    cueWords: new Set([7, -3, 12]),
    threshold: 0.4,
    nestedThreshold: 0.6,
  };
  models.cueFirst.weights.set([2, -2, 0.5, 0], 10);
  models.chain.weights.set([0.01, -0.3], 3);
  models.chain.transitions.set([1, -1], 0);
  return models;
}

const encoded = (): Buffer => encodeModels(smallModels(), { made: 'here' });

/** What a user is told of the bytes: the code, the message and the way out. */
function check(bytes: Buffer): ReadoutError {
  try {
    decodeModels(bytes, 'some.weights');
  } catch (error) {
    if (error instanceof ReadoutError) return error;
    throw error;
  }
  throw new Error('the bytes were read');
}

describe('decodeModels', () => {
  it('gives back what encodeModels was given, weights to a few in a hundred', () => {
    const before = smallModels();
    const after = decodeModels(encoded(), 'some.weights');
    expect(after.cueWords).toEqual(before.cueWords);
    expect([after.threshold, after.nestedThreshold]).toEqual([0.4, 0.6]);
    for (const [read, kept, at] of [
      [after.cueFirst.weights, before.cueFirst.weights, [10, 11, 12, 13, 14]],
      [after.chain.weights, before.chain.weights, [3, 4, 5]],
      [after.chain.transitions, before.chain.transitions, [0, 1, 2]],
      [after.extension.weights, before.extension.weights, [0, 1]],
    ] as const)
      for (const i of at) expect(Math.abs(read[i]! - kept[i]!)).toBeLessThanOrEqual(0.03 * Math.abs(kept[i]!) + 1e-6);
    expect(after.cueFirst.weights.slice(10, 12)).toEqual(new Float32Array([2, -2]));
    expect(after.cueFirst.weights.length).toBe(before.cueFirst.weights.length);
  });

  it('gives the same bytes for the same models', () => {
    expect(encoded().equals(encoded())).toBe(true);
  });

  it('reads a second time what it read, without further loss', () => {
    const once = decodeModels(encoded(), 'some.weights');
    const twice = decodeModels(encodeModels(once, {}), 'some.weights');
    expect(twice.chain.weights.slice(0, 8)).toEqual(once.chain.weights.slice(0, 8));
  });

  it.each<[string, () => Buffer, RegExp]>([
    [
      'a changed byte',
      () => {
        const bytes = encoded();
        bytes[bytes.length - 5]! ^= 1;
        return bytes;
      },
      /damaged/,
    ],
    ['an end cut off', () => encoded().subarray(0, -100), /damaged/],
    ['nothing behind the header', () => encoded().subarray(0, encoded().indexOf(10) + 1), /damaged/],
    ['another version', () => Buffer.from('{"format":"readout-attribution","version":99}\n'), /version 99.*version \d/],
    ['another format', () => Buffer.from('{"format":"something-else","version":1}\n'), /no weights of attribution/],
    ['text', () => Buffer.from('<html>not found</html>\n'), /no weights of attribution/],
    ['a line that was cut', () => encoded().subarray(0, 30), /no weights of attribution/],
    ['nothing', () => Buffer.alloc(0), /no weights of attribution/],
  ])('tells the user of %s', (_, make, message) => {
    const error = check(make());
    expect(error.code).toBe('weights');
    expect(error.message).toMatch(/^some\.weights /);
    expect(error.message).toMatch(message);
    expect(error.next).toContain('npm run train');
  });
});

describe('loadModels', () => {
  it('reads a file', () => {
    const file = join(folder, 'good.weights');
    writeFileSync(file, encoded());
    expect(loadModels(file).threshold).toBe(0.4);
  });

  it('names the file that is not there', () => {
    const file = join(folder, 'none.weights');
    expect(() => loadModels(file)).toThrow(
      expect.objectContaining({ code: 'weights', message: expect.stringContaining(file) }),
    );
  });

  it('reads the weights that ship', () => {
    const models = loadModels();
    expect(models.threshold).toBeGreaterThan(0);
    expect(models.threshold).toBeLessThan(1);
    expect(models.cueWords.size).toBeGreaterThan(100);
  });
});
