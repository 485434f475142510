/** Dates that name their own year, month or day. */
import { dayOf, daysInMonth, isoDay, partsOf, rangeOfValue } from '../calendar.ts';
import { type Context, dated, type Reading, type Rule } from '../rule.ts';
import { CLASS, type Word } from '../words.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** 'YYYY-MM-DD', or null where the month has no such day. */
function dayValue(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return isoDay(dayOf(year, month, day));
}

/**
 * The year that a month or a day without one stands in. Told as past: the last one that has begun; told as to come: the next one.
 * Where the clause does not say, the last one, unless the next is at most two months off ("the Nov. 5 vote" in October).
 */
export function yearFor(month: number, day: number | null, context: Context): number | null {
  if (context.reference === null) return null;
  const now = partsOf(context.reference);
  const ahead = day === null ? month > now.month : month > now.month || (month === now.month && day > now.day);
  const monthsAhead = (month - now.month + 12) % 12;
  // A day is not told without its year ten months on, whatever the tense: "they have set Nov. 10 as the deadline".
  if (day !== null && ahead && monthsAhead <= 2) return now.year;
  if (day !== null && !ahead && monthsAhead <= 2 && monthsAhead > 0) return now.year + 1;
  const direction = context.direction() ?? (monthsAhead <= 2 ? 'future' : 'past');
  if (direction === 'future') {
    // What has just gone by is meant also in a clause that looks ahead ("was to begin on March 3").
    if (ahead) return now.year;
    return monthsAhead >= 9 || monthsAhead === 0 ? now.year : now.year + 1;
  }
  return ahead ? now.year - 1 : now.year;
}

/** The names of months that are also words or names of people count only where the words around them say so. */
export function isMonth(word: Word, context: Context): boolean {
  if (!word.capital && word.low !== 'sept.' && word.low !== 'oct.' && word.low !== 'nov.' && word.low !== 'dec.')
    return false;
  const at = context.words.indexOf(word, context.from);
  const before = context.words[at - 1];
  const after = context.words[at + 1];
  const short = word.low.length <= 3 && word.low !== 'may';
  if (short && after?.low !== '.' && !(after && (after.classes & CLASS.NUM) !== 0)) return false;
  if (!AMBIGUOUS.has(word.low)) return true;
  if (after && (after.classes & (CLASS.DAY | CLASS.YEAR)) !== 0) return true;
  if (before && LEADS_TO_MONTH.has(before.low)) return true;
  if (before && (before.classes & (CLASS.DAY | CLASS.ORD)) !== 0) return true;
  if (word.low === 'may' || word.low === 'march') return false;
  return !before?.capital && !(after?.capital && (after.classes & CLASS.WEEKDAY) === 0);
}
const AMBIGUOUS = new Set(['may', 'march', 'april', 'june', 'august', 'jan', 'mar']);
const LEADS_TO_MONTH = new Set(
  'in of since last this next early late mid - by until till through from every each between to and before after during during past previous following coming for around about earlier late'.split(
    ' ',
  ),
);

const NOT_YEAR_BEFORE = new Set(
  '$ £ € ¥ # no. no number page pages p. pp. chapter section room flight route highway model about some nearly almost over than least approximately roughly another only figure line act resolution channel unit bus gate'.split(
    ' ',
  ),
);
const COUNTED =
  /^(?:people|men|women|troops|soldiers|dollars|euros|pounds|miles|kilometers|kilometres|feet|meters|metres|tons|tonnes|points|votes|jobs|homes|houses|hours|days|weeks|months|years|minutes|shares|workers|employees|members|students|prisoners|hostages|deaths|cases|calories|acres|hectares|barrels|yards|pounds|percent|%|degrees|times|more|other|new|words|rpm|hp|cc)$/;

export const absoluteRules: Rule[] = [
  {
    name: 'numeric date',
    patterns: ['y=<YEAR> - m=<NUM> - d=<NUM>', 'a=<DAY> / b=<DAY> / y=<NUM>'],
    extract({ y, m, d, a, b }, context) {
      for (let i = context.from + 1; i < context.to; i++) if (!context.words[i]!.glued) return null;
      if (m && d) {
        const value = m.low.length === 2 && d.low.length === 2 ? dayValue(y!.num, m.num, d.num) : null;
        return value ? dated(value) : null;
      }
      const year = y!.low.length === 4 ? y!.num : y!.low.length === 2 ? (y!.num < 50 ? 2000 : 1900) + y!.num : 0;
      if (year === 0) return null;
      // Month first, as in American news; day first only where the month would not exist.
      const value = dayValue(year, a!.num, b!.num) ?? dayValue(year, b!.num, a!.num);
      return value ? dated(value) : null;
    },
  },
  {
    name: 'day of a month',
    patterns: [
      '<WEEKDAY>? ,? month=<MONTH> .? the? d=<DAY> ,? y=<YEAR>',
      '<WEEKDAY>? ,? month=<MONTH> .? the? d=<DAY> ,? y=<SHORTYEAR>',
      '<WEEKDAY>? ,? month=<MONTH> .? the? d=<DAY>',
      '<WEEKDAY>? ,? month=<MONTH> .? d=<DAY> -|– until=<DAY> ,? y=<YEAR>?',
      '<WEEKDAY>? ,? the? d=<DAY> -|– until=<DAY> of? month=<MONTH> ,? y=<YEAR>?',
      '<WEEKDAY>? ,? the? d=<DAY> of? month=<MONTH> .? ,? y=<YEAR>',
      '<WEEKDAY>? ,? the? d=<DAY> of? month=<MONTH>',
      'd=<DAY> -|– month=<MONTH> -|– y=<YEAR>',
    ],
    extract({ month, d, y, until }, context) {
      if (!isMonth(month!, context)) return null;
      const year = y?.num ?? yearFor(month!.num, d!.num, context);
      const last = until && until.num > d!.num ? until : undefined;
      if (until && !last) return null;
      if (year === null) {
        if (!dayValue(2000, month!.num, d!.num)) return null;
        return dated(`XXXX-${two(month!.num)}-${two(d!.num)}`, { yearless: true });
      }
      const value = dayValue(year, month!.num, d!.num);
      if (!value) return null;
      const more: Partial<Reading> = y ? {} : { yearless: true };
      const end = last && dayValue(year, month!.num, last.num);
      return end ? dated(value, { range: { earliest: value, latest: end } }) : dated(value, more);
    },
  },
  {
    name: 'month of a year',
    patterns: [
      'month=<MONTH> .? ,? of? y=<YEAR>',
      'month=<MONTH> .? ,? of? y=<SHORTYEAR>',
      'month=<MONTH> -|/ y=<YEAR>',
    ],
    extract({ month, y }, context) {
      return isMonth(month!, context) ? dated(`${y!.num}-${two(month!.num)}`) : null;
    },
  },
  {
    name: 'month',
    patterns: ['which=last|this|next|past|coming month=<MONTH>', 'this past month=<MONTH>', 'month=<MONTH>'],
    extract({ which, month }, context) {
      if (!isMonth(month!, context)) return null;
      const m = two(month!.num);
      if (context.reference === null) return dated(`XXXX-${m}`, { yearless: true });
      const now = partsOf(context.reference);
      let year: number;
      if (which?.low === 'last' || which?.low === 'past') year = month!.num < now.month ? now.year : now.year - 1;
      else if (which?.low === 'next' || which?.low === 'coming')
        year = month!.num > now.month ? now.year : now.year + 1;
      else if (which) year = now.year;
      else year = yearFor(month!.num, null, context)!;
      return dated(`${year}-${m}`, which ? {} : { yearless: true });
    },
  },
  {
    name: 'two years',
    patterns: ['y=<YEAR> -|– z=<NUM>', 'y=<YEAR> / z=<NUM>'],
    extract({ y, z }, context) {
      if (!isYear(y!, context.words[context.from - 1], context.words[context.to])) return null;
      const end = z!.low.length === 4 ? z!.num : z!.low.length === 2 ? Math.floor(y!.num / 100) * 100 + z!.num : 0;
      if (!context.words[context.from + 1]!.glued || !z!.glued || end <= y!.num || end > y!.num + 60) return null;
      return dated(String(y!.num), { range: { earliest: `${y!.num}-01-01`, latest: `${end}-12-31` } });
    },
  },
  {
    name: 'year',
    patterns: [
      'the? named=calendar|fiscal? year y=<YEAR>',
      'named=fiscal y=<YEAR>',
      'y=<YEAR>',
      'named=of|in|since|class y=<SHORTYEAR>',
    ],
    extract({ named, y }, context) {
      const low = context.words[context.from]!.low;
      if (low === 'of' || low === 'in' || low === 'since' || low === 'class') return dated(String(y!.num));
      if (
        !named &&
        low !== 'the' &&
        low !== 'year' &&
        !isYear(y!, context.words[context.from - 1], context.words[context.to], context.words[context.from - 2])
      )
        return null;
      // A fiscal year may begin the autumn before the calendar year that it is named for.
      return named?.low === 'fiscal'
        ? dated(String(y!.num), { range: { earliest: `${y!.num - 1}-07-01`, latest: `${y!.num}-12-31` } })
        : dated(String(y!.num));
    },
  },
  {
    name: 'decade',
    patterns: ['the? d=<DECADE>', 'the? mod=early|late|mid -? d=<DECADE>'],
    extract({ d, mod }, context) {
      const before = context.words[context.from - 1]?.low;
      if (before === 'his' || before === 'her' || before === 'their' || before === 'my' || before === 'your')
        return null;
      const spelled = d!.low.charCodeAt(0) > 57;
      // "temperatures in the 80s" and people "in their nineties" are no decades.
      if (/^\d0/.test(d!.low) || (spelled && context.words[context.from]!.low !== 'the')) return null;
      const value = String(d!.num);
      const first = d!.num * 10;
      if (!mod) return dated(value);
      const [from, to] = mod.low === 'early' ? [0, 4] : mod.low === 'late' ? [5, 9] : [3, 7];
      return dated(value, { range: { earliest: `${first + from}-01-01`, latest: `${first + to}-12-31` } });
    },
  },
  {
    name: 'century',
    patterns: ['the? n=<ORD> -? century'],
    extract({ n }) {
      if (n!.num > 30 || n!.num < 1) return null;
      const value = two(n!.num - 1);
      return dated(value, { range: rangeOfValue(value) });
    },
  },
];

/** Four digits are a year unless the words beside them make them a count, a price or a label. */
function isYear(word: Word, before: Word | undefined, after: Word | undefined, bends?: Word): boolean {
  if (before && NOT_YEAR_BEFORE.has(before.low)) return false;
  if (before?.glued && (before.low === '-' || before.low === '/') && word.glued)
    return (
      bends?.low === 'mid' ||
      bends?.low === 'early' ||
      bends?.low === 'late' ||
      bends?.low === 'pre' ||
      bends?.low === 'post'
    );
  if (after && COUNTED.test(after.low)) return false;
  if (after?.glued && (after.low === '-' || after.low === '/' || after.low === '%'))
    return after.low === '-' && word.num >= 1900;
  if (word.num >= 1900 && word.num < 2060) return true;
  return word.num >= 1400 && before !== undefined && YEAR_LEADS.has(before.low);
}
const YEAR_LEADS = new Set('in since by until before after from during circa between'.split(' '));
