/** Changes of issues as a form sends them. In: its fields. Out: the change, or null where the form makes none. */
import type { IssueChange } from './source.ts';
import type { StoryView } from './view.ts';

const LONGEST = 200;
const MOST_TERMS = 20;

/** Fields as text; of a field sent twice the last. */
export type Fields = Record<string, unknown>;

export function parseChange(view: StoryView, fields: Fields): IssueChange | null {
  const issue = view.record.issues.find(({ id }) => id === fields.issue);
  if (!issue) return null;
  const label = textOf(fields.label);
  const terms = termsOf(fields.terms);
  switch (fields.kind) {
    case 'rename':
      return label === null ? null : { kind: 'rename', issue: issue.id, label };
    case 'merge': {
      const from = view.record.issues.find(({ id }) => id === fields.from);
      return !from || from === issue ? null : { kind: 'merge', issues: [from.id], into: issue.id };
    }
    case 'split':
      return label === null || terms === null ? null : { kind: 'split', issue: issue.id, terms, label };
    case 'pin':
      return terms === null ? null : { kind: 'pin', issue: issue.id, label: issue.label, terms };
    default:
      return null;
  }
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return text === '' || text.length > LONGEST ? null : text;
}

function termsOf(value: unknown): string[] | null {
  const words = typeof value === 'string' ? value.split(',').flatMap((word) => textOf(word)?.toLowerCase() ?? []) : [];
  const terms = [...new Set(words)];
  return terms.length === 0 || terms.length > MOST_TERMS ? null : terms;
}
