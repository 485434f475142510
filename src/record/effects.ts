/**
 * What a revision did to the record. In: two versions with the entries that rest on them, and their paired sentences.
 * Out: by ids what is gone, what came, and what differs. An entry that rests on both versions is neither.
 */
import type { Article, Revision, RevisionEffect, Span } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import { wordsOf } from './families/version.ts';
import type { Entries } from './revisions.ts';

interface EffectInput {
  from: Article;
  to: Article;
  entries: [Entries, Entries];
  /** Sentences that belong together, word for word the same or changed. */
  pairs: { before: Span; after: Span; same: boolean }[];
}

/** An entry as it stands in one version. */
interface Standing {
  id: string;
  span: Span;
  /** What it says: equal where nothing has changed. */
  says: string;
}

export function effectsOf({
  from,
  to,
  entries: [before, after],
  pairs,
}: EffectInput): NonNullable<Revision['effects']> {
  const at = (spans: Span[], article: Article): Span => spans.find((span) => span.article === article.id)!;
  const words = (spans: Span[], article: Article): string =>
    spans
      .flatMap((span) => (span.article === article.id ? wordsOf(article.text.slice(span.start, span.end)) : []))
      .join(' ');
  const statements = ({ statements }: Entries, article: Article): Standing[] =>
    statements.map(({ id, content, source, act }) => ({
      id,
      span: content[0]!,
      says: [source ? words([source], article) : '', act, words(content, article)].join('|'),
    }));
  const figures = ({ figures }: Entries, article: Article): Standing[] =>
    figures.map(({ id, evidence, bound, value, unit }) => ({
      id,
      span: at(evidence, article),
      says: [bound, value, unit].join('|'),
    }));
  const positions = ({ positions }: Entries, article: Article): Standing[] =>
    positions.map(({ id, evidence, holder, issue, stance }) => ({
      id,
      span: at(evidence, article),
      says: [holder, issue, stance].join('|'),
    }));
  return {
    statements: compareStandings(statements(before, from), statements(after, to), pairs),
    figures: compareStandings(figures(before, from), figures(after, to), pairs),
    positions: compareStandings(positions(before, from), positions(after, to), pairs),
  };
}

/**
 * Pairs what says the same in paired sentences; what is left over in one pair of sentences, in order, has changed. Where
 * the sentences are the same nothing has: what was read otherwise there is Readout's doing, not the outlet's.
 */
function compareStandings(before: Standing[], after: Standing[], pairs: EffectInput['pairs']): RevisionEffect {
  const placeBefore = placer(pairs.map((pair) => pair.before));
  const placeAfter = placer(pairs.map((pair) => pair.after));
  const ids = new Set(before.map(({ id }) => id));
  const kept = new Set(after.filter(({ id }) => ids.has(id)).map(({ id }) => id));
  const waiting = new Map<number, Standing[]>();
  const came: string[] = [];
  const differing: Standing[] = [];
  for (const standing of before) {
    const place = placeBefore(standing.span);
    if (place !== null && !pairs[place]!.same && !kept.has(standing.id))
      waiting.set(place, [...(waiting.get(place) ?? []), standing]);
  }
  for (const standing of after) {
    if (kept.has(standing.id)) continue;
    const place = placeAfter(standing.span);
    if (place === null) {
      came.push(standing.id);
      continue;
    }
    if (pairs[place]!.same) continue;
    const rivals = waiting.get(place) ?? [];
    const same = rivals.findIndex(({ says }) => says === standing.says);
    if (same >= 0) rivals.splice(same, 1);
    else differing.push(standing);
  }
  const changed: RevisionEffect['changed'] = [];
  for (const standing of differing) {
    const other = waiting.get(placeAfter(standing.span)!)?.shift();
    if (other) changed.push({ before: other.id, after: standing.id });
    else came.push(standing.id);
  }
  const unpaired = before.filter(({ id, span }) => !kept.has(id) && placeBefore(span) === null);
  const left = [...waiting.values()].flat();
  return { gone: [...unpaired, ...left].map(({ id }) => id), came, changed };
}

/** Finds the sentence that a span begins in, by its number among the pairs; null where it is in none. */
function placer(sentences: Span[]): (span: Span) => number | null {
  const sorted = sentences.map((sentence, pair) => ({ ...sentence, pair })).sort((a, b) => a.start - b.start);
  return (span) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end <= span.start) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low];
    return found && overlaps(found, span) ? found.pair : null;
  };
}
