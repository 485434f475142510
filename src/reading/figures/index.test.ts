import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../language/index.ts';
import { makeCast } from '../sources.ts';
import { findFigures } from './index.ts';

const engine = createEngine();

const byThen = { earliest: null, latest: '2031-05-16' };
const figuresOf = (text: string) =>
  findFigures(engine.analyze(text, { reference: '2031-05-16' }), makeCast([]), [], byThen);

/** The figures of a text: words, value, bound, unit. */
function check(text: string): [string, number, string, string | null][] {
  return figuresOf(text).map(({ evidence: [range], value, bound, unit }) => [
    text.slice(range!.start, range!.end),
    value,
    bound,
    unit,
  ]);
}

describe('a number whose noun stands elsewhere', () => {
  it.each<[string, [number, string, string | null][]]>([
    [
      'Daily crossings, which stood at about 140 before February 12, are down to 55, it said.',
      [
        [140, 'Daily crossings', '2031-02-12'],
        [55, 'Daily crossings', '2031-05-16'],
      ],
    ],
    [
      'The board put the number of nurses who walked out on Monday at 2,300.',
      [[2300, 'nurses who walked out', '2031-05-12']],
    ],
    ['Of the 41 workers dismissed in March, most are back.', [[41, 'workers', '2031-05-16']]],
  ])('%s', (text, expected) => {
    expect(figuresOf(text).map(({ value, measure, asOf }) => [value, measure, asOf.latest])).toEqual(expected);
  });
});

describe('findFigures', () => {
  it.each<[string, [string, number, string, string | null][]]>([
    ['More than 1,200 dockers were on strike in the port.', [['More than 1,200 dockers', 1200, 'at least', 'dockers']]],
    ['At least 14 people were hurt.', [['At least 14 people', 14, 'at least', 'people']]],
    ['No fewer than 20 trucks were at the gate.', [['No fewer than 20 trucks', 20, 'at least', 'trucks']]],
    ['The line took on up to 300 workers.', [['up to 300 workers', 300, 'at most', 'workers']]],
    ['Fewer than 50 boats were there.', [['Fewer than 50 boats', 50, 'at most', 'boats']]],
    ['Nearly thirty-five ships were late.', [['Nearly thirty-five ships', 35, 'nearly', 'ships']]],
    ['About two dozen dockers were hurt.', [['About two dozen dockers', 24, 'about', 'dockers']]],
    ['A hundred boats were there.', [['A hundred boats', 100, 'exactly', 'boats']]],
    ['Two of the ships were late.', [['Two of the ships', 2, 'exactly', 'ships']]],
    ['The fund will pay $1.3 million to the families.', [['$1.3 million', 1_300_000, 'exactly', 'USD']]],
    ['The loss is about €20 billion.', [['about €20 billion', 20_000_000_000, 'about', 'EUR']]],
    ['Some 40 percent of the ships were late.', [['Some 40 percent of the ships', 40, 'about', 'percent']]],
    ['Prices rose by 3.5% in the port.', [['3.5%', 3.5, 'exactly', 'percent']]],
    ['Wages rose by 4 per cent in the port.', [['4 per cent', 4, 'exactly', 'percent']]],
    [
      'The port has 12 cranes and nine tugs.',
      [
        ['12 cranes', 12, 'exactly', 'cranes'],
        ['nine tugs', 9, 'exactly', 'tugs'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it.each([
    'The talks began on 3 May 2031.',
    'The talks began on May 3.',
    'The ship left in 2029.',
    'The gate opens at 10 a.m. and closes at 4 p.m.',
    'One man was at the gate.',
    'The ships were late, and no one was there.',
    'They left nine days ago.',
    'The answer was 42.',
    'Ship number 7 is the one that they want.',
    'A constructor was there.',
    '',
  ])('no figure: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['Between 30 and 40 boats were hit.', ['at least 30 to 40 boats: boats were hit']],
    ['They agreed on a four- to six-week truce.', ['at least 4 to 6 weeks: truce']],
    ['Three in four voters backed the plan.', ['exactly 0.75 share: voters']],
    ['Half of the fleet is at sea.', ['exactly 0.5 share: fleet']],
    ['Tens of thousands of dockers marched.', ['at least 20000 dockers: dockers']],
    ['The deal is worth $4.5bn.', ['exactly 4500000000 USD: deal']],
    ['Oil traded at $82 a barrel.', ['exactly 82 USD a barrel: Oil traded']],
    ['The call lasted an hour and ten minutes.', ['exactly 70 minutes: call lasted']],
    ['The number of ships waiting outside the port rose to 61.', ['exactly 61 ships: ships waiting outside the port']],
    ['The death toll rose to 35.', ['exactly 35 toll: death toll']],
    ['The union demands a pay rise of 24 percent.', ['exactly 24 percent: pay rise']],
    ['Wages rose by 3 percent.', ['exactly 3 percent: Wages rose']],
    ['A 14-kilometer strip of land was closed.', ['exactly 14 kilometers: strip of land was closed']],
    ['Within three areas the two sides met.', []],
    ['The 28-nation bloc met in the two-day talks.', []],
    ['The two ports and their three owners agreed.', []],
  ])('%s', (text, expected) => {
    const shown = figuresOf(text).map(
      ({ value, range, bound, unit, measure }) =>
        `${bound} ${value}${range ? ` to ${range.high}` : ''} ${unit}: ${measure}`,
    );
    expect(shown).toEqual(expected);
  });

  it('gives a number without a noun the noun told before, as a part where the words say so', () => {
    const [whole, part, dead] = figuresOf(
      'There were 90 sailors on board, including 12 who were captured in the raid. Nine of the sailors are dead.',
    );
    expect([whole!.value, whole!.partOf]).toEqual([90, null]);
    expect([part!.value, part!.unit, part!.partOf]).toEqual([12, 'sailors', 0]);
    expect([dead!.value, dead!.partOf]).toEqual([9, 0]);
  });

  it.each<[string, string | null, string | null]>([
    ['On Sunday 61 ships were waiting.', '2031-05-11', '2031-05-11'],
    ['The port has 61 ships.', null, '2031-05-16'],
    ['There are 40 workers dismissed in March at the gate.', null, '2031-05-16'],
  ])('as of: %s', (text, earliest, latest) => {
    expect(figuresOf(text).map((figure) => figure.asOf)).toEqual([{ earliest, latest }]);
  });

  it('tells what is wanted or expected, and where a change began', () => {
    const [demand] = figuresOf('The union demands a pay rise of 24 percent.');
    const [plan] = figuresOf('Norland will raise tariffs from 10 percent to 25 percent.');
    expect(demand!.mood).toBe('wanted');
    expect(plan!.mood).toBe('expected');
    expect(plan!.change).toEqual({ direction: 'up', is: 'level', from: 10 });
    expect(plan!.value).toBe(25);
  });

  it('gives the same thing told in other words the same topic', () => {
    const whats = [
      'There were 23 sailors in custody.',
      'Norland was holding 23 sailors.',
      'The navy has 23 detained sailors.',
    ];
    expect(new Set(whats.map((text) => figuresOf(text)[0]?.topic.what))).toEqual(new Set(['sailor|hold']));
    expect(figuresOf('The number of sailors killed was 23.')[0]!.topic.what).not.toBe('sailor|hold');
  });

  it('joins a number that is told again', () => {
    const [figure, ...others] = figuresOf('Some 300 dockers are on strike. The city saw some 300 striking dockers.');
    expect(others).toEqual([]);
    expect(figure!.evidence).toHaveLength(2);
  });

  it('names the unit by words alone', () => {
    expect(check('By that constructor 5 ships were late.').every(([, , , unit]) => unit === 'ships')).toBe(true);
  });

  it('keeps the noun with the words before it', () => {
    expect(figuresOf('The port has 12 old harbor cranes.').map((figure) => figure.measure)).toEqual([
      'old harbor cranes',
    ]);
  });

  it('gives ranges inside the text in its order, with a number and a measure, whatever the text', () => {
    const word = fc.constantFrom(
      ...'more than about 1,200 5 two dozen $ € % percent ships May 2029 . , of the constructor __proto__ - twenty nine'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
        (text) => {
          let last = 0;
          for (const { evidence, value, measure, unit } of figuresOf(text)) {
            const [{ start, end }] = evidence as [{ start: number; end: number }];
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = start;
            expect(end).toBeLessThanOrEqual(text.length);
            expect(Number.isFinite(value)).toBe(true);
            expect(measure).not.toBe('');
            expect(typeof unit).toBe('string');
            expect(evidence.every((range) => range.end <= text.length)).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
