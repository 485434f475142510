/**
 * Encounters told by a verb: "A spoke with B", "A met B", "A and B met", "A hosted B", "A and B discussed …".
 * A verb that only happens to look like one ("met demands", "spoke to reporters") tells none.
 */
import type { DateRange } from '../../model/record.ts';
import { durationOf, placeOf, readPlace } from './details.ts';
import { frameOf } from './frames.ts';
import type { Telling } from './mention.ts';
import { mentionsIn, type Who } from './parties.ts';
import { isVerb } from './scene.ts';
import { statusOf } from './status.ts';
import { readTopics, topicsAfter } from './topics.ts';
import { settle, whenOf } from './when.ts';
import { isIn, kindOfVerb } from './words.ts';

const FACE = /\b(?:in person|face[- ]to[- ]face)\b/i;
const OFTEN = /\b(?:daily|weekly|monthly|regular|regularly|frequent) (?:or \w+ )?(?:basis|contact|terms)\b/i;

export function tellByVerb(who: Who, at: number, published: DateRange): Telling | null {
  const { scene, cast } = who;
  const { tokens, lemmas, children, sentence, doc } = scene;
  const token = tokens[at]!;
  if (!isVerb(token) || token.upos === 'AUX' || /^(?:amod|compound|case|mark)/.test(token.deprel)) return null;
  const frame = frameOf(who, at);
  if (!frame) return null;
  const near = doc.text.slice(token.start, Math.min(sentence.end, token.start + 60));
  if (OFTEN.test(near)) return null;
  if (children[at]!.some((i) => isIn('rare-adverb', lemmas[i]!) && /^(?:advmod|obl)/.test(tokens[i]!.deprel)))
    return null;
  const status = statusOf(scene, at);
  if (status === null) return null;
  const whole = doc.text.slice(sentence.start, sentence.end);
  const isCall = isIn('speak-verb', lemmas[at]!) && !FACE.test(whole);
  const kind = isCall ? 'call' : frame.kind;
  const isPresent = /^VB[PZ]$/.test(token.xpos) && !children[at]!.some((i) => /^aux/.test(tokens[i]!.deprel));
  // "Ministers meet in Ostrel on Monday" tells what is to come.
  const isComing = isPresent && frame.kind === 'meeting' && !frame.isOpen && status === 'held';
  const coming = isComing ? whenOf(scene, [at], 'planned', published) : null;
  const when = coming?.told ? coming : whenOf(scene, [at], status, published);
  const settled = settle(status, when, published);
  // "are talking": they are in touch, and when is not told.
  const isGoingOn = token.xpos === 'VBG' && isCall && !when.told;
  if (isGoingOn && children[at]!.some((i) => /^(?:is|are|were|was|been)$/i.test(tokens[i]!.form))) return null;
  const isHabit = isPresent && /[.!?]["”’]?$/.test(whole.trimEnd()) && !when.told;
  if (isHabit) return null;
  const { parties } = frame;
  const isSigning = isIn('sign-verb', lemmas[at]!) || /^(?:put|affix)$/.test(lemmas[at]!);
  const persons = parties.entities.length;
  const visited =
    kind === 'visit' ? (readPlace(scene, cast, who.world, at + 1) ?? (when.told ? sightOf(who, at) : null)) : null;
  const place = visited ?? (frame.isOpen || kind === 'call' ? null : placeOf(scene, cast, who.world, [at]));
  const stands =
    persons >= 2 ||
    parties.group !== null ||
    (persons === 1 && parties.others) ||
    (parties.others && when.told && place !== null) ||
    (visited !== null && persons > 0);
  return {
    kind,
    isOpen: frame.isOpen,
    stands:
      stands &&
      // "Holm, 24, who was visiting the city": how somebody quoted came to be there.
      !(kind === 'visit' && !when.told && /^acl/.test(token.deprel)) &&
      (!isSigning || (when.told && (place !== null || /^(?:put|affix)$/.test(lemmas[at]!)))) &&
      !(frame.isOpen && (persons < 2 || isSecond(who, at))),
    isDefinite: false,
    adds: false,
    parties,
    status: settled,
    when,
    duration: durationOf(scene, [at]),
    place,
    topics: frame.isOpen ? readTopics(scene, objectStart(who, at)) : topicsAfter(scene, [at]),
    shares: [],
    claims: [],
    anchor: { start: token.start, end: token.end },
    evidence: { start: sentence.start, end: sentence.end },
    rule: 'encounter/verb',
  };
}

/** What is visited on a day where no list knows the place: "Tern Rocks", "the picket line". */
function sightOf({ scene, cast }: Who, at: number): string | null {
  const { tokens, children, doc, timexes } = scene;
  const object = children[at]!.find((i) => i > at && /^obj/.test(tokens[i]!.deprel));
  if (object === undefined || object > at + 6) return null;
  const range = { start: tokens[at + 1]!.start, end: tokens[object]!.end };
  if (timexes.some((timex) => timex.start < range.end && range.start < timex.end)) return null;
  const named = mentionsIn(cast, range).some(({ entity }) => cast.entities[entity]!.kind === 'person');
  return named
    ? null
    : doc.text
        .slice(range.start, range.end)
        .replace(/^(?:the|a|an)\s+/i, '')
        .replace(/\s+/g, ' ');
}

/** "spoke on Monday and reviewed the offer": the second verb goes on with the first. */
function isSecond({ scene }: Who, at: number): boolean {
  const { deprel, head } = scene.tokens[at]!;
  if (deprel !== 'conj' || head < 0) return false;
  const lemma = scene.lemmas[head]!;
  return kindOfVerb(lemma) !== null || isIn('speak-verb', lemma) || isIn('discuss-verb', lemma);
}

/** Where the object of "discuss" begins: right after the verb and its adverbs. */
function objectStart({ scene }: Who, at: number): number {
  let i = at + 1;
  while (scene.tokens[i]?.upos === 'ADV') i++;
  return i;
}
