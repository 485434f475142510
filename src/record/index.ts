/**
 * Record: the Readings of a story's articles to one StoryRecord. In: articles, each with its Reading. Out: the record,
 * the same whatever the order of the articles. Example: two articles that quote Ana Lind give one actor with two
 * statements.
 *
 * It must not know tokens or trees: sentences come as ranges.
 */
import type { Article, Revision, StoryRecord } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import { keepActing } from './acting.ts';
import { mergeActors } from './actors.ts';
import { compare } from './compare.ts';
import { makeDisputes, withIssues } from './disputes.ts';
import { makeEncounters } from './encounters/index.ts';
import { align } from './families/align.ts';
import { type Families, FamilyFinder } from './families/index.ts';
import { isSameText } from './families/share.ts';
import { factsOf, plainTexts, storyOf, type TextFacts, type Texts } from './families/texts.ts';
import { makeVersion, type Version } from './families/version.ts';
import { makeFigures } from './figures.ts';
import { uniqueIds } from './ids.ts';
import { concat } from './kept.ts';
import { createMemo, type RecordMemo } from './memo.ts';
import { findNumericDisputes, joinCounts } from './numeric-disputes.ts';
import { tellParties, tellRoles } from './parties.ts';
import { type IssueEdit, makePositions } from './positions/index.ts';
import { makeProposals } from './proposals.ts';
import { type WorkedOut, workOutPublished } from './published/index.ts';
import { compareVersions, makeRevisions } from './revisions.ts';
import { makeStatements } from './statements.ts';
import type { ReadArticle, Story } from './story.ts';
import { makeTimeline } from './timeline.ts';
import { nameUtterances } from './utterances.ts';

export { PRINT_VERSION } from './families/prints.ts';
export type { TextFacts } from './families/texts.ts';
export { createMemo, type RecordMemo } from './memo.ts';
export type { IssueEdit } from './positions/index.ts';
export type { DateStep, WorkedOut } from './published/index.ts';
export type { ReadArticle } from './story.ts';

export interface RecordOptions {
  /** Makes a readable id from a name. */
  slug: (name: string) => string;
  /** What a user changed about the issues, in order. */
  edits?: readonly IssueEdit[];
  /** What records of the same story have left; this one uses it and leaves its own. */
  memo?: RecordMemo;
}

/**
 * The days of publishing of those articles whose day nothing gives, worked out from what all of them say; by article
 * id. They are for the caller to read the articles again with: what was read stands on its own day.
 */
export function workOutDates(entries: ReadArticle[], memo: RecordMemo = createMemo()): Map<string, WorkedOut> {
  // Not looked for where no article asks.
  let families: Families | undefined;
  return workOutPublished(entries, (article) => {
    families ??= familiesOf(entries, textsOf(entries, memo), memo);
    return families.of.get(article)!;
  });
}

/** Of the articles with their words, which stay the same whatever day they are read on. */
function familiesOf(entries: readonly ReadArticle[], texts: Texts, memo: RecordMemo): Families {
  const { finder, texts: known } = memo.part('families', () => ({
    finder: new FamilyFinder(texts),
    texts: new Map<string, string>(),
  }));
  finder.texts = texts;
  const now = new Map(entries.map(({ article }) => [article.id, article.text]));
  for (const [id, text] of known)
    if (now.get(id) !== text) {
      finder.remove(id);
      known.delete(id);
    }
  for (const [id, text] of now)
    if (!known.has(id)) {
      finder.add(id);
      known.set(id, text);
    }
  return finder.families();
}

/** Makes versions when they are asked for: all at once they are several times as large as the articles. */
function textsOf(entries: ReadArticle[], memo: RecordMemo): Texts {
  const byId = new Map(entries.map((entry) => [entry.article.id, entry]));
  return memo.texts.over(
    (id) => byId.get(id)!.reading,
    plainTexts((id) => makeVersion(byId.get(id)!.article, byId.get(id)!.reading)),
  );
}

export function makeRecord(given: ReadArticle[], options: RecordOptions): StoryRecord {
  const memo = options.memo ?? createMemo();
  const sorted = [...given].sort((a, b) => compare(a.article.id, b.article.id));
  const actors = mergeActors(
    sorted.map(({ reading }) => reading),
    options.slug,
    memo,
  );
  const placed = memo.kept<ReadArticle>('entries');
  const entries = sorted.map(({ article, reading }) =>
    placed.get(reading, [article, actors.facesOf(reading)], () => ({ article, reading })),
  );
  const byId = new Map(actors.actors.map((actor) => [actor.id, actor]));
  const idOf = (entry: ReadArticle, entity: number): string => actors.idOf(entry.reading, entity);
  tellParties(entriesWhere(entries, 'party', memo), byId, idOf);
  tellRoles(entriesWhere(entries, 'titles', memo), byId, idOf);
  const story: Story = { entries, actors, unique: uniqueIds(), memo };
  const texts = textsOf(entries, memo);
  const families = familiesOf(entries, texts, memo);
  const inFamilies = memo.kept<Article>('articles');
  const articles = entries.map(({ article, reading }) => {
    const family = families.of.get(article.id)!;
    return inFamilies.get(article, [reading, family], () => ({ ...article, family }));
  });
  const statementsOf = makeStatements(story);
  const statements = concat(statementsOf);
  const encounters = makeEncounters(story);
  const { issues, positions } = makePositions(story, statements, {
    ...options,
    familyOf: (article) => families.of.get(article)!,
  });
  const figures = makeFigures(story);
  const proposals = makeProposals(story);
  const sideOf = new Map(actors.actors.map((actor) => [actor.id, actor.side ?? actor.id]));
  const told = entries.map(({ reading }, i) => ({
    article: articles[i]!,
    statements: statementsOf[i]!,
    quotes: reading.quotes,
  }));
  const record: StoryRecord = {
    articles,
    actors: actors.actors,
    statements: concat(nameUtterances(told, memo)),
    encounters,
    figures: figures.figures,
    issues,
    positions,
    proposals,
    disputes: withIssues(joinCounts(makeDisputes(story), findNumericDisputes(figures), sideOf), positions),
    revisions: makeRevisions({
      articles,
      texts,
      families,
      memo,
      statementsOf: new Map(articles.map(({ id }, i) => [id, statementsOf[i]!])),
      figures: figures.figures,
      positions,
    }),
    timeline: makeTimeline(story, { statements, encounters, proposals }),
  };
  return { ...record, actors: keepActing(record) };
}

/** The articles that tell something of some actor. */
function entriesWhere(entries: ReadArticle[], what: 'party' | 'titles', memo: RecordMemo): ReadArticle[] {
  const kept = memo.kept<boolean>(`tells ${what}`);
  return entries.filter(({ reading }) => kept.get(reading, [], () => reading.entities.some((one) => one[what])));
}

/** What tells which other texts an article can be a version of; to be kept, and told to a memo's `texts.know`. */
export function printText(article: Article, reading: Reading): TextFacts {
  return factsOf(makeVersion(article, reading));
}

/** Whether two articles are versions or copies of one text. */
export function areVersions(one: ReadArticle, other: ReadArticle): boolean {
  const [a, b] = [one, other].map(({ article, reading }) => makeVersion(article, reading)) as [Version, Version];
  return (storyOf(a) !== '' && storyOf(a) === storyOf(b)) || isSameText(a, b, align(a, b));
}

/** How one article differs from another, in the order given; `related` where they are versions of one text. */
export function compareArticles(
  from: ReadArticle,
  to: ReadArticle,
  options: RecordOptions,
): { revision: Revision; related: boolean } {
  const entries = [from, to];
  const { articles, statements, figures, positions } = makeRecord(entries, options);
  const { versionOf } = textsOf(entries, createMemo());
  const revision = compareVersions(from.article, to.article, { statements, figures, positions, versionOf });
  return { revision, related: articles[0]!.family === articles[1]!.family };
}
