/**
 * Proposals that are described, not named. In: sentences with their trees. Out: what was proposed, by whom, and how it
 * was answered on the spot. Example: "Lind asked the union to open the gate, and the union agreed" is a request granted;
 * "a pause of ten days in return for the ships" is an exchange.
 */
import type { Range } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { stemsOf } from '../stems.ts';
import type { Answer, StatementAt } from './answers.ts';
import { hasCase } from './mentions.ts';
import { type Term, termOf } from './terms.ts';
import { LOOSE, NOUNS } from './words.ts';

export interface Described {
  scene: Scene;
  name: string;
  range: Range;
  authors: number[];
  terms: Term[];
  answers: Answer[];
  stems: string[];
  /** It answers the proposal told before: "came back with 3 percent". */
  counter: boolean;
  rule: 'proposal/verb' | 'proposal/request' | 'proposal/exchange';
}

export function describedIn(scenes: Scene[], index: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  return scene.sentence.tokens.flatMap((token, at) => {
    if (token.upos === 'VERB')
      return [
        ...proposing(scene, at, statementAt),
        ...countering(scene, at, statementAt),
        ...request(scenes, index, at, statementAt),
      ];
    return exchange(scene, at);
  });
}

const ASK = /^(?:ask|urge|request|press|invite|call_on)$/;
const GRANT = /^(?:agree|accept|consent|oblige|comply)$/;
const DENY = /^(?:refuse|decline|reject)$/;
// Sentences after a request in which its answer is looked for.
const NEAR = 2;

/** "proposed that the port open", "offered 11 percent". */
function proposing(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const lemma = verbOf(scene, verb);
  if (
    !/^(?:propose|offer|table|bid)$/.test(lemma) ||
    isNegated(scene, verb) ||
    /^(?:amod|compound)/.test(tokens[verb]!.deprel) ||
    !isTold(scene, verb)
  )
    return [];
  const objects = kids(scene, verb, /^(?:obj|ccomp|xcomp)/).filter((i) => i > verb);
  const object = objects[0];
  if (object === undefined || tokens[object]!.upos === 'PRON') return [];
  const noun = lemmaOf(tokens[object]!);
  // A named proposal is found by its noun; "things", "big ideas" and "last July" tell nothing of one.
  if (NOUNS.has(noun) || LOOSE.has(noun) || VAGUE.test(noun) || isDay(scene, object)) return [];
  const words = kids(scene, verb, /^(?:obj|iobj|ccomp|xcomp|obl)/)
    .filter((i) => i > verb)
    .flatMap((i) => under(scene, i, /^(?:parataxis|mark$)/))
    .sort((a, b) => a - b);
  const isNumber = under(scene, object, /^acl/).some(
    (i) => tokens[i]!.upos === 'NUM' && lemmaOf(tokens[i]!) !== 'one' && tokens[tokens[i]!.head]?.upos !== 'PROPN',
  );
  const isSwap = /\bin (?:return|exchange) for\b/i.test(scene.doc.text.slice(tokens[verb]!.start, scene.sentence.end));
  if (lemma !== 'propose' && !isNumber && !isSwap) return [];
  const authors = actors(scene, subjectsOf(scene, verb), statementAt);
  if (authors.length === 0) return [];
  const instead = kids(scene, verb, /^advmod/).some((i) => /^instead$/i.test(tokens[i]!.form));
  return [{ ...make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb'), counter: instead }];
}

const VAGUE =
  /^(?:apology|assessment|change|condolence|defense|defence|detail|explanation|glimpse|help|idea|insight|opinion|policy|service|solution|something|thing|view|way|what)$/;

/** True where it is told as done: not wanted, not possible, no means to an end. */
function isTold(scene: Scene, verb: number): boolean {
  const { tokens } = scene.sentence;
  if (
    kids(scene, verb, /^aux/).some((i) =>
      /^(?:may|might|could|would|should|must|can|will|’ll|'ll|’d|'d)$/i.test(tokens[i]!.form),
    )
  )
    return false;
  if (tokens[verb]!.xpos === 'VB') return false;
  const { head } = tokens[verb]!;
  return !(
    tokens[verb]!.xpos === 'VBG' &&
    head >= 0 &&
    (isNegated(scene, head) || /^(?:shy|avoid|stop|consider)$/.test(lemmaOf(tokens[head]!)))
  );
}

/** True where a word belongs to an expression of a day or a time. */
function isDay(scene: Scene, at: number): boolean {
  const { start, end } = scene.sentence.tokens[at]!;
  const { timexes } = scene.doc;
  return timexes.some((time) => time.start <= start && end <= time.end && time.type !== 'DURATION');
}

/** "came back with 3 percent", "countered that …", "responded with an offer of …": what is put against a proposal. */
function countering(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const lemma = verbOf(scene, verb);
  if (
    !/^(?:counter|respond|reply|answer|come_back|hit_back|return)$/.test(lemma) ||
    isNegated(scene, verb) ||
    !isTold(scene, verb)
  )
    return [];
  const given = kids(scene, verb, /^obl/).find((i) => i > verb && hasCase(scene, i, /^with$/));
  if (given === undefined) return [];
  const words = under(scene, given, /^(?:case|parataxis)/).filter((i) => i >= verb);
  const isOffer =
    NOUNS.has(lemmaOf(tokens[given]!)) ||
    words.some(
      (i) => tokens[i]!.upos === 'NUM' && lemmaOf(tokens[i]!) !== 'one' && tokens[tokens[i]!.head]?.upos !== 'PROPN',
    );
  if (!isOffer || words.length === 0) return [];
  const authors = actors(scene, subjectsOf(scene, verb), statementAt);
  if (authors.length === 0) return [];
  return [{ ...make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb'), counter: true }];
}

/** "asked her to open the gate", and an answer right after it. */
function request(scenes: Scene[], index: number, verb: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  const { tokens } = scene.sentence;
  if (!ASK.test(verbOf(scene, verb)) || /^(?:acl|advcl|xcomp)/.test(tokens[verb]!.deprel)) return [];
  const asked = kids(scene, verb, /^i?obj/)[0];
  const deed = kids(scene, verb, /^(?:xcomp|ccomp|advcl)/).find(
    (i) => i > verb && kids(scene, i, /^mark/).some((k) => tokens[k]!.form === 'to'),
  );
  if (asked === undefined || deed === undefined) return [];
  const authors = actors(scene, subjectsOf(scene, verb), statementAt);
  const to = entityAt(scene, asked);
  const asks = new Set(stemsOf(under(scene, deed).map((i) => tokens[i]!)));
  const answer = grantOf(scenes, index, verb, { to, asked: asks }, statementAt);
  if (!answer || authors.length === 0) return [];
  const aside = tokens.findIndex(
    (token, i) =>
      i > deed && token.form === ',' && /^(?:according|saying|adding|said)$/i.test(tokens[i + 1]?.form ?? ''),
  );
  const words = under(scene, deed, /^(?:punct|parataxis)/).filter((i) => aside < 0 || i < aside);
  const described = make(scene, rangeOfWords(scene, words), words, authors, 'proposal/request');
  described.terms = deedsIn(scene, words).map((part) => termOf(scene, rangeOfWords(scene, part), null));
  return [{ ...described, answers: [answer] }];
}

/** Deeds joined by "and to" one by one, without their "to". */
function deedsIn(scene: Scene, words: number[]): number[][] {
  const { tokens } = scene.sentence;
  const deeds: number[][] = [[]];
  for (const i of words) {
    const form = tokens[i]!.form.toLowerCase();
    const next = words[words.indexOf(i) + 1];
    if (form === 'and' && next !== undefined && tokens[next]!.form === 'to' && tokens[next]!.deprel === 'mark')
      deeds.push([]);
    else if (!(form === 'to' && deeds.at(-1)!.length === 0)) deeds.at(-1)!.push(i);
  }
  return deeds.filter((deed) => deed.length > 0);
}

/** The answer of whoever was asked: in the same sentence by anybody but the asker, after it by the one asked. */
function grantOf(
  scenes: Scene[],
  index: number,
  verb: number,
  { to, asked }: { to: number | null; asked: ReadonlySet<string> },
  statementAt: StatementAt,
): Answer | null {
  for (let s = index; s <= Math.min(index + NEAR, scenes.length - 1); s++) {
    const scene = scenes[s]!;
    const { tokens } = scene.sentence;
    for (let at = s === index ? verb + 1 : 0; at < tokens.length; at++) {
      const lemma = lemmaOf(tokens[at]!);
      const granted = GRANT.test(lemma);
      if (
        tokens[at]!.upos !== 'VERB' ||
        (!granted && !DENY.test(lemma)) ||
        /^(?:acl|amod|xcomp)/.test(tokens[at]!.deprel)
      )
        continue;
      // What was agreed to is told as a deed; "agreed that they would stay in touch" answers nobody.
      if (kids(scene, at, /^(?:xcomp|obl|obj)/).length === 0 && kids(scene, at, /^ccomp/).length > 0) continue;
      const own = kids(scene, at, /^nsubj/);
      if (own.length !== 1 || kids(scene, own[0]!, /^conj/).length > 0) continue;
      const actor = actors(scene, own, statementAt)[0];
      if (actor === undefined || (s > index && actor !== to)) continue;
      // "agreed to pay a fee" does not grant "asked him to invest".
      const deed = kids(scene, at, /^xcomp/)[0];
      if (deed !== undefined && !meets(scene, deed, asked)) continue;
      const words = under(scene, at, /^(?:parataxis|punct|conj|cc$)/);
      return {
        actor,
        answer: granted !== isNegated(scene, at) ? 'accepted' : 'rejected',
        evidence: rangeOfWords(scene, words),
      };
    }
  }
  return null;
}

/** True where a deed shares a word with what was asked, or points at it: "agreed to build such a bridge". */
function meets(scene: Scene, deed: number, asked: ReadonlySet<string>): boolean {
  const words = under(scene, deed).map((i) => scene.sentence.tokens[i]!);
  return (
    words.some((token) => /^(?:such|so|it|this|that|them)$/i.test(token.form)) ||
    stemsOf(words).some((stem) => asked.has(stem))
  );
}

/** "a pause in return for the ships", where the sentence speaks of talks or offers. */
function exchange(scene: Scene, at: number): Described[] {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  if (
    !/^(?:return|exchange)$/i.test(token.form) ||
    tokens[at - 1]?.form.toLowerCase() !== 'in' ||
    tokens[at + 1]?.form.toLowerCase() !== 'for'
  )
    return [];
  if (!tokens.some((word) => TALKS.test(lemmaOf(word)))) return [];
  // What stands right before, back to the verb or a comma; of "talks on a pause" the pause.
  let first = at - 2;
  while (
    first >= 0 &&
    at - first < MAX_BEFORE &&
    !/^(?:VERB|AUX)$/.test(tokens[first]!.upos) &&
    tokens[first]!.form !== ','
  )
    first--;
  first++;
  for (let i = first; i < at - 2; i++)
    if (TALKS.test(lemmaOf(tokens[i]!)) && tokens[i + 1]!.upos === 'ADP') first = i + 2;
  const back = tokens[at + 1]!.head;
  const given = Array.from({ length: at - 1 - first }, (_, k) => first + k);
  if (back <= at + 1 || !given.some((i) => /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos))) return [];
  const returned = under(scene, back, /^(?:acl:relcl|parataxis|appos)/).filter((i) => i > at + 1);
  if (returned.some((i) => /^(?:anonymity|comment)$/.test(lemmaOf(tokens[i]!)))) return [];
  const all = Array.from({ length: returned.at(-1)! - first + 1 }, (_, k) => first + k);
  const described = make(scene, rangeOfWords(scene, all), all, [], 'proposal/exchange');
  const terms = [given, returned].map((words) => termOf(scene, rangeOfWords(scene, words), null));
  return [{ ...described, terms: terms.map((term) => ({ ...term, exchange: true })) }];
}

const TALKS =
  /^(?:negotiation|negotiate|talk|discuss|discussion|deal|offer|propose|proposal|plan|mediator|mediate|bargain)s?$/;
const MAX_BEFORE = 16;

function make(scene: Scene, range: Range, words: number[], authors: number[], rule: Described['rule']): Described {
  return {
    scene,
    name: scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' ').replace(/^to /, ''),
    range,
    authors,
    terms: [termOf(scene, range, null)],
    answers: [],
    counter: false,
    stems: stemsOf(words.map((i) => scene.sentence.tokens[i]!)),
    rule,
  };
}

function actors(scene: Scene, words: number[], statementAt: StatementAt): number[] {
  const found = words.flatMap((i) => {
    const token = scene.sentence.tokens[i]!;
    const pronoun = /^(?:it|they|we|i)$/i.test(token.form);
    const entity = pronoun ? (statementAt(token.start)?.speaker ?? null) : entityAt(scene, i);
    return entity === null ? [] : [entity];
  });
  return [...new Set(found)];
}
