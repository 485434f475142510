/** Every record that Readout makes satisfies the contract, whatever the text. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainEntry } from '../src/app/explain.ts';
import { givenOf, readLine, readPaths } from '../src/app/read.ts';
import { createReader } from '../src/app/reader.ts';
import { packageRoot } from '../src/data/locate.ts';
import { checkRecord } from '../src/model/check.ts';
import type { StoryRecord } from '../src/model/record.ts';

const reader = createReader();
const example = async (story: string): Promise<StoryRecord> => {
  const folder = join(packageRoot, 'examples', story);
  return readPaths(reader, [folder], await givenOf({ meta: join(folder, 'published.tsv') }));
};

describe.each(['port-strike', 'strait-talks'])('the record of examples/%s', (story) => {
  it('satisfies the contract and holds something of each first kind', async () => {
    const record = await example(story);
    expect(checkRecord(record)).toEqual([]);
    for (const kind of ['articles', 'actors', 'statements', 'encounters', 'figures'] as const)
      expect(record[kind].length, kind).toBeGreaterThan(0);
  });

  it('is the same every time and in any order of the paths', async () => {
    const folder = join(packageRoot, 'examples', story);
    const given = await givenOf({ meta: join(folder, 'published.tsv') });
    const first = await example(story);
    const paths = first.articles.map((article) => article.source).reverse();
    expect(JSON.stringify(await readPaths(reader, paths, given))).toBe(JSON.stringify(first));
  });

  it('shows for every entry the words of its article', async () => {
    const record = await example(story);
    const texts = new Map(record.articles.map((article) => [article.id, article.text]));
    for (const entry of [...record.statements, ...record.encounters, ...record.figures]) {
      const { words, why } = explainEntry(record, entry.id)!;
      expect(words.length).toBeGreaterThan(0);
      expect(
        why.every((sentence) => sentence.includes(' ')),
        `${entry.rule} is described`,
      ).toBe(true);
      for (const { span, text } of words) expect(texts.get(span.article)!.slice(span.start, span.end)).toBe(text);
    }
  });
});

describe('checkRecord', () => {
  it.each([
    [
      'a span past the end',
      (record: StoryRecord) => {
        record.statements[0]!.content[0]!.end = 1e9;
      },
      /ends after/,
    ],
    [
      'an empty span',
      (record: StoryRecord) => {
        const span = record.statements[0]!.content[0]!;
        span.end = span.start;
      },
      /must not be empty/,
    ],
    [
      'a speaker who is nobody',
      (record: StoryRecord) => {
        record.statements[0]!.speaker = 'nobody';
      },
      /no entry nobody/,
    ],
    [
      'an id twice',
      (record: StoryRecord) => {
        record.statements[1]!.id = record.statements[0]!.id;
      },
      /stands twice/,
    ],
    [
      'a range that runs backwards',
      (record: StoryRecord) => {
        record.statements[0]!.said = { earliest: '2031-03-05', latest: '2031-03-04' };
      },
      /must not be after/,
    ],
  ])('finds %s', async (_, damage, message) => {
    const record = await example('port-strike');
    damage(record);
    expect(checkRecord(record).join('\n')).toMatch(message);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    ' said',
    ' Ana Lind',
    ' told reporters that',
    ', according to',
    ' the minister',
    ' 1,200',
    ' more than two dozen',
    ' ships',
    '.',
    ',',
    '\n',
    '\n\n',
    ' spoke by phone with Tomas Reyes',
    '\ud83d\udea2',
    '\ud800',
    '\u200b',
    '\u00a0',
    'é',
    ' שלום',
    '(NWN) — ',
    ' by ',
    '<p>',
    '\r\n',
  );
  it('gives a record that satisfies the contract', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const result = readLine(reader, JSON.stringify({ id: 'a', text, published: '2031-03-04' }), 1);
          if ('error' in result) expect(result.error).toMatch(/is empty/);
          else {
            expect(result.articles[0]!.text).toBe(text);
            expect(checkRecord(result)).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
