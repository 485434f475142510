/**
 * The desk: a record as pages for people and as files for programs. In: where the records come from. Out: an
 * application that answers requests. It knows the model only; who listens, and on which port, is the server's.
 */
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ReadoutError } from '../model/errors.ts';
import { articleRooms } from './article-rooms.tsx';
import { loadAssets } from './assets.ts';
import { readDay } from './dates.ts';
import { queryString, storyPath } from './links.ts';
import { FaultPage, type WayOn } from './pages/fault.tsx';
import { StoriesPage } from './pages/stories.tsx';
import { recordRooms } from './record-rooms.tsx';
import type { Answer, RoomTools } from './rooms.ts';
import type { DeskSource } from './source.ts';
import { stateRooms } from './state-rooms.tsx';
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

  const page = (c: Context, element: JSX.Element): Answer => c.html(`<!doctype html>${element.toString()}`);
  const fault = (c: Context, status: 400 | 404 | 500, title: string, words: string, way?: WayOn): Answer => {
    c.status(status);
    return page(c, <FaultPage title={title} words={words} way={way} assets={assets} />);
  };
  const tools: RoomTools = {
    assets,
    source,
    viewOf,
    page,
    fault,
    missing(c, title, words) {
      const { story, base, rest, query } = addressOf(c);
      if (story === null || base === storyPath(story)) return fault(c, 404, title, words);
      const way = { href: `${storyPath(story)}${rest}${queryString(query)}`, words: 'The same in the whole record' };
      return fault(c, 404, title, `${words} This record stands as of an earlier day.`, way);
    },
    async withStory(c, answer) {
      const { story, base, rest, query } = addressOf(c);
      const { 'as-of': asked, ...others } = query;
      const day = c.req.param('day') ?? null;
      if (story === null || (day !== null && readDay(day) !== day))
        return fault(c, 404, 'No such day', 'Write the day as 2024-08-21.');
      // A form sends its empty fields too, and the day as a person writes it: the address is shorter and has the day in it.
      const wanted = asked === undefined ? day : readDay(asked);
      const unread = asked !== undefined && asked.trim() !== '' && wanted === null;
      const plain = `${unread ? base : storyPath(story, wanted)}${rest}${queryString(unread ? query : others)}`;
      if (plain !== `${base}${rest}${queryString(query)}` || Object.values(query).includes(''))
        return c.redirect(plain);
      const view = await viewOf(story, day);
      if (!view)
        return fault(c, 404, 'No such story', 'No story has this address; it may have been renamed or removed.');
      const tag = `W/"${run}-${digest}-${view.version}"`;
      c.header('ETag', tag);
      c.header('Cache-Control', 'no-cache');
      if (c.req.header('If-None-Match') === tag) return c.body(null, 304);
      return answer({ ...view, here: { page: rest, query } });
    },
  };

  desk.get('/', async (c) => {
    c.header('Cache-Control', 'no-cache');
    return page(c, <StoriesPage stories={await source.stories()} assets={assets} />);
  });
  desk.get('/stories.json', async (c) => c.json(await source.stories()));

  for (const rooms of [stateRooms(tools), articleRooms(tools), recordRooms(tools)]) {
    desk.route('/story/:story', rooms);
    desk.route('/story/:story/as-of/:day', rooms);
  }

  desk.get('/static/:digest/:file', (c) => {
    const asset = files.get(c.req.param('file'));
    if (!asset || c.req.param('digest') !== digest) return c.notFound();
    c.header('Content-Type', asset.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(asset.body);
  });

  desk.notFound((c) => fault(c, 404, 'No such page', 'Nothing stands at this address.'));
  desk.onError((error, c) => {
    const words =
      error instanceof ReadoutError
        ? `${error.line}.`
        : 'The desk could not make this page. The record is not touched.';
    return fault(c, 500, 'This page failed', words);
  });
  return desk;
}

interface Address {
  story: string | null;
  /** Up to the day that it stands for. */
  base: string;
  /** "/timeline"; empty for the front page. */
  rest: string;
  query: Record<string, string>;
}

function addressOf(c: Context): Address {
  const { pathname } = new URL(c.req.url);
  const [, base = '', rest = ''] = /^(\/story\/[^/]+(?:\/as-of\/[^/]+)?)(\/.*)?$/.exec(pathname) ?? [];
  const story = c.req.param('story') ?? null;
  const day = c.req.param('day') ?? null;
  return { story, base: story === null ? base : storyPath(story, day), rest, query: c.req.query() };
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
