/** A record made ready to be shown: entries by id, articles in order with their labels, entries of an article numbered. */
import type { Actor, Article, Encounter, Figure, Span, Statement, StoryRecord } from '../model/record.ts';
import { rankParties } from '../model/standing.ts';
import { formatDateRange, sortDay } from './dates.ts';
import { storyPath } from './links.ts';
import type { StoredRecord } from './source.ts';

export interface StoryView {
  id: string;
  /** Where the pages of this view begin. */
  path: string;
  name: string;
  version: number;
  /** The day (ISO) that the record stands for; null for all that there is. */
  asOf: string | null;
  /** How many articles that day left out because nothing says that they were published by then. */
  uncertain: number;
  record: StoryRecord;
  actors: Map<string, Actor>;
  statements: Map<string, Statement>;
  /** In order of publication, undated ones last. */
  articles: ArticleView[];
  articleById: Map<string, ArticleView>;
  /** Statements of the whole story, the latest first, undated ones last; within a day in the order of the text. */
  latest: Statement[];
  /** The parties to the talks that hold a position, by id: negotiators, mediators, then others. */
  negotiators: string[];
  /** Parties with a colour of their own, in the order of their slots. */
  parties: Actor[];
  /** Actors that somebody belongs to or speaks for. */
  sides: Set<string>;
  /** 1 to 5 for a party's own colour; 0 for others. */
  slotOf(actorId: string | null): number;
  nameOf(actorId: string): string;
  /** The page that was asked for, to show it as of another day. */
  here: { page: string; query: Record<string, string> };
}

export interface ArticleView {
  article: Article;
  /** 1 for the first of the story. */
  number: number;
  /** The file's name without its ending, or the id where two files share it: what offsets are told with. */
  short: string;
  /** "Harbour Post, 21 Aug, second version". */
  label: string;
  /** null where the article stands alone in its family. */
  version: { position: number; of: number; copy: boolean } | null;
  /** In the order of the text; the number of an entry is its index + 1. */
  statements: Statement[];
  /** Calls, meetings and figures in the order of the text; their letters are a, b, c … */
  others: OtherEntry[];
}

export type OtherEntry = { kind: 'encounter'; entry: Encounter } | { kind: 'figure'; entry: Figure };

const OWN_COLOURS = 5;

/** Linear in the record, but for sorting. */
export function viewStory(id: string, stored: StoredRecord, asOf: string | null = null): StoryView {
  const { name, version, record, uncertain = 0 } = stored;
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]));
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]));
  const articles = viewArticles(record);
  const sides = new Set(record.actors.flatMap((actor) => (actor.side === null ? [] : [actor.side])));
  const isSide = (actor: Actor): boolean => sides.has(actor.id);
  const negotiators = rankParties(record);
  const coloured = [...negotiators.flatMap((party) => actors.get(party) ?? []), ...record.actors.filter(isSide)];
  const parties = [...new Set(coloured)].slice(0, OWN_COLOURS);
  const slots = new Map(parties.map((party, i) => [party.id, i + 1]));
  return {
    id,
    path: storyPath(id, asOf),
    name,
    version,
    asOf,
    uncertain,
    record,
    actors,
    statements,
    articles,
    articleById: new Map(articles.map((view) => [view.article.id, view])),
    latest: latestFirst(articles),
    negotiators,
    parties,
    sides,
    here: { page: '', query: {} },
    nameOf: (actorId) => actors.get(actorId)?.name ?? actorId,
    slotOf(actorId) {
      if (actorId === null) return 0;
      return slots.get(actorId) ?? slots.get(actors.get(actorId)?.side ?? '') ?? 0;
    },
  };
}

function viewArticles(record: StoryRecord): ArticleView[] {
  const sorted = [...record.articles].sort(byPublication);
  const families = groupBy(sorted, (article) => article.family);
  const copies = new Set(record.revisions.filter(({ kind }) => kind === 'copy').map(({ to }) => to));
  const stems = groupBy(sorted, (article) => stemOf(article.source));
  const statements = groupBy(record.statements, (statement) => statement.article);
  const others = groupBy(
    [
      ...record.encounters.map((entry): OtherEntry => ({ kind: 'encounter', entry })),
      ...record.figures.map((entry): OtherEntry => ({ kind: 'figure', entry })),
    ],
    ({ entry }) => entry.evidence[0]!.article,
  );
  return sorted.map((article, i) => {
    const family = families.get(article.family)!;
    const position = family.indexOf(article) + 1;
    const version = family.length > 1 ? { position, of: family.length, copy: copies.has(article.id) } : null;
    const stem = stemOf(article.source);
    return {
      article,
      number: i + 1,
      short: stem !== '' && stems.get(stem)!.length === 1 ? stem : article.id,
      label: labelOf(article, version),
      version,
      statements: [...(statements.get(article.id) ?? [])].sort(byPlace((statement) => statement.content)),
      others: [...(others.get(article.id) ?? [])].sort(byPlace(({ entry }) => entry.evidence)),
    };
  });
}

function labelOf(article: Article, version: ArticleView['version']): string {
  const parts = [article.outlet ?? 'Outlet not named'];
  if (sortDay(article.published) !== null) parts.push(formatDateRange(article.published, { year: false }));
  if (version) parts.push(version.copy ? 'copy' : `${ordinal(version.position)} version`);
  return parts.join(', ');
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ps|sd|ug|ur|yi)\b/;

/** Which way an article reads: a foreign name at the start of a paragraph does not turn it round. */
export function directionOf({ language }: Article): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export function ordinal(position: number): string {
  return ORDINALS[position - 1] ?? `${position}th`;
}

/** The title, else the first words of the text. */
export function titleOf({ title, text }: Article): string {
  if (title !== null && title.trim() !== '') return title;
  const words = text.slice(0, 400).trim().split(/\s+/).slice(0, 12).join(' ');
  return words === '' ? 'No words' : `${words} …`;
}

/** The letter of the n-th (0-based) call, meeting or figure: a to z, then aa, ab … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function latestFirst(articles: ArticleView[]): Statement[] {
  return articles
    .flatMap((article) => article.statements)
    .map((statement) => ({ statement, day: sortDay(statement.said) ?? '' }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ statement }) => statement);
}

function byPublication(a: Article, b: Article): number {
  const dayA = sortDay(a.published) ?? '9999';
  const dayB = sortDay(b.published) ?? '9999';
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** By the first character; of two that start together the longer comes first, since it holds the other. */
function byPlace<T>(spansOf: (entry: T) => Span[]): (a: T, b: T) => number {
  return (a, b) => {
    const [first, second] = [spansOf(a), spansOf(b)];
    return first[0]!.start - second[0]!.start || second.at(-1)!.end - first.at(-1)!.end;
  };
}

function stemOf(source: string): string {
  const name = source.split(/[\\/]/).at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

export function groupBy<T, K>(items: T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
