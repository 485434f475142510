/** Paths and URLs to articles, one after the other, in the order given; a folder in the order of names. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ReadoutError } from '../model/errors.ts';
import type { Article } from '../model/record.ts';
import { articleFromHtml, articleFromText } from './article.ts';
import { fetchPage } from './fetch-page.ts';
import type { GivenMeta } from './meta/read-meta.ts';

export type Intake =
  | { kind: 'article'; path: string; article: Article }
  /** Something in a folder that is no article: nothing is wrong. */
  | { kind: 'note'; path: string; note: string }
  | { kind: 'problem'; path: string; error: ReadoutError };

export interface IntakeOptions {
  /** What the user knows of a file. */
  metaOf: (path: string) => GivenMeta;
}

/** Bytes; four per code unit is the most that a text at the limit can take. */
const MAX_FILE = 16_000_000;

const ADAPTERS: Record<string, typeof articleFromText> = {
  '.txt': articleFromText,
  '.text': articleFromText,
  '.html': articleFromHtml,
  '.htm': articleFromHtml,
  '.xhtml': articleFromHtml,
};

/** Reads all that the paths name. A path that cannot be read is a problem, never the end of the others. */
export async function* takeIn(paths: string[], options: IntakeOptions): AsyncGenerator<Intake> {
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) yield await guard(path, () => fetchArticle(path, options));
    else yield* takePath(path, options);
  }
}

async function* takePath(path: string, options: IntakeOptions): AsyncGenerator<Intake> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield { kind: 'problem', path, error: toReadoutError(error, path) };
    return;
  }
  if (!isFolder) {
    yield await guard(path, () => readArticle(path, options));
    return;
  }
  let found = false;
  for await (const item of walk(path, options)) {
    if (item.kind !== 'note') found = true;
    yield item;
  }
  if (!found) {
    const error = new ReadoutError(
      'nothing-readable',
      `${path} holds no article`,
      'put articles as .txt or .html files into it',
    );
    yield { kind: 'problem', path, error };
  }
}

async function* walk(folder: string, options: IntakeOptions): AsyncGenerator<Intake> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'problem', path: folder, error: toReadoutError(error, folder) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    // A link to a folder could lead back up and never end; its files can be named themselves.
    if (entry.isDirectory()) yield* walk(path, options);
    else if (!(extname(entry.name).toLowerCase() in ADAPTERS))
      yield { kind: 'note', path, note: 'passed over: not .txt or .html' };
    else yield await guard(path, () => readArticle(path, options));
  }
}

async function readArticle(path: string, options: IntakeOptions): Promise<Article> {
  const { size } = await stat(path);
  if (size === 0) throw new ReadoutError('empty', `${path} is empty`, 'give a file with the text of an article');
  if (size > MAX_FILE)
    throw new ReadoutError(
      'too-large',
      `${path} is too large for one article (${Math.round(size / 1e6)} MB, at most ${MAX_FILE / 1e6})`,
      'split it into one file an article',
    );
  const adapter = ADAPTERS[extname(path).toLowerCase()] ?? articleFromText;
  return adapter(await readFile(path), { source: path, given: options.metaOf(path) });
}

async function fetchArticle(url: string, options: IntakeOptions): Promise<Article> {
  const { bytes, isHtml } = await fetchPage(url, MAX_FILE);
  const adapter = isHtml ? articleFromHtml : articleFromText;
  return adapter(bytes, { source: url, given: options.metaOf(url) });
}

async function guard(path: string, read: () => Promise<Article>): Promise<Intake> {
  try {
    return { kind: 'article', path, article: await read() };
  } catch (error) {
    return { kind: 'problem', path, error: toReadoutError(error, path) };
  }
}

function toReadoutError(error: unknown, path: string): ReadoutError {
  if (error instanceof ReadoutError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ReadoutError('missing-path', `${path} does not exist`, 'check the path');
  if (code === 'EACCES' || code === 'EPERM')
    return new ReadoutError('unreadable', `${path} may not be read`, 'give yourself the right to read it (chmod +r)');
  const message = error instanceof Error ? error.message : String(error);
  return new ReadoutError('unreadable', `${path} cannot be read (${message})`, 'check the file', { cause: error });
}
