/**
 * The language engine: text in, sentences with tokens out; later their tags, trees, names and times.
 *
 *     const engine = createEngine();
 *     engine.segment('“We will stay,” she said.');
 *     // one sentence of eight tokens: “ We will stay , ” she said .
 *
 * All offsets are half-open ranges of UTF-16 code units in the text as given. Nothing here keeps state between calls.
 */
import type { AnalyzeOptions, Doc } from './doc.ts';
import { loadRules } from './rules.ts';
import { type Segment, segment } from './sentences.ts';
import { findTimes } from './times/index.ts';

export type { AnalyzeOptions, Doc, Name, NameKind, Sentence, Timex, Token, Upos } from './doc.ts';
export type { Segment } from './sentences.ts';
export type { Range } from './tokens.ts';

export interface Engine {
  /** The sentences of the text, each with its tokens. */
  segment(text: string): Segment[];
  /** All that the engine says of a text. */
  analyze(text: string, options: AnalyzeOptions): Doc;
}

/** Loads the word lists; the engine returned may be used for any number of texts. */
export function createEngine(): Engine {
  const rules = loadRules();
  return {
    segment: (text) => segment(text, rules),
    analyze: (text, { reference }) => {
      const sentences = segment(text, rules).map(({ start, end, paragraph, tokens }) => ({
        start,
        end,
        paragraph,
        tokens: tokens.map((token) => ({
          ...token,
          form: text.slice(token.start, token.end),
          lemma: '',
          upos: 'X' as const,
          xpos: '',
          feats: {},
          head: -1,
          deprel: '',
          confidence: 0,
        })),
      }));
      return { text, sentences, names: [], timexes: findTimes(text, sentences, reference) };
    },
  };
}
