/** Calls and meetings as a log: in order of days, with the days between, by pairs of those who took part. */
import type { Encounter } from '../model/record.ts';
import { compareRanges, daysBetween } from './timeline.ts';
import type { StoryView } from './view.ts';

export interface LogLine {
  encounter: Encounter;
  /** Days since the one held before, at least and at most; null for the first, or where a day is not told. */
  since: { least: number; most: number } | null;
}

export interface PairLog {
  pair: [string, string];
  lines: LogLine[];
}

// Everybody at a conference of more than this is not a pair.
const LARGEST = 8;

export const isHeld = ({ planned, status }: Encounter): boolean =>
  (status ?? (planned ? 'planned' : 'held')) === 'held';

/** Oldest first; what was not held counts for no gap. */
export function logOf(encounters: Encounter[]): LogLine[] {
  let before: Encounter | null = null;
  return [...encounters]
    .sort((a, b) => compareRanges(a.date, b.date) || (a.id < b.id ? -1 : 1))
    .map((encounter) => {
      const since = before === null || !isHeld(encounter) ? null : gapOf(before, encounter);
      if (isHeld(encounter)) before = encounter;
      return { encounter, since };
    });
}

function gapOf(before: Encounter, after: Encounter): LogLine['since'] {
  const { earliest: a, latest: b } = before.date;
  const { earliest: c, latest: d } = after.date;
  if (a === null || b === null || c === null || d === null) return null;
  return { least: Math.max(0, daysBetween(b, c)), most: daysBetween(a, d) };
}

/** "32", "28 to 35", or null. */
export function sinceWords({ since }: LogLine): string | null {
  if (since === null) return null;
  return since.least === since.most ? `${since.least}` : `${since.least} to ${since.most}`;
}

/** Pairs with more than one encounter, most first. */
export function pairLogs(encounters: Encounter[]): PairLog[] {
  const pairs = new Map<string, { pair: [string, string]; held: Encounter[] }>();
  for (const encounter of encounters) {
    const who = [...new Set(encounter.participants)].sort();
    if (who.length > LARGEST) continue;
    for (const [i, one] of who.entries())
      for (const other of who.slice(i + 1)) {
        const key = JSON.stringify([one, other]);
        const known = pairs.get(key) ?? { pair: [one, other] as [string, string], held: [] };
        known.held.push(encounter);
        pairs.set(key, known);
      }
  }
  return [...pairs.values()]
    .filter(({ held }) => held.length > 1)
    .sort((a, b) => b.held.length - a.held.length || (a.pair.join() < b.pair.join() ? -1 : 1))
    .map(({ pair, held }) => ({ pair, lines: logOf(held) }));
}

/** Those in which this actor, or one who speaks for it, took part. */
export function encountersOf(view: StoryView, who: string): Encounter[] {
  return view.record.encounters.filter(({ participants }) =>
    participants.some((id) => id === who || view.actors.get(id)?.side === who),
  );
}
