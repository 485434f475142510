import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

const accounts = (text: string) => readText(text).reading.disputes.filter(({ rule }) => rule === 'dispute/accounts');

describe('accounts that are told to differ', () => {
  it.each([
    [
      'Norway said that the two ministers had agreed on a date for the talks. Denmark gave a different version, saying that no date was set.',
      ['the two ministers had agreed on a date for the talks', 'no date was set'],
    ],
    [
      'Ana Lind said the talks had ended in the morning. Carlos Reyes told a different story: the talks had gone on until dusk, he said.',
      ['the talks had ended in the morning', 'the talks had gone on until dusk'],
    ],
  ])('%s', (text, expected) => {
    const [dispute] = accounts(text);
    expect(dispute!.sides.map(({ claim }) => text.slice(claim.start, claim.end))).toEqual(expected);
  });

  it.each([
    [
      'something else that differs',
      'Ana Lind said the plan was ready. Carlos Reyes gave a different speech, saying that it was not.',
    ],
    ['nobody before', 'Carlos Reyes gave a different version, saying that no date was set.'],
    [
      'one who corrects himself',
      'Carlos Reyes said a date was set. Reyes gave a different version on Friday, saying that no date was set.',
    ],
    [
      'another matter',
      'Ana Lind said that it would rain. Carlos Reyes gave a different version of the novel, saying that Hamlet lived.',
    ],
  ])('none: %s', (_, text) => {
    expect(accounts(text)).toEqual([]);
  });
});
