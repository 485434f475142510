/** Figures of all articles, with ids in place of indexes. */
import type { Figure } from '../model/record.ts';
import { entryId } from './ids.ts';
import type { ReadArticle, Story } from './story.ts';

export function makeFigures(story: Story): Figure[] {
  return story.entries.flatMap((entry) => figuresOf(entry, story));
}

function figuresOf({ article, reading }: ReadArticle, { actors, unique }: Story): Figure[] {
  return reading.figures.map((figure) => ({
    id: unique(entryId(article.id, 'f', figure.evidence[0]!)),
    value: figure.value,
    bound: figure.bound,
    unit: figure.unit,
    measure: figure.measure,
    source: figure.source === null ? null : actors.idOf(reading, figure.source),
    asOf: { earliest: null, latest: article.published.latest },
    evidence: figure.evidence.map((range) => ({ article: article.id, ...range })),
    rule: figure.rule,
  }));
}
