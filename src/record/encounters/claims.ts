/**
 * Checks what articles say of an encounter's place in the log: "their first call since March 3" is borne out by a
 * call of that day and by none between, and contradicted by one between.
 */
import type { Encounter } from '../../model/record.ts';
import type { LocalClaim } from '../../reading/index.ts';
import { compare } from '../actors.ts';
import { classOf, common } from './telling.ts';

type Claim = NonNullable<Encounter['claims']>[number];

/** The encounters of a story by kind and pair of people, so that a claim looks at its own pair only. */
export interface Log {
  of(encounter: Encounter): Encounter[];
}

export function makeLog(encounters: Encounter[]): Log {
  const byPair = new Map<string, Encounter[]>();
  for (const encounter of encounters)
    for (const key of pairsOf(encounter)) byPair.set(key, [...(byPair.get(key) ?? []), encounter]);
  return {
    of: (encounter) =>
      [...new Set(pairsOf(encounter).flatMap((key) => byPair.get(key) ?? []))].filter((other) => other !== encounter),
  };
}

// A claim is of the two who met; a large round has no pair that it would be about.
const MOST = 4;

function pairsOf({ kind, participants }: Encounter): string[] {
  if (participants.length > MOST) return [];
  const sorted = [...participants].sort(compare);
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${classOf(kind)} ${a} ${b}`));
}

export function checkClaim(
  { kind, ordinal, since, evidence }: LocalClaim,
  article: string,
  encounter: Encounter,
  log: Log,
): Claim {
  const claim: Claim = { kind, ordinal, since, holds: 'open', against: [], evidence: [{ article, ...evidence }] };
  const day = encounter.date.earliest;
  if (kind !== 'first since' || since === null || since.latest === null || day === null) return claim;
  const others = log.of(encounter).filter((other) => (other.status ?? 'held') === 'held');
  const between = others.filter(
    ({ date }) => date.earliest !== null && date.latest !== null && date.earliest > since.latest! && date.latest < day,
  );
  if (between.length > 0) return { ...claim, holds: 'contradicted', against: between.map(({ id }) => id) };
  const named = others.filter(
    ({ date }) => date.earliest !== null && date.latest !== null && common(date, since) !== null,
  );
  return named.length > 0 ? { ...claim, holds: 'confirmed', against: named.map(({ id }) => id) } : claim;
}
