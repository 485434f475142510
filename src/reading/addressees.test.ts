import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import { findAddressees, findPartner } from './addressees.ts';
import type { Entity } from './reading.ts';
import { makeCast } from './speakers/cast.ts';

const engine = createEngine();
const PEOPLE: [string, Entity['kind']][] = [
  ['Ana Lind', 'person'],
  ['Carlos Reyes', 'person'],
  ['Harbor Union', 'organization'],
  ['Radio Selm', 'organization'],
];

function sceneOf(text: string, cue: string) {
  const entities: Entity[] = PEOPLE.map(([name, kind]) => ({
    name,
    kind,
    roles: [],
    side: null,
    aliases: [],
    mentions: text.includes(name) ? [{ start: text.indexOf(name), end: text.indexOf(name) + name.length }] : [],
  }));
  const sentence = engine.analyze(text, { reference: null }).sentences[0]!;
  const head = sentence.tokens.findIndex((token) => token.form === cue);
  return { cast: makeCast(entities), sentence, head, nameOf: (index: number) => entities[index]!.name };
}

describe('findAddressees', () => {
  it.each<[string, string, string[]]>([
    ['Ana Lind told Carlos Reyes that the port was open.', 'told', ['Carlos Reyes']],
    ['Ana Lind urged Carlos Reyes to open the port.', 'urged', ['Carlos Reyes']],
    ['Ana Lind warned the Harbor Union that the port would close.', 'warned', ['Harbor Union']],
    ['Ana Lind called on Carlos Reyes to open the port.', 'called', ['Carlos Reyes']],
    ['Ana Lind appealed to the Harbor Union to wait.', 'appealed', ['Harbor Union']],
    ['Ana Lind told reporters that the port was open.', 'told', []],
    ['Ana Lind said that Carlos Reyes was late.', 'said', []],
    ['Ana Lind praised Carlos Reyes for the talks.', 'praised', []],
    ['Ana Lind called Carlos Reyes a friend.', 'called', []],
  ])('%s', (text, cue, expected) => {
    const { cast, sentence, head, nameOf } = sceneOf(text, cue);
    expect(findAddressees(cast, sentence, head).map(nameOf)).toEqual(expected);
  });

  it('takes "me" in a told speech for the one who tells it', () => {
    const { cast, sentence, head, nameOf } = sceneOf(
      '“Carlos Reyes told me that he would wait,” Ana Lind said.',
      'told',
    );
    expect(findAddressees(cast, sentence, head, 1, 0).map(nameOf)).toEqual(['Ana Lind']);
  });
});

describe('findPartner', () => {
  it.each<[string, boolean, string | null]>([
    ['Ana Lind said so in a call with Carlos Reyes.', false, 'Carlos Reyes'],
    ['Ana Lind said so in an interview with Radio Selm’s Carlos Reyes.', true, 'Carlos Reyes'],
    ['Ana Lind said so in an interview with Radio Selm.', true, null],
    ['Ana Lind said so after a walk with Carlos Reyes.', false, null],
  ])('%s', (text, onlyPeople, expected) => {
    const { cast, sentence, nameOf } = sceneOf(text, 'said');
    const found = findPartner(cast, sentence, sentence, onlyPeople);
    expect(found === null ? null : nameOf(found)).toBe(expected);
  });
});
