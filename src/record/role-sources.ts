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
  // Few sources need these: they are made when first asked for.
  let names: Map<string, string | null> | null = null;
  let bodies: Map<string, string> | null = null;
  let offices: Map<string, string | null> | null = null;
  return (role) => {
    if (role.startsWith(NAME)) {
      names ??= namesOf(actors);
      return names.get(role.slice(NAME.length)) ?? null;
    }
    const [body, office] = role.split(OF) as [string, string | undefined];
    if (office === undefined) return holders.get(role) ?? null;
    // "the Union’s chief negotiator": whoever holds that office on its side.
    bodies ??= bodiesOf(actors);
    offices ??= officesOf(actors);
    const side = bodies.get(body);
    return side === undefined ? null : (offices.get(side + OF + office) ?? null);
  };
}

// Marks that no words of a source hold.
const NAME = '\u0000';
const OF = '\u0001';

/** Persons by full and last name; null where two share it. */
function namesOf(actors: readonly Actor[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { kind, name, id } of actors) {
    if (kind !== 'person' || !/\s/.test(name)) continue;
    for (const form of [fold(name), ...surnamesOf(name)]) names.set(form, names.has(form) ? null : id);
  }
  return names;
}

/** Who holds an office of a side; null where two do. */
function officesOf(actors: readonly Actor[]): Map<string, string | null> {
  const offices = new Map<string, string | null>();
  for (const { kind, side, roles, id } of actors) {
    if (kind !== 'person' || side === null) continue;
    for (const ending of new Set(roles.flatMap((role) => endingsOf(role.toLowerCase())))) {
      const key = side + OF + ending;
      offices.set(key, offices.has(key) ? null : id);
    }
  }
  return offices;
}

function bodiesOf(actors: readonly Actor[]): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const { kind, name, aliases, id } of actors)
    if (kind !== 'person') for (const form of [name, ...aliases]) bodies.set(fold(form).replace(/^the /, ''), id);
  return bodies;
}

/**
 * The role that the words of a source are, in lower case, or a role of a body ("the Union’s chief negotiator"), or a
 * name that its article shows nowhere else ("el-Sarraf"), each as `roleFinder` reads it; null where they are something
 * else.
 */
export function roleIn(source: string): string | null {
  const text = source.trim();
  const name = /^(?:(?:Mr|Mrs|Ms)\.? )?((?:\p{Lu}|[ae]l-)[\p{L}’'-]+(?: (?:\p{Lu}|[ae]l-)[\p{L}’'-]+)?)$/u.exec(text);
  if (name && !PRONOUN.test(name[1]!) && !/^the /i.test(text)) return NAME + fold(name[1]!);
  const owned = /^(?:the )?([\p{L}. ]{2,40})[’']s ((?:[\p{L}-]+ ?){1,4})$/iu.exec(text);
  if (owned) return fold(owned[1]!) + OF + owned[2]!.toLowerCase().trim();
  const words = /^the ((?:[\p{L}’'-]+ ?){1,6})$/iu.exec(text);
  return words && words[1]!.toLowerCase().trim();
}

const PRONOUN = /^(?:He|She|It|They|I|We|You|Who|That|This|Both|Some|Many|Others)$/;

/** "norland foreign secretary": itself, "foreign secretary"; a bare "secretary" may be of anything. */
function endingsOf(role: string): string[] {
  const words = role.split(/\s+/);
  if (NAMELESS.test(role)) return [];
  const endings: string[] = words.length === 1 ? [role] : [];
  for (let i = 0; i + 1 < words.length; i++) endings.push(words.slice(i).join(' '));
  return endings;
}
