/** How one article differs from another, asked for by name: two files, addresses, or articles of a story. */
import { type IntakeOptions, slugify } from '../intake/index.ts';
import { ReadoutError } from '../model/errors.ts';
import type { Article, Revision } from '../model/record.ts';
import { compareArticles, type ReadArticle } from '../record/index.ts';
import type { Store } from '../store/store.ts';
import { readEntries } from './read.ts';
import type { Reader } from './reader.ts';
import { openStory } from './story.ts';

export interface Difference {
  from: Article;
  to: Article;
  revision: Revision;
  /** Whether the two are versions of one text; where not, little of the difference means anything. */
  related: boolean;
}

/**
 * Compares two files or addresses, in the order given.
 * @throws ReadoutError where one cannot be read, is a folder of several, or holds nothing.
 */
export async function diffPaths(
  reader: Reader,
  paths: readonly [string, string],
  options: IntakeOptions,
): Promise<Difference> {
  const sides: ReadArticle[] = [];
  for (const path of paths) {
    const entries = await readEntries(reader, [path], options, {
      onProblem: (error) => {
        throw error;
      },
    });
    if (entries.length !== 1)
      throw new ReadoutError(
        'bad-option',
        `${path} holds ${entries.length === 0 ? 'no article' : `${entries.length} articles`}`,
        'give two files or addresses, an article each',
      );
    sides.push(entries[0]!);
  }
  return compare(sides[0]!, sides[1]!);
}

/**
 * Compares two articles of a story, in the order given.
 * @throws ReadoutError 'unknown-story' or 'unknown-entry'.
 */
export async function diffStored(store: Store, story: string, ids: readonly [string, string]): Promise<Difference> {
  const entries = (await openStory(store, story)).entries();
  const [from, to] = ids.map((id) => {
    const found = entries.find(({ article }) => article.id === id);
    if (found) return found;
    throw new ReadoutError('unknown-entry', `${story} has no article ${id}`, 'take an id from readout export');
  });
  return compare(from!, to!);
}

function compare(from: ReadArticle, to: ReadArticle): Difference {
  // The same file twice has one id; as two articles it needs two.
  const other = from.article.id === to.article.id ? rename(to, `${to.article.id}-2`) : to;
  return { from: from.article, to: other.article, ...compareArticles(from, other, { slug: slugify }) };
}

function rename({ article, reading }: ReadArticle, id: string): ReadArticle {
  const own = <T extends { article: string }>(spans: T[]): T[] => spans.map((span) => ({ ...span, article: id }));
  const { published, boilerplate } = article;
  return {
    article: {
      ...article,
      id,
      boilerplate: own(boilerplate),
      published: { ...published, evidence: own(published.evidence) },
    },
    reading: { ...reading, article: id },
  };
}
