import { describe, expect, it } from 'vitest';
import { createEngine } from '../../language/index.ts';
import { findQuotes } from '../quotes.ts';
import type { Draft } from './draft.ts';
import { mendDraft } from './mend.ts';
import { isReport } from './reports.ts';
import { type View, viewSentences } from './view.ts';

const engine = createEngine();

/** A draft of the first sentence as labels might give it: its cue, content and source in words. */
function draftOf(text: string, cue: string, content: string[], source: string | null): { view: View; draft: Draft } {
  const view = viewSentences(engine.analyze(text, { reference: null }), findQuotes(text))[0]!;
  const { tokens } = view.sentence;
  const rangeOf = (words: string) => {
    const start = text.indexOf(words);
    const from = tokens.findIndex((token) => token.start === start);
    return { sentence: 0, from, to: tokens.findIndex((token) => token.end === start + words.length) + 1 };
  };
  const range = rangeOf(cue);
  const draft: Draft = {
    sentence: 0,
    head: range.from,
    probability: 1,
    source: source === null ? null : rangeOf(source),
    cue: range,
    content: content.map(rangeOf),
    within: null,
  };
  return { view, draft };
}

function check(text: string, cue: string, content: string[], source: string | null = null) {
  const { view, draft } = draftOf(text, cue, content, source);
  const { tokens } = view.sentence;
  const words = ({ from, to }: { from: number; to: number }): string =>
    text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  const mended = mendDraft(view, draft, { from: 0, to: view.size });
  return { content: mended.content.map(words), source: mended.source && words(mended.source) };
}

describe('mendDraft: content', () => {
  it.each<[string, string, string, string[], string[]]>([
    [
      'one content on both sides of a comma',
      'Ana Lind proposes three steps, each of ten days.',
      'proposes',
      ['three steps', 'each of ten days'],
      ['three steps, each of ten days'],
    ],
    [
      'an addressee',
      'Ana Lind told the dockers that the port would open.',
      'told',
      ['the dockers that the port would open'],
      ['that the port would open'],
    ],
    [
      'a day',
      'Ana Lind said on 3 June 2031 that the port would open.',
      'said',
      ['on 3 June 2031 that the port would open'],
      ['that the port would open'],
    ],
    [
      'a clause that goes on with the cue',
      'Ana Lind said the offer was fair, though did not say when it would end.',
      'said',
      ['the offer was fair, though did not say when it would end'],
      ['the offer was fair'],
    ],
    [
      'a word cut in two',
      'Ana Lind said they would seek a cease-fire.',
      'said',
      ['they would seek a cease'],
      ['they would seek a cease-fire'],
    ],
    [
      'a programme',
      '“We will wait,” Ana Lind said on “Good Morning, Selm.”',
      'said',
      ['“We will wait,”', '“Good Morning, Selm.”'],
      ['“We will wait,”'],
    ],
  ])('%s', (_, text, cue, content, expected) => {
    expect(check(text, cue, content, 'Ana Lind').content).toEqual(expected);
  });

  it.each<[string, string, string, string[]]>([
    ['whom it is about', 'Ana Lind accused the dockers of delay.', 'accused', ['the dockers of delay']],
    [
      'a clause with a subject',
      'Ana Lind said it was late, though she did not mind.',
      'said',
      ['it was late, though she did not mind'],
    ],
    [
      'a day in what was said',
      'Ana Lind said the port would open on Monday.',
      'said',
      ['the port would open on Monday'],
    ],
    [
      'two contents around the cue',
      '“We wait,” Ana Lind said, “until Monday.”',
      'said',
      ['“We wait,”', '“until Monday.”'],
    ],
  ])('keeps %s', (_, text, cue, content) => {
    expect(check(text, cue, content, 'Ana Lind').content).toEqual(content);
  });
});

describe('mendDraft: no content found', () => {
  it.each<[string, string, string[]]>([
    ['Nine dockers were hurt on Monday, officials have said.', 'said', ['Nine dockers were hurt on Monday']],
    ['The union has denied taking part.', 'denied', ['taking part']],
    ['The union spoke.', 'spoke', []],
  ])('%s', (text, cue, expected) => {
    expect(check(text, cue, []).content).toEqual(expected);
  });
});

describe('mendDraft: source', () => {
  it.each<[string, string, string[], string | null]>([
    ['Ana Lind said the port would open.', 'said', ['the port would open'], 'Ana Lind'],
    ['Ana Lind praised the union and said the port would open.', 'said', ['the port would open'], 'Ana Lind'],
    ['Lind, asked whether it was shut, said the port would open.', 'said', ['the port would open'], 'Lind'],
    [
      'Lind said the offer “stands where it stood” and warned that a higher one would have to be paid for.',
      'warned',
      ['a higher one would have to be paid for'],
      'Lind',
    ],
    ['The dockers were asked to wait.', 'asked', ['to wait'], null],
    ['It was said that the port would open.', 'said', ['that the port would open'], null],
  ])('%s', (text, cue, content, expected) => {
    expect(check(text, cue, content).source).toBe(expected);
  });
});

describe('isReport', () => {
  it.each<[string, string, string, string | null, boolean]>([
    ['Ana Lind spoke with Carlos Reyes on Monday.', 'spoke', 'Carlos Reyes', 'Ana Lind', false],
    ['Ana Lind and Carlos Reyes discussed the port.', 'discussed', 'the port', 'Ana Lind and Carlos Reyes', false],
    ['The port is expected to open soon.', 'expected', 'to open soon', null, false],
    ['Ana Lind spoke about the delay.', 'spoke', 'the delay', 'Ana Lind', true],
    ['Ana Lind spoke out against the delay.', 'spoke', 'the delay', 'Ana Lind', true],
    ['Ana Lind expects the port to open.', 'expects', 'the port to open', 'Ana Lind', true],
    ['Ana Lind said the port would open.', 'said', 'the port would open', 'Ana Lind', true],
  ])('%s', (text, cue, content, source, expected) => {
    const { view, draft } = draftOf(text, cue, [content], source);
    expect(isReport(view, draft)).toBe(expected);
  });
});
