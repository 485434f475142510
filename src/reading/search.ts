/** Index of the first of `ranges`, in the order of the text, that begins at `offset` or later; their number where none does. */
export function firstFrom(ranges: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
