/**
 * What the labeller sees of a token: hashed integers of its form, shape, neighbours, tag and lists, no strings.
 *
 * The trainer and the finder share this file, so that a feature means the same on both sides; a change here asks for training anew.
 */
import type { Sentence, Token } from '../doc.ts';
import { type Gazetteer, LIST } from './gazetteer.ts';

/** Templates per token; all slots of `extractFeatures` are always filled. */
export const FEATURES = 46;

/** FNV-1a over UTF-16 code units. */
export function hashString(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h | 0;
}

function mix(template: number, a: number, b = 0): number {
  let h = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13) ^ b, 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x27d4eb2f);
  return h ^ (h >>> 15);
}

/** Runs of upper case, lower case, digits and marks, each run as one or two signs: 'Xx', 'XX', 'X.', 'd-d'. */
function shapeOf(form: string): number {
  let shape = '';
  let last = '';
  let run = 0;
  const length = Math.min(form.length, 24);
  for (let i = 0; i < length; i++) {
    const c = form.charCodeAt(i);
    const sign =
      c >= 97 && c <= 122
        ? 'x'
        : c >= 65 && c <= 90
          ? 'X'
          : c >= 48 && c <= 57
            ? 'd'
            : c < 128
              ? form[i]!
              : form[i]!.toLowerCase() !== form[i]!
                ? 'X'
                : form[i]!.toUpperCase() !== form[i]!
                  ? 'x'
                  : '?';
    if (sign !== last) run = 0;
    if (++run <= 2) shape += sign;
    last = sign;
  }
  return hashString(shape);
}

/** What is worked out once for a word. */
export interface Seen {
  word: number;
  shape: number;
  prefix: number;
  suffix2: number;
  suffix3: number;
  suffix4: number;
  lists: number;
  capital: boolean;
  /** May be part of a name. */
  eligible: boolean;
  /** May stand between two words of a name. */
  link: boolean;
  /** All in lower case. */
  lower: boolean;
  /** Has a letter or a digit. */
  letters: boolean;
}

const LINKS = new Set(
  "of the and & for de la le du des del von van der den al bin ibn on in to 's ’s - – / . y e di da dos el ul a ' ’ , at with".split(
    ' ',
  ),
);

export function isUpper(form: string): boolean {
  const c = form.charCodeAt(0);
  if (c < 128) return c >= 65 && c <= 90;
  return form[0]!.toLowerCase() !== form[0]!;
}

/** Forms kept at most; then the store starts anew. It changes how fast an answer comes, not what it is. */
const KEPT = 50_000;
const HAS_CAPITAL = /\p{Lu}/u;

/** Words as the labeller sees them, each worked out once. */
export class Sight {
  private readonly gazetteer: Gazetteer;
  private readonly forms = new Map<string, Seen>();
  private readonly tags = new Map<string, number>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
  }

  see(form: string): Seen {
    const known = this.forms.get(form);
    if (known) return known;
    if (this.forms.size >= KEPT) this.forms.clear();
    const low = form.toLowerCase();
    const capital = isUpper(form);
    const code = form.charCodeAt(0);
    const seen: Seen = {
      word: hashString(low),
      shape: shapeOf(form),
      prefix: hashString(low.slice(0, 3)),
      suffix2: hashString(low.slice(-2)),
      suffix3: hashString(low.slice(-3)),
      suffix4: hashString(low.slice(-4)),
      lists: this.gazetteer.listsOf(form, low),
      capital,
      eligible: capital || (code >= 48 && code <= 57) || HAS_CAPITAL.test(form),
      link: LINKS.has(low),
      lower: !capital && low !== form.toUpperCase() && form === low,
      letters: /[\p{L}\p{N}]/u.test(form),
    };
    this.forms.set(form, seen);
    return seen;
  }

  tag(xpos: string): number {
    let hash = this.tags.get(xpos);
    if (hash === undefined) this.tags.set(xpos, (hash = hashString(xpos)));
    return hash;
  }

  markPhrases(tokens: readonly Token[], begins: Int32Array, runs: Int32Array): void {
    this.gazetteer.markPhrases(tokens, begins, runs);
  }
}

const EDGE: Seen = {
  word: 1,
  shape: 1,
  prefix: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  lists: 0,
  capital: false,
  eligible: false,
  link: false,
  lower: false,
  letters: false,
};

/** Counts over a whole text: how often a word stands in lower case, and capitalized where no sentence begins. */
export interface TextCounts {
  lower: Map<number, number>;
  upper: Map<number, number>;
}

export function countWords(sentences: readonly Sentence[], sight: Sight): TextCounts {
  const lower = new Map<number, number>();
  const upper = new Map<number, number>();
  for (const { tokens } of sentences) {
    let first = true;
    for (const { form } of tokens) {
      const { word, lower: small, capital, letters } = sight.see(form);
      if (small) lower.set(word, (lower.get(word) ?? 0) + 1);
      else if (!first && capital) upper.set(word, (upper.get(word) ?? 0) + 1);
      if (letters) first = false;
    }
  }
  return { lower, upper };
}

/** A sentence as the labeller sees it. */
export interface View {
  seen: Seen[];
  tags: Int32Array;
  /** Which tokens may be labelled; the others are outside of names for certain. */
  open: Uint8Array;
  /** Bits of LIST for phrases of several words that begin at, or run on through, a token. */
  begins: Int32Array;
  runs: Int32Array;
  /** Most letters of the sentence are capitals. */
  shouting: boolean;
  counts: TextCounts;
}

export function viewSentence(sentence: Sentence, sight: Sight, counts: TextCounts): View {
  const { tokens } = sentence;
  const n = tokens.length;
  const seen = new Array<Seen>(n);
  const tags = new Int32Array(n);
  const open = new Uint8Array(n);
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < n; i++) {
    const s = sight.see(tokens[i]!.form);
    seen[i] = s;
    tags[i] = sight.tag(tokens[i]!.xpos);
    if (s.eligible) open[i] = 1;
    if (s.capital) upper++;
    else if (s.lower) lower++;
  }
  // Up to two small words between two words of a name may be part of it.
  for (let i = 1; i < n - 1; i++) {
    if (open[i] || !open[i - 1]) continue;
    let j = i;
    while (j < n && j < i + 2 && !seen[j]!.eligible && seen[j]!.link) j++;
    if (j < n && seen[j]!.eligible && j > i) for (let k = i; k < j; k++) open[k] = 1;
  }
  const begins = new Int32Array(n);
  const runs = new Int32Array(n);
  sight.markPhrases(tokens, begins, runs);
  return { seen, tags, open, begins, runs, shouting: n > 3 && upper > 3 && lower <= upper / 6, counts };
}

/** Writes the hashed features of token `i` into `out` (length FEATURES); each is any 32-bit integer. */
export function extractFeatures(view: View, i: number, out: Int32Array): void {
  const { seen, counts, tags } = view;
  const n = seen.length;
  const seenAt = (k: number): Seen => (k >= 0 && k < n ? seen[k]! : EDGE);
  const tagAt = (k: number): number => (k >= 0 && k < n ? tags[k]! : 1);
  const at = seen[i]!;
  const p1 = seenAt(i - 1);
  const p2 = seenAt(i - 2);
  const n1 = seenAt(i + 1);
  const n2 = seenAt(i + 2);
  const first = i === 0 || (i === 1 && !p1.capital && p1.shape !== n1.shape && p1.suffix2 === p1.suffix3);
  const where = (first ? 1 : 0) | (view.shouting ? 2 : 0);
  const lowerElsewhere = Math.min(2, counts.lower.get(at.word) ?? 0);
  const upperElsewhere = Math.min(3, counts.upper.get(at.word) ?? 0);
  const tag = tags[i]!;
  const tagBefore = tagAt(i - 1);
  const tagAfter = tagAt(i + 1);
  let k = 0;
  out[k++] = mix(0, at.word);
  out[k++] = mix(1, at.shape, where);
  out[k++] = mix(2, at.prefix);
  out[k++] = mix(3, at.suffix3);
  out[k++] = mix(4, at.suffix4);
  out[k++] = mix(5, p1.word);
  out[k++] = mix(6, n1.word);
  out[k++] = mix(7, p2.word);
  out[k++] = mix(8, n2.word);
  out[k++] = mix(9, p1.word, at.word);
  out[k++] = mix(10, at.word, n1.word);
  out[k++] = mix(11, tag, where);
  out[k++] = mix(12, tagBefore, tag);
  out[k++] = mix(13, tag, tagAfter);
  out[k++] = mix(14, p1.shape, at.shape);
  out[k++] = mix(15, at.shape, n1.shape);
  out[k++] = mix(16, Math.imul(p1.shape, 31) + at.shape, n1.shape);
  out[k++] = mix(17, at.lists);
  out[k++] = mix(18, p1.lists, at.lists);
  out[k++] = mix(19, at.lists, n1.lists);
  out[k++] = mix(20, view.begins[i]!, view.runs[i]!);
  out[k++] = mix(21, view.begins[i]! | view.runs[i]!, (view.begins[i + 1] ?? 0) | (view.runs[i + 1] ?? 0));
  out[k++] = mix(22, p1.lists & LIST.TITLE ? 1 : 0, at.shape);
  out[k++] = mix(23, p2.lists & LIST.TITLE ? 1 : 0, p1.shape);
  out[k++] = mix(24, n1.lists & (LIST.ORG_WORD | LIST.PLACE_WORD | LIST.EVENT_WORD | LIST.LAW_WORD), at.shape);
  out[k++] = mix(25, n2.lists & (LIST.ORG_WORD | LIST.PLACE_WORD | LIST.EVENT_WORD | LIST.LAW_WORD), n1.shape);
  out[k++] = mix(26, lowerElsewhere * 4 + upperElsewhere, where);
  out[k++] = mix(27, lowerElsewhere * 4 + upperElsewhere, tag);
  out[k++] = mix(28, p1.word, n1.word);
  out[k++] = mix(29, p2.word, p1.word);
  out[k++] = mix(30, n1.word, n2.word);
  out[k++] = mix(31, at.suffix3, where);
  out[k++] = mix(32, at.suffix2, at.shape);
  out[k++] = mix(33, p1.suffix3, at.shape);
  out[k++] = mix(34, n1.suffix3, at.shape);
  out[k++] = mix(35, p2.lists, p1.lists);
  out[k++] = mix(36, n1.lists, n2.lists);
  out[k++] = mix(37, p1.word, at.lists);
  out[k++] = mix(38, n1.word, at.lists);
  out[k++] = mix(39, p1.word, at.shape);
  out[k++] = mix(40, n1.word, at.shape);
  out[k++] = mix(41, at.suffix4, n1.shape);
  out[k++] = mix(42, tagAt(i - 2), tagBefore);
  out[k++] = mix(43, tagAfter, tagAt(i + 2));
  out[k++] = mix(44, at.word, where);
  out[k++] = mix(45, 0);
}
