/**
 * An article's text cut at every boundary of what is marked in it, so that overlapping and nested marks need no
 * nested elements. In: ranges with a layer. Out: the pieces in order, each with what covers it.
 */
import type { TextRange } from './paragraphs.ts';

export interface Layer extends TextRange {
  /** 'content': words of statement number `entry`; 'cue': its source or cue; 'aside': not the story; 'open': evidence of the opened entry. */
  kind: 'content' | 'cue' | 'aside' | 'open';
  /** The number of the entry; 0 for 'aside' and 'open'. */
  entry: number;
}

export interface Segment extends TextRange {
  /** Numbers of the statements that these words belong to, the outermost first. */
  contents: number[];
  cues: number[];
  aside: boolean;
  open: boolean;
}

/** Cuts `within` (sorted, not overlapping) at all bounds of `layers`. n log n in the layers, plus what covers each piece. */
export function cutSegments(within: TextRange[], layers: Layer[]): Segment[][] {
  const opening = [...layers].sort((a, b) => a.start - b.start || b.end - a.end || a.entry - b.entry);
  const bounds = [...new Set(layers.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let active: Layer[] = [];
  let nextLayer = 0;
  let nextBound = 0;
  const segmentsOf = (range: TextRange): Segment[] => {
    const segments: Segment[] = [];
    let at = range.start;
    while (at < range.end) {
      while (nextBound < bounds.length && bounds[nextBound]! <= at) nextBound++;
      const end = Math.min(range.end, bounds[nextBound] ?? range.end);
      while (nextLayer < opening.length && opening[nextLayer]!.start <= at) active.push(opening[nextLayer++]!);
      active = active.filter((layer) => layer.end > at);
      segments.push(describe(at, end, active));
      at = end;
    }
    return segments;
  };
  return within.map(segmentsOf);
}

// `active` is in the order of opening, the longer first, so the outer statement comes before the inner one.
function describe(start: number, end: number, active: Layer[]): Segment {
  const entries = (kind: Layer['kind']): number[] => [
    ...new Set(active.filter((layer) => layer.kind === kind).map((layer) => layer.entry)),
  ];
  return {
    start,
    end,
    contents: entries('content'),
    cues: entries('cue'),
    aside: active.some((layer) => layer.kind === 'aside'),
    open: active.some((layer) => layer.kind === 'open'),
  };
}
