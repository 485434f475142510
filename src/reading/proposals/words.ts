/** The words of data/en/proposal-words.tsv by class. */
import { readList } from '../../data/lists.ts';

const classes = new Map(
  readList('en/proposal-words.tsv').map((line) => {
    const [name, words] = line.split('\t') as [string, string];
    return [name, new Set(words.split(' '))] as const;
  }),
);

const ofClass = (name: string): ReadonlySet<string> => classes.get(name) ?? new Set();

export const NOUNS = ofClass('noun');
export const LOOSE = ofClass('loose');
export const REPLIES = ofClass('reply');
export const PUT = ofClass('put');
export const HOLD = ofClass('hold');
export const ACCEPTED = ofClass('accepted');
export const REJECTED = ofClass('rejected');
export const PENDING = ofClass('pending');
export const ANSWER = ofClass('answer');
export const SCORN = ofClass('scorn');
export const PLAIN = ofClass('plain');
export const ALIAS = ofClass('alias');
export const GIVE = ofClass('give');
export const GIFT = ofClass('gift');
export const SMALL = ofClass('small');
export const BODY = ofClass('body');
export const PEOPLE = ofClass('people');
export const MAKER = ofClass('maker');

/** True where a class has a verb. The endings that make lemmas may leave or take an "e" too many: "declin", "poure". */
export function knows(words: { has: (word: string) => boolean }, verb: string): boolean {
  return words.has(verb) || words.has(verb.replace(/(?=_|$)/, 'e')) || words.has(verb.replace(/e(?=_|$)/, ''));
}
