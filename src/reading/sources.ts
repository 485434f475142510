/**
 * Sources: the words that name who spoke, to the one they mean. In: a range of words. Out: an entity of the article,
 * or that nobody is named. Example: "the minister" is Ana Lind where she was introduced as a minister before.
 */
import type { Sentence, Token } from '../language/doc.ts';
import { sourceNouns } from './cues.ts';
import type { Entity, Range } from './reading.ts';
import { firstFrom } from './search.ts';

export interface Speaker {
  /** Index of the entity, or null where it is not known who. */
  entity: number | null;
  /** False for "an official", "sources": nobody is named. */
  named: boolean;
}

/** Whom the words are said to: the object of a verb such as "tell". */
export function findAddressees(cast: Cast, sentence: Sentence, head: number): number[] {
  const cue = sentence.tokens[head]!;
  if (!ADDRESSING.test(cue.lemma || cue.form.toLowerCase())) return [];
  return sentence.tokens.flatMap((token) => {
    if (token.head !== head || !/^i?obj/.test(token.deprel)) return [];
    const mention = mentionsIn(cast, token)[0];
    return mention && cast.entities[mention.entity]!.kind !== 'place' ? [mention.entity] : [];
  });
}

const ADDRESSING = /^(?:tell|told|ask|urge|inform|remind|warn|assure|promise|advise|brief|call|press|invite)/;

export interface Mention extends Range {
  entity: number;
}

/** What a resolver looks at; made once for each article. */
export interface Cast {
  entities: Entity[];
  /** All mentions in the order of the text. */
  mentions: Mention[];
  /** Bodies without a name of their own, by their words in lower case; they join `entities` as they are met. */
  bodies: Map<string, number>;
}

export function makeCast(entities: Entity[]): Cast {
  const mentions = entities.flatMap((entity, index) => entity.mentions.map((range) => ({ ...range, entity: index })));
  const bodies = new Map(entities.map((entity, index) => [entity.name.toLowerCase(), index]));
  return { entities, mentions: mentions.sort((a, b) => a.start - b.start), bodies };
}

const NOBODY: Speaker = { entity: null, named: false };
const SINGULAR = new Set(['he', 'she']);
// Bodies that speak in their own name: "the prime minister's office" is a source with a name.
const BODIES =
  /^(?:office|ministry|government|cabinet|department|administration|embassy|army|military|parliament|union|association|company|council|commission|committee|party|court|police|agency|authority)$/;

/**
 * Who the words in `source` mean.
 * @param before the speaker of the statement before, for "he" and "she".
 */
export function resolveSource(cast: Cast, sentence: Sentence, source: Range, before: number | null): Speaker {
  const tokens = sentence.tokens.filter((token) => token.start < source.end && source.start < token.end);
  const head = headOf(sentence, tokens);
  if (!head) return NOBODY;
  const form = head.form.toLowerCase();
  if (form === 'it') {
    // "it said" goes on with a body that spoke right before; nothing else tells whom it means.
    const body = before !== null && cast.entities[before]!.kind !== 'person' ? before : null;
    return { entity: body, named: body !== null };
  }
  if (SINGULAR.has(form)) {
    const entity = lastPerson(cast, source.start, before);
    return { entity, named: entity !== null };
  }
  const named = mentionsIn(cast, source).filter((mention) => isSpeaker(cast, sentence, tokens, head, mention));
  const best = named.find((mention) => cast.entities[mention.entity]!.kind === 'person') ?? named[0];
  if (best) return { entity: best.entity, named: true };
  if (BODIES.test(form)) return { entity: bodyOf(cast, sentence, tokens), named: true };
  const holder = sourceNouns.has(form) ? byRole(cast, tokens, head, source.start) : null;
  return { entity: holder, named: holder !== null };
}

/** The word that governs the others; without a tree the last noun or name. */
function headOf(sentence: Sentence, tokens: Token[]): Token | null {
  const inside = new Set(tokens);
  const root = tokens.find(
    (token) => token.deprel !== '' && token.deprel !== 'punct' && !inside.has(sentence.tokens[token.head]!),
  );
  return root ?? tokens.findLast((token) => /[\p{L}\p{N}]/u.test(token.form)) ?? null;
}

function mentionsIn(cast: Cast, range: Range): Mention[] {
  const { mentions } = cast;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let k = low; k < mentions.length && mentions[k]!.start < range.end; k++) found.push(mentions[k]!);
  return found;
}

/** True where the mention is the source itself, not a word that only describes it ("Norland's officials"). */
function isSpeaker(cast: Cast, sentence: Sentence, tokens: Token[], head: Token, mention: Mention): boolean {
  if (mention.start <= head.start && head.end <= mention.end) return true;
  const entity = cast.entities[mention.entity]!;
  const first = tokens.find((token) => token.start >= mention.start && token.end <= mention.end);
  if (!first) return false;
  // "the union's leader, Ana Lind": an apposition names the head.
  let token: Token | undefined = first;
  for (let steps = 0; token && steps < 6; steps++) {
    if (/^(?:appos|flat)/.test(token.deprel) || (entity.kind === 'person' && token.deprel === 'nmod:desc')) return true;
    if (token === head || /^(?:nmod|obl|acl|amod|compound|conj)/.test(token.deprel)) break;
    token = sentence.tokens[token.head];
  }
  if (entity.kind !== 'person' || /[’']s?$/.test(head.form)) return false;
  // "aides to Prime Minister Ana Lind" are not her; "Secretary of State Ana Lind" is, since that is her title.
  const isTitle = entity.roles.some((role) => role.toLowerCase().includes(head.form.toLowerCase()));
  if (!isTitle && tokens.some((word) => word.deprel === 'case' && within(mention, sentence.tokens[word.head])))
    return false;
  // Without a telling tree: a person at the end of the words, as in "spokesperson Ana Lind".
  return mention.end >= (tokens.findLast((word) => word.upos !== 'PUNCT') ?? head).end;
}

const within = (range: Range, token: Token | undefined): boolean =>
  token !== undefined && range.start <= token.start && token.end <= range.end;

/** "the foreign ministry of Norland": a body that speaks in its own name, whether or not the engine takes it for one. */
function bodyOf(cast: Cast, sentence: Sentence, tokens: Token[]): number {
  const first = DETERMINER.test(tokens[0]!.form) && tokens.length > 1 ? tokens[1]! : tokens[0]!;
  const range = { start: first.start, end: tokens.at(-1)!.end };
  const name = sentence.tokens
    .filter((token) => token.start >= range.start && token.end <= range.end)
    .map((token, i, all) => (i > 0 && all[i - 1]!.end < token.start ? ' ' : '') + token.form)
    .join('');
  const key = name.toLowerCase();
  const known = cast.bodies.get(key);
  const index = known ?? cast.entities.length;
  if (known === undefined) {
    cast.bodies.set(key, index);
    cast.entities.push({ name, kind: 'organization', roles: [], side: null, aliases: [], mentions: [] });
  }
  const { mentions } = cast.entities[index]!;
  if (!mentions.some((mention) => mention.start === range.start)) mentions.push(range);
  return index;
}

const DETERMINER = /^(?:the|a|an|his|her|its|their|this|that)$/i;

// Longer than any article.
const FAR = 1e9;

/** "the minister": the person introduced with that role, before if there is one, else after. */
function byRole(cast: Cast, tokens: Token[], head: Token, before: number): number | null {
  if (BODIES.test(head.form.toLowerCase()) || tokens[0]?.form.toLowerCase() !== 'the') return null;
  const role = head.form.toLowerCase();
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  cast.entities.forEach((entity, index) => {
    const holds = entity.roles.some((known) => known.toLowerCase().split(' ').includes(role));
    if (entity.kind !== 'person' || !holds) return;
    for (const mention of entity.mentions) {
      // Somebody introduced only later is meant where nobody before is; hence the head start of those before.
      const away = mention.start < before ? before - mention.start : FAR + mention.start - before;
      if (away >= distance) continue;
      distance = away;
      best = index;
    }
  });
  return best;
}

/** The person whom "he" or "she" means: the one who spoke last if near, else the one named last. */
function lastPerson(cast: Cast, offset: number, before: number | null): number | null {
  if (before !== null && cast.entities[before]!.kind === 'person') return before;
  for (let k = firstFrom(cast.mentions, offset) - 1; k >= 0; k--) {
    const { entity } = cast.mentions[k]!;
    if (cast.entities[entity]!.kind === 'person') return entity;
  }
  return null;
}
