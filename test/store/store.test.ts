/** One suite for both engines: what the store promises (src/store/store.ts). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { openServer } from '../../src/store/server.ts';
import type { Engine } from '../../src/store/sql.ts';
import { makeEntry } from './entries.ts';
import { runOnce, startPostgres, type TestServer } from './postgres.ts';
import { copyPreparedData } from './prepared.ts';

const server = await startPostgres();
const noServer = typeof server === 'string' ? server : null;
const dataDir = mkdtempSync(join(tmpdir(), 'readout-store-'));

afterAll(async () => {
  if (typeof server !== 'string') await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const engines: { name: string; absent: string | null; options: () => Promise<StoreOptions> }[] = [
  { name: 'PGlite', absent: null, options: async () => ({ dataDir, holder: 'a test' }) },
  {
    name: noServer === null ? 'a Postgres server' : `a Postgres server, skipped: ${noServer}`,
    absent: noServer,
    options: async () => {
      if (typeof server === 'string') throw new Error(server);
      return { databaseUrl: await server.newDatabase(), dataDir, holder: 'a test' };
    },
  },
];

/** Any sequence of code units, well-formed or not, with those that Postgres or the store's own escape care about. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 0x10, 0x22, 0x5c, 0x30, 0x75, 0xd83d, 0xde00, 0xdc00, 0xfffd) },
    ),
    { maxLength: 60 },
  )
  .map((units) => String.fromCharCode(...units));

const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    anyText,
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 4 }),
  ),
})).value;

for (const { name, absent, options } of engines) {
  describe.skipIf(absent !== null)(`the store on ${name}`, () => {
    let opened: StoreOptions;
    let store: Store;
    let count = 0;
    const newStory = async (): Promise<string> => (await store.ensureStory(`Story ${name} ${count++}`)).id;
    const idsOf = async (story: string): Promise<string[]> => (await store.articles(story)).map((e) => e.article.id);

    beforeAll(async () => {
      opened = await options();
      if (opened.databaseUrl === undefined) await copyPreparedData(dataDir);
      store = await openStore(opened);
    });
    afterAll(() => store.close());

    it('begins without stories', async () => {
      expect(await store.stories()).toEqual([]);
      expect(await store.findStory('Port strike')).toBeNull();
    });

    it.each([
      ['The Ardun ferry strike', 'the-ardun-ferry-strike'],
      ['Café Zürich: round 2', 'cafe-zurich-round-2'],
      ['  spaces \t and\nlines ', 'spaces-and-lines'],
      ['Переговоры', 'story'],
      ['交渉', 'story-2'],
      ['The Ardun, ferry strike!', 'the-ardun-ferry-strike-2'],
      ['The \0 Ardun \ud800 ferry strike', 'the-ardun-ferry-strike-3'],
    ])('gives the story %j the id %s', async (story, id) => {
      const made = await store.ensureStory(story);
      expect(made).toEqual({ id, name: story.trim().replace(/\s+/g, ' '), articles: 0, version: 0 });
      expect(await store.ensureStory(story)).toEqual(made);
      expect(await store.ensureStory(id)).toEqual(made);
      expect(await store.findStory(story)).toEqual(made);
      expect(await store.findStory(id)).toEqual(made);
    });

    it('lists stories by name', async () => {
      await store.ensureStory('a lower');
      await store.ensureStory('Zeta');
      await store.ensureStory('Äther');
      const names = (await store.stories()).map((story) => story.name);
      expect(names).toEqual([...names].sort());
      expect(names).toEqual(expect.arrayContaining(['Zeta', 'a lower', 'Äther']));
    });

    it('refuses a story without a name', async () => {
      await expect(store.ensureStory(' \n')).rejects.toMatchObject({ code: 'bad-option' });
    });

    it('makes one story for callers at once', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => store.ensureStory('Wanted by many')));
      expect(new Set(made.map((story) => story.id))).toEqual(new Set(['wanted-by-many']));
      expect((await store.stories()).filter((story) => story.name === 'Wanted by many')).toHaveLength(1);
    });

    it('makes a story each for callers at once whose names have the same id', async () => {
      const made = await Promise.all(['Dock talks', 'Dock: talks', 'dock talks'].map((n) => store.ensureStory(n)));
      expect(made.map((story) => story.name)).toEqual(['Dock talks', 'Dock: talks', 'dock talks']);
      expect(new Set(made.map((story) => story.id)).size).toBe(3);
    });

    it('adds an article once', async () => {
      const story = await newStory();
      const entry = makeEntry('ferry');
      expect(await store.addArticle(story, entry)).toBe('added');
      expect(await store.addArticle(story, entry)).toBe('unchanged');
      expect(await store.addArticle(story, { ...makeEntry('ferry', 'Other words.'), engine: '2' })).toBe('unchanged');
      expect(await store.articles(story)).toEqual([entry]);
      expect(await store.findStory(story)).toMatchObject({ articles: 1, version: 1 });
    });

    it('keeps what users change about issues, and takes it back once', async () => {
      const story = await newStory();
      const other = await newStory();
      const edits = [{ kind: 'rename', issue: 'issue-pay', label: 'Löhne \u0000' }, { kind: 'merge' }, { kind: 'pin' }];
      for (const edit of edits) await store.addIssueEdit(story, edit);
      const kept = await store.issueEdits(story);
      expect(kept.map(({ edit }) => edit)).toEqual(edits);
      expect(await store.issueEdits(other)).toEqual([]);
      const last = kept[2]!.number;
      expect(await store.removeIssueEdit(other, last)).toBe(false);
      expect(await store.removeIssueEdit(story, last)).toBe(true);
      await store.addIssueEdit(story, { kind: 'split' });
      expect(await store.removeIssueEdit(story, last)).toBe(false);
      expect((await store.issueEdits(story)).map(({ edit }) => edit)).toEqual([
        ...edits.slice(0, 2),
        { kind: 'split' },
      ]);
      expect(await store.findStory(story)).toMatchObject({ version: 5 });
      expect(await store.findStory(other)).toMatchObject({ version: 0 });
      await expect(store.addIssueEdit('none', {})).rejects.toMatchObject({ code: 'unknown-story' });
    });

    it('grows the version with each change, for callers at once too', async () => {
      const story = await newStory();
      const other = await newStory();
      const ids = Array.from({ length: 20 }, (_, i) => `n${i}`);
      const answers = await Promise.all([...ids, ...ids].map((id) => store.addArticle(story, makeEntry(id))));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(20);
      expect(await store.findStory(story)).toMatchObject({ articles: 20, version: 20 });
      expect(await store.findStory(other)).toMatchObject({ articles: 0, version: 0 });
    });

    it('keeps the same article for two stories', async () => {
      const [one, two] = [await newStory(), await newStory()];
      expect(await store.addArticle(one, makeEntry('both'))).toBe('added');
      expect(await store.addArticle(two, makeEntry('both', 'As the other story has it.'))).toBe('added');
      expect(await store.articles(one)).toEqual([makeEntry('both')]);
    });

    it('refuses an article for a story that is not there', async () => {
      await expect(store.addArticle('nowhere', makeEntry('ferry'))).rejects.toMatchObject({ code: 'unknown-story' });
      expect(await store.articles('nowhere')).toEqual([]);
    });

    it('gives articles in code unit order', async () => {
      const story = await newStory();
      const ids = ['b', 'a', 'B', '10', '9', 'é', '～', '😀', '', 'a b', '\ud800', '\0', 'a\u0010'];
      for (const id of ids) await store.addArticle(story, makeEntry(id));
      expect(await idsOf(story)).toEqual([...ids].sort());
    });

    it('gives a long story whole', async () => {
      const story = await newStory();
      const ids = Array.from({ length: 450 }, (_, i) => `${i % 7 === 0 ? '😀' : '～'}${i}`);
      for (const id of ids) await store.addArticle(story, makeEntry(id));
      expect(await idsOf(story)).toEqual([...ids].sort());
    });

    it('knows which articles it has', async () => {
      const story = await newStory();
      const ids = ['plain', "it's", 'a"b', 'c,d', '{e}', '\\', '\ud800', '', '\0'];
      for (const id of ids) await store.addArticle(story, makeEntry(id));
      expect(await store.known(story, [...ids, 'absent', 'PLAIN', '\ud801'])).toEqual(new Set(ids));
      expect(await store.known(story, [])).toEqual(new Set());
      expect(await store.known('nowhere', ids)).toEqual(new Set());
    });

    it('counts the articles that another engine has read and those without a day', async () => {
      const story = await newStory();
      const undated = { earliest: null, latest: null, basis: 'unknown' as const, evidence: [] };
      const entry = makeEntry('undated');
      await store.addArticle(story, { ...entry, article: { ...entry.article, published: undated } });
      for (const engine of ['1.0.0', '2.0.0', '0.9.0']) await store.addArticle(story, { ...makeEntry(engine), engine });
      expect(await store.unsettled(story, '1.0.0')).toEqual({ articles: 4, outdated: 2, undated: 1 });
      expect(await store.unsettled(story, '3.0.0')).toEqual({ articles: 4, outdated: 4, undated: 1 });
      expect(await store.unsettled('nowhere', '1.0.0')).toEqual({ articles: 0, outdated: 0, undated: 0 });
    });

    it('keeps prints, and finds by them what shares most', async () => {
      const story = await newStory();
      const prints = (hash: number | null, ...numbers: number[]) => ({ version: 1, prints: numbers, hash });
      const full = prints(2 ** 53 - 1, -(2 ** 31), -1, 0, 7, 2 ** 31 - 1);
      await store.addArticle(story, { ...makeEntry('full'), prints: full });
      for (const id of ['less', 'other', 'none', 'old']) await store.addArticle(story, makeEntry(id));
      await store.keepPrints(story, 'less', prints(5, 7, -1, 12));
      await store.keepPrints(story, 'other', prints(null, 99));
      await store.keepPrints(story, 'old', { ...full, version: 0 });
      const kept = new Map((await store.articles(story)).map(({ article, prints }) => [article.id, prints]));
      expect([kept.get('full'), kept.get('less'), kept.get('none')]).toEqual([full, prints(5, 7, -1, 12), undefined]);
      expect(await store.sharing(story, full, 4)).toEqual(['full', 'less']);
      expect(await store.sharing(story, full, 1)).toEqual(['full']);
      // A copy comes before what shares as many prints.
      expect(await store.sharing(story, prints(5, 12, 0, -(2 ** 31)), 4)).toEqual(['less', 'full']);
      expect(await store.sharing(story, prints(null), 4)).toEqual([]);
      expect(await store.sharing('nowhere', full, 4)).toEqual([]);
    });

    it('gives the articles asked for, and the ids of all', async () => {
      const story = await newStory();
      for (const id of ['a', '\ud800', 'c']) await store.addArticle(story, makeEntry(id));
      expect(new Set(await store.articleIds(story))).toEqual(new Set(['a', '\ud800', 'c']));
      const some = await store.articles(story, ['\ud800', 'a', 'absent']);
      expect(some.map(({ article }) => article.id)).toEqual(['a', '\ud800']);
      expect([await store.articles(story, []), await store.articleIds('nowhere')]).toEqual([[], []]);
    });

    it('gives back any text and any reading as they were', async () => {
      const story = await newStory();
      let id = 0;
      await fc.assert(
        fc.asyncProperty(anyText, anyText, anyJson, async (text, words, reading) => {
          const entry = makeEntry(`${words}${id++}`, text);
          Object.assign(entry.article, { title: words, outlet: words, source: words, family: words, read: words });
          entry.reading = reading;
          entry.engine = words;
          expect(await store.addArticle(story, entry)).toBe('added');
          const kept = (await store.articles(story)).find((other) => other.article.id === entry.article.id);
          // As JSON text, so that the order of keys counts too.
          expect(JSON.stringify(kept)).toBe(JSON.stringify(entry));
        }),
        { numRuns: 60 },
      );
    });

    it('keeps nulls, an article of no words and a long one', async () => {
      const story = await newStory();
      const bare = makeEntry('bare', '');
      Object.assign(bare.article, { title: null, outlet: null });
      bare.article.published = { earliest: null, latest: null, basis: 'unknown', evidence: [] };
      const long = makeEntry('long', 'A long account of the talks. \0 '.repeat(60_000));
      for (const entry of [bare, long]) expect(await store.addArticle(story, entry)).toBe('added');
      expect(await store.articles(story)).toEqual([bare, long]);
    });

    it('has all after reopening', async () => {
      const before = await store.stories();
      const story = await newStory();
      await store.addArticle(story, makeEntry('kept'));
      await store.close();
      await store.close();
      store = await openStore(opened);
      expect(await store.articles(story)).toEqual([makeEntry('kept')]);
      expect((await store.stories()).filter((s) => s.id !== story)).toEqual(before);
    });

    it('takes up new steps of the schema, whole or not at all, and is refused by a program that lacks them', async () => {
      await store.close();
      const onEngine = async (work: (engine: Engine) => Promise<void>): Promise<void> => {
        const { databaseUrl, holder } = opened;
        const engine = databaseUrl === undefined ? await openPglite(dataDir, holder) : await openServer(databaseUrl);
        await work(engine).finally(() => engine.close());
      };
      const next = migrations.length + 1;
      const step = { version: next, name: 'more', sql: ['create table readout.more (id integer)'] };
      await onEngine(async (engine) => {
        const broken = { ...step, sql: [...step.sql, 'create nonsense'] };
        await expect(migrate(engine, [...migrations, broken])).rejects.toThrow('nonsense');
        await expect(engine.query('select id from readout.more')).rejects.toThrow('readout.more');
        await migrate(engine, [...migrations, step]);
        await migrate(engine, [...migrations, step]);
        expect(await engine.query('select id from readout.more')).toEqual([]);
      });
      await expect(openStore(opened)).rejects.toMatchObject({
        code: 'database',
        message: expect.stringContaining(`newer Readout (schema ${next}, this one knows ${next - 1})`),
      });
      await onEngine(async (engine) => {
        await engine.query('drop table readout.more');
        await engine.query('delete from readout.migration where version = $1', [next]);
      });
      store = await openStore(opened);
      expect(await store.stories()).not.toEqual([]);
    });
  });
}

describe.skipIf(noServer !== null)(
  `the store on a Postgres server${noServer === null ? '' : `, skipped: ${noServer}`}`,
  () => {
    const openAt = (databaseUrl: string): Promise<Store> => openStore({ databaseUrl, dataDir, holder: 'a test' });
    const newDatabase = (): Promise<string> => (server as TestServer).newDatabase();

    it('is made once where several begin at once, and serves them all', async () => {
      const databaseUrl = await newDatabase();
      const stores = await Promise.all(Array.from({ length: 5 }, () => openAt(databaseUrl)));
      const stories = await Promise.all(stores.map((store) => store.ensureStory('Shared')));
      expect(new Set(stories.map((story) => story.id))).toEqual(new Set(['shared']));
      const ids = Array.from({ length: 10 }, (_, i) => `n${i}`);
      const answers = await Promise.all(
        stores.flatMap((store) => ids.map((id) => store.addArticle('shared', makeEntry(id)))),
      );
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(10);
      for (const store of stores) expect(await store.findStory('shared')).toMatchObject({ articles: 10, version: 10 });
      await Promise.all(stores.map((store) => store.close()));
    });

    it('goes on after the server ended its connections', async () => {
      const databaseUrl = await newDatabase();
      const store = await openAt(databaseUrl);
      await runOnce(
        databaseUrl,
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $$readout$$',
      );
      await vi.waitFor(async () => expect(await store.stories()).toEqual([]));
      await store.close();
    });

    it.each([
      ['a database that is not there', (url: URL) => (url.pathname = '/absent'), 'database "absent" does not exist'],
      ['a user that is not there', (url: URL) => (url.username = 'absent'), '"absent"'],
    ])('says so of %s', async (_, change, reason) => {
      const url = new URL(await newDatabase());
      url.password = 'brine';
      change(url);
      const error: unknown = await openAt(url.href).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: 'database', message: expect.stringContaining(reason) });
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('brine');
    });

    it('refuses a database that could not hold every letter', async () => {
      const databaseUrl = await newDatabase();
      const url = new URL(databaseUrl);
      url.pathname = `${url.pathname}_latin`;
      await runOnce(
        databaseUrl,
        `create database ${url.pathname.slice(1)} encoding 'LATIN1' locale 'C' template template0`,
      );
      await expect(openAt(url.href)).rejects.toMatchObject({
        code: 'database',
        message: expect.stringContaining('LATIN1'),
      });
      await runOnce(databaseUrl, `drop database ${url.pathname.slice(1)}`);
    });
  },
);
