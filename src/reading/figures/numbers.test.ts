import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './numbers.ts';

/** The value of the number at the start of the words, and how many of them it takes; null where there is none. */
function check(words: string): [number, number] | null {
  const number = parseNumber(words.split(' '), 0);
  return number && [number.value, number.length];
}

describe('parseNumber', () => {
  it.each<[string, [number, number]]>([
    ['7 ships', [7, 1]],
    ['1,200 dockers', [1200, 1]],
    ['12,345,678 votes', [12_345_678, 1]],
    ['1.3 million euros', [1_300_000, 2]],
    ['1,234.5 tonnes', [1234.5, 1]],
    ['Seven ships', [7, 1]],
    ['zero ships', [0, 1]],
    ['nineteen ships', [19, 1]],
    ['Forty ships', [40, 1]],
    ['twenty-nine ships', [29, 1]],
    ['twenty - nine ships', [29, 3]],
    ['ninety - one thousand ships', [91_000, 4]],
    ['two dozen crates', [24, 2]],
    ['a hundred crates', [100, 2]],
    ['A dozen crates', [12, 2]],
    ['two hundred thousand crates', [200_000, 3]],
    ['3 bn crowns', [3_000_000_000, 2]],
    ['0.1 million crates', [100_000, 2]],
  ])('%s', (words, expected) => {
    expect(check(words)).toEqual(expected);
  });

  it.each([
    'ships',
    'a ship',
    'an hour',
    'a',
    'million crates',
    '1,20 crates',
    '12,3456 crates',
    '3rd pier',
    'B12 berth',
    'twenty-fold',
    'well-known ships',
    'nine-ten',
    '- nine',
    '-',
    '',
    'tenth',
    // Words that an object of JavaScript answers to unasked.
    'constructor title',
    '__proto__',
    'constructor-constructor',
    'a constructor',
  ])('no number: %s', (words) => {
    expect(check(words)).toBeNull();
  });

  it('does not take the word after it for a scale', () => {
    expect(check('three constructor titles')).toEqual([3, 1]);
    expect(check('twenty - constructor')).toEqual([20, 1]);
    expect(check('twenty')).toEqual([20, 1]);
  });

  it('reads every whole number as it is written in digits, with and without commas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (value) => {
        expect(check(String(value))).toEqual([value, 1]);
        expect(check(String(value).replace(/\B(?=(?:\d{3})+$)/g, ','))).toEqual([value, 1]);
      }),
    );
  });

  it('takes words that are there, and its value is a number, whatever the words', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('twenty', '-', 'nine', 'million', 'a', '3', 'dozen', 'constructor', '__proto__'),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        for (let at = 0; at < words.length; at++) {
          const number = parseNumber(words, at);
          if (!number) continue;
          expect(number.length).toBeGreaterThan(0);
          expect(at + number.length).toBeLessThanOrEqual(words.length);
          expect(Number.isNaN(number.value)).toBe(false);
        }
      }),
    );
  });
});
