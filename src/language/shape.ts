/** The sizes of the network, as they stand in the weights file. All multiples of 8. */
export interface Shape {
  /** Length of a word's vector. */
  input: number;
  /** Units of one direction of a layer of the LSTM. */
  hidden: number;
  /** Length of the vectors by which heads are scored, and those by which relations are. */
  arc: number;
  label: number;
  /** Columns for tags and for relations: their number, rounded up to a multiple of 8. */
  tags: number;
  labels: number;
}

/** Slope of the rectifier below zero. */
export const LEAK = 0.1;

/** Columns of the product that follows the LSTM: dependent, head (for arcs), dependent, head (for relations), tags. */
export function headColumns(shape: Shape): number {
  return 2 * shape.arc + 2 * shape.label + shape.tags;
}
