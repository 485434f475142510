import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readout } from './run.ts';

const TEXT = 'Minister Ana Lind left Port Maren on Monday. She said nothing.';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-analyze-'));
  writeFileSync(join(folder, 'a.txt'), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readout analyze', () => {
  it('prints sentences, names and times with offsets that hold in the file', async () => {
    const { code, out } = await readout(['analyze', join(folder, 'a.txt'), '--reference', '2031-03-05']);
    const doc = JSON.parse(out);
    expect(code).toBe(0);
    expect(doc.sentences).toHaveLength(2);
    for (const { start, end, form } of doc.sentences[0].tokens) expect(TEXT.slice(start, end)).toBe(form);
    expect(doc.names.map((name: { start: number; end: number }) => TEXT.slice(name.start, name.end))).toContain(
      'Ana Lind',
    );
    expect(doc.timexes[0]).toMatchObject({
      value: '2031-03-03',
      range: { earliest: '2031-03-03', latest: '2031-03-03' },
    });
  });

  it('writes CoNLL-U that it can read back with its own words', async () => {
    const first = await readout(['analyze', join(folder, 'a.txt'), '--format', 'conllu']);
    const forms = (conllu: string): string[] =>
      conllu
        .split('\n')
        .filter((line) => /^\d+\t/.test(line))
        .map((line) => line.split('\t')[1]!);
    expect(forms(first.out).slice(0, 3)).toEqual(['Minister', 'Ana', 'Lind']);
    writeFileSync(join(folder, 'a.conllu'), first.out);
    const again = await readout(['analyze', join(folder, 'a.conllu'), '--tokenized']);
    expect(again.code).toBe(0);
    expect(forms(again.out)).toEqual(forms(first.out));
  });

  it('draws the trees', async () => {
    const { out } = await readout(['analyze', join(folder, 'a.txt'), '--format', 'svg']);
    expect(out.match(/<svg/g)).toHaveLength(2);
    expect(out).toContain('<title');
  });

  it('reads a line at a time and keeps errors in their place', async () => {
    const input = `${JSON.stringify({ id: 'a', text: TEXT, published: '2031-03-05' })}\nno\n${JSON.stringify({ id: 'b', text: 'Done.' })}\n`;
    const { code, out } = await readout(['analyze', '--ndjson'], { input });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => [line.id, 'error' in line])).toEqual([
      ['a', false],
      [null, true],
      ['b', false],
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ['a format that is not there', ['analyze', 'x.txt', '--format', 'xml'], /there is no format xml/, 2],
    ['a day that is none', ['analyze', 'x.txt', '--reference', 'soon'], /soon is no day/, 2],
    ['a file that is missing', ['analyze', '/nowhere/x.txt'], /x\.txt cannot be read/, 1],
  ])('says so of %s', async (_, args, message, expected) => {
    const { code, err } = await readout(args);
    expect(err).toMatch(message);
    expect(code).toBe(expected);
  });
});
