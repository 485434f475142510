/** What speaks for a token being part of the source, the cue or the content of the statement of one cue. */
import { type FeatureBuffer, stepOf } from './features.ts';
import type { View } from './view.ts';

/** What is the same for all tokens of a sentence under one cue. */
export interface CueScene {
  view: View;
  cue: number;
  /** Probability of each token being the head of a cue. */
  probabilities: Float32Array;
  /** By token: hash of the path to the cue; the dependent of the cue above it, or -1; path length, 0 where unrelated. */
  path: Int32Array;
  branch: Int32Array;
  /** By token: how far above the cue the two meet (0: below it, 255: nowhere), and the dependent above the token there. */
  level: Uint8Array;
  limb: Int32Array;
  steps: Uint8Array;
  /** By token: how many likely cues stand between it and the cue. */
  between: Uint8Array;
  /** By token: whether it is a comma, another mark, an opening or closing quotation mark, "that", "and" … */
  kinds: Uint8Array;
}

const MAX_UP = 12;
const LIKELY = 0.3;

export function cueScene(view: View, cue: number, probabilities: Float32Array): CueScene {
  const { size, head, relation } = view;
  const path = new Int32Array(size);
  const branch = new Int32Array(size).fill(-1);
  const level = new Uint8Array(size).fill(255);
  const limb = new Int32Array(size).fill(-1);
  const steps = new Uint8Array(size);
  const between = new Uint8Array(size);
  // Ancestors of the cue, each with the hash of the way down from it.
  const above = new Map<number, { hash: number; steps: number }>();
  let hash = 0;
  for (let h = cue, k = 0; h >= 0 && k < MAX_UP; h = head[h]!, k++) {
    above.set(h, { hash, steps: k });
    hash = (Math.imul(hash, 31) + relation[h]! + 1) | 0;
  }
  for (let i = 0; i < size; i++) {
    let up = 0;
    let last = -1;
    for (let k = i, n = 0; k >= 0 && n < MAX_UP; k = head[k]!, n++) {
      const common = above.get(k);
      if (common) {
        path[i] = (Math.imul(up, 0x9e3779b1) + common.hash) | 0;
        steps[i] = Math.min(9, n + common.steps + 1);
        if (k === cue) branch[i] = last;
        level[i] = common.steps;
        limb[i] = last;
        break;
      }
      up = (Math.imul(up, 31) + relation[k]! + 2) | 0;
      last = k;
    }
  }
  for (let i = cue + 1, n = 0; i < size; i++) {
    between[i] = n;
    if (probabilities[i]! > LIKELY) n = Math.min(3, n + 1);
  }
  for (let i = cue - 1, n = 0; i >= 0; i--) {
    between[i] = n;
    if (probabilities[i]! > LIKELY) n = Math.min(3, n + 1);
  }
  return { view, cue, probabilities, path, branch, level, limb, steps, between, kinds: kindsOf(view) };
}

const KIND_OF_WORD: Record<string, number> = { ',': 1, that: 5, and: 6, but: 6, or: 6 };

function kindsOf({ sentence, mark, size }: View): Uint8Array {
  const kinds = new Uint8Array(size);
  sentence.tokens.forEach((token, i) => {
    kinds[i] = mark[i]
      ? 2 + mark[i]!
      : (KIND_OF_WORD[token.form.toLowerCase()] ?? (/^[^\p{L}\p{N}]/u.test(token.form) ? 2 : 0));
  });
  return kinds;
}

/** Fills `out` with the features of token `i` under the scene's cue. */
export function chainFeatures(scene: CueScene, i: number, out: FeatureBuffer): void {
  const { view, cue, path, branch, level, limb, steps, between, probabilities } = scene;
  const { size, form, lemma, tag, relation, head, quote, mark, name } = view;
  const at = (list: Int32Array | Uint8Array, k: number): number => (k < 0 ? 5 : k >= size ? 6 : list[k]!);
  out.clear();
  const distance = stepOf(i - cue);
  const side = i === cue ? 0 : i < cue ? 1 : 2;
  const quoted = quote[i]! >= 0 ? 1 : 0;
  const cueLemma = lemma[cue]!;
  const b = branch[i]!;
  const branchKey = b < 0 ? 3 : relation[b]!;
  const branchSide = b < 0 ? 0 : b < cue ? 1 : 2;
  const sameQuote = quoted && quote[i] === quote[cue] ? 1 : 0;
  const likely = probabilities[i]! > LIKELY ? 1 : 0;
  out.add(0, distance);
  out.add(1, distance, tag[i]!);
  out.add(2, form[i]!, side);
  out.add(3, lemma[i]!, side, steps[i]!);
  out.add(4, tag[i]!, side);
  out.add(5, path[i]!);
  out.add(6, path[i]!, tag[i]!);
  out.add(7, branchKey, branchSide);
  out.add(8, branchKey, branchSide, cueLemma);
  out.add(9, branchKey, branchSide, quoted);
  out.add(10, path[i]!, cueLemma);
  out.add(11, quoted, side, at(mark, i));
  out.add(12, quoted, sameQuote, between[i]!);
  out.add(13, between[i]!, side, distance);
  out.add(14, likely, side, between[i]!);
  out.add(15, form[i]!, at(form, i + 1), side);
  out.add(16, at(form, i - 1), form[i]!, side);
  out.add(17, at(tag, i - 1), tag[i]!, at(tag, i + 1));
  out.add(18, form[i]!, distance);
  out.add(19, cueLemma, distance);
  out.add(20, name[i]!, side, distance);
  out.add(21, steps[i]!, side, tag[i]!);
  out.add(22, quoted, at(quote, i - 1) >= 0 ? 1 : 0, side);
  out.add(23, i === 0 ? 1 : i === size - 1 ? 2 : 0, tag[i]!);
  out.add(24, branchKey, b >= 0 ? tag[b]! : 0, form[i]!);
  out.add(25, b >= 0 ? lemma[b]! : 0, branchKey);
  out.add(26, relation[i]!, head[i]! >= 0 ? tag[head[i]!]! : 0, side);
  out.add(27, cueLemma, form[i]!);
  out.add(28, tag[cue]!, branchKey, side);
  out.add(29, steps[i]!, between[i]!, quoted);
  out.add(30, quoted, cueLemma, side);
  const nearQuote = nearestQuote(view, cue);
  out.add(31, nearQuote, side, quoted);
  out.add(32, nearQuote, distance, tag[i]!);
  out.add(33, relation[cue]!, side, branchKey);
  // Where one phrase below the cue ends and the next begins.
  const before = i > 0 ? branch[i - 1]! : -2;
  const after = i + 1 < size ? branch[i + 1]! : -2;
  const edge = (before === b ? 0 : 1) + (after === b ? 0 : 2);
  out.add(34, branchKey, edge, side);
  out.add(35, branchKey, edge, form[i]!);
  out.add(36, branchKey, before < 0 ? before : relation[before]!, quoted);
  out.add(37, branchKey, after < 0 ? after : relation[after]!, quoted);
  out.add(38, i > 0 ? path[i - 1]! : 1, path[i]!);
  out.add(39, i + 1 < size ? path[i + 1]! : 1, path[i]!);
  out.add(40, at(form, i - 2), at(form, i - 1), form[i]!);
  out.add(41, form[i]!, at(form, i + 1), at(form, i + 2));
  // Words above or beside the cue: the speech that it interrupts, or the clause that it hangs on.
  const l = limb[i]!;
  const limbKey = l < 0 ? 3 : relation[l]!;
  out.add(43, level[i]!, relation[cue]!, side);
  out.add(44, level[i]!, limbKey, relation[cue]!);
  out.add(45, level[i]!, limbKey, side * 2 + quoted);
  out.add(46, level[i]!, limbKey, cueLemma);
  out.add(47, level[i]!, form[i]!, side);
  out.add(48, level[i]!, nearQuote * 2 + quoted, side);
  out.add(49, level[i]!, limbKey, between[i]!);
  out.add(42, cueLemma, branchKey, b >= 0 ? lemma[b]! : 0);
}

/** On which sides of the cue quotations stand in its sentence: 0 none, 1 left, 2 right, 3 both, +4 where the cue is in one. */
function nearestQuote({ quote, size }: View, cue: number): number {
  let sides = quote[cue]! >= 0 ? 4 : 0;
  for (let i = 0; i < size; i++) if (quote[i]! >= 0 && i !== cue) sides |= i < cue ? 1 : 2;
  return sides;
}
