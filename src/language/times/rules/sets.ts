/** What recurs: daily, every month, each Thursday, Mondays. */
import type { Reading, Rule } from '../rule.ts';
import { durationValue } from './ago.ts';
import { partOfDay } from './deictic.ts';
import { isWeekday } from './weekdays.ts';

const set = (value: string): Reading => ({ type: 'SET', value, range: null });

const ADVERBS: Record<string, string> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'XXXX-XX-XXTNI',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P3M',
  annually: 'P1Y',
  yearly: 'P1Y',
};

export const setRules: Rule[] = [
  {
    name: 'adverb of frequency',
    patterns: [`how=${Object.keys(ADVERBS).join('|')}`],
    extract({ how }, context) {
      // The Daily News and its like are names.
      if (how!.capital && context.from > 0) return null;
      // "a quarterly dividend" says what kind it is, "is paid quarterly" how often.
      if (!context.adverb()) return null;
      return set(ADVERBS[how!.low]!);
    },
  },
  {
    name: 'every, each, per',
    patterns: [
      'how=every|each other? n=<NUM>? u=<UNIT>',
      'how=per u=<UNIT>',
      'how=every|each w=<WEEKDAY> part=<PART>?',
      'how=every|each month=<MONTH>',
      'how=every part=<PART>',
    ],
    extract({ n, u, w, part, month }, context) {
      if (u?.unit) {
        const other = context.words[context.from + 1]!.low === 'other';
        if (u.unit === 'second') return null;
        return set(durationValue(u.unit, n ? n.num : other ? 2 : 1));
      }
      if (month) return set(`XXXX-${String(month.num).padStart(2, '0')}`);
      if (w) return part ? set(partOfDay(`XXXX-WXX-${w.num}`, part.low).value) : set(`XXXX-WXX-${w.num}`);
      return set(partOfDay(null, part!.low).value);
    },
  },
  {
    name: 'weekdays in the plural',
    patterns: ['w=<WEEKDAY>', 'w=<WEEKDAY> part=<PART>'],
    extract({ w, part }, context) {
      if (!w!.plural && !part?.plural) return null;
      if (!isWeekday(w!, context)) return null;
      return part ? set(partOfDay(`XXXX-WXX-${w!.num}`, part.low).value) : set(`XXXX-WXX-${w!.num}`);
    },
  },
];
