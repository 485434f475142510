/**
 * Sides over a story: for whom each actor stands. In: what each article tells of its entities. Out: `side` and
 * `sideEvidence` of the actors. What most passages tell holds; of equals the earliest. A state that articles name only
 * by its adjective ("the Norlandish minister") becomes an actor, since positions are held by sides: its mentions are
 * those adjectives.
 */
import { fold } from '../model/names.ts';
import type { Actor, Span } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import { compare } from './compare.ts';
import { Kept } from './kept.ts';

interface Vote {
  side: string;
  weak: boolean;
  ownVoice: boolean;
  evidence: Span;
}

export function findSides(
  readings: readonly Reading[],
  actors: Actor[],
  idsOf: (reading: Reading) => (entity: number) => string,
  newId: (name: string) => string,
  kept: Kept<boolean> = new Kept(),
): void {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const byName = new Map(actors.map((actor) => [actor.name.toLowerCase(), actor]));
  const stems = stemsOf(actors);
  const votes = new Map<string, Vote[]>();
  for (const reading of [...readings].sort((a, b) => compare(a.article, b.article))) {
    if (!kept.get(reading, [], () => tellsSides(reading))) continue;
    const idOf = idsOf(reading);
    const local = new Map(reading.entities.map((entity, at) => [entity.name.toLowerCase(), at]));
    for (const [at, entity] of reading.entities.entries())
      for (const { name, evidence, weak, adjective, ownVoice } of entity.sides ?? []) {
        const key = name.toLowerCase();
        const named = local.get(key);
        const span = { article: reading.article, ...evidence };
        const known = adjective ? stateOf(name, stems) : named !== undefined ? byId.get(idOf(named)) : byName.get(key);
        if (adjective && !known) continue;
        const side = known ?? addState(actors, byId, byName, name, newId);
        if (
          named === undefined &&
          !side.mentions.some((known) => known.article === span.article && known.start === span.start)
        )
          if (side.kind === 'government' && side.rule === ADJECTIVE) side.mentions.push(span);
        const id = idOf(at);
        if (side.id === id) continue;
        const cast = votes.get(id);
        const vote = { side: side.id, weak: weak ?? false, ownVoice: ownVoice ?? false, evidence: span };
        if (cast) cast.push(vote);
        else votes.set(id, [vote]);
      }
    // An office stands for whom its holder stands for.
    for (const [at, { holder, mentions }] of reading.entities.entries()) {
      const range = mentions[0];
      if (holder === undefined || !range) continue;
      const vote = {
        side: idOf(holder),
        weak: false,
        ownVoice: false,
        evidence: { article: reading.article, ...range },
      };
      votes.set(idOf(at), [...(votes.get(idOf(at)) ?? []), vote]);
    }
  }
  for (const [id, cast] of votes) decide(byId.get(id)!, cast);
  // Who stands for a person stands for that person’s side.
  for (const id of votes.keys()) {
    const actor = byId.get(id)!;
    const seen = new Set([id]);
    while (actor.side !== null && byId.get(actor.side)!.kind === 'person' && !seen.has(actor.side)) {
      seen.add(actor.side);
      actor.side = byId.get(actor.side)!.side;
    }
    if (actor.side !== null && byId.get(actor.side)!.kind === 'person') actor.side = null;
    if (actor.side === null || actor.side === id) {
      actor.side = null;
      delete actor.sideEvidence;
      delete actor.ownVoice;
    }
  }
}

/** The actor whose stand it is when this one takes it: the side, for who speaks for it. */
export const voiceOf = ({ id, side, ownVoice }: Actor): string => (ownVoice ? id : (side ?? id));

const tellsSides = ({ entities }: Reading): boolean =>
  entities.some(({ sides, holder }) => sides?.length || holder !== undefined);

// "Selm" and "Selmian": the adjective goes on from the name, which may lose its last vowels.
const ENDING = /^(?:n|an|ian|ese|ish|i|ic|ite|ean)s?$/;

function stemsOf(actors: Actor[]): Map<string, Actor> {
  const stems = new Map<string, Actor>();
  for (const actor of actors)
    if (/^(?:government|place)$/.test(actor.kind) && /^\p{Lu}\p{Ll}{3,}$/u.test(actor.name))
      stems.set(stem(actor.name), actor);
  return stems;
}

const stem = (name: string): string => fold(name).replace(/[aeiouy]+$/, '');

/** The state whose adjective a word is. */
function stateOf(adjective: string, stems: Map<string, Actor>): Actor | undefined {
  const word = fold(adjective);
  for (let length = word.length - 1; length >= Math.max(3, word.length - 4); length--) {
    const actor = stems.get(word.slice(0, length));
    if (actor && ENDING.test(word.slice(length))) return actor;
  }
  return undefined;
}

const ADJECTIVE = 'actor/state-by-adjective';

function addState(
  actors: Actor[],
  byId: Map<string, Actor>,
  byName: Map<string, Actor>,
  name: string,
  newId: (name: string) => string,
): Actor {
  const state: Actor = {
    id: newId(name),
    name,
    kind: 'government',
    roles: [],
    side: null,
    aliases: [],
    mentions: [],
    rule: ADJECTIVE,
  };
  actors.push(state);
  byId.set(state.id, state);
  byName.set(name.toLowerCase(), state);
  return state;
}

/** What most passages tell, else the earliest of them; weak ones only where there is no other. */
function decide(actor: Actor, votes: Vote[]): void {
  const strong = votes.some(({ weak }) => !weak) ? votes.filter(({ weak }) => !weak) : votes;
  const counts = new Map<string, number>();
  for (const { side } of strong) counts.set(side, (counts.get(side) ?? 0) + 1);
  let best: string | null = null;
  for (const [side, count] of counts) if (best === null || count > counts.get(best)!) best = side;
  actor.side = best;
  const told = strong.filter(({ side }) => side === best);
  actor.sideEvidence = told.map(({ evidence }) => evidence);
  if (told.every(({ ownVoice }) => ownVoice)) actor.ownVoice = true;
}
