/** Whether the parts of a record fit together. In: any value. Out: what is wrong with it, in words; empty where nothing is. */
import type { Span, StoryRecord } from './record.ts';
import { storyRecordSchema } from './schema.ts';

/**
 * Checks the shape, that every span lies inside the text of its article, that ids are unique, and that every
 * reference (speaker, within, article, participant …) names an entry of the record.
 */
export function checkRecord(value: unknown): string[] {
  const parsed = storyRecordSchema.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const record = parsed.data;
  return [...checkSpans(record), ...checkIds(record), ...checkReferences(record)];
}

function checkSpans(record: StoryRecord): string[] {
  const lengths = new Map(record.articles.map((article) => [article.id, article.text.length]));
  const faults: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        visit(item, `${path}[${i}]`);
      });
    } else if (isSpan(value)) {
      const length = lengths.get(value.article);
      if (length === undefined) faults.push(`${path}: no article ${value.article}`);
      else if (value.end > length) faults.push(`${path}: [${value.start}, ${value.end}) ends after ${length}`);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) visit(item, `${path}.${key}`);
    }
  };
  visit(record, 'record');
  return faults;
}

function isSpan(value: unknown): value is Span {
  return value !== null && typeof value === 'object' && 'article' in value && 'start' in value && 'end' in value;
}

function checkIds(record: StoryRecord): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  const lists = [
    record.articles,
    record.actors,
    record.statements,
    record.encounters,
    record.figures,
    record.issues,
    record.positions,
    record.proposals,
    record.disputes,
  ];
  for (const { id } of lists.flat()) {
    if (seen.has(id)) faults.push(`the id ${id} stands twice`);
    seen.add(id);
  }
  return faults;
}

function checkReferences(record: StoryRecord): string[] {
  const ids = (entries: { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id));
  const actors = ids(record.actors);
  const statements = ids(record.statements);
  const articles = ids(record.articles);
  const issues = ids(record.issues);
  const faults: string[] = [];
  const expect = (known: Set<string>, id: string | null | undefined, where: string): void => {
    if (id !== null && id !== undefined && !known.has(id)) faults.push(`${where}: no entry ${id}`);
  };
  for (const actor of record.actors) {
    expect(actors, actor.side, `${actor.id}.side`);
    expect(actors, actor.within, `${actor.id}.within`);
  }
  for (const statement of record.statements) {
    expect(articles, statement.article, `${statement.id}.article`);
    expect(actors, statement.speaker, `${statement.id}.speaker`);
    for (const id of statement.speakers ?? []) expect(actors, id, `${statement.id}.speakers`);
    expect(statements, statement.within, `${statement.id}.within`);
    for (const addressee of statement.addressees) expect(actors, addressee, `${statement.id}.addressees`);
  }
  for (const encounter of record.encounters) {
    for (const id of encounter.participants) expect(actors, id, `${encounter.id}.participants`);
    for (const account of encounter.accounts ?? []) expect(actors, account.teller, `${encounter.id}.accounts`);
  }
  const figures = ids(record.figures);
  for (const figure of record.figures) {
    expect(actors, figure.source, `${figure.id}.source`);
    expect(figures, figure.partOf, `${figure.id}.partOf`);
  }
  for (const position of record.positions) {
    expect(actors, position.holder, `${position.id}.holder`);
    expect(issues, position.issue, `${position.id}.issue`);
    expect(statements, position.statement, `${position.id}.statement`);
  }
  for (const proposal of record.proposals) {
    for (const author of proposal.authors) expect(actors, author, `${proposal.id}.authors`);
    for (const response of proposal.responses) expect(actors, response.actor, `${proposal.id}.responses`);
  }
  for (const dispute of record.disputes) {
    expect(issues, dispute.issue, `${dispute.id}.issue`);
    for (const side of dispute.sides) expect(actors, side.actor, `${dispute.id}.sides`);
  }
  for (const revision of record.revisions) {
    expect(articles, revision.from, 'revision.from');
    expect(articles, revision.to, 'revision.to');
  }
  return faults;
}
