/**
 * Proposals of a story: what several articles tell of one proposal is one entry. In: the proposals of all Readings.
 * Out: each with its authors, terms by phase and answers over time. Example: "the Norlandish plan" in one article and
 * "Norland's plan for a joint fund" in another, weeks apart, are one.
 *
 * Two tellings are one where they share an author or words enough, and their days are near. Tellings are compared only
 * with their neighbours in time under each key that they share, so that the work grows with their number.
 */
import type { DateRange, Proposal, Span } from '../model/record.ts';
import type { LocalProposal } from '../reading/index.ts';
import { compare } from './actors.ts';
import { entryId } from './ids.ts';
import { concat } from './kept.ts';
import { createMemo } from './memo.ts';
import { groupNeighbours } from './neighbours.ts';
import { voiceOf } from './sides.ts';
import { ofEach, type ReadArticle, type Story } from './story.ts';

interface Telling {
  entry: ReadArticle;
  local: LocalProposal;
  /** Place in `entry.reading.proposals`. */
  index: number;
  /** Ids of the authors, and of the sides that they speak for. */
  authors: Set<string>;
  sides: Set<string>;
  stems: Set<string>;
  day: string;
}

export function makeProposals(story: Story): Proposal[] {
  const sideOf = new Map(story.actors.actors.map((actor) => [actor.id, voiceOf(actor)]));
  const tellings = concat(ofEach(story, 'proposals told', (entry) => tellingsOf(entry, story, sideOf))).sort(inOrder);
  const groups = groupNeighbours(tellings, { keysOf, isSame, window: WINDOW }, 'proposals', story.memo);
  const kept = (story.memo ?? createMemo()).kept<Proposal>('proposals');
  const ids = new Map<Telling, string>();
  const made = groups.map((group) => {
    const first = group[0]!;
    const id = story.unique(entryId(first.entry.article.id, 'o', first.local.evidence[0]!));
    for (const telling of group) ids.set(telling, id);
    return { id, group };
  });
  const byPlace = new Map(tellings.map((telling) => [`${telling.entry.article.id} ${telling.index}`, telling]));
  return made.map(({ id, group }) => {
    const counter = group
      .filter((telling) => telling.local.counterTo !== null)
      .map((telling) => ids.get(byPlace.get(`${telling.entry.article.id} ${telling.local.counterTo}`)!))
      .find((other) => other !== undefined && other !== id);
    return kept.get(group[0]!, [id, counter, ...group], () => toProposal(id, group, counter ?? null, story));
  });
}

function tellingsOf(entry: ReadArticle, { actors }: Story, sideOf: Map<string, string>): Telling[] {
  const { article, reading } = entry;
  return reading.proposals.map((local, index) => {
    const authors = new Set(local.authors.map((author) => actors.idOf(reading, author)));
    return {
      entry,
      local,
      index,
      authors,
      sides: new Set([...authors].map((id) => sideOf.get(id) ?? id)),
      stems: new Set(local.stems),
      day: local.date.earliest ?? local.date.latest ?? article.published.earliest ?? article.published.latest ?? '',
    };
  });
}

const inOrder = (a: Telling, b: Telling): number =>
  compare(a.day, b.day) || compare(a.entry.article.id, b.entry.article.id) || a.index - b.index;

// Neighbours in time that a telling is compared with under one key.
const WINDOW = 6;
// Days over which tellings of one proposal go on.
const DAYS = 45;
// Days within which words alone, without an author, tell one proposal.
const NEAR_DAYS = 10;

const keysOf = ({ sides, stems }: Telling): string[] => [
  ...[...sides].map((side) => `by ${side}`),
  ...[...stems].map((stem) => `on ${stem}`),
];

function isSame(a: Telling, b: Telling): boolean {
  const days = daysBetween(a.day, b.day);
  if (days > DAYS) return false;
  const sameText = a.entry.article.id === b.entry.article.id;
  // Inside one article the reading has told them apart.
  if (sameText) return false;
  const shared = [...a.stems].filter((stem) => b.stems.has(stem)).length;
  const less = Math.min(a.stems.size, b.stems.size);
  const most = shared / Math.max(1, less);
  const bySame = [...a.sides].some((side) => b.sides.has(side));
  if (bySame) return shared >= 2 || (shared >= 1 && most >= 0.5) || (less === 0 && isNamed(a) && isNamed(b));
  if (a.sides.size > 0 && b.sides.size > 0) return shared >= 4 && most >= 0.8;
  return a.day !== '' && b.day !== '' && days <= NEAR_DAYS && shared >= 2 && most >= 0.6;
}

const isNamed = (telling: Telling): boolean => telling.local.rule === 'proposal/noun';

function daysBetween(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function toProposal(id: string, group: Telling[], counterTo: string | null, { actors }: Story): Proposal {
  const spans = (telling: Telling, ranges: { start: number; end: number }[]): Span[] =>
    ranges.map(({ start, end }) => ({ article: telling.entry.article.id, start, end }));
  // The fullest name: the most words of its own, the earliest of those.
  const named = [...group].sort((a, b) => b.local.stems.length - a.local.stems.length || inOrder(a, b))[0]!;
  const terms: (Proposal['terms'][number] & { key: string })[] = [];
  const byText = new Map<string, Proposal['terms'][number]>();
  for (const telling of group)
    for (const term of telling.local.terms) {
      const key = `${term.phase} ${term.text.toLowerCase()}`;
      const known = byText.get(key);
      if (known) {
        known.evidence.push(...spans(telling, term.evidence));
        continue;
      }
      const made = {
        text: term.text,
        phase: term.phase,
        ...(term.duration ? { duration: term.duration } : {}),
        ...(term.amounts.length > 0 ? { amounts: term.amounts } : {}),
        ...(term.deadline ? { deadline: term.deadline } : {}),
        ...(term.exchange ? { exchange: true } : {}),
        evidence: spans(telling, term.evidence),
        key,
      };
      byText.set(key, made);
      terms.push(made);
    }
  const answers = new Map<string, Proposal['responses'][number]>();
  for (const telling of group)
    for (const { actor, answer, date, evidence } of telling.local.responses) {
      const who = actors.idOf(telling.entry.reading, actor);
      const key = `${who} ${answer} ${date.earliest} ${date.latest}`;
      const known = answers.get(key);
      if (known) known.evidence.push(...spans(telling, evidence));
      else answers.set(key, { actor: who, answer, date, evidence: spans(telling, evidence) });
    }
  const responses = [...answers.values()].sort(
    (a, b) => compare(lastDay(a.date), lastDay(b.date)) || compare(a.actor, b.actor) || compare(a.answer, b.answer),
  );
  const authors = [...new Set(group.flatMap((telling) => [...telling.authors]))].sort(compare);
  return {
    id,
    name: named.local.name,
    authors,
    date: narrowest(group.map((telling) => telling.local.date)),
    terms: terms.map(({ key: _, ...term }) => term).sort((a, b) => (a.phase ?? FIRST) - (b.phase ?? FIRST)),
    responses,
    status: statusOf(responses),
    ...(counterTo === null ? {} : { counterTo }),
    evidence: group.flatMap((telling) => spans(telling, telling.local.evidence)),
    rule: named.local.rule,
    confidence: Math.max(...group.map((telling) => telling.local.confidence)),
  };
}

const FIRST = 0;
const lastDay = (date: DateRange): string => date.latest ?? date.earliest ?? '';

/** Where it stands: by the newest answer of each party. */
function statusOf(responses: Proposal['responses']): NonNullable<Proposal['status']> {
  const newest = new Map(responses.map((response) => [response.actor, response.answer]));
  const answers = [...newest.values()];
  if (answers.length === 0) return 'open';
  if (answers.includes('rejected')) return 'rejected';
  if (answers.includes('countered')) return 'countered';
  return answers.every((answer) => answer === 'accepted') ? 'accepted' : 'open';
}

/** The narrowest of some ranges; the earliest of those equally narrow. */
function narrowest(dates: DateRange[]): DateRange {
  const width = ({ earliest, latest }: DateRange): number =>
    earliest === null || latest === null ? Number.POSITIVE_INFINITY : Date.parse(latest) - Date.parse(earliest);
  return dates.reduce((best, date) => (width(date) < width(best) ? date : best));
}
