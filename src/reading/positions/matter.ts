/**
 * The matter of a word of stance. In: the word and the places in which it takes its matter. Out: the words, with the
 * one that heads them; several where the matter is a list. Example: "demands a pay rise and shorter hours" gives
 * "a pay rise" and "shorter hours".
 */
import { isCondition } from './conditions.ts';
import { childrenOf, formOf, leadOf, phraseAt, type Tree, trim, type Words } from './tree.ts';
import { agendaItem, type StanceWord } from './words.ts';

export interface Matter {
  head: number;
  words: Words;
}

/** What a verb or adjective takes as its matter; none where it stands for what another sentence tells. */
export function mattersOf(tree: Tree, at: number, word: StanceWord): Matter[] {
  const after = tree.children[at]!.filter((i) => i > at || /^(?:obj|obl)/.test(tree.tokens[i]!.deprel));
  // "called on it to" asks; "called it absurd" does not.
  const clause = after.find(
    (i) =>
      i > at &&
      isClause(tree, i) &&
      (!word.asking || /^(?:to|that)$/.test(leadOf(tree, i))) &&
      !(word.places.has('whom') && isOfNoun(tree, i)),
  );
  const places = after.filter((i) => fits(tree, i, word));
  const object = places.find((i) => tree.tokens[i]!.upos !== 'PRON') ?? places[0];
  const takesClause = word.places.has('that') || word.places.has('whom');
  if (clause !== undefined && takesClause && (object === undefined || word.places.has('whom') || clause < object)) {
    const asked = word.places.has('whom') ? after.find((i) => i > at && i < clause && isAsked(tree, i)) : undefined;
    return split(tree, at, asked ?? clause, clause);
  }
  const hidden = object !== undefined && word.places.has('whom') ? clauseAfter(tree, object) : null;
  if (hidden !== null) return split(tree, at, object!, hidden);
  // "pressed the union for a vote": for what, and not whom.
  const isWhom = (i: number): boolean =>
    /^obj/.test(tree.tokens[i]!.deprel) && (word.asking || !word.places.has('that'));
  // The parser may hang "for a vote" on the union.
  const behind = object === undefined ? [] : childrenOf(tree, object, /^nmod/).filter((i) => fits(tree, i, word));
  const what = object === undefined || isWhom(object) ? [...places, ...behind].find((i) => !isWhom(i)) : object;
  if (what === undefined) return [];
  if (tree.tokens[what]!.upos !== 'PRON') return split(tree, at, what, what);
  const named = antecedentOf(tree, at, what);
  if (named === null) return [];
  const whole = wholeNoun(tree, named);
  return [{ head: whole, words: { from: nounPhrase(tree, whole).from, to: nounPhrase(tree, named).to } }];
}

/** "pressed him on his failure | to pay": the clause goes with the noun right before it. */
function isOfNoun(tree: Tree, clause: number): boolean {
  const mark = childrenOf(tree, clause, /^mark/).find((i) => formOf(tree.tokens[i]!) === 'to');
  if (mark === undefined || tree.tokens[mark - 1]?.upos !== 'NOUN') return false;
  return /^(?:on|over|about)$/.test(leadOf(tree, mark - 1));
}

/** "the offer on the table": a noun with what belongs to it, without clauses. */
export const nounPhrase = (tree: Tree, at: number): Words =>
  trim(
    tree,
    phraseAt(tree, at, (child) => child > at && /^(?:acl|punct|conj|cc|appos)/.test(tree.tokens[child]!.deprel)),
  );

/** "wants it to at once | leave": a clause that the parser hung elsewhere; the verb after "to" right behind the object. */
function clauseAfter(tree: Tree, object: number): number | null {
  const { to } = phraseAt(tree, object, (child) => child > object && tree.tokens[child]!.upos === 'VERB');
  // "pressed him on his failure to": what he failed to do.
  if (tree.tokens[object]!.upos === 'PRON' && to - object > 2) return null;
  if (tree.tokens[to]?.xpos !== 'TO') return null;
  for (let i = to + 1; i < Math.min(to + 6, tree.tokens.length); i++) if (tree.tokens[i]!.upos === 'VERB') return i;
  return null;
}

const isAsked = (tree: Tree, i: number): boolean => /^(?:i?obj|obl|nsubj)/.test(tree.tokens[i]!.deprel);

function fits(tree: Tree, i: number, word: StanceWord): boolean {
  const { deprel } = tree.tokens[i]!;
  // "agreed in order to" tells why.
  if (isCondition(tree, i) || formOf(tree.tokens[i]!) === 'order') return false;
  if (/^obj/.test(deprel)) return word.places.has('that') || (word.places.has('whom') && !word.asking);
  const lead = leadOf(tree, i);
  return /^(?:obl|nmod|advcl|ccomp)/.test(deprel) && lead !== '' && word.places.has(lead);
}

/** "the fee, which it refuses": the fee. */
function antecedentOf(tree: Tree, verb: number, pronoun: number): number | null {
  if (!/^(?:which|that|who|whom)$/.test(formOf(tree.tokens[pronoun]!))) return null;
  const { deprel, head } = tree.tokens[verb]!;
  if (!deprel.startsWith('acl') || head < 0) return null;
  return head;
}

/** "a vote on the fee, which it refuses": the vote on the fee. */
function wholeNoun(tree: Tree, at: number): number {
  let noun = at;
  for (let steps = 0; steps < 3; steps++) {
    const lead = childrenOf(tree, noun, /^case/)[0];
    const before = lead === undefined || lead > noun ? undefined : tree.tokens[lead - 1];
    if (before?.upos !== 'NOUN') break;
    noun = lead! - 1;
  }
  return noun;
}

function isClause(tree: Tree, i: number): boolean {
  const { deprel, upos } = tree.tokens[i]!;
  if (/^(?:xcomp|ccomp)/.test(deprel)) return true;
  // The parser may call "called on it | to lift the tariffs" or "ruled out | sending" adverbial.
  if (!/^(?:advcl|acl|dep)/.test(deprel) || upos !== 'VERB') return false;
  const lead = leadOf(tree, i);
  if (lead === 'to' || lead === 'that') return true;
  return lead === '' && /ing$/.test(formOf(tree.tokens[i]!)) && !/^[,;–—]$/.test(tree.tokens[i - 1]?.form ?? '');
}

/** The parts of a list, each a matter; one where it is none. `first` is the word that the matter begins with. */
export function split(tree: Tree, verb: number, first: number, head: number): Matter[] {
  const parts = [
    ...childrenOf(tree, head, /^conj/).filter((i) => isPart(tree, head, i)),
    ...childrenOf(tree, verb, /^conj/).filter((i) => i > head && isThat(tree, i)),
    ...includedIn(tree, head, verb),
    ...itemsIn(tree, verb, first, head),
  ];
  if (parts.length === 0) return [{ head, words: wordsOf(tree, verb, first, head, []) }];
  return [
    { head, words: wordsOf(tree, verb, first, head, parts) },
    ...parts.map((part) => ({ head: part, words: wordsOf(tree, part, part, part, parts) })),
  ];
}

/** "a pay rise of 5 percent and the reinstatement": an item that the parser hung on the last noun before it. */
function itemsIn(tree: Tree, verb: number, first: number, head: number): number[] {
  const { to } = wordsOf(tree, verb, first, head, []);
  const found: number[] = [];
  for (let i = head + 1; i < to; i++) {
    const { deprel, upos, head: governor } = tree.tokens[i]!;
    if (!deprel.startsWith('conj') || upos !== 'NOUN' || governor === head) continue;
    if (childrenOf(tree, i, /^det/).length > 0 && isItem(tree, i) && !isItem(tree, governor)) found.push(i);
  }
  return found;
}

/** A usual item of an agenda, by itself or by the words before it. */
const isItem = (tree: Tree, at: number): boolean =>
  [at, ...childrenOf(tree, at, /^(?:compound|amod)/)].some(
    (i) => agendaItem(tree.tokens[i]!.lemma.toLowerCase(), false) !== undefined,
  );

/** "…, and that they must": goes on with the clause before, wherever the parser hangs it. */
const isThat = (tree: Tree, i: number): boolean =>
  childrenOf(tree, i, /^cc/).some((cc) => formOf(tree.tokens[cc + 1]!) === 'that') && hasOwnSubject(tree, i);

/** "three steps, including the return of the ships and a fund": the return, a fund. */
function includedIn(tree: Tree, head: number, verb: number): number[] {
  const { tokens } = tree;
  const at = tokens.findIndex((token, i) => i > head && formOf(token) === 'including' && token.deprel === 'case');
  if (at < 0 || at - head > 12) return [];
  const first = tokens[at]!.head;
  // It may hang on anything in the clause of the verb.
  for (let i = first, steps = 0; i !== verb && i !== head; steps++) {
    i = tokens[i]!.head;
    if (i < 0 || steps > 4) return [];
  }
  const inside = [first];
  for (let k = 0; k < inside.length; k++) inside.push(...tree.children[inside[k]!]!);
  const isOwn = (i: number): boolean =>
    tokens[i]!.head === first || isItem(tree, i) || childrenOf(tree, i, /^(?:det|nmod)/).length > 0;
  return inside.filter(
    (i) => i === first || (tokens[i]!.upos === 'NOUN' && /^(?:conj|appos)/.test(tokens[i]!.deprel) && isOwn(i)),
  );
}

/** A clause of its own, or a noun phrase of more than a word: "to cut the fee and to free the ship". */
function isPart(tree: Tree, head: number, i: number): boolean {
  if (tree.tokens[i]!.upos === 'VERB' || tree.tokens[head]!.upos === 'VERB')
    return leadOf(tree, i) !== '' || hasOwnSubject(tree, i);
  return (
    tree.tokens[i]!.upos === 'NOUN' && tree.children[i]!.some((k) => !/^(?:cc|punct)/.test(tree.tokens[k]!.deprel))
  );
}

/** From the first word of `first` to the end of `head` and of what follows it in the same clause. */
function wordsOf(tree: Tree, verb: number, first: number, head: number, without: number[]): Words {
  const leave = (child: number): boolean =>
    without.includes(child) ||
    (child > head && isBeside(tree, child, verb, head)) ||
    isCondition(tree, child) ||
    (/^conj/.test(tree.tokens[child]!.deprel) && hasOwnSubject(tree, child)) ||
    (child > head && /^(?:parataxis|discourse)/.test(tree.tokens[child]!.deprel));
  const { from } = phraseAt(tree, first, leave);
  let { to } = phraseAt(tree, head, leave);
  // Phrases that the parser hangs on the verb go with the matter: "an end | to the strike".
  for (;;) {
    const next = tree.children[verb]!.find((i) => i >= to && isTail(tree, i) && phraseAt(tree, i, leave).from === to);
    if (next === undefined) break;
    const more = phraseAt(tree, next, leave).to;
    if (more <= to) break;
    to = more;
  }
  return trim(tree, { from: Math.min(from, first), to });
}

const isBeside = (tree: Tree, child: number, verb: number, head: number): boolean =>
  (tree.tokens[child]!.head === head || tree.tokens[child]!.head === verb) &&
  BESIDE.test(leadOf(tree, child)) &&
  !/^(?:case|mark|fixed)/.test(tree.tokens[child]!.deprel);

function isTail(tree: Tree, i: number): boolean {
  const { deprel } = tree.tokens[i]!;
  const lead = leadOf(tree, i);
  if (isCondition(tree, i) || BESIDE.test(lead)) return false;
  return /^(?:obl|nmod|acl|advmod)/.test(deprel) || (/^(?:advcl|xcomp|ccomp)/.test(deprel) && TAIL.test(lead));
}

const TAIL = /^(?:to|that|about|on|over|of|for|from|into)$/;
// Leads of what tells when, why or by whom, not what.
const BESIDE =
  /^(?:according|during|after|before|since|amid|amidst|despite|as|following|when|while|because|although|though)$/;

/** "…, and the union rejects it": a clause with a subject of its own. */
const hasOwnSubject = (tree: Tree, i: number): boolean => childrenOf(tree, i, /^nsubj/).length > 0;
