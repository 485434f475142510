/**
 * Sources named by a role that another article of the story ties to a person: "the foreign secretary" in an article
 * that does not name the one who is. In: the words of a source and the actors of the story. Out: the one person who
 * has that role, or null where nobody or more than one has it.
 */
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
  return (role) => holders.get(role) ?? null;
}

/** The role that the words of a source are, in lower case; null where they are something else. */
export function roleIn(source: string): string | null {
  const words = /^the ((?:[\p{L}’'-]+ ?){1,6})$/iu.exec(source.trim());
  return words && words[1]!.toLowerCase().trim();
}

/** "norland foreign secretary": itself, "foreign secretary"; a bare "secretary" may be of anything. */
function endingsOf(role: string): string[] {
  const words = role.split(/\s+/);
  if (NAMELESS.test(role)) return [];
  const endings: string[] = words.length === 1 ? [role] : [];
  for (let i = 0; i + 1 < words.length; i++) endings.push(words.slice(i).join(' '));
  return endings;
}
