import { describe, expect, test } from 'vitest';
import { formatDateRange, formatDay, readDay } from './dates.ts';

describe('a range of days in words', () => {
  test.each([
    ['2024-08-21', '2024-08-21', '21 Aug 2024'],
    ['2024-08-17', '2024-08-20', '17–20 Aug 2024'],
    ['2024-08-28', '2024-09-02', '28 Aug – 2 Sep 2024'],
    ['2023-12-30', '2024-01-02', '30 Dec 2023 – 2 Jan 2024'],
    ['2024-05-01', '2024-05-31', 'May 2024'],
    ['2024-02-01', '2024-02-29', 'Feb 2024'],
    ['2023-02-01', '2023-02-28', 'Feb 2023'],
    ['2024-05-01', '2024-07-31', 'May–Jul 2024'],
    ['2024-01-01', '2024-12-31', '2024'],
    [null, '2024-08-21', 'by 21 Aug 2024'],
    ['2024-08-21', null, 'from 21 Aug 2024'],
    [null, null, 'not told'],
  ])('%s to %s is "%s"', (earliest, latest, words) => {
    expect(formatDateRange({ earliest, latest })).toBe(words);
  });

  test.each([
    ['2024-02-01', '2024-02-28', '1–28 Feb 2024'],
    ['2024-05-02', '2024-05-31', '2–31 May 2024'],
    ['2023-01-01', '2024-12-31', '1 Jan 2023 – 31 Dec 2024'],
    ['2024-02-30', '2024-03-02', '2024-02-30 – 2024-03-02'],
    ['2024-13-01', '2024-13-01', '2024-13-01'],
    ['someday', 'someday', 'someday'],
  ])('%s to %s is no whole month and no guess: "%s"', (earliest, latest, words) => {
    expect(formatDateRange({ earliest, latest })).toBe(words);
  });

  test('leaves the year out where it is told nearby, but not where it changes', () => {
    expect(formatDateRange({ earliest: '2024-08-17', latest: '2024-08-20' }, { year: false })).toBe('17–20 Aug');
    expect(formatDateRange({ earliest: null, latest: '2024-08-20' }, { year: false })).toBe('by 20 Aug');
    expect(formatDateRange({ earliest: '2023-12-30', latest: '2024-01-02' }, { year: false })).toBe(
      '30 Dec 2023 – 2 Jan 2024',
    );
    expect(formatDay('2024-08-01', { year: false })).toBe('1 Aug');
  });
});

describe('a day as a person writes it', () => {
  test.each([
    ['2024-08-21', '2024-08-21'],
    [' 21 Aug 2024 ', '2024-08-21'],
    ['1 august 2024', '2024-08-01'],
    ['29 Feb 2024', '2024-02-29'],
    ['29 Feb 2023', null],
    ['21 Foo 2024', null],
    ['21/8/2024', null],
    ['yesterday', null],
    ['', null],
  ])('"%s" is %s', (text, iso) => {
    expect(readDay(text)).toBe(iso);
  });
});
