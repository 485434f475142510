/** Who said what: the statements of a record that fit what is asked for, an utterance told several times as one. */
import type { Statement, StoryRecord } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';

export interface QuoteQuery {
  /** Part of a name, an alias or a role of the speaker, or of the words that name an unnamed one; case does not count. */
  speaker?: string | undefined;
  /** Words that all have to stand in what was said; case does not count. */
  about?: string | undefined;
  /** Days (YYYY-MM-DD): what may have been said on them or between. */
  since?: string | undefined;
  until?: string | undefined;
  act?: string | undefined;
  form?: string | undefined;
  /** Only sources without a name. */
  unnamed?: boolean | undefined;
}

/** One utterance: the fullest telling first, then the others. */
export interface Quote {
  statement: Statement;
  others: Statement[];
}

/** In the order of the days on which they were said, then by place. */
export function findQuotes(record: StoryRecord, query: QuoteQuery): Quote[] {
  const fits = fitter(record, query);
  const families = new Map<string, Statement[]>();
  for (const statement of record.statements) {
    if (!fits(statement)) continue;
    const family = statement.family ?? statement.id;
    families.set(family, [...(families.get(family) ?? []), statement]);
  }
  return [...families.values()]
    .map((tellings) => {
      const statement = tellings.find(({ first }) => first) ?? tellings[0]!;
      return { statement, others: tellings.filter((other) => other !== statement) };
    })
    .sort((a, b) => (dayOf(a.statement) < dayOf(b.statement) ? -1 : dayOf(a.statement) > dayOf(b.statement) ? 1 : 0));
}

function fitter(record: StoryRecord, query: QuoteQuery): (statement: Statement) => boolean {
  const texts = new Map(record.articles.map(({ id, text }) => [id, text]));
  const people = new Map(
    record.actors.map(({ id, name, aliases, roles }) => [id, [name, ...aliases, ...roles].join('\n').toLowerCase()]),
  );
  const about = query.about?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const asked = query.speaker?.toLowerCase();
  return (statement) => {
    const text = texts.get(statement.article)!;
    if (query.act !== undefined && statement.act !== query.act) return false;
    if (query.form !== undefined && statement.form !== query.form) return false;
    if (query.unnamed && statement.named) return false;
    if (query.since !== undefined && statement.said.latest !== null && statement.said.latest < query.since)
      return false;
    if (query.until !== undefined && statement.said.earliest !== null && statement.said.earliest > query.until)
      return false;
    if (asked !== undefined) {
      const ids = statement.speakers ?? (statement.speaker === null ? [] : [statement.speaker]);
      const source = statement.source ? wordsOf(text, statement.source).toLowerCase() : '';
      if (!source.includes(asked) && !ids.some((id) => people.get(id)?.includes(asked))) return false;
    }
    const words = statement.content.map((span) => wordsOf(text, span).toLowerCase()).join(' ');
    return about.every((word) => words.includes(word));
  };
}

const dayOf = ({ said, article, content }: Statement): string =>
  `${said.earliest ?? said.latest ?? ''} ${article} ${String(content[0]!.start).padStart(9, '0')}`;
