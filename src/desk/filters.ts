/** The filter of the list of statements: read from the address, told in words, applied to the record. */

import type { Statement } from '../model/record.ts';
import { ACTS } from '../model/schema.ts';
import { wordsOf } from '../model/span.ts';
import { formatDay, readDay } from './dates.ts';
import type { ArticleView, StoryView } from './view.ts';

export interface StatementFilter {
  /** An actor's id. A party also takes in those who speak for it. */
  speaker?: string;
  form?: Statement['form'];
  act?: Statement['act'];
  named?: 'yes' | 'no';
  article?: string;
  /** ISO days, both included. A statement counts where it may have been made on such a day. */
  from?: string;
  to?: string;
  /** Every one of these words must stand in what was said or in the name of who said it. */
  q?: string;
}

export const FORMS: Statement['form'][] = ['direct', 'mixed', 'indirect'];

/** What an address asks for. A value that means nothing is passed over. */
export function parseFilter(query: Record<string, string>): StatementFilter {
  const filter: StatementFilter = {};
  if (query.speaker) filter.speaker = query.speaker;
  if (query.article) filter.article = query.article;
  const form = FORMS.find((known) => known === query.form);
  if (form) filter.form = form;
  const act = ACTS.find((known) => known === query.act);
  if (act) filter.act = act;
  if (query.named === 'yes' || query.named === 'no') filter.named = query.named;
  for (const bound of ['from', 'to'] as const) {
    const day = readDay(query[bound] ?? '');
    if (day !== null) filter[bound] = day;
  }
  const words = query.q?.trim();
  if (words) filter.q = words;
  return filter;
}

/** Days that were asked for in words that are no day. */
export function unreadDays(query: Record<string, string>): string[] {
  return [query.from, query.to].filter((day) => day !== undefined && day !== '' && readDay(day) === null) as string[];
}

/** The statements that match, the latest first. Linear in the words of the record. */
export function filterStatements(view: StoryView, filter: StatementFilter): Statement[] {
  const terms = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return view.latest.filter(
    (statement) =>
      (!filter.form || statement.form === filter.form) &&
      (!filter.act || statement.act === filter.act) &&
      (!filter.named || statement.named === (filter.named === 'yes')) &&
      (!filter.article || statement.article === filter.article) &&
      matchesSpeaker(view, statement, filter.speaker) &&
      matchesDays(statement, filter) &&
      (terms.length === 0 || matchesWords(view, statement, terms)),
  );
}

/** One utterance: its fullest telling among those found, and the others. */
export interface Utterance {
  statement: Statement;
  repeats: Statement[];
}

/** Statements that report the same utterance together, in the place of the first of them. */
export function groupRepeats(found: Statement[]): Utterance[] {
  const families = new Map<string, Statement[]>();
  for (const statement of found) {
    const family = statement.family ?? statement.id;
    const known = families.get(family);
    if (known) known.push(statement);
    else families.set(family, [statement]);
  }
  return [...families.values()].map((tellings) => {
    const statement = tellings.find(({ first }) => first) ?? tellings[0]!;
    return { statement, repeats: tellings.filter((other) => other !== statement) };
  });
}

function matchesSpeaker(view: StoryView, { speaker }: Statement, wanted: string | undefined): boolean {
  if (wanted === undefined || speaker === wanted) return true;
  return speaker !== null && view.actors.get(speaker)?.side === wanted;
}

// A statement without a date lies on no known day, so a filter by day leaves it out; the page says how many.
function matchesDays({ said }: Statement, { from, to }: StatementFilter): boolean {
  if (!from && !to) return true;
  if (said.earliest === null && said.latest === null) return false;
  return (
    (!from || said.latest === null || said.latest >= from) && (!to || said.earliest === null || said.earliest <= to)
  );
}

function matchesWords(view: StoryView, statement: Statement, terms: string[]): boolean {
  const { text } = (view.articleById.get(statement.article) as ArticleView).article;
  const parts = statement.content.map((span) => wordsOf(text, span));
  if (statement.source) parts.push(wordsOf(text, statement.source));
  if (statement.speaker !== null) parts.push(view.actors.get(statement.speaker)?.name ?? '');
  const searched = parts.join(' ').toLowerCase();
  return terms.every((term) => searched.includes(term));
}

/** What was searched, for "nothing found": 'direct statements of X, with the words "y"'. */
export function describeFilter(view: StoryView, filter: StatementFilter): string {
  const parts = [`${filter.form ? `${filter.form} ` : ''}statements`];
  if (filter.speaker) parts.push(`of ${view.nameOf(filter.speaker)}`);
  if (filter.named) parts.push(filter.named === 'yes' ? 'by named sources' : 'by unnamed sources');
  if (filter.act) parts.push(`that ${filter.act}`);
  if (filter.article) parts.push(`in ${view.articleById.get(filter.article)?.label ?? filter.article}`);
  if (filter.from) parts.push(`from ${formatDay(filter.from)}`);
  if (filter.to) parts.push(`to ${formatDay(filter.to)}`);
  if (filter.q) parts.push(`with the words “${filter.q}”`);
  return parts.join(' ');
}
