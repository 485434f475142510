/**
 * Writes data/en/world/countries.tsv from the package countries-list (MIT): ISO code, name, capital; sorted by code.
 * Run after an update of that package: `npm run build && node dist/tools/data/world.js`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countries } from 'countries-list';
import { dataFile, packageRoot } from '../../src/data/locate.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(join(packageRoot, 'node_modules/countries-list/package.json'), 'utf8'),
);
const rows = Object.entries(countries)
  .map(([code, { name, capital }]) => `${code}\t${name}\t${capital}`)
  .sort();
const head = [
  `# Countries and territories. Source: countries-list ${version} (MIT, © 2014 Annexare Studio); made by tools/data/world.ts.`,
  '# Columns: ISO 3166-1 code, name, capital (may be empty).',
];
writeFileSync(dataFile('en/world/countries.tsv'), `${[...head, ...rows].join('\n')}\n`);
