/**
 * How much of one text another shares. In: two versions and their alignment. Out: the share, and whether it makes
 * them versions of one text. Example: an article of ten sentences whose update keeps seven and has ten shares 0.7.
 */
import type { Alignment } from './align.ts';
import type { Version, VersionSentence } from './version.ts';

/** Shares of sentences, each counted by its likeness; 0 to 1. */
export interface Share {
  /** Of the sentences of the shorter text, those that the longer one has too. */
  held: number;
  /** Of the sentences of both. */
  both: number;
  /** As `both`, of what is told outside quotations. */
  told: number;
}

// Articles that are cut from one text, however short the cut.
const HELD = 0.75;
// Articles that share two fifths are as a rule one text rewritten; a later article on the same matter that takes over
// its background paragraphs stays below, being longer for the news in it. Figures in docs/decisions/families.md.
const BOTH = 0.4;
// Outlets that report one event share its quotations; what makes a version is that the telling is shared.
const TOLD = 0.3;
const TOLD_OF_CUT = 0.6;
// With less outside quotations than so many sentences, the telling says nothing.
const TELLING = 1.5;
// Sentences less alike are told about the same thing, and need not come from the same hand.
const LIKENESS = 0.75;
// Shorter sentences ("He declined.") are the same by chance.
const WORDS = 4;

export function isSameText(before: Version, after: Version, alignment: Alignment): boolean {
  const { held, both, told } = shareOf(before, after, alignment);
  if (Math.min(sum(before, tellingOf), sum(after, tellingOf)) < TELLING) return held >= HELD && both >= BOTH;
  return (both >= BOTH && told >= TOLD) || (held >= HELD && told >= TOLD_OF_CUT);
}

export function shareOf(before: Version, after: Version, alignment: Alignment): Share {
  let common = 0;
  let telling = 0;
  for (const { before: i, after: j, likeness } of alignment.pairs) {
    if (likeness < LIKENESS) continue;
    const one = before.sentences[i]!;
    const other = after.sentences[j]!;
    common += likeness * Math.min(countOf(one), countOf(other));
    telling += likeness * Math.min(tellingOf(one), tellingOf(other));
  }
  const counts = [sum(before, countOf), sum(after, countOf)] as const;
  const tellings = [sum(before, tellingOf), sum(after, tellingOf)] as const;
  return {
    held: divide(common, Math.min(...counts)),
    both: divide(2 * common, counts[0] + counts[1]),
    told: divide(telling, Math.min(...tellings)),
  };
}

/** 1 for a sentence of the story, 0 for a headline and for a few words. */
function countOf({ words, isTitle }: VersionSentence): number {
  return isTitle || words.length < WORDS ? 0 : 1;
}

/** The part of a sentence that stands outside quotations. */
function tellingOf(sentence: VersionSentence): number {
  const outside = sentence.quoted.reduce((count, is) => (is ? count : count + 1), 0);
  return (countOf(sentence) * outside) / sentence.words.length;
}

function sum(version: Version, weigh: (sentence: VersionSentence) => number): number {
  return version.sentences.reduce((total, sentence) => total + weigh(sentence), 0);
}

const divide = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
