import { describe, expect, it } from 'vitest';
import { createEngine } from '../../language/index.ts';
import { findQuotes } from '../quotes.ts';
import type { Draft } from './draft.ts';
import { type ExtensionScene, extend, quotedShare, speechIn } from './extension.ts';
import { newBinary } from './models.ts';
import { type View, viewSentences } from './view.ts';

const engine = createEngine();

const viewsOf = (text: string): View[] => viewSentences(engine.analyze(text, { reference: null }), findQuotes(text));

/** The words of the first sentence that may go on with a speech. */
function check(text: string): string[] {
  const view = viewsOf(text)[0]!;
  const { tokens } = view.sentence;
  return speechIn(view, 0).map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
}

describe('speechIn', () => {
  it.each([
    ['“We will wait.”', ['“We will wait.”']],
    ['Then “we wait” and “we hope”, he added.', ['“we wait”', '“we hope”']],
    ['“We wait” “and hope.”', ['“We wait”', '“and hope.”']],
    ['The port would stay open.', ['The port would stay open']],
    ['Would the port stay open?', ['Would the port stay open?']],
    ['No', ['No']],
    ['.', []],
  ])('%s', (text, expected) => {
    // Two quotations that touch are one run of quoted words.
    expect(check(text).join(' ')).toBe(expected.join(' '));
  });
});

describe('quotedShare', () => {
  it.each([
    ['The port would stay open.', 0],
    ['The port would “stay open” again.', 1],
    ['“The port will stay open.”', 2],
    ['“The port will stay open”.', 2],
  ])('%s', (text, share) => {
    expect(quotedShare(viewsOf(text)[0]!)).toBe(share);
  });
});

describe('extend', () => {
  /** Sentences 0 to 4, with one statement in the third, under a model that takes every feature for `weight`. */
  function grow(weight: number, taken: number[]): number[] {
    const views = viewsOf('“One is here.” “Two is here.” “Three is here.” “Four is here.” “Five is here.”');
    expect(views).toHaveLength(5);
    const scene: ExtensionScene = { views, bestCue: new Float32Array(5), taken: new Uint8Array(5) };
    for (const sentence of [2, ...taken]) scene.taken[sentence] = 1;
    const draft: Draft = {
      sentence: 2,
      head: 0,
      probability: 1,
      source: null,
      cue: { sentence: 2, from: 0, to: 1 },
      content: [{ sentence: 2, from: 1, to: 3 }],
      within: null,
    };
    const model = newBinary();
    model.weights.fill(weight);
    extend(scene, [draft], model);
    return draft.content.map((range) => range.sentence);
  }

  it('grows both ways, in the order of the text', () => {
    expect(grow(1, [])).toEqual([0, 1, 2, 3, 4]);
  });

  it('stops at a sentence that is taken', () => {
    expect(grow(1, [1])).toEqual([2, 3, 4]);
    expect(grow(1, [1, 3])).toEqual([2]);
  });

  it('does not grow where the model says no', () => {
    expect(grow(-1, [])).toEqual([2]);
    expect(grow(0, [])).toEqual([2]);
  });
});
