import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffWords } from './word-diff.ts';

it.each([
  ['the crews sail', 'the crews sail', 'the crews sail'],
  ['no cranes, not one, until May', 'no cranes, until May', 'no cranes,[ not one,] until May'],
  ['all eleven piers', 'ten of the eleven piers', '[all]{ten of the} eleven piers'],
  ['', 'it rains', '{it rains}'],
  ['it rains', '', '[it rains]'],
])('%s → %s', (before, after, expected) => {
  const marks = { same: ['', ''], gone: ['[', ']'], came: ['{', '}'] };
  expect(
    diffWords(before, after)
      .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
      .join(''),
  ).toBe(expected);
});

it('gives both texts back, word for word', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 }).map((words) => words.join(' '));
  const words = (kinds: string[], pieces: ReturnType<typeof diffWords>): string[] =>
    pieces.filter(({ kind }) => kinds.includes(kind)).flatMap((piece) => piece.text.match(/\S+/g) ?? []);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after);
      expect(words(['same', 'gone'], pieces)).toEqual(before.match(/\S+/g) ?? []);
      expect(words(['same', 'came'], pieces)).toEqual(after.match(/\S+/g) ?? []);
    }),
  );
});
