/**
 * Words that deny. In: a sentence with its tree. Out: who denies, and what the text says of the claim denied: its own
 * clause, or only that there is one ("it", "the report", "Lind's account"). Example: "The ministry rejected that account"
 * is a denial by the ministry of an account told before.
 */
import { hasCase } from '../proposals/mentions.ts';
import type { Range } from '../reading.ts';
import {
  entityAt,
  isNegated,
  kids,
  lemmaOf,
  originAt,
  rangeOfWords,
  type Scene,
  subjectsOf,
  under,
  verbOf,
} from '../scene.ts';
import { CALL, CLAIM, CLASH, DENY, FALSE, REJECT, SPEECH, WITHHELD } from './words.ts';

export interface Denial {
  scene: Scene;
  /** Index of the word that denies. */
  at: number;
  kind: 'denial' | 'contradiction';
  /** The words and the entity that deny; both null where the clause alone says that it is false. */
  denier: number | null;
  denierAt: number | null;
  /** "the statement contradicts": a text that speaks for whoever made it. */
  isText: boolean;
  /** What is denied, where its own words stand beside: a clause, or a noun with what it is about. */
  target: { words: number[]; finite: boolean } | null;
  /** Whose claim it is, where told. */
  owner: number | null;
  /** True where somebody is told to own it, known or not: "comments by the mediator". */
  isOwned: boolean;
  /** Index of the word for whose it is, or null. */
  ownerWord: number | null;
  /** The noun that stands for it: "report"; null for a pronoun or a clause. */
  noun: string | null;
  /** The sentence of an index, to look back. */
  before: (sentence: number) => Scene;
}

type Found = Omit<Denial, 'before'>;
type About = Pick<Denial, 'target' | 'owner' | 'isOwned' | 'ownerWord' | 'noun'>;
const NOTHING: About = { target: null, owner: null, isOwned: false, ownerWord: null, noun: null };

export function denialsIn(scene: Scene, before: (sentence: number) => Scene): Denial[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, at) => {
    const found = token.upos === 'VERB' ? verbDenial(scene, at) : null;
    const denial = found ?? falsehood(scene, at) ?? clash(scene, at);
    return denial ? [{ ...denial, before }] : [];
  });
}

function verbDenial(scene: Scene, at: number): Found | null {
  const { tokens } = scene.sentence;
  const verb = verbOf(scene, at);
  if (isNegated(scene, at) || kids(scene, at, /^nsubj:pass/).length > 0) return null;
  const object = kids(scene, at, /^obj/).find((i) => i > at);
  const clause = kids(scene, at, /^(?:ccomp|xcomp|advcl)/).find((i) => i > at && isContent(scene, i));
  const base = { scene, at, kind: 'denial' as const, isText: false, ...denierOf(scene, at) };
  if (DENY.has(verb)) {
    if (object !== undefined) {
      const noun = lemmaOf(tokens[object]!);
      if (WITHHELD.has(noun) || /^iobj/.test(tokens[object]!.deprel)) return null;
      if (isPointer(scene, object)) return { ...base, ...NOTHING };
      if (CLAIM.has(noun) || SPEECH.has(noun)) return { ...base, ...claimed(scene, object) };
      return {
        ...base,
        target: { words: under(scene, object, /^(?:punct|parataxis)/), finite: false },
        owner: null,
        isOwned: false,
        ownerWord: null,
        noun: null,
      };
    }
    if (clause !== undefined) return { ...base, ...clausal(scene, clause) };
    return null;
  }
  if (REJECT.has(verb)) {
    const about =
      object ??
      kids(scene, at, /^obl/).find((i) => i > at && hasCase(scene, i, /^(?:on|against|at|to)$/) && verb !== 'counter');
    if (about !== undefined) {
      const noun = lemmaOf(tokens[about]!);
      if (isPointer(scene, about) && verb !== 'push_back' && verb !== 'question') return { ...base, ...NOTHING };
      // "contradicted comments by the mediator" is for `clash`.
      if (CLAIM.has(noun) && verb !== 'contradict') return { ...base, ...claimed(scene, about) };
    }
    if (clause !== undefined && /^(?:dispute|contest)$/.test(verb)) return { ...base, ...clausal(scene, clause) };
  }
  if (CALL.has(verb) && object !== undefined) {
    const noun = lemmaOf(tokens[object]!);
    const after = under(scene, at, /^(?:parataxis|advcl|conj)/).filter((i) => i > object);
    const isFalse = after.some((i) => FALSE.has(lemmaOf(tokens[i]!)) || FALSE.has(tokens[i]!.form.toLowerCase()));
    if (isFalse && isPointer(scene, object)) return { ...base, ...NOTHING };
    if (isFalse && (CLAIM.has(noun) || SPEECH.has(noun))) return { ...base, ...claimed(scene, object) };
  }
  // "accused him of a distortion of the offer"
  if (verb === 'accuse' && object !== undefined) {
    const isFalse = under(scene, at, /^(?:nsubj|parataxis)/).some((i) => i > object && FALSE.has(lemmaOf(tokens[i]!)));
    if (isFalse)
      return { ...base, target: null, owner: entityAt(scene, object), isOwned: true, ownerWord: null, noun: null };
  }
  return null;
}

/** A clause that tells what is denied: it has a subject of its own, or is a gerund. */
function isContent(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  return (
    kids(scene, at, /^nsubj/).length > 0 ||
    kids(scene, at, /^mark/).some((i) => tokens[i]!.form === 'that') ||
    tokens[at]!.xpos === 'VBG'
  );
}

function clausal(scene: Scene, clause: number): About {
  const words = under(scene, clause, /^(?:punct|parataxis)/).filter(
    (i) => !/^(?:that|advcl)$/i.test(scene.sentence.tokens[i]!.form) || i > clause,
  );
  return { target: { words, finite: true }, owner: null, isOwned: false, ownerWord: null, noun: null };
}

const isPointer = (scene: Scene, at: number): boolean =>
  /^(?:it|that|this|them|so)$/i.test(scene.sentence.tokens[at]!.form);

/** "the report", "Lind's claim that the port is closed", "comments by Lind". */
function claimed(scene: Scene, at: number): About {
  const { tokens } = scene.sentence;
  const owners = [
    ...kids(scene, at, /^nmod:poss/),
    ...scene.children
      .flatMap((_, i) =>
        i > at &&
        i - at <= FAR_OWNER &&
        hasCase(scene, i, /^(?:by|from|of)$/) &&
        /^(?:nmod|obl)/.test(tokens[i]!.deprel) &&
        /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos)
          ? [i]
          : [],
      )
      .slice(0, 1),
  ];
  let owner: number | null = null;
  for (const i of owners) owner ??= entityAt(scene, i);
  for (const i of kids(scene, at, /^(?:amod|compound)/)) owner ??= i < at ? originAt(scene, i) : null;
  // "what the mediator had said"
  const clause = [
    ...kids(scene, at, /^(?:acl|ccomp)/),
    at + 1 < tokens.length && tokens[at + 1]!.form === 'that' ? tokens[at + 1]!.head : -1,
  ].find((i) => i > at && isContent(scene, i));
  const target =
    clause === undefined ? null : { words: under(scene, clause, /^(?:punct|parataxis|mark)/), finite: true };
  return { target, owner, isOwned: owners.length > 0, ownerWord: owners[0] ?? null, noun: lemmaOf(tokens[at]!) };
}

const FAR_OWNER = 4;

/** "The report is wrong", "that is not true", "no such promise was made": the clause itself says it. */
function falsehood(scene: Scene, at: number): Found | null {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  const form = token.form.toLowerCase();
  const base = { scene, at, kind: 'denial' as const, isText: false, denier: null, denierAt: null };
  if (form === 'such' && /^no$/i.test(tokens[at - 1]?.form ?? '') && tokens[at + 1]) {
    const noun = tokens[at]!.deprel.startsWith('det') || token.head > at ? token.head : at + 1;
    if (/^nsubj/.test(tokens[noun]?.deprel ?? '')) return { ...base, ...NOTHING };
  }
  if (form === 'nothing' && tokens[at + 1]?.form === 'of' && /^(?:kind|sort)$/.test(tokens[at + 3]?.form ?? ''))
    return { ...base, ...NOTHING };
  const subject = kids(scene, at, /^nsubj/)[0];
  if (subject === undefined || !kids(scene, at, /^cop/).length) return null;
  const noun = lemmaOf(tokens[subject]!);
  const negated = isNegated(scene, at);
  const isFalse = FALSE.has(lemmaOf(token)) || FALSE.has(form);
  const isTrue = /^(?:true|so|correct|accurate|case|fact)$/.test(form);
  if (!(isFalse && !negated) && !(isTrue && negated)) return null;
  if (CLAIM.has(noun)) return { ...base, ...claimed(scene, subject) };
  const isThat = /^(?:that|this|it)$/i.test(tokens[subject]!.form);
  // "It is wrong to wait" judges a deed; "that is wrong", with nothing after it, an account.
  const goesOn = scene.children[at]!.some(
    (i) => i > at && tokens[i]!.upos !== 'PUNCT' && !/^(?:advmod|conj|cc|parataxis)/.test(tokens[i]!.deprel),
  );
  return isThat && !goesOn && !/^(?:wrong|mistaken)$/.test(form) ? { ...base, ...NOTHING } : null;
}

/** "appeared to contradict comments by Lind", "sat badly with what Lind had said". */
function clash(scene: Scene, at: number): Found | null {
  const { tokens } = scene.sentence;
  const lemma = lemmaOf(tokens[at]!);
  let object: number | undefined;
  if (tokens[at]!.upos === 'VERB' && CLASH.has(lemma))
    object =
      kids(scene, at, /^(?:obj|ccomp|advcl)/).find((i) => i > at) ??
      kids(scene, at, /^obl/).find((i) => hasCase(scene, i, /^with$/));
  else if (
    lemma === 'sit' &&
    kids(scene, at, /^advmod/).some((i) => /^(?:badly|uneasily|awkwardly|ill|poorly)$/.test(tokens[i]!.form))
  )
    object = kids(scene, at, /^(?:obl|advcl|ccomp)/).find((i) => i > at);
  else if (/^(?:odds|counter|contrary|inconsistent)$/.test(lemma))
    object = [at + 1, at + 2]
      .flatMap((i) => (/^(?:with|to)$/.test(tokens[i]?.form ?? '') ? [tokens[i]!.head] : []))
      .find((i) => i > at);
  if (object === undefined || isNegated(scene, at)) return null;
  // "what the mediator had said": the clause of saying is what counts.
  if (/^what$/i.test(tokens[object]!.form)) object = kids(scene, object, /^acl/)[0] ?? object;
  const noun = lemmaOf(tokens[object]!);
  const isSpeech = SPEECH.has(noun) || CLAIM.has(noun);
  const isTold = /^(?:say|tell|claim|report|announce|insist|state)$/.test(noun);
  if (!isSpeech && !isTold) return null;
  const subjects = subjectsOf(scene, at);
  const first = subjects[0];
  if (first === undefined) return null;
  const isText = SPEECH.has(lemmaOf(tokens[first]!)) || CLAIM.has(lemmaOf(tokens[first]!));
  const owned = isTold
    ? { ...NOTHING, owner: entityAt(scene, kids(scene, object, /^nsubj/)[0] ?? object), isOwned: true }
    : claimed(scene, object);
  // "an account of what was said": nobody's in particular.
  if (!isTold && !SPEECH.has(noun) && owned.owner === null) return null;
  return {
    scene,
    at,
    kind: 'contradiction',
    isText,
    denier: isText ? null : entityAt(scene, first),
    denierAt: first,
    ...owned,
  };
}

function denierOf(scene: Scene, at: number): { denier: number | null; denierAt: number | null } {
  const first = subjectsOf(scene, at)[0];
  if (first === undefined) return { denier: null, denierAt: null };
  return {
    denier: /^(?:it|they)$/i.test(scene.sentence.tokens[first]!.form) ? null : entityAt(scene, first),
    denierAt: first,
  };
}

export const rangeOfTarget = (denial: Denial): Range | null =>
  denial.target ? rangeOfWords(denial.scene, denial.target.words) : null;
