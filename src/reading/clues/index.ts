/**
 * Clues to the day of publishing. In: an article and its Doc read without a reference day, so that "Sunday" is still
 * a weekday. Out: the clues in order. Example: "spoke on Sunday … their first call since March 3 … © 2031" gives a
 * weekday, a date without a year and a copyright year.
 */
import type { Doc, Sentence, Timex, Token } from '../../language/doc.ts';
import { directionOf } from '../../language/times/index.ts';
import type { Article } from '../../model/record.ts';
import { firstFrom } from '../search.ts';
import type { DateClue } from './clue.ts';

export type { DateClue } from './clue.ts';

/** A weekday counts as that of publishing in the opening alone: further down it may be any of the last seven days. */
const OPENING = 5;
/** How far around an expression its event is looked for, in tokens. */
const NEAR = 7;

const isAfter = (lemma: string): boolean => lemma === 'after' || lemma === 'since' || lemma === 'during';

/** A past verb does not tell whether the day after these has come: "said no deal was reached by March 1". */
const AHEAD_OR_BEHIND = new Set(['by', 'until', 'till', 'beyond', 'before', 'after', 'from', 'to', 'for']);

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB']);
const UNITS: Record<string, 'day' | 'week' | 'month' | 'year'> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/**
 * @param story the Doc without what is not the story.
 * @param timexes of the same text, read without a reference day.
 */
export function findClues(article: Article, story: Doc, timexes: Timex[]): DateClue[] {
  const clues = [...copyrightClues(article), ...datelineClues(article.text, timexes)];
  story.sentences.forEach((sentence, number) => {
    const sight: Sight = { text: article.text, sentence, number };
    for (let i = firstFrom(timexes, sentence.start); i < timexes.length && timexes[i]!.start < sentence.end; i++) {
      const clue = clueOf(timexes[i]!, sight);
      if (clue) clues.push(clue);
    }
  });
  const filed = new Set(clues.filter(({ kind }) => kind === 'dateline').map(({ start }) => start));
  return onlyNewestWeekday(clues.filter(({ kind, start }) => kind === 'dateline' || !filed.has(start))).sort(
    (a, b) => a.start - b.start,
  );
}

interface Sight {
  text: string;
  sentence: Sentence;
  number: number;
}

function clueOf(timex: Timex, sight: Sight): DateClue | null {
  const { text, sentence, number } = sight;
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => token.end > timex.start);
  let last = first;
  while (last + 1 < tokens.length && tokens[last + 1]!.start < timex.end) last++;
  if (first < 0) return null;
  const place = { start: timex.start, end: timex.end, words: wordsAround(tokens, first, last), sentence: number };
  const loose = directionOf(sentence, last);
  const direction = soundDirection(loose, timex, sight, [first, last]);
  const said = text.slice(timex.start, timex.end).toLowerCase();

  let m = /^XXXX-WXX-([1-7])/.exec(timex.value);
  if (m) {
    // "Last Thursday" and "next Thursday" are not the day that a bare "Thursday" is.
    if (number >= OPENING || loose !== 'past' || /^(?:last|next|the|this|every)\b/.test(said)) return null;
    return { ...place, kind: 'weekday', weekday: Number(m[1]) };
  }
  m = /^(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?$/.exec(timex.value);
  if (m) {
    const year = m[1] === 'XXXX' ? null : Number(m[1]);
    const day = m[3] === undefined ? null : Number(m[3]);
    // A month that "last" or "this" points to is read against the unknown day itself.
    if (year === null && /^(?:last|next|this|earlier|later|early this|late this|mid)\b/.test(said)) return null;
    const before = tokens.slice(0, first).map((token) => token.lemma);
    const isLast =
      (before.at(-1) === 'since' && before.includes('first')) ||
      (day !== null && before.includes('last') && before.some((lemma) => lemma === 'be' || lemma === 'come'));
    const named = tokens[last + 1]?.upos === 'NOUN' && tokens[last]!.end + 1 === tokens[last + 1]!.start;
    const isSet = AHEAD_OR_BEHIND.has(before.at(-1) ?? '');
    // A full date without a verb dates a picture or a document.
    const isBare = loose === null && year !== null && day !== null && !isSet;
    const isBehind =
      isLast || before.at(-1) === 'since' || isBare || (named && loose === 'past' && before.slice(-6).some(isAfter));
    return {
      ...place,
      kind: 'date',
      year,
      month: Number(m[2]),
      day,
      direction: isBehind ? 'past' : direction === 'past' && isSet ? null : direction,
      named,
      last: isLast,
      thisMonth: sightedThisMonth(sight),
    };
  }
  m = /^(\d{4})$/.exec(timex.value);
  if (m)
    return direction !== null && /^\d{4}$/.test(said)
      ? { ...place, kind: 'year', year: Number(m[1]), direction }
      : null;
  return elapsed(timex, said, place, tokens, first);
}

/**
 * The direction where the words leave no doubt, else null. Ahead is what has a plain future or a deadline: what is told
 * with an infinitive may be over ("agreed to hold off from May 4"). Behind is what a past verb tells of itself: not
 * the day of talks that somebody spoke of, nor that of a plan ("had been invited for 20 April").
 */
function soundDirection(
  direction: 'past' | 'future' | null,
  timex: Timex,
  { text, sentence }: Sight,
  [first, last]: [number, number],
): 'past' | 'future' | null {
  const { tokens } = sentence;
  if (direction === 'future') {
    const before = text.slice(Math.max(sentence.start, timex.start - 80), timex.start);
    const after = text.slice(timex.end, Math.min(sentence.end, timex.end + 12));
    return AHEAD.test(before) || /^\s+deadline/i.test(after) ? 'future' : null;
  }
  if (direction === null) return null;
  const top = tokens.slice(first, last + 1).find(({ head }) => head < first || head > last);
  const governor = tokens[top?.head ?? -1];
  // "The last call was on May 4": the day itself heads the clause.
  if (!governor) return 'past';
  return governor.upos === 'VERB' && !PLANS.has(governor.lemma) && governor.xpos !== 'VB' ? 'past' : null;
}

/** Verbs whose day may be that of what is planned. */
const PLANS = new Set(
  'arrange book delay due expect extend fix invite move plan postpone push reschedule schedule set slate summon'.split(
    ' ',
  ),
);
const AHEAD = /\bwill\b|[’']ll\b|\bwon[’']t\b|\bdeadline\b|\b(?:is|are) (?:due|set|scheduled|expected)\b/i;

/** "just over four months ago"; "their first meeting in more than a month". */
function elapsed(
  timex: Timex,
  said: string,
  place: Pick<DateClue, 'start' | 'end' | 'words' | 'sentence'>,
  tokens: Token[],
  first: number,
): DateClue | null {
  const ago = /^(.*?)(\S+) (day|week|month|year)s? ago$/.exec(said);
  if (ago) {
    const count = countOf(ago[2]!);
    if (count === null) return null;
    const bound = boundOf(`${tokens[first - 2]?.form ?? ''} ${tokens[first - 1]?.form ?? ''} ${ago[1]}`.toLowerCase());
    return { ...place, kind: 'ago', count, unit: ago[3] as 'day', bound };
  }
  const period = /^P(\d+)([DWMY])$/.exec(timex.value);
  if (timex.type !== 'DURATION' || !period) return null;
  const before = tokens.slice(Math.max(0, first - 10), first).map((token) => token.lemma);
  const at = before.lastIndexOf('in');
  if (at < 0 || !before.slice(0, at).includes('first') || before.length - at > 5) return null;
  const bound = boundOf(`${before.slice(at + 1).join(' ')} ${said}`);
  return { ...place, kind: 'gap', count: Number(period[1]), unit: UNITS[period[2]!]!, bound };
}

function boundOf(words: string): 'over' | 'under' | 'about' | null {
  if (/\b(?:over|more than|at least)\b/.test(words)) return 'over';
  if (/\b(?:under|less than|nearly|almost|fewer)\b/.test(words)) return 'under';
  return /\b(?:about|around|some|roughly)\b/.test(words) ? 'about' : null;
}

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

function countOf(word: string): number | null {
  if (word === 'a' || word === 'an') return 1;
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const at = COUNTS.indexOf(word);
  return at < 0 ? null : at + 1;
}

function wordsAround(tokens: Token[], first: number, last: number): string[] {
  const words = new Set<string>();
  for (let i = Math.max(0, first - NEAR); i < Math.min(tokens.length, last + 1 + NEAR); i++)
    if ((i < first || i > last) && CONTENT.has(tokens[i]!.upos)) words.add(tokens[i]!.lemma.toLowerCase());
  return [...words];
}

/** The sentence itself, or the one before it in the text, says "earlier this month". */
function sightedThisMonth({ text, sentence }: Sight): boolean {
  const from = Math.max(0, sentence.start - 400);
  return /\bearlier this month\b/i.test(text.slice(from, sentence.end));
}

/** A place in capitals and the day behind it, at the head of a line near the top. */
const DATELINE = /(?:^|\n)[ \t]*\p{Lu}[\p{Lu} .’'/-]{1,40},[ \t]*(?:on )?$/u;
const TOP = 1000;

function datelineClues(text: string, timexes: Timex[]): DateClue[] {
  for (const { start, end, value } of timexes) {
    if (start > TOP) break;
    const day = /^(\d{4}|XXXX)-(\d\d)-(\d\d)$/.exec(value);
    // An expression of time may take in the comma before it.
    const before = `${text.slice(Math.max(0, start - 60), start)}${/^,?\s*/.exec(text.slice(start, end))![0]}`;
    if (!day || !DATELINE.test(before)) continue;
    const year = day[1] === 'XXXX' ? null : Number(day[1]);
    return [
      { kind: 'dateline', year, month: Number(day[2]), day: Number(day[3]), start, end, words: [], sentence: -1 },
    ];
  }
  return [];
}

const COPYRIGHT = /(?:©|\(c\)|\bcopyright\b)\D{0,12}((?:19|20)\d\d)\b/gi;

function copyrightClues(article: Article): DateClue[] {
  const clues: DateClue[] = [];
  // In the story itself, "copyright 1998" is what the story is about.
  for (const span of article.boilerplate)
    for (const match of article.text.slice(span.start, span.end).matchAll(COPYRIGHT)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      clues.push({ kind: 'copyright', year: Number(match[1]), start, end, words: [], sentence: -1 });
    }
  return clues;
}

/** The opening's first weekday is that of the news; those after it tell of the days before. */
function onlyNewestWeekday(clues: DateClue[]): DateClue[] {
  const news = clues.find((clue) => clue.kind === 'weekday');
  return clues.filter((clue) => clue.kind !== 'weekday' || clue === news);
}
