/** The words that tell of encounters, from data/en/encounter-words.tsv. */
import { readList } from '../../data/lists.ts';
import type { Token } from '../../language/doc.ts';
import type { Encounter } from '../../model/record.ts';

export type Kind = Encounter['kind'];

const classes = new Map(
  readList('en/encounter-words.tsv').map((line) => {
    const [name, words] = line.split('\t') as [string, string];
    return [name, new Set(words.split(' '))] as const;
  }),
);

/** Whether a lemma stands in a class of the list. */
export function isIn(name: string, lemma: string): boolean {
  const words = classes.get(name);
  if (!words) throw new RangeError(`No class "${name}" in encounter-words.tsv.`);
  return words.has(lemma);
}

const KINDS: Kind[] = ['call', 'meeting', 'talks', 'visit'];

/** What a verb tells by itself. */
export function kindOfVerb(lemma: string): Kind | null {
  return KINDS.find((kind) => isIn(`verb-${kind}`, lemma)) ?? null;
}

/** What a noun tells by itself. "Talks" and the like are rounds of talks in the plural only. */
export function kindOfNoun(token: Token): Kind | null {
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
  const lemma = lemmaOf(token);
  if (isIn('noun-talks', lemma)) return /s$/i.test(token.form) ? 'talks' : null;
  return KINDS.find((kind) => isIn(`noun-${kind}`, lemma)) ?? null;
}

// Past forms that a lemmatizer may take for something else.
const PAST = new Map([
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['met', 'meet'],
  ['flew', 'fly'],
  ['held', 'hold'],
]);

const known = new Set([...classes.values()].flatMap((words) => [...words]));

export function lemmaOf(token: Token): string {
  const lemma = PAST.get(token.form.toLowerCase()) ?? (token.lemma || token.form).toLowerCase();
  // A lemmatizer without a list cuts too much: "convened" to "conven".
  return !known.has(lemma) && known.has(`${lemma}e`) ? `${lemma}e` : lemma;
}
