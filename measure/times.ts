/** Expressions of time against TimeBank (score/timex.mjs), beside chrono-node as it comes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type ParsedResult, parse as parseWithChrono } from 'chrono-node';
import { createEngine } from '../src/language/index.ts';
import type { Scores } from './shared.ts';

interface GoldText {
  id: string;
  dct: string;
  text: string;
}
interface Found {
  start: number;
  end: number;
  value: string;
  type?: string;
}
interface Scorer {
  score(
    gold: GoldText[],
    pred: { id: string; timexes: Found[] }[],
  ): { all: { relaxed: { f1: number }; strict: { f1: number }; valueAccuracy: number } };
  table(result: unknown): string;
}

/** Prints the scorer's tables and gives relaxed and strict span F1 and value accuracy. */
export async function measureTimes(shared: string): Promise<Scores> {
  const scorer: Scorer = await import(pathToFileURL(join(shared, 'score/timex.mjs')).href);
  const gold: GoldText[] = gunzipSync(readFileSync(join(shared, 'corpora/timex/timebank.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const engine = createEngine();
  const ours = gold.map(({ id, text, dct }) => ({ id, timexes: engine.analyze(text, { reference: dct }).timexes }));
  const result = scorer.score(gold, ours);
  console.log(`\n== times on TimeBank (score/timex.mjs)\n${scorer.table(result)}`);
  const chrono = scorer.score(
    gold,
    gold.map(({ id, text, dct }) => ({
      id,
      timexes: parseWithChrono(text, new Date(`${dct}T12:00:00`)).map(readChrono),
    })),
  );
  console.log(
    `chrono-node as it comes: relaxed F1 ${(100 * chrono.all.relaxed.f1).toFixed(1)}, value accuracy ${(100 * chrono.all.valueAccuracy).toFixed(1)}`,
  );
  return {
    'times relaxed F1': 100 * result.all.relaxed.f1,
    'times strict F1': 100 * result.all.strict.f1,
    'times value accuracy': 100 * result.all.valueAccuracy,
    'times chrono relaxed F1': 100 * chrono.all.relaxed.f1,
    'times chrono value accuracy': 100 * chrono.all.valueAccuracy,
  };
}

/** Chrono's result with a TIMEX3 value of the fields that it is sure of. */
function readChrono({ index, text, start }: ParsedResult): Found {
  const two = (n: number | null): string => String(n ?? 0).padStart(2, '0');
  let value = `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`;
  if (start.isCertain('hour')) value += `T${two(start.get('hour'))}:${two(start.get('minute'))}`;
  else if (!start.isCertain('day') && !start.isCertain('weekday'))
    value = value.slice(0, start.isCertain('month') ? 7 : 4);
  return { start: index, end: index + text.length, value };
}
