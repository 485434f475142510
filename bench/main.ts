/**
 * `npm run bench`: how fast and how large. Prints figures; asserts nothing. Runs the command as a user does, on a
 * corpus made from examples/. Times are wall times of one run each; compare runs on one machine only.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/data/locate.ts';
import { benchAdd } from './add.ts';
import { countWords, makeCorpus } from './corpus.ts';
import { benchFamilies } from './families.ts';
import { benchRecord } from './record.ts';

const ARTICLES = 2_000;
const STORED = 500;
const bin = join(packageRoot, 'bin', 'readout.js');

interface Run {
  seconds: number;
  /** Megabytes. */
  peak: number;
}

const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
  );
  // Minutes of work on one subject: asked for by name.
  if (process.argv[2] === 'families') benchFamilies();
  else if (process.argv[2] === 'record') benchRecord();
  else if (process.argv[2] === 'add') await benchAdd(folder);
  else await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const corpus = await makeCorpus(ARTICLES);
  const lines = join(folder, 'corpus.ndjson');
  writeFileSync(lines, `${corpus.map((article) => JSON.stringify(article)).join('\n')}\n`);
  const half = join(folder, 'half.ndjson');
  writeFileSync(
    half,
    `${corpus
      .slice(0, ARTICLES / 2)
      .map((article) => JSON.stringify(article))
      .join('\n')}\n`,
  );

  row('start-up (--version)', time(['--version']));
  row(
    'read one article, cold',
    time(['read', join(packageRoot, 'examples/port-strike/01-meridian-walkout.txt'), '--json']),
  );
  row('read a story of ten articles, cold', time(['read', join(packageRoot, 'examples/port-strike'), '--json']));
  const output = join(folder, 'out.ndjson');
  const first = time(['read', '--ndjson', half, '-o', output]);
  row(`read --ndjson, ${ARTICLES / 2} articles`, first);
  const all = time(['read', '--ndjson', lines, '-o', output]);
  row(`read --ndjson, ${ARTICLES} articles`, all, rate(countWords(corpus), all.seconds, 'words'));
  // What the second thousand costs beyond the first leaves the start-up out; flat memory shows as equal peaks.
  row(
    '  the second half alone',
    { seconds: all.seconds - first.seconds, peak: all.peak },
    rate(countWords(corpus.slice(ARTICLES / 2)), all.seconds - first.seconds, 'words'),
  );

  const stored = corpus.slice(0, STORED);
  for (const article of stored) writeFileSync(join(folder, `${article.id}.txt`), article.text);
  const paths = stored.map((article) => join(folder, `${article.id}.txt`));
  const data = join(folder, 'data');
  const once = time(['add', ...paths.slice(0, 1), '--story', 'bench', '--data', data]);
  row('add one article to a new data folder', once);
  const added = time(['add', ...paths, '--story', 'bench', '--data', data]);
  row(`add ${STORED} articles`, added, rate(STORED, added.seconds, 'articles'));
  row(`add the same ${STORED} again`, time(['add', ...paths, '--story', 'bench', '--data', data]));
}

/** Runs the command in a process of its own, with the peak memory that the system counted for it. */
function time(args: string[]): Run {
  // The child reports its own peak: resourceUsage counts the whole life of the process.
  const report = `process.on('exit', () => process._rawDebug('peak ' + process.resourceUsage().maxRSS))`;
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const started = performance.now();
  const result = spawnSync(process.execPath, ['--import', preload, bin, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    cwd: folder,
  });
  const seconds = (performance.now() - started) / 1000;
  if (result.status !== 0)
    throw new Error(`readout ${args[0]} ended with ${result.status}: ${result.stderr.slice(-500)}`);
  return { seconds, peak: Number(/peak (\d+)/.exec(result.stderr)?.[1] ?? Number.NaN) / 1024 };
}

function rate(count: number, seconds: number, unit: string): string {
  return `${Math.round(count / seconds).toLocaleString('en')} ${unit}/s`;
}

function row(name: string, run: Run, more = ''): void {
  console.log(
    `${name.padEnd(42)} ${run.seconds.toFixed(2).padStart(7)} s  ${run.peak.toFixed(0).padStart(5)} MB peak  ${more}`,
  );
}
