/**
 * Bodies by what they are, once they were named: "the company", "the bloc", "the government". In: the noun and where it
 * stands. Out: the entity that was named before, or null. Example: "Halden Energy closed a plant. The company said" is
 * Halden Energy; "the government" is the state that the sentence or else the article speaks of.
 */
import { readList } from '../../data/lists.ts';
import type { Token } from '../../language/doc.ts';
import { fold } from '../../model/names.ts';
import type { Entity } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { type Cast, nationalitiesIn, sentenceAt } from './cast.ts';

interface BodyClass {
  has: ReadonlySet<string>;
  hasNot: ReadonlySet<string>;
}

const classes: ReadonlyMap<string, BodyClass> = new Map(
  readList('en/body-classes.tsv').flatMap((line) => {
    const [nouns, words] = line.split('\t') as [string, string];
    const not = words.startsWith('-');
    const listed: ReadonlySet<string> = new Set((not ? words.slice(1) : words).split(' '));
    const one: BodyClass = { has: not ? new Set() : listed, hasNot: not ? listed : new Set() };
    return nouns.split(' ').map((noun) => [noun, one] as const);
  }),
);

/** True for a noun that a body is called by, once it was named. */
export const isBodyNoun = (noun: string): boolean => classes.has(noun);

/** "the company", "the brewing company": nothing that would tell it from the one named before. */
export function isPlain(tokens: readonly Token[], head: Token): boolean {
  return (
    /^the$/i.test(tokens[0]!.form) &&
    tokens.at(-1) === head &&
    tokens.every(
      ({ form, upos }, i) => i === 0 || (/^[\p{Ll}\p{N},-]/u.test(form) && upos !== 'ADP' && upos !== 'VERB'),
    ) &&
    !tokens.some(({ form }) => /^(?:other|second|third|new|same|first|rival|parent)$/.test(form))
  );
}

// Sentences, and mentions, that are looked back over.
const REACH = 3;
const LOOK_BACK = 60;

/** The body that was named before and that such a noun fits: the last subject, else whoever is named most. */
export function namedBefore(cast: Cast, noun: string, offset: number): number | null {
  const kind = classes.get(noun);
  if (!kind) return null;
  const here = sentenceAt(cast.scene, offset);
  let most: number | null = null;
  for (let k = firstFrom(cast.references, offset) - 1, steps = 0; k >= 0 && steps < LOOK_BACK; k--, steps++) {
    const { entity, sentence, subject, depth, quote, aside } = cast.references[k]!;
    if (quote >= 0 || aside || !fits(cast.entities[entity]!, kind)) continue;
    const { length } = cast.entities[entity]!.mentions;
    if (here - sentence <= REACH && subject && depth <= 1 && length > 1) return entity;
    if (most === null || length > cast.entities[most]!.mentions.length) most = entity;
  }
  return most;
}

function fits({ kind, name, side }: Entity, { has, hasNot }: BodyClass): boolean {
  // A company or a union of states is nobody's; an agency may be a state's.
  if (kind !== 'organization' || !/^\p{Lu}/u.test(name) || (side !== null && !has.has('*initials'))) return false;
  const words: string[] = fold(name).match(/\p{L}+/gu) ?? [];
  if (has.has('*initials') && /^\p{Lu}{3,5}$/u.test(name)) return true;
  return has.size > 0 ? words.some((word) => has.has(word)) : !words.some((word) => hasNot.has(word));
}

/** Name of the state whose government is meant by "the government": the only one near by, else the only one there is. */
export function stateMeant(cast: Cast, offset: number): string | null {
  const { sentences } = cast.scene.doc;
  const here = sentenceAt(cast.scene, offset);
  if (here < 0) return null;
  const near = new Set<string>();
  const from = sentences[Math.max(0, here - 1)]!.start;
  for (let k = firstFrom(cast.mentions, offset) - 1; k >= 0 && cast.mentions[k]!.start >= from; k--) {
    const { kind, name } = cast.entities[cast.mentions[k]!.entity]!;
    if (kind === 'government') near.add(name);
  }
  for (const { country } of nationalitiesIn(cast, { start: from, end: offset })) near.add(country);
  if (near.size > 0) return near.size === 1 ? [...near][0]! : null;
  return cast.state;
}
