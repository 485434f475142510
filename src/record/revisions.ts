/**
 * Revisions: for each version of a text how it differs from the version before it. In: the articles of the story with
 * their families, and the entries made from them. Out: a revision for each version but the first of its family.
 *
 * The version before is the one of those earlier (families/order.ts) that shares most; of exact copies the first
 * stands for all. Headlines take part; what is not the story does not, save the notice that discloses a change.
 */
import type { Article, Figure, Position, Revision, Span, Statement } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import { compare } from './compare.ts';
import { effectsOf } from './effects.ts';
import { type Alignment, align } from './families/align.ts';
import { PrintIndex } from './families/candidates.ts';
import type { Families } from './families/index.ts';
import { noticesOf } from './families/notices.ts';
import { explainOrder, orderVersions } from './families/order.ts';
import { PairMemo, type Texts } from './families/texts.ts';
import { type Facts, TOUCHES, touchesOf } from './families/touches.ts';
import type { Version } from './families/version.ts';
import { isSameList } from './kept.ts';
import { createMemo, type RecordMemo } from './memo.ts';

/** Entries of the record that a change of words can change. */
export interface Entries {
  statements: Statement[];
  figures: Figure[];
  positions: Position[];
}

export interface RevisionInput extends Omit<Entries, 'statements'> {
  /** By article; a list stays the same object while its statements are the same. */
  statementsOf: ReadonlyMap<string, Statement[]>;
  articles: readonly Article[];
  texts: Texts;
  families: Families;
  memo?: RecordMemo;
}

// Of the earlier versions that share most prints so many are aligned, to find the nearest.
const NEAREST = 3;

export function makeRevisions({
  articles,
  texts,
  families,
  memo = createMemo(),
  ...entries
}: RevisionInput): Revision[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const entriesOf = groupEntries(entries, families.members.values());
  const orders = memo.kept<[Article, Article][]>('successions');
  const made = memo.part('revisions', () => new PairMemo<{ inputs: readonly unknown[]; revision: Revision }>());
  const revisions: Revision[] = [];
  for (const ids of families.members.values()) {
    const members = ids.map((id) => byId.get(id)!);
    const versions = new Map<string, Version>();
    const sideOf = (article: Article): Side => {
      const version = versions.get(article.id) ?? texts.versionOf(article.id);
      versions.set(article.id, version);
      return { article, version, entries: entriesOf(article.id) };
    };
    // What stands for the articles are they themselves: with the same words they are the same objects.
    for (const [from, to] of orders.get(members[0]!, members, () => [...successions(orderVersions(members), texts)])) {
      const inputs = [...listInputs(entriesOf(from.id)), ...listInputs(entriesOf(to.id))];
      const make = () => ({ inputs, revision: revise(sideOf(from), sideOf(to)) });
      revisions.push(made.get(from, to, make, (known) => isSameList(known.inputs, inputs)).revision);
    }
  }
  return revisions.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
}

/** All that a revision is made from beside the articles; with the number of figures, so that none passes for a position. */
function listInputs({ statements, figures, positions }: Entries): unknown[] {
  return [statements, figures.length, ...figures, ...positions];
}

/** How `to` differs from `from`, whether or not they are versions of one text. */
export function compareVersions(
  from: Article,
  to: Article,
  { versionOf, statements, ...entries }: Entries & Pick<Texts, 'versionOf'>,
): Revision {
  const statementsOf = new Map([from.id, to.id].map((id) => [id, statements.filter(({ article }) => article === id)]));
  const entriesOf = groupEntries({ statementsOf, ...entries }, [[from.id, to.id]]);
  const [one, other] = [from, to].map((article) => ({
    article,
    version: versionOf(article.id),
    entries: entriesOf(article.id),
  }));
  return revise(one!, other!);
}

/** Each version with the one before it, for articles in order of time. */
function* successions(ordered: Article[], known: Texts): Generator<[Article, Article]> {
  const stories = new Map<number | null, Article>();
  const distinct: Article[] = [];
  const index = new PrintIndex();
  for (const article of ordered) {
    const { story, prints } = known.factsOf(article.id);
    const same = stories.get(story);
    if (same) {
      yield [same, article];
      continue;
    }
    stories.set(story, article);
    let nearest = distinct.at(-1);
    let most = -1;
    // Ties go to the later of two versions.
    const near = index.near(prints).slice(0, NEAREST);
    for (const { text } of near.sort((a, b) => b.text - a.text)) {
      const share = known.compare(distinct[text]!.id, article.id).both;
      if (share <= most) continue;
      most = share;
      nearest = distinct[text]!;
    }
    if (nearest) yield [nearest, article];
    index.add(distinct.length, prints);
    distinct.push(article);
  }
}

/** One of the two articles that a revision compares. */
interface Side {
  article: Article;
  version: Version;
  entries: Entries;
}

type Changes = Pick<Revision, 'added' | 'removed' | 'changed' | 'moved'>;

function revise(from: Side, to: Side): Revision {
  const alignment = align(from.version, to.version);
  const changes = changesOf(from, to, alignment);
  const told = new Set(noticesOf(from.article).map(({ start, end }) => from.article.text.slice(start, end)));
  const disclosed =
    noticesOf(to.article).find(({ start, end }) => !told.has(to.article.text.slice(start, end))) ?? null;
  return {
    from: from.article.id,
    to: to.article.id,
    kind: isCopy(from, to, alignment, changes) ? 'copy' : 'revision',
    ...changes,
    disclosed,
    order: explainOrder(from.article, to.article),
    effects: effectsOf({
      from: from.article,
      to: to.article,
      entries: [from.entries, to.entries],
      pairs: alignment.pairs.map(({ before, after, likeness }) => ({
        before: spanIn(from, before),
        after: spanIn(to, after),
        same: likeness === 1,
      })),
    }),
    rule: 'revision/aligned',
  };
}

function changesOf(from: Side, to: Side, { pairs, added, removed }: Alignment): Changes {
  const changed = pairs
    .filter(({ likeness }) => likeness < 1)
    .map(({ before, after }) => {
      const spans = { before: spanIn(from, before), after: spanIn(to, after) };
      const touches = touchesOf(
        { sentence: from.version.sentences[before]!, facts: factsIn(spans.before, from) },
        { sentence: to.version.sentences[after]!, facts: factsIn(spans.after, to) },
      );
      return { ...spans, touches };
    });
  const weight = ({ touches }: (typeof changed)[number]): number => TOUCHES.indexOf(touches[0]!);
  return {
    added: added.map((j) => spanIn(to, j)),
    removed: removed.map((i) => spanIn(from, i)),
    changed: changed.sort((a, b) => weight(a) - weight(b) || a.before.start - b.before.start),
    moved: pairs
      .filter(({ likeness, moved }) => likeness === 1 && moved)
      .map(({ before, after }) => ({ before: spanIn(from, before), after: spanIn(to, after) })),
  };
}

function spanIn({ article, version }: Side, sentence: number): Span {
  const { start, end } = version.sentences[sentence]!;
  return { article: article.id, start, end };
}

/**
 * A copy says nothing new: the same words or, in another outlet, the same less some sentences, in its own spelling, and
 * with lines that hold no entry of the record, such as a credit. Headlines are each outlet's own.
 */
function isCopy(from: Side, to: Side, alignment: Alignment, changes: Changes): boolean {
  const ofStory = ({ version }: Side, sentence: number): boolean => !version.sentences[sentence]!.isTitle;
  const edited = alignment.pairs.some(
    ({ before, likeness, moved }) => (likeness < 1 || moved) && ofStory(from, before),
  );
  const added = alignment.added.filter((j) => ofStory(to, j));
  if (!edited && added.length === 0 && !alignment.removed.some((i) => ofStory(from, i))) return true;
  const [one, other] = [from.article.outlet, to.article.outlet];
  if (one === null || other === null || one === other) return false;
  const titles = new Set(to.version.sentences.filter(({ isTitle }) => isTitle).map(({ start }) => start));
  return (
    changes.changed.every(
      ({ after, touches }) => titles.has(after.start) || touches!.every((touch) => touch === 'wording'),
    ) && added.every((j) => holdsNothing(factsIn(spanIn(to, j), to)))
  );
}

function holdsNothing(facts: Facts): boolean {
  return Object.values(facts).every((list: string[]) => list.length === 0);
}

function factsIn(span: Span, { article: { text }, entries: { statements, figures, positions } }: Side): Facts {
  const within = (spans: Span[]): boolean =>
    spans.some((other) => other.article === span.article && overlaps(other, span));
  return {
    attributions: statements
      .filter(({ cue, content }) => within(cue ? [cue] : content))
      .map(({ source, act }) => `${source ? text.slice(source.start, source.end).toLowerCase() : ''} ${act}`),
    figures: figures
      .filter(({ evidence }) => within(evidence))
      .map(({ bound, value, unit }) => `${bound} ${value} ${unit}`),
    positions: positions
      .filter(({ evidence }) => within(evidence))
      .map(({ holder, issue, stance }) => `${holder} ${issue} ${stance}`),
  };
}

/** The entries that rest on each article of some families; one pass over figures and positions. */
function groupEntries(
  { statementsOf, figures, positions }: Pick<RevisionInput, 'statementsOf' | 'figures' | 'positions'>,
  families: Iterable<readonly string[]>,
): (article: string) => Entries {
  const groups = new Map<string, Entries>();
  for (const ids of families)
    for (const id of ids) groups.set(id, { statements: statementsOf.get(id)!, figures: [], positions: [] });
  for (const kind of ['figures', 'positions'] as const)
    for (const entry of { figures, positions }[kind])
      for (const { article } of entry.evidence) {
        const known = groups.get(article)?.[kind] as (Figure | Position)[] | undefined;
        if (known && known.at(-1) !== entry) known.push(entry);
      }
  return (article) => groups.get(article)!;
}
