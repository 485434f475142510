/**
 * Reading: one article and what the language engine says of its text, to what the article says. In: an Article and
 * its Doc. Out: a Reading, by local evidence alone. Example: “We will wait,” Ana Lind said. gives one entity and
 * one direct statement.
 *
 * It must not know other articles, the database or today's date.
 */
import type { Doc, Timex } from '../language/doc.ts';
import { loadWorld, type World } from '../language/world/index.ts';
import type { Article, DateRange } from '../model/record.ts';
import type { AttributionModels } from './attribution/models.ts';
import { loadModels } from './attribution/weights.ts';
import { findCapitals, findSpeakersIn } from './capitals.ts';
import { findClues } from './clues/index.ts';
import { causesIn } from './disputes/causes.ts';
import { claimsIn } from './disputes/claims.ts';
import { findDisputes } from './disputes/find.ts';
import { settlingsIn } from './disputes/settlings.ts';
import { makeText } from './disputes/told.ts';
import { findEncounters } from './encounters/index.ts';
import { findEntities } from './entities.ts';
import { findEvents } from './events.ts';
import { findFigures } from './figures/index.ts';
import { mendNames } from './mend-names.ts';
import { findParties } from './parties.ts';
import { findPositions } from './positions/index.ts';
import { findProposals } from './proposals/find.ts';
import { findQuotes } from './quotes.ts';
import type { Reading } from './reading.ts';
import { makeScenes } from './scene.ts';
import { makeCast } from './sources.ts';
import { findStatements } from './statements.ts';

export type { DateClue } from './clues/index.ts';
export type {
  CapitalClue,
  DeedClaim,
  Entity,
  LocalCause,
  LocalClaim,
  LocalDispute,
  LocalEncounter,
  LocalEvent,
  LocalFigure,
  LocalPosition,
  LocalProposal,
  LocalStatement,
  Range,
  Reading,
  Settling,
  Term,
} from './reading.ts';
export { READING_VERSION } from './version.ts';

/** What a reading needs beside the article: loaded once, then the same for all. */
export interface ReadingResources {
  models: AttributionModels;
  world: World;
}

/** @throws ReadoutError 'weights' where the weights of attribution are missing, damaged or of another version. */
export function loadResources(): ReadingResources {
  return { models: loadModels(), world: loadWorld() };
}

/** @param clueTimes the expressions of time as they are read without a reference day, where the day of publishing is not known. */
export function readArticle(
  article: Article,
  doc: Doc,
  { models, world }: ReadingResources,
  clueTimes: Timex[] = doc.timexes,
): Reading {
  const cleaned = withoutBoilerplate(article, doc);
  const story = { ...cleaned, names: mendNames(cleaned, world) };
  const { earliest, latest } = article.published;
  const quotes = findQuotes(article.text);
  const cast = makeCast(findEntities(story, world), { doc: story, quotes, world });
  // What an article reports had happened when it was published, and nothing here says more.
  const byThen: DateRange = { earliest: null, latest };
  findCapitals(cast);
  const statements = findStatements(story, cast, quotes, models, { earliest, latest });
  findSpeakersIn(cast, statements);
  const encounters = findEncounters(story, cast, world, { earliest, latest });
  const scenes = makeScenes(story, cast, world);
  findParties(cast);
  const text = makeText(scenes, statements);
  const claims = claimsIn(text, byThen);
  return {
    article: article.id,
    sentences: story.sentences.map(({ start, end }) => ({ start, end })),
    quotes,
    // Bodies that speak without a name of their own join it while statements and positions are read.
    entities: cast.entities,
    statements,
    encounters,
    figures: findFigures(story, cast, statements, byThen),
    positions: findPositions(story, { cast, world, statements, byThen }),
    proposals: findProposals(scenes, statements, byThen),
    disputes: findDisputes(text, claims),
    settlings: settlingsIn(text),
    claims,
    causes: causesIn(text, byThen),
    events: findEvents(scenes, story.timexes, statements, encounters, byThen),
    readOn: { earliest, latest },
    clues: findClues(article, story, clueTimes, quotes),
  };
}

/** The Doc without what is not the story: whole sentences go, a dateline goes from the head of its sentence. */
function withoutBoilerplate(article: Article, doc: Doc): Doc {
  const spans = article.boilerplate;
  let k = 0;
  const sentences = doc.sentences.flatMap((sentence) => {
    while (k < spans.length && spans[k]!.end <= sentence.start) k++;
    const span = spans[k];
    if (!span || span.start >= sentence.end) return [sentence];
    const kept = sentence.tokens.flatMap((token, i) => (token.end <= span.start || token.start >= span.end ? [i] : []));
    if (kept.length === 0) return [];
    // Heads are positions: they move with the tokens. A word whose head is gone takes over what that was to the rest:
    // "LISSAR, May 3 -- President Lind received": trees may take the dateline for the subject, the president for its apposition.
    const place = new Map(kept.map((old, now) => [old, now]));
    const tokens = kept.map((old) => {
      let { head, deprel } = sentence.tokens[old]!;
      while (head >= 0 && !place.has(head)) ({ head, deprel } = sentence.tokens[head]!);
      return { ...sentence.tokens[old]!, head: place.get(head) ?? -1, deprel };
    });
    return [{ ...sentence, start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens }];
  });
  const names = doc.names.filter((name) => !isInside(spans, name));
  return { ...doc, sentences, names };
}

/** True where a range begins inside one of the spans, which are in order. */
function isInside(spans: Article['boilerplate'], range: { start: number }): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= range.start) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start <= range.start;
}
