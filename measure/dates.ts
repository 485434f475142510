/**
 * Days of publishing, worked out for articles whose day is known but withheld: how often the true day lies in the
 * range, how often it does not, and how wide the range is. On articles of PolNeAR and documents of TimeBank, alone and
 * with their year told, as the story around an article does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createReader } from '../src/app/reader.ts';
import { makeArticle } from '../src/intake/index.ts';
import { isoDay, parseDay } from '../src/model/day.ts';
import type { Article, DateRange } from '../src/model/record.ts';
import { workOutPublished } from '../src/record/published/index.ts';
import type { ReadArticle } from '../src/record/story.ts';
import type { Scores } from './shared.ts';

interface Dated {
  id: string;
  text: string;
  day: string;
}

/** Of a hundred articles, those whose range does not exclude the true day. */
export function measureDates(shared: string): Scores {
  const polnear = readLines<{ id: string; text: string; published: string }>(
    join(shared, 'corpora/attribution/dev.jsonl.gz'),
  ).map(({ id, text, published }) => ({ id, text, day: published }));
  const timebank = readLines<{ id: string; text: string; dct: string }>(
    join(shared, 'corpora/timex/timebank.jsonl.gz'),
  ).map(({ id, text, dct }) => ({ id, text, day: dct }));
  console.log('\n== days of publishing, worked out from the text alone');
  return { ...tell('PolNeAR', polnear), ...tell('TimeBank', timebank) };
}

function tell(name: string, articles: Dated[]): Scores {
  const reader = createReader();
  const scores: Scores = {};
  const entries = articles.flatMap((dated) => {
    const article = makeArticle(dated.text, { source: dated.id, id: dated.id });
    // A line of the text that is the date leaves nothing to work out.
    return article.published.basis === 'unknown' ? [{ dated, entry: { article, reading: reader.read(article) } }] : [];
  });
  for (const withYear of [false, true]) {
    const ranges = entries.map(({ dated, entry }) => ({
      day: dated.day,
      id: dated.id,
      range: withoutStory(entry, withYear ? dated.day.slice(0, 4) : null),
    }));
    const wrong = ranges.filter(({ day, range }) => !contains(range, day));
    const told = ranges.filter(({ range }) => range.earliest !== null && range.latest !== null);
    const widths = told.map(({ range }) => widthOf(range)).sort((a, b) => a - b);
    const label = `${name} days${withYear ? ' with the year' : ''}`;
    console.log(
      `${label.padEnd(28)} ${ranges.length} articles, wrong ${wrong.length}, with both ends ${told.length}, width in days: median ${widths[widths.length >> 1] ?? '–'}, a quarter to ${widths[widths.length >> 2] ?? '–'}; a week or less ${widths.filter((width) => width <= 7).length}`,
    );
    for (const { id, day, range } of wrong)
      console.log(`  wrong: ${id} of ${day}: ${range.earliest} to ${range.latest}`);
    scores[`${label} not wrong`] = (100 * (ranges.length - wrong.length)) / ranges.length;
  }
  return scores;
}

/** The range of an article alone, or beside two articles of its year that say nothing. */
function withoutStory(entry: ReadArticle, year: string | null): DateRange {
  const others =
    year === null ? [] : [silentOn(entry, `${year}-01-01`, 'first'), silentOn(entry, `${year}-12-31`, 'last')];
  return workOutPublished([entry, ...others], (id) => id).get(entry.article.id)!.published;
}

function silentOn({ article, reading }: ReadArticle, day: string, id: string): ReadArticle {
  const published: Article['published'] = { earliest: day, latest: day, basis: 'given', evidence: [] };
  return { article: { ...article, id, published }, reading: { ...reading, article: id, clues: [] } };
}

/** Corpora give some days by another clock than that of the news: the day after counts as well. */
const contains = ({ earliest, latest }: DateRange, day: string): boolean =>
  [day, isoDay(parseDay(day)! + 1)].some(
    (told) => (earliest === null || earliest <= told) && (latest === null || told <= latest),
  );

const widthOf = ({ earliest, latest }: DateRange): number => parseDay(latest!)! - parseDay(earliest!)! + 1;

function readLines<Line>(file: string): Line[] {
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
