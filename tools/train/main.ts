/**
 * `npm run train`: makes data/en/engine.weights from the treebanks beside the project (../shared, or READOUT_SHARED).
 * Deterministic: the same corpora give the same bytes. About half an hour on one plain core.
 *
 *     npm run train -- --epochs 2     a short first course, to try a change
 *     npm run train -- --gold         without the silver trees over PolNeAR's text
 *     npm run train -- --classes      only the second opinion on word classes, beside the network that is there
 *     npm run train -- --sentences N  from the first N sentences of each corpus: weights of no use, to try the course
 *     npm run train -- --out FILE     elsewhere than data/en/engine.weights
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFile, packageRoot } from '../../src/data/locate.ts';
import { encodeWeights, loadWeights } from '../../src/language/weights.ts';
import { learnLemmas } from './lemmas.ts';
import { type NetworkWeights, trainNetwork } from './network.ts';
import { readSilver } from './silver.ts';
import { type GoldSentence, mayShip, readTreebank } from './treebank.ts';
import { trainWordClasses } from './word-class.ts';

const SEED = 7;
const SIZES = { input: 128, hidden: 96, arc: 96, label: 64 };
/** First gold alone; then silver once, mixed with gold, and gold again: what silver teaches of words stays, its errors less. */
const FIRST = {
  epochs: 12,
  rate: 0.0025,
  wordsAStep: 550,
  dropout: { input: 0.2, between: 0.25, recurrent: 0.1, top: 0.25, heads: 0.25 },
};
const SECOND = {
  epochs: 2,
  rate: 0.001,
  wordsAStep: 300,
  dropout: { input: 0.2, between: 0.3, recurrent: 0.15, top: 0.3, heads: 0.3 },
};

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
if (!existsSync(folder)) console.log(`skipped: no treebanks in ${folder} (READOUT_SHARED names another folder)`);
else train();

function train(): void {
  const most = Number(flags.sentences ?? Number.POSITIVE_INFINITY);
  const treebanks = ['ewt-train', 'gum-train'].map((name) => readTreebank(join(folder, `${name}.conllu.gz`), name));
  const gold = treebanks.flatMap((sentences) => sentences.filter(mayShip).slice(0, most));
  const words = gold.reduce((n, s) => n + s.forms.length, 0);
  console.log(`${gold.length} sentences, ${words} words, from ${genres(gold)}`);
  const started = performance.now();
  const seconds = (): number => Math.round((performance.now() - started) / 1000);
  const network = flags.classes ? loadWeights() : learnTrees(gold, words, most, seconds);
  const classes = trainWordClasses(gold, SEED);
  console.log(`word classes: ${seconds()} s`);
  const bytes = encodeWeights({ ...network, classes, lemmas: learnLemmas(gold) });
  const file = flags.out ?? dataFile('en/engine.weights');
  writeFileSync(file, bytes);
  console.log(`${file}: ${(bytes.length / 1e6).toFixed(1)} MB. Now: npm run measure`);
}

function learnTrees(gold: readonly GoldSentence[], words: number, most: number, seconds: () => number): NetworkWeights {
  const epochs = Number(flags.epochs ?? FIRST.epochs);
  const onEpoch = (epoch: number, loss: number): void =>
    console.log(`round ${epoch}: loss ${(loss / words).toFixed(3)} a gold word, ${seconds()} s`);
  const first = trainNetwork(gold, { ...FIRST, epochs, seed: SEED, sizes: SIZES, onEpoch });
  const corpus = join(shared, 'corpora/attribution/train-syntax.conllu.gz');
  const silver = flags.gold ? [] : readSilver(corpus).slice(0, most);
  console.log(`${silver.length} silver sentences`);
  const network =
    silver.length === 0
      ? first
      : trainNetwork(gold, { ...SECOND, start: first, silver, seed: SEED, sizes: SIZES, onEpoch });
  const about = { sentences: gold.length, words, genres: genres(gold), silver: silver.length, epochs, seed: SEED };
  return { ...network, about };
}

function genres(gold: readonly GoldSentence[]): string {
  return [...new Set(gold.map((s) => s.genre))].sort().join(', ');
}
