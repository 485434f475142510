/** What the record knew on a day: the record of the articles published by then. */

import { parseDay } from '../model/day.ts';
import { ReadoutError } from '../model/errors.ts';
import type { StoryRecord } from '../model/record.ts';
import { type ReadArticle, type WorkedOut, workOutDates } from '../record/index.ts';
import { lazyReader, makeSettled, type Reader, settleDates } from './reader.ts';

export interface AsOfRecord {
  record: StoryRecord;
  /** Ids of articles left out because they may have been published later, or nothing tells when. */
  uncertain: string[];
  /** How the days of articles without one were worked out, by article id. */
  dates: Map<string, WorkedOut>;
}

/**
 * @param day 'YYYY-MM-DD', or null for all that there is. Days of publishing are worked out from the whole story first:
 *   what an article was is known better today than it was then.
 */
export function recordAsOf(
  entries: ReadArticle[],
  day: string | null,
  reader: () => Reader = lazyReader(),
): AsOfRecord {
  const dates = workOutDates(entries);
  const settled = settleDates(entries, reader, dates);
  if (day === null) return { record: makeSettled(settled), uncertain: [], dates };
  const { known, uncertain } = knownOn(day, settled);
  return { record: makeSettled(known), uncertain, dates };
}

/** Of articles whose days are settled, those published by a day, and the ids of those that may have been. */
export function knownOn(day: string, settled: ReadArticle[]): { known: ReadArticle[]; uncertain: string[] } {
  const isKnown = ({ article: { published } }: ReadArticle): boolean =>
    published.latest !== null && published.latest <= day;
  return {
    known: settled.filter(isKnown),
    uncertain: settled
      .filter((entry) => !isKnown(entry))
      .filter(({ article: { published } }) => published.earliest === null || published.earliest <= day)
      .map(({ article }) => article.id),
  };
}

/**
 * A day as the user wrote it.
 * @throws ReadoutError 'bad-option'.
 */
export function dayOption(option: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || parseDay(value) === null)
    throw new ReadoutError('bad-option', `${option} ${value} is not a day`, 'write it as YYYY-MM-DD');
  return value;
}
