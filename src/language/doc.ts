/**
 * What the language engine says of a text. All offsets are half-open ranges of UTF-16 code units in `Doc.text`,
 * which is the text exactly as given.
 */
import type { DateRange } from '../model/record.ts';

/** Universal part-of-speech tags (UD v2). */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token {
  start: number;
  end: number;
  /** `text.slice(start, end)`. Clitics are tokens of their own, as in UD: "do" + "n't", "Israel" + "’s". */
  form: string;
  lemma: string;
  upos: Upos;
  /** Penn Treebank tag. */
  xpos: string;
  /** Morphological features in UD's names, e.g. { Number: 'Sing', Person: '3', Tense: 'Past', Gender: 'Fem' }. */
  feats: Readonly<Record<string, string>>;
  /** Index of the head within the sentence's tokens; -1 for the root. */
  head: number;
  /** UD v2 relation to the head, with subtype ('nsubj:pass'). */
  deprel: string;
  /** How sure the parser is of this head and relation, 0 to 1. */
  confidence: number;
}

export interface Sentence {
  start: number;
  end: number;
  /** Number of the paragraph (run of text between line breaks) that the sentence stands in, from 0. */
  paragraph: number;
  tokens: Token[];
}

export type NameKind = 'person' | 'organization' | 'place' | 'country' | 'nationality' | 'work' | 'event' | 'law';

/** A name in the text. A title or role before or after it is not part of it but stands in `roles`. */
export interface Name {
  start: number;
  end: number;
  kind: NameKind;
  text: string;
  /** Index of the sentence in `Doc.sentences`. */
  sentence: number;
  /** Titles and roles attached to a person: 'Secretary of State', 'spokesperson', with their offsets. */
  roles: { start: number; end: number; text: string }[];
  /** The fuller name in the same text that this one is short for ("Holm" for "Ida Holm"), where only one fits. */
  full?: string;
}

/** An expression of time, resolved against the reference date. */
export interface Timex {
  start: number;
  end: number;
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value: '2024-02-11', '2024-W07', 'P3D', 'PRESENT_REF'. */
  value: string;
  /** The calendar range that it names, never narrower than the words; null for durations, sets and what no date fixes. */
  range: DateRange | null;
}

export interface Doc {
  text: string;
  sentences: Sentence[];
  names: Name[];
  timexes: Timex[];
}

export interface AnalyzeOptions {
  /** The day (YYYY-MM-DD) that "yesterday" and "on Monday" are read against, or null where unknown. */
  reference: string | null;
}
