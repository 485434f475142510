import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../data/locate.ts';
import { READING_VERSION } from '../reading/index.ts';
import type { ReadArticle } from '../record/index.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { givenOf, readEntries } from './read.ts';
import { createReader, type Reader, recordOf } from './reader.ts';
import { StoryRecorder } from './recorder.ts';

let reader: Reader;
/** Undated, so that each article that comes can tell the days of others. */
let entries: ReadArticle[];

beforeAll(async () => {
  reader = createReader();
  entries = await readEntries(reader, [join(packageRoot, 'examples/strait-talks')], await givenOf({}));
  expect(entries.length).toBeGreaterThan(5);
}, 120_000);

/** What a recorder asks of a store, with what it was asked for. */
function fakeStore() {
  const held = new Map<string, StoredArticle>();
  const loaded: string[] = [];
  const store: Partial<Store> = {
    articleIds: async () => [...held.keys()],
    articles: async <Reading>(_: string, ids: readonly string[] = [...held.keys()]) => {
      loaded.push(...ids);
      return ids.map((id) => structuredClone(held.get(id)!) as StoredArticle<Reading>);
    },
    issueEdits: async () => [],
    keepPrints: async (_, id, prints) => {
      held.set(id, { ...held.get(id)!, prints });
    },
    replaceReading: async (_, id, reading, engine) => {
      held.set(id, { ...held.get(id)!, reading, engine });
    },
  };
  return {
    store: store as Store,
    held,
    loaded,
    add: ({ article, reading }: ReadArticle, engine = READING_VERSION) =>
      held.set(article.id, { article, reading, engine }),
  };
}

const json = (value: unknown): string => JSON.stringify(value);

describe('StoryRecorder', () => {
  it('gives at each step the record of the articles so far, and loads each article once', async () => {
    const { store, add, loaded } = fakeStore();
    const recorder = new StoryRecorder(store, 'story', () => reader);
    const inOtherOrder = [...entries].reverse();
    for (const [i, entry] of inOtherOrder.entries()) {
      add(entry);
      await recorder.refresh();
      expect(json(recorder.record())).toBe(json(recordOf(inOtherOrder.slice(0, i + 1), () => reader)));
    }
    expect(loaded).toEqual(inOtherOrder.map(({ article }) => article.id));
  }, 120_000);

  it('keeps what it read again, so that another has nothing to read', async () => {
    const { store, add, held } = fakeStore();
    const reads: string[] = [];
    const counting: Reader = {
      ...reader,
      read: (article) => {
        reads.push(article.id);
        return reader.read(article);
      },
    };
    for (const [i, entry] of entries.entries()) add(entry, i === 0 ? '0.0.1' : READING_VERSION);
    const first = new StoryRecorder(store, 'story', () => counting);
    await first.refresh();
    expect(new Set(reads).size).toBeGreaterThan(1);
    expect(reads).toContain(entries[0]!.article.id);
    reads.length = 0;
    expect([...held.values()].filter(({ prints }) => prints === undefined)).toEqual([]);
    const second = new StoryRecorder(store, 'story', () => counting);
    await second.refresh();
    expect(reads).toEqual([]);
    expect(json(second.record())).toBe(json(first.record()));
  }, 120_000);

  it('gives the record as of a day without harm to that of now', async () => {
    const { store, add } = fakeStore();
    for (const entry of entries) add(entry);
    const recorder = new StoryRecorder(store, 'story', () => reader);
    await recorder.refresh();
    const before = json(recorder.record());
    const days = recorder
      .record()
      .articles.flatMap(({ published }) => published.latest ?? [])
      .sort();
    const then = recorder.recordAsOf(days[0]!);
    expect(then.record.articles.length).toBeGreaterThan(0);
    expect(then.record.articles.length).toBeLessThan(entries.length);
    expect(json(recorder.record())).toBe(before);
  }, 120_000);
});
