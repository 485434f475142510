/**
 * The best tree over scores of heads (Chu & Liu 1965, Edmonds 1967): crossing arcs are allowed, exactly one word hangs on the root.
 * Cubic in the worst case, so sentences have a greatest length (see analyze.ts).
 */

/**
 * @param scores n rows of `stride` numbers: row d, column h is the score of h as head of d; column 0 is the root, column i+1 word i.
 * @returns for each word its head's index, -1 for the root.
 */
export function bestTree(scores: Float32Array, n: number, stride: number): Int32Array {
  const heads = greedy(scores, n, stride);
  if (isTree(heads, n)) return heads;
  // The root goes to the word that wants it most among those for which the whole tree comes out best; trying the three likeliest
  // is as good as trying all.
  const words = greedy(scores, n, stride, 1);
  const margin = (d: number): number =>
    scores[d * stride]! - (words[d]! < 0 ? -Infinity : scores[d * stride + words[d]! + 1]!);
  const order = Array.from({ length: n }, (_, d) => d).sort((a, b) => margin(b) - margin(a));
  let best: Int32Array | null = null;
  let bestScore = -Infinity;
  for (const root of order.slice(0, 3)) {
    // Each word on the head that it wants most is as good as it gets: often a tree, and else worth mending only if it beats the others.
    const wanted = words.slice();
    wanted[root] = -1;
    if (sumOf(scores, wanted, stride) <= bestScore) continue;
    const tree = findCycle(wanted, n) ? spanning(scores, n, stride, root) : wanted;
    const sum = sumOf(scores, tree, stride);
    if (sum <= bestScore) continue;
    bestScore = sum;
    best = tree;
  }
  return best!;
}

function sumOf(scores: Float32Array, heads: Int32Array, stride: number): number {
  let sum = 0;
  for (let d = 0; d < heads.length; d++) sum += scores[d * stride + heads[d]! + 1]!;
  return sum;
}

/** The head that each word wants most, among the columns from `first` on: 0 the root, 1 the first word. -1 is the root, or none. */
function greedy(scores: Float32Array, n: number, stride: number, first: 0 | 1 = 0): Int32Array {
  const heads = new Int32Array(n);
  for (let d = 0; d < n; d++) {
    const row = d * stride;
    let best = 0;
    let bestScore = first === 0 ? scores[row]! : -Infinity;
    for (let h = 1; h <= n; h++) {
      const s = scores[row + h]!;
      if (s > bestScore && h !== d + 1) {
        best = h;
        bestScore = s;
      }
    }
    heads[d] = best - 1;
  }
  return heads;
}

function isTree(heads: Int32Array, n: number): boolean {
  let roots = 0;
  for (let d = 0; d < n; d++) if (heads[d] === -1) roots++;
  return roots === 1 && findCycle(heads, n) === null;
}

function findCycle(heads: Int32Array, n: number): number[] | null {
  const state = new Int32Array(n);
  for (let d = 0; d < n; d++) {
    let at = d;
    while (at >= 0 && state[at] === 0) {
      state[at] = d + 1;
      at = heads[at]!;
    }
    if (at < 0 || state[at] !== d + 1) continue;
    const cycle = [at];
    for (let x = heads[at]!; x !== at; x = heads[x]!) cycle.push(x);
    return cycle;
  }
  return null;
}

/** The best tree in which only `root` hangs on the root: cycles are contracted one after another, then opened again. */
function spanning(scores: Float32Array, n: number, stride: number, root: number): Int32Array {
  // Each live node stands for a set of words: s is the gain of the best arc between two sets, to and from are the words it joins.
  const s = new Float64Array(n * n).fill(-Infinity);
  const to = new Int32Array(n * n);
  const from = new Int32Array(n * n);
  for (let d = 0; d < n; d++)
    for (let h = 0; h < n; h++) {
      to[d * n + h] = d;
      from[d * n + h] = h;
      if (d !== h && d !== root) s[d * n + h] = scores[d * stride + h + 1]!;
    }
  const live = Array.from({ length: n }, (_, i) => i);
  const contracted: { words: number[]; word: number; head: number }[][] = [];
  const member = Array.from({ length: n }, (_, i) => [i]);
  const heads = new Int32Array(n).fill(-1);
  const pick = new Int32Array(n).fill(-1);
  const best = (d: number): number => {
    let at = -1;
    for (const h of live) if (h !== d && (at < 0 || s[d * n + h]! > s[d * n + at]!)) at = h;
    return at;
  };
  for (const d of live) if (d !== root) pick[d] = best(d);
  for (;;) {
    const cycle = findCycle(pick, n);
    if (!cycle) break;
    const into = cycle[0]!;
    const arcs = new Map(cycle.map((d) => [d, d * n + pick[d]!]));
    const inside = new Set(cycle);
    contracted.push(
      cycle.map((d) => ({ words: member[d]!.slice(), word: to[arcs.get(d)!]!, head: from[arcs.get(d)!]! })),
    );
    for (const other of live) {
      if (inside.has(other)) continue;
      let inBest = -Infinity;
      let inAt = 0;
      let outBest = -Infinity;
      let outAt = 0;
      for (const d of cycle) {
        const gain = s[d * n + other]! - s[arcs.get(d)!]!;
        if (gain > inBest) {
          inBest = gain;
          inAt = d * n + other;
        }
        if (s[other * n + d]! > outBest) {
          outBest = s[other * n + d]!;
          outAt = other * n + d;
        }
      }
      const [inTo, inFrom, outTo, outFrom] = [to[inAt]!, from[inAt]!, to[outAt]!, from[outAt]!];
      s[into * n + other] = inBest;
      to[into * n + other] = inTo;
      from[into * n + other] = inFrom;
      s[other * n + into] = outBest;
      to[other * n + into] = outTo;
      from[other * n + into] = outFrom;
    }
    for (const d of cycle) {
      if (d === into) continue;
      live.splice(live.indexOf(d), 1);
      member[into]!.push(...member[d]!);
      pick[d] = -1;
    }
    pick[into] = best(into);
    for (const d of live) if (d !== root && d !== into && inside.has(pick[d]!)) pick[d] = into;
  }
  for (const d of live) if (d !== root) heads[to[d * n + pick[d]!]!] = from[d * n + pick[d]!]!;
  // The set that got its head from outside keeps it; the others of its cycle keep theirs within the cycle.
  for (const cycle of contracted.reverse())
    for (const { words, word, head } of cycle) if (words.every((w) => heads[w] === -1)) heads[word] = head;
  return heads;
}
