/**
 * Who and what is named in an article, all mentions together under the fullest form. In: the names that the engine
 * found. Out: entities. Example: "Prime Minister Ana Lind" and "Lind" are one person with the role "Prime Minister";
 * a second Lind keeps them apart.
 */
import type { Doc, Name } from '../language/doc.ts';
import type { World } from '../language/world/index.ts';
import type { Entity } from './reading.ts';

const KINDS: Partial<Record<Name['kind'], Entity['kind']>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  country: 'government',
};

export function findEntities(doc: Doc, world: World): Entity[] {
  const entities: Entity[] = [];
  const byKey = new Map<string, Entity>();
  const bySurname = new Map<string, Set<Entity>>();
  const byFirstName = new Map<string, Set<Entity>>();
  const names = doc.names.filter((name) => KINDS[name.kind]);
  // Longer names first, so that "Lind" finds "Ana Lind" whatever their order in the text.
  for (const name of [...names].sort((a, b) => words(b.text) - words(a.text) || a.start - b.start)) {
    const key = keyOf(name, world);
    // "Lind" for Ana Lind; where nobody has that last name, "Xu" for Xu Wenhua, whose family name comes first.
    let entity =
      byKey.get(key) ?? only(bySurname.get(key)) ?? (bySurname.has(key) ? undefined : only(byFirstName.get(key)));
    if (!entity) {
      entity = {
        name: displayName(name, world),
        kind: KINDS[name.kind]!,
        roles: [],
        side: null,
        aliases: [],
        mentions: [],
      };
      entities.push(entity);
      byKey.set(key, entity);
      if (name.kind === 'person' && words(name.text) > 1) {
        const parts = key.split(' ');
        for (const [index, part] of [
          [bySurname, parts.at(-1)!],
          [byFirstName, parts[0]!],
        ] as const)
          index.set(part, (index.get(part) ?? new Set()).add(entity));
      }
    }
    addMention(entity, name, doc, world);
  }
  for (const entity of entities) entity.mentions.sort((a, b) => a.start - b.start);
  return entities.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

function addMention(entity: Entity, name: Name, doc: Doc, world: World): void {
  const text = squeeze(name.text);
  if (text !== entity.name && !entity.aliases.includes(text)) entity.aliases.push(text);
  for (const role of name.roles) {
    const words = squeeze(role.text);
    if (!entity.roles.includes(words)) entity.roles.push(words);
  }
  entity.mentions.push({ start: name.start, end: name.end });
  if (entity.kind === 'person') entity.side ??= sideOf(name, doc, world);
}

/** The country that a person's title tells: "Norlandish Prime Minister Ana Lind", "US Secretary of State …". */
function sideOf(name: Name, doc: Doc, world: World): string | null {
  const first = name.roles[0];
  if (!first) return null;
  const from = Math.min(first.start, name.start);
  const inRole = doc.names.findLast(
    (other) =>
      other !== name &&
      other.start >= from - LOOK_BACK &&
      other.end <= name.start &&
      isState(other) &&
      near(other, from, doc.text),
  );
  const codes = inRole ? world.countriesOf(squeeze(inRole.text)) : [];
  return codes.length === 1 ? world.nameOf(codes[0]!) : null;
}

// "the Norlandish and ": a nationality may stand a little before the title.
const LOOK_BACK = 24;

const isState = (name: Name): boolean => name.kind === 'country' || name.kind === 'nationality';

/** True where only a space stands between a word for a state and the title, or where it is part of the title. */
function near(name: Name, from: number, text: string): boolean {
  return name.start >= from || text.slice(name.end, from).trim() === '';
}

function keyOf(name: Name, world: World): string {
  if (name.kind === 'country') {
    const codes = world.countriesOf(squeeze(name.text));
    if (codes.length === 1) return `country:${codes[0]}`;
  }
  return squeeze(name.text).toLowerCase();
}

function displayName(name: Name, world: World): string {
  const codes = name.kind === 'country' ? world.countriesOf(squeeze(name.text)) : [];
  return (codes.length === 1 ? world.nameOf(codes[0]!) : null) ?? squeeze(name.text);
}

/** The one person of that last name; none where two share it. */
function only(entities: Set<Entity> | undefined): Entity | undefined {
  return entities?.size === 1 ? [...entities][0] : undefined;
}

const words = (text: string): number => text.split(/\s+/).length;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ');
