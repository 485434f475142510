/**
 * Whether a day named in an article lies before its publishing or after it, where the words leave no doubt. Stricter
 * than the tense that reads "Thursday" as the last one or the next: a day told wrongly as past makes a wrong date.
 */
import type { Sentence, Timex, Token } from '../../language/doc.ts';

export type Direction = 'past' | 'future' | null;

/**
 * Ahead is what has a plain future or a deadline: what is told with an infinitive may be over ("agreed to hold off
 * from May 4"). Behind is what a verb in the past tells of itself: not the day of talks that somebody spoke of, nor
 * that of a plan ("had been invited for 20 April").
 * @param loose the direction of the clause by its tense.
 * @param first the first and
 * @param last the last token of the expression.
 */
export function soundDirection(
  loose: Direction,
  timex: Timex,
  { text, sentence }: { text: string; sentence: Sentence },
  [first, last]: [number, number],
): Direction {
  const { tokens } = sentence;
  const before = tokens[first - 1];
  if (loose === 'future') {
    const words = text.slice(Math.max(sentence.start, timex.start - 80), timex.start);
    const after = text.slice(timex.end, Math.min(sentence.end, timex.end + 12));
    return AHEAD.test(words) || /^\s+deadline/i.test(after) ? 'future' : null;
  }
  if (loose === null || BOUNDS.has(before?.lemma ?? '')) return null;
  const at = headOf(tokens, first, last);
  if (at < 0) return 'past';
  // "In 2027, Lind said that there would be": the day may be that of what is said.
  if (at > last && tokens.some(({ head, deprel }, i) => head === at && deprel === 'ccomp' && isModal(tokens, i)))
    return null;
  // "It said it will redeem the shares on 31 October": the tree may hang the day too high.
  if (tokens.slice(at, first).some(({ xpos }) => xpos === 'MD')) return null;
  return isSoundPast(tokens, at) ? 'past' : null;
}

/** A year is ahead where its own verb has the future: "the 2016 deal will hold" tells nothing of 2016. */
export function isAheadOfVerb(tokens: Token[], [first, last]: [number, number]): boolean {
  const at = headOf(tokens, first, last);
  return (
    at >= 0 &&
    tokens.some(
      (token) => token.head === at && /^aux/.test(token.deprel) && /^(?:will|shall|[’']ll|wo)$/i.test(token.form),
    )
  );
}

/** The token that governs an expression; -1 where the expression itself heads the sentence. */
export function headOf(tokens: Token[], first: number, last: number): number {
  return tokens.slice(first, last + 1).find(({ head }) => head < first || head > last)?.head ?? -1;
}

/** True where an expression belongs, by way of nouns and infinitives, to a verb that tells what has happened. */
export function isUnderSoundPast(tokens: Token[], [first, last]: [number, number]): boolean {
  const top = tokens.slice(first, last + 1).find(({ head }) => head < first || head > last);
  let at = top?.head ?? -1;
  // "Monday night’s debate", "a Saturday call": part of a name.
  if (at < 0 || (tokens[at]!.upos !== 'VERB' && at > last && /^(?:compound|amod|nmod:poss)/.test(top!.deprel)))
    return false;
  for (let hops = 0; hops < HOPS && at >= 0; hops++, at = tokens[at]!.head)
    if (tokens[at]!.upos === 'VERB' && tokens[at]!.xpos !== 'VB') return isSoundPast(tokens, at);
  return false;
}

const HOPS = 4;

function isModal(tokens: Token[], at: number): boolean {
  return tokens.some(({ head, deprel, form }) => head === at && /^aux/.test(deprel) && MODAL.test(form.toLowerCase()));
}

/** True for a verb that tells of itself what has happened: "met", "were seized", "the ships held". */
export function isSoundPast(tokens: Token[], at: number): boolean {
  const verb = tokens[at]!;
  if (verb.upos !== 'VERB' || PLANS.has(verb.lemma)) return false;
  const around = tokens.filter(({ head }) => head === at);
  if (around.some(({ deprel, form }) => deprel === 'mark' && OPEN.test(form))) return false;
  const helpers = around.filter(({ deprel }) => /^aux/.test(deprel)).map(({ form }) => form.toLowerCase());
  if (helpers.some((form) => MODAL.test(form))) return false;
  if (verb.xpos === 'VBD') return true;
  if (verb.xpos !== 'VBN') return false;
  return helpers.length === 0 ? /^acl/.test(verb.deprel) : helpers.some((form) => PERFECT.test(form));
}

/** Such words bound a time; what they bound may be over or not: "said no deal was reached by March 1". */
export const BOUNDS = new Set(
  'by until till beyond before after from to for past through into between due end effective mature expire'.split(' '),
);
const OPEN = /^(?:until|till|if|once|unless|before|whether)$/i;
const MODAL = /^(?:will|would|can|could|may|might|shall|should|must|[’'](?:ll|d)|to)$/;
const PERFECT = /^(?:was|were|had|has|have|been|[’']d|[’']ve)$/;
/** Verbs whose day may be that of what is planned. */
const PLANS = new Set(
  'arrange book delay due expect extend fix invite move plan postpone push reschedule schedule set slate summon'.split(
    ' ',
  ),
);
const AHEAD = /\bwill\b|[’']ll\b|\bwon[’']t\b|\bdeadline\b|\b(?:is|are) (?:due|set|scheduled|expected)\b/i;
