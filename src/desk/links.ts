/** The addresses of the desk. All state of a page is in its address: the day that the record stands for is a part of every path. */
import type { Span, Statement } from '../model/record.ts';

/** Where a story's pages begin, as they stand today or as of a day (ISO). All other addresses are made from it. */
export const storyPath = (story: string, asOf: string | null = null): string =>
  `/story/${encode(story)}${asOf === null ? '' : `/as-of/${asOf}`}`;

type Query = Record<string, string | undefined>;

export const articlesPath = (story: string): string => `${story}/articles`;
export const actorsPath = (story: string): string => `${story}/actors`;
export const proposalsPath = (story: string): string => `${story}/proposals`;
export const versionsPath = (story: string): string => `${story}/versions`;
/** Where changes of issues are sent to. */
export const editsPath = (story: string): string => `${story}/issues/edits`;
export const statementsPath = (story: string, query: Query = {}): string => `${story}/statements${queryString(query)}`;
export const statePath = (story: string, query: Query = {}): string => `${story}/state${queryString(query)}`;
export const timelinePath = (story: string, query: Query = {}): string => `${story}/timeline${queryString(query)}`;
export const encountersPath = (story: string, query: Query = {}): string => `${story}/encounters${queryString(query)}`;
export const figuresPath = (story: string, query: Query = {}): string => `${story}/figures${queryString(query)}`;
export const disputesPath = (story: string, query: Query = {}): string => `${story}/disputes${queryString(query)}`;
export const articlePath = (story: string, id: string): string => `${story}/article/${encode(id)}`;
export const issuePath = (story: string, id: string): string => `${story}/issue/${encode(id)}`;
export const proposalPath = (story: string, id: string): string => `${story}/proposal/${encode(id)}`;
export const disputePath = (story: string, id: string): string => `${story}/dispute/${encode(id)}`;
export const encounterPath = (story: string, id: string): string => `${story}/encounter/${encode(id)}`;
export const actorPath = (story: string, id: string): string => `${story}/actor/${encode(id)}`;
export const versionPath = (story: string, from: string, to: string, query: Query = {}): string =>
  `${story}/versions/${encode(from)}/${encode(to)}${queryString(query)}`;

/** The state of play with one cell opened on its history. */
export const cellPath = (story: string, issue: string, party: string, query: Query = {}): string =>
  `${statePath(story, { ...query, issue, party })}#open`;

/** An entry opened in its article; the fragment is its note. */
export function entryPath(story: string, article: string, entry: string): string {
  return `${articlePath(story, article)}?entry=${encode(entry)}#${noteId(article, entry)}`;
}

/** The words of a span, washed, in their article. */
export function wordsPath(story: string, { article, start, end }: Span): string {
  return `${articlePath(story, article)}?at=${start}-${end}#words`;
}

/** How the sentence at a character was read. */
export const sentencePath = (story: string, article: string, at: number): string =>
  `${articlePath(story, article)}/sentence?at=${at}`;

/** The id of an entry's note on its article's page: what is left of the entry's id without the article's. */
export function noteId(article: string, entry: string): string {
  const own = entry.startsWith(`${article}:`) ? entry.slice(article.length + 1) : entry;
  // An id in HTML must not hold white space.
  return own.replace(/\s+/g, '-');
}

export function statementRange(statement: Statement): { start: number; end: number } {
  return { start: statement.content[0]!.start, end: statement.content.at(-1)!.end };
}

export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

// A colon may stand in a path and a query, and ids are easier to read with it. A lone surrogate has no encoding.
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%3A', ':');
}
