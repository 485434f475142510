/**
 * Capitals that no list knows, over a story: whose they are by what all articles tell of them. In: Readings and actors.
 * Out: for a town the actor of its state, so that "Selm wants" is a position of Norland. Example: a spokesperson of
 * Norland speaks in Selm in one article, a minister of Eastmark flies there in another, and "Selm refused" in a third.
 *
 * The words of one passage that says it are enough; what only points to it must agree with more: another passage, that
 * the town acts like a party, or that words rule out all other states of the story.
 */
import type { Actor } from '../model/record.ts';
import type { Range, Reading } from '../reading/index.ts';
import { compare } from './compare.ts';
import { Kept } from './kept.ts';

// Weight of a passage that says it; the readings weigh their clues in the same measure.
const ENOUGH = 2;
/** By how much one state must be ahead of the next. */
const AHEAD = 1;
const ACTS = 0.5;
const ALL_OTHERS_OUT = 1;

export interface StoryActors {
  actors: readonly Actor[];
  idsOf: (reading: Reading) => (entity: number) => string;
  /** True for a state that the lists of the world know: its capital is known too. */
  isListed: (id: string) => boolean;
}

/** Towns, by id, with the state of each; the states have what acts under the town's name among their mentions. */
export function joinCapitals(
  readings: readonly Reading[],
  story: StoryActors,
  kept: Kept<boolean> = new Kept(),
): Map<string, Actor> {
  const byId = new Map(story.actors.map((actor) => [actor.id, actor]));
  const byName = new Map(story.actors.map((actor) => [actor.name.toLowerCase(), actor.id]));
  const sums = new Map<string, Map<string, number>>();
  const seen = new Set<string>();
  for (const reading of readings) {
    if (!kept.get(reading, [], () => reading.entities.some(({ capital }) => capital))) continue;
    const idOf = story.idsOf(reading);
    const local = new Map(reading.entities.map(({ name }, at) => [name.toLowerCase(), at]));
    for (const [at, { capital }] of reading.entities.entries())
      for (const { of, by, weight, words } of capital ?? []) {
        const town = idOf(at);
        const named = of === undefined ? undefined : local.get(of.toLowerCase());
        const id =
          by !== undefined
            ? sideOf(byId.get(idOf(by))!)
            : named !== undefined
              ? idOf(named)
              : byName.get(of!.toLowerCase());
        if (!id || id === town || story.isListed(id) || seen.has([town, id, words].join('\n'))) continue;
        seen.add([town, id, words].join('\n'));
        const states = sums.get(town) ?? new Map<string, number>();
        states.set(id, (states.get(id) ?? 0) + weight);
        sums.set(town, states);
      }
  }
  const found = new Map<string, Actor>();
  if (sums.size === 0) return found;
  const states = story.actors
    .filter(({ kind, id }) => kind === 'government' && !story.isListed(id))
    .map(({ id }) => id);
  const acting = actingMentions(readings, story, new Set(sums.keys()));
  for (const town of [...sums.keys()].sort(compare)) {
    if (story.isListed(town)) continue;
    const state = decide(
      sums.get(town)!,
      states.filter((id) => id !== town),
      acting.has(town),
    );
    const actor = state === null ? undefined : byId.get(state);
    if (!actor || sums.has(actor.id)) continue;
    found.set(town, actor);
    tellOf(actor, byId.get(town)!, acting.get(town) ?? []);
  }
  return found;
}

const sideOf = ({ kind, id, side }: Actor): string | null => (kind === 'government' ? id : side);

function decide(sums: ReadonlyMap<string, number>, states: readonly string[], acts: boolean): string | null {
  const left = states.filter((id) => (sums.get(id) ?? 0) >= 0);
  const isLast = (id: string): boolean => acts && left.length === 1 && left[0] === id && states.length > 1;
  const ranked = [...sums]
    .filter(([, sum]) => sum > 0)
    .map(([id, sum]) => ({ id, sum: sum + (acts ? ACTS : 0) + (isLast(id) ? ALL_OTHERS_OUT : 0) }))
    .sort((a, b) => b.sum - a.sum || compare(a.id, b.id));
  const [first, second] = ranked;
  return first && first.sum >= ENOUGH && first.sum - (second?.sum ?? 0) >= AHEAD ? first.id : null;
}

/** Where towns speak, hold positions or meet, by id. */
function actingMentions(
  readings: readonly Reading[],
  { idsOf }: StoryActors,
  towns: ReadonlySet<string>,
): Map<string, Actor['mentions']> {
  const found = new Map<string, Actor['mentions']>();
  for (const reading of readings) {
    const idOf = idsOf(reading);
    for (const [at, { mentions }] of reading.entities.entries()) {
      if (!towns.has(idOf(at))) continue;
      const acts = actsOf(reading, at);
      const here = mentions.filter(({ start, end }) => acts.some((range) => range.start <= start && end <= range.end));
      const spans = here.map(({ start, end }) => ({ article: reading.article, start, end }));
      if (acts.length > 0) found.set(idOf(at), [...(found.get(idOf(at)) ?? []), ...spans]);
    }
  }
  return found;
}

function actsOf({ statements, positions, encounters }: Reading, entity: number): Range[] {
  return [
    ...statements.flatMap(({ speaker, speakers, source }) =>
      source && (speaker === entity || speakers?.includes(entity)) ? [source] : [],
    ),
    ...positions.flatMap(({ holder, evidence }) => (holder === entity ? evidence : [])),
    ...encounters.flatMap(({ participants, evidence }) => (participants.includes(entity) ? evidence : [])),
  ];
}

function tellOf(state: Actor, town: Actor, mentions: Actor['mentions']): void {
  state.aliases = [...new Set([...state.aliases, town.name])].sort(compare);
  state.mentions = [...state.mentions, ...mentions].sort(
    (a, b) => compare(a.article, b.article) || a.start - b.start || a.end - b.end,
  );
}
