/**
 * Encounters told by a verb: "A spoke with B", "A met B", "A and B met", "A hosted B", "A and B discussed …".
 * A verb that only happens to look like one ("met demands", "spoke to reporters") tells none.
 */
import type { DateRange } from '../../model/record.ts';
import { broughtIn, hasObject, isPassive, objectsOf, subjectsOf } from './around.ts';
import { durationOf, placeOf, readPlace } from './details.ts';
import type { Telling } from './mention.ts';
import { isAny, mentionsIn, NOBODY, type Parties, union, type Who } from './parties.ts';
import { isVerb } from './scene.ts';
import { statusOf } from './status.ts';
import { readTopics, topicsAfter } from './topics.ts';
import { settle, whenOf } from './when.ts';
import { isIn, type Kind, kindOfVerb } from './words.ts';

const PHONE =
  /\b(?:by|on|over|via) (?:the |a |video |secure |tele)?(?:phone|telephone|video|line|call)\b|\b(?:phone|telephone)\b/i;
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
  const isSigning = isIn('sign-verb', lemmas[at]!);
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
      stands && (!isSigning || (place !== null && when.told)) && !(frame.isOpen && (persons < 2 || isSecond(who, at))),
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

interface Frame {
  kind: Kind;
  isOpen: boolean;
  parties: Parties;
}

function frameOf(who: Who, at: number): Frame | null {
  const { scene } = who;
  const { tokens, lemmas, children, doc, sentence } = scene;
  const lemma = lemmas[at]!;
  const kind = kindOfVerb(lemma);
  const particle = children[at]!.some((i) => /^down$/i.test(tokens[i]!.form));
  if (isIn('speak-verb', lemma)) {
    // "spoke out", "spoke of her talks with Reyes": to nobody in particular.
    if (/^(?:up|down|over|through|out|of|against|in|for)$/.test(nextForm(who, at))) return null;
    const withWhom = broughtIn(who, at, /^with$/);
    const other = isAny(withWhom) ? withWhom : spokenTo(who, at);
    const subject = subjectsOf(who, at);
    const byPhone = PHONE.test(doc.text.slice(tokens[at]!.start, sentence.end));
    if (isAny(other)) {
      // One speaks to the press without meeting it.
      const isBody = other.entities.every((entity) => who.cast.entities[entity]!.kind === 'organization');
      if (isBody && !byPhone && !other.others) return null;
      return { kind: 'call', isOpen: false, parties: union(subject, other) };
    }
    const isPair = subject.entities.length >= 2 || (subject.group !== null && byPhone);
    return isPair && !/^(?:of|for|into|out|in|against)$/.test(nextForm(who, at))
      ? { kind: 'call', isOpen: false, parties: subject }
      : null;
  }
  if (lemma === 'meet' || (kind !== null && kind !== 'visit')) {
    if (isPassive(scene, at) || /\b(?:halfway|half way)\b/i.test(doc.text.slice(tokens[at]!.end, tokens[at]!.end + 24)))
      return null;
    const subject = subjectsOf(who, at);
    const object = kind === 'talks' ? NOBODY : objectsOf(who, at);
    if (hasObject(scene, at) && !isAny(object) && !isMutual(who, at)) return null;
    if (isFamily(who, at)) return null;
    const other = isAny(object) ? object : broughtIn(who, at, /^(?:with|between)$/);
    if (!isAny(other) && kind === 'call') return null;
    return { kind: kind ?? 'meeting', isOpen: false, parties: union(subject, other) };
  }
  if (lemma === 'sit' && particle) {
    const other = broughtIn(who, at, /^with$/);
    return isAny(other) ? { kind: 'meeting', isOpen: false, parties: union(subjectsOf(who, at), other) } : null;
  }
  if (isIn('host-verb', lemma)) {
    const object = objectsOf(who, at);
    const isGuest = object.entities.some((entity) => who.cast.entities[entity]!.kind === 'person');
    const subject = subjectsOf(who, at);
    // "received 38 percent, Ana Lind 3 percent": what was received is no guest.
    const isPerson = scene.children[at]!.some(
      (i) =>
        /^obj/.test(tokens[i]!.deprel) &&
        (isIn('party-noun', lemmas[i]!) ||
          mentionsIn(who.cast, sentence).some(({ start, end }) => start <= tokens[i]!.start && tokens[i]!.end <= end)),
    );
    if (!isPerson) return null;
    return isGuest && isAny(subject) && !isPassive(scene, at)
      ? { kind: 'meeting', isOpen: false, parties: union(subject, object) }
      : null;
  }
  if (isIn('discuss-verb', lemma) && hasObject(scene, at)) {
    const parties = union(subjectsOf(who, at), broughtIn(who, at, /^with$/));
    // One person alone discusses a thing with nobody knows whom.
    return parties.entities.length >= 2 || parties.group ? { kind: 'meeting', isOpen: true, parties } : null;
  }
  if (isIn('sign-verb', lemma)) return signFrame(who, at);
  if (lemma === 'visit') return visitFrame(who, at);
  return null;
}

/** "where he met his wife, Ana": how a family began is no meeting of the story. */
function isFamily({ scene }: Who, at: number): boolean {
  return scene.children[at]!.some(
    (i) => i > at && /^i?obj/.test(scene.tokens[i]!.deprel) && isIn('family-noun', scene.lemmas[i]!),
  );
}

/** "The parties are to sign the deal in Ostrel on Monday": those who sign a paper together meet. */
function signFrame(who: Who, at: number): Frame | null {
  const { scene } = who;
  if (isPassive(scene, at)) return null;
  const isPaper = scene.children[at]!.some(
    (i) => i > at && /^obj/.test(scene.tokens[i]!.deprel) && isIn('paper-noun', scene.lemmas[i]!),
  );
  const parties = subjectsOf(who, at);
  return isPaper && (parties.entities.length >= 2 || parties.group !== null)
    ? { kind: 'meeting', isOpen: false, parties }
    : null;
}

/** "A visited B": who went, and the host where one is named; the place is read as for other encounters. */
function visitFrame(who: Who, at: number): Frame | null {
  const { scene, cast } = who;
  if (isPassive(scene, at) || !hasObject(scene, at)) return null;
  const subject = subjectsOf(who, at);
  const guests = subject.entities.filter((entity) => cast.entities[entity]!.kind === 'person');
  if (guests.length === 0) return null;
  const hosts = objectsOf(who, at).entities.filter((entity) => cast.entities[entity]!.kind === 'person');
  return { kind: 'visit', isOpen: false, parties: { ...subject, entities: [...guests, ...hosts] } };
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

/** "spoke to Reyes": a person, not a body or a crowd. */
function spokenTo(who: Who, at: number): Parties {
  const to = broughtIn(who, at, /^to$/);
  const persons = to.entities.filter((entity) => who.cast.entities[entity]!.kind === 'person');
  return persons.length > 0 ? { ...to, entities: persons } : NOBODY;
}

const isMutual = ({ scene }: Who, at: number): boolean =>
  /^\s*(?:each other|one another)\b/i.test(scene.doc.text.slice(scene.tokens[at]!.end, scene.tokens[at]!.end + 16));

const nextForm = ({ scene }: Who, at: number): string => scene.tokens[at + 1]?.form.toLowerCase() ?? '';

/** Where the object of "discuss" begins: right after the verb and its adverbs. */
function objectStart({ scene }: Who, at: number): number {
  let i = at + 1;
  while (scene.tokens[i]?.upos === 'ADV') i++;
  return i;
}
