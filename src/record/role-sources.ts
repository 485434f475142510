/**
 * Sources named by a role that another article of the story ties to a person: "the foreign secretary" in an article
 * that does not name the one who is. In: the words of a source and the actors of the story. Out: the one person who
 * has that role, or whose name it is where the article alone did not show a name; null where nobody or more than one is.
 */
import { fold, surnamesOf } from '../model/names.ts';
import type { Actor } from '../model/record.ts';
import { Kept } from './kept.ts';

/** Words for people who speak without a name: the role of one of them tells nothing of another. */
const NAMELESS =
  /(?:official|spokes(?:man|woman|person|people)|source|aide|adviser|advisor|diplomat|insider|analyst|expert|lawyer|officer|representative|envoy|member|worker|reporter|man|woman)s?$/;

/** Answers the id of the one who holds a role, as `roleIn` gives it. */
export function roleFinder(
  actors: readonly Actor[],
  kept: Kept<readonly string[]> = new Kept(),
): (role: string) => string | null {
  const holders = new Map<string, string | null>();
  for (const { kind, roles, id } of actors) {
    if (kind !== 'person' || roles.length === 0) continue;
    for (const ending of kept.get(roles, [], () => roles.flatMap((role) => endingsOf(role.toLowerCase())))) {
      const known = holders.get(ending);
      if (known !== id) holders.set(ending, known === undefined ? id : null);
    }
  }
<<<<<<< HEAD
  return (role) => holders.get(role) ?? null;
}

/** The role that the words of a source are, in lower case; null where they are something else. */
export function roleIn(source: string): string | null {
  const words = /^the ((?:[\p{L}’'-]+ ?){1,6})$/iu.exec(source.trim());
  return words && words[1]!.toLowerCase().trim();
=======
  const named = new Map<string, Set<Actor>>();
  for (const actor of actors)
    if (actor.kind === 'person' && /\s/.test(actor.name))
      for (const name of [fold(actor.name), ...surnamesOf(actor.name)])
        named.set(name, (named.get(name) ?? new Set()).add(actor));
  const bodies = new Map<string, string>();
  for (const actor of actors)
    if (actor.kind !== 'person')
      for (const name of [actor.name, ...actor.aliases]) bodies.set(fold(name).replace(/^the /, ''), actor.id);
  return (source) => {
    // "el-Harrouk", whom this article names nowhere else.
    const name = /^(?:(?:Mr|Mrs|Ms)\.? )?((?:\p{Lu}|[ae]l-)[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)$/u.exec(
      source.trim(),
    )?.[1];
    const bearers = name === undefined ? undefined : named.get(fold(name));
    if (bearers?.size === 1) return [...bearers][0]!;
    const owned = /^(?:the )?([\p{L}. ]{2,40})[’']s ((?:[\p{L}-]+ ?){1,4})$/iu.exec(source.trim());
    if (owned) {
      // "the Union’s chief negotiator": whoever holds that office on its side.
      const side = bodies.get(fold(owned[1]!));
      const held = [...(holders.get(owned[2]!.toLowerCase().trim()) ?? [])].filter((one) => one.side === side);
      return side !== undefined && held.length === 1 ? held[0]! : null;
    }
    const words = /^the ((?:[\p{L}’'-]+ ?){1,6})$/iu.exec(source.trim());
    if (!words) return null;
    const found = holders.get(words[1]!.toLowerCase().trim());
    return found?.size === 1 ? [...found][0]! : null;
  };
>>>>>>> b505664 (Know joint statements, ministries and what somebody else says in one sentence; join calls of states that no list knows)
}

/** "norland foreign secretary": itself, "foreign secretary"; a bare "secretary" may be of anything. */
function endingsOf(role: string): string[] {
  const words = role.split(/\s+/);
  if (NAMELESS.test(role)) return [];
  const endings: string[] = words.length === 1 ? [role] : [];
  for (let i = 0; i + 1 < words.length; i++) endings.push(words.slice(i).join(' '));
  return endings;
}
