/**
 * `npm run bench -- record`: the record of stories of several lengths, and what one more article costs where the memo
 * of the record before is handed on, as the desk does. Prints times of the processor.
 */
import { slugify } from '../src/intake/index.ts';
import { createMemo, makeRecord } from '../src/record/index.ts';
import { plantReadings } from './record-corpus.ts';

const SIZES = [100, 1_000, 10_000];
const SEED = 20_310_304;
/** Articles added one by one; the first of them are left out, since the program still gets up to its speed. */
const ADDED = 20;
const WARM_UP = 8;

export function benchRecord(): void {
  for (let i = 0; i < 3; i++) makeRecord(plantReadings(300, SEED + 1 + i), { slug: slugify });
  let shortest: number | undefined;
  for (const size of SIZES) {
    const all = plantReadings(size + ADDED, SEED);
    // From all over the story, and not its last: ids have nothing to do with when an article comes.
    const step = Math.floor(all.length / ADDED);
    const later = all.filter((_, i) => i % step === step >> 1).slice(0, ADDED);
    let held = all.filter((entry) => !later.includes(entry));
    const memo = createMemo();
    const whole = timed(() => makeRecord(held, { slug: slugify, memo }));
    console.log(
      `record of ${size.toLocaleString('en').padStart(6)} articles: ${whole.toFixed(0).padStart(6)} ms, ${(whole / held.length).toFixed(2)} ms an article`,
    );
    const times = later.map((entry) => {
      held = [...held, entry];
      return timed(() => makeRecord(held, { slug: slugify, memo }));
    });
    const middle = times.slice(WARM_UP).sort((a, b) => a - b)[(ADDED - WARM_UP) >> 1]!;
    shortest ??= middle;
    console.log(
      `  one more: ${middle.toFixed(0)} ms (median of ${ADDED - WARM_UP}), ${(middle / shortest).toFixed(1)} × that at ${SIZES[0]}, ${(whole / middle).toFixed(0)} × less than the whole`,
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
