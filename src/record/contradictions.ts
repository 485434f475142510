/**
 * Contradictions that no article points out: claims of one deed that cannot both hold. In: the claims of all Readings.
 * Out: disputes between two tellers, and of one party with its own earlier words. Example: "Lind said the firm would not
 * sell the port" against "Holm said the firm had agreed to sell it".
 *
 * A false alarm costs more than a miss, so the deed, who does it, enough other words and the days must all fit. Claims are
 * compared with their neighbours in time under one deed and one shared word, so that the work grows with their number.
 */
import type { Dispute, Span } from '../model/record.ts';
import type { DeedClaim } from '../reading/index.ts';
import { compare } from './actors.ts';
import { entryId } from './ids.ts';
import { concat } from './kept.ts';
import { linkNeighbours } from './neighbours.ts';
import { ofEach, type ReadArticle, type Story } from './story.ts';

export interface Held {
  entry: ReadArticle;
  local: DeedClaim;
  teller: string | null;
  agent: string | null;
  /** The sides that teller and agent belong to. */
  tellerSide: string | null;
  agentSide: string | null;
  stems: Set<string>;
  day: string;
}

/** The claims of deeds in all articles, in order of their days. */
export function claimsOf(story: Story, sideOf: Map<string, string>): Held[] {
  return concat(ofEach(story, 'claims', (entry) => heldIn(entry, story, sideOf))).sort(inOrder);
}

export function makeContradictions(story: Story, held: Held[], reported: Dispute[]): Dispute[] {
  const keysOf = ({ local, stems, agentSide, tellerSide }: Held): string[] =>
    [...stems, `by ${agentSide ?? tellerSide}`, ...(EXCLUSIVE.test(local.deed) ? [`by ${tellerSide}`] : [])].map(
      (word) => `${local.deed} ${local.mode} ${word}`,
    );
  const earlier = linkNeighbours(held, { keysOf, isSame: clash, window: WINDOW }, 'contradictions', story.memo);
  const told = toldIn(reported);
  const groups = new Map<string, [Held, Held][]>();
  for (const claim of held)
    for (const other of earlier(claim)) {
      const [a, b] = [without(other, claim), without(claim, other)];
      if (told(a.entry.article.id).some((sides) => isTold(sides, [a, b]))) continue;
      const key = `${a.local.deed} ${[a.teller ?? a.agent, b.teller ?? b.agent].join(' ')} ${isSelf(a, b)}`;
      const group = groups.get(key);
      if (group) group.push([a, b]);
      else groups.set(key, [[a, b]]);
    }
  return [...groups.values()].map((group) => toDispute(group, story));
}

// Neighbours in time that a claim is compared with under one deed and word.
const WINDOW = 6;
// Days within which two tellers speak of the same state of things.
const DAYS = 7;
// Days over which a party is held to its own words.
const OWN_DAYS = 120;

const inOrder = (a: Held, b: Held): number =>
  compare(a.day, b.day) ||
  compare(a.entry.article.id, b.entry.article.id) ||
  a.local.range.start - b.local.range.start ||
  a.local.range.end - b.local.range.end;
const placeOf = ({ entry, local }: Held): string => `${entry.article.id}:${local.range.start}-${local.range.end}`;

function heldIn(entry: ReadArticle, { actors }: Story, sideOf: Map<string, string>): Held[] {
  const { article, reading } = entry;
  const id = (entity: number | null): string | null => (entity === null ? null : actors.idOf(reading, entity));
  return reading.claims.map((local) => {
    const teller = id(local.teller);
    const agent = id(local.agent);
    return {
      entry,
      local,
      teller,
      agent,
      tellerSide: teller === null ? null : (sideOf.get(teller) ?? teller),
      agentSide: agent === null ? null : (sideOf.get(agent) ?? agent),
      stems: new Set(local.stems),
      day: local.said.latest ?? local.said.earliest ?? article.published.latest ?? '',
    };
  });
}

/** Yes and no of one deed by the same, in words enough alike, at one time or by one party. */
function clash(a: Held, b: Held): boolean {
  if (isMutual(a, b)) return true;
  if (a.local.positive === b.local.positive || a.local.mode !== b.local.mode) return false;
  if (a.entry === b.entry && overlaps(a, b) && a.local.earlier === b.local.earlier) return false;
  if (a.teller === null && b.teller === null && a.agent === null && b.agent === null) return false;
  const shared = [...a.stems].filter((stem) => b.stems.has(stem)).length;
  const most = shared / Math.max(1, Math.min(a.stems.size, b.stems.size));
  if (isSelf(a, b)) {
    if (!sameAgent(a, b) || daysBetween(a.day, b.day) > OWN_DAYS) return false;
    const told = a.local.earlier !== b.local.earlier;
    // Only the future can be gone back on; a past deed that was done and one that was not are two deeds.
    if (a.local.mode !== 'will' || (!told && a.day === b.day)) return false;
    if (told && a.entry === b.entry) return true;
    const least = Math.min(a.stems.size, b.stems.size);
    // A tax on fish is not one on ships: of the shorter one nearly all words.
    return shared >= 1 && least - shared <= Math.floor(least / 3);
  }
  if (isAnswered(a, b, shared) || isAnswered(b, a, shared)) return true;
  // Whoever speaks unnamed, and the reporter, contradict nobody here.
  if (a.teller === null || b.teller === null || daysBetween(a.day, b.day) > DAYS) return false;
  // What is done later than it was told not to be is news.
  const [no, yes] = a.local.positive ? [b, a] : [a, b];
  if (a.local.mode === 'did' && yes.day > no.day) return false;
  if (isBare(a) && isBare(b)) return isSameThing(a, b, shared);
  if (!sameAgent(a, b)) return false;
  return a.local.mode === 'will' ? shared >= 2 && most >= 0.25 : shared >= 3 && most >= 0.6;
}

/** Nobody is told to do it: "the port was closed", "no date had been set". */
const isBare = ({ local }: Held): boolean => local.agent === null && local.agentStems.length === 0;

/** What nobody is told to do is the same where all of its words are. */
function isSameThing(a: Held, b: Held, shared: number): boolean {
  if (a.tellerSide === b.tellerSide || !a.local.told || !b.local.told) return false;
  const least = Math.min(a.stems.size, b.stems.size);
  const together = a.entry === b.entry && Math.abs(a.local.range.start - b.local.range.start) < NEAR;
  return shared === least && shared >= (together ? 1 : 2);
}

// What only one of two can have done, or what each lays at the other's door.
const EXCLUSIVE = /_first$|^(?:breach|break|violat)$/;

/** Each of two sides tells that the other one has done it. */
function isMutual(a: Held, b: Held): boolean {
  if (!EXCLUSIVE.test(a.local.deed) || a.local.deed !== b.local.deed || a.local.mode !== b.local.mode) return false;
  if (!a.local.positive || !b.local.positive || a.tellerSide === null || b.tellerSide === null) return false;
  if (!a.local.told || !b.local.told || a.agentSide !== b.tellerSide || b.agentSide !== a.tellerSide) return false;
  if (a.tellerSide === b.tellerSide || daysBetween(a.day, b.day) > DAYS) return false;
  return a.local.deed.endsWith('_first') || [...a.stems].some((stem) => b.stems.has(stem));
}

/** One tells what a party has done or will do; the party itself says, then or later, that it is not so. */
function isAnswered(told: Held, own: Held, shared: number): boolean {
  if (!told.local.told || !own.local.told || told.teller === null || own.tellerSide === null) return false;
  if (told.tellerSide === own.tellerSide || told.agentSide !== own.tellerSide) return false;
  if (own.day < told.day || daysBetween(told.day, own.day) > DAYS) return false;
  const together = told.entry === own.entry;
  if (together && own.local.range.start < told.local.range.start) return false;
  // What is done later than it was told not to be is news.
  if (!own.local.negated && (told.day !== own.day || !together)) return false;
  // "It has not walked out" says no more than that; "there have been no talks" not even who.
  if (own.stems.size === 0) return together && own.local.range.start - told.local.range.end < NEAR;
  const least = Math.min(told.stems.size, own.stems.size);
  // Of the shorter one nearly all words: thanks for the grain are not those for the fish.
  return own.agentSide === own.tellerSide && shared >= 1 && least - shared <= Math.floor(least / 4);
}

// Letters after a claim within which a no without more words answers it.
const NEAR = 600;

/** One party against its own words: the same teller, or the reporter on what the teller of the other one does. */
function isSelf(a: Held, b: Held): boolean {
  if (a.local.told && b.local.told) return a.teller !== null && a.teller === b.teller;
  if (!a.local.told && !b.local.told) return a.agentSide !== null && a.agentSide === b.agentSide;
  const [told, plain] = a.local.told ? [a, b] : [b, a];
  return told.tellerSide !== null && told.tellerSide === plain.agentSide;
}

export function sameAgent(a: Held, b: Held): boolean {
  if (a.agentSide !== null && b.agentSide !== null && a.agentSide === b.agentSide) return true;
  const words = new Set(a.local.agentStems);
  if (b.local.agentStems.some((stem) => words.has(stem))) return true;
  // Where one leaves out who does it, the deed decides: "none of them will be taken back".
  return isSelf(a, b) && (a.local.agentStems.length === 0 || b.local.agentStems.length === 0);
}

/** A claim that is told around the other one, "the firm, which said it would not sell, agreed to sell", from its end on. */
function without(outer: Held, inner: Held): Held {
  const { range } = outer.local;
  if (outer.entry !== inner.entry || range.start >= inner.local.range.start || inner.local.range.end >= range.end)
    return outer;
  const rest = outer.entry.article.text.slice(inner.local.range.end, range.end);
  const start = inner.local.range.end + (/^[\s,;]*/.exec(rest)?.[0].length ?? 0);
  return { ...outer, local: { ...outer.local, range: { start, end: range.end } } };
}

const overlaps = (a: Held, b: Held): boolean =>
  a.local.range.start < b.local.range.end && b.local.range.start < a.local.range.end;

export function daysBetween(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** The passages of the reported disputes that an article tells, side by side. */
function toldIn(reported: Dispute[]): (article: string) => Span[][][] {
  const byArticle = new Map<string, Span[][][]>();
  for (const { sides } of reported) {
    const spans = sides.map(({ evidence }) => evidence);
    for (const article of new Set(spans.flat().map(({ article }) => article))) {
      const known = byArticle.get(article);
      if (known) known.push(spans);
      else byArticle.set(article, [spans]);
    }
  }
  return (article) => byArticle.get(article) ?? [];
}

/** True where a reported dispute already has both passages, one on each side. */
function isTold(sides: Span[][], [a, b]: [Held, Held]): boolean {
  const has = (spans: Span[] | undefined, { entry, local }: Held): boolean =>
    spans?.some(
      (span) => span.article === entry.article.id && span.start < local.range.end && local.range.start < span.end,
    ) ?? false;
  return (has(sides[0], a) && has(sides[1], b)) || (has(sides[0], b) && has(sides[1], a));
}

function toDispute(group: [Held, Held][], { unique }: Story): Dispute {
  const span = ({ entry, local }: Held): Span => ({ article: entry.article.id, ...local.range });
  const [first, second] = group[0]!;
  const self = isSelf(first, second);
  const once = (held: Held[]): Span[] => [...new Map(held.map((one) => [placeOf(one), span(one)])).values()];
  const side = (lead: Held, all: Held[]): Dispute['sides'][number] => ({
    actor: lead.teller ?? lead.agent,
    claim: lead.entry.article.text.slice(lead.local.range.start, lead.local.range.end).replace(/\s+/g, ' '),
    evidence: once(all),
  });
  const left = group.map(([a]) => a);
  const right = group.map(([, b]) => b);
  return {
    id: unique(entryId(first.entry.article.id, 'd', first.local.range)),
    kind: 'contradiction',
    issue: null,
    sides: [side(first, left), side(second, right)],
    reported: self && group.some(([a, b]) => a.local.earlier || b.local.earlier),
    ...(self ? { self: true } : {}),
    settled: null,
    evidence: once([...left, ...right]),
    rule: self ? 'dispute/own-words' : 'dispute/found',
    confidence: self ? 0.6 : 0.5,
  };
}
