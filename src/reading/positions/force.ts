/**
 * The force of what somebody is reported to have said. In: a tree and the words said. Out: triggers whose subject is
 * null where the speaker holds them. Example: "the mine must close" demands, "we will not pay" refuses, "the offer is
 * unacceptable" rejects.
 */
import type { Token } from '../../language/doc.ts';
import { isCondition } from './conditions.ts';
import { nounPhrase } from './matter.ts';
import {
  childrenOf,
  formOf,
  isDenied,
  isNegated,
  isNoLonger,
  isPassive,
  leadOf,
  modalOf,
  phraseAt,
  subjectOf,
  type Tree,
  trim,
  type Words,
  withParticle,
} from './tree.ts';
import { isPositive, type Trigger } from './trigger.ts';
import { ADVERBIAL } from './whole.ts';
import { judgementOf, ownActOf, type Stance, stanceOf } from './words.ts';

export function findForce(tree: Tree, inside: Words): Trigger[] {
  const found: Trigger[] = [];
  for (let at = inside.from; at < inside.to; at++) {
    if (!isAsserted(tree, at, inside)) continue;
    const trigger =
      redLineAt(tree, at, inside) ??
      judgedAt(tree, at, inside) ??
      dutyAt(tree, at, inside) ??
      requiredAt(tree, at, inside) ??
      onusAt(tree, at, inside) ??
      noneAt(tree, at, inside);
    if (trigger) found.push(trigger);
  }
  return found;
}

/** What a clause demands, refuses or announces by its helping verb; null where it only tells. */
export function clauseForce(tree: Tree, at: number): 'demands' | 'opposes' | 'rejects' | 'intends' | null {
  const modal = modalOf(tree, at) ?? (needs(tree, at) ? 'must' : null);
  const subject = childrenOf(tree, at, /^nsubj/)[0];
  const negated =
    isNegated(tree, at) ||
    (subject !== undefined && isNone(tree, subject) && formOf(tree.tokens[subject]!) !== 'there');
  if (modal === 'must' || modal === 'should') return negated ? 'opposes' : 'demands';
  if (modal === 'can') return negated ? 'rejects' : null;
  if (modal === 'will' || modal === 'would') {
    if (childrenOf(tree, at, /^cop/).length > 0 && !negated) return null;
    return negated || onlyUnder(tree, at) ? 'rejects' : 'intends';
  }
  // "insists that both lines be kept"
  const [passive, ...more] = childrenOf(tree, at, /^aux/);
  if (passive !== undefined && more.length === 0 && formOf(tree.tokens[passive]!) === 'be') return 'demands';
  // "insists that the plant close": neither tense nor helping verb.
  if (isBase(tree.tokens[at]!) && childrenOf(tree, at, /^aux/).length === 0 && isSingle(tree, at)) return 'demands';
  return null;
}

/** The bare form; a tagger that takes "withdraw" for a past cuts its end off to make a lemma of it. */
const isBase = ({ xpos, form, lemma }: Token): boolean =>
  /^VBP?$/.test(xpos) ||
  (xpos === 'VBD' && form.length > lemma.length && form.startsWith(lemma) && !form.endsWith('ed'));

/** One who does it: "the plant close" is no statement of fact then. */
function isSingle(tree: Tree, at: number): boolean {
  const subject = childrenOf(tree, at, /^nsubj/)[0];
  if (subject === undefined) return true;
  const { xpos } = tree.tokens[subject]!;
  return /^NNP?$/.test(xpos) && childrenOf(tree, subject, /^conj/).length === 0;
}

/** True for a clause that the speaker states: not under "if", not in a relative clause, no question. */
function isAsserted(tree: Tree, at: number, inside: Words): boolean {
  const { tokens } = tree;
  for (let i = at, steps = 0; i >= inside.from && i < inside.to && steps < 8; steps++) {
    const { deprel, head } = tokens[i]!;
    if (/^(?:acl|advcl)/.test(deprel) && head >= inside.from && head < inside.to) return false;
    if (/^(?:if|whether|unless|until|because)$/.test(leadOf(tree, i)) || asksHow(tree, i)) return false;
    // "should the talks fail", "must we wait?"
    const aux = childrenOf(tree, i, /^aux/)[0];
    // "there would be no vote": what stands before the verb is no question.
    const subject = childrenOf(tree, i, /^(?:nsubj|expl)/)[0];
    if (aux !== undefined && subject !== undefined && aux < subject) return false;
    if (aux !== undefined && /^(?:PROPN|PRON|DET|NOUN)$/.test(tokens[aux + 1]?.upos ?? '')) return false;
    i = head;
  }
  return true;
}

/** "asked how it would pay": a question in another's words. */
const asksHow = (tree: Tree, at: number): boolean =>
  /^(?:ccomp|xcomp|obl|obj|advcl|dep)/.test(tree.tokens[at]!.deprel) &&
  tree.children[at]!.some(
    (i) =>
      i < at &&
      /^(?:how|why|what|when|where|who|which)$/.test(formOf(tree.tokens[i]!)) &&
      // "that is why it must go" is no question.
      tree.tokens[i - 1]?.lemma !== 'be',
  );

interface Base {
  at: number;
  matter: Words;
  head: number;
  redLine: boolean;
}

function baseOf(tree: Tree, at: number, inside: Words): Base {
  // "Latvia needs to act": the whole of it.
  let outer = /^xcomp/.test(tree.tokens[at]!.deprel) ? tree.tokens[at]!.head : at;
  // "we are going to have to leave"
  const goes = /^xcomp/.test(tree.tokens[outer]!.deprel) ? tree.tokens[outer]!.head : -1;
  if (goes >= inside.from && formOf(tree.tokens[goes]!) === 'going') outer = goes;
  const whole = clip(clauseAt(tree, outer), inside);
  // "from next year the union will": what stands before the subject is no part of the matter, save for "only then will".
  const subject = subjectIn(tree, outer);
  const start = subject === undefined ? whole.from : gerundBefore(tree, phraseAt(tree, subject).from);
  const fronted = start > whole.from && !isInverted(tree, start, outer);
  // "every ship that stops | must pay": the clause goes with its subject, whatever the parser puts between.
  const known = fronted || (subject !== undefined && start < whole.from) ? start : whole.from;
  const from = subject === undefined ? nounBefore(tree, known) : known;
  return { at, matter: trim(tree, { from, to: whole.to }), head: at, redLine: false };
}

/** "our view is that | the mine must close": of two subjects the one behind "is". */
function subjectIn(tree: Tree, verb: number): number | undefined {
  const subjects = childrenOf(tree, verb, /^(?:nsubj|expl)/);
  const first = subjects[0];
  const modal = childrenOf(tree, verb, /^aux/).find((i) => tree.tokens[i]!.xpos === 'MD') ?? verb;
  const last = subjects.findLast((i) => i < modal);
  if (first === undefined || last === undefined || first === last || modalOf(tree, verb) === 'would') return first;
  // "in a paper that he signed, he wrote, “we must …": the one that the quotation begins with.
  const quoted = /^(?:[“"]|'')$/.test(tree.tokens[phraseAt(tree, last).from - 1]?.form ?? '');
  const isSaid = tree.tokens.slice(first, last).some(({ lemma, upos }) => lemma === 'be' && upos === 'AUX');
  return quoted || isSaid ? last : first;
}

/** "cutting that output | must come first": what is done to the subject, where the parser hangs it elsewhere. */
function gerundBefore(tree: Tree, start: number): number {
  const { tokens } = tree;
  const at = formOf(tokens[start - 1] ?? tokens[start]!) === 'that' ? start - 2 : start - 1;
  const before = tokens[at];
  if (before?.xpos !== 'VBG' || before.upos !== 'VERB' || ADVERBIAL.test(before.lemma)) return start;
  const opens = tokens[at - 1];
  const isFree = !opens || opens.upos === 'VERB' || /^(?:that|[“"‘']|'')$/.test(formOf(opens));
  return isFree && childrenOf(tree, at, /^obj/).length === 0 ? at : start;
}

/** "only then will | the union leave": the helping verb of the clause stands before the subject. */
const isInverted = (tree: Tree, start: number, verb: number): boolean =>
  tree.tokens[start - 1]?.upos === 'AUX' &&
  tree.tokens[start - 1]!.head === verb &&
  tree.tokens[start - 1]!.xpos === 'MD';

/** "the ships | need to leave": the noun right before a clause whose subject the parser hangs elsewhere. */
function nounBefore(tree: Tree, from: number): number {
  // "the crews “need to wait”": the mark may stand between.
  const last = /^(?:[“‘"']|'')$/.test(tree.tokens[from - 1]?.form ?? '') ? from - 2 : from - 1;
  const before = tree.tokens[last];
  if (!before || !/^(?:NOUN|PROPN)$/.test(before.upos) || !/^(?:AUX|VERB)$/.test(tree.tokens[from]!.upos)) return from;
  // "any deal to cut the fee | should wait": the noun that the last one belongs to.
  let noun = last;
  for (let up = tree.tokens[noun]!.head, steps = 0; up >= 0 && steps < 5; up = tree.tokens[up]!.head, steps++) {
    const { upos, deprel } = tree.tokens[up]!;
    const inner = /^(?:NOUN|PROPN)$/.test(upos) || (upos === 'VERB' && deprel.startsWith('acl'));
    if (!inner || up > from || phraseAt(tree, up, (child) => child >= from).to < last + 1) break;
    if (upos !== 'VERB') noun = up;
  }
  return phraseAt(tree, noun, (child) => child >= from).from;
}

/** The helping verb: "must", "should not", "will never", "there can be no". */
function dutyAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (!/^(?:VERB|ADJ|NOUN|AUX)$/.test(token.upos)) return null;
  const modal = modalOf(tree, at) ?? (needs(tree, at) ? 'must' : null);
  if (!modal) return null;
  // "has to do with" tells what it is about.
  if (token.lemma === 'do' && needs(tree, at) && tree.children[at]!.some((i) => leadOf(tree, i) === 'with'))
    return null;
  const doubted = isDoubted(tree, at);
  const negated = (isDenied(tree, at) || isNoLonger(tree, at)) !== doubted;
  const own = childrenOf(tree, at, /^(?:nsubj|expl)/)[0];
  const subject = own ?? subjectOf(tree, at);
  const base = baseOf(tree, at, inside);
  if (modal === 'must' || modal === 'should') {
    // "must have known" guesses; "one must presume" advises nobody.
    if (childrenOf(tree, at, /^aux/).some((i) => formOf(tree.tokens[i]!) === 'have')) return null;
    if (subject !== null && /^(?:one|you)$/.test(formOf(tree.tokens[subject]!))) return null;
    // "I need to go home" tells of oneself; "it must be hard for him" guesses.
    if (modal === 'must' && subject !== null && formOf(tree.tokens[subject]!) === 'i') return null;
    if (
      modal === 'must' &&
      !negated &&
      token.upos === 'ADJ' &&
      subject !== null &&
      /^(?:it|this|that)$/.test(formOf(tree.tokens[subject]!))
    )
      return null;
    const stance = negated ? 'opposes' : 'demands';
    return { ...base, stance, subject: null, kind: 'duty', weak: modal === 'should' && isFirst(tree, subject) };
  }
  // "I don't think it will": no refusal of one's own.
  if (subject === null || doubted) return null;
  // "nobody will mistake it" foretells.
  if (isNobody(tree, subject) && !isPassive(tree, at)) return null;
  const none = isNone(tree, subject);
  if (modal === 'can' && negated && (none || GRANTING.test(token.lemma)))
    return {
      ...base,
      stance: 'rejects',
      weak: false,
      subject: none || isPassive(tree, at) ? null : subject,
      kind: 'refusal',
    };
  if (modal !== 'will' && modal !== 'would') return null;
  if (childrenOf(tree, at, /^cop/).length > 0 && !none) return null;
  // "will have to leave": foreseen or demanded, and not announced.
  if (token.lemma === 'have' && childrenOf(tree, at, /^xcomp/).length > 0) return null;
  const isOfNone = none && formOf(tree.tokens[subject]!) !== 'there';
  if (negated || isOfNone || onlyUnder(tree, at) || notBefore(tree, at, inside))
    return { ...base, stance: 'rejects', weak: false, subject: none ? null : subject, kind: 'refusal' };
  return { ...base, stance: ownActOf(withParticle(tree, at)), weak: true, subject, kind: 'intention' };
}

/** "will go home only when", "will go home once …, not before": a refusal until then. */
const onlyUnder = (tree: Tree, at: number): boolean =>
  tree.children[at]!.some(
    (i) => isCondition(tree, i) && childrenOf(tree, i, /^advmod/).some((k) => formOf(tree.tokens[k]!) === 'only'),
  );

/** "will return once it is paid, and not a day earlier". */
function notBefore(tree: Tree, at: number, inside: Words): boolean {
  const words = tree.tokens.slice(at, inside.to).map(formOf);
  const not = words.lastIndexOf('not');
  return not > 0 && words.slice(not + 1, not + 5).some((word) => /^(?:earlier|before|sooner)$/.test(word));
}

const isFirst = (tree: Tree, subject: number | null): boolean =>
  subject !== null && /^(?:i|we)$/.test(formOf(tree.tokens[subject]!));

const GRANTING = /^(?:accept|agree|allow|permit|support|tolerate|sign|approve|concede|proceed|countenance)$/;

/** "there can be no deal", "none of them will", "no monitor will", "not one cent will". */
const isNone = (tree: Tree, subject: number): boolean =>
  /^(?:there|none|nobody|nothing)$/.test(formOf(tree.tokens[subject]!)) ||
  childrenOf(tree, subject, /^(?:det|nummod)/).some((i) => {
    const form = formOf(tree.tokens[i]!);
    return form === 'no' || (form === 'one' && i > 0 && formOf(tree.tokens[i - 1]!) === 'not');
  });

/** "we don't think the fee should go": the "not" belongs to the clause. */
function isDoubted(tree: Tree, at: number): boolean {
  const outer = needs(tree, at) ? tree.tokens[at]!.head : at;
  const { deprel, head } = tree.tokens[outer]!;
  return (
    deprel.startsWith('ccomp') &&
    head >= 0 &&
    /^(?:think|believe|feel)$/.test(tree.tokens[head]!.lemma) &&
    isNegated(tree, head)
  );
}

/** "nobody", "no one". */
const isNobody = (tree: Tree, subject: number): boolean =>
  formOf(tree.tokens[subject]!) === 'nobody' ||
  (tree.tokens[subject]!.lemma === 'one' && formOf(tree.tokens[subject - 1] ?? tree.tokens[subject]!) === 'no');

/** "needs to leave", "has to leave". */
function needs(tree: Tree, at: number): boolean {
  const { head, deprel } = tree.tokens[at]!;
  const outer = tree.tokens[head];
  if (!outer || !/^xcomp/.test(deprel) || leadOf(tree, at) !== 'to' || isNegated(tree, head)) return false;
  if (/^(?:may|could|would)$/.test(modalOf(tree, head) ?? '') || formOf(outer) === 'had') return false;
  // "this has to be the first time" guesses.
  const subject = subjectOf(tree, head);
  const guessed = childrenOf(tree, at, /^cop/).length > 0 && subject !== null;
  if (guessed && /^(?:this|that|it)$/.test(formOf(tree.tokens[subject]!))) return false;
  return /^(?:need|have)$/.test(outer.lemma) && childrenOf(tree, head, /^obj/).length === 0;
}

const clauseAt = (tree: Tree, at: number): Words =>
  phraseAt(
    tree,
    at,
    (child) =>
      isCondition(tree, child) ||
      /^(?:parataxis|discourse)/.test(tree.tokens[child]!.deprel) ||
      (/^conj/.test(tree.tokens[child]!.deprel) && childrenOf(tree, child, /^nsubj/).length > 0),
  );

const clip = (words: Words, inside: Words): Words => ({
  from: Math.max(words.from, inside.from),
  to: Math.min(words.to, inside.to),
});

/** "the plan is a red line", "an attack would amount to a red line". */
function redLineAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (token.lemma !== 'line' || !tree.children[at]!.some((i) => formOf(tree.tokens[i]!) === 'red')) return null;
  const own = childrenOf(tree, at, /^nsubj/)[0];
  const subject = own ?? (token.head >= 0 ? childrenOf(tree, token.head, /^nsubj/)[0] : undefined);
  if (subject === undefined || subject < inside.from || subject >= inside.to) return null;
  const matter = trim(tree, clip(nounPhrase(tree, subject), inside));
  return { at, stance: 'rejects', weak: false, subject: null, matter, head: subject, redLine: true, kind: 'judgement' };
}

// Judgements so common that they tell a stance only on what is at issue anyway.
const COMMON = /^(?:good|fair|wrong|necessary|needed|reasonable|important|key|central|historic|priority|welcome)$/;

/** "the plan is unacceptable", "it is wrong to close the plant", "the price is too high", "called it absurd". */
function judgedAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (!/^(?:ADJ|NOUN|VERB|ADV)$/.test(token.upos)) return null;
  const copula = childrenOf(tree, at, /^cop/).length > 0;
  const tooMuch = tree.children[at]!.some((i) => formOf(tree.tokens[i]!) === 'too' && i === at - 1);
  const judged: Stance | undefined =
    idiomOf(tree, at) ?? judgementOf(token) ?? (tooMuch || isOverTheTop(tree, at) ? 'opposes' : undefined);
  // "cities can be crucial" tells what may be.
  if (judged && /^(?:can|could|may)$/.test(modalOf(tree, at) ?? '') && !isNegated(tree, at)) return null;
  const linked = /^(?:remain|seem|appear)$/.test(tree.tokens[token.head]?.lemma ?? '') || isExistential(tree, at);
  if (!judged || !(copula || linked)) return null;
  const stance = isNegated(tree, at) ? (isPositive(judged) ? 'opposes' : null) : judged;
  if (!stance) return null;
  const bearer = copula ? at : token.head;
  const subjects = childrenOf(tree, bearer, /^(?:nsubj|csubj|expl)/);
  // "that is why | the toll is a mistake": the one next to the judgement.
  const subject = subjects.findLast((i) => i < bearer) ?? subjects[0];
  const clause = childrenOf(tree, at, /^(?:csubj|xcomp|advcl|ccomp|acl)/).find(
    (i) => i > at && /^(?:to|that|for)$/.test(leadOf(tree, i)),
  );
  if (tooMuch && clause !== undefined) return null;
  const head = clause ?? subject;
  if (head === undefined || head < inside.from || head >= inside.to) return null;
  if (tree.tokens[head]!.upos === 'PRON' && clause === undefined) return null;
  const weak = COMMON.test(token.lemma) || tooMuch;
  const matter = trim(tree, clip(clauseAt(tree, bearer), inside));
  return { at, stance, weak, subject: null, matter, head, redLine: false, kind: 'judgement' };
}

/** "is off the table", "is out of the question", "is not an option", "is not up for negotiation". */
function idiomOf(tree: Tree, at: number): Stance | undefined {
  const { lemma } = tree.tokens[at]!;
  const before = tree.tokens
    .slice(Math.max(0, at - 4), at)
    .map(formOf)
    .join(' ');
  if (lemma === 'table' && /\boff the$/.test(before)) return 'rejects';
  if (lemma === 'question' && /\bout of the$/.test(before)) return 'rejects';
  // Under "not" what is for it is against it.
  if (lemma === 'option' && /\bnot an$/.test(before)) return 'supports';
  return /^(?:negotiation|discussion|debate|sale|grabs?)$/.test(lemma) && /\bnot up for$/.test(before)
    ? 'supports'
    : undefined;
}

const isOverTheTop = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.lemma === 'top' && childrenOf(tree, at, /^case/).some((i) => formOf(tree.tokens[i]!) === 'over');

/** "a terminal there | would be a mistake": the parser may read "there would be". */
function isExistential(tree: Tree, at: number): boolean {
  const { head, deprel } = tree.tokens[at]!;
  if (head < 0 || tree.tokens[head]!.lemma !== 'be' || !deprel.startsWith('nsubj')) return false;
  return childrenOf(tree, head, /^nsubj/).some((i) => i < at && i < head);
}

/** "this requires a new border": what somebody says is needed, whatever needs it. */
function requiredAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (token.upos !== 'VERB' || !/^(?:require|need)$/.test(token.lemma) || isNegated(tree, at)) return null;
  if (/^(?:would|could|may)$/.test(modalOf(tree, at) ?? '')) return null;
  const object = childrenOf(tree, at, /^(?:obj|xcomp|ccomp|advcl)/).find((i) => i > at && i < inside.to);
  if (object === undefined || leadOf(tree, object) === 'to') return null;
  return { ...baseOf(tree, at, inside), head: object, stance: 'demands', weak: true, subject: null, kind: 'duty' };
}

/** "the onus is on the union to agree", "it is up to the union to agree". */
function onusAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const { tokens } = tree;
  const onus =
    (/^(?:onus|burden|ball)$/.test(tokens[at]!.lemma) &&
      tokens.slice(at + 1, at + 5).some((token) => /^(?:on|upon|with|in)$/.test(formOf(token)))) ||
    (formOf(tokens[at]!) === 'up' && formOf(tokens[at + 1] ?? tokens[at]!) === 'to' && tokens[at - 1]?.lemma === 'be');
  if (!onus) return null;
  for (let i = at + 1; i < Math.min(inside.to, at + 14); i++) {
    if (tokens[i]!.xpos !== 'TO' || tokens[i]!.upos !== 'PART') continue;
    const verb = tokens[i]!.head;
    if (verb <= i || verb >= inside.to) return null;
    const from = tokens[at - 1]?.upos === 'DET' ? at - 1 : at;
    const matter = trim(tree, { from, to: Math.min(inside.to, phraseAt(tree, verb).to) });
    return { at, stance: 'demands', weak: false, subject: null, matter, head: verb, redLine: false, kind: 'duty' };
  }
  return null;
}

/** "No layoffs": a noun that is refused without a verb. */
function noneAt(tree: Tree, at: number, inside: Words): Trigger | null {
  const token = tree.tokens[at]!;
  if (/^(?:matter|doubt|one|way|question|reason|problem|wonder|idea|surprise)$/.test(token.lemma)) return null;
  if (token.upos !== 'NOUN' || (token.head >= inside.from && token.head < inside.to)) return null;
  if (childrenOf(tree, at, /^(?:cop|nsubj)/).length > 0) return null;
  if (!childrenOf(tree, at, /^det/).some((i) => formOf(tree.tokens[i]!) === 'no')) return null;
  // "No reinstatement, no deal" demands the first.
  const second = tree.tokens.slice(at + 1, Math.min(inside.to, at + 5)).some((word) => formOf(word) === 'no');
  return {
    ...baseOf(tree, at, inside),
    stance: second ? 'demands' : 'rejects',
    weak: true,
    subject: null,
    kind: 'none',
  };
}

/** "called the plan absurd", "sees a truce as central": judged by the subject of the verb. */
export function findJudged(tree: Tree): Trigger[] {
  return tree.tokens.flatMap((token, at) => {
    if (token.upos !== 'VERB' || !CALLING.test(token.lemma) || isPassive(tree, at)) return [];
    const object = childrenOf(tree, at, /^obj/)[0];
    const end = Math.max(lastOf(tree, at), Math.min(at + FAR, tree.tokens.length));
    const judge = tree.tokens.findIndex(
      (word, i) => i > at && i < end && judgementOf(word) !== undefined && belongs(tree, i, at),
    );
    const subject = subjectOf(tree, at);
    if (object !== undefined && object !== judge && tree.tokens[object]!.upos === 'PRON') return [];
    if (judge < 0 || subject === null || stanceOf(tree.tokens[judge]!, 'VERB', null)) return [];
    const judged = judgementOf(tree.tokens[judge]!)!;
    const negated = formOf(tree.tokens[judge - 1]!) === 'not';
    const head = object ?? judge;
    const { from } = phraseAt(tree, Math.min(head, judge));
    // The matter is what is judged; how, the stance tells.
    const matter = trim(tree, { from, to: head < judge ? judgedEnd(tree, head, judge) : judge + 1 });
    return [
      {
        at,
        stance: negated && isPositive(judged) ? 'opposes' : judged,
        weak: COMMON.test(tree.tokens[judge]!.lemma),
        subject,
        matter: { from: Math.max(matter.from, at + 1), to: Math.max(matter.to, at + 2) },
        until: judge + 1,
        head,
        redLine: false,
        kind: 'judgement' as const,
      },
    ];
  });
}

/** Where the judgement begins: with its "as", its quotation mark and the words before its noun. */
function judgedEnd(tree: Tree, head: number, judge: number): number {
  // "a crucial | step": all of the phrase that judges.
  let noun = judge;
  for (let at = tree.tokens[judge]!.head, steps = 0; at > head && at <= judge + 6 && steps < 3; steps++) {
    if (!/^(?:NOUN|ADJ)$/.test(tree.tokens[at]!.upos)) break;
    noun = at;
    at = tree.tokens[at]!.head;
  }
  let end = Math.min(judge, Math.max(head + 1, phraseAt(tree, noun).from));
  while (end > head + 1 && /^(?:as|[“"‘'])$/.test(formOf(tree.tokens[end - 1]!))) end--;
  return end;
}

// Words between the verb and the judgement, where the parser does not join them.
const FAR = 20;

const CALLING =
  /^(?:call|label|brand|describe|dub|denounce|dismiss|slam|condemn|criticize|criticise|decry|deem|consider|see|view|regard|hail|praise)$/;

/** True where the word hangs on the verb through what the verb says of its object. */
function belongs(tree: Tree, i: number, verb: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 5; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    if (head === verb)
      return (
        /^(?:obj|xcomp|ccomp|obl|advcl|dep|acl|parataxis)/.test(deprel) && childrenOf(tree, at, /^nsubj/).length === 0
      );
    if (/^(?:nsubj|acl:relcl|nmod:poss)/.test(deprel)) return false;
    at = head;
  }
  return false;
}

function lastOf(tree: Tree, at: number): number {
  return phraseAt(
    tree,
    at,
    (child) => /^(?:conj|parataxis)/.test(tree.tokens[child]!.deprel) || isCondition(tree, child),
  ).to;
}
