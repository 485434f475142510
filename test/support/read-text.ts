/** Reads a text as an article of its own: for tests that say what a sentence should give. */
import { createEngine } from '../../src/language/index.ts';
import type { Article } from '../../src/model/record.ts';
import { loadResources, type Reading, readArticle } from '../../src/reading/index.ts';
import type { ReadArticle } from '../../src/record/index.ts';

const engine = createEngine();
const resources = loadResources();
/** A Friday. */
export const PUBLISHED = '2031-05-16';

export function readText(text: string, id = 'a', published = PUBLISHED): ReadArticle & { reading: Reading } {
  const article: Article = {
    id,
    source: `${id}.txt`,
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: published, latest: published, basis: 'given', evidence: [] },
    language: 'en',
    text,
    boilerplate: [],
    family: id,
  };
  return { article, reading: readArticle(article, engine.analyze(text, { reference: published }), resources) };
}
