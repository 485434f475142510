/**
 * What a changed sentence touches. In: the sentence before and after, with what was read in both. Out: classes, what
 * matters most first. Example: a word taken out of a quotation touches the quote, however small it is.
 */
import type { Revision } from '../../model/record.ts';
import type { VersionSentence } from './version.ts';

export type Touch = NonNullable<Revision['changed'][number]['touches']>[number];

/** What was read in a sentence, each as a string that is equal where it is the same. */
export interface Facts {
  /** Source and act of each statement. */
  attributions: string[];
  figures: string[];
  positions: string[];
}

/** In the order of their weight: a quotation altered is a finding, another wording rarely is. */
export const TOUCHES: readonly Touch[] = ['quote', 'figure', 'position', 'attribution', 'wording', 'boilerplate'];

export function touchesOf(
  before: { sentence: VersionSentence; facts: Facts },
  after: { sentence: VersionSentence; facts: Facts },
): Touch[] {
  const [a, b] = [before.sentence, after.sentence];
  const touched = new Set<Touch>();
  if (quoteOf(a) !== quoteOf(b)) touched.add('quote');
  if (differ(numbersOf(a), numbersOf(b)) || differ(before.facts.figures, after.facts.figures)) touched.add('figure');
  if (differ(before.facts.positions, after.facts.positions) || differ(polarityOf(a), polarityOf(b)))
    touched.add('position');
  if (differ(before.facts.attributions, after.facts.attributions)) touched.add('attribution');
  if (touched.size === 0 || differ(plainWords(a), plainWords(b))) touched.add('wording');
  return TOUCHES.filter((touch) => touched.has(touch));
}

function quoteOf({ words, quoted }: VersionSentence): string {
  return words.filter((_, i) => quoted[i]).join(' ');
}

// Smaller ones in words are as often no figure ("the two sides"); where they are one, it was read as a figure.
const NUMBERS = new Set(
  'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half'.split(' '),
);
// With or without one of these a sentence says another thing of what somebody will do.
const POLARITY = new Set(
  'not no never none nothing nobody neither nor without cannot must should shall will would may might can could'.split(
    ' ',
  ),
);
const SMALL_NUMBER = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const FUNCTION =
  /^(?:an?|the|all|both|and|or|but|of|in|on|at|to|for|from|by|with|as|is|are|was|were|be|been|has|have|had|that|this|these|those|it|its|he|she|they|his|her|their|who|which|also|said|says)$/;

const isNumber = (word: string): boolean => /\d/.test(word) || NUMBERS.has(word);

function numbersOf({ words }: VersionSentence): string[] {
  return words.filter(isNumber);
}

function polarityOf({ words, quoted }: VersionSentence): string[] {
  return words.filter((word, i) => !quoted[i] && (POLARITY.has(word) || word.endsWith("n't")));
}

/** What the other classes do not speak of: words outside quotations that are neither numbers nor mere grammar. */
function plainWords({ words, quoted }: VersionSentence): string[] {
  return words.filter(
    (word, i) =>
      !quoted[i] && !isNumber(word) && !POLARITY.has(word) && !SMALL_NUMBER.test(word) && !FUNCTION.test(word),
  );
}

/** Whether two bags differ. */
function differ(a: string[], b: string[]): boolean {
  return [...a].sort().join('\n') !== [...b].sort().join('\n');
}
