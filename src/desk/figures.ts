/** Figures by series: those that count the same thing, in order of days, each part under its whole. */
import type { Figure } from '../model/record.ts';
import { compareRanges } from './timeline.ts';
import type { StoryView } from './view.ts';

export interface SeriesView {
  /** null for figures that stand alone. */
  id: string | null;
  /** What is counted, in the words of its first figure. */
  label: string;
  figures: Figure[];
}

export interface FigureFilter {
  series?: string;
  source?: string;
}

/** Series of several figures, the largest first, then one group of those that stand alone. */
export function seriesOf(view: StoryView, { series, source }: FigureFilter): SeriesView[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of view.record.figures) {
    const key = figure.series ?? figure.id;
    const list = groups.get(key);
    if (list) list.push(figure);
    else groups.set(key, [figure]);
  }
  const isOf = (figure: Figure): boolean =>
    !source || figure.source === source || (figure.source !== null && view.actors.get(figure.source)?.side === source);
  const found = [...groups]
    .filter(([id]) => !series || id === series)
    .map(([id, figures]) => ({ id, label: figures[0]!.measure, figures: inOrder(figures.filter(isOf)) }))
    .filter(({ figures }) => figures.length > 0);
  const several = found.filter(
    ({ id, figures }) => series !== undefined || groups.get(id)!.length > 1 || figures.length > 1,
  );
  const alone = found.filter((group) => !several.includes(group)).flatMap(({ figures }) => figures);
  several.sort((a, b) => b.figures.length - a.figures.length || (a.label < b.label ? -1 : 1));
  return alone.length === 0 ? several : [...several, { id: null, label: 'Told once', figures: inOrder(alone) }];
}

/** By day, then value; a part right after its whole. */
function inOrder(figures: Figure[]): Figure[] {
  const sorted = [...figures].sort(
    (a, b) => compareRanges(a.asOf, b.asOf) || b.value - a.value || (a.id < b.id ? -1 : 1),
  );
  const ids = new Set(figures.map(({ id }) => id));
  const parts = new Map<string, Figure[]>();
  for (const figure of sorted) {
    if (figure.partOf === undefined || !ids.has(figure.partOf)) continue;
    const list = parts.get(figure.partOf);
    if (list) list.push(figure);
    else parts.set(figure.partOf, [figure]);
  }
  const done = new Set<Figure>();
  const out: Figure[] = [];
  const put = (figure: Figure): void => {
    if (done.has(figure)) return;
    done.add(figure);
    out.push(figure);
    for (const part of parts.get(figure.id) ?? []) put(part);
  };
  for (const figure of sorted) if (figure.partOf === undefined || !ids.has(figure.partOf)) put(figure);
  // A ring of parts has no whole to stand under.
  for (const figure of sorted) put(figure);
  return out;
}

/** The least and the most that a figure says; null where that side is open. */
export function boundsOf({ value, bound, range }: Figure): { low: number | null; high: number | null } {
  if (range) return range;
  return { low: bound === 'at most' || bound === 'nearly' ? null : value, high: bound === 'at least' ? null : value };
}
