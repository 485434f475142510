import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';

/**
 * The id of an article: its file's name, made safe for URLs and shells, and eight digits of its text's SHA-256.
 * The same file gives the same id wherever it lies and whatever else is read with it.
 */
export function articleId(source: string, text: string): string {
  const last = basename(source.replace(/[?#].*$/s, ''));
  const slug = slugify(last.slice(0, last.length - extname(last).length));
  const digest = createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, 8);
  return `${slug || 'article'}-${digest}`;
}

/** Lower case letters, digits, '_' and single hyphens, at most 60 characters; '' where nothing is left. */
export function slugify(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
