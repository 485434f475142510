import { describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/tell.ts';
import { align } from './align.ts';
import { makeVersion } from './version.ts';

const OPEN = 'The ferry port of Ardun opened again on Monday.';
const CREWS = 'The crews had stayed away for nine days.';
const PAY = 'Their union wants a rise of four crowns an hour.';
const HOLM = '“We will sail,” harbour master Ida Holm said.';

/** What became of each sentence, in a letter and the beginnings of its words before and after. */
function check(before: string[], after: string[]): string[] {
  const entries = [tell('a', before.join('\n')), tell('b', after.join('\n'))];
  const [a, b] = entries.map(({ article, reading }) => makeVersion(article, reading));
  const { pairs, removed, added } = align(a!, b!);
  const words = (version: typeof a, i: number): string => version!.sentences[i]!.words.slice(0, 2).join(' ');
  return [
    ...pairs.map((p) => {
      const mark = `${p.likeness === 1 ? '=' : '~'}${p.moved ? '>' : ''}`;
      const [one, other] = [words(a, p.before), words(b, p.after)];
      return `${mark} ${one}${one === other ? '' : ` / ${other}`}`;
    }),
    ...removed.map((i) => `- ${words(a, i)}`),
    ...added.map((j) => `+ ${words(b, j)}`),
  ];
}

describe('align', () => {
  it.each([
    ['the same', [OPEN, CREWS], [OPEN, CREWS], ['= the ferry', '= the crews']],
    ['other marks and case', [HOLM], ['"We will sail", Harbour Master Ida Holm said'], ['= we will']],
    ['one gone, one new', [OPEN, CREWS], [OPEN, HOLM], ['= the ferry', '- the crews', '+ we will']],
    ['moved to the front', [OPEN, CREWS, PAY], [PAY, OPEN, CREWS], ['= the ferry', '= the crews', '=> their union']],
    ['the shorter one moved', [OPEN, CREWS], [CREWS, OPEN], ['= the ferry', '=> the crews']],
    ['a figure changed', [PAY], [PAY.replace('four', 'five')], ['~ their union']],
    ['another currency', ['They want $5 each.'], ['They want €5 each.'], ['~ they want']],
    [
      'drawn out',
      [CREWS],
      [
        'The crews had stayed away for nine days, the longest stoppage since the bridge was built and the first in winter.',
      ],
      ['~ the crews'],
    ],
    [
      'no more than the grammar in common',
      ['The chair of the council said that it would meet in the hall of the guild.'],
      ['A cook on the night boat heard of the vote as he came off his shift.'],
      ['- the chair', '+ a cook'],
    ],
    [
      'half the words, between the same neighbours',
      [OPEN, 'Ida Holm thanked both sides for their patience.', CREWS],
      [OPEN, 'Ida Holm blamed both sides and their lawyers.', CREWS],
      ['= the ferry', '~ ida holm', '= the crews'],
    ],
    ['a sentence twice, then once', [OPEN, CREWS, OPEN], [OPEN, CREWS], ['= the ferry', '= the crews', '- the ferry']],
    [
      'headlines, however unlike',
      ['# Boats sail', OPEN],
      ['# Nine days lost', OPEN],
      ['~ boats sail / nine days', '= the ferry'],
    ],
    ['nothing', [], [], []],
    ['from nothing', [], [OPEN], ['+ the ferry']],
  ])('%s', (_, before, after, expected) => {
    expect(check(before, after)).toEqual(expected);
  });

  it('pairs the most alike where several would do', () => {
    const [one, two] = ['The north quay lost 40 boats in the storm.', 'The south quay lost 12 boats in the storm.'];
    expect(check([one, two], [two.replace('12', '13'), one.replace('40', '41')])).toEqual([
      '~ the north',
      '~> the south',
    ]);
  });

  it('stays quick on a text of one sentence a thousand times', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `${CREWS} ${i}`);
    expect(
      check(
        many,
        many.map((line) => `${line} more`),
      ).length,
    ).toBeGreaterThan(0);
  });
});
