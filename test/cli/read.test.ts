import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRecord } from '../../src/model/check.ts';
import { readout } from './run.ts';

const GOOD = '“We will wait,” Ana Lind, the harbour minister, said on Monday, hours after 1,200 dockers walked out.\n';
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-read-'));
  writeFileSync(at('good.txt'), GOOD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readout read', () => {
  it('prints a record with the text as it stands in the file', async () => {
    const { code, out, err } = await readout([
      'read',
      at('good.txt'),
      '--json',
      '--published',
      '2031-03-04',
      '--outlet',
      'Harbour Post',
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    const record = JSON.parse(out);
    expect(checkRecord(record)).toEqual([]);
    expect(record.articles[0]).toMatchObject({
      text: GOOD,
      outlet: 'Harbour Post',
      published: { earliest: '2031-03-04', basis: 'given' },
    });
    expect(
      record.statements[0].content.map((span: { start: number; end: number }) => GOOD.slice(span.start, span.end)),
    ).toEqual(['“We will wait,”']);
  });

  it('prints a summary for people, without colour where NO_COLOR is set', async () => {
    const { code, out } = await readout(['read', at('good.txt')], { env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    expect(out).toContain('Ana Lind');
    expect(out).toContain('“We will wait,”');
    expect(out).not.toContain('\u001b');
  });

  it('reads a folder in the order of names and passes over what is no article, with a note', async () => {
    mkdirSync(at('story/b'), { recursive: true });
    writeFileSync(at('story/c.txt'), 'Third of the stories, told at no great length.');
    writeFileSync(at('story/a.txt'), 'First of the stories, told at no great length.');
    writeFileSync(
      at('story/b/b.html'),
      `<article>${'<p>Second of the stories, told at rather greater length so that it is taken for an article.</p>'.repeat(4)}</article>`,
    );
    writeFileSync(at('story/days.tsv'), 'file\tpublished\n');
    writeFileSync(at('story/photo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    const { code, out, err } = await readout(['read', at('story'), '--json']);
    expect(code).toBe(0);
    expect(
      JSON.parse(out)
        .articles.map((article: { source: string }) => article.source)
        .sort(),
    ).toEqual([at('story/a.txt'), at('story/b/b.html'), at('story/c.txt')]);
    expect(err.trim().split('\n')).toEqual([
      `note: ${at('story/days.tsv')}: passed over: not .txt or .html`,
      `note: ${at('story/photo.png')}: passed over: not .txt or .html`,
    ]);
  });

  it('reads a page from a server on this machine', async () => {
    const page = `<html><head><title>Talks</title></head><body><article>${'<p>“We will wait,” Ana Lind said in a long paragraph about the harbour talks and the ships.</p>'.repeat(5)}</article></body></html>`;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/story' ? 200 : 404, { 'content-type': 'text/html' });
      response.end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, out, err } = await readout(['read', `${url}/story`, `${url}/gone`, '--json']);
    server.close();
    expect(JSON.parse(out).articles[0].source).toBe(`${url}/story`);
    expect(err).toMatch(/\/gone cannot be fetched \(the server answers 404\): check the address/);
    expect(code).toBe(1);
  });
});

describe('bad input', () => {
  const bad: [string, (path: string) => void, RegExp][] = [
    ['empty.txt', (path) => writeFileSync(path, ''), /is empty: give/],
    ['blank.txt', (path) => writeFileSync(path, ' \n\u00a0\n'), /is empty: give/],
    ['binary.txt', (path) => writeFileSync(path, Buffer.from([1, 2, 0, 3, 0xff])), /is not text: give/],
    [
      'koi8.txt',
      (path) => writeFileSync(path, Buffer.from('ðÅÒÅÇÏ×ÏÒÙ ÏÔÌÏÖÅÎÙ', 'latin1')),
      /encoding that is not recognized: save it as UTF-8/,
    ],
    [
      'huge.txt',
      (path) => writeFileSync(path, Buffer.alloc(50_000_000, 'a word of the story. ')),
      /too large for one article.*: split it/,
    ],
    ['missing.txt', () => undefined, /does not exist: check the path/],
    ['empty-folder', (path) => mkdirSync(path), /holds no article: put/],
    ['page.html', (path) => writeFileSync(path, '<html><body></body></html>'), /holds no article text: save/],
  ];
  it.each(bad)('%s gets one clear line, and the rest is read', async (name, make, line) => {
    make(at(name));
    const { code, out, err } = await readout(['read', at(name), at('good.txt'), '--json']);
    const lines = err.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(at(name));
    expect(lines[0]).toMatch(line);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
    expect(JSON.parse(out).articles).toHaveLength(1);
  });

  it('a file without the right to read it', async () => {
    writeFileSync(at('secret.txt'), GOOD);
    chmodSync(at('secret.txt'), 0);
    const { code, err } = await readout(['read', at('secret.txt'), at('good.txt'), '--json']);
    // Root may read everything; then there is nothing to complain about.
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else {
      expect(err).toMatch(/secret\.txt may not be read: give yourself the right/);
      expect(code).toBe(1);
    }
  });

  it.each([
    ['no path', ['read'], /needs a file or a folder/],
    ['an unknown option', ['read', '--colour', 'x'], /unknown option/],
    ['an unknown command', ['reed'], /unknown command/],
    [
      'a date that is none',
      ['read', 'x.txt', '--published', 'today'],
      /--published today is not a date: write it as YYYY-MM-DD/,
    ],
    [
      'a table that is missing',
      ['read', 'x.txt', '--meta', 'nowhere.tsv'],
      /nowhere\.tsv cannot be read: check the path/,
    ],
  ])('%s is wrong usage', async (_, args, message) => {
    const { code, out, err } = await readout(args);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

describe('readout read --ndjson', () => {
  it('gives a line for each line, in order, with errors in place', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text: GOOD }),
      'not json',
      '',
      JSON.stringify({ id: 'b', text: 7 }),
      JSON.stringify({ id: 'c', text: GOOD, published: '2031-03-04' }),
    ];
    const { code, out, err } = await readout(['read', '--ndjson'], { input: `${lines.join('\n')}\n` });
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map((result) => [result.id, 'error' in result])).toEqual([
      ['a', false],
      [null, true],
      ['b', true],
      ['c', false],
    ]);
    expect(results[1].error).toMatch(/^line 2 is not JSON/);
    expect(checkRecord(results[3])).toEqual([]);
    expect(results[3].statements[0].content[0].article).toBe('c');
    expect(err).toMatch(/2 of 5 lines could not be read/);
    expect(code).toBe(1);
  });

  it('reads and writes files', async () => {
    writeFileSync(at('in.ndjson'), JSON.stringify({ id: 'a', text: GOOD }));
    const { code, out } = await readout(['read', '--ndjson', at('in.ndjson'), '-o', at('out.ndjson')]);
    expect([code, out]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(at('out.ndjson'), 'utf8')).id).toBe('a');
  });

  it.each([
    [
      'an input that is missing',
      ['read', '--ndjson', '/nowhere/in.ndjson'],
      /in\.ndjson cannot be read: check the path/,
    ],
    [
      'an output that cannot be written',
      ['read', '--ndjson', '-o', '/nowhere/out.ndjson'],
      /out\.ndjson cannot be written: check the folder/,
    ],
  ])('%s gets one line', async (_, args, message) => {
    const { code, err } = await readout(args, { input: '{}' });
    expect(err.trim().split('\n')[0]).toMatch(message);
    expect(code).toBe(1);
  });
});

describe('--help', () => {
  it.each(['read', 'add', 'stories', 'export', 'explain'])('readout %s --help tells what it does', async (command) => {
    const { code, out } = await readout([command, '--help']);
    expect(out).toMatch(new RegExp(`Usage: readout ${command}`));
    expect(code).toBe(0);
  });
  it('readout --help tells the exit codes', async () => {
    expect((await readout(['--help'])).out).toMatch(/Exit codes:/);
  });
});
