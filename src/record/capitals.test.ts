import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyReading } from '../../test/support/empty-reading.ts';
import type { Entity, Reading } from '../reading/index.ts';
import { mergeActors } from './actors.ts';

type Clue = [of: string, weight: number, words?: string];

/** A Reading of states and of the town Selm; where it acts, it holds a position. */
function reading(article: string, states: string[], clues: Clue[], acts = false): Reading {
  const one = (name: string, kind: Entity['kind'], at: number): Entity => ({
    name,
    kind,
    roles: [],
    side: null,
    aliases: [],
    mentions: [{ start: at * 20, end: at * 20 + name.length }],
    ...(name === 'France' && { key: 'country:FR' }),
  });
  const town: Entity = {
    ...one('Selm', 'place', states.length),
    capital: clues.map(([of, weight, words = `${article} ${of} ${weight}`]) => ({
      of,
      weight,
      words,
      evidence: { start: 0, end: 5 },
    })),
  };
  const position = { holder: states.length, evidence: [{ start: states.length * 20, end: states.length * 20 + 15 }] };
  return {
    ...emptyReading(article),
    entities: [...states.map((name, at) => one(name, 'government', at)), town],
    positions: acts ? [position as Reading['positions'][number]] : [],
  };
}

const slug = (name: string): string => name.toLowerCase();

/** The id that Selm has in the first of the Readings. */
function check(readings: Reading[], order = readings): string {
  const [first] = readings;
  return mergeActors(order, slug).idOf(first!, first!.entities.length - 1);
}

describe('joinCapitals', () => {
  it.each<[string, Reading[], string]>([
    ['words that say it', [reading('a', ['Norland', 'Eastmark'], [['Norland', 2]])], 'norland'],
    [
      'two passages that point to it',
      [reading('a', ['Norland', 'Eastmark'], [['Norland', 1]]), reading('b', ['Norland'], [['Norland', 1]])],
      'norland',
    ],
    ['a body there, and the town acts', [reading('a', ['Norland', 'Eastmark'], [['Norland', 1.5]], true)], 'norland'],
    [
      'a spokesperson there, and words that rule out the other state',
      [
        reading(
          'a',
          ['Norland', 'Eastmark'],
          [
            ['Norland', 1],
            ['Eastmark', -1.5],
          ],
          true,
        ),
      ],
      'norland',
    ],
    ['one spokesperson alone', [reading('a', ['Norland', 'Eastmark'], [['Norland', 1]], true)], 'selm'],
    [
      'two copies of one passage',
      [reading('a', ['Norland'], [['Norland', 1, 'x']]), reading('b', ['Norland'], [['Norland', 1, 'x']])],
      'selm',
    ],
    [
      'what two states are level in',
      [
        reading(
          'a',
          ['Norland', 'Eastmark'],
          [
            ['Norland', 2],
            ['Eastmark', 1.5],
          ],
        ),
      ],
      'selm',
    ],
    ['no word for it', [reading('a', ['Norland', 'Eastmark'], [['Eastmark', -1.5]], true)], 'selm'],
    ['a state that the lists know', [reading('a', ['France', 'Norland'], [['France', 2]])], 'selm'],
  ])('%s', (_, readings, expected) => {
    expect(check(readings)).toBe(expected);
  });

  it('gives the state what acts under the town’s name, and no other place', () => {
    const readings = [
      reading('a', ['Norland'], [['Norland', 2]], true),
      reading('b', ['Norland'], [['Norland', 2, 'x']], false),
    ];
    const { actors, facesOf } = mergeActors(readings, slug);
    expect(actors.map(({ id, aliases, mentions }) => [id, aliases, mentions.length])).toEqual([
      ['norland', ['Selm'], 3],
    ]);
    expect(facesOf(readings[0]!)[1]!.id).toBe('norland');
  });

  it('is the same in any order of articles', () => {
    const readings = [
      reading('a', ['Norland', 'Eastmark'], [['Norland', 1]]),
      reading('b', ['Norland'], [['Eastmark', -1.5]], true),
      reading('c', ['Eastmark'], [['Norland', 0.5]]),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: 3 }), (order) => {
        expect(check(readings, order)).toBe('norland');
        expect(mergeActors(order, slug).actors).toEqual(mergeActors(readings, slug).actors);
      }),
    );
  });
});
