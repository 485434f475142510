/**
 * Groups tellings of one thing, in order. Two are compared where they share a key and few others with that key stand
 * between them, so that the work grows with their number; groups are what such pairs connect.
 */
import { createMemo, type RecordMemo } from './memo.ts';

/** What is asked of items; the answers must hang on the items alone. */
export interface NeighbourOptions<Item> {
  keysOf: (item: Item) => Iterable<string>;
  isSame: (earlier: Item, later: Item) => boolean;
  /** How many neighbours under one key an item is compared with. */
  window: number;
}

/**
 * Groups in order of their first item.
 * @param items in an order that hangs on the items alone.
 * @param stage a name for what is grouped, under which the memo keeps what was compared.
 */
export function groupNeighbours<Item extends object>(
  items: readonly Item[],
  options: NeighbourOptions<Item>,
  stage = 'groups',
  memo: RecordMemo = createMemo(),
): Item[][] {
  const links = linkNeighbours(items, options, stage, memo);
  const top = items.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (top[root] !== root) root = top[root]!;
    top[i] = root;
    return root;
  };
  const places = new Map(items.map((item, i) => [item, i]));
  for (const [i, item] of items.entries())
    for (const other of links(item)) {
      const [a, b] = [find(places.get(other)!), find(i)];
      top[Math.max(a, b)] = Math.min(a, b);
    }
  const groups = new Map<number, Item[]>();
  for (const [i, item] of items.entries()) {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  }
  return [...groups.values()];
}

/** For each item the neighbours before it that are the same, each once: under its first key first, then in order. */
export function linkNeighbours<Item extends object>(
  items: readonly Item[],
  options: NeighbourOptions<Item>,
  stage: string,
  memo: RecordMemo = createMemo(),
): (item: Item) => readonly Item[] {
  const blocks = memo.part(`neighbours: ${stage}`, () => new Blocks<Item>());
  blocks.update(items, options);
  return (item) => blocks.linksOf(item);
}

/** Items by key, in order. Where items come and go, only those within reach of them are compared anew. */
class Blocks<Item extends object> {
  readonly #blocks = new Map<string, Item[]>();
  #places = new Map<Item, number>();
  readonly #links = new WeakMap<Item, readonly Item[]>();

  linksOf(item: Item): readonly Item[] {
    return this.#links.get(item) ?? [];
  }

  update(items: readonly Item[], { keysOf, isSame, window }: NeighbourOptions<Item>): void {
    const places = new Map(items.map((item, i) => [item, i]));
    const changed = new Set<Item>();
    for (const item of this.#places.keys()) {
      if (places.has(item)) continue;
      for (const key of new Set(keysOf(item))) {
        const block = this.#blocks.get(key)!;
        const at = this.#placeIn(block, item);
        block.splice(at, 1);
        for (const other of block.slice(at, at + window)) changed.add(other);
        if (block.length === 0) this.#blocks.delete(key);
      }
    }
    const known = this.#places;
    this.#places = places;
    for (const item of items) {
      if (known.has(item)) continue;
      changed.add(item);
      for (const key of new Set(keysOf(item))) {
        const block = this.#blocks.get(key);
        if (!block) {
          this.#blocks.set(key, [item]);
          continue;
        }
        const at = this.#placeIn(block, item);
        block.splice(at, 0, item);
        for (const other of block.slice(at + 1, at + 1 + window)) changed.add(other);
      }
    }
    for (const item of changed) {
      if (!places.has(item)) continue;
      const tried = new Set<Item>();
      const links: Item[] = [];
      for (const key of keysOf(item)) {
        const block = this.#blocks.get(key)!;
        const at = this.#placeIn(block, item);
        for (const other of block.slice(Math.max(0, at - window), at)) {
          if (tried.has(other)) continue;
          tried.add(other);
          if (isSame(other, item)) links.push(other);
        }
      }
      this.#links.set(item, links);
    }
  }

  /** Where an item stands or would stand. */
  #placeIn(block: readonly Item[], item: Item): number {
    const place = this.#places.get(item)!;
    let [low, high] = [0, block.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#places.get(block[middle]!)! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Index of the first item of a day or later. `items` are in order of their days. */
export function firstOn(items: readonly { day: string }[], day: string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
