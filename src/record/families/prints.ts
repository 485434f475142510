/**
 * Fingerprints: a few numbers a sentence that most changes of other sentences leave alone. In: a version. Out: its
 * prints, each a signed 32-bit integer, ascending, each once.
 *
 * A sentence is taken as its runs of four words; of their hashes the least are kept (a minimum hash a sentence,
 * after Broder 1997), so that two sentences that share most runs are likely to share a print wherever they stand,
 * and equal ones share all. The hash has no seed but the constants below: prints can be stored and compared later.
 */
import { hashWord, type Version } from './version.ts';

/** Prints made in another way must not be compared with these: whoever keeps prints keeps this number with them. */
export const PRINT_VERSION = 1;

const RUN = 4;
// A print for each eight words or so: one that is edited away leaves others.
const WORDS_A_PRINT = 8;

export function printsOf(version: Version): number[] {
  const prints = new Set<number>();
  for (const { hashes, isTitle } of version.sentences) {
    if (isTitle || hashes.length < RUN) continue;
    const runs: number[] = [];
    for (let i = 0; i + RUN <= hashes.length; i++) {
      let hash = 0;
      for (let k = 0; k < RUN; k++) hash = Math.imul(hash, 0x01000193) ^ hashes[i + k]!;
      runs.push(spread(hash));
    }
    runs.sort((a, b) => a - b);
    const count = Math.max(1, Math.round(hashes.length / WORDS_A_PRINT));
    for (const run of runs.slice(0, count)) prints.add(run);
  }
  // An article of a few words is known by all of them.
  if (prints.size === 0 && version.sentences.length > 0)
    prints.add(spread(hashWord(version.sentences.map(({ key }) => key).join(' '))));
  return [...prints].sort((a, b) => a - b);
}

/** A number of 53 bits for a long text: texts of equal words have equal ones, others hardly ever. */
export function hashText(text: string): number {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return (spread(high) >>> 11) * 2 ** 32 + (spread(low) >>> 0);
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
