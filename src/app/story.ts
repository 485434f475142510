/** What a user does with stories in the store: add to one, list them, take one out. */
import type { IntakeOptions } from '../intake/index.ts';
import { ReadoutError } from '../model/errors.ts';
import type { StoryRecord } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import type { ReadArticle } from '../record/index.ts';
import type { Store, StorySummary } from '../store/store.ts';
import { type ReadHooks, readAll } from './read.ts';
import { type Reader, recordOf, settleDates } from './reader.ts';

export interface Added {
  story: string;
  added: number;
  /** Articles that the story already had. */
  unchanged: number;
}

export interface AddHooks extends ReadHooks {
  /** Called once the store holds the article for good. */
  onStored?: (id: string, outcome: 'added' | 'unchanged') => void;
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
  if (story !== null && counts.added > 0) await keepSettled(store, story.id, reader);
  return { story: name, ...counts };
}

/**
 * Keeps what was read on a day of publishing worked out from the story, so that nobody has to read it again. Where
 * this is cut short nothing is lost: the record works days out for itself.
 */
async function keepSettled(store: Store, storyId: string, reader: Reader): Promise<void> {
  const entries = await store.articles<Reading>(storyId);
  if (entries.every(({ article }) => article.published.basis !== 'unknown')) return;
  const settled = settleDates(entries, () => reader);
  for (const [i, { article, reading }] of settled.entries())
    if (reading !== entries[i]!.reading) await store.replaceReading(storyId, article.id, reading, reader.version);
}

/**
 * The record of a story.
 * @throws ReadoutError 'unknown-story'.
 */
export async function exportStory(store: Store, nameOrId: string): Promise<StoryRecord> {
  return recordOf(await storyEntries(store, nameOrId));
}

/**
 * The articles of a story with their Readings.
 * @throws ReadoutError 'unknown-story'.
 */
export async function storyEntries(store: Store, nameOrId: string): Promise<ReadArticle[]> {
  const story = await store.findStory(nameOrId);
  if (!story) {
    const names = (await store.stories()).map((known) => known.name);
    const next =
      names.length > 0 ? `the stories are: ${names.join(', ')}` : 'add one with: readout add PATH --story NAME';
    throw new ReadoutError('unknown-story', `there is no story ${nameOrId}`, next);
  }
  return store.articles<Reading>(story.id);
}
