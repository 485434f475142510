/**
 * Families: articles that are versions or copies of one text, across outlets and addresses. In: versions. Out: for
 * each its family, and the pairs that made it so. Example: an agency's story, its update of the evening and the
 * reprint in a paper under another headline are one family, named after the first of them by id.
 *
 * Three steps, each on what the one before let through: equal stories are one text; texts that share prints are
 * candidates (candidates.ts); candidates whose sentences align (align.ts, share.ts) are versions. A family is what
 * such pairs connect. Texts are taken in the order of their ids, so the order in which articles came is no matter.
 */
import { compare } from '../actors.ts';
import { PrintIndex } from './candidates.ts';
import type { Texts } from './texts.ts';

export interface Families {
  /** The family of each version, by article id: the least id of its members. */
  of: Map<string, string>;
  /** Ids by family, in plain order; families of one are left out. */
  members: Map<string, string[]>;
}

export function findFamilies(ids: readonly string[], texts: Texts): Families {
  const finder = new FamilyFinder(texts);
  for (const id of [...ids].sort(compare)) finder.add(id);
  return finder.families();
}

/** Adds one article after the other, each at the cost of its own length, however many there are. */
export class FamilyFinder {
  readonly #known: Texts;
  readonly #parents = new Map<string, string>();
  /** By the hash of its words, the first article that tells a story. */
  readonly #stories = new Map<number, string>();
  readonly #index = new PrintIndex();
  /** By their numbers in the index. */
  readonly #texts: string[] = [];

  constructor(texts: Texts) {
    this.#known = texts;
  }

  add(id: string): void {
    this.#parents.set(id, id);
    const { story, prints } = this.#known.factsOf(id);
    // What has no words is no copy of anything.
    if (story === null) return;
    const same = this.#stories.get(story);
    if (same !== undefined && this.#known.compare(same, id).isCopy) {
      this.#join(same, id);
      return;
    }
    this.#stories.set(story, id);
    for (const { text } of this.#index.near(prints)) {
      const other = this.#texts[text]!;
      if (this.#rootOf(other) === this.#rootOf(id)) continue;
      if (this.#known.compare(other, id).isSame) this.#join(other, id);
    }
    this.#index.add(this.#texts.length, prints);
    this.#texts.push(id);
  }

  families(): Families {
    const of = new Map([...this.#parents.keys()].map((id) => [id, this.#rootOf(id)]));
    const members = new Map<string, string[]>();
    for (const [id, family] of of) {
      const known = members.get(family);
      if (known) known.push(id);
      else members.set(family, [id]);
    }
    for (const [family, ids] of members) if (ids.length === 1) members.delete(family);
    return { of, members };
  }

  #rootOf(id: string): string {
    let root = id;
    while (this.#parents.get(root) !== root) root = this.#parents.get(root)!;
    // Shortens the way for the next who asks.
    for (let at = id; at !== root; ) {
      const next = this.#parents.get(at)!;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** The lesser root stays: a family's name is the least id in it. */
  #join(one: string, other: string): void {
    const roots = [this.#rootOf(one), this.#rootOf(other)].sort(compare);
    this.#parents.set(roots[1]!, roots[0]!);
  }
}
