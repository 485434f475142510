/**
 * A second opinion on a word's class (UPOS), for words on which the network is of two minds: a linear model over hashed features of
 * the word, its neighbours and their classes. It knows pairs of words, which the network has to put together; where the two err,
 * they err differently. Trainer and engine share the features: a change here asks for training anew.
 */
import type { Upos } from './doc.ts';
import type { Matrix } from './weights.ts';

export const CLASSES: readonly Upos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
/** log2 of the rows of the table. */
export const CLASS_BITS = 17;
/** Features of a word; all are always filled. */
export const CLASS_FEATURES = 27;

const EDGE = '\u0002';

/** FNV-1a over UTF-16 code units. */
function hash(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h | 0;
}

function mix(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15) ^ c, 0x27d4eb2f);
  return (h ^ (h >>> 16)) >>> (32 - CLASS_BITS);
}

/** 0 small, 1 capitalized, 2 all capitals, 3 with a digit, 4 with a hyphen, 5 no letter. */
function kindOf(form: string, low: string): number {
  if (/\d/.test(form)) return 3;
  if (low === form.toUpperCase()) return 5;
  if (form.includes('-')) return 4;
  if (form === low) return 0;
  return form.length > 1 && form === form.toUpperCase() ? 2 : 1;
}

/** What is looked at in a word: hashes of it, its ends and its beginning, and its kind. */
interface Look {
  form: number;
  low: number;
  end2: number;
  end3: number;
  end4: number;
  start: number;
  kind: number;
}

function lookAt(whole: string): Look {
  const form = whole.slice(0, 40);
  const low = form.toLowerCase();
  return {
    form: hash(form),
    low: hash(low),
    end2: hash(low.slice(-2)),
    end3: hash(low.slice(-3)),
    end4: hash(low.slice(-4)),
    start: hash(low.slice(0, 3)),
    kind: kindOf(form, low),
  };
}

const OUTSIDE = lookAt(EDGE);

/**
 * Writes the rows of word `i` into `out` (length CLASS_FEATURES). `classes` are indices of CLASSES; the word's own is not looked at.
 * @param look lookAt, or a store of what it gave.
 */
export function classFeatures(
  forms: readonly string[],
  classes: ArrayLike<number>,
  i: number,
  out: Int32Array,
  look: (form: string) => Look = lookAt,
): void {
  const n = forms.length;
  const wordAt = (k: number): Look => (k >= 0 && k < n ? look(forms[k]!) : OUTSIDE);
  const classAt = (k: number): number => (k >= 0 && k < n ? classes[k]! + 1 : 0);
  const own = look(forms[i]!);
  const [before, after] = [wordAt(i - 1), wordAt(i + 1)];
  const { low: word, end2, end3 } = own;
  const [b1, b2, n1, n2] = [before.low, wordAt(i - 2).low, after.low, wordAt(i + 2).low];
  const [p1, p2, q1, q2] = [classAt(i - 1), classAt(i - 2), classAt(i + 1), classAt(i + 2)];
  const kind = own.kind * 2 + (i === 0 ? 1 : 0);
  let k = 0;
  out[k++] = mix(0, word);
  out[k++] = mix(1, own.form, kind);
  out[k++] = mix(2, end3);
  out[k++] = mix(3, own.end4);
  out[k++] = mix(4, own.start);
  out[k++] = mix(5, kind, before.kind, after.kind);
  out[k++] = mix(6, b1);
  out[k++] = mix(7, n1);
  out[k++] = mix(8, b2);
  out[k++] = mix(9, n2);
  out[k++] = mix(10, b1, word);
  out[k++] = mix(11, word, n1);
  out[k++] = mix(12, p1);
  out[k++] = mix(13, q1);
  out[k++] = mix(14, p1, q1);
  out[k++] = mix(15, p2, p1);
  out[k++] = mix(16, q1, q2);
  out[k++] = mix(17, word, p1);
  out[k++] = mix(18, word, q1);
  out[k++] = mix(19, word, p1, q1);
  out[k++] = mix(20, end3, p1, q1);
  out[k++] = mix(21, end2, p1, kind);
  out[k++] = mix(22, kind, p1, q1);
  out[k++] = mix(23, b1, q1);
  out[k++] = mix(24, n1, p1);
  out[k++] = mix(25, word, b1, n1);
  out[k++] = mix(26, 0);
}

/** What the second opinion counts beside the network's; chosen on the dev sets, where 0.3 to 1 give the same within 0.1. */
const SHARE = 0.8;
/** Forms whose look is kept at most; then the store starts anew. */
const KEPT = 10_000;

/** Tags of a sentence (indices of the network's), those in doubt thought over. */
export type SecondOpinion = (
  forms: readonly string[],
  tags: Uint8Array,
  doubts: ReadonlyMap<number, Float32Array>,
  deprels: readonly string[],
) => Uint8Array;

/** Classes that a word of this relation does not have: the tree has settled it. */
const EXCLUDED: Record<string, readonly Upos[]> = { amod: ['NOUN', 'PROPN'], case: ['SCONJ'], mark: ['ADP'] };

/** @param uposOf the class of each of the network's tags. */
export function makeSecondOpinion(table: Matrix, uposOf: readonly Upos[]): SecondOpinion {
  const classOf = uposOf.map((upos) => CLASSES.indexOf(upos));
  const rows = new Int32Array(CLASS_FEATURES);
  const known = new Map<string, Look>();
  const look = (form: string): Look => {
    let found = known.get(form);
    if (!found) {
      if (known.size >= KEPT) known.clear();
      known.set(form, (found = lookAt(form)));
    }
    return found;
  };
  const theirs = new Float64Array(CLASSES.length);
  const ours = new Float64Array(CLASSES.length);
  return (forms, tags, doubts, deprels) => {
    if (doubts.size === 0) return tags;
    const classes = new Uint8Array(tags.length);
    for (let i = 0; i < tags.length; i++) classes[i] = classOf[tags[i]!]!;
    const chosen = tags.slice();
    for (const [i, scores] of doubts) {
      classFeatures(forms, classes, i, rows, look);
      scoreClasses(table, rows, theirs);
      const top = scores[tags[i]!]!;
      ours.fill(0);
      for (let t = 0; t < scores.length; t++) ours[classOf[t]!]! += Math.exp(scores[t]! - top);
      let best = classes[i]!;
      const worth = (c: number): number => Math.log(ours[c]! + 1e-12) + SHARE * theirs[c]!;
      let most = worth(best);
      for (let c = 0; c < CLASSES.length; c++) {
        const own = worth(c);
        if (own <= most) continue;
        most = own;
        best = c;
      }
      if (best === classes[i] || EXCLUDED[deprels[i]!]?.includes(CLASSES[best]!)) continue;
      let tag = -1;
      for (let t = 0; t < scores.length; t++)
        if (classOf[t] === best && (tag < 0 || scores[t]! > scores[tag]!)) tag = t;
      if (tag >= 0) chosen[i] = tag;
    }
    return chosen;
  };
}

/** Writes into `scores` the logarithms of the probabilities of CLASSES by the rows given, all too great by the same. */
function scoreClasses({ scales, values }: Matrix, rows: Int32Array, scores: Float64Array): void {
  const n = scores.length;
  scores.fill(0);
  for (let k = 0; k < rows.length; k++) {
    const scale = scales[rows[k]!]!;
    const from = rows[k]! * n;
    for (let c = 0; c < n; c++) scores[c]! += values[from + c]! * scale;
  }
}
