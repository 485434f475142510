/**
 * Aligns the sentences of two versions. In: two versions. Out: for each sentence what became of it. Example: of
 * [A. B. C.] and [C. A. Bb. D.], A is the same, C has moved, B has changed to Bb, and D was added.
 *
 * Equal sentences are paired first; the longest run of them that stands in the same order is taken as unmoved
 * (a longest increasing subsequence, weighed by words). Of what is left, the most alike are paired first.
 */
import type { Version, VersionSentence } from './version.ts';

/** Two sentences, by index; `likeness` is 1 where they are word for word the same. */
export interface Pair {
  before: number;
  after: number;
  likeness: number;
  moved: boolean;
}

export interface Alignment {
  /** In the order of `before`. */
  pairs: Pair[];
  removed: number[];
  added: number[];
}

// Set by eye on pairs of versions: below it, pairs share a subject rather than a sentence.
const ALIKE = 0.5;
// Between the same neighbours less is enough: the place speaks for the pair.
const ALIKE_IN_PLACE = 0.38;
// A shorter sentence that stands nearly whole in a longer one was drawn out or cut, however much was added.
const HELD = 0.8;
const HELD_WORDS = 6;
// Words in more sentences than these tell nothing about which two belong together, and would cost the square.
const COMMON_WORD = 12;
const TRIED = 4;

export function align(before: Version, after: Version): Alignment {
  const toAfter = new Map<number, Pair>();
  const taken = new Set<number>();
  const pair = (i: number, j: number, likeness: number): void => {
    toAfter.set(i, { before: i, after: j, likeness, moved: false });
    taken.add(j);
  };
  for (const [i, j] of pairEqual(before, after)) pair(i, j, 1);
  const inPlace = unmoved(
    [...toAfter.values()].sort((a, b) => a.before - b.before),
    (p) => before.sentences[p.before]!.words.length,
  );
  // A headline is a line of its own kind: another one in its place is a change of it, however unlike.
  const titles = [before, after].map(({ sentences }) => sentences.findIndex(({ isTitle }) => isTitle)) as [
    number,
    number,
  ];
  if (titles[0] >= 0 && titles[1] >= 0 && !toAfter.has(titles[0]) && !taken.has(titles[1]))
    pair(titles[0], titles[1], likenessOf(before.sentences[titles[0]]!, after.sentences[titles[1]]!));
  for (const { i, j, likeness } of pairAlike(before, after, toAfter, taken, inPlace)) pair(i, j, likeness);
  const pairs = [...toAfter.values()].sort((a, b) => a.before - b.before);
  const still = new Set(unmoved(pairs, (p) => before.sentences[p.before]!.words.length * p.likeness));
  for (const p of pairs) p.moved = !still.has(p);
  return {
    pairs,
    removed: indexes(before).filter((i) => !toAfter.has(i)),
    added: indexes(after).filter((j) => !taken.has(j)),
  };
}

const indexes = (version: Version): number[] => version.sentences.map((_, i) => i);

/** Equal sentences, the first with the first where one stands twice. */
function* pairEqual(before: Version, after: Version): Generator<[number, number]> {
  const places = new Map<string, number[]>();
  for (const [j, { key }] of after.sentences.entries()) {
    const known = places.get(key);
    if (known) known.push(j);
    else places.set(key, [j]);
  }
  const used = new Map<string, number>();
  for (const [i, { key }] of before.sentences.entries()) {
    const nth = used.get(key) ?? 0;
    const j = places.get(key)?.[nth];
    if (j === undefined) continue;
    used.set(key, nth + 1);
    yield [i, j];
  }
}

/** The heaviest pairs that stand in one order on both sides; `pairs` by `before`. A Fenwick tree keeps the best so far. */
function unmoved(pairs: Pair[], weigh: (pair: Pair) => number): Pair[] {
  const size = pairs.reduce((most, p) => Math.max(most, p.after), -1) + 1;
  const best = new Array<number>(size + 1).fill(-1);
  const weight: number[] = [];
  const previous: number[] = [];
  const heavier = (a: number, b: number): number => (b < 0 || (a >= 0 && weight[a]! >= weight[b]!) ? a : b);
  for (const [n, p] of pairs.entries()) {
    let top = -1;
    for (let k = p.after; k > 0; k -= k & -k) top = heavier(top, best[k]!);
    previous[n] = top;
    weight[n] = weigh(p) + (top < 0 ? 0 : weight[top]!);
    for (let k = p.after + 1; k <= size; k += k & -k) best[k] = heavier(best[k]!, n);
  }
  let last = -1;
  for (let n = 0; n < pairs.length; n++) last = heavier(last, n);
  const chosen: Pair[] = [];
  for (; last >= 0; last = previous[last]!) chosen.push(pairs[last]!);
  return chosen.reverse();
}

interface Alike {
  i: number;
  j: number;
  likeness: number;
}

/** Sentences that are not equal but alike, each used once, the most alike first. */
function pairAlike(
  before: Version,
  after: Version,
  known: ReadonlyMap<number, Pair>,
  taken: ReadonlySet<number>,
  anchors: Pair[],
): Alike[] {
  const left = indexes(before).filter((i) => !known.has(i));
  const right = indexes(after).filter((j) => !taken.has(j));
  const gapOfLeft = gaps(left, anchors, 'before');
  const gapOfRight = gaps(right, anchors, 'after');
  const holders = new Map<number, number[]>();
  for (const j of right)
    for (const word of new Set(after.sentences[j]!.hashes)) {
      const known = holders.get(word);
      if (known) known.push(j);
      else holders.set(word, [j]);
    }
  const found: Alike[] = [];
  for (const i of left) {
    const one = before.sentences[i]!;
    const shared = new Map<number, number>();
    for (const word of new Set(one.hashes)) {
      const list = holders.get(word) ?? [];
      if (list.length <= COMMON_WORD) for (const j of list) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    const likely = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TRIED);
    for (const [j] of likely) {
      const other = after.sentences[j]!;
      if (one.isTitle || other.isTitle) continue;
      const likeness = likenessOf(one, other);
      const enough = gapOfLeft.get(i) === gapOfRight.get(j) ? ALIKE_IN_PLACE : ALIKE;
      if (likeness >= enough) found.push({ i, j, likeness });
    }
  }
  found.sort((a, b) => b.likeness - a.likeness || a.i - b.i || a.j - b.j);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  return found.filter(({ i, j }) => {
    if (usedLeft.has(i) || usedRight.has(j)) return false;
    usedLeft.add(i);
    usedRight.add(j);
    return true;
  });
}

/** For each index the number of anchors before it: two sentences with the same number stand between the same neighbours. */
function gaps(list: number[], anchors: Pair[], side: 'before' | 'after'): Map<number, number> {
  let k = 0;
  return new Map(
    list.map((i) => {
      while (k < anchors.length && anchors[k]![side] < i) k++;
      return [i, k];
    }),
  );
}

/** 0 to 1: the words that both have in one order, against the words of both; at least `ALIKE` where one holds the other. */
export function likenessOf(one: Pick<VersionSentence, 'hashes'>, other: Pick<VersionSentence, 'hashes'>): number {
  const common = commonWords(one.hashes, other.hashes);
  const likeness = (2 * common) / (one.hashes.length + other.hashes.length);
  const shorter = Math.min(one.hashes.length, other.hashes.length);
  return shorter >= HELD_WORDS && common >= HELD * shorter ? Math.max(likeness, ALIKE) : likeness;
}

/** Length of the longest common subsequence; quadratic in the words of a sentence. */
export function commonWords(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let start = 0;
  const limit = Math.min(a.length, b.length);
  while (start < limit && a[start] === b[start]) start++;
  let end = 0;
  while (end < limit - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const width = b.length - end - start;
  let row = new Uint32Array(width + 1);
  let next = new Uint32Array(width + 1);
  for (let i = start; i < a.length - end; i++) {
    for (let j = 0; j < width; j++) next[j + 1] = a[i] === b[start + j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    [row, next] = [next, row];
  }
  return start + end + row[width]!;
}
