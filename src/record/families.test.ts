import { describe, expect, it } from 'vitest';
import type { Article } from '../model/record.ts';
import { groupCopies } from './families.ts';

/** An article; what stands in brackets is not the story. */
function article(id: string, marked: string): Article {
  const boilerplate: Article['boilerplate'] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = part.replace(/^\[|\]$/g, '');
    if (part.startsWith('[')) boilerplate.push({ article: id, start: text.length, end: text.length + words.length });
    text += words;
  }
  return {
    id,
    source: id,
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: null, latest: null, basis: 'unknown', evidence: [] },
    language: 'en',
    text,
    boilerplate,
    family: id,
  };
}

/** The family of each article, named a, b, c … in the order given. */
function check(...texts: string[]): string[] {
  return groupCopies(texts.map((text, i) => article('abcdef'[i]!, text))).map(({ family }) => family);
}

describe('groupCopies', () => {
  it.each([
    ['the same text', ['The port is open.', 'The port is open.'], ['a', 'a']],
    ['other white space, case and marks', ['The port: “open”.', 'THE PORT\n\nopen!'], ['a', 'a']],
    ['another line around it', ['The port is open.[Photo: Holm]', '[By Lind]The port is open.'], ['a', 'a']],
    ['three, two of them copies', ['Rain.', 'The port is open.', 'The port is open!'], ['a', 'b', 'b']],
    ['another word', ['The port is open.', 'The port is not open.'], ['a', 'b']],
    ['a number more', ['The port is open.', 'The port is open 2.'], ['a', 'b']],
    ['words run together', ['The port', 'Theport'], ['a', 'b']],
    ['none', [], []],
  ])('%s', (_, texts, families) => {
    expect(check(...texts)).toEqual(families);
  });

  it('names a family after its first article by id, in whatever order they come', () => {
    const articles = [article('c', 'Rain.'), article('a', 'Rain!'), article('b', 'Rain?')];
    expect(groupCopies(articles).map(({ id, family }) => [id, family])).toEqual([
      ['a', 'a'],
      ['b', 'a'],
      ['c', 'a'],
    ]);
    expect(articles.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
