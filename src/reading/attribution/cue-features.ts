/** What speaks for a token being the head of a cue. */
import { type FeatureBuffer, stepOf } from './features.ts';
import type { View } from './view.ts';

/** Probabilities of a first round by token, for the second. */
export type FirstRound = Float32Array | null;

const none = 7;

/** Fills `out` with the features of token `i` as the head of a cue. */
export function cueFeatures(view: View, i: number, first: FirstRound, out: FeatureBuffer): void {
  const { size, form, lemma, tag, relation, head, quote, mark, name } = view;
  out.clear();
  const at = (list: Int32Array | Uint8Array, k: number): number => (k < 0 || k >= size ? none : list[k]!);
  const here = lemma[i]!;
  const h = head[i]!;
  const inQuote = quote[i]! >= 0 ? 1 : 0;
  out.add(0);
  out.add(1, form[i]!);
  out.add(2, here);
  out.add(3, tag[i]!);
  out.add(4, here, tag[i]!);
  out.add(5, relation[i]!, tag[i]!);
  out.add(6, here, relation[i]!);
  out.add(7, at(form, i - 1), here);
  out.add(8, at(form, i + 1), here);
  out.add(9, at(form, i - 1), at(form, i + 1));
  out.add(10, at(tag, i - 1), tag[i]!, at(tag, i + 1));
  out.add(11, at(form, i + 1), at(form, i + 2));
  out.add(12, at(form, i - 2), at(form, i - 1));
  out.add(13, at(tag, i + 1), at(tag, i + 2), tag[i]!);
  out.add(14, at(tag, i - 2), at(tag, i - 1), tag[i]!);
  out.add(15, inQuote, here);
  out.add(16, inQuote);
  out.add(17, h >= 0 ? lemma[h]! : 0, relation[i]!);
  out.add(18, h >= 0 ? tag[h]! : 0, relation[i]!, tag[i]!);
  out.add(19, name[i]!, at(name, i - 1), at(name, i + 1));
  out.add(20, Math.min(i, 3), here);
  out.add(21, size < 8 ? 0 : size < 16 ? 1 : 2, view.isTitle ? 1 : 0, view.paragraphStart ? 1 : 0);
  childFeatures(view, i, out);
  quoteFeatures(quote, mark, i, size, here, out);
  if (first) roundFeatures(view, i, first, out);
}

/** Its dependents: is there a subject, a clause, "that", a quotation below it? */
function childFeatures(
  { size, head, relation, lemma, tag, form, quote, name }: View,
  i: number,
  out: FeatureBuffer,
): void {
  let signature = 0;
  // Dependents stand near; far ones are found by the path features of the chain.
  for (let k = Math.max(0, i - 40); k < Math.min(size, i + 41); k++) {
    if (head[k] !== i) continue;
    const side = k < i ? 0 : 1;
    out.add(30, relation[k]!, side, lemma[i]!);
    out.add(31, relation[k]!, side, tag[k]!);
    out.add(32, relation[k]!, lemma[k]!, side);
    out.add(33, relation[k]!, quote[k]! >= 0 ? 1 : 0, side);
    out.add(34, relation[k]!, name[k]!, side);
    if (out.count > 200) return;
    signature = (Math.imul(signature, 31) + relation[k]! + side) | 0;
  }
  out.add(35, signature, tag[i]!);
  out.add(36, signature, lemma[i]!);
  out.add(37, form[i]!, Math.min(size - i, 5));
}

/** How far quotations are on either side, and what stands between. */
function quoteFeatures(
  quote: Int32Array,
  mark: Uint8Array,
  i: number,
  size: number,
  here: number,
  out: FeatureBuffer,
): void {
  let left = 0;
  for (let k = i - 1; k >= 0 && i - k <= 10; k--)
    if (quote[k]! >= 0) {
      left = stepOf(i - k);
      break;
    }
  let right = 0;
  for (let k = i + 1; k < size && k - i <= 10; k++)
    if (quote[k]! >= 0) {
      right = stepOf(k - i);
      break;
    }
  out.add(50, left, right);
  out.add(51, left, here);
  out.add(52, right, here);
  out.add(53, quote[0]! >= 0 ? 1 : 0, quote[size - 1]! >= 0 ? 1 : 0, mark[0]!);
}

/** What the first round thought of this token and of the others. */
function roundFeatures({ size, head, lemma }: View, i: number, first: Float32Array, out: FeatureBuffer): void {
  const own = bucket(first[i]!);
  let left = 0;
  let leftAt = none;
  for (let k = i - 1; k >= 0 && i - k < 30; k--)
    if (first[k]! > left) {
      left = first[k]!;
      leftAt = stepOf(i - k);
    }
  let right = 0;
  let rightAt = none;
  for (let k = i + 1; k < size && k - i < 30; k++)
    if (first[k]! > right) {
      right = first[k]!;
      rightAt = stepOf(k - i);
    }
  let above = 0;
  for (let h = head[i]!, steps = 0; h >= 0 && steps < 12; h = head[h]!, steps++) above = Math.max(above, first[h]!);
  out.add(60, own);
  out.add(61, own, bucket(left), bucket(right));
  out.add(62, bucket(left), leftAt);
  out.add(63, bucket(right), rightAt);
  out.add(64, own, bucket(above));
  out.add(65, bucket(above), lemma[i]!);
  out.add(66, own, bucket(Math.max(left, right)), lemma[i]!);
}

function bucket(probability: number): number {
  return Math.min(9, Math.floor(probability * 10));
}
