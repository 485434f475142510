/**
 * The store: stories, their articles, and what was read in each article. In: values of the model. Out: the same
 * values, durable. Example: `await store.addArticle(story.id, { article, reading, engine })` answers 'added' once
 * and 'unchanged' ever after.
 *
 * It must not know how an entry was found: a reading is kept as the JSON value it is.
 */
import type { Article } from '../model/record.ts';

export interface StorySummary {
  /** URL-safe, made from the name: 'port-strike'. */
  id: string;
  name: string;
  articles: number;
  /** Grows with every change of the story; equal versions mean an equal record. */
  version: number;
}

/** Numbers by which texts with common sentences are found; how they are made is the caller's. */
export interface TextPrints {
  /** Those of another version must not be compared with these. */
  version: number;
  /** Signed integers of 32 bits. */
  prints: readonly number[];
  /** Of the whole text, below 2^53; null where there is nothing to tell. */
  hash: number | null;
}

/** An article with what one engine read in it. */
export interface StoredArticle<Reading = unknown> {
  article: Article;
  reading: Reading;
  /** The version of the engine that made the reading. */
  engine: string;
  /** Left out where none are kept. */
  prints?: TextPrints;
}

export interface Store {
  /** All stories, by name. */
  stories(): Promise<StorySummary[]>;
  /** A story by name or, where none has that name, by id; or null. */
  findStory(nameOrId: string): Promise<StorySummary | null>;
  /**
   * The story of that name or id, made where there is none. Two callers at once get the same one. Spaces around and
   * between the name's words count as one; an empty name is a ReadoutError 'bad-option'.
   */
  ensureStory(name: string): Promise<StorySummary>;
  /**
   * Adds one article with its reading in one transaction: after it answers, both survive a crash; before, neither
   * is there. An article whose id the story already has changes nothing. A story that is not there is a ReadoutError
   * 'unknown-story'.
   */
  addArticle(storyId: string, entry: StoredArticle): Promise<'added' | 'unchanged'>;
  /**
   * Puts another reading of an article that the story has in place of the one kept. The story's version stays: it is
   * for readings that lead to the same record.
   */
  replaceReading(storyId: string, articleId: string, reading: unknown, engine: string): Promise<void>;
  /**
   * How many articles a story has, how many of them have a reading that another engine made, and how many have no day
   * or range of publishing, so that a caller need not take all of them to learn that there is nothing to do.
   */
  unsettled(storyId: string, engine: string): Promise<{ articles: number; outdated: number; undated: number }>;
  /** Which of these article ids the story already has. */
  known(storyId: string, articleIds: string[]): Promise<Set<string>>;
  /** The ids of a story's articles, in no order. */
  articleIds(storyId: string): Promise<string[]>;
  /**
   * The articles of a story with their readings, by article id (plain code unit order).
   * @param ids those of them that are wanted; all where left out.
   */
  articles<Reading>(storyId: string, ids?: readonly string[]): Promise<StoredArticle<Reading>[]>;
  /** Keeps the prints of an article that has none, or other ones. */
  keepPrints(storyId: string, articleId: string, prints: TextPrints): Promise<void>;
  /**
   * The ids of those articles of a story that share most prints with a text; copies first, then the most, then by id.
   * Found by an index: the cost is that of the articles with a common print.
   */
  sharing(storyId: string, prints: TextPrints, most: number): Promise<string[]>;
  /** What users changed about a story's issues, in the order in which they did. */
  issueEdits(storyId: string): Promise<{ number: number; edit: unknown }[]>;
  /** Keeps one change, a value of JSON. A story that is not there is a ReadoutError 'unknown-story'. */
  addIssueEdit(storyId: string, edit: unknown): Promise<void>;
  /** Takes one change back; false where the story has none of that number. */
  removeIssueEdit(storyId: string, number: number): Promise<boolean>;
  /** Releases the database and its lock. A second time does nothing. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** A Postgres server's URL. Where given, `dataDir` is not used. */
  databaseUrl?: string | undefined;
  /** The folder of the embedded database, made where it does not exist. */
  dataDir: string;
  /** What holds the lock, shown to whoever finds it taken: 'readout serve', 'readout add'. */
  holder: string;
}
