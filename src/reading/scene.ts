/**
 * One sentence with its tree the other way round, for the rules that ask who did what to what. In: a sentence. Out:
 * children of each word, subjects, objects, negation, and the entity that a word stands for.
 */
import type { Doc, Sentence, Token } from '../language/doc.ts';
import type { World } from '../language/world/index.ts';
import type { Range } from './reading.ts';
import { firstFrom } from './search.ts';
import { type Cast, resolveSource } from './sources.ts';

export interface Scene {
  doc: Doc;
  cast: Cast;
  world: World;
  sentence: Sentence;
  /** Index in `doc.sentences`. */
  index: number;
  /** Indexes of the words that depend on each word, in order. */
  children: number[][];
}

export function makeScenes(doc: Doc, cast: Cast, world: World): Scene[] {
  return doc.sentences.map((sentence, index) => {
    const children: number[][] = sentence.tokens.map(() => []);
    sentence.tokens.forEach((token, i) => {
      if (token.head >= 0) children[token.head]!.push(i);
    });
    return { doc, cast, world, sentence, index, children };
  });
}

export const lemmaOf = (token: Token): string => token.lemma.toLowerCase();

/** Children of a word whose relation to it matches. */
export function kids(scene: Scene, at: number, relation: RegExp): number[] {
  return scene.children[at]!.filter((i) => relation.test(scene.sentence.tokens[i]!.deprel));
}

/** All words under a word, itself included, in order; words whose relation matches `without` are left out with all below them. */
export function under(scene: Scene, at: number, without?: RegExp): number[] {
  const found: number[] = [];
  const open = [at];
  while (open.length > 0) {
    const i = open.pop()!;
    found.push(i);
    for (const child of scene.children[i]!) if (!without?.test(scene.sentence.tokens[child]!.deprel)) open.push(child);
  }
  return found.sort((a, b) => a - b);
}

/** The text from the first to the last of some words, without the marks around it. */
export function rangeOfWords(scene: Scene, words: number[]): Range {
  const { tokens } = scene.sentence;
  let from = 0;
  let to = words.length - 1;
  while (from < to && /^[,;:.–—-]$/.test(tokens[words[from]!]!.form)) from++;
  while (to > from && /^[,;:.–—-]$/.test(tokens[words[to]!]!.form)) to--;
  return { start: tokens[words[from]!]!.start, end: tokens[words[to]!]!.end };
}

/** The verb with its particle: "put forward" is put_forward. */
export function verbOf(scene: Scene, at: number): string {
  const { tokens } = scene.sentence;
  const lemma = lemmaOf(tokens[at]!);
  const next = tokens[at + 1];
  const particle = kids(scene, at, /^(?:compound:prt|advmod)$/).find((i) =>
    PARTICLE.test(tokens[i]!.form.toLowerCase()),
  );
  if (particle !== undefined) return `${lemma}_${tokens[particle]!.form.toLowerCase()}`;
  return lemma === 'call' && next?.form.toLowerCase() === 'for' ? 'call_for' : lemma;
}

const PARTICLE = /^(?:forward|out|down|back|up|together|off|over|aside)$/;

/** "not", "never", "n’t", "no longer", "nothing" beside a verb or its helpers. */
export function isNegated(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const isNo = (i: number): boolean =>
    /^(?:not|n[’']t|never|no|none|nothing|neither|nobody|without)$/.test(tokens[i]!.form.toLowerCase());
  // "will not", "did n’t": right before the verb it negates, whatever the tree says.
  for (let i = at - 1; i >= Math.max(0, at - 3) && /^(?:AUX|ADV|PART)$/.test(tokens[i]!.upos); i--)
    if (/^(?:not|n[’']t|never)$/i.test(tokens[i]!.form)) return true;
  return scene.children[at]!.some((i) => {
    const { deprel } = tokens[i]!;
    if (/^(?:advmod|det|neg|mark)/.test(deprel)) return isNo(i);
    // "neither confirmed nor denied"
    if (/^cc/.test(deprel)) return /^n(?:or|either)$/i.test(tokens[i]!.form);
    if (/^(?:nsubj|obj)/.test(deprel))
      return isNo(i) || scene.children[i]!.some((k) => tokens[k]!.deprel === 'det' && isNo(k));
    return false;
  });
}

/** Subjects of a verb; of a joined verb or an infinitive without its own, those of the verb above. */
export function subjectsOf(scene: Scene, verb: number): number[] {
  const { tokens } = scene.sentence;
  for (let at = verb, steps = 0; at >= 0 && steps < 4; steps++) {
    const own = kids(scene, at, /^nsubj/);
    if (own.length > 0) {
      const first = own[0]!;
      // "a union that rejected the plan": who did it is the noun before "that".
      if (/^(?:who|which|that)$/i.test(tokens[first]!.form) && /^acl/.test(tokens[at]!.deprel))
        return joined(scene, tokens[at]!.head);
      return joined(scene, first);
    }
    const { deprel, head } = tokens[at]!;
    // "Lind presented the paper, the office said": the first subject may hang on the verb of saying.
    if (/^ccomp/.test(deprel) && head > at) {
      const mine = kids(scene, head, /^nsubj/).filter((i) => i < at);
      if (mine.length > 0) return joined(scene, mine[0]!);
    }
    // "urged the union to accept": the object of the verb above is who accepts.
    if (/^(?:xcomp|ccomp)/.test(deprel) && head >= 0) {
      const object = kids(scene, head, /^i?obj/)[0];
      if (object !== undefined) return joined(scene, object);
    }
    if (!/^(?:conj|xcomp|advcl|ccomp)/.test(deprel)) return [];
    at = head;
  }
  return [];
}

/** A word and those joined to it by "and"; names in a list right before it too, which the tree may hang elsewhere. */
export function joined(scene: Scene, at: number): number[] {
  const { tokens } = scene.sentence;
  const listed: number[] = [];
  let first = under(scene, at, /^(?:conj|punct)/)[0]!;
  while (
    first >= 2 &&
    tokens[first - 1]!.form === ',' &&
    tokens[first - 2]!.upos === 'PROPN' &&
    tokens[at]!.upos === 'PROPN' &&
    kids(scene, at, /^conj/).length > 0
  ) {
    listed.unshift(first - 2);
    first -= 2;
  }
  return [...listed, at, ...kids(scene, at, /^conj/)];
}

/** The entity that the phrase of a word names or means; null where it means none that is known. */
export function entityAt(scene: Scene, at: number, near: number | null = null): number | null {
  const words = under(scene, at, /^(?:acl|conj|cc|appos:relcl|parataxis|punct|advcl|ccomp|advmod)/);
  const range = rangeOfWords(scene, words);
  const { entity } = resolveSource(scene.cast, scene.sentence, range, near);
  return entity ?? originAt(scene, at);
}

/** "the Norlandish side", "his plan": the country of an adjective, the person of a possessive. */
export function originAt(scene: Scene, at: number): number | null {
  const token = scene.sentence.tokens[at]!;
  const { entities, mentions } = scene.cast;
  if (/^(?:his|her|him)$/i.test(token.form)) {
    for (let k = firstFrom(mentions, token.start) - 1; k >= 0; k--)
      if (entities[mentions[k]!.entity]!.kind === 'person') return mentions[k]!.entity;
    return null;
  }
  if (!/^\p{Lu}/u.test(token.form)) return null;
  const codes = scene.world.countriesOf(token.form);
  const country = codes.length === 1 ? scene.world.nameOf(codes[0]!)?.toLowerCase() : undefined;
  const word = token.form.toLowerCase();
  const found = entities.findIndex((entity) => {
    const name = entity.name.toLowerCase();
    if (name === word || name === country) return true;
    if (entity.kind === 'person') return false;
    // "Norland" in "Norlandish": all of the name but its last vowel.
    const base = name.replace(/[aeiouy]$/, '');
    return base.length >= LEAST_NAME && word.startsWith(base) && word.length - base.length <= LONGEST_ENDING;
  });
  return found < 0 ? null : found;
}

const LEAST_NAME = 4;
const LONGEST_ENDING = 4;
