/**
 * What each way of describing a proposal gives, and how it is made of words. Example: "the port open in May", proposed by
 * Ana Lind.
 */
import type { Range } from '../reading.ts';
import { isNegated, kids, lemmaOf, rangeOfWords, type Scene } from '../scene.ts';
import { stemsOf } from '../stems.ts';
import type { Answer } from './answers.ts';
import { type Term, termOf } from './terms.ts';
import { ALIAS } from './words.ts';

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
  rule: 'proposal/verb' | 'proposal/ready' | 'proposal/request' | 'proposal/exchange';
}

export function make(scene: Scene, whole: Range, all: number[], authors: number[], rule: Described['rule']): Described {
  const words = untilQuote(scene, untilAside(scene, all));
  const range = words.length === all.length ? whole : rangeOfWords(scene, words);
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

/** The words before a mark of quoting that they do not close. */
function untilQuote(scene: Scene, words: number[]): number[] {
  const { tokens } = scene.sentence;
  const opens = words.findLastIndex((i) => /^(?:“|‘|``)$/.test(tokens[i]!.form));
  const isClosed = words.slice(opens + 1).some((i) => /^(?:”|’|'')$/.test(tokens[i]!.form));
  return opens <= 0 || isClosed ? words : words.slice(0, opens);
}

/** The words before ", an idea that …" and "– a step that …", which speaks of what was proposed. */
function untilAside(scene: Scene, words: number[]): number[] {
  const { tokens } = scene.sentence;
  const cut = words.findIndex(
    (i, k) =>
      k > 0 &&
      /^(?:,|-|–|—|--)$/.test(tokens[i]!.form) &&
      /^(?:an?|the)$/i.test(tokens[i + 1]?.form ?? '') &&
      [2, 3].some((step) => ALIAS.has(lemmaOf(tokens[i + step] ?? tokens[i]!))),
  );
  const kept = cut < 0 ? words : words.slice(0, cut);
  return kept.filter((i) => tokens[i]!.upos !== 'PUNCT').length > 0 ? kept : words;
}

/** True where it is told as done: not wanted, not possible, no means to an end. */
export function isTold(scene: Scene, verb: number): boolean {
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
export function isDay(scene: Scene, at: number): boolean {
  const { start, end } = scene.sentence.tokens[at]!;
  const { timexes } = scene.doc;
  return timexes.some((time) => time.start <= start && end <= time.end && time.type !== 'DURATION');
}
