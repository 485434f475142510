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

/** The longest time without one that was held, in days at least; null where no gap is known. */
export function longestGap(lines: LogLine[]): number | null {
  const gaps = lines.flatMap(({ since }) => (since === null ? [] : [since.least]));
  return gaps.length === 0 ? null : gaps.reduce((a, b) => Math.max(a, b));
}

/** Pairs of those who took part, and of the parties that they speak for, with more than one encounter; most first. */
export function pairLogs(view: StoryView, encounters: Encounter[]): PairLog[] {
  const pairs = new Map<string, { pair: [string, string]; held: Encounter[] }>();
  for (const encounter of encounters) {
    const who = [...new Set(encounter.participants)];
    if (who.length > LARGEST) continue;
    for (const key of pairsOf(view, who)) {
      const known = pairs.get(key) ?? { pair: JSON.parse(key) as [string, string], held: [] };
      known.held.push(encounter);
      pairs.set(key, known);
    }
  }
  // Where two parties met only through the same two people, the people are told.
  const told = new Set<string>();
  return [...pairs.values()]
    .filter(({ held }) => held.length > 1)
    .sort((a, b) => b.held.length - a.held.length || rankOf(view, a) - rankOf(view, b) || compare(a, b))
    .filter(({ held }) => {
      const key = JSON.stringify(held.map(({ id }) => id));
      return !told.has(key) && told.add(key);
    })
    .map(({ pair, held }) => ({ pair, lines: logOf(held) }));
}

/** Every two of them, and every two of their parties, each as a key. */
function pairsOf(view: StoryView, who: string[]): Set<string> {
  const partyOf = (id: string): string => view.actors.get(id)?.side ?? id;
  const keys = new Set<string>();
  for (const [i, one] of who.entries())
    for (const other of who.slice(i + 1))
      for (const pair of [
        [one, other],
        [partyOf(one), partyOf(other)],
      ])
        if (pair[0] !== pair[1]) keys.add(JSON.stringify(pair.sort()));
  return keys;
}

const rankOf = (view: StoryView, { pair }: { pair: string[] }): number =>
  pair.filter((id) => view.sides.has(id)).length;
const compare = (a: { pair: string[] }, b: { pair: string[] }): number => (a.pair.join() < b.pair.join() ? -1 : 1);

/** Those in which this actor, or one who speaks for it, took part. */
export function encountersOf(view: StoryView, who: string): Encounter[] {
  return view.record.encounters.filter(({ participants }) =>
    participants.some((id) => id === who || view.actors.get(id)?.side === who),
  );
}
