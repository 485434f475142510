import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';
import { confidenceOf, DOUBTFUL, type Doubts } from './confidence.ts';

const NONE: Doubts = {
  other: false,
  narrated: false,
  aside: false,
  weak: false,
  tree: false,
  noun: false,
  farSubject: false,
  place: false,
  report: false,
};
const DOUBTS = Object.keys(NONE) as (keyof Doubts)[];

describe('confidence of a position', () => {
  it.each(DOUBTS)('falls with a doubt, whatever the others: %s', (doubt) => {
    expect(confidenceOf({ ...NONE, [doubt]: true })).toBeLessThan(confidenceOf(NONE));
    const all = Object.fromEntries(DOUBTS.map((key) => [key, true])) as unknown as Doubts;
    expect(confidenceOf(all)).toBeLessThanOrEqual(confidenceOf({ ...all, [doubt]: false }));
  });

  it('is a share of one, without doubts nine in ten, and under a half for what the reporter tells by the way', () => {
    expect(confidenceOf(NONE)).toBeCloseTo(0.93, 2);
    expect(confidenceOf({ ...NONE, narrated: true, aside: true })).toBeLessThan(DOUBTFUL + 0.05);
    expect(confidenceOf({ ...NONE, narrated: true, aside: true, noun: true })).toBeLessThan(DOUBTFUL);
  });
});

/** Of the first position told. */
function confidenceIn(text: string): number | undefined {
  return readText(text).reading.positions[0]?.confidence;
}

it.each([
  ['“We reject the tariff,” Ana Lind said.', '“Estonia rejects the tariff,” Ana Lind said.'],
  ['The Harbor Union rejects the tariff.', 'Carlos Reyes waited for the Harbor Union’s support for the tariff.'],
])('is higher for "%s" than for "%s"', (surer, other) => {
  expect(confidenceIn(surer)).toBeGreaterThan(confidenceIn(other)!);
});
