/**
 * `npm run train`: makes data/en/engine.weights from the treebanks beside the project (../shared, or READOUT_SHARED).
 * Deterministic: the same corpora give the same bytes. Two threads.
 *
 *     npm run train -- --epochs 2     a shorter course, to try a change
 *     npm run train -- --gold         without the silver trees over PolNeAR's text
 *     npm run train -- --classes      only the second opinion on word classes, beside the network that is there
 *     npm run train -- --sentences N  from the first N sentences of each corpus: weights of no use, to try the course
 *     npm run train -- --out FILE     elsewhere than data/en/engine.weights
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { dataFile, packageRoot } from '../../src/data/locate.ts';
import { encodeWeights, loadWeights } from '../../src/language/weights.ts';
import { type Crew, joinCrew } from './crew.ts';
import { learnLemmas } from './lemmas.ts';
import { type NetworkWeights, trainNetwork } from './network.ts';
import { readSilver } from './silver.ts';
import { type GoldSentence, mayShip, readTreebank } from './treebank.ts';
import { trainWordClasses } from './word-class.ts';

const SEED = 7;
const SIZES = { input: 128, hidden: 96, arc: 80, label: 48 };
const COURSE = {
  rate: 0.0025,
  wordsAStep: 550,
  dropout: { input: 0.2, between: 0.25, recurrent: 0.1, top: 0.25, heads: 0.25 },
};
/**
 * By round, which half of the silver trees is read mixed with gold: late, so that what it teaches of words stays, but before the
 * last rounds of gold, which unlearn its errors.
 */
const ROUNDS: readonly (0 | 1 | null)[] = [...new Array<null>(6).fill(null), 0, null, 1, null, 0, null, 1, null, null];

const { values: flags } = parseArgs({
  options: {
    epochs: { type: 'string' },
    out: { type: 'string' },
    sentences: { type: 'string' },
    gold: { type: 'boolean' },
    classes: { type: 'boolean' },
  },
});
const shared = process.env.READOUT_SHARED ?? join(packageRoot, '..', 'shared');
const folder = join(shared, 'corpora', 'ud');
const seconds = (): number => Math.round(performance.now() / 1000);
if (!existsSync(folder)) console.log(`skipped: no treebanks in ${folder} (READOUT_SHARED names another folder)`);
else train();

/** Both threads come here and learn together; the first one writes. */
function train(): void {
  const most = Number(flags.sentences ?? Number.POSITIVE_INFINITY);
  const treebanks = ['ewt-train', 'gum-train'].map((name) => readTreebank(join(folder, `${name}.conllu.gz`), name));
  const gold = treebanks.flatMap((sentences) => sentences.filter(mayShip).slice(0, most));
  const network = flags.classes ? loadWeights() : learnTrees(gold, most, joinCrew(new URL(import.meta.url)));
  if (!isMainThread) return;
  const classes = trainWordClasses(gold, SEED);
  console.log(`word classes: ${seconds()} s`);
  const bytes = encodeWeights({ ...network, classes, lemmas: learnLemmas(gold) });
  const file = flags.out ?? dataFile('en/engine.weights');
  writeFileSync(file, bytes);
  console.log(`${file}: ${(bytes.length / 1e6).toFixed(1)} MB. Now: npm run measure`);
}

function learnTrees(gold: readonly GoldSentence[], most: number, crew: Crew): NetworkWeights {
  const words = gold.reduce((n, s) => n + s.forms.length, 0);
  const rounds = ROUNDS.slice(-Number(flags.epochs ?? ROUNDS.length));
  const corpus = join(shared, 'corpora/attribution/train-syntax.conllu.gz');
  const trees = flags.gold ? [] : readSilver(corpus).slice(0, most);
  const silver = rounds.map((half) => trees.filter((_, i) => i % 2 === half));
  const say = (line: string): void => {
    if (crew.rank === 0) console.log(line);
  };
  say(`${gold.length} sentences, ${words} words, from ${genres(gold)}; ${trees.length} silver sentences`);
  const onEpoch = (epoch: number, loss: number): void =>
    say(`round ${epoch}: loss ${(loss / words).toFixed(3)} a gold word, ${seconds()} s`);
  const network = trainNetwork(gold, { ...COURSE, silver, seed: SEED, sizes: SIZES, crew, onEpoch });
  const about = { sentences: gold.length, words, genres: genres(gold), silver: trees.length, epochs: rounds.length };
  return { ...network, about: { ...about, seed: SEED } };
}

function genres(gold: readonly GoldSentence[]): string {
  return [...new Set(gold.map((s) => s.genre))].sort().join(', ');
}
