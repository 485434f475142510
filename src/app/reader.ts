import { slugify } from '../intake/index.ts';
import type { Timex } from '../language/index.ts';
import { createEngine } from '../language/index.ts';
import type { Article, DateRange, StoryRecord } from '../model/record.ts';
import { loadResources, READING_VERSION, type Reading, readArticle } from '../reading/index.ts';
import { makeRecord, type ReadArticle, type WorkedOut, workOutDates } from '../record/index.ts';

/** Reads articles: the language engine and the reading in one, loaded once. */
export interface Reader {
  /** READING_VERSION: a Reading of another version may lack what this program looks for. */
  version: string;
  read(article: Article): Reading;
}

/**
 * Loads the engine and its data.
 * @throws ReadoutError 'weights' where the weights are missing, damaged or of another version.
 */
export function createReader(): Reader {
  const engine = createEngine();
  const resources = loadResources();
  return {
    version: READING_VERSION,
    read(article) {
      const day = referenceDay(article.published);
      if (day !== null) return readArticle(article, engine.analyze(article.text, { reference: day }), resources);
      const doc = engine.analyze(article.text, { reference: null });
      const { earliest, latest } = article.published;
      const clueTimes = doc.timexes;
      const timexes =
        earliest === null || latest === null
          ? clueTimes
          : joinTimes(clueTimes, engine.times(doc, earliest), engine.times(doc, latest));
      return readArticle(article, { ...doc, timexes }, resources, clueTimes);
    },
  };
}

/** The day that "yesterday" is read against: that of publishing. A range of days is no day to count from. */
export function referenceDay({ earliest, latest }: DateRange): string | null {
  return earliest === latest ? latest : null;
}

/** Expressions read on the first and on the last day that an article can be of: each may name any day between. */
function joinTimes(plain: Timex[], first: Timex[], last: Timex[]): Timex[] {
  const onLast = new Map(last.map((timex) => [timex.start, timex]));
  const onFirst = new Map(first.map((timex) => [timex.start, timex]));
  return plain.map((timex) => {
    const a = onFirst.get(timex.start)?.range;
    const b = onLast.get(timex.start)?.range;
    if (timex.range || !a || !b) return timex;
    const earliest = a.earliest === null || b.earliest === null ? null : least(a.earliest, b.earliest);
    const latest =
      a.latest === null || b.latest === null ? null : least(a.latest, b.latest) === a.latest ? b.latest : a.latest;
    return { ...timex, range: { earliest, latest } };
  });
}

const least = (a: string, b: string): string => (a < b ? a : b);

/**
 * The articles with the days of publishing that the story's words allow where nothing gave them; those are read again
 * on these days. Which clues an article holds does not depend on its day, so the outcome is the same however often
 * and in whatever order articles were added.
 * @param reader makes the reader where an article has to be read again.
 * @param before what was settled before, by id: where an article's day is still the same, it is given again.
 */
export function settleDates(
  entries: ReadArticle[],
  reader: () => Reader,
  workedOut: Map<string, WorkedOut> = workOutDates(entries),
  before: ReadonlyMap<string, ReadArticle> = new Map(),
): ReadArticle[] {
  return entries.map((entry) => {
    const { article, reading } = entry;
    const published = workedOut.get(article.id)?.published;
    if (!published) return entry;
    const known = before.get(article.id);
    if (known && JSON.stringify(known.article.published) === JSON.stringify(published)) return known;
    const dated = { ...article, published };
    const isRead = reading.readOn.earliest === published.earliest && reading.readOn.latest === published.latest;
    return { article: dated, reading: isRead ? reading : { ...reader().read(dated), clues: reading.clues } };
  });
}

/** The record of articles with their Readings, on the days of publishing that they allow. */
export function recordOf(entries: ReadArticle[], reader: () => Reader = lazyReader()): StoryRecord {
  return makeSettled(settleDates(entries, reader));
}

/** The record of articles whose days are settled already. */
export function makeSettled(entries: ReadArticle[]): StoryRecord {
  return makeRecord(entries, { slug: slugify });
}

/** A reader made when it is first asked for. */
export function lazyReader(): () => Reader {
  let reader: Reader | null = null;
  return () => (reader ??= createReader());
}
