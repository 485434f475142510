/**
 * Events told in passing, with their day: what happened, in the words of the text. In: trees and expressions of time,
 * statements and encounters already found. Out: what else has a day and lies behind. Example: "the station, which
 * marines seized in February" gives the words from "marines" to "February".
 */

import { readList } from '../data/lists.ts';
import type { Timex } from '../language/doc.ts';
import { isoDay, parseDay } from '../language/times/calendar.ts';
import type { DateRange } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { LocalEncounter, LocalEvent, LocalStatement, Range } from './reading.ts';
import { entityAt, kids, lemmaOf, rangeOfWords, type Scene, under } from './scene.ts';
import { firstFrom } from './search.ts';

/** What a longer range names is a time, not a day on which something happened: in days. */
const LONGEST = 31;
/** Verbs that tell of no event of their own. */
const IDLE = new Set(
  'be have do say tell add report remain seem appear continue go come get mean need want live work wait play'.split(
    ' ',
  ),
);
/** Nouns that name an event where a day stands beside them. */
const EVENT_NOUN = new RegExp(`(?:${readList('en/event-nouns.txt').join('|')})$`);
/** "hours before the ceremony", "hours into the strike", "earlier in the day": on a day that the sentence does not name. */
const SOON =
  /(?:^|, )(?:just |only |barely )?(?:(?:a few |several |some )?(?:hours|minutes|moments)|an hour|shortly) (?:before|after|later|earlier|into)\b|\b(?:earlier|later) (?:in the|that|the same) (?:day|morning|afternoon|evening|night)\b/i;
/** How far back the day may be told that such words go on from, in sentences. */
const NEAR = 2;
/** Acts that tell of what happened; what is denied, threatened or asked for has not. */
const TELLING: ReadonlySet<LocalStatement['act']> = new Set(['say', 'claim', 'agree', 'praise', 'criticize']);
const NO_CLAUSE = /^(?:punct|cc|conj|parataxis|mark|advcl|ccomp|discourse)/;

/**
 * @param byThen days by which all of it had happened.
 * What stands for itself already is left out: statements by their cues and contents, encounters by their words.
 */
export function findEvents(
  scenes: Scene[],
  timexes: Timex[],
  statements: LocalStatement[],
  encounters: LocalEncounter[],
  byThen: DateRange,
): LocalEvent[] {
  const inOrder = (a: Range, b: Range): number => a.start - b.start;
  const cues = statements.flatMap(({ cue }) => (cue ? [cue] : [])).sort(inOrder);
  const events: LocalEvent[] = [];
  const tellers = statementsIn(statements);
  const add = ({ head, isDone, ...event }: Found): void => {
    if (byThen.latest !== null && event.date.earliest! > byThen.latest) return;
    // A word of saying has its statement, a call or meeting an entry of its own.
    if ((touches(cues, head) && !isDone) || encounters.some((encounter) => isPartOf(encounter, event))) return;
    const statement = tellers(head);
    if (statement !== null && !mayTell(statements[statement]!, event.date)) return;
    // "The court, which took the case on 2 May, ruled on Friday": two deeds on two days, the one told inside the other.
    const isSame = ({ evidence, date, key }: LocalEvent): boolean =>
      overlaps(evidence[0]!, event.evidence[0]!) && (key === event.key || date.earliest === event.date.earliest);
    if (events.some(isSame)) return;
    events.push({ ...event, ...(statement !== null && { statement }) });
  };
  for (const scene of scenes) {
    const { sentence } = scene;
    for (let i = firstFrom(timexes, sentence.start); i < timexes.length && timexes[i]!.start < sentence.end; i++) {
      const event = eventAt(scene, timexes[i]!);
      if (event) add(event);
    }
    const later = soonAt(scene, timexes, byThen);
    if (later) add(later);
  }
  return events;
}

/**
 * True for what an encounter's words tell as well. A noun with a day of its own is another event: "spoke on Thursday
 * and reviewed a Wednesday response".
 */
function isPartOf(
  { evidence, anchors, date }: LocalEncounter,
  { evidence: words, date: own, rule }: LocalEvent,
): boolean {
  if (!evidence.some((range) => overlaps(range, words[0]!))) return false;
  // "walked out on Monday after talks broke down": another deed of that day, in words of its own.
  if (rule === 'event/verb' && !anchors.some((anchor) => overlaps(anchor, words[0]!))) return false;
  return rule !== 'event/noun' || (date.earliest === own.earliest && date.latest === own.latest);
}

function touches(ranges: Range[], word: Range): boolean {
  for (let k = firstFrom(ranges, word.end) - 1; k >= 0 && k >= firstFrom(ranges, word.end) - 4; k--)
    if (overlaps(ranges[k]!, word)) return true;
  return false;
}

type Found = LocalEvent & {
  head: Range;
  /** True for what is done to a person: "dismissed her minister" says nothing of what the minister says. */
  isDone: boolean;
};

/** The innermost statement whose content a word stands in, by its index. */
function statementsIn(statements: LocalStatement[]): (word: Range) => number | null {
  const contents = statements
    .flatMap(({ content }, index) => content.map((range) => ({ ...range, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return (word) => {
    for (let k = firstFrom(contents, word.end) - 1, steps = 0; k >= 0 && steps < NESTED; k--, steps++)
      if (overlaps(contents[k]!, word)) return contents[k]!.index;
    return null;
  };
}

const NESTED = 6;

/** What is told in the teller's own words is no event of the record, nor what the day of telling stands for already. */
function mayTell({ form, act, said, dated }: LocalStatement, { earliest, latest }: DateRange): boolean {
  if (form !== 'indirect' || !TELLING.has(act)) return false;
  return !dated || said.earliest !== earliest || said.latest !== latest;
}

/** What happened "hours before the ceremony": on the day told right before, else about the day of publishing. */
function soonAt(scene: Scene, timexes: Timex[], byThen: DateRange): Found | null {
  const { sentence, doc } = scene;
  const found = SOON.exec(doc.text.slice(sentence.start, sentence.end));
  if (!found) return null;
  const first = firstFrom(timexes, sentence.start);
  const isDay = ({ type, range }: Timex): boolean =>
    type !== 'DURATION' && range !== null && range.earliest !== null && range.earliest === range.latest;
  if (timexes.slice(first, firstFrom(timexes, sentence.end)).some(({ range }) => range !== null)) return null;
  const since = doc.sentences[Math.max(0, scene.index - NEAR)]!.start;
  const before = timexes.slice(firstFrom(timexes, since), first).findLast(isDay);
  // News of no other day is of the day of publishing or of the one before.
  const range = before?.range ?? dayBefore(byThen);
  const at = sentence.tokens.findIndex(({ head }) => head < 0);
  if (!range || at < 0 || sentence.tokens[at]!.upos !== 'VERB') return null;
  // "has agreed to a ballot, hours into the stoppage": news of the hour, though "has" tells of now.
  const isDone = RESOLVE.test(lemmaOf(sentence.tokens[at]!));
  const event = eventOf(scene, at, range, () => false, isDone);
  return event && { ...event, isDone: event.isDone || isDone };
}

const RESOLVE = /^(?:agree|accept|reject|approve|decide|vote|back|refuse|propose|offer|sign|resign|suspend|end)$/;

function dayBefore({ latest }: DateRange): DateRange | null {
  const day = latest === null ? null : parseDay(latest);
  return day === null ? null : { earliest: isoDay(day - 1), latest };
}

function eventAt(scene: Scene, timex: Timex): Found | null {
  const { range } = timex;
  if (!/^(?:DATE|TIME)$/.test(timex.type) || !range || range.earliest === null || range.latest === null) return null;
  if (daysBetween(range.earliest, range.latest) > LONGEST) return null;
  // An hour alone is of a day told elsewhere.
  if (timex.type === 'TIME' && CLOCK.test(scene.doc.text.slice(timex.start, timex.end))) return null;
  const { tokens } = scene.sentence;
  const inside = (i: number): boolean => tokens[i]!.start < timex.end && tokens[i]!.end > timex.start;
  const top = tokens.findIndex((token, i) => inside(i) && (token.head < 0 || !inside(token.head)));
  if (top < 0 || isBounded(scene, top)) return null;
  return eventOf(scene, ownerOf(scene, tokens[top]!.head, top), range, inside);
}

const CLOCK =
  /^(?:(?:about|around|at|just|shortly|before|after) )*\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|o['’]clock|GMT|hours)?$/i;

/** The word that a day belongs to: of a place named with its preposition the verb above, "fell in Vienna on Monday". */
function ownerOf(scene: Scene, from: number, top: number): number {
  const { tokens } = scene.sentence;
  // "On Tuesday evening parliament threw out", "The court on Friday cleared": hung on the subject that it stands beside.
  if (from >= 0 && /^nsubj/.test(tokens[from]!.deprel) && tokens[from]!.head > Math.max(from, top)) {
    const isFirst = top < from && /^(?:on|in|at|late|early)$/i.test(tokens[0]!.form);
    const between = tokens.slice(Math.min(top, from), isFirst ? from : tokens[from]!.head);
    const isOnly = between.every(({ upos }) => /^(?:PROPN|NOUN|DET|ADJ|NUM|PUNCT|ADP|ADV|AUX)$/.test(upos));
    if (isOnly && (isFirst || kids(scene, top, /^case/).length > 0)) return tokens[from]!.head;
  }
  let at = from;
  for (let steps = 0; at >= 0 && steps < 3 && !EVENT_NOUN.test(lemmaOf(tokens[at]!)); steps++) {
    const { upos, deprel, head } = tokens[at]!;
    const isPlace = /^(?:PROPN|NOUN)$/.test(upos) && /^(?:nmod|obl|flat|compound)/.test(deprel);
    if (!isPlace || !kids(scene, at, /^case/).some((i) => PLACED.test(tokens[i]!.form))) break;
    at = head;
  }
  return at;
}

const PLACED = /^(?:in|at|on|near|outside|between|across|off|from|to|into)$/i;

function eventOf(
  scene: Scene,
  at: number,
  range: DateRange,
  inside: (i: number) => boolean,
  mayHave = false,
): Found | null {
  const { tokens } = scene.sentence;
  if (at < 0) return null;
  const head = tokens[at]!;
  const verb = head.upos === 'VERB';
  if (
    verb
      ? !isPast(scene, at, mayHave) || IDLE.has(lemmaOf(head))
      : !(head.upos === 'NOUN' && EVENT_NOUN.test(lemmaOf(head)))
  )
    return null;
  const words = verb
    ? under(scene, at, NO_CLAUSE)
    : under(scene, at, /^(?:acl|appos|punct|cc|conj|parataxis|case|mark)/);
  if (verb) {
    if (kids(scene, at, /^(?:nsubj|obj)/).length === 0) return null;
    // "The talks that began on Monday": without the noun before it the clause tells nothing.
    const noun = head.head;
    if (/^acl/.test(head.deprel) && noun >= 0 && noun < at)
      words.unshift(
        ...under(scene, noun, /^(?:acl|appos|punct|cc|conj|parataxis|case|mark|nmod)/).filter((i) => i < at),
      );
  }
  // "The number on strike on Tuesday": a noun and a day alone name no event.
  else if (words.filter((i) => !inside(i) && tokens[i]!.upos !== 'PUNCT' && tokens[i]!.upos !== 'ADP').length < 2)
    return null;
  const evidence = rangeOfWords(
    scene,
    words.sort((a, b) => a - b),
  );
  return {
    date: range,
    key: lemmaOf(head),
    evidence: [evidence],
    rule: verb ? 'event/verb' : 'event/noun',
    head: { start: head.start, end: head.end },
    isDone: verb && REMOVAL.test(lemmaOf(head)) && isPerson(scene, kids(scene, at, /^(?:obj|nsubj:pass)/)[0]),
  };
}

const REMOVAL = /^(?:dismiss|fire|sack|remove|oust|suspend|replace|appoint|arrest|detain|expel|release|name)$/;

function isPerson(scene: Scene, at: number | undefined): boolean {
  if (at === undefined) return false;
  const { upos } = scene.sentence.tokens[at]!;
  const entity = upos === 'PROPN' || upos === 'NOUN' ? entityAt(scene, at) : null;
  if (entity !== null && scene.cast.entities[entity]!.kind === 'person') return true;
  return PERSON_NOUN.test(lemmaOf(scene.sentence.tokens[at]!));
}

const PERSON_NOUN =
  /(?:minister|chief|secretary|chairman|chairwoman|director|executive|commissioner|general|governor|adviser|ambassador|negotiator|commander|head|officer|leader)$/;

/** "Stood at 140 before 12 February": what happened was not on that day. */
function isBounded(scene: Scene, top: number): boolean {
  const { tokens } = scene.sentence;
  const first = Math.min(top, ...kids(scene, top, /./));
  return [first - 1, ...kids(scene, top, /^case/)].some((i) => BOUNDS.test(tokens[i]?.form ?? ''));
}

const BOUNDS = /^(?:before|after|until|till|since|by|from)$/i;

/** @param mayHave whether "has agreed" counts, where other words tell when. */
function isPast(scene: Scene, at: number, mayHave: boolean): boolean {
  const { tokens } = scene.sentence;
  if (kids(scene, at, /^mark/).some((i) => /^(?:if|unless|whether)$/i.test(tokens[i]!.form))) return false;
  const helpers = kids(scene, at, /^aux/).map((i) => tokens[i]!.form.toLowerCase());
  if (helpers.some((form) => /^(?:will|would|may|might|could|should|can|shall|must|[’']ll|[’']d|to)$/.test(form)))
    return false;
  if (kids(scene, at, /^advmod/).some((i) => /^(?:not|never|n[’']t)$/i.test(tokens[i]!.form))) return false;
  if (tokens[at]!.xpos === 'VBD') return true;
  if (tokens[at]!.xpos !== 'VBN') return false;
  // "Has taken a toll" tells of now: the day beside it is that of something else.
  if (helpers.some((form) => /^(?:has|have|[’']ve)$/.test(form))) return mayHave;
  // "Is scheduled" is a state of now.
  return /^acl/.test(tokens[at]!.deprel) || helpers.some((form) => /^(?:was|were|had|been)$/.test(form));
}

function daysBetween(earliest: string, latest: string): number {
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000;
}
