import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from './index.ts';

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
});

describe('analyze', () => {
  it('gives every token its place, tags and head', () => {
    const text = 'Ida Holm said on Monday that the port was open. “We will stay,” she added.';
    const doc = engine.analyze(text, { reference: '2031-05-16' });
    expect(doc.sentences.map((s) => text.slice(s.start, s.end))).toEqual([
      'Ida Holm said on Monday that the port was open.',
      '“We will stay,” she added.',
    ]);
    for (const { tokens } of doc.sentences) for (const t of tokens) expect(text.slice(t.start, t.end)).toBe(t.form);
    const [first] = doc.sentences;
    expect(first!.tokens[2]).toMatchObject({ form: 'said', lemma: 'say', upos: 'VERB', head: -1, deprel: 'root' });
    expect(doc.timexes.map((t) => [text.slice(t.start, t.end), t.value])).toEqual([['Monday', '2031-05-12']]);
    expect(doc.names.map((n) => [n.text, n.kind])).toEqual([['Ida Holm', 'person']]);
  });

  it('says the same of the same text, whatever it read between', () => {
    const text = 'The envoy, who came late, told the ministers that nothing was agreed.';
    const first = engine.analyze(text, { reference: null });
    engine.analyze('Quite another text about fishing. '.repeat(50), { reference: null });
    expect(engine.analyze(text, { reference: null })).toEqual(first);
    expect(createEngine().analyze(text, { reference: null })).toEqual(first);
  });

  it('reads any text', () => {
    const odd = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom('He ', 'said ', '. ', '\ud83d', '“', '\n'),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(odd, (text) => {
        const { sentences } = engine.analyze(text, { reference: '2031-05-16' });
        for (const { tokens } of sentences) expect(tokens.filter((t) => t.head === -1)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['words without a full stop', 'word '.repeat(6_000)],
    ['only punctuation', '.,;!?“”'.repeat(3_000)],
    ['nested brackets', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`],
    ['right to left', 'שלום עולם '.repeat(3_000)],
    ['mark-up', '<div class="a"><p>x</p></div>'.repeat(700)],
    ['one long word', 'a'.repeat(300_000)],
  ])('reads %s', (_name, text) => {
    const { sentences } = engine.analyze(text, { reference: null });
    const length = sentences.reduce((n, s) => n + s.tokens.reduce((m, t) => m + t.end - t.start, 0), 0);
    expect(length).toBe(text.replace(/\s/g, '').length);
  });
});
