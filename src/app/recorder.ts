/**
 * The record of one story of the store, kept up with the store. In: a story's id. Out: its record, now or as of a day.
 * What it has loaded, read again and made stays, so that a story that has grown by one article costs that article and
 * what it concerns. Example: the desk asks after each change; a command asks once.
 */
import { slugify } from '../intake/index.ts';
import { ReadoutError } from '../model/errors.ts';
import type { StoryRecord } from '../model/record.ts';
import { READING_VERSION, type Reading } from '../reading/index.ts';
import {
  createMemo,
  type IssueEdit,
  makeRecord,
  PRINT_VERSION,
  type ReadArticle,
  type WorkedOut,
  workOutDates,
} from '../record/index.ts';
import type { Store, StoredArticle, TextPrints } from '../store/store.ts';
import { type AsOfRecord, knownOn } from './as-of.ts';
import { readIssueEdits } from './issues.ts';
import { factsIn, makePrints } from './prints.ts';
import { type Reader, settleDates } from './reader.ts';

export interface RecorderHooks {
  /** Called after each article that is read again: an older version had read it, or the story tells its day. */
  onRenewed?: ((done: number) => void) | undefined;
}

export class StoryRecorder {
  readonly #store: Store;
  readonly #storyId: string;
  readonly #reader: () => Reader;
  readonly #memo = createMemo();
  /** As they came, without the days that the story tells, by id. */
  readonly #given = new Map<string, ReadArticle>();
  readonly #prints = new Map<string, TextPrints>();
  /** With these days. */
  #settled = new Map<string, ReadArticle>();
  #dates = new Map<string, WorkedOut>();
  #edits: IssueEdit[] = [];
  #turn: Promise<void> = Promise.resolve();

  /** @param reader makes the reader where an article has to be read again. */
  constructor(store: Store, storyId: string, reader: () => Reader) {
    this.#store = store;
    this.#storyId = storyId;
    this.#reader = reader;
  }

  /** How many articles it holds. */
  get size(): number {
    return this.#given.size;
  }

  /** Takes in what came to the store since the last time. Readings made anew for this are kept in the store. */
  refresh(hooks: RecorderHooks = {}): Promise<void> {
    // One after the other: a second caller finds what the first has loaded.
    this.#turn = this.#turn.catch(() => {}).then(() => this.#takeIn(hooks));
    return this.#turn;
  }

  async #takeIn({ onRenewed }: RecorderHooks): Promise<void> {
    const store = this.#store;
    const ids = await store.articleIds(this.#storyId);
    const missing = ids.filter((id) => !this.#given.has(id));
    const stored = await store.articles<Reading>(this.#storyId, missing.length === ids.length ? undefined : missing);
    const renewed = new Map<string, Reading>();
    const printed = new Map<string, TextPrints>();
    const renew = (id: string, reading: Reading): Reading => {
      renewed.set(id, reading);
      onRenewed?.(renewed.size);
      return reading;
    };
    for (const entry of stored) {
      const { article } = entry;
      const reading = isCurrent(entry) ? entry.reading : renew(article.id, this.#reader().read(article));
      this.#given.set(article.id, { article, reading });
      const isPrinted = entry.prints?.version === PRINT_VERSION;
      const prints = isPrinted ? entry.prints! : makePrints(article, reading);
      if (!isPrinted) printed.set(article.id, prints);
      this.#prints.set(article.id, prints);
      this.#memo.texts.know(reading, factsIn(prints));
    }
    this.#edits = await readIssueEdits(store, this.#storyId);
    const entries = [...this.#given.values()];
    this.#dates = workOutDates(entries, this.#memo);
    const settled = settleDates(entries, this.#reader, this.#dates, this.#settled);
    for (const { article, reading } of settled) {
      const known = this.#settled.get(article.id) ?? this.#given.get(article.id)!;
      if (reading === known.reading) continue;
      renew(article.id, reading);
      this.#memo.texts.know(reading, factsIn(this.#prints.get(article.id)!));
    }
    this.#settled = new Map(settled.map((entry) => [entry.article.id, entry]));
    await this.#keep(renewed, printed);
  }

  /** So that nobody has to do this again. Where it cannot be kept nothing is lost. */
  async #keep(renewed: ReadonlyMap<string, Reading>, printed: ReadonlyMap<string, TextPrints>): Promise<void> {
    try {
      for (const [id, prints] of printed) await this.#store.keepPrints(this.#storyId, id, prints);
      for (const [id, reading] of renewed)
        await this.#store.replaceReading(this.#storyId, id, reading, READING_VERSION);
    } catch (error) {
      // Who may only read a server's data still gets the record.
      if (!(error instanceof ReadoutError)) throw error;
    }
  }

  /** The articles on the days that the story tells, with their Readings. */
  entries(): ReadArticle[] {
    return [...this.#settled.values()];
  }

  record(): StoryRecord {
    return makeRecord(this.entries(), { slug: slugify, edits: this.#edits, memo: this.#memo });
  }

  /** @param day 'YYYY-MM-DD', or null for all that there is. */
  recordAsOf(day: string | null): AsOfRecord {
    const dates = this.#dates;
    if (day === null) return { record: this.record(), uncertain: [], dates };
    const { known, uncertain } = knownOn(day, this.entries());
    // Another set of articles: what the story's own record has left is not for it, but for what is told of their texts.
    const memo = createMemo(this.#memo);
    return { record: makeRecord(known, { slug: slugify, edits: this.#edits, memo }), uncertain, dates };
  }
}

function isCurrent({ engine }: StoredArticle): boolean {
  return engine === READING_VERSION;
}
