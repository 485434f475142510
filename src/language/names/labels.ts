/** The labels of the sequence labeller: O, and B(egin) and I(nside) of each kind. */
export const MODEL_KINDS = ['person', 'organization', 'place', 'event', 'misc'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

export const LABELS = 1 + 2 * MODEL_KINDS.length;
export const OUTSIDE = 0;
export const beginOf = (kind: number): number => 1 + 2 * kind;
export const insideOf = (kind: number): number => 2 + 2 * kind;
/** Index of the label's kind in MODEL_KINDS; the label is not OUTSIDE. */
export const kindOf = (label: number): number => (label - 1) >> 1;
export const isBegin = (label: number): boolean => (label & 1) === 1;

/** Whether `next` may follow `label`: an inside label only continues a name of its own kind. */
export function mayFollow(label: number, next: number): boolean {
  if (next === OUTSIDE || isBegin(next)) return true;
  return label !== OUTSIDE && kindOf(label) === kindOf(next);
}
