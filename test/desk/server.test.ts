import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskServer, serveDesk } from '../../src/api/server.ts';
import { createDesk } from '../../src/desk/index.tsx';
import { checkRecord } from '../../src/model/check.ts';
import type { StoryRecord } from '../../src/model/record.ts';
import { HOSTILE, largeRecord, record } from './fixture.ts';
import { STORIES, serveStories, sourceOf } from './served.ts';

let server: DeskServer;
beforeAll(async () => {
  server = await serveStories();
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + path, { headers, redirect: 'manual' });

test('the invented story is a true record', () => {
  expect(checkRecord(record)).toEqual([]);
  expect(checkRecord(largeRecord(20))).toEqual([]);
});

describe('who may ask', () => {
  const ask = (host: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const call = request(server.url, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      call.on('error', reject).end();
    });
  const port = (): string => new URL(server.url).port;

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('%s with the port', async (name) => {
    expect(await ask(`${name}:${port()}`)).toBe(200);
  });
  test.each(['127.0.0.1', 'evil.example', 'localhost.evil.example'])('not "%s"', async (name) => {
    expect(await ask(name)).toBe(403);
  });
  test('not another name or port', async () => {
    expect(await ask(`evil.example:${port()}`)).toBe(403);
    expect(await ask('127.0.0.1:1')).toBe(403);
  });
});

test('every answer forbids outside requests and inline scripts', async () => {
  const sentence = `/story/walkout/article/${record.articles[0]!.id}/sentence?at=60`;
  for (const path of [
    '/',
    '/story/walkout',
    '/story/none',
    '/stories.json',
    '/story/walkout/statements.csv',
    sentence,
  ]) {
    const answer = await get(path);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('a taken port is told with the way out', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveDesk({ source: sourceOf({}), port })).rejects.toMatchObject({
    code: 'port-taken',
    line: `port ${port} is in use: stop what uses it, or start with another: PORT=${port + 1} npm start`,
  });
});

test('a page that the browser has already is not sent again, until the record changes', async () => {
  const stories = { ...STORIES };
  const changing = await serveStories(stories);
  const path = `${changing.url}/story/walkout/statements`;
  const tag = (await fetch(path)).headers.get('etag')!;
  expect((await fetch(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  stories.walkout = { ...STORIES.walkout!, version: 4 };
  expect((await fetch(path, { headers: { 'If-None-Match': tag } })).status).toBe(200);
  await changing.close();
});

test.each([
  '/nothing',
  '/story/none',
  '/story/walkout/article/none',
  '/story/walkout/article/none/entry/x',
  '/story/walkout/article/none/sentence?at=3',
  '/story/walkout/article/01-first-3fa9c1ab/sentence?at=999999999',
  '/story/walkout/article/01-first-3fa9c1ab/sentence?at=-1',
  '/static/x/desk.css',
])('%s is told missing', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('No such');
});

test('where sentences cannot be read, no page speaks of it', async () => {
  const { readSentence, ...source } = sourceOf(STORIES);
  expect(readSentence).toBeDefined();
  const path = `/story/walkout/article/${record.articles[0]!.id}`;
  const pageOf = async (desk: ReturnType<typeof createDesk>): Promise<string> =>
    (await desk.request(`${path}?entry=${record.statements[0]!.id}`)).text();
  expect(await pageOf(createDesk({ ...source, readSentence }))).toContain('How was this read?');
  expect(await pageOf(createDesk(source))).not.toMatch(/How was this read|sentences were read/);
  expect((await createDesk(source).request(`${path}/sentence`)).status).toBe(404);
});

test('a fault shows no stack trace and no secret', async () => {
  const desk = createDesk({
    stories: () => Promise.reject(new Error('secret at /home/somebody')),
    record: () => Promise.reject(new Error('secret at /home/somebody')),
  });
  for (const path of ['/', '/story/x', '/stories.json']) {
    const answer = await desk.request(path);
    const body = await answer.text();
    expect(answer.status).toBe(500);
    expect(body).toContain('This page failed');
    expect(body).not.toMatch(/secret|somebody|at .*\.ts/);
  }
});

test('fonts, style and script come from the desk, to be kept for ever', async () => {
  const page = await (await get('/')).text();
  const style = /href="(\/static\/\w+\/desk\.css)"/.exec(page)![1]!;
  const css = await (await get(style)).text();
  const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, file]) => file!);
  expect(fonts.length).toBe(8);
  for (const file of fonts) {
    const font = await get(style.replace('desk.css', file));
    expect(font.status).toBe(200);
    expect(font.headers.get('content-type')).toBe('font/woff2');
    expect(font.headers.get('cache-control')).toContain('immutable');
  }
});

describe('for programs', () => {
  test('the stories and a record', async () => {
    const stories = (await (await get('/stories.json')).json()) as { id: string; statements: number }[];
    expect(stories.map(({ id, statements }) => [id, statements])).toEqual([
      ['walkout', 9],
      ['large', 5000],
      ['standing', 9],
      ['crowded', 0],
      ['bare', 0],
    ]);
    const sent = (await (await get('/story/walkout/record.json')).json()) as StoryRecord;
    expect(sent).toEqual(record);
    expect(sent.articles[2]!.text).toContain('\ud83d stands');
  });

  test('statements under the same filter as the page', async () => {
    const answer = (await (await get('/story/walkout/statements.json?speaker=oduya&form=direct')).json()) as {
      total: number;
      statements: { words: string; start: number; end: number; article: string }[];
    };
    expect(answer.total).toBe(2);
    expect(answer.statements[0]!.words).toBe(
      '“We have waited eleven months, and we have waited politely,” … “Now we wait outside.”',
    );
    const { start, end, article } = answer.statements[0]!;
    const { text } = record.articles.find(({ id }) => id === article)!;
    expect(text.slice(start, end)).toMatch(/^“We have .* outside\.”$/);
  });

  test('statements as CSV, with quotes doubled and no formula', async () => {
    const csv = await (await get('/story/walkout/statements.csv')).text();
    expect(csv.split('\r\n')).toHaveLength(1 + 9 + 1);
    expect(csv).toContain(`"“nothing ${HOSTILE.replaceAll('"', '""')} moved”"`);
    const odd = structuredClone(record);
    odd.actors[0]!.name = '=1+1';
    const formula = await createDesk(sourceOf({ odd: { name: 'Odd', version: 1, record: odd } })).request(
      '/story/odd/statements.csv',
    );
    expect(await formula.text()).toContain(",'=1+1,");
  });
});

describe('the filter of statements', () => {
  const found = async (query: string): Promise<number> =>
    ((await (await get(`/story/walkout/statements.json?${query}`)).json()) as { total: number }).total;

  test.each([
    ['', 9],
    ['speaker=oduya', 3],
    // A party takes in those who speak for it.
    ['speaker=guild', 4],
    ['speaker=nobody', 0],
    ['form=mixed', 2],
    ['act=deny', 1],
    ['named=no', 1],
    ['named=yes', 8],
    ['article=02-second-77b0', 2],
    ['q=Politely', 2],
    ['q=politely+oduya', 2],
    ['q=politely+ministry', 0],
    // A range counts where it may reach into the days; what has no date does not.
    ['from=2031-05-07', 1],
    ['to=2031-05-05', 2],
    ['to=2031-05-01', 1],
    ['from=2031-05-03&to=2031-05-04', 2],
    ['from=7+May+2031', 1],
    // What means nothing is passed over.
    ['form=loud', 9],
    ['from=tomorrow', 9],
  ])('%s finds %i', async (query, total) => {
    expect(await found(query)).toBe(total);
  });

  test('an address with empty fields becomes the short one', async () => {
    const answer = await get('/story/walkout/statements?speaker=oduya&form=&q=');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/story/walkout/statements?speaker=oduya');
  });

  test('words that are no day are told', async () => {
    const page = await (await get('/story/walkout/statements?from=tomorrow')).text();
    expect(page).toContain('“tomorrow” was not understood as a day');
  });
});

test('a large article is made in good time', async () => {
  const started = performance.now();
  const page = await (await get('/story/large/article/large-01')).text();
  expect(page.match(/data-number=/g)).toHaveLength(5000);
  // Some 0.3 s on two cores; the bound only catches what is not linear.
  expect(performance.now() - started).toBeLessThan(5000);
});
