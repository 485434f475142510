/**
 * What looks like a position and is none. In: a tree and a trigger. Out: whether it is left out. Example: "offered no
 * proof", "agreed to speak again", "avoided condemning it" and "will they accept it?" tell no stand on a matter that
 * parties must settle.
 */
import { readList } from '../../data/lists.ts';
import type { Doc } from '../../language/doc.ts';
import { isGuessed } from './guessed.ts';
import { isPerson } from './people.ts';
import { childrenOf, formOf, isPassive, leadOf, type Tree } from './tree.ts';
import type { Trigger } from './trigger.ts';

export function isWithheld(tree: Tree, doc: Doc, trigger: Trigger): boolean {
  return (
    isIdle(tree, trigger) ||
    isAsked(tree, trigger.at) ||
    isAvoided(tree, trigger.at) ||
    isWanted(tree, trigger.at) ||
    isGuessed(tree, trigger) ||
    isPerson(tree, doc, trigger) ||
    isFeared(tree, trigger) ||
    isTime(tree, doc, trigger) ||
    isYetTo(tree, trigger.at) ||
    isWhich(tree, trigger) ||
    isLoose(tree, trigger)
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
function isIdle(tree: Tree, { at, stance, head, kind }: Trigger): boolean {
  // What is said to be wrong or unacceptable is told by the judgement, whatever it is.
  if (kind === 'judgement') return false;
  const { upos, lemma } = tree.tokens[headOf(tree, head)]!;
  // "rejects what it calls a veto": the veto.
  if (
    kind === 'verb' &&
    upos === 'VERB' &&
    /^(?:rejects|opposes)$/.test(stance) &&
    childrenOf(tree, head, /^nsubj/).length > 0
  )
    return false;
  const matter = `${upos === 'VERB' ? 'VERB' : 'NOUN'} ${lemma.toLowerCase()}`;
  if (idleMatters.has(`${stance} ${matter}`) || idleMatters.has(`${kind} ${matter}`)) return true;
  if (/^(?:duty|refusal|intention)$/.test(kind) && idleMatters.has(`${kind} VERB ${tree.tokens[at]!.lemma}`))
    return true;
  // "sought to assure its allies, including the farmers": the clause tells what the list is for.
  const clause = kind === 'verb' ? childrenOf(tree, at, /^xcomp/)[0] : undefined;
  return clause !== undefined && idleMatters.has(`${stance} VERB ${tree.tokens[clause]!.lemma}`);
}

/** The noun itself, for "one of its rebukes" the second. */
function headOf(tree: Tree, at: number): number {
  if (
    !/^(?:one|some|any|all|part|most|many|each|dozens|hundreds|thousands|millions|billions)$/.test(
      formOf(tree.tokens[at]!),
    )
  )
    return at;
  return childrenOf(tree, at, /^(?:nmod|obl)/)[0] ?? at;
}

/** "Will the union accept it?": what stands in a question. */
function isAsked(tree: Tree, at: number): boolean {
  const end = tree.tokens.findIndex(({ form }, k) => k > at && /^[?.!]/.test(form));
  return end >= 0 && tree.tokens[end]!.form.startsWith('?');
}

// Verbs after which a stance is just what is not taken, and words that lead a deed somebody is charged with or spared.
const AVOIDING = /^(?:avoid|refrain|stop|steer|shy|fail|forget|neglect|hesitate|pretend|appear|seem|threaten|exist)$/;
const FOUNDING = /^(?:found|create|establish|design|start|form|set|build)$/;
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
    // "was set up to offer courses", "on whether and how to offer it".
    if (leadOf(tree, i) === 'to' && FOUNDING.test(tokens[head]!.lemma) && isPassive(tree, head)) return true;
    if (tree.children[i]!.some((k) => k < i && /^(?:how|whether|when|where)$/.test(formOf(tokens[k]!)))) return true;
    i = head;
  }
  return false;
}

const WANTED =
  /^(?:guarantee|assurance|demand|call|pressure|request|appeal|order|refusal|failure|inability|ability|right|freedom|power|opportunity|option|reluctance|unwillingness|fear|worry|risk|chance|hope|prospect|possibility|likelihood)s?$/;

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

/** "has yet to endorse it", "does not necessarily want it": not so, and not the contrary. */
function isYetTo(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  const { head } = tokens[at]!;
  if (tree.children[at]!.some((i) => formOf(tokens[i]!) === 'necessarily')) return true;
  const isYet = (i: number): boolean => i < at && formOf(tokens[i]!) === 'yet' && tokens[i + 1]?.xpos === 'TO';
  return tree.children[at]!.some(isYet) || (head >= 0 && tree.children[head]!.some(isYet));
}

/** "must decide what price it will demand": a question in another's words. */
function isWhich(tree: Tree, { matter }: Trigger): boolean {
  const first = tree.tokens[matter.from]!;
  return /^(?:what|which|whatever)$/.test(formOf(first)) && first.deprel.startsWith('det');
}

/** "which it signed last May", "lobbied for while minister": when, and not what. */
function isTime(tree: Tree, { timexes }: Doc, { head, matter }: Trigger): boolean {
  if (childrenOf(tree, head, /^(?:case|mark)/).some((i) => /^(?:while|when)$/.test(formOf(tree.tokens[i]!))))
    return true;
  const { start } = tree.tokens[matter.from]!;
  const { end } = tree.tokens[matter.to - 1]!;
  return timexes.some((time) => time.start <= start && end <= time.end);
}

const DEED = /(?:tion|sion|ment|ance|ence|ing|als?|ure|sis|use|move|step|strike|attack|cut|visit)s?$/;

/** "warned against the cold", "concerned about an ambush": only a deed or a plan is opposed. */
function isFeared(tree: Tree, { at, head }: Trigger): boolean {
  const { lemma } = tree.tokens[at]!;
  if (/^(?:concern|concerned|wary|worried|reservation)$/.test(lemma))
    return idleMatters.has(`feared NOUN ${tree.tokens[headOf(tree, head)]!.lemma.toLowerCase()}`);
  if (lemma !== 'warn') return false;
  return tree.tokens[head]!.upos !== 'VERB' && !DEED.test(formOf(tree.tokens[head]!));
}

/** "reached out, and be willing to pay", "was disturbed by them and encouraging it": a form that cannot share the subject of the verb it is joined to. */
function isLoose(tree: Tree, { at, kind }: Trigger): boolean {
  const { tokens } = tree;
  const { deprel, head, xpos } = tokens[at]!;
  if (!/^(?:verb|adjective)$/.test(kind) || !deprel.startsWith('conj') || head < 0) return false;
  const helpers = childrenOf(tree, at, /^(?:aux|cop|mark)/);
  const copula = childrenOf(tree, at, /^cop/)[0];
  const form = copula === undefined ? xpos : tokens[copula]!.xpos;
  if (helpers.some((i) => i !== copula) || childrenOf(tree, at, /^nsubj/).length > 0) return false;
  const before = tokens[head]!.xpos;
  if (form === 'VB') return /^VB[DZ]$/.test(before);
  return form === 'VBG' && /^VB[DZNP]?$/.test(before);
}

const HOSTILE =
  /^(?:annihilate|betray|bully|cheat|crush|deceive|destroy|divide|dominate|enslave|erase|fool|gut|harm|humiliate|hurt|intimidate|kill|mislead|murder|oppress|poison|punish|rig|rob|ruin|sabotage|silence|smash|smear|steal|stifle|suffocate|suppress|trick|undermine|weaken|wreck)$/;

/** "they just want to destroy us": what another says that a party is after, and no offer or demand of its own. */
export function isInsinuated(tree: Tree, { trigger, holder, told }: Held): boolean {
  if (!told || told.statement.speaker === null || told.statement.speaker === holder.entity) return false;
  const { at, head } = trigger;
  if (!/^(?:want|wish|seek|try|intend|plan|hope|like)$/.test(tree.tokens[at]!.lemma)) return false;
  if ([at, head].some((i) => tree.children[i]!.some((k) => BITTER.test(formOf(tree.tokens[k]!))))) return true;
  return tree.tokens[head]!.upos === 'VERB' && HOSTILE.test(tree.tokens[head]!.lemma);
}

const BITTER = /^(?:just|only|simply|literally|really|obviously|clearly)$/;

interface Held {
  trigger: Trigger;
  holder: { entity: number };
  told: { statement: { speaker: number | null } } | null;
}
