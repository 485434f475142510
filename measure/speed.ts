/** Words per second of the whole engine beside `compromise`, on the same text in one run, and the engine's memory and start. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import nlp from 'compromise';
import { createEngine } from '../src/language/index.ts';
import type { Scores } from './shared.ts';

const ROUNDS = 5;

/** Prints the figures and gives the ratio of the fastest rounds, the engine's over compromise's. Times vary: not for pinning. */
export function measureSpeed(shared: string): Scores {
  const texts = gunzipSync(readFileSync(join(shared, 'corpora/attribution/dev.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).text)
    .slice(0, 40);
  const words = texts.reduce((n, text) => n + text.split(/\s+/).length, 0);
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const engine = createEngine();
  const start = performance.now() - started;
  let ours = Number.POSITIVE_INFINITY;
  let theirs = Number.POSITIVE_INFINITY;
  let memory = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const a = performance.now();
    for (const text of texts) engine.analyze(text, { reference: '2031-05-16' });
    const b = performance.now();
    if (round === 0) memory = process.memoryUsage.rss() - before;
    for (const text of texts) nlp(text).json();
    ours = Math.min(ours, b - a);
    theirs = Math.min(theirs, performance.now() - b);
  }
  const speed = (ms: number): number => Math.round((1000 * words) / ms);
  console.log(`\n== speed on ${words} words of news, fastest of ${ROUNDS} rounds`);
  console.log(
    `  engine ${speed(ours)} words/s, compromise ${speed(theirs)} words/s, ratio ${(theirs / ours).toFixed(2)}`,
  );
  console.log(`  the engine starts in ${Math.round(start)} ms; it and its reading add ${Math.round(memory / 1e6)} MB`);
  return { 'speed over compromise': theirs / ours };
}
