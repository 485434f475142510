/**
 * Families: articles that are versions or copies of one text, across outlets and addresses. In: versions. Out: for
 * each its family, and the pairs that made it so. Example: an agency's story, its update of the evening and the
 * reprint in a paper under another headline are one family, named after the first of them by id.
 *
 * Three steps, each on what the one before let through: equal stories are one text; texts that share prints are
 * candidates (candidates.ts); candidates whose sentences align (align.ts, share.ts) are versions. A family is what
 * such pairs connect. Texts are taken in the order of their ids, so the order in which articles came is no matter.
 */
import { compare } from '../compare.ts';
import { EarlierLinks } from '../earlier.ts';
import { CANDIDATES, leastShared } from './candidates.ts';
import type { TextFacts, Texts } from './texts.ts';

export interface Families {
  /** The family of each version, by article id: the least id of its members. */
  of: Map<string, string>;
  /** Ids by family, in plain order; families of one are left out. */
  members: Map<string, string[]>;
}

export function findFamilies(ids: readonly string[], texts: Texts): Families {
  const finder = new FamilyFinder(texts);
  for (const id of ids) finder.add(id);
  return finder.families();
}

/** A text that tells a story; where several tell the very same, the least of them by id stands for all. */
interface Text {
  id: string;
  facts: TextFacts;
}

/** Takes one article after the other, in any order, each at the cost of its own length, however many there are. */
export class FamilyFinder {
  /** What is asked of the texts; may be set anew for the same texts. */
  texts: Texts;
  readonly #known = new Map<string, Text>();
  /** By the hash of their words, the texts that tell a story, by id. */
  readonly #stories = new Map<number, Text[]>();
  readonly #links = new EarlierLinks<Text>({
    compare: (a, b) => compare(a.id, b.id),
    printsOf: ({ facts }) => facts.prints,
    link: (text, carriers) => this.#versionsOf(text, carriers),
  });

  constructor(texts: Texts) {
    this.texts = texts;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  add(id: string): void {
    const text: Text = { id, facts: this.texts.factsOf(id) };
    this.#known.set(id, text);
    const { story } = text.facts;
    // What has no words is no copy of anything.
    if (story === null) return;
    const same = this.#stories.get(story);
    if (!same) {
      this.#stories.set(story, [text]);
      this.#links.add(text);
      return;
    }
    const [first] = same;
    same.push(text);
    same.sort((a, b) => compare(a.id, b.id));
    if (same[0] !== text) return;
    this.#links.remove(first!);
    this.#links.add(text);
  }

  remove(id: string): void {
    const text = this.#known.get(id)!;
    this.#known.delete(id);
    const { story } = text.facts;
    if (story === null) return;
    const same = this.#stories.get(story)!;
    const isFirst = same[0] === text;
    same.splice(same.indexOf(text), 1);
    if (same.length === 0) this.#stories.delete(story);
    if (!isFirst) return;
    this.#links.remove(text);
    if (same.length > 0) this.#links.add(same[0]!);
  }

  families(): Families {
    this.#links.settle();
    const parents = new Map<string, string>();
    for (const id of [...this.#known.keys()].sort(compare)) parents.set(id, id);
    const rootOf = (id: string): string => {
      let root = id;
      for (let next = parents.get(root)!; next !== root; next = parents.get(root)!) root = next;
      parents.set(id, root);
      return root;
    };
    // The lesser root stays: a family's name is the least id in it.
    const join = (one: string, other: string): void => {
      const [least, most] = [rootOf(one), rootOf(other)].sort(compare);
      parents.set(most!, least!);
    };
    for (const [first, ...copies] of this.#stories.values()) {
      for (const { id } of copies) join(first!.id, id);
      for (const { id } of this.#links.linksOf(first!)) join(id, first!.id);
    }
    const of = new Map([...parents.keys()].map((id) => [id, rootOf(id)]));
    const members = new Map<string, string[]>();
    for (const [id, family] of of) {
      const known = members.get(family);
      if (known) known.push(id);
      else members.set(family, [id]);
    }
    for (const [family, ids] of members) if (ids.length === 1) members.delete(family);
    return { of, members };
  }

  /** Of the earlier texts that share most prints with one, those that it is a version of. */
  #versionsOf(text: Text, carriers: (print: number) => readonly Text[]): Text[] {
    const shared = new Map<Text, number>();
    for (const print of text.facts.prints)
      for (const other of carriers(print)) shared.set(other, (shared.get(other) ?? 0) + 1);
    const size = text.facts.prints.length;
    return [...shared]
      .filter(([other, count]) => count >= leastShared(Math.min(size, other.facts.prints.length)))
      .sort((a, b) => b[1] - a[1] || compare(a[0].id, b[0].id))
      .slice(0, CANDIDATES)
      .flatMap(([other]) => (this.texts.compare(other.id, text.id).isSame ? [other] : []));
  }
}
