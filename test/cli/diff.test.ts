import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readout } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const OLD = [
  'The ferry port of Ardun opened on Monday after nine days.',
  'The crews had stayed away since the owners cut the night bonus in May.',
  '“We will sail, but not for less,” Ida Holm said.',
  'Some 240 lorries waited outside the gates on Sunday.\n',
].join('\n\n');

describe('readout diff', () => {
  it('marks words without colour', async () => {
    const { code, out } = await readout([
      'diff',
      file('old.txt', OLD),
      file('new.txt', OLD.replace('but not', 'and never')),
    ]);
    expect(code).toBe(0);
    expect(out).toContain('a revision, not disclosed');
    expect(out).toContain('1 changed');
    expect(out).toContain('[-but not-] {+and never+} for less');
  });

  it('prints JSON', async () => {
    const { out } = await readout(['diff', file('old.txt', OLD), file('copy.txt', OLD), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      related: true,
      revision: { kind: 'copy', added: [], removed: [], changed: [] },
    });
  });

  it('says so of the same file', async () => {
    const path = file('old.txt', OLD);
    expect((await readout(['diff', path, path])).out).toContain('no sentence differs');
  });

  it('says so of texts that have nothing to do with one another', async () => {
    const other = file('other.txt', 'A cook on the night boat heard of the vote as he came off his shift.\n');
    expect((await readout(['diff', file('old.txt', OLD), other])).out).toContain('not versions of one text');
  });

  it('tells in one line what cannot be read', async () => {
    const { code, err } = await readout(['diff', file('old.txt', OLD), join(folder, 'absent.txt')]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('absent.txt');
  });
});
