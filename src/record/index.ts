/**
 * Record: the Readings of a story's articles to one StoryRecord. In: articles, each with its Reading. Out: the record,
 * the same whatever the order of the articles. Example: two articles that quote Ana Lind give one actor with two
 * statements.
 *
 * It must not know tokens or trees: sentences come as ranges.
 */
import type { Article, Encounter, Figure, Statement, StoryRecord, TimelineEntry } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import { type ActorIndex, compare, mergeActors } from './actors.ts';
import { groupCopies } from './families.ts';
import { entryId, uniqueIds } from './ids.ts';

export interface ReadArticle {
  article: Article;
  reading: Reading;
}

export interface RecordOptions {
  /** Makes a readable id from a name. */
  slug: (name: string) => string;
}

export function makeRecord(entries: ReadArticle[], options: RecordOptions): StoryRecord {
  const ordered = [...entries].sort((a, b) => compare(a.article.id, b.article.id));
  const readings = ordered.map((entry) => entry.reading);
  const index = mergeActors(readings, options.slug);
  const unique = uniqueIds();
  const encounters = readings.flatMap((reading) => encountersOf(reading, index, unique));
  return {
    articles: groupCopies(ordered.map((entry) => entry.article)),
    actors: index.actors,
    statements: readings.flatMap((reading) => statementsOf(reading, index, unique)),
    encounters,
    figures: ordered.flatMap((entry) => figuresOf(entry, index, unique)),
    issues: [],
    positions: [],
    proposals: [],
    disputes: [],
    revisions: [],
    timeline: makeTimeline(encounters, index),
  };
}

function statementsOf(reading: Reading, index: ActorIndex, unique: (id: string) => string): Statement[] {
  const { article } = reading;
  const ids = reading.statements.map((statement) => unique(entryId(article, 's', statement.content[0]!)));
  return reading.statements.map((statement, i) => ({
    id: ids[i]!,
    article,
    source: statement.source && { article, ...statement.source },
    speaker: statement.speaker === null ? null : index.idOf(reading, statement.speaker),
    named: statement.named,
    cue: statement.cue && { article, ...statement.cue },
    content: statement.content.map((range) => ({ article, ...range })),
    form: statement.form,
    act: statement.act,
    addressees: statement.addressees.map((entity) => index.idOf(reading, entity)),
    channel: statement.channel,
    said: statement.said,
    within: statement.within === null ? null : ids[statement.within]!,
    rule: statement.rule,
    confidence: statement.confidence,
  }));
}

function encountersOf(reading: Reading, index: ActorIndex, unique: (id: string) => string): Encounter[] {
  const { article } = reading;
  return reading.encounters.map((encounter) => {
    const evidence = encounter.evidence.map((range) => ({ article, ...range }));
    return {
      id: unique(entryId(article, 'e', encounter.evidence[0]!)),
      planned: encounter.planned,
      kind: encounter.kind,
      participants: encounter.participants.map((entity) => index.idOf(reading, entity)),
      date: encounter.date,
      duration: encounter.duration,
      place: encounter.place,
      topics: encounter.topics,
      evidence,
      rule: encounter.rule,
    };
  });
}

function figuresOf({ article, reading }: ReadArticle, index: ActorIndex, unique: (id: string) => string): Figure[] {
  return reading.figures.map((figure) => ({
    id: unique(entryId(article.id, 'f', figure.evidence[0]!)),
    value: figure.value,
    bound: figure.bound,
    unit: figure.unit,
    measure: figure.measure,
    source: figure.source === null ? null : index.idOf(reading, figure.source),
    asOf: { earliest: null, latest: article.published.latest },
    evidence: figure.evidence.map((range) => ({ article: article.id, ...range })),
    rule: figure.rule,
  }));
}

function makeTimeline(encounters: Encounter[], index: ActorIndex): TimelineEntry[] {
  const names = new Map(index.actors.map((actor) => [actor.id, actor.name]));
  const dayOf = (entry: TimelineEntry): string => entry.date.earliest ?? entry.date.latest ?? '';
  return encounters
    .map((encounter): TimelineEntry => {
      const who = encounter.participants.map((id) => names.get(id)!).join(', ');
      const { date, id: ref, evidence } = encounter;
      return { date, kind: 'encounter', text: `${encounter.kind}: ${who}`, ref, evidence };
    })
    .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.ref!, b.ref!));
}
