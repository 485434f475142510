import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/data/locate.ts';
import { checkRecord } from '../../src/model/check.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { readout } from './run.ts';

const example = join(packageRoot, 'examples/port-strike');
const meta = join(example, 'published.tsv');
let folder: string;
let data: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-stories-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withData = (...args: string[]) => readout([...args, '--data', data]);

describe('stories on the command line', () => {
  it('starts empty and says what to do', async () => {
    const { code, out } = await withData('stories');
    expect(out).toMatch(/no stories yet: add one with readout add PATH --story NAME/);
    expect(code).toBe(0);
  });

  it('adds articles, and adding them again changes nothing', async () => {
    const first = await withData('add', example, '--story', 'Port strike', '--meta', meta);
    expect(first.out).toMatch(/Port strike: 10 added, 0 already there/);
    expect(first.out.match(/^added /gm)).toHaveLength(10);
    expect(first.out).toMatch(/^added \S+, a version of \S+$/m);
    expect(first.code).toBe(0);
    const before = await withData('export', '--story', 'Port strike');
    const again = await withData('add', example, '--story', 'Port strike', '--meta', meta);
    expect(again.out).toMatch(/Port strike: 0 added, 10 already there/);
    expect((await withData('export', '--story', 'Port strike')).out).toBe(before.out);
    expect((await withData('stories')).out).toBe('Port strike\t10 articles\n');
  });

  it('exports the very record that read prints', async () => {
    const exported = await withData('export', '--story', 'port-strike', '--format', 'json');
    const read = await readout(['read', example, '--meta', meta, '--json']);
    expect(checkRecord(JSON.parse(exported.out))).toEqual([]);
    expect(exported.out).toBe(read.out);
  });

  it('reads again what an older version has read, and keeps it', async () => {
    const before = (await withData('export', '--story', 'Port strike')).out;
    const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
      const store = await openStore({ dataDir: data, holder: 'a test' });
      return work(store).finally(() => store.close());
    };
    const engines = (): Promise<Set<string>> =>
      inStore(async (store) => new Set((await store.articles('port-strike')).map(({ engine }) => engine)));
    const current = await engines();
    const age = (): Promise<void> =>
      inStore(async (store) => {
        for (const { article } of await store.articles('port-strike'))
          await store.replaceReading('port-strike', article.id, { article: article.id, statements: [] }, '0.1.0');
      });
    await age();
    const exported = await withData('export', '--story', 'Port strike');
    expect(exported.out).toBe(before);
    expect([exported.err, exported.code]).toEqual(['', 0]);
    expect((await withData('explain', JSON.parse(before).statements[0].id)).code).toBe(0);
    expect(await engines()).toEqual(current);
    await age();
    const again = await withData('add', example, '--story', 'Port strike', '--meta', meta);
    expect(again.out).toMatch(/Port strike: 0 added, 10 already there/);
    expect(await engines()).toEqual(current);
    expect((await withData('export', '--story', 'Port strike')).out).toBe(before);
  });

  it('explains an entry by its rule and its words', async () => {
    const record = JSON.parse((await withData('export', '--story', 'Port strike')).out);
    const statement = record.statements.find((candidate: { form: string }) => candidate.form === 'direct');
    const { code, out } = await withData('explain', statement.id);
    const article = record.articles.find((candidate: { id: string }) => candidate.id === statement.article);
    const [span] = statement.content;
    expect(out).toContain(`rule: ${statement.rule}`);
    expect(out).toContain(`content: ${article.text.slice(span.start, span.end)}`);
    expect(out).toContain(`${article.source} ${span.start}–${span.end}`);
    expect(code).toBe(0);
  });

  it('adds what it can read and says what it cannot', async () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'good.txt'), '“We will wait,” Ana Lind said.');
    const { code, out, err } = await withData(
      'add',
      join(folder, 'empty.txt'),
      join(folder, 'good.txt'),
      '--story',
      'Small',
    );
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/empty\.txt is empty/);
    expect(out).toMatch(/Small: 1 added/);
    expect(code).toBe(1);
  });

  it('makes no story where nothing could be read', async () => {
    const { code } = await withData('add', join(folder, 'missing.txt'), '--story', 'Never');
    expect(code).toBe(1);
    expect((await withData('stories')).out).not.toContain('Never');
  });

  it.each([
    [
      'a story that is not there',
      ['export', '--story', 'Nowhere'],
      /there is no story Nowhere: the stories are: Port strike, Small/,
      1,
    ],
    ['an entry that is not there', ['explain', 'x:s1-2'], /there is no entry x:s1-2/, 1],
    [
      'a format that is not there',
      ['export', '--story', 'Small', '--format', 'xml'],
      /there is no format xml: the formats are: json/,
      2,
    ],
    ['a story without a name', ['add', 'x.txt'], /required option '--story <name>'/, 2],
  ])('says so of %s', async (_, args, message, expected) => {
    const { code, err } = await withData(...args);
    expect(err).toMatch(message);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(code).toBe(expected);
  });

  it('says who holds the data', async () => {
    const store = await openStore({ dataDir: data, holder: 'readout serve' });
    try {
      const { code, err } = await withData('stories');
      expect(err).toMatch(new RegExp(`is in use by readout serve \\(process ${process.pid}`));
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(3);
    } finally {
      await store.close();
    }
  });
});
