/** What cannot be opened says so in one error that names the folder or the server, and prints nothing by itself. */
import fs, { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ReadoutError } from '../../src/model/errors.ts';
import { openStore } from '../../src/store/index.ts';
import { makeEntry } from './entries.ts';
import { copyPreparedData } from './prepared.ts';

const root = mkdtempSync(join(tmpdir(), 'readout-folder-'));
const whole = join(root, 'whole');

beforeAll(async () => {
  await copyPreparedData(whole);
  const store = await openStore({ dataDir: whole, holder: 'a test' });
  const story = await store.ensureStory('Kept');
  await store.addArticle(story.id, makeEntry('ferry'));
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Opens and reads all, and gives the ReadoutError that this ends in. Fails where anything was printed. */
async function errorOf(dataDir: string, databaseUrl?: string): Promise<ReadoutError> {
  const prints = [
    vi.spyOn(process.stdout, 'write').mockReturnValue(true),
    vi.spyOn(process.stderr, 'write').mockReturnValue(true),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((way) => vi.spyOn(console, way).mockReturnValue()),
  ];
  const outcome = await readAll(dataDir, databaseUrl).catch((error: unknown) => error);
  const printed = prints.flatMap((print) => print.mock.calls);
  vi.restoreAllMocks();
  expect(printed).toEqual([]);
  expect(process.exitCode).toBeUndefined();
  expect(outcome).toBeInstanceOf(ReadoutError);
  return outcome as ReadoutError;
}

async function readAll(dataDir: string, databaseUrl?: string): Promise<unknown> {
  const store = await openStore({ dataDir, databaseUrl, holder: 'a test' });
  try {
    return await store.articles('kept');
  } finally {
    await store.close();
  }
}

const home = (dir: string): string => join(dir, 'postgres');

/** The newest files of the database itself: those of Readout's tables, made last. */
function tableFiles(dir: string): string[] {
  const base = join(home(dir), 'base/5');
  return readdirSync(base)
    .filter((name) => Number(name) >= 16_384)
    .map((name) => join(base, name));
}

describe('a data folder', () => {
  it.each<[string, (dir: string) => void]>([
    ['no PG_VERSION', (dir) => rmSync(join(home(dir), 'PG_VERSION'))],
    ['another PG_VERSION', (dir) => writeFileSync(join(home(dir), 'PG_VERSION'), '14\n')],
    ['no control file', (dir) => rmSync(join(home(dir), 'global/pg_control'))],
    ['a control file of noise', (dir) => writeFileSync(join(home(dir), 'global/pg_control'), 'x'.repeat(8192))],
    ['an empty log', (dir) => rmSync(join(home(dir), 'pg_wal'), { recursive: true })],
    ['no catalog', (dir) => rmSync(join(home(dir), 'base/5'), { recursive: true })],
    ['an empty catalog', (dir) => truncateSync(join(home(dir), 'base/5/1259'))],
    ['no tables', (dir) => tableFiles(dir).map((path) => rmSync(path))],
    ['tables of noise', (dir) => tableFiles(dir).map((path) => writeFileSync(path, 'x'.repeat(statSync(path).size)))],
    [
      'a file in place of the database',
      (dir) => {
        rmSync(home(dir), { recursive: true });
        writeFileSync(home(dir), 'x');
      },
    ],
  ])('with %s is damaged', async (_, damage) => {
    const dir = mkdtempSync(join(root, 'damaged-'));
    cpSync(whole, dir, { recursive: true });
    damage(dir);
    const error = await errorOf(dir);
    expect(error.code, inspect(error)).toBe('data-damaged');
    expect(error.line).toContain(`the data in ${dir} cannot be read (`);
    expect(error.line).not.toContain('\n');

    expect(readdirSync(dir)).toEqual(['postgres']);
    rmSync(dir, { recursive: true });
  });

  it('that is a file, or lies under one, cannot be used', async () => {
    const file = join(root, 'file');
    writeFileSync(file, 'x');
    for (const dir of [file, join(file, 'data')]) {
      const error = await errorOf(dir);
      expect(error.code).toBe('database');
      expect(error.line).toContain(`the data folder ${dir} cannot be used (`);
    }
  });

  it('has each article on the disk before it is reported, power or no power', async () => {
    const dataDir = join(root, 'powered');
    cpSync(whole, dataDir, { recursive: true });
    const store = await openStore({ dataDir, holder: 'a test' });
    const sync = vi.spyOn(fs, 'fsyncSync');
    for (const id of ['first', 'second', 'third']) {
      sync.mockClear();
      await store.addArticle('kept', makeEntry(id));
      expect(sync).toHaveBeenCalled();
    }
    sync.mockClear();
    await store.articles('kept');
    expect(sync).not.toHaveBeenCalled();
    await store.close();
  });

  it('that is whole is read, so that the damage is what the others show', async () => {
    expect(await readAll(whole)).toEqual([makeEntry('ferry')]);
  });
});

describe('a server', () => {
  it.each([
    ['postgres://crew:brine@127.0.0.1:1/news', 'the database news on 127.0.0.1:1 cannot be used'],
    ['postgres://crew:brine@quay.invalid/news', 'the database news on quay.invalid cannot be used'],
    ['postgres://crew:brine@localhost/news?host=%2Fnowhere', 'the database news on /nowhere cannot be used'],
    ['mysql://crew:brine@127.0.0.1/news', 'DATABASE_URL is not the address of a Postgres server'],
    ['crew:brine', 'DATABASE_URL is not the address of a Postgres server'],
    ['postgres://crew:brine@[quay/news', 'DATABASE_URL is not an address'],
    ['postgres://crew:brine@127.0.0.1:1/%E0%A4%A', 'DATABASE_URL is not an address'],
    ['postgres://crew:br%ine@127.0.0.1:1/news', 'the database news on 127.0.0.1:1 cannot be used'],
    [' brine ', 'DATABASE_URL is not an address'],
  ])('at %s is one clear error without the password', async (url, message) => {
    const error = await errorOf(join(root, 'unused'), url);
    expect(error.code).toBe('database');
    expect(error.message).toContain(message);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('brine');
    expect(inspect(error)).not.toContain('br%ine');
    expect(error.line).not.toContain('\n');
  });
});
