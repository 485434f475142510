/**
 * Reading: one article and what the language engine says of its text, to what the article says. In: an Article and
 * its Doc. Out: a Reading, by local evidence alone. Example: “We will wait,” Ana Lind said. gives one entity and
 * one direct statement.
 *
 * It must not know other articles, the database or today's date.
 */
import type { Doc } from '../language/doc.ts';
import type { Article, DateRange } from '../model/record.ts';
import { findEncounters } from './encounters.ts';
import { findEntities } from './entities.ts';
import { findFigures } from './figures.ts';
import { findQuotes } from './quotes.ts';
import type { Reading } from './reading.ts';
import { findStatements } from './statements.ts';

export type { Entity, LocalEncounter, LocalFigure, LocalStatement, Range, Reading } from './reading.ts';

export function readArticle(article: Article, doc: Doc): Reading {
  const story = withoutBoilerplate(article, doc);
  const entities = findEntities(story);
  // What an article reports had happened when it was published, and nothing here says more.
  const byThen: DateRange = { earliest: null, latest: article.published.latest };
  return {
    article: article.id,
    entities,
    statements: findStatements(story, entities, findQuotes(article.text), byThen),
    encounters: findEncounters(story, entities, byThen),
    figures: findFigures(story),
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
    const tokens = sentence.tokens.filter((token) => token.end <= span.start || token.start >= span.end);
    if (tokens.length === 0) return [];
    return [{ ...sentence, start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens }];
  });
  return { ...doc, sentences };
}
