import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from './tree.ts';

/** Rows of scores, column 0 the root, padded as the network's are. */
function scoresOf(rows: number[][]): { scores: Float32Array; stride: number } {
  const stride = Math.ceil((rows.length + 1) / 8) * 8;
  const scores = new Float32Array(rows.length * stride);
  for (const [d, row] of rows.entries()) for (const [h, s] of row.entries()) scores[d * stride + h] = s;
  return { scores, stride };
}

const treeOf = (rows: number[][]): number[] => {
  const { scores, stride } = scoresOf(rows);
  return [...bestTree(scores, rows.length, stride)];
};

/** The best tree by trying all, for short sentences. */
function tryAll(rows: number[][]): number {
  const n = rows.length;
  let best = -Infinity;
  const heads = new Array<number>(n).fill(0);
  const visit = (d: number): void => {
    if (d === n) {
      if (heads.filter((h) => h === 0).length !== 1) return;
      for (let i = 0; i < n; i++) {
        let at = i;
        for (let steps = 0; heads[at]! !== 0; steps++) {
          if (steps > n) return;
          at = heads[at]! - 1;
        }
      }
      best = Math.max(
        best,
        heads.reduce((sum, h, i) => sum + rows[i]![h]!, 0),
      );
      return;
    }
    for (let h = 0; h <= n; h++) {
      if (h === d + 1) continue;
      heads[d] = h;
      visit(d + 1);
    }
  };
  visit(0);
  return best;
}

describe('bestTree', () => {
  it('takes each word its best head where that is a tree', () => {
    expect(
      treeOf([
        [1, 0, 5, 0],
        [9, 0, 0, 0],
        [1, 0, 5, 0],
      ]),
    ).toEqual([1, -1, 1]);
  });

  it('breaks a cycle at the cheapest place', () => {
    // Words 0 and 1 want each other; 1 is the better root.
    expect(
      treeOf([
        [1, 0, 10],
        [4, 10, 0],
      ]),
    ).toEqual([1, -1]);
  });

  it('hangs one word only on the root', () => {
    expect(
      treeOf([
        [9, 0, 1],
        [8, 2, 0],
      ]).filter((h) => h === -1),
    ).toHaveLength(1);
  });

  it('finds the best of all trees, or one a little below it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) =>
          fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n + 1, maxLength: n + 1 }), {
            minLength: n,
            maxLength: n,
          }),
        ),
        (rows) => {
          const heads = treeOf(rows);
          const score = heads.reduce((sum, h, d) => sum + rows[d]![h + 1]!, 0);
          expect(heads.filter((h) => h === -1)).toHaveLength(1);
          // Only the three likeliest roots are tried, which with three words are all.
          if (rows.length <= 3) expect(score).toBe(tryAll(rows));
          else expect(score).toBeLessThanOrEqual(tryAll(rows));
          for (let d = 0; d < heads.length; d++) {
            let at = d;
            for (let steps = 0; at !== -1; steps++) {
              expect(steps).toBeLessThanOrEqual(heads.length);
              at = heads[at]!;
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
