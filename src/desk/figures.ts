/** Figures by series: those that count the same thing, in order of days, each part under its whole. */
import type { Figure } from '../model/record.ts';
import { compareRanges } from './timeline.ts';
import { groupBy, type StoryView } from './view.ts';

/** One figure, told in one or several versions or copies of a text. */
export interface FigureLine {
  /** Its first telling. */
  figure: Figure;
  also: Figure[];
  /** The line that this one counts a part of, where it stands in the same series. */
  whole: FigureLine | null;
}

export interface SeriesView {
  /** null for figures that stand alone. */
  id: string | null;
  /** What is counted, in the words of its first figure. */
  label: string;
  lines: FigureLine[];
}

export interface FigureFilter {
  series?: string | undefined;
  source?: string | undefined;
}

/** Series of several figures, the largest first, then one group of those that stand alone. */
export function seriesOf(view: StoryView, { series, source }: FigureFilter): SeriesView[] {
  const isOf = (figure: Figure): boolean =>
    !source || figure.source === source || (figure.source !== null && view.actors.get(figure.source)?.side === source);
  const groups = groupBy(view.record.figures, (figure) => figure.series ?? figure.id);
  const found = [...groups]
    .filter(([id]) => !series || id === series)
    .map(([id, figures]): SeriesView => {
      return { id, label: figures[0]!.measure, lines: linesOf(view, figures.filter(isOf)) };
    })
    .filter(({ lines }) => lines.length > 0);
  const stands = ({ lines }: SeriesView): boolean => series !== undefined || lines.length > 1;
  const several = found.filter(stands).sort((a, b) => b.lines.length - a.lines.length || (a.label < b.label ? -1 : 1));
  const alone = found.filter((group) => !stands(group)).flatMap(({ lines }) => lines);
  return alone.length === 0
    ? several
    : [...several, { id: null, label: 'Figures that stand alone', lines: alone.sort(byDay) }];
}

/** What versions and copies of one text repeat is one line. By day, then value; a part right after its whole. */
function linesOf(view: StoryView, figures: Figure[]): FigureLine[] {
  const told = (figure: Figure): string => {
    const { article } = view.articleById.get(figure.evidence[0]!.article)!;
    const { value, bound, unit, source, mood, measure, range, change } = figure;
    return JSON.stringify([article.family, value, bound, unit, source, mood, measure.toLowerCase(), range, change]);
  };
  const lines = [...groupBy(figures, told).values()].map((tellings): FigureLine => {
    const [figure, ...also] = [...tellings].sort((a, b) => placeOf(view, a) - placeOf(view, b));
    return { figure: figure!, also, whole: null };
  });
  const byId = new Map(lines.flatMap((line) => [line.figure, ...line.also].map(({ id }) => [id, line] as const)));
  for (const line of lines) line.whole = byId.get(line.figure.partOf ?? '') ?? null;
  const parts = groupBy(lines.sort(byDay), ({ whole }) => whole);
  const placed = new Set<FigureLine>();
  const put = (line: FigureLine): void => {
    if (placed.has(line)) return;
    placed.add(line);
    for (const part of parts.get(line) ?? []) put(part);
  };
  for (const line of parts.get(null) ?? []) put(line);
  // A ring of parts has no whole to stand under.
  for (const line of lines) put(line);
  return [...placed];
}

const placeOf = (view: StoryView, { evidence }: Figure): number => view.articleById.get(evidence[0]!.article)!.number;

const byDay = ({ figure: a }: FigureLine, { figure: b }: FigureLine): number =>
  compareRanges(a.asOf, b.asOf) || b.value - a.value || (a.id < b.id ? -1 : 1);

/** The least and the most that a figure says; null where that side is open. */
export function boundsOf({ value, bound, range }: Figure): { low: number | null; high: number | null } {
  if (range) return range;
  return { low: bound === 'at most' || bound === 'nearly' ? null : value, high: bound === 'at least' ? null : value };
}
