/**
 * `npm run bench -- add`: what a user pays for an article more, in stories of several lengths: adding it, dated and
 * undated, to a data folder that is open, and showing the story again in a desk that has shown it before. Prints times
 * of the processor; the start of the command, some two seconds for engine and database, comes on top for each `add`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrints } from '../src/app/prints.ts';
import { givenOf } from '../src/app/read.ts';
import { createReader } from '../src/app/reader.ts';
import { StoryRecorder } from '../src/app/recorder.ts';
import { addPaths } from '../src/app/story.ts';
import { openStore } from '../src/store/index.ts';
import { makeCorpus } from './corpus.ts';
import { plantReadings } from './record-corpus.ts';

const SIZES = [100, 1_000, 10_000];
const SEED = 20_310_304;
const ADDED = 10;
const WARM_UP = 4;

/** @param folder to work in. */
export async function benchAdd(folder: string): Promise<void> {
  const reader = createReader();
  const corpus = await makeCorpus(4 * ADDED);
  const paths = corpus.map(({ id }) => join(folder, `${id}.txt`));
  for (const [i, { text }] of corpus.entries()) writeFileSync(paths[i]!, text);
  const dated = await givenOf({ published: '2031-03-04' });
  const undated = await givenOf({});
  for (const size of SIZES) {
    const dataDir = join(folder, `add-${size}`);
    mkdirSync(dataDir);
    const store = await openStore({ dataDir, holder: 'readout bench' });
    const { id } = await store.ensureStory('bench');
    for (const { article, reading } of plantReadings(size, SEED))
      await store.addArticle(id, { article, reading, engine: reader.version, prints: makePrints(article, reading) });
    const add = (path: string, options: typeof dated) => () => addPaths(store, reader, 'bench', [path], options);
    const recorder = new StoryRecorder(store, id, () => reader);
    const show = async () => {
      await recorder.refresh();
      recorder.record();
    };
    const first = await timed(show);
    const times = { dated: [] as number[], undated: [] as number[], shown: [] as number[] };
    for (let i = 0; i < ADDED; i++) {
      times.dated.push(await timed(add(paths[i]!, dated)));
      times.undated.push(await timed(add(paths[ADDED + i]!, undated)));
      times.shown.push(await timed(show));
    }
    const middle = (list: number[]): string => {
      const sorted = list.slice(WARM_UP).sort((a, b) => a - b);
      return `${sorted[sorted.length >> 1]!.toFixed(0)} ms`;
    };
    console.log(
      `${size.toLocaleString('en').padStart(6)} articles: add ${middle(times.dated)}, undated ${middle(times.undated)}; shown again after both ${middle(times.shown)} (the first time ${first.toFixed(0)} ms)`,
    );
    await store.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
