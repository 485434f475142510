/** The rooms of the words: articles, their entries and sentences, statements, and the record as a file. */
import { Hono } from 'hono';
import { statementsCsv, statementsJson } from './export.ts';
import { filterStatements, groupRepeats, parseFilter, unreadDays } from './filters.ts';
import { ArticlePage, sameEntry } from './pages/article.tsx';
import { ArticlesPage } from './pages/articles.tsx';
import { SentencePage } from './pages/sentence.tsx';
import { PAGE_SIZE, StatementsPage } from './pages/statements.tsx';
import type { TextRange } from './paragraphs.ts';
import { EntryPanel } from './parts/entry-panel.tsx';
import { parseNumber, type RoomTools } from './rooms.ts';

const NO_ARTICLE = ['No such article', 'This story holds no article of that name.'] as const;

export function articleRooms({ withStory, page, missing, source, assets }: RoomTools): Hono {
  const rooms = new Hono();
  const describeRule = source.describeRule?.bind(source);
  const readSentence = source.readSentence?.bind(source);
  const readsSentences = readSentence !== undefined;

  rooms.get('/record.json', (c) => withStory(c, (view) => c.json(view.record)));
  rooms.get('/articles', (c) => withStory(c, (view) => page(c, <ArticlesPage view={view} assets={assets} />)));
  rooms.get('/article/:article', (c) =>
    withStory(c, (view) => {
      const article = view.articleById.get(c.req.param('article'));
      if (!article) return missing(c, ...NO_ARTICLE);
      const entry = c.req.query('entry') ?? null;
      const at = parseRange(c.req.query('at'), article.article.text.length);
      const props = { view, article, entry, at, describeRule, readsSentences, assets };
      return page(c, <ArticlePage {...props} />);
    }),
  );
  // The opened entry alone, for the script, which puts it into the page.
  rooms.get('/article/:article/entry/:entry', (c) =>
    withStory(c, (view) => {
      const article = view.articleById.get(c.req.param('article'));
      const asked = c.req.param('entry');
      const entries = article ? [...article.statements, ...article.others.map(({ entry }) => entry)] : [];
      const found = article && entries.find(({ id }) => sameEntry(article.article.id, id, asked));
      if (!found) return missing(c, 'No such entry', 'This article holds no entry of that name.');
      const props = { view, article, entryId: found.id, describeRule, readsSentences };
      return c.html(<EntryPanel {...props} />);
    }),
  );
  rooms.get('/article/:article/sentence', (c) =>
    withStory(c, (view) => {
      const article = view.articleById.get(c.req.param('article'));
      if (!article) return missing(c, ...NO_ARTICLE);
      if (!readSentence) return missing(c, 'No such page', 'This desk cannot show how sentences were read.');
      const offset = parseOffset(c.req.query('at'), article.article.text.length);
      const reading = offset === null ? null : readSentence(article.article, offset);
      if (!reading) return missing(c, 'No such sentence', 'The article has no sentence at this place.');
      return page(c, <SentencePage view={view} article={article} reading={reading} assets={assets} />);
    }),
  );

  rooms.get('/statements', (c) =>
    withStory(c, (view) => {
      const query = c.req.query();
      const filter = parseFilter(query);
      const found = filterStatements(view, filter);
      const utterances = groupRepeats(found);
      const last = Math.max(1, Math.ceil(utterances.length / PAGE_SIZE));
      const at = Math.min(Math.max(1, parseNumber(query.page) ?? 1), last);
      const props = { view, filter, found, utterances, unread: unreadDays(query), page: at, last, assets };
      return page(c, <StatementsPage {...props} />);
    }),
  );
  rooms.get('/statements.json', (c) =>
    withStory(c, (view) => c.json(statementsJson(view, filterStatements(view, parseFilter(c.req.query()))))),
  );
  rooms.get('/statements.csv', (c) =>
    withStory(c, (view) => {
      c.header('Content-Type', 'text/csv; charset=utf-8');
      return c.body(statementsCsv(view, filterStatements(view, parseFilter(c.req.query()))));
    }),
  );
  return rooms;
}

/** "120" inside a text of this length, 0 where nothing is asked for, else null. */
function parseOffset(text: string | undefined, length: number): number | null {
  if (text === undefined) return 0;
  const offset = parseNumber(text);
  return offset !== null && offset < length ? offset : null;
}

/** "120-140" inside a text of this length, else null. */
function parseRange(text: string | undefined, length: number): TextRange | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (!match) return null;
  const range = { start: Number(match[1]), end: Number(match[2]) };
  return range.start < range.end && range.end <= length ? range : null;
}
