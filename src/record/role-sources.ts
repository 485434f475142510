/**
 * Sources named by a role that another article of the story ties to a person: "the foreign secretary" in an article
 * that does not name the one who is. In: the words of a source and the actors of the story. Out: the one person who
 * has that role, or null where nobody or more than one has it.
 */
import type { Actor } from '../model/record.ts';

/** Words for people who speak without a name: the role of one of them tells nothing of another. */
const NAMELESS =
  /(?:official|spokes(?:man|woman|person|people)|source|aide|adviser|advisor|diplomat|insider|analyst|expert|lawyer|officer|representative|envoy|member|worker|reporter|man|woman)s?$/;

export function roleFinder(actors: Actor[]): (source: string) => Actor | null {
  const holders = new Map<string, Set<Actor>>();
  for (const actor of actors) {
    if (actor.kind !== 'person') continue;
    for (const role of actor.roles)
      for (const ending of endingsOf(role.toLowerCase()))
        holders.set(ending, (holders.get(ending) ?? new Set()).add(actor));
  }
  return (source) => {
    const words = /^the ((?:[\p{L}’'-]+ ?){1,6})$/iu.exec(source.trim());
    if (!words) return null;
    const found = holders.get(words[1]!.toLowerCase().trim());
    return found?.size === 1 ? [...found][0]! : null;
  };
}

/** "norland foreign secretary": itself, "foreign secretary"; a bare "secretary" may be of anything. */
function endingsOf(role: string): string[] {
  const words = role.split(/\s+/);
  if (NAMELESS.test(role)) return [];
  const endings: string[] = words.length === 1 ? [role] : [];
  for (let i = 0; i + 1 < words.length; i++) endings.push(words.slice(i).join(' '));
  return endings;
}
