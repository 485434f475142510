/**
 * Who a run of words names as taking part. In: token positions of one sentence. Out: entities, and whether people are
 * described there without a name. Example: "Reyes, Finance Secretary Ana Lind and her senior team" gives Reyes and Lind,
 * and that there were others; "Norlandish and Ostavian negotiators" gives the two states.
 *
 * Lists are read from left to right, since trees break long lists of names and titles.
 */
import type { Name } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import type { Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { type Cast, type Mention, resolveSource } from '../sources.ts';
import { isVerb, reachOf, type Scene } from './scene.ts';
import { isIn } from './words.ts';

export interface Parties {
  /** Indices into the cast's entities, each once. */
  entities: number[];
  /** True where somebody is described that no entity stands for: "experts from the different sides". */
  others: boolean;
  /** What "the two leaders" or "they" stand for is found elsewhere: by persons, by sides, or by either. */
  group: 'persons' | 'sides' | 'any' | null;
}

export const NOBODY: Parties = { entities: [], others: false, group: null };

export interface Who {
  cast: Cast;
  world: World;
  scene: Scene;
}

export const isAny = ({ entities, others, group }: Parties): boolean => entities.length > 0 || others || group !== null;

export function union(...all: Parties[]): Parties {
  return {
    entities: [...new Set(all.flatMap((parties) => parties.entities))],
    others: all.some((parties) => parties.others),
    group: all.find((parties) => parties.group)?.group ?? null,
  };
}

/** The parties in the phrase of a word and in what is joined to it. */
export function partiesAt(who: Who, at: number): Parties {
  const { first, last } = reachOf(who.scene, at);
  return readList(who, first, Math.max(last + 1, at + 1));
}

/**
 * The parties in a list that begins at a token, as far as it goes.
 *
 * @param verb the verb that the list is the subject of; the subject of another ends it.
 */
export function partiesFrom(who: Who, from: number, verb = -1): Parties {
  return readList(who, from, who.scene.tokens.length, verb);
}

interface Item {
  /** Token positions without "of …" and "from …". */
  core: number[];
  tail: number[];
  afterComma: boolean;
}

function readList(who: Who, from: number, to: number, verb = -1): Parties {
  const found: Parties[] = [];
  let wasPerson = false;
  let wasRole = false;
  for (const item of itemsOf(who.scene, from, to, verb)) {
    const { parties, isPerson, isRole } = readItem(who, item);
    // "Ana Lind, the president of the union": the words after the comma say who she is.
    if (wasPerson && item.afterComma && isRole) continue;
    // "her foreign minister, Ana Lind"
    if (wasRole && item.afterComma && isPerson) found.pop();
    found.push(parties);
    wasPerson = isPerson;
    wasRole = isRole;
  }
  return found.length > 0 ? union(...found) : NOBODY;
}

function itemsOf(scene: Scene, from: number, to: number, verb: number): Item[] {
  const { tokens, timexes } = scene;
  const items: Item[] = [];
  let item: Item = { core: [], tail: [], afterComma: false };
  let inTail = false;
  const close = (afterComma: boolean): void => {
    if (item.core.length > 0) items.push(item);
    item = { core: [], tail: [], afterComma };
    inTail = false;
  };
  for (let i = from; i < to; i++) {
    const { form, upos, deprel, start } = tokens[i]!;
    if (form === '(' || form === '[') {
      const end = tokens.findIndex((token, k) => k > i && (token.form === ')' || token.form === ']'));
      if (end < 0) break;
      i = end;
    } else if (upos === 'PUNCT') {
      if (form === ',') {
        if (!opensPhrase(scene, i + 1, verb)) break;
        close(true);
      } else if (!/^['"’‘“”-]$/.test(form)) break;
    } else if (/^both$/i.test(form) && upos === 'CCONJ') {
      // "both Lind and Reyes", but "both union leaders"
      const isRow = tokens.slice(i + 1, i + 8).some((token) => /^and$/i.test(token.form));
      if (!isRow) item.core.push(i);
    } else if (upos === 'CCONJ') {
      if (!/^(?:and|&|or)$/i.test(form)) break;
      close(false);
    } else if (upos === 'ADP') {
      // "Bosses at Halvar Metals will hold talks": before its verb a list may say where people are from.
      const isFrom = /^(?:of|from)$/i.test(form) || (verb >= 0 && /^(?:at|for)$/i.test(form));
      if (!isFrom || item.core.length === 0) break;
      inTail = true;
    } else if (/^(?:led|headed)$/i.test(form) && /^by$/i.test(tokens[i + 1]?.form ?? '')) {
      // "a delegation led by Ana Lind"
      close(false);
      i++;
    } else if (upos === 'VERB' ? !/^(?:amod|compound|flat)/.test(deprel) : upos === 'AUX' || upos === 'SCONJ') break;
    else if (upos === 'ADV' || /^(?:who|which|that)$/i.test(form)) break;
    else if (timexes.some((timex) => timex.start <= start && start < timex.end)) break;
    else (inTail ? item.tail : item.core).push(i);
  }
  close(false);
  return items;
}

/** True where a further name or noun begins, not the subject of what comes next: "…, Lind said". */
function opensPhrase(scene: Scene, at: number, verb: number): boolean {
  const { tokens } = scene;
  const next = tokens[at];
  if (!next || (!/^(?:PROPN|NOUN|ADJ|DET|PRON|NUM)$/.test(next.upos) && next.form !== 'and'))
    return /^and$/i.test(next?.form ?? '');
  for (let i = at; i < tokens.length; i++) {
    const { upos, deprel, head } = tokens[i]!;
    if (/^nsubj/.test(deprel) && head !== verb) return false;
    if (isVerb(tokens[i]!) || upos === 'PUNCT' || upos === 'CCONJ' || upos === 'ADP') return true;
  }
  return true;
}

function readItem(who: Who, item: Item): { parties: Parties; isPerson: boolean; isRole: boolean } {
  const { cast, scene } = who;
  const { tokens } = scene;
  const { core, tail } = item;
  const name = { parties: NOBODY, isPerson: false, isRole: false };
  const possessive = core.findLastIndex((i) => tokens[i]!.upos === 'PART' && /^['’]s?$/.test(tokens[i]!.form));
  const headPart = possessive >= 0 && possessive < core.length - 1 ? core.slice(possessive + 1) : core;
  const owner = possessive >= 0 && possessive < core.length - 1 ? core.slice(0, possessive) : [];
  const mentions = mentionsTouching(cast, rangeOf(scene, headPart));
  const person =
    mentions.findLast((mention) => cast.entities[mention.entity]!.kind === 'person') ?? titledIn(who, tail, owner);
  if (person) return { ...name, parties: { ...NOBODY, entities: [person.entity] }, isPerson: true };
  const head = headPart.at(-1)!;
  const token = tokens[head]!;
  // "the two had last met"
  if (headPart.length === 2 && /^two$/i.test(token.form) && /^the$/i.test(tokens[headPart[0]!]!.form))
    return { ...name, parties: { ...NOBODY, group: 'any' } };
  if (token.upos === 'PRON') return { ...name, parties: pronoun(who, head) };
  const lemma = scene.lemmas[head]!;
  const named = mentions.find((mention) => mention.end >= token.end);
  if (named) {
    const state = stateOf(who, named);
    // Places do not meet.
    if (state === null && cast.entities[named.entity]!.kind === 'place') return name;
    return { ...name, parties: { ...NOBODY, entities: [state ?? named.entity] } };
  }
  const isParty = isIn('party-noun', lemma) || isIn('pair-noun', lemma);
  if (!isParty || isIn('media-noun', lemma)) return name;
  const words = headPart.map((i) => tokens[i]!.form.toLowerCase());
  const sides = [owner, headPart, tail].flatMap((part) => (part.length > 0 ? sidesIn(who, part, head) : []));
  const isRole = token.feats.Number !== 'Plur';
  if (sides.length > 0 && !isRole) return { ...name, parties: { ...NOBODY, entities: [...new Set(sides)] } };
  const isPair =
    (words.some((word) => /^(?:two|both|each)$/.test(word)) && isIn('pair-noun', lemma)) ||
    // "the parties": those of the story.
    (words.length === 2 && words[0] === 'the' && /^(?:party|side)$/.test(lemma));
  if (isPair && owner.length === 0 && tail.length === 0) {
    const heads = groupOf(lemma) === 'persons' ? headsOf(cast, words.slice(0, -1).join(' ')) : [];
    if (heads.length === 2) return { ...name, parties: { ...NOBODY, entities: heads } };
  }
  if (isPair && owner.length === 0 && tail.length === 0)
    return { ...name, parties: { ...NOBODY, group: isIn('pair-noun', lemma) ? groupOf(lemma) : 'any' } };
  if (isRole) {
    const { entity } = resolveSource(cast, scene.sentence, rangeOf(scene, core), null);
    if (entity !== null && cast.entities[entity]!.kind !== 'place')
      return { ...name, parties: { ...NOBODY, entities: [entity] }, isRole };
    // "her Norlandish counterpart": the state, and somebody whom a name may follow.
    if (sides.length > 0)
      return { ...name, parties: { ...NOBODY, entities: [...new Set(sides)], others: true }, isRole };
  }
  const group = tail.some((i) => isIn('pair-noun', scene.lemmas[i]!) && scene.tokens[i]!.feats.Number === 'Plur');
  return { parties: { ...NOBODY, others: true, group: group ? 'sides' : null }, isPerson: false, isRole };
}

/** "Secretary of State Ana Lind": a name behind a title that has "of" in it; "aides of Ana Lind" is none. */
function titledIn({ cast, scene }: Who, tail: number[], owner: number[]): Mention | undefined {
  if (tail.length < 2 || owner.length > 0) return undefined;
  const range = { start: scene.tokens[tail[1]!]!.start, end: scene.tokens[tail.at(-1)!]!.end };
  const person = mentionsIn(cast, range)[0];
  if (!person || cast.entities[person.entity]!.kind !== 'person') return undefined;
  const between = tail.filter((i) => scene.tokens[i]!.start < person.start);
  return between.every((i) => scene.tokens[i]!.upos === 'PROPN') ? person : undefined;
}

/** "both union leaders": the two of the article who lead bodies of that sort by their titles; else nobody. */
function headsOf({ entities }: Cast, sort: string): number[] {
  const found = HEADS.find(([words]) => words.test(sort));
  if (!found) return [];
  const [, title, other] = found;
  const isHead = ({ kind, roles }: Cast['entities'][number]): boolean =>
    kind === 'person' && roles.some((role) => title.test(role) && !other.test(role));
  return entities.flatMap((entity, index) => (isHead(entity) ? [index] : []));
}

/** A word for the sort of body, the titles of those who lead one, and what tells that it is another. */
const HEADS: [RegExp, RegExp, RegExp][] = [
  [
    /\b(?:union|labou?r)\b/i,
    /\S (?:president|leader|boss|chief|head)$|\b(?:general secretary|secretary[- ]general)\b|\b(?:president|leader|boss|chief|head) of the \S/i,
    /\b(?:opposition|party|council|bank|state|nation|country|republic|government|executive|company|group)\b/i,
  ],
  [
    /\b(?:company|business|airline|bank|corporate)\b/i,
    /\b(?:chief executive|chair(?:man|woman|person)?|boss|ceo|managing director)\b/i,
    /\b(?:union|party|committee|former)\b/i,
  ],
];

const groupOf = (lemma: string): 'persons' | 'sides' =>
  /^(?:leader|man|woman|minister|president|official|negotiator|boss|chief|chairman|executive|premier)$/.test(lemma)
    ? 'persons'
    : 'sides';

function pronoun(who: Who, at: number): Parties {
  const form = who.scene.tokens[at]!.form.toLowerCase();
  if (/^(?:they|them|their|both)$/.test(form)) return { ...NOBODY, group: 'any' };
  if (!/^(?:he|she|him|her|his)$/.test(form)) return NOBODY;
  const entity = personBefore(who, at);
  return entity === null ? NOBODY : { ...NOBODY, entities: [entity] };
}

/**
 * Whom "him" or "his" means: the person named last before it in the sentence who is not the subject or object of the
 * same verb, else whoever the article's cast takes it for.
 */
export function personBefore({ cast, scene }: Who, at: number): number | null {
  const { tokens } = scene;
  const token = tokens[at]!;
  const isOwner = token.deprel === 'nmod:poss';
  const rivals = new Set(
    isOwner
      ? []
      : (scene.children[token.head] ?? []).filter((i) => i !== at && /^(?:nsubj|i?obj|obl)/.test(tokens[i]!.deprel)),
  );
  const taken = [...rivals].map((i) => reachOf(scene, i));
  const before = mentionsIn(cast, { start: scene.sentence.start, end: token.start });
  for (const mention of before.reverse()) {
    if (cast.entities[mention.entity]!.kind !== 'person') continue;
    const isTaken = taken.some(
      ({ first, last }) => tokens[first]!.start <= mention.start && mention.end <= tokens[last]!.end,
    );
    if (!isTaken) return mention.entity;
  }
  const range = { start: token.start, end: token.end };
  for (let k = firstFrom(cast.mentions, range.start) - 1; k >= 0; k--) {
    const { entity } = cast.mentions[k]!;
    if (cast.entities[entity]!.kind === 'person') return entity;
  }
  return null;
}

/** States and bodies named in the words around a noun for people: "Norlandish", "of the union", "from Ostavia". */
function sidesIn(who: Who, part: number[], head: number): number[] {
  const { cast, world, scene } = who;
  const range = rangeOf(scene, part);
  const sides: number[] = [];
  for (const name of scene.nationalities)
    if (name.start >= range.start && name.end <= range.end) {
      const state = stateNamed(cast, world, name);
      if (state !== null) sides.push(state);
    }
  for (const mention of mentionsIn(cast, range)) {
    const { kind } = cast.entities[mention.entity]!;
    if (mention.start >= scene.tokens[head]!.start && mention.end <= scene.tokens[head]!.end) continue;
    if (isSeat(world, scene.doc.text.slice(mention.start, mention.end))) continue;
    if (kind !== 'person' && kind !== 'place' && !scene.nationalities.some((name) => name.start === mention.start))
      sides.push(stateOf(who, mention) ?? mention.entity);
  }
  return sides;
}

/** "her Palace team": the seat says whose people they are only by way of her. */
const isSeat = (world: World, words: string): boolean => world.lookUp(words).some(({ kind }) => kind === 'seat');

/** The state that a mention means: "Britain", and "Ostrel" where it is the capital of one; null for the rest. */
function stateOf({ cast, world, scene }: Who, mention: Mention): number | null {
  const entity = cast.entities[mention.entity]!;
  if (entity.kind === 'person') return null;
  const text = scene.doc.text.slice(mention.start, mention.end);
  const isState = world.lookUp(text).some(({ kind }) => kind === 'country' || kind === 'capital');
  return isState ? stateNamed(cast, world, { text, start: mention.start, end: mention.end }) : null;
}

/** The entity of the state that a word names or belongs to; it joins the cast where the article has not named it. */
export function stateNamed(
  cast: Cast,
  world: World,
  name: Pick<Name, 'text' | 'start' | 'end' | 'full'>,
): number | null {
  const codes = world.countriesOf(name.text.replace(/\s+/g, ' '));
  const state = codes.length === 1 ? world.nameOf(codes[0]!) : null;
  // A state that no list knows is one where the article shows it: "Selm", by "Selmian".
  if (state === null) {
    const told = cast.bodies.get((name.full ?? name.text).toLowerCase());
    return told !== undefined && cast.entities[told]!.kind === 'government' ? told : null;
  }
  const known = cast.bodies.get(state.toLowerCase());
  if (known !== undefined) return known;
  const index = cast.entities.length;
  cast.bodies.set(state.toLowerCase(), index);
  cast.entities.push({
    name: state,
    kind: 'government',
    roles: [],
    side: null,
    aliases: [],
    mentions: [{ start: name.start, end: name.end }],
  });
  return index;
}

function rangeOf(scene: Scene, part: number[]): Range {
  return { start: scene.tokens[part[0]!]!.start, end: scene.tokens[part.at(-1)!]!.end };
}

/** Mentions that share words with a range, in order: a tree may break a name into pieces. */
function mentionsTouching(cast: Cast, range: Range): Mention[] {
  const { mentions } = cast;
  const found: Mention[] = [];
  for (let k = Math.max(0, firstFrom(mentions, range.start) - 1); k < mentions.length; k++) {
    if (mentions[k]!.start >= range.end) break;
    if (mentions[k]!.end > range.start) found.push(mentions[k]!);
  }
  return found;
}

/** Mentions that lie inside a range, in order. */
export function mentionsIn(cast: Cast, range: Range): Mention[] {
  const { mentions } = cast;
  const found: Mention[] = [];
  // A mention is short, so the few that begin before the range and reach into it are not looked for.
  for (let k = firstFrom(mentions, range.start); k < mentions.length && mentions[k]!.start < range.end; k++)
    if (mentions[k]!.end <= range.end) found.push(mentions[k]!);
  return found;
}
