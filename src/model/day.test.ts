import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, isoDay, parseDay, partsOf, weekdayOf } from './day.ts';

describe('days', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2031, 3, 4, 22_342],
    // Beyond the end of a month and of a year.
    [2030, 14, 32, 22_342],
    [2031, 3, 0, 22_338],
  ])('counts %i-%i-%i', (year, month, day, number) => expect(dayOf(year, month, day)).toBe(number));

  it('agrees with Date on every day of some centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(partsOf(number)).toEqual(parts);
        expect(dayOf(parts.year, parts.month, parts.day)).toBe(number);
      }),
    );
  });

  it.each(['2031-02-29', '2031-13-01', '2031-00-10', 'today'])('takes %s for no day', (text) =>
    expect(parseDay(text)).toBe(null),
  );

  it('names weekdays and goes on by months', () => {
    expect(weekdayOf(parseDay('2031-03-04')!)).toBe(2);
    expect(isoDay(addMonths(parseDay('2031-01-31')!, 1))).toBe('2031-02-28');
    expect(isoDay(addMonths(parseDay('2031-01-31')!, -2))).toBe('2030-11-30');
  });
});
