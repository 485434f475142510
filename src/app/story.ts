/** What a user does with stories in the store: add to one, list them, take one out. */
import type { IntakeOptions } from '../intake/index.ts';
import { ReadoutError } from '../model/errors.ts';
import type { StoryRecord } from '../model/record.ts';
import type { Store, StorySummary } from '../store/store.ts';
import { makePrints } from './prints.ts';
import { type ReadHooks, readAll } from './read.ts';
import { lazyReader, type Reader } from './reader.ts';
import { StoryRecorder } from './recorder.ts';
import { findVersion } from './versions.ts';

export interface Added {
  story: string;
  added: number;
  /** Articles that the story already had. */
  unchanged: number;
}

export interface AddHooks extends ReadHooks {
  /** Called once the store holds the article for good; with the article of the story that it is a version or copy of. */
  onStored?: (id: string, outcome: 'added' | 'unchanged', versionOf: string | null) => void;
  /** Called after each article of the story that was read again: an older version had, or the story tells its day. */
  onRenewed?: (done: number) => void;
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
    hooks.onStored?.(id, 'unchanged', null);
    return true;
  };
  for await (const { article, reading } of readAll(reader, paths, options, { ...hooks, isKnown })) {
    story ??= await store.ensureStory(name);
    const prints = makePrints(article, reading);
    const versionOf = await findVersion(store, story.id, { article, reading }, prints);
    const outcome = await store.addArticle(story.id, { article, reading, engine: reader.version, prints });
    counts[outcome]++;
    hooks.onStored?.(article.id, outcome, versionOf);
  }
  if (story !== null) await settle(store, story, counts.added, () => reader, hooks);
  return { story: name, ...counts };
}

// Of the story's articles, how many must be new for the whole story to be gone through after them.
const SETTLED_AT = 1 / 20;

/**
 * Reads again what an older version read, and, where much has come, what the story tells the day of; both are kept.
 * After a few articles the whole story is not gone through: whoever opens it next does it then, and keeps it too, so
 * that adding an article costs the same however many there are.
 */
async function settle(
  store: Store,
  { id }: StorySummary,
  added: number,
  reader: () => Reader,
  { onRenewed }: AddHooks,
): Promise<void> {
  const { articles, outdated, undated } = await store.unsettled(id, reader().version);
  if (outdated === 0 && (undated === 0 || added < articles * SETTLED_AT)) return;
  await new StoryRecorder(store, id, reader).refresh({ onRenewed });
}

/**
 * The record of a story.
 * @throws ReadoutError 'unknown-story'.
 */
export async function exportStory(store: Store, nameOrId: string): Promise<StoryRecord> {
  return (await openStory(store, nameOrId)).record();
}

/**
 * A story as the store has it now, from which records can be made after the store is closed.
 * @param reader makes the reader where an older version has read some of its articles.
 * @throws ReadoutError 'unknown-story'.
 */
export async function openStory(
  store: Store,
  nameOrId: string,
  reader: () => Reader = lazyReader(),
): Promise<StoryRecorder> {
  const story = await store.findStory(nameOrId);
  if (!story) {
    const names = (await store.stories()).map((known) => known.name);
    const next =
      names.length > 0 ? `the stories are: ${names.join(', ')}` : 'add one with: readout add PATH --story NAME';
    throw new ReadoutError('unknown-story', `there is no story ${nameOrId}`, next);
  }
  const recorder = new StoryRecorder(store, story.id, reader);
  await recorder.refresh();
  return recorder;
}
