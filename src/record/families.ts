import type { Article } from '../model/record.ts';

/**
 * Puts articles whose story is the same to the letter into one family, named after the first by id. White space,
 * case, punctuation and what is not the story do not count.
 */
export function groupCopies(articles: Article[]): Article[] {
  const families = new Map<string, string>();
  return [...articles]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((article) => {
      const key = storyKey(article);
      const family = families.get(key) ?? article.id;
      families.set(key, family);
      return { ...article, family };
    });
}

function storyKey(article: Article): string {
  let story = '';
  let from = 0;
  for (const { start, end } of article.boilerplate) {
    story += article.text.slice(from, start);
    from = end;
  }
  story += article.text.slice(from);
  return story
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
