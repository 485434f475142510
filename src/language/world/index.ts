/**
 * World: what every reader of news knows of countries, as lookups over the lists in data/en/world.
 *
 * In: words as they stand in a text. Out: which country they belong to, and as what.
 *     loadWorld().lookUp('Downing Street')  →  [{ kind: 'seat', code: 'GB', stands: 'government' }]
 * Knows no persons and no story. Words are matched as written (case matters: "turkey" is no country).
 */
import { readFileSync } from 'node:fs';
import { dataFile } from '../../data/locate.ts';

export type WorldKind = 'country' | 'nationality' | 'capital' | 'seat' | 'state' | 'city' | 'region';

/** One reading of a word. */
export interface WorldEntry {
  kind: WorldKind;
  /** ISO 3166-1 code of its country (also EU and UN); null for regions and for cities whose country is not listed. */
  code: string | null;
  /** What a seat stands for: 'government', 'parliament', 'foreign ministry' … */
  stands: string | null;
}

export interface World {
  /** All readings of the words, the likeliest first: country, nationality, seat, capital, state, city, region. */
  lookUp(words: string): readonly WorldEntry[];
  /** The codes of the countries that the words name, stand for or belong to: 'Georgian' → ['GE'], 'Dominican' → ['DM', 'DO']. */
  countriesOf(words: string): string[];
  /** Name of a country by code; null where unknown. */
  nameOf(code: string): string | null;
  /** Every phrase with its readings, in the order of the lists. */
  entries(): IterableIterator<[string, readonly WorldEntry[]]>;
}

/** Bodies of states, which the lists have under a code beside the countries. */
const UNIONS: readonly (readonly [string, string])[] = [
  ['EU', 'European Union'],
  ['UN', 'United Nations'],
];

function readRows(file: string): string[][] {
  return readFileSync(dataFile(`en/world/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Reads the lists; called once, when the engine is made. */
export function loadWorld(): World {
  const words = new Map<string, WorldEntry[]>();
  const names = new Map(UNIONS);
  const add = (word: string, kind: WorldKind, code: string | null, stands: string | null = null): void => {
    const known = words.get(word);
    const entry = Object.freeze({ kind, code, stands });
    if (!known) words.set(word, [entry]);
    else if (!known.some((e) => e.kind === kind && e.code === code)) known.push(entry);
  };
  const countries = readRows('countries.tsv');
  for (const [code, name] of countries) {
    names.set(code!, name!);
    add(name!, 'country', code!);
    const ascii = plain(name!);
    if (ascii !== name) add(ascii, 'country', code!);
  }
  for (const [code, list] of readRows('names.tsv')) {
    for (const name of list!.split('|')) add(name, 'country', code!);
    // States that are no more have a name here only.
    if (!names.has(code!)) names.set(code!, list!.split('|')[0]!);
  }
  for (const [code, list] of readRows('demonyms.tsv'))
    for (const item of list!.split(' ')) {
      const word = item.replace('+', '').replaceAll('_', ' ');
      add(word, 'nationality', code!);
      if (item.endsWith('+')) add(`${word}s`, 'nationality', code!);
    }
  for (const [name, code, stands] of readRows('seats.tsv')) add(name!, 'seat', code!, stands!);
  for (const [code, , capital] of countries) {
    if (!capital) continue;
    add(capital, 'capital', code!);
    const ascii = plain(capital);
    if (ascii !== capital) add(ascii, 'capital', code!);
  }
  for (const [code, list] of readRows('capitals.tsv')) for (const name of list!.split('|')) add(name, 'capital', code!);
  for (const [code, list] of readRows('states.tsv')) for (const name of list!.split('|')) add(name, 'state', code!);
  for (const [name] of readRows('cities.txt')) add(name!, 'city', null);
  for (const [name] of readRows('regions.txt')) add(name!, 'region', null);
  const none: readonly WorldEntry[] = Object.freeze([]);
  return {
    lookUp: (word) => words.get(word) ?? none,
    countriesOf: (word) => [...new Set((words.get(word) ?? none).flatMap((e) => (e.code === null ? [] : [e.code])))],
    nameOf: (code) => names.get(code) ?? null,
    entries: () => words.entries(),
  };
}

/** Without accents: news agencies drop them. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}
