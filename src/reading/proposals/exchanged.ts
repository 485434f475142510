/**
 * One thing for another. In: "return" or "exchange" in its tree. Out: both as the terms of a proposal. Examples: "a pause
 * of ten days in return for the ships"; "She wants an amnesty in return".
 */
import { isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under } from '../scene.ts';
import { type Described, isTold, make } from './described-entry.ts';
import { partiesAt, type StatementAt } from './parties.ts';
import { type Term, termOf } from './terms.ts';

/** "a pause in return for the ships", where the sentence speaks of talks or offers. */
export function exchange(scene: Scene, at: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  if (
    !/^(?:return|exchange)$/i.test(token.form) ||
    tokens[at - 1]?.form.toLowerCase() !== 'in' ||
    tokens[at + 1]?.form.toLowerCase() !== 'for'
  )
    return [];
  // "wants a freeze in return for the orders": whoever wants or offers it is its author.
  const wanting = tokens.findLastIndex((word, i) => i < at && WANT.test(lemmaOf(word)) && word.upos === 'VERB');
  const authors =
    wanting >= 0 && isTold(scene, wanting) && !isNegated(scene, wanting)
      ? partiesAt(scene, subjectsOf(scene, wanting), statementAt)
      : [];
  if (authors.length === 0 && !tokens.some((word) => TALKS.test(lemmaOf(word)))) return [];
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
  const described = make(scene, rangeOfWords(scene, all), all, authors, 'proposal/exchange');
  const terms = [given, returned].map((words) => termOf(scene, rangeOfWords(scene, words), null));
  return [{ ...described, terms: terms.map((term) => ({ ...term, exchange: true })) }];
}

/** "She wants an amnesty in return": what is given for it was told in the sentence before, by the same party. */
export function inReturn(scenes: Scene[], index: number, at: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  const { tokens } = scene.sentence;
  if (!/^(?:return|exchange)$/i.test(tokens[at]!.form) || !/^in$/i.test(tokens[at - 1]?.form ?? '')) return [];
  if (!/^[.,;]$/.test(tokens[at + 1]?.form ?? '.')) return [];
  const wanting = tokens.findLastIndex((word, i) => i < at && WANT.test(lemmaOf(word)) && word.upos === 'VERB');
  const object = wanting < 0 ? undefined : kids(scene, wanting, /^obj/).find((i) => i > wanting && i < at);
  if (object === undefined || tokens[object]!.upos === 'PRON' || isNegated(scene, wanting) || !isTold(scene, wanting))
    return [];
  const authors = partiesAt(scene, subjectsOf(scene, wanting), statementAt);
  if (authors.length === 0) return [];
  const words = under(scene, object, /^(?:parataxis|acl:relcl)/).filter((i) => i < at - 1 && i > wanting);
  const described = make(scene, rangeOfWords(scene, words), words, authors, 'proposal/exchange');
  const before = scenes[index - 1];
  const given = before && givenIn(before, authors, statementAt);
  return [
    {
      ...described,
      name: given ? `${described.name} for ${given.text}` : described.name,
      terms: [...described.terms, ...(given ? [given] : [])].map((term) => ({ ...term, exchange: true })),
      stems: [...new Set([...described.stems, ...(given?.stems ?? [])])],
    },
  ];
}

/** What a party is told, in a sentence, to have said that it would do. */
function givenIn(scene: Scene, authors: number[], statementAt: StatementAt): Term | null {
  const { tokens } = scene.sentence;
  for (const [i, token] of tokens.entries()) {
    if (token.upos !== 'VERB' || !kids(scene, i, /^aux/).some((k) => /^(?:would|will)$/i.test(tokens[k]!.form)))
      continue;
    const speaker = statementAt(token.start)?.speaker;
    const own = partiesAt(scene, subjectsOf(scene, i), statementAt);
    if (!(typeof speaker === 'number' && authors.includes(speaker)) && !own.some((who) => authors.includes(who)))
      continue;
    return termOf(
      scene,
      rangeOfWords(
        scene,
        under(scene, i, /^(?:nsubj|aux|mark|parataxis|punct)/).filter((k) => k >= i),
      ),
      null,
    );
  }
  return null;
}

const TALKS =
  /^(?:negotiation|negotiate|talk|discuss|discussion|deal|offer|propose|proposal|plan|mediator|mediate|bargain)s?$/;
const WANT = /^(?:accept|agree|ask|demand|offer|promise|seek|want)$/;
const MAX_BEFORE = 16;
