import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ReadoutError } from '../../model/errors.ts';
import type { DateRange } from '../../model/record.ts';

/** What a user knows of an article beside its text. */
export interface GivenMeta {
  published?: DateRange | undefined;
  outlet?: string | undefined;
  title?: string | undefined;
  url?: string | undefined;
}

export interface MetaTable {
  /** What the table says of a file: by its whole path, else by its base name. */
  of(path: string): GivenMeta;
}

const COLUMNS = ['published', 'outlet', 'title', 'url'] as const;

/**
 * Reads a CSV or TSV table with a header: `file` and any of published, outlet, title, url.
 * @throws ReadoutError 'bad-meta', naming `name` and the row.
 */
export function readMeta(text: string, name: string): MetaTable {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes('\t') ? '\t' : firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  const fail = (message: string): never => {
    throw new ReadoutError(
      'bad-meta',
      `${name}: ${message}`,
      'give a CSV or TSV table with a header: file, and any of published, outlet, title, url',
    );
  };
  let rows: Record<string, string>[] = [];
  try {
    rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((cell) => cell.trim().toLowerCase()),
      delimiter,
      // A tab-separated table is written without quoting: a quotation mark there is a character of the title.
      quote: delimiter === '\t' ? null : '"',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  if (rows.length > 0 && !('file' in rows[0]!)) fail('it has no column "file"');
  const byPath = new Map<string, GivenMeta>();
  for (const row of rows) {
    if (!row.file) continue;
    const given: GivenMeta = {};
    for (const column of COLUMNS) {
      const value = row[column];
      if (!value) continue;
      if (column === 'published')
        given.published = parseGivenDate(value) ?? fail(`"${value}" is not a date (YYYY-MM-DD)`);
      else given[column] = value;
    }
    byPath.set(row.file, given);
  }
  const byName = new Map([...byPath].map(([path, given]) => [basename(path), given]));
  return { of: (path) => byPath.get(path) ?? byName.get(basename(path)) ?? {} };
}

/** '2031-03-04', '2031-03', '2031', '2031-03-04T08:00:00Z' or '2031-03-01/2031-03-04' as a range; null for anything else. */
export function parseGivenDate(value: string): DateRange | null {
  const [from = '', to, ...rest] = value.trim().split('/');
  if (rest.length > 0) return null;
  const first = parsePoint(from);
  if (to === undefined || first === null) return first;
  const last = parsePoint(to);
  if (last === null || last.latest! < first.earliest!) return null;
  return { earliest: first.earliest, latest: last.latest };
}

function parsePoint(value: string): DateRange | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d.*)?)?)?$/.exec(value.trim());
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  const iso = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month === null) return { earliest: iso(year, 1, 1), latest: iso(year, 12, 31) };
  if (day === null) return { earliest: iso(year, month, 1), latest: iso(year, month + 1, 0) };
  const point = iso(year, month, day);
  return point.slice(8) === match[3] ? { earliest: point, latest: point } : null;
}
