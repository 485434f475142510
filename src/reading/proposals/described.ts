/**
 * Proposals that are described, not named. In: sentences with their trees. Out: what was proposed, by whom, and how it
 * was answered on the spot. Example: "Lind asked the union to open the gate, and the union agreed" is a request granted;
 * "a pause of ten days in return for the ships" is an exchange.
 */
import { entityAt, isNegated, kids, lemmaOf, rangeOfWords, type Scene, subjectsOf, under, verbOf } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemsOf } from '../stems.ts';
import { type Answer, awaited } from './answers.ts';
import { type Described, isDay, isTold, make } from './described-entry.ts';
import { exchange, inReturn } from './exchanged.ts';
import { hasCase } from './mentions.ts';
import { makersAt, partiesAt, type StatementAt } from './parties.ts';
import { readiness } from './promised.ts';
import { calling, putting, ultimatum } from './put.ts';
import { termOf } from './terms.ts';
import { GIFT, LOOSE, NOUNS, SMALL } from './words.ts';

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
    // After a past tense "share" of two is no report.
    if (tokens[object]!.xpos === 'VBP') return /^VB[DN]$/.test(tokens[verb]!.xpos);
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

const VAGUE =
  /^(?:apology|assessment|change|concession|condolence|defense|defence|detail|explanation|glimpse|help|idea|insight|opinion|policy|service|solution|something|thing|view|way|what)$/;

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
    // "hit back with tariffs" is no offer.
    (/^(?:counter|come_back)$/.test(lemma) && GIFT.has(lemmaOf(tokens[given]!))) ||
    // "with 7 percent", "with $20 billion"
    kids(scene, given, /^(?:nummod|nmod|compound)/).some(
      (i) => tokens[i]!.upos === 'NUM' && lemmaOf(tokens[i]!) !== 'one',
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
    if (timexes[i]!.type === 'DURATION' && !/^ ago\b/.test(scene.doc.text.slice(timexes[i]!.end, timexes[i]!.end + 5)))
      return true;
  return false;
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
