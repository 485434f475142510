/**
 * Trains the name finder: first on CoreNLP's names in PolNeAR's news (silver, wide), then on GUM (gold). Deterministic.
 * Out of GUM only the genres whose texts have a licence that lets weights ship: news, interview, bio, voyage, academic, court.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Grammar, makeGrammar } from '../../src/language/grammar.ts';
import { Sight } from '../../src/language/names/features.ts';
import { loadGazetteer } from '../../src/language/names/gazetteer.ts';
import { beginOf, MODEL_KINDS } from '../../src/language/names/labels.ts';
import { encodeModel } from '../../src/language/names/model.ts';
import { loadWeights } from '../../src/language/weights.ts';
import { loadWorld, type World } from '../../src/language/world/index.ts';
import { type GoldText, readGum, readSilver } from './names-gold.ts';
import { dropRare, Learner, makeExamples, meanOf, quantize } from './names-learn.ts';
import { makeRandom } from './random.ts';

/** log2 of the rows: 2^18 rows of 11 bytes are 2.9 MB. */
const BITS = 18;
/** Rows met less often in both corpora together are left out: what was seen once or twice is chance. */
const LEAST = 3;
const SILVER_PASSES = 3;
const GOLD_PASSES = 10;
/** Steps on gold are longer: where the two corpora disagree, gold decides. */
const GOLD_RATE = 2;
const SHIPPABLE = /^CC BY(?:-SA)? \d/;
/** The weights are the mean of runs in several orders: the small gold corpus makes each of them uneven. */
const SEEDS = [1, 2, 3, 4];

/** Without the one-word demonyms, which the finder takes from the world's lists. */
export function withoutDemonyms(texts: GoldText[], world: World): GoldText[] {
  for (const { sentences } of texts)
    for (const s of sentences)
      s.names = s.names.filter(
        ({ from, to }) => to - from > 1 || world.lookUp(s.sentence.tokens[from]!.form)[0]?.kind !== 'nationality',
      );
  return texts;
}

/** The texts with the tags that the engine gives, as the finder will see them. */
function withEngineTags(texts: GoldText[], grammar: Grammar): GoldText[] {
  for (const { sentences } of texts) {
    const parsed = grammar.parse(sentences.map(({ sentence }) => sentence.tokens.map((token) => token.form)));
    sentences.forEach(({ sentence }, i) => {
      sentence.tokens.forEach((token, j) => {
        token.xpos = parsed[i]![j]!.xpos;
      });
    });
  }
  return texts;
}

/** Trains on the corpora under `shared` and writes the weights to `out` (data/en/names.weights). Reads the engine's weights, so it is run after their training. */
export function trainNames(shared: string, out: string): void {
  const began = performance.now();
  const read = (file: string): string => gunzipSync(readFileSync(join(shared, 'corpora', file))).toString('utf8');
  const world = loadWorld();
  const sight = new Sight(loadGazetteer(world));
  const examplesOf = (texts: GoldText[]) =>
    withoutDemonyms(texts, world).flatMap((text) => makeExamples(text, sight, BITS));
  const gum = readGum(read('ud/gum-train.conllu.gz')).filter(({ licence }) => SHIPPABLE.test(licence));
  const gold = examplesOf(withEngineTags(gum, makeGrammar(loadWeights())));
  // CoreNLP's MISC is another class than ours: what holds one is left out.
  const misc = beginOf(MODEL_KINDS.indexOf('misc'));
  const silver = examplesOf(readSilver(read('attribution/train-syntax.conllu.gz'))).filter(
    (example) => !example.gold.includes(misc),
  );
  dropRare([...gold, ...silver], BITS, LEAST);
  const models = SEEDS.map((seed) => {
    const learner = new Learner(BITS);
    const random = makeRandom(seed);
    for (let pass = 0; pass < SILVER_PASSES; pass++) learner.pass(silver, random, 1);
    learner.restart();
    for (let pass = 0; pass < GOLD_PASSES; pass++) learner.pass(gold, random, GOLD_RATE);
    return learner.average();
  });
  const about = {
    corpora: ['PolNeAR train (names by CoreNLP)', 'GUM train'],
    genres: [...new Set(gum.map(({ genre }) => genre))],
    seeds: SEEDS,
    passes: [SILVER_PASSES, GOLD_PASSES],
  };
  const bytes = encodeModel(quantize(meanOf(models), about));
  writeFileSync(out, bytes);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`names: ${gold.length} gold and ${silver.length} silver stretches, ${bytes.length} bytes, ${seconds} s`);
}
