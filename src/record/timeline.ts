/**
 * The timeline: what has a place in time, in order. In: the entries of the record, and the events of all Readings.
 * Out: encounters and proposals, statements whose day is told, and events, each with its range and its words. Example:
 * a call on 9 May, what was said of it that evening, and "the station, seized in February" far before both.
 */
import type { Actor, DateRange, Encounter, Proposal, Span, Statement, TimelineEntry } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { Reading } from '../reading/index.ts';
import { compare } from './actors.ts';
import type { Story } from './story.ts';

interface Dated {
  statements: Statement[];
  encounters: Encounter[];
  proposals: Proposal[];
}

export function makeTimeline(story: Story, { statements, encounters, proposals }: Dated): TimelineEntry[] {
  const texts = new Map(story.entries.map(({ article }) => [article.id, article.text]));
  const widths = new Map(story.entries.map(({ article }) => [article.id, finite(daysIn(article.published))]));
  const days = new Map(story.entries.map(({ article }) => [article.id, article.published.latest]));
  const names = new Map(story.actors.actors.map((actor: Actor) => [actor.id, actor.name]));
  const words = ({ article, start, end }: Span): string => shorten(texts.get(article)!.slice(start, end));
  const entries: TimelineEntry[] = [
    ...encounters.map(({ date, id: ref, kind, planned, status, participants, place, evidence }): TimelineEntry => {
      const who = participants.map((id) => names.get(id)!).join(', ');
      const told = [who, place ?? ''].filter((part) => part !== '').join(', ');
      const state = planned ? `${status ?? 'planned'} ` : '';
      const text = `${state}${kind}${told === '' ? '' : `: ${told}`}`;
      return { date, kind: 'encounter', text, ref, evidence };
    }),
    ...proposals.map(({ date, id: ref, name, authors, evidence }): TimelineEntry => {
      const who = authors.map((id) => names.get(id)!).join(', ');
      return { date, kind: 'proposal', text: who === '' ? name : `${who}: ${name}`, ref, evidence };
    }),
    ...statementEntries(statements, { names, words, widths, days, dated: datedIn(story) }),
    ...eventEntries(story, { names, words }, proposals),
  ];
  return entries.sort(inOrder);
}

interface Told {
  names: Map<string, string>;
  words: (span: Span) => string;
  /** By article: how many days its publishing may be of, and the last of them. */
  widths: Map<string, number>;
  days: Map<string, string | null>;
  /** Places of the statements whose day is told. */
  dated: Set<string>;
}

function datedIn({ entries }: Story): Set<string> {
  return new Set(
    entries.flatMap(({ article, reading }) =>
      reading.statements.flatMap(({ dated, content }) => (dated ? [placeOf(article.id, content[0]!)] : [])),
    ),
  );
}

const placeOf = (article: string, { start, end }: { start: number; end: number }): string =>
  `${article} ${start} ${end}`;

/** Statements whose day is told, the utterance that several articles report as one. */
function statementEntries(statements: Statement[], { names, words, widths, days, dated }: Told): TimelineEntry[] {
  const families = new Map<string, TimelineEntry>();
  const repeated = new Map<string, TimelineEntry>();
  const ids = new Map(statements.map((statement) => [statement.id, statement]));
  for (const { article, said, id: ref, within, speaker, source, content, family, act } of statements) {
    // What one tells through another is told by the other's entry, unless only its own day is known.
    const outer = within === null ? undefined : ids.get(within);
    const isOwn =
      outer === undefined || (dated.has(placeOf(article, content[0]!)) && daysIn(outer.said) > daysIn(said));
    if (!isOwn || daysIn(said) > LONGEST_SAID + widths.get(article)!) continue;
    // A week up to publishing is what is left where no day is told.
    if (!dated.has(placeOf(article, content[0]!)) && said.latest === days.get(article) && daysIn(said) >= 7) continue;
    const who = speaker === null ? source && words(source) : names.get(speaker)!;
    const text = shorten(content.map(words).join(' … ')).replace(/^[\s,;:–—-]+/, '');
    // Versions repeat what is too short to be known as one utterance.
    const same = `${who} ${said.earliest} ${said.latest} ${text}`;
    const known = families.get(family ?? ref) ?? repeated.get(same);
    if (known) {
      known.evidence.push(...content);
      continue;
    }
    const turn = TURNS[act];
    const telling = turn ? `${who ?? 'source not told'}, who ${turn} it` : who;
    const entry: TimelineEntry = {
      date: said,
      kind: 'statement',
      text: telling ? `${telling}: ${text}` : text,
      ref,
      evidence: [...content],
    };
    families.set(family ?? ref, entry);
    repeated.set(same, entry);
  }
  return [...families.values()];
}

/** Acts without which the words would tell the opposite. */
const TURNS: Partial<Record<Statement['act'], string>> = { deny: 'denies', reject: 'rejects' };

/** What was said within a longer range has no place among days, but for what the day of publishing leaves open. */
const LONGEST_SAID = 31;

const finite = (days: number): number => (Number.isFinite(days) ? days : 0);

function daysIn({ earliest, latest }: DateRange): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY;
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1;
}

/** One entry for an event that several articles tell: the same day, and the same word for it. */
function eventEntries(
  { entries, actors }: Story,
  { names, words }: Pick<Told, 'names' | 'words'>,
  proposals: Proposal[],
): TimelineEntry[] {
  const events = new Map<string, { entry: TimelineEntry; teller: string }>();
  // What somebody else tells is told as theirs.
  const tellerOf = (article: string, reading: Reading, statement: number | undefined): string => {
    if (statement === undefined) return '';
    const { speaker, source } = reading.statements[statement]!;
    if (speaker !== null) return `${names.get(actors.idOf(reading, speaker)) ?? 'source not told'}: `;
    return source ? `${words({ article, ...source })}: ` : 'source not told: ';
  };
  // "the plan that Ostavia laid out last week" is told by the plan's own entry.
  const told = new Map<string, Span[]>();
  for (const span of proposals.flatMap(({ evidence, date }) => (daysIn(date) > LONGEST_SAID ? [] : evidence)))
    told.set(span.article, [...(told.get(span.article) ?? []), span]);
  for (const { article, reading } of entries)
    for (const { date, key, evidence, rule, statement } of reading.events) {
      const spans = evidence.map((range) => ({ article: article.id, ...range }));
      if (rule === 'event/verb' && told.get(article.id)?.some((span) => overlaps(span, spans[0]!))) continue;
      const same = `${date.earliest} ${date.latest} ${key}`;
      const known = events.get(same);
      const teller = tellerOf(article.id, reading, statement);
      const text = `${teller}${words(spans[0]!)}`;
      if (!known) {
        events.set(same, { entry: { date, kind: 'event', text, ref: null, evidence: spans }, teller });
        continue;
      }
      known.entry.evidence.push(...spans);
      // What a reporter tells as a fact needs nobody's word.
      if (known.teller !== '' && teller === '') Object.assign(known, { entry: { ...known.entry, text }, teller });
    }
  return [...events.values()].map(({ entry }) => entry);
}

/** By first day, what has none by its last, without either at the end; then by last day, and by place. */
function inOrder(a: TimelineEntry, b: TimelineEntry): number {
  const [first, second] = [a.evidence[0]!, b.evidence[0]!];
  return (
    compare(firstDay(a.date), firstDay(b.date)) ||
    compare(a.date.latest ?? '9', b.date.latest ?? '9') ||
    compare(a.kind, b.kind) ||
    compare(first.article, second.article) ||
    first.start - second.start ||
    compare(a.ref ?? '', b.ref ?? '')
  );
}

const firstDay = ({ earliest, latest }: DateRange): string => earliest ?? latest ?? '9';

const LONGEST = 240;

/** Words of one line; a long text ends at a word with "…". */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, cut > 0 ? cut : LONGEST)} …`;
}
