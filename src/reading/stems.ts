import type { Token } from '../language/doc.ts';

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM']);
// Endings that make a noun of a verb, longest first: "withdrawal" and "withdraw" are one word here.
const ENDINGS = [
  'ations',
  'ation',
  'ements',
  'ement',
  'ments',
  'ment',
  'ances',
  'ance',
  'als',
  'al',
  'ions',
  'ion',
  'ings',
  'ing',
  'ed',
  'e',
];
const LEAST = 4;

/** What is left of a word without its endings, in lower case; for comparing words, never for showing them. */
export function stemOf(token: Pick<Token, 'form' | 'lemma'>): string {
  const word = (token.lemma || token.form).toLowerCase().replaceAll('-', '');
  for (const ending of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= LEAST) return word.slice(0, -ending.length);
  return word;
}

/** The stems of the words that carry meaning. Helping verbs, function words and single letters carry none. */
export function stemsOf(tokens: Token[]): string[] {
  const stems = new Set<string>();
  for (const token of tokens)
    if (CONTENT.has(token.upos) && /[\p{L}\p{N}]/u.test(token.form) && (token.form.length > 1 || token.upos === 'NUM'))
      stems.add(stemOf(token));
  return [...stems];
}
