/** Every planted conflict of numbers is found in the example stories, and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenOf, readPaths } from '../../src/app/read.ts';
import { createReader } from '../../src/app/reader.ts';
import { packageRoot } from '../../src/data/locate.ts';
import type { Span } from '../../src/model/record.ts';

const reader = createReader();

interface Planted {
  disputes: { kind: string; reported: boolean; sides: { quote: string }[] }[];
}

describe.each(['port-strike', 'strait-talks'])('%s', (story) => {
  it('has the planted conflicts of numbers and no other', async () => {
    const folder = join(packageRoot, 'examples', story);
    const record = await readPaths(reader, [folder], await givenOf({ meta: join(folder, 'published.tsv') }));
    const key = JSON.parse(readFileSync(join(packageRoot, 'test', 'cases', story, 'planted.json'), 'utf8')) as Planted;
    const planted = key.disputes.filter((dispute) => dispute.kind === 'figures');
    const found = record.disputes.filter((dispute) => dispute.kind === 'figures');
    expect(found.map((dispute) => dispute.reported)).toEqual(planted.map((dispute) => dispute.reported));
    const texts = new Map(record.articles.map((article) => [article.id, article.text]));
    const stands = (quote: string, spans: Span[]): boolean =>
      spans.some(({ article, start, end }) => {
        const at = texts.get(article)!.indexOf(quote);
        return at >= 0 && at < end && start < at + quote.length;
      });
    for (const [i, dispute] of planted.entries())
      for (const { quote } of dispute.sides)
        expect(
          found[i]!.sides.some((side) => stands(quote, side.evidence)),
          quote,
        ).toBe(true);
  });
});
