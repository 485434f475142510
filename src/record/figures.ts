/**
 * Figures of all articles, with ids in place of indexes, and in series. In: Readings. Out: figures; those that count the
 * same thing share a series. Example: "61 ships were waiting on Sunday" in two articles is one figure with two
 * passages; the 73 of the Sunday after is another of the same series.
 */
import type { Figure } from '../model/record.ts';
import type { LocalFigure } from '../reading/index.ts';
import { entryId } from './ids.ts';
import type { ReadArticle, Story } from './story.ts';

/** What the record knows of a figure and does not show. */
export interface FigureNote {
  /** What is counted without the names in it, and the names. */
  what: string;
  names: string;
  telling: boolean;
  /** Who gives it: an actor, or the words that name it; null for the reporter. */
  voice: string | null;
  /** True where the text near by says that accounts differ. */
  contested: boolean;
  /** The latest day of publishing of its first article. */
  published: string | null;
}

export interface FigureIndex {
  figures: Figure[];
  /** By figure id. */
  notes: ReadonlyMap<string, FigureNote>;
}

export function makeFigures(story: Story): FigureIndex {
  const figures: Figure[] = [];
  const notes = new Map<string, FigureNote>();
  const known = new Map<string, Figure>();
  const series = nameSeries(story);
  for (const entry of story.entries) {
    const ids: string[] = [];
    for (const local of entry.reading.figures) {
      const figure = makeFigure(story, entry, local, series, ids);
      const key = sameKey(figure);
      const same = key === null ? undefined : known.get(key);
      if (same) {
        same.evidence.push(...figure.evidence);
        notes.get(same.id)!.contested ||= local.contested;
        ids.push(same.id);
        continue;
      }
      figure.id = story.unique(figure.id);
      ids.push(figure.id);
      figures.push(figure);
      if (key !== null) known.set(key, figure);
      notes.set(figure.id, {
        what: local.topic.what,
        names: local.topic.names.join('+'),
        telling: local.topic.telling,
        voice: figure.source ?? local.voice,
        contested: local.contested,
        published: entry.article.published.latest,
      });
    }
  }
  return { figures, notes };
}

function makeFigure(
  { actors }: Story,
  { article, reading }: ReadArticle,
  local: LocalFigure,
  series: (local: LocalFigure) => string | null,
  ids: string[],
): Figure {
  const name = series(local);
  return {
    id: entryId(article.id, 'f', local.evidence[0]!),
    value: local.value,
    bound: local.bound,
    unit: local.unit,
    measure: local.measure,
    source: local.source === null ? null : actors.idOf(reading, local.source),
    asOf: local.asOf,
    ...(local.range ? { range: local.range } : {}),
    ...(local.change ? { change: local.change } : {}),
    ...(local.mood ? { mood: local.mood } : {}),
    // A whole is told before its part.
    ...(local.partOf !== null && ids[local.partOf] !== undefined ? { partOf: ids[local.partOf]! } : {}),
    ...(name === null ? {} : { series: name }),
    evidence: local.evidence.map((range) => ({ article: article.id, ...range })),
    rule: local.rule,
  };
}

/** Two articles tell one figure where all that they say of it is the same, the day included; null where no day is told. */
function sameKey({ series, value, bound, unit, source, asOf, mood, range, change }: Figure): string | null {
  if (series === undefined || asOf.earliest === null || asOf.earliest !== asOf.latest) return null;
  return JSON.stringify([series, value, bound, unit, source, asOf.earliest, mood, range, change]);
}

/**
 * The series of each figure: what is counted and the names in it. A figure that names nobody joins the one series that
 * counts the same with names, if only one does.
 */
function nameSeries({ entries }: Story): (local: LocalFigure) => string | null {
  const names = new Map<string, Set<string>>();
  for (const { reading } of entries)
    for (const { topic } of reading.figures) {
      if (topic.names.length === 0) continue;
      const known = names.get(topic.what);
      if (known) known.add(topic.names.join('+'));
      else names.set(topic.what, new Set([topic.names.join('+')]));
    }
  return ({ topic }) => {
    const known = names.get(topic.what);
    const only =
      topic.names.length === 0 && topic.telling && known?.size === 1 ? [...known][0]! : topic.names.join('+');
    if (!topic.telling && only === '') return null;
    return only === '' ? topic.what : `${topic.what}: ${only}`;
  };
}
