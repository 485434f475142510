/** The timeline: what has a place in time, in order. */
import type { Actor, Encounter, TimelineEntry } from '../model/record.ts';
import { compare } from './actors.ts';

export function makeTimeline(encounters: Encounter[], actors: Actor[]): TimelineEntry[] {
  const names = new Map(actors.map((actor) => [actor.id, actor.name]));
  const dayOf = (entry: TimelineEntry): string => entry.date.earliest ?? entry.date.latest ?? '';
  return encounters
    .map((encounter): TimelineEntry => {
      const who = encounter.participants.map((id) => names.get(id)!).join(', ');
      const { date, id: ref, evidence } = encounter;
      return { date, kind: 'encounter', text: `${encounter.kind}: ${who}`, ref, evidence };
    })
    .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.ref!, b.ref!));
}
