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
import { makeCauseDisputes } from './causes.ts';
import { claimsOf, makeContradictions } from './contradictions.ts';
import { type FindClaims, indexClaims } from './denied-elsewhere.ts';
import { entryId } from './ids.ts';
import { concat } from './kept.ts';
import { createMemo } from './memo.ts';
import { groupNeighbours } from './neighbours.ts';
import { indexSettlings, type Quarrel } from './settled.ts';
import { voiceOf } from './sides.ts';
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
  const sideOf = new Map(story.actors.actors.map((actor) => [actor.id, voiceOf(actor)]));
  const held = claimsOf(story, sideOf);
  const denials = tellings.filter(({ local }) => local.kind === 'denial').map(({ entry }) => entry.article.id);
  const [claims, settling] = [indexClaims(held, new Set(denials)), indexSettlings(story, sideOf)];
  const reported = groups.map((group) => {
    const { entry, local } = group[0]!;
    const { start, end } = local.evidence[0]!;
    const id = story.unique(entryId(entry.article.id, 'd', { start, end }));
    const dispute = kept.get(group[0]!, [id, ...group], () => toDispute(id, group));
    // What other articles tell of it may come and go, so it is looked up each time.
    const whole = dispute.kind === 'denial' ? withClaims(dispute, group, claims, sideOf) : dispute;
    return { ...whole, settled: settledBy(whole, group, settling, sideOf) };
  });
  const found = [...makeContradictions(story, held, reported), ...makeCauseDisputes(story, sideOf)];
  return [...reported, ...found].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || compare(a.id, b.id));
}

/** A denial with the claim as other articles tell it; where its own article tells it only as denied, theirs names the side. */
function withClaims(dispute: Dispute, group: Telling[], claims: FindClaims, sideOf: Map<string, string>): Dispute {
  const [claimed, denied] = dispute.sides as [Dispute['sides'][number], Dispute['sides'][number]];
  const denier = denied.actor === null ? null : (sideOf.get(denied.actor) ?? denied.actor);
  const told = group.flatMap(({ entry, local }) => claims(entry, local.sides[0]!.claim, denier));
  const [first] = told;
  if (!first) return dispute;
  const spans = told.map(({ entry, local }) => ({ article: entry.article.id, ...local.range }));
  if (dispute.rule !== 'dispute/denied-clause')
    return { ...dispute, sides: [{ ...claimed, evidence: [...claimed.evidence, ...spans] }, denied] };
  const { start, end } = first.local.range;
  const claim = first.entry.article.text.slice(start, end).replace(/\s+/g, ' ');
  const actor = claimed.actor ?? told.find(({ teller }) => teller !== null)?.teller ?? null;
  return {
    ...dispute,
    sides: [{ actor, claim, evidence: [...spans, ...claimed.evidence] }, denied],
    rule: 'dispute/denied-elsewhere',
    confidence: 0.7,
  };
}

function settledBy(
  { sides }: Dispute,
  group: Telling[],
  settling: (quarrel: Quarrel) => Span | null,
  sideOf: Map<string, string>,
): Dispute['settled'] {
  const last = group.at(-1)!;
  const side = (actor: string | null | undefined): string | null =>
    actor == null ? null : (sideOf.get(actor) ?? actor);
  const by = settling({
    claimer: side(sides[0]?.actor),
    denier: side(sides[1]?.actor),
    stems: new Set(group.flatMap(({ local }) => local.stems)),
    article: last.entry.article.id,
    day: last.day,
    end: Math.max(...last.local.evidence.map(({ end }) => end)),
  });
  return by ? { by } : null;
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
  // One claim in the same words may be denied by a party in one article and by its source in another.
  const isOneClaim = a.local.kind === 'denial' && shared >= 3 && most >= 0.7;
  const clash = a.actors.some(
    (actor, i) => actor !== null && b.actors[i] != null && actor !== b.actors[i] && !(isOneClaim && i === 1),
  );
  return !clash || (most >= 0.8 && shared >= 5);
}

function toDispute(id: string, group: Telling[]): Dispute {
  // The surest telling leads; the first of those equally sure.
  const lead = [...group].sort((a, b) => b.local.confidence - a.local.confidence || inOrder(a, b))[0]!;
  const spans = ({ entry }: Telling, ranges: Range[]): Span[] =>
    ranges.map(({ start, end }) => ({ article: entry.article.id, start, end }));
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
    settled: null,
    evidence: group.flatMap((telling) => spans(telling, telling.local.evidence)),
    rule: lead.local.rule,
    confidence: lead.local.confidence,
  };
}
