/** One process at a time in a data folder, whatever became of the one before. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { takeLock } from '../../src/store/lock.ts';
import { ownMark } from '../../src/store/process.ts';
import { type Children, compileChildren } from './children.ts';
import { copyPreparedData } from './prepared.ts';

const root = mkdtempSync(join(tmpdir(), 'readout-lock-'));
let children: Children;
let count = 0;
const newFolder = (): string => {
  const dir = join(root, String(count++));
  mkdirSync(dir);
  return dir;
};
const claimsIn = (dir: string): string[] => readdirSync(dir).filter((name) => name.startsWith('lock-'));

beforeAll(() => {
  children = compileChildren();
});
afterAll(() => {
  children.remove();
  rmSync(root, { recursive: true, force: true });
});

describe('two processes', () => {
  it('never open the same data, and the second says who has them', { timeout: 180_000 }, async () => {
    const dir = newFolder();
    await copyPreparedData(dir);
    const holder = children.start('hold', dir);
    await holder.line(0);
    await expect(openStore({ dataDir: dir, holder: 'readout add' })).rejects.toMatchObject({
      code: 'data-locked',
      message: expect.stringMatching(
        `^the data in ${dir} is in use by readout serve \\(process ${holder.process.pid} on ${hostname()}, since 20.*Z\\)$`,
      ),
      next: 'stop that process, or use another --data folder',
    });
    holder.process.stdin.end();
    expect(await holder.ended).toBe(0);
    expect(holder.errors()).toBe('');
    expect(claimsIn(dir)).toEqual([]);

    const killed = children.start('hold', dir);
    await killed.line(0);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(claimsIn(dir)).toHaveLength(1);
    const store = await openStore({ dataDir: dir, holder: 'readout add' });
    expect(claimsIn(dir)).toEqual([expect.stringContaining(`lock-${process.pid}-`)]);
    await store.close();
    expect(claimsIn(dir)).toEqual([]);
  });

  it('take turns when many come at once, a dead claim lying there', async () => {
    const dir = newFolder();
    leaveClaim(dir, { started: 'another boot/1' });
    const contenders = Array.from({ length: 6 }, () => children.start('contend', dir));
    for (const contender of contenders) expect([await contender.ended, contender.errors()]).toEqual([0, '']);
    expect(readFileSync(join(dir, 'log'), 'utf8')).toBe('in\nout\n'.repeat(6));
    expect(claimsIn(dir)).toEqual([]);
  });
});

describe('the lock', () => {
  it('is given back by a process that ends without doing so', async () => {
    const dir = newFolder();
    const child = children.start('leave', dir);
    expect([await child.ended, child.errors()]).toEqual([3, '']);
    expect(claimsIn(dir)).toEqual([]);
  });

  it('is not given twice within one process', async () => {
    const dir = newFolder();
    const lock = await takeLock(dir, 'one');
    await expect(takeLock(dir, 'two')).rejects.toMatchObject({ code: 'data-locked' });
    lock.release();
    lock.release();
    (await takeLock(dir, 'two')).release();
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 30 }],
    ['a number that went to another process', { started: 'another boot/1' }],
  ])('is taken over from %s', async (_, mark) => {
    const dir = newFolder();
    leaveClaim(dir, mark);
    const lock = await takeLock(dir, 'a test');
    expect(claimsIn(dir)).toHaveLength(1);
    lock.release();
  });

  it('is taken over where the machine went down before the claim was on disk', async () => {
    const dir = newFolder();
    writeFileSync(join(dir, 'lock-7-00aa'), '');
    (await takeLock(dir, 'a test')).release();
  });

  it('is left to a process of another host, with the way out', async () => {
    const dir = newFolder();
    const path = leaveClaim(dir, { host: 'quay-2', pid: 2 ** 30 });
    await expect(takeLock(dir, 'a test')).rejects.toMatchObject({
      message: expect.stringContaining('on quay-2'),
      next: expect.stringContaining(`delete ${path} if it no longer runs`),
    });
    expect(claimsIn(dir)).toHaveLength(1);
  });
});

/** Leaves a claim as this process would have made it, save for `mark`. */
function leaveClaim(dir: string, mark: { pid?: number; host?: string; started?: string }): string {
  const path = join(dir, 'lock-7-00aa');
  writeFileSync(path, JSON.stringify({ ...ownMark(), holder: 'a test', since: '2031-03-04T05:06:07Z', ...mark }));
  return path;
}
