/** A desk served from the invented story, for the tests of its pages. */
import { type DeskServer, serveDesk } from '../../src/api/server.ts';
import { deskSource } from '../../src/app/desk-source.ts';
import type { DeskSource, StoredRecord } from '../../src/desk/index.tsx';
import type { Store } from '../../src/store/store.ts';
import { emptyRecord } from '../support/empty-record.ts';
import { crowdedRecord } from './crowd.ts';
import { HOSTILE, largeRecord, record } from './fixture.ts';
import { standing } from './stand.ts';

export const STORIES: Record<string, StoredRecord> = {
  walkout: { name: `The keepers’ walkout ${HOSTILE}`, version: 3, record },
  large: { name: 'A large story', version: 1, record: largeRecord(5000) },
  standing: { name: 'The keepers’ walkout, with positions', version: 1, record: standing },
  crowded: { name: 'A crowded summit', version: 1, record: crowdedRecord(8, 14) },
  bare: {
    name: 'Nothing yet',
    version: 0,
    record: emptyRecord(),
  },
};

// Sentences are read by the program itself, which asks no store for them.
const { readSentence } = deskSource({} as Store);

export function sourceOf(stories: Record<string, StoredRecord>): DeskSource {
  return {
    async stories() {
      return Object.entries(stories).map(
        ([
          id,
          {
            name,
            record: { articles, statements },
          },
        ]) => ({
          id,
          name,
          articles: articles.length,
          statements: statements.length,
          latest: articles[0]?.published ?? null,
        }),
      );
    },
    async record(id) {
      return stories[id] ?? null;
    },
    describeRule: (rule) => [`What the rule ${rule} says.`],
    readSentence,
  };
}

export const serveStories = (stories = STORIES): Promise<DeskServer> =>
  serveDesk({ source: sourceOf(stories), port: 0 });
