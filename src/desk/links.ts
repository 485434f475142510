/** The addresses of the desk. All state of a page is in its address. */
import type { Span, Statement } from '../model/record.ts';

export const storyPath = (story: string): string => `/story/${encode(story)}`;
export const articlesPath = (story: string): string => `${storyPath(story)}/articles`;
export const statementsPath = (story: string, query: Record<string, string | undefined> = {}): string =>
  `${storyPath(story)}/statements${queryString(query)}`;
export const articlePath = (story: string, article: string): string => `${storyPath(story)}/article/${encode(article)}`;
export const statePath = (story: string, query: Record<string, string | undefined> = {}): string =>
  `${storyPath(story)}/state${queryString(query)}`;
export const issuePath = (story: string, issue: string): string => `${storyPath(story)}/issue/${encode(issue)}`;
/** Where changes of issues are sent to. */
export const editsPath = (story: string): string => `${storyPath(story)}/issues/edits`;
export const proposalsPath = (story: string): string => `${storyPath(story)}/proposals`;
export const disputesPath = (story: string): string => `${storyPath(story)}/disputes`;
export const disputePath = (story: string, dispute: string): string => `${storyPath(story)}/dispute/${encode(dispute)}`;

export const timelinePath = (story: string, query: Record<string, string | undefined> = {}): string =>
  `${storyPath(story)}/timeline${queryString(query)}`;
export const encountersPath = (story: string, query: Record<string, string | undefined> = {}): string =>
  `${storyPath(story)}/encounters${queryString(query)}`;
export const encounterPath = (story: string, id: string, query: Record<string, string | undefined> = {}): string =>
  `${storyPath(story)}/encounter/${encode(id)}${queryString(query)}`;
export const figuresPath = (story: string, query: Record<string, string | undefined> = {}): string =>
  `${storyPath(story)}/figures${queryString(query)}`;
export const versionsPath = (story: string): string => `${storyPath(story)}/versions`;
export const versionPath = (
  story: string,
  from: string,
  to: string,
  query: Record<string, string | undefined> = {},
): string => `${storyPath(story)}/versions/${encode(from)}/${encode(to)}${queryString(query)}`;
export const actorsPath = (story: string): string => `${storyPath(story)}/actors`;
export const actorPath = (story: string, id: string): string => `${storyPath(story)}/actor/${encode(id)}`;

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

export function queryString(query: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

// A colon may stand in a path and a query, and ids are easier to read with it. A lone surrogate has no encoding.
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%3A', ':');
}
