import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutSegments, type Layer } from './segments.ts';

const content = (entry: number, start: number, end: number): Layer => ({ kind: 'content', entry, start, end });

test('nested and overlapping statements become flat pieces, the outer one first', () => {
  const layers = [content(2, 4, 8), content(1, 0, 8), content(3, 6, 12)];
  const [pieces] = cutSegments([{ start: 0, end: 14 }], layers);
  expect(pieces!.map(({ start, end, contents }) => [start, end, contents])).toEqual([
    [0, 4, [1]],
    [4, 6, [1, 2]],
    [6, 8, [1, 2, 3]],
    [8, 12, [3]],
    [12, 14, []],
  ]);
});

test('a statement that runs over two paragraphs is cut at the gap', () => {
  const cut = cutSegments(
    [
      { start: 0, end: 5 },
      { start: 7, end: 12 },
    ],
    [content(1, 3, 9)],
  );
  expect(cut.map((pieces) => pieces.map(({ start, end, contents }) => [start, end, contents]))).toEqual([
    [
      [0, 3, []],
      [3, 5, [1]],
    ],
    [
      [7, 9, [1]],
      [9, 12, []],
    ],
  ]);
});

test('the pieces cover their paragraphs without gap or overlap, and each knows exactly what covers it', () => {
  const range = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
      const layers = ranges.map(({ start, end }, i) => content(i + 1, start, end));
      const pieces = cutSegments([{ start: 0, end: 60 }], layers)[0]!;
      let at = 0;
      for (const piece of pieces) {
        expect(piece.start).toBe(at);
        at = piece.end;
        const covering = layers.filter((layer) => layer.start <= piece.start && layer.end >= piece.end);
        expect([...piece.contents].sort((a, b) => a - b)).toEqual(covering.map((layer) => layer.entry));
      }
      expect(at).toBe(60);
    }),
  );
});
