/**
 * What a proposition is about, as terms that other propositions can share. In: the words of the proposition. Out: a
 * key, the words and a weight for each. Example: "a pay rise of 24 percent" gives pay ("pay rise").
 */
import type { Doc, Name } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import type { Term } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { childrenOf, formOf, type Tree, type Words, withParticle } from './tree.ts';
import { agendaItem, isAgreement, isGeneral } from './words.ts';

/** @param head the word that heads the proposition. */
export function findTerms(tree: Tree, { doc, world }: { doc: Doc; world: World }, matter: Words, head: number): Term[] {
  const best = new Map<string, Term>();
  for (let i = matter.from; i < matter.to; i++) {
    const token = tree.tokens[i]!;
    if (!/^(?:NOUN|PROPN|VERB|ADJ)$/.test(token.upos) || token.end - token.start < 3) continue;
    const kind = nameKind(doc.names, token);
    // Whoever demands or refuses is not what it is about; nor is the capital that stands for a government.
    if ((kind !== null && PARTIES.has(kind)) || isSeat(world, token.form)) continue;
    const lemma = lemmaAt(tree, i);
    const verb = token.upos === 'VERB';
    const item = agendaItem(verb ? withParticle(tree, i) : lemma, verb) ?? agendaItem(formOf(token), verb);
    if (!item && (token.upos === 'ADJ' || token.upos === 'VERB')) continue;
    const firm = item !== undefined || !isGeneral(lemma);
    if (!firm && !isAgreement(lemma)) continue;
    const role = i === head ? 3 : tree.tokens[i]!.head === head ? 2.4 : 2 / (1 + depth(tree, i, head) / 3);
    const kindWeight = item ? (verb ? 1.25 : 1.6) : !firm ? 0.1 : kind === 'place' ? 1.2 : 1;
    const key = item ?? lemma;
    const term: Term = {
      key,
      words: item !== undefined && !/^(?:NOUN|PROPN)$/.test(token.upos) ? item : phraseOf(tree, doc.text, i),
      weight: role * kindWeight,
      firm,
    };
    const known = best.get(key);
    if (!known) best.set(key, term);
    else if (term.weight > known.weight) best.set(key, term);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** "cease-fire" and "back-to-work" are one word, though a tokenizer cuts them; so is "back to work". */
function lemmaAt(tree: Tree, i: number): string {
  const { tokens } = tree;
  const own = tokens[i]!.upos === 'PROPN' ? tokens[i]!.form.toLowerCase() : tokens[i]!.lemma.toLowerCase();
  if (own === 'work' && formOf(tokens[i - 1] ?? tokens[i]!) === 'to' && formOf(tokens[i - 2] ?? tokens[i]!) === 'back')
    return 'back-to-work';
  if (own === 'field' && formOf(tokens[i - 1] ?? tokens[i]!) === 'playing') return 'playing-field';
  let joined = own;
  for (let k = i; tokens[k - 1]?.form === '-' && tokens[k - 2] && tokens[k - 2]!.end === tokens[k - 1]!.start; k -= 2)
    joined = `${formOf(tokens[k - 2]!)}-${joined}`;
  return joined;
}

function depth(tree: Tree, i: number, head: number): number {
  let steps = 0;
  for (let at = i; at >= 0 && at !== head && steps < 8; at = tree.tokens[at]!.head) steps++;
  return steps;
}

const isSeat = (world: World, words: string): boolean =>
  world.lookUp(words).some(({ kind }) => kind === 'capital' || kind === 'seat');

const PARTIES = new Set<Name['kind']>(['person', 'organization', 'country', 'nationality']);

function nameKind(names: Name[], token: { start: number; end: number }): Name['kind'] | null {
  for (let k = firstFrom(names, token.start - LONGEST); k < names.length && names[k]!.start <= token.start; k++)
    if (names[k]!.end >= token.end) return names[k]!.kind;
  return null;
}

// Code units: longer than names are.
const LONGEST = 60;

/** The noun with the words before it that belong to it. */
function phraseOf(tree: Tree, text: string, i: number): string {
  const token = tree.tokens[i]!;
  const before = childrenOf(tree, i, /^(?:compound|amod|flat)/).filter((k) => k < i && i - k <= 3);
  let from = i;
  for (;;) {
    if (before.includes(from - 1)) from--;
    // "the long-term plan": what a hyphen joins stays together.
    else if (from > 1 && tree.tokens[from - 1]!.form === '-' && tree.tokens[from - 1]!.end === tree.tokens[from]!.start)
      from -= 2;
    else break;
  }
  return text.slice(tree.tokens[from]!.start, token.end).replace(/\s+/g, ' ');
}
