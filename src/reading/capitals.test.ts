import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import { loadWorld } from '../language/world/index.ts';
import { findCapitals, findSpeakersIn } from './capitals.ts';
import type { Entity, LocalStatement } from './reading.ts';
import { makeCast } from './sources.ts';

const engine = createEngine();
const world = loadWorld();

const CAST: [string, Entity['kind'], string[]][] = [
  ['Selm', 'place', []],
  ['Lisbon', 'place', []],
  ['Norland', 'government', []],
  ['Eastmark', 'government', []],
  ['Portugal', 'government', []],
  ['Norland Foreign Ministry', 'organization', []],
  ['Ana Lind', 'person', ['spokesperson']],
  ['Per Holm', 'person', ['foreign minister']],
];

function castOf(text: string) {
  const entities = CAST.flatMap(([name, kind, roles]): Entity[] => {
    const mentions = [...text.matchAll(new RegExp(`${name}(?! Foreign)`, 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
    }));
    return mentions.length > 0 ? [{ name, kind, roles, side: null, aliases: [], mentions }] : [];
  });
  return makeCast(entities, { doc: engine.analyze(text, { reference: null }), quotes: [], world });
}

/** What a text tells of Selm, as 'Norland 2'. */
function check(text: string, town = 'Selm'): string[] {
  const cast = castOf(text);
  findCapitals(cast);
  return clues(cast.entities, town);
}

const clues = (entities: Entity[], town: string): string[] =>
  (entities.find(({ name }) => name === town)?.capital ?? []).map(
    ({ of, by, weight }) => `${of ?? entities[by!]!.name} ${weight}`,
  );

describe('findCapitals', () => {
  it.each([
    ['The ship lay off the Norland capital, Selm, on Monday.', ['Norland 2']],
    ['The ship lay off Norland’s capital Selm on Monday.', ['Norland 2']],
    ['The ship lay off the Norland capital of Selm on Monday.', ['Norland 2']],
    ['Norland closed its capital, Selm, on Monday.', ['Norland 2']],
    ['The ship lay off Selm, the capital of Norland, on Monday.', ['Norland 2']],
    ['The ship lay off Selm, Norland’s capital, on Monday.', ['Norland 2']],
    ['Selm is the capital of Norland.', ['Norland 2']],
    ['Norland’s foreign ministry in Selm gave no answer.', ['Norland 1.5']],
    ['The Norland prime minister’s office in Selm gave no answer.', ['Norland 1.5']],
    ['The Norland Foreign Ministry in Selm gave no answer.', ['Norland Foreign Ministry 1.5']],
    ['Norland officials in Selm gave no answer.', ['Norland 1']],
    ['Norland’s ambassador to Selm gave no answer.', ['Norland -1.5']],
    ['The Norland embassy in Selm was closed.', ['Norland -1.5']],
    ['The office of Norland’s mission in Selm was closed.', ['Norland -1.5']],
    ['Per Holm is to travel to Selm on Monday.', ['Per Holm -1.5']],
    ['The visit of Per Holm, the minister, to Selm was put off.', ['Per Holm -1.5']],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it.each([
    ['Norland sent ships to Selm.'],
    ['Norland and Selm signed the paper.'],
    ['Norland’s ministry moved, and a union in Selm was pleased.'],
    ['The music capital of Norland is not Selm.'],
    ['Portugal’s foreign ministry in Selm gave no answer.'],
    ['Per Holm spoke of Selm.'],
  ])('tells nothing: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('leaves alone what the lists of the world know', () => {
    expect(check('The ship lay off the Norland capital, Lisbon, on Monday.', 'Lisbon')).toEqual([]);
  });
});

describe('findSpeakersIn', () => {
  const say = (text: string, name: string, content: string, within: number | null = null): string[] => {
    const cast = castOf(text);
    const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const speaker = cast.entities.findIndex((entity) => entity.name === name);
    const statement = { speaker, source: range(name), cue: range('said'), content: [range(content)], within };
    findSpeakersIn(cast, [statement as LocalStatement]);
    return clues(cast.entities, 'Selm');
  };

  it.each([
    ['In Selm, Ana Lind said that the port was open.', 'Ana Lind', 'the port was open', ['Ana Lind 1']],
    ['Ana Lind said in Selm on Monday that the port was open.', 'Ana Lind', 'the port was open', ['Ana Lind 1']],
    ['Per Holm said in Selm that the port was open.', 'Per Holm', 'the port was open', ['Per Holm 0.5']],
    ['Ana Lind said that the port in Selm was open.', 'Ana Lind', 'the port in Selm was open', []],
    ['Ana Lind of Selm said that the port was open.', 'Ana Lind', 'the port was open', []],
  ])('%s', (text, name, content, expected) => {
    expect(say(text, name, content)).toEqual(expected);
  });

  it('passes over what is told inside other words', () => {
    expect(say('In Selm, Ana Lind said that the port was open.', 'Ana Lind', 'the port was open', 0)).toEqual([]);
  });
});
