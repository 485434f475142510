/**
 * Figures of all articles, with ids in place of indexes, and in series. In: Readings. Out: figures; those that count the
 * same thing share a series. Example: "61 ships were waiting on Sunday" in two articles is one figure with two
 * passages; the 73 of the Sunday after is another of the same series.
 */
import type { Figure } from '../model/record.ts';
import type { LocalFigure } from '../reading/index.ts';
import { entryId, uniqueIds } from './ids.ts';
import { createMemo } from './memo.ts';
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

/** A figure as one article tells it. */
interface Told {
  /** Without the whole that it is part of. */
  figure: Figure;
  note: FigureNote;
  /** The same where another article tells the same; null where nothing says so. */
  key: string | null;
  /** The whole, as its article tells it. */
  whole: Told | null;
}

export function makeFigures(story: Story): FigureIndex {
  const memo = story.memo ?? createMemo();
  const series = nameSeries(story);
  const kept = memo.kept<Told[]>('figures told');
  const all = story.entries.flatMap((entry) => {
    const names = entry.reading.figures.map(series);
    return kept.get(entry, names, () => tellFigures(story, entry, names));
  });
  // All that tell one figure, the first of them in front.
  const groups = new Map<string | Told, Told[]>();
  const groupOf = new Map<Told, Told[]>();
  for (const told of all) {
    const same = groups.get(told.key ?? told);
    if (same) same.push(told);
    else groups.set(told.key ?? told, [told]);
    if (same) groupOf.set(told, same);
  }
  const made = memo.kept<{ figure: Figure; note: FigureNote }>('figures');
  const notes = new Map<string, FigureNote>();
  const figures = [...groups.values()].map((group) => {
    const [lead] = group as [Told, ...Told[]];
    const whole = lead.whole && (groupOf.get(lead.whole)?.[0] ?? lead.whole).figure.id;
    const { figure, note } = made.get(lead, [whole, ...group], () => join(group, whole));
    notes.set(figure.id, note);
    return figure;
  });
  return { figures, notes };
}

function tellFigures({ actors }: Story, { article, reading }: ReadArticle, names: readonly (string | null)[]): Told[] {
  const unique = uniqueIds();
  const told: Told[] = [];
  for (const [i, local] of reading.figures.entries()) {
    const { topic, partOf } = local;
    const source = local.source === null ? null : actors.idOf(reading, local.source);
    const figure = makeFigure(local, article.id, source, names[i]!);
    figure.id = unique(figure.id);
    told.push({
      figure,
      key: sameKey(figure),
      // A whole is told before its part.
      whole: partOf === null ? null : (told[partOf] ?? null),
      note: {
        what: topic.what,
        names: topic.names.join('+'),
        telling: topic.telling,
        voice: source ?? local.voice,
        contested: local.contested,
        published: article.published.latest,
      },
    });
  }
  return told;
}

function makeFigure(local: LocalFigure, article: string, source: string | null, series: string | null): Figure {
  return {
    id: entryId(article, 'f', local.evidence[0]!),
    value: local.value,
    bound: local.bound,
    unit: local.unit,
    measure: local.measure,
    source,
    asOf: local.asOf,
    ...(local.range ? { range: local.range } : {}),
    ...(local.change ? { change: local.change } : {}),
    ...(local.mood ? { mood: local.mood } : {}),
    ...(series === null ? {} : { series }),
    evidence: local.evidence.map((range) => ({ article, ...range })),
    rule: local.rule,
  };
}

/** One figure of all that tell it, with the id of the whole that it is part of. */
function join(group: readonly Told[], whole: string | null): { figure: Figure; note: FigureNote } {
  const { figure, note } = group[0]!;
  const { series, rule, evidence: _, ...rest } = figure;
  return {
    figure: {
      ...rest,
      ...(whole === null ? {} : { partOf: whole }),
      ...(series === undefined ? {} : { series }),
      evidence: group.flatMap(({ figure }) => figure.evidence),
      rule: rule!,
    },
    note: { ...note, contested: group.some(({ note }) => note.contested) },
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
