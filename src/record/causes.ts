/**
 * Different causes told for one event. In: the causes told in all Readings. Out: disputes between two tellers of two
 * sides. Example: "Lind said the fire was caused by a fuse" against "Voltra blamed the fire on its guards".
 *
 * Two causes may both be true, so that only what leaves no room counts: named tellers, words for the event that all but
 * agree, no word in common for the cause. Causes are compared with their neighbours in time under a word of the event.
 */
import type { Dispute, Span } from '../model/record.ts';
import type { LocalCause } from '../reading/index.ts';
import { compare } from './actors.ts';
import { daysBetween } from './contradictions.ts';
import { entryId } from './ids.ts';
import { concat } from './kept.ts';
import { linkNeighbours } from './neighbours.ts';
import { ofEach, type ReadArticle, type Story } from './story.ts';

interface Told {
  entry: ReadArticle;
  local: LocalCause;
  teller: string;
  side: string;
  day: string;
}

export function makeCauseDisputes(story: Story, sideOf: Map<string, string>): Dispute[] {
  const told = concat(ofEach(story, 'causes', (entry) => toldIn(entry, story, sideOf))).sort(inOrder);
  const keysOf = ({ local }: Told): string[] => local.effect;
  const earlier = linkNeighbours(told, { keysOf, isSame: differ, window: WINDOW }, 'cause disputes', story.memo);
  const groups = new Map<string, [Told, Told][]>();
  for (const later of told)
    for (const first of earlier(later)) {
      const event = first.local.effect.filter((stem) => later.local.effect.includes(stem));
      const key = [...[first.side, later.side].sort(compare), ...event].join(' ');
      const group = groups.get(key);
      if (group) group.push([first, later]);
      else groups.set(key, [[first, later]]);
    }
  return [...groups.values()].map((group) => toDispute(group, story));
}

// Neighbours in time that a cause is compared with under one word of its event.
const WINDOW = 4;
// Days within which two tellers speak of one event.
const DAYS = 7;
// Letters of one article between two causes of one event.
const NEAR = 1500;

function toldIn({ article, reading }: ReadArticle, { actors }: Story, sideOf: Map<string, string>): Told[] {
  return reading.causes.flatMap((local) => {
    if (local.teller === null) return [];
    const teller = actors.idOf(reading, local.teller);
    const day = local.said.latest ?? local.said.earliest ?? article.published.latest ?? '';
    return [{ entry: { article, reading }, local, teller, side: sideOf.get(teller) ?? teller, day }];
  });
}

const inOrder = (a: Told, b: Told): number =>
  compare(a.day, b.day) ||
  compare(a.entry.article.id, b.entry.article.id) ||
  a.local.range.start - b.local.range.start ||
  a.local.range.end - b.local.range.end;

/** True where two tell one event, each with a cause of its own. */
function differ(a: Told, b: Told): boolean {
  if (a.side === b.side || a.local.cause.some((stem) => b.local.cause.includes(stem))) return false;
  const together = a.entry.article.id === b.entry.article.id;
  if (together ? Math.abs(a.local.range.start - b.local.range.start) > NEAR : daysBetween(a.day, b.day) > DAYS)
    return false;
  // "the ferry was late because of fog" gives no cause of the fog.
  if (a.local.cause.some((stem) => b.local.effect.includes(stem))) return false;
  if (b.local.cause.some((stem) => a.local.effect.includes(stem))) return false;
  const shared = a.local.effect.filter((stem) => b.local.effect.includes(stem)).length;
  const least = Math.min(a.local.effect.length, b.local.effect.length);
  return together ? shared >= 1 && shared === least : shared >= 2 && shared / least >= 0.75;
}

function toDispute(group: [Told, Told][], { unique }: Story): Dispute {
  const [first, second] = group[0]!;
  const span = ({ entry, local }: Told): Span => ({ article: entry.article.id, ...local.range });
  const once = (told: Told[]): Span[] =>
    [...new Set(told)].map(span).filter((one, i, all) => all.findIndex((x) => isSameSpan(x, one)) === i);
  const side = (lead: Told): Dispute['sides'][number] => ({
    actor: lead.teller,
    claim: lead.entry.article.text.slice(lead.local.range.start, lead.local.range.end).replace(/\s+/g, ' '),
    evidence: once(group.flat().filter((one) => one.side === lead.side)),
  });
  const sides = [side(first), side(second)];
  return {
    id: unique(entryId(first.entry.article.id, 'd', first.local.range)),
    kind: 'contradiction',
    issue: null,
    sides,
    reported: false,
    settled: null,
    evidence: once(group.flat()),
    rule: 'dispute/causes',
    confidence: 0.5,
  };
}

const isSameSpan = (a: Span, b: Span): boolean => a.article === b.article && a.start === b.start && a.end === b.end;
