/**
 * What a number counts. In: a sentence, a quantity. Out: the words, the noun that is counted, and what is told of it.
 * Example: "132 sailors captured in the raid are dead" counts "sailors captured in the raid"; "wages rose by 4
 * percent" measures "wages rose".
 */
import { overlaps } from '../../model/span.ts';
import { firstFrom } from '../search.ts';
import type { Quantity } from './quantities.ts';
import { anchorOf, copulaOf, isTimeWord, type Scene, spanBelow, tallyOwner, textOf, verbAbove } from './scene.ts';
import { sameNouns, states, verbClass } from './words.ts';

export interface Measure {
  /** In the text's own words. */
  words: string;
  /** The noun counted, as written; for money and rates the noun that they are told of. */
  noun: string;
  /** The noun in its plain form, in lower case. */
  lemma: string;
  /** What tells the same count again: stems of noun, modifiers and state, see topic.ts. */
  terms: string[];
  /** Tokens that name what is counted, for the names in them. */
  spans: { from: number; to: number }[];
  /** After the last token of the phrase that the figure's evidence shows. */
  to: number;
  /** A verb or word of state that governs it. */
  verb: string | null;
  /** True where the noun was told before, not here: "132 were captured". */
  elided: boolean;
}

const LONGEST = 14;
const RIGHT = /^(?:nmod|acl|advcl:relcl|obl|amod)/;
const BREAK = /^[,;:()“”"—–.!?]$|^--$/;
/** Verbs that say nothing of what they link. */
const LIGHT = new Set('be have do say include make get see become remain'.split(' '));

/** A count of things: the noun after the number. Null where none follows. */
export function measureCount(scene: Scene, quantity: Quantity): Measure | null {
  const { tokens, lower } = scene;
  let at = quantity.to;
  let bound = at;
  if (lower[at] === 'of' && /^(?:the|its|their|his|her|our|those|these)$/.test(lower[at + 1] ?? '')) {
    // "29 of the 41 workers": the whole is a figure of its own.
    at += 2;
    if (tokens[at]?.upos === 'NUM') while (tokens[at]?.upos === 'NUM') at++;
  } else if (lower[at] === 'of' && /^(?:thousands|millions|hundreds|billions|dozens)$/.test(lower[at - 1] ?? ''))
    at += 1;
  else if (lower[at] === 'of') return null;
  // "a 28-nation bloc" names its kind.
  if (/^[-–]$/.test(lower[at] ?? '')) return null;
  bound = at;
  const head = headAfter(scene, quantity, bound);
  if (head === null) return null;
  return describe(scene, bound, head, true);
}

/** The noun that a number stands before: by the tree where it says so, else by the run of words. */
function headAfter(scene: Scene, quantity: Quantity, from: number): number | null {
  const { tokens } = scene;
  let head = -1;
  for (let i = from; i < Math.min(tokens.length, from + 7); i++) {
    const { upos, form, xpos } = tokens[i]!;
    if (upos === 'NOUN' || upos === 'PROPN') {
      head = i;
      // A run of nouns ends with the one that is counted.
      if (!/^(?:NOUN|PROPN)$/.test(tokens[i + 1]?.upos ?? '') || tokens[i]!.deprel !== 'compound') break;
      continue;
    }
    if (
      upos === 'ADJ' ||
      form === '-' ||
      upos === 'ADV' ||
      (upos === 'VERB' && /^VB[GN]$/.test(xpos) && tokens[i]!.deprel === 'amod')
    )
      continue;
    if ((upos === 'CCONJ' || form === ',') && tokens[i - 1]?.upos === 'ADJ' && tokens[i + 1]?.upos === 'ADJ') continue;
    break;
  }
  if (head < 0 || !/^\p{L}/u.test(tokens[head]!.form)) return null;
  // "in 2029 Norland left": a name after a number is not what it counts, unless the tree says so.
  if (tokens[head]!.upos === 'PROPN' && tokens[anchorOf(scene, quantity.at, quantity.to)]!.head !== head) return null;
  return head;
}

/** The noun's phrase, with what stands after it, or with what it does where nothing else is told of it. */
function describe(scene: Scene, from: number, head: number, isCount = false): Measure {
  const { tokens, children } = scene;
  let to = head + 1;
  for (const child of children[head]!)
    if (child > head && RIGHT.test(tokens[child]!.deprel) && !isTime(scene, child)) {
      const span = spanBelow(scene, child);
      if (span.from <= to + 1) to = Math.max(to, clip(scene, to, span.to));
    }
  to = trimmed(scene, head, to);
  const spans = [{ from, to }];
  const verb = governor(scene, head);
  let words = textOf(scene, from, to);
  let shown = to;
  if (verb !== null && isSubject(scene, head, verb)) {
    // "1,200 dockers were on strike": what they do tells which they are.
    const end = predicateEnd(scene, verb, to);
    if (end > to && end - from <= LONGEST + 4) {
      words = textOf(scene, from, end);
      spans.push({ from: to, to: end });
      shown = to;
    }
  } else if (verb !== null && states.has(scene.lower[verb]!) && to === head + 1) {
    words = `${words} ${tokens[verb]!.form}`;
  }
  return {
    words,
    noun: tokens[head]!.form,
    lemma: tokens[head]!.lemma.toLowerCase(),
    // Of money and rates the noun says enough; what is done with them differs from telling to telling.
    terms: termsOf(scene, from, head, isCount ? verb : null, spans),
    spans,
    to: Math.min(shown, Math.max(head + 1, from + 1)),
    verb: verb === null ? null : tokens[verb]!.lemma,
    elided: false,
  };
}

/** Cut at a comma or dash, where a further clause begins, and at the greatest length. */
function clip({ lower }: Scene, from: number, to: number): number {
  const end = Math.min(to, from + LONGEST);
  for (let i = from; i < end; i++) if (BREAK.test(lower[i]!) || (i > from && CLAUSE.test(lower[i]!))) return i;
  return end;
}

const CLAUSE = /^(?:that|which|who|whom|while|after|before|as|because|if|when|where|unless|so)$/;

/** Without a preposition or article left over at the end. */
function trimmed({ tokens }: Scene, head: number, to: number): number {
  let end = to;
  while (
    end > head + 1 &&
    /^(?:ADP|CCONJ|DET|SCONJ|PUNCT|PART)$/.test(tokens[end - 1]!.upos) &&
    tokens[end - 1]!.deprel !== 'compound:prt'
  )
    end--;
  return end;
}

function governor(scene: Scene, at: number): number | null {
  const { head } = scene.tokens[at]!;
  return head < 0 ? (scene.tokens[at]!.upos === 'VERB' ? at : null) : verbOrPredicate(scene, head);
}

function verbOrPredicate(scene: Scene, at: number): number | null {
  const { upos } = scene.tokens[at]!;
  if (upos === 'VERB' || upos === 'AUX' || upos === 'ADJ') return at;
  return scene.children[at]!.some((i) => scene.tokens[i]!.deprel === 'cop') ? at : verbAbove(scene, at);
}

function isSubject({ tokens }: Scene, noun: number, verb: number): boolean {
  return tokens[noun]!.head === verb && /^nsubj/.test(tokens[noun]!.deprel) && verb > noun;
}

/** How far the predicate goes: to the next comma, joined clause, or expression of time at its end. */
function predicateEnd(scene: Scene, verb: number, from: number): number {
  const { tokens } = scene;
  const { to } = spanBelow(scene, verb);
  let end = clip(scene, from, to);
  for (let i = verb + 1; i < end; i++)
    if (/^(?:cc|mark)/.test(tokens[i]!.deprel) && scene.lower[i] !== 'to' && tokens[i]!.head > verb) end = i;
  // Time at the end is the date of the figure, not what it counts.
  for (let i = end - 1; i > verb && isTimeWord(scene, i); i--) end = i;
  if (/^(?:on|in|at|by|since)$/.test(scene.lower[end - 1] ?? '') && end - 1 > verb) end--;
  return Math.max(end, verb + 1);
}

function isTime(scene: Scene, at: number): boolean {
  return isTimeWord(scene, at) || scene.tokens[at]!.deprel.endsWith(':unmarked');
}

const WEAK = new Set(
  'more other further additional total many new own same such so-called whole entire overall current latest people'.split(
    ' ',
  ),
);

/** Names are kept apart from the terms. */
function isInName({ doc, tokens }: Scene, at: number): boolean {
  const next = firstFrom(doc.names, tokens[at]!.end);
  return next > 0 && overlaps(doc.names[next - 1]!, tokens[at]!);
}

/** What makes two counts the same: modifiers before the noun, "of" what, and the state that is told. */
function termsOf(
  scene: Scene,
  from: number,
  head: number,
  verb: number | null,
  spans: { from: number; to: number }[],
): string[] {
  const { tokens, lower, children } = scene;
  const terms: string[] = [];
  for (let i = from; i < head; i++)
    if (/^(?:NOUN|ADJ|VERB)$/.test(tokens[i]!.upos) && !WEAK.has(lower[i]!) && !isInName(scene, i))
      terms.push(stateOr(tokens[i]!.lemma, lower[i]!));
  const last = spans.at(-1)!.to;
  for (const child of children[head]!) {
    if (child >= last) continue;
    if (/^acl/.test(tokens[child]!.deprel) && tokens[child]!.upos === 'VERB')
      terms.push(stateOr(tokens[child]!.lemma, lower[child]!));
    const isOf = tokens[child]!.deprel.startsWith('nmod') && lower[spanBelow(scene, child).from] === 'of';
    if (isOf && child > head && /^NOUN$/.test(tokens[child]!.upos)) terms.push(`of ${tokens[child]!.lemma}`);
  }
  const told = new Set<string>();
  for (const span of spans)
    for (let i = Math.max(span.from, head); i < span.to; i++) {
      const state = states.get(lower[i]!);
      if (state && i !== head) told.add(state);
    }
  if (verb !== null && states.has(lower[verb]!)) told.add(states.get(lower[verb]!)!);
  if (told.size === 0 && verb !== null && tokens[verb]!.upos === 'VERB' && !LIGHT.has(tokens[verb]!.lemma)) {
    const kind = verbClass(tokens[verb]!);
    if (kind === undefined) told.add(tokens[verb]!.lemma);
  }
  return [...terms, ...told];
}

const stateOr = (lemma: string, lower: string): string => states.get(lower) ?? lemma.toLowerCase();

/**
 * What money, a rate or a length is told of: the noun after it ("25 percent tariffs", "a third of the fleet"), the noun
 * that it qualifies ("a rise of 24 percent"), or the clause ("wages rose by 4 percent").
 */
export function measureUnit(scene: Scene, quantity: Quantity): Measure | null {
  return (
    ofNoun(scene, quantity) ?? tiedNoun(scene, quantity) ?? qualifiedNoun(scene, quantity) ?? byClause(scene, quantity)
  );
}

/** "40 percent of the fleet", "$200 billion in goods", "$300 billion worth of goods", "a 25 percent tariff on cars". */
function ofNoun(scene: Scene, quantity: Quantity): Measure | null {
  const { tokens, lower } = scene;
  let at = quantity.to;
  if (lower[at] === 'worth') at++;
  if (!/^(?:of|in)$/.test(lower[at] ?? '') && !quantity.share) return null;
  if (lower[at] === 'in' && quantity.unit?.dimension !== 'money') return null;
  if (/^(?:of|in)$/.test(lower[at] ?? '')) at++;
  while (/^(?:DET|PRON|NUM)$/.test(tokens[at]?.upos ?? '') && at < tokens.length - 1 && lower[at] !== 'it') at++;
  const head =
    headAfter(scene, quantity, at) ?? (tokens[at]?.upos === 'PROPN' || tokens[at]?.upos === 'PRON' ? at : null);
  return head === null || isTime(scene, head) ? null : describe(scene, at, head);
}

/** "90-day truce", "40 percent tariffs", "14-kilometer strip of land". */
function tiedNoun(scene: Scene, quantity: Quantity): Measure | null {
  const { tokens, lower } = scene;
  let at = quantity.to;
  // A conversion in brackets may come between: "14-kilometer (8.7 miles) strip".
  if (lower[at] === '(') {
    const close = lower.indexOf(')', at);
    if (close > 0 && close - at < 6) at = close + 1;
  }
  if (lower[at] === ')') at++;
  if (/^(?:long|wide|deep|high|tall)$/.test(lower[at] ?? '')) return null;
  if (tokens[at] && /^(?:ADP|VERB|AUX|CCONJ|PUNCT|ADV|DET|PRON|SCONJ)$/.test(tokens[at]!.upos)) return null;
  const head = headAfter(scene, quantity, at);
  if (head === null || isTime(scene, head)) return null;
  return describe(scene, at, head);
}

/** "a pay rise of 24 percent", "tariffs of 25 percent": the noun before, without the figure. */
function qualifiedNoun(scene: Scene, quantity: Quantity): Measure | null {
  const { tokens, lower } = scene;
  const anchor = anchorOf(scene, quantity.from, quantity.to);
  const link = lower[quantity.from - 1] ?? '';
  if (link === 'worth') {
    // "goods worth $200 million", "the deal is worth $4 million"
    const worth = quantity.from - 1;
    const told = /^(?:NOUN|PROPN)$/.test(tokens[worth - 1]?.upos ?? '') ? worth - 1 : subjectOf(scene, worth);
    if (told !== undefined && told < worth && /^(?:NOUN|PROPN)$/.test(tokens[told]!.upos))
      return nounBefore(scene, told, Math.max(told + 1, copulaOf(scene, worth, worth + 1) ?? worth), quantity);
  }
  if (link !== 'of' && link !== 'at') return null;
  let head = tokens[anchor]!.head;
  if (tokens[head]?.upos !== 'NOUN' && tokens[quantity.from - 2]?.upos === 'NOUN') head = quantity.from - 2;
  if (head < 0 || head >= quantity.from || !/^(?:NOUN|PROPN)$/.test(tokens[head]!.upos)) return null;
  return nounBefore(scene, head, quantity.from - 1, quantity);
}

/** The phrase of a noun that ends before `limit`. */
function nounBefore(scene: Scene, head: number, limit: number, quantity: Quantity): Measure {
  const { tokens, lower } = scene;
  let { from } = spanBelow(scene, head);
  from = Math.max(from, head - LONGEST);
  for (let i = from; i < head; i++) if (BREAK.test(lower[i]!)) from = i + 1;
  while (from < head && /^(?:DET|ADP|PUNCT)$/.test(tokens[from]!.upos)) from++;
  const to = trimmed(scene, head, Math.max(head + 1, clip(scene, head + 1, limit)));
  const spans = [{ from, to }];
  return {
    words: textOf(scene, from, to),
    noun: tokens[head]!.form,
    lemma: tokens[head]!.lemma.toLowerCase(),
    terms: termsOf(scene, from, head, null, spans),
    spans,
    to: quantity.to,
    verb: null,
    elided: false,
  };
}

/** "Wages rose by 4 percent", "the cost of the strike at 2 billion crowns", "has offered 11 percent". */
function byClause(scene: Scene, quantity: Quantity): Measure | null {
  const { tokens, children } = scene;
  const anchor = anchorOf(scene, quantity.from, quantity.to);
  const copula = copulaOf(scene, quantity.from, quantity.to);
  const isPredicate = copula !== undefined;
  const verb = isPredicate
    ? tokens[copula]!.head
    : verbAbove(scene, tokens[anchor]!.head >= 0 ? tokens[anchor]!.head : anchor);
  if (verb === null) return null;
  const { lemma } = tokens[verb]!;
  const kind = verbClass(tokens[verb]!);
  const isNoun = (i: number | undefined): i is number => i !== undefined && /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos);
  const object = children[verb]!.find((i) => tokens[i]!.deprel.startsWith('obj') && i < quantity.from);
  const isMeasured = (i: number): boolean => children[i]!.some((k) => tokens[k]!.deprel.startsWith('nummod'));
  if (isNoun(object) && !isMeasured(object))
    return withVerb(nounBefore(scene, object, quantity.from - 1, quantity), lemma);
  const subject = subjectOf(scene, verb);
  // Who counts, wants or promises is not what is measured.
  const isAgent =
    kind === 'wanted' ||
    kind === 'count' ||
    kind === 'expected' ||
    (kind === undefined &&
      tokens[anchor]!.deprel.startsWith('obj') &&
      /^(?:money|percent|share)$/.test(quantity.unit?.dimension ?? ''));
  if (isNoun(subject) && !isAgent && subject < quantity.from) {
    const limit = copula ?? Math.max(verb, subject + 1);
    const measure = nounBefore(scene, subject, limit, quantity);
    const words = isPredicate || LIGHT.has(lemma) ? measure.words : `${measure.words} ${tokens[verb]!.form}`;
    return { ...withVerb(measure, lemma), words };
  }
  if (kind === 'count') {
    // "looks at exports and puts those at 120 million": what "those" means.
    for (let i = quantity.from - 1; i >= 0; i--)
      if (tokens[i]!.xpos === 'NNS') return nounBefore(scene, i, Math.min(i + 1, quantity.from), quantity);
  }
  // "draining 190 million crowns a day from the wider economy"
  const after =
    tokens[quantity.to]?.upos === 'ADP'
      ? clip(scene, quantity.to, Math.min(tokens.length, quantity.to + 8))
      : quantity.to;
  const rest = textOf(scene, quantity.to, after);
  return {
    words: rest === '' ? tokens[verb]!.form : `${tokens[verb]!.form} ${rest}`,
    noun: tokens[verb]!.form,
    lemma,
    terms: [lemma],
    spans: [{ from: quantity.to, to: after }],
    to: quantity.to,
    verb: lemma,
    elided: kind === 'wanted' || kind === 'expected',
  };
}

/** The subject of a verb, through "which" to what it tells of, or that of the clause above. */
function subjectOf(scene: Scene, verb: number): number | undefined {
  const { tokens, children, lower } = scene;
  const own = children[verb]!.find((i) => /^nsubj/.test(tokens[i]!.deprel)) ?? subjectAbove(scene, verb);
  return own !== undefined && /^(?:which|that|who)$/.test(lower[own]!) && /^acl/.test(tokens[verb]!.deprel)
    ? tokens[verb]!.head
    : own;
}

const withVerb = (measure: Measure, verb: string): Measure => ({ ...measure, verb });

/** The subject of the clause that this one hangs on: "phases, each lasting 45 days", "wants to cut 40 jobs". */
function subjectAbove({ tokens, children }: Scene, verb: number): number | undefined {
  const { head, deprel } = tokens[verb]!;
  if (head < 0) return undefined;
  if (/^(?:acl|amod)/.test(deprel) && tokens[head]!.upos === 'NOUN') return head;
  // "Transits are down to 55, it said": the tree may hang the subject on the verb of saying.
  if (/^ccomp/.test(deprel) && head > verb)
    return children[head]!.find((i) => i < verb && /^nsubj/.test(tokens[i]!.deprel));
  return /^(?:xcomp|conj|advcl)/.test(deprel)
    ? children[head]!.find((i) => /^nsubj/.test(tokens[i]!.deprel))
    : undefined;
}

/**
 * A number without its noun: "the number of ships rose to 61", "put the number of strikers at 6,200", "transits are
 * down to 55". Null where the clause names nothing that is counted.
 */
export function measureSubject(scene: Scene, quantity: Quantity): Measure | null {
  const { tokens, children, lower } = scene;
  const anchor = anchorOf(scene, quantity.from, quantity.to);
  const head = tokens[anchor]!.head;
  const copula = copulaOf(scene, quantity.from, quantity.to);
  const isPredicate = copula !== undefined;
  const above = isPredicate ? tokens[copula]!.head : head < 0 ? null : verbAbove(scene, head);
  const verb = above === null || isPredicate ? above : (putAbove(scene, above) ?? above);
  // Somebody's tally counts what was counted before.
  if (verb === null || tallyOwner(scene, quantity.from)) return null;
  const isPlaced = /^(?:to|at)$/.test(lower[quantity.from - 1] ?? '');
  const kind = verbClass(tokens[verb]!);
  const moves = kind === 'up' || kind === 'down' || kind === 'level';
  if (!isPredicate && !moves && !(isPlaced && kind === 'count')) return null;
  const near = children[verb]!.filter((i) => i < quantity.from);
  const object = near.find((i) => tokens[i]!.deprel.startsWith('obj'));
  const at = object ?? subjectOf(scene, verb);
  if (at === undefined || at >= quantity.from || !/^(?:NOUN|PROPN)$/.test(tokens[at]!.upos)) return null;
  const limit = object === undefined ? (copula ?? verb) : quantity.from - 1;
  if (sameNouns.get(lower[at]!) !== 'tally')
    return isPredicate && !moves && !isPlaced ? null : nounBefore(scene, at, limit, quantity);
  const counted = children[at]!.find(
    (i) => i > at && tokens[i]!.deprel.startsWith('nmod') && lower[spanBelow(scene, i).from] === 'of',
  );
  // "the death toll": the words before the noun say what is counted.
  if (counted === undefined) {
    const told = children[at]!.some(
      (i) => i < at && /^(?:compound|amod)/.test(tokens[i]!.deprel) && states.has(lower[i]!),
    );
    return told ? nounBefore(scene, at, limit, quantity) : null;
  }
  // Words that the tree hangs on "number" may tell of the counted all the same.
  return { ...nounBefore(scene, counted, Math.max(limit, counted + 1), quantity), ...wider(scene, counted, limit) };
}

/** "put the number of nurses who walked out at 2,300": the tree may hang the number on the clause about the nurses. */
function putAbove({ tokens }: Scene, verb: number): number | null {
  if (!/^acl/.test(tokens[verb]!.deprel)) return null;
  for (let at = tokens[verb]!.head, steps = 0; at >= 0 && steps < MAX_PUT; at = tokens[at]!.head, steps++) {
    if (tokens[at]!.lemma.toLowerCase() === 'put') return at;
    if (!/^(?:nmod|obj)/.test(tokens[at]!.deprel)) return null;
  }
  return null;
}

const MAX_PUT = 4;

/** The counted noun and all up to the verb: "sailors in custody", where the tree hangs "in custody" on the number. */
function wider(scene: Scene, head: number, limit: number): Pick<Measure, 'words' | 'terms' | 'spans'> {
  const { tokens } = scene;
  let from = head;
  while (from > 0 && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from - 1]!.upos)) from--;
  let to = Math.max(head + 1, clip(scene, head + 1, limit));
  for (let i = to - 1; i > head && isTimeWord(scene, i); i--) to = i;
  if (to > head + 1 && tokens[to - 1]!.upos === 'ADP') to--;
  const spans = [{ from, to }];
  return { words: textOf(scene, from, to), terms: termsOf(scene, from, head, null, spans), spans };
}
