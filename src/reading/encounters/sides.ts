/** Whom "the two sides", "the two leaders" and "they" stand for in an article. */
import type { Doc, Name } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import type { Cast } from '../sources.ts';
import { subjectsOf } from './around.ts';
import { mentionsIn, NOBODY, stateNamed, type Who } from './parties.ts';

/**
 * The two states or bodies that an article names most, as "the two sides" of it: only where both are named twice at
 * least and a third is named less often than they. Words for a state's people, capital and seats count for it.
 */
export function mainSides(doc: Doc, cast: Cast, world: World): number[] {
  const counts = new Map<string | number, { count: number; name: Name | null }>();
  const count = (key: string | number, name: Name | null): void => {
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { count: 1, name });
  };
  const states = new Set<number>();
  for (const name of doc.names) {
    const words = name.text.replace(/\s+/g, ' ');
    if (!world.lookUp(words).some(({ kind }) => /^(?:country|nationality|capital|seat)$/.test(kind))) continue;
    const codes = world.countriesOf(words);
    if (codes.length !== 1) continue;
    states.add(name.start);
    count(codes[0]!, name);
  }
  for (const { entity, start } of cast.mentions)
    if (cast.entities[entity]!.kind === 'organization' && !states.has(start)) count(entity, null);
  const [first, second, third] = [...counts].sort(
    (a, b) => b[1].count - a[1].count || (String(a[0]) < String(b[0]) ? -1 : 1),
  );
  if (!first || !second || second[1].count < 2 || (third && third[1].count >= second[1].count)) return [];
  // Only the two that are meant join the cast.
  const pair = [first, second].map(([key, { name }]) => (name ? stateNamed(cast, world, name) : Number(key)));
  return pair.flatMap((entity) => (entity === null ? [] : [entity])).sort((a, b) => a - b);
}

/** The two persons of the sentence before, where it names two: "Lind wrote to Reyes. The two had last met in May." */
export function pairBefore({ cast, scene }: Who): number[] {
  const before = scene.doc.sentences[scene.index - 1];
  if (!before) return [];
  const named = new Set(mentionsIn(cast, before).map(({ entity }) => entity));
  const persons = [...named].filter((entity) => cast.entities[entity]!.kind === 'person');
  return persons.length === 2 ? persons : [];
}

/**
 * Whom "their" means by its own sentence: the two persons named before it, else the subject of the main clause where
 * that is two or more: "In their first call, A and B …".
 */
export function pairInSentence(who: Who, at: number): number[] {
  const { cast, scene } = who;
  const { tokens, sentence } = scene;
  const before = mentionsIn(cast, { start: sentence.start, end: tokens[at]!.start }).map(({ entity }) => entity);
  const persons = [...new Set(before)].filter((entity) => cast.entities[entity]!.kind === 'person');
  if (persons.length === 2) return persons;
  // "When they met on Monday, A had promised B a reply"
  const all = mentionsIn(cast, sentence).map(({ entity }) => entity);
  const named = [...new Set(all)].filter((entity) => cast.entities[entity]!.kind === 'person');
  if (persons.length === 0 && named.length === 2) return named;
  const root = tokens.findIndex((token) => token.head < 0);
  const { entities } = root < 0 ? NOBODY : subjectsOf(who, root);
  return entities.length >= 2 ? entities : [];
}
