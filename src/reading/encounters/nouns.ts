/**
 * Encounters told by a noun: "a call between A and B", "A's meeting with B", "A held talks with B", "talks resume on
 * Monday". "The call" alone adds to one told before; "a call for elections" tells none.
 */
import type { DateRange } from '../../model/record.ts';
import { broughtIn, objectsOf, subjectsOf } from './around.ts';
import { durationOf, placeOf } from './details.ts';
import { claimOf } from './earlier.ts';
import type { Status, Telling, When } from './mention.ts';
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
import { settle, whenOf } from './when.ts';
import { isIn, type Kind, kindOfNoun } from './words.ts';

const PHONE = /^(?:phone|telephone|video|conference)$/i;
// "a summit in Berlin": there the clause says who was there, not "amid the talks".
const TAKES_PART = /^(?:in|at|over|during|on|for|to)$/;

export function tellByNoun(who: Who, at: number, published: DateRange): Telling | null {
  const { scene, cast, world } = who;
  const { tokens, lemmas, sentence, doc } = scene;
  const token = tokens[at]!;
  const kind = kindOfNoun(token) ?? (isRound(scene, at) ? 'talks' : null);
  if (!kind || token.deprel === 'compound' || isNone(scene, at, kind)) return null;
  const clause = clauseOf(scene, at);
  const said =
    clause.relative === null ? statusOf(scene, at) : (statusOf(scene, clause.relative) ?? statusOf(scene, at));
  if (said === null) return null;
  const isAhead = /\bahead of [\w' -]{0,40}$/i.test(doc.text.slice(sentence.start, token.start));
  const { anchors, carrier, isEvent } = clause;
  const coming = said === 'held' ? comingWhen(scene, clause, published) : null;
  const when = coming ?? whenOf(scene, anchors, isAhead ? 'planned' : said, published);
  if (!when.told && kind === 'talks' && isBackground(scene, at, clause.carrier)) return null;
  const isDue = isAhead && said === 'held' && when.told && isNotPast(when.range, published);
  const status = isDue || coming ? 'planned' : settle(said, when, published);
  const isMeal = MEAL.test(lemmas[at]!);
  if (isMeal && !when.told) return null;
  const own = ownParties(who, at, clause);
  // "told him during his visit": it is the visit of him whose it is.
  const around = kind === 'visit' && own.entities.length > 0 ? NOBODY : partiesOfClause(who, at, clause);
  const implied = isAny(around) ? NOBODY : impliedParty(who, clause, own);
  const parties = orSides(kind, union(own, around, implied));
  const isDefinite = [at, carrier].some((i) => isTold(scene, i));
  const isGoing = clause.verb !== null && isIn('travel-verb', lemmas[clause.verb]!);
  const ways = kind === 'visit' || isGoing ? /^(?:in|at|into|to)$/ : undefined;
  const place = kind === 'call' ? calledFrom(who, clause.verb) : placeOf(scene, cast, world, anchors, ways);
  const persons = parties.entities.length;
  const isMany = persons >= 2 || parties.group !== null || (persons >= 1 && parties.others);
  const claims = claimOf(scene, at);
  const adds = isDefinite && clause.verb !== null && isComing(lemmas[clause.verb]!);
  return {
    kind,
    isOpen: /^(?:conversation|session)$/.test(lemmas[at]!),
    stands: standsAlone({
      kind,
      isNamed: scene.children[at]!.some((i) => i < at && tokens[i]!.deprel === 'compound'),
      isJourney: /^(?:tour|trip)$/.test(lemmas[at]!),
      isMany,
      persons,
      told: when.told,
      place,
      isEvent,
      isDefinite,
      hasClaim: claims.length > 0,
      hasOwn: own.entities.length + implied.entities.length >= 2 || own.group !== null,
      others: parties.others,
      status,
    }),
    isDefinite,
    adds,
    parties,
    status,
    when,
    duration: durationOf(scene, anchors),
    place,
    topics: topicsAfter(scene, [at]),
    shares: sharesIn(scene),
    claims,
    anchor: { start: token.start, end: token.end },
    evidence: { start: sentence.start, end: sentence.end },
    rule: 'encounter/noun',
  };
}

/** "Talks resume on Monday": told in the present for a day behind publishing. */
function comingWhen(scene: Scene, { verb, relation, relative, anchors }: Clause, published: DateRange): When | null {
  const teller = relative ?? (/^nsubj/.test(relation) ? verb : null);
  if (teller === null || published.latest === null || !/^VB[PZ]$/.test(scene.tokens[teller]!.xpos)) return null;
  if (scene.children[teller]!.some((i) => /^(?:aux|cop)/.test(scene.tokens[i]!.deprel))) return null;
  const when = whenOf(scene, anchors, 'planned', published);
  return when.told && when.range.earliest !== null && when.range.earliest > published.latest ? when : null;
}

const MEAL = /^(?:breakfast|lunch|dinner)$/;

interface Clause {
  /** The noun that stands for it in the clause: "round" in "a round of talks". */
  carrier: number;
  /** The verb above, where it is near. */
  verb: number | null;
  /** What the noun, or the noun it hangs on, is to that verb. */
  relation: string;
  /** The verb of "talks that began on Monday". */
  relative: number | null;
  /** True where a verb says that the encounter took place, or who held it. */
  isEvent: boolean;
  /** The words that tell the encounter. */
  anchors: number[];
}

function clauseOf(scene: Scene, at: number): Clause {
  const { tokens, lemmas, children } = scene;
  const carrier = carrierOf(scene, at);
  const above = verbAbove(scene, carrier);
  let verb = above && above.path.length <= 3 ? above.verb : null;
  let relation = verb === null ? '' : tokens[above!.path.at(-1)!]!.deprel;
  // "told envoys from the islands at a meeting": at, during and after hang on the verb, wherever the tree has put them.
  if (tokens[carrier]!.deprel === 'nmod' && /^(?:obj|iobj)$/.test(relation) && isWhen(caseOf(scene, carrier)))
    relation = 'obl';
  // "their first call since dockers took the tower": the verb of another clause.
  if (verb !== null && tokens.slice(at, verb).some(({ upos }) => upos === 'SCONJ')) {
    verb = null;
    relation = '';
  }
  // A verb behind the noun that the tree left without a subject has the noun for one.
  const next = /^(?:nsubj|obj)/.test(relation) ? null : verbBehind(scene, at);
  if (next !== null) {
    verb = next;
    relation = 'nsubj';
  }
  const relative =
    [at, carrier]
      .flatMap((i) => children[i]!)
      .find((i) => /^acl/.test(tokens[i]!.deprel) && isVerb(tokens[i]!) && isIn('occur-verb', lemmas[i]!)) ?? null;
  // "Talks went on until dawn"
  const isOn =
    verb !== null &&
    lemmas[verb] === 'go' &&
    /^(?:on|ahead)$/i.test(tokens[verb + 1]?.form ?? '') &&
    /^nsubj/.test(relation);
  const isEvent = isOn || (verb !== null && isTelling(scene, verb, relation)) || relative !== null;
  // "in Ostrel at the end of a visit"
  const isPart = above?.path.some((i) => PART_OF.test(lemmas[i]!));
  const anchors = new Set([at, carrier]);
  if (relative !== null) anchors.add(relative);
  else if (verb !== null && (isTelling(scene, verb, relation) || isPart)) anchors.add(verb);
  // "are set to resume in Ostrel"
  if (verb !== null && anchors.has(verb) && isIn('expect-verb', lemmas[verb]!))
    for (const i of children[verb]!) if (/^xcomp/.test(tokens[i]!.deprel)) anchors.add(i);
  return { carrier, verb, relation, relative, isEvent, anchors: [...anchors] };
}

/** "hurdles in the negotiations", "earlier talks": the talks as a matter, not as an event. */
function isBackground(scene: Scene, at: number, carrier: number): boolean {
  const { tokens, children, lemmas } = scene;
  const { deprel, head } = tokens[carrier]!;
  const isOf = /^(?:nmod|compound)/.test(deprel) && head >= 0 && !isVerb(tokens[head]!) && !PART_OF.test(lemmas[head]!);
  const isPast = children[at]!.some((i) => /^(?:earlier|previous|prior|past|former|recent)$/.test(lemmas[i]!));
  return isOf || isPast || children[at]!.some((i) => /^earlier$/i.test(tokens[i]!.form));
}

const isWhen = (way: string | null): boolean => way !== null && /^(?:at|during|after|before|following)$/.test(way);

// "at the end of the talks" is in them.
const PART_OF = /^(?:end|start|beginning|outset|course|round|day|session|series)$/;

const isComing = (lemma: string): boolean =>
  isIn('attend-verb', lemma) || isIn('head-verb', lemma) || lemma === 'take' || lemma === 'be';

/** The next verb to the right that tells of events or plans and has no subject, with only names and nouns between. */
function verbBehind(scene: Scene, at: number): number | null {
  const { tokens, lemmas, children } = scene;
  for (let i = at + 1; i < tokens.length && i <= at + 12; i++) {
    const { upos, form, deprel } = tokens[i]!;
    if (upos === 'VERB' && !/^(?:amod|acl)/.test(deprel)) {
      const isFree = !children[i]!.some((k) => /^nsubj/.test(tokens[k]!.deprel));
      return isFree && (isIn('occur-verb', lemmas[i]!) || isIn('expect-verb', lemmas[i]!)) ? i : null;
    }
    const isInside =
      /^(?:PROPN|NOUN|ADJ|DET|CCONJ|AUX|PART|NUM)$/.test(upos) || /^(?:between|with|of|in|on)$/i.test(form);
    if (!isInside) return null;
  }
  return null;
}

/** "the call", "this week's talks": something told before. */
function isTold(scene: Scene, at: number): boolean {
  if (/^(?:the|this|that|these|those)$/i.test(articleOf(scene, at))) return true;
  return scene.children[at]!.some(
    (i) =>
      scene.tokens[i]!.deprel === 'nmod:poss' &&
      scene.timexes.some(({ start, end }) => start <= scene.tokens[i]!.start && scene.tokens[i]!.start < end),
  );
}

/** Talks of nobody named are those of the two sides that the article is about. */
function orSides(kind: Kind, parties: Parties): Parties {
  return kind === 'talks' && parties.entities.length === 0 && parties.group === null
    ? { ...parties, group: 'sides' }
    : parties;
}

/** "He was disappointed after talks with Reyes failed": who talked with Reyes is the subject of the clause above. */
function impliedParty(who: Who, { verb, relation }: Clause, own: Parties): Parties {
  if (own.entities.length !== 1 || own.group !== null || verb === null) return NOBODY;
  const { tokens } = who.scene;
  let from = verb;
  if (/^nsubj/.test(relation)) {
    if (!/^(?:advcl|ccomp|acl)/.test(tokens[verb]!.deprel)) return NOBODY;
    from = tokens[verb]!.head;
  }
  const { entities } = from >= 0 ? subjectsOf(who, from) : NOBODY;
  const others = entities.filter((entity) => !own.entities.includes(entity));
  return others.length === 1 ? { ...NOBODY, entities: others } : NOBODY;
}

const isNotPast = (range: DateRange, published: DateRange): boolean =>
  published.earliest === null || range.latest === null || range.latest >= published.earliest;

interface Grounds {
  kind: Kind;
  /** True for "committee meeting": another word says whose it is. */
  isNamed: boolean;
  /** True for "tour" and "trip". */
  isJourney: boolean;
  isMany: boolean;
  persons: number;
  told: boolean;
  place: string | null;
  isEvent: boolean;
  isDefinite: boolean;
  hasClaim: boolean;
  hasOwn: boolean;
  others: boolean;
  status: Status;
}

/** Whether a noun and its clause say enough for an entry. Talks that only go on, or that somebody speaks of, do not. */
function standsAlone(grounds: Grounds): boolean {
  const {
    kind,
    isNamed,
    isJourney,
    isMany,
    persons,
    told,
    place,
    isEvent,
    isDefinite,
    hasClaim,
    hasOwn,
    others,
    status,
  } = grounds;
  if (kind === 'visit') return persons >= 1 && (told || place !== null || isEvent) && (!isJourney || place !== null);
  if (kind === 'talks')
    return (
      (told && (isEvent || place !== null || hasOwn)) ||
      (isEvent && isMany && (!isDefinite || (hasOwn && place !== null)))
    );
  if (isMany && (hasOwn || isEvent || told || !isDefinite)) return true;
  // "before the next summit in Ostrel in May" is a date in the calendar of others.
  if (status === 'planned' && persons === 0) return told && isEvent;
  // A day and a word like "meeting" alone are some meeting of others.
  if (persons === 0 && !others && !isMany) return told && (place !== null || (isEvent && isDefinite && !isNamed));
  return told && (place !== null || isEvent || hasClaim || (persons >= 1 && !isDefinite) || others);
}

const ROUND =
  /\b(?:first|second|third|fourth|fifth|sixth|next|new|another|latest|last|previous|final|further|fresh)\s+$/i;
const TALKS = /\b(?:talks|negotiat\w+|mediat\w+)\b/i;
const GAME =
  /\b(?:vot(?:e|es|ing)|election|elections|ballot|runoff|poll|polls|match|tournament|playoffs?|draft|funding|layoffs)\b/i;

/** "A third round is set for Monday": of talks, where the sentences around tell of talks and of nothing else that has rounds. */
function isRound({ lemmas, tokens, doc, sentence, index }: Scene, at: number): boolean {
  if (lemmas[at] !== 'round' || tokens[at]!.upos !== 'NOUN') return false;
  if (/^(?:of|in|robin)$/i.test(tokens[at + 1]?.form ?? '')) return false;
  if (!ROUND.test(doc.text.slice(Math.max(0, tokens[at]!.start - 14), tokens[at]!.start))) return false;
  const near = doc.text.slice(doc.sentences[Math.max(0, index - 5)]!.start, sentence.end);
  return TALKS.test(near) && !GAME.test(near);
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
    MEAL.test(lemma) &&
    !/\b(?:working|private|over|at an?|during an?)\b[^.]*$/i.test(
      doc.text.slice(Math.max(0, tokens[at]!.start - 24), tokens[at]!.start),
    )
  )
    return true;
  if (
    lemma === 'session' &&
    /\b(?:trading|photo|photograph|question|training)\s*$/i.test(
      doc.text.slice(Math.max(0, tokens[at]!.start - 14), tokens[at]!.start),
    )
  )
    return true;
  if (lemma === 'session') {
    const text = doc.text.slice(Math.max(0, tokens[at]!.start - 14), tokens[at]!.end + 60);
    if (CHAMBER.test(text)) return true;
  }
  if (kind === 'visit' && tokens.some((token) => /^(?:pictured|photographed|seen)$/i.test(token.form))) return true;
  return kind === 'talks' && /^ (?:show|of)\b/i.test(doc.text.slice(tokens[at]!.end, tokens[at]!.end + 6));
}

/** What a chamber holds is no encounter of the story: "a closed session of the House Trade Committee". */
const CHAMBER =
  /\b(?:executive|legislative|plenary|lame-duck) session\b|\bsession of (?:the )?(?:\p{Lu}[\p{L}’'-]* ){0,4}(?:committee|parliament|congress|senate|house|assembly|court)\b/iu;

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
  // "were called off", "were put off"
  if (
    /^(?:call|put)$/.test(lemma) &&
    /^(?:obj|nsubj)/.test(relation) &&
    /^off$/i.test(scene.tokens[verb + 1]?.form ?? '')
  )
    return true;
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
function ownParties(who: Who, at: number, { carrier, verb }: Clause): Parties {
  const { scene, cast, world } = who;
  const { tokens, children } = scene;
  const isVisit = isIn('noun-visit', scene.lemmas[at]!);
  const found: Parties[] = [broughtIn(who, at, isVisit ? /^(?:of|by|with)$/ : /^(?:with|between)$/)];
  for (const noun of new Set([at, carrier]))
    for (const i of children[noun]!) if (tokens[i]!.deprel === 'nmod:poss') found.push(ownerOf(who, i, verb));
  // "after meeting Reyes": a verb that the tagger takes for the noun.
  for (const i of children[at]!)
    if (tokens[i]!.deprel === 'obj' && /ing$/i.test(tokens[at]!.form)) found.push(partiesAt(who, i));
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

function ownerOf(who: Who, at: number, verb: number | null): Parties {
  const form = who.scene.tokens[at]!.form.toLowerCase();
  if (form === 'their') return { ...NOBODY, group: 'any' };
  if (form === 'his' || form === 'her') {
    // "the minister spoke during his call": the subject's, where there is one.
    const { entities } = verb === null ? NOBODY : subjectsOf(who, verb);
    const isPerson = entities.length === 1 && who.cast.entities[entities[0]!]!.kind === 'person';
    const entity = isPerson ? entities[0]! : personBefore(who, at);
    return entity === null ? NOBODY : { ...NOBODY, entities: [entity] };
  }
  return partiesAt(who, at);
}

/** Who takes part by the clause around the noun: "A held talks with B", "A joined the call", "A told B at a meeting". */
function partiesOfClause(who: Who, at: number, { carrier, verb, relation }: Clause): Parties {
  const { scene } = who;
  const { tokens, lemmas, children } = scene;
  if (verb === null) {
    // "Lind is in Ostrel this week for talks with Reyes"
    const above = tokens[carrier]!.head;
    const subjects =
      above >= 0 && caseOf(scene, carrier) === 'for'
        ? children[above]!.filter((i) => /^nsubj/.test(tokens[i]!.deprel))
        : [];
    return union(...subjects.map((i) => partiesAt(who, i)));
  }
  const lemma = lemmas[verb]!;
  if (/^nsubj/.test(relation)) {
    if (!isIn('head-verb', lemma) && !isIn('host-verb', lemma) && lemma !== 'attend') return NOBODY;
    return broughtIn(who, verb, /^by$/);
  }
  const subject = subjectsOf(who, verb);
  // "settled the wording in a call": the tree may hang the call on what was settled.
  const isInside = tokens[carrier]!.deprel === 'nmod' && /^(?:in|during|at|over)$/.test(caseOf(scene, carrier) ?? '');
  if (/^obj/.test(relation) && !(isInside && tokens[carrier]!.head !== verb)) {
    if (lemma === 'receive') return union(subject, broughtIn(who, at, /^from$/));
    if ((isIn('off-verb', lemma) || isIn('postpone-verb', lemma)) && isIn('noun-visit', lemmas[at]!)) return NOBODY;
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
  const part = scene.tokens[carrier]!.head;
  const isPart = part >= 0 && PART_OF.test(lemmas[part]!);
  const way = isPart ? 'at' : caseOf(scene, carrier);
  if (!/^(?:obl|nmod|advcl|obj)/.test(relation) || way === null || !TAKES_PART.test(way)) return NOBODY;
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
