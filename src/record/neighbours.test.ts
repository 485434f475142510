import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemo } from './memo.ts';
import { groupNeighbours } from './neighbours.ts';

interface Item {
  place: number;
  keys: string[];
  value: number;
}

const item = (place: number, keys: string, value = 0): Item => ({ place, keys: [...keys], value });
const options = {
  keysOf: ({ keys }: Item) => keys,
  isSame: (a: Item, b: Item) => a.value === b.value,
  window: 2,
};
const group = (items: Item[]): number[][] =>
  groupNeighbours(items, options).map((one) => one.map(({ place }) => place));

describe('groupNeighbours', () => {
  it.each<[string, Item[], number[][]]>([
    ['two under one key', [item(0, 'a'), item(1, 'a')], [[0, 1]]],
    ['two under no common key', [item(0, 'a'), item(1, 'b')], [[0], [1]]],
    ['two that are not the same', [item(0, 'a'), item(1, 'a', 1)], [[0], [1]]],
    ['a chain over two keys', [item(0, 'a'), item(1, 'ab'), item(2, 'b')], [[0, 1, 2]]],
    ['others between, within the window', [item(0, 'a'), item(1, 'a', 1), item(2, 'a')], [[0, 2], [1]]],
    [
      'others between, beyond the window',
      [item(0, 'a'), item(1, 'a', 1), item(2, 'a', 2), item(3, 'a')],
      [[0], [1], [2], [3]],
    ],
    ['none', [], []],
  ])('%s', (_, items, expected) => {
    expect(group(items)).toEqual(expected);
  });

  it('gives with a memo what it gives without, whatever came and went before', () => {
    const items = fc.array(
      fc.record({ keys: fc.subarray(['a', 'b', 'c']), value: fc.nat(2) }).map(({ keys, value }) => ({ keys, value })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(items, fc.array(fc.nat(2 ** 12 - 1), { maxLength: 6 }), (given, chosen) => {
        const all = given.map((one, place): Item => ({ ...one, place }));
        const memo = createMemo();
        for (const bits of chosen) {
          const some = all.filter(({ place }) => (bits >> place) & 1);
          expect(groupNeighbours(some, options, 'test', memo)).toEqual(groupNeighbours(some, options));
        }
      }),
    );
  });
});
