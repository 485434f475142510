/** Clues that count the days of something that goes on: "on the tenth day of the strike". */
import type { Token } from '../../language/doc.ts';
import type { DateClue } from './clue.ts';
import { OPENING, type Sight } from './sight.ts';

const NTH = /\b([a-z]{4,11}(?:-[a-z]{4,7})?|\d{1,3}(?:st|nd|rd|th)) day of (?:the|their|its|a|an) /gi;
/** Words between the article and its noun, at most. */
const BETWEEN = 3;

export function nthClues({ text, sentence, number }: Sight): DateClue[] {
  const { start, end, tokens } = sentence;
  return [...text.slice(start, end).matchAll(NTH)].flatMap((match): DateClue[] => {
    const ordinal = ordinalOf(match[1]!.toLowerCase());
    if (ordinal === null) return [];
    const from = start + match.index;
    const behind = from + match[0].length;
    const at = tokens.findIndex((token) => token.start >= behind);
    const noun = at < 0 ? -1 : lastOfNouns(tokens, at);
    if (noun < 0) return [];
    const lemma = tokens[noun]!.lemma.toLowerCase();
    const place = { start: from, end: tokens[noun]!.end, words: [lemma], sentence: number };
    return [{ ...place, kind: 'nth', ordinal, noun: lemma, news: number < OPENING }];
  });
}

/** "the long dock strike": its last noun; -1 where there is none nearby. */
function lastOfNouns(tokens: Token[], from: number): number {
  const first = tokens.findIndex(({ upos }, i) => i >= from && i < from + BETWEEN && upos === 'NOUN');
  if (first < 0) return -1;
  let at = first;
  while (tokens[at + 1]?.upos === 'NOUN') at++;
  return at;
}

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "a", "four" and "12" as numbers. */
export function countOf(word: string): number | null {
  if (word === 'a' || word === 'an') return 1;
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = COUNTS.indexOf(word);
  return at < 0 ? null : at + 1;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const TENS: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 };

function ordinalOf(word: string): number | null {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  if (digits) return Number(digits[1]);
  const [tens, ones] = word.split('-');
  const at = ORDINALS.indexOf(ones ?? tens!);
  if (at < 0) return null;
  if (ones === undefined) return at + 1;
  return TENS[tens!] === undefined || at > 8 ? null : TENS[tens!]! + at + 1;
}
