/**
 * Terms of attribution: on which terms an unnamed source spoke, with the words that tell. In: sentences. Out: kind and
 * range. Example: "an official said on condition of anonymity" gives anonymous.
 */
import type { Statement } from '../model/record.ts';
import type { LocalStatement, Range } from './reading.ts';

type Kind = NonNullable<Statement['terms']>['kind'];

export interface Terms {
  kind: Kind;
  evidence: Range;
}

const WHO = '(?:he|she|they|it|the \\p{L}+)';
const UNNAMED = '(?:named|identified|quoted(?: by name)?|cited by name)';
/** The first that fits wins. */
const TERMS: { kind: Kind; pattern: RegExp }[] = [
  { kind: 'on deep background', pattern: /\bon deep background\b/iu },
  { kind: 'on background', pattern: /\bon background\b/iu },
  { kind: 'off the record', pattern: /\boff[ -]the[ -]record\b/iu },
  { kind: 'anonymous', pattern: /\b(?:on|under) (?:the |strict )?condition of (?:strict )?anonymity\b/iu },
  { kind: 'anonymous', pattern: new RegExp(`\\bon (?:the )?condition (?:that )?${WHO} not be ${UNNAMED}`, 'iu') },
  { kind: 'anonymous', pattern: new RegExp(`\\bon (?:the )?condition of not being ${UNNAMED}`, 'iu') },
  {
    kind: 'anonymous',
    pattern: new RegExp(
      `\\b(?:ask|request|insist|declin|refus|wish|want|prefer)\\p{L}* (?:on )?(?:not )?(?:to |being |be ){1,2}(?:${UNNAMED}|(?:remain |stay )?(?:anonymous|unnamed))`,
      'iu',
    ),
  },
  {
    kind: 'anonymous',
    pattern: /\b(?:request(?:ed|ing)?|granted|(?:ask|insist)(?:ed|ing)? (?:for|on)|in return for) anonymity\b/iu,
  },
  { kind: 'anonymous', pattern: /\bsp(?:oke|eak|eaking|eaks) anonymously\b/iu },
  {
    kind: 'anonymous',
    pattern:
      /\b(?:not|n[’']t|un|without being) ?(?:authori[sz]ed|permitted|allowed) to (?:speak|talk|comment|discuss|brief|give)(?: \p{L}+){0,3}?(?: publicly| to the (?:media|press)| to reporters| on the record)?/iu,
  },
  { kind: 'anonymous', pattern: /\bwho (?:could|can|would) not be (?:named|identified)\b/iu },
  { kind: 'on the record', pattern: /\b(?:sp(?:oke|eaking)|said|talk(?:ed|ing)) on the record\b/iu },
];

/** The terms that a stretch of text tells, or null. */
export function termsIn(text: string, { start, end }: Range): Terms | null {
  const words = text.slice(start, end);
  for (const { kind, pattern } of TERMS) {
    const match = pattern.exec(words);
    if (match) return { kind, evidence: { start: start + match.index, end: start + match.index + match[0].length } };
  }
  return null;
}

/** Words that go back to somebody who was introduced: "the official", "they". */
const BACK = /^(?:the|this|that|these|those|both|he|she|they)\b/i;

/**
 * Gives each statement of an unnamed source the terms that its own sentence tells, or the one after it where that goes
 * on about the source ("The official spoke on …"); and to "the official" later what the official was given before.
 */
export function giveTerms(
  text: string,
  sentences: Range[],
  told: { statement: Pick<LocalStatement, 'named' | 'source' | 'terms'>; sentence: number }[],
): void {
  const granted = new Map<string, Terms>();
  for (const { statement, sentence } of told) {
    const { source } = statement;
    if (statement.named || !source) continue;
    const words = text.slice(source.start, source.end).toLowerCase();
    const noun = lastWord(words);
    const own = sentences[sentence];
    const next = sentences[sentence + 1];
    const goesOn = next && BACK.test(text.slice(next.start, next.end));
    const terms =
      (own && termsIn(text, own)) ??
      (goesOn ? termsIn(text, next) : null) ??
      (BACK.test(words) ? granted.get(noun) : null);
    if (!terms) continue;
    statement.terms = terms;
    granted.set(noun, terms);
  }
}

/** "a senior official in Selm" and "the official" share their noun: the last word before a preposition. */
function lastWord(words: string): string {
  const phrase = words.split(/ (?:of|in|at|with|from|for|to|on|who|familiar|close|briefed|involved)\b|,/)[0]!;
  return phrase.trim().split(/\s+/).at(-1)!.replace(/s$/, '');
}
