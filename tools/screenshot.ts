/** `npm run screenshot`: reads a sample story and writes the picture of the desk that the README shows. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveDesk } from '../src/api/server.ts';
import { givenOf, readPaths } from '../src/app/read.ts';
import { createReader } from '../src/app/reader.ts';
import { packageRoot } from '../src/data/locate.ts';
import { describeRule } from '../src/reading/rules.ts';
import { openBrowser } from '../test/desk/browser.ts';

const STORY = 'strait-talks';
const ARTICLE = '08-north-channel-denial';
const SIZE = { width: 1440, height: 1000 };

const folder = join(packageRoot, 'examples', STORY);
const record = await readPaths(createReader(), [folder], await givenOf({ meta: join(folder, 'published.tsv') }));
// The path of this machine is nobody's business.
for (const article of record.articles) article.source = article.source.slice(packageRoot.length + 1);

const server = await serveDesk({
  port: 0,
  source: {
    stories: async () => [],
    record: async () => ({ name: 'Strait talks', version: 1, record }),
    describeRule,
  },
});
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE });
  const article = record.articles.find((candidate) => candidate.id.startsWith(ARTICLE))!;
  const entry = record.statements.find((statement) => statement.article === article.id && statement.form === 'mixed');
  const query = entry ? `?entry=${encodeURIComponent(entry.id)}` : '';
  await page.goto(`${server.url}/story/${STORY}/article/${article.id}${query}`);
  await page.evaluate(() => window.scrollTo(0, 0));
  mkdirSync(join(packageRoot, 'docs/images'), { recursive: true });
  await page.screenshot({ path: join(packageRoot, 'docs/images/article.png') });
} finally {
  await browser.close();
  await server.close();
}
