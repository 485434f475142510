/** A record for people to read: who spoke, when, in which words; calls and meetings; figures. */
import type { Article, Statement, StoryRecord } from '../model/record.ts';
import { showRange } from '../model/show-range.ts';
import type { Styled } from './io.ts';
import { counted, makeTeller, squeeze, type Teller } from './teller.ts';

/** The lines of the summary. Every entry ends in its article and offsets, so that its words can be found. */
export function summarize(record: StoryRecord, style: Styled): string[] {
  const teller = makeTeller(record, style);
  const { words, place, names: named } = teller;
  const heading = (text: string, count: number): string[] => [
    '',
    style('bold', `${text} (${count})`),
    ...(count === 0 ? ['  nothing found'] : []),
  ];

  const lines = [counted(record.articles.length, 'article')];
  for (const article of record.articles) lines.push(`  ${describeArticle(article)}`);

  lines.push(...heading('Who spoke', record.statements.length));
  for (const [speaker, statements] of bySpeaker(record, teller)) {
    lines.push(`  ${style('bold', speaker)}`);
    for (const statement of statements) {
      const cue = statement.cue ? words([statement.cue]) : 'goes on';
      lines.push(`    ${cue}, ${showRange(statement.said)}: ${words(statement.content)} ${place(statement.content)}`);
    }
  }
  lines.push(...heading('Calls and meetings', record.encounters.length));
  for (const encounter of record.encounters) {
    const kind = encounter.planned ? `planned ${encounter.kind}` : encounter.kind;
    lines.push(`  ${kind}, ${showRange(encounter.date)}: ${named(encounter.participants)}`);
    lines.push(`    ${words(encounter.evidence)} ${place(encounter.evidence)}`);
  }
  lines.push(...heading('Figures', record.figures.length));
  for (const figure of record.figures) lines.push(`  ${words(figure.evidence)} ${place(figure.evidence)}`);
  return lines;
}

function describeArticle(article: Article): string {
  const title = article.title ?? `${squeeze(article.text.trimStart()).slice(0, 60)}…`;
  const { basis, ...range } = article.published;
  const day = basis === 'unknown' ? 'day of publishing not told' : showRange(range);
  return [article.id, article.outlet ?? 'outlet not told', day, title].join(' · ');
}

/** Statements by speaker, those who spoke most first; unnamed sources by the words that name them. */
function bySpeaker(record: StoryRecord, { name, words }: Teller): [string, Statement[]][] {
  const groups = new Map<string, Statement[]>();
  for (const statement of record.statements) {
    const speaker = statement.speaker
      ? name(statement.speaker)
      : statement.source
        ? `${words([statement.source])} (not named)`
        : 'source not told';
    groups.set(speaker, [...(groups.get(speaker) ?? []), statement]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}
