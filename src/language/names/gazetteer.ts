/** Lists that hint at names: the world's countries and towns, given names, titles and the words that organizations are named with. */
import { readFileSync } from 'node:fs';
import { dataFile } from '../../data/locate.ts';
import type { Token } from '../doc.ts';
import type { World, WorldKind } from '../world/index.ts';

/** Bits of the lists that a word or phrase stands in. */
export const LIST = {
  COUNTRY: 1,
  NATIONALITY: 2,
  TOWN: 4,
  REGION: 8,
  SEAT: 16,
  GIVEN: 32,
  TITLE: 64,
  ORG_WORD: 128,
  PLACE_WORD: 256,
  EVENT_WORD: 512,
  LAW_WORD: 1024,
  ORG: 2048,
  DATE: 4096,
  /** Begins a phrase of several words that is listed. */
  PART: 8192,
} as const;

const WORLD: Record<WorldKind, number> = {
  country: LIST.COUNTRY,
  nationality: LIST.NATIONALITY,
  capital: LIST.TOWN,
  city: LIST.TOWN,
  state: LIST.REGION,
  region: LIST.REGION,
  seat: LIST.SEAT,
};

export interface Gazetteer {
  /** Bits for a single word: as written, or in lower case for titles and the like. */
  listsOf(form: string, low: string): number;
  /** Marks phrases of two to five words: bits at the first word in `begins`, at the others in `runs`. The longest counts. */
  markPhrases(tokens: readonly Token[], begins: Int32Array, runs: Int32Array): void;
}

function readList(file: string): string[] {
  return readFileSync(dataFile(`en/names/${file}`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const DATES =
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.'.split(
    ' ',
  );

/** Reads the lists under data/en/names and takes in those of the world. */
export function loadGazetteer(world: World): Gazetteer {
  const written = new Map<string, number>();
  const lowered = new Map<string, number>();
  const phrases = new Map<string, number>();
  // Words that begin a phrase, with the longest phrase that they begin: what begins none is passed over fast.
  const heads = new Map<string, number>();
  const add = (words: string, bit: number): void => {
    if (!words.includes(' ') && !words.includes('-')) {
      written.set(words, (written.get(words) ?? 0) | bit);
      return;
    }
    // The tokenizer parts some phrases otherwise ("Guinea-Bissau", "Quai d’Orsay"); they are met as spaced words.
    const parts = words.replaceAll('’', "'").replaceAll('-', ' - ').split(' ');
    const key = parts.join(' ');
    phrases.set(key, (phrases.get(key) ?? 0) | bit);
    heads.set(parts[0]!, Math.max(heads.get(parts[0]!) ?? 0, parts.length));
  };
  for (const [words, entries] of world.entries()) for (const { kind } of entries) add(words, WORLD[kind]);
  for (const name of readList('given.txt')) add(name, LIST.GIVEN);
  for (const name of readList('organizations.txt')) add(name, LIST.ORG);
  for (const word of DATES) add(word, LIST.DATE);
  for (const [file, bit] of [
    ['titles.txt', LIST.TITLE],
    ['organization-words.txt', LIST.ORG_WORD],
    ['place-words.txt', LIST.PLACE_WORD],
    ['event-words.txt', LIST.EVENT_WORD],
    ['law-words.txt', LIST.LAW_WORD],
  ] as const)
    for (const word of readList(file)) lowered.set(word, (lowered.get(word) ?? 0) | bit);

  return {
    listsOf: (form, low) => (written.get(form) ?? 0) | (lowered.get(low) ?? 0) | (heads.has(form) ? LIST.PART : 0),
    markPhrases(tokens, begins, runs) {
      for (let i = 0; i < tokens.length; i++) {
        const longest = heads.get(tokens[i]!.form);
        if (longest === undefined) continue;
        let key = tokens[i]!.form;
        let bits = 0;
        let end = i;
        for (let j = i + 1; j < Math.min(tokens.length, i + longest); j++) {
          key += ` ${tokens[j]!.form.replaceAll('’', "'")}`;
          const found = phrases.get(key);
          if (found) {
            bits = found;
            end = j;
          }
        }
        if (end === i) continue;
        begins[i] = bits;
        for (let j = i + 1; j <= end; j++) runs[j] = bits;
        i = end;
      }
    },
  };
}
