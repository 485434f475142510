/**
 * What a verb tells by the words around it: "A spoke with B", "A was received by B", "A put her name to the pact".
 * In: a verb. Out: the kind of encounter and who took part; null where these words tell none.
 */
import { broughtIn, hasObject, isPassive, objectsOf, subjectsOf } from './around.ts';
import { isAny, mentionsIn, NOBODY, type Parties, union, type Who } from './parties.ts';
import { broughtTogether, metByPhrase } from './phrases.ts';
import { reachOf, type Scene } from './scene.ts';
import { isIn, type Kind, kindOfNoun, kindOfVerb } from './words.ts';

export interface Frame {
  kind: Kind;
  /** True where the words leave open whether people met or telephoned. */
  isOpen: boolean;
  parties: Parties;
}

const PHONE =
  /\b(?:by|on|over|via) (?:the |a |video |secure |tele)?(?:phone|telephone|video|line|call)\b|\b(?:phone|telephone)\b/i;

export function frameOf(who: Who, at: number): Frame | null {
  const { lemmas } = who.scene;
  const lemma = lemmas[at]!;
  const kind = kindOfVerb(lemma);
  if (isIn('speak-verb', lemma)) return speakFrame(who, at);
  const rung = isIn('ring-verb', lemma) ? ringFrame(who, at) : null;
  if (rung) return rung;
  if (lemma === 'meet' || (kind !== null && kind !== 'visit')) return meetFrame(who, at, kind);
  if (lemma === 'sit' && who.scene.children[at]!.some((i) => /^down$/i.test(who.scene.tokens[i]!.form)))
    return beside(who, at, /^(?:with|from|opposite)$/) ?? together(who, at);
  if (/^(?:bring|get|put|sit|seat|gather)$/.test(lemma)) {
    const brought = bringFrame(who, at);
    if (brought) return brought;
  }
  const met = metByPhrase(who, at);
  if (met) return { kind: 'meeting', isOpen: false, parties: met };
  if (isIn('host-verb', lemma)) return hostFrame(who, at);
  if (lemma === 'see') return seeFrame(who, at);
  if (isIn('discuss-verb', lemma) && hasObject(who.scene, at)) {
    const parties = union(subjectsOf(who, at), broughtIn(who, at, /^with$/));
    // One person alone discusses a thing with nobody knows whom.
    return parties.entities.length >= 2 || parties.group ? { kind: 'meeting', isOpen: true, parties } : null;
  }
  if (isIn('sign-verb', lemma)) return signFrame(who, at);
  if (lemma === 'put' || lemma === 'affix') return namesFrame(who, at);
  if (lemma === 'shuttle') return shuttleFrame(who, at);
  if (lemma === 'visit') return visitFrame(who, at);
  return idiomFrame(who, at);
}

function speakFrame(who: Who, at: number): Frame | null {
  const { tokens, doc, sentence } = who.scene;
  // "spoke out", "spoke of her talks with Reyes": to nobody in particular.
  if (/^(?:up|down|over|through|out|of|against|in|for|past|around)$/.test(nextForm(who, at))) return null;
  // "speaking after a meeting with Reyes": with him she met, not spoke.
  const to = tokens.findIndex(({ form }, i) => i > at && /^with$/i.test(form));
  const isOther =
    to > 0 && tokens.slice(at + 1, to).some((token) => kindOfNoun(token) !== null && !/^call$/i.test(token.form));
  const withWhom = isOther ? NOBODY : broughtIn(who, at, /^with$/);
  const other = isAny(withWhom) ? withWhom : spokenTo(who, at);
  const subject = subjectsOf(who, at);
  const after = doc.text.slice(tokens[at]!.start, sentence.end);
  const byPhone = PHONE.test(after);
  if (isAny(other)) {
    // One speaks to the press without meeting it.
    const isBody = other.entities.every((entity) => who.cast.entities[entity]!.kind === 'organization');
    if (isBody && !byPhone && !other.others) return null;
    return { kind: 'call', isOpen: false, parties: union(subject, other) };
  }
  // "Lind and Reyes spoke at the conference": each to others. With a day, a length or a line they spoke to each other.
  const isPair = subject.entities.length >= 2 || subject.group !== null;
  return isPair && (byPhone || isTogether(who, at)) ? { kind: 'call', isOpen: false, parties: subject } : null;
}

/** True where nothing but a time, or a word for how, follows a verb whose subjects are two: they did it together. */
function isTogether({ scene }: Who, at: number): boolean {
  const { tokens, timexes, doc } = scene;
  const next = tokens[at + 1];
  if (!next || /^[.,;]$/.test(next.form)) return /^(?:last|again|first|had)$/i.test(tokens[at - 1]?.form ?? '');
  if (/^(?:again|separately|directly|privately|briefly|twice|together)$/i.test(next.form)) return true;
  if (/^about$/i.test(next.form)) return timexes.some(({ start, range }) => start > next.start && range);
  const timex = timexes.find(({ start }) => start >= next.start && start - next.start <= 10);
  const words = timex ? doc.text.slice(next.start, timex.start).trim() : 'no time';
  return /^(?:|(?:late |early |again )?(?:on|for|in|at|earlier|later)?)$/i.test(words);
}

/** "A called B on Monday to tell him": with a person for its object, and a day or a purpose right behind. */
function ringFrame(who: Who, at: number): Frame | null {
  const { scene } = who;
  const { tokens, timexes, children } = scene;
  if (isPassive(scene, at)) return null;
  const object = children[at]!.find((i) => i > at && /^obj/.test(tokens[i]!.deprel));
  const other = objectsOf(who, at);
  if (object === undefined || !isPersons(who, other)) return null;
  const { last } = reachOf(scene, object);
  const next = tokens.slice(last + 1, last + 3);
  const isTimed = next.some(({ start }) => timexes.some((timex) => timex.start <= start && start < timex.end));
  const isSaid = /^to$/i.test(next[0]?.form ?? '') && isIn('tell-verb', scene.lemmas[last + 2] ?? '');
  if (!isTimed && !isSaid) return null;
  // "called Reyes on Monday a liar": what somebody is called is no call.
  if (children[at]!.some((i) => i > last && /^(?:xcomp|obj)/.test(tokens[i]!.deprel) && !tellsPurpose(scene, i)))
    return null;
  return { kind: 'call', isOpen: false, parties: union(subjectsOf(who, at), other) };
}

const tellsPurpose = ({ children, tokens }: Scene, at: number): boolean =>
  children[at]!.some((i) => tokens[i]!.deprel === 'mark' && /^to$/i.test(tokens[i]!.form));

const isPersons = ({ cast }: Who, { entities }: Parties): boolean =>
  entities.length > 0 && entities.every((entity) => cast.entities[entity]!.kind === 'person');

function meetFrame(who: Who, at: number, kind: Kind | null): Frame | null {
  const { scene } = who;
  const { doc, tokens } = scene;
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

/** Subject and those whom a preposition brings in, where it brings in any. */
function beside(who: Who, at: number, words: RegExp): Frame | null {
  const other = broughtIn(who, at, words);
  return isAny(other) ? { kind: 'meeting', isOpen: false, parties: union(subjectsOf(who, at), other) } : null;
}

/** "the two sides sat down again on Monday" */
function together(who: Who, at: number): Frame | null {
  const parties = subjectsOf(who, at);
  const isSeveral = parties.entities.length >= 2 || parties.group !== null;
  return isSeveral && isTogether(who, who.scene.tokens[at + 1]?.form.toLowerCase() === 'down' ? at + 1 : at)
    ? { kind: 'meeting', isOpen: false, parties }
    : null;
}

/** "brought the two sides together on Monday": those brought, and who brought them where that is a person. */
function bringFrame(who: Who, at: number): Frame | null {
  const object = broughtTogether(who, at);
  if (!isAny(object)) return null;
  const subject = subjectsOf(who, at);
  return { kind: 'meeting', isOpen: false, parties: isPersons(who, subject) ? union(subject, object) : object };
}

function hostFrame(who: Who, at: number): Frame | null {
  const { scene } = who;
  const subject = subjectsOf(who, at);
  if (isPassive(scene, at)) {
    // "Lind was received at the palace by Reyes": a guest who is a person, and a host.
    const host = broughtIn(who, at, /^by$/);
    return host.entities.length > 0 && (isPersons(who, subject) || (isAny(subject) && isPersons(who, host)))
      ? { kind: 'meeting', isOpen: false, parties: union(subject, host) }
      : null;
  }
  const object = objectsOf(who, at);
  // "is due to receive both union leaders on Tuesday": guests without a name, of a host who has one.
  const isTold = scene.timexes.some(({ type }) => type !== 'DURATION') && isPersons(who, subject);
  const isGuest =
    object.entities.some((entity) => who.cast.entities[entity]!.kind === 'person') ||
    (isTold && isAny(object) && scene.lemmas[at] !== 'welcome');
  // "received 38 percent, Ana Lind 3 percent": what was received is no guest.
  const isPerson = scene.children[at]!.some(
    (i) =>
      /^obj/.test(scene.tokens[i]!.deprel) &&
      (isIn('party-noun', scene.lemmas[i]!) ||
        mentionsIn(who.cast, scene.sentence).some(
          ({ start, end }) => start <= scene.tokens[i]!.start && scene.tokens[i]!.end <= end,
        )),
  );
  return isPerson && isGuest && isAny(subject)
    ? { kind: 'meeting', isOpen: false, parties: union(subject, object) }
    : null;
}

/** "A saw B in Lisbon on Monday", "had seen her counterpart": persons, and no more of what was seen. */
function seeFrame(who: Who, at: number): Frame | null {
  const { scene } = who;
  const { tokens, children } = scene;
  if (isPassive(scene, at)) return null;
  const subject = subjectsOf(who, at);
  const object = objectsOf(who, at);
  const isBare = !children[at]!.some((i) => i > at && /^(?:xcomp|ccomp|advcl)/.test(tokens[i]!.deprel));
  // "flies to Lisbon on Monday to see Reyes": the day may stand before an infinitive.
  const from = tellsPurpose(scene, at) ? scene.sentence.start : tokens[at]!.end;
  const isTimed = scene.timexes.some(({ start, type }) => start >= from && type !== 'DURATION');
  const isAs = tokens.slice(at + 1).some(({ form }) => /^as$/i.test(form));
  // "would see the parties separately on Friday": sides are seen one by one, or at a time to come.
  const isSides =
    object.group !== null || object.entities.some((entity) => who.cast.entities[entity]!.kind === 'organization');
  const isMeeting =
    isPersons(who, object) ||
    (isSides &&
      (/\b(?:separately|privately|in turn|together|one by one|one after the other)\b/i.test(
        scene.doc.text.slice(tokens[at]!.end, Math.min(scene.sentence.end, tokens[at]!.end + 60)),
      ) ||
        tellsPurpose(scene, at) ||
        children[at]!.some((i) => /^(?:will|would|’ll|'ll)$/i.test(tokens[i]!.form))));
  return isBare && isTimed && !isAs && isPersons(who, subject) && isMeeting
    ? { kind: 'meeting', isOpen: false, parties: union(subject, object) }
    : null;
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
  const passive = isPassive(scene, at);
  const isPaper = scene.children[at]!.some(
    (i) =>
      (passive ? i < at && /^nsubj/.test(scene.tokens[i]!.deprel) : i > at && /^obj/.test(scene.tokens[i]!.deprel)) &&
      isIn('paper-noun', scene.lemmas[i]!),
  );
  const parties = passive ? broughtIn(who, at, /^by$/) : subjectsOf(who, at);
  return isPaper ? signedBy(who, at, parties) : null;
}

/** "put their signatures to the accord" */
function namesFrame(who: Who, at: number): Frame | null {
  const { tokens, lemmas, children, doc } = who.scene;
  const names = children[at]!.find((i) => i > at && /^obj/.test(tokens[i]!.deprel));
  if (names === undefined || !/^(?:name|signature|pen|initial)$/.test(lemmas[names]!)) return null;
  if (!/^\s+(?:on )?to\s+(?:the|a|an|this|that|their|its)\b/i.test(doc.text.slice(tokens[names]!.end))) return null;
  return signedBy(who, at, subjectsOf(who, at));
}

/** Those who signed, and those before whom they did. */
function signedBy(who: Who, at: number, signers: Parties): Frame | null {
  const { tokens } = who.scene;
  const presence = tokens.findIndex(({ form }, i) => i > at && /^(?:presence|witness)$/i.test(form));
  const witnesses = presence < 0 ? NOBODY : broughtIn(who, presence, /^of$/);
  const parties = union(signers, witnesses);
  return parties.entities.length >= 2 || signers.group !== null ? { kind: 'meeting', isOpen: false, parties } : null;
}

/** "shuttled between A and B": with both, one after the other. */
function shuttleFrame(who: Who, at: number): Frame | null {
  const other = broughtIn(who, at, /^between$/);
  const isPeople = other.entities.length >= 2 || other.group !== null;
  return isPeople ? { kind: 'talks', isOpen: false, parties: union(subjectsOf(who, at), other) } : null;
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

const BY_PHONE = /^[^,;]{0,40}\b(?:by|over the|on the) (?:telephone|phone)\b/i;
const FACED =
  /^\S+ (?:(?:each other )?face[- ]to[- ]face|together around (?:a|the|one) table|(?:down )?(?:across|opposite) (?:the table )?(?:from )?(?:each other|one another)|(?:around|at|round) the same table)\b/i;
const SHARED =
  /^\S+ (?:a |an |private |working |late |early |quiet )*(?:coffee|tea|drinks|breakfast|lunch|dinner|supper|audience) with\b/i;

/** "A and B came face to face", "A had coffee with B": told by a set phrase. */
function idiomFrame(who: Who, at: number): Frame | null {
  const { doc, sentence, tokens, lemmas } = who.scene;
  const after = doc.text.slice(tokens[at]!.start, Math.min(sentence.end, tokens[at]!.start + 80));
  if (/^(?:come|sit|talk|be)$/.test(lemmas[at]!) && FACED.test(after)) {
    const other = broughtIn(who, at, /^with$/);
    const parties = union(subjectsOf(who, at), other);
    return parties.entities.length >= 2 || parties.group ? { kind: 'meeting', isOpen: false, parties } : null;
  }
  // "briefed Reyes by telephone on Monday"
  if (
    isIn('tell-verb', lemmas[at]!) &&
    !isPassive(who.scene, at) &&
    BY_PHONE.test(doc.text.slice(tokens[at]!.end, Math.min(sentence.end, tokens[at]!.end + 60)))
  ) {
    const other = objectsOf(who, at);
    const subject = subjectsOf(who, at);
    return isPersons(who, other) && isPersons(who, subject)
      ? { kind: 'call', isOpen: false, parties: union(subject, other) }
      : null;
  }
  return /^(?:have|take|share|drink)$/.test(lemmas[at]!) && SHARED.test(after) ? beside(who, at, /^with$/) : null;
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
