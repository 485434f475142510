/**
 * Utterances: statements that report the same words share a family. In: the statements of a story and its articles.
 * Out: the statements, with family and, on the first and fullest telling, `first`. Example: “We will sail, but not for
 * less,” Holm said, and elsewhere Holm vowed to sail “but not for less”.
 *
 * Two statements report one utterance where nearly all quoted words of the shorter stand in the longer, in order, and
 * they have one speaker or one of them has none. What is not quoted counts only in versions of one text, where its
 * sentences come from one hand. Candidates share a run of words, so the cost is that of the words.
 */
import type { Article, Statement } from '../model/record.ts';
import { contains, overlaps } from '../model/span.ts';
import type { Range } from '../reading/index.ts';
import { compare } from './compare.ts';
import { EarlierLinks } from './earlier.ts';
import { commonWords } from './families/align.ts';
import { hashWord, wordsOf } from './families/version.ts';
import { createMemo, type RecordMemo } from './memo.ts';

const RUN = 4;
/** Of the shorter one's words, how many must stand in the longer. */
const HELD = 0.85;
/** In versions of one text a word quietly altered makes no other utterance. */
const HELD_IN_VERSIONS = 0.65;
/** A quotation of fewer words is anybody's; it needs a speaker who is known to have said it. */
const TELLING_WORDS = 7;

/** The statements of one article. */
export interface ArticleStatements {
  article: Article;
  statements: readonly Statement[];
  /** Its quotations. */
  quotes: readonly Range[];
}

interface Told {
  statement: Statement;
  words: Int32Array;
  isQuoted: boolean;
  articleFamily: string;
  /** The day of publishing, for who was first. */
  day: string;
  /** The statement with its family. */
  named: Statement;
}

/** The statements of each article, in the order given. */
export function nameUtterances(lists: readonly ArticleStatements[], memo: RecordMemo = createMemo()): Statement[][] {
  return memo.part('utterances', () => new Utterances(memo)).name(lists);
}

class Utterances {
  readonly #kept;
  readonly #links = new EarlierLinks<Told>({
    compare: (a, b) => compare(a.statement.id, b.statement.id),
    printsOf: runsOf,
    link: linkUtterance,
  });
  /** By article what is taken in. */
  #told = new Map<string, Told[]>();
  /** Which later ones are linked to one, and to which earlier ones it is linked itself. */
  readonly #later = new WeakMap<Told, Set<Told>>();
  readonly #linked = new WeakMap<Told, readonly Told[]>();

  constructor(memo: RecordMemo) {
    this.#kept = memo.kept<Told[]>('statements told');
  }

  name(lists: readonly ArticleStatements[]): Statement[][] {
    const told = lists.map(({ article, statements, quotes }) =>
      this.#kept.get(statements, [article, quotes], () => statements.map((one) => tellOf(one, article, quotes))),
    );
    this.#takeIn(new Map(lists.map(({ article }, i) => [article.id, told[i]!])));
    return told.map((list) => list.map(({ named }) => named));
  }

  #takeIn(now: Map<string, Told[]>): void {
    const changed = new Set<Told>();
    for (const [article, list] of this.#told) {
      if (now.get(article) === list) continue;
      for (const told of list) {
        this.#links.remove(told);
        for (const other of this.#relink(told, [])) changed.add(other);
        for (const other of this.#later.get(told) ?? []) changed.add(other);
      }
    }
    for (const [article, list] of now)
      if (this.#told.get(article) !== list) for (const told of list) this.#links.add(told);
    this.#told = now;
    for (const told of this.#links.settle()) {
      changed.add(told);
      for (const other of this.#relink(told, this.#links.linksOf(told))) changed.add(other);
    }
    const seen = new Set<Told>();
    for (const told of changed)
      if (this.#links.has(told)) nameGroups(this.#connected(told, seen), (one) => this.#links.linksOf(one));
  }

  /** Puts links in place of those that there were, and answers these. */
  #relink(told: Told, links: readonly Told[]): readonly Told[] {
    const before = this.#linked.get(told) ?? [];
    for (const other of before) this.#later.get(other)?.delete(told);
    for (const other of links) {
      const known = this.#later.get(other);
      if (known) known.add(told);
      else this.#later.set(other, new Set([told]));
    }
    if (links.length > 0) this.#linked.set(told, links);
    else this.#linked.delete(told);
    return before;
  }

  /** All that links lead to from one, in order; none where it was among those of another. */
  #connected(from: Told, seen: Set<Told>): Told[] {
    if (seen.has(from)) return [];
    seen.add(from);
    const found = [from];
    for (const told of found)
      for (const other of [...(this.#linked.get(told) ?? []), ...(this.#later.get(told) ?? [])])
        if (!seen.has(other)) {
          seen.add(other);
          found.push(other);
        }
    return found.sort((a, b) => compare(a.statement.id, b.statement.id));
  }
}

/** Of the earlier statements that share a run of words, those that report the same utterance. */
function linkUtterance(one: Told, carriers: (run: number) => readonly Told[]): Told[] {
  const tried = new Set<Told>();
  const links: Told[] = [];
  for (const run of runsOf(one))
    for (const other of carriers(run)) {
      if (tried.has(other)) continue;
      tried.add(other);
      if (isSameUtterance(other, one)) links.push(other);
    }
  return links;
}

function tellOf(statement: Statement, article: Article, quotes: readonly Range[]): Told {
  const quoted: number[] = [];
  const all: number[] = [];
  for (const span of statement.content) {
    all.push(...wordsOf(article.text.slice(span.start, span.end)).map(hashWord));
    for (const quote of quotes) {
      if (quote.end <= span.start || quote.start >= span.end) continue;
      const [start, end] = [Math.max(quote.start, span.start), Math.min(quote.end, span.end)];
      if (contains(span, { start, end })) quoted.push(...wordsOf(article.text.slice(start, end)).map(hashWord));
    }
  }
  const isQuoted = quoted.length >= RUN;
  return {
    statement,
    words: Int32Array.from(isQuoted ? quoted : all),
    isQuoted,
    articleFamily: article.family,
    day: article.published.latest ?? '9999-99-99',
    named: statement,
  };
}

/** A number for each run of words; for what is not quoted another one in each family of articles. */
function runsOf({ words, isQuoted, articleFamily }: Told): Set<number> {
  const scope = isQuoted ? 0 : hashWord(articleFamily);
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let hash = scope;
    for (let k = 0; k < RUN; k++) hash = Math.imul(hash, 0x01000193) ^ words[i + k]!;
    runs.add(hash);
  }
  return runs;
}

function isSameUtterance(one: Told, other: Told): boolean {
  const [a, b] = [one.statement.speaker, other.statement.speaker];
  const isVersion = one.articleFamily === other.articleFamily;
  if (one.isQuoted !== other.isQuoted || (!one.isQuoted && !isVersion)) return false;
  if (a !== null && b !== null && a !== b) return false;
  // What is told inside another statement is a part of it, said by somebody else or on another day.
  if (one.statement.content.some((x) => other.statement.content.some((y) => x.article === y.article && overlaps(x, y))))
    return false;
  const shorter = Math.min(one.words.length, other.words.length);
  if (!isVersion && shorter < TELLING_WORDS && (a === null || a !== b)) return false;
  // In one article two reports of the same words are a headline and its text, or a quotation taken up again.
  const held = isVersion && one.statement.article !== other.statement.article ? HELD_IN_VERSIONS : HELD;
  return commonWords(one.words, other.words) >= held * shorter;
}

/**
 * Names what belongs together among statements that links connect, in their order: those with a speaker are never
 * joined to those of another. The family is the least id of two and more.
 */
function nameGroups(connected: readonly Told[], linksOf: (told: Told) => readonly Told[]): void {
  if (connected.length === 1) rename(connected[0]!, undefined, false);
  if (connected.length < 2) return;
  const places = new Map(connected.map((told, n) => [told, n]));
  const parents = connected.map((_, n) => n);
  const speakers = connected.map(({ statement }) => statement.speaker);
  const rootOf = (n: number): number => {
    let root = n;
    while (parents[root] !== root) root = parents[root]!;
    parents[n] = root;
    return root;
  };
  for (const [n, told] of connected.entries())
    for (const other of linksOf(told)) {
      const [a, b] = [rootOf(places.get(other)!), rootOf(n)].sort((x, y) => x - y) as [number, number];
      const [first, second] = [speakers[a]!, speakers[b]!];
      if (a === b || (first !== null && second !== null && first !== second)) continue;
      parents[b] = a;
      speakers[a] = first ?? second;
    }
  const groups = new Map<number, Told[]>();
  for (const [n, told] of connected.entries()) {
    const root = rootOf(n);
    const known = groups.get(root);
    if (known) known.push(told);
    else groups.set(root, [told]);
  }
  for (const group of groups.values()) {
    const family = group.length === 1 ? undefined : group[0]!.statement.id;
    const [first] = [...group].sort(
      (a, b) => compare(a.day, b.day) || b.words.length - a.words.length || compare(a.statement.id, b.statement.id),
    );
    for (const told of group) rename(told, family, told === first);
  }
}

/** Leaves the statement as it is where it has that name already. */
function rename(told: Told, family: string | undefined, isFirst: boolean): void {
  const { statement, named } = told;
  if (family === undefined) told.named = statement;
  else if (named.family !== family || (named.first ?? false) !== isFirst)
    told.named = isFirst ? { ...statement, family, first: true } : { ...statement, family };
}
