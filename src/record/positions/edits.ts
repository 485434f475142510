/**
 * What a user changed about the issues, applied to those that the text gives. In: issues, and the issue of each
 * proposition. Out: the same after the edits, in the order given. Edits name issues by id and matters by words, so
 * they hold for articles that come later; one that fits nothing changes nothing.
 */
import type { Issue } from '../../model/record.ts';
import type { Term } from '../../reading/index.ts';

export type IssueEdit =
  | { kind: 'rename'; issue: string; label: string }
  /** The positions of `issues` go to `into`, which need not have had any. */
  | { kind: 'merge'; issues: string[]; into: string; label?: string }
  /** The positions of `issue` that speak of one of `terms` get an issue of their own. */
  | { kind: 'split'; issue: string; terms: string[]; label: string }
  /** The issue stays though no position is left in it, and takes all positions that speak of one of `terms`. */
  | { kind: 'pin'; issue: string; label: string; terms: string[] };

interface Assigned {
  issues: Issue[];
  issueOf: (string | null)[];
}

export function applyEdits(
  given: Assigned,
  propositions: readonly { terms: Term[] }[],
  edits: readonly IssueEdit[],
  idOf: (key: string) => string,
): Assigned {
  const issues = new Map(given.issues.map((issue) => [issue.id, issue]));
  const issueOf = [...given.issueOf];
  const put = (issue: Issue): void => {
    issues.set(issue.id, issue);
  };
  const move = (fits: (i: number) => boolean, to: string): void => {
    issueOf.forEach((_, i) => {
      if (fits(i)) issueOf[i] = to;
    });
  };
  for (const edit of edits) {
    if (edit.kind === 'rename') {
      const issue = issues.get(edit.issue);
      if (issue) put({ ...issue, label: edit.label });
    } else if (edit.kind === 'merge') {
      const from = new Set(edit.issues.filter((id) => id !== edit.into));
      const parts = [edit.into, ...from].flatMap((id) => issues.get(id) ?? []);
      if (parts.length === 0) continue;
      const label = edit.label ?? parts[0]!.label;
      put({ id: edit.into, label, terms: [...new Set(parts.flatMap(({ terms }) => terms))] });
      move((i) => issueOf[i] !== null && from.has(issueOf[i]!), edit.into);
    } else if (edit.kind === 'split') {
      const id = idOf(edit.label);
      put({ id, label: edit.label, terms: edit.terms });
      move((i) => issueOf[i] === edit.issue && speaksOf(propositions[i]!.terms, edit.terms), id);
    } else {
      put({ id: edit.issue, label: edit.label, terms: edit.terms });
      move((i) => issueOf[i] !== null && speaksOf(propositions[i]!.terms, edit.terms), edit.issue);
    }
  }
  return { issues: [...issues.values()], issueOf };
}

/** True where one of the words is a term of the proposition or stands in its phrases. */
function speaksOf(terms: Term[], words: readonly string[]): boolean {
  return words.some((word) => {
    const wanted = word.toLowerCase();
    return terms.some(
      ({ key, words: phrase }) => key === wanted || ` ${phrase.toLowerCase()} `.includes(` ${wanted} `),
    );
  });
}
