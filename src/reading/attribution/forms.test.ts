import { describe, expect, it } from 'vitest';
import { createEngine } from '../../language/index.ts';
import { findQuotes } from '../quotes.ts';
import { findForms } from './forms.ts';
import { viewSentences } from './view.ts';

const engine = createEngine();

/** Source and content of what is found, in words. */
function check(text: string): string[] {
  const doc = engine.analyze(text, { reference: null });
  const views = viewSentences(doc, findQuotes(text));
  const words = ({ sentence, from, to }: { sentence: number; from: number; to: number }): string => {
    const { tokens } = views[sentence]!.sentence;
    return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  };
  return findForms(views).map(({ source, content }) => `${words(source!)}: ${content.map(words).join(' ')}`);
}

const HEAD = 'What the harbour says\n\n';

describe('findForms', () => {
  it.each<[string, string, string[]]>([
    [
      'a signature in the paragraph',
      '“We will wait. Nobody here will give in.” ― Ana Lind\n“It is late.”― Bo Reyes, 25, Selm\n',
      ['Ana Lind: “We will wait. Nobody here will give in.”', 'Bo Reyes, 25, Selm: “It is late.”'],
    ],
    [
      'a signature below',
      '“We will wait for an answer.”\n\n— Ana Lind.\n',
      ['Ana Lind: “We will wait for an answer.”'],
    ],
    [
      'a transcript',
      'LIND: Will you wait?\nREYES: We will. For a week.\nLIND: And then?\n',
      ['LIND: Will you wait?', 'REYES: We will. For a week.', 'LIND: And then?'],
    ],
    [
      'questions and answers',
      'Q: Will you wait?\n\nA: We will.\n\nQ: And then?\n',
      ['Q: Will you wait?', 'A: We will.', 'Q: And then?'],
    ],
  ])('%s', (_, text, expected) => {
    expect(check(HEAD + text)).toEqual(expected);
  });

  it.each([
    ['a dash that goes on', '“We will wait” — and nobody doubted Ana Lind.'],
    ['a verb after the dash', '“We will wait.” — Ana Lind left the room at noon'],
    ['no quotation before the dash', 'The port opened late — Monday.'],
    ['labels that never return', 'WHERE: The harbour.\nWHEN: Monday.'],
    ['a colon in prose', 'Ana Lind said: “We will wait.”\nBo Reyes said: “So will we.”'],
    ['no words after the label', 'LIND:\nLIND:'],
  ])('nothing in %s', (_, text) => {
    expect(check(HEAD + text)).toEqual([]);
  });
});
