/** What the desk shows, taken from the store. A story's record is made once for each of its versions. */

import type { DeskSource, SentenceReading } from '../desk/source.ts';
import { createEngine, type Doc, type Engine } from '../language/index.ts';
import { drawTree } from '../language/svg/tree.ts';
import type { Article, DateRange, StoryRecord } from '../model/record.ts';
import { contains, wordsOf } from '../model/span.ts';
import type { Reading } from '../reading/index.ts';
import { describeRule } from '../reading/rules.ts';
import type { Store, StorySummary } from '../store/store.ts';
import { recordOf } from './reader.ts';

// Records of more stories than this are made again when asked for.
const CACHED_STORIES = 8;

export function deskSource(store: Store): DeskSource {
  const cache = new Map<string, { version: number; record: Promise<StoryRecord> }>();
  const recordFor = async (story: StorySummary): Promise<StoryRecord> => {
    const known = cache.get(story.id);
    if (known?.version === story.version) return known.record;
    const record = store.articles<Reading>(story.id).then(recordOf);
    cache.delete(story.id);
    cache.set(story.id, { version: story.version, record });
    if (cache.size > CACHED_STORIES) cache.delete(cache.keys().next().value!);
    // A failed reading of the store must not stay.
    record.catch(() => cache.delete(story.id));
    return record;
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
    readSentence: sentenceReader(),
    async record(id) {
      const story = await store.findStory(id);
      return story && { name: story.name, version: story.version, record: await recordFor(story) };
    },
  };
}

/**
 * Shows sentences as they were read: with the whole article, since names and times lean on what stands before. The engine is loaded
 * by the first question; the last article is kept, for the questions that follow are mostly about it.
 */
function sentenceReader(): (article: Article, offset: number) => SentenceReading | null {
  let engine: Engine | null = null;
  let last: { text: string; reference: string | null; doc: Doc } | null = null;
  return ({ text, published }, offset) => {
    // As in reader.ts: a range of days is no day to count from.
    const reference = published.earliest === published.latest ? published.latest : null;
    if (last?.text !== text || last.reference !== reference) {
      engine ??= createEngine();
      last = { text, reference, doc: engine.analyze(text, { reference }) };
    }
    return readingAt(last.doc, offset, reference);
  };
}

function readingAt(
  { text, sentences, names, timexes }: Doc,
  offset: number,
  reference: string | null,
): SentenceReading | null {
  const found = sentences.findIndex(({ end }) => offset < end);
  const index = found === -1 ? sentences.length - 1 : found;
  const sentence = sentences[index];
  if (!sentence) return null;
  return {
    start: sentence.start,
    end: sentence.end,
    previous: sentences[index - 1]?.start ?? null,
    next: sentences[index + 1]?.start ?? null,
    reference,
    svg: drawTree(sentence.tokens),
    tokens: sentence.tokens.map(({ form, lemma, upos, xpos, head, deprel, confidence }) => ({
      form,
      lemma,
      upos,
      xpos,
      head,
      deprel,
      confidence,
    })),
    names: names
      .filter((name) => name.sentence === index)
      .map(({ text, kind, roles, full }) => ({
        text,
        kind,
        roles: roles.map((role) => role.text),
        full: full ?? null,
      })),
    timexes: timexes
      .filter((timex) => contains(sentence, timex))
      .map((timex) => ({ text: wordsOf(text, timex), type: timex.type, value: timex.value, range: timex.range })),
  };
}

/** The range that ends last. */
function latestOf(ranges: DateRange[]): DateRange | null {
  const dated = ranges.filter((range) => range.latest !== null);
  if (dated.length === 0) return null;
  const { earliest, latest } = dated.reduce((best, range) => (range.latest! > best.latest! ? range : best));
  return { earliest, latest };
}
