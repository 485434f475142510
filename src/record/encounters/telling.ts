/** An encounter as one article tells it, with what the merging over articles looks at. */
import { dayOf } from '../../model/day.ts';
import type { Actor, DateRange, Encounter } from '../../model/record.ts';
import type { LocalEncounter } from '../../reading/index.ts';
import { compare } from '../actors.ts';
import { entryId } from '../ids.ts';
import { ofEach, type ReadArticle, type Story } from '../story.ts';

export interface Told {
  entry: ReadArticle;
  local: LocalEncounter;
  /** Actor ids. */
  who: Set<string>;
  /** Those of them that are persons. */
  persons: Set<string>;
  id: string;
  /** The words of its first evidence, blanks and case aside: the same in copies and versions. */
  words: string;
}

export function listTold(story: Story): Told[] {
  const kinds = new Map(story.actors.actors.map((actor) => [actor.id, actor.kind]));
  return ofEach(story, 'encounters told', (entry) => {
    const { article, reading } = entry;
    return reading.encounters.map((local): Told => {
      const who = new Set(local.participants.map((entity) => story.actors.idOf(reading, entity)));
      const first = local.evidence[0]!;
      return {
        entry,
        local,
        who,
        persons: new Set([...who].filter((id) => kinds.get(id) === 'person')),
        id: entryId(article.id, 'e', first),
        words: article.text.slice(first.start, first.end).replace(/\s+/g, ' ').trim().toLowerCase(),
      };
    });
  }).flat();
}

/** The side of every actor: its own where it has one, else itself. */
export function sidesOf(actors: Actor[]): Map<string, string> {
  return new Map(actors.map((actor) => [actor.id, actor.side ?? actor.id]));
}

export type EncounterClass = 'call' | 'visit' | 'meeting';

/** Meetings and talks are told for one another; calls and visits are not. */
export const classOf = (kind: Encounter['kind']): EncounterClass =>
  kind === 'call' || kind === 'visit' ? kind : 'meeting';

/** Order of publishing: by day, those of unknown day last, then by article and place. */
export function byPublication(a: Told, b: Told): number {
  const [x, y] = [a.entry.article, b.entry.article];
  return (
    compare(x.published.earliest ?? UNKNOWN, y.published.earliest ?? UNKNOWN) ||
    compare(x.id, y.id) ||
    a.local.evidence[0]!.start - b.local.evidence[0]!.start ||
    a.local.evidence[0]!.end - b.local.evidence[0]!.end ||
    compare(a.local.kind, b.local.kind)
  );
}

const UNKNOWN = '9999-12-31';

/** The days that are in both; null where none is. */
export function common(a: DateRange, b: DateRange): DateRange | null {
  const earliest = a.earliest === null || (b.earliest !== null && b.earliest > a.earliest) ? b.earliest : a.earliest;
  const latest = a.latest === null || (b.latest !== null && b.latest < a.latest) ? b.latest : a.latest;
  return earliest !== null && latest !== null && earliest > latest ? null : { earliest, latest };
}

/** Number of days in a range; infinite where a side is open. */
export function widthOf({ earliest, latest }: DateRange): number {
  if (earliest === null || latest === null) return Number.POSITIVE_INFINITY;
  return numberOf(latest) - numberOf(earliest) + 1;
}

/** Days since 1970-01-01. */
export const numberOf = (day: string): number =>
  dayOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
