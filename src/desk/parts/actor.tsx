/** What lists and pages of actors have in common: their roles and sides in words. */
import type { FC } from 'hono/jsx';
import type { Actor } from '../../model/record.ts';
import { groupBy, type StoryView } from '../view.ts';
import { Party } from './words.tsx';

/** Roles as written, each once however its letters are cased. */
export function rolesOf({ roles }: Actor): string[] {
  return [...groupBy(roles, (role) => role.toLowerCase()).values()].map(([first]) => first!);
}

/** The party that an actor belongs to, that it is one itself, or that none was found. */
export const SideOf: FC<{ view: StoryView; actor: Actor }> = ({ view, actor: { id, side } }) => {
  if (side !== null && side !== id) return <Party view={view} id={side} />;
  return side === id || view.sides.has(id) ? <>a party itself</> : <span class="nothing">none found</span>;
};
