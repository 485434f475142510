import type { Span } from './record.ts';

/** The words that a span shows: exactly `text.slice(start, end)` of its article's text. */
export function wordsOf(text: string, span: Pick<Span, 'start' | 'end'>): string {
  return text.slice(span.start, span.end);
}

/**
 * A span of `text`, checked.
 * @throws RangeError where the bounds are not whole numbers with 0 <= start < end <= text.length.
 */
export function makeSpan(article: string, text: string, start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
    throw new RangeError(`span [${start}, ${end}) is outside the text of ${article} (length ${text.length})`);
  return { article, start, end };
}

/** True where the two half-open ranges share at least one code unit. */
export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `outer` holds all of `inner`. */
export function contains(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
