/** Why an entry is in the record: its rule in sentences and the words it rests on. */
import { ReadoutError } from '../model/errors.ts';
import type { Span, Statement, StoryRecord, Traced } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import { describeRule } from '../reading/rules.ts';

export interface Explanation {
  id: string;
  /** 'statement', 'encounter', 'figure' … */
  kind: string;
  rule: string | null;
  /** What the rule says, a sentence each. */
  why: string[];
  /** How sure the rule is, 0 to 1; null where it does not say. */
  confidence: number | null;
  /** The words of the reading that came second, with its confidence; null where there was none. */
  runnerUp: { source: string | null; cue: string; confidence: number } | null;
  /** The words, with what they are to the entry: source, cue, content, evidence. */
  words: { part: string; span: Span; text: string; source: string }[];
}

const KINDS = ['statements', 'encounters', 'figures', 'positions', 'proposals', 'disputes'] as const;

/** The explanation of an entry, or null where the record has none of that id. */
export function explainEntry(record: StoryRecord, id: string): Explanation | null {
  for (const kind of KINDS) {
    const entry = record[kind].find((candidate) => candidate.id === id);
    if (!entry) continue;
    const rule = (entry as Traced).rule ?? null;
    return {
      id,
      kind: kind.slice(0, -1),
      rule,
      why: rule ? describeRule(rule) : [],
      confidence: (entry as Traced).confidence ?? null,
      runnerUp: runnerUpOf(record, entry),
      words: wordsBehind(record, entry),
    };
  }
  return null;
}

function runnerUpOf(record: StoryRecord, entry: object): Explanation['runnerUp'] {
  const { runnerUp } = entry as Partial<Statement>;
  if (!runnerUp) return null;
  const words = (span: Span): string =>
    wordsOf(record.articles.find((article) => article.id === span.article)!.text, span);
  const { source, cue, confidence } = runnerUp;
  return { source: source && words(source), cue: words(cue), confidence };
}

function wordsBehind(record: StoryRecord, entry: object): Explanation['words'] {
  const articles = new Map(record.articles.map((article) => [article.id, article]));
  const words: Explanation['words'] = [];
  for (const part of ['source', 'cue', 'content', 'evidence'] as const) {
    const value = (entry as Record<string, unknown>)[part];
    for (const span of [value].flat() as (Span | null | undefined)[]) {
      if (typeof span !== 'object' || span === null) continue;
      const article = articles.get(span.article)!;
      words.push({ part, span, text: wordsOf(article.text, span), source: article.source });
    }
  }
  return words;
}

/**
 * As explainEntry, over several records.
 * @throws ReadoutError 'unknown-entry'.
 */
export async function explainIn(records: AsyncIterable<StoryRecord>, id: string): Promise<Explanation> {
  for await (const record of records) {
    const found = explainEntry(record, id);
    if (found) return found;
  }
  throw new ReadoutError(
    'unknown-entry',
    `there is no entry ${id}`,
    'take an id from readout export, or from the desk',
  );
}
