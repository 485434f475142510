/**
 * What a denial denies, as its own sentence tells it. In: the words for it. Out: the clause or phrase, the noun that
 * stands for it, and whose claim it is. Example: in "denied Lind's claim that the port is closed" the claim is Lind's.
 */
import { hasCase } from '../proposals/mentions.ts';
import { entityAt, kids, lemmaOf, originAt, type Scene, under } from '../scene.ts';
import { CLAIM, SPEECH } from './words.ts';

export interface About {
  /** What is denied, where its own words stand beside: a clause, or a noun with what it is about. */
  target: { words: number[]; finite: boolean; head: number } | null;
  /** Whose claim it is, where told. */
  owner: number | null;
  /** True where somebody is told to own it, known or not: "comments by the mediator". */
  isOwned: boolean;
  /** Index of the word for whose it is, or null. */
  ownerWord: number | null;
  /** The noun that stands for it: "report"; null for a pronoun or a clause. */
  noun: string | null;
}

export const NOTHING: About = { target: null, owner: null, isOwned: false, ownerWord: null, noun: null };

/** A noun for something claimed: not a claim on land or money, nor one that only somebody else is said to have. */
export function isClaim(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const noun = lemmaOf(tokens[at]!);
  if (!CLAIM.has(noun)) return false;
  if (noun !== 'claim') return true;
  if (kids(scene, at, /^nmod/).some((i) => hasCase(scene, i, /^(?:to|over|on|for)$/))) return false;
  return !kids(scene, at, /^(?:compound|amod)/).some(
    (i) =>
      tokens[i]!.upos === 'PROPN' ||
      /^(?:asylum|insurance|jobless|unemployment|compensation|benefit|damage|legal|maritime|territorial|tax)$/.test(
        lemmaOf(tokens[i]!),
      ),
  );
}

export const hasThat = (scene: Scene, at: number): boolean =>
  scene.sentence.tokens[at + 1]?.form.toLowerCase() === 'that';

export function phrasal(scene: Scene, verb: number, object: number): About {
  // "any role in the sale": the tree may hang the phrase on the verb.
  const beside = kids(scene, verb, /^obl/).filter(
    (i) => i > object && hasCase(scene, i, /^(?:in|of|with|to|between)$/),
  );
  const words = [object, ...beside].flatMap((i) => under(scene, i, /^(?:punct|parataxis)/)).sort((a, b) => a - b);
  return { ...NOTHING, target: { words, finite: words.length >= LEAST_DEED, head: object } };
}

// Words of a denied deed that tell enough to stand alone: "any role in the attack".
const LEAST_DEED = 3;

/** A clause that tells what is denied: it has a subject of its own, or is a gerund. */
export function isContent(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  return (
    kids(scene, at, /^nsubj/).length > 0 ||
    kids(scene, at, /^mark/).some((i) => tokens[i]!.form === 'that') ||
    (tokens[at]!.xpos === 'VBG' && !/^(?:add|argue|call|cite|insist|note|say|tell)$/.test(lemmaOf(tokens[at]!)))
  );
}

export function clausal(scene: Scene, clause: number): About {
  const { tokens } = scene.sentence;
  // "denied that this was the case" means what was told before.
  if (/^(?:so|case|true)$/i.test(tokens[clause]!.form) && kids(scene, clause, /^cop/).length > 0) return NOTHING;
  const [subject] = kids(scene, clause, /^nsubj/);
  const isPlain = subject !== undefined && /^(?:it|this|that)$/i.test(tokens[subject]!.form);
  if (isPlain && /^(?:happen|exist|occur|take)$/.test(lemmaOf(tokens[clause]!))) return NOTHING;
  const aside = new Set(goesOn(scene, clause).flatMap((i) => under(scene, i)));
  const words = under(scene, clause, /^(?:punct|parataxis)/).filter(
    (i) => (!/^(?:that|advcl)$/i.test(tokens[i]!.form) || i > clause) && !aside.has(i),
  );
  return { ...NOTHING, target: { words: upToAside(scene, words, clause), finite: true, head: clause } };
}

/** "denies that it was a raid and goes on to …": joined verbs in the tense of the denial, not in that of what is denied. */
function goesOn(scene: Scene, clause: number): number[] {
  const { tokens } = scene.sentence;
  const { head } = tokens[clause]!;
  const tense = head < 0 ? '' : tokens[head]!.xpos;
  const own = [clause, ...kids(scene, clause, /^(?:aux|cop)/)].map((i) => tokens[i]!.xpos);
  if (!/^VB[DZ]$/.test(tense) || own.includes(tense)) return [];
  const joined = kids(scene, clause, /^conj/).filter(
    (i) => tokens[i]!.xpos === tense && kids(scene, i, /^(?:nsubj|mark)/).length === 0,
  );
  return joined.flatMap((i) => [i, ...kids(scene, i, /^cc/)]);
}

/** Without ", with …", ", saying …" and the like, which go on with the denial. */
function upToAside(scene: Scene, words: number[], head: number): number[] {
  const { tokens } = scene.sentence;
  const cut = words.find(
    (i) =>
      i > head &&
      tokens[i - 1]!.form === ',' &&
      (tokens[i]!.xpos === 'VBG' || /^(?:with|which)$/i.test(tokens[i]!.form)),
  );
  return cut === undefined ? words : words.filter((i) => i < cut);
}

/** "the report", "Lind's claim that the port is closed", "comments by Lind". */
export function claimed(scene: Scene, at: number): About {
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
    thatAfter(scene, at),
    ...kids(scene, at, /^(?:acl|ccomp)/),
    at + 1 < tokens.length && tokens[at + 1]!.form === 'that' ? tokens[at + 1]!.head : -1,
  ].find((i) => i > at && isContent(scene, i) && !MADE.test(lemmaOf(tokens[i]!)));
  // Where the tree hangs the clause elsewhere, its words up to the next mark.
  const loose = clause === undefined && hasThat(scene, at) ? wordsTo(scene, at + 2) : [];
  const target =
    loose.length > 2
      ? { words: loose, finite: true, head: loose.find((i) => tokens[i]!.upos === 'VERB') ?? loose[0]! }
      : clause === undefined
        ? null
        : {
            words: upToAside(scene, under(scene, clause, /^(?:punct|parataxis|mark)/), clause),
            finite: true,
            head: clause,
          };
  return { target, owner, isOwned: owners.length > 0, ownerWord: owners[0] ?? null, noun: lemmaOf(tokens[at]!) };
}

const FAR_OWNER = 4;

const MADE = /^(?:bring|lay|level|lodge|make|put|raise)$/;
// Words between a noun of claiming and its "that": "accusations made by the king's brother, Hal, that".
const FAR_THAT = 14;

/** The verb of a clause with "that" that comes after whose claim it is. */
function thatAfter(scene: Scene, at: number): number {
  const { tokens } = scene.sentence;
  for (let i = at + 1; i < tokens.length && i <= at + FAR_THAT; i++) {
    const { form, deprel, head, upos } = tokens[i]!;
    if (/^that$/i.test(form)) return /^mark/.test(deprel) ? head : -1;
    if (/^(?:AUX|VERB)$/.test(upos) && !MADE.test(lemmaOf(tokens[i]!))) return -1;
    // "a story about her claim that …": the clause is of the nearer noun.
    if (/^[;:.?!”"]$/.test(form) || CLAIM.has(lemmaOf(tokens[i]!)) || SPEECH.has(lemmaOf(tokens[i]!))) return -1;
  }
  return -1;
}

/** The words from a place to the next semicolon or stop, or to the first comma after a verb. */
function wordsTo(scene: Scene, from: number): number[] {
  const { tokens } = scene.sentence;
  const found: number[] = [];
  let hasVerb = false;
  for (let i = from; i < tokens.length && !/^[;:.?!”"]$/.test(tokens[i]!.form); i++) {
    if (tokens[i]!.form === ',' && hasVerb) break;
    if (tokens[i]!.upos === 'AUX' || /^VB[DPZ]$/.test(tokens[i]!.xpos)) hasVerb = true;
    found.push(i);
  }
  return found;
}
