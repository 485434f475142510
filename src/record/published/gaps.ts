/**
 * What an article that tells of a gap says of the days of others: "their last call before Monday was on 15 February"
 * leaves no call of these two between the two days, so that an article that opens with such a call "on Sunday" is not
 * of a Sunday in between.
 */
import { partsOf, weekdayOf } from '../../model/day.ts';
import type { DateClue, LocalEncounter, Reading } from '../../reading/index.ts';
import { type Clue, type Constraint, firstDay, OPENING_DAYS } from './constraints.ts';

/** Days between two encounters on which those two had none. */
export interface Gap {
  article: string;
  clue: Clue<'date'>;
  /** The day of the earlier one and the first on which the later one can have been; neither counts. */
  after: number;
  before: number;
}

/** Beyond this an article's own day is too unsure to tell when its gap ended, in days. */
const WIDEST = 45;

/** Gaps that an article tells, by pair of people and kind of encounter. @param days the first and last day it can be of. */
export function gapsOf(article: string, reading: Reading, [first, last]: [number, number]): [string, Gap][] {
  if (last - first > WIDEST) return [];
  const news = reading.clues.find((clue) => clue.kind === 'weekday');
  const before = news ? dayOfNews(first, news) : first - OPENING_DAYS;
  return reading.clues.flatMap((clue): [string, Gap][] => {
    if (clue.kind !== 'date' || !clue.last || clue.named || clue.day === null) return [];
    const years = clue.year === null ? [partsOf(before).year, partsOf(before).year - 1] : [clue.year];
    const after = years.map((year) => firstDay(clue, year)).find((day) => day < before);
    if (after === undefined) return [];
    return encountersAt(reading, clue).flatMap((encounter) =>
      pairsOf(reading, encounter).map((pair): [string, Gap] => [pair, { article, clue, after, before }]),
    );
  });
}

/** The encounters that an article opens with, as pairs, where its weekday is theirs. */
export function newsPairs(reading: Reading): { news: Clue<'weekday'>; pairs: string[] } | null {
  const news = reading.clues.find((clue): clue is Clue<'weekday'> => clue.kind === 'weekday');
  if (!news) return null;
  const held = encountersAt(reading, news).filter(({ status }) => status === 'held');
  return { news, pairs: [...new Set(held.flatMap((encounter) => pairsOf(reading, encounter)))] };
}

/** That the encounter of the news was not within a gap. */
export function outsideGap({ article, clue, after, before }: Gap, news: Clue<'weekday'>): Constraint {
  return {
    says: `no such call or meeting between the two that ${article} tells of`,
    allows: (day) => {
      const held = dayOfNews(day, news);
      return held <= after || held >= before;
    },
    evidence: [
      { article: null, range: { start: news.start, end: news.end } },
      { article, range: { start: clue.start, end: clue.end } },
    ],
  };
}

const dayOfNews = (published: number, { weekday }: Clue<'weekday'>): number =>
  published - ((weekdayOf(published) - weekday + 7) % 7);

function encountersAt({ encounters }: Reading, { start, end }: DateClue): LocalEncounter[] {
  return encounters.filter(({ evidence }) => evidence.some((range) => range.start < end && start < range.end));
}

/** A large round has no pair that a gap would be about. */
const MOST = 4;

function pairsOf({ entities }: Reading, { kind, participants }: LocalEncounter): string[] {
  if (participants.length > MOST) return [];
  const names = participants.map((i) => entities[i]!.key ?? entities[i]!.name.toLowerCase()).sort();
  const sort = kind === 'call' ? 'call' : 'meeting';
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => `${sort} ${a} | ${b}`));
}
