/**
 * Actors of a story: the entities of all its articles, one actor for each. In: Readings. Out: actors, and for every
 * entity of every Reading the id of its actor. Example: "Ana Lind" in one article and a lone "Lind" in another are
 * one actor where no other person of the story is a Lind.
 */
import type { Actor } from '../model/record.ts';
import type { Entity, Reading } from '../reading/index.ts';

export interface ActorIndex {
  actors: Actor[];
  /** The actor id of `readings[reading].entities[entity]`. */
  idOf(reading: Reading, entity: number): string;
}

export function mergeActors(readings: Reading[], slug: (name: string) => string): ActorIndex {
  const byKey = new Map<string, Actor>();
  const byId = new Map<string, Actor>();
  const idOf = new Map<Entity, string>();
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
  const surnames = new Map<string, Set<Actor>>();
  const firstNames = new Map<string, Set<Actor>>();
  const taken = new Set<string>();
  for (const { article, entity } of entries) {
    const key = entity.name.toLowerCase();
    // "Lind" for Ana Lind; where nobody has that last name, "Xu" for Xu Wenhua, whose family name comes first.
    let actor =
      byKey.get(key) ?? only(surnames.get(key)) ?? (surnames.has(key) ? undefined : only(firstNames.get(key)));
    if (!actor) {
      actor = {
        id: freeId(slug(entity.name) || 'actor', taken),
        name: entity.name,
        kind: entity.kind,
        roles: [],
        side: null,
        aliases: [],
        mentions: [],
      };
      byKey.set(key, actor);
      byId.set(actor.id, actor);
      if (entity.kind === 'person' && words(entity.name) > 1) {
        const parts = key.split(' ');
        for (const [index, part] of [
          [surnames, parts.at(-1)!],
          [firstNames, parts[0]!],
        ] as const)
          index.set(part, (index.get(part) ?? new Set()).add(actor));
      }
    }
    idOf.set(entity, actor.id);
    for (const role of entity.roles) if (!actor.roles.includes(role)) actor.roles.push(role);
    for (const alias of [entity.name, ...entity.aliases])
      if (alias !== actor.name && !actor.aliases.includes(alias)) actor.aliases.push(alias);
    actor.mentions.push(...entity.mentions.map((range) => ({ article, ...range })));
  }
  const actors = [...byKey.values()].sort((a, b) => compare(a.id, b.id));
  for (const { entity } of entries) {
    const side = entity.side === null ? undefined : byKey.get(entity.side.toLowerCase());
    const actor = byId.get(idOf.get(entity)!)!;
    if (side && side !== actor) actor.side ??= side.id;
  }
  for (const actor of actors) {
    actor.roles.sort(compare);
    actor.aliases.sort(compare);
    actor.mentions.sort((a, b) => compare(a.article, b.article) || a.start - b.start);
  }
  return {
    actors,
    idOf: (reading, entity) => idOf.get(reading.entities[entity]!)!,
  };
}

/** The one actor of that name; none where two share it. */
function only(actors: Set<Actor> | undefined): Actor | undefined {
  return actors?.size === 1 ? [...actors][0] : undefined;
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}

const words = (name: string): number => name.split(' ').length;

/** Plain order of code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
