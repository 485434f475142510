/**
 * Proposals put by verbs that are not only of proposing. In: a verb in its tree. Out: what was put, by whom. Examples:
 * "put 4 percent on the table", "gave the army until Friday to leave", "called for a ten-day truce".
 */
import { isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { type Described, isTold, make } from './described-entry.ts';
import { hasCase } from './mentions.ts';
import { makersAt, partiesAt, type StatementAt } from './parties.ts';
import { GIFT, NOUNS } from './words.ts';

/** "has put 4 percent on the table", "floated the idea of a freeze": what is put there without a noun of proposing. */
export function putting(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const lemma = lemmaOf(tokens[verb]!);
  if (
    !/^(?:put|place|lay|float|moot|raise|suggest|propose)$/.test(lemma) ||
    isNegated(scene, verb) ||
    !isTold(scene, verb)
  )
    return [];
  const object = kids(scene, verb, /^obj/).find((i) => i > verb);
  if (object === undefined || tokens[object]!.upos === 'PRON' || NOUNS.has(lemmaOf(tokens[object]!))) return [];
  const table = kids(scene, verb, /^obl/).find((i) => lemmaOf(tokens[i]!) === 'table' && hasCase(scene, i, /^on$/));
  const idea = /^(?:idea|possibility|prospect|notion)$/.test(lemmaOf(tokens[object]!))
    ? kids(scene, object, /^(?:nmod|acl)/).find((i) => i > object && hasCase(scene, i, /^of$/))
    : undefined;
  if (table === undefined ? idea === undefined || lemma === 'put' : !/^(?:put|place|lay)$/.test(lemma)) return [];
  const words = under(scene, idea ?? object, /^(?:case|parataxis)/).filter(
    (i) => i > verb && (table === undefined || i < table - 2),
  );
  const authors = makersAt(scene, subjectsOf(scene, verb), statementAt);
  return authors === null || words.length === 0
    ? []
    : [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb')];
}

/** "gave the army until Friday to leave", "gave them ten days to pay": an ultimatum. */
export function ultimatum(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  if (lemmaOf(tokens[verb]!) !== 'give' || isNegated(scene, verb) || !isTold(scene, verb)) return [];
  const to = kids(scene, verb, /^i?obj/)[0];
  const party = to === undefined ? undefined : partiesAt(scene, [to], statementAt)[0];
  const mark = tokens.findIndex(
    (token, i) => i > verb && i < verb + MAX_BEFORE && token.form === 'to' && token.deprel === 'mark',
  );
  if (party === undefined || to === undefined || mark < 0) return [];
  const { timexes } = scene.doc;
  const time = timexes[firstFrom(timexes, tokens[to]!.end)];
  if (!time || time.end > tokens[mark]!.start || tokens[mark]!.start - time.end > 2) return [];
  const deed = tokens[mark]!.head;
  const words = under(scene, deed, /^(?:mark|parataxis)/).filter((i) => i > mark);
  const authors = partiesAt(scene, subjectsOf(scene, verb), statementAt);
  // "gave her son until noon" is told of nobody else.
  if (authors.length === 0 || authors.includes(party) || words.length === 0) return [];
  const all = Array.from({ length: words.at(-1)! - to }, (_, k) => to + 1 + k);
  return [make(scene, rangeOfWords(scene, all), all, authors, 'proposal/verb')];
}

/** "called for a ten-day truce", "appealed for a pause of a week": what is called for has a length or a price. */
export function calling(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  if (
    !/^(?:call_for|call|appeal|ask|push|press)$/.test(verbOf(scene, verb)) ||
    isNegated(scene, verb) ||
    !isTold(scene, verb)
  )
    return [];
  const given = kids(scene, verb, /^obl/).find((i) => i > verb && hasCase(scene, i, /^for$/));
  if (given === undefined || !GIFT.has(lemmaOf(tokens[given]!))) return [];
  const words = under(scene, given, /^(?:case|parataxis)/).filter((i) => i > verb);
  if (!words.some((i) => tokens[i]!.upos === 'NUM' || /^(?:week|month|day|year)(?:-long)?$/.test(lemmaOf(tokens[i]!))))
    return [];
  const authors = makersAt(scene, subjectsOf(scene, verb), statementAt);
  return authors === null ? [] : [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb')];
}

// Words from a verb of giving to its deed.
const MAX_BEFORE = 16;
