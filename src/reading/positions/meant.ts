/**
 * What a pronoun or a bare noun in a stand means. In: the positions told before, and the trees. Out: the words meant,
 * with their terms. Example: after "Norland offered to send inspectors", "Selm turned that down" rejects "send
 * inspectors".
 *
 * Only the sentence itself and the one before are looked at: what another party offered or asked for there, else the
 * last offer, plan or deal named.
 */
import type { LocalPosition, Range, Term } from '../reading.ts';
import type { HolderScene } from './holders.ts';
import { nounPhrase } from './matter.ts';
import { findTerms } from './terms.ts';
import type { Tree } from './tree.ts';
import { isAgreement } from './words.ts';

export interface Meant {
  proposition: Range;
  terms: Term[];
}

const PRONOUN = /^(?:it|that|this|them|those|these)$/i;
const NOUN = /^(?:an?|the|that|this) (?:idea|suggestion|proposal|offer|request|notion|prospect)\b/i;

/** True for words that name nothing by themselves: "that", "the idea". */
export const isPronoun = (words: string): boolean => PRONOUN.test(words);
export const isBareNoun = (words: string): boolean => NOUN.test(words);

/** @param from where the sentence before begins. */
export function meantBefore(
  found: LocalPosition[],
  { holder, proposition }: LocalPosition,
  from: number,
): Meant | null {
  const other = found.findLast(
    (one) =>
      one.holder !== holder &&
      one.evidence[0]!.start >= from &&
      one.proposition.end <= proposition.start &&
      /^(?:offers|demands|supports)$/.test(one.stance) &&
      one.terms.length > 0,
  );
  return other ? { proposition: other.proposition, terms: other.terms } : null;
}

/** The last "offer", "plan" or "deal" of a sentence that something is done with, before `end`. */
export function agreementIn(tree: Tree, scene: HolderScene, end: number): Meant | null {
  const { tokens } = tree;
  const at = tokens.findLastIndex(
    (token) =>
      token.end <= end && token.upos === 'NOUN' && /^(?:obj|nsubj|obl)/.test(token.deprel) && isAgreement(token.lemma),
  );
  if (at < 0) return null;
  const words = nounPhrase(tree, at);
  const terms = findTerms(tree, scene, words, at);
  const proposition = { start: tokens[words.from]!.start, end: tokens[words.to - 1]!.end };
  return terms.length === 0 ? null : { proposition, terms };
}
