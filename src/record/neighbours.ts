/**
 * Groups tellings of one thing, in order. Two are compared where they share a key and few others with that key stand
 * between them, so that the work grows with their number; groups are what such pairs connect.
 */

/**
 * Groups in order of their first item.
 * @param items in order.
 * @param window how many neighbours under one key an item is compared with.
 */
export function groupNeighbours<Item>(
  items: Item[],
  keysOf: (item: Item) => Iterable<string>,
  isSame: (earlier: Item, later: Item) => boolean,
  window: number,
): Item[][] {
  const top = items.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (top[root] !== root) root = top[root]!;
    top[i] = root;
    return root;
  };
  const blocks = new Map<string, number[]>();
  for (const [i, item] of items.entries())
    for (const key of keysOf(item)) {
      const block = blocks.get(key) ?? [];
      for (const j of block.slice(-window))
        if (isSame(items[j]!, item)) {
          const [a, b] = [find(j), find(i)];
          top[Math.max(a, b)] = Math.min(a, b);
        }
      block.push(i);
      blocks.set(key, block);
    }
  const groups = new Map<number, Item[]>();
  for (const [i, item] of items.entries()) {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  }
  return [...groups.values()];
}
