/** How a sentence was read: its tree, words, names and times, for the desk to show. */
import type { SentenceReading } from '../desk/source.ts';
import { createEngine, type Doc, type Engine } from '../language/index.ts';
import { drawTree } from '../language/svg/tree.ts';
import type { Article } from '../model/record.ts';
import { contains, wordsOf } from '../model/span.ts';
import { referenceDay } from './reader.ts';

/**
 * Shows sentences as they were read: with the whole article, since names and times lean on what stands before. The engine is loaded
 * by the first question; the last article is kept, for the questions that follow are mostly about it.
 */
export function sentenceReader(): (article: Article, offset: number) => SentenceReading | null {
  let engine: Engine | null = null;
  let last: { text: string; reference: string | null; doc: Doc } | null = null;
  return ({ text, published }, offset) => {
    const reference = referenceDay(published);
    if (last?.text !== text || last.reference !== reference) {
      engine ??= createEngine();
      last = { text, reference, doc: engine.analyze(text, { reference }) };
    }
    return readingAt(last.doc, offset, reference);
  };
}

function readingAt(
  { text, sentences, names, timexes }: Doc,
  offset: number,
  reference: string | null,
): SentenceReading | null {
  const found = sentences.findIndex(({ end }) => offset < end);
  const index = found === -1 ? sentences.length - 1 : found;
  const sentence = sentences[index];
  if (!sentence) return null;
  return {
    start: sentence.start,
    end: sentence.end,
    previous: sentences[index - 1]?.start ?? null,
    next: sentences[index + 1]?.start ?? null,
    reference,
    svg: drawTree(sentence.tokens),
    tokens: sentence.tokens.map(({ form, lemma, upos, xpos, head, deprel, confidence }) => ({
      form,
      lemma,
      upos,
      xpos,
      head,
      deprel,
      confidence,
    })),
    names: names
      .filter((name) => name.sentence === index)
      .map(({ text, kind, roles, full }) => ({
        text,
        kind,
        roles: roles.map((role) => role.text),
        full: full ?? null,
      })),
    timexes: timexes
      .filter((timex) => contains(sentence, timex))
      .map((timex) => ({ text: wordsOf(text, timex), type: timex.type, value: timex.value, range: timex.range })),
  };
}
