/** The timeline as rows: which entries match, the days they stand under, and the gaps between them. */
import { parseDay } from '../model/day.ts';
import type { DateRange, Encounter, Proposal, Statement, TimelineEntry } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import { groupBy, type StoryView } from './view.ts';

export const KINDS = ['encounter', 'statement', 'proposal', 'figure', 'event'] as const;

export interface TimelineFilter {
  kind?: TimelineEntry['kind'] | undefined;
  /** An actor's id; a party takes in those who speak for it. */
  actor?: string | undefined;
  issue?: string | undefined;
}

export type TimelineRow =
  | { kind: 'month'; month: string }
  | { kind: 'gap'; days: number; from: string; to: string }
  | { kind: 'day'; date: DateRange; entries: ToldEntry[] };

/** An entry with the others of its day that tell the same: one utterance in several versions, one event in the same words. */
export interface ToldEntry {
  entry: TimelineEntry;
  also: TimelineEntry[];
}

export function parseTimelineFilter(query: Record<string, string>): TimelineFilter {
  const kind = KINDS.find((known) => known === query.kind);
  return { kind, actor: query.actor, issue: query.issue };
}

/** What an entry rests on, where it has an entry of its own. */
export interface Referred {
  encounter?: Encounter;
  statement?: Statement;
  proposal?: Proposal;
}

export function referredOf(view: StoryView): (entry: TimelineEntry) => Referred {
  const encounters = new Map(view.record.encounters.map((entry) => [entry.id, entry]));
  const proposals = new Map(view.record.proposals.map((entry) => [entry.id, entry]));
  return ({ ref }) => {
    if (ref === null) return {};
    const [encounter, statement, proposal] = [encounters.get(ref), view.statements.get(ref), proposals.get(ref)];
    return { ...(encounter && { encounter }), ...(statement && { statement }), ...(proposal && { proposal }) };
  };
}

/** Linear in the words of the timeline. */
export function filterTimeline(view: StoryView, filter: TimelineFilter): TimelineEntry[] {
  const referred = referredOf(view);
  const issue = view.record.issues.find(({ id }) => id === filter.issue);
  const stated = new Set(
    view.record.positions.flatMap(({ issue: id, statement }) => (id === filter.issue && statement ? [statement] : [])),
  );
  const isOf = (id: string): boolean => id === filter.actor || view.actors.get(id)?.side === filter.actor;
  const touches = (entry: TimelineEntry): boolean => {
    if (entry.ref !== null && stated.has(entry.ref)) return true;
    const words = entry.evidence.map((span) => wordsOf(view.articleById.get(span.article)!.article.text, span));
    const told = [entry.text, ...words].join(' ').toLowerCase();
    return issue?.terms.some((term) => told.includes(term.toLowerCase())) ?? false;
  };
  return view.record.timeline.filter(
    (entry) =>
      (!filter.kind || entry.kind === filter.kind) &&
      (!filter.actor || actorsOf(referred(entry)).some(isOf)) &&
      (!filter.issue || touches(entry)),
  );
}

export function actorsOf({ encounter, statement, proposal }: Referred): string[] {
  const speakers = statement ? (statement.speakers ?? [statement.speaker]).filter((id) => id !== null) : [];
  return [...(encounter?.participants ?? []), ...speakers, ...(proposal?.authors ?? [])];
}

/** Days between two entries, from which on a gap is a row. */
export const GAP_FROM = 7;

/** Oldest first. Entries without any date have no row. */
export function rowsOf(view: StoryView, entries: TimelineEntry[]): TimelineRow[] {
  const dated = entries.filter(({ date }) => firstDay(date) !== null).sort((a, b) => compareRanges(a.date, b.date));
  const rows: TimelineRow[] = [];
  let month = '';
  let reached: string | null = null;
  for (const ofDay of groupBy(dated, ({ date }) => `${date.earliest} ${date.latest}`).values()) {
    const { date } = ofDay[0]!;
    const first = firstDay(date)!;
    const gap = reached === null ? 0 : daysBetween(reached, first);
    if (gap >= GAP_FROM) rows.push({ kind: 'gap', days: gap, from: reached!, to: first });
    if (first.slice(0, 7) !== month) {
      month = first.slice(0, 7);
      rows.push({ kind: 'month', month });
    }
    rows.push({ kind: 'day', date, entries: withoutRepeats(view, ofDay) });
    const end = date.latest ?? first;
    if (reached === null || end > reached) reached = end;
  }
  return rows;
}

function withoutRepeats(view: StoryView, entries: TimelineEntry[]): ToldEntry[] {
  const same = groupBy(entries, ({ kind, text, ref }) => {
    const family = view.statements.get(ref ?? '')?.family;
    if (family !== undefined) return family;
    return kind === 'event' ? text.toLowerCase() : (ref ?? text);
  });
  return [...same.values()].map(([entry, ...also]) => ({ entry: entry!, also }));
}

export const firstDay = ({ earliest, latest }: DateRange): string | null => earliest ?? latest;

export function compareRanges(a: DateRange, b: DateRange): number {
  const one = `${firstDay(a)} ${a.latest ?? '9999'} ${a.earliest ?? ''}`;
  const other = `${firstDay(b)} ${b.latest ?? '9999'} ${b.earliest ?? ''}`;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return (parseDay(to) ?? 0) - (parseDay(from) ?? 0);
}
