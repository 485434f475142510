/**
 * What a party says that it is ready for, or would do on a condition. In: a word in its tree. Out: the deed as a proposal.
 * Example: "The union would call off the walkout if the airline took back the pilots, it said".
 */
import { speakerOf } from '../positions/holders.ts';
import { isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { type Described, isTold, make } from './described-entry.ts';
import { hasCase } from './mentions.ts';
import { makersAt, type StatementAt } from './parties.ts';
import { GIFT, GIVE, knows } from './words.ts';

/**
 * "is ready to open the road", "would lift the ban if the ships left": a deed that one party can promise, with a
 * condition or as what it is prepared for.
 */
export function readiness(scene: Scene, at: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  let deed: number | undefined;
  let conditional = false;
  const isPrepared = /^(?:ready|willing|prepared)$/i.test(token.form) && /^(?:ADJ|VERB)$/.test(token.upos);
  if (isPrepared && !isNegated(scene, at)) {
    deed = kids(scene, at, /^(?:xcomp|advcl|ccomp)/).find((i) => i > at && tokens[i]!.upos === 'VERB');
    if (!kids(scene, at, /^(?:cop|aux)/).some((i) => /^(?:is|was|are|were|’s|'s|’re|’m|am)$/i.test(tokens[i]!.form)))
      return [];
  } else if (
    token.upos === 'VERB' &&
    kids(scene, at, /^aux/).some((i) => /^(?:would|will|could|might|’ll|'ll)$/i.test(tokens[i]!.form)) &&
    // "would have left if" tells what did not happen.
    !kids(scene, at, /^aux/).some((i) => lemmaOf(tokens[i]!) === 'have')
  ) {
    deed = at;
    conditional = true;
  } else if (/^(?:agree|pledge|promise|undertake|vow)$/.test(lemmaOf(token)) && isTold(scene, at)) {
    deed = kids(scene, at, /^xcomp/).find((i) => i > at && tokens[i]!.upos === 'VERB');
    if (deed === undefined || (conditionAt(scene, deed) ?? conditionAt(scene, at)) === null) return [];
  }
  // "is open to a five-year freeze"
  if (/^open$/i.test(token.form) && token.upos === 'ADJ' && !isNegated(scene, at)) {
    const thing = kids(scene, at, /^obl/).find((i) => i > at && hasCase(scene, i, /^to$/));
    const makers =
      thing === undefined || !GIFT.has(lemmaOf(tokens[thing]!))
        ? null
        : makersAt(scene, subjectsOf(scene, at), statementAt);
    if (thing === undefined || makers === null) return [];
    const words = under(scene, thing, /^(?:case|parataxis)/);
    return [make(scene, rangeOfWords(scene, words), words, makers, 'proposal/ready')];
  }
  if (deed === undefined || isNegated(scene, deed)) return [];
  const isTruce = lemmaOf(tokens[deed]!) === 'hold' && tokens.slice(deed, deed + 4).some(({ form }) => form === 'fire');
  if (!isTruce && !knows(GIVE, verbOf(scene, deed)) && !knows(GIVE, lemmaOf(tokens[deed]!))) return [];
  if (
    /^(?:acl|advcl)/.test(token.deprel) ||
    kids(scene, at, /^mark/).some((i) => /^(?:if|whether|unless)$/i.test(tokens[i]!.form))
  )
    return [];
  if (kids(scene, deed, /^(?:obj|obl)/).length === 0) return [];
  const condition = conditionAt(scene, deed) ?? conditionAt(scene, at);
  if (conditional && condition === null) return [];
  // What is promised is told of somebody, or for something; a reporter alone foresees it.
  const told = statementAt(token.start);
  if (conditional && told === null && !/^(?:in|on)$/i.test(tokens[condition!]!.form)) return [];
  const subjects = subjectsOf(scene, at);
  let authors = makersAt(scene, subjects, statementAt);
  // "said that his men would leave": who has them promises it.
  const isOwn = subjects.some((i) =>
    kids(scene, i, /^nmod:poss/).some((k) => /^(?:his|her|its|their|our|my)$/i.test(tokens[k]!.form)),
  );
  if (authors === null && isOwn && told !== null) {
    const speaker = speakerOf(scene, told)?.entity;
    authors = speaker === undefined ? null : [speaker];
  }
  if (authors === null) return [];
  // "said that it could pay more if": only who speaks holds it out; of others it is a guess.
  const isGuess = conditional && kids(scene, at, /^aux/).some((i) => /^(?:could|might)$/i.test(tokens[i]!.form));
  if (isGuess && !(told !== null && told.speaker !== null && authors.includes(told.speaker))) return [];
  const words = under(scene, deed, /^(?:nsubj|aux|parataxis|mark|conj$|cc$)/).filter((i) => i >= deed || i >= at);
  return [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/ready')];
}

/** "if …", "provided that …", "as long as …", "in return for …" behind a deed: the word that opens it. */
export function conditionAt(scene: Scene, deed: number): number | null {
  const { tokens } = scene.sentence;
  for (let i = deed + 1; i < tokens.length; i++) {
    const form = tokens[i]!.form.toLowerCase();
    const next = tokens[i + 1]?.form.toLowerCase();
    if (/^(?:if|provided|providing|unless)$/.test(form)) return i;
    if (form === 'as' && /^(?:long|soon)$/.test(next ?? '')) return i;
    if (form === 'once' && kids(scene, tokens[i]!.head < 0 ? i : tokens[i]!.head, /^nsubj/).length > 0) return i;
    if (/^(?:in|on)$/.test(form) && /^(?:return|exchange|condition)$/.test(next ?? '')) return i;
  }
  return null;
}
