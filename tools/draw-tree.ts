/** Makes docs/engine-tree.svg, the tree that docs/engine.md shows: node dist/tools/draw-tree.js ["another sentence"] > FILE. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data/locate.ts';
import { createEngine } from '../src/language/index.ts';
import { drawTree } from '../src/language/svg/tree.ts';

const SENTENCE = 'Halvaria said on Friday that its envoys would not leave the talks.';

const given = process.argv[2];
const { sentences } = createEngine().analyze(given ?? SENTENCE, { reference: null });
const drawing = sentences.map((s, i) => drawTree(s.tokens, `tree-${i + 1}`)).join('\n');
if (given === undefined) writeFileSync(join(packageRoot, 'docs', 'engine-tree.svg'), drawing);
else process.stdout.write(drawing);
