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
import { compare } from './actors.ts';
import { commonWords } from './families/align.ts';
import { hashWord, wordsOf } from './families/version.ts';

const RUN = 4;
/** Runs that more statements have are a turn of phrase. */
const CARRIERS = 32;
/** Of the shorter one's words, how many must stand in the longer. */
const HELD = 0.85;
/** In versions of one text a word quietly altered makes no other utterance. */
const HELD_IN_VERSIONS = 0.65;
/** A quotation of fewer words is anybody's; it needs a speaker who is known to have said it. */
const TELLING_WORDS = 7;

interface Told {
  statement: Statement;
  words: number[];
  isQuoted: boolean;
  articleFamily: string;
  /** The day of publishing, for who was first. */
  day: string;
}

export function nameUtterances(
  statements: readonly Statement[],
  articles: readonly Article[],
  quotesOf: (article: string) => readonly Range[],
): Statement[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const told = [...statements]
    .sort((a, b) => compare(a.id, b.id))
    .map((statement) => tellOf(statement, byId.get(statement.article)!, quotesOf(statement.article)));
  const groups = new Groups(told);
  const carriers = new Map<number, number[]>();
  for (const [n, one] of told.entries()) {
    const tried = new Set<number>();
    for (const run of runsOf(one)) {
      const known = carriers.get(run);
      if (!known) {
        carriers.set(run, [n]);
        continue;
      }
      for (const m of known)
        if (!tried.has(m)) {
          tried.add(m);
          if (isSameUtterance(told[m]!, one)) groups.join(m, n);
        }
      if (known.length < CARRIERS) known.push(n);
    }
  }
  const named = groups.named();
  return statements.map((statement) => ({ ...statement, ...named.get(statement.id) }));
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
    words: isQuoted ? quoted : all,
    isQuoted,
    articleFamily: article.family,
    day: article.published.latest ?? '9999-99-99',
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

/** Statements that belong together; those with a speaker are never joined to those of another. */
class Groups {
  readonly #told: readonly Told[];
  readonly #parents: number[];
  readonly #speakers: (string | null)[];

  constructor(told: readonly Told[]) {
    this.#told = told;
    this.#parents = told.map((_, n) => n);
    this.#speakers = told.map(({ statement }) => statement.speaker);
  }

  join(one: number, other: number): void {
    const [a, b] = [this.#rootOf(one), this.#rootOf(other)].sort((x, y) => x - y) as [number, number];
    const [first, second] = [this.#speakers[a]!, this.#speakers[b]!];
    if (a === b || (first !== null && second !== null && first !== second)) return;
    this.#parents[b] = a;
    this.#speakers[a] = first ?? second;
  }

  /** Family and `first` by statement id, for groups of two and more. The family is the least id. */
  named(): Map<string, Pick<Statement, 'family' | 'first'>> {
    const groups = new Map<number, Told[]>();
    for (const [n, told] of this.#told.entries()) {
      const root = this.#rootOf(n);
      const known = groups.get(root);
      if (known) known.push(told);
      else groups.set(root, [told]);
    }
    const named = new Map<string, Pick<Statement, 'family' | 'first'>>();
    for (const group of groups.values()) {
      if (group.length === 1) continue;
      const family = group[0]!.statement.id;
      const [first] = [...group].sort(
        (a, b) => compare(a.day, b.day) || b.words.length - a.words.length || compare(a.statement.id, b.statement.id),
      );
      for (const one of group) named.set(one.statement.id, one === first ? { family, first: true } : { family });
    }
    return named;
  }

  #rootOf(n: number): number {
    let root = n;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    this.#parents[n] = root;
    return root;
  }
}
