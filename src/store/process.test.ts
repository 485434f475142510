import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isRunning, ownMark } from './process.ts';

const own = ownMark();

it.each([
  ['this process', own, true],
  ['this process by its number alone', { ...own, started: null }, true],
  ['the first process, of another user perhaps', { ...own, pid: 1, started: null }, true],
  ['a process of another host', { pid: 2 ** 30, host: 'quay-2', started: null }, true],
  ['a number that no process has', { ...own, pid: 2 ** 30 }, false],
])('takes %s for what it is', (_, mark, running) => {
  expect(isRunning(mark)).toBe(running);
});

it.runIf(existsSync('/proc/self/stat'))(
  'knows, on Linux, a number that went to another process, and one that ended',
  async () => {
    expect(isRunning({ ...own, started: 'another boot/1' })).toBe(false);
    // The shell becomes a program that never asks after the child it started, so the child stays, dead.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const ended = { ...own, pid: Number(line.toString()), started: null };
    await expect.poll(() => isRunning(ended)).toBe(false);
    expect(isRunning({ ...own, pid: parent.pid!, started: null })).toBe(true);
    parent.kill('SIGKILL');
  },
);
