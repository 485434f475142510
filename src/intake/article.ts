/** Text or page, with what the user knows of it, to an Article. The one place where the sources of metadata are ranked. */

import { ReadoutError } from '../model/errors.ts';
import type { Article, DateRange } from '../model/record.ts';
import { articleId } from './article-id.ts';
import { decodeText } from './decode.ts';
import { decodeHtml } from './html/decode-html.ts';
import { type ExtractedPage, extractPage } from './html/extract.ts';
import { type GivenMeta, parseGivenDate } from './meta/read-meta.ts';
import { type FrontMatter, findFrontMatter } from './text/front-matter.ts';
import { parseTimestamp } from './text/timestamp.ts';

export interface RawArticle {
  /** The path or URL. */
  source: string;
  given?: GivenMeta | undefined;
  /** Where not given, made from the source's name and the text. */
  id?: string | undefined;
}

/** More than this is no article; a book or a dump would only slow everything down. In UTF-16 code units. */
export const MAX_TEXT = 4_000_000;

/**
 * An article from the bytes of a .txt file.
 * @throws ReadoutError 'empty', 'binary', 'encoding' or 'too-large', naming the source.
 */
export function articleFromText(bytes: Uint8Array, raw: RawArticle): Article {
  return makeArticle(decodeText(bytes, raw.source).text, raw, null);
}

/**
 * An article from the bytes of an HTML page.
 * @throws ReadoutError as above, and 'empty' where the page holds no article.
 */
export function articleFromHtml(bytes: Uint8Array, raw: RawArticle): Article {
  const { text: html } = decodeHtml(bytes, raw.source);
  checkText(html, raw.source);
  const page = extractPage(html);
  if (!page)
    throw new ReadoutError(
      'empty',
      `${raw.source} holds no article text`,
      'save the page with its text, or give the text as .txt',
    );
  return makeArticle(page.text, raw, page);
}

/** An article from text already decoded, its offsets into that very string. */
export function makeArticle(text: string, raw: RawArticle, page: ExtractedPage | null = null): Article {
  checkText(text, raw.source);
  const front = findFrontMatter(text);
  const given = raw.given ?? {};
  const id = raw.id ?? articleId(raw.source, text);
  const own = front.title ? text.slice(front.title.start, front.title.end) : null;
  return {
    id,
    source: raw.source,
    title: given.title ?? page?.title ?? own,
    outlet: given.outlet ?? page?.outlet ?? front.outlet,
    authors: front.authors.length > 0 ? front.authors : page?.byline ? [page.byline.replace(/^by\s+/i, '')] : [],
    published: findPublished(id, text, given.published, page, front),
    language: page?.language?.slice(0, 2).toLowerCase() ?? 'en',
    text,
    boilerplate: front.boilerplate.map((range) => ({ article: id, ...range })),
    family: id,
  };
}

function findPublished(
  id: string,
  text: string,
  given: DateRange | undefined,
  page: ExtractedPage | null,
  front: FrontMatter,
): Article['published'] {
  if (given) return { ...given, basis: 'given', evidence: [] };
  const declared = page?.published ? parseGivenDate(page.published) : null;
  if (declared) return { ...declared, basis: 'metadata', evidence: [] };
  const written = front.timestamp ? parseTimestamp(text.slice(front.timestamp.start, front.timestamp.end)) : null;
  if (written && front.timestamp) return { ...written, basis: 'text', evidence: [{ article: id, ...front.timestamp }] };
  return { earliest: null, latest: null, basis: 'unknown', evidence: [] };
}

function checkText(text: string, name: string): void {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new ReadoutError('empty', `${name} is empty`, 'give a file with the text of an article');
  if (text.length > MAX_TEXT)
    throw new ReadoutError(
      'too-large',
      `${name} is too large for one article (${(text.length / 1e6).toFixed(0)} million characters, at most ${MAX_TEXT / 1e6})`,
      'split it into one file an article',
    );
}
