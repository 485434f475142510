/** The lists that positions are found by: words of stance, words that judge, items of an agenda, words too general. */
import { readList } from '../../data/lists.ts';
import type { Token } from '../../language/doc.ts';
import type { Position } from '../../model/record.ts';

export type Stance = Position['stance'];

export interface StanceWord {
  stance: Stance;
  /** Under "not"; null where that tells none. */
  negated: Stance | null;
  weak: boolean;
  /** A clause counts only where it demands or refuses. */
  force: boolean;
  /** Takes an object only with "to" after it. */
  asking: boolean;
  /** The one who stresses or discusses it holds it. */
  said: boolean;
  /** 'that', 'whom' and prepositions. */
  places: ReadonlySet<string>;
}

const PARTS: Record<string, Token['upos'][]> = {
  verb: ['VERB', 'AUX'],
  noun: ['NOUN'],
  adjective: ['ADJ', 'VERB', 'ADP'],
};

/** Key: part of speech and lemma, with the particle: 'VERB rule_out'. */
const stanceWords: ReadonlyMap<string, StanceWord> = new Map(
  readList('en/stances.tsv').flatMap((line) => {
    const [part, lemma, stance, negated, places] = line.split('\t') as [string, string, Stance, string, string];
    const words = places.split(' ');
    const word: StanceWord = {
      stance,
      negated: negated === '-' ? null : (negated as Stance),
      weak: words.includes('weak'),
      force: words.includes('force'),
      asking: words.includes('asking'),
      said: words.includes('said'),
      places: new Set(words),
    };
    return PARTS[part]!.map((upos) => [`${part === 'adjective' ? 'ADJ' : upos} ${lemma}`, word] as const);
  }),
);

const judgements: ReadonlyMap<string, Stance> = new Map(
  readList('en/judgements.tsv').map((line) => line.split('\t') as [string, Stance]),
);

const ownActs: ReadonlyMap<string, Stance> = new Map(
  readList('en/own-acts.tsv').map((line) => line.split('\t') as [string, Stance]),
);

const agenda = readList('en/agenda.tsv').map((line) => line.split('\t') as [string, string, string?]);
const agendaNouns = byWord(([item, nouns]) => [item, nouns]);
const agendaVerbs = byWord(([item, , verbs]) => [item, verbs]);

function byWord(pick: (row: [string, string, string?]) => [string, string | undefined]): ReadonlyMap<string, string> {
  return new Map(
    agenda.map(pick).flatMap(([item, words]) => (words ? words.split(' ').map((word) => [word, item] as const) : [])),
  );
}

const partyNouns: ReadonlySet<string> = new Set(readList('en/party-nouns.txt').flatMap((line) => line.split(' ')));
const outsiders: ReadonlySet<string> = new Set(readList('en/outsiders.txt').flatMap((line) => line.split(' ')));

const general: ReadonlySet<string> = new Set(readList('en/general-nouns.txt').flatMap((line) => line.split(' ')));

/** The stance word of a verb or noun; `particle` as in "rule out". */
export function stanceOf(token: Token, as: 'VERB' | 'NOUN' | 'ADJ', particle: string | null): StanceWord | undefined {
  const end = particle === null ? '' : `_${particle}`;
  for (const lemma of lemmasOf(token)) {
    const found = stanceWords.get(`${as} ${lemma}${end}`);
    if (found) return found;
  }
  return undefined;
}

export function judgementOf(token: Token): Stance | undefined {
  return judgements.get(token.lemma.toLowerCase()) ?? judgements.get(token.form.toLowerCase());
}

/** The stance of somebody who will do it; `lemma` with its particle. */
export const ownActOf = (lemma: string): Stance => ownActs.get(lemma) ?? 'supports';

/** The item of the usual agenda that a lemma speaks of. */
export function agendaItem(lemma: string, verb: boolean): string | undefined {
  return (verb ? agendaVerbs : agendaNouns).get(lemma);
}

export const isGeneral = (lemma: string): boolean => general.has(lemma);

const generalVerbs: ReadonlySet<string> = new Set(readList('en/general-verbs.txt').flatMap((line) => line.split(' ')));

/** "continue", "make": what is demanded stands behind it. */
export const isGeneralVerb = (lemma: string): boolean => generalVerbs.has(lemma);

const plainAdjectives: ReadonlySet<string> = new Set(
  readList('en/plain-adjectives.txt').flatMap((line) => line.split(' ')),
);

/** "steep", "dangerous", "largest": tells how and not which. */
export const isPlain = ({ form, xpos }: Token): boolean =>
  /^(?:JJR|JJS|CD)$/.test(xpos) ||
  plainAdjectives.has(form.toLowerCase()) ||
  /^\p{Ll}{3,}(?:ous|ful|less|able|ible)$/u.test(form);

/** "officials", "negotiators": they stand for the party named beside them. */
export const standsForParty = (token: Token): boolean =>
  partyNouns.has(token.lemma.toLowerCase()) || partyNouns.has(token.form.toLowerCase());

/** "analyst at the Harbor Institute": a role of somebody who takes no part. */
export const isOutside = (role: string): boolean =>
  role
    .toLowerCase()
    .split(/\W+/)
    .some((word) => outsiders.has(word) || outsiders.has(word.replace(/s$/, '')));

const agreementNouns: ReadonlySet<string> = new Set(
  readList('en/agreement-nouns.txt').flatMap((line) => line.split(' ')),
);

/** "deal", "plan": a matter where nothing better is told. */
export const isAgreement = (lemma: string): boolean => agreementNouns.has(lemma);

/** What the lemma may be: the engine's own, and for a form it does not know those that English endings allow. */
export function lemmasOf(token: Token): string[] {
  const form = token.form.toLowerCase();
  const found = [token.lemma.toLowerCase(), form];
  const stem = /^(.{2,}?)(?:ed|ing|es|s)$/.exec(form)?.[1];
  if (stem) {
    found.push(stem, `${stem}e`);
    if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`);
    if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  }
  return found;
}
