/**
 * Clues to the day of publishing. In: an article and its Doc read without a reference day, so that "Sunday" is still
 * a weekday. Out: the clues in order. Example: "spoke on Sunday … their first call since March 3 … © 2031" gives a
 * weekday, a date without a year and a copyright year.
 *
 * What stands in a quotation is left out: words may be quoted years after they were said.
 */
import type { Doc, Timex, Token } from '../../language/doc.ts';
import { directionOf } from '../../language/times/index.ts';
import type { Article } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import { findQuotes } from '../quotes.ts';
import type { Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import type { DateClue } from './clue.ts';
import { dateClue } from './dates.ts';
import { headOf, isAheadOfVerb, isUnderSoundPast, soundDirection } from './direction.ts';
import { elapsedClue } from './elapsed.ts';
import { copyrightClues, datelineClues } from './lines.ts';
import { nthClues } from './nth.ts';
import { OPENING, type Place, type Sight } from './sight.ts';

export type { DateClue } from './clue.ts';

/** How far around an expression its event is looked for, in tokens. */
const NEAR = 7;

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB']);

/**
 * @param story the Doc without what is not the story.
 * @param timexes of the same text, read without a reference day.
 */
export function findClues(
  article: Article,
  story: Doc,
  timexes: Timex[],
  quotes: Range[] = findQuotes(article.text),
): DateClue[] {
  const clues = [...copyrightClues(article), ...datelineClues(article.text, timexes)];
  story.sentences.forEach((sentence, number) => {
    const isLast = number >= story.sentences.length - 2;
    const sight: Sight = { text: article.text, sentence, number, isLast };
    for (let i = firstFrom(timexes, sentence.start); i < timexes.length && timexes[i]!.start < sentence.end; i++) {
      if (isQuoted(quotes, timexes[i]!)) continue;
      const clue = clueOf(timexes[i]!, sight);
      if (clue) clues.push(clue);
    }
    clues.push(...nthClues(sight).filter((clue) => !isQuoted(quotes, clue)));
  });
  const filed = new Set(clues.filter(({ kind }) => kind === 'dateline').map(({ start }) => start));
  return onlyNewestWeekday(clues.filter(({ kind, start }) => kind === 'dateline' || !filed.has(start))).sort(
    (a, b) => a.start - b.start,
  );
}

function isQuoted(quotes: Range[], range: Range): boolean {
  const before = quotes[firstFrom(quotes, range.end) - 1];
  return before !== undefined && overlaps(before, range);
}

function clueOf(timex: Timex, sight: Sight): DateClue | null {
  const { text, sentence, number } = sight;
  const { tokens } = sentence;
  const first = tokens.findIndex((token) => token.end > timex.start);
  let last = first;
  while (last + 1 < tokens.length && tokens[last + 1]!.start < timex.end) last++;
  if (first < 0) return null;
  const place: Place = {
    start: timex.start,
    end: timex.end,
    words: wordsAround(tokens, first, last),
    sentence: number,
  };
  const loose = directionOf(sentence, last);
  const said = text.slice(timex.start, timex.end).toLowerCase();

  let m = /^XXXX-WXX-([1-7])/.exec(timex.value);
  if (m) return isNews(sight, [first, last], said, loose) ? { ...place, kind: 'weekday', weekday: Number(m[1]) } : null;
  const direction = soundDirection(loose, timex, sight, [first, last]);
  const spot = { first, last, said, loose, direction };
  if (/^(\d{4}|XXXX)-\d\d(?:-\d\d)?$/.test(timex.value)) return dateClue(timex.value, place, sight, spot);
  m = /^(\d{4})$/.exec(timex.value);
  if (!m) return elapsedClue(timex, said, place, tokens, first);
  const isSound = direction === 'past' || (direction === 'future' && isAheadOfVerb(tokens, [first, last]));
  return isSound && /^\d{4}$/.test(said) ? { ...place, kind: 'year', year: Number(m[1]), direction } : null;
}

/** A clause that stands below another may tell of an older day further down than this. */
const TOP = 3;

/**
 * True for the weekday of the news: in the opening, of what a verb tells as past. "Monday’s debate" is a name, which
 * may lie ahead; "last Thursday" is not the day that a bare "Thursday" is.
 */
function isNews(
  { text, sentence: { tokens, start }, number }: Sight,
  [first, last]: [number, number],
  said: string,
  loose: ReturnType<typeof directionOf>,
): boolean {
  if (number >= OPENING || loose !== 'past' || /^(?:last|next|the|this|every)\b/.test(said)) return false;
  if (/[’']s?$/.test(said) || /^[’']/.test(text.slice(tokens[last]!.end, tokens[last]!.end + 1))) return false;
  if (BOUND.test(text.slice(start, tokens[first]!.start))) return false;
  if (!isUnderSoundPast(tokens, [first, last])) return false;
  return number < TOP || !/^(?:acl|advcl|ccomp)/.test(tokens[headOf(tokens, first, last)]!.deprel);
}

/** "ahead of Tuesday", "before Tuesday", "since Monday" */
const BOUND = /\b(?:of|before|until|till|by|since|after|for|to|from)\s+$/i;

function wordsAround(tokens: Token[], first: number, last: number): string[] {
  const words = new Set<string>();
  for (let i = Math.max(0, first - NEAR); i < Math.min(tokens.length, last + 1 + NEAR); i++)
    if ((i < first || i > last) && CONTENT.has(tokens[i]!.upos)) words.add(tokens[i]!.lemma.toLowerCase());
  return [...words];
}

/** The opening's first weekday is that of the news; those after it tell of the days before. */
function onlyNewestWeekday(clues: DateClue[]): DateClue[] {
  const news = clues.find((clue) => clue.kind === 'weekday');
  return clues.filter((clue) => clue.kind !== 'weekday' || clue === news);
}
