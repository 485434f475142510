import type { Sentence } from '../../language/doc.ts';
import type { DateClue } from './clue.ts';

/** A sentence as the clues are looked for in it. */
export interface Sight {
  /** Of the whole article. */
  text: string;
  sentence: Sentence;
  /** Its number in the story, from 0. */
  number: number;
  /** True for the last two sentences: what stands there alone is a note. */
  isLast: boolean;
}

/** Where an expression stands, and what is around it. */
export type Place = Pick<DateClue, 'start' | 'end' | 'words' | 'sentence'>;

/** The opening in sentences: a weekday further down may be any of the last seven. */
export const OPENING = 5;
