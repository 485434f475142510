/** Clues from time gone by: "just over four months ago", "their first meeting in more than a month". */
import type { Timex, Token } from '../../language/doc.ts';
import type { DateClue } from './clue.ts';
import { countOf } from './nth.ts';
import type { Place } from './sight.ts';

const UNITS: Record<string, 'day' | 'week' | 'month' | 'year'> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** @param said the expression's words in small letters. @param first its first token. */
export function elapsedClue(timex: Timex, said: string, place: Place, tokens: Token[], first: number): DateClue | null {
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
