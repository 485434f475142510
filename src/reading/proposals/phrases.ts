/**
 * Answers that take more than a verb. In: a sentence. Out: where a way of answering stands and what it is said of.
 * Example: "poured cold water on the plan" rejects the plan; "gave it their blessing" accepts it.
 */
import { readList } from '../../data/lists.ts';
import type { Token } from '../../language/doc.ts';
import { lemmaOf, type Scene } from '../scene.ts';
import type { AnswerKind } from './answers.ts';
import { BODY } from './words.ts';

export interface Phrase {
  kind: AnswerKind;
  /** Indexes of its verb and of its last word. */
  verb: number;
  last: number;
  /** The word that it is said of; null where none needs to be named. */
  object: number | null;
  /** True where "not" or "never" stands before its verb; a "no" of its own ("had no quarrel with") is none. */
  negated: boolean;
}

const byVerb = new Map<string, { kind: AnswerKind; words: string[] }[]>();
for (const line of readList('en/answer-phrases.tsv')) {
  const [kind, phrase] = line.split('\t') as [AnswerKind, string];
  const words = phrase.split(' ');
  byVerb.set(words[0]!, [...(byVerb.get(words[0]!) ?? []), { kind, words: words.slice(1) }]);
}
// The longest first: "say no to it" goes before "say no".
for (const phrases of byVerb.values()) phrases.sort((a, b) => b.words.length - a.words.length);

/** The phrases of a sentence, the longest at each verb. */
export function phrasesIn(scene: Scene): Phrase[] {
  return scene.sentence.tokens.flatMap((token, verb) => {
    if (token.upos !== 'VERB' && token.upos !== 'AUX') return [];
    for (const { kind, words } of startingWith(token)) {
      const found = matchAt(scene, verb, words);
      if (found) return [{ kind, verb, negated: isNot(scene, verb), ...found }];
    }
    return [];
  });
}

/** The phrases of a verb. The endings that make lemmas may leave or take an "e" too many: "rul", "poure". */
function startingWith(token: Token): { kind: AnswerKind; words: string[] }[] {
  const lemma = IRREGULAR[token.form.toLowerCase()] ?? lemmaOf(token);
  return byVerb.get(lemma) ?? byVerb.get(`${lemma}e`) ?? byVerb.get(lemma.replace(/e$/, '')) ?? [];
}

// Forms that those endings do not know.
const IRREGULAR: Record<string, string> = { shot: 'shoot', slept: 'sleep', tore: 'tear', torn: 'tear' };

function isNot({ sentence: { tokens } }: Scene, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - GAP) && /^(?:AUX|ADV|PART)$/.test(tokens[i]!.upos); i--)
    if (/^(?:not|n[’']t|never)$/i.test(tokens[i]!.form)) return true;
  return false;
}

// Words of describing that may stand between two words of a phrase, and words that its object may have in the middle.
const GAP = 3;
const INSIDE = 8;

function matchAt(scene: Scene, verb: number, words: string[]): { last: number; object: number | null } | null {
  const { tokens } = scene.sentence;
  let at = verb;
  let object: number | null = null;
  for (const [k, word] of words.entries()) {
    if (word === '*') {
      object = nounAfter(scene, at);
      if (object === null) return null;
      if (k < words.length - 1) at = object;
      continue;
    }
    const reach = words[k - 1] === '*' ? INSIDE : GAP;
    let next = at + 1;
    while (next < tokens.length && next - at <= reach && !is(scene, next, word)) {
      if (reach === GAP && !/^(?:DET|ADJ|ADV|PRON|NUM)$/.test(tokens[next]!.upos)) return null;
      if (/^(?:VERB|SCONJ)$/.test(tokens[next]!.upos) || /^[.;:]$/.test(tokens[next]!.form)) return null;
      next++;
    }
    if (next >= tokens.length || next - at > reach) return null;
    at = next;
  }
  // "said no ship had sailed"
  if (tokens[at]!.form.toLowerCase() === 'no' && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.upos ?? '')) return null;
  return { last: at, object };
}

const is = ({ sentence: { tokens } }: Scene, at: number, word: string): boolean =>
  word === '@body'
    ? BODY.has(lemmaOf(tokens[at]!))
    : lemmaOf(tokens[at]!) === word || tokens[at]!.form.toLowerCase() === word;

/** The head of the phrase that begins after a word. */
function nounAfter({ sentence: { tokens } }: Scene, at: number): number | null {
  for (let i = at + 1; i < Math.min(tokens.length, at + INSIDE); i++) {
    const { upos, deprel, head } = tokens[i]!;
    if (/^(?:VERB|AUX|SCONJ|ADP|CCONJ)$/.test(upos) && !/^(?:amod|compound)/.test(deprel)) return null;
    if (!/^(?:NOUN|PROPN|PRON|DET)$/.test(upos)) continue;
    if (upos === 'DET' && !/^(?:obj|obl|nmod)/.test(deprel)) continue;
    if (head > i && /^(?:compound|nmod:poss|amod|nmod:desc|det|flat|nummod)/.test(deprel)) continue;
    return i;
  }
  return null;
}
