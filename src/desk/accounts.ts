/**
 * What each side and outlet says of one encounter. In: its accounts. Out: a column for each teller, the passages in rows
 * by topic. Versions and copies of one text are one teller, and what they repeat is one passage.
 */
import type { Encounter, Span } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import { groupBy, type StoryView } from './view.ts';

/** Words and the other places that hold the same words. */
export interface Passage {
  span: Span;
  also: Span[];
}

export interface Account {
  /** null where the outlet itself tells it. */
  teller: string | null;
  /** Labels of the articles, in order of publication. */
  labels: string[];
  passages: Passage[];
}

export interface TopicRow {
  /** null for what is about no topic that is told. */
  topic: string | null;
  cells: Passage[][];
}

export function accountsOf(view: StoryView, { accounts = [] }: Encounter): Account[] {
  const articleOf = (id: string) => view.articleById.get(id)!;
  const tellers = groupBy(accounts, ({ teller, article }) => teller ?? `:${articleOf(article).article.family}`);
  const columns = [...tellers.values()].map((told): Account => {
    const articles = [...new Set(told.map(({ article }) => articleOf(article)))].sort((a, b) => a.number - b.number);
    return {
      teller: told[0]!.teller,
      labels: articles.map(({ label }) => label),
      passages: passagesOf(
        view,
        told.flatMap(({ evidence }) => evidence),
      ),
    };
  });
  // The sides' own words stand before what outlets tell.
  return columns.sort((a, b) => Number(a.teller === null) - Number(b.teller === null));
}

/** The same words are one passage; in the order of publication and of the text. */
export function passagesOf(view: StoryView, spans: Span[]): Passage[] {
  const place = ({ article }: Span): number => view.articleById.get(article)!.number;
  const sorted = [...spans].sort((a, b) => place(a) - place(b) || a.start - b.start);
  const same = groupBy(sorted, (span) => wordsIn(view, span));
  return [...same.values()].map(([span, ...also]) => ({ span: span!, also }));
}

/** A row for each topic that an account's words name, then one for all other words. */
export function rowsByTopic(view: StoryView, topics: string[], columns: Account[]): TopicRow[] {
  const placed = new Set<Passage>();
  const rows = topics.map((topic): TopicRow => {
    const names = (passage: Passage): boolean => wordsIn(view, passage.span).includes(topic.toLowerCase());
    const cells = columns.map(({ passages }) => passages.filter(names));
    for (const passage of cells.flat()) placed.add(passage);
    return { topic, cells };
  });
  const rest = columns.map(({ passages }) => passages.filter((passage) => !placed.has(passage)));
  return [...rows, { topic: null, cells: rest }].filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

const wordsIn = (view: StoryView, span: Span): string =>
  wordsOf(view.articleById.get(span.article)!.article.text, span).toLowerCase();
