/** What a word that tells a stance gives: the same for verbs, nouns, adjectives and the force of statements. */
import type { Words } from './tree.ts';
import type { Stance } from './words.ts';

export interface Trigger {
  at: number;
  stance: Stance;
  /** Says something only on a matter that other words show to be at issue. */
  weak: boolean;
  /** Index of the word that is the subject; null: whoever speaks. */
  subject: number | null;
  /** Holds only where the word reports a statement: the tree tells no subject. */
  byCue?: boolean;
  /** The matter is a pronoun: what it means stands before. */
  refers?: boolean;
  /** Tells by what is the holder's own: "tabled a motion demanding", "its demand is". */
  made?: boolean;
  matter: Words;
  /** The evidence goes on to before this word, where the matter ends earlier. */
  until?: number;
  /** The word that heads the matter. */
  head: number;
  redLine: boolean;
  kind: 'verb' | 'phrase' | 'threat' | 'noun' | 'adjective' | 'duty' | 'refusal' | 'intention' | 'judgement' | 'none';
}

const POSITIVE = new Set<Stance>(['demands', 'offers', 'accepts', 'supports']);

export const isPositive = (stance: Stance): boolean => POSITIVE.has(stance);
