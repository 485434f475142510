/** The lists that figures are read with, loaded once: bounds, units, currencies, verbs, states of what is counted. */
import { readList } from '../../data/lists.ts';
import type { Figure } from '../../model/record.ts';

export interface BoundWords {
  words: string[];
  bound: Figure['bound'];
}

const rows = (name: string): string[][] => readList(name).map((line) => line.split('\t'));
const boundRows = rows('en/bounds.tsv').map(([words, bound, place]) => ({
  words: words!.split(' '),
  bound: bound as Figure['bound'],
  after: place === 'after',
}));
// Longer ones first: "no more than" is not "more than".
boundRows.sort((a, b) => b.words.length - a.words.length);

/** By the word next to the number. */
const byNearest = (after: boolean): ReadonlyMap<string, BoundWords[]> => {
  const map = new Map<string, BoundWords[]>();
  for (const row of boundRows) {
    if (row.after !== after) continue;
    const nearest = after ? row.words[0]! : row.words.at(-1)!;
    map.set(nearest, [...(map.get(nearest) ?? []), row]);
  }
  return map;
};
export const boundsBefore = byNearest(false);
export const boundsAfter = byNearest(true);

export interface UnitOf {
  /** Plural, as the text spells it, or a currency's code. */
  name: string;
  dimension: string;
  /** To the dimension's first unit, so that hours and minutes can be compared. */
  factor: number;
}

export const units: ReadonlyMap<string, UnitOf> = new Map(
  rows('en/units.tsv').flatMap(([forms, dimension, factor]) => {
    const all = forms!.split(' ');
    const unit = { name: all[1] ?? all[0]!, dimension: dimension!, factor: Number(factor) };
    return all.map((form) => [form, unit] as const);
  }),
);

/** Signs and words, to the code. Signs as they stand, words in lower case. */
export const currencies: ReadonlyMap<string, string> = new Map(
  rows('en/currencies.tsv').flatMap(([forms, code]) => forms!.split(' ').map((form) => [form, code!] as const)),
);

export const idleNouns: ReadonlySet<string> = new Set(readList('en/idle-nouns.txt').flatMap((line) => line.split(' ')));

/** The state that a word tells: "stranded" is one of waiting. */
export const states: ReadonlyMap<string, string> = new Map(
  readList('en/figure-states.txt').flatMap((line) => {
    const words = line.split(' ');
    return words.map((word) => [word, words[0]!] as const);
  }),
);

export type VerbClass = 'count' | 'level' | 'up' | 'down' | 'last' | 'wanted' | 'expected';

const verbs: ReadonlyMap<string, VerbClass> = new Map(
  rows('en/figure-verbs.tsv').flatMap(([forms, kind]) =>
    forms!.split(' ').map((form) => [form, kind as VerbClass] as const),
  ),
);

/** By the plain form, or the form as it stands where a lemmatizer takes it for another word: "rose". */
export const verbClass = ({ lemma, form }: { lemma: string; form: string }): VerbClass | undefined =>
  verbs.get(lemma) ?? verbs.get(form.toLowerCase());

/** The noun that a noun counts the same as: "vessel" is a ship. */
export const sameNouns: ReadonlyMap<string, string> = new Map(
  readList('en/figure-nouns.txt').flatMap((line) => {
    const words = line.split(' ');
    return words.map((word) => [word, words[0]!] as const);
  }),
);
