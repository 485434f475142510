import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryId, uniqueIds } from './ids.ts';

/** The ids that come out for those that go in, in order. */
function check(...ids: string[]): string[] {
  return ids.map(uniqueIds());
}

describe('entryId', () => {
  it('tells article, kind and place', () => {
    expect(entryId('harbor-1f', 's', { start: 12, end: 40 })).toBe('harbor-1f:s12-40');
  });

  it('tells apart kinds, places and articles', () => {
    const ids = [
      entryId('a', 's', { start: 1, end: 2 }),
      entryId('a', 'e', { start: 1, end: 2 }),
      entryId('a', 's', { start: 1, end: 3 }),
      entryId('a', 's', { start: 11, end: 2 }),
      entryId('b', 's', { start: 1, end: 2 }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('uniqueIds', () => {
  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', 'a', 'a'],
      ['a', 'a.2', 'a.3'],
    ],
    [
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a.2', 'b.2'],
    ],
    [[], []],
  ])('%j', (ids, expected) => {
    expect(check(...ids)).toEqual(expected);
  });

  it('begins anew each time it is made', () => {
    expect(check('a')).toEqual(['a']);
    expect(check('a')).toEqual(['a']);
  });

  it('never gives an id of an entry twice', () => {
    const id = fc.tuple(fc.nat(3), fc.nat(3)).map(([start, end]) => entryId('a', 's', { start, end }));
    fc.assert(
      fc.property(fc.array(id), (ids) => {
        expect(new Set(check(...ids)).size).toBe(ids.length);
      }),
    );
  });
});
