/**
 * Two counts of one thing by two tellers side by side. In: sentences and what was said. Out: disputes. Example: "The union
 * said that 6,200 had walked out. The firm put the number at 4,850" sets the firm against the union.
 *
 * A false alarm is worse than a miss: the second count must point back to the first one ("put the number at"), or the
 * reporter must say right before that the counts differ ("could not agree on how many"); bounds must leave no room; and
 * nothing may say that time has passed between them.
 */
import { parseNumber } from '../figures/numbers.ts';
import type { LocalDispute, Range } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, type Scene, subjectsOf, under } from '../scene.ts';
import { innermost, isOne, stemsIn, type Text } from './told.ts';

interface Count {
  scene: Scene;
  value: number;
  low: number;
  high: number;
  unit: string;
  teller: number | null;
  /** The words for who counts, in lower case. */
  voice: string;
  /** "put the number at": it counts what was counted before. */
  points: boolean;
  /** Where the number stands. */
  at: number;
  range: Range;
}

export function countsIn(text: Text): LocalDispute[] {
  const found: LocalDispute[] = [];
  const { scenes } = text;
  let differs = -1;
  for (const scene of scenes) {
    if (saysDiffer(scene) && !has(scene, OPEN)) differs = scene.index;
    if (!scene.sentence.tokens.some(({ upos }) => upos === 'NUM')) continue;
    const isFramed = differs >= 0 && scene.index - differs <= FRAME;
    const before = scenes.slice(Math.max(0, scene.index - BACK), scene.index + 1).flatMap((one) => countsOf(one, text));
    const own = before.filter((count) => count.scene === scene && (count.points || isFramed));
    for (const count of own) {
      const other = before.findLast(
        (one) => one.at < count.range.start && (!isFramed || one.scene.index >= differs) && clash(one, count),
      );
      if (!other || [count.scene, other.scene].some((one) => has(one, OPEN) || (!isFramed && has(one, MOVES))))
        continue;
      found.push(toDispute({ ...other, range: upTo(other, count.range.start) }, count, text));
      break;
    }
  }
  return found;
}

// Sentences before a count in which the other one is looked for, and after the words that they differ.
const BACK = 1;
const FRAME = 3;

const COUNT = /^(?:attendance|count|figure|number|tally|toll|total|turnout)$/;
// Words of time passing: two counts of two times may both be right.
const MOVES = /^(?:by|earlier|eventually|initially|later|now|previously|revise|rise|since|then|until)$/;
// What is yet to come, or only wanted, is no count.
const OPEN = /^(?:aim|expect|forecast|goal|may|might|need|offer|plan|should|target|want|will|would)$/;

const has = ({ sentence }: Scene, words: RegExp): boolean =>
  sentence.tokens.some((token) => words.test(lemmaOf(token)) || words.test(token.form.toLowerCase()));

/** "They could not agree on how many", "the figures differ", "disputed the number of". */
function saysDiffer(scene: Scene): boolean {
  const { tokens } = scene.sentence;
  const isMany = tokens.some(
    (token, i) =>
      (/^how$/i.test(token.form) && /^(?:many|much)$/i.test(tokens[i + 1]?.form ?? '')) ||
      (COUNT.test(lemmaOf(token)) && token.upos === 'NOUN'),
  );
  if (!isMany) return false;
  return tokens.some((token, i) => {
    const lemma = lemmaOf(token);
    if (/^(?:agree|agreement)$/.test(lemma))
      return isNegated(scene, i) || kids(scene, i, /^det/).some((k) => /^no$/i.test(tokens[k]!.form));
    const isOther =
      /^(?:different|differing)$/.test(lemma) &&
      /^(?:count|figure|number|tally|toll)$/.test(lemmaOf(tokens[i + 1] ?? token));
    return (
      isOther ||
      (/^(?:differ|disagree|disagreement|conflicting|contradictory|contested|disputed)$/.test(lemma) &&
        !isNegated(scene, i))
    );
  });
}

/** What was read on into the other count ends before it. */
function upTo({ scene, range }: Count, end: number): Range {
  if (range.end <= end) return range;
  const last = scene.sentence.tokens.findLast(
    (token) => token.end <= end && !/^(?:PUNCT|CCONJ|SCONJ)$/.test(token.upos),
  );
  return last && last.end > range.start ? { start: range.start, end: last.end } : range;
}

function countsOf(scene: Scene, text: Text): Count[] {
  const { tokens } = scene.sentence;
  const words = tokens.map(({ form }) => form);
  const found: Count[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.upos !== 'NUM' || tokens[at - 1]?.upos === 'NUM' || isDay(scene, at)) continue;
    const number = parseNumber(words, at);
    // "one of the firms", "two sides" count nobody.
    if (!number || number.vague || number.value < LEAST) continue;
    const last = at + number.length - 1;
    const count = {
      scene,
      at: tokens[at]!.start,
      value: number.value,
      ...roomOf(number.value, words, at),
      unit: unitOf(words, at, last),
    };
    const put = putBy(scene, at);
    if (put) {
      found.push({ ...count, ...put });
      continue;
    }
    const told = innermost(text, tokens[at]!.start);
    if (!told?.statement.source || !/^(?:say|claim)$/.test(told.statement.act)) continue;
    const content = told.statement.content.find(
      ({ start, end }) => start <= tokens[at]!.start && tokens[at]!.start < end,
    )!;
    const { start, end } = told.statement.source;
    const noun = tokens[last + 1];
    const counted = tokens[at]!.head;
    // "The number was 40" counts what was counted before; else the number must count something.
    const points =
      /^(?:it|that|the (?:real |true |actual )?(?:figure|number|tally|toll|total|turnout)) (?:was|is|had been|stood at) /i.test(
        scene.doc.text.slice(content.start, tokens[at]!.start),
      );
    const isNoun = tokens[at]!.deprel === 'nummod' && tokens[counted]?.upos === 'NOUN' && counted > at;
    const isBare = /^(?:VB[DNZP])$/.test(noun?.xpos ?? '') || /^nsubj/.test(tokens[at]!.deprel);
    if (!points && !isNoun && !isBare) continue;
    found.push({
      ...count,
      teller: told.speaker,
      voice: scene.doc.text.slice(start, end).toLowerCase(),
      points,
      range: content,
    });
  }
  return found;
}

const LEAST = 3;

/** "The firm put the number at 340": who puts it, and from where on. */
function putBy(
  scene: Scene,
  at: number,
): { teller: number | null; voice: string; points: boolean; range: Range } | null {
  const { tokens } = scene.sentence;
  let verb = at;
  for (let steps = 0; verb >= 0 && tokens[verb]!.upos !== 'VERB' && steps < DEEPEST; steps++) verb = tokens[verb]!.head;
  if (
    verb < 0 ||
    verb > at ||
    !/^(?:estimate|give|place|put|set)$/.test(lemmaOf(tokens[verb]!)) ||
    isNegated(scene, verb)
  )
    return null;
  if (!/^VB[DZP]$/.test(tokens[verb]!.xpos)) return null;
  const object = kids(scene, verb, /^obj/).find((i) => i > verb && i < at);
  if (object === undefined) return null;
  const isIt = /^it$/i.test(tokens[object]!.form);
  if (!isIt && !COUNT.test(lemmaOf(tokens[object]!))) return null;
  if (!tokens.slice(object + 1, at).some(({ form }) => /^(?:as|at)$/i.test(form))) return null;
  const subject = subjectsOf(scene, verb)[0];
  if (subject === undefined || /^(?:which|who|that)$/i.test(tokens[subject]!.form)) return null;
  const voice = scene.doc.text.slice(tokens[subject]!.start, tokens[subject]!.end).toLowerCase();
  // "the number of trains" counts something of its own.
  const points = !kids(scene, object, /^(?:nmod|acl)/).some((i) => i > object && i < at);
  // One sentence may hold both counts.
  const start = Math.min(tokens[subject]!.start, ...under(scene, subject).map((i) => tokens[i]!.start));
  return { teller: entityAt(scene, subject), voice, points, range: { start, end: scene.sentence.end } };
}

const DEEPEST = 3;

/** A number in the name of a day or an hour. */
function isDay({ doc, sentence }: Scene, at: number): boolean {
  const { start } = sentence.tokens[at]!;
  return doc.timexes.some((time) => time.start <= start && start < time.end);
}

const AT_LEAST = /(?:at least|more than|over|upwards? of|no fewer than|no less than)$/;
const AT_MOST = /(?:at most|up to|fewer than|less than|under|no more than|below)$/;
const ABOUT = /(?:about|almost|approximately|around|close to|closer to|just|nearly|roughly|some)$/;

/** What the teller of a number may have meant: half a unit of its last digit, or more where the words are loose. */
function roomOf(value: number, words: string[], at: number): { low: number; high: number } {
  const before = words
    .slice(Math.max(0, at - 3), at)
    .join(' ')
    .toLowerCase();
  let unit = 1;
  while (value > 0 && value % (unit * 10) === 0) unit *= 10;
  const slack = ABOUT.test(before) ? Math.max(unit / 2, value * LOOSE) : unit === 1 ? 0 : unit / 2;
  return {
    low: AT_MOST.test(before) ? Number.NEGATIVE_INFINITY : value - slack,
    high: AT_LEAST.test(before) ? Number.POSITIVE_INFINITY : value + slack,
  };
}

const LOOSE = 0.2;

/** "%" or a currency; empty for a plain number. Numbers of two kinds are never compared. */
function unitOf(words: string[], first: number, last: number): string {
  if (/^[$£€¥]$/.test(words[first - 1] ?? '')) return 'money';
  const next = words[last + 1]?.toLowerCase() ?? '';
  if (/^(?:%|percent|per)$/.test(next)) return 'percent';
  if (/^(?:dollars?|euros?|pounds?)$/.test(next)) return 'money';
  return /^(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|tonnes?|tons?)$/.test(
    next,
  )
    ? next
    : '';
}

function clash(a: Count, b: Count): boolean {
  if (a.unit !== b.unit || (a.low <= b.high && b.low <= a.high) || a.voice === b.voice) return false;
  if (a.teller !== null && b.teller !== null && isOne(a.teller, b.teller, a.scene)) return false;
  // "He put the number at" is whoever spoke before.
  return !/^(?:he|i|it|she|they|we)$/.test(b.voice) || (a.teller !== null && b.teller !== null);
}

function toDispute(a: Count, b: Count, text: Text): LocalDispute {
  const { start, end } = b.scene.sentence;
  return {
    kind: 'figures',
    sides: [a, b].map(({ teller, range }) => ({ actor: teller, claim: range, evidence: [range] })),
    reported: true,
    self: false,
    stems: [...new Set([a, b].flatMap(({ range }) => stemsIn(text, range)))].sort(),
    evidence: [{ start, end }],
    rule: 'dispute/counts',
    confidence: 0.75,
  };
}
