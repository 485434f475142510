import { describe, expect, it } from 'vitest';
import type { Upos } from './doc.ts';
import { loadWeights } from './weights.ts';
import { CLASS_BITS, CLASS_FEATURES, CLASSES, classFeatures, makeSecondOpinion } from './word-class.ts';

describe('second opinion on word classes', () => {
  const tags: Upos[] = ['NOUN', 'PROPN', 'VERB', 'NOUN'];
  const opinion = makeSecondOpinion(loadWeights().classes, tags);
  const forms = ['The', 'minister', 'spoke'];
  const deprels = ['det', 'nsubj', 'root'];

  it('leaves alone what is not in doubt', () => {
    expect([...opinion(forms, Uint8Array.of(0, 2, 0), new Map(), deprels)]).toEqual([0, 2, 0]);
  });

  it('settles a tie by the words around, and takes the likeliest tag of the class', () => {
    const doubts = new Map([[1, Float32Array.of(0.5, 1, 1.1, 0.9)]]);
    expect([...opinion(forms, Uint8Array.of(1, 2, 2), doubts, deprels)]).toEqual([1, 3, 2]);
  });

  it('takes no class that the relation rules out', () => {
    const doubts = new Map([[1, Float32Array.of(0.5, -9, 1.1, 0.9)]]);
    expect([...opinion(forms, Uint8Array.of(1, 2, 2), doubts, ['det', 'amod', 'root'])]).toEqual([1, 2, 2]);
  });

  it('gives way where the network is sure', () => {
    const doubts = new Map([[1, Float32Array.of(0, 0, 40, 0)]]);
    expect([...opinion(forms, Uint8Array.of(1, 2, 2), doubts, deprels)]).toEqual([1, 2, 2]);
  });

  it('sees rows of the table, for any word and at both ends', () => {
    const rows = new Int32Array(CLASS_FEATURES);
    for (const words of [[''], ['a'.repeat(1000)], ['\u{1f600}', '¿', '3-й']])
      for (let i = 0; i < words.length; i++) {
        classFeatures(words, new Uint8Array(words.length), i, rows);
        for (const row of rows) expect(row >= 0 && row < 1 << CLASS_BITS).toBe(true);
      }
    expect(new Set(CLASSES).size).toBe(17);
  });
});
