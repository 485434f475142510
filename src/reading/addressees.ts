/**
 * Whom words are said to. In: the sentence of a cue. Out: entities of the article. Example: in "Ana Lind urged Carlos
 * Reyes to wait" it is Carlos Reyes.
 */
import type { Sentence, Token } from '../language/doc.ts';
import type { Range } from './reading.ts';
import { type Cast, mentionsIn } from './speakers/cast.ts';

/** Verbs whose object is spoken to. */
const ADDRESSING =
  /^(?:tell|told|ask|urge|inform|remind|warn|assure|reassure|promise|advise|brief|press|pressure|push|invite|beg|implore|order|instruct|encourage|thank|congratulate|notify|lobby|persuade|counsel|caution|request|challenge|command)$/;
/** Verbs that take whom they speak to behind "to" or "on": "appealed to the union", "called on the minister to open it". */
const BEHIND: Record<string, RegExp> = {
  on: /^(?:call|prevail|lean)$/,
  upon: /^(?:call|prevail)$/,
  to: /^(?:appeal|say|explain|suggest|write|convey|express|voice|stress|propose|admit|complain|apologize|promise|reaffirm|repeat|indicate|signal|announce|reply|respond|report|raise|present)$/,
  with: /^(?:plead|agree|raise|insist|share)$/,
};
/** What two hold with each other: "in an interview with Ana Lind", "during his call with the minister". */
const EXCHANGE = /^(?:interview|call|conversation|meeting|exchange|letter|message|note|email|e-mail)$/;
const TOWARDS = /^(?:with|to)$/;

/**
 * @param head the token that heads the cue.
 * @param speaker who speaks, who is not spoken to.
 * @param outer whose words tell of it: "Lind said that Reyes told her".
 */
export function findAddressees(
  cast: Cast,
  sentence: Sentence,
  head: number,
  speaker: number | null = null,
  outer: number | null = null,
): number[] {
  const { tokens } = sentence;
  const lemma = tokens[head]!.lemma || tokens[head]!.form.toLowerCase();
  const found = new Set<number>();
  const add = (at: number): void => {
    const whom = meantBy(cast, tokens[at]!, outer);
    if (whom !== null && whom !== speaker) found.add(whom);
    tokens.forEach((token, i) => {
      if (token.head === at && token.deprel === 'conj') add(i);
    });
  };
  tokens.forEach((token, i) => {
    if (token.head !== head) return;
    if (/^i?obj/.test(token.deprel) && ADDRESSING.test(lemma)) add(i);
    if (/^obl/.test(token.deprel) && BEHIND[caseOf(tokens, i)]?.test(lemma)) add(i);
    // "had a word in an interview with": the partner of an exchange that hangs on the cue.
    if (/^obl/.test(token.deprel) && EXCHANGE.test(token.lemma))
      tokens.forEach((other, k) => {
        if (other.head === i && /^nmod/.test(other.deprel) && TOWARDS.test(caseOf(tokens, k))) add(k);
      });
  });
  return [...found];
}

/** Words between "an interview with" and the name: "CNN’s", "the prime minister,". */
const TITLE = 8;

/** The other side of a call or an interview: "in a call with Ana Lind". People only, where `onlyPeople`. */
export function findPartner(cast: Cast, { tokens }: Sentence, within: Range, onlyPeople: boolean): number | null {
  for (let i = 0; i + 2 < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.start < within.start || token.end > within.end) continue;
    if (!EXCHANGE.test(token.lemma) || tokens[i + 1]!.form !== 'with') continue;
    const range = { start: tokens[i + 2]!.start, end: tokens[Math.min(tokens.length, i + 2 + TITLE) - 1]!.end };
    const mentions = mentionsIn(cast, range);
    const isPerson = (mention: { entity: number }): boolean => cast.entities[mention.entity]!.kind === 'person';
    const first = mentions[0] && mentions[0].start === range.start ? mentions[0] : undefined;
    const best = mentions.find(isPerson) ?? (onlyPeople ? undefined : first);
    if (best) return best.entity;
  }
  return null;
}

function caseOf(tokens: readonly Token[], at: number): string {
  return tokens.find((token) => token.head === at && token.deprel === 'case')?.form.toLowerCase() ?? '';
}

/** A pronoun in what somebody tells means that somebody, if nothing else is known of it. */
function meantBy(cast: Cast, token: Token, outer: number | null): number | null {
  const form = token.form.toLowerCase();
  if (/^(?:me|us)$/.test(form)) return outer;
  if (/^(?:him|her|them)$/.test(form)) return cast.pronouns.get(token.start) ?? outer;
  const mentions = mentionsIn(cast, token);
  const mention = mentions.find(({ start, end }) => start <= token.start && token.end <= end) ?? mentions[0];
  return mention && cast.entities[mention.entity]!.kind !== 'place' ? mention.entity : null;
}
