/**
 * The second half of `npm run train`: what is learned from texts as the engine reads them. Names first, then who said
 * what, which sees the names. About six minutes on one core. Deterministic. A part whose corpus is absent is skipped.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFile, packageRoot } from '../../src/data/locate.ts';
import { createEngine } from '../../src/language/index.ts';
import { encodeModels } from '../../src/reading/attribution/weights.ts';
import { trainAttribution } from './attribution.ts';
import { readGold } from './attribution-data.ts';
import { trainNames } from './names.ts';

const shared = process.env.READOUT_SHARED ?? join(packageRoot, '..', 'shared');
const articles = join(shared, 'corpora/attribution/train.jsonl.gz');

if (!existsSync(join(shared, 'corpora')))
  console.log(`skipped: no corpora in ${shared} (READOUT_SHARED names another folder)`);
else {
  trainNames(shared, dataFile('en/names.weights'));
  const engine = createEngine();
  const lines = readGold(articles);
  const models = trainAttribution(lines, (text) => engine.analyze(text, { reference: null }), console.log);
  const file = dataFile('en/attribution.weights');
  const bytes = encodeModels(models, { trainedOn: 'PolNeAR train', articles: lines.length });
  writeFileSync(file, bytes);
  console.log(`${file}: ${(bytes.length / 1e6).toFixed(1)} MB. Now: npm run measure`);
}
