/** The record of whole stories against gold: score/story.mjs for the story annotated in full, score/facts.mjs for the others. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenOf, readPaths } from '../src/app/read.ts';
import { createReader, type Reader } from '../src/app/reader.ts';
import type { Scores } from './shared.ts';

const KINDS = [
  'published',
  'boilerplate',
  'family',
  'actors',
  'statements',
  'encounters',
  'figures',
  'positions',
  'proposals',
  'disputes',
  'revisions',
  'timeline',
] as const;

/** Prints what the scorers print and gives the F1 of each kind, with and without the given dates. */
export async function measureStories(shared: string): Promise<Scores> {
  const reader = createReader();
  const folder = mkdtempSync(join(tmpdir(), 'readout-measure-'));
  try {
    return { ...(await scoreGold(shared, folder, reader)), ...(await scoreFacts(shared, folder, reader)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scoreGold(shared: string, folder: string, reader: Reader): Promise<Scores> {
  const scores: Scores = {};
  for (const dated of [true, false]) {
    const record = await writeRecord(shared, 'gaza-talks', folder, reader, dated);
    const args = [join(shared, 'score/story.mjs'), '--gold', join(shared, 'gold/gaza-talks.json'), '--record', record];
    console.log(`\n== five articles, ${dated ? 'dates given' : 'no dates given'} (score/story.mjs)\n${run(args)}`);
    const result = JSON.parse(run([...args, '--json']));
    const rows = result.rows ?? result;
    for (const kind of KINDS)
      if (typeof rows[kind]?.f1 === 'number')
        scores[`story ${dated ? 'dated' : 'undated'} ${kind}`] = 100 * rows[kind].f1;
  }
  return scores;
}

async function scoreFacts(shared: string, folder: string, reader: Reader): Promise<Scores> {
  const scores: Scores = {};
  for (const file of readdirSync(join(shared, 'gold/facts')).filter((name) => name.endsWith('.json'))) {
    const story = file.replace(/\.json$/, '');
    const record = await writeRecord(shared, story, folder, reader, true);
    const args = [join(shared, 'score/facts.mjs'), '--facts', join(shared, 'gold/facts', file), '--record', record];
    console.log(`\n== ${story}, dates given (score/facts.mjs)\n${run(args)}`);
    const { statements, encounters, figures, positions, disputes, chronology } = JSON.parse(run([...args, '--json']));
    const share = (found: number, gold: number): number => (gold > 0 ? (100 * found) / gold : 0);
    scores[`${story} statements found`] = share(statements.found, statements.gold);
    scores[`${story} speaker right`] = share(statements.speaker, statements.found);
    scores[`${story} encounters found`] = share(encounters.found, encounters.gold);
    scores[`${story} figures found`] = share(figures.found, figures.gold);
    scores[`${story} positions found`] = share(positions.found, positions.gold);
    scores[`${story} disputes found`] = share(disputes.found, disputes.gold);
    scores[`${story} chronology`] = share(chronology.found, chronology.gold);
  }
  return scores;
}

async function writeRecord(
  shared: string,
  story: string,
  folder: string,
  reader: Reader,
  dated: boolean,
): Promise<string> {
  const path = join(shared, 'stories', story);
  const record = await readPaths(reader, [path], await givenOf(dated ? { meta: join(path, 'published.tsv') } : {}));
  const file = join(folder, `${story}.json`);
  writeFileSync(file, JSON.stringify(record));
  return file;
}

function run(args: string[]): string {
  const result = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (result.status !== 0) throw new Error(`${args[0]}: ${result.stderr}`);
  return result.stdout;
}
