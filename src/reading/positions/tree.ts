/** A sentence with the children of each word, and the questions about its tree that positions ask. */
import type { Sentence, Token } from '../../language/doc.ts';

export interface Tree {
  sentence: Sentence;
  tokens: Token[];
  children: number[][];
}

/** Half-open range of token indices. */
export interface Words {
  from: number;
  to: number;
}

export function makeTree(sentence: Sentence): Tree {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, i) => {
    if (token.head >= 0) children[token.head]!.push(i);
  });
  return { sentence, tokens, children };
}

export const formOf = (token: Token): string => token.form.toLowerCase();

export function childrenOf(tree: Tree, at: number, relation: RegExp): number[] {
  return tree.children[at]!.filter((i) => relation.test(tree.tokens[i]!.deprel));
}

/** The preposition or conjunction that leads a phrase or clause; '' where there is none. */
export function leadOf(tree: Tree, at: number): string {
  const lead = childrenOf(tree, at, /^(?:case|mark)/)[0];
  return lead === undefined ? '' : formOf(tree.tokens[lead]!);
}

const NEGATIONS = new Set(['not', 'n’t', "n't", 'never', 'nowhere', 'neither', 'nor']);
const NO = new Set(['no', 'neither', 'none', 'nobody', 'nothing']);

/** A "no" that denies; in "a No Deal exit" it is part of a name. */
const denies = (tree: Tree, i: number): boolean =>
  NO.has(formOf(tree.tokens[i]!)) &&
  !(tree.tokens[i]!.form === 'No' && /^\p{Lu}/u.test(tree.tokens[i + 1]?.form ?? ''));

/** "does not accept", "no party accepts", "would never accept". */
export function isNegated(tree: Tree, at: number): boolean {
  return tree.children[at]!.some((i) => {
    const token = tree.tokens[i]!;
    if (NEGATIONS.has(formOf(token))) return !isOnly(tree, i);
    if (!/^(?:nsubj|obj|expl)/.test(token.deprel)) return false;
    if (NO.has(formOf(token))) return true;
    return childrenOf(tree, i, /^(?:det|cc)/).some((d) => denies(tree, d));
  });
}

/** "no longer insists", "does not insist any longer". */
export function isNoLonger(tree: Tree, at: number): boolean {
  return tree.children[at]!.some((i) => {
    const form = formOf(tree.tokens[i]!);
    if (form === 'anymore') return isNegated(tree, at);
    if (form !== 'longer') return false;
    const before = formOf(tree.tokens[i - 1] ?? tree.tokens[i]!);
    return before === 'no' || (before === 'any' && isNegated(tree, at));
  });
}

/** Also "will not sell or lease", where "not" holds for both, and "is not going to sell". */
export function isDenied(tree: Tree, at: number): boolean {
  if (isNegated(tree, at)) return true;
  const { deprel, head } = tree.tokens[at]!;
  if (head < 0) return false;
  if (deprel.startsWith('xcomp') && /^(?:go|about)$/.test(tree.tokens[head]!.lemma)) return isNegated(tree, head);
  if (!deprel.startsWith('conj') || childrenOf(tree, at, /^nsubj/).length > 0) return false;
  return isNegated(tree, head) && childrenOf(tree, at, /^cc/).some((i) => /^(?:or|nor)$/.test(formOf(tree.tokens[i]!)));
}

/** "not only", "not just", "not because": no denial of the verb. */
const isOnly = (tree: Tree, at: number): boolean =>
  /^(?:only|just|merely|because|necessarily)$/.test(tree.tokens[at + 1]?.form ?? '');

/** The helping verb of possibility or duty: 'must', 'will', 'could' …; null where there is none. */
export function modalOf(tree: Tree, at: number): string | null {
  for (const i of childrenOf(tree, at, /^aux/)) {
    const form = formOf(tree.tokens[i]!);
    if (MODALS.has(form)) return MODALS.get(form)!;
  }
  // "is going to leave"
  const { deprel, head } = tree.tokens[at]!;
  return deprel.startsWith('xcomp') && head >= 0 && formOf(tree.tokens[head]!) === 'going' ? 'will' : null;
}

const MODALS = new Map([
  ['must', 'must'],
  ['should', 'should'],
  ['ought', 'should'],
  ['will', 'will'],
  ['shall', 'will'],
  ['’ll', 'will'],
  ["'ll", 'will'],
  ['wo', 'will'],
  ['would', 'would'],
  ['’d', 'would'],
  ["'d", 'would'],
  ['can', 'can'],
  ['ca', 'can'],
  ['could', 'could'],
  ['may', 'may'],
  ['might', 'may'],
]);

/** The word that does it: the subject of the clause, or of the one it is joined to or depends on. */
export function subjectOf(tree: Tree, at: number): number | null {
  const { tokens } = tree;
  for (let verb = at, steps = 0; verb >= 0 && steps < 5; steps++) {
    const own = childrenOf(tree, verb, /^nsubj/)[0];
    const { deprel, head } = tokens[verb]!;
    if (own === undefined) {
      const beside = besideOf(tree, verb);
      if (beside !== null) return beside;
    } else {
      // "the union, which rejects it": the word that the clause belongs to.
      const relative = /^(?:which|who|that)$/.test(formOf(tokens[own]!)) && deprel.startsWith('acl');
      return relative && head >= 0 ? meantBy(tree, own, head) : own;
    }
    // "a union rejecting it": the noun; "the plan rejected by it" is no such thing, "Ana Lind, called for it" is one.
    if (deprel.startsWith('acl')) {
      const verbal = /ing$/.test(formOf(tokens[verb]!)) || isLoose(tree, verb);
      // "sent a letter to leaders rejecting it", "was in Elverton, demanding it": who sent it, who was there.
      const elsewhere = leadOf(tree, head) === 'to' || (isPlace(tree, head) && tokens[head]!.upos === 'PROPN');
      if (!verbal || !elsewhere) return verbal ? head : null;
      verb = head;
      while (verb >= 0 && tokens[verb]!.upos !== 'VERB' && childrenOf(tree, verb, /^nsubj/).length === 0)
        verb = tokens[verb]!.head;
      continue;
    }
    // "Norland no longer insists": the parser may hang the verb on its subject.
    if (deprel === 'appos' && /^(?:VBZ|VBD|VBP)$/.test(tokens[verb]!.xpos) && head < verb) return head;
    if (!/^(?:conj|xcomp|advcl|parataxis)/.test(deprel)) return null;
    verb = head;
  }
  return null;
}

const isPlace = (tree: Tree, at: number): boolean => /^(?:in|at|from|near|outside)$/.test(leadOf(tree, at));

/** "Ana Lind of Elverton, who wants it": who is a person, not the place. "General Who Called": the word right before. */
function meantBy(tree: Tree, pronoun: number, head: number): number {
  const { tokens } = tree;
  if (formOf(tokens[pronoun]!) !== 'who') return head;
  const before = tokens[pronoun - 1];
  if (
    before &&
    pronoun - 1 > head &&
    before.upos === 'PROPN' &&
    before.head === head &&
    leadOf(tree, pronoun - 1) !== 'of'
  )
    return tokens[head]!.form === before.form || /^flat/.test(before.deprel) ? head : pronoun - 1;
  const outer = tokens[head]!.head;
  const beside = tokens[head]!.upos === 'PROPN' && tokens[head]!.deprel.startsWith('nmod');
  return beside && outer >= 0 && /^(?:of|from)$/.test(leadOf(tree, head)) ? outer : head;
}

/** "with Norland demanding … and Selm insisting": a name right before a participle, behind "with" or "and". */
function besideOf(tree: Tree, verb: number): number | null {
  const { tokens } = tree;
  if (!/ing$/.test(formOf(tokens[verb]!)) || tokens[verb - 1]?.upos !== 'PROPN') return null;
  let from = verb - 1;
  while (from > 0 && /^(?:PROPN|DET|ADJ)$/.test(tokens[from - 1]!.upos)) from--;
  return /^(?:with|and|but|while)$/.test(formOf(tokens[from - 1] ?? tokens[from]!)) ? verb - 1 : null;
}

/** "…, and plans to close": a noun by its tag, after "and" and before "to" and a verb, without a word that goes before a noun. */
export function isJoinedVerb(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  const { upos, xpos, form } = tokens[at]!;
  return (
    upos === 'NOUN' &&
    xpos === 'NNS' &&
    JOINED.test(form) &&
    /^(?:and|but)$/.test(tokens[at - 1]?.form ?? '') &&
    tokens[at + 1]?.xpos === 'TO' &&
    tokens[at + 2]?.upos === 'VERB'
  );
}

const JOINED = /^(?:plans|offers|pledges|promises|vows|demands|threats)$/;

/** A verb after a comma and before "for" or "on", whose subject stands before the comma: no participle. */
const isLoose = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb - 1]?.form === ',' && /^(?:for|on)$/.test(tree.tokens[verb + 1]?.form ?? '');

export const isPassive = (tree: Tree, at: number): boolean =>
  childrenOf(tree, at, /^(?:nsubj:pass|aux:pass)/).length > 0;

/** The words of a phrase or clause: those that hang on its head, without gaps, from the first to the last. */
export function phraseAt(tree: Tree, at: number, leave: (child: number) => boolean = () => false): Words {
  const inside = new Set([at]);
  const queue = [at];
  for (let k = 0; k < queue.length; k++)
    for (const child of tree.children[queue[k]!]!) {
      if (inside.has(child) || leave(child)) continue;
      inside.add(child);
      queue.push(child);
    }
  let from = at;
  let to = at + 1;
  while (inside.has(from - 1)) from--;
  while (inside.has(to)) to++;
  return { from, to };
}

const MARKS = /^(?:[.,;:“”"‘’'()–—-]|''|``)$/;

/** Without marks, prepositions and conjunctions at its ends. */
export function trim(tree: Tree, words: Words): Words {
  let { from, to } = words;
  const isLead = (i: number): boolean => {
    const token = tree.tokens[i]!;
    return (
      MARKS.test(token.form) || /^(?:mark|cc)$/.test(token.deprel) || (token.deprel === 'case' && token.upos !== 'PART')
    );
  };
  while (to - from > 1 && isLead(from)) from++;
  const isTrail = (i: number): boolean => {
    const { form, upos, xpos, deprel, head } = tree.tokens[i]!;
    // "a pledge to": leads to what is not there; "the fee it asked for" is whole.
    const isStranded = deprel === 'case' && tree.tokens[i - 1]?.upos === 'VERB';
    if (/^(?:case|mark|det|cc)$/.test(deprel) && head >= to && !isStranded) return true;
    // "…, adding": what was added is no part of it.
    return MARKS.test(form) || upos === 'CCONJ' || (xpos === 'VBG' && tree.tokens[i - 1]?.form === ',');
  };
  while (to - from > 1 && isTrail(to - 1)) to--;
  return { from, to };
}

/** "take back": the verb with its particle, where it has one. */
export function withParticle(tree: Tree, i: number): string {
  const lemma = tree.tokens[i]!.lemma.toLowerCase();
  const particle = childrenOf(tree, i, /^(?:compound:prt|advmod)/).find((k) =>
    /^(?:back|out|up|off)$/.test(formOf(tree.tokens[k]!)),
  );
  if (particle !== undefined) return `${lemma}_${formOf(tree.tokens[particle]!)}`;
  // "hold their fire" is one thing to do.
  const fire =
    /^(?:hold|cease)$/.test(lemma) && childrenOf(tree, i, /^obj/).some((k) => tree.tokens[k]!.lemma === 'fire');
  return fire ? `${lemma}_fire` : lemma;
}
