/** What a rule of time is: patterns, and one function that reads what they met. */
import type { DateRange } from '../../model/record.ts';
import type { Timex } from '../doc.ts';
import type { Captures } from './pattern.ts';
import type { Word } from './words.ts';

/** What an expression was read as. */
export interface Reading {
  type: Timex['type'];
  value: string;
  /** Only where it is not the range that the value names. */
  range?: DateRange | null;
  /** True where the year (or more) was worked out, so that a year named beside it may still replace it. */
  yearless?: boolean;
  /** Words at the end, and at the beginning, of the match that were only looked at. */
  giveBack?: number;
  skip?: number;
  /** True for a look aside ("a year earlier"): what follows is not read against it. */
  aside?: boolean;
}

/** The calendar expression read last, which "the following day" and "a year earlier" are read against. */
export interface Anchor {
  value: string;
  /** First and last day number. */
  days: [number, number];
  sentence: number;
}

export type Direction = 'past' | 'future' | null;

export interface Context {
  /** Day number of the reference date, or null. */
  reference: number | null;
  anchor: Anchor | null;
  sentence: number;
  words: readonly Word[];
  /** The match is words[from] to words[to - 1]. */
  from: number;
  to: number;
  /** Whether the clause around the match tells of the past or of what is to come; null where it does not say. */
  direction: () => Direction;
  /** Whether the last word met is tagged as an adverb. */
  adverb: () => boolean;
}

export interface Rule {
  name: string;
  patterns: readonly string[];
  /** null: the words met are no expression of time here. */
  extract: (captures: Captures, context: Context) => Reading | null;
}

export function dated(value: string, more?: Partial<Reading>): Reading {
  return { type: 'DATE', value, ...more };
}
