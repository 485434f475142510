/**
 * The cast of an article: who is named in it, where, and how each stands in its sentence. Made once for each article;
 * whatever asks "who is meant here" looks things up in it.
 */
import type { Doc, Sentence } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import { bodyNouns } from '../../model/names.ts';
import type { Entity, Range } from '../reading.ts';
import { resolvePronouns } from './pronouns.ts';
import { indexRoles, type RoleIndex } from './roles.ts';
import { depthOf } from './tree.ts';

export interface Mention extends Range {
  entity: number;
}

/** How a mention or a pronoun stands in its sentence. */
export interface Reference extends Mention {
  /** Index of the sentence. */
  sentence: number;
  /** True for the subject of a verb, and for who shares that place ("Lind and [Reyes]"). */
  subject: boolean;
  /** Clauses between it and the main one. */
  depth: number;
  /** "[Lind]’s plan". */
  possessive: boolean;
  /** Index of the quotation that it stands in, or -1. */
  quote: number;
  /** True in the words under a picture, which are no part of the story's thread: "Lind (pictured) in Selm". */
  aside: boolean;
}

/** What the cast is made from, beside the entities. */
export interface Scene {
  doc: Doc;
  /** The quotations of the article, in order. */
  quotes: Range[];
  world: World | null;
}

export interface Cast {
  entities: Entity[];
  /** All mentions in the order of the text. */
  mentions: Mention[];
  /** The same with their places; empty without a scene. */
  references: Reference[];
  /** Bodies without a name of their own, by their words in lower case; they join `entities` as they are met. */
  bodies: Map<string, number>;
  /** Who holds which role. */
  roles: RoleIndex;
  /** Bodies with a name, by each word of it in lower case. */
  words: Map<string, number[]>;
  /** Adjectives of states, in order, with the name of the state. */
  nationalities: (Range & { country: string })[];
  /** Whom each "he" and "she" outside of a quotation means, by where the pronoun starts. */
  pronouns: Map<number, number>;
  /** The only state that the article names, by name or adjective; null where there are none or more. */
  state: string | null;
  scene: Scene;
}

const NOTHING: Scene = { doc: { text: '', sentences: [], names: [], timexes: [] }, quotes: [], world: null };

export function makeCast(entities: Entity[], scene: Scene = NOTHING): Cast {
  const mentions = entities
    .flatMap((entity, index) => entity.mentions.map((range) => ({ ...range, entity: index })))
    .sort((a, b) => a.start - b.start);
  const bodies = new Map(entities.map((entity, index) => [entity.name.toLowerCase(), index]));
  const references = mentions.flatMap((mention) => placeOf(scene, mention, entities[mention.entity]!));
  const nationalities = nationalitiesOf(scene);
  const cast: Cast = {
    entities,
    mentions,
    references,
    bodies,
    roles: indexRoles(entities),
    words: indexWords(entities),
    nationalities,
    state: onlyState(entities, nationalities),
    pronouns: new Map(),
    scene,
  };
  cast.pronouns = resolvePronouns(cast);
  return cast;
}

/** The mentions that overlap a range. */
export const mentionsIn = ({ mentions }: Cast, range: Range): Mention[] => overlapping(mentions, range);

/** The adjectives of states that overlap a range. */
export const nationalitiesIn = ({ nationalities }: Cast, range: Range): Cast['nationalities'] =>
  overlapping(nationalities, range);

function overlapping<T extends Range>(ranges: T[], range: Range): T[] {
  const found: T[] = [];
  for (let k = firstAfter(ranges, range.start); k < ranges.length && ranges[k]!.start < range.end; k++)
    found.push(ranges[k]!);
  return found;
}

function nationalitiesOf({ doc, world }: Scene): Cast['nationalities'] {
  return doc.names.flatMap(({ kind, text, start, end, full }) => {
    if (kind !== 'nationality') return [];
    const codes = world?.countriesOf(text.replace(/\s+/g, ' ')) ?? [];
    const country = full ?? (codes.length === 1 ? world?.nameOf(codes[0]!) : null);
    return country ? [{ start, end, country }] : [];
  });
}

function onlyState(entities: Entity[], nationalities: Cast['nationalities']): string | null {
  const named = entities.flatMap(({ kind, name }) => (kind === 'government' ? [name] : []));
  const [state, other] = new Set([...named, ...nationalities.map(({ country }) => country)]);
  return state !== undefined && other === undefined ? state : null;
}

function indexWords(entities: Entity[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  entities.forEach(({ kind, name }, at) => {
    if (kind !== 'organization' && kind !== 'group') return;
    if (!/\s/.test(name)) return;
    for (const word of bodyNouns(name)) {
      const known = index.get(word);
      if (known) known.push(at);
      else index.set(word, [at]);
    }
  });
  return index;
}

/** Index of the quotation around an offset; -1 where there is none. */
export function quoteAt({ quotes }: Scene, offset: number): number {
  const k = firstAfter(quotes, offset);
  return k < quotes.length && quotes[k]!.start <= offset ? k : -1;
}

/** Index of the sentence around an offset; -1 where there is none. */
export function sentenceAt({ doc }: Scene, offset: number): number {
  const k = firstAfter(doc.sentences, offset);
  return k < doc.sentences.length && doc.sentences[k]!.start <= offset ? k : -1;
}

/** Index of the token around or after an offset, the last one where none is. */
export const tokenAt = ({ tokens }: Sentence, offset: number): number =>
  Math.min(firstAfter(tokens, offset), tokens.length - 1);

/** Index of the first range that ends after an offset; the ranges are in order and do not overlap. */
function firstAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(scene: Scene, mention: Mention, entity: Entity): Reference[] {
  const index = sentenceAt(scene, mention.start);
  const sentence = scene.doc.sentences[index];
  if (!sentence) return [];
  return [{ ...mention, ...standing(scene, sentence, mention, entity.kind === 'person'), sentence: index }];
}

// "(pictured)", "(L)", "(pictured left at talks)" right behind a name.
const CAPTION = /^ ?\((?:pictured|left|right|centre|center|L|R|C)\b/;
const CAPTION_WORDS = 14;

/** How a run of words stands: by its word that hangs on a word outside, or on a title that names the same person. */
export function standing(
  scene: Scene,
  sentence: Sentence,
  range: Range,
  person: boolean,
): Pick<Reference, 'subject' | 'depth' | 'possessive' | 'quote' | 'aside'> {
  const { tokens } = sentence;
  const inside = (k: number): boolean =>
    tokens[k] !== undefined && tokens[k]!.start >= range.start && tokens[k]!.end <= range.end;
  const first = tokenAt(sentence, range.start);
  let at = first;
  let last = first;
  for (; inside(last); last++) if (!inside(tokens[last]!.head)) at = last;
  const possessive = /^[’']s?$/.test(tokens[last]?.form ?? '') || tokens[at]!.deprel === 'nmod:poss';
  // "Prime Minister [Ana Lind]", "the minister, [Ana Lind],": the place is that of the title.
  for (let steps = 0; steps < 4; steps++) {
    const { deprel, head } = tokens[at]!;
    const through = person ? /^(?:flat|appos|nmod:desc|conj)/ : /^(?:flat|conj)/;
    if (
      head < 0 ||
      !(
        through.test(deprel) ||
        (person && deprel === 'compound' && head > at && !possessive && isTitle(tokens[head]!.upos, at, head))
      )
    )
      break;
    at = head;
  }
  return {
    // A parser that loses the verb behind a relative clause makes the subject the root: it begins the sentence.
    subject: /^nsubj/.test(tokens[at]!.deprel) || (tokens[at]!.head < 0 && first === 0),
    depth: depthOf(sentence, at),
    possessive,
    quote: quoteAt(scene, range.start),
    aside: CAPTION.test(scene.doc.text.slice(range.end, range.end + CAPTION_WORDS)),
  };
}

const isTitle = (upos: string, at: number, head: number): boolean => upos === 'PROPN' && head === at + 1;
