/**
 * Meetings told by a set phrase that names no meeting: "had both chiefs in his office", "spent an hour with Reyes",
 * "briefed the minister in person", "got the two sides into one room". In: a verb. Out: those who met; null for none.
 */
import { broughtIn, isPassive, objectsOf, subjectsOf } from './around.ts';
import { isAny, NOBODY, type Parties, union, type Who } from './parties.ts';
import type { Scene } from './scene.ts';
import { isIn } from './words.ts';

/** Those who met by one of these phrases. */
export function metByPhrase(who: Who, at: number): Parties | null {
  const { scene } = who;
  const lemma = scene.lemmas[at]!;
  if (isPassive(scene, at)) return null;
  if (lemma === 'spend') return isTime(textAfter(scene, at)) ? timeWith(who, at) : null;
  if (/^(?:have|call|summon)$/.test(lemma)) return HAD_IN.test(textAfter(scene, at)) ? guests(who, at) : null;
  if (isIn('tell-verb', lemma)) return IN_PERSON.test(textAfter(scene, at)) ? told(who, at) : null;
  return null;
}

const HOURS =
  /^(?:[\w-]+ ){0,5}?(?:minutes|(?:half[- ]an?[- ]|half the )?hour|hours|morning|afternoon|evening|night|day|days)\b([^,;]{0,40}?) with\b/i;
// "spent the afternoon playing golf with Reyes": another pastime than talking.
const PASTIME = /\b(?!talking|meeting|sitting|arguing|haggling|bargaining|negotiating|huddling)\w+ing\b/i;
const HAD_IN =
  /^[^,;]{2,60}? (?:(?:in(?:to)?|at|round to|around to|over to|to) (?:(?:his|her|their|the) (?:[\w-]+ ){0,2})?(?:offices?|residence|study|palace|ministry|headquarters|home|house|villa|chambers|chancellery|table)|(?:in|over|round|around) for (?:[\w-]+ ){0,3}(?:talks|consultations|discussions|breakfast|lunch|dinner|drinks|coffee|tea))\b/i;
const IN_PERSON = /^[^,;]{2,60}? (?:in person|face[- ]to[- ]face|across (?:the|a) table)\b/i;

function isTime(after: string): boolean {
  const found = HOURS.exec(after);
  return found !== null && !PASTIME.test(found[1]!);
}

/** The words behind a verb, as far as such a phrase may reach. */
function textAfter({ doc, sentence, tokens }: Scene, at: number): string {
  const from = tokens[at]!.end + 1;
  return doc.text.slice(from, Math.min(sentence.end, from + 100));
}

/** "spent 45 minutes with Reyes", "was closeted with Reyes": people, not a crowd that no name stands for. */
function timeWith(who: Who, at: number): Parties | null {
  const subject = subjectsOf(who, at);
  const other = broughtIn(who, at, /^with$/);
  return isPeople(who, subject) && (other.group !== null || isPeople(who, other)) ? union(subject, other) : null;
}

/** "had both union leaders in her office": a host who is a person, and guests with a day or a length beside them. */
function guests(who: Who, at: number): Parties | null {
  const subject = subjectsOf(who, at);
  const object = objectsOf(who, at);
  const isHost = subject.entities.length === 1 && isPeople(who, subject);
  return isHost && isAny(object) && who.scene.timexes.length > 0 ? union(subject, object) : null;
}

/** "briefed the minister in person": who told may be a company or a ministry. */
function told(who: Who, at: number): Parties | null {
  const subject = subjectsOf(who, at);
  const object = objectsOf(who, at);
  return subject.entities.length > 0 && isPeople(who, object) ? union(subject, object) : null;
}

/** "got both sides round one table", "put the two teams in one room", "brought them face to face": those brought. */
export function broughtTogether(who: Who, at: number): Parties {
  const { scene } = who;
  const after = textAfter(scene, at);
  const isTogether =
    TOGETHER.test(after) || (scene.timexes.some(({ range }) => range !== null) && TO_TABLE.test(after));
  if (!isTogether || isPassive(scene, at)) return NOBODY;
  const object = objectsOf(who, at);
  return object.entities.length >= 2 || object.group !== null ? object : NOBODY;
}

const TOGETHER = /^[^,;.]{0,60}\btogether\b/i;
const TO_TABLE =
  /^[^,;.]{2,50}? (?:(?:to|at|around|round|back to) (?:the|one|a|a single|the same) (?:negotiating |bargaining |conference )?table|(?:into|in|under) (?:one|the same|a single) (?:room|roof)|face[- ]to[- ]face)\b/i;

const isPeople = ({ cast }: Who, { entities }: Parties): boolean =>
  entities.length > 0 && entities.every((entity) => cast.entities[entity]!.kind === 'person');
