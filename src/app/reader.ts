import { packageVersion } from '../data/locate.ts';
import { slugify } from '../intake/index.ts';
import { createEngine } from '../language/index.ts';
import type { Article, DateRange, StoryRecord } from '../model/record.ts';
import { loadResources, type Reading, readArticle } from '../reading/index.ts';
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
  const resources = loadResources();
  return {
    version: packageVersion,
    read: (article) =>
      readArticle(article, engine.analyze(article.text, { reference: referenceDay(article.published) }), resources),
  };
}

/** The day that "yesterday" is read against: that of publishing. A range of days is no day to count from. */
export function referenceDay({ earliest, latest }: DateRange): string | null {
  return earliest === latest ? latest : null;
}

/** The record of articles with their Readings. */
export function recordOf(entries: ReadArticle[]): StoryRecord {
  return makeRecord(entries, { slug: slugify });
}
