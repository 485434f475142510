/**
 * Proposals that are described, not named. In: sentences with their trees. Out: what was proposed, by whom, and how it
 * was answered on the spot. Example: "Lind asked the union to open the gate, and the union agreed" is a request granted;
 * "a pause of ten days in return for the ships" is an exchange.
 */
import { speakerOf } from '../positions/holders.ts';
import type { Range } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemsOf } from '../stems.ts';
import { type Answer, awaited } from './answers.ts';
import { hasCase } from './mentions.ts';
import { makersAt, partiesAt, type StatementAt } from './parties.ts';
import { type Term, termOf } from './terms.ts';
import { ALIAS, GIFT, GIVE, knows, LOOSE, NOUNS, SMALL } from './words.ts';

export interface Described {
  scene: Scene;
  name: string;
  range: Range;
  authors: number[];
  terms: Term[];
  answers: Answer[];
  stems: string[];
  /** It answers the proposal told before: "came back with 3 percent". */
  counter: boolean;
  rule: 'proposal/verb' | 'proposal/ready' | 'proposal/request' | 'proposal/exchange';
}

export function describedIn(scenes: Scene[], index: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  return scene.sentence.tokens.flatMap((token, at) => {
    if (token.upos === 'VERB')
      return [
        ...proposing(scene, at, statementAt),
        ...putting(scene, at, statementAt),
        ...ultimatum(scene, at, statementAt),
        ...readiness(scene, at, statementAt),
        ...countering(scene, at, statementAt),
        ...calling(scene, at, statementAt),
        ...request(scenes, index, at, statementAt),
      ];
    if (token.upos === 'ADJ') return readiness(scene, at, statementAt);
    return [...exchange(scene, at, statementAt), ...inReturn(scenes, index, at, statementAt)];
  });
}

const ASK = /^(?:ask|urge|request|press|invite|call_on)$/;
const GRANT = /^(?:agree|accept|consent|oblige|comply)$/;
const DENY = /^(?:refuse|decline|reject)$/;
// Sentences after a request in which its answer is looked for.
const NEAR = 2;

/** "proposed that the port open", "offered 11 percent", "offered to lift the ban", "suggested freezing the levy". */
function proposing(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const lemma = verbOf(scene, verb);
  if (
    !/^(?:propose|offer|table|bid|suggest|moot|float|recommend)$/.test(lemma) ||
    isNegated(scene, verb) ||
    /^(?:amod|compound)/.test(tokens[verb]!.deprel) ||
    !isTold(scene, verb)
  )
    return [];
  const own = kids(scene, verb, /^(?:obj|ccomp|xcomp)/).filter((i) => i > verb);
  const late = own.length === 0 ? lateDeed(scene, verb) : null;
  const objects = late === null ? own : [late];
  // "offered the dockers 6 percent": whom it was offered to comes first, whatever the tree calls it.
  const things = objects.filter((i) => /^obj/.test(tokens[i]!.deprel));
  const object = things.length > 1 ? things.at(-1) : objects[0];
  if (object === undefined || tokens[object]!.upos === 'PRON') return [];
  const noun = lemmaOf(tokens[object]!);
  // A named proposal is found by its noun; "things", "big ideas" and "last July" tell nothing of one.
  if (NOUNS.has(noun) || LOOSE.has(noun) || VAGUE.test(noun) || isDay(scene, object)) return [];
  const words = (late === null ? kids(scene, verb, /^(?:obj|iobj|ccomp|xcomp|obl)/) : [late])
    .filter((i) => i > verb)
    .flatMap((i) => under(scene, i, /^(?:parataxis|mark$)/))
    .sort((a, b) => a - b);
  if (!isOnTable(scene, verb, lemma, object)) return [];
  const authors = authorsAt(scene, verb, statementAt);
  if (authors === null) return [];
  const instead = kids(scene, verb, /^advmod/).some((i) => /^instead$/i.test(tokens[i]!.form));
  return [{ ...make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb'), counter: instead }];
}

/** "offered on Monday to suspend the strike": the deed, which the tree may hang on the day. */
function lateDeed(scene: Scene, verb: number): number | null {
  const { tokens } = scene.sentence;
  const isDeed = (i: number): boolean =>
    tokens[i]!.upos === 'VERB' && kids(scene, i, /^mark/).some((k) => tokens[k]!.form === 'to');
  for (const i of kids(scene, verb, /^(?:obl|advcl)/)) {
    if (i < verb) continue;
    if (isDeed(i)) return i;
    const deed = isDay(scene, i) ? kids(scene, i, /^acl/).find(isDeed) : undefined;
    if (deed !== undefined) return deed;
  }
  return null;
}

/** "has put 4 percent on the table", "floated the idea of a freeze": what is put there without a noun of proposing. */
function putting(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const lemma = lemmaOf(tokens[verb]!);
  if (
    !/^(?:put|place|lay|float|moot|raise|suggest|propose)$/.test(lemma) ||
    isNegated(scene, verb) ||
    !isTold(scene, verb)
  )
    return [];
  const object = kids(scene, verb, /^obj/).find((i) => i > verb);
  if (object === undefined || tokens[object]!.upos === 'PRON' || NOUNS.has(lemmaOf(tokens[object]!))) return [];
  const table = kids(scene, verb, /^obl/).find((i) => lemmaOf(tokens[i]!) === 'table' && hasCase(scene, i, /^on$/));
  const idea = /^(?:idea|possibility|prospect|notion)$/.test(lemmaOf(tokens[object]!))
    ? kids(scene, object, /^(?:nmod|acl)/).find((i) => i > object && hasCase(scene, i, /^of$/))
    : undefined;
  if (table === undefined ? idea === undefined || lemma === 'put' : !/^(?:put|place|lay)$/.test(lemma)) return [];
  const words = under(scene, idea ?? object, /^(?:case|parataxis)/).filter(
    (i) => i > verb && (table === undefined || i < table - 2),
  );
  const authors = makersAt(scene, subjectsOf(scene, verb), statementAt);
  return authors === null || words.length === 0
    ? []
    : [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb')];
}

/** "gave the army until Friday to leave", "gave them ten days to pay": an ultimatum. */
function ultimatum(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  if (lemmaOf(tokens[verb]!) !== 'give' || isNegated(scene, verb) || !isTold(scene, verb)) return [];
  const to = kids(scene, verb, /^i?obj/)[0];
  const party = to === undefined ? undefined : partiesAt(scene, [to], statementAt)[0];
  const mark = tokens.findIndex(
    (token, i) => i > verb && i < verb + MAX_BEFORE && token.form === 'to' && token.deprel === 'mark',
  );
  if (party === undefined || to === undefined || mark < 0) return [];
  const { timexes } = scene.doc;
  const time = timexes[firstFrom(timexes, tokens[to]!.end)];
  if (!time || time.end > tokens[mark]!.start || tokens[mark]!.start - time.end > 2) return [];
  const deed = tokens[mark]!.head;
  const words = under(scene, deed, /^(?:mark|parataxis)/).filter((i) => i > mark);
  const authors = partiesAt(scene, subjectsOf(scene, verb), statementAt);
  if (authors.length === 0 || words.length === 0) return [];
  const all = Array.from({ length: words.at(-1)! - to }, (_, k) => to + 1 + k);
  return [make(scene, rangeOfWords(scene, all), all, authors, 'proposal/verb')];
}

/** Who proposed: the subject, or "by" whom; null where that is not known. Of "has been offered safe passage" it may be nobody. */
function authorsAt(scene: Scene, verb: number, statementAt: StatementAt): number[] | null {
  const isPassive = kids(scene, verb, /^(?:nsubj:pass|aux:pass)/).length > 0;
  const words = isPassive
    ? kids(scene, verb, /^obl/).filter((i) => hasCase(scene, i, /^by$/))
    : subjectsOf(scene, verb);
  return makersAt(scene, words, statementAt) ?? (isPassive ? [] : null);
}

/** True where what is offered or suggested is something to be agreed on, not a kindness or an opinion. */
function isOnTable(scene: Scene, verb: number, lemma: string, object: number): boolean {
  const { tokens } = scene.sentence;
  if (lemma === 'propose' || lemma === 'moot') return true;
  const isDeed = tokens[object]!.upos === 'VERB' || /^(?:ccomp|xcomp)/.test(tokens[object]!.deprel);
  if (lemma === 'suggest' || lemma === 'float' || lemma === 'recommend') {
    if (!isDeed) return GIFT.has(lemmaOf(tokens[object]!));
    // "suggested that both fleets withdraw", "suggested freezing it": not "suggested that it had rained".
    if (tokens[verb]!.xpos === 'VBZ' || tokens[verb]!.xpos === 'VBG') return false;
    const aux = kids(scene, object, /^(?:aux|cop)/).map((i) => tokens[i]!.form.toLowerCase());
    if (aux.length > 0) return aux.every((form) => /^(?:should|be)$/.test(form));
    return tokens[object]!.xpos === 'VBG' || tokens[object]!.xpos === 'VB';
  }
  if (/\bin (?:return|exchange)\b/i.test(scene.doc.text.slice(tokens[verb]!.start, scene.sentence.end))) return true;
  if (isDeed) {
    const deed = verbOf(scene, object);
    return tokens[object]!.upos === 'VERB' && !SMALL.has(deed) && !SMALL.has(lemmaOf(tokens[object]!));
  }
  if (GIFT.has(lemmaOf(tokens[object]!))) return true;
  return under(scene, object, /^acl/).some(
    (i) => tokens[i]!.upos === 'NUM' && lemmaOf(tokens[i]!) !== 'one' && tokens[tokens[i]!.head]?.upos !== 'PROPN',
  );
}

/**
 * "is ready to open the road", "would lift the ban if the ships left": a deed that one party can promise, with a
 * condition or as what it is prepared for.
 */
function readiness(scene: Scene, at: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  let deed: number | undefined;
  let conditional = false;
  const isPrepared = /^(?:ready|willing|prepared)$/i.test(token.form) && /^(?:ADJ|VERB)$/.test(token.upos);
  if (isPrepared && !isNegated(scene, at)) {
    deed = kids(scene, at, /^(?:xcomp|advcl|ccomp)/).find((i) => i > at && tokens[i]!.upos === 'VERB');
    if (!kids(scene, at, /^(?:cop|aux)/).some((i) => /^(?:is|was|are|were|’s|'s|’re|’m|am)$/i.test(tokens[i]!.form)))
      return [];
  } else if (
    token.upos === 'VERB' &&
    kids(scene, at, /^aux/).some((i) => /^(?:would|will|’ll|'ll)$/i.test(tokens[i]!.form)) &&
    // "would have left if" tells what did not happen.
    !kids(scene, at, /^aux/).some((i) => lemmaOf(tokens[i]!) === 'have')
  ) {
    deed = at;
    conditional = true;
  } else if (/^(?:agree|pledge|promise|undertake|vow)$/.test(lemmaOf(token)) && isTold(scene, at)) {
    deed = kids(scene, at, /^xcomp/).find((i) => i > at && tokens[i]!.upos === 'VERB');
    if (deed === undefined || (conditionAt(scene, deed) ?? conditionAt(scene, at)) === null) return [];
  }
  // "is open to a five-year freeze"
  if (/^open$/i.test(token.form) && token.upos === 'ADJ' && !isNegated(scene, at)) {
    const thing = kids(scene, at, /^obl/).find((i) => i > at && hasCase(scene, i, /^to$/));
    const makers =
      thing === undefined || !GIFT.has(lemmaOf(tokens[thing]!))
        ? null
        : makersAt(scene, subjectsOf(scene, at), statementAt);
    if (thing === undefined || makers === null) return [];
    const words = under(scene, thing, /^(?:case|parataxis)/);
    return [make(scene, rangeOfWords(scene, words), words, makers, 'proposal/ready')];
  }
  if (deed === undefined || isNegated(scene, deed)) return [];
  const isTruce = lemmaOf(tokens[deed]!) === 'hold' && tokens.slice(deed, deed + 4).some(({ form }) => form === 'fire');
  if (!isTruce && !knows(GIVE, verbOf(scene, deed)) && !knows(GIVE, lemmaOf(tokens[deed]!))) return [];
  if (
    /^(?:acl|advcl)/.test(token.deprel) ||
    kids(scene, at, /^mark/).some((i) => /^(?:if|whether|unless)$/i.test(tokens[i]!.form))
  )
    return [];
  if (kids(scene, deed, /^(?:obj|obl)/).length === 0) return [];
  const condition = conditionAt(scene, deed) ?? conditionAt(scene, at);
  if (conditional && condition === null) return [];
  // What is promised is told of somebody, or for something; a reporter alone foresees it.
  const told = statementAt(token.start);
  if (conditional && told === null && !/^(?:in|on)$/i.test(tokens[condition!]!.form)) return [];
  const subjects = subjectsOf(scene, at);
  let authors = makersAt(scene, subjects, statementAt);
  // "said that his men would leave": who has them promises it.
  const isOwn = subjects.some((i) =>
    kids(scene, i, /^nmod:poss/).some((k) => /^(?:his|her|its|their|our|my)$/i.test(tokens[k]!.form)),
  );
  if (authors === null && isOwn && told !== null) {
    const speaker = speakerOf(scene, told)?.entity;
    authors = speaker === undefined ? null : [speaker];
  }
  if (authors === null) return [];
  const words = under(scene, deed, /^(?:nsubj|aux|parataxis|mark|conj$|cc$)/).filter((i) => i >= deed || i >= at);
  return [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/ready')];
}

/** "if …", "provided that …", "as long as …", "in return for …" behind a deed: the word that opens it. */
function conditionAt(scene: Scene, deed: number): number | null {
  const { tokens } = scene.sentence;
  for (let i = deed + 1; i < tokens.length; i++) {
    const form = tokens[i]!.form.toLowerCase();
    const next = tokens[i + 1]?.form.toLowerCase();
    if (/^(?:if|provided|providing|unless)$/.test(form)) return i;
    if (form === 'as' && /^(?:long|soon)$/.test(next ?? '')) return i;
    if (form === 'once' && kids(scene, tokens[i]!.head < 0 ? i : tokens[i]!.head, /^nsubj/).length > 0) return i;
    if (/^(?:in|on)$/.test(form) && /^(?:return|exchange|condition)$/.test(next ?? '')) return i;
  }
  return null;
}

const VAGUE =
  /^(?:apology|assessment|change|condolence|defense|defence|detail|explanation|glimpse|help|idea|insight|opinion|policy|service|solution|something|thing|view|way|what)$/;

/** True where it is told as done: not wanted, not possible, no means to an end. */
function isTold(scene: Scene, verb: number): boolean {
  const { tokens } = scene.sentence;
  if (
    kids(scene, verb, /^aux/).some((i) =>
      /^(?:may|might|could|would|should|must|can|will|’ll|'ll|’d|'d)$/i.test(tokens[i]!.form),
    )
  )
    return false;
  if (tokens[verb]!.xpos === 'VB') return false;
  const { head } = tokens[verb]!;
  return !(
    tokens[verb]!.xpos === 'VBG' &&
    head >= 0 &&
    (isNegated(scene, head) || /^(?:shy|avoid|stop|consider)$/.test(lemmaOf(tokens[head]!)))
  );
}

/** True where a word belongs to an expression of a day or a time. */
function isDay(scene: Scene, at: number): boolean {
  const { start, end } = scene.sentence.tokens[at]!;
  const { timexes } = scene.doc;
  return timexes.some((time) => time.start <= start && end <= time.end && time.type !== 'DURATION');
}

/** "came back with 3 percent", "countered that …", "responded with an offer of …": what is put against a proposal. */
function countering(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const lemma = verbOf(scene, verb);
  if (
    !/^(?:counter|respond|reply|answer|come_back|hit_back|return)$/.test(lemma) ||
    isNegated(scene, verb) ||
    !isTold(scene, verb)
  )
    return [];
  const given = kids(scene, verb, /^obl/).find((i) => i > verb && hasCase(scene, i, /^with$/));
  if (given === undefined) return [];
  const words = under(scene, given, /^(?:case|parataxis)/).filter((i) => i >= verb);
  const isOffer =
    NOUNS.has(lemmaOf(tokens[given]!)) ||
    words.some(
      (i) => tokens[i]!.upos === 'NUM' && lemmaOf(tokens[i]!) !== 'one' && tokens[tokens[i]!.head]?.upos !== 'PROPN',
    );
  if (!isOffer || words.length === 0) return [];
  const authors = partiesAt(scene, subjectsOf(scene, verb), statementAt);
  if (authors.length === 0) return [];
  return [{ ...make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb'), counter: true }];
}

/** "asked her to open the gate", and an answer right after it. */
function request(scenes: Scene[], index: number, verb: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  const { tokens } = scene.sentence;
  const isCall = /^(?:call|appeal)$/.test(lemmaOf(tokens[verb]!));
  if ((!ASK.test(verbOf(scene, verb)) && !isCall) || /^(?:acl|advcl|xcomp)/.test(tokens[verb]!.deprel)) return [];
  // "called on both sides to …", "appealed to both sides to …"
  const asked = isCall
    ? kids(scene, verb, /^obl/).find((i) => hasCase(scene, i, /^(?:on|upon|to)$/))
    : kids(scene, verb, /^i?obj/)[0];
  const deed = kids(scene, verb, /^(?:xcomp|ccomp|advcl)/).find(
    (i) => i > verb && kids(scene, i, /^mark/).some((k) => tokens[k]!.form === 'to'),
  );
  if (asked === undefined || deed === undefined) return [];
  const authors = makersAt(scene, subjectsOf(scene, verb), statementAt);
  const to = entityAt(scene, asked);
  const asks = new Set(stemsOf(under(scene, deed).map((i) => tokens[i]!)));
  const answer = grantOf(scenes, index, verb, { to, asked: asks }, statementAt);
  if (authors === null || (!answer && !isTimed(scene, verb) && !isAwaited(scenes, index, to, statementAt))) return [];
  const aside = tokens.findIndex(
    (token, i) =>
      i > deed && token.form === ',' && /^(?:according|saying|adding|said)$/i.test(tokens[i + 1]?.form ?? ''),
  );
  const words = under(scene, deed, /^(?:punct|parataxis)/).filter((i) => aside < 0 || i < aside);
  const described = make(scene, rangeOfWords(scene, words), words, authors, 'proposal/request');
  described.terms = deedsIn(scene, words).map((part) => termOf(scene, rangeOfWords(scene, part), null));
  return [{ ...described, answers: answer ? [answer] : [] }];
}

/** "asked both to hold fire for ten days": how long, or while what, makes a request one to be agreed on. */
function isTimed(scene: Scene, verb: number): boolean {
  const { tokens } = scene.sentence;
  if (!isTold(scene, verb)) return false;
  const from = tokens[verb]!.start;
  const { timexes } = scene.doc;
  for (let i = firstFrom(timexes, from); i < timexes.length && timexes[i]!.end <= scene.sentence.end; i++)
    if (timexes[i]!.type === 'DURATION') return true;
  return false;
}

/** "called for a ten-day truce", "appealed for a pause of a week": what is called for has a length or a price. */
function calling(scene: Scene, verb: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  if (
    !/^(?:call_for|call|appeal|ask|push|press)$/.test(verbOf(scene, verb)) ||
    isNegated(scene, verb) ||
    !isTold(scene, verb)
  )
    return [];
  const given = kids(scene, verb, /^obl/).find((i) => i > verb && hasCase(scene, i, /^for$/));
  if (given === undefined || !GIFT.has(lemmaOf(tokens[given]!))) return [];
  const words = under(scene, given, /^(?:case|parataxis)/).filter((i) => i > verb);
  if (!words.some((i) => tokens[i]!.upos === 'NUM' || /^(?:week|month|day|year)(?:-long)?$/.test(lemmaOf(tokens[i]!))))
    return [];
  const authors = makersAt(scene, subjectsOf(scene, verb), statementAt);
  return authors === null ? [] : [make(scene, rangeOfWords(scene, words), words, authors, 'proposal/verb')];
}

/** True where, in a sentence right after, the answer of whoever was asked is awaited. */
function isAwaited(scenes: Scene[], index: number, to: number | null, statementAt: StatementAt): boolean {
  return scenes
    .slice(index + 1, index + 1 + NEAR)
    .some((scene) => awaited(scene, statementAt).some(({ actor }) => actor === to));
}

/** Deeds joined by "and to" one by one, without their "to". */
function deedsIn(scene: Scene, words: number[]): number[][] {
  const { tokens } = scene.sentence;
  const deeds: number[][] = [[]];
  for (const i of words) {
    const form = tokens[i]!.form.toLowerCase();
    const next = words[words.indexOf(i) + 1];
    if (form === 'and' && next !== undefined && tokens[next]!.form === 'to' && tokens[next]!.deprel === 'mark')
      deeds.push([]);
    else if (!(form === 'to' && deeds.at(-1)!.length === 0)) deeds.at(-1)!.push(i);
  }
  return deeds.filter((deed) => deed.length > 0);
}

/** The answer of whoever was asked: in the same sentence by anybody but the asker, after it by the one asked. */
function grantOf(
  scenes: Scene[],
  index: number,
  verb: number,
  { to, asked }: { to: number | null; asked: ReadonlySet<string> },
  statementAt: StatementAt,
): Answer | null {
  for (let s = index; s <= Math.min(index + NEAR, scenes.length - 1); s++) {
    const scene = scenes[s]!;
    const { tokens } = scene.sentence;
    for (let at = s === index ? verb + 1 : 0; at < tokens.length; at++) {
      const lemma = lemmaOf(tokens[at]!);
      const granted = GRANT.test(lemma);
      if (
        tokens[at]!.upos !== 'VERB' ||
        (!granted && !DENY.test(lemma)) ||
        /^(?:acl|amod|xcomp)/.test(tokens[at]!.deprel)
      )
        continue;
      // What was agreed to is told as a deed; "agreed that they would stay in touch" answers nobody.
      if (kids(scene, at, /^(?:xcomp|obl|obj)/).length === 0 && kids(scene, at, /^ccomp/).length > 0) continue;
      const own = kids(scene, at, /^nsubj/);
      if (own.length !== 1 || kids(scene, own[0]!, /^conj/).length > 0) continue;
      const actor = partiesAt(scene, own, statementAt)[0];
      if (actor === undefined || (s > index && actor !== to)) continue;
      // "agreed to pay a fee" does not grant "asked him to invest".
      const deed = kids(scene, at, /^xcomp/)[0];
      if (deed !== undefined && !meets(scene, deed, asked)) continue;
      const words = under(scene, at, /^(?:parataxis|punct|conj|cc$)/);
      return {
        actor,
        answer: granted !== isNegated(scene, at) ? 'accepted' : 'rejected',
        evidence: rangeOfWords(scene, words),
      };
    }
  }
  return null;
}

/** True where a deed shares a word with what was asked, or points at it: "agreed to build such a bridge". */
function meets(scene: Scene, deed: number, asked: ReadonlySet<string>): boolean {
  const words = under(scene, deed).map((i) => scene.sentence.tokens[i]!);
  return (
    words.some((token) => /^(?:such|so|it|this|that|them)$/i.test(token.form)) ||
    stemsOf(words).some((stem) => asked.has(stem))
  );
}

/** "a pause in return for the ships", where the sentence speaks of talks or offers. */
function exchange(scene: Scene, at: number, statementAt: StatementAt): Described[] {
  const { tokens } = scene.sentence;
  const token = tokens[at]!;
  if (
    !/^(?:return|exchange)$/i.test(token.form) ||
    tokens[at - 1]?.form.toLowerCase() !== 'in' ||
    tokens[at + 1]?.form.toLowerCase() !== 'for'
  )
    return [];
  // "wants a freeze in return for the orders": whoever wants or offers it is its author.
  const wanting = tokens.findLastIndex((word, i) => i < at && WANT.test(lemmaOf(word)) && word.upos === 'VERB');
  const authors =
    wanting >= 0 && isTold(scene, wanting) && !isNegated(scene, wanting)
      ? partiesAt(scene, subjectsOf(scene, wanting), statementAt)
      : [];
  if (authors.length === 0 && !tokens.some((word) => TALKS.test(lemmaOf(word)))) return [];
  // What stands right before, back to the verb or a comma; of "talks on a pause" the pause.
  let first = at - 2;
  while (
    first >= 0 &&
    at - first < MAX_BEFORE &&
    !/^(?:VERB|AUX)$/.test(tokens[first]!.upos) &&
    tokens[first]!.form !== ','
  )
    first--;
  first++;
  for (let i = first; i < at - 2; i++)
    if (TALKS.test(lemmaOf(tokens[i]!)) && tokens[i + 1]!.upos === 'ADP') first = i + 2;
  const back = tokens[at + 1]!.head;
  const given = Array.from({ length: at - 1 - first }, (_, k) => first + k);
  if (back <= at + 1 || !given.some((i) => /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos))) return [];
  const returned = under(scene, back, /^(?:acl:relcl|parataxis|appos)/).filter((i) => i > at + 1);
  if (returned.some((i) => /^(?:anonymity|comment)$/.test(lemmaOf(tokens[i]!)))) return [];
  const all = Array.from({ length: returned.at(-1)! - first + 1 }, (_, k) => first + k);
  const described = make(scene, rangeOfWords(scene, all), all, authors, 'proposal/exchange');
  const terms = [given, returned].map((words) => termOf(scene, rangeOfWords(scene, words), null));
  return [{ ...described, terms: terms.map((term) => ({ ...term, exchange: true })) }];
}

/** "She wants an amnesty in return": what is given for it was told in the sentence before, by the same party. */
function inReturn(scenes: Scene[], index: number, at: number, statementAt: StatementAt): Described[] {
  const scene = scenes[index]!;
  const { tokens } = scene.sentence;
  if (!/^(?:return|exchange)$/i.test(tokens[at]!.form) || !/^in$/i.test(tokens[at - 1]?.form ?? '')) return [];
  if (!/^[.,;]$/.test(tokens[at + 1]?.form ?? '.')) return [];
  const wanting = tokens.findLastIndex((word, i) => i < at && WANT.test(lemmaOf(word)) && word.upos === 'VERB');
  const object = wanting < 0 ? undefined : kids(scene, wanting, /^obj/).find((i) => i > wanting && i < at);
  if (object === undefined || tokens[object]!.upos === 'PRON' || isNegated(scene, wanting) || !isTold(scene, wanting))
    return [];
  const authors = partiesAt(scene, subjectsOf(scene, wanting), statementAt);
  if (authors.length === 0) return [];
  const words = under(scene, object, /^(?:parataxis|acl:relcl)/).filter((i) => i < at - 1 && i > wanting);
  const described = make(scene, rangeOfWords(scene, words), words, authors, 'proposal/exchange');
  const before = scenes[index - 1];
  const given = before && givenIn(before, authors, statementAt);
  return [
    {
      ...described,
      name: given ? `${described.name} for ${given.text}` : described.name,
      terms: [...described.terms, ...(given ? [given] : [])].map((term) => ({ ...term, exchange: true })),
      stems: [...new Set([...described.stems, ...(given?.stems ?? [])])],
    },
  ];
}

/** What a party is told, in a sentence, to have said that it would do. */
function givenIn(scene: Scene, authors: number[], statementAt: StatementAt): Term | null {
  const { tokens } = scene.sentence;
  for (const [i, token] of tokens.entries()) {
    if (token.upos !== 'VERB' || !kids(scene, i, /^aux/).some((k) => /^(?:would|will)$/i.test(tokens[k]!.form)))
      continue;
    const speaker = statementAt(token.start)?.speaker;
    const own = partiesAt(scene, subjectsOf(scene, i), statementAt);
    if (!(typeof speaker === 'number' && authors.includes(speaker)) && !own.some((who) => authors.includes(who)))
      continue;
    return termOf(
      scene,
      rangeOfWords(
        scene,
        under(scene, i, /^(?:nsubj|aux|mark|parataxis|punct)/).filter((k) => k >= i),
      ),
      null,
    );
  }
  return null;
}

const TALKS =
  /^(?:negotiation|negotiate|talk|discuss|discussion|deal|offer|propose|proposal|plan|mediator|mediate|bargain)s?$/;
const WANT = /^(?:accept|agree|ask|demand|offer|promise|seek|want)$/;
const MAX_BEFORE = 16;

function make(scene: Scene, whole: Range, all: number[], authors: number[], rule: Described['rule']): Described {
  const words = untilAside(scene, all);
  const range = words.length === all.length ? whole : rangeOfWords(scene, words);
  return {
    scene,
    name: scene.doc.text.slice(range.start, range.end).replace(/\s+/g, ' ').replace(/^to /, ''),
    range,
    authors,
    terms: [termOf(scene, range, null)],
    answers: [],
    counter: false,
    stems: stemsOf(words.map((i) => scene.sentence.tokens[i]!)),
    rule,
  };
}

/** The words before ", an idea that …" and "– a step that …", which speaks of what was proposed. */
function untilAside(scene: Scene, words: number[]): number[] {
  const { tokens } = scene.sentence;
  const cut = words.findIndex(
    (i, k) =>
      k > 0 &&
      /^(?:,|-|–|—|--)$/.test(tokens[i]!.form) &&
      /^(?:an?|the)$/i.test(tokens[i + 1]?.form ?? '') &&
      [2, 3].some((step) => ALIAS.has(lemmaOf(tokens[i + step] ?? tokens[i]!))),
  );
  const kept = cut < 0 ? words : words.slice(0, cut);
  return kept.filter((i) => tokens[i]!.upos !== 'PUNCT').length > 0 ? kept : words;
}
