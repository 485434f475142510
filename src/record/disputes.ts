/**
 * Disputes of a story. In: what each article reports as disputed. Out: each dispute once, however many articles tell it,
 * with both passages. Example: a denial told by a first story and by its update is one entry.
 *
 * Tellings are compared only with their neighbours in time under each word and actor that they share, so that the work
 * grows with their number.
 */
import type { Dispute, Position, Span } from '../model/record.ts';
import type { LocalDispute, Range } from '../reading/index.ts';
import { compare } from './actors.ts';
import { makeContradictions } from './contradictions.ts';
import { entryId } from './ids.ts';
import { concat } from './kept.ts';
import { createMemo } from './memo.ts';
import { groupNeighbours } from './neighbours.ts';
import { ofEach, type ReadArticle, type Story } from './story.ts';

interface Telling {
  entry: ReadArticle;
  local: LocalDispute;
  actors: (string | null)[];
  stems: Set<string>;
  day: string;
}

export function makeDisputes(story: Story): Dispute[] {
  const tellings = concat(ofEach(story, 'disputes told', (entry) => tellingsOf(entry, story))).sort(inOrder);
  const stemsOf = ({ stems }: Telling): Set<string> => stems;
  const groups = groupNeighbours(tellings, { keysOf: stemsOf, isSame, window: WINDOW }, 'disputes', story.memo);
  const kept = (story.memo ?? createMemo()).kept<Dispute>('disputes');
  const reported = groups.map((group) => {
    const { entry, local } = group[0]!;
    const { start, end } = local.evidence[0]!;
    const id = story.unique(entryId(entry.article.id, 'd', { start, end }));
    return kept.get(group[0]!, [id, ...group], () => toDispute(id, group));
  });
  return [...reported, ...makeContradictions(story, reported)].sort(
    (a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || compare(a.id, b.id),
  );
}

/** Each dispute with the issue of the positions told in its passages, where there are any: the one told most often. */
export function withIssues(disputes: Dispute[], positions: Position[]): Dispute[] {
  const byArticle = new Map<string, { span: Span; issue: string }[]>();
  for (const { issue, evidence } of positions)
    for (const span of evidence) {
      const known = byArticle.get(span.article);
      if (known) known.push({ span, issue });
      else byArticle.set(span.article, [{ span, issue }]);
    }
  return disputes.map((dispute) => {
    const counts = new Map<string, number>();
    for (const side of dispute.sides)
      for (const { article, start, end } of side.evidence)
        for (const { span, issue } of byArticle.get(article) ?? [])
          if (span.start < end && start < span.end) counts.set(issue, (counts.get(issue) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
    return best && dispute.issue === null ? { ...dispute, issue: best[0] } : dispute;
  });
}

function tellingsOf(entry: ReadArticle, { actors }: Story): Telling[] {
  const { article, reading } = entry;
  return reading.disputes.map((local) => ({
    entry,
    local,
    actors: local.sides.map((side) => (side.actor === null ? null : actors.idOf(reading, side.actor))),
    stems: new Set(local.stems),
    day: article.published.earliest ?? article.published.latest ?? '',
  }));
}

const inOrder = (a: Telling, b: Telling): number =>
  compare(a.day, b.day) ||
  compare(a.entry.article.id, b.entry.article.id) ||
  a.local.evidence[0]!.start - b.local.evidence[0]!.start;

// Neighbours in time that a telling is compared with under one word.
const WINDOW = 4;
const DAYS = 21;

/** Two tellings of one dispute: their words are mostly the same, and no side is another's. */
function isSame(a: Telling, b: Telling): boolean {
  if (a.local.kind !== b.local.kind || a.local.self !== b.local.self || a.entry === b.entry) return false;
  if (a.day !== '' && b.day !== '' && Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000 > DAYS) return false;
  const shared = [...a.stems].filter((stem) => b.stems.has(stem)).length;
  const most = shared / Math.max(1, Math.min(a.stems.size, b.stems.size));
  if (shared < 2 || most < 0.6) return false;
  const clash = a.actors.some((actor, i) => actor !== null && b.actors[i] != null && actor !== b.actors[i]);
  return !clash || (most >= 0.8 && shared >= 5);
}

function toDispute(id: string, group: Telling[]): Dispute {
  // The surest telling leads; the first of those equally sure.
  const lead = [...group].sort((a, b) => b.local.confidence - a.local.confidence || inOrder(a, b))[0]!;
  const spans = ({ entry }: Telling, ranges: Range[]): Span[] =>
    ranges.map(({ start, end }) => ({ article: entry.article.id, start, end }));
  const settled = group.find((telling) => telling.local.settled !== null);
  return {
    id,
    kind: lead.local.kind,
    issue: null,
    sides: lead.local.sides.map((side, i) => ({
      actor: lead.actors[i] ?? group.map((telling) => telling.actors[i]).find((actor) => actor != null) ?? null,
      claim: lead.entry.article.text.slice(side.claim.start, side.claim.end).replace(/\s+/g, ' '),
      evidence: group.flatMap((telling) => spans(telling, telling.local.sides[i]?.evidence ?? [])),
    })),
    reported: group.some((telling) => telling.local.reported),
    ...(lead.local.self ? { self: true } : {}),
    settled: settled ? { by: spans(settled, [settled.local.settled!])[0]! } : null,
    evidence: group.flatMap((telling) => spans(telling, telling.local.evidence)),
    rule: lead.local.rule,
    confidence: lead.local.confidence,
  };
}
