/** `kill -9` at any moment: what was reported as added is there, whole and once; nothing is there by half. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Found } from './child.ts';
import { type Children, compileChildren } from './children.ts';

const dir = mkdtempSync(join(tmpdir(), 'readout-kill-'));
let children: Children;
beforeAll(() => {
  children = compileChildren();
});
afterAll(() => {
  children.remove();
  rmSync(dir, { recursive: true, force: true });
});

/** Delays that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Starts of a database on a busy machine take long; nothing here waits for a time to pass.
const patience = 300_000;

it('survives kills while it makes a new database', { timeout: patience }, async () => {
  const random = seeded(1);
  // Where the new database is put on disk, and before it and after it.
  for (const place of ['start', 'draft', 'draft', 'draft', 'whole'] as const) {
    const child = children.start('add', dir);
    const whole = join(dir, 'postgres');
    const path = { start: dir, draft: join(dir, 'postgres.new'), whole }[place];
    while (!existsSync(path) && !existsSync(whole)) await sleep(2);
    await sleep(random() * (place === 'draft' ? 150 : 300));
    child.process.kill('SIGKILL');
    expect(await child.ended).toBe('SIGKILL');
    expect(child.errors()).toBe('');
  }
});

it('keeps every reported article through kills while it adds', { timeout: patience }, async () => {
  const random = seeded(2);
  const reported: string[] = [];
  const kills = 12;
  for (let kill = 0; kill <= kills; kill++) {
    const child = children.start('add', dir);
    const found = JSON.parse(await child.line(0)) as Found;
    expect(found.ids).toEqual(expect.arrayContaining(reported));
    expect(new Set(found.ids).size).toBe(found.ids.length);
    expect(found.damaged).toEqual([]);
    expect([found.version, found.articles]).toEqual([found.ids.length, found.ids.length]);
    // Of what was not reported, only the article that each kill interrupted may be there.
    expect(found.ids.length - reported.length).toBeLessThanOrEqual(kill + 1);
    await child.line(Math.floor(random() * 15));
    await sleep(random() * 20);
    child.process.kill('SIGKILL');
    expect(await child.ended).toBe('SIGKILL');
    expect(child.errors()).toBe('');
    reported.push(...child.lines.slice(1));
  }
  expect(reported.length).toBeGreaterThan(3 * kills);
});
