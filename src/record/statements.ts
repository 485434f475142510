/** Statements of all articles, with ids in place of indexes. */
import type { Statement } from '../model/record.ts';
import type { LocalStatement } from '../reading/index.ts';
import { entryId } from './ids.ts';
import { roleFinder } from './role-sources.ts';
import type { ReadArticle, Story } from './story.ts';

export function makeStatements(story: Story): Statement[] {
  const holderOf = roleFinder(story.actors.actors);
  return story.entries.flatMap((entry) => statementsOf(entry, story, holderOf));
}

function statementsOf(
  { article: { text }, reading }: ReadArticle,
  { actors, unique }: Story,
  holderOf: ReturnType<typeof roleFinder>,
): Statement[] {
  const { article } = reading;
  const holder = ({ speaker, source }: LocalStatement): string | null =>
    speaker === null && source !== null ? (holderOf(text.slice(source.start, source.end))?.id ?? null) : null;
  const ids = reading.statements.map((statement) => unique(entryId(article, 's', statement.content[0]!)));
  return reading.statements.map((statement, i) => ({
    id: ids[i]!,
    article,
    source: statement.source && { article, ...statement.source },
    speaker: statement.speaker === null ? holder(statement) : actors.idOf(reading, statement.speaker),
    ...(statement.speakers && { speakers: statement.speakers.map((entity) => actors.idOf(reading, entity)) }),
    named: statement.named || holder(statement) !== null,
    cue: statement.cue && { article, ...statement.cue },
    content: statement.content.map((range) => ({ article, ...range })),
    form: statement.form,
    act: statement.act,
    addressees: statement.addressees.map((entity) => actors.idOf(reading, entity)),
    channel: statement.channel,
    said: statement.said,
    within: statement.within === null ? null : ids[statement.within]!,
    ...(statement.terms && {
      terms: { kind: statement.terms.kind, evidence: { article, ...statement.terms.evidence } },
    }),
    ...(statement.runnerUp && {
      runnerUp: {
        source: statement.runnerUp.source && { article, ...statement.runnerUp.source },
        cue: { article, ...statement.runnerUp.cue },
        confidence: statement.runnerUp.confidence,
      },
    }),
    rule: statement.rule,
    confidence: statement.confidence,
  }));
}
