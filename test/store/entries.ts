/** Articles to store: what they say is of no matter here, only that it comes back. */
import type { StoredArticle } from '../../src/store/store.ts';

/** An article whose every part follows from its id, so that a changed or half one is seen. */
export function makeEntry(
  id: string,
  text = `The ferry crews of ${id} said they would sail again on Monday.`,
): StoredArticle {
  return {
    article: {
      id,
      source: `harbour/${id}.txt`,
      title: `Crews to sail again (${id})`,
      outlet: 'Harbour Post',
      authors: ['Mara Tolle'],
      published: { earliest: '2031-03-04', latest: '2031-03-05', basis: 'given', evidence: [] },
      language: 'en',
      text,
      boilerplate: [{ article: id, start: 0, end: Math.min(3, text.length) }],
      family: id,
    },
    reading: {
      statements: [{ id: `${id}-1`, content: [{ article: id, start: 0, end: text.length }] }],
      words: text.split(' '),
    },
    engine: '1.0.0',
  };
}
