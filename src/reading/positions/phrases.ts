/**
 * Sayings of several words that tell a stance. In: a tree. Out: triggers, as for single words. Example: "The union
 * poured cold water on the plan" gives opposes, "the union", "the plan".
 *
 * The words are looked for in order, each close behind the one before it, and not in the tree: a parser hangs the words
 * of a saying in many ways. Only the matter and the subject are taken from the tree.
 */
import { readList } from '../../data/lists.ts';
import type { Token } from '../../language/doc.ts';
import { type Matter, split } from './matter.ts';
import { childrenOf, formOf, isDenied, isNoLonger, isPassive, modalOf, subjectOf, type Tree } from './tree.ts';
import { isPositive, type Trigger } from './trigger.ts';
import { isSupposed } from './triggers.ts';
import { lemmasOf, type Stance } from './words.ts';

interface Phrase {
  /** The words behind the verb. */
  rest: string[];
  stance: Stance;
  negated: Stance | null;
  weak: boolean;
  /** Tells nothing save under "not". */
  only: boolean;
  /** The matter is the object of the verb. */
  object: boolean;
  /** The last word leads to the matter: "hear of". */
  self: boolean;
  places: ReadonlySet<string>;
}

/** Key: lemma of the verb; those of more words first. */
const phrases: ReadonlyMap<string, Phrase[]> = (() => {
  const byVerb = new Map<string, Phrase[]>();
  for (const line of readList('en/stance-phrases.tsv')) {
    const [words, stance, negated, marks] = line.split('\t') as [string, Stance, string, string];
    const [verb, ...rest] = words.split(' ') as [string, ...string[]];
    const places = new Set(marks.split(' '));
    const phrase: Phrase = {
      rest,
      stance,
      negated: negated === '-' ? null : (negated as Stance),
      weak: places.delete('weak'),
      only: places.delete('only'),
      object: places.delete('object'),
      self: places.delete('self'),
      places,
    };
    byVerb.set(
      verb,
      [...(byVerb.get(verb) ?? []), phrase].sort((a, b) => b.rest.length - a.rest.length),
    );
  }
  return byVerb;
})();

export function findPhrases(tree: Tree): Trigger[] {
  return tree.tokens.flatMap((token, at) => {
    if (token.upos !== 'VERB' || isPassive(tree, at)) return [];
    for (const phrase of lemmasOf(token).flatMap((lemma) => phrases.get(lemma) ?? [])) {
      const found = phraseTriggers(tree, at, phrase);
      if (found.length > 0) return found;
    }
    return [];
  });
}

function phraseTriggers(tree: Tree, at: number, phrase: Phrase): Trigger[] {
  const words = wordsOf(tree, at, phrase);
  if (words === null) return [];
  const stance = stanceOf(tree, at, words, phrase);
  if (stance === null || isSupposed(tree, at)) return [];
  const subject = subjectOf(tree, at);
  // "…, and vowed to vote against it": whoever vows.
  if (subject === null && !tree.tokens[at]!.deprel.startsWith('xcomp')) return [];
  const weak = phrase.weak || /^(?:could|may)$/.test(modalOf(tree, at) ?? '');
  return mattersOf(tree, at, words.at(-1) ?? at, phrase).map((matter) => ({
    at,
    stance,
    weak,
    subject,
    matter: matter.words,
    until: Math.max((words.at(-1) ?? at) + 1, matter.words.to),
    head: matter.head,
    redLine: false,
    kind: 'phrase' as const,
  }));
}

/** Where the words behind the verb stand; null where one is missing. */
function wordsOf(tree: Tree, at: number, { rest, object }: Phrase): number[] | null {
  const found: number[] = [];
  let from = at + 1;
  for (const [k, word] of rest.entries()) {
    // "take the option | off the table": the object stands between.
    const loose = k === 0 && (object || MADE.test(word));
    const far = loose ? FAR : NEAR;
    const i = tree.tokens.findIndex((token, j) => j >= from && j < from + far && isWord(token, word));
    if (i < 0) return null;
    if (!loose && tree.tokens.slice(from, i).some((token) => !isBetween(token))) return null;
    found.push(i);
    from = i + 1;
  }
  return found;
}

// Words from one word of a saying to the next, and where the object stands between.
const NEAR = 5;
const FAR = 12;
const BETWEEN = /^(?:DET|ADJ|ADV|PRON|PART|ADP)$/;
// What is made so stands before the word: "made its support conditional on".
const MADE = /^(?:conditional|contingent)$/;

/** "had “no quarrel” with" */
const isBetween = ({ upos, form }: Token): boolean => BETWEEN.test(upos) || /^["“”'‘’]$/.test(form);

const isWord = (token: Token, word: string): boolean =>
  formOf(token) === word || token.lemma.toLowerCase() === word || formOf(token) === `${word}s`;

function stanceOf(tree: Tree, at: number, words: number[], phrase: Phrase): Stance | null {
  if (isNoLonger(tree, at)) return isPositive(phrase.stance) ? phrase.negated : 'accepts';
  // "settle for nothing less than": the saying itself denies.
  if (phrase.rest.includes('nothing') || phrase.rest.includes('none')) return phrase.stance;
  const denied =
    isDenied(tree, at) ||
    words.some((i) => childrenOf(tree, i, /^det/).some((k) => formOf(tree.tokens[k]!) === 'no')) ||
    formOf(tree.tokens[at - 1] ?? tree.tokens[at]!) === 'nor' ||
    isTurned(tree, at);
  if (denied) return phrase.negated;
  return phrase.only ? null : phrase.stance;
}

/** "Nor would the union hear of it": "nor" before the helping verb. */
const isTurned = (tree: Tree, at: number): boolean =>
  childrenOf(tree, at, /^(?:cc|advmod)/).some((i) => i < at && formOf(tree.tokens[i]!) === 'nor');

function mattersOf(tree: Tree, at: number, last: number, { object, self, places }: Phrase): Matter[] {
  const { tokens } = tree;
  if (object) {
    const head = childrenOf(tree, at, /^obj/).find((i) => i > at && tokens[i]!.upos !== 'PRON');
    return head === undefined ? [] : split(tree, at, head, head).slice(0, 1);
  }
  const lead = self
    ? last
    : tokens.findIndex((token, i) => i > last && i <= last + 4 && places.has(formOf(token)) && token.upos !== 'VERB');
  if (lead < 0) return [];
  const head = headBehind(tree, lead);
  if (head === null) return [];
  // "nothing less than | a full withdrawal": behind the words of the saying.
  return split(tree, at, head, head)
    .slice(0, 1)
    .map((matter) => ({ ...matter, words: { ...matter.words, from: Math.max(matter.words.from, lead + 1) } }));
}

/** "anything agreed on Monday" */
const isAny = (token: Token): boolean => /^(?:anything|everything|any|all)$/.test(formOf(token));

/** The noun or verb that a preposition leads, also where the parser takes the preposition for a particle. */
function headBehind(tree: Tree, lead: number): number | null {
  const { tokens } = tree;
  const own = tokens[lead]!.head;
  if (own > lead && (/^(?:NOUN|PROPN|VERB)$/.test(tokens[own]!.upos) || isAny(tokens[own]!))) return own;
  for (let i = lead + 1; i < Math.min(tokens.length, lead + 8); i++) {
    const { upos, head } = tokens[i]!;
    if (/^(?:PUNCT|CCONJ|SCONJ)$/.test(upos)) return null;
    if (/^(?:NOUN|PROPN|VERB)$/.test(upos) && !(head > i && head < i + 6)) return i;
  }
  return null;
}
