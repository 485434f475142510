/** How a sentence was read, as the program tells the desk. */
import { describe, expect, test } from 'vitest';
import { deskSource } from '../../src/app/desk-source.ts';
import { relationWords, tagWords } from '../../src/desk/grammar-words.ts';
import type { SentenceReading } from '../../src/desk/index.tsx';
import type { Article } from '../../src/model/record.ts';
import type { Store } from '../../src/store/store.ts';
import { record } from './fixture.ts';

const { readSentence } = deskSource({} as Store);

const TEXT = `Minister Teodor Basso left Tollen Harbour on Monday.

He said nothing. The guild waited for 20 minutes.
`;

function articleOf(text: string, published: string | null): Article {
  const range = { earliest: published, latest: published };
  return { ...record.articles[0]!, text, published: { ...range, basis: 'given', evidence: [] } };
}

// 2031-05-07 is a Wednesday.
const told = articleOf(TEXT, '2031-05-07');
const read = (article: Article, offset: number): SentenceReading => readSentence!(article, offset)!;
const wordsAt = (offset: number): string => {
  const { start, end } = read(told, offset);
  return TEXT.slice(start, end);
};

describe('which sentence', () => {
  test.each([
    ['the first character', 0, 'Minister Teodor Basso left Tollen Harbour on Monday.'],
    ['inside', 10, 'Minister Teodor Basso left Tollen Harbour on Monday.'],
    ['the full stop', TEXT.indexOf('.'), 'Minister Teodor Basso left Tollen Harbour on Monday.'],
    ['between two', TEXT.indexOf('\n\n') + 1, 'He said nothing.'],
    ['the space after one', TEXT.indexOf(' The'), 'The guild waited for 20 minutes.'],
    ['after the last', TEXT.length - 1, 'The guild waited for 20 minutes.'],
  ])('%s', (_, offset, words) => {
    expect(wordsAt(offset)).toBe(words);
  });

  test('those beside it', () => {
    const [first, second] = [read(told, 0), read(told, TEXT.indexOf('He'))];
    expect([first.previous, first.next]).toEqual([null, second.start]);
    expect([second.previous, second.next]).toEqual([first.start, TEXT.indexOf('The')]);
    expect(read(told, TEXT.length - 1).next).toBe(null);
  });

  test.each(['', ' \n\n '])('none in %j', (text) => {
    expect(readSentence!(articleOf(text, null), 0)).toBe(null);
  });
});

describe('what was read', () => {
  test('words, tags and one tree', () => {
    const { tokens, svg } = read(told, 0);
    expect(tokens.map(({ form }) => form).join(' ')).toBe('Minister Teodor Basso left Tollen Harbour on Monday .');
    expect(tokens.find(({ form }) => form === 'left')).toMatchObject({ lemma: 'leave', upos: 'VERB', head: -1 });
    expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
    for (const { confidence } of tokens) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(svg).toMatch(/^<svg .*<title .*<desc .*<\/svg>\s*$/s);
    // The desk's policy lets no inline style through.
    expect(svg).not.toMatch(/style/);
  });

  test('names and times of this sentence alone', () => {
    expect(read(told, 0).names.map(({ text, kind }) => [text, kind])).toContainEqual(['Teodor Basso', 'person']);
    expect(read(told, 0).timexes.map(({ text }) => text)).toEqual(['Monday']);
    const last = read(told, TEXT.length - 1);
    expect(last.names.filter(({ text }) => text.includes('Basso'))).toEqual([]);
    expect(last.timexes).toMatchObject([{ text: '20 minutes', type: 'DURATION', value: 'PT20M', range: null }]);
  });

  test('times are read against the day of publication, and a range is none', () => {
    const monday = { earliest: '2031-05-05', latest: '2031-05-05' };
    expect(read(told, 0)).toMatchObject({ reference: '2031-05-07', timexes: [{ value: '2031-05-05', range: monday }] });
    // The same text published on another day is read anew, and the first one again as before.
    expect(read(articleOf(TEXT, '2031-05-14'), 0).timexes).toMatchObject([{ value: '2031-05-12' }]);
    expect(read(told, 0).timexes).toMatchObject([{ value: '2031-05-05' }]);
    expect(read(articleOf(TEXT, null), 0)).toMatchObject({
      reference: null,
      timexes: [{ text: 'Monday', range: null }],
    });
    const vague = { ...told, published: { ...told.published, earliest: '2031-05-06' } };
    expect(read(vague, 0).reference).toBe(null);
  });
});

test.each([
  ['nsubj', 'subject'],
  ['nsubj:pass', 'subject of the passive'],
  ['obl:invented', 'noun telling where, when, to whom or how'],
  ['invented', null],
  ['constructor', null],
])('the relation %s in words', (deprel, words) => {
  expect(relationWords(deprel)).toBe(words);
});

test.each([
  ['PROPN', 'name'],
  ['INVENTED', null],
])('the tag %s in words', (upos, words) => {
  expect(tagWords(upos)).toBe(words);
});
