/**
 * The matter of a word of stance. In: the word and the places in which it takes its matter. Out: the words, with the
 * one that heads them; several where the matter is a list. Example: "demands a pay rise and shorter hours" gives
 * "a pay rise" and "shorter hours".
 */
import { isCondition } from './conditions.ts';
import { childrenOf, formOf, leadOf, phraseAt, type Tree, trim, type Words } from './tree.ts';
import { agendaItem, type StanceWord } from './words.ts';

export interface Matter {
  head: number;
  words: Words;
}

/** What a verb or adjective takes as its matter; none where it stands for what another sentence tells. */
export function mattersOf(tree: Tree, at: number, word: StanceWord): Matter[] {
  const after = tree.children[at]!.filter((i) => i > at || /^(?:obj|obl)/.test(tree.tokens[i]!.deprel));
  // "called on it to" asks; "called it absurd" does not.
  const clause = after.find(
    (i) =>
      i > at &&
      isClause(tree, i) &&
      (!word.asking || /^(?:to|that)$/.test(leadOf(tree, i))) &&
      // "called on the cabinet | to scrap it": on whom.
      (word.asking || !(word.places.has('whom') && isOfNoun(tree, i))),
  );
  const places = after.filter((i) => fits(tree, i, word));
  const object = places.find((i) => tree.tokens[i]!.upos !== 'PRON') ?? places[0];
  const takesClause = word.places.has('that') || word.places.has('whom');
  if (clause !== undefined && takesClause && (object === undefined || word.places.has('whom') || clause < object)) {
    const asked = word.places.has('whom') ? after.find((i) => i > at && i < clause && isAsked(tree, i)) : undefined;
    return split(tree, at, asked ?? givenBefore(tree, at, clause) ?? clause, clause);
  }
  // "suggests any new deal | should wait": the parser may hang the subject of the clause on the verb.
  if (clause !== undefined && takesClause && object !== undefined && isSubjectOf(tree, object, clause))
    return split(tree, at, object, clause);
  const hidden = object !== undefined && word.places.has('whom') ? clauseAfter(tree, object) : null;
  if (hidden !== null) return split(tree, at, object!, hidden);
  // "pressed the union for a vote": for what, and not whom.
  const isWhom = (i: number): boolean =>
    /^obj/.test(tree.tokens[i]!.deprel) && (word.asking || !word.places.has('that'));
  // The parser may hang "for a vote" on the union.
  const behind = object === undefined ? [] : childrenOf(tree, object, /^nmod/).filter((i) => fits(tree, i, word));
  const what = object === undefined || isWhom(object) ? [...places, ...behind].find((i) => !isWhom(i)) : object;
  if (what === undefined) return [];
  // "criticised the ministry for selling the yard": the selling.
  const deed = BLAMING.test(tree.tokens[at]!.lemma)
    ? childrenOf(tree, at, /^advcl/).find(
        (i) => i > what && leadOf(tree, i) === 'for' && tree.tokens[i]!.xpos === 'VBG',
      )
    : undefined;
  if (deed !== undefined) return split(tree, at, deed, deed);
  const second = GIVING.test(tree.tokens[at]!.lemma) ? secondObject(tree, at, what) : undefined;
  if (second !== undefined) return split(tree, at, what, second);
  if (tree.tokens[what]!.upos !== 'PRON') return split(tree, at, what, what);
  const named = antecedentOf(tree, at, what);
  if (named === null) return [];
  const whole = wholeNoun(tree, named);
  return [{ head: whole, words: { from: nounPhrase(tree, whole).from, to: nounPhrase(tree, named).to } }];
}

const BLAMING = /^(?:attack|blast|chide|condemn|criticize|criticise|denounce|fault|protest|rebuke|scold|slam)$/;

/** "offered him a week | to leave": what is given, with what it is given for. */
function givenBefore(tree: Tree, at: number, clause: number): number | undefined {
  if (!GIVING.test(tree.tokens[at]!.lemma)) return undefined;
  const { from } = phraseAt(tree, clause);
  return childrenOf(tree, at, /^obl:unmarked/).find((i) => i > at && phraseAt(tree, i).to === from && !isTime(tree, i));
}

/** "offers mothers | eight weeks of leave": what is given, where it is counted, behind whom it is given to. */
const secondObject = (tree: Tree, at: number, object: number): number | undefined =>
  childrenOf(tree, at, /^i?obj/).find(
    (i) =>
      i > object &&
      object > at &&
      childrenOf(tree, i, /^nummod/).length > 0 &&
      phraseAt(tree, i).from === nounPhrase(tree, object).to,
  );

const GIVING = /^(?:offer|promise|grant|guarantee|give)$/;

/** True where a helping verb of a clause without a subject stands right behind the noun. */
function isSubjectOf(tree: Tree, noun: number, clause: number): boolean {
  if (hasOwnSubject(tree, clause)) return false;
  const helping = childrenOf(tree, clause, /^(?:aux|cop)/)[0];
  return (
    helping !== undefined && phraseAt(tree, noun).to === helping && /^(?:MD|VB[DPZ])$/.test(tree.tokens[helping]!.xpos)
  );
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const MONTHS =
  /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|march|april|may|june|july|aug(?:ust|\.)?|sept(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/;

/** "signed | last May", "pledged | Saturday to rid it": a time that the parser takes for the object. */
function isTime(tree: Tree, i: number): boolean {
  const { upos } = tree.tokens[i]!;
  const form = formOf(tree.tokens[i]!);
  if (upos === 'PROPN' && (DAYS.test(form) || MONTHS.test(form))) return true;
  if (!/^(?:day|night|week|weekend|month|year|spring|summer|autumn|fall|winter)$/.test(form)) return false;
  return /^(?:last|next|this)$/.test(formOf(tree.tokens[i - 1] ?? tree.tokens[i]!));
}

/** "pressed him on his failure | to pay": the clause goes with the noun right before it. */
function isOfNoun(tree: Tree, clause: number): boolean {
  const mark = childrenOf(tree, clause, /^mark/).find((i) => formOf(tree.tokens[i]!) === 'to');
  if (mark === undefined || tree.tokens[mark - 1]?.upos !== 'NOUN') return false;
  return /^(?:on|over|about)$/.test(leadOf(tree, mark - 1));
}

/** "the offer on the table": a noun with what belongs to it, without clauses. */
export const nounPhrase = (tree: Tree, at: number): Words =>
  trim(
    tree,
    phraseAt(tree, at, (child) => child > at && /^(?:acl|punct|conj|cc|appos)/.test(tree.tokens[child]!.deprel)),
  );

/** "the plan to close the mine | was rejected": with its clauses and what it is joined to, save for what commas set off. */
export const subjectPhrase = (tree: Tree, at: number): Words =>
  trim(
    tree,
    phraseAt(
      tree,
      at,
      (child) => child > at && (/^(?:punct|appos|parataxis)/.test(tree.tokens[child]!.deprel) || isSetOff(tree, child)),
    ),
  );

const isSetOff = (tree: Tree, child: number): boolean =>
  tree.tokens[child]!.deprel.startsWith('acl') && tree.tokens[phraseAt(tree, child).from]?.form === ',';

/** "wants it to at once | leave": a clause that the parser hung elsewhere; the verb after "to" right behind the object. */
function clauseAfter(tree: Tree, object: number): number | null {
  const { to } = phraseAt(tree, object, (child) => child > object && tree.tokens[child]!.upos === 'VERB');
  // "pressed him on his failure to": what he failed to do.
  if (tree.tokens[object]!.upos === 'PRON' && to - object > 2) return null;
  if (tree.tokens[to]?.xpos !== 'TO') return null;
  for (let i = to + 1; i < Math.min(to + 6, tree.tokens.length); i++) if (tree.tokens[i]!.upos === 'VERB') return i;
  return null;
}

const isAsked = (tree: Tree, i: number): boolean => /^(?:i?obj|obl|nsubj)/.test(tree.tokens[i]!.deprel);

function fits(tree: Tree, i: number, word: StanceWord): boolean {
  const { deprel } = tree.tokens[i]!;
  // "agreed in order to" tells why.
  if (isCondition(tree, i) || formOf(tree.tokens[i]!) === 'order' || isTime(tree, i)) return false;
  if (/^obj/.test(deprel)) return word.places.has('that') || (word.places.has('whom') && !word.asking);
  const lead = leadOf(tree, i);
  // "lobbied for | while she was in office": the noun stands before.
  const at = childrenOf(tree, i, /^case/)[0];
  if (at !== undefined && /^(?:while|when|until|during)$/.test(tree.tokens[at + 1]?.form ?? '')) return false;
  return /^(?:obl|nmod|advcl|ccomp)/.test(deprel) && lead !== '' && word.places.has(lead);
}

/** "the fee, which it refuses": the fee. */
function antecedentOf(tree: Tree, verb: number, pronoun: number): number | null {
  if (!/^(?:which|that|who|whom)$/.test(formOf(tree.tokens[pronoun]!))) return null;
  const { deprel, head } = tree.tokens[verb]!;
  if (!deprel.startsWith('acl') || head < 0) return null;
  return head;
}

/** "a vote on the fee, which it refuses": the vote on the fee. */
function wholeNoun(tree: Tree, at: number): number {
  let noun = at;
  for (let steps = 0; steps < 3; steps++) {
    const lead = childrenOf(tree, noun, /^case/)[0];
    if (lead === undefined || lead > noun) break;
    const before = tree.tokens[lead - 1];
    // "a treaty calling for a border, which they signed"
    const calling =
      before?.upos === 'VERB' && before.xpos === 'VBG' && before.deprel === 'acl' && before.head === lead - 2;
    if (before?.upos !== 'NOUN' && !calling) break;
    noun = calling ? lead - 2 : lead - 1;
  }
  return noun;
}

function isClause(tree: Tree, i: number): boolean {
  const { deprel, upos } = tree.tokens[i]!;
  // "pushes for a higher wage: “Nobody should …”": the wage.
  const { from } = phraseAt(tree, i);
  if ([from, from - 1, from - 2].some((k) => tree.tokens[k]?.form === ':')) return false;
  if (/^(?:xcomp|ccomp)/.test(deprel)) return true;
  // The parser may call "called on it | to lift the tariffs" or "ruled out | sending" adverbial.
  if (!/^(?:advcl|acl|dep)/.test(deprel) || upos !== 'VERB') return false;
  const lead = leadOf(tree, i);
  if (lead === 'to' || lead === 'that') return true;
  return lead === '' && /ing$/.test(formOf(tree.tokens[i]!)) && !/^[,;–—]$/.test(tree.tokens[i - 1]?.form ?? '');
}

/** The parts of a list, each a matter; one where it is none. `first` is the word that the matter begins with. */
export function split(tree: Tree, verb: number, first: number, head: number): Matter[] {
  const joined = childrenOf(tree, head, /^(?:conj|appos)/).filter((i) => isListed(tree, head, i));
  // "workers, veterans and small farms": one list, where some of it is a bare word.
  const isOne = tree.tokens[head]!.upos === 'NOUN' && joined.some((i) => isBareNoun(tree, i));
  const parts = [
    ...(isOne ? [] : joined.filter((i) => isPart(tree, head, i))),
    ...childrenOf(tree, verb, /^conj/).filter((i) => i > head && isThat(tree, i)),
    ...includedIn(tree, head, verb),
    ...itemsIn(tree, verb, first, head),
  ];
  if (parts.length === 0) return [{ head, words: wordsOf(tree, verb, first, head, []) }];
  return [
    { head, words: wordsOf(tree, verb, first, head, parts) },
    ...parts.map((part) => ({ head: part, words: wordsOf(tree, part, part, part, parts) })),
  ];
}

/** "a pay rise of 5 percent and the reinstatement": an item that the parser hung on the last noun before it. */
function itemsIn(tree: Tree, verb: number, first: number, head: number): number[] {
  const { to } = wordsOf(tree, verb, first, head, []);
  const found: number[] = [];
  for (let i = head + 1; i < to; i++) {
    const { deprel, upos, head: governor } = tree.tokens[i]!;
    if (!deprel.startsWith('conj') || upos !== 'NOUN' || governor === head) continue;
    if (childrenOf(tree, i, /^det/).length > 0 && isItem(tree, i) && !isItem(tree, governor)) found.push(i);
  }
  return found;
}

/** An item of a list: "a toll, a war and a vote", where the parser may call the second an aside. */
function isListed(tree: Tree, head: number, i: number): boolean {
  const { deprel, upos } = tree.tokens[i]!;
  if (deprel.startsWith('conj')) return true;
  const lead = childrenOf(tree, i, /^det/)[0];
  const isAfterComma = lead !== undefined && tree.tokens[lead - 1]?.form === ',';
  const last = childrenOf(tree, head, /^conj/).at(-1);
  return upos === 'NOUN' && isAfterComma && /^an?$/.test(formOf(tree.tokens[lead]!)) && last !== undefined && last > i;
}

const isBareNoun = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos === 'NOUN' && tree.children[i]!.every((k) => /^(?:cc|punct)/.test(tree.tokens[k]!.deprel));

/** A usual item of an agenda, by itself or by the words before it. */
const isItem = (tree: Tree, at: number): boolean =>
  [at, ...childrenOf(tree, at, /^(?:compound|amod)/)].some(
    (i) => agendaItem(tree.tokens[i]!.lemma.toLowerCase(), false) !== undefined,
  );

/** "…, and that they must": goes on with the clause before, wherever the parser hangs it. */
const isThat = (tree: Tree, i: number): boolean =>
  childrenOf(tree, i, /^cc/).some((cc) => tree.tokens[cc + 1]?.form === 'that') && hasOwnSubject(tree, i);

/** "three steps, including the return of the ships and a fund": the return, a fund. */
function includedIn(tree: Tree, head: number, verb: number): number[] {
  const { tokens } = tree;
  const at = tokens.findIndex((token, i) => i > head && formOf(token) === 'including' && token.deprel === 'case');
  if (at < 0 || at - head > 12) return [];
  const first = tokens[at]!.head;
  // "demands an inquiry, as do others, including Ana Lind": a name is no matter.
  if (tokens[first]!.upos === 'PROPN' && childrenOf(tree, first, /^det/).length === 0) return [];
  // It may hang on anything in the clause of the verb.
  for (let i = first, steps = 0; i !== verb && i !== head; steps++) {
    i = tokens[i]!.head;
    if (i < 0 || steps > 4) return [];
  }
  const inside = [first];
  for (let k = 0; k < inside.length; k++) inside.push(...tree.children[inside[k]!]!);
  const isOwn = (i: number): boolean =>
    tokens[i]!.head === first || isItem(tree, i) || childrenOf(tree, i, /^(?:det|nmod)/).length > 0;
  return inside.filter(
    (i) => i === first || (tokens[i]!.upos === 'NOUN' && /^(?:conj|appos)/.test(tokens[i]!.deprel) && isOwn(i)),
  );
}

/** A clause of its own, or a noun phrase of more than a word: "to cut the fee and to free the ship". */
function isPart(tree: Tree, head: number, i: number): boolean {
  if (tree.tokens[i]!.upos === 'VERB' || tree.tokens[head]!.upos === 'VERB')
    return (leadOf(tree, i) !== '' && !isManner(tree, i)) || hasOwnSubject(tree, i);
  if (isManner(tree, i)) return false;
  return (
    tree.tokens[i]!.upos === 'NOUN' && tree.children[i]!.some((k) => !/^(?:cc|punct)/.test(tree.tokens[k]!.deprel))
  );
}

/** "…, but only by road", "…, either through a bank or a fund": tells how, and is no item. */
const isManner = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos !== 'VERB' && childrenOf(tree, i, /^case/).some((k) => k < i);

/** From the first word of `first` to the end of `head` and of what follows it in the same clause. */
function wordsOf(tree: Tree, verb: number, first: number, head: number, without: number[]): Words {
  const leave = (child: number): boolean =>
    without.includes(child) ||
    (child > head && isBeside(tree, child, verb, head)) ||
    isCondition(tree, child) ||
    (/^conj/.test(tree.tokens[child]!.deprel) && hasOwnSubject(tree, child)) ||
    (child > head && /^(?:parataxis|discourse)/.test(tree.tokens[child]!.deprel));
  const { from } = phraseAt(tree, first, leave);
  let { to } = phraseAt(tree, head, leave);
  // Phrases that the parser hangs on the verb go with the matter: "an end | to the strike".
  for (;;) {
    const next = tree.children[verb]!.find((i) => i >= to && isTail(tree, i) && phraseAt(tree, i, leave).from === to);
    if (next === undefined) break;
    const more = phraseAt(tree, next, leave).to;
    if (more <= to) break;
    to = more;
  }
  return trim(tree, { from: Math.min(from, first), to });
}

const isBeside = (tree: Tree, child: number, verb: number, head: number): boolean =>
  (tree.tokens[child]!.head === head || tree.tokens[child]!.head === verb) &&
  BESIDE.test(leadOf(tree, child)) &&
  !/^(?:case|mark|fixed)/.test(tree.tokens[child]!.deprel);

function isTail(tree: Tree, i: number): boolean {
  const { deprel } = tree.tokens[i]!;
  const lead = leadOf(tree, i);
  if (isCondition(tree, i) || BESIDE.test(lead)) return false;
  return /^(?:obl|nmod|acl|advmod)/.test(deprel) || (/^(?:advcl|xcomp|ccomp)/.test(deprel) && TAIL.test(lead));
}

const TAIL = /^(?:to|that|about|on|over|of|for|from|into)$/;
// Leads of what tells when, why or by whom, not what.
const BESIDE =
  /^(?:according|during|after|before|since|amid|amidst|despite|as|following|when|while|because|although|though)$/;

/** "…, and the union rejects it": a clause with a subject of its own. */
const hasOwnSubject = (tree: Tree, i: number): boolean => childrenOf(tree, i, /^nsubj/).length > 0;
