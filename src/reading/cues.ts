import { readList } from '../data/lists.ts';
import type { Statement } from '../model/record.ts';

/** The act of every form of every reporting verb, in lower case. */
export const cueActs: ReadonlyMap<string, Statement['act']> = new Map(
  readList('en/cues.tsv').flatMap((line) => {
    const [forms, act] = line.split('\t') as [string, Statement['act']];
    return forms.split(' ').map((form) => [form, act] as const);
  }),
);

/** Nouns for people and bodies that can speak without a name. */
export const sourceNouns: ReadonlySet<string> = new Set(
  readList('en/source-nouns.txt').flatMap((line) => line.split(' ')),
);
