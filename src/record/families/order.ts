/**
 * Which of the versions of a text came first, and what says so. In: the articles of a family. Out: the same in order.
 * Dates are not needed: an update notice, a day in the address, or the credit of an agency tell it too.
 */
import type { Article, Revision, Span } from '../../model/record.ts';
import { compare } from '../actors.ts';
import { noticesOf } from './notices.ts';

type Order = NonNullable<Revision['order']>;

interface Signs {
  article: Article;
  notices: Span[];
  /** A day in the file's name or the address, as digits: '20310304', or '0304' where the year is not in it. */
  day: string | null;
  /** How many outlets of the family it credits. */
  credits: number;
}

/** The earliest first. Quadratic in the size of the family, by cheap comparisons. */
export function orderVersions(articles: readonly Article[]): Article[] {
  const outlets = [...new Set(articles.flatMap(({ outlet }) => outlet?.trim() || []))];
  const left = articles.map((article) => signsOf(article, outlets)).sort((a, b) => compare(a.article.id, b.article.id));
  const ordered: Signs[] = [];
  while (left.length > 0) {
    // Ranges of publishing that do not meet put some before others, without a cycle; among those that nothing is
    // before, the other signs decide.
    const limit = left.reduce<string | null>((least, { article: { published } }) => {
      return published.latest !== null && (least === null || published.latest < least) ? published.latest : least;
    }, null);
    let first = -1;
    for (const [i, signs] of left.entries()) {
      const { earliest } = signs.article.published;
      if (limit !== null && earliest !== null && earliest > limit) continue;
      if (first < 0 || compareSigns(signs, left[first]!) < 0) first = i;
    }
    ordered.push(...left.splice(first, 1));
  }
  return ordered.map(({ article }) => article);
}

/** What says that `from` came before `to`. */
export function explainOrder(from: Article, to: Article): Order {
  const [a, b] = [signsOf(from, []), signsOf(to, [])];
  if (isBefore(from, to))
    return { basis: 'published', evidence: [...from.published.evidence, ...to.published.evidence] };
  if (b.notices.length > a.notices.length) return { basis: 'notice', evidence: [b.notices.at(-1)!] };
  if (a.day !== null && a.day.length === b.day?.length && a.day < b.day) return { basis: 'address', evidence: [] };
  const credit = from.outlet === null ? null : creditIn(to, from.outlet);
  return credit ? { basis: 'credit', evidence: [credit] } : { basis: 'name', evidence: [] };
}

function isBefore(from: Article, to: Article): boolean {
  const end = from.published.latest;
  const start = to.published.earliest;
  return end !== null && start !== null && end < start;
}

function compareSigns(a: Signs, b: Signs): number {
  return (
    a.notices.length - b.notices.length ||
    compareDays(a.day, b.day) ||
    a.credits - b.credits ||
    // 'strike.txt' before 'strike-update.txt' and 'strike (copy).txt'.
    a.article.source.length - b.article.source.length ||
    compare(a.article.id, b.article.id)
  );
}

function compareDays(a: string | null, b: string | null): number {
  return a === null || b === null || a.length !== b.length ? 0 : compare(a, b);
}

function signsOf(article: Article, outlets: string[]): Signs {
  const credits = outlets.filter((outlet) => creditIn(article, outlet) !== null).length;
  return { article, notices: noticesOf(article), day: dayIn(article.source), credits };
}

const FULL_DAY = /(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const MONTH_AND_DAY = /(?<!\d)(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/** '20310304' from 'harbour/2031/03/04/strike.html', '0304' from 'strike-0304.txt'. */
function dayIn(source: string): string | null {
  const full = FULL_DAY.exec(source);
  if (full) return full.slice(1).join('');
  const short = MONTH_AND_DAY.exec(source.slice(source.lastIndexOf('/') + 1));
  return short ? short.slice(1).join('') : null;
}

/** Where an article credits another outlet outside its story: 'Agency copy supplied by Harbour Wire'. */
function creditIn({ text, outlet, boilerplate }: Article, other: string): Span | null {
  const name = other.trim();
  if (name === '' || name === outlet?.trim()) return null;
  return boilerplate.find(({ start, end }) => text.slice(start, end).includes(name)) ?? null;
}
