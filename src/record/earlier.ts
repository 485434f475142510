/**
 * Links from each item to earlier ones that it shares a print with. In: items with prints, in an order of their own.
 * Out: for each item its links, the same whatever the order in which items came and went. Example: of two statements
 * that share a run of words the later links to the earlier, where they report one utterance.
 *
 * Under one print an item is compared with the first MOST that carry it: what more items share is a turn of phrase.
 * When an item comes or goes, those that it can make a difference to are linked anew: later ones under its prints, and
 * under a print with more carriers only if it is among the first of them.
 */

/** A print that more items carry leads to the first of them only. */
export const MOST_CARRIERS = 32;
// Bounds the size of one table: a Map holds some sixteen million keys.
const TABLES = 16;

export interface EarlierOptions<Item> {
  compare: (a: Item, b: Item) => number;
  printsOf: (item: Item) => Iterable<number>;
  /** Those earlier items that it belongs to; `carriers` gives the earlier items of a print, in order. */
  link: (item: Item, carriers: (print: number) => readonly Item[]) => readonly Item[];
}

export class EarlierLinks<Item extends object> {
  readonly #options: EarlierOptions<Item>;
  /** By print one item, or several in order. */
  readonly #carriers = Array.from({ length: TABLES }, () => new Map<number, Item | Item[]>());
  /** Of those that have links. */
  readonly #links = new Map<Item, readonly Item[]>();
  readonly #items = new Set<Item>();
  readonly #dirty = new Set<Item>();
  /** By print the first place at which something changed. */
  readonly #touched = new Map<number, number>();

  constructor(options: EarlierOptions<Item>) {
    this.#options = options;
  }

  add(item: Item): void {
    this.#items.add(item);
    this.#dirty.add(item);
    for (const print of this.#options.printsOf(item)) {
      const table = this.#tableOf(print);
      const known = table.get(print);
      if (known === undefined) {
        table.set(print, item);
        continue;
      }
      const list = Array.isArray(known) ? known : [known];
      if (list !== known) table.set(print, list);
      const at = this.#placeIn(list, item);
      list.splice(at, 0, item);
      this.#touch(print, at + 1);
    }
  }

  remove(item: Item): void {
    this.#items.delete(item);
    this.#dirty.delete(item);
    this.#links.delete(item);
    for (const print of this.#options.printsOf(item)) {
      const table = this.#tableOf(print);
      const known = table.get(print);
      if (!Array.isArray(known)) {
        table.delete(print);
        continue;
      }
      const at = this.#placeIn(known, item);
      known.splice(at, 1);
      if (known.length === 0) table.delete(print);
      else this.#touch(print, at);
    }
  }

  /** Links anew what has to be. Answers the items whose links may be others than before. */
  settle(): Set<Item> {
    const dirty = new Set(this.#dirty);
    // Where all is new there is nobody else to tell.
    if (dirty.size < this.#items.size)
      for (const [print, from] of this.#touched) {
        const list = this.#tableOf(print).get(print);
        if (Array.isArray(list)) for (let i = from; i < list.length; i++) dirty.add(list[i]!);
      }
    this.#dirty.clear();
    this.#touched.clear();
    for (const item of dirty) {
      const links = this.#options.link(item, (print) => this.#before(print, item));
      if (links.length > 0) this.#links.set(item, links);
      else this.#links.delete(item);
    }
    return dirty;
  }

  has(item: Item): boolean {
    return this.#items.has(item);
  }

  linksOf(item: Item): readonly Item[] {
    return this.#links.get(item) ?? [];
  }

  #before(print: number, item: Item): readonly Item[] {
    const list = this.#tableOf(print).get(print)!;
    if (!Array.isArray(list)) return [];
    const end = Math.min(list.length, MOST_CARRIERS);
    let at = 0;
    while (at < end && list[at] !== item) at++;
    return list.slice(0, at);
  }

  #touch(print: number, place: number): void {
    if (place > MOST_CARRIERS) return;
    const known = this.#touched.get(print);
    if (known === undefined || place < known) this.#touched.set(print, place);
  }

  #tableOf(print: number): Map<number, Item | Item[]> {
    return this.#carriers[print & (TABLES - 1)]!;
  }

  /** Where an item stands or would stand; most often at the end. */
  #placeIn(list: readonly Item[], item: Item): number {
    const { compare } = this.#options;
    if (list.length === 0 || compare(list.at(-1)!, item) < 0) return list.length;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(list[middle]!, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
