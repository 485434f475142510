/**
 * The language engine: text in; sentences, tags, lemmas, trees, names and times out.
 *
 *     const engine = createEngine();
 *     const doc = engine.analyze('“We will stay,” she said on Monday.', { reference: '2031-05-16' });
 *     doc.sentences[0].tokens[6];  // { form: 'said', lemma: 'say', upos: 'VERB', xpos: 'VBD', head: -1, deprel: 'root', … }
 *     doc.timexes[0];              // { type: 'DATE', value: '2031-05-12', … }
 *
 * All offsets are half-open ranges of UTF-16 code units in the text as given. What an engine keeps between calls (products of words
 * met before) changes how fast it answers, not what.
 */
import { analyze } from './analyze.ts';
import type { AnalyzeOptions, Doc, Timex } from './doc.ts';
import { makeGrammar, type Word } from './grammar.ts';
import { createNameFinder } from './names/index.ts';
import { loadRules } from './rules.ts';
import { type Segment, segment } from './sentences.ts';
import { findTimes } from './times/index.ts';
import { loadWeights } from './weights.ts';

export type { AnalyzeOptions, Doc, Name, NameKind, Sentence, Timex, Token, Upos } from './doc.ts';
export type { Word } from './grammar.ts';
export type { Segment } from './sentences.ts';
export type { Range } from './tokens.ts';

export interface Engine {
  /** The sentences of the text, each with its tokens; nothing else. */
  segment(text: string): Segment[];
  /** All that the engine says of a text. */
  analyze(text: string, options: AnalyzeOptions): Doc;
  /** The expressions of time of a text already analyzed, read against another day. */
  times(doc: Doc, reference: string | null): Timex[];
  /** Tags and parses sentences that are already cut into words. */
  parse(sentences: readonly (readonly string[])[]): Word[][];
}

/**
 * Loads the lists and the weights; the engine returned may be used for any number of texts.
 * @param weightsFile instead of data/en/engine.weights.
 * @throws ReadoutError 'weights' where the weights are missing, damaged or of another version.
 */
export function createEngine(weightsFile?: string): Engine {
  const rules = loadRules();
  const grammar = makeGrammar(loadWeights(weightsFile));
  const parts = { rules, grammar, names: createNameFinder() };
  return {
    segment: (text) => segment(text, rules),
    analyze: (text, options) => analyze(text, options, parts),
    times: (doc, reference) => findTimes(doc.sentences, reference),
    parse: (sentences) => grammar.parse(sentences),
  };
}
