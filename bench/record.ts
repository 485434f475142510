/**
 * `npm run bench -- record`: the record of stories of several lengths, and what one more article costs. Prints times of
 * the processor, per article and against the shortest story.
 */
import { slugify } from '../src/intake/index.ts';
import { createMemo, makeRecord } from '../src/record/index.ts';
import { plantReadings } from './record-corpus.ts';

const SIZES = [100, 1_000, 10_000];
const SEED = 20_310_304;

export function benchRecord(): void {
  // The program runs at its own speed before it is timed.
  for (let i = 0; i < 3; i++) makeRecord(plantReadings(300, SEED + 1 + i), { slug: slugify });
  let shortest: number | undefined;
  for (const size of SIZES) {
    const entries = plantReadings(size + 1, SEED);
    const memo = createMemo();
    const all = timed(() => makeRecord(entries.slice(0, -1), { slug: slugify, memo }));
    const each = all / size;
    shortest ??= each;
    console.log(
      `record of ${size.toLocaleString('en').padStart(6)} articles: ${all.toFixed(0).padStart(6)} ms, ${each.toFixed(2)} ms an article, ${(each / shortest).toFixed(2)} × that at ${SIZES[0]}`,
    );
    const more = timed(() => makeRecord(entries, { slug: slugify, memo }));
    console.log(
      `  after adding one: ${more.toFixed(0)} ms with what the first left, ${(all / more).toFixed(1)} × faster`,
    );
  }
}

/** Milliseconds of the processor, so that other work on the machine does not count. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
