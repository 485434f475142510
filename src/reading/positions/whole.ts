/**
 * The end of a matter, where the words go on past what the tree hangs on its head. In: the words so far. Out: the words
 * up to where the phrase is whole. Example: "a ban on lorries | entering the port", "a new series | of notes".
 *
 * A parser often hangs a participle, a relative clause or an "of" on the verb of stance, or on nothing near. What can
 * only go on with the noun right before it is taken in; a comma, a half-stop or a subordinate clause ends it.
 */
import { childrenOf, formOf, phraseAt, type Tree, type Words } from './tree.ts';

/** @param verb the word of stance: what hangs on it by right is no part of an open phrase. */
export function complete(tree: Tree, { from, to }: Words, verb: number, head: number): Words {
  let end = to;
  for (let steps = 0; steps < 4; steps++) {
    const next = Math.max(...STEPS.map((step) => step(tree, { from, to: end }, head, verb)));
    // "the fee that it | demanded": the word of stance itself is no part of its matter.
    if (next <= end || (verb >= end && verb < next)) break;
    end = next;
  }
  return { from, to: end };
}

/** Each gives where the words end with what it adds; no more than the end so far where it adds nothing. */
const STEPS: ((tree: Tree, words: Words, head: number, verb: number) => number)[] = [
  openNoun,
  ofPhrase,
  participle,
  gerundObject,
  each,
  relative,
  infinitive,
  bareVerb,
  thatClause,
  claimClause,
  joinedAdjective,
];

// Words between a word that opens a noun phrase and its noun.
const NEAR = 7;

/** "the undivided and recognized | capital", "6 % | convertible notes": a word before a noun waits for it. */
function openNoun(tree: Tree, { from, to }: Words, head: number): number {
  const { tokens } = tree;
  for (let i = to - 1; i >= Math.max(from, to - NEAR); i--) {
    const { deprel, head: next } = tokens[i]!;
    const measures = deprel === 'obl:unmarked' && tokens[next]!.deprel === 'amod';
    if (!measures && !/^(?:det|amod|nummod|compound|nmod:poss)/.test(deprel)) continue;
    const noun = measures ? tokens[next]!.head : next;
    if (noun < to || noun >= to + NEAR || noun === head) continue;
    if (isNoun(tree, noun) && !hasMark(tree, to, noun)) return clip(tree, noun + 1, noun);
  }
  return to;
}

/** "a new series | of notes". */
function ofPhrase(tree: Tree, { to }: Words): number {
  const next = tree.tokens[to];
  if (!next || formOf(next) !== 'of' || !isNoun(tree, to - 1) || next.head <= to) return to;
  return clip(tree, to + 1, next.head);
}

// Participles that tell how or why somebody acts, and those that stand for a preposition.
export const ADVERBIAL =
  /^(?:accord|accuse|add|argue|blame|call|cite|claim|complain|declare|depend|describe|explain|fear|follow|hope|include|insist|mark|note|pend|quote|regard|say|stress|suggest|tell|use|vow|warn|write)$/;

/** "a ban on lorries | entering the port", "keep lorries | from entering the port", "the crews | being “used as bait”". */
function participle(tree: Tree, { to }: Words): number {
  const { tokens } = tree;
  if (!isNoun(tree, to - 1)) return to;
  const at = tokens[to] && formOf(tokens[to]!) === 'from' ? to + 1 : to;
  const next = tokens[at];
  if (next?.xpos !== 'VBG' || ADVERBIAL.test(next.lemma)) return to;
  // "being used": what is done to it follows.
  const verb = next.upos === 'AUX' && next.head > at ? next.head : at;
  // "barring the union": a tagger may take it for a preposition.
  return clip(tree, at + 1, next.deprel === 'case' ? next.head : verb);
}

/** "building | roads": what a word in -ing does, where the object hangs on the verb of stance. */
function gerundObject(tree: Tree, { from, to }: Words, head: number, verb: number): number {
  if (to - 1 !== head || head !== from || !/ing$/.test(formOf(tree.tokens[head]!))) return to;
  if (!/^(?:xcomp|ccomp)/.test(tree.tokens[head]!.deprel)) return to;
  const object = childrenOf(tree, verb, /^obj/).find((i) => i >= to && phraseAt(tree, i).from === to);
  return object === undefined ? to : clip(tree, object + 1, object);
}

/** "12 euros | each for the shares", "12 euros ($13 | ) each". */
function each(tree: Tree, { to }: Words): number {
  const { tokens } = tree;
  const at = tokens[to]?.form === ')' ? to + 1 : to;
  if (!/^(?:each|apiece)$/.test(tokens[at]?.form ?? '')) return to;
  const what = childrenOf(tree, at, /^nmod/).find((i) => i > at && phraseAt(tree, i).from === at + 1);
  return what === undefined ? at + 1 : clip(tree, what + 1, what);
}

/** "a place | in which ships can wait", "the fee | that it lobbied for". */
function relative(tree: Tree, { to }: Words): number {
  const { tokens } = tree;
  const at = tokens[to]?.upos === 'ADP' ? to + 1 : to;
  if (!isNoun(tree, to - 1) || !/^W(?:DT|P|P\$|RB)$/.test(tokens[at]?.xpos ?? '')) return to;
  if (!/^(?:that|which|who|whom|whose|where)$/.test(formOf(tokens[at]!))) return to;
  return clauseEnd(tree, at + 1) ?? to;
}

/** "a pledge to | “wait for a year”". */
function infinitive(tree: Tree, { to }: Words): number {
  const { tokens } = tree;
  if (formOf(tokens[to - 1]!) !== 'to') return to;
  const verb = tokens.findIndex(({ upos }, i) => i >= to && /^(?:VERB|AUX)$/.test(upos));
  if (verb < 0 || verb - to > 4 || tokens[verb]!.xpos !== 'VB') return to;
  return clip(tree, verb + 1, tokens[verb]!.upos === 'AUX' && tokens[verb]!.head > verb ? tokens[verb]!.head : verb);
}

/** "funds to help the ports | build a wall". */
function bareVerb(tree: Tree, { from, to }: Words): number {
  const { tokens } = tree;
  if (tokens[to]?.xpos !== 'VB' || tokens[to]!.upos !== 'VERB' || !isNoun(tree, to - 1)) return to;
  const last = tokens.slice(from, to).findLast(({ upos }) => upos === 'VERB');
  return last !== undefined && /^(?:help|let|make)$/.test(last.lemma) ? clip(tree, to + 1, to) : to;
}

/** "suggestions by the minister | , that it would close the port": a claim of what. */
function claimClause(tree: Tree, { to }: Words, head: number): number {
  const { tokens } = tree;
  if (!isClaim(tokens[head]!.lemma) || !isNoun(tree, head)) return to;
  let at = to;
  while (/^[),]$/.test(tokens[at]?.form ?? '') && at - to < 2) at++;
  if (at === to || formOf(tokens[at] ?? tokens[head]!) !== 'that') return to;
  return clauseEnd(tree, at + 1) ?? to;
}

/** A noun for what somebody says or wants, which a clause with "that" tells. */
export const isClaim = (lemma: string): boolean =>
  /^(?:argument|assertion|assurance|charge|claim|fear|guarantee|idea|notion|pledge|promise|proposal|proposition|suggestion|view)$/.test(
    lemma,
  );

/** "the notion that pressure from abroad, or greed | , had led to it": a clause waits for its verb. */
function thatClause(tree: Tree, { from, to }: Words, head: number): number {
  const { tokens } = tree;
  for (let i = to - 1; i > Math.max(from, head); i--) {
    if (formOf(tokens[i]!) !== 'that' || !isNoun(tree, i - 1)) continue;
    return clauseEnd(tree, i + 1) ?? to;
  }
  return to;
}

/** "the anti-union | and misnamed law": a participle joined to what stands before a noun. */
function joinedAdjective(tree: Tree, { to }: Words): number {
  const { tokens } = tree;
  if (tokens[to]?.upos !== 'CCONJ' || tokens[to + 1]?.xpos !== 'VBN') return to;
  if (!/^(?:anti|pro|non|pre|post)-/.test(formOf(tokens[to - 1]!))) return to;
  // The noun is the last one before a stop.
  const stop = tokens.findIndex(({ form }, i) => i > to && /^[,;.:]$/.test(form));
  return stop > to && stop - to < 12 && isNoun(tree, stop - 1) ? stop : to;
}

/** Where the clause that begins here ends: with the phrase of its verb; null where it has none. */
function clauseEnd(tree: Tree, start: number): number | null {
  const { tokens } = tree;
  const stop = Math.min(tokens.length, start + LONGEST);
  for (let i = start; i < stop; i++) {
    if (/^[;:.?!]$/.test(tokens[i]!.form)) return null;
    if (!/^(?:VBZ|VBP|VBD|MD)$/.test(tokens[i]!.xpos)) continue;
    const verb = tokens[i]!.upos === 'AUX' && tokens[i]!.head > i ? tokens[i]!.head : i;
    const end = clip(tree, verb + 1, verb);
    // "we do not, in fact, | have": a helping verb that the tree takes for the verb.
    const helps = /^(?:do|does|did|have|has|had)$/.test(formOf(tokens[i]!)) && verb === i;
    const after = helps ? mainAfter(tree, end) : null;
    return after === null ? end : clip(tree, after + 1, after);
  }
  return null;
}

// Tokens of a clause up to its verb.
const LONGEST = 24;

/** The bare verb or participle behind an aside between commas. */
function mainAfter(tree: Tree, end: number): number | null {
  const { tokens } = tree;
  let i = end;
  for (let steps = 0; steps < 6 && i < tokens.length; steps++, i++) {
    const { upos, xpos } = tokens[i]!;
    if (upos === 'VERB') return /^(?:VB|VBP|VBN)$/.test(xpos) ? i : null;
    if (!/^(?:PUNCT|ADV|ADP|NOUN|DET|PART)$/.test(upos)) return null;
  }
  return null;
}

/** The end of a phrase, but no further than the first comma, half-stop, clause or list beside it from `start` on. */
function clip(tree: Tree, start: number, at: number): number {
  const { tokens } = tree;
  const { to } = phraseAt(tree, at);
  let open = 0;
  for (let i = start; i < to; i++) {
    const { form, upos } = tokens[i]!;
    if (/^[“‘(]$/.test(form)) open++;
    else if (/^[”’)]$/.test(form) && --open < 0) return i;
    if (open > 0) continue;
    if (/^(?:[,;:–—]|--|\.\.\.|…)$/.test(form) || (upos === 'CCONJ' && !joinsNear(tree, i, start, at))) return i;
    if (upos === 'SCONJ' && ASIDE.test(formOf(tokens[i]!))) return i;
  }
  return Math.max(to, start);
}

const ASIDE = /^(?:because|while|whereas|although|though|if|unless|until|since|as)$/;

/** "the port and the yard": two of a kind, and not "entering the port and its rhetoric". */
function joinsNear(tree: Tree, cc: number, start: number, at: number): boolean {
  let { head } = tree.tokens[cc]!;
  // "and planting trees": the noun behind what stands before it.
  while (head > cc && /^(?:amod|det|compound|nummod)/.test(tree.tokens[head]!.deprel)) head = tree.tokens[head]!.head;
  const joined = tree.tokens[head];
  if (!joined || head < cc) return false;
  const first = joined.head;
  if (first < Math.min(start, at) || first > cc) return false;
  if (joined.upos !== tree.tokens[first]!.upos || childrenOf(tree, head, /^nsubj/).length > 0) return false;
  return tree.tokens[cc + 1]!.xpos !== 'PRP$';
}

const isNoun = (tree: Tree, i: number): boolean => /^(?:NOUN|PROPN)$/.test(tree.tokens[i]?.upos ?? '');

const hasMark = (tree: Tree, from: number, to: number): boolean =>
  tree.tokens.slice(from, to).some(({ form }) => /^[,;:–—]$/.test(form));
