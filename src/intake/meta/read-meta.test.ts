import { describe, expect, it } from 'vitest';
import { parseGivenDate, readMeta } from './read-meta.ts';

const day = (iso: string) => ({ earliest: iso, latest: iso });

describe('readMeta', () => {
  it('reads a TSV by base name, quotation marks as they stand', () => {
    const table = readMeta(
      'file\tpublished\toutlet\ttitle\none.txt\t2031-03-04\tHarbour Post\t"Enough", say dockers\n',
      'm.tsv',
    );
    expect(table.of('some/where/one.txt')).toEqual({
      published: day('2031-03-04'),
      outlet: 'Harbour Post',
      title: '"Enough", say dockers',
    });
    expect(table.of('two.txt')).toEqual({});
  });
  it('reads a CSV with quoted commas and a byte order mark', () => {
    const table = readMeta('\ufefffile,outlet\n"a,b.txt","Post, The"\n', 'm.csv');
    expect(table.of('a,b.txt')).toEqual({ outlet: 'Post, The' });
  });
  it('prefers the whole path to the base name', () => {
    const table = readMeta('file,outlet\nx/a.txt,X\ny/a.txt,Y\n', 'm.csv');
    expect(table.of('x/a.txt').outlet).toBe('X');
  });
  it.each([
    ['no file column', 'name,outlet\na.txt,X\n'],
    ['no such day', 'file,published\na.txt,2031-02-30\n'],
  ])('refuses %s, naming the table', (_, text) => {
    expect(() => readMeta(text, 'm.csv')).toThrowError(
      expect.objectContaining({ code: 'bad-meta', message: expect.stringContaining('m.csv') }),
    );
  });
});

describe('parseGivenDate', () => {
  it.each([
    ['2031-03-04', day('2031-03-04')],
    ['2031-03-04T23:10:00Z', day('2031-03-04')],
    ['2031-02', { earliest: '2031-02-01', latest: '2031-02-28' }],
    ['2031', { earliest: '2031-01-01', latest: '2031-12-31' }],
    ['2031-03-01/2031-03-04', { earliest: '2031-03-01', latest: '2031-03-04' }],
    ['2031-02-30', null],
    ['2031-13', null],
    ['04/03/2031', null],
    ['yesterday', null],
  ])('%s', (value, expected) => {
    expect(parseGivenDate(value)).toEqual(expected);
  });
});
