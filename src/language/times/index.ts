/**
 * Times: expressions of time in a text, resolved against a reference date.
 *
 * In: the sentences of a text (tokens with offsets; tags and trees are used where they are there) and the day that the text is read on.
 * Out: expressions in order, on token edges, each with its TIMEX3 value and the calendar range that it names.
 * "The ministers met late Thursday" with reference 2031-05-16 gives "late Thursday", DATE, 2031-05-15, one day.
 *
 * Passes, in order: words (words.ts), rules (rules/, the longest match wins, the earlier rule on a tie), modifiers before the match
 * (modifiers.ts), joining with the expression just before (combine.ts). With no reference, only dates that name their year get a range.
 */
import type { Sentence, Timex } from '../doc.ts';
import { daysOfValue, parseDay, rangeOfValue } from './calendar.ts';
import { combineReadings } from './combine.ts';
import { bendReading, takeModifiers } from './modifiers.ts';
import { compilePattern, firstOf, matchPattern, type Pattern } from './pattern.ts';
import type { Anchor, Context, Direction, Reading, Rule } from './rule.ts';
import { absoluteRules } from './rules/absolute.ts';
import { agoRules } from './rules/ago.ts';
import { clockRules } from './rules/clock.ts';
import { deicticRules } from './rules/deictic.ts';
import { durationRules } from './rules/durations.ts';
import { holidayRules } from './rules/holidays.ts';
import { setRules } from './rules/sets.ts';
import { unitRules } from './rules/units.ts';
import { vagueRules } from './rules/vague.ts';
import { weekdayRules } from './rules/weekdays.ts';
import { directionOf } from './tense.ts';
import { mayHoldTimes, readWords, type Word } from './words.ts';

export { directionOf } from './tense.ts';

const RULES: readonly Rule[] = [
  ...holidayRules,
  ...absoluteRules,
  ...weekdayRules,
  ...deicticRules,
  ...unitRules,
  ...agoRules,
  ...clockRules,
  ...setRules,
  ...durationRules,
  ...vagueRules,
];

interface Compiled {
  rule: Rule;
  order: number;
  pattern: Pattern;
}
// Which patterns can begin with a word, and which with a class of words.
const byWord = new Map<string, Compiled[]>();
const byClass: { bit: number; patterns: Compiled[] }[] = [];
let classesUsed = 0;
RULES.forEach((rule, order) => {
  for (const source of rule.patterns) {
    const compiled = { rule, order, pattern: compilePattern(source) };
    const first = firstOf(compiled.pattern);
    for (const word of new Set(first.words)) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
    for (let bit = 1; bit <= first.classes; bit <<= 1) {
      if ((first.classes & bit) === 0) continue;
      const entry = byClass.find((e) => e.bit === bit);
      if (entry) entry.patterns.push(compiled);
      else byClass.push({ bit, patterns: [compiled] });
    }
    classesUsed |= first.classes;
  }
});

/** Words right before an expression that place it ahead whatever the tense: "extended it until January". */
const AHEAD = new Set(['until', 'till', 'through', 'effective', 'payable', 'beginning', 'starting', 'upcoming']);

interface Found {
  from: number;
  to: number;
  reading: Reading;
}

/**
 * The expressions of time of a text, in order and without overlap.
 * @param reference the day (YYYY-MM-DD) that relative expressions are read against, or null.
 * @throws RangeError where `reference` is neither null nor a day of the calendar.
 */
export function findTimes(sentences: readonly Sentence[], reference: string | null): Timex[] {
  const day = reference === null ? null : parseDay(reference);
  if (reference !== null && day === null) throw new RangeError(`reference is no day of the calendar: ${reference}`);
  const out: Timex[] = [];
  let anchor: Anchor | null = null;
  sentences.forEach((sentence, index) => {
    if (!mayHoldTimes(sentence)) return;
    const words = readWords(sentence);
    const found: Found[] = [];
    for (let i = 0; i < words.length; ) {
      const best = readAt(words, i, { reference: day, anchor, sentence: index }, sentence);
      if (!best) {
        i++;
        continue;
      }
      i = best.to;
      addFound(found, best, words, day);
      const { reading } = found.at(-1)!;
      const days = reading.type === 'DATE' || reading.type === 'TIME' ? daysOfValue(reading.value) : null;
      if (days && !reading.aside) anchor = { value: reading.value, days, sentence: index };
    }
    for (const { from, to, reading } of found) {
      const start = sentence.tokens[words[from]!.first]!.start;
      const end = sentence.tokens[words[to - 1]!.last]!.end;
      // Two expressions inside one token ("Mon/Tue") are one span for the first of them.
      if (out.length > 0 && start < out.at(-1)!.end) continue;
      const dateLike = reading.type === 'DATE' || reading.type === 'TIME';
      const range = reading.range !== undefined ? reading.range : dateLike ? rangeOfValue(reading.value) : null;
      out.push({ start, end, type: reading.type, value: reading.value, range });
    }
  });
  return out;
}

/** The longest match that a rule accepts at word `i`. */
function readAt(
  words: readonly Word[],
  i: number,
  base: Pick<Context, 'reference' | 'anchor' | 'sentence'>,
  sentence: Sentence,
): Found | null {
  const word = words[i]!;
  const named = byWord.get(word.low);
  if (!named && (word.classes & classesUsed) === 0) return null;
  const matches: { compiled: Compiled; to: number; captures: Record<string, Word | undefined> }[] = [];
  const attempt = (compiled: Compiled): void => {
    const captures: Record<string, Word | undefined> = {};
    const to = matchPattern(compiled.pattern, words, i, captures);
    if (to > i) matches.push({ compiled, to, captures });
  };
  if (named) for (const compiled of named) attempt(compiled);
  for (const { bit, patterns } of byClass)
    if ((word.classes & bit) !== 0) for (const compiled of patterns) attempt(compiled);
  if (matches.length === 0) return null;
  matches.sort((a, b) => b.to - a.to || a.compiled.order - b.compiled.order);
  for (const { compiled, to, captures } of matches) {
    const direction = (): Direction =>
      AHEAD.has(words[i - 1]?.low ?? '') ? 'future' : directionOf(sentence, words[to - 1]!.last);
    const adverb = (): boolean => sentence.tokens[words[to - 1]!.last]!.upos === 'ADV';
    const reading = compiled.rule.extract(captures, { ...base, words, from: i, to, direction, adverb });
    if (reading) return { from: i + (reading.skip ?? 0), to: to - (reading.giveBack ?? 0), reading };
  }
  return null;
}

/** Takes in the modifiers before a match and joins it with the one before, where they belong together. */
function addFound(found: Found[], match: Found, words: readonly Word[], reference: number | null): void {
  const previous = found.at(-1);
  const floor = previous?.to ?? 0;
  const { from, bend } = takeModifiers(words, match.from, floor, match.reading);
  const reading = bendReading(match.reading, bend, reference);
  if (previous) {
    const joined = combineReadings(previous.reading, reading, words.slice(previous.to, from));
    if (joined) {
      found[found.length - 1] = { from: previous.from, to: match.to, reading: joined };
      return;
    }
  }
  found.push({ from, to: match.to, reading });
}
