/**
 * Encounters of a story: what several articles tell of one call or meeting is one entry, with an account for each
 * teller. In: Readings. Out: entries in the order of their first evidence.
 */
import type { Encounter } from '../../model/record.ts';
import { compare } from '../actors.ts';
import { createMemo } from '../memo.ts';
import type { Story } from '../story.ts';
import { makeAccounts } from './accounts.ts';
import { checkClaim, makeLog } from './claims.ts';
import { type Group, groupTellings } from './merge.ts';
import { byPublication, listTold, sidesOf, type Told } from './telling.ts';

export function makeEncounters(story: Story): Encounter[] {
  const sides = sidesOf(story.actors.actors);
  const groups = groupTellings(listTold(story), sides);
  const kept = (story.memo ?? createMemo()).kept<Encounter>('encounters');
  // What a group holds hangs on its tellings in the order in which they were joined.
  const joined = new Map(groups.map((group) => [group, [...group.told]]));
  for (const group of groups) group.told.sort(byPublication);
  groups.sort((a, b) => compareFirst(a.told[0]!, b.told[0]!));
  const made = groups.map((group) => {
    const id = story.unique(group.told[0]!.id);
    const make = (): Encounter => makeEncounter(id, group, story, sides);
    return { group, encounter: kept.get(group.told[0]!, [id, ...joined.get(group)!], make) };
  });
  const log = makeLog(made.map(({ encounter }) => encounter));
  return made.map(({ group, encounter }) => {
    const claims = group.told.flatMap(({ local, entry }) =>
      local.claims.map((claim) => checkClaim(claim, entry.article.id, encounter, log)),
    );
    return claims.length > 0 ? { ...encounter, claims } : encounter;
  });
}

function compareFirst(a: Told, b: Told): number {
  return (
    compare(a.entry.article.id, b.entry.article.id) ||
    a.local.evidence[0]!.start - b.local.evidence[0]!.start ||
    byPublication(a, b) ||
    compare(a.local.rule, b.local.rule)
  );
}

function makeEncounter(id: string, group: Group, story: Story, sides: Map<string, string>): Encounter {
  const { told } = group;
  const first = told[0]!;
  const status = statusOf(told);
  const shares = unique(told.flatMap(({ local }) => local.shares.map((share) => JSON.stringify(share))));
  return {
    id,
    planned: status !== 'held',
    status,
    accounts: makeAccounts(told, story, sides),
    kind: kindOf(group),
    participants: [...group.who].sort(compare),
    date: group.date,
    duration: mostTold(told.map(({ local }) => local.duration)),
    place: mostTold(told.map(({ local }) => local.place)),
    topics: unique(told.flatMap(({ local }) => local.topics)),
    ...(shares.length > 0 && { shares: shares.map((share) => JSON.parse(share) as { topic: string; share: string }) }),
    evidence: told.flatMap(({ entry, local }) =>
      local.evidence.map((range) => ({ article: entry.article.id, ...range })),
    ),
    rule: first.local.rule,
  };
}

/** What was published last knows best what came of it; of one day's tellings, one that it took place. */
function statusOf(told: Told[]): NonNullable<Encounter['status']> {
  const dayOf = ({ entry }: Told): string => entry.article.published.latest ?? '';
  const last = told.map(dayOf).sort(compare).at(-1)!;
  const statuses = told.filter((one) => dayOf(one) === last).map(({ local }) => local.status);
  return (['held', 'cancelled', 'postponed'] as const).find((status) => statuses.includes(status)) ?? 'planned';
}

function kindOf({ kind, told }: Group): Encounter['kind'] {
  if (kind !== 'meeting') return kind;
  return (
    mostTold(
      told.filter(({ local }) => local.kind === 'talks' || local.kind === 'meeting').map(({ local }) => local.kind),
    ) ?? kind
  );
}

const unique = (words: string[]): string[] => [...new Set(words)];

/** The value told most often; of those told equally often the first. */
function mostTold<T>(values: (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}
