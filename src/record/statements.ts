/** Statements of all articles, with ids in place of indexes. */
import type { Statement } from '../model/record.ts';
import type { LocalStatement, Reading } from '../reading/index.ts';
import { entryId, uniqueIds } from './ids.ts';
import { createMemo } from './memo.ts';
import { roleFinder, roleIn } from './role-sources.ts';
import type { ReadArticle, Story } from './story.ts';

/** The statements of each article, in the order of the story's entries. */
export function makeStatements(story: Story): Statement[][] {
  const memo = story.memo ?? createMemo();
  const holderOf = roleFinder(story.actors.actors, memo.kept('role endings'));
  const roles = memo.kept<readonly (string | null)[] | null>('roles of sources');
  const made = memo.kept<Statement[]>('statements');
  return story.entries.map((entry) => {
    const { article, reading } = entry;
    const named = roles.get(reading, [article], () => rolesOf(article.text, reading));
    // Who holds a role that a source is named by hangs on the other articles.
    const holders = named?.map((role) => (role === null ? null : holderOf(role))) ?? [];
    return made.get(entry, holders, () => statementsOf(entry, story, holders));
  });
}

/** For each statement the role that its source is named by, where nobody is known to speak; null where there is none. */
function rolesOf(text: string, { statements }: Reading): (string | null)[] | null {
  const roles = statements.map(({ speaker, source }) =>
    speaker === null && source !== null ? roleIn(text.slice(source.start, source.end)) : null,
  );
  return roles.some((role) => role !== null) ? roles : null;
}

function statementsOf({ reading }: ReadArticle, { actors }: Story, holders: readonly (string | null)[]): Statement[] {
  const { article } = reading;
  // Ids begin with the article: those of others are no matter.
  const unique = uniqueIds();
  const ids = reading.statements.map((statement) => unique(entryId(article, 's', statement.content[0]!)));
  return reading.statements.map((statement: LocalStatement, i) => ({
    id: ids[i]!,
    article,
    source: statement.source && { article, ...statement.source },
    speaker: statement.speaker === null ? (holders[i] ?? null) : actors.idOf(reading, statement.speaker),
    ...(statement.speakers && { speakers: statement.speakers.map((entity) => actors.idOf(reading, entity)) }),
    named: statement.named || (holders[i] ?? null) !== null,
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
