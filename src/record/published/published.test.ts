import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyReading } from '../../../test/support/empty-reading.ts';
import type { Article } from '../../model/record.ts';
import type { DateClue } from '../../reading/index.ts';
import type { ReadArticle } from '../story.ts';
import { workOutPublished } from './index.ts';

/** A clue as it stands alone; its place is that in the list. */
type Plain<T = DateClue> = T extends DateClue
  ? Omit<T, 'start' | 'end' | 'sentence' | 'words'> & { words?: string[] }
  : never;

function entry(id: string, clues: Plain[], published?: string): ReadArticle {
  const day = published ?? null;
  const article: Article = {
    id,
    source: id,
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: day, latest: day, basis: day ? 'given' : 'unknown', evidence: [] },
    language: 'en',
    text: 'x'.repeat(200),
    boilerplate: [],
    family: id,
  };
  const placed = clues.map(
    (clue, i): DateClue => ({ words: [], ...clue, start: i * 10, end: i * 10 + 5, sentence: i }),
  );
  return {
    article,
    reading: {
      ...emptyReading(id),
      readOn: { earliest: day, latest: day },
      clues: placed,
    },
  };
}

function withReading({ article, reading }: ReadArticle, more: object): ReadArticle {
  return { article, reading: { ...reading, ...more } };
}

/** A call of the first two, told at an offset. */
const call = (start: number): object => ({
  kind: 'call',
  status: 'held',
  participants: [0, 1],
  evidence: [{ start, end: start + 5 }],
});

const weekday = (n: number): Plain => ({ kind: 'weekday', weekday: n });
const date = (text: string, more: Partial<Plain<Extract<DateClue, { kind: 'date' }>>> = {}): Plain => {
  const [year, month, day] = text.split('-').map((part) => (part === 'X' ? null : Number(part)));
  return {
    kind: 'date',
    year: year!,
    month: month!,
    day: day ?? null,
    direction: 'past',
    named: false,
    last: false,
    thisMonth: false,
    weekday: null,
    news: false,
    part: null,
    ...more,
  };
};

function check(entries: ReadArticle[], families: Record<string, string> = {}): Record<string, string> {
  const out = workOutPublished(entries, (id) => families[id] ?? id);
  return Object.fromEntries(
    [...out].map(([id, { published }]) => [id, `${published.earliest}..${published.latest} ${published.basis}`]),
  );
}

describe('workOutPublished', () => {
  it.each<[string, Plain[], string]>([
    ['nothing', [], 'null..null unknown'],
    ['a weekday alone', [weekday(7)], 'null..null unknown'],
    ['a day without a year alone', [date('X-5-3')], 'null..null unknown'],
    ['a copyright year', [{ kind: 'copyright', year: 2031 }], '2031-01-01..2031-12-31 text'],
    ['a year and a past month', [{ kind: 'copyright', year: 2031 }, date('X-5')], '2031-06-01..2031-12-31 text'],
    [
      'a past month of spring, in autumn',
      [{ kind: 'copyright', year: 2031 }, date('X-5'), date('X-8-2')],
      '2031-06-01..2031-12-31 text',
    ],
    [
      'a day with its weekday, which is that of one year',
      [{ kind: 'copyright', year: 2031 }, date('X-3-3', { weekday: 1, direction: null })],
      '2031-01-01..2031-12-31 text',
    ],
    [
      'a day with its weekday, which is not that of the year',
      [date('2029-5-1'), date('X-3-3', { weekday: 1 }), { kind: 'copyright', year: 2031 }],
      '2031-03-03..2031-12-31 text',
    ],
    [
      'the opening’s day with its weekday',
      [{ kind: 'copyright', year: 2031 }, date('X-3-3', { weekday: 1, news: true })],
      '2031-03-03..2031-03-10 text',
    ],
    [
      'a day that is counted',
      [
        { kind: 'copyright', year: 2031 },
        date('X-3-3', { words: ['strike', 'begin'] }),
        { kind: 'nth', ordinal: 10, noun: 'stoppage', news: true },
      ],
      '2031-03-12..2031-03-15 text',
    ],
    [
      'a day that is counted, told later on',
      [
        { kind: 'copyright', year: 2031 },
        date('2031-3-3', { words: ['strike', 'begin'] }),
        { kind: 'nth', ordinal: 10, noun: 'stoppage', news: false },
      ],
      '2031-03-12..2031-12-31 text',
    ],
    [
      'no beginning to count from',
      [
        { kind: 'copyright', year: 2031 },
        date('2031-3-3', { words: ['vote'] }),
        { kind: 'nth', ordinal: 10, noun: 'stoppage', news: true },
      ],
      '2031-03-03..2031-12-31 text',
    ],
    [
      'a day ahead',
      [{ kind: 'copyright', year: 2031 }, date('X-3-4', { direction: 'future' }), date('X-2-20')],
      '2031-02-20..2031-12-31 text',
    ],
    ['a past day with its year', [date('2031-5-3')], '2031-05-03..null text'],
    ['a dateline with its year', [{ kind: 'dateline', year: 2031, month: 4, day: 9 }], '2031-04-09..2031-04-10 text'],
    [
      'time gone by since a day that is told',
      [
        date('2031-1-10', { words: ['seize', 'crew'] }),
        { kind: 'ago', count: 2, unit: 'week', bound: 'over', words: ['seize', 'crew'] },
      ],
      '2031-01-24..2031-01-28 text',
    ],
    [
      'time gone by since something else',
      [
        date('2031-1-10', { words: ['vote'] }),
        { kind: 'ago', count: 2, unit: 'week', bound: 'over', words: ['seize', 'crew'] },
      ],
      '2031-01-10..null text',
    ],
    [
      'a gap since the last one',
      [date('2031-1-10', { last: true }), { kind: 'gap', count: 1, unit: 'month', bound: 'over' }],
      '2031-02-08..2031-03-02 text',
    ],
  ])('%s', (_, clues, expected) => {
    expect(check([entry('a', clues)])).toEqual({ a: expected });
  });

  it('passes over what does not fit, and says so', () => {
    const out = workOutPublished([entry('a', [{ kind: 'copyright', year: 2031 }, date('2033-5-3')])], (id) => id);
    expect(out.get('a')).toMatchObject({
      published: { earliest: '2031-01-01', latest: '2031-12-31', evidence: [{ article: 'a', start: 0, end: 5 }] },
      steps: [{ fits: true }, { says: '3 May 2033 is past', fits: false }],
    });
  });

  it('takes the year of a day from an article that tells it, about the same event', () => {
    const told = entry('b', [date('2031-5-3', { words: ['explosion'] })], '2031-07-01');
    const same = entry('a', [date('X-5-3', { words: ['explosion'] })]);
    const other = entry('a', [date('X-5-3', { words: ['vote'] })]);
    expect(check([same, told])).toEqual({ a: '2031-05-03..2032-03-03 text' });
    expect(check([other, told])).toEqual({ a: '2031-07-01..2031-07-01 text' });
  });

  it('keeps versions of one text together', () => {
    const entries = [entry('a', [weekday(1)]), entry('b', [], '2031-05-07')];
    expect(check(entries, { a: 'f', b: 'f' })).toEqual({ a: '2031-04-30..2031-05-14 text' });
    expect(check(entries)).toEqual({ a: '2031-05-07..2031-05-07 text' });
  });

  it('keeps an article as near as the story’s articles are to one another', () => {
    const known = ['2031-03-01', '2031-03-05', '2031-03-09'].map((day) => entry(day, [], day));
    expect(check([...known, entry('a', [weekday(7)])])).toEqual({ a: '2031-02-16..2031-03-23 text' });
  });

  it('puts no call into a gap that another article tells of', () => {
    const people = { entities: [{ name: 'Ana Lind' }, { name: 'Oda Reyes' }], encounters: [call(0), call(10)] };
    const known = withReading(entry('b', [date('2031-2-15', { last: true })], '2031-03-18'), people);
    const opens = [
      weekday(7),
      { kind: 'copyright', year: 2031 } as Plain,
      date('X-1-19'),
      date('2031-3-4', { direction: 'future' }),
    ];
    const asked = (one: ReadArticle): string => check([known, withReading(one, people)]).a!;
    // Sundays of 2031: 9 February, and 16 February to 16 March within the gap.
    expect(asked(entry('a', [...opens, date('X-2-8')]))).toBe('2031-02-09..2031-02-12 text');
    expect(check([known, entry('a', [...opens, date('X-2-8')])]).a).toBe('2031-02-09..2031-03-04 text');
  });

  it('tells of a line that is the date', () => {
    const one = entry('a', []);
    const published = { earliest: '2031-03-05', latest: '2031-03-05', basis: 'text' as const, evidence: [] };
    const worked = workOutPublished([{ ...one, article: { ...one.article, published } }], (id) => id);
    expect(worked.get('a')!.steps.map(({ says }) => says)).toEqual(['a line of the text is the date']);
  });

  it('leaves an article that tells nothing without a day', () => {
    expect(check([entry('a', []), entry('b', [], '2031-05-07')])).toEqual({ a: 'null..null unknown' });
  });

  it('is the same in any order, and never widens by a clue more', () => {
    const clue = fc.oneof(
      fc.integer({ min: 1, max: 7 }).map(weekday),
      fc.integer({ min: 2029, max: 2032 }).map((year): Plain => ({ kind: 'copyright', year })),
      fc
        .tuple(fc.constantFrom('X', '2030', '2031'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map((parts) => date(parts.join('-'))),
    );
    const story = fc.array(fc.array(clue, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(story, (lists) => {
        const entries = lists.map((clues, i) => entry('abcd'[i]!, clues));
        expect(check([...entries].reverse())).toEqual(check(entries));
        for (const { steps } of workOutPublished(entries, (id) => id).values())
          for (const { before, after } of steps) {
            expect((after.earliest ?? '') >= (before.earliest ?? '')).toBe(true);
            expect((after.latest ?? '9') <= (before.latest ?? '9')).toBe(true);
          }
      }),
      { numRuns: 30 },
    );
  });
});
