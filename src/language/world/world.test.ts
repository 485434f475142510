import { describe, expect, it } from 'vitest';
import { loadWorld } from './index.ts';

const world = loadWorld();

describe('loadWorld', () => {
  it.each([
    ['Norway', 'country', 'NO'],
    ['U.K.', 'country', 'GB'],
    ['Norwegians', 'nationality', 'NO'],
    ['Dutch', 'nationality', 'NL'],
    ['New Zealanders', 'nationality', 'NZ'],
    ['Oslo', 'capital', 'NO'],
    ['Bogota', 'capital', 'CO'],
    ['Kremlin', 'seat', 'RU'],
    ['Downing Street', 'seat', 'GB'],
    ['Ontario', 'state', 'CA'],
  ])('%s is a %s of %s', (words, kind, code) => {
    expect(world.lookUp(words)[0]).toMatchObject({ kind, code });
  });

  it.each(['norway', 'turkey', 'Oslovia', '', 'The', 'constructor'])('knows nothing of "%s"', (words) => {
    expect(world.lookUp(words)).toEqual([]);
  });

  it('gives every reading of a word with several', () => {
    expect(world.lookUp('Washington').map((e) => e.kind)).toEqual(['seat', 'capital']);
    expect(world.countriesOf('Dominican')).toEqual(['DM', 'DO']);
    expect(world.countriesOf('Brussels')).toEqual(['EU', 'BE']);
    expect(world.countriesOf('Sahel')).toEqual([]);
  });

  it('names a country by its code', () => {
    expect(world.nameOf('GH')).toBe('Ghana');
    expect(world.nameOf('ZZ')).toBeNull();
  });

  it('has a country in the list for every code', () => {
    for (const [words, entries] of world.entries())
      for (const { code } of entries)
        if (code !== null && code !== 'EU' && code !== 'UN') expect(world.nameOf(code), words).not.toBeNull();
  });

  it('names the people of every member of the United Nations that news writes of', () => {
    const withPeople = new Set(
      [...world.entries()].flatMap(([, e]) => e.filter((x) => x.kind === 'nationality').map((x) => x.code)),
    );
    expect(withPeople.size).toBeGreaterThan(190);
  });
});
