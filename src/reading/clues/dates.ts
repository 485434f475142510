/** Clues from a day or a month of the calendar: "on Tuesday, 22 April", "in early May", "since March 3". */
import type { directionOf } from '../../language/times/index.ts';
import type { DateClue } from './clue.ts';
import { BOUNDS, type Direction, headOf, isSoundPast } from './direction.ts';
import type { Place, Sight } from './sight.ts';

interface Spot {
  /** First and last token of the expression. */
  first: number;
  last: number;
  /** Its words in small letters. */
  said: string;
  loose: ReturnType<typeof directionOf>;
  direction: Direction;
}

/** @param value 'YYYY-MM' or 'YYYY-MM-DD', with XXXX where no year is told. */
export function dateClue(value: string, place: Place, sight: Sight, spot: Spot): DateClue | null {
  const { first, last, said, loose, direction } = spot;
  const { tokens } = sight.sentence;
  const [told, month, date] = value.split('-');
  const year = told === 'XXXX' ? null : Number(told);
  const day = date === undefined ? null : Number(date);
  // A month that "last" or "this" points to is read against the unknown day itself.
  if (year === null && /^(?:last|next|this|earlier|later|early this|late this|mid)\b/.test(said)) return null;
  if (sight.isLast && isAlone(sight, spot)) return null;
  const before = tokens.slice(0, first).map((token) => token.lemma);
  const isSince = before.at(-1) === 'since';
  const isLast =
    (isSince && before.includes('first')) ||
    (day !== null && before.includes('last') && before.some((lemma) => lemma === 'be' || lemma === 'come'));
  const named = tokens[last + 1]?.upos === 'NOUN' && tokens[last]!.end + 1 === tokens[last + 1]!.start;
  const isSet = BOUNDS.has(before.at(-1) ?? '');
  // A full date without a verb dates a picture or a document.
  const isBare = loose === null && year !== null && day !== null && !isSet;
  // "the ships left after the May 3 explosion", "after the call on 3 May he denied it"
  const isAfterNoun =
    day !== null &&
    loose === 'past' &&
    before.slice(-6).some(isAfter) &&
    (named || tokens[headOf(tokens, first, last)]?.upos === 'NOUN');
  const weekday = WEEKDAYS.findIndex((name) => said.includes(name)) + 1;
  const at = headOf(tokens, first, last);
  return {
    ...place,
    kind: 'date',
    year,
    month: Number(month),
    day,
    direction: isLast || isSince || isBare || isAfterNoun ? 'past' : isLoose(sight, spot) ? null : direction,
    named,
    last: isLast,
    thisMonth: sightedThisMonth(sight),
    weekday: weekday > 0 ? weekday : null,
    news:
      weekday > 0 &&
      day !== null &&
      direction === 'past' &&
      sight.number < TOP &&
      at >= 0 &&
      tokens[at]!.head < 0 &&
      isSoundPast(tokens, at),
    part: partOf(sight, spot),
  };
}

/** Only so far down does a date with its weekday tell of the day's news. */
const TOP = 3;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const isAfter = (lemma: string): boolean => lemma === 'after' || lemma === 'since' || lemma === 'during';

/** A day right behind a noun may belong to that: "states holding contests March 1 backed him". */
function isLoose({ sentence: { tokens } }: Sight, { first, said, direction }: Spot): boolean {
  const before = tokens[first - 1];
  return direction === 'past' && before !== undefined && /^(?:NOUN|PROPN)$/.test(before.upos) && !/^on\b/.test(said);
}

/** A date that is a sentence of its own at the end is that of a note: of a correction, say. */
function isAlone({ sentence: { tokens } }: Sight, { first, last }: Spot): boolean {
  return tokens.every(({ upos }, i) => (i >= first && i <= last) || upos === 'PUNCT');
}

function partOf({ sentence, text }: Sight, { first, said }: Spot): 'early' | 'middle' | null {
  const words = `${text.slice(sentence.start, sentence.tokens[first]!.start).slice(-24)} ${said}`.toLowerCase();
  if (/\b(?:early|(?:start|beginning) of)\b[^.;,]{0,12}$/.test(words)) return 'early';
  return /\b(?:mid|middle of)\b[^.;,]{0,12}$/.test(words) ? 'middle' : null;
}

/** The sentence itself, or the one before it in the text, says "earlier this month". */
function sightedThisMonth({ text, sentence }: Sight): boolean {
  const from = Math.max(0, sentence.start - 400);
  return /\bearlier this month\b/i.test(text.slice(from, sentence.end));
}
