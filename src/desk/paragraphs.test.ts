import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParagraphs } from './paragraphs.ts';

const split = (text: string): string[] => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['', []],
  [' \n \r\n', []],
  ['One.\n\nTwo.', ['One.', 'Two.']],
  ['One.\r\n\r\n  Two. \r\n', ['One.', 'Two.']],
  ['Quay vote near\nBy A. Writer\n\nThe union met.', ['Quay vote near', 'By A. Writer', 'The union met.']],
  [
    'The pilots of Harrow Sound said on Friday that they would not\nmove a ship before the council had answered.\n\nNo answer came.',
    [
      'The pilots of Harrow Sound said on Friday that they would not\nmove a ship before the council had answered.',
      'No answer came.',
    ],
  ],
])('%j', (text, expected) => {
  expect(split(text)).toEqual(expected);
});

test('every character that is no white space stands in exactly one paragraph', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u00a0', '\ud83d', 'é') }), (text) => {
      let at = 0;
      for (const { start, end } of splitParagraphs(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe('');
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});
