import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readout } from './run.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

const FIRST =
  'Carlos Reyes, the president of the Harbour Union, met Ana Lind, the harbour minister, on Monday, 3 March 2031.\n\n' +
  '“We demand a pay rise of 12 percent,” Reyes said on Monday. Lind rejected the demand on Tuesday.\n';
const SECOND =
  'Ana Lind met Carlos Reyes on Friday, the ministry said.\n\n“The tariff on cars must go,” Lind said on Friday.\n';
const UNDATED = '“We will wait,” Ana Lind said on Sunday. The harbour had been closed in May.\n\n© 2031 Harbour Post\n';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-ask-'));
  writeFileSync(at('first.txt'), FIRST);
  writeFileSync(at('second.txt'), SECOND);
  writeFileSync(at('undated.txt'), UNDATED);
  writeFileSync(
    at('days.tsv'),
    'file\tpublished\toutlet\nfirst.txt\t2031-03-05\tHarbour Post\nsecond.txt\t2031-03-14\tQuay News\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async (command: string, ...more: string[]): Promise<string> => {
  const ran = await readout([command, at('first.txt'), at('second.txt'), '--meta', at('days.tsv'), ...more]);
  expect(ran.code).toBe(0);
  return ran.out;
};

describe('commands that ask a record', () => {
  it('finds quotes by speaker, words and day, each with its place', async () => {
    const all = await ask('quotes');
    expect(all).toContain('a pay rise of 12 percent');
    expect(all).toContain('The tariff on cars must go');
    expect(await ask('quotes', '--speaker', 'reyes')).not.toContain('tariff');
    expect(await ask('quotes', '--about', 'CARS tariff')).toMatch(
      /“The tariff on cars must go,” \[second-\w+ \d+–\d+\]/,
    );
    expect(await ask('quotes', '--since', '2031-03-10')).not.toContain('12 percent');
    expect(await ask('quotes', '--until', '2031-03-10')).not.toContain('tariff');
    expect(await ask('quotes', '--speaker', 'nobody')).toBe('nothing found\n');
  });

  it('finds quotes by the role of a speaker', async () => {
    expect(await ask('quotes', '--speaker', 'harbour minister')).toContain('tariff');
  });

  it('tells the timeline with its gaps', async () => {
    const out = await ask('timeline', '--kind', 'encounter');
    expect(out).toMatch(/3 Mar 2031 {2}encounter {2}meeting: .*Reyes/);
    expect(out).toContain('10 days without a call or meeting');
    expect(out).toMatch(/14 Mar 2031 {2}encounter {2}meeting: .*Lind/);
  });

  it('knows on a day only what was published by then', async () => {
    expect(await ask('timeline', '--as-of', '2031-03-06')).not.toContain('14 Mar');
    expect(await ask('quotes', '--as-of', '2031-03-06')).not.toContain('tariff');
    expect(await ask('quotes', '--as-of', '2031-03-01')).toBe('nothing found\n');
  });

  it('says which articles it left out because nothing dates them in time', async () => {
    const { err } = await readout(['quotes', at('undated.txt'), '--as-of', '2031-09-01']);
    expect(err).toMatch(/left out.*undated/);
  });

  it('tells days of publishing and what they were worked out from', async () => {
    const { out } = await readout(['dates', at('undated.txt')]);
    expect(out).toMatch(/undated-\w+ {2}1 Jun 2031 to 31 Dec 2031 {2}worked out/);
    expect(out).toContain('copyright 2031');
    expect(await ask('dates')).toContain('5 Mar 2031  given');
  });

  it('tells positions and the brief with numbered sources', async () => {
    expect(await ask('positions', '--party', 'union')).toContain('demands');
    const brief = await ask('brief', '--as-of', '2031-03-20');
    expect(brief).toContain('# State of play');
    expect(brief).toContain('As of 20 Mar 2031, from 2 articles of 2 outlets.');
    const cited = [...brief.matchAll(/ \[(\d+)\]/g)].map((match) => Number(match[1]));
    const sources = [...brief.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
    expect(cited.length).toBeGreaterThan(2);
    expect(new Set(cited)).toEqual(new Set(sources));
    const html = await ask('brief', '--format', 'html');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('href="#source-1"');
  });

  it('prints JSON', async () => {
    const quotes = JSON.parse(await ask('quotes', '--json')) as { statement: { content: object[] } }[];
    expect(quotes.length).toBeGreaterThan(1);
    expect(quotes[0]!.statement.content).not.toEqual([]);
  });

  it.each([
    [['quotes'], 'nothing to read is named'],
    [['quotes', 'x.txt', '--story', 'y'], 'both paths and --story are given'],
    [['timeline', 'x.txt', '--as-of', '2031-02-30'], '--as-of 2031-02-30 is not a day'],
    [['timeline', 'x.txt', '--kind', 'dance'], '--kind dance is not known'],
    [['quotes', 'x.txt', '--act', 'sing'], '--act sing is not known'],
    [['brief', 'x.txt', '--format', 'pdf'], '--format pdf is not known'],
  ])('refuses %j in one line', async (args, message) => {
    const { code, out, err } = await readout(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
