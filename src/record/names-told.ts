/**
 * Which names the articles of a story tell, and where. In: Readings. Out: each name once, with its places; "Lind" as a
 * person and "Lind" as a place are two. Kept from one record to the next: what has come or gone is all that changes.
 */
import { fold } from '../model/names.ts';
import type { Span } from '../model/record.ts';
import type { Entity, Reading } from '../reading/index.ts';
import { compare } from './compare.ts';

/** A name as articles use it, for one kind of thing. */
export class ToldName {
  readonly name: string;
  readonly kind: Entity['kind'];
  /** What is the same for all forms of the name, where the Reading tells it. */
  readonly key: string | undefined;
  /** Whose office it is. */
  readonly holder: ToldName | null;
  readonly folded: string;
  readonly words: number;
  /** Grows with every change. */
  version = 0;
  /** How often it is used. */
  uses = 0;
  /** How many articles say each. */
  readonly roles = new Map<string, number>();
  readonly aliases = new Map<string, number>();
  /** By article, then by place in the text. */
  readonly mentions: Span[] = [];
  /** The articles that use it, in order, each with the place of the first such entity in its Reading. */
  readonly articles: { id: string; entity: number }[] = [];

  constructor({ name, kind, key }: Entity, holder: ToldName | null) {
    this.name = name;
    this.kind = kind;
    this.key = key;
    this.holder = holder;
    this.folded = fold(name);
    this.words = countWords(name);
  }

  add(article: string, entities: readonly Entity[], first: number): void {
    this.version++;
    for (const { roles, aliases } of entities) {
      for (const role of new Set(roles)) count(this.roles, role, 1);
      for (const alias of new Set(aliases)) count(this.aliases, alias, 1);
    }
    const mentions = entities
      .flatMap((entity) => entity.mentions.map((range): Span => ({ article, ...range })))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    this.uses += mentions.length;
    insert(
      this.mentions,
      placeOf(this.mentions, article, ({ article }) => article),
      mentions,
    );
    insert(
      this.articles,
      placeOf(this.articles, article, ({ id }) => id),
      [{ id: article, entity: first }],
    );
  }

  remove(article: string, entities: readonly Entity[]): void {
    this.version++;
    for (const { roles, aliases } of entities) {
      for (const role of new Set(roles)) count(this.roles, role, -1);
      for (const alias of new Set(aliases)) count(this.aliases, alias, -1);
    }
    const at = placeOf(this.mentions, article, ({ article }) => article);
    let end = at;
    while (this.mentions[end]?.article === article) end++;
    this.uses -= this.mentions.splice(at, end - at).length;
    this.articles.splice(
      placeOf(this.articles, article, ({ id }) => id),
      1,
    );
  }
}

export class NamesTold {
  readonly #names = new Map<string, ToldName>();
  readonly #read = new Map<string, Reading>();
  readonly #ofReading = new WeakMap<Reading, ToldName[]>();

  /** Brings it to these Readings, one for each article. */
  update(readings: readonly Reading[]): void {
    const articles = new Set<string>();
    const came: Reading[] = [];
    for (const reading of readings) {
      articles.add(reading.article);
      const known = this.#read.get(reading.article);
      if (known === reading) continue;
      if (known) this.#remove(known);
      came.push(reading);
    }
    if (this.#read.size + came.length > articles.size)
      for (const [article, reading] of this.#read) if (!articles.has(article)) this.#remove(reading);
    for (const reading of came) this.#add(reading);
  }

  /** Those that some article tells. */
  names(): ToldName[] {
    return [...this.#names.values()];
  }

  /** The name of each entity of a Reading. */
  of(reading: Reading): readonly ToldName[] {
    return this.#ofReading.get(reading)!;
  }

  #add(reading: Reading): void {
    const names: ToldName[] = [];
    const nameOf = (at: number): ToldName => {
      const entity = reading.entities[at]!;
      return (names[at] ??= this.#nameOf(entity, entity.holder === undefined ? null : nameOf(entity.holder)));
    };
    for (const at of reading.entities.keys()) nameOf(at);
    this.#ofReading.set(reading, names);
    this.#read.set(reading.article, reading);
    for (const [name, entities] of byName(reading, names)) name.add(reading.article, entities, names.indexOf(name));
  }

  #remove(reading: Reading): void {
    this.#read.delete(reading.article);
    for (const [name, entities] of byName(reading, this.of(reading))) {
      name.remove(reading.article, entities);
      if (name.articles.length === 0) this.#names.delete(keyOf(name, name.holder));
    }
  }

  #nameOf(entity: Entity, holder: ToldName | null): ToldName {
    const key = keyOf(entity, holder);
    let name = this.#names.get(key);
    if (!name) this.#names.set(key, (name = new ToldName(entity, holder)));
    return name;
  }
}

function keyOf(
  { name, kind, key }: Pick<Entity, 'name' | 'kind'> & { key?: string | undefined },
  holder: ToldName | null,
): string {
  return [kind, name, key ?? '', ...(holder ? [keyOf(holder, holder.holder)] : [])].join('\n');
}

function byName(reading: Reading, names: readonly ToldName[]): Map<ToldName, Entity[]> {
  const found = new Map<ToldName, Entity[]>();
  for (const [at, name] of names.entries()) {
    const known = found.get(name);
    if (known) known.push(reading.entities[at]!);
    else found.set(name, [reading.entities[at]!]);
  }
  return found;
}

function count(counts: Map<string, number>, word: string, step: number): void {
  const sum = (counts.get(word) ?? 0) + step;
  if (sum === 0) counts.delete(word);
  else counts.set(word, sum);
}

/** Where the first item of an article stands or would stand; most often at the end. */
function placeOf<Item>(items: readonly Item[], article: string, idOf: (item: Item) => string): number {
  if (items.length === 0 || compare(idOf(items.at(-1)!), article) < 0) return items.length;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(idOf(items[middle]!), article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert<Item>(items: Item[], at: number, more: readonly Item[]): void {
  if (at === items.length) items.push(...more);
  else items.splice(at, 0, ...more);
}

/** How many words: spaces counted, since sorting asks it of every name again and again. */
export function countWords(name: string): number {
  let count = 1;
  for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) count++;
  return count;
}
