/** What an article's words tell of the day on which it was published. */
import type { Range } from '../reading.ts';

export type DateClue = Range & {
  /** Content words around the expression, as lemmas: two expressions about one event share some. */
  words: string[];
  /** Number of the sentence, so that neighbours can be told. */
  sentence: number;
} & (
    | {
        kind: 'weekday';
        /** 1 for Monday to 7 for Sunday: the day that the article's opening tells of as past. */
        weekday: number;
      }
    | { kind: 'copyright'; year: number }
    /** "TESSALY, April 8 (Wire) —": the day on which it was filed. */
    | { kind: 'dateline'; year: number | null; month: number; day: number }
    | {
        kind: 'date';
        /** null where the words name no year. */
        year: number | null;
        month: number;
        /** null for a whole month. */
        day: number | null;
        direction: 'past' | 'future' | null;
        /** True where the date is part of a name ("the October 7 attack"), which keeps it for years. */
        named: boolean;
        /** True for "the last call was on" and "the first call since": what stands between then and now did not happen. */
        last: boolean;
        /** True where the words beside it say "earlier this month". */
        thisMonth: boolean;
        /** The weekday that the words give with it, 1 for Monday to 7 for Sunday. */
        weekday: number | null;
        /** True where the article's opening tells it as the day of its news. */
        news: boolean;
        /** Of a month, the part that is named: "early March", "the middle of March". */
        part: 'early' | 'middle' | null;
      }
    | { kind: 'year'; year: number; direction: 'past' | 'future' | null }
    | (Elapsed & { kind: 'ago' })
    /** "the first in more than a month" */
    | (Elapsed & { kind: 'gap' })
    /** "on the tenth day of the strike", and whether the article opens with it. */
    | { kind: 'nth'; ordinal: number; noun: string; news: boolean }
  );

/** "just over four months": 4 months, 'over'. */
interface Elapsed {
  count: number;
  unit: 'day' | 'week' | 'month' | 'year';
  bound: 'over' | 'under' | 'about' | null;
}
