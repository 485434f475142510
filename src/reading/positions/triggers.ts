/**
 * Words that tell a stance, with the matter they take. In: a tree. Out: for each trigger the stance, who is its
 * subject and the words of the matter. Example: "The union will not accept the cranes" gives rejects, "the union",
 * "the cranes".
 */
import { isCondition } from './conditions.ts';
import {
  childrenOf,
  formOf,
  isNegated,
  isPassive,
  leadOf,
  modalOf,
  phraseAt,
  subjectOf,
  type Tree,
  trim,
  type Words,
} from './tree.ts';
import { judgementOf, type Stance, type StanceWord, stanceOf } from './words.ts';

export interface Trigger {
  at: number;
  stance: Stance;
  weak: boolean;
  /** Index of the word that is the subject; null: whoever speaks. */
  subject: number | null;
  matter: Words;
  /** The word that heads the matter. */
  head: number;
  /** Where the conditions hang. */
  bound: number;
  redLine: boolean;
  kind: 'verb' | 'noun' | 'adjective' | 'duty' | 'refusal' | 'intention' | 'judgement' | 'none';
}

const POSITIVE = new Set<Stance>(['demands', 'offers', 'accepts', 'supports']);

export const isPositive = (stance: Stance): boolean => POSITIVE.has(stance);

export function findTriggers(tree: Tree): Trigger[] {
  const found: Trigger[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    const trigger = verbAt(tree, at) ?? nounAt(tree, at) ?? adjectiveAt(tree, at);
    if (trigger) found.push(trigger);
  }
  return found;
}

function verbAt(tree: Tree, at: number): Trigger | null {
  const token = tree.tokens[at]!;
  if (token.upos !== 'VERB') return null;
  const word = verbWord(tree, at);
  if (!word || isSupposed(tree, at)) return null;
  const stance = stanceUnder(tree, at, word);
  if (!stance) return null;
  let subject = subjectOf(tree, at);
  let matter: { head: number; words: Words } | null;
  if (isPassive(tree, at)) {
    // "the plan was rejected by the union"; who was urged to do something holds nothing.
    const agent = childrenOf(tree, at, /^obl/).find((i) => leadOf(tree, i) === 'by');
    if (agent === undefined || word.places.has('whom') || subject === null) return null;
    matter = { head: subject, words: trim(tree, phraseAt(tree, subject)) };
    subject = agent;
  } else matter = matterOf(tree, at, word);
  if (!matter || subject === null) return null;
  return {
    at,
    stance,
    weak: word.weak || isHedged(tree, at),
    subject,
    matter: matter.words,
    head: matter.head,
    bound: at,
    redLine: false,
    kind: 'verb',
  };
}

const particleOf = (tree: Tree, at: number): string | null => {
  const particle = childrenOf(tree, at, /^compound:prt/)[0];
  if (particle !== undefined) return formOf(tree.tokens[particle]!);
  // "pushed back on", "backed away from": the parser may call the particle an adverb.
  const next = tree.tokens[at + 1];
  return next && next.head === at && /^(?:back|away|down|up|by|out|against)$/.test(next.form) ? next.form : null;
};

function verbWord(tree: Tree, at: number): StanceWord | undefined {
  const token = tree.tokens[at]!;
  const particle = particleOf(tree, at);
  return (particle !== null ? stanceOf(token, 'VERB', particle) : undefined) ?? stanceOf(token, 'VERB', null);
}

/** The stance after "not", and after what the verb depends on: "refused to accept", "is ready to accept". */
function stanceUnder(tree: Tree, at: number, word: StanceWord): Stance | null {
  const own = isNegated(tree, at) ? word.negated : word.stance;
  if (own === null) return null;
  const outer = outerOf(tree, at);
  if (!outer) return own;
  return outer.negative ? (own === word.stance ? word.negated : word.stance) : own;
}

/** The word of stance that a verb with "to" is the matter of; null where none is. */
function outerOf(tree: Tree, at: number): { negative: boolean } | null {
  const { deprel, head } = tree.tokens[at]!;
  if (!/^(?:xcomp|advcl|acl|ccomp)/.test(deprel) || head < 0 || leadOf(tree, at) !== 'to') return null;
  const outer = tree.tokens[head]!;
  const as = outer.upos === 'VERB' ? 'VERB' : outer.upos === 'NOUN' ? 'NOUN' : 'ADJ';
  const word = (as === 'VERB' ? verbWord(tree, head) : stanceOf(outer, as, null)) ?? stanceOf(outer, 'ADJ', null);
  if (!word) return null;
  return { negative: isPositive(word.stance) === isNegated(tree, head) };
}

/** True for what is only supposed, asked for or expected of somebody: "if it accepts", "urged them to accept". */
function isSupposed(tree: Tree, at: number): boolean {
  const { tokens } = tree;
  let verb = at;
  for (let steps = 0; steps < 4; steps++) {
    const { deprel, head } = tokens[verb]!;
    if (head < 0) return false;
    const lead = leadOf(tree, verb);
    if (/^(?:if|whether|unless|until)$/.test(lead)) return true;
    if (/^(?:xcomp|advcl|ccomp|acl)/.test(deprel) && tokens[head]!.upos === 'VERB') {
      const word = verbWord(tree, head);
      // Whom somebody asks is no holder of what is asked for.
      if (word?.places.has('whom') && hasWhom(tree, head) && lead === 'to') return true;
      if (word?.stance === 'demands' && childrenOf(tree, verb, /^nsubj/).length > 0 && isBare(tree, verb)) return true;
    }
    if (!/^(?:xcomp|conj)/.test(deprel)) return false;
    verb = head;
  }
  return false;
}

/** "that it accept": neither tense nor a helping verb. */
const isBare = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.xpos === 'VB' && childrenOf(tree, at, /^aux/).length === 0;

/** True where somebody is asked: "urged the union to …", "called on the union to …". */
function hasWhom(tree: Tree, at: number): boolean {
  return childrenOf(tree, at, /^(?:i?obj|obl)/).some((i) => {
    const lead = leadOf(tree, i);
    return i > at && (lead === '' || lead === 'on' || lead === 'for' || lead === 'with');
  });
}

const isHedged = (tree: Tree, at: number): boolean => /^(?:could|may)$/.test(modalOf(tree, at) ?? '');

// What stands beside the matter and is no part of it.
const OUTSIDE = /^(?:parataxis|cc|punct|discourse)/;

/** The words that the verb takes as its matter. */
function matterOf(tree: Tree, at: number, word: StanceWord): { head: number; words: Words } | null {
  const after = tree.children[at]!.filter((i) => i > at || /^(?:obj|obl)/.test(tree.tokens[i]!.deprel));
  const clause = after.find((i) => i > at && isClause(tree, i));
  if (clause !== undefined && (word.places.has('that') || word.places.has('whom'))) {
    const whom = word.places.has('whom')
      ? after.find((i) => i > at && i < clause && /^(?:i?obj|obl)/.test(tree.tokens[i]!.deprel))
      : undefined;
    return { head: clause, words: from(tree, at, whom ?? clause, clause) };
  }
  for (const i of after) {
    const { deprel } = tree.tokens[i]!;
    const lead = leadOf(tree, i);
    const fits = /^obj/.test(deprel)
      ? word.places.has('that') || word.places.has('whom')
      : /^(?:obl|nmod|advcl)/.test(deprel) && lead !== '' && word.places.has(lead);
    if (!fits || isCondition(tree, i)) continue;
    const pronoun = tree.tokens[i]!.upos === 'PRON';
    if (pronoun) {
      const whole = antecedentOf(tree, at, i);
      if (whole === null) continue;
      return {
        head: whole,
        words: trim(
          tree,
          phraseAt(tree, whole, (c) => c > whole && /^(?:acl|punct|conj|cc)/.test(tree.tokens[c]!.deprel)),
        ),
      };
    }
    return { head: i, words: from(tree, at, i, i) };
  }
  return null;
}

/** "the fee, which it refuses": the fee. Other pronouns stand for what another sentence tells. */
function antecedentOf(tree: Tree, verb: number, pronoun: number): number | null {
  if (!/^(?:which|that|who|whom)$/.test(formOf(tree.tokens[pronoun]!))) return null;
  const { deprel, head } = tree.tokens[verb]!;
  return deprel.startsWith('acl') && head >= 0 ? head : null;
}

function isClause(tree: Tree, i: number): boolean {
  const { deprel, upos } = tree.tokens[i]!;
  if (/^(?:xcomp|ccomp)/.test(deprel)) return true;
  // The parser may call "called on it | to lift the tariffs" or "ruled out | sending" adverbial.
  if (!/^(?:advcl|acl|dep)/.test(deprel) || upos !== 'VERB') return false;
  const lead = leadOf(tree, i);
  return (
    lead === 'to' ||
    lead === 'that' ||
    (lead === '' && /ing$/.test(formOf(tree.tokens[i]!)) && tree.tokens[i - 1]?.form !== ',')
  );
}

/** From the first word of `first` to the end of `head` and of what follows it in the same clause. */
function from(tree: Tree, verb: number, first: number, head: number): Words {
  const leave = (child: number): boolean =>
    OUTSIDE.test(tree.tokens[child]!.deprel) && tree.tokens[child]!.deprel !== 'punct'
      ? child > head && !/^cc/.test(tree.tokens[child]!.deprel)
      : isCondition(tree, child) || isNewClause(tree, child);
  const start = phraseAt(tree, first, leave).from;
  let { to } = phraseAt(tree, head, leave);
  // Phrases that the parser hangs on the verb go with the matter: "an end | to the strike".
  for (;;) {
    const next = tree.children[verb]!.find(
      (i) =>
        i >= to &&
        /^(?:obl|nmod|acl|advmod)/.test(tree.tokens[i]!.deprel) &&
        !isCondition(tree, i) &&
        phraseAt(tree, i, leave).from === to &&
        tree.tokens[to]!.form !== ',',
    );
    if (next === undefined) break;
    const more = phraseAt(tree, next, leave).to;
    if (more <= to) break;
    to = more;
  }
  return trim(tree, { from: Math.min(start, first), to });
}

/** "…, and the union rejects it": a clause with a subject of its own. */
const isNewClause = (tree: Tree, i: number): boolean =>
  /^conj/.test(tree.tokens[i]!.deprel) && childrenOf(tree, i, /^nsubj/).length > 0;

function nounAt(tree: Tree, at: number): Trigger | null {
  const token = tree.tokens[at]!;
  if (token.upos !== 'NOUN') return null;
  const word = stanceOf(token, 'NOUN', null);
  if (!word) return null;
  const matter = nounMatter(tree, at, word);
  if (!matter) return null;
  const { head, deprel } = token;
  const governor = tree.tokens[head];
  let stance: Stance | null = word.stance;
  let subject: number | null = childrenOf(tree, at, /^nmod:poss/)[0] ?? null;
  if (governor && /^(?:obj|nsubj:pass)/.test(deprel) && governor.upos === 'VERB') {
    const light = LIGHT.has(governor.lemma) || LIGHT.has(formOf(governor));
    const dropped = DROPPING.has(governor.lemma);
    if (subject === null && !light && !dropped) return null;
    if (subject === null || light || dropped) subject = subject ?? subjectOf(tree, head);
    if (dropped) stance = isPositive(word.stance) ? 'accepts' : 'accepts';
    else if (isNegated(tree, head) && light) stance = word.negated;
  } else if (subject === null) {
    const by = childrenOf(tree, at, /^nmod/).find(
      (i) => /^(?:by|from|of|among)$/.test(leadOf(tree, i)) && !word.places.has(leadOf(tree, i)),
    );
    subject = by ?? null;
  }
  if (stance === null || subject === null || formOf(tree.tokens[subject]!) === 'whose') return null;
  return {
    at,
    stance,
    weak: word.weak,
    subject,
    matter: matter.words,
    head: matter.head,
    bound: at,
    redLine: false,
    kind: 'noun',
  };
}

const LIGHT = new Set(
  'voice express raise reiterate repeat renew make have issue state declare announce restate reaffirm underline signal indicate show face draw maintain lodge give get submit present'.split(
    ' ',
  ),
);
const DROPPING = new Set('drop abandon withdraw soften lift scrap shelve give waive'.split(' '));

function nounMatter(tree: Tree, at: number, word: StanceWord): { head: number; words: Words } | null {
  const clause = childrenOf(tree, at, /^(?:acl|ccomp|xcomp|advcl)/).find(
    (i) => i > at && /^(?:to|that)$/.test(leadOf(tree, i)) && !/^acl:relcl/.test(tree.tokens[i]!.deprel),
  );
  if (clause !== undefined && word.places.has('that')) return { head: clause, words: from(tree, at, clause, clause) };
  const governor = tree.tokens[at]!.head;
  const near = [...tree.children[at]!, ...(governor >= 0 ? tree.children[governor]! : [])];
  const phrase = near.find(
    (i) =>
      i > at &&
      i - at < 9 &&
      /^(?:nmod|obl|advcl|acl)/.test(tree.tokens[i]!.deprel) &&
      word.places.has(leadOf(tree, i)),
  );
  return phrase === undefined ? null : { head: phrase, words: from(tree, at, phrase, phrase) };
}

function adjectiveAt(tree: Tree, at: number): Trigger | null {
  const token = tree.tokens[at]!;
  if (!/^(?:ADJ|VERB|ADP)$/.test(token.upos)) return null;
  const copula = childrenOf(tree, at, /^(?:cop|aux:pass)/)[0];
  const governor = tree.tokens[token.head];
  const linked =
    governor &&
    /^(?:remain|stay|seem|appear|be|stand|become)$/.test(governor.lemma) &&
    /^(?:xcomp|advmod|obl)/.test(token.deprel);
  if (copula === undefined && !linked) return null;
  const word = stanceOf(token, 'ADJ', null);
  if (!word || isSupposed(tree, at)) return null;
  const bearer = linked ? token.head : at;
  const negated = isNegated(tree, at) !== (linked ? isNegated(tree, bearer) : false);
  const stance = negated ? word.negated : word.stance;
  const subject = subjectOf(tree, bearer) ?? subjectOf(tree, at);
  if (
    !stance ||
    subject === null ||
    (tree.tokens[subject]!.upos === 'PRON' && formOf(tree.tokens[subject]!) === 'there')
  )
    return null;
  const matter = matterOf(tree, at, word) ?? (linked ? matterOf(tree, bearer, word) : null);
  if (!matter) return null;
  return {
    at,
    stance,
    weak: word.weak,
    subject,
    matter: matter.words,
    head: matter.head,
    bound: at,
    redLine: false,
    kind: 'adjective',
  };
}

/** What a speaker's own words tell by "must", "will not", "is unacceptable", "no deal without". `inside`: the words said. */
export function findForce(tree: Tree, inside: Words): Trigger[] {
  const found: Trigger[] = [];
  for (let at = inside.from; at < inside.to; at++) {
    if (!isAsserted(tree, at, inside)) continue;
    const trigger = dutyAt(tree, at, inside) ?? judgedAt(tree, at, inside) ?? noneAt(tree, at, inside);
    if (trigger) found.push(trigger);
  }
  return found;
}

/** True for a clause that the speaker states: not under "if", not in a relative clause. */
function isAsserted(tree: Tree, at: number, inside: Words): boolean {
  for (let i = at, steps = 0; i >= inside.from && i < inside.to && steps < 8; steps++) {
    const { deprel, head } = tree.tokens[i]!;
    if (/^(?:acl|advcl)/.test(deprel) && head >= inside.from && head < inside.to) return false;
    if (/^(?:if|whether|unless|until|because)$/.test(leadOf(tree, i))) return false;
    i = head;
  }
  return true;
}

function dutyAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (!/^(?:VERB|ADJ|NOUN)$/.test(token.upos)) return null;
  const modal = modalOf(tree, at) ?? (needs(tree, at) ? 'must' : null);
  if (!modal) return null;
  const negated = isNegated(tree, at);
  const own = childrenOf(tree, at, /^(?:nsubj|expl)/)[0];
  const subject = own ?? subjectOf(tree, at);
  const matter = trim(tree, clip(clauseAt(tree, at), inside));
  const base = { at, weak: false, matter, head: at, bound: at, redLine: false };
  if (modal === 'must' || modal === 'should') {
    // "should be over soon" expects; "must have known" guesses.
    if (childrenOf(tree, at, /^aux/).some((i) => /^have$/.test(formOf(tree.tokens[i]!)))) return null;
    return {
      ...base,
      stance: negated ? 'opposes' : 'demands',
      subject: null,
      kind: 'duty',
      weak: modal === 'should' && isFirst(tree, subject),
    };
  }
  if (subject === null) return null;
  const passive = isPassive(tree, at);
  if (
    modal === 'can' &&
    negated &&
    (GRANTING.test(token.lemma) || (own !== undefined && formOf(tree.tokens[own]!) === 'there'))
  )
    return {
      ...base,
      stance: 'rejects',
      subject: passive || formOf(tree.tokens[subject]!) === 'there' ? null : subject,
      kind: 'refusal',
    };
  if (modal !== 'will' && modal !== 'would') return null;
  // "will go home only when …" and "will not go home until …" refuse alike.
  const only = tree.children[at]!.some(
    (i) => isCondition(tree, i) && childrenOf(tree, i, /^advmod/).some((k) => formOf(tree.tokens[k]!) === 'only'),
  );
  if (negated || only)
    return { ...base, stance: 'rejects', subject: isNone(tree, subject) ? null : subject, kind: 'refusal' };
  return { ...base, stance: 'supports', weak: true, subject, kind: 'intention' };
}

const isFirst = (tree: Tree, subject: number | null): boolean =>
  subject !== null && /^(?:i|we)$/.test(formOf(tree.tokens[subject]!));

const GRANTING = /^(?:accept|agree|allow|permit|support|tolerate|sign|approve|concede|continue|proceed|be|go)$/;

const isNone = (tree: Tree, subject: number): boolean =>
  /^(?:there|none|nobody|nothing)$/.test(formOf(tree.tokens[subject]!)) ||
  childrenOf(tree, subject, /^det/).some((i) => formOf(tree.tokens[i]!) === 'no');

/** "needs to leave", "has to leave". */
function needs(tree: Tree, at: number): boolean {
  const { head, deprel } = tree.tokens[at]!;
  const outer = tree.tokens[head];
  return (
    !!outer &&
    /^xcomp/.test(deprel) &&
    /^(?:need|have)$/.test(outer.lemma) &&
    leadOf(tree, at) === 'to' &&
    childrenOf(tree, head, /^obj/).length === 0
  );
}

function clauseAt(tree: Tree, at: number): Words {
  return phraseAt(
    tree,
    at,
    (child) =>
      isCondition(tree, child) ||
      /^(?:parataxis|discourse)/.test(tree.tokens[child]!.deprel) ||
      isNewClause(tree, child),
  );
}

const clip = (words: Words, inside: Words): Words => ({
  from: Math.max(words.from, inside.from),
  to: Math.min(words.to, inside.to),
});

/** "the plan is unacceptable", "it is wrong to close the plant", "the plant is a red line". */
function judgedAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (!/^(?:ADJ|NOUN|VERB)$/.test(token.upos) || childrenOf(tree, at, /^cop/).length === 0) return null;
  const red = token.lemma === 'line' && tree.children[at]!.some((i) => formOf(tree.tokens[i]!) === 'red');
  const judged = red ? 'rejects' : judgementOf(token);
  if (!judged) return null;
  const stance = isNegated(tree, at) ? (isPositive(judged) ? 'opposes' : null) : judged;
  if (!stance) return null;
  const subject = childrenOf(tree, at, /^(?:nsubj|csubj|expl)/)[0];
  const clause = childrenOf(tree, at, /^(?:csubj|xcomp|advcl|ccomp|acl)/).find(
    (i) => i > at && /^(?:to|that|for)$/.test(leadOf(tree, i)),
  );
  const head = clause ?? subject;
  if (head === undefined || (tree.tokens[head]!.upos === 'PRON' && clause === undefined)) return null;
  if (head < inside.from || head >= inside.to) return null;
  const whole = clip(clauseAt(tree, at), inside);
  return {
    at,
    stance,
    weak: !red && /^(?:good|fair|wrong|necessary|needed|reasonable)$/.test(token.lemma),
    subject: null,
    matter: trim(tree, whole),
    head,
    bound: at,
    redLine: red,
    kind: 'judgement',
  };
}

/** "No reinstatement, no deal": a noun that is refused without a verb. */
function noneAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (token.upos !== 'NOUN' || (token.head >= inside.from && token.head < inside.to)) return null;
  if (
    !childrenOf(tree, at, /^det/).some((i) => formOf(tree.tokens[i]!) === 'no') ||
    childrenOf(tree, at, /^(?:cop|nsubj)/).length > 0
  )
    return null;
  const matter = trim(tree, clip(phraseAt(tree, at), inside));
  return {
    at,
    stance: 'rejects',
    weak: true,
    subject: null,
    matter,
    head: at,
    bound: at,
    redLine: false,
    kind: 'none',
  };
}
