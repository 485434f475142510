/**
 * A repair of trees: "officials said the talks had failed". A verb of saying or thinking that has no content clause, but after it
 * a clause with a subject of its own that the parser hangs on something else, or on it as something else, has that clause as its
 * content (ccomp).
 */
import type { Token } from './doc.ts';

type Word = Pick<Token, 'form' | 'lemma' | 'upos' | 'xpos' | 'head' | 'deprel'>;

/** A clause, by the index of its head word, that is the content of a verb. */
export interface ContentClause {
  word: number;
  verb: number;
  /** What was taken for the verb's object and is the clause's subject. */
  subject?: number;
}

/** Verbs whose object may be a clause without "that". Written for this project. */
const VERBS = new Set(
  'acknowledge add admit allege announce argue ask assert assume believe claim confess confirm declare deny estimate expect explain fear feel guess hear hope imagine insist know learn maintain mention note predict promise realize recall reply report reveal say see show state stress suggest suspect swear tell think understand warn wish worry write'.split(
    ' ',
  ),
);
/** Of those, the ones that take the person told as their object. Written for this project. */
const TELLING = new Set('advise ask assure convince inform notify persuade promise remind show tell warn'.split(' '));
/** Of those, the ones that seldom have a noun as their object. Written for this project. */
const OBJECTLESS = new Set('argue assume believe claim guess hope insist say suspect think'.split(' '));
const MISTAKEN = new Set(['advcl', 'parataxis', 'conj', 'acl']);

/** Words whose relation should be ccomp, to the verb given. */
export function findContentClauses(words: readonly Word[]): ContentClause[] {
  const found: ContentClause[] = [];
  if (!words.some(isSaying)) return found;
  const settled = new Set<number>();
  for (const w of words) if (w.deprel === 'ccomp') settled.add(w.head);
  // The tree as it is after each repair, so that none of them closes a ring.
  const heads = words.map((w) => w.head);
  const taken = new Set<number>();
  const add = (clause: ContentClause): void => {
    const { word, verb, subject } = clause;
    found.push(clause);
    settled.add(verb);
    taken.add(word);
    heads[word] = verb;
    if (subject !== undefined) heads[subject] = word;
  };
  const sayers: number[] = [];
  for (let v = 0; v < words.length; v++) if (isSaying(words[v]!) && words[v]!.deprel !== 'amod') sayers.push(v);
  for (const v of sayers) {
    const word = settled.has(v) ? undefined : clauseAfter(words, v);
    if (word !== undefined && !taken.has(word) && !isBelow(heads, v, word)) add({ word, verb: v });
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.head < 0 || word.head > i || !MISTAKEN.has(word.deprel) || settled.has(word.head) || taken.has(i))
      continue;
    if (isSaying(words[word.head]!) && isClause(words, i)) add({ word: i, verb: word.head });
  }
  for (const v of sayers) {
    if (settled.has(v)) continue;
    const { lemma } = words[v]!;
    const word = TELLING.has(lemma) ? clauseOfAddressee(words, v) : undefined;
    const clause =
      word !== undefined ? { word, verb: v } : OBJECTLESS.has(lemma) ? clauseOfObject(words, v) : undefined;
    if (!clause || taken.has(clause.word) || isBelow(heads, v, clause.word)) continue;
    if (clause.subject === undefined || !isBelow(heads, clause.word, clause.subject)) add(clause);
  }
  return found;
}

const isSaying = (word: Word): boolean => word.upos === 'VERB' && VERBS.has(word.lemma);
const isSubject = (word: Word): boolean => /^(?:nsubj|csubj|expl)/.test(word.deprel);
const isThat = (word: Word): boolean => /^(?:that|whether)$/i.test(word.form);

/** "He is tired of saying | their position depends on it": a finite clause whose subject, or "that", begins right after the verb. */
function clauseAfter(words: readonly Word[], v: number): number | undefined {
  const next = words[v + 1];
  if (!next) return undefined;
  let subject = v + 1;
  if (next.deprel === 'mark' && isThat(next)) subject = -1;
  else {
    while (words[subject]!.head > v && !isSubject(words[subject]!)) subject = words[subject]!.head;
    if (!isSubject(words[subject]!)) return undefined;
  }
  const clause = subject < 0 ? next.head : words[subject]!.head;
  return clause > v && hasFiniteVerb(words, clause) ? clause : undefined;
}

/** "They told the heads of the council | that it would end": taken for a relative clause, but with "that" and no part left to fill. */
function clauseOfAddressee(words: readonly Word[], v: number): number | undefined {
  for (let i = v + 2; i < words.length; i++) {
    const word = words[i]!;
    if (!word.deprel.startsWith('acl') || word.head <= v || !hasFiniteVerb(words, i)) continue;
    let noun = word.head;
    while (words[noun]!.head > v && !/^V/.test(words[noun]!.xpos)) noun = words[noun]!.head;
    if (words[noun]!.head !== v || !/^(?:obj|iobj)$/.test(words[noun]!.deprel)) continue;
    let that = false;
    let subject = false;
    let full = false;
    for (let k = word.head + 1; k < words.length; k++) {
      const w = words[k]!;
      if (w.head !== i) continue;
      if (k < i && isThat(w) && !isSubject(w)) that = true;
      else if (isSubject(w)) subject = true;
      else if (/^(?:obj|ccomp|xcomp|cop|aux:pass)$/.test(w.deprel)) full = true;
    }
    if (that && subject && full) return i;
  }
  return undefined;
}

/** "They think | the people at the table will agree": the subject was taken for the verb's object, its predicate has none. */
function clauseOfObject(words: readonly Word[], v: number): ContentClause | undefined {
  let subject = v + 1;
  while (subject < words.length && words[subject]!.head > v) subject = words[subject]!.head;
  if (words[subject]?.head !== v || words[subject]!.deprel !== 'obj') return undefined;
  for (let i = subject + 1; i < words.length; i++) {
    const word = words[i]!;
    if (word.deprel !== 'aux' && word.deprel !== 'cop') continue;
    const of = words[word.head]!;
    const isPredicate = word.head > i && /^(?:parataxis|advcl|ccomp|dep)$/.test(of.deprel) && of.head <= v;
    const isOpen =
      isPredicate && !words.some((w) => w.head === word.head && (isSubject(w) || /^(?:cc|mark)$/.test(w.deprel)));
    return isOpen ? { word: word.head, verb: v, subject } : undefined;
  }
  return undefined;
}

function hasFiniteVerb(words: readonly Word[], i: number): boolean {
  if (/^VB[DPZ]$/.test(words[i]!.xpos)) return true;
  return words.some((w) => w.head === i && (w.deprel.startsWith('aux') || w.deprel === 'cop'));
}

/** Whether the word is below the other in the tree. */
function isBelow(heads: readonly number[], word: number, above: number): boolean {
  let at = heads[word]!;
  while (at >= 0 && at !== above) at = heads[at]!;
  return at === above;
}

/** Whether the word heads a clause that "that" or "whether" begins, or a finite one with a subject and no other beginning. */
function isClause(words: readonly Word[], i: number): boolean {
  let opened = false;
  let subject = false;
  let finite = /^VB[DPZ]$/.test(words[i]!.xpos);
  let other = false;
  for (const w of words) {
    if (w.head !== i) continue;
    const form = w.form.toLowerCase();
    if (/^(?:nsubj|csubj|expl)/.test(w.deprel)) subject = true;
    else if (w.deprel.startsWith('aux') || w.deprel === 'cop') finite = true;
    else if (w.deprel === 'mark' && (form === 'that' || form === 'whether')) opened = true;
    else if (w.deprel === 'cc' || w.deprel === 'mark' || (w.deprel === 'advmod' && w.xpos.startsWith('W')))
      other = true;
  }
  return opened || (subject && finite && !other);
}
