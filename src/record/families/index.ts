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
import { align } from './align.ts';
import { PrintIndex } from './candidates.ts';
import { printsOf } from './prints.ts';
import { isSameText } from './share.ts';
import type { Version } from './version.ts';

export interface Families {
  /** The family of each version, by article id: the least id of its members. */
  of: Map<string, string>;
  /** Ids by family, in plain order; families of one are left out. */
  members: Map<string, string[]>;
}

export function findFamilies(versions: readonly Version[]): Families {
  const sorted = [...versions].sort((a, b) => compare(a.id, b.id));
  const parents = new Map(sorted.map(({ id }) => [id, id]));
  const texts = new Map<string, Version>();
  const index = new PrintIndex();
  const added: Version[] = [];
  for (const version of sorted) {
    const story = storyOf(version);
    // What has no words is no copy of anything.
    if (story === '') continue;
    const same = texts.get(story);
    if (same) {
      join(parents, same.id, version.id);
      continue;
    }
    texts.set(story, version);
    const prints = printsOf(version);
    for (const { text } of index.near(prints)) {
      const other = added[text]!;
      if (rootOf(parents, other.id) === rootOf(parents, version.id)) continue;
      if (isSameText(other, version, align(other, version))) join(parents, other.id, version.id);
    }
    index.add(added.length, prints);
    added.push(version);
  }
  const of = new Map(sorted.map(({ id }) => [id, rootOf(parents, id)]));
  const members = new Map<string, string[]>();
  for (const [id, family] of of) {
    const known = members.get(family);
    if (known) known.push(id);
    else members.set(family, [id]);
  }
  for (const [family, ids] of members) if (ids.length === 1) members.delete(family);
  return { of, members };
}

/** All words of the story in order; equal for copies, whatever stands around them and however they are set. */
export function storyOf(version: Version): string {
  return version.sentences
    .filter(({ isTitle }) => !isTitle)
    .map(({ key }) => key)
    .join(' ');
}

function rootOf(parents: Map<string, string>, id: string): string {
  let root = id;
  while (parents.get(root) !== root) root = parents.get(root)!;
  // Halves the way for the next who asks.
  for (let at = id; at !== root; ) {
    const next = parents.get(at)!;
    parents.set(at, root);
    at = next;
  }
  return root;
}

/** The lesser root stays: a family's name is the least id in it. */
function join(parents: Map<string, string>, one: string, other: string): void {
  const roots = [rootOf(parents, one), rootOf(parents, other)].sort(compare);
  parents.set(roots[1]!, roots[0]!);
}
