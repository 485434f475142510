/**
 * Actors of a story: the entities of all its articles, one actor for each. In: Readings. Out: actors, and for every
 * entity of every Reading the id of its actor. Example: "Ana Lind" in one article and a lone "Lind" in another are
 * one actor where no other person of the story is a Lind.
 *
 * Names are joined, not entities: all that an article calls one name, as one kind, is one (`names-told.ts`), so a story
 * that has grown by an article joins its names anew and makes those actors anew that the article names.
 */
import { bodyKey, bodyNouns, surnamesOf } from '../model/names.ts';
import type { Actor } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import { joinCapitals } from './capitals.ts';
import { compare } from './compare.ts';
import { isSameList } from './kept.ts';
import { createMemo, type RecordMemo } from './memo.ts';
import { NamesTold, type ToldName } from './names-told.ts';
import { findSides } from './sides.ts';

export { compare } from './compare.ts';

export interface ActorIndex {
  actors: Actor[];
  /** The actor id of `reading.entities[entity]`. */
  idOf(reading: Reading, entity: number): string;
  /**
   * What entries are told apart by: for each entity of a Reading its actor. The very same array as in the record before
   * where all of it is the same.
   */
  facesOf(reading: Reading): readonly Face[];
}

/** As much of an actor as an entry of an article that names it rests on. */
export type Face = Readonly<Pick<Actor, 'id' | 'name' | 'kind' | 'side' | 'ownVoice'>>;

/** All names that are one actor, the longest first. */
interface Group {
  id: string;
  names: ToldName[];
  actor: Actor;
  face: Face;
}

export function mergeActors(
  readings: readonly Reading[],
  slug: (name: string) => string,
  memo: RecordMemo = createMemo(),
): ActorIndex {
  const told = memo.part('names', () => new NamesTold());
  told.update(readings);
  const groupOf = groupNames(told.names());
  const groups = [...new Set(groupOf.values())];
  const made = memo.kept<Actor>('actors');
  for (const group of groups) {
    const inputs = group.names.flatMap((name) => [name, name.version]);
    // A copy, since side and party are told of it later.
    group.actor = { ...made.get(group.names[0]!, inputs, () => toActor(group.names)) };
  }
  const taken = new Set<string>();
  const slugs = memo.part('slugs', () => new Map<string, string>());
  const newId = (name: string): string => {
    let id = slugs.get(name);
    if (id === undefined) slugs.set(name, (id = slug(name) || 'actor'));
    return freeId(id, taken);
  };
  for (const group of groups.sort((a, b) => compare(a.actor.name, b.actor.name) || compare(first(a), first(b)))) {
    group.id = newId(group.actor.name);
    group.actor.id = group.id;
  }
  const actors = groups.map(({ actor }) => actor);
  const idsOf = (reading: Reading): ((entity: number) => string) => {
    const names = told.of(reading);
    return (entity) => groupOf.get(names[entity]!)!.id;
  };
  findSides(readings, actors, idsOf, newId, memo.kept('tells sides'));
  const listed = new Set(
    groups.flatMap(({ id, names }) => (names.some(({ key }) => key?.startsWith('country:')) ? [id] : [])),
  );
  const isListed = (id: string): boolean => listed.has(id);
  const capitals = joinCapitals(readings, { actors, idsOf, isListed }, memo.kept('tells capitals'));
  const faces = memo.part('faces', () => new Map<string, Face>());
  for (const group of groups) group.face = faceOf(capitals.get(group.id) ?? group.actor, faces);
  for (const actor of actors) if (capitals.has(actor.side ?? '')) actor.side = capitals.get(actor.side!)!.id;
  const known = memo.part('faces of Readings', () => new WeakMap<Reading, readonly Face[]>());
  return {
    actors: actors.filter(({ id }) => !capitals.has(id)).sort((a, b) => compare(a.id, b.id)),
    idOf: (reading, entity) => groupOf.get(told.of(reading)[entity]!)!.face.id,
    facesOf(reading) {
      const now = told.of(reading).map((name) => groupOf.get(name)!.face);
      const before = known.get(reading);
      if (before && isSameList(before, now)) return before;
      known.set(reading, now);
      return now;
    },
  };
}

/** The face of an actor as it was, where nothing in it has changed. */
function faceOf({ id, name, kind, side, ownVoice }: Actor, faces: Map<string, Face>): Face {
  const known = faces.get(id);
  if (known && known.name === name && known.kind === kind && known.side === side && known.ownVoice === ownVoice)
    return known;
  const face: Face = { id, name, kind, side, ...(ownVoice && { ownVoice }) };
  faces.set(id, face);
  return face;
}

function groupNames(given: ToldName[]): Map<ToldName, Group> {
  const byKey = new Map<string, Group>();
  const surnames = new Map<string, Set<Group>>();
  const firstNames = new Map<string, Set<Group>>();
  const initials = new Map<string, Set<Group>>();
  const nouns = new Map<string, Set<Group>>();
  const groupOf = new Map<ToldName, Group>();
  const join = (name: ToldName, known: Group | undefined): Group => {
    const group = known ?? ({ id: '', names: [] } as unknown as Group);
    group.names.push(name);
    groupOf.set(name, group);
    return group;
  };
  // Longer names first: they are what a short form can belong to. Ties by name, so that the order of articles is no matter.
  const names = [...given].sort(
    (a, b) =>
      b.words - a.words ||
      compare(a.name, b.name) ||
      compare(a.articles[0]!.id, b.articles[0]!.id) ||
      a.articles[0]!.entity - b.articles[0]!.entity,
  );
  for (const told of names) {
    const { name, kind, folded } = told;
    if (told.holder) continue;
    const key = told.key ?? (kind === 'organization' ? bodyKey(name) : folded);
    let group = byKey.get(key) ?? byKey.get(folded);
    if (!group && kind === 'person') {
      // "Lind" for Ana Lind; where nobody has that last name, "Xu" for Xu Wenhua, whose family name comes first.
      group = foremost(surnames.get(folded)) ?? (surnames.has(folded) ? undefined : only(firstNames.get(folded)));
    } else if (!group && kind === 'organization' && told.words === 1) {
      // "NLU" for the Northern Lakes Union; "the union", which an article never names in full, for the only union.
      group = /^\p{Lu}{2,}$/u.test(name)
        ? only(initials.get(name))
        : GENERIC.test(name)
          ? only(nouns.get(folded))
          : undefined;
    } else if (!group && kind === 'organization' && /^\p{Ll}/u.test(name) && !isOwned(told)) {
      // "the dockers’ union": the only union, where its name shares the word.
      const one = only(nouns.get(folded.split(' ').at(-1)!));
      const stem = folded.slice(0, STEM);
      if (one && one.names[0]!.folded.split(' ').some((word) => word.slice(0, STEM) === stem)) group = one;
    }
    const joined = join(told, group);
    if (!byKey.has(key)) byKey.set(key, joined);
    // A state goes by its code where the article names it, and by its name alone where only its adjective stands there.
    if (kind === 'government' && !byKey.has(folded)) byKey.set(folded, joined);
    if (told.words === 1) continue;
    if (kind === 'person') {
      for (const surname of surnamesOf(name)) put(surnames, surname, joined);
      put(firstNames, folded.split(' ')[0]!, joined);
    } else if (kind === 'organization') {
      put(initials, initialsOf(name), joined);
      // "the dockers’ union" is itself a short form.
      if (/^\p{Lu}/u.test(name)) for (const noun of bodyNouns(name)) put(nouns, noun, joined);
    }
  }
  // An office is whose it is: "his office" in one article, "the minister’s office" in another.
  const offices = new Map<Group, Group>();
  const placeOffice = (told: ToldName): Group => {
    const known = groupOf.get(told);
    if (known) return known;
    const holder = placeOffice(told.holder!);
    const office = join(told, offices.get(holder));
    offices.set(holder, office);
    return office;
  };
  for (const told of names) placeOffice(told);
  return groupOf;
}

/** "Lind’s ministry", of a minister by name: it is no other ministry. */
const isOwned = ({ key, name }: ToldName): boolean => key !== undefined && key !== bodyKey(name);

// Letters that tell "dockers" from "teachers".
const STEM = 4;

// What a body is called for short.
const GENERIC =
  /^(?:union|association|company|council|commission|committee|party|ministry|department|agency|federation|alliance|league|bank|chamber)$/i;

function toActor(names: ToldName[]): Actor {
  const name = fullest(names);
  const roles = new Set(names.flatMap(({ roles }) => [...roles.keys()]));
  const aliases = new Set(names.flatMap((told) => [told.name, ...told.aliases.keys()]));
  aliases.delete(name);
  const mentions = names.length === 1 ? [...names[0]!.mentions] : names.flatMap(({ mentions }) => mentions);
  if (names.length > 1) mentions.sort((a, b) => compare(a.article, b.article) || a.start - b.start || a.end - b.end);
  return {
    id: '',
    name,
    kind: kindOf(names),
    roles: [...roles].sort(compare),
    side: null,
    aliases: [...aliases].sort(compare),
    mentions,
  };
}

/** The name with most words; of several the one that is used most. A proper "Minister’s Office" goes before "Lind’s office". */
function fullest(names: ToldName[]): string {
  const uses = new Map<string, { words: number; uses: number }>();
  for (const { name, words, uses: count } of names)
    uses.set(name, { words, uses: (uses.get(name)?.uses ?? 0) + count });
  const proper = (name: string): number => (/^(?:\p{Lu}\S* )+Office$/u.test(name) ? 1 : 0);
  return [...uses].sort(
    (a, b) => proper(b[0]) - proper(a[0]) || b[1].words - a[1].words || b[1].uses - a[1].uses || compare(a[0], b[0]),
  )[0]![0];
}

/** What most mentions take it for. */
function kindOf(names: ToldName[]): Actor['kind'] {
  const counts = new Map<Actor['kind'], number>();
  for (const { kind, uses } of names) counts.set(kind, (counts.get(kind) ?? 0) + uses);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]![0];
}

/** The initials of the capital words: "Northern Lakes Union" is NLU. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .flatMap((word) => (/^\p{Lu}/u.test(word) ? [word[0]!] : []))
    .join('');

const first = ({ names }: Group): string => names.map(({ articles }) => articles[0]!.id).sort(compare)[0]!;

function put(index: Map<string, Set<Group>>, key: string, group: Group): void {
  const known = index.get(key);
  if (known) known.add(group);
  else index.set(key, new Set([group]));
}

/** The one of that name; none where two share it. */
function only(groups: Set<Group> | undefined): Group | undefined {
  return groups?.size === 1 ? [...groups][0] : undefined;
}

/** The one of that last name; of several, whom the story names many times as often as any other. */
function foremost(groups: Set<Group> | undefined): Group | undefined {
  if (!groups || groups.size < 2) return only(groups);
  const usesOf = ({ names }: Group): number => names.reduce((sum, { uses }) => sum + uses, 0);
  const [first, second] = [...groups]
    .map((group) => ({ group, uses: usesOf(group) }))
    .sort((a, b) => b.uses - a.uses || compare(a.group.names[0]!.name, b.group.names[0]!.name));
  return first!.uses >= FAR_MORE * second!.uses ? first!.group : undefined;
}

const FAR_MORE = 8;

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
