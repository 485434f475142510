/**
 * Which texts may be versions of a given one, without looking at all of them. In: prints. Out: numbers of texts.
 *
 * A table from a print to the texts that have it, in typed arrays, open addressing with linear probing. Adding and
 * asking cost the prints of the one text, however many texts there are: a print keeps the first CARRIERS texts only,
 * for what more texts share is a phrase of the day and tells no version.
 */

export interface Candidate {
  /** The number that the text was added as. */
  text: number;
  /** How many prints it shares. */
  shared: number;
}

/** A print that more texts have gives candidates among the first of them only. */
export const CARRIERS = 32;
/** So many candidates are worth aligning: those that share most. */
export const CANDIDATES = 4;
/** One shared print is a coincidence where a text has many. */
const LEAST_SHARED = 2;
/** Texts that share two fifths of their sentences share about as many prints; half of that is asked, for what is edited throughout. */
const LEAST_SHARE = 0.2;

/** How many prints two texts must share, by the number of prints of the shorter, to be worth aligning. */
export function leastShared(prints: number): number {
  return Math.min(prints, Math.max(LEAST_SHARED, Math.ceil(prints * LEAST_SHARE)));
}

export class PrintIndex {
  /** Per slot the print; a slot without carriers is free. */
  #prints = new Int32Array(1 << 12);
  /** Per slot the last entry in the chain of carriers, plus one. */
  #heads = new Int32Array(1 << 12);
  #counts = new Uint8Array(1 << 12);
  #slots = 0;
  /** Per entry the text, and the entry before it in its chain, plus one. */
  #texts = new Int32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  #entries = 0;
  /** Per text the number of its prints. */
  readonly #sizes = new Map<number, number>();

  /** Adds a text under a number of the caller's. */
  add(text: number, prints: readonly number[]): void {
    this.#sizes.set(text, prints.length);
    for (const print of prints) {
      // At most half full, so that a probe ends soon.
      if (this.#slots * 2 >= this.#prints.length) this.#grow();
      const slot = this.#find(print);
      if (this.#heads[slot] === 0) {
        this.#prints[slot] = print;
        this.#slots++;
      }
      if (this.#counts[slot]! >= CARRIERS) continue;
      if (this.#entries === this.#texts.length) {
        this.#texts = doubled(this.#texts);
        this.#next = doubled(this.#next);
      }
      this.#texts[this.#entries] = text;
      this.#next[this.#entries] = this.#heads[slot]!;
      this.#heads[slot] = ++this.#entries;
      this.#counts[slot]!++;
    }
  }

  /** Those of the added texts that share most prints with the given ones; the most first, then by number. */
  near(prints: readonly number[]): Candidate[] {
    const shared = new Map<number, number>();
    for (const print of prints)
      for (let entry = this.#heads[this.#find(print)]!; entry > 0; entry = this.#next[entry - 1]!) {
        const text = this.#texts[entry - 1]!;
        shared.set(text, (shared.get(text) ?? 0) + 1);
      }
    return Array.from(shared, ([text, count]): Candidate => ({ text, shared: count }))
      .filter(({ text, shared }) => shared >= leastShared(Math.min(prints.length, this.#sizes.get(text)!)))
      .sort((a, b) => b.shared - a.shared || a.text - b.text)
      .slice(0, CANDIDATES);
  }

  /** The slot of a print, or the free one where it belongs. */
  #find(print: number): number {
    const mask = this.#prints.length - 1;
    // Prints are hashes already: their low bits are as good as any.
    let slot = print & mask;
    while (this.#heads[slot] !== 0 && this.#prints[slot] !== print) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const old = { prints: this.#prints, heads: this.#heads, counts: this.#counts };
    this.#prints = new Int32Array(old.prints.length * 2);
    this.#heads = new Int32Array(old.prints.length * 2);
    this.#counts = new Uint8Array(old.prints.length * 2);
    for (let i = 0; i < old.prints.length; i++) {
      if (old.heads[i] === 0) continue;
      const slot = this.#find(old.prints[i]!);
      this.#prints[slot] = old.prints[i]!;
      this.#heads[slot] = old.heads[i]!;
      this.#counts[slot] = old.counts[i]!;
    }
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
