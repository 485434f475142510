/** Reading without a database: paths to one record, and lines to a record each. */
import { readFile } from 'node:fs/promises';
import {
  decodeText,
  type GivenMeta,
  type IntakeOptions,
  makeArticle,
  parseGivenDate,
  readMeta,
  takeIn,
} from '../intake/index.ts';
import { ReadoutError } from '../model/errors.ts';
import type { StoryRecord } from '../model/record.ts';
import type { ReadArticle } from '../record/index.ts';
import { type Reader, recordOf } from './reader.ts';

export interface GivenOptions {
  /** A CSV or TSV table with a column `file`. */
  meta?: string | undefined;
  /** For a single file. */
  published?: string | undefined;
  outlet?: string | undefined;
}

export interface ReadHooks {
  /** Called for what is passed over and for what cannot be read. */
  onNote?: (path: string, note: string) => void;
  onProblem?: (error: ReadoutError) => void;
  /** Where it answers true the article is not read again; it is for the caller to count it. */
  isKnown?: (id: string) => Promise<boolean>;
  /** Called after each article, with how many are done. */
  onArticle?: (done: number, path: string) => void;
}

/**
 * What the user says of the files beside their text.
 * @throws ReadoutError 'bad-meta' or 'bad-option'.
 */
export async function givenOf(options: GivenOptions): Promise<IntakeOptions> {
  const table = options.meta === undefined ? null : readMeta(await readTable(options.meta), options.meta);
  const single: GivenMeta = {};
  if (options.outlet !== undefined) single.outlet = options.outlet;
  if (options.published !== undefined) {
    const range = parseGivenDate(options.published);
    if (!range)
      throw new ReadoutError('bad-option', `--published ${options.published} is not a date`, 'write it as YYYY-MM-DD');
    single.published = range;
  }
  return { metaOf: (path) => ({ ...table?.of(path), ...single }) };
}

async function readTable(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path), path).text;
  } catch (error) {
    if (error instanceof ReadoutError) throw error;
    throw new ReadoutError('bad-meta', `${path} cannot be read`, 'check the path given to --meta', { cause: error });
  }
}

/** The articles behind the paths with their Readings. Each article once, however many paths lead to it. */
export async function* readAll(
  reader: Reader,
  paths: string[],
  options: IntakeOptions,
  hooks: ReadHooks,
): AsyncGenerator<ReadArticle> {
  const seen = new Map<string, string>();
  let done = 0;
  for await (const item of takeIn(paths, options)) {
    if (item.kind === 'note') hooks.onNote?.(item.path, item.note);
    else if (item.kind === 'problem') hooks.onProblem?.(item.error);
    else if (seen.has(item.article.id))
      hooks.onNote?.(item.path, `passed over: the same text as ${seen.get(item.article.id)}`);
    else {
      seen.set(item.article.id, item.path);
      if (await hooks.isKnown?.(item.article.id)) continue;
      yield { article: item.article, reading: reader.read(item.article) };
      hooks.onArticle?.(++done, item.path);
    }
  }
}

/** All articles that the paths hold, with their Readings. */
export async function readEntries(
  reader: Reader,
  paths: string[],
  options: IntakeOptions,
  hooks: ReadHooks = {},
): Promise<ReadArticle[]> {
  const entries: ReadArticle[] = [];
  for await (const entry of readAll(reader, paths, options, hooks)) entries.push(entry);
  return entries;
}

/** One record of all that the paths hold. */
export async function readPaths(
  reader: Reader,
  paths: string[],
  options: IntakeOptions,
  hooks: ReadHooks = {},
): Promise<StoryRecord> {
  return recordOf(await readEntries(reader, paths, options, hooks), () => reader);
}

/** One line of `read --ndjson`, read: the record of that article alone, or what is wrong with the line. */
export type LineResult = (StoryRecord & { id: string }) | { id: string | null; error: string };

/** Reads one line `{id, text, title?, outlet?, published?, url?}`. Never throws for what the line holds. */
export function readLine(reader: Reader, line: string, number: number): LineResult {
  let id: string | null = null;
  try {
    const value = parseLine(line, number);
    id = value.id;
    const article = makeArticle(value.text, { source: value.url ?? value.id, id: value.id, given: value.given });
    return { id, ...recordOf([{ article, reading: reader.read(article) }], () => reader) };
  } catch (error) {
    if (error instanceof ReadoutError) return { id: id ?? idOfLine(line), error: error.line };
    throw error;
  }
}

/** The id of a line that is wrong in some other field, so that its error can be matched; null where it has none. */
function idOfLine(line: string): string | null {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

function parseLine(
  line: string,
  number: number,
): { id: string; text: string; url: string | undefined; given: GivenMeta } {
  const fail = (id: unknown, message: string): never => {
    const name = typeof id === 'string' ? `line ${number} (${id})` : `line ${number}`;
    throw new ReadoutError('bad-line', `${name} ${message}`, 'write {"id": …, "text": …} on one line');
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    fail(null, 'is not JSON');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) fail(null, 'is not an object');
  const { id, text, title, outlet, published, url } = value as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') fail(null, 'has no "id" (a string)');
  if (typeof text !== 'string') fail(id, 'has no "text" (a string)');
  const optional = (name: string, field: unknown): string | undefined => {
    if (field === undefined || field === null || field === '') return undefined;
    return typeof field === 'string' ? field : fail(id, `has a "${name}" that is not a string`);
  };
  const day = optional('published', published);
  const range =
    day === undefined ? undefined : (parseGivenDate(day) ?? fail(id, `has a "published" that is not a date: ${day}`));
  const given: GivenMeta = { published: range, outlet: optional('outlet', outlet), title: optional('title', title) };
  return { id: id as string, text: text as string, url: optional('url', url), given };
}
