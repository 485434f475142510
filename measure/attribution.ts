/** Who said what on PolNeAR dev: `read --ndjson` line by line, scored by score/attribution.mjs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readLine } from '../src/app/read.ts';
import { createReader } from '../src/app/reader.ts';
import type { Scores } from './shared.ts';

export function measureAttribution(shared: string): Scores {
  const reader = createReader();
  const gold = join(shared, 'corpora/attribution/dev.jsonl.gz');
  const lines = gunzipSync(readFileSync(gold)).toString('utf8').split('\n').filter(Boolean);
  const folder = mkdtempSync(join(tmpdir(), 'readout-attribution-'));
  try {
    const predicted = join(folder, 'predicted.ndjson');
    writeFileSync(predicted, lines.map((line, i) => JSON.stringify(readLine(reader, toInput(line), i + 1))).join('\n'));
    const score = (...more: string[]): string =>
      spawnSync(
        process.execPath,
        [join(shared, 'score/attribution.mjs'), '--gold', gold, '--pred', predicted, ...more],
        {
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
        },
      ).stdout;
    console.log(`\n== PolNeAR dev (score/attribution.mjs)\n${score()}`);
    const { all, quoted } = JSON.parse(score('--json'));
    const scores: Scores = {};
    for (const [name, part] of [
      ['all', all],
      ['quoted', quoted],
    ] as const) {
      scores[`attribution ${name} content`] = 100 * part.attributedContent.f1;
      scores[`attribution ${name} source exact`] = 100 * part.exact.source.f1;
      scores[`attribution ${name} cue exact`] = 100 * part.exact.cue.f1;
      scores[`attribution ${name} content overlap`] = 100 * part.overlap.content.f1;
    }
    return scores;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toInput(line: string): string {
  const { id, title, text, published } = JSON.parse(line);
  return JSON.stringify({ id, title, text, published: /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] });
}
