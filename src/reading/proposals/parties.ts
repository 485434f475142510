/**
 * Whom words mean that propose or answer. In: words of a sentence, the statement around them. Out: entities. Example:
 * in "The union said it would study the offer", "it" is the union; "Oslo accepted" is Norway.
 */
import { type Holder, holderAt } from '../positions/holders.ts';
import type { LocalStatement } from '../reading.ts';
import { entityAt, kids, lemmaOf, originAt, type Scene } from '../scene.ts';
import { MAKER, PEOPLE } from './words.ts';

/** The statement around a place in the text, or null: "it" in the words of the union is the union. */
export type StatementAt = (offset: number) => LocalStatement | null;

export function partiesAt(scene: Scene, words: number[], statementAt: StatementAt): number[] {
  const found = words.flatMap((at) => {
    const entity = partyAt(scene, at, statementAt);
    return entity === null ? [] : [entity];
  });
  return [...new Set(found)];
}

/** The same for those who propose: null where no party is meant, none where one is told by its office alone, "the mediator". */
export function makersAt(scene: Scene, words: number[], statementAt: StatementAt): number[] | null {
  const found = partiesAt(scene, words, statementAt);
  if (found.length > 0) return found;
  return words.some((at) => MAKER.has(lemmaOf(scene.sentence.tokens[at]!))) ? [] : null;
}

function partyAt(scene: Scene, at: number, statementAt: StatementAt): number | null {
  const token = scene.sentence.tokens[at]!;
  const statement = statementAt(token.start);
  const isPronoun = token.upos === 'PRON' || /^(?:it|they|we|i)$/i.test(token.form);
  if (isPronoun && !/^(?:it|they|we|i|he|she|its|their|our|my|his|her)$/i.test(token.form)) return null;
  const own = isPronoun ? null : entityAt(scene, at);
  if (own !== null && scene.cast.entities[own]!.kind !== 'place') return own;
  const held = heldBy(scene, at, statement)?.entity ?? own;
  if (held !== null || isPronoun) return held ?? statement?.speaker ?? null;
  return ofWhom(scene, at);
}

/** "members of the union", "the Norlandish presidency": the party that the words beside the noun name. */
function ofWhom(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  if (PEOPLE.has(lemmaOf(tokens[at]!)))
    for (const i of kids(scene, at, /^nmod(?!:poss)/)) {
      const of = kids(scene, i, /^case/)[0];
      const entity = of !== undefined && /^(?:of|at)$/i.test(tokens[of]!.form) ? entityAt(scene, i) : null;
      if (entity !== null) return entity;
    }
  if (tokens[at]!.upos !== 'NOUN') return null;
  for (const i of kids(scene, at, /^amod/)) {
    const entity = originAt(scene, i);
    if (entity !== null) return entity;
  }
  return null;
}

function heldBy(scene: Scene, at: number, statement: LocalStatement | null): Holder | null {
  const { sentence, children } = scene;
  return holderAt(scene, { sentence, tokens: sentence.tokens, children }, at, statement);
}
