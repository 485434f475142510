import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/read-text.ts';
import type { Figure } from '../model/record.ts';
import type { FigureNote } from './figures.ts';
import { makeRecord } from './index.ts';
import { findNumericDisputes, leaveNoRoom } from './numeric-disputes.ts';

const DAY = { earliest: '2031-05-14', latest: '2031-05-14' };

interface Plan extends Partial<Omit<Figure, 'id'>> {
  what?: string;
  names?: string;
  article?: string;
}

let place = 0;
function claimOf({ what = 'people|strike', names = '', article = 'a', ...rest }: Plan): {
  figure: Figure;
  note: FigureNote;
} {
  place += 10;
  const figure: Figure = {
    id: `${article}:f${place}`,
    value: 100,
    bound: 'exactly',
    unit: 'strikers',
    measure: 'strikers',
    source: 'union',
    asOf: DAY,
    evidence: [{ article, start: place, end: place + 5 }],
    ...rest,
  };
  const note: FigureNote = { what, names, telling: true, voice: figure.source, contested: false, published: null };
  return { figure, note };
}

function disputesOf(plans: Plan[]) {
  const claims = plans.map(claimOf);
  return findNumericDisputes({
    figures: claims.map(({ figure }) => figure),
    notes: new Map(claims.map(({ figure, note }) => [figure.id, note])),
  });
}

describe('findNumericDisputes', () => {
  it('tells where two sources count the same on the same day and cannot both be right', () => {
    const [dispute, ...others] = disputesOf([
      { value: 6200, source: 'union' },
      { value: 4850, source: 'employers' },
    ]);
    expect(others).toEqual([]);
    expect(dispute!.kind).toBe('figures');
    expect(dispute!.sides.map((side) => [side.actor, side.claim])).toEqual([
      ['union', '6,200 strikers'],
      ['employers', '4,850 strikers'],
    ]);
  });

  it.each<[string, Plan[]]>([
    ['one source', [{ value: 6200 }, { value: 4850 }]],
    ['the reporter against a source', [{ value: 6200 }, { value: 4850, source: null }]],
    [
      'another day',
      [{ value: 6200 }, { value: 4850, source: 'employers', asOf: { earliest: '2031-05-15', latest: '2031-05-15' } }],
    ],
    [
      'no day told',
      [
        { value: 6200, asOf: { earliest: null, latest: '2031-05-14' } },
        { value: 4850, source: 'employers', asOf: { earliest: null, latest: '2031-05-14' } },
      ],
    ],
    [
      'a least number',
      [
        { value: 2000, bound: 'at least' },
        { value: 2300, source: 'employers' },
      ],
    ],
    [
      'about as many',
      [
        { value: 100, bound: 'about' },
        { value: 104, source: 'employers' },
      ],
    ],
    [
      'a demand and an offer',
      [
        { value: 24, mood: 'wanted' },
        { value: 11, mood: 'wanted', source: 'employers' },
      ],
    ],
    ['another thing', [{ value: 6200 }, { value: 4850, source: 'employers', what: 'people|kill' }]],
    [
      'another place, in another article',
      [
        { value: 6200, names: 'corrant' },
        { value: 4850, source: 'employers', article: 'b' },
      ],
    ],
  ])('keeps silent: %s', (_, plans) => {
    expect(disputesOf(plans)).toEqual([]);
  });

  it('takes a part and its whole for no conflict', () => {
    const [whole, part] = [claimOf({ value: 136 }), claimOf({ value: 29, source: 'office' })];
    part.figure.partOf = whole.figure.id;
    const notes = new Map([whole, part].map(({ figure, note }) => [figure.id, note]));
    expect(findNumericDisputes({ figures: [whole.figure, part.figure], notes })).toEqual([]);
  });

  it('finds the same in any order', () => {
    const plans: Plan[] = [
      { value: 6200, source: 'union' },
      { value: 4850, source: 'employers' },
      { value: 5000, source: 'police', bound: 'about' },
      { value: 300, source: 'city', what: 'ship|wait' },
    ];
    const claims = plans.map(claimOf);
    const notes = new Map(claims.map(({ figure, note }) => [figure.id, note]));
    const pairs = (order: typeof claims): string[] =>
      findNumericDisputes({ figures: order.map(({ figure }) => figure), notes })
        .map((dispute) => dispute.id)
        .sort();
    const first = pairs(claims);
    expect(first).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (order) => {
        expect(pairs(order)).toEqual(first);
      }),
    );
  });
});

describe('leaveNoRoom', () => {
  const room = (a: [Figure['bound'], number], b: [Figure['bound'], number]): boolean =>
    leaveNoRoom(claimOf({ bound: a[0], value: a[1] }).figure, claimOf({ bound: b[0], value: b[1] }).figure);

  it.each<[[Figure['bound'], number], [Figure['bound'], number], boolean]>([
    [['at least', 1_000_000], ['exactly', 1_300_000], false],
    [['at least', 1_000_000], ['at least', 1_300_000], false],
    [['at most', 40], ['exactly', 54], true],
    [['at least', 40], ['exactly', 23], true],
    [['exactly', 23], ['exactly', 19], true],
    [['exactly', 6200], ['exactly', 6180], false],
    [['nearly', 60], ['exactly', 50], false],
    [['nearly', 60], ['exactly', 75], true],
    [['about', 0.5], ['exactly', 0.55], false],
  ])('%j and %j', (a, b, expected) => {
    expect(room(a, b)).toBe(expected);
    expect(room(b, a)).toBe(expected);
  });
});

describe('a count that the other side denies', () => {
  const disputesIn = (text: string) =>
    makeRecord([readText(text, 'a', '2031-05-16')], { slug: (name) => name.toLowerCase().replaceAll(' ', '-') })
      .disputes;
  const counts =
    'The Nurses’ Union put the number of its members on strike on Monday at 3,200. The Hospital Board counted 1,850 strikers on the same day.';

  it('is one dispute with the two numbers', () => {
    const [dispute, ...more] = disputesIn(
      `${counts} Ida Holm, the union’s president, dismissed the board’s figure as “a fairy tale”.`,
    );
    expect(more).toEqual([]);
    expect(dispute).toMatchObject({ kind: 'figures', reported: true });
  });

  it('stays apart from a denial of something else', () => {
    const kinds = disputesIn(`${counts} Ida Holm denied that a nurse had been hurt.`).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['denial', 'figures']);
  });
});
