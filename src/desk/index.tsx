/**
 * The desk: a record as pages for people and as files for programs. In: where the records come from. Out: an
 * application that answers requests. It knows the model only; who listens, and on which port, is the server's.
 */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ReadoutError } from '../model/errors.ts';
import { loadAssets } from './assets.ts';
import { readDay } from './dates.ts';
import { parseChange } from './edits.ts';
import { statementsCsv, statementsJson } from './export.ts';
import { filterStatements, groupRepeats, parseFilter, unreadDays } from './filters.ts';
import { issuePath, statementsPath, statePath } from './links.ts';
import { issueRow } from './matrix.ts';
import { ArticlePage, sameEntry } from './pages/article.tsx';
import { ArticlesPage } from './pages/articles.tsx';
import { DisputePage, DisputesPage, parseDisputesFilter } from './pages/disputes.tsx';
import { FaultPage } from './pages/fault.tsx';
import { FrontPage } from './pages/front.tsx';
import { IssuePage } from './pages/issue.tsx';
import { ProposalsPage } from './pages/proposals.tsx';
import { SentencePage } from './pages/sentence.tsx';
import { parseStateQuery, StatePage } from './pages/state.tsx';
import { PAGE_SIZE, StatementsPage } from './pages/statements.tsx';
import { StoriesPage } from './pages/stories.tsx';
import type { TextRange } from './paragraphs.ts';
import { EntryPanel } from './parts/entry-panel.tsx';
import { addRecordRooms } from './record-rooms.tsx';
import type { DeskSource } from './source.ts';
import { type StoryView, viewStory } from './view.ts';

export type { DeskSource, SentenceReading, StoredRecord, StorySummary } from './source.ts';

// Views of more stories than this are made again when asked for.
const CACHED_VIEWS = 8;

export function createDesk(source: DeskSource): Hono {
  const { files, digest } = loadAssets();
  const assets = `/static/${digest}`;
  const viewOf = cachedViews(source);
  // Another run may hold other stories under the same versions, so what a browser keeps is good for one run.
  const run = randomUUID().slice(0, 8);
  const desk = new Hono();

  /** Answers with a story's page, or says that there is none, or that the browser has it already. */
  const withStory = async (
    c: Context,
    answer: (view: StoryView) => Response | Promise<Response>,
  ): Promise<Response> => {
    const asOf = readDay(c.req.query('as-of') ?? '');
    const view = await viewOf(c.req.param('story') ?? '', asOf);
    if (!view)
      return missing(c, assets, 'No such story', 'No story has this address; it may have been renamed or removed.');
    const tag = `W/"${run}-${digest}-${view.version}"`;
    c.header('ETag', tag);
    c.header('Cache-Control', 'no-cache');
    if (c.req.header('If-None-Match') === tag) return c.body(null, 304);
    return answer(view);
  };
  const describeRule = source.describeRule?.bind(source);
  const readSentence = source.readSentence?.bind(source);
  const readsSentences = readSentence !== undefined;

  desk.get('/', async (c) => {
    c.header('Cache-Control', 'no-cache');
    return page(c, <StoriesPage stories={await source.stories()} assets={assets} />);
  });
  desk.get('/stories.json', async (c) => c.json(await source.stories()));

  desk.get('/story/:story', (c) => withStory(c, (view) => page(c, <FrontPage view={view} assets={assets} />)));
  desk.get('/story/:story/record.json', (c) => withStory(c, (view) => c.json(view.record)));
  desk.get('/story/:story/articles', (c) =>
    withStory(c, (view) => page(c, <ArticlesPage view={view} assets={assets} />)),
  );

  desk.get('/story/:story/state', (c) =>
    withStory(c, (view) => {
      const query = c.req.query();
      if (Object.values(query).includes('')) return c.redirect(statePath(view.id, query));
      return page(c, <StatePage view={view} query={parseStateQuery(query)} assets={assets} />);
    }),
  );
  desk.get('/story/:story/issue/:issue', (c) =>
    withStory(c, async (view) => {
      const row = issueRow(view, c.req.param('issue'));
      if (!row) return missing(c, assets, 'No such issue', 'It may have been merged into another or renamed.');
      const edits = source.issueEdits ? await source.issueEdits.list(view.id) : null;
      return page(c, <IssuePage view={view} row={row} edits={edits} assets={assets} />);
    }),
  );
  desk.post('/story/:story/issues/edits', async (c) => {
    const id = c.req.param('story');
    const view = await viewOf(id, null);
    if (!view || !source.issueEdits)
      return missing(c, assets, 'No such page', 'This desk keeps no changes of that story.');
    const fields = await c.req.parseBody();
    if (fields.kind === 'undo') await source.issueEdits.remove(id, parseNumber(fields.number));
    else {
      const change = parseChange(view, fields);
      if (!change) {
        c.status(400);
        const words =
          'A name or the words were missing, too long, or the issue is not there any more. Nothing changed.';
        return page(c, <FaultPage title="Not understood" words={words} assets={assets} />);
      }
      await source.issueEdits.add(id, change);
    }
    const after = await viewOf(id, null);
    const issue = after?.record.issues.find((known) => known.id === fields.issue);
    return c.redirect(issue ? issuePath(id, issue.id) : statePath(id), 303);
  });
  desk.get('/story/:story/proposals', (c) =>
    withStory(c, (view) => page(c, <ProposalsPage view={view} assets={assets} />)),
  );
  desk.get('/story/:story/disputes', (c) =>
    withStory(c, (view) => {
      const filter = parseDisputesFilter(c.req.query());
      return page(c, <DisputesPage view={view} filter={filter} assets={assets} />);
    }),
  );
  desk.get('/story/:story/dispute/:dispute', (c) =>
    withStory(c, (view) => {
      const dispute = view.record.disputes.find(({ id }) => id === c.req.param('dispute'));
      if (!dispute) return missing(c, assets, 'No such dispute', 'This story holds no dispute of that name.');
      return page(c, <DisputePage view={view} dispute={dispute} assets={assets} />);
    }),
  );

  desk.get('/story/:story/article/:article', (c) =>
    withStory(c, (view) => {
      const article = view.articleById.get(c.req.param('article'));
      if (!article) return missing(c, assets, 'No such article', 'This story holds no article of that name.');
      const entry = c.req.query('entry') ?? null;
      const at = parseRange(c.req.query('at'), article.article.text.length);
      const props = { view, article, entry, at, describeRule, readsSentences, assets };
      return page(c, <ArticlePage {...props} />);
    }),
  );
  // The opened entry alone, for the script, which puts it into the page.
  desk.get('/story/:story/article/:article/entry/:entry', (c) =>
    withStory(c, (view) => {
      const article = view.articleById.get(c.req.param('article'));
      const asked = c.req.param('entry');
      const entries = article ? [...article.statements, ...article.others.map(({ entry }) => entry)] : [];
      const found = article && entries.find(({ id }) => sameEntry(article.article.id, id, asked));
      if (!found) return c.notFound();
      const props = { view, article, entryId: found.id, describeRule, readsSentences };
      return c.html(<EntryPanel {...props} />);
    }),
  );
  desk.get('/story/:story/article/:article/sentence', (c) =>
    withStory(c, (view) => {
      const article = view.articleById.get(c.req.param('article'));
      if (!article) return missing(c, assets, 'No such article', 'This story holds no article of that name.');
      if (!readSentence) return missing(c, assets, 'No such page', 'This desk cannot show how sentences were read.');
      const offset = parseOffset(c.req.query('at'), article.article.text.length);
      const reading = offset === null ? null : readSentence(article.article, offset);
      if (!reading) return missing(c, assets, 'No such sentence', 'The article has no sentence at this place.');
      return page(c, <SentencePage view={view} article={article} reading={reading} assets={assets} />);
    }),
  );

  desk.get('/story/:story/statements', (c) =>
    withStory(c, (view) => {
      const query = c.req.query();
      // A form sends its empty fields too; an address without them is the same state, and shorter.
      if (Object.values(query).includes('')) return c.redirect(statementsPath(view.id, query));
      const filter = parseFilter(query);
      const found = filterStatements(view, filter);
      const utterances = groupRepeats(found);
      const props = {
        view,
        filter,
        found,
        utterances,
        unread: unreadDays(query),
        page: parsePage(query.page, utterances.length),
        assets,
      };
      return page(c, <StatementsPage {...props} />);
    }),
  );
  desk.get('/story/:story/statements.json', (c) =>
    withStory(c, (view) => c.json(statementsJson(view, filterStatements(view, parseFilter(c.req.query()))))),
  );
  desk.get('/story/:story/statements.csv', (c) =>
    withStory(c, (view) => {
      c.header('Content-Type', 'text/csv; charset=utf-8');
      return c.body(statementsCsv(view, filterStatements(view, parseFilter(c.req.query()))));
    }),
  );

  addRecordRooms(desk, { withStory, page, missing, assets });

  desk.get('/static/:digest/:file', (c) => {
    const asset = files.get(c.req.param('file'));
    if (!asset || c.req.param('digest') !== digest) return c.notFound();
    c.header('Content-Type', asset.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(asset.body);
  });

  desk.notFound((c) => missing(c, assets, 'No such page', 'Nothing stands at this address.'));
  desk.onError((error, c) => {
    const words =
      error instanceof ReadoutError
        ? `${error.line}.`
        : 'The desk could not make this page. The record is not touched.';
    c.status(500);
    return page(c, <FaultPage title="This page failed" words={words} assets={assets} />);
  });
  return desk;
}

/** Views by story and day, made once for each version. */
function cachedViews(source: DeskSource): (id: string, asOf: string | null) => Promise<StoryView | null> {
  const views = new Map<string, { record: object; view: StoryView }>();
  return async (id, asOf) => {
    const stored = await (asOf === null ? source.record(id) : source.record(id, asOf));
    if (!stored) return null;
    const key = JSON.stringify([id, asOf]);
    const known = views.get(key);
    if (known?.record === stored.record && known.view.version === stored.version) return known.view;
    const view = viewStory(id, stored, asOf);
    views.delete(key);
    views.set(key, { record: stored.record, view });
    if (views.size > CACHED_VIEWS) views.delete(views.keys().next().value!);
    return view;
  };
}

function page(c: Context, element: JSX.Element): Response | Promise<Response> {
  return c.html(`<!doctype html>${element.toString()}`);
}

function missing(c: Context, assets: string, title: string, words: string): Response | Promise<Response> {
  c.status(404);
  return page(c, <FaultPage title={title} words={words} assets={assets} />);
}

/** A whole number; 0, which names nothing, where it is none. */
function parseNumber(text: unknown): number {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function parsePage(text: string | undefined, found: number): number {
  const last = Math.max(1, Math.ceil(found / PAGE_SIZE));
  const asked = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(1, asked), last);
}

/** "120" inside a text of this length, 0 where nothing is asked for, else null. */
function parseOffset(text: string | undefined, length: number): number | null {
  if (text === undefined) return 0;
  return /^\d{1,9}$/.test(text) && Number(text) < length ? Number(text) : null;
}

/** "120-140" inside a text of this length, else null. */
function parseRange(text: string | undefined, length: number): TextRange | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (!match) return null;
  const range = { start: Number(match[1]), end: Number(match[2]) };
  return range.start < range.end && range.end <= length ? range : null;
}
