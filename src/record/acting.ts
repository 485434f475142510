/**
 * The actors that a record needs: whoever speaks, meets, holds, answers, is a side or stands for one; and whoever is
 * named as a person in full, a body or a state. Places that do nothing, lone words taken for people and bodies without
 * a name of their own are left out where nothing refers to them.
 */
import type { Actor, StoryRecord } from '../model/record.ts';

export function keepActing(record: StoryRecord): Actor[] {
  const used = referred(record);
  const kept = record.actors.filter((actor) => used.has(actor.id) || isActor(actor));
  for (const { side, within } of kept) {
    if (side !== null) used.add(side);
    if (within !== undefined) used.add(within);
  }
  return record.actors.filter((actor) => used.has(actor.id) || isActor(actor));
}

function isActor({ kind, name, roles, party }: Actor): boolean {
  if (party || roles.length > 0) return true;
  if (kind === 'place') return false;
  if (kind === 'person') return /\s/.test(name);
  return /^[\p{Lu}\p{N}]/u.test(name);
}

function referred(record: StoryRecord): Set<string> {
  const used = new Set<string>();
  const add = (id: string | null | undefined): void => {
    if (id !== null && id !== undefined) used.add(id);
  };
  for (const { speaker, speakers, addressees } of record.statements)
    for (const id of [speaker, ...(speakers ?? []), ...addressees]) add(id);
  for (const { participants, accounts } of record.encounters) {
    for (const id of participants) add(id);
    for (const { teller } of accounts ?? []) add(teller);
  }
  for (const { source } of record.figures) add(source);
  for (const { holder } of record.positions) add(holder);
  for (const { authors, responses } of record.proposals)
    for (const id of [...authors, ...responses.map(({ actor }) => actor)]) add(id);
  for (const { sides } of record.disputes) for (const { actor } of sides) add(actor);
  return used;
}
