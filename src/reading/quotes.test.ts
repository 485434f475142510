import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from './quotes.ts';

const show = (text: string): string[] => findQuotes(text).map(({ start, end }) => text.slice(start, end));

describe('findQuotes', () => {
  it.each([
    ['curly', 'She said “no” and “never”.', ['“no”', '“never”']],
    ['straight', 'She said "no" and "never".', ['"no"', '"never"']],
    ['British', "He said the offer was 'not serious' and 'late'.", ["'not serious'", "'late'"]],
    ['British curly', 'He said the offer was ‘not serious’.', ['‘not serious’']],
    ['a possessive inside', "He said 'the workers' demands are fair' on Monday.", ["'the workers' demands are fair'"]],
    ['apostrophes alone', "The union's members don't trust the companies' word.", []],
    ['an apostrophe beside double marks', 'The union’s leader said “it’s late”.', ['“it’s late”']],
    ['speech over two paragraphs', '“First.\n“Second,” he said.', ['“First.', '“Second,”']],
    ['a mark never closed inside a line', 'The “offer was late, he said.', []],
    ['typed marks', "She said ``no'' and ''never''.", ["``no''", "''never''"]],
    ['a closing mark that opens', 'She said ”no” and ”never”.', ['”no”', '”never”']],
    ['inches', 'A 12" gun.', []],
  ])('%s', (_, text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it('gives ordered ranges that do not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'“”"\'‘’ ab.,\n') }), (text) => {
        let last = 0;
        for (const { start, end } of findQuotes(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
