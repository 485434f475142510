import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tell } from '../../test/support/tell.ts';
import type { Article, Statement } from '../model/record.ts';
import { nameUtterances } from './utterances.ts';

const HOLM = '“We will sail on Monday, but not for less than the crews of Ardun,” Holm said.';
const PART = 'Holm vowed to sail, “but not for less than the crews of Ardun”.';
const OTHER = '“Nobody has asked the passengers what they think of the ninth day,” Holm said.';
const INDIRECT = 'Holm said that the crews would sail again on Monday morning at six.';

/** A statement: who said the whole line, null for nobody known, in which article of which family. */
type Said = [speaker: string | null, line: string, family?: string];

function make(said: Said[]): {
  statements: Statement[];
  articles: Article[];
  quotes: Map<string, { start: number; end: number }[]>;
} {
  const entries = said.map(([, line, family], i) => tell(`n${i}`, line, { family: family ?? `n${i}` }));
  const statements = entries.map(
    ({ article }, i): Statement => ({
      id: `${article.id}:s`,
      article: article.id,
      source: null,
      speaker: said[i]![0],
      named: said[i]![0] !== null,
      cue: null,
      content: [{ article: article.id, start: 0, end: article.text.length - 1 }],
      form: 'direct',
      act: 'say',
      addressees: [],
      channel: null,
      said: { earliest: null, latest: null },
      within: null,
    }),
  );
  const articles = entries.map(({ article }) => article);
  return { statements, articles, quotes: new Map(entries.map(({ article, reading }) => [article.id, reading.quotes])) };
}

/** All statements, each article's with its own. */
function nameAll({ statements, articles, quotes }: ReturnType<typeof make>): Statement[] {
  return nameUtterances(
    articles.map((article) => ({
      article,
      statements: statements.filter((statement) => statement.article === article.id),
      quotes: quotes.get(article.id)!,
    })),
  ).flat();
}

/** The family of each statement by number, '-' where it has none, '*' after the first. */
function check(said: Said[]): string {
  return nameAll(make(said))
    .map(({ family, first }) => (family ? family.slice(1, -2) : '-') + (first ? '*' : ''))
    .join(' ');
}

describe('nameUtterances', () => {
  it.each<[string, Said[], string]>([
    [
      'the same words of one speaker',
      [
        ['h', HOLM],
        ['h', HOLM],
      ],
      '0* 0',
    ],
    [
      'a part of them',
      [
        ['h', PART],
        ['h', HOLM],
      ],
      '0 0*',
    ],
    [
      'the speaker known in one only',
      [
        ['h', HOLM],
        [null, HOLM],
      ],
      '0* 0',
    ],
    [
      'two speakers',
      [
        ['h', HOLM],
        ['k', HOLM],
      ],
      '- -',
    ],
    [
      'two speakers, and one telling without',
      [
        ['h', HOLM],
        [null, HOLM],
        ['k', HOLM],
      ],
      '0* 0 -',
    ],
    [
      'other words',
      [
        ['h', HOLM],
        ['h', OTHER],
      ],
      '- -',
    ],
    [
      'a few words of nobody known',
      [
        [null, 'They saw “a night without end”.'],
        ['h', 'Holm spoke of “a night without end”.'],
      ],
      '- -',
    ],
    [
      'a few words of one speaker',
      [
        ['h', 'It was “a night without end”.'],
        ['h', 'Holm spoke of “a night without end”.'],
      ],
      '0* 0',
    ],
    [
      'not quoted, in articles of their own',
      [
        ['h', INDIRECT],
        ['h', INDIRECT],
      ],
      '- -',
    ],
    [
      'not quoted, in versions of one text',
      [
        ['h', INDIRECT, 'f'],
        ['h', INDIRECT, 'f'],
      ],
      '0* 0',
    ],
    [
      'a word altered, in versions of one text',
      [
        ['h', HOLM, 'f'],
        ['h', HOLM.replace('but not', 'and never'), 'f'],
      ],
      '0* 0',
    ],
    ['none', [], ''],
  ])('%s', (_, said, expected) => {
    expect(check(said)).toBe(expected);
  });

  it('is the same whatever the order, and whatever else was said', () => {
    const line = fc.constantFrom(HOLM, PART, OTHER, INDIRECT);
    const one = fc.tuple(fc.constantFrom('h', 'k', null), line, fc.constantFrom('f', 'g'));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (said) => {
        const made = make(said);
        const expected = nameAll(made);
        const reversed = nameAll({ ...made, articles: [...made.articles].reverse() });
        expect(reversed.reverse()).toEqual(expected);
      }),
    );
  });
});
