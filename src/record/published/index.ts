/**
 * Days of publishing, worked out from the text where nothing gives them. In: articles with their Readings, and which
 * of them are versions of one text. Out: for each article without a day the range that its words and those of the
 * story's other articles allow, and what each clue contributed. Example: "on Sunday", "© 2031" and "in May" leave the
 * Sundays, and the three days after each, from June to December 2031.
 *
 * A clue that leaves no day is passed over and told as such: a mistake in the text must not make a wrong date.
 */
import { dayOf, isoDay, parseDay } from '../../model/day.ts';
import type { Article, DateRange, Span } from '../../model/record.ts';
import type { DateClue, Reading } from '../../reading/index.ts';
import { compare } from '../actors.ts';
import type { ReadArticle } from '../story.ts';
import {
  type Clue,
  type Constraint,
  constraintOf,
  elapsedSince,
  firstDay,
  fixedYear,
  gapSince,
  nthDay,
} from './constraints.ts';
import { type Gap, gapsOf, newsPairs, outsideGap } from './gaps.ts';

/** What one clue did to the range. */
export interface DateStep {
  says: string;
  evidence: Span[];
  before: DateRange;
  after: DateRange;
  /** How many days were possible before and after it; a line that is the date leaves one of any. */
  days: { before: number | null; after: number };
  /** False where no day would have been left, so that it was passed over. */
  fits: boolean;
}

export interface WorkedOut {
  published: Article['published'];
  steps: DateStep[];
}

/** Outside of these years a date of the news is more likely a misreading. */
const FIRST = dayOf(1990, 1, 1);
const LAST = dayOf(2069, 12, 31);
/** Versions of one text appear within a week. */
const VERSIONS_DAYS = 7;
/** How far outside the story's known days an article may lie that fits none of them. */
const STORY_MARGIN = 90;
/** From so many articles on, each known to so many days, how dense a story is tells how far off another can be. */
const DENSE = 3;
const KNOWN_DAYS = 31;
/** Three mean distances between articles, and at least two weeks. */
const GAPS = 3;
const LEAST_MARGIN = 14;

interface Candidates {
  article: Article;
  reading: Reading;
  clues: DateClue[];
  days: number[];
  steps: DateStep[];
  /** Spans of the clues that narrowed the range. */
  evidence: Span[];
}

/**
 * @param familyOf names the family of an article: its versions and copies have the same.
 * @returns by article id, for the articles whose day nothing but their text gives. Linear in the number of articles
 *   and clues.
 */
export function workOutPublished(given: ReadArticle[], familyOf: (article: string) => string): Map<string, WorkedOut> {
  const entries = [...given].sort((a, b) => compare(a.article.id, b.article.id));
  // All start from one list: narrowing makes another and leaves it as it is.
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
  const unknown = entries
    .filter(({ article }) => article.published.basis === 'unknown')
    .map(
      ({ article, reading }): Candidates => ({
        article,
        reading,
        clues: reading.clues,
        days: all,
        steps: [],
        evidence: [],
      }),
    );
  const years = yearsTold(entries);
  for (const one of unknown) narrowByOwnWords(one, years);
  // Before the story is asked, as a version may lend it a day; and after, as it may have told one a day.
  narrowByVersions(unknown, entries, familyOf);
  narrowByStory(unknown, entries);
  narrowByGaps(unknown, entries);
  narrowByVersions(unknown, entries, familyOf);
  return new Map([
    ...entries.flatMap(({ article }) => lineOf(article)),
    ...unknown.map((one): [string, WorkedOut] => [one.article.id, { published: publishedOf(one), steps: one.steps }]),
  ]);
}

/** The one step of an article in which a line is the date. */
function lineOf({ id, published }: Article): [string, WorkedOut][] {
  if (published.basis !== 'text') return [];
  const { earliest, latest, evidence } = published;
  const step: DateStep = {
    says: 'a line of the text is the date',
    evidence,
    before: { earliest: null, latest: null },
    after: { earliest, latest },
    days: { before: null, after: 1 },
    fits: true,
  };
  return [[id, { published, steps: [step] }]];
}

interface Told {
  year: number;
  article: string;
  clue: Clue<'date'>;
}

/** Days of the year that the story gives with one year only, and where: "Oct. 7, 2023" tells that of "October 7". */
function yearsTold(entries: ReadArticle[]): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  for (const { article, reading } of entries)
    for (const clue of reading.clues) {
      if (clue.kind !== 'date' || clue.year === null || clue.day === null) continue;
      const key = `${clue.month}-${clue.day}`;
      told.set(key, [...(told.get(key) ?? []), { year: clue.year, article: article.id, clue }].slice(0, 50));
    }
  return told;
}

/** The telling of the same day with its year, about the same event. */
function findTold(clue: Clue<'date'>, article: string, years: Map<string, Told[]>): Told | undefined {
  if (clue.year !== null || clue.day === null) return undefined;
  const told = years.get(`${clue.month}-${clue.day}`) ?? [];
  if (new Set(told.map(({ year }) => year)).size !== 1) return undefined;
  return told
    .filter((other) => other.article === article || sharedWords(other.clue, clue) > 0)
    .sort((a, b) => compare(a.article, b.article))[0];
}

function narrowByOwnWords(one: Candidates, years: Map<string, Told[]>): void {
  const { clues } = one;
  const events: { clue: Clue<'date'>; day: number; told: Constraint['evidence'] }[] = [];
  for (const clue of clues) {
    const own = constraintOf(clue);
    if (own) narrow(one, own);
    if (clue.kind !== 'date') continue;
    const told = findTold(clue, one.article.id, years);
    const evidence = told ? [{ article: told.article, range: told.clue }] : [];
    if (told && clue.direction !== null) narrow(one, fixedYear(clue, told.year, evidence));
    const year = clue.year ?? told?.year;
    if (year !== undefined && clue.day !== null) events.push({ clue, day: firstDay(clue, year), told: evidence });
  }
  for (const clue of clues) {
    if (clue.kind === 'ago') {
      const event = events
        .filter((other) => sharedWords(other.clue, clue) > 1)
        .sort((a, b) => sharedWords(b.clue, clue) - sharedWords(a.clue, clue) || a.clue.start - b.clue.start)[0];
      if (event) {
        const range = { start: event.clue.start, end: event.clue.end };
        narrow(one, elapsedSince(clue, event.day, [{ article: null, range }, ...event.told]));
      }
    }
    if (clue.kind === 'nth') {
      const began = beginningOf(clue, clues);
      if (began) narrow(one, nthDay(clue, began, began.year ?? findTold(began, one.article.id, years)?.year ?? null));
    }
    if (clue.kind === 'gap') {
      const last = clues.filter((other) => other.kind === 'date' && other.last && !other.named && other.day !== null);
      if (last.length === 1) narrow(one, gapSince(clue, last[0] as Clue<'date'>));
    }
  }
}

/** The day on which it began, of what an article counts the days of: told with its noun, or the one beginning told. */
function beginningOf({ noun }: Clue<'nth'>, clues: DateClue[]): Clue<'date'> | null {
  const begun = clues.filter(
    (clue): clue is Clue<'date'> =>
      clue.kind === 'date' &&
      clue.day !== null &&
      clue.direction === 'past' &&
      clue.words.some((word) => BEGINS.has(word)),
  );
  const own = begun.filter(({ words }) => words.includes(noun));
  return own[0] ?? (begun.length === 1 ? begun[0]! : null);
}

const BEGINS = new Set('begin start break open launch erupt'.split(' '));

function sharedWords(a: DateClue, b: DateClue): number {
  return a.words.filter((word) => b.words.includes(word)).length;
}

/** Versions and copies of one text appear within days of one another. */
function narrowByVersions(unknown: Candidates[], entries: ReadArticle[], familyOf: (article: string) => string): void {
  const given = entries.flatMap(({ article }) =>
    article.published.basis === 'unknown' ? [] : [{ article: article.id, range: article.published as DateRange }],
  );
  // From what all knew before, so that the order in which they are narrowed is no matter.
  const families = new Map<string, { article: string; range: DateRange }[]>();
  for (const known of [...given, ...unknown.map((one) => ({ article: one.article.id, range: rangeOf(one.days) }))]) {
    if (known.range.earliest === null || known.range.latest === null) continue;
    const family = familyOf(known.article);
    const members = families.get(family);
    if (members) members.push(known);
    else families.set(family, [known]);
  }
  for (const one of unknown) {
    // What one version has ruled out another of the same range rules out too.
    const done = new Set<string>();
    for (const { article, range } of families.get(familyOf(one.article.id)) ?? []) {
      const days = `${range.earliest} ${range.latest}`;
      if (article === one.article.id || done.has(days)) continue;
      done.add(days);
      const first = parseDay(range.earliest!)! - VERSIONS_DAYS;
      const last = parseDay(range.latest!)! + VERSIONS_DAYS;
      const allows = (day: number): boolean => day >= first && day <= last;
      narrow(one, { says: `a version of ${article}`, allows, evidence: [] });
    }
  }
}

/** A call that opens an article did not fall into a gap between calls that another tells of. */
function narrowByGaps(unknown: Candidates[], entries: ReadArticle[]): void {
  const ranges = new Map(unknown.map((one) => [one.article.id, [one.days[0]!, one.days.at(-1)!] as [number, number]]));
  const gaps = new Map<string, Gap[]>();
  for (const { article, reading } of entries) {
    const { earliest, latest } = article.published;
    const given: [number, number] | null =
      earliest !== null && latest !== null ? [parseDay(earliest)!, parseDay(latest)!] : null;
    const range = ranges.get(article.id) ?? given;
    if (!range) continue;
    for (const [pair, gap] of gapsOf(article.id, reading, range))
      gaps.set(pair, [...(gaps.get(pair) ?? []), gap].slice(0, 50));
  }
  if (gaps.size === 0) return;
  for (const one of unknown) {
    const opens = newsPairs(one.reading);
    if (!opens) continue;
    for (const gap of opens.pairs.flatMap((pair) => gaps.get(pair) ?? []))
      if (gap.article !== one.article.id) narrow(one, outsideGap(gap, opens.news));
  }
}

/**
 * Where the words fit several years, that in which the rest of the story lies; where days of at least three others are
 * known, within three times their mean distance.
 */
function narrowByStory(unknown: Candidates[], entries: ReadArticle[]): void {
  const given = entries.flatMap(({ article }) => (article.published.basis === 'unknown' ? [] : [article.published]));
  const ranges = [...given, ...unknown.map((one) => rangeOf(one.days))].filter((range) => spanOf(range) <= 366);
  const near = ranges.filter((range) => spanOf(range) <= KNOWN_DAYS);
  const isDense = near.length >= DENSE;
  const known = isDense ? near : ranges;
  if (known.length === 0) return;
  const first = parseDay(known.map(({ earliest }) => earliest!).sort(compare)[0]!)!;
  const last = parseDay(
    known
      .map(({ latest }) => latest!)
      .sort(compare)
      .at(-1)!,
  )!;
  for (const one of unknown) {
    // An article that tells nothing of its day is not given one.
    if (one.evidence.length === 0 || spanOf(rangeOf(one.days)) <= (isDense ? KNOWN_DAYS : 366)) continue;
    const isAmong = one.days.some((day) => day >= first && day <= last);
    const margin = isDense
      ? Math.max(LEAST_MARGIN, Math.ceil((GAPS * (last - first)) / (known.length - 1)))
      : isAmong
        ? 0
        : STORY_MARGIN;
    narrow(one, {
      says: `${margin === 0 ? '' : `${margin} days around `}the time of the story’s other articles`,
      allows: (day) => day >= first - margin && day <= last + margin,
      evidence: [],
    });
  }
}

function narrow(one: Candidates, constraint: Constraint): void {
  const left = one.days.filter(constraint.allows);
  const fits = left.length > 0;
  if (left.length === one.days.length) return;
  const before = rangeOf(one.days);
  const possible = one.days.length;
  const evidence = constraint.evidence.map(({ article, range }) => ({
    article: article ?? one.article.id,
    start: range.start,
    end: range.end,
  }));
  if (fits) {
    one.days = left;
    for (const span of evidence)
      if (!one.evidence.some((known) => known.article === span.article && known.start === span.start))
        one.evidence.push(span);
  }
  const days = { before: possible, after: one.days.length };
  one.steps.push({ says: constraint.says, evidence, before, after: rangeOf(one.days), days, fits });
}

/** From the first to the last candidate. Days of the year come again and again: what reaches into the first or the last two years is open. */
function rangeOf(days: number[]): DateRange {
  const first = days[0]!;
  const last = days.at(-1)!;
  return {
    earliest: first < FIRST + 730 ? null : isoDay(first),
    latest: last > LAST - 730 ? null : isoDay(last),
  };
}

function spanOf({ earliest, latest }: DateRange): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY;
  return parseDay(latest)! - parseDay(earliest)! + 1;
}

function publishedOf(one: Candidates): Article['published'] {
  const range = rangeOf(one.days);
  if (range.earliest === null && range.latest === null) return one.article.published;
  return { ...range, basis: 'text', evidence: one.evidence };
}
