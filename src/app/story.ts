/** What a user does with stories in the store: add to one, list them, take one out. */
import type { IntakeOptions } from '../intake/index.ts';
import { ReadoutError } from '../model/errors.ts';
import type { StoryRecord } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import type { IssueEdit, ReadArticle } from '../record/index.ts';
import type { Store, StorySummary } from '../store/store.ts';
import { readIssueEdits } from './issues.ts';
import { type ReadHooks, readAll } from './read.ts';
import { lazyReader, type Reader, recordOf, settleDates } from './reader.ts';
import { isCurrent, renewReadings } from './readings.ts';

export interface Added {
  story: string;
  added: number;
  /** Articles that the story already had. */
  unchanged: number;
}

export interface AddHooks extends ReadHooks {
  /** Called once the store holds the article for good. */
  onStored?: (id: string, outcome: 'added' | 'unchanged') => void;
  /** Called after each article of the story that an older version had read and that was read again. */
  onRenewed?: (done: number, of: number) => void;
}

/** Reads the paths and adds each article to the story as soon as it is read. The story is made with its first article. */
export async function addPaths(
  store: Store,
  reader: Reader,
  name: string,
  paths: string[],
  options: IntakeOptions,
  hooks: AddHooks = {},
): Promise<Added> {
  let story: StorySummary | null = await store.findStory(name);
  const counts = { added: 0, unchanged: 0 };
  const isKnown = async (id: string): Promise<boolean> => {
    if (story === null || !(await store.known(story.id, [id])).has(id)) return false;
    counts.unchanged++;
    hooks.onStored?.(id, 'unchanged');
    return true;
  };
  for await (const { article, reading } of readAll(reader, paths, options, { ...hooks, isKnown })) {
    story ??= await store.ensureStory(name);
    const outcome = await store.addArticle(story.id, { article, reading, engine: reader.version });
    counts[outcome]++;
    hooks.onStored?.(article.id, outcome);
  }
  if (story !== null) await keepCurrent(store, story.id, reader, hooks);
  return { story: name, ...counts };
}

/**
 * Keeps what had to be read again, because an older version read it or because the story tells its day of publishing,
 * so that nobody has to do it after this. Where this is cut short nothing is lost: the record does it for itself.
 */
async function keepCurrent(store: Store, storyId: string, reader: Reader, hooks: AddHooks): Promise<void> {
  const { outdated, undated } = await store.unsettled(storyId, reader.version);
  if (outdated === 0 && undated === 0) return;
  const stored = await store.articles<Reading>(storyId);
  let done = 0;
  const entries: ReadArticle[] = [];
  for (const entry of stored) {
    if (isCurrent(entry)) {
      entries.push(entry);
      continue;
    }
    const { article } = entry;
    const reading = reader.read(article);
    await store.replaceReading(storyId, article.id, reading, reader.version);
    entries.push({ article, reading });
    hooks.onRenewed?.(++done, outdated);
  }
  if (undated === 0) return;
  const settled = settleDates(entries, () => reader);
  for (const [i, { article, reading }] of settled.entries())
    if (reading !== entries[i]!.reading) await store.replaceReading(storyId, article.id, reading, reader.version);
}

/**
 * The record of a story.
 * @throws ReadoutError 'unknown-story'.
 */
export async function exportStory(store: Store, nameOrId: string): Promise<StoryRecord> {
  const reader = lazyReader();
  const entries = await storyEntries(store, nameOrId, reader);
  return recordOf(entries, reader, await storyEdits(store, nameOrId));
}

/** What users changed about the issues of a story; nothing where there is no such story. */
export async function storyEdits(store: Store, nameOrId: string): Promise<IssueEdit[]> {
  const story = await store.findStory(nameOrId);
  return story ? readIssueEdits(store, story.id) : [];
}

/**
 * The articles of a story with their Readings, as this version reads them.
 * @param reader makes the reader where an older version has read some of them.
 * @throws ReadoutError 'unknown-story'.
 */
export async function storyEntries(
  store: Store,
  nameOrId: string,
  reader: () => Reader = lazyReader(),
): Promise<ReadArticle[]> {
  const story = await store.findStory(nameOrId);
  if (!story) {
    const names = (await store.stories()).map((known) => known.name);
    const next =
      names.length > 0 ? `the stories are: ${names.join(', ')}` : 'add one with: readout add PATH --story NAME';
    throw new ReadoutError('unknown-story', `there is no story ${nameOrId}`, next);
  }
  return renewReadings(await store.articles<Reading>(story.id), reader);
}
