import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import { loadWorld } from '../language/world/index.ts';
import { findEntities } from './entities.ts';
import { findParties } from './parties.ts';
import { makeCast } from './sources.ts';

const engine = createEngine();
const world = loadWorld();

/** Each entity that does something, as 'name role: words'. */
function check(text: string): string[] {
  const doc = engine.analyze(text, { reference: null });
  const cast = makeCast(findEntities(doc, world), { doc, quotes: [], world });
  findParties(cast);
  return cast.entities.flatMap(({ name, party = [] }) =>
    party.map(({ role, evidence }) => `${name} ${role}: ${text.slice(evidence.start, evidence.end)}`),
  );
}

describe('findParties', () => {
  it.each([
    [
      'mediators from two states',
      'The paper came from mediators from Norway and Kenya.',
      ['Norway mediates: mediators from Norway and Kenya', 'Kenya mediates: mediators from Norway and Kenya'],
    ],
    ['an adjective', 'Norwegian mediators left the hall.', ['Norway mediates: Norwegian mediators']],
    ['what is mediated', 'They signed a truce mediated by Norway.', ['Norway mediates: mediated by Norway']],
    ['negotiators of a state', 'Kenya’s chief negotiators left.', ['Kenya negotiates: Kenya’s chief negotiators']],
    [
      'talks between two',
      'The talks between Norway and Kenya went on.',
      ['Norway negotiates: talks between Norway and Kenya', 'Kenya negotiates: talks between Norway and Kenya'],
    ],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it.each([
    ['mediators of nobody', 'Mediators met in Oslo while Norway watched.'],
    ['a state further off', 'Norway said the mediators were late.'],
    ['talks with one', 'The talks between Norway and its neighbours went on.'],
    ['whose mediator it is', 'Ana Lind’s mediators left the hall.'],
  ])('nothing: %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});
