/** Families of articles and how one version became the next, in the order of the later one. */

import type { Revision, RevisionEffect, Span } from '../model/record.ts';
import { contains, overlaps, wordsOf } from '../model/span.ts';
import { diffWords, type Piece } from '../model/word-diff.ts';
import type { ArticleView, StoryView } from './view.ts';

export interface FamilyView {
  id: string;
  articles: ArticleView[];
  revisions: Revision[];
}

/** Families of more than one article, the largest first. */
export function familiesOf(view: StoryView): FamilyView[] {
  const families = new Map<string, ArticleView[]>();
  for (const article of view.articles) {
    const list = families.get(article.article.family);
    if (list) list.push(article);
    else families.set(article.article.family, [article]);
  }
  return [...families]
    .filter(([, articles]) => articles.length > 1)
    .map(([id, articles]) => ({
      id,
      articles,
      revisions: view.record.revisions.filter(
        ({ from }) => view.articleById.get(from)?.article.family === id && view.articleById.has(from),
      ),
    }))
    .sort((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1));
}

/** What a change touches; a sentence that came or went, the statements in it. */
export type Touch = NonNullable<Revision['changed'][number]['touches']>[number] | 'statement';

export interface Change {
  kind: 'new' | 'gone' | 'changed' | 'rewritten' | 'moved';
  before: Span | null;
  after: Span | null;
  touches: Touch[];
  /** Word by word; empty where a whole sentence came, went or was written anew. */
  pieces: Piece[];
}

// Below this share of common words a marked sentence is harder to read than two whole ones.
const REWRITTEN_BELOW = 0.4;

/** Every change, in the order of the later version; what is gone stands where it stood before. */
export function changesOf(view: StoryView, revision: Revision): Change[] {
  const words = (span: Span): string => wordsOf(view.articleById.get(span.article)!.article.text, span);
  const touched = heldIn(view, revision);
  const changes: Change[] = [
    ...revision.added.map(
      (after): Change => ({ kind: 'new', before: null, after, touches: touched(after), pieces: [] }),
    ),
    ...revision.removed.map(
      (before): Change => ({ kind: 'gone', before, after: null, touches: touched(before), pieces: [] }),
    ),
    ...(revision.moved ?? []).map(
      ({ before, after }): Change => ({ kind: 'moved', before, after, touches: [], pieces: [] }),
    ),
    ...revision.changed.map(({ before, after, touches = [] }): Change => {
      const pieces = diffWords(words(before), words(after));
      const rewritten = shareOf(pieces) < REWRITTEN_BELOW;
      return { kind: rewritten ? 'rewritten' : 'changed', before, after, touches, pieces: rewritten ? [] : pieces };
    }),
  ];
  const anchor = anchorOf(revision);
  return changes.sort((a, b) => anchor(a) - anchor(b));
}

/** What a sentence that came or went holds of the record: a position, a figure, somebody's words. */
function heldIn(view: StoryView, { effects }: Revision): (span: Span) => Touch[] {
  const ids = (effect: RevisionEffect | undefined): Set<string> =>
    new Set([...(effect?.gone ?? []), ...(effect?.came ?? [])]);
  const spans = <T extends { id: string }>(entries: T[], own: Set<string>, spansOf: (entry: T) => Span[]): Span[] =>
    entries.filter(({ id }) => own.has(id)).flatMap(spansOf);
  const { positions, figures, statements } = view.record;
  const held: [Touch, Span[]][] = [
    ['position', spans(positions, ids(effects?.positions), ({ evidence }) => evidence)],
    ['figure', spans(figures, ids(effects?.figures), ({ evidence }) => evidence)],
    ['statement', spans(statements, ids(effects?.statements), ({ content }) => content)],
  ];
  return (span) =>
    held.flatMap(([touch, own]) =>
      own.some((part) => part.article === span.article && overlaps(part, span)) ? [touch] : [],
    );
}

function shareOf(pieces: Piece[]): number {
  const lengths = { same: 0, gone: 0, came: 0 };
  for (const { kind, text } of pieces) lengths[kind] += text.trim().length;
  return (2 * lengths.same) / Math.max(1, 2 * lengths.same + lengths.gone + lengths.came);
}

/** Where a change stands in the later version: a sentence that is gone, after the nearest earlier one that has a place in both. */
function anchorOf({ changed, moved = [] }: Revision): (change: Change) => number {
  const pairs = [...changed, ...moved]
    .map(({ before, after }) => [before.start, after.start] as const)
    .sort((a, b) => a[0] - b[0]);
  return ({ before, after }) => {
    if (after) return after.start;
    let place = before!.start;
    for (const [from, to] of pairs) if (from <= before!.start) place = to + (before!.start - from);
    return place;
  };
}

/** How heavy a change weighs: what touches a position or a figure before what only rewords. */
export const WEIGHTS = [
  'position',
  'figure',
  'attribution',
  'quote',
  'statement',
  'wording',
  'boilerplate',
] as const satisfies readonly Touch[];

/** The one of a change's touches that weighs most; null where it touches nothing that weighs. */
export function heaviest({ touches }: Change): Touch | null {
  return WEIGHTS.find((touch) => touches.includes(touch)) ?? null;
}

/** Changes of what is not the story: credits, notices, calls to subscribe. */
export const isAside = (view: StoryView, change: Change): boolean => {
  if (heaviest(change) === 'boilerplate') return true;
  const spans = [change.before, change.after].filter((span) => span !== null);
  return spans.every((span) =>
    view.articleById.get(span.article)!.article.boilerplate.some((part) => contains(part, span)),
  );
};
