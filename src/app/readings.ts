/** Readings out of the store, which another version of the program may have made. */
import { READING_VERSION, type Reading } from '../reading/index.ts';
import type { ReadArticle } from '../record/index.ts';
import type { StoredArticle } from '../store/store.ts';
import type { Reader } from './reader.ts';

export function isCurrent({ engine }: StoredArticle): boolean {
  return engine === READING_VERSION;
}

/**
 * The articles with Readings of this version: what another one made may lack what the record is made from, and is
 * read again from the article's text.
 * @param reader makes the reader where an article has to be read again.
 */
export function renewReadings(stored: StoredArticle<Reading>[], reader: () => Reader): ReadArticle[] {
  return stored.map((entry) => {
    const { article, reading } = entry;
    return { article, reading: isCurrent(entry) ? reading : reader().read(article) };
  });
}
