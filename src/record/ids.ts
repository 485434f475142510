import type { Range } from '../reading/index.ts';

/**
 * The id of an entry: its article, a letter for its kind, and where it stands. It needs no other article, so it
 * stays the same whatever is added; and it tells a reader where to look.
 */
export function entryId(article: string, kind: 's' | 'e' | 'f' | 'p' | 'o' | 'd', range: Range): string {
  return `${article}:${kind}${range.start}-${range.end}`;
}

/** Makes ids unique in the order they come: a second entry on the same words gets '.2'. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}.${count}`;
  };
}
