import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { ReadoutError } from '../model/errors.ts';
import { type AnalyzeFlags, runAnalyze } from './analyze.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  file: string | undefined,
  flags: AnalyzeFlags,
  input = '',
): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = [stdout, stderr].map(async (stream) => {
    let text = '';
    for await (const chunk of stream) text += chunk;
    return text;
  });
  const code = await runAnalyze(file, flags, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, env: {} });
  stdout.end();
  stderr.end();
  return { code, out: (await texts[0])!, err: (await texts[1])! };
}

describe('runAnalyze', () => {
  it('prints JSON of a file', async () => {
    const file = join(folder, 'a.txt');
    writeFileSync(file, 'The port closed on Monday.');
    const { code, out } = await run(file, { reference: '2031-05-16' });
    expect(code).toBe(0);
    const doc = JSON.parse(out);
    expect(doc.sentences[0].tokens).toHaveLength(6);
    expect(doc.timexes[0].value).toBe('2031-05-12');
  });

  it('prints CoNLL-U and drawings of standard input', async () => {
    expect((await run(undefined, { format: 'conllu' }, 'We left.')).out).toMatch(
      /^# newdoc\n# newpar\n# sent_id = 1\n# text = We left\.\n1\tWe\twe\tPRON/,
    );
    expect((await run('-', { format: 'svg' }, 'We left.')).out).toMatch(/^<svg /);
  });

  it('keeps the words of CoNLL-U', async () => {
    const { out } = await run(
      undefined,
      { tokenized: true },
      '# sent_id = a\n1\tWeleft\t_\t_\t_\t_\t_\t_\t_\t_\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n',
    );
    expect(out.split('\n').map((l) => l.split('\t')[1])).toEqual([undefined, 'Weleft', '.', undefined, undefined]);
  });

  it('answers a line a line, in order, with an error for one that cannot be read', async () => {
    const lines = [
      '{"id":"x","text":"We left on Monday.","published":"2031-05-16T08:00:00Z"}',
      'no',
      '{"id":7}',
      '',
      '{"id":"y","text":""}',
    ];
    const output = join(folder, 'out.ndjson');
    const { code, err } = await run(undefined, { ndjson: true, output }, `${lines.join('\n')}\n`);
    const answers = readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(answers.map((a) => a.id)).toEqual(['x', null, 7, 'y']);
    expect(answers[0].timexes[0]).toMatchObject({ value: '2031-05-12', start: 11, end: 17 });
    expect(answers[1].error).toBeTruthy();
    expect(answers[3]).toEqual({ id: 'y', sentences: [], names: [], timexes: [] });
    expect(code).toBe(1);
    expect(err).toMatch(/2 lines/);
  });

  it.each([
    [join(folder, 'none.txt'), {}, 'unreadable'],
    [undefined, { format: 'xml' }, 'bad-option'],
    [undefined, { reference: '2031-02-30' }, 'bad-option'],
    [join(folder, 'none.ndjson'), { ndjson: true }, 'unreadable'],
  ] as const)('%s %j: %s', async (file, flags, code) => {
    const fault = await run(file, flags).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ReadoutError);
    expect((fault as ReadoutError).code).toBe(code);
  });
});
