/**
 * Actors of a story: the entities of all its articles, one actor for each. In: Readings. Out: actors, and for every
 * entity of every Reading the id of its actor. Example: "Ana Lind" in one article and a lone "Lind" in another are
 * one actor where no other person of the story is a Lind.
 */
import { bodyKey, bodyNouns, fold, surnamesOf } from '../model/names.ts';
import type { Actor } from '../model/record.ts';
import type { Entity, Reading } from '../reading/index.ts';
import { findSides } from './sides.ts';

export interface ActorIndex {
  actors: Actor[];
  /** The actor id of `readings[reading].entities[entity]`. */
  idOf(reading: Reading, entity: number): string;
}

/** One entity of one article. */
export interface Told {
  article: string;
  entity: Entity;
}

/** All entities that are one actor. */
interface Group {
  id: string;
  name: string;
  told: Told[];
}

export function mergeActors(readings: Reading[], slug: (name: string) => string): ActorIndex {
  const groups = groupEntities(readings);
  for (const group of groups) group.name = fullest(group.told);
  const taken = new Set<string>();
  for (const group of groups.sort((a, b) => compare(a.name, b.name) || compare(first(a), first(b))))
    group.id = freeId(slug(group.name) || 'actor', taken);
  const idOf = new Map<Entity, string>();
  for (const group of groups) for (const { entity } of group.told) idOf.set(entity, group.id);
  const actors = groups.map(toActor);
  findSides(
    readings,
    actors,
    (entity) => idOf.get(entity)!,
    (name) => freeId(slug(name) || 'actor', taken),
  );
  return {
    actors: actors.sort((a, b) => compare(a.id, b.id)),
    idOf: (reading, entity) => idOf.get(reading.entities[entity]!)!,
  };
}

function groupEntities(readings: Reading[]): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const surnames = new Map<string, Set<Group>>();
  const firstNames = new Map<string, Set<Group>>();
  const initials = new Map<string, Set<Group>>();
  const nouns = new Map<string, Set<Group>>();
  const groupOf = new Map<Entity, Group>();
  const entries = readings.flatMap((reading) =>
    reading.entities.map((entity) => ({ article: reading.article, entity })),
  );
  // Longer names first: they are what a short form can belong to. Ties by name, so that the order of articles is no matter.
  entries.sort(
    (a, b) =>
      words(b.entity.name) - words(a.entity.name) ||
      compare(a.entity.name, b.entity.name) ||
      compare(a.article, b.article),
  );
  const join = (told: Told, key: string, known: Group | undefined): void => {
    const group = known ?? { id: '', name: told.entity.name, told: [] };
    if (!known) groups.push(group);
    if (!byKey.has(key)) byKey.set(key, group);
    group.told.push(told);
    groupOf.set(told.entity, group);
    const { kind, name } = told.entity;
    if (words(name) === 1) return;
    if (kind === 'person') {
      for (const surname of surnamesOf(name)) put(surnames, surname, group);
      put(firstNames, fold(name).split(' ')[0]!, group);
    } else if (kind === 'organization') {
      put(initials, initialsOf(name), group);
      // "the dockers’ union" is itself a short form.
      if (/^\p{Lu}/u.test(name)) for (const noun of bodyNouns(name)) put(nouns, noun, group);
    }
  };
  for (const told of entries) {
    const { entity } = told;
    if (entity.holder !== undefined) continue;
    const key = entity.key ?? (entity.kind === 'organization' ? bodyKey(entity.name) : fold(entity.name));
    let group = byKey.get(key) ?? byKey.get(fold(entity.name));
    if (!group && entity.kind === 'person') {
      // "Lind" for Ana Lind; where nobody has that last name, "Xu" for Xu Wenhua, whose family name comes first.
      const name = fold(entity.name);
      group = only(surnames.get(name)) ?? (surnames.has(name) ? undefined : only(firstNames.get(name)));
    } else if (!group && entity.kind === 'organization' && words(entity.name) === 1) {
      // "NLU" for the Northern Lakes Union; "the union", which an article never names in full, for the only union.
      group = /^\p{Lu}{2,}$/u.test(entity.name)
        ? only(initials.get(entity.name))
        : GENERIC.test(entity.name)
          ? only(nouns.get(fold(entity.name)))
          : undefined;
    } else if (!group && entity.kind === 'organization' && /^\p{Ll}/u.test(entity.name)) {
      // "the dockers’ union": the only union, where its name shares the word.
      const one = only(nouns.get(fold(entity.name).split(' ').at(-1)!));
      const stem = fold(entity.name).slice(0, STEM);
      if (
        one &&
        fold(one.name)
          .split(' ')
          .some((word) => word.slice(0, STEM) === stem)
      )
        group = one;
    }
    join(told, key, group);
  }
  const offices = new Map<Group, Group>();
  // An office is whose it is: "his office" in one article, "the minister’s office" in another.
  for (const reading of readings)
    for (const entity of reading.entities) {
      if (entity.holder === undefined) continue;
      const holder = groupOf.get(reading.entities[entity.holder]!)!;
      join({ article: reading.article, entity }, `office of ${holder.name}`, offices.get(holder));
      offices.set(holder, groupOf.get(entity)!);
    }
  return groups;
}

// Letters that tell "dockers" from "teachers".
const STEM = 4;

// What a body is called for short.
const GENERIC =
  /^(?:union|association|company|council|commission|committee|party|ministry|department|agency|federation|alliance|league|bank|chamber)$/i;

function toActor({ id, name, told }: Group): Actor {
  const roles = new Set(told.flatMap(({ entity }) => entity.roles));
  const aliases = new Set(told.flatMap(({ entity }) => [entity.name, ...entity.aliases]));
  aliases.delete(name);
  const mentions = told.flatMap(({ article, entity }) => entity.mentions.map((range) => ({ article, ...range })));
  return {
    id,
    name,
    kind: kindOf(told),
    roles: [...roles].sort(compare),
    side: null,
    aliases: [...aliases].sort(compare),
    mentions: mentions.sort((a, b) => compare(a.article, b.article) || a.start - b.start),
  };
}

/** The name with most words; of several the one that is used most. A proper "Minister’s Office" goes before "Lind’s office". */
function fullest(told: Told[]): string {
  const uses = new Map<string, number>();
  for (const { entity } of told) uses.set(entity.name, (uses.get(entity.name) ?? 0) + entity.mentions.length);
  const proper = (name: string): number => (/^(?:\p{Lu}\S* )+Office$/u.test(name) ? 1 : 0);
  return [...uses].sort(
    (a, b) => proper(b[0]) - proper(a[0]) || words(b[0]) - words(a[0]) || b[1] - a[1] || compare(a[0], b[0]),
  )[0]![0];
}

/** What most mentions take it for. */
function kindOf(told: Told[]): Actor['kind'] {
  const counts = new Map<Actor['kind'], number>();
  for (const { entity } of told) counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + entity.mentions.length);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]![0];
}

/** The initials of the capital words: "Northern Lakes Union" is NLU. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .flatMap((word) => (/^\p{Lu}/u.test(word) ? [word[0]!] : []))
    .join('');

const first = ({ told }: Group): string => told.map(({ article }) => article).sort(compare)[0]!;

function put(index: Map<string, Set<Group>>, key: string, group: Group): void {
  const known = index.get(key);
  if (known) known.add(group);
  else index.set(key, new Set([group]));
}

/** The one of that name; none where two share it. */
function only(groups: Set<Group> | undefined): Group | undefined {
  return groups?.size === 1 ? [...groups][0] : undefined;
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}

/** How many words: spaces counted, since sorting asks it of every entity again and again. */
function words(name: string): number {
  let count = 1;
  for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) count++;
  return count;
}

/** Plain order of code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
