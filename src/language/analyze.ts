import type { AnalyzeOptions, Doc, Sentence } from './doc.ts';
import type { Grammar } from './grammar.ts';
import type { NameFinder } from './names/index.ts';
import type { Rules } from './rules.ts';
import { segment } from './sentences.ts';
import { findTimes } from './times/index.ts';

/** Sentences parsed at a time, so that memory does not grow with the text. */
const PART = 2000;

/** What an engine loads once. */
export interface Parts {
  rules: Rules;
  grammar: Grammar;
  names: NameFinder;
}

/** Text to sentences with tags, lemmas, trees; then names and times, which look at those. */
export function analyze(text: string, options: AnalyzeOptions, parts: Parts): Doc {
  const { rules, grammar, names } = parts;
  const segments = segment(text, rules);
  const sentences: Sentence[] = [];
  for (let i = 0; i < segments.length; i += PART) {
    const part = segments.slice(i, i + PART);
    const parsed = grammar.parse(part.map((s) => s.tokens.map((t) => text.slice(t.start, t.end))));
    part.forEach((s, k) => {
      const tokens = parsed[k]!.map(({ form, lemma, upos, xpos, feats, head, deprel, confidence }, t) => {
        const { start, end } = s.tokens[t]!;
        return { start, end, form, lemma, upos, xpos, feats, head, deprel, confidence };
      });
      sentences.push({ start: s.start, end: s.end, paragraph: s.paragraph, tokens });
    });
  }
  const timexes = findTimes(sentences, options.reference);
  return { text, sentences, names: names.findNames(text, sentences), timexes };
}
