/** A corpus of any size made from examples/: each article again and again, its numbers changed so that no two are the same. */
import { join } from 'node:path';
import { givenOf } from '../src/app/read.ts';
import { packageRoot } from '../src/data/locate.ts';
import { takeIn } from '../src/intake/index.ts';

export interface BenchArticle {
  id: string;
  text: string;
  published: string;
}

/** `count` articles, the same every time. */
export async function makeCorpus(count: number): Promise<BenchArticle[]> {
  const texts: string[] = [];
  const given = await givenOf({});
  for await (const item of takeIn([join(packageRoot, 'examples')], given))
    if (item.kind === 'article') texts.push(item.article.text);
  return Array.from({ length: count }, (_, i) => ({
    id: `bench-${String(i).padStart(6, '0')}`,
    text: texts[i % texts.length]!.replace(/\b\d{2,3}\b/g, (digits) =>
      String(Number(digits) + Math.floor(i / texts.length)),
    ),
    published: '2031-03-04',
  }));
}

export function countWords(articles: BenchArticle[]): number {
  return articles.reduce((sum, article) => sum + (article.text.match(/\S+/g)?.length ?? 0), 0);
}
