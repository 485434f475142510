/**
 * Words that name a proposal. In: a sentence with its tree. Out: the noun, its name in the text, who is told to have
 * made it. Example: "Norland's latest offer of a joint fund" is the noun "offer", made by Norland.
 */

import type { Range } from '../reading.ts';
import {
  isNegated,
  joined,
  kids,
  lemmaOf,
  originAt,
  rangeOfWords,
  type Scene,
  subjectsOf,
  under,
  verbOf,
} from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemOf, stemsOf } from '../stems.ts';
import { partiesAt, type StatementAt } from './parties.ts';
import { LOOSE, MAKER, NOUNS, PLAIN, PUT, REPLIES } from './words.ts';

export interface Mention {
  scene: Scene;
  /** Index of the noun in its sentence. */
  at: number;
  noun: string;
  /** True where the noun alone says that something was proposed. */
  strong: boolean;
  /** "the plan", "his offer": it may stand for one named before. */
  definite: boolean;
  /** "a plan", "another offer": one not spoken of before. */
  indefinite: boolean;
  /** Said to have been put on the table here. */
  put: boolean;
  /** One that answers another: "a counterproposal". */
  counter: boolean;
  name: string;
  range: Range;
  authors: number[];
  /** Stems of its own words: not the noun, not who made it, no plain words. */
  stems: string[];
}

export function mentionsIn(scene: Scene, statementAt: StatementAt): Mention[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, at) => {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return [];
    const noun = lemmaOf(token);
    // "plans" are as often intentions; one plan is on the table.
    const strong = NOUNS.has(noun) && !(noun === 'plan' && token.xpos === 'NNS');
    if (!strong && !NOUNS.has(noun) && !LOOSE.has(noun) && !(REPLIES.has(noun) && isProposing(scene, at))) return [];
    // In "the peace deal talks" the noun only describes another one.
    if (/^(?:compound|nmod:desc)/.test(token.deprel) && !isName(scene, at)) return [];
    // "seized the initiative", "in the framework of the union": idioms.
    if (noun === 'initiative' && isIdiom(scene, at)) return [];
    if (noun === 'framework' && hasCase(scene, at, /^(?:in|within)$/)) return [];
    // "any plan", "no offer": none in particular.
    if (kids(scene, at, /^det/).some((i) => /^(?:any|no|every|each|what|whatever)$/i.test(tokens[i]!.form))) return [];
    return [mentionAt(scene, at, noun, strong, statementAt)];
  });
}

const isIdiom = (scene: Scene, at: number): boolean => {
  const { head, deprel } = scene.sentence.tokens[at]!;
  return (
    head >= 0 &&
    /^obj/.test(deprel) &&
    /^(?:seize|take|lose|regain|have|show)$/.test(lemmaOf(scene.sentence.tokens[head]!))
  );
};

/** "Plan B": a noun of proposing at the head of a name. */
function isName(scene: Scene, at: number): boolean {
  const head = scene.sentence.tokens[scene.sentence.tokens[at]!.head];
  return head !== undefined && head.upos === 'PROPN' && scene.sentence.tokens[at]!.upos === 'PROPN';
}

function isProposing(scene: Scene, at: number): boolean {
  const { head, deprel } = scene.sentence.tokens[at]!;
  return head >= 0 && /^nsubj/.test(deprel) && /^(?:propose|offer|envisage|suggest)$/.test(verbOf(scene, head));
}

function mentionAt(scene: Scene, at: number, noun: string, strong: boolean, statementAt: StatementAt): Mention {
  const { tokens } = scene.sentence;
  const before = kids(scene, at, /^(?:det|nmod:poss)/);
  const words = nameWords(scene, at);
  const { authors, put, by } = authorsOf(scene, at, statementAt);
  const sets =
    strong || (WRITTEN.test(noun) && (put || hasPoints(scene, at))) || (AGREED.test(noun) && OFFERED.test(by ?? ''));
  const own = words.filter((i) => i !== at && !isAuthorWord(scene, i, at));
  const range = rangeOfWords(scene, words);
  const article = before.map((i) => tokens[i]!).find((token) => token.deprel === 'det');
  return {
    scene,
    at,
    noun,
    strong: sets,
    indefinite: /^(?:an?|another|one|some)$/i.test(article?.form ?? '') && kids(scene, at, /^nmod:poss/).length === 0,
    definite: before.length > 0 && !/^(?:an?|another|any|some|no|every|each|one)$/i.test(article?.form ?? ''),
    put,
    counter: noun.startsWith('counter'),
    name: scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' '),
    range,
    authors: [...new Set(authors)],
    stems: stemsOf(own.map((i) => tokens[i]!)).filter((stem) => !isPlain(stem)),
  };
}

// Nouns that say as much as "proposal" once somebody has put it forward, or its points are counted.
const WRITTEN = /^(?:amendment|bid|document|formula|motion|paper|resolution|settlement|text|truce|ultimatum)$/;

// Nouns of what is agreed, that only a verb of offering makes a proposal.
const AGREED = /^(?:accord|agreement|arrangement|deal|pact)$/;
const OFFERED = /^(?:circulate|draft|float|offer|propose|put_forward|suggest|table)$/;
const isHeld = (noun: string): boolean => NOUNS.has(noun) && noun !== 'plan';

/** Verbs of making an offer anew. */
export const REVISED = /^(?:boost|double|hike|improve|increase|lift|lower|raise|revise|soften|sweeten|up)$/;

/** "a four-point paper", "a 10-point text". */
const hasPoints = (scene: Scene, at: number): boolean =>
  kids(scene, at, /^(?:amod|compound|nmod)/).some(
    (i) => i < at && /^(?:\S+-)?(?:point|page|stage|phase|step)$/i.test(scene.sentence.tokens[i]!.form),
  );

const plainStems = new Set([...PLAIN].map((word) => stemOf({ form: word, lemma: word })));
const proposing = new Set([...NOUNS, ...LOOSE].map((word) => stemOf({ form: word, lemma: word })));
const isPlain = (stem: string): boolean => plainStems.has(stem) || proposing.has(stem);

/** The noun with what describes it before it, and the phrases right behind it: "the latest plan for a joint fund". */
function nameWords(scene: Scene, at: number): number[] {
  const { tokens } = scene.sentence;
  const words = under(
    scene,
    at,
    /^(?:acl|advcl|parataxis|appos|conj|cc|obl|nsubj|cop|aux|advmod|mark|xcomp|ccomp|case)/,
  ).filter((i) => i <= at);
  let first = at;
  while (first > 0 && at - first < MAX_BEFORE && (words.includes(first - 1) || /^[-“"]$/.test(tokens[first - 1]!.form)))
    first--;
  while (
    first < at &&
    (/^(?:the|a|an|this|that|his|her|its|their|our|my)$/i.test(tokens[first]!.form) || tokens[first]!.upos === 'PUNCT')
  )
    first++;
  let last = at;
  for (const part of behind(scene, at)) if (part.kind !== 'party') last = Math.max(last, part.last);
  const end = dayless(scene, at, Math.min(last, at + MAX_BEHIND));
  return Array.from({ length: whole(scene, at, end) - first + 1 }, (_, k) => first + k);
}

/** The last word of a name that ends before a mark of quoting which it does not close, and before ", which" and the like. */
function whole(scene: Scene, at: number, last: number): number {
  const { tokens } = scene.sentence;
  for (let i = at + 1; i <= last; i++) {
    const { form } = tokens[i]!;
    const isOpen =
      /^(?:“|‘|''|``|")$/.test(form) &&
      !tokens.slice(i + 1, last + 1).some((token) => /^(?:”|’|''|")$/.test(token.form));
    const isAside = form === ',' && /^(?:which|who|whose|to|while|but|including|as)$/i.test(tokens[i + 1]?.form ?? '');
    if (isOpen || isAside) return i - 1;
  }
  return last;
}

/** The last word of a name without a day that only tells when: "a plan for a fund on Monday". */
function dayless(scene: Scene, at: number, last: number): number {
  const { tokens } = scene.sentence;
  const { timexes } = scene.doc;
  for (let k = firstFrom(timexes, tokens[at]!.end); k < timexes.length && timexes[k]!.start < tokens[last]!.end; k++) {
    if (timexes[k]!.type === 'DURATION' || timexes[k]!.end < tokens[last]!.start) continue;
    let cut = tokens.findIndex((token) => token.start >= timexes[k]!.start) - 1;
    while (cut > at && tokens[cut]!.upos === 'ADP') cut--;
    return Math.max(at, cut);
  }
  return last;
}

const MAX_BEFORE = 10;
const MAX_BEHIND = 16;

/** A phrase right behind a noun: "for a joint fund", "to open the port", "that would open the port". */
export interface Behind {
  kind: 'phrase' | 'infinitive' | 'clause' | 'including' | 'party';
  /** The word that heads it. */
  head: number;
  /** The word before its first one: the preposition or the mark. */
  opens: number;
  last: number;
}

/** The phrases that follow a noun one upon another. The tree may hang them elsewhere, so their place decides. */
export function behind(scene: Scene, at: number): Behind[] {
  const { tokens } = scene.sentence;
  const found: Behind[] = [];
  for (let i = skipTime(scene, at + 1); i < tokens.length; i = skipTime(scene, i)) {
    const token = tokens[i]!;
    const form = token.form.toLowerCase();
    const quoted = /^["”’']$/.test(form);
    if (quoted) {
      i++;
      continue;
    }
    let head = token.head;
    let kind: Behind['kind'] | null = null;
    if (token.upos === 'ADP' && head > i && /^(?:for|of|between|about)$/.test(form) && tokens[i + 1]?.upos !== 'PRON')
      kind = 'phrase';
    // "a deal with Norland that would …": with whom is no term.
    else if (
      token.upos === 'ADP' &&
      head > i &&
      /^(?:with|from|by)$/.test(form) &&
      (form !== 'with' || tokens[head]!.upos === 'PROPN')
    )
      kind = 'party';
    // "worth 12 percent"
    else if (form === 'worth' && found.every((part) => part.kind !== 'clause')) {
      head = kids(scene, i, /^(?:obj|obl|nmod)/)[0] ?? head;
      if (head > i) kind = 'phrase';
    } else if (/^(?:under|in)$/.test(form) && /^which$/i.test(tokens[i + 1]?.form ?? '') && head === i + 1) {
      i++;
      head = tokens[i]!.head;
      if (head > i && tokens[head]!.upos === 'VERB') kind = 'clause';
    } else if (form === 'to' && token.deprel === 'mark' && head > i) kind = 'infinitive';
    else if (/^(?:that|which)$/.test(form) && found.every((part) => part.kind !== 'clause')) {
      head = clauseHead(scene, i);
      if (head > i) kind = 'clause';
    } else if (form === ',' && tokens[i + 1]?.form.toLowerCase() === 'including') {
      i++;
      head = tokens[i]!.head;
      if (head > i) kind = 'including';
    }
    if (!kind) break;
    const last = endOf(scene, head, i);
    found.push({ kind, head, opens: i, last });
    if (kind === 'clause' || kind === 'including') break;
    i = last + 1;
  }
  return found;
}

/** The verb that a relative "that" or "which" belongs to. */
function clauseHead(scene: Scene, at: number): number {
  const { tokens } = scene.sentence;
  const { head } = tokens[at]!;
  if (head > at && tokens[head]!.upos === 'VERB') return head;
  return -1;
}

/** The last word under `head`, up to a mark that closes the phrase or an aside that names a source. */
function endOf(scene: Scene, head: number, from: number): number {
  const { tokens } = scene.sentence;
  const words = new Set(under(scene, head, /^(?:parataxis|ccomp)/));
  let last = from;
  for (let i = from + 1; i < tokens.length; i++) {
    const form = tokens[i]!.form.toLowerCase();
    if (/^(?:;|:|–|—|\(|“)$/.test(form) && !words.has(i)) break;
    if (form === ',' && ASIDE.test(tokens[i + 1]?.form ?? '')) break;
    if (!words.has(i)) break;
    last = i;
  }
  while (last > from + 1 && tokens[last]!.upos === 'PUNCT' && !/^["”’']$/.test(tokens[last]!.form)) last--;
  return whole(scene, from, Math.max(last, Math.min(head, tokens.length - 1)));
}

const ASIDE = /^(?:according|saying|adding|said|who|whose|which|but|while|although|though)$/i;

/** Past an expression of time: "a plan late last week to open the port". */
function skipTime(scene: Scene, at: number): number {
  const { tokens } = scene.sentence;
  const token = tokens[at];
  if (!token) return at;
  const { timexes } = scene.doc;
  const time = timexes[firstFrom(timexes, token.start)];
  if (!time || time.start !== token.start || token.upos === 'ADP') return at;
  let i = at;
  while (i < tokens.length && tokens[i]!.start < time.end) i++;
  return i;
}

/** Who made it: whose it is, by whom it was put forward, who put it forward, who it is from. */
function authorsOf(
  scene: Scene,
  at: number,
  statementAt: StatementAt,
): { authors: number[]; put: boolean; by: string | null } {
  const { tokens } = scene.sentence;
  const authors: number[] = [];
  let put = false;
  let by: string | null = null;
  const take = (word: number): void => {
    for (const i of joined(scene, word)) takeOne(i);
  };
  const takeOne = (i: number): void => {
    const entity = partiesAt(scene, [i], statementAt)[0];
    if (entity !== undefined && (scene.cast.entities[entity]!.kind !== 'place' || tokens[i]!.deprel === 'nmod:poss'))
      authors.push(entity);
  };
  for (const i of kids(scene, at, /^nmod:poss/)) {
    take(i);
    // "the mediator's paper", "her proposal": put forward, though by nobody named. "His plan" and "her bid for the
    // nomination" may be theirs alone.
    if (MAKER.has(lemmaOf(tokens[i]!)) || (/^(?:his|her)$/i.test(tokens[i]!.form) && isHeld(lemmaOf(tokens[at]!))))
      put = true;
  }
  for (const i of kids(scene, at, /^(?:amod|compound|nmod:desc)/)) {
    const entity = i < at ? originAt(scene, i) : null;
    if (entity !== null) authors.push(entity);
    // "a Norland-backed plan"
    const backed = /^(\p{Lu}[\p{L}.]*)-(?:backed|brokered|drafted|led|proposed|sponsored)$/u.exec(tokens[i]!.form);
    if (backed) {
      const word = backed[1]!.toLowerCase();
      const index = scene.cast.entities.findIndex(
        (e) => e.name.toLowerCase() === word || e.aliases.some((alias) => alias.toLowerCase() === word),
      );
      if (index >= 0) authors.push(index);
    }
  }
  for (const i of kids(scene, at, /^nmod/)) if (hasCase(scene, i, /^(?:from|by)$/)) take(i);
  const made = madeAt(scene, at);
  for (const clause of made === null ? kids(scene, at, /^acl/) : [made]) {
    if (!PUT.has(verbOf(scene, clause)) && !BROKERED.has(verbOf(scene, clause))) continue;
    put = true;
    by = verbOf(scene, clause);
    const makers = kids(scene, clause, /^(?:obl|nmod)/).filter((i) => hasCase(scene, i, /^by$/));
    for (const i of makers) take(i);
    // "the paper circulated by Norland foresees": the tree may take the name for a part of what follows.
    if (makers.length === 0 && /^by$/i.test(tokens[clause + 1]?.form ?? '') && tokens[clause + 2]?.upos === 'PROPN')
      takeOne(clause + 2);
    for (const i of kids(scene, clause, /^nsubj(?!:pass)/)) if (!/^(?:that|which|who)$/i.test(tokens[i]!.form)) take(i);
  }
  const { head, deprel } = tokens[at]!;
  // "responded with an offer": whoever responds makes it.
  if (head >= 0 && /^obl/.test(deprel) && REPLY.test(verbOf(scene, head)) && hasCase(scene, at, /^with$/)) {
    put = true;
    for (const i of subjectsOf(scene, head)) takeOne(i);
  }
  if (head >= 0 && (PUT.has(verbOf(scene, head)) || lemmaOf(tokens[head]!) === 'put') && !isNegated(scene, head)) {
    if (/^obj/.test(deprel)) {
      put = true;
      by = verbOf(scene, head);
      for (const i of subjectsOf(scene, head)) takeOne(i);
    } else if (/^nsubj:pass/.test(deprel) || (/^nsubj/.test(deprel) && isDoneBy(scene, head))) {
      put = true;
      for (const i of kids(scene, head, /^obl/)) if (hasCase(scene, i, /^by$/)) take(i);
    }
  }
  // "raised its offer to 5 percent": whoever raises it made it.
  if (
    head >= 0 &&
    /^obj/.test(deprel) &&
    REVISED.test(lemmaOf(tokens[head]!)) &&
    kids(scene, at, /^nmod:poss/).length > 0
  ) {
    put = true;
    for (const i of subjectsOf(scene, head)) takeOne(i);
  }
  // "the text on the table"
  if (kids(scene, at, /^nmod/).some((i) => lemmaOf(tokens[i]!) === 'table' && hasCase(scene, i, /^on$/))) put = true;
  return { authors, put, by };
}

/** "Under a draft worked out by the court, wages would rise": the participle right behind, which the tree may put above the noun. */
export function madeAt(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  const { head, deprel } = tokens[at]!;
  const isAbove = head === at + 1 && /^obl/.test(deprel) && /^VB[DN]$/.test(tokens[head]!.xpos);
  return isAbove && /^advcl/.test(tokens[head]!.deprel) && tokens[head]!.head > head ? head : null;
}

/** "a paper put forward by Norland": a deed told by who did it, whatever the tree calls its subject. */
const isDoneBy = (scene: Scene, verb: number): boolean =>
  scene.sentence.tokens[verb]!.xpos !== 'VBG' && kids(scene, verb, /^obl/).some((i) => hasCase(scene, i, /^by$/));

const REPLY = /^(?:answer|come_back|counter|hit_back|reply|respond|return)$/;
const BROKERED = new Set(['broker', 'mediate', 'back', 'negotiate', 'prepare', 'write', 'sponsor', 'support']);

/** True where a preposition that matches leads to the word. */
export function hasCase(scene: Scene, at: number, word: RegExp): boolean {
  return kids(scene, at, /^case/).some((i) => word.test(scene.sentence.tokens[i]!.form.toLowerCase()));
}

/** "Norland's", "Norlandish": words of a name that only say whose it is. */
function isAuthorWord(scene: Scene, at: number, noun: number): boolean {
  const { tokens } = scene.sentence;
  for (let i = at; i >= 0 && i !== noun; i = tokens[i]!.head) {
    if (tokens[i]!.deprel === 'nmod:poss') return true;
    if (/^(?:amod|compound)/.test(tokens[i]!.deprel) && tokens[i]!.head === noun && originAt(scene, i) !== null)
      return true;
  }
  return false;
}
