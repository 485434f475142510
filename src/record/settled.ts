/**
 * What settles a dispute: an admission by whoever denied, a claim taken back by whoever made it, or both sides saying the
 * same together. In: the settling words of all Readings. Out: for a dispute the first that fits. Example: the ministry
 * denies a crossing on Monday and acknowledges it on Friday.
 *
 * Settlings are looked up by the side that tells them, and only the next few after a dispute are tried.
 */
import type { Span } from '../model/record.ts';
import type { Settling } from '../reading/index.ts';
import { compare } from './actors.ts';
import { firstOn } from './neighbours.ts';
import type { ReadArticle, Story } from './story.ts';

export interface Quarrel {
  /** The sides of claimer and denier. */
  claimer: string | null;
  denier: string | null;
  stems: ReadonlySet<string>;
  article: string;
  day: string;
  /** Where it ends in its article. */
  end: number;
}

interface Held {
  local: Settling;
  article: string;
  day: string;
  by: Set<string>;
}

export function indexSettlings(story: Story, sideOf: Map<string, string>): (quarrel: Quarrel) => Span | null {
  const bySide = new Map<string, Held[]>();
  const all = story.entries.flatMap((entry) => heldIn(entry, story, sideOf)).sort(inOrder);
  for (const held of all)
    for (const side of held.by) {
      const told = bySide.get(side) ?? [];
      told.push(held);
      bySide.set(side, told);
    }
  return (quarrel) => {
    const found = [quarrel.claimer, quarrel.denier].flatMap((side) => {
      if (side === null) return [];
      const told = bySide.get(side) ?? [];
      const from = firstOn(told, quarrel.day);
      return told.slice(from, from + WINDOW).filter((held) => isAfter(held, quarrel) && settles(held, quarrel));
    });
    const [first] = found.sort(inOrder);
    return first ? { article: first.article, ...first.local.evidence } : null;
  };
}

// Settling words of one side that are tried after a dispute.
const WINDOW = 60;

function heldIn({ article, reading }: ReadArticle, { actors }: Story, sideOf: Map<string, string>): Held[] {
  const day = article.published.earliest ?? article.published.latest ?? '';
  return reading.settlings.map((local) => {
    const ids = local.by.map((entity) => actors.idOf(reading, entity));
    return { local, article: article.id, day, by: new Set(ids.map((id) => sideOf.get(id) ?? id)) };
  });
}

const inOrder = (a: Held, b: Held): number =>
  compare(a.day, b.day) || compare(a.article, b.article) || a.local.evidence.start - b.local.evidence.start;

const isAfter = (held: Held, quarrel: Quarrel): boolean =>
  held.article === quarrel.article
    ? held.local.evidence.start >= quarrel.end
    : held.day !== '' && quarrel.day !== '' && held.day > quarrel.day;

function settles({ local, by, article }: Held, quarrel: Quarrel): boolean {
  const shared = local.stems.filter((stem) => quarrel.stems.has(stem)).length;
  const most = shared / Math.max(1, Math.min(local.stems.length, quarrel.stems.size));
  const has = (side: string | null): boolean => side !== null && by.has(side);
  switch (local.kind) {
    case 'admits':
      return has(quarrel.denier) && shared >= 2 && most >= 0.4;
    case 'withdraws':
      return has(quarrel.claimer) && (shared >= 1 || article === quarrel.article);
    default:
      return has(quarrel.claimer) && has(quarrel.denier) && shared >= 3 && most >= 0.4;
  }
}
