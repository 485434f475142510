/**
 * Answers to a proposal. In: a word that names one, in its tree. Out: who accepted, rejected, countered or has it before
 * them. Example: "The union turned down the offer" is a rejection by the union; "has yet to accept it" is pending.
 */
import type { Proposal } from '../../model/record.ts';
import type { Range } from '../reading.ts';
import { isNegated, joined, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { hasCase } from './mentions.ts';
import { partiesAt, type StatementAt } from './parties.ts';
import { phrasesIn } from './phrases.ts';
import { ACCEPTED, ANSWER, knows, PENDING, REJECTED, SCORN } from './words.ts';

export type AnswerKind = Proposal['responses'][number]['answer'];

export interface Answer {
  actor: number;
  answer: AnswerKind;
  evidence: Range;
}

/** Answers told with the word at `at`, which names a proposal or stands for one ("it"). */
export function answersAt(scene: Scene, at: number, statementAt: StatementAt): Answer[] {
  const { tokens } = scene.sentence;
  const found: Answer[] = [];
  const add = (actors: number[], answer: AnswerKind | null, verb: number): void => {
    if (answer) for (const actor of actors) found.push({ actor, answer, evidence: clauseOf(scene, verb) });
  };
  // "asked for changes to the plan", "demanded amendments to it"
  const change = changeAt(scene, at);
  if (change !== null) {
    const who = partiesAt(scene, subjectsOf(scene, change), statementAt);
    add(who, settle(scene, change, 'countered'), change);
    return found;
  }
  // "poured cold water on the plan", "gave it their blessing"
  for (const { kind, verb, object, negated } of phrasesIn(scene))
    if (object !== null && (object === at || object === partOf(scene, at))) {
      const actors = partiesAt(scene, subjectsOf(scene, verb), statementAt);
      const speaker = statementAt(tokens[verb]!.start)?.speaker ?? null;
      const isOwn = speaker !== null && actors.includes(speaker);
      // "could live with it" is a yes.
      const isYes = !negated && lemmaOf(tokens[verb]!) === 'live';
      add(actors, isYes ? kind : settle(scene, verb, kind, isOwn, negated), verb);
    }
  if (found.length > 0) return found;
  // "the plan accepted by the union"
  for (const clause of kids(scene, at, /^acl/)) {
    const base = kindOf(scene, clause);
    if (!base) continue;
    const by = kids(scene, clause, /^(?:obl|nmod)/).filter((i) => hasCase(scene, i, /^by$/));
    const does = kids(scene, clause, /^nsubj(?!:pass)/).filter(
      (i) => tokens[i]!.upos !== 'PRON' || !/^(?:that|which)$/i.test(tokens[i]!.form),
    );
    add(partiesAt(scene, [...by, ...does], statementAt), settle(scene, clause, base), clause);
  }
  // "an offer of $60 in cash, which Holm accepted": the tree hangs the clause on a later word.
  for (let clause = at + 1; clause < tokens.length; clause++) {
    const base = /^acl/.test(tokens[clause]!.deprel) && tokens[clause]!.head > at ? kindOf(scene, clause) : null;
    const which = base ? kids(scene, clause, /^obj/).find((i) => /^which$/i.test(tokens[i]!.form)) : undefined;
    if (!base || which === undefined || tokens[which - 1]?.form !== ',' || !isBehind(scene, tokens[clause]!.head, at))
      continue;
    add(partiesAt(scene, kids(scene, clause, /^nsubj/), statementAt), settle(scene, clause, base), clause);
  }
  let inside = partOf(scene, at);
  let governor = tokens[inside]!.head;
  // "agreed to cuts that are set out in the plan": what is agreed to is in it.
  if (
    governor >= 0 &&
    /^acl/.test(tokens[governor]!.deprel) &&
    /^obl/.test(tokens[inside]!.deprel) &&
    hasCase(scene, inside, /^(?:in|under|by)$/)
  ) {
    inside = tokens[governor]!.head;
    governor = tokens[inside]?.head ?? -1;
    if (governor >= 0 && kindOf(scene, governor) === 'accepted' && /^(?:obj|obl|nmod)/.test(tokens[inside]!.deprel))
      add(partiesAt(scene, subjectsOf(scene, governor), statementAt), settle(scene, governor, 'accepted'), governor);
    return found;
  }
  if (governor < 0) return found;
  const relation = tokens[inside]!.deprel;
  if (/^(?:obj|obl|nsubj:pass)/.test(relation)) {
    const base = objectKind(scene, inside, governor);
    if (base) {
      const who = /^nsubj:pass/.test(relation)
        ? kids(scene, governor, /^obl/).filter((i) => hasCase(scene, i, /^by$/))
        : subjectsOf(scene, governor);
      const told = statementAt(tokens[governor]!.start);
      const actors = partiesAt(scene, who, statementAt);
      // "It would reject the plan, the union said": only its own answer is one.
      const isOwn = told !== null && told.speaker !== null && actors.includes(told.speaker);
      const answer = settle(scene, governor, base, isOwn);
      add(
        answer === 'pending' ? partiesAt(scene, burdened(scene, governor, who), statementAt) : actors,
        answer,
        governor,
      );
    }
  }
  // "was welcomed by Norland but dismissed as a trap by Selm": each verb with its own "by".
  if (/^nsubj:pass/.test(relation))
    for (const verb of kids(scene, governor, /^conj/)) {
      const base = kids(scene, verb, /^nsubj/).length === 0 ? kindOf(scene, verb) : null;
      const who = base ? under(scene, verb, /^(?:conj|acl)/).filter((i) => hasCase(scene, i, /^by$/)) : [];
      if (base) add(partiesAt(scene, who, statementAt), settle(scene, verb, base), verb);
    }
  // "called the offer an insult", "said the plan was dead on arrival"
  const scorned = scornOf(scene, inside, governor);
  if (scorned !== null) {
    const teller = scorned.length === 0 ? statementAt(tokens[at]!.start)?.speaker : undefined;
    const actors = typeof teller === 'number' ? [teller] : partiesAt(scene, scorned, statementAt);
    add(actors, 'rejected', governor);
  }
  // "a response from the union to the offer": the tree may hang all three on the verb.
  if (/^(?:obl|nmod)/.test(relation) && hasCase(scene, inside, /^to$/)) {
    const noun = nounBefore(scene, inside);
    if (noun !== null) {
      const from = tokens[noun]!.end;
      const first = scene.cast.mentions[firstFrom(scene.cast.mentions, from)];
      const between = first && first.end <= tokens[inside]!.start ? [first.entity] : [];
      const owners = kids(scene, noun, /^(?:nmod:poss|compound)/);
      const actors =
        between.length > 0 && /^(?:from|by|of)$/i.test(tokens[noun + 1]?.form ?? '')
          ? between
          : partiesAt(scene, owners, statementAt);
      for (const actor of actors)
        found.push({ actor, answer: NOUN_ANSWERS[lemmaOf(tokens[noun]!)]!, evidence: spanOf(scene, noun, inside) });
    }
  }
  // "the union's rejection of the plan", "a response from the union to the offer"
  if (/^nmod/.test(relation)) {
    const noun = NOUN_ANSWERS[lemmaOf(tokens[governor]!)];
    if (noun) {
      const who = kids(scene, governor, /^(?:nmod|compound|amod)/).filter(
        (i) => i !== inside && (tokens[i]!.deprel !== 'nmod' || hasCase(scene, i, /^(?:by|from)$/)),
      );
      add(partiesAt(scene, who, statementAt), noun, governor);
    }
  }
  return found;
}

/** True where a word stands in a phrase under another one, no clause between. */
function isBehind(scene: Scene, word: number, top: number): boolean {
  const { tokens } = scene.sentence;
  for (let i = word; i >= 0; i = tokens[i]!.head) {
    if (i === top) return true;
    if (!/^(?:nmod|obl|conj|nummod|appos)/.test(tokens[i]!.deprel)) return false;
  }
  return false;
}

/** The verb of asking for changes to the proposal at `at`; null where none is asked for. */
function changeAt(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  if (!hasCase(scene, at, /^(?:to|in|of)$/)) return null;
  for (let i = at - 1; i >= Math.max(0, at - FAR_CHANGE); i--) {
    if (!CHANGE.test(lemmaOf(tokens[i]!)) || tokens[i]!.upos !== 'NOUN') continue;
    const verb = tokens[i]!.head;
    if (verb < 0 || verb >= i || tokens[verb]!.upos !== 'VERB') return null;
    return /^(?:ask|call|call_for|demand|insist|propose|request|seek|suggest|table|want|push|press)$/.test(
      verbOf(scene, verb),
    )
      ? verb
      : null;
  }
  return null;
}

const FAR_CHANGE = 5;
const CHANGE = /^(?:amendment|change|modification|revision|tweak)$/;

/** "The union has not answered yet": an answer awaited, with nothing to say to what. */
export function awaited(scene: Scene, statementAt: StatementAt): Answer[] {
  const { tokens } = scene.sentence;
  return tokens.flatMap((token, at) => {
    // "has yet to say whether it will come"
    const open = kids(scene, at, /^ccomp/).some((i) =>
      kids(scene, i, /^mark/).some((k) => /^(?:whether|if)$/i.test(tokens[k]!.form)),
    );
    const isOpen = open && /^(?:say|decide|indicate|announce|disclose|reveal|signal)$/.test(lemmaOf(token));
    if (
      token.upos !== 'VERB' ||
      (!isOpen && (!ANSWER.has(lemmaOf(token)) || kids(scene, at, /^(?:obj|ccomp)/).length > 0))
    )
      return [];
    const { head } = token;
    // "would answer by Friday"
    const isDue =
      !isOpen &&
      kids(scene, at, /^aux/).some((i) => /^(?:would|will|’ll|'ll)$/i.test(tokens[i]!.form)) &&
      kids(scene, at, /^(?:obl|nmod)/).some((i) => i > at && isTime(scene, i));
    const isYet =
      /^xcomp/.test(token.deprel) && head >= 0 && kids(scene, head, /^advmod/).some((i) => tokens[i]!.form === 'yet');
    // "has until Friday to respond"
    const has = tokens.findLastIndex(
      (word, i) => i < at && i > at - FAR_DUE && lemmaOf(word) === 'have' && word.upos === 'VERB',
    );
    const isGiven =
      !isOpen &&
      has >= 0 &&
      tokens.slice(has, at).some(({ form }) => /^until$/i.test(form)) &&
      tokens[at - 1]!.form === 'to';
    if (isGiven)
      return partiesAt(scene, subjectsOf(scene, has), statementAt).map((actor) => ({
        actor,
        answer: 'pending' as const,
        evidence: clauseOf(scene, has),
      }));
    if (!isYet && !isDue && !isNegated(scene, at)) return [];
    // "did not respond to a request for comment", "voted not for him but for her": answers to other things.
    const to = kids(scene, at, /^(?:obl|nmod)/).filter((i) => i > at && !isTime(scene, i));
    if (to.length > 0 || (!isYet && lemmaOf(token) === 'vote' && kids(scene, at, /^aux/).length === 0)) return [];
    return partiesAt(scene, subjectsOf(scene, at), statementAt).map((actor) => ({
      actor,
      answer: 'pending' as const,
      evidence: clauseOf(scene, isYet ? head : at),
    }));
  });
}

// Words from "has" to the verb in "has until noon on 12 May to respond".
const FAR_DUE = 10;

/** True where a word stands in an expression of time: "by Friday". */
function isTime(scene: Scene, at: number): boolean {
  const { timexes } = scene.doc;
  const { start, end } = scene.sentence.tokens[at]!;
  const time = timexes[firstFrom(timexes, end) - 1] ?? timexes[firstFrom(timexes, start)];
  return time !== undefined && time.start <= start && end <= time.end;
}

/** A noun of answering shortly before a word. */
function nounBefore(scene: Scene, at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - FAR_NOUN); i--) {
    const token = scene.sentence.tokens[i]!;
    if (token.upos === 'VERB' && /^VB[DPZ]$/.test(token.xpos)) return null;
    if (/^(?:response|reply|answer)$/.test(lemmaOf(token))) return i;
  }
  return null;
}

const FAR_NOUN = 16;

const spanOf = (scene: Scene, from: number, to: number): Range => ({
  start: scene.sentence.tokens[from]!.start,
  end: scene.sentence.tokens[to]!.end,
});

const NOUN_ANSWERS: Record<string, AnswerKind> = {
  acceptance: 'accepted',
  approval: 'accepted',
  endorsement: 'accepted',
  rejection: 'rejected',
  refusal: 'rejected',
  response: 'pending',
  reply: 'pending',
  answer: 'pending',
};

/** "the first phase of the plan", "the terms of the offer": a part stands for the whole. */
function partOf(scene: Scene, at: number): number {
  const { tokens } = scene.sentence;
  const { head, deprel } = tokens[at]!;
  const isPart =
    head >= 0 && /^nmod/.test(deprel) && PARTS.test(lemmaOf(tokens[head]!)) && hasCase(scene, at, /^(?:of|in)$/);
  return isPart ? head : at;
}

const PARTS =
  /^(?:phase|stage|term|part|point|element|version|draft|outline|idea|principle|text|detail|half|most|all)$/;

function kindOf(scene: Scene, verb: number): AnswerKind | null {
  const lemma = verbOf(scene, verb);
  if (knows(ACCEPTED, lemma)) return 'accepted';
  if (knows(REJECTED, lemma)) return 'rejected';
  return knows(PENDING, lemma) ? 'pending' : null;
}

/** What a verb with the proposal as its object says: "agreed to the plan", "voted against the plan". */
function objectKind(scene: Scene, object: number, verb: number): AnswerKind | null {
  const lemma = lemmaOf(scene.sentence.tokens[verb]!);
  const isOblique = /^obl/.test(scene.sentence.tokens[object]!.deprel);
  if (lemma === 'vote' || lemma === 'decide') {
    if (hasCase(scene, object, /^against$/)) return 'rejected';
    return hasCase(scene, object, /^for$/) ? 'accepted' : null;
  }
  if (/^(?:respond|reply|answer)$/.test(lemma)) return isOblique && !hasCase(scene, object, /^to$/) ? null : 'pending';
  const base = kindOf(scene, verb);
  if (!isOblique) return base;
  const fits =
    lemma === 'agree'
      ? /^(?:to|on)$/
      : lemma === 'sign'
        ? /^(?:on|onto|off|up)$/
        : lemma === 'consult'
          ? /^(?:on|about|over)$/
          : null;
  return base && fits && hasCase(scene, object, fits) ? base : null;
}

/** The answer as it stands: negated, only possible, only asked for. Null where it is no more than a condition. */
export function settle(
  scene: Scene,
  verb: number,
  base: AnswerKind,
  told = false,
  negated = isNegated(scene, verb),
): AnswerKind | null {
  const { tokens } = scene.sentence;
  const aux = kids(scene, verb, /^aux/).map((i) => tokens[i]!.form.toLowerCase());
  if (kids(scene, verb, /^mark/).some((i) => /^(?:if|unless|whether|until|once)$/i.test(tokens[i]!.form))) return null;
  const { head, deprel, xpos } = tokens[verb]!;
  const above = head >= 0 ? lemmaOf(tokens[head]!) : '';
  const isInfinitive = xpos === 'VB' && kids(scene, verb, /^mark/).some((i) => tokens[i]!.form === 'to');
  if (isInfinitive && /^(?:xcomp|acl|advcl|ccomp|csubj)/.test(deprel)) {
    const turned = isNegated(scene, head);
    if (/^(?:refuse|decline|fail)$/.test(above)) return base === 'accepted' ? 'rejected' : 'pending';
    if (/^(?:agree|decide|vow|choose|move|vote|promise)$/.test(above)) return turned ? 'pending' : base;
    return 'pending';
  }
  if (xpos === 'VBG' && aux.length === 0 && /^(?:advcl|acl|xcomp|obl|nmod)/.test(deprel) && base === 'accepted')
    return 'pending';
  // "said it would reject the plan" is a rejection told; "would accept it if" is none.
  const isTold =
    told &&
    aux.includes('would') &&
    !kids(scene, verb, /^advcl/).some((i) =>
      kids(scene, i, /^mark/).some((k) => /^(?:if|unless)$/i.test(tokens[k]!.form)),
    );
  if (!isTold && aux.some((form) => /^(?:could|would|might|may|can|should|must|’d|'d)$/.test(form))) {
    if (negated) return base === 'accepted' ? 'rejected' : 'pending';
    return 'pending';
  }
  if (!negated) return base;
  if (base !== 'accepted') return 'pending';
  return aux.some((form) => /^(?:has|have|had|'ve|’ve)$/.test(form)) ? 'pending' : 'rejected';
}

/** "the onus is on the union to accept": whose answer is awaited stands behind "on". */
function burdened(scene: Scene, verb: number, subjects: number[]): number[] {
  const { tokens } = scene.sentence;
  const isBurden =
    subjects.length === 0 ||
    subjects.every((i) => /^(?:onus|burden|ball|responsibility|pressure|it|time)$/.test(lemmaOf(tokens[i]!)));
  if (!isBurden) return subjects;
  for (let i = verb - 1; i >= 0; i--)
    if (/^(?:obl|nmod|root|ccomp)/.test(tokens[i]!.deprel) && hasCase(scene, i, /^(?:on|upon|for|to)$/))
      return joined(scene, i);
  return subjects;
}

/** Who pours scorn on it: the subject of "called it X", or of the saying that it is X; null where nobody does. */
function scornOf(scene: Scene, at: number, governor: number): number[] | null {
  const { tokens } = scene.sentence;
  const isScorn = (i: number): boolean =>
    SCORN.has(lemmaOf(tokens[i]!)) ||
    (lemmaOf(tokens[i]!) === 'dead' && !isNegated(scene, i)) ||
    (lemmaOf(tokens[i]!) === 'enough' && isNegated(scene, i)) ||
    // "too little, too late"
    (tokens[i]!.upos === 'ADJ' && kids(scene, i, /^advmod/).some((k) => /^too$/i.test(tokens[k]!.form)));
  if (
    /^obj/.test(tokens[at]!.deprel) &&
    /^(?:call|describe|brand|label|consider|deem|denounce|dismiss|find)$/.test(lemmaOf(tokens[governor]!))
  ) {
    const after = under(scene, governor).filter((i) => i > at);
    return after.some(
      (i) => isScorn(i) || (tokens[i]!.upos === 'ADJ' && i > 0 && /^(?:not|un)/.test(tokens[i - 1]!.form)),
    )
      ? subjectsOf(scene, governor)
      : null;
  }
  if (/^nsubj/.test(tokens[at]!.deprel) && isScorn(governor) && !/^ccomp/.test(tokens[governor]!.deprel)) return [];
  if (/^nsubj/.test(tokens[at]!.deprel) && isScorn(governor)) return subjectsOf(scene, tokens[governor]!.head);
  return null;
}

/** The clause of a verb: its words but for a clause told beside it. */
export function clauseOf(scene: Scene, verb: number): Range {
  return rangeOfWords(scene, under(scene, verb, /^(?:parataxis|advcl|punct|conj|cc$)/));
}
