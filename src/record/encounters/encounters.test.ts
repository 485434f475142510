import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, DateRange, Encounter } from '../../model/record.ts';
import type { LocalEncounter, Reading } from '../../reading/index.ts';
import { compare, mergeActors } from '../actors.ts';
import { uniqueIds } from '../ids.ts';
import type { ReadArticle } from '../story.ts';
import { makeEncounters } from './index.ts';

const NAMES = ['Ana Lind', 'Carlos Reyes', 'Maria Holm'];
const day = (date: string): DateRange => ({ earliest: date, latest: date });

interface Plan {
  id: string;
  published: string;
  met: (Partial<LocalEncounter> & { participants: number[]; date: DateRange })[];
}

function entryOf({ id, published, met }: Plan): ReadArticle {
  const article: Article = {
    id,
    source: `${id}.txt`,
    title: null,
    outlet: null,
    authors: [],
    published: { ...day(published), basis: 'given', evidence: [] },
    language: 'en',
    text: `${id} ${'x'.repeat(400)}`,
    boilerplate: [],
    family: id,
  };
  const reading: Reading = {
    article: id,
    entities: NAMES.map((name, i) => ({
      name,
      kind: 'person',
      roles: [],
      side: null,
      aliases: [],
      mentions: [{ start: i * 5, end: i * 5 + 4 }],
    })),
    statements: [],
    figures: [],
    positions: [],
    proposals: [],
    disputes: [],
    events: [],
    sentences: [],
    quotes: [],
    settlings: [],
    causes: [],
    clues: [],
    claims: [],
    readOn: day(published),
    encounters: met.map((one, i) => ({
      kind: 'call',
      open: false,
      planned: (one.status ?? 'held') !== 'held',
      status: 'held',
      lasts: false,
      told: true,
      duration: null,
      place: null,
      topics: [],
      shares: [],
      claims: [],
      anchors: [{ start: 40 + 30 * i, end: 45 + 30 * i }],
      evidence: [{ start: 40 + 30 * i, end: 60 + 30 * i }],
      rule: 'encounter/verb',
      ...one,
    })),
  };
  return { article, reading };
}

function encountersOf(...plans: Plan[]): Encounter[] {
  const entries = plans.map(entryOf).sort((a, b) => compare(a.article.id, b.article.id));
  const readings = entries.map(({ reading }) => reading);
  const actors = mergeActors(readings, (name) => name.toLowerCase().replaceAll(' ', '-'));
  return makeEncounters({ entries, actors, unique: uniqueIds() });
}

describe('makeEncounters', () => {
  it('makes one call of what four articles tell, with an account for each', () => {
    const plans = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      published: '2031-05-13',
      met: [{ participants: [0, 1], date: day('2031-05-12') }],
    }));
    const encounters = encountersOf(...plans);
    expect(encounters).toHaveLength(1);
    expect(encounters[0]!.accounts!.map(({ teller, article }) => [teller, article])).toEqual([
      [null, 'a'],
      [null, 'b'],
      [null, 'c'],
      [null, 'd'],
    ]);
  });

  it.each<[string, Plan['met'][number], Plan['met'][number], number]>([
    [
      'days apart',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [0, 1], date: day('2031-05-13') },
      2,
    ],
    [
      'other people',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [0, 2], date: day('2031-05-12') },
      2,
    ],
    [
      'one joined',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [0, 1, 2], date: day('2031-05-12') },
      1,
    ],
    [
      'a call and a meeting',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [0, 1], date: day('2031-05-12'), kind: 'meeting' },
      2,
    ],
    [
      'talks and a meeting',
      { participants: [0, 1], date: day('2031-05-12'), kind: 'talks' },
      { participants: [0, 1], date: day('2031-05-12'), kind: 'meeting' },
      1,
    ],
    [
      'a week and a day of it',
      { participants: [0, 1], date: { earliest: '2031-05-11', latest: '2031-05-17' } },
      { participants: [0, 1], date: day('2031-05-12') },
      1,
    ],
    [
      'discussed, of open kind',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [0, 1], date: day('2031-05-12'), kind: 'meeting', open: true },
      1,
    ],
    [
      'undated, in the same days',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [0, 1], date: { earliest: null, latest: '2031-05-13' }, told: false },
      1,
    ],
    [
      'undated, of others',
      { participants: [0, 1], date: day('2031-05-12') },
      { participants: [1, 2], date: { earliest: null, latest: '2031-05-13' }, told: false },
      2,
    ],
  ])('%s', (_, first, second, count) => {
    const found = encountersOf(
      { id: 'a', published: '2031-05-13', met: [first] },
      { id: 'b', published: '2031-05-13', met: [second] },
    );
    expect(found).toHaveLength(count);
  });

  it('takes the status from what was published last, and keeps the narrower date', () => {
    const found = encountersOf(
      { id: 'b', published: '2031-05-13', met: [{ participants: [0, 1], date: day('2031-05-12') }] },
      {
        id: 'a',
        published: '2031-05-10',
        met: [{ participants: [0, 1], date: { earliest: '2031-05-11', latest: '2031-05-17' }, status: 'planned' }],
      },
    );
    expect(found).toMatchObject([{ status: 'held', planned: false, date: day('2031-05-12') }]);
  });

  it.each<[string, string[], string]>([
    ['confirmed', ['2031-03-03'], 'confirmed'],
    ['contradicted', ['2031-03-03', '2031-04-01'], 'contradicted'],
    ['open', [], 'open'],
  ])('checks "first call since March 3" against the log: %s', (_, earlier, holds) => {
    const claim = {
      kind: 'first since',
      ordinal: 1,
      since: day('2031-03-03'),
      evidence: { start: 40, end: 50 },
    } as const;
    const found = encountersOf(
      { id: 'a', published: '2031-05-13', met: [{ participants: [0, 1], date: day('2031-05-12'), claims: [claim] }] },
      { id: 'b', published: '2031-04-02', met: earlier.map((date) => ({ participants: [0, 1], date: day(date) })) },
    );
    expect(found.flatMap(({ claims }) => claims ?? []).map((made) => made.holds)).toEqual([holds]);
  });

  it('is the same whatever the order of the articles', () => {
    const days = ['2031-05-11', '2031-05-12', '2031-05-13'];
    const met = fc.record({
      participants: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
      date: fc.oneof(
        fc.constantFrom(...days).map(day),
        fc.constantFrom<DateRange>(
          { earliest: '2031-05-11', latest: '2031-05-17' },
          { earliest: null, latest: '2031-05-13' },
        ),
      ),
      told: fc.boolean(),
      open: fc.boolean(),
      status: fc.constantFrom('held' as const, 'planned' as const),
      kind: fc.constantFrom('call' as const, 'meeting' as const, 'talks' as const),
    });
    const plans = fc
      .array(fc.tuple(fc.constantFrom(...days), fc.array(met, { maxLength: 3 })), { maxLength: 6 })
      .map((all) => all.map(([published, list], i): Plan => ({ id: `article-${i}`, published, met: list })));
    const shuffled = plans.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(encountersOf(...other)).toEqual(encountersOf(...all));
      }),
    );
  });

  it('costs in proportion to the articles', () => {
    const plans = (count: number): Plan[] =>
      Array.from({ length: count }, (_, i) => ({
        id: `article-${i}`,
        published: '2031-05-13',
        met: [{ participants: [i % 2, 2], date: day(`2031-05-${10 + (i % 19)}`) }],
      }));
    const time = (count: number): number => {
      const told = plans(count);
      const began = performance.now();
      encountersOf(...told);
      return performance.now() - began;
    };
    time(200);
    expect(time(4000)).toBeLessThan(40 * Math.max(time(400), 5));
  });
});
