/**
 * What the tests run as a process of its own, to kill it or to find the data taken. Usage, after compilation:
 *   child.js add DIR      opens the store, prints what is there as one JSON line, then adds articles, printing each id
 *                         after the store has answered, until it is killed
 *   child.js hold DIR     opens the store, prints 'open', and keeps it until it is killed or its input ends
 *   child.js leave DIR    takes the folder's lock and ends without giving it back
 *   child.js contend DIR  takes the folder's lock, notes 'in' and 'out' in DIR/log around a short hold, and ends
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/store/index.ts';
import { takeLock } from '../../src/store/lock.ts';
import { makeEntry } from './entries.ts';

/** What a child that adds found when it opened the store. */
export interface Found {
  version: number;
  articles: number;
  ids: string[];
  /** Ids of articles that are not, to the letter, what was added. */
  damaged: string[];
}

const [task, dir] = process.argv.slice(2) as ['add' | 'hold' | 'leave' | 'contend', string];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Articles of very different lengths, so that kills fall into short and long writes. */
const entryOf = (id: string) =>
  makeEntry(id, `Said on the quay of ${id}. `.repeat(1 + (Number(id.slice(1)) % 40) ** 2));

async function add(): Promise<void> {
  const store = await openStore({ dataDir: dir, holder: 'a test' });
  const story = await store.ensureStory('Killed');
  const entries = await store.articles(story.id);
  const ids = entries.map((entry) => entry.article.id);
  const damaged = entries.filter((entry) => JSON.stringify(entry) !== JSON.stringify(entryOf(entry.article.id)));
  const found: Found = { ...story, ids, damaged: damaged.map((entry) => entry.article.id) };
  say(JSON.stringify(found));
  for (let n = ids.length; ; n++) {
    const id = `n${n}`;
    if ((await store.addArticle(story.id, entryOf(id))) === 'added') say(id);
  }
}

async function hold(): Promise<void> {
  const store = await openStore({ dataDir: dir, holder: 'readout serve' });
  say('open');
  for await (const _ of process.stdin);
  await store.close();
}

async function leave(): Promise<void> {
  await takeLock(dir, 'a test');
  process.exit(3);
}

async function contend(): Promise<void> {
  for (;;) {
    try {
      const lock = await takeLock(dir, 'a test');
      appendFileSync(join(dir, 'log'), 'in\n');
      await sleep(20);
      appendFileSync(join(dir, 'log'), 'out\n');
      lock.release();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'data-locked') throw error;
    }
  }
}

const tasks = { add, hold, leave, contend };
await tasks[task]();
