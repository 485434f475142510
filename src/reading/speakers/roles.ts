/**
 * Descriptions: whom "the foreign minister" or "Norland’s chief negotiator" means. In: the words. Out: the person of
 * the article who was introduced with that role, or null. Example: "the union leader" is Carlos Reyes where the article
 * calls him so; "the minister" is the nearest minister.
 */
import type { Token } from '../../language/doc.ts';
import type { Entity, Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { type Cast, mentionsIn, nationalitiesIn } from './cast.ts';

/** What a description says: "the UK’s chief negotiator" is a negotiator, chief, of the United Kingdom. */
export interface Description {
  head: string;
  /** The words that tell one office from another. */
  words: string[];
  /** Names of the countries and bodies that it speaks of. */
  sides: string[];
}

interface Holder {
  entity: number;
  role: Description;
}

/** Those who hold a role, by its noun. */
export type RoleIndex = Map<string, Holder[]>;

// Words of a title that name another office than the title without them.
const OFFICE =
  /^(?:prime|foreign|vice|deputy|finance|trade|treasury|defen[cs]e|interior|labou?r|economy|economic|justice|health|energy|transport|environment|climate|agriculture|education|home|opposition|union|party|attorney|security|former|acting|assistant|commerce|housing|culture|press|chief|general|national|first|majority|minority)$/;
// Who holds one of these is not meant by the title without it.
const LESSER = /^(?:vice|deputy|former|ex|assistant|acting|under|associate|designate)$/;
const PAST = /^(?:former|ex|onetime)$/;
const FILLER =
  /^(?:the|a|an|this|that|his|her|its|their|our|of|for|in|on|at|to|and|with|’s|'s|’|'|,|-|\(|\)|today|yesterday|last|night|also|said)$/;
/** Nouns for people whom news leaves without a name on purpose. */
const NAMELESS = /^(?:official|source|person|aide|insider|expert|analyst|member|worker|witness|statement)$/;
const SAME: Record<string, string[]> = {
  premier: ['prime', 'minister'],
  pm: ['prime', 'minister'],
  spokeswoman: ['spokesperson'],
  spokesman: ['spokesperson'],
  chairman: ['chair'],
  chairwoman: ['chair'],
  chairperson: ['chair'],
  advisor: ['adviser'],
  ceo: ['chief', 'executive'],
  'sen.': ['senator'],
  'gov.': ['governor'],
  'rep.': ['representative'],
  congressman: ['representative'],
  congresswoman: ['representative'],
  'gen.': ['general'],
};

/** Reads a title: its noun is the last word before what it is of. */
export function describe(title: string): Description {
  const words = title
    .toLowerCase()
    .split(/[\s-]+/)
    .flatMap((word) => SAME[word] ?? [word]);
  const of = words.findIndex((word, i) => i > 0 && /^(?:of|for|in|at|to|on|with|and|who)$|^,/.test(word));
  const head = words[(of < 0 ? words.length : of) - 1] ?? '';
  return { head, words: words.filter((word) => word !== head && !FILLER.test(word)), sides: [] };
}

export function indexRoles(entities: Entity[]): RoleIndex {
  const index: RoleIndex = new Map();
  entities.forEach((entity, at) => {
    if (entity.kind !== 'person') return;
    for (const title of entity.roles) {
      const role = describe(title);
      if (entity.side !== null) role.sides.push(entity.side);
      const held = index.get(role.head) ?? [];
      held.push({ entity: at, role });
      index.set(role.head, held);
    }
  });
  return index;
}

/** What a definite description says; null where the words are none ("a minister", "ministers", "the official"). */
export function describeSource(cast: Cast, tokens: Token[], head: Token): Description | null {
  const first = tokens[0]!;
  const owned = tokens.some((token) => token.deprel === 'nmod:poss');
  const noun = head.form.toLowerCase();
  const definite = /^the$/i.test(first.form) || owned || (/^\p{Lu}/u.test(head.form) && first.upos !== 'DET');
  if (!definite || head.feats.Number === 'Plur' || NAMELESS.test(noun)) return null;
  const range: Range = { start: first.start, end: tokens.at(-1)!.end };
  const names = mentionsIn(cast, range);
  const sides = names.map(({ entity }) => cast.entities[entity]!.name);
  const adjectives = nationalitiesIn(cast, range);
  for (const { country } of adjectives) sides.push(country);
  const named = (token: Token): boolean =>
    [...names, ...adjectives].some(({ start, end }) => token.start >= start && token.end <= end);
  const until = tokens.indexOf(head);
  const title = tokens.slice(0, until + 1).filter((token) => !named(token));
  const told = describe(title.map(({ form }) => form).join(' '));
  // "secretary of state", "minister for trade": what follows tells offices apart too.
  const after = tokens
    .slice(until + 1, until + 4)
    .filter((token) => /^(?:NOUN|PROPN|ADJ)$/.test(token.upos) && !named(token));
  return { ...told, words: [...told.words, ...after.map(({ form }) => form.toLowerCase())], sides };
}

/** The person who fits best: by words and side, then the one introduced last before, else first after. */
export function holderOf(cast: Cast, { head, words, sides }: Description, before: number): number | null {
  let best: number | null = null;
  let most = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { entity, role } of cast.roles.get(head) ?? []) {
    const fit = fitOf({ head, words, sides }, role);
    if (fit === null || fit < most) continue;
    const away = distance(cast.entities[entity]!.mentions, before);
    if (best !== null && fit === most && away >= nearest) continue;
    best = entity;
    most = fit;
    nearest = away;
  }
  return best;
}

/** How well a description fits a role, from 1 up; null where it does not. */
function fitOf(told: Description, role: Description): number | null {
  const known = new Set(role.words);
  let fit = 10;
  for (const word of told.words) {
    if (known.has(word)) fit += 2;
    // "the former minister" may be introduced by the office alone.
    else if (PAST.test(word)) fit -= 3;
    else if (OFFICE.test(word)) return null;
  }
  for (const word of role.words) {
    if (told.words.includes(word)) continue;
    if (LESSER.test(word)) return null;
    if (OFFICE.test(word)) fit -= 1;
  }
  if (told.sides.length > 0 && role.sides.length > 0) {
    // "the chief harbor negotiator": a name that the title holds is what the office is for.
    const isOf = (side: string): boolean => role.sides.includes(side) || role.words.includes(side.toLowerCase());
    if (!told.sides.some(isOf)) return null;
    fit += 3;
  }
  return Math.max(fit, 1);
}

// Longer than any article.
const FAR = 1e9;

/** Characters to the last mention before; those who are named only later come after all of them. */
function distance(mentions: Range[], offset: number): number {
  const next = firstFrom(mentions, offset);
  const before = mentions[next - 1];
  return before ? offset - before.start : FAR + (mentions[next]?.start ?? FAR) - offset;
}
