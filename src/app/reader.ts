import { packageVersion } from '../data/locate.ts';
import { slugify } from '../intake/index.ts';
import { createEngine, type Doc } from '../language/index.ts';
import type { Article, StoryRecord } from '../model/record.ts';
import { type Reading, readArticle } from '../reading/index.ts';
import { makeRecord, type ReadArticle } from '../record/index.ts';

/** Reads articles: the language engine and the reading in one, loaded once. */
export interface Reader {
  /** Names the program and weights that make a Reading; another version may read otherwise. */
  version: string;
  read(article: Article): Reading;
}

/**
 * Loads the engine and its data.
 * @throws ReadoutError 'weights' where the weights are missing, damaged or of another version.
 */
export function createReader(): Reader {
  const engine = createEngine();
  const analyze = (text: string): Doc => ({
    text,
    names: [],
    timexes: [],
    sentences: engine.segment(text).map(({ start, end, paragraph, tokens }) => ({
      start,
      end,
      paragraph,
      tokens: tokens.map((token) => ({
        ...token,
        form: text.slice(token.start, token.end),
        lemma: '',
        upos: 'X',
        xpos: '',
        feats: {},
        head: -1,
        deprel: '',
        confidence: 0,
      })),
    })),
  });
  return {
    version: packageVersion,
    read: (article) => readArticle(article, analyze(article.text)),
  };
}

/** The record of articles with their Readings. */
export function recordOf(entries: ReadArticle[]): StoryRecord {
  return makeRecord(entries, { slug: slugify });
}
