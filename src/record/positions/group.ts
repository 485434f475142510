/**
 * Issues of a story: positions grouped by what their propositions are about. In: the terms of each proposition. Out:
 * issues, and for each proposition its issue, or null where it is too weak a sign to make one.
 *
 * Every proposition goes to the best of its own terms; a term counts for more where it heads the proposition, where it
 * is a usual item of an agenda, and where more positions share it. There are no links from one proposition to the next,
 * so a group cannot run together with another; the work is linear in the terms.
 */
import type { Issue } from '../../model/record.ts';
import type { Term } from '../../reading/index.ts';
import { compare } from '../actors.ts';
import { applyEdits, type IssueEdit } from './edits.ts';

export interface Proposition {
  terms: Term[];
  /** Terms of the words around it. */
  context: Term[];
  /** Makes no issue of its own. */
  weak: boolean;
}

export interface Grouping {
  issues: Issue[];
  /** For each proposition the id of its issue. */
  issueOf: (string | null)[];
}

/** @param arenas keys of places so common in the story that they tell no issue from another. */
export function groupIssues(
  given: Proposition[],
  slug: (name: string) => string,
  edits: readonly IssueEdit[] = [],
  arenas: ReadonlySet<string> = new Set(),
): Grouping {
  const idOf = (key: string): string => `issue-${slug(key) || 'other'}`;
  const isFirm = (term: Term): boolean => term.firm && !arenas.has(term.key);
  const propositions = given.map((proposition) => ({
    ...proposition,
    terms: proposition.terms.map((term) => ({ ...term, firm: isFirm(term) })),
    context: proposition.context.filter(isFirm),
  }));
  const keys = chooseKeys(propositions);
  const groups = new Map<string, { id: string; key: string; propositions: number[] }>();
  keys.forEach((key, i) => {
    if (key === null) return;
    const group = groups.get(key) ?? { id: idOf(key), key, propositions: [] };
    group.propositions.push(i);
    groups.set(key, group);
  });
  const issueOf: (string | null)[] = keys.map((key) => (key === null ? null : idOf(key)));
  const issues = new Map<string, Issue>();
  for (const group of [...groups.values()].sort((a, b) => compare(a.key, b.key)))
    if (!issues.has(group.id))
      issues.set(
        group.id,
        describe(
          group.id,
          group.key,
          group.propositions.map((i) => propositions[i]!.terms),
        ),
      );
  const edited = applyEdits({ issues: [...issues.values()], issueOf }, propositions, edits, idOf);
  const used = new Set(edited.issueOf);
  const pinned = new Set(edits.filter((edit) => edit.kind === 'pin').map((edit) => edit.issue));
  return {
    issues: edited.issues
      .filter((issue) => used.has(issue.id) || pinned.has(issue.id))
      .sort((a, b) => compare(a.id, b.id)),
    issueOf: edited.issueOf,
  };
}

/** For each proposition the key of its issue. */
function chooseKeys(propositions: Proposition[]): (string | null)[] {
  const strong = propositions.filter(({ weak }) => !weak);
  const shares = count(strong.flatMap(({ terms }) => terms.map(({ key }) => key)));
  const sharesOf = (key: string): number => shares.get(key) ?? 0;
  const first = propositions.map(({ terms }) => bestKey(firmOf(terms), sharesOf));
  const members = count(first.filter((_, i) => !propositions[i]!.weak));
  const settled = (key: string): number => ((members.get(key) ?? 0) > 1 ? sharesOf(key) : 0);
  return propositions.map(({ terms, context, weak }, i) => {
    const key = first[i]!;
    if (key !== null && settled(key) > 0) return key;
    // Alone with its best term: it goes with others that share another term, if any do.
    const shared = bestKey(firmOf(terms), settled, true);
    if (shared !== null) return shared;
    if (key !== null) return weak && !members.has(key) ? null : key;
    // "the deal": the words around it tell which; else it is "the deal", with others who speak of one.
    if (weak) return null;
    return bestKey(context, settled, true) ?? bestKey(terms, sharesOf, true);
  });
}

const firmOf = (terms: Term[]): Term[] => terms.filter(({ firm }) => firm);

function count(keys: (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The key that ties most; ties go to the one first in plain order. */
function bestKey(terms: Term[], shares: (key: string) => number, onlyShared = false): string | null {
  let best: string | null = null;
  let bestScore = 0;
  for (const { key, weight } of terms) {
    const shared = shares(key);
    if (onlyShared && shared === 0) continue;
    // The first companions count most: from the tenth on a term is no better for one more.
    const score = weight * (1 + Math.min(1, Math.log10(Math.max(1, shared))));
    if (score > bestScore || (score === bestScore && best !== null && key < best)) {
      best = key;
      bestScore = score;
    }
  }
  return best;
}

// Terms that are told with an issue beside its own.
const MOST_TERMS = 8;

/** Label: the words used most for the key, the longer of equally frequent ones. Terms: all such words. */
function describe(id: string, key: string, members: Term[][]): Issue {
  const phrases = new Map<string, number>();
  for (const terms of members)
    for (const term of terms) {
      if (term.key !== key) continue;
      const words = plainWords(term.words);
      phrases.set(words, (phrases.get(words) ?? 0) + 1);
    }
  const ranked = [...phrases].sort(
    ([a, m], [b, n]) => n - m || b.split(' ').length - a.split(' ').length || compare(a, b),
  );
  const label = ranked[0]?.[0] ?? key;
  const terms = new Set([key, ...ranked.map(([words]) => words)]);
  return { id, label: capital(label), terms: [...terms].slice(0, MOST_TERMS) };
}

/** In lower case save for names. */
const plainWords = (words: string): string =>
  words.replace(/^\p{Lu}(?=\p{Ll}+ \p{Ll})/u, (letter) => letter.toLowerCase());

const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
