import { describe, expect, it } from 'vitest';
import { createEngine, type Name } from '../language/index.ts';
import { loadWorld } from '../language/world/index.ts';
import { mendNames } from './mend-names.ts';

const engine = createEngine();
const world = loadWorld();

/** The names of a text in which those in brackets are what the engine found, as 'kind name'. */
function check(marked: string, kind: Name['kind'] = 'organization'): string[] {
  const text = marked.replace(/[[\]]/g, '');
  const doc = engine.analyze(text, { reference: null });
  let brackets = 0;
  const names = [...marked.matchAll(/\[([^\]]*)\]/g)].map(({ 1: name, index }): Name => {
    const start = index - brackets;
    brackets += 2;
    return { start, end: start + name!.length, kind, text: name!, sentence: 0, roles: [] };
  });
  return mendNames({ ...doc, names }, world).map((name) => {
    expect(text.slice(name.start, name.end)).toBe(name.text);
    return `${name.kind} ${name.text}`;
  });
}

describe('mendNames', () => {
  it.each([
    ['[US Vice] President Al Lind left.', ['country US']],
    ['[Kenyan Foreign] Minister Ana Lind left.', ['nationality Kenyan']],
    ['[Senate Minority] Whip Ana Lind left.', ['organization Senate']],
    ['[Lisbon Political] Editor Ana Lind left.', ['place Lisbon']],
    ['[Diplomatic Correspondent], Selm.', []],
    ['The [Selm Grain Exporters]’ [Union] waited.', ['organization Selm Grain Exporters’ Union']],
    ["The Selm Grain Exporters' [Union] waited.", ["organization Selm Grain Exporters' Union"]],
    ['The [Labour] Minister left.', []],
  ])('mends %s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it.each([
    ['[Harbor Trade] left.', ['organization Harbor Trade']],
    ['[Selm Foreign] Airways left.', ['organization Selm Foreign']],
    ['The dockers of the [Union] waited.', ['organization Union']],
    ['[The Harbor Press] said so.', ['organization The Harbor Press']],
  ])('leaves alone %s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it('keeps what is left of a name where the text has it elsewhere', () => {
    expect(check('[Halden] grew. [Halden Political] Editor Ana Lind left.')).toEqual([
      'organization Halden',
      'organization Halden',
    ]);
  });
});
