import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantReadings } from '../../bench/record-corpus.ts';
import { emptyReading } from '../../test/support/empty-reading.ts';
import { checkRecord } from '../model/check.ts';
import type { Article, StoryRecord } from '../model/record.ts';
import type { LocalStatement, Reading } from '../reading/index.ts';
import { createMemo, makeRecord, type ReadArticle } from './index.ts';

const NAMES = ['Ana Lind', 'Carlos Reyes', 'Lind', 'Maria Holm'];
const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** How one article is told: its names, and by index into them who said something, and who met whom on which day. */
interface Plan {
  names: string[];
  said: (number | null)[];
  met: { who: number[]; day: string | null }[];
  figures: number[];
}

/** An article of a hundred letters; the n-th thing in it stands at [10n, 10n + 5). */
function entryOf(id: string, plan: Plan): ReadArticle {
  const at = (n: number): { start: number; end: number } => ({ start: n * 10, end: n * 10 + 5 });
  const article: Article = {
    id,
    source: `${id}.txt`,
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: '2031-05-16', latest: '2031-05-16', basis: 'given', evidence: [] },
    language: 'en',
    text: `${id} `.padEnd(100, 'x'),
    boilerplate: [],
    family: id,
  };
  const reading: Reading = {
    ...emptyReading(id),
    entities: plan.names.map((name, i) => ({
      name,
      kind: 'person',
      roles: [],
      side: null,
      aliases: [],
      mentions: [at(i)],
    })),
    statements: plan.said.map(
      (speaker, i): LocalStatement => ({
        source: speaker === null ? null : at(speaker),
        speaker,
        named: speaker !== null,
        cue: null,
        content: [at(i % 3)],
        form: 'direct',
        act: 'say',
        said: { earliest: null, latest: '2031-05-16' },
        channel: null,
        addressees: [],
        within: i === 0 ? null : i - 1,
        rule: 'statement/learned',
        confidence: 0.9,
      }),
    ),
    encounters: plan.met.map(({ who, day }) => ({
      kind: 'meeting',
      open: false,
      planned: false,
      status: 'held',
      participants: who,
      date: { earliest: day, latest: day },
      lasts: false,
      told: true,
      duration: null,
      place: null,
      topics: [],
      shares: [],
      claims: [],
      anchors: [at(4)],
      evidence: [at(4)],
      rule: 'encounter/verb',
    })),
    figures: plan.figures.map((value) => ({
      value,
      bound: 'exactly',
      unit: 'ships',
      measure: 'ships',
      source: null,
      asOf: { earliest: null, latest: '2031-05-16' },
      range: null,
      change: null,
      mood: null,
      partOf: null,
      topic: { what: 'ship|wait', names: [], telling: true },
      contested: false,
      voice: null,
      evidence: [at(5)],
      rule: 'figure/number-and-noun',
    })),
    readOn: { earliest: '2031-05-16', latest: '2031-05-16' },
  };
  return { article, reading };
}

/** The record, after checking that its parts fit together. */
function check(entries: ReadArticle[]): StoryRecord {
  const record = makeRecord(entries, { slug });
  expect(checkRecord(record)).toEqual([]);
  return record;
}

const planOf = (names: string[]): fc.Arbitrary<Plan> =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }).chain((chosen) => {
    const one = fc.nat(chosen.length - 1);
    return fc.record({
      names: fc.constant(chosen),
      said: fc.array(fc.option(one), { maxLength: 5 }),
      met: fc.array(
        fc.record({
          who: fc.uniqueArray(one, { maxLength: 2 }),
          day: fc.constantFrom(null, '2031-05-01', '2031-05-09'),
        }),
        { maxLength: 3 },
      ),
      figures: fc.array(fc.nat(50), { maxLength: 3 }),
    });
  });
const story = fc
  .array(planOf(NAMES), { maxLength: 5 })
  .map((plans) => plans.map((plan, i) => entryOf(`article-${i}`, plan)));

describe('makeRecord', () => {
  it('gives one actor with the statements of two articles', () => {
    const record = check([
      entryOf('b', { names: ['Lind'], said: [0], met: [], figures: [] }),
      entryOf('a', { names: ['Ana Lind'], said: [0], met: [], figures: [] }),
    ]);
    expect(record.actors.map(({ id, mentions }) => [id, mentions.length])).toEqual([['ana-lind', 2]]);
    expect(record.statements.map(({ id, article, speaker }) => [id, article, speaker])).toEqual([
      ['a:s0-5', 'a', 'ana-lind'],
      ['b:s0-5', 'b', 'ana-lind'],
    ]);
  });

  it('names the statement around another, and keeps two on the same words apart', () => {
    const record = check([entryOf('a', { names: ['Ana Lind'], said: [0, 0, null, 0], met: [], figures: [] })]);
    expect(record.statements.map(({ id, within, speaker }) => [id, within, speaker])).toEqual([
      ['a:s0-5', null, 'ana-lind'],
      ['a:s10-15', 'a:s0-5', 'ana-lind'],
      ['a:s20-25', 'a:s10-15', null],
      ['a:s0-5.2', 'a:s20-25', 'ana-lind'],
    ]);
  });

  it('orders the timeline by day, what has none last', () => {
    const met = [
      { who: [0, 1], day: '2031-05-09' },
      { who: [0], day: null },
      { who: [1], day: '2031-05-01' },
    ];
    const record = check([entryOf('a', { names: ['Ana Lind', 'Carlos Reyes'], said: [], met, figures: [] })]);
    expect(record.timeline.map(({ date, text }) => [date.earliest, text])).toEqual([
      ['2031-05-01', 'meeting: Carlos Reyes'],
      ['2031-05-09', 'meeting: Ana Lind, Carlos Reyes'],
      [null, 'meeting: Ana Lind'],
    ]);
  });

  it('dates a figure by the day of publishing', () => {
    const record = check([entryOf('a', { names: [], said: [], met: [], figures: [12] })]);
    expect(record.figures).toMatchObject([
      { id: 'a:f50-55', value: 12, asOf: { earliest: null, latest: '2031-05-16' } },
    ]);
  });

  it('is empty for no articles', () => {
    expect(Object.values(check([])).flat()).toEqual([]);
  });

  it('is the same whatever the order of the articles', () => {
    const shuffled = story.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(check(other)).toEqual(check(entries));
      }),
    );
  });

  it('keeps all its entries as they were when an article about others is added', () => {
    fc.assert(
      fc.property(story, planOf(['Jon Berg', 'Kari Dahl']), (entries, plan) => {
        const before = check(entries);
        const after = check([entryOf('another', plan), ...entries]);
        for (const kind of ['actors', 'statements', 'encounters', 'figures', 'articles'] as const) {
          const ids = new Set(before[kind].map(({ id }) => id));
          expect((after[kind] as { id: string }[]).filter(({ id }) => ids.has(id))).toEqual(before[kind]);
        }
      }),
    );
  });

  it('is the same byte for byte with what earlier records left, whatever articles came and went', () => {
    const grown = fc.record({
      seed: fc.integer({ min: 1, max: 40 }),
      order: fc.shuffledSubarray([...Array(10).keys()], { minLength: 10 }),
      // How many come at a time; below zero, how many go.
      steps: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 4, maxLength: 6 }),
    });
    fc.assert(
      fc.property(grown, ({ seed, order, steps }) => {
        const entries = plantReadings(10, seed);
        const memo = createMemo();
        let held: ReadArticle[] = [];
        for (const step of steps) {
          const left = order.map((i) => entries[i]!).filter((entry) => !held.includes(entry));
          held = step < 0 ? held.slice(-step) : [...held, ...left.slice(0, step)];
          expect(JSON.stringify(makeRecord(held, { slug, memo }))).toBe(JSON.stringify(makeRecord(held, { slug })));
        }
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it('makes a revision anew where another article changes what one of its versions holds', () => {
    const version = (id: string, third: string, ships: number): ReadArticle => {
      const lines = [
        'The strike at the port went into its third week on Monday with no talks set. ',
        'Dockers voted by a wide margin to stay out until their hours are cut. ',
        third,
        'Employers said that they would not move before the winter freight season. ',
      ];
      const text = lines.join('');
      const entry = entryOf(id, { names: [], said: [], met: [], figures: [ships] });
      const start = lines[0]!.length + lines[1]!.length;
      let end = 0;
      const sentences = lines.map((line) => {
        end += line.length;
        return { start: end - line.length, end: end - 1 };
      });
      const [figure] = entry.reading.figures;
      const day = { earliest: '2031-05-14', latest: '2031-05-14' };
      const figures = [{ ...figure!, asOf: day, evidence: [{ start, end: start + 5 }] }];
      return { article: { ...entry.article, text }, reading: { ...entry.reading, sentences, figures } };
    };
    const pair = [
      version('b-first', 'Sixty ships waited in the bay for a free berth on Wednesday. ', 60),
      version('c-update', 'Eighty ships waited in the bay for a free berth on Wednesday. ', 80),
    ];
    const other = entryOf('a-other', { names: [], said: [], met: [], figures: [60] });
    other.reading.figures[0]!.asOf = pair[0]!.reading.figures[0]!.asOf;
    const memo = createMemo();
    const before = makeRecord(pair, { slug, memo }).revisions;
    const after = makeRecord([...pair, other], { slug, memo }).revisions;
    const changedIn = (revisions: typeof before) => revisions.map(({ effects }) => effects!.figures.changed);
    const [first, update] = pair.map(({ reading: { article, figures } }) => {
      const [{ start, end }] = figures[0]!.evidence as [{ start: number; end: number }];
      return `${article}:f${start}-${end}`;
    });
    expect(changedIn(before)).toEqual([[{ before: first, after: update }]]);
    // The sixty ships are one figure with those that the other article counts, which stands first.
    expect(changedIn(after)).toEqual([[{ before: 'a-other:f50-55', after: update }]]);
    // And as they were when that article goes again.
    expect(changedIn(makeRecord(pair, { slug, memo }).revisions)).toEqual(changedIn(before));
  });

  it('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(story, (entries) => {
        const copy = structuredClone(entries);
        check(entries);
        expect(entries).toEqual(copy);
      }),
    );
  });
});
