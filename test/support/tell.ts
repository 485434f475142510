/** Articles for tests of the record, told in a notation: a line a sentence, what stands in brackets is not the story. */
import type { Article } from '../../src/model/record.ts';
import { findQuotes } from '../../src/reading/quotes.ts';
import type { Range } from '../../src/reading/reading.ts';
import type { ReadArticle } from '../../src/record/index.ts';
import { emptyReading } from './empty-reading.ts';

/** An article and a reading without entries; a first line that begins with '# ' is the headline. */
export function tell(id: string, marked: string, given: Partial<Article> = {}): ReadArticle {
  const boilerplate: Article['boilerplate'] = [];
  const sentences: Range[] = [];
  let text = '';
  let title: string | null = null;
  for (const line of marked.split('\n').map((part) => part.trim())) {
    const words = line.replace(/^(?:# |\[)|\]$/g, '');
    const range = { start: text.length, end: text.length + words.length };
    if (line.startsWith('[')) boilerplate.push({ article: id, ...range });
    else if (words !== '') sentences.push(range);
    if (line.startsWith('# ')) title = words;
    text += `${words}\n`;
  }
  const article: Article = {
    id,
    source: `${id}.txt`,
    title,
    outlet: null,
    authors: [],
    published: { earliest: null, latest: null, basis: 'unknown', evidence: [] },
    language: 'en',
    text,
    boilerplate,
    family: id,
    ...given,
  };
  return {
    article,
    reading: { ...emptyReading(id), sentences, quotes: findQuotes(text) },
  };
}
