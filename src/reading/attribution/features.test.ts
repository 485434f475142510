import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureBuffer, hashString, stepOf, TABLE_SIZE } from './features.ts';

/** The slot of one feature. */
function check(template: number, ...values: number[]): number {
  const out = new FeatureBuffer();
  out.add(template, ...values);
  expect(out.count).toBe(1);
  return out.slots[0]!;
}

describe('FeatureBuffer', () => {
  it('gives a feature the same slot each time, and others other ones', () => {
    expect(check(3, 1, 2)).toBe(check(3, 1, 2));
    const slots = [check(3, 1, 2), check(3, 2, 1), check(4, 1, 2), check(3, 1), check(3), check(3, 1, 2, 1)];
    expect(new Set(slots).size).toBe(slots.length);
  });

  it('takes a value that is not given for 0', () => {
    expect(check(5)).toBe(check(5, 0, 0, 0));
  });

  it('begins anew when cleared', () => {
    const out = new FeatureBuffer();
    out.add(1, 9);
    out.add(2, 9);
    expect(out.count).toBe(2);
    out.clear();
    out.add(2, 9);
    expect([out.count, out.slots[0]]).toEqual([1, check(2, 9)]);
  });

  it('stays inside the table', () => {
    const value = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.nat(200), value, value, value, (template, a, b, c) => {
        const slot = check(template, a, b, c);
        expect(slot).toBeGreaterThanOrEqual(0);
        expect(slot).toBeLessThan(TABLE_SIZE);
      }),
    );
  });
});

describe('hashString', () => {
  it('tells texts apart', () => {
    const words = ['', 'a', 'b', 'ab', 'ba', 'said', 'Said', 'says', '“', '”'];
    expect(new Set(words.map(hashString)).size).toBe(words.length);
    expect(hashString('said')).toBe(hashString(['s', 'aid'].join('')));
  });

  it('gives a whole number of 32 bits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Number.isInteger(hashString(text))).toBe(true);
        expect(Math.abs(hashString(text))).toBeLessThan(2 ** 32);
      }),
    );
  });
});

describe('stepOf', () => {
  it.each([
    [0, 0],
    [1, 1],
    [-4, -4],
    [6, 5],
    [-10, -6],
    [16, 7],
    [28, 8],
    [-29, -9],
    [1000, 9],
  ])('%i → %i', (distance, step) => {
    expect(stepOf(distance)).toBe(step);
  });

  it('never falls as the distance grows', () => {
    for (let distance = -60; distance < 60; distance++)
      expect(stepOf(distance)).toBeLessThanOrEqual(stepOf(distance + 1));
  });
});
