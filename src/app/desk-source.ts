/** What the desk shows, taken from the store. A story's record is made once for each of its versions. */

import type { DeskSource } from '../desk/source.ts';
import type { DateRange, StoryRecord } from '../model/record.ts';
import { describeRule } from '../reading/rules.ts';
import type { Store, StorySummary } from '../store/store.ts';
import { issueEdits } from './issues.ts';
import { lazyReader } from './reader.ts';
import { StoryRecorder } from './recorder.ts';
import { sentenceReader } from './sentence.ts';

// Records of more stories than this are made again when asked for.
const CACHED_STORIES = 8;
/** Articles whose Readings stay in memory, some 200 KB each; those of the story asked for last always do. */
const KEPT_ARTICLES = 2_000;

export function deskSource(store: Store): DeskSource {
  const cache = new Map<string, { version: number; record: Promise<StoryRecord> }>();
  const reader = lazyReader();
  const recorders = new Map<string, StoryRecorder>();
  /** The story as it is now: what has come since the last time is all that is loaded. */
  const refreshed = async (id: string): Promise<StoryRecorder> => {
    const recorder = recorders.get(id) ?? new StoryRecorder(store, id, reader);
    // The last in the map is the one asked for last.
    recorders.delete(id);
    recorders.set(id, recorder);
    await recorder.refresh();
    let kept = [...recorders.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [other, { size }] of recorders) {
      if (kept <= KEPT_ARTICLES || other === id) break;
      recorders.delete(other);
      kept -= size;
    }
    return recorder;
  };
  const recordFor = async (story: StorySummary): Promise<StoryRecord> => {
    const known = cache.get(story.id);
    if (known?.version === story.version) return known.record;
    const record = refreshed(story.id).then((recorder) => recorder.record());
    cache.delete(story.id);
    cache.set(story.id, { version: story.version, record });
    if (cache.size > CACHED_STORIES) cache.delete(cache.keys().next().value!);
    // A failed reading of the store must not stay.
    record.catch(() => cache.delete(story.id));
    return record;
  };
  // The day asked for last is kept: its cells are opened one after the other.
  let last: { key: string; made: Promise<{ record: StoryRecord; uncertain: number }> } | null = null;
  const recordOn = (story: StorySummary, day: string): Promise<{ record: StoryRecord; uncertain: number }> => {
    const key = JSON.stringify([story.id, story.version, day]);
    if (last?.key === key) return last.made;
    const made = refreshed(story.id).then((recorder) => {
      const { record, uncertain } = recorder.recordAsOf(day);
      return { record, uncertain: uncertain.length };
    });
    last = { key, made };
    made.catch(() => {
      last = null;
    });
    return made;
  };
  return {
    async stories() {
      const stories = await store.stories();
      return Promise.all(
        stories.map(async (story) => {
          const { statements, articles } = await recordFor(story);
          return {
            id: story.id,
            name: story.name,
            articles: story.articles,
            statements: statements.length,
            latest: latestOf(articles.map((article) => article.published)),
          };
        }),
      );
    },
    describeRule,
    issueEdits: issueEdits(store),
    readSentence: sentenceReader(),
    async record(id, asOf) {
      const story = await store.findStory(id);
      if (!story) return null;
      const { name, version } = story;
      if (asOf === undefined) return { name, version, record: await recordFor(story) };
      return { name, version, ...(await recordOn(story, asOf)) };
    },
  };
}

/** The range that ends last. */
function latestOf(ranges: DateRange[]): DateRange | null {
  const dated = ranges.filter((range) => range.latest !== null);
  if (dated.length === 0) return null;
  const { earliest, latest } = dated.reduce((best, range) => (range.latest! > best.latest! ? range : best));
  return { earliest, latest };
}
