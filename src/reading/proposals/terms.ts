/**
 * Terms of a proposal. In: the words that name it in their trees, and sentences on its phases. Out: what it would do, by
 * phase. Example: "Under the plan, wages would rise and the port would open" gives two terms.
 */
import type { Timex } from '../../language/doc.ts';
import type { Range } from '../reading.ts';
import { kids, lemmaOf, rangeOfWords, type Scene, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { behind, hasCase, type Mention } from './mentions.ts';
import { HOLD } from './words.ts';

export interface Term {
  text: string;
  phase: number | null;
  /** How long, in the words of the text. */
  duration: string | null;
  /** True where it names what is given for what. */
  exchange: boolean;
  evidence: Range[];
}

/** What the sentence of a mention says of its terms. */
export function termsAt(mention: Mention): Term[] {
  const { scene, at } = mention;
  const { tokens } = scene.sentence;
  const ranges: Range[] = [];
  // "a plan for a joint fund", "a plan to open the port", "a plan that would open the port"
  for (const part of behind(scene, at)) {
    const words = Array.from({ length: part.last - part.opens }, (_, k) => part.opens + 1 + k);
    if (words.length === 0) continue;
    if (part.kind === 'phrase' && /^(?:for|of)$/i.test(tokens[part.opens]!.form) && tokens[part.head]!.upos !== 'PRON')
      ranges.push(rangeOfWords(scene, words));
    else if (part.kind === 'infinitive') ranges.push(rangeOfWords(scene, words));
    else if (part.kind === 'including') ranges.push(...listItems(scene, words));
    else if (
      part.kind === 'clause' &&
      kids(scene, part.head, /^nsubj/).every(
        (i) => i <= part.opens || tokens[i]!.deprel === 'nsubj:pass' || lemmaOf(tokens[i]!) === 'time',
      )
    )
      ranges.push(
        ...listItems(
          scene,
          words.filter((i) => i >= part.head),
        ),
      );
  }
  const { head, deprel } = tokens[at]!;
  if (head >= 0) {
    const isActive = /^nsubj(?!:pass)/.test(deprel) && tokens[head]!.upos === 'VERB';
    if (isActive && (HOLD.has(verbOf(scene, head)) || isConditional(scene, head)) && !/^acl/.test(tokens[head]!.deprel))
      ranges.push(...[head, ...kids(scene, head, /^conj/)].flatMap((verb) => contentsOf(scene, verb)));
    else if (/^obl/.test(deprel) && hasCase(scene, at, /^(?:under|per)$/))
      ranges.push(...clausesOf(scene, head, under(scene, at)));
  }
  return ranges.map((range) => termOf(scene, range, null));
}

/** "In the first phase, …", "Stage two would …": the phase that a sentence is about, and its terms. */
export function phaseTerms(
  scene: Scene,
  before: { phase: number | null; named: boolean },
): { phase: number; terms: Term[] } | null {
  const { tokens } = scene.sentence;
  const root = tokens.findIndex((token) => token.head < 0);
  if (root < 0) return null;
  const phase = phaseOf(scene, before.named);
  if (phase) {
    const skip = phase.words;
    const governs =
      /^nsubj/.test(tokens[phase.at]!.deprel) && HOLD.has(verbOf(scene, root))
        ? contentsOf(scene, root)
        : clausesOf(scene, root, skip);
    // "In the second, of six weeks, …": how long the phase lasts, not one of its terms.
    const own = durationIn(scene, rangeOfWords(scene, under(scene, phase.at)));
    return {
      phase: phase.number,
      terms: governs.map((range) => {
        const term = termOf(scene, range, phase.number);
        return { ...term, duration: own ?? term.duration };
      }),
    };
  }
  // A sentence that goes on in the conditional tells more of the same phase.
  if (before.phase === null || !isConditional(scene, root) || kids(scene, root, /^ccomp/).length > 0) return null;
  return { phase: before.phase, terms: clausesOf(scene, root, []).map((range) => termOf(scene, range, before.phase)) };
}

const ORDINALS: Record<string, number> = { first: 1, initial: 1, opening: 1, second: 2, third: 3, fourth: 4, fifth: 5 };
const CARDINALS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  i: 1,
  ii: 2,
  iii: 3,
  a: 1,
  b: 2,
  c: 3,
};
const PHASE = /^(?:phase|stage|step|tranche)$/;

/** `named`: phases were spoken of right before, so that "In the first, …" needs no noun. */
function phaseOf(scene: Scene, named: boolean): { number: number; at: number; words: number[] } | null {
  const { tokens } = scene.sentence;
  for (let at = 0; at < Math.min(tokens.length, LATEST); at++) {
    const token = tokens[at]!;
    const word = token.form.toLowerCase();
    const next = tokens[at + 1]?.form.toLowerCase() ?? '';
    const number = CARDINALS[next] ?? (/^[1-9]$/.test(next) ? Number(next) : undefined);
    if (PHASE.test(word) && number !== undefined) {
      const head = token.head === at + 1 ? at + 1 : at;
      return { number, at: head, words: under(scene, head, /^(?:acl|appos)/) };
    }
    const ordinal = ORDINALS[word];
    if (ordinal === undefined) continue;
    if (PHASE.test(next)) return { number: ordinal, at: at + 1, words: under(scene, at + 1, /^(?:acl|appos)/) };
    // "In the first, …"
    if (named && at === 2 && /^(?:in|during)$/i.test(tokens[0]!.form) && /^(?:,|of|which)$/.test(next))
      return { number: ordinal, at, words: under(scene, at, /^(?:acl|appos)/) };
  }
  return null;
}

const LATEST = 6;

export function namesPhases(scene: Scene): boolean {
  return scene.sentence.tokens.some((token) => PHASE.test(lemmaOf(token)));
}

function isConditional(scene: Scene, verb: number): boolean {
  return kids(scene, verb, /^aux/).some((i) => /^(?:would|’d|'d)$/.test(scene.sentence.tokens[i]!.form.toLowerCase()));
}

/** What a verb of holding takes: its object or clause, item by item; of another verb the whole clause. */
export function contentsOf(scene: Scene, verb: number): Range[] {
  if (!HOLD.has(verbOf(scene, verb))) return clausesOf(scene, verb, []);
  const { tokens } = scene.sentence;
  const objects = kids(scene, verb, /^(?:obj|ccomp|xcomp|obl)/).filter(
    (i) => i > verb && (!/^obl/.test(tokens[i]!.deprel) || hasCase(scene, i, /^(?:for|including)$/)),
  );
  if (objects.length === 0) return clausesOf(scene, verb, []);
  // "gives the parties 60 days to agree": what belongs together stays together.
  if (objects.length > 1 && !/^obl/.test(tokens[objects[1]!]!.deprel))
    return [
      rangeOfWords(
        scene,
        under(scene, verb, /^(?:nsubj|aux|parataxis|punct)/).filter((i) => i > verb),
      ),
    ];
  return objects.flatMap((i) => itemsOf(scene, i));
}

/** A phrase and those joined to it, one by one. */
function itemsOf(scene: Scene, at: number): Range[] {
  const words = under(scene, at, /^parataxis/);
  const cases = new Set(kids(scene, at, /^case/).filter((i) => i < at));
  const kept = words.filter((i) => !cases.has(i));
  const first = kept[0] ?? at;
  const last = lastBefore(scene, first, kept.at(-1) ?? at);
  const { tokens } = scene.sentence;
  const run = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const listed = run.find((i) => tokens[i]!.form.toLowerCase() === 'including');
  if (listed === undefined) return listItems(scene, run);
  return [
    ...listItems(
      scene,
      run.filter((i) => i < listed),
    ),
    ...listItems(
      scene,
      run.filter((i) => i > listed),
    ),
  ];
}

/** The place before an aside such as ", according to". */
function lastBefore(scene: Scene, from: number, to: number): number {
  const { tokens } = scene.sentence;
  for (let i = from + 1; i < to; i++)
    if (tokens[i]!.form === ',' && /^(?:according|saying|adding|said)$/i.test(tokens[i + 1]!.form)) return i - 1;
  return to;
}

/** The items of a list: cut at its commas where what follows can stand alone, and at the "and" of three or more. */
function listItems(scene: Scene, words: number[]): Range[] {
  const { tokens } = scene.sentence;
  const items: number[][] = [[]];
  const commas = words.filter((i) => tokens[i]!.form === ',').length;
  for (const i of words) {
    const { form } = tokens[i]!;
    const next = tokens[i + 1];
    const opens =
      form === ',' &&
      next !== undefined &&
      !/^(?:which|who|whose|where|when|but|each|a|an)$/i.test(next.form) &&
      !/^(?:ADJ|ADV)$/.test(next.upos);
    const listed = form === ',' && commas > 1 && next !== undefined && /^(?:a|an)$/i.test(next.form);
    if (opens || listed || (commas > 0 && /^and$/i.test(form) && items.at(-1)!.length === 0)) {
      if (items.at(-1)!.length > 0) items.push([]);
    } else items.at(-1)!.push(i);
  }
  return items.filter((item) => item.some((i) => tokens[i]!.upos !== 'PUNCT')).map((item) => rangeOfWords(scene, item));
}

function isUnder(scene: Scene, at: number, top: number): boolean {
  for (let i = at; i >= 0; i = scene.sentence.tokens[i]!.head) if (i === top) return true;
  return false;
}

/** A clause, and those joined to it that have a subject of their own, each without the words in `skip`. */
function clausesOf(scene: Scene, verb: number, skip: number[]): Range[] {
  const out = new Set(skip);
  const heads = [verb, ...kids(scene, verb, /^conj/).filter((i) => kids(scene, i, /^nsubj/).length > 0)];
  return heads.flatMap((head) => {
    const others = new Set(heads.filter((i) => i !== head));
    const all = under(scene, head);
    const words = all
      .slice(0, all.indexOf(lastBefore(scene, all[0]!, all.at(-1)!)) + 1 || all.length)
      .filter(
        (i) => !out.has(i) && ![...others].some((other) => isUnder(scene, i, other) && !isUnder(scene, head, other)),
      );
    const kept = words.filter(
      (i) => !(scene.sentence.tokens[i]!.deprel === 'cc' && scene.sentence.tokens[i]!.head === head),
    );
    return kept.length > 1 ? [rangeOfWords(scene, kept)] : [];
  });
}

export function termOf(scene: Scene, range: Range, phase: number | null): Term {
  const text = scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' ');
  return {
    text,
    phase,
    duration: durationIn(scene, range),
    exchange: /\bin (?:return|exchange) for\b/i.test(text),
    evidence: [range],
  };
}

function durationIn(scene: Scene, range: Range): string | null {
  const { timexes, text } = scene.doc;
  const found: Timex[] = [];
  for (let i = firstFrom(timexes, range.start); i < timexes.length && timexes[i]!.end <= range.end; i++)
    if (timexes[i]!.type === 'DURATION') found.push(timexes[i]!);
  return found[0] ? text.slice(found[0].start, found[0].end) : null;
}
