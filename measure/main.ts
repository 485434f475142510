/**
 * `npm run measure`: every score of docs/quality.md, from the corpora and gold records beside the project. Ends with
 * 1 where a score is more than 0.3 points under its floor in measure/floors.json. `--pin` writes the floors anew:
 * a lower one needs its reason in the commit. Where the corpora are absent it says so and scores the invented stories
 * alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data/locate.ts';
import { measureAttribution } from './attribution.ts';
import { measureDates } from './dates.ts';
import { measureNames } from './names.ts';
import { measurePlanted } from './planted.ts';
import { findShared, type Scores } from './shared.ts';
import { measureSpeed } from './speed.ts';
import { measureStories } from './stories.ts';
import { measureSyntax } from './syntax.ts';
import { measureTimes } from './times.ts';

const TOLERANCE = 0.3;
const floorsFile = join(packageRoot, 'measure/floors.json');

const shared = findShared();
if (shared === null)
  console.log('skipped: all but the invented stories (no corpora: ../shared, or the folder that READOUT_SHARED names)');
await measureAll(shared);

async function measureAll(folder: string | null): Promise<void> {
  const scores: Scores = { ...(await measurePlanted()), ...(folder === null ? {} : await measureShared(folder)) };
  const floors: Scores = JSON.parse(readFileSync(floorsFile, 'utf8'));
  console.log('\n== all scores, with their floors');
  let fallen = 0;
  for (const [name, score] of Object.entries(scores)) {
    const floor = floors[name];
    const isLow = floor !== undefined && score < floor - TOLERANCE;
    if (isLow) fallen++;
    console.log(
      `${name.padEnd(48)} ${score.toFixed(1).padStart(6)} ${floor === undefined ? '' : floor.toFixed(1).padStart(6)}${isLow ? '  FALLEN' : ''}`,
    );
  }
  if (process.argv.includes('--pin')) pin(scores);
  else if (fallen > 0) {
    console.log(`\n${fallen} scores are more than ${TOLERANCE} points under their floor`);
    process.exitCode = 1;
  }
}

async function measureShared(folder: string): Promise<Scores> {
  const scores: Scores = {
    ...(await measureSyntax(folder)),
    ...measureNames(folder),
    ...(await measureTimes(folder)),
    ...measureDates(folder),
    ...measureAttribution(folder),
    ...(await measureStories(folder)),
  };
  measureSpeed(folder);
  return scores;
}

/** Floors of what was not measured this time stay. */
function pin(scores: Scores): void {
  const rounded = Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [name, Math.round(score * 10) / 10]),
  );
  const floors = { ...JSON.parse(readFileSync(floorsFile, 'utf8')), ...rounded };
  writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
}
