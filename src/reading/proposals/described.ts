/**
 * Proposals that are described, not named. In: sentences with their trees. Out: what was proposed, by whom, and how it
 * was answered on the spot. Example: "Lind asked the union to open the gate, and the union agreed" is a request granted;
 * "a pause of ten days in return for the ships" is an exchange.
 */
import type { Range } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { stemsOf } from '../stems.ts';
import type { Answer, StatementAt } from './answers.ts';
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
  rule: 'proposal/verb' | 'proposal/request' | 'proposal/exchange';
}

export function describedIn(scenes: Scene[], index: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  return scene.sentence.tokens.flatMap((token, at) => {
    if (token.upos === 'VERB')
      return [...proposing(scene, at, statementAt), ...request(scenes, index, at, statementAt)];
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
    !/^(?:propose|offer|table)$/.test(lemma) ||
    isNegated(scene, verb) ||
    /^(?:amod|compound)/.test(tokens[verb]!.deprel)
  )
    return [];
  const objects = kids(scene, verb, /^(?:obj|ccomp|xcomp)/).filter((i) => i > verb);
  const object = objects[0];
  if (object === undefined || tokens[object]!.upos === 'PRON') return [];
  const noun = lemmaOf(tokens[object]!);
  // A named proposal is found by its noun.
  if (NOUNS.has(noun) || LOOSE.has(noun)) return [];
  const words = kids(scene, verb, /^(?:obj|iobj|ccomp|xcomp|obl)/)
    .filter((i) => i > verb)
    .flatMap((i) => under(scene, i, /^(?:parataxis|mark$)/))
    .sort((a, b) => a - b);
  const isNumber = under(scene, object, /^acl/).some((i) => tokens[i]!.upos === 'NUM' && lemmaOf(tokens[i]!) !== 'one');
  const isSwap = /\bin (?:return|exchange) for\b/i.test(scene.doc.text.slice(tokens[verb]!.start, scene.sentence.end));
  if (lemma !== 'propose' && !isNumber && !isSwap) return [];
  const authors = actors(scene, subjectsOf(scene, verb), statementAt);
  if (authors.length === 0) return [];
  return [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb')];
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
  const answer = grantOf(scenes, index, verb, to, statementAt);
  if (!answer || authors.length === 0) return [];
  const words = under(scene, deed, /^(?:punct|parataxis)/);
  const described = make(scene, rangeOfWords(scene, words), words, authors, 'proposal/request');
  const parts = [deed, ...kids(scene, deed, /^conj/)];
  described.terms = parts.map((part) =>
    termOf(
      scene,
      rangeOfWords(
        scene,
        parts.length > 1 ? under(scene, part, /^(?:conj|cc$|punct|mark)/) : under(scene, part, /^(?:punct|mark)/),
      ),
      null,
    ),
  );
  return [{ ...described, answers: [answer] }];
}

/** The answer of whoever was asked: in the same sentence by anybody but the asker, after it by the one asked. */
function grantOf(
  scenes: Scene[],
  index: number,
  verb: number,
  to: number | null,
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
    name: scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' '),
    range,
    authors,
    terms: [termOf(scene, range, null)],
    answers: [],
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
