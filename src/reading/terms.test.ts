import { describe, expect, it } from 'vitest';
import type { LocalStatement } from './reading.ts';
import { giveTerms, termsIn } from './terms.ts';

const check = (text: string): string | null => {
  const terms = termsIn(text, { start: 0, end: text.length });
  return terms && `${terms.kind}: ${text.slice(terms.evidence.start, terms.evidence.end)}`;
};

describe('termsIn', () => {
  it.each([
    ['an official said on condition of anonymity', 'anonymous: on condition of anonymity'],
    ['said an official who spoke on the condition of anonymity', 'anonymous: on the condition of anonymity'],
    ['on condition that she not be named', 'anonymous: on condition that she not be named'],
    ['said a docker who asked not to be named', 'anonymous: asked not to be named'],
    ['said a docker who declined to be identified', 'anonymous: declined to be identified'],
    ['a docker who wished to remain anonymous', 'anonymous: wished to remain anonymous'],
    ['said an aide, requesting anonymity', 'anonymous: requesting anonymity'],
    ['She was not authorized to speak publicly about it', 'anonymous: not authorized to speak publicly'],
    ['he was not authorised to discuss the talks', 'anonymous: not authorised to discuss'],
    ['aides speaking on background', 'on background: on background'],
    ['an aide who spoke on deep background', 'on deep background: on deep background'],
    ['told the paper off the record', 'off the record: off the record'],
    ['she agreed to say so, speaking on the record', 'on the record: speaking on the record'],
  ])('%s', (text, expected) => {
    expect(check(text)).toBe(expected);
  });

  it.each([
    ['an official said so'],
    ['she was named minister'],
    ['he asked not to be paid'],
    ['the office declined to comment'],
    ['the port has no record of the ship'],
    ['the talks went on in the background'],
    ['they were authorized to open the port'],
  ])('none: %s', (text) => {
    expect(check(text)).toBeNull();
  });
});

describe('giveTerms', () => {
  /** For each source the terms it was given; every sentence ends in a full stop. */
  function given(text: string, told: [sentence: number, source: string, named?: boolean][]): (string | undefined)[] {
    const sentences = [...text.matchAll(/[^.]+\./g)].map(({ index, 0: words }) => {
      const start = index + words.length - words.trimStart().length;
      return { start, end: index + words.length };
    });
    const statements = told.map(([sentence, source, named = false]) => {
      const start = text.indexOf(source, sentences[sentence]!.start);
      const statement: Pick<LocalStatement, 'named' | 'source' | 'terms'> = {
        named,
        source: { start, end: start + source.length },
      };
      return { statement, sentence };
    });
    giveTerms(text, sentences, statements);
    return statements.map(({ statement }) => statement.terms?.kind);
  }

  it('keeps to unnamed sources of the sentence', () => {
    const text = 'An official said so on condition of anonymity, and Ana Lind agreed.';
    expect(
      given(text, [
        [0, 'An official'],
        [0, 'Ana Lind', true],
      ]),
    ).toEqual(['anonymous', undefined]);
  });

  it('looks at the next sentence where that goes on about the source', () => {
    expect(given('An aide said so. The aide spoke on background.', [[0, 'An aide']])).toEqual(['on background']);
    expect(given('An aide said so. A docker spoke on background.', [[0, 'An aide']])).toEqual([undefined]);
  });

  it('gives "the official" what the official was given before', () => {
    const text = 'A senior official said so on background. It rained. The official left, the official said.';
    expect(
      given(text, [
        [0, 'A senior official'],
        [2, 'the official'],
      ]),
    ).toEqual(['on background', 'on background']);
    expect(
      given(text, [
        [0, 'A senior official'],
        [2, 'The official left'],
      ]),
    ).toEqual(['on background', undefined]);
  });
});
