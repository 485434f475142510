/** Statements as tables for other programs: CSV and JSON with the words, their offsets and their source. */
import type { Statement } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import { statementRange } from './links.ts';
import type { StoryView } from './view.ts';

const COLUMNS = [
  'id',
  'speaker',
  'source',
  'named',
  'cue',
  'form',
  'act',
  'words',
  'said_earliest',
  'said_latest',
  'channel',
  'within',
  'outlet',
  'title',
  'published_earliest',
  'published_latest',
  'article',
  'start',
  'end',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number | boolean | null>;

function rowOf(view: StoryView, statement: Statement): Row {
  const { article } = view.articleById.get(statement.article)!;
  const words = (span: { start: number; end: number } | null): string | null => span && wordsOf(article.text, span);
  const { start, end } = statementRange(statement);
  return {
    id: statement.id,
    speaker: statement.speaker === null ? null : (view.actors.get(statement.speaker)?.name ?? null),
    source: words(statement.source),
    named: statement.named,
    cue: words(statement.cue),
    form: statement.form,
    act: statement.act,
    words: statement.content.map(words).join(' … '),
    said_earliest: statement.said.earliest,
    said_latest: statement.said.latest,
    channel: statement.channel && [statement.channel.kind, statement.channel.name].filter(Boolean).join(' '),
    within: statement.within,
    outlet: article.outlet,
    title: article.title,
    published_earliest: article.published.earliest,
    published_latest: article.published.latest,
    article: article.id,
    start,
    end,
  };
}

export function statementsJson(view: StoryView, statements: Statement[]): object {
  return {
    story: view.name,
    version: view.version,
    total: statements.length,
    statements: statements.map((statement) => rowOf(view, statement)),
  };
}

/** RFC 4180. */
export function statementsCsv(view: StoryView, statements: Statement[]): string {
  const lines = statements.map((statement) => {
    const row = rowOf(view, statement);
    return COLUMNS.map((column) => csvCell(row[column])).join(',');
  });
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

// A spreadsheet runs a cell that starts with one of these as a formula, and the words here are foreign: an apostrophe
// keeps them text, as OWASP's "CSV injection" advises. The JSON has the words untouched.
function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
