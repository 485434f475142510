/**
 * The claim that one article denies and another one tells. In: claims of deeds of all articles, and a denial in a clause
 * of its own. Out: who claims the same deed elsewhere. Example: "Lind denied that she had thanked Holm" in one article,
 * "Lind thanked Holm for the grain" in another.
 *
 * Claims are looked up under their deed and a word, the nearest in time first, so that the work does not grow with the story.
 */
import type { Range } from '../reading/index.ts';
import { compare } from './actors.ts';
import { daysBetween, type Held, sameAgent } from './contradictions.ts';
import { firstOn } from './neighbours.ts';
import type { ReadArticle } from './story.ts';

export type FindClaims = (entry: ReadArticle, denied: Range, denier: string | null) => Held[];

/**
 * @param held in order of their days.
 * @param articles those with a denial: only deeds that they speak of are looked up.
 */
export function indexClaims(held: Held[], articles: ReadonlySet<string>): FindClaims {
  const byArticle = new Map<string, Held[]>();
  const deeds = new Set<string>();
  for (const claim of held) {
    const { id } = claim.entry.article;
    if (!articles.has(id)) continue;
    const told = byArticle.get(id) ?? [];
    told.push(claim);
    byArticle.set(id, told);
    deeds.add(claim.local.deed);
  }
  const byWord = new Map<string, Held[]>();
  for (const claim of held) {
    if (!claim.local.positive || !deeds.has(claim.local.deed)) continue;
    for (const word of claim.stems) {
      const key = `${claim.local.deed} ${claim.local.mode} ${word}`;
      const block = byWord.get(key) ?? [];
      block.push(claim);
      byWord.set(key, block);
    }
  }
  return (entry, denied, denier) => {
    const own = (byArticle.get(entry.article.id) ?? []).find(
      ({ local: { range } }) => range.start < denied.end && denied.start < range.end,
    );
    if (!own) return [];
    const found = new Set<Held>();
    for (const word of own.stems) {
      const block = byWord.get(`${own.local.deed} ${own.local.mode} ${word}`) ?? [];
      const from = Math.max(0, firstOn(block, own.day) - WINDOW);
      const near = block.slice(from, from + 2 * WINDOW);
      for (const claim of near) if (isClaimOf(claim, own, denier)) found.add(claim);
    }
    return [...found].sort(
      (a, b) =>
        compare(a.day, b.day) ||
        compare(a.entry.article.id, b.entry.article.id) ||
        a.local.range.start - b.local.range.start,
    );
  };
}

// Claims before and after a denial that are looked at under one deed and word.
const WINDOW = 8;
// Days over which a denial answers a claim.
const DAYS = 30;

function isClaimOf(claim: Held, own: Held, denier: string | null): boolean {
  if (claim.entry === own.entry || daysBetween(claim.day, own.day) > DAYS) return false;
  if (denier !== null && claim.tellerSide === denier) return false;
  const shared = [...own.stems].filter((stem) => claim.stems.has(stem)).length;
  const least = Math.min(own.stems.size, claim.stems.size);
  // Of the shorter one nearly all words: thanks for the grain are not those for the fish.
  return shared >= 2 && least - shared <= Math.floor(least / 4) && sameAgent(claim, own);
}
