/** Which article of a story a new one is a version or a copy of, found in the store by its prints. */
import type { Reading } from '../reading/index.ts';
import { areVersions, type ReadArticle } from '../record/index.ts';
import type { Store, TextPrints } from '../store/store.ts';

// Of those that share most prints so many are loaded and compared.
const TRIED = 4;

/** The id of the nearest that is another version, or null: at the cost of the few that share prints. */
export async function findVersion(
  store: Store,
  storyId: string,
  entry: ReadArticle,
  prints: TextPrints,
): Promise<string | null> {
  const near = await store.sharing(storyId, prints, TRIED);
  const others = new Map((await store.articles<Reading>(storyId, near)).map((other) => [other.article.id, other]));
  return near.find((id) => id !== entry.article.id && areVersions(others.get(id)!, entry)) ?? null;
}
