/**
 * What a proposition is about, as terms that other propositions can share. In: the words of the proposition. Out: a
 * key, the words and a weight for each. Example: "a pay rise of 24 percent" gives pay ("pay rise").
 */
import type { Doc, Name } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import type { Term } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { childrenOf, formOf, isPassive, type Tree, type Words, withParticle } from './tree.ts';
import { agendaItem, isAgreement, isGeneral, isGeneralVerb, isPlain } from './words.ts';

/**
 * @param head the word that heads the proposition.
 * @param acts whether what is done can be what it is about, where it is a clause.
 */
export function findTerms(tree: Tree, scene: TermScene, matter: Words, head: number, acts = false): Term[] {
  const best = new Map<string, Term>();
  const add = (term: Term): void => {
    const known = best.get(term.key);
    if (!known || term.weight > known.weight) best.set(term.key, term);
  };
  for (let i = matter.from; i < matter.to; i++) {
    const term = termAt(tree, scene, i, head);
    if (term) add(term);
  }
  const verb = acts ? verbTerm(tree, scene, matter, head) : null;
  if (verb) add(verb);
  return [...best.values()].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

interface TermScene {
  doc: Doc;
  world: World;
}

function termAt(tree: Tree, { doc, world }: TermScene, i: number, head: number): Term | null {
  const token = tree.tokens[i]!;
  if (!/^(?:NOUN|PROPN|VERB|ADJ)$/.test(token.upos) || token.end - token.start < 3) return null;
  // "Corp." is no matter, "T.P.P." may be.
  if (/\.$/.test(token.form) && !/^(?:\p{Lu}\.){3,}$/u.test(token.form)) return null;
  const kind = nameKind(doc.names, token);
  // Whoever demands or refuses is not what it is about; nor is the capital that stands for a government.
  if ((kind !== null && PARTIES.has(kind)) || isSeat(world, token.form)) return null;
  // "Mr. Lind", "union members in Selm": who is meant, and not what.
  if (/^(?:Mr|Mrs|Ms|Dr)\.?$/.test(tree.tokens[i - 1]?.form ?? '')) return null;
  if (kind === 'place' && token.deprel.startsWith('nmod') && tree.tokens[token.head]?.upos === 'PROPN') return null;
  const lemma = lemmaAt(tree, i);
  // "30-minute", "Mr".
  if (/^\d|^(?:mr|mrs|ms|dr|sen|rep|gov)$/.test(lemma)) return null;
  // "a pay rise": a noun, whatever the tagger says.
  const verb = token.upos === 'VERB' && !token.deprel.startsWith('compound');
  const item = agendaItem(verb ? withParticle(tree, i) : lemma, verb) ?? agendaItem(formOf(token), verb);
  if (!item && !/^(?:NOUN|PROPN)$/.test(token.upos)) return null;
  const firm = item !== undefined || !(isGeneral(lemma) || isGeneral(lemma.replace(/s$/, '')));
  // "the New Deal" is a name, and not the deal.
  if (!firm && (!isAgreement(lemma) || (i > 0 && /^\p{Lu}/u.test(token.form)))) return null;
  const role = roleOf(tree, i, head);
  const kindWeight = item
    ? verb
      ? verbWeight(tree, i)
      : 1.6
    : !firm
      ? 0.1
      : kind === 'place'
        ? placeWeight(tree, i)
        : 1;
  return {
    key: item ?? lemma,
    words: item === undefined ? phraseOf(tree, doc.text, i) : itemWords(tree, doc.text, i, item),
    weight: role * kindWeight * (isAside(tree, i, head) ? ASIDE : 1),
    firm,
  };
}

/** How near a word is to what the proposition is about. */
function roleOf(tree: Tree, i: number, head: number): number {
  if (i === head) return 3;
  const { head: governor, deprel } = tree.tokens[i]!;
  // "cybersecurity efforts": what a general noun is told by stands for it.
  if (/^(?:compound|amod)/.test(deprel) && governor > i && isGeneral(tree.tokens[governor]!.lemma.toLowerCase()))
    return roleOf(tree, governor, head) * 0.85;
  // "for the fund to be closed": the parser may hang the fund on the verb before.
  if (isPassive(tree, head) && i < head && depth(tree, i, head) >= 8) return 2.4;
  if (governor === head) return tree.tokens[head]!.upos === 'VERB' && /^(?:obl|advcl)/.test(deprel) ? 1.9 : 2.4;
  return 2 / (1 + depth(tree, i, head) / 3);
}

/** "the raid on Selm" is about Selm; "win in Selm", "a rally in Selm" only play there. */
function placeWeight(tree: Tree, i: number): number {
  const { head, deprel } = tree.tokens[i]!;
  const governor = tree.tokens[head];
  const plays =
    /^(?:obl|nmod)/.test(deprel) && /^(?:in|at)$/.test(formOf(tree.tokens[childrenOf(tree, i, /^case/)[0] ?? i]!));
  return plays && !(governor?.upos === 'NOUN' && isGeneral(governor.lemma)) ? 0.4 : 1.2;
}

/** A verb of the agenda tells less where a noun of the agenda goes with it: "return to the table". */
const verbWeight = (tree: Tree, verb: number): number =>
  childrenOf(tree, verb, /^(?:obj|obl)/).some(
    (i) => agendaItem(tree.tokens[i]!.lemma.toLowerCase(), false) !== undefined,
  )
    ? 0.75
    : 1.25;

// What a relative or adverbial clause inside the proposition speaks of.
const ASIDE = 0.75;

function isAside(tree: Tree, i: number, head: number): boolean {
  for (let at = i, steps = 0; at >= 0 && at !== head && steps < 8; steps++) {
    if (/^(?:acl:relcl|advcl|parataxis)/.test(tree.tokens[at]!.deprel)) return true;
    at = tree.tokens[at]!.head;
  }
  return false;
}

// Less than the object of the verb, more than what stands behind a preposition.
const VERB = 1.6;

/** What is done, where the proposition is a clause: "pardon the sailors", "retaliate against Selm". */
function verbTerm(tree: Tree, { doc }: TermScene, matter: Words, head: number): Term | null {
  const { tokens } = tree;
  let verb = head;
  // "be able to | defend itself", "stop | attacking it".
  for (let steps = 0; steps < 3; steps++) {
    const { lemma, upos } = tokens[verb]!;
    if (upos === 'VERB' && !isGeneralVerb(lemma)) break;
    const next = childrenOf(tree, verb, /^xcomp/).find((i) => i > verb && i < matter.to);
    if (next === undefined) return null;
    verb = next;
  }
  const base = baseOf(tree, verb);
  if (base === null || isGeneral(base) || agendaItem(withParticle(tree, verb), true) !== undefined) return null;
  const object = childrenOf(tree, verb, /^(?:obj|obl)/).find(
    (i) => i > verb && i < matter.to && i - verb < 7 && !isWhen(tree, i),
  );
  if (object === undefined || !/^(?:NOUN|PROPN)$/.test(tokens[object]!.upos)) return null;
  // "send such a group": what that is, the words before tell.
  if (childrenOf(tree, object, /^det/).some((i) => /^(?:such|this|that|these|those)$/.test(formOf(tokens[i]!))))
    return null;
  const particle = /_(.+)$/.exec(withParticle(tree, verb))?.[1];
  const words = [base, particle, objectOf(tree, doc.text, object)].filter(Boolean).join(' ');
  return { key: base, words, weight: VERB, firm: true };
}

/** The bare form of a verb; null where its lemma is a guess. */
function baseOf(tree: Tree, verb: number): string | null {
  const { upos, xpos, lemma } = tree.tokens[verb]!;
  const form = formOf(tree.tokens[verb]!);
  if (upos !== 'VERB' || !/^\p{Ll}{3,}$/u.test(form)) return null;
  if (xpos === 'VB') return form;
  const stem = form.replace(/(?:ed|ing|s)$/, '');
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')].includes(lemma) ? lemma : null;
}

/** "in the coming years", "at noon": no object. */
const isWhen = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.deprel.startsWith('obl') &&
  isGeneral(tree.tokens[i]!.lemma) &&
  !/^(?:to|into|from|against|with)$/.test(formOf(tree.tokens[childrenOf(tree, i, /^case/)[0] ?? i]!));

/** "against Selm", "polling places": with its preposition, without determiners. */
function objectOf(tree: Tree, text: string, at: number): string {
  const lead = childrenOf(tree, at, /^case/).filter((i) => i < at)[0];
  const words = phraseOf(tree, text, at);
  return lead === undefined ? words : `${formOf(tree.tokens[lead]!)} ${words}`;
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

/** The noun with the words before it that tell which, and with the noun that it stands before: "free-trade deals". */
function phraseOf(tree: Tree, text: string, i: number, onward = true): string {
  const { tokens } = tree;
  const before = childrenOf(tree, i, /^(?:compound|amod|flat)/).filter((k) => k < i && i - k <= 4);
  let from = i;
  for (;;) {
    if (before.includes(from - 1) && !isPlain(tokens[from - 1]!)) from--;
    // "the long-term plan": what a hyphen joins stays together.
    else if (from > 1 && tokens[from - 1]!.form === '-' && tokens[from - 1]!.end === tokens[from]!.start) from -= 2;
    else break;
  }
  const { head, deprel } = tokens[i]!;
  const goesOn = onward && /^(?:compound|amod)/.test(deprel) && head === i + 1 && tokens[head]!.upos === 'NOUN';
  return text.slice(tokens[from]!.start, tokens[goesOn ? head : i]!.end).replace(/\s+/g, ' ');
}

/** An item of the agenda: the noun with what goes before it, else the item's own name. */
const itemWords = (tree: Tree, text: string, i: number, item: string): string =>
  /^(?:NOUN|PROPN)$/.test(tree.tokens[i]!.upos) && tree.tokens[i]!.lemma !== 'table'
    ? phraseOf(tree, text, i, false)
    : item;
