import { describe, expect, it } from 'vitest';
import type { Statement } from '../model/record.ts';
import { groupRepeats } from './filters.ts';

const told = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  article: 'a',
  source: null,
  speaker: null,
  named: false,
  cue: null,
  content: [{ article: 'a', start: 0, end: 1 }],
  form: 'direct',
  act: 'say',
  addressees: [],
  channel: null,
  said: { earliest: null, latest: null },
  within: null,
  ...more,
});

const check = (...found: Statement[]): string[] =>
  groupRepeats(found).map(({ statement, repeats }) => [statement, ...repeats].map(({ id }) => id).join(' '));

describe('groupRepeats', () => {
  it('puts tellings of one utterance together, the fullest first, in the place of the first found', () => {
    expect(check(told('a', { family: 'f' }), told('b'), told('c', { family: 'f', first: true }))).toEqual(['c a', 'b']);
  });

  it('leaves statements without a family apart', () => {
    expect(check(told('a'), told('b'))).toEqual(['a', 'b']);
  });

  it('takes the first found where the fullest was filtered out', () => {
    expect(check(told('a', { family: 'f' }), told('b', { family: 'f' }))).toEqual(['a b']);
  });
});
