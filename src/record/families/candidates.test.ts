import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANDIDATES, CARRIERS, leastShared, PrintIndex } from './candidates.ts';

describe('PrintIndex', () => {
  it('answers like a search through all texts', () => {
    const print = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
    const prints = fc.uniqueArray(print, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(prints, { maxLength: CARRIERS }), prints, (texts, asked) => {
        const index = new PrintIndex();
        for (const [i, text] of texts.entries()) index.add(i, text);
        const all = texts
          .map((text, i) => ({ text: i, shared: text.filter((p) => asked.includes(p)).length }))
          .filter(({ text, shared }) => shared >= leastShared(Math.min(texts[text]!.length, asked.length)));
        all.sort((a, b) => b.shared - a.shared || a.text - b.text);
        expect(index.near(asked)).toEqual(all.slice(0, CANDIDATES));
      }),
    );
  });

  it('grows far beyond its first size, zero and negative prints included', () => {
    const index = new PrintIndex();
    for (let i = 0; i < 20_000; i++) index.add(i, [i - 10_000, 50_000 + i]);
    for (const i of [0, 9_999, 10_000, 19_999])
      expect(index.near([i - 10_000, 50_000 + i])).toEqual([{ text: i, shared: 2 }]);
    expect(index.near([20_000, 20_001])).toEqual([]);
  });

  it('takes what many texts have for a phrase, and keeps the first of them', () => {
    const index = new PrintIndex();
    for (let i = 0; i < 5 * CARRIERS; i++) index.add(i, [1, 2, 100 + i]);
    expect(index.near([1, 2]).map(({ text }) => text)).toEqual(Array.from({ length: CANDIDATES }, (_, i) => i));
  });
});
