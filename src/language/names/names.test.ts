import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFile } from '../../data/locate.ts';
import { ReadoutError } from '../../model/errors.ts';
import { createEngine } from '../index.ts';
import { createNameFinder } from './index.ts';
import { loadModel } from './model.ts';

const engine = createEngine();
const finder = createNameFinder();

function names(text: string): string[] {
  const { sentences } = engine.analyze(text, { reference: null });
  return finder.findNames(text, sentences).map((name) => {
    expect(text.slice(name.start, name.end)).toBe(name.text);
    for (const role of name.roles) expect(text.slice(role.start, role.end)).toBe(role.text);
    const roles = name.roles.map((role) => role.text).join('; ');
    return `${name.kind}: ${name.text}${roles === '' ? '' : ` (${roles})`}${name.full ? ` = ${name.full}` : ''}`;
  });
}

describe('findNames', () => {
  it.each<[string, string[]]>([
    [
      'Norwegian Foreign Minister Ida Holm met Otto Blackwood, the prime minister of Ghana, in Geneva.',
      [
        'nationality: Norwegian',
        'person: Ida Holm (Foreign Minister)',
        'person: Otto Blackwood (prime minister of Ghana)',
        'country: Ghana',
        'place: Geneva',
      ],
    ],
    [
      'CIA Director Bo Marr spoke to White House spokesperson Emil Brandt.',
      [
        'organization: CIA',
        'person: Bo Marr (CIA Director)',
        'organization: White House',
        'person: Emil Brandt (White House spokesperson)',
      ],
    ],
    [
      'U.S. Secretary of State Ann Rook flew to Doha. Rook spoke to Reuters.',
      [
        'country: U.S.',
        'person: Ann Rook (Secretary of State)',
        'place: Doha',
        'person: Rook = Ann Rook',
        'organization: Reuters',
      ],
    ],
    ['The Kremlin and Downing Street said so.', ['organization: Kremlin', 'organization: Downing Street']],
    ['Americans want peace with the Egyptian people.', ['nationality: Americans', 'nationality: Egyptian']],
    ['The Paris Agreement will hold.', ['law: Paris Agreement']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('lets a short form stand for no one where two full names fit', () => {
    const found = names('Ida Blackwood met Otto Blackwood in Oslo. Blackwood said the talks went well.');
    expect(found).toContain('person: Blackwood');
    expect(found.filter((name) => name.includes('='))).toEqual([]);
  });

  it.each([
    'The talks went nowhere, and the officials left.',
    'Madam Speaker, the committee rose.',
    'They will march in may and sit in the sun.',
    'It cost US$10 in all.',
    '',
    '…!!! ??? —',
  ])('finds no person and no organization in: %s', (text) => {
    expect(names(text).filter((name) => /^(?:person|organization)/.test(name))).toEqual([]);
  });

  it('keeps spans in order, inside the text and on token edges, whatever the text', () => {
    const word = fc.constantFrom(
      ...'Ida Holm President of the Norwegian United Nations ( NLU ) Cyclone Blackwood U.S. $ , said and de la “ ” \n . Treaty 😀 İstanbul ÉTÉ'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const { sentences } = engine.analyze(text, { reference: null });
        const starts = new Set(sentences.flatMap((s) => s.tokens.map((t) => t.start)));
        const ends = new Set(sentences.flatMap((s) => s.tokens.map((t) => t.end)));
        let end = 0;
        for (const name of finder.findNames(text, sentences)) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(starts.has(name.start) && ends.has(name.end)).toBe(true);
          expect(name.start >= sentences[name.sentence]!.start && name.end <= sentences[name.sentence]!.end).toBe(true);
          end = name.end;
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('loadModel', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-names-'));
  const code = (file: string): string => {
    try {
      loadModel(file);
      return 'none';
    } catch (error) {
      return error instanceof ReadoutError ? `${error.code}: ${error.next}` : String(error);
    }
  };

  it('refuses weights that are missing, damaged or of another version, and says what to run', () => {
    const bytes = readFileSync(dataFile('en/names.weights'));
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 5]! ^= 1;
    writeFileSync(join(folder, 'damaged'), damaged);
    const cut = bytes.indexOf(10);
    const header = bytes.toString('utf8', 0, cut).replace('"version":', '"version":9');
    writeFileSync(join(folder, 'other'), Buffer.concat([Buffer.from(header), bytes.subarray(cut)]));
    writeFileSync(join(folder, 'text'), 'no weights');
    for (const file of ['missing', 'damaged', 'other', 'text'])
      expect(code(join(folder, file)), file).toMatch(/^weights: .*npm run train/);
  });
});
