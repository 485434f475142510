/**
 * The language engine: text in, sentences with tokens out; later their tags, trees, names and times.
 *
 *     const engine = createEngine();
 *     engine.segment('“We will stay,” she said.');
 *     // one sentence of eight tokens: “ We will stay , ” she said .
 *
 * All offsets are half-open ranges of UTF-16 code units in the text as given. Nothing here keeps state between calls.
 */
import { loadRules } from './rules.ts';
import { type Segment, segment } from './sentences.ts';

export type { AnalyzeOptions, Doc, Name, NameKind, Sentence, Timex, Token, Upos } from './doc.ts';
export type { Segment } from './sentences.ts';
export type { Range } from './tokens.ts';

export interface Engine {
  /** The sentences of the text, each with its tokens. */
  segment(text: string): Segment[];
}

/** Loads the word lists; the engine returned may be used for any number of texts. */
export function createEngine(): Engine {
  const rules = loadRules();
  return { segment: (text) => segment(text, rules) };
}
