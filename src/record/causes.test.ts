import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/read-text.ts';
import { makeRecord, type ReadArticle } from './index.ts';

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
const causes = (entries: ReadArticle[]) =>
  makeRecord(entries, { slug }).disputes.filter(({ rule }) => rule === 'dispute/causes');
const alone = (text: string) => causes([readText(text, 'a', '2031-05-14')]);

describe('two causes told for one event', () => {
  it.each([
    'Ana Lind said that the blackout was caused by a cyberattack. Carlos Reyes said the blackout had been caused by a fallen tree.',
    'Norway blamed the collapse of the talks on the refusal of the airline to share its books. Denmark blamed the collapse on the demand of the pilots for a veto.',
    'Ana Lind attributed the delay of the vaccine to a shortage of glass. Carlos Reyes said the delay was due to missing permits.',
    'Ana Lind said that the crash resulted from a broken wing. The cause of the crash was a drunken pilot, Carlos Reyes said.',
  ])('%s', (text) => {
    const [dispute, ...more] = alone(text);
    expect(more).toEqual([]);
    expect(dispute).toMatchObject({ kind: 'contradiction', reported: false });
    expect(new Set(dispute!.sides.map(({ actor }) => actor)).size).toBe(2);
  });

  it('of two articles', () => {
    const fog = readText('The ferry was late because of fog, Ana Lind said on Friday.', 'a', '2031-05-16');
    const strike = readText('The ferry was late because of a strike, Carlos Reyes said.', 'b', '2031-05-17');
    const week = readText('The ferry was late because of a strike, Carlos Reyes said.', 'c', '2031-06-17');
    expect(causes([fog, strike])).toHaveLength(1);
    expect(causes([strike, fog])).toEqual(causes([fog, strike]));
    expect(causes([fog, week])).toEqual([]);
  });

  it.each([
    [
      'one cause',
      'Ana Lind said that the blackout was caused by a fallen tree. Carlos Reyes said the blackout had been caused by an old tree.',
    ],
    [
      'two events',
      'Ana Lind said that the blackout was caused by a storm. Carlos Reyes said the delay was due to a lack of staff.',
    ],
    [
      'one of several',
      'Ana Lind said that the blackout was partly caused by a storm. Carlos Reyes said the blackout was also due to old cables.',
    ],
    [
      'one teller',
      'Ana Lind said that the blackout was caused by a storm. She said the blackout was due to old cables.',
    ],
    [
      'what may be',
      'Ana Lind said that the blackout may have been caused by a storm. Carlos Reyes said the blackout was due to old cables.',
    ],
    [
      'what moves for many reasons',
      'Ana Lind said that the rise in prices was caused by a storm. Carlos Reyes said the rise in prices was due to greed.',
    ],
    ['the reporter', 'The blackout was caused by a storm. Carlos Reyes said the blackout was due to old cables.'],
  ])('none: %s', (_, text) => {
    expect(alone(text)).toEqual([]);
  });
});

describe('a hindrance and the excuse for it', () => {
  const excuses = (text: string) =>
    makeRecord([readText(text, 'a', '2031-05-14')], { slug }).disputes.filter(({ rule }) => rule === 'dispute/excuse');

  it('sets the deed against the cause that its doer claims', () => {
    const [dispute] = excuses(
      'Norway on Sunday turned back a bus that carried Ana Lind. A Norwegian police spokesman claimed that the road had been too icy to pass.',
    );
    expect(dispute!.sides.map(({ claim }) => claim)).toEqual([
      'Norway on Sunday turned back a bus that carried Ana Lind',
      'the road had been too icy to pass',
    ]);
  });

  it.each([
    [
      'a reason given plainly',
      'Norway on Sunday turned back a bus. A Norwegian spokesman said that the road had been too icy to pass.',
    ],
    [
      'somebody else',
      'Norway on Sunday turned back a bus. A Danish spokesman claimed that the road had been too icy to pass.',
    ],
    [
      'no other cause',
      'Norway on Sunday turned back a bus. A Norwegian spokesman claimed that it had been full of spies.',
    ],
    [
      'no hindrance',
      'Norway on Sunday sent a bus. A Norwegian spokesman claimed that the road had been too icy to pass.',
    ],
  ])('none: %s', (_, text) => {
    expect(excuses(text)).toEqual([]);
  });
});
