/** What each actor does in the negotiation: what most passages of the story say of it, with their words. */
import type { Actor, DateRange, Span } from '../model/record.ts';
import type { PartyRole } from '../reading/parties.ts';
import { compare } from './actors.ts';
import type { ReadArticle } from './story.ts';

// Of equals the rarer word tells more: most mediators are also said to be at the talks.
const RANK: PartyRole[] = ['guarantees', 'mediates', 'negotiates'];

export function tellParties(
  entries: ReadArticle[],
  actors: Map<string, Actor>,
  idOf: (entry: ReadArticle, entity: number) => string,
): void {
  const told = new Map<string, { role: PartyRole; evidence: Span }[]>();
  for (const entry of entries)
    entry.reading.entities.forEach(({ party }, at) => {
      if (!party) return;
      const id = idOf(entry, at);
      const known = told.get(id) ?? [];
      for (const { role, evidence } of party)
        known.push({ role, evidence: { article: entry.reading.article, ...evidence } });
      told.set(id, known);
    });
  for (const [id, clues] of told) {
    const count = (role: PartyRole): number => clues.filter((clue) => clue.role === role).length;
    const role = [...RANK].sort((a, b) => count(b) - count(a))[0]!;
    actors.get(id)!.party = {
      role,
      evidence: clues.filter((clue) => clue.role === role).map(({ evidence }) => evidence),
    };
  }
}

/** By which roles each actor is named, and on which days: the days of the articles that do. */
export function tellRoles(
  entries: ReadArticle[],
  actors: Map<string, Actor>,
  idOf: (entry: ReadArticle, entity: number) => string,
): void {
  const seen = new Map<string, Map<string, { days: DateRange; evidence: Span[] }>>();
  for (const entry of entries)
    entry.reading.entities.forEach(({ titles }, at) => {
      if (!titles) return;
      const id = idOf(entry, at);
      const roles = seen.get(id) ?? new Map();
      seen.set(id, roles);
      const { earliest, latest } = entry.article.published;
      for (const range of titles) {
        const role = entry.article.text.slice(range.start, range.end).replace(/\s+/g, ' ');
        const known = roles.get(role) ?? { days: { earliest, latest }, evidence: [] };
        known.days = { earliest: least(known.days.earliest, earliest), latest: most(known.days.latest, latest) };
        known.evidence.push({ article: entry.reading.article, ...range });
        roles.set(role, known);
      }
    });
  for (const [id, roles] of seen)
    actors.get(id)!.rolesOver = [...roles]
      .map(([role, { days, evidence }]) => ({ role, seen: days, evidence }))
      .sort((a, b) => compare(a.seen.earliest ?? '', b.seen.earliest ?? '') || compare(a.role, b.role));
}

// A day that is not known leaves the bound open.
const least = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a < b ? a : b);
const most = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b);
