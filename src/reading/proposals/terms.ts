/**
 * Terms of a proposal. In: the words that name it in their trees, and sentences on its phases. Out: what it would do, by
 * phase. Example: "Under the plan, wages would rise and the port would open" gives two terms.
 */
import type { Timex } from '../../language/doc.ts';
import type { Range } from '../reading.ts';
import { kids, lemmaOf, rangeOfWords, type Scene, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemOf } from '../stems.ts';
import { besides } from './beside.ts';
import { listItems } from './list-items.ts';
import { behind, hasCase, type Mention, madeAt } from './mentions.ts';
import { HOLD } from './words.ts';

export interface Term {
  text: string;
  phase: number | null;
  /** How long, in the words of the text. */
  duration: string | null;
  /** True where it names what is given for what. */
  exchange: boolean;
  /** Sums and shares in the words of the text: "4 percent", "$54 a share". */
  amounts: string[];
  /** By when or within what time, in the words of the text. */
  deadline: string | null;
  /** Stems of its nouns, by which an answer to it is known. */
  stems: string[];
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
    if (words.length === 0 || part.kind === 'party') continue;
    if (
      part.kind === 'phrase' &&
      /^(?:for|of|worth)$/i.test(tokens[part.opens]!.form) &&
      tokens[part.head]!.upos !== 'PRON'
    )
      ranges.push(rangeOfWords(scene, words));
    else if (part.kind === 'infinitive') ranges.push(rangeOfWords(scene, words));
    else if (part.kind === 'including') ranges.push(...listItems(scene, words));
    else if (
      part.kind === 'clause' &&
      kids(scene, part.head, /^nsubj/).every(
        (i) =>
          i <= part.opens ||
          /^which$/i.test(tokens[part.opens]!.form) ||
          tokens[i]!.deprel === 'nsubj:pass' ||
          lemmaOf(tokens[i]!) === 'time',
      )
    )
      ranges.push(
        ...listItems(
          scene,
          words.filter((i) => i >= heldFrom(scene, part.head)),
        ),
      );
  }
  ranges.push(...besides(scene, at));
  const { deprel } = tokens[at]!;
  const made = madeAt(scene, at);
  const head = made === null ? tokens[at]!.head : tokens[made]!.head;
  if (head >= 0) {
    const isSubject =
      /^nsubj/.test(deprel) && tokens[head]!.upos === 'VERB' && !/^(?:acl|advcl)/.test(tokens[head]!.deprel);
    const isActive = isSubject && !/pass/.test(deprel);
    if (isActive && (HOLD.has(verbOf(scene, head)) || isConditional(scene, head)))
      ranges.push(...[head, ...kids(scene, head, /^conj/)].flatMap((verb) => holdings(scene, verb)));
    else if (isSubject) ranges.push(...structureOf(scene, head));
    else if (
      /^obl/.test(deprel) &&
      (hasCase(scene, at, /^(?:under|per)$/) ||
        // "In the package, wages would rise"
        (at < head && hasCase(scene, at, /^in$/) && isConditional(scene, head))) &&
      !/^acl/.test(tokens[head]!.deprel)
    )
      ranges.push(...clausesOf(scene, head, under(scene, made ?? at)));
    // "agreed to the cuts that are set out in the plan"
    else if (
      /^obl/.test(deprel) &&
      hasCase(scene, at, /^(?:in|under|by)$/) &&
      /^acl/.test(tokens[head]!.deprel) &&
      LAID.test(verbOf(scene, head)) &&
      tokens[head]!.head >= 0
    )
      ranges.push(rangeOfWords(scene, under(scene, tokens[head]!.head, /^(?:acl|case|punct)/)));
  }
  return ranges.filter((range) => tellsEnough(scene, range)).map((range) => termOf(scene, range, null));
}

const LAID =
  /^(?:contain|describe|detail|envisage|foresee|include|lay_out|outline|propose|provide|set_out|spell_out|stipulate)$/;

/** "Under the deal, wages would rise", "The deal would raise wages": told in the conditional, so not yet done. */
export function isOpen({ scene, at }: Mention): boolean {
  const { deprel } = scene.sentence.tokens[at]!;
  const head = scene.sentence.tokens[madeAt(scene, at) ?? at]!.head;
  if (head < 0 || !isConditional(scene, head)) return false;
  return /^nsubj/.test(deprel) || (/^obl/.test(deprel) && hasCase(scene, at, /^under$/));
}

/** A term has two words at least, or a number. */
function tellsEnough({ sentence: { tokens } }: Scene, range: Range): boolean {
  const words = tokens.filter(
    (token) => token.start >= range.start && token.end <= range.end && !/^(?:PUNCT|DET|PRON)$/.test(token.upos),
  );
  return words.length > 1 || words.some((token) => token.upos === 'NUM');
}

/** "is divided into two rounds": into what a proposal falls. What is joined to it, "and would include …", is a term too. */
function structureOf(scene: Scene, verb: number): Range[] {
  const parts = /^(?:structure|divide|split|phase|stagger)$/.test(lemmaOf(scene.sentence.tokens[verb]!))
    ? kids(scene, verb, /^obl/).filter((i) => hasCase(scene, i, /^(?:in|into|over)$/))
    : [];
  if (parts.length === 0) return [];
  const joined = kids(scene, verb, /^conj/).filter((i) => kids(scene, i, /^nsubj/).length === 0);
  return [
    ...parts.map((i) => rangeOfWords(scene, under(scene, i, /^(?:case|punct|conj|cc$)/))),
    ...joined.flatMap((i) => holdings(scene, i)),
  ];
}

/** What a proposal as the subject of a verb would do: the objects of a verb of holding, else the deed, without its subject. */
function holdings(scene: Scene, verb: number): Range[] {
  if (HOLD.has(verbOf(scene, verb))) return contentsOf(scene, verb);
  const { tokens } = scene.sentence;
  if (EMPTY.test(lemmaOf(tokens[verb]!)) || kids(scene, verb, /^nsubj/).some((i) => i > verb)) return [];
  const words = under(scene, verb, /^(?:nsubj|aux|parataxis)/).filter((i) => i >= verb);
  const others = kids(scene, verb, /^conj/).flatMap((i) => under(scene, i));
  const out = new Set([...others, ...kids(scene, verb, /^cc/)]);
  const kept = words.filter((i) => !out.has(i));
  const last = lastBefore(scene, kept[0]!, kept.at(-1)!);
  return [
    rangeOfWords(
      scene,
      kept.filter((i) => i <= last),
    ),
  ];
}

// Verbs that say nothing of what a proposal holds.
const EMPTY = /^(?:be|do|go|have|come|mean|take|make|seem|appear|fail|work|need|run|remain|face)$/;

/** "aims to see the crews released": where what is held begins, past verbs that only say that it is held. */
function heldFrom(scene: Scene, verb: number): number {
  const { tokens } = scene.sentence;
  let at = verb;
  for (let steps = 0; steps < 3 && HOLDING.test(verbOf(scene, at)); steps++) {
    let next = at + 1;
    while (/^(?:to|for)$/i.test(tokens[next]?.form ?? '')) next++;
    if (!tokens[next]) return at;
    at = next;
  }
  return at;
}

const HOLDING = /^(?:aim|call_for|contain|entail|envisage|foresee|include|involve|propose|see|seek|stipulate)$/;

/** "It would also raise wages", "It calls for a fund": what a sentence about a proposal named right before adds. */
export function furtherTerms(scene: Scene): Term[] {
  const { tokens } = scene.sentence;
  const root = tokens.findIndex((token) => token.head < 0);
  if (root < 0 || tokens[root]!.upos !== 'VERB') return [];
  const subject = kids(scene, root, /^nsubj/)[0];
  if (subject === undefined || tokens[subject]!.form.toLowerCase() !== 'it' || kids(scene, root, /^ccomp/).length > 0)
    return [];
  if (!HOLD.has(verbOf(scene, root)) && !isConditional(scene, root)) return [];
  // "It would harm the poor, critics say" is somebody's view.
  if (
    kids(scene, root, /^(?:parataxis|advmod)/).some((i) => /^(?:say|argue|warn|not|never)$/.test(lemmaOf(tokens[i]!)))
  )
    return [];
  return [root, ...kids(scene, root, /^conj/).filter((i) => kids(scene, i, /^nsubj/).length === 0)]
    .flatMap((verb) => holdings(scene, verb))
    .filter((range) => tellsEnough(scene, range))
    .map((range) => termOf(scene, range, null));
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
    const own = durationIn(
      scene,
      rangeOfWords(
        scene,
        [...under(scene, phase.at), ...phase.words].sort((a, b) => a - b),
      ),
    );
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
      return { number: ordinal, at, words: [...under(scene, at, /^(?:acl|appos)/), ...asideAt(scene, at + 1)] };
  }
  return null;
}

/** ", of 15 days," right behind a phase: wherever the tree hangs it, it says how long the phase is. */
function asideAt(scene: Scene, from: number): number[] {
  const { tokens } = scene.sentence;
  if (tokens[from]?.form !== ',' || !/^(?:of|lasting|which)$/i.test(tokens[from + 1]?.form ?? '')) return [];
  const end = tokens.findIndex((token, i) => i > from && token.form === ',');
  return end < 0 ? [] : Array.from({ length: end - from + 1 }, (_, k) => from + k);
}

const LATEST = 6;

export function namesPhases(scene: Scene): boolean {
  return scene.sentence.tokens.some((token) => PHASE.test(lemmaOf(token)));
}

function isConditional(scene: Scene, verb: number): boolean {
  return kids(scene, verb, /^aux/).some((i) => /^(?:would|’d|'d)$/.test(scene.sentence.tokens[i]!.form.toLowerCase()));
}

/** What a verb of holding takes: its object or clause, item by item; of another verb the whole clause. */
function contentsOf(scene: Scene, verb: number): Range[] {
  if (!HOLD.has(verbOf(scene, verb))) return clausesOf(scene, verb, []);
  const { tokens } = scene.sentence;
  const objects = kids(scene, verb, /^(?:obj|ccomp|xcomp|obl)/).filter(
    (i) => i > verb && (!/^obl/.test(tokens[i]!.deprel) || hasCase(scene, i, /^(?:for|including)$/)),
  );
  // "calls for a truce, the release of …": the tree may hang what is called for elsewhere.
  if (objects.length === 0 && verbOf(scene, verb) === 'call_for') {
    const words = under(scene, verb, /^(?:nsubj|aux|parataxis)/).filter((i) => i > verb + 1);
    while (words.length > 0 && tokens[words.at(-1)!]!.upos === 'PUNCT') words.pop();
    return words.length > 0 ? listItems(scene, words) : [];
  }
  if (objects.length === 0) return clausesOf(scene, verb, []);
  // "gives the parties 60 days to agree": what belongs together stays together.
  if (objects.length > 1 && !/^obl/.test(tokens[objects[1]!]!.deprel))
    return [
      rangeOfWords(
        scene,
        under(scene, verb, /^(?:nsubj|aux|parataxis|punct)/).filter((i) => i > verb),
      ),
    ];
  return objects
    .flatMap((i) => itemsOf(scene, i))
    .map((range, k, all) => (k < all.length - 1 ? range : withTime(scene, verb, range)));
}

/** "a vote by 1 June": a time right behind what is held, which the tree may hang on the verb, belongs to it. */
function withTime(scene: Scene, verb: number, range: Range): Range {
  const { tokens } = scene.sentence;
  const next = tokens.findIndex((token) => token.start >= range.end);
  if (next < 0 || !/^(?:by|within|before|until|over)$/i.test(tokens[next]!.form)) return range;
  const { timexes } = scene.doc;
  const time = timexes[firstFrom(timexes, tokens[next]!.start)];
  const isBeside = time !== undefined && time.end <= scene.sentence.end && time.start <= (tokens[next + 1]?.start ?? 0);
  return isBeside && kids(scene, verb, /^obl/).some((i) => tokens[i]!.start >= range.end)
    ? { start: range.start, end: time.end }
    : range;
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
  // "two rounds, each lasting 20 days": how long each is belongs to them.
  if (tokens[last + 1]?.form === ',' && /^each$/i.test(tokens[last + 2]?.form ?? '')) {
    for (let i = last + 1; i < tokens.length && (i <= last + 2 || !/^[,;.]$/.test(tokens[i]!.form)); i++) run.push(i);
  }
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
    amounts: [...text.matchAll(AMOUNT)].map(([amount]) => amount.trim()),
    deadline: deadlineIn(scene, range),
    stems: scene.sentence.tokens
      .filter(({ start, end, upos }) => start >= range.start && end <= range.end && /^(?:NOUN|PROPN)$/.test(upos))
      .map(stemOf),
    evidence: [range],
  };
}

// "4 percent", "$54 a share", "30 million crowns a year": a number with a sign or word of money or share.
const AMOUNT =
  /(?:[$€£¥] ?\d[\d.,]*(?: (?:thousand|million|billion|trillion))?|\d[\d.,]*(?: (?:thousand|million|billion|trillion))? ?(?:%|(?:per ?cent|percent|percentage points?|dollars|euros|pounds|crowns|francs|yen|yuan|rupees|pesos|cents)\b))(?: (?:a|an|per) (?:share|year|month|week|day|hour|tonne?|head|barrel))?/gi;

/** "within 48 hours of signature", "by 1 April". */
function deadlineIn(scene: Scene, range: Range): string | null {
  const { timexes, text } = scene.doc;
  for (let i = firstFrom(timexes, range.start); i < timexes.length && timexes[i]!.end <= range.end; i++) {
    const time = timexes[i]!;
    const whole = text.slice(time.start, time.end);
    if (/^(?:within|by|before|until|no later than) /i.test(whole)) return whole;
    const lead = /\b(?:within|by|before|until|no later than) $/i.exec(
      text.slice(Math.max(range.start, time.start - 14), time.start),
    );
    if (lead) return `${lead[0]}${whole}`;
  }
  return null;
}

function durationIn(scene: Scene, range: Range): string | null {
  const { timexes, text } = scene.doc;
  const found: Timex[] = [];
  for (let i = firstFrom(timexes, range.start); i < timexes.length && timexes[i]!.end <= range.end; i++)
    if (
      timexes[i]!.type === 'DURATION' &&
      !/\bwithin $/i.test(text.slice(Math.max(0, timexes[i]!.start - 7), timexes[i]!.start))
    )
      found.push(timexes[i]!);
  return found[0] ? text.slice(found[0].start, found[0].end) : null;
}
