/**
 * What looks like a position and is none. In: a tree and a trigger. Out: whether it is left out. Example: "offered no
 * proof", "agreed to speak again", "avoided condemning it" and "will they accept it?" tell no stand on a matter that
 * parties must settle.
 */
import { readList } from '../../data/lists.ts';
import type { Doc, Name } from '../../language/doc.ts';
import { firstFrom } from '../search.ts';
import { childrenOf, formOf, leadOf, type Tree } from './tree.ts';
import type { Trigger } from './trigger.ts';

export function isWithheld(tree: Tree, doc: Doc, trigger: Trigger): boolean {
  return (
    isIdle(tree, trigger) ||
    isAsked(tree, trigger.at) ||
    isAvoided(tree, trigger.at) ||
    isWanted(tree, trigger.at) ||
    isGuessed(tree, trigger) ||
    isPerson(tree, doc, trigger) ||
    isFeared(tree, trigger)
  );
}

/** Key: stance or kind of trigger, part of speech and lemma. */
const idleMatters: ReadonlySet<string> = new Set(
  readList('en/idle-matters.tsv').flatMap((line) => {
    const [stances, part, lemmas] = line.split('\t') as [string, string, string];
    return stances
      .split(' ')
      .flatMap((stance) => lemmas.split(' ').map((lemma) => `${stance} ${part.toUpperCase()} ${lemma}`));
  }),
);

/** "calm", "proof", "speak again": nothing that parties settle. */
function isIdle(tree: Tree, { stance, head, kind }: Trigger): boolean {
  // What is said to be wrong or unacceptable is told by the judgement, whatever it is.
  if (kind === 'judgement') return false;
  const { upos, lemma } = tree.tokens[headOf(tree, head)]!;
  const matter = `${upos === 'VERB' ? 'VERB' : 'NOUN'} ${lemma.toLowerCase()}`;
  return idleMatters.has(`${stance} ${matter}`) || idleMatters.has(`${kind} ${matter}`);
}

/** The noun itself, for "one of its rebukes" the second. */
function headOf(tree: Tree, at: number): number {
  if (!/^(?:one|some|any|all|part|most|many|each)$/.test(formOf(tree.tokens[at]!))) return at;
  return childrenOf(tree, at, /^(?:nmod|obl)/)[0] ?? at;
}

/** "Will the union accept it?": what stands in a question. */
function isAsked(tree: Tree, at: number): boolean {
  const end = tree.tokens.findIndex(({ form }, k) => k > at && /^[?.!]/.test(form));
  return end >= 0 && tree.tokens[end]!.form.startsWith('?');
}

// Verbs after which a stance is just what is not taken, and words that lead a deed somebody is charged with or spared.
const AVOIDING = /^(?:avoid|refrain|stop|steer|shy|fail|forget|neglect|hesitate|pretend|appear|seem|threaten)$/;
const CHARGING = /^(?:for|of|from|against|without|than|instead)$/;

/** "avoided condemning it", "was blamed for accepting it", "stopped short of endorsing it". */
function isAvoided(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  for (let i = at, steps = 0; steps < 4; steps++) {
    const { deprel, head, form } = tokens[i]!;
    if (
      head < 0 ||
      !/^(?:xcomp|advcl|ccomp|acl|obl|nmod|obj|conj)/.test(deprel) ||
      childrenOf(tree, i, /^nsubj/).length > 0
    )
      return false;
    const lead = /ing$/.test(form.toLowerCase()) ? leadOf(tree, i) : '';
    if (CHARGING.test(lead) || (lead === 'in' && i > head)) return true;
    if (!deprel.startsWith('conj') && AVOIDING.test(tokens[head]!.lemma)) return true;
    i = head;
  }
  return false;
}

const WANTED =
  /^(?:guarantee|assurance|demand|call|pressure|request|appeal|order|refusal|failure|inability|reluctance|unwillingness|fear|worry|risk|chance|hope|prospect|possibility|likelihood)s?$/;

/** "demands to accept the levy", "guarantees that the union will not strike": what is asked of a party, or may come of it. */
function isWanted(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  // "demands to": the infinitive is theirs wherever the tree hangs it.
  if (at >= 2 && tokens[at - 1]!.xpos === 'TO' && WANTED.test(formOf(tokens[at - 2]!))) return true;
  for (let i = at, steps = 0; steps < 4; steps++) {
    const { deprel, head } = tokens[i]!;
    if (head < 0 || !/^(?:acl|ccomp|xcomp|conj)/.test(deprel)) return false;
    if (!deprel.startsWith('conj') && tokens[head]!.upos === 'NOUN' && WANTED.test(formOf(tokens[head]!))) return true;
    if (!/^(?:xcomp|conj)/.test(deprel)) return false;
    i = head;
  }
  return false;
}

const GUESSING =
  /^(?:assume|suspect|believe|think|guess|imagine|suppose|fear|expect|predict|speculate|doubt|wonder|worry|rumor|rumour|presume)$/;

/** "many assumed that the union had the support of …", "is believed to want": what others guess of a party. */
function isGuessed(tree: Tree, { at, subject }: Trigger): boolean {
  const { tokens } = tree;
  for (let i = at, steps = 0; steps < 4; steps++) {
    const { deprel, head } = tokens[i]!;
    if (head < 0 || !/^(?:xcomp|ccomp|advcl|obj|conj)/.test(deprel)) return false;
    if (GUESSING.test(tokens[head]!.lemma)) {
      if (childrenOf(tree, head, /^(?:nsubj:pass|aux:pass)/).length > 0) return true;
      // "we believe that the union must": one's own.
      return (
        /^ccomp/.test(deprel) &&
        subject !== null &&
        childrenOf(tree, i, /^nsubj/).includes(subject) &&
        !isSame(tree, head, subject)
      );
    }
    i = head;
  }
  return false;
}

/** "the union thinks it needs": both are one. */
const isSame = (tree: Tree, governor: number, subject: number): boolean =>
  tree.tokens[subject]!.upos === 'PRON' && childrenOf(tree, governor, /^nsubj/).some((i) => i < subject);

/** A stance on a person, and on nothing else: "did not support Lind", "criticized Lind for waiting". */
function isPerson(tree: Tree, { names }: Doc, { head, matter, kind }: Trigger): boolean {
  const token = tree.tokens[head]!;
  if (token.upos === 'VERB' || kind === 'judgement' || head < matter.from || head >= matter.to) return false;
  if (/^(?:mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.)$/i.test(token.form)) return true;
  if (
    /^(?:PRON)$/.test(token.upos) &&
    /^(?:he|him|she|her|them|us|me|you|himself|herself|themselves|itself)$/.test(formOf(token))
  )
    return !tree.tokens.slice(matter.from, matter.to).some(({ xpos }) => xpos === 'TO');
  return token.upos === 'PROPN' && nameAt(names, token)?.kind === 'person' && !hasClause(tree, matter);
}

const hasClause = (tree: Tree, { from, to }: Trigger['matter']): boolean =>
  tree.tokens.slice(from, to).some(({ xpos }) => xpos === 'TO');

function nameAt(names: Name[], token: { start: number; end: number }): Name | undefined {
  for (let k = firstFrom(names, token.start - LONGEST); k < names.length && names[k]!.start <= token.start; k++)
    if (names[k]!.end >= token.end) return names[k]!;
  return undefined;
}

// Code units: longer than names are.
const LONGEST = 60;

const DEED = /(?:tion|sion|ment|ance|ence|ing|als?|ure|sis|use|move|step|strike|attack|cut|visit)s?$/;

/** "warned against the cold": only a deed is opposed. */
function isFeared(tree: Tree, { at, head }: Trigger): boolean {
  if (tree.tokens[at]!.lemma !== 'warn') return false;
  return tree.tokens[head]!.upos !== 'VERB' && !DEED.test(formOf(tree.tokens[head]!));
}
