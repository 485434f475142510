import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import { loadWorld } from '../language/world/index.ts';
import { findEntities } from './entities.ts';
import { mendNames } from './mend-names.ts';

const engine = createEngine();
const world = loadWorld();

/** For whom the entity of that name stands, with the words that show it; null for nobody. */
function check(text: string, name: string): string | null {
  const found = engine.analyze(text, { reference: null });
  const doc = { ...found, names: mendNames(found, world) };
  const entity = findEntities(doc, world).find((one) => one.name === name);
  expect(entity, `${name} is an entity`).toBeDefined();
  const evidence = entity!.sides?.[0]?.evidence;
  return entity!.side && `${entity!.side}: ${text.slice(evidence!.start, evidence!.end)}`;
}

describe('findSides', () => {
  it.each([
    ['a nationality before the title', 'Kenyan Foreign Minister Ana Lind left.', 'Ana Lind', 'Kenya: Kenyan'],
    ['a state before the title', 'Kenya’s chief negotiator, Ana Lind, left.', 'Ana Lind', 'Kenya: Kenya'],
    ['a title after the name', 'Ana Lind, the foreign minister of Kenya, left.', 'Ana Lind', 'Kenya: Kenya'],
    ['a house of government', 'White House spokesperson Ana Lind left.', 'Ana Lind', 'United States: White House'],
    ['an office of one state', 'Secretary of State Ana Lind left.', 'Ana Lind', 'United States: Secretary of State'],
    [
      'whose adviser',
      'Kenyan President Carlos Reyes stayed. Reyes’s national security adviser, Ana Lind, left.',
      'Ana Lind',
      'Kenya: Reyes',
    ],
    [
      'a bare office beside a house of government',
      'The Kremlin was silent. President Ana Lind left.',
      'Ana Lind',
      'Russia: President',
    ],
    [
      'the office that is far more at home in the house',
      'The Kremlin was silent. President Ana Lind left. Lind smiled. Lind waved. President Carlos Reyes stayed.',
      'Ana Lind',
      'Russia: President',
    ],
    [
      'whom somebody works for, not on what',
      'Ana Lind, vice president for Kenya operations of the Harbor Trade Council, left.',
      'Ana Lind',
      'Harbor Trade Council: Harbor Trade Council',
    ],
    [
      'a body of a union of states',
      'Ana Lind, president of the European Commission, left.',
      'Ana Lind',
      'European Union: European Commission',
    ],
    [
      'a minister of the one state that is spoken of',
      'Kenya was calm. Trains ran in Kenya. Kenyan nurses waited, and Health Minister Ana Lind left.',
      'Ana Lind',
      'Kenya: Health Minister',
    ],
    [
      'the government by the state’s full name',
      'The Government of the Republic of Kenya said so.',
      'Government of the Republic of Kenya',
      'Kenya: Government of the Republic of Kenya',
    ],
    ['a state before a short title', 'US Vice President Ana Lind left.', 'Ana Lind', 'United States: US'],
  ])('%s', (_, text, name, expected) => {
    expect(check(text, name)).toBe(expected);
  });

  it.each([
    ['no title', 'Ana Lind left Kenya.', 'Ana Lind'],
    ['a department that a party is called by', 'Labour Minister Ana Lind left.', 'Ana Lind'],
    ['a state that the title is not of', 'After the talks in Kenya, President Ana Lind left.', 'Ana Lind'],
    ['an ambassador by where he is', 'Ana Lind, then ambassador to Kenya, left.', 'Ana Lind'],
    ['a place of work', 'Ana Lind, a Kenya-based senior adviser, left.', 'Ana Lind'],
    [
      'an office that the state of the house does not have',
      'The Kremlin was silent. Prime Minister Ana Lind left the White House. The White House was silent.',
      'Ana Lind',
    ],
    [
      'one of two with the same bare office',
      'The Kremlin was silent. President Ana Lind met President Carlos Reyes.',
      'Ana Lind',
    ],
    ['an office of another state', 'Kenya was silent. Foreign Secretary Ana Lind left.', 'Ana Lind'],
    [
      'another union than the one named before',
      'The Harbor Union struck. Ana Lind, president of the state pilots union, left.',
      'Ana Lind',
    ],
    [
      'a minister where two states are spoken of alike',
      'Kenya and Uganda met. Kenya spoke, Uganda spoke, Kenya left, Uganda left. Health Minister Ana Lind stayed.',
      'Ana Lind',
    ],
    [
      'a prime minister beside a house of a union of states',
      'Brussels was silent. Brussels waited. Prime Minister Ana Lind left.',
      'Ana Lind',
    ],
    ['a body of business', 'The Kenya Business Council was late.', 'Kenya Business Council'],
  ])('nobody: %s', (_, text, name) => {
    expect(check(text, name)).toBeNull();
  });

  it.each([
    ['a senator', 'Kenyan Senator Ana Lind left.', true],
    ['a former minister', 'Former Kenyan foreign minister Ana Lind left.', true],
    ['a candidate', 'Ana Lind, presidential candidate in Kenya, left.', true],
    ['a minister', 'Kenyan Foreign Minister Ana Lind left.', undefined],
    ['a spokeswoman', 'Kenyan government spokeswoman Ana Lind left.', undefined],
  ])('own voice: %s', (_, text, expected) => {
    const found = engine.analyze(text, { reference: null });
    const doc = { ...found, names: mendNames(found, world) };
    const entity = findEntities(doc, world).find(({ name }) => name === 'Ana Lind');
    expect(entity!.sides?.map(({ ownVoice }) => ownVoice)).toEqual([expected]);
  });
});
