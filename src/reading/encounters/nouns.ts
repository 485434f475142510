/**
 * Encounters told by a noun: "a call between A and B", "A's meeting with B", "A held talks with B", "talks resume on
 * Monday". "The call" alone adds to one told before; "a call for elections" tells none.
 */
import type { DateRange } from '../../model/record.ts';
import { broughtIn, objectsOf, subjectsOf } from './around.ts';
import { durationOf, placeOf } from './details.ts';
import { claimOf } from './earlier.ts';
import type { Telling } from './mention.ts';
import {
  isAny,
  mentionsIn,
  NOBODY,
  type Parties,
  partiesAt,
  personBefore,
  stateNamed,
  union,
  type Who,
} from './parties.ts';
import { caseOf, isVerb, type Scene, verbAbove } from './scene.ts';
import { statusOf } from './status.ts';
import { sharesIn, topicsAfter } from './topics.ts';
import { whenOf } from './when.ts';
import { isIn, type Kind, kindOfNoun } from './words.ts';

const PHONE = /^(?:phone|telephone|video|conference)$/i;
// "a summit in Berlin": there the clause says who was there, not "amid the talks".
const TAKES_PART = /^(?:in|at|during|on|for|to)$/;

export function tellByNoun(who: Who, at: number, published: DateRange): Telling | null {
  const { scene, cast } = who;
  const { tokens, lemmas, sentence } = scene;
  const token = tokens[at]!;
  const kind = kindOfNoun(token);
  if (!kind || token.deprel === 'compound' || isNone(scene, at, kind)) return null;
  const lemma = lemmas[at]!;
  const isOpen = lemma === 'conversation' || lemma === 'session';
  const carrier = carrierOf(scene, at);
  const above = verbAbove(scene, carrier);
  const verb = above && above.path.length <= 3 ? above.verb : null;
  const relation = verb === null ? '' : tokens[above!.path.at(-1)!]!.deprel;
  const status = statusOf(scene, at);
  if (status === null) return null;
  const isAhead = /\bahead of [\w' -]{0,40}$/i.test(scene.doc.text.slice(sentence.start, token.start));
  const anchors = verb === null || !isTelling(scene, verb, relation) ? [at, carrier] : [at, carrier, verb];
  const own = ownParties(who, at, carrier);
  const around = verb === null ? NOBODY : partiesOfClause(who, at, carrier, verb, relation);
  const when = whenOf(scene, [...new Set(anchors)], isAhead ? 'planned' : status, published);
  const parties = union(own, around);
  const isDefinite =
    /^(?:the|this|that|these|those)$/i.test(articleOf(scene, carrier)) ||
    (carrier === at && /^(?:the|this|that|these|those)$/i.test(articleOf(scene, at)));
  const isEvent = verb !== null && isTelling(scene, verb, relation);
  const place =
    kind === 'call'
      ? calledFrom(who, verb)
      : placeOf(scene, cast, who.world, anchors, kind === 'visit' ? /^(?:in|at|to)$/ : undefined);
  const persons = parties.entities.length;
  const isMany = persons >= 2 || parties.group !== null || (persons >= 1 && parties.others);
  const claims = claimOf(scene, at);
  return {
    kind,
    isOpen,
    stands: standsAlone({
      kind,
      isMany,
      persons,
      told: when.told,
      place,
      isEvent,
      isDefinite,
      hasClaim: claims.length > 0,
      hasOwn: own.entities.length >= 2 || own.group !== null,
      others: parties.others,
    }),
    isDefinite: isDefinite && !isMany,
    parties,
    status: isAhead && status === 'held' && when.told && isNotPast(when.range, published) ? 'planned' : status,
    when,
    duration: durationOf(scene, anchors),
    place,
    topics: topicsAfter(scene, [at]),
    shares: sharesIn(scene),
    claims,
    evidence: { start: sentence.start, end: sentence.end },
    rule: 'encounter/noun',
  };
}

const isNotPast = (range: DateRange, published: DateRange): boolean =>
  published.earliest === null || range.latest === null || range.latest >= published.earliest;

interface Grounds {
  kind: Kind;
  isMany: boolean;
  persons: number;
  told: boolean;
  place: string | null;
  isEvent: boolean;
  isDefinite: boolean;
  hasClaim: boolean;
  hasOwn: boolean;
  others: boolean;
}

/** Whether a noun and its clause say enough for an entry. Talks that only go on, or that somebody speaks of, do not. */
function standsAlone(grounds: Grounds): boolean {
  const { kind, isMany, persons, told, place, isEvent, isDefinite, hasClaim, hasOwn, others } = grounds;
  if (kind === 'visit') return persons >= 1 && (told || place !== null || isEvent);
  if (kind === 'talks') return (told && (isEvent || place !== null || hasOwn)) || (isEvent && isMany && !isDefinite);
  if (isMany && (hasOwn || isEvent || told || !isDefinite)) return true;
  return told && (place !== null || isEvent || hasClaim || (persons >= 1 && !isDefinite) || others);
}

/** True where the noun is no encounter: "a call for", "calls on", "talks show", "the call to", "a session of parliament". */
function isNone(scene: Scene, at: number, kind: Kind): boolean {
  const { tokens, lemmas, doc } = scene;
  const lemma = lemmas[at]!;
  const before = tokens[at - 1];
  const isPhone = before !== undefined && PHONE.test(before.form);
  if (lemma === 'call' && !isPhone) {
    if (/s$/i.test(tokens[at]!.form)) return true;
    const after = doc.text.slice(tokens[at]!.end, tokens[at]!.end + 12);
    if (/^ (?:for|to(?! [A-Z])|on (?!\w+day\b)|of)\b/.test(after)) return true;
  }
  if (
    /^(?:breakfast|lunch|dinner)$/.test(lemma) &&
    !/\b(?:working|private|over)\b[^.]*$/i.test(doc.text.slice(Math.max(0, tokens[at]!.start - 24), tokens[at]!.start))
  )
    return true;
  if (
    lemma === 'session' &&
    /\b(?:trading|photo|photograph|question|training)\s*$/i.test(
      doc.text.slice(Math.max(0, tokens[at]!.start - 14), tokens[at]!.start),
    )
  )
    return true;
  if (kind === 'visit' && tokens.some((token) => /^(?:pictured|photographed|seen)$/i.test(token.form))) return true;
  return kind === 'talks' && /^ (?:show|of)\b/i.test(doc.text.slice(tokens[at]!.end, tokens[at]!.end + 6));
}

/** "a round of talks", "two days of talks": the noun that stands for it in the clause. */
function carrierOf(scene: Scene, at: number): number {
  const { tokens, lemmas } = scene;
  const { head, deprel } = tokens[at]!;
  return /^nmod/.test(deprel) && head >= 0 && head < at && isIn('carrier-noun', lemmas[head]!) ? head : at;
}

function articleOf(scene: Scene, at: number): string {
  const det = scene.children[at]!.find((i) => scene.tokens[i]!.deprel === 'det' && i < at);
  return det === undefined ? '' : scene.tokens[det]!.form;
}

/** Whether the verb above says that the encounter took place, or who held it. */
function isTelling(scene: Scene, verb: number, relation: string): boolean {
  const lemma = scene.lemmas[verb]!;
  if (/^obj/.test(relation))
    return (
      isIn('hold-verb', lemma) ||
      isIn('attend-verb', lemma) ||
      isIn('head-verb', lemma) ||
      /^(?:cancel|postpone|receive|place)$/.test(lemma)
    );
  if (/^nsubj/.test(relation))
    return (
      isIn('occur-verb', lemma) ||
      isIn('hold-verb', lemma) ||
      isIn('head-verb', lemma) ||
      isIn('off-verb', lemma) ||
      isIn('postpone-verb', lemma) ||
      isIn('expect-verb', lemma) ||
      lemma === 'take' ||
      lemma === 'get' ||
      lemma === 'come'
    );
  return (
    /^obl/.test(relation) &&
    (isIn('travel-verb', lemma) || isIn('attend-verb', lemma) || lemma === 'take' || lemma === 'gather')
  );
}

/** Whose it was, whom it was with or between: in the noun's own phrase. */
function ownParties(who: Who, at: number, carrier: number): Parties {
  const { scene, cast, world } = who;
  const { tokens, children } = scene;
  const found: Parties[] = [broughtIn(who, at, /^(?:with|between)$/)];
  for (const noun of new Set([at, carrier]))
    for (const i of children[noun]!) if (tokens[i]!.deprel === 'nmod:poss') found.push(ownerOf(who, i));
  // "US-Chinese talks", "the Lind-Reyes call"
  const pair: number[] = [];
  for (let i = at - 1; i > 0 && i >= at - 5; i--) {
    if (!/^(?:ADJ|NOUN|PROPN|PUNCT)$/.test(tokens[i]!.upos) || tokens[i]!.form === ',') break;
    if (!/^[-–/]$/.test(tokens[i]!.form)) continue;
    for (const k of [i - 1, i + 1]) {
      const range = { start: tokens[k]!.start, end: tokens[k]!.end };
      const state = stateNamed(cast, world, { ...range, text: tokens[k]!.form });
      const entity = state ?? mentionsIn(cast, range)[0]?.entity ?? null;
      if (entity !== null) pair.push(entity);
    }
  }
  if (pair.length === 2) found.push({ ...NOBODY, entities: pair });
  return union(...found);
}

function ownerOf(who: Who, at: number): Parties {
  const form = who.scene.tokens[at]!.form.toLowerCase();
  if (form === 'their') return { ...NOBODY, group: 'any' };
  if (form === 'his' || form === 'her') {
    const entity = personBefore(who, at);
    return entity === null ? NOBODY : { ...NOBODY, entities: [entity] };
  }
  return partiesAt(who, at);
}

/** Who takes part by the clause around the noun: "A held talks with B", "A joined the call", "A told B at a meeting". */
function partiesOfClause(who: Who, at: number, carrier: number, verb: number, relation: string): Parties {
  const { scene } = who;
  const { tokens, lemmas, children } = scene;
  const lemma = lemmas[verb]!;
  if (/^nsubj/.test(relation)) {
    if (!isIn('head-verb', lemma) && !isIn('host-verb', lemma) && lemma !== 'attend') return NOBODY;
    return broughtIn(who, verb, /^by$/);
  }
  const subject = subjectsOf(who, verb);
  if (/^obj/.test(relation)) {
    if (lemma === 'receive') return union(subject, broughtIn(who, at, /^from$/));
    const isPart =
      isIn('hold-verb', lemma) ||
      isIn('attend-verb', lemma) ||
      isIn('head-verb', lemma) ||
      isIn('off-verb', lemma) ||
      isIn('postpone-verb', lemma) ||
      lemma === 'place' ||
      lemma === 'schedule' ||
      lemma === 'plan';
    return isPart ? union(subject, broughtIn(who, verb, /^with$/)) : NOBODY;
  }
  const way = caseOf(scene, carrier);
  if (!/^(?:obl|nmod|advcl)/.test(relation) || way === null || !TAKES_PART.test(way)) return NOBODY;
  const isTold = /^(?:the|this|that)$/i.test(articleOf(scene, carrier));
  if (isTold && !isIn('travel-verb', lemma) && !isIn('attend-verb', lemma) && lemma !== 'take') return NOBODY;
  if (way === 'for' || way === 'to') return isIn('travel-verb', lemma) || isIn('attend-verb', lemma) ? subject : NOBODY;
  const objects = children[verb]!.some((i) => /^i?obj/.test(tokens[i]!.deprel) && isVerb(tokens[verb]!))
    ? objectsOf(who, verb)
    : NOBODY;
  return isAny(subject) ? union(subject, objects) : NOBODY;
}

/** "made the call from Ostrel": where somebody sat. */
function calledFrom(who: Who, verb: number | null): string | null {
  if (verb === null) return null;
  const { scene, cast, world } = who;
  return /^(?:make|place|take|join)$/.test(scene.lemmas[verb]!) ? placeOf(scene, cast, world, [verb], /^from$/) : null;
}
