import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EarlierLinks, MOST_CARRIERS } from './earlier.ts';

interface Item {
  place: number;
  prints: number[];
}

/** Links an item to all earlier ones that share a print with it. */
const newLinks = () =>
  new EarlierLinks<Item>({
    compare: (a, b) => a.place - b.place,
    printsOf: ({ prints }) => prints,
    link: ({ prints }, carriers) => [...new Set(prints.flatMap((print) => carriers(print)))],
  });

function linked(items: Item[]): number[][] {
  const links = newLinks();
  for (const item of items) links.add(item);
  links.settle();
  return placesOf(links, items);
}

const placesOf = (links: EarlierLinks<Item>, items: Item[]): number[][] =>
  items.map((item) => links.linksOf(item).map(({ place }) => place));

describe('EarlierLinks', () => {
  it('links to earlier items only', () => {
    const items = [
      { place: 0, prints: [1, 2] },
      { place: 1, prints: [2, 3] },
      { place: 2, prints: [3, 1] },
      { place: 3, prints: [4] },
    ];
    expect(linked(items)).toEqual([[], [0], [1, 0], []]);
  });

  it('links to the first that carry a print, where many do', () => {
    const items = Array.from({ length: MOST_CARRIERS + 3 }, (_, place) => ({ place, prints: [7] }));
    expect(linked(items).map((places) => places.length)).toEqual([
      ...Array.from({ length: MOST_CARRIERS + 1 }, (_, place) => place),
      MOST_CARRIERS,
      MOST_CARRIERS,
    ]);
  });

  it('is the same whatever came and went before', () => {
    const prints = fc.subarray([1, 2, 17, 18, 33]);
    const steps = fc.array(fc.nat(), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(prints, { minLength: 1, maxLength: 50 }), steps, (given, toggled) => {
        const items = given.map((prints, place): Item => ({ place, prints }));
        const links = newLinks();
        const held = new Set<Item>();
        for (const [i, step] of [...items.keys(), ...toggled].entries()) {
          const item = items[(step * 7) % items.length]!;
          if (held.delete(item)) links.remove(item);
          else links.add(held.add(item) && item);
          if (i % 3 === 0) links.settle();
        }
        links.settle();
        const left = items.filter((item) => held.has(item));
        expect(placesOf(links, left)).toEqual(linked(left));
      }),
    );
  });
});
