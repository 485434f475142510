/**
 * When an encounter was or is to be. In: the words that tell it, the expressions of time of the sentence. Out: a range
 * never narrower than the words; without words, one that the day of publishing bounds.
 */
import type { Timex } from '../../language/doc.ts';
import { isoDay, parseDay } from '../../language/times/calendar.ts';
import type { DateRange } from '../../model/record.ts';
import { cueActs } from '../cues.ts';
import { firstFrom } from '../search.ts';
import type { Status, When } from './mention.ts';
import { isVerb, type Scene } from './scene.ts';
import { isIn } from './words.ts';

// Beyond so many words an expression belongs to something else.
const FAR = 22;
const ORDER =
  /\b(?:since|before|after|until|till|beyond|ahead of|prior to|by|following)\s+(?:the |a |an |his |her |its |their )?$/i;
const COUNTED = /^[^.;]{0,40}?\b(?:day|week|month|year)s? (?:later|earlier|before|after)\b/i;
const WEEKDAY =
  /^(?:on\s+)?(?:the\s+weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?)$/i;

/** What is told for a day after publishing is yet to come: "the talks, which begin tomorrow". */
export function settle(status: Status, when: When, published: DateRange): Status {
  const { earliest } = when.range;
  const isToCome = when.told && earliest !== null && published.latest !== null && earliest > published.latest;
  return status === 'held' && isToCome ? 'planned' : status;
}

/**
 * @param anchors the words that tell the encounter: noun, verb, or both.
 * @param published range of the day of publishing; what has happened is no later.
 */
export function whenOf(scene: Scene, anchors: number[], status: Status, published: DateRange): When {
  const timex = nearest(scene, anchors, status, published);
  // What was called off may have been due before or after.
  const bound: DateRange = {
    earliest: status === 'planned' ? published.earliest : null,
    latest: status === 'held' ? published.latest : null,
  };
  const since = status === 'held' && published.latest !== null ? sinceDay(scene, anchors) : null;
  if (since !== null && since <= published.latest!)
    return {
      range: { earliest: since, latest: published.latest },
      told: true,
      value: null,
      lasts: true,
      repeats: true,
    };
  const carried = status === 'held' && !timex?.range ? carriedDay(scene, anchors, published) : null;
  if (carried) return { range: carried, told: true, value: null };
  if (!timex) return { range: bound, told: false, value: null };
  if (!timex.range)
    return { range: weekAround(scene, timex, status, published) ?? bound, told: false, value: timex.value };
  const joint = joined(scene, timex);
  const days = spread(scene, anchors, joint);
  const range = turned(scene, timex, days, status, published);
  const lasts = days !== joint;
  if (status === 'held' && published.latest !== null && !lasts) {
    if (range.earliest !== null && range.earliest > published.latest) return { range, told: true, value: timex.value };
    if (range.latest === null || range.latest > published.latest)
      return { range: { earliest: range.earliest, latest: published.latest }, told: true, value: timex.value };
  }
  return { range, told: true, value: timex.value, ...(lasts && { lasts }) };
}

const SEVERAL = /\b(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) times|repeatedly)\b/i;

/** "has met the parties four times since Monday": the day behind "since", where the verb has it beside a count. */
function sinceDay({ doc, sentence, timexes, tokens }: Scene, anchors: number[]): string | null {
  const from = tokens[Math.min(...anchors)]!.start;
  const since = timexes.find(
    ({ start, range }) => start > from && range !== null && /\bsince\s+$/i.test(doc.text.slice(from, start)),
  );
  if (!since) return null;
  const words = doc.text.slice(from, since.start);
  const before = doc.text.slice(Math.max(sentence.start, from - 20), from);
  const isOne = words.length < 80 && !/[,;.]/.test(words);
  return isOne && SEVERAL.test(words) && /\b(?:has|have|had)\s+(?:\w+ly\s+)?$/i.test(before)
    ? since.range!.earliest
    : null;
}

// Words that go on from a day told before; those of the second kind from the day before it.
const ON_DAY =
  /\b(?:then|afterwards?|that (?:same )?(?:day|morning|afternoon|evening|night)|the same (?:day|morning|afternoon|evening|night)|later in the day|hours later)\b/i;
const DAY_BEFORE = /\b(?:the (?:day|night|evening) before|the previous (?:day|night|evening)|a day earlier)\b/i;

/** "She then met Reyes", "had met him the day before": counted from the last day told in this sentence or the one before. */
function carriedDay(
  { doc, sentence, index, tokens }: Scene,
  anchors: number[],
  { latest }: DateRange,
): DateRange | null {
  const own = doc.text.slice(sentence.start, sentence.end);
  const at = tokens[Math.min(...anchors)]!.start - sentence.start;
  const isBefore = DAY_BEFORE.test(own.slice(at, at + 90));
  if (!isBefore && !ON_DAY.test(own.slice(0, at))) return null;
  const since = doc.sentences[Math.max(0, index - 1)]!.start;
  const until = isBefore ? sentence.start + at : sentence.start;
  let day: string | null = null;
  for (let i = firstFrom(doc.timexes, since); i < doc.timexes.length && doc.timexes[i]!.start < until; i++) {
    const { type, range } = doc.timexes[i]!;
    if (type !== 'DURATION' && range?.earliest && range.earliest === range.latest) day = range.earliest;
  }
  if (day === null || (latest !== null && day > latest)) return null;
  const shifted = isBefore ? shift(day, -1) : day;
  return { earliest: shifted, latest: shifted };
}

/** The expression that the tree hangs on the anchors, else the nearest that nothing else claims. */
function nearest(scene: Scene, anchors: number[], status: Status, published: DateRange): Timex | null {
  let best: Timex | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const timex of scene.timexes) {
    if (timex.type === 'DURATION' || timex.type === 'SET') continue;
    const before = scene.doc.text.slice(Math.max(scene.sentence.start, timex.start - 12), timex.start);
    if (ORDER.test(before)) continue;
    // "a year later": counted from a day told elsewhere.
    if (COUNTED.test(scene.doc.text.slice(timex.start, timex.end + 8)) && !isCounted(timex, status, published))
      continue;
    const distance = distanceOf(scene, anchors, timex);
    if (distance < least) {
      least = distance;
      best = timex;
    }
  }
  return least <= FAR ? best : null;
}

/** "two days later": a day where the one that it is counted from was told; what was held is not after publishing. */
function isCounted({ range }: Timex, status: Status, { latest }: DateRange): boolean {
  if (!range || range.earliest === null || range.earliest !== range.latest) return false;
  return status !== 'held' || (latest !== null && range.latest < latest);
}

function distanceOf(scene: Scene, anchors: number[], timex: Timex): number {
  const { tokens, children } = scene;
  const first = tokens.findIndex((token) => token.end > timex.start);
  let last = first;
  while (last + 1 < tokens.length && tokens[last + 1]!.start < timex.end) last++;
  let at = first;
  for (let i = first; i <= last; i++) if (tokens[i]!.head < first || tokens[i]!.head > last) at = i;
  // "a Wednesday response": the day of something else.
  const near = tokens[at]!.head;
  if (
    near >= 0 &&
    !anchors.includes(near) &&
    !isVerb(tokens[near]!) &&
    (/^(?:compound|nmod:poss|amod)/.test(tokens[at]!.deprel) || isIn('telling-noun', scene.lemmas[near]!))
  )
    return Number.POSITIVE_INFINITY;
  // Up to the word that the expression belongs to.
  let owner = tokens[at]!.head;
  while (owner >= 0 && !anchors.includes(owner) && !isVerb(tokens[owner]!)) owner = tokens[owner]!.head;
  // The day on which something was called off is not its own.
  if (owner >= 0 && isCallingOff(scene, owner)) return Number.POSITIVE_INFINITY;
  // "the first call since marines took the station on Monday"
  const behind = tokens.slice(Math.max(...anchors), first);
  if (behind.some(({ form }) => /^since$/i.test(form))) return Number.POSITIVE_INFINITY;
  // "told them yesterday that he had gained nothing in his call": the day is that of telling.
  if (owner >= 0 && !anchors.includes(owner) && anchors.every((anchor) => isToldUnder(scene, anchor, owner)))
    return Number.POSITIVE_INFINITY;
  // "criticized on Saturday the accord that was adopted after weeks of talks": the day of a clause further up.
  if (owner >= 0 && !anchors.includes(owner) && anchors.every((anchor) => isFurtherDown(scene, anchor, owner)))
    return Number.POSITIVE_INFINITY;
  // "the summit, an event first held in 2010": the day of a clause that only says which it is.
  if (owner >= 0 && !anchors.includes(owner) && anchors.some((anchor) => isAside(scene, owner, anchor)))
    return Number.POSITIVE_INFINITY;
  const away = Math.min(...anchors.map((i) => (i < first ? first - i : i - last)));
  if (owner >= 0 && anchors.includes(owner)) return away / 100;
  // A day of saying is not the day of what is said.
  if (
    owner >= 0 &&
    cueActs.has(tokens[owner]!.form.toLowerCase()) &&
    children[owner]!.some((i) => /^[cx]comp/.test(tokens[i]!.deprel))
  )
    return Number.POSITIVE_INFINITY;
  const [from, to] = [Math.min(first, ...anchors), Math.max(last, ...anchors)];
  const isBehindRelative = tokens
    .slice(from, to)
    .some(({ form, upos }, k) => from + k > Math.max(...anchors) && upos === 'PRON' && /^(?:who|which)$/i.test(form));
  return isBehindRelative ? Number.POSITIVE_INFINITY : away;
}

/** True where a word stands in a clause of content below a verb that has the expression of time for its own. */
function isToldUnder({ tokens }: Scene, at: number, verb: number): boolean {
  let isContent = false;
  for (let k = at, steps = 0; k >= 0 && steps < 12; k = tokens[k]!.head, steps++) {
    if (k === verb) return isContent;
    if (tokens[k]!.deprel === 'ccomp') isContent = true;
  }
  return false;
}

/** True where a verb stands in a clause that hangs on an apposition of the word. */
function isAside({ tokens }: Scene, verb: number, word: number): boolean {
  let isClause = false;
  let isNamed = false;
  for (let k = verb, steps = 0; k >= 0 && steps < 8; k = tokens[k]!.head, steps++) {
    if (k === word) return isClause && isNamed;
    if (/^acl/.test(tokens[k]!.deprel)) isClause = true;
    if (tokens[k]!.deprel === 'appos') isNamed = true;
  }
  return false;
}

/** True where another verb with a clause of its own stands between a word and the verb above. */
function isFurtherDown({ tokens }: Scene, at: number, verb: number): boolean {
  let isOwn = false;
  for (let k = at, steps = 0; k >= 0 && steps < 12; k = tokens[k]!.head, steps++) {
    if (k === verb) return isOwn;
    if (k !== at && isVerb(tokens[k]!) && /^(?:acl|advcl)/.test(tokens[k]!.deprel)) isOwn = true;
  }
  return false;
}

function isCallingOff({ tokens, lemmas }: Scene, verb: number): boolean {
  const lemma = lemmas[verb]!;
  return (
    isIn('off-verb', lemma) ||
    isIn('postpone-verb', lemma) ||
    (lemma === 'call' && /^off$/i.test(tokens[verb + 1]?.form ?? ''))
  );
}

/** "Thursday and Friday", "Monday to Wednesday": both together. */
function joined(scene: Scene, timex: Timex): DateRange {
  const { timexes, doc } = scene;
  const at = timexes.indexOf(timex);
  const range = { ...timex.range! };
  for (const [a, b, other] of [
    [timex, timexes[at + 1], timexes[at + 1]],
    [timexes[at - 1], timex, timexes[at - 1]],
  ] as const) {
    if (!a || !b || !other?.range) continue;
    const between = doc.text.slice(a.end, b.start).trim().toLowerCase();
    if (!/^(?:and|to|through|until|or|-|–)(?: on)?$/.test(between)) continue;
    if (range.earliest !== null && other.range.earliest !== null && other.range.earliest < range.earliest)
      range.earliest = other.range.earliest;
    if (range.latest !== null && other.range.latest !== null && other.range.latest > range.latest)
      range.latest = other.range.latest;
  }
  return range;
}

/** "two days of talks start Wednesday", "three-day talks ended on Friday": the other days too. */
function spread(scene: Scene, anchors: number[], range: DateRange): DateRange {
  if (range.earliest === null || range.earliest !== range.latest) return range;
  const length = scene.timexes.find((timex) => timex.type === 'DURATION' && /^P\d+D$/.test(timex.value));
  const days = length ? Number(/\d+/.exec(length.value)![0]) : 1;
  const near = length && anchors.some((i) => Math.abs(scene.tokens[i]!.start - length.start) < 40);
  if (!near || days < 2 || days > 14) return range;
  const lemmas = anchors.map((i) => scene.lemmas[i]!);
  if (lemmas.some((lemma) => /^(?:begin|start|open)$/.test(lemma)))
    return { earliest: range.earliest, latest: shift(range.earliest, days - 1) };
  if (lemmas.some((lemma) => /^(?:end|conclude|wrap|finish|close)$/.test(lemma)))
    return { earliest: shift(range.earliest, 1 - days), latest: range.earliest };
  return range;
}

/** A bare weekday lies before publishing where the thing was held, after it where it is planned. */
function turned(scene: Scene, timex: Timex, range: DateRange, status: Status, published: DateRange): DateRange {
  const { earliest, latest } = range;
  if (earliest === null || latest === null || published.earliest === null || published.latest === null) return range;
  if (!WEEKDAY.test(scene.doc.text.slice(timex.start, timex.end))) return range;
  if (status === 'planned' && latest < published.earliest)
    return { earliest: shift(earliest, 7), latest: shift(latest, 7) };
  if (status === 'held' && earliest > published.latest)
    return { earliest: shift(earliest, -7), latest: shift(latest, -7) };
  return range;
}

/** A bare weekday of an article whose own day is not known for certain: some day of the week before or after. */
function weekAround(scene: Scene, timex: Timex, status: Status, { earliest, latest }: DateRange): DateRange | null {
  if (earliest === null || latest === null) return null;
  const words = scene.doc.text.slice(timex.start, timex.end).replace(/^(?:earlier|later|early|late)\s+(?:on\s+)?/i, '');
  if (!WEEKDAY.test(words)) return null;
  return status === 'held' ? { earliest: shift(earliest, -7), latest } : { earliest, latest: shift(latest, 7) };
}

function shift(day: string, by: number): string {
  const number = parseDay(day);
  return number === null ? day : isoDay(number + by);
}

/** The days that are in both; null where none is. */
export function meet(a: DateRange, b: DateRange): DateRange | null {
  const earliest =
    a.earliest === null ? b.earliest : b.earliest === null || a.earliest > b.earliest ? a.earliest : b.earliest;
  const latest = a.latest === null ? b.latest : b.latest === null || a.latest < b.latest ? a.latest : b.latest;
  return earliest !== null && latest !== null && earliest > latest ? null : { earliest, latest };
}
