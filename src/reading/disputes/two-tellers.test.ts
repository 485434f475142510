import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

/** Each dispute as 'rule: words of one side <> words of the other'. */
function check(text: string): string[] {
  const { disputes } = readText(text).reading;
  return disputes.map(
    ({ rule, sides }) =>
      `${rule}: ${sides.map((side) => side.evidence.map(({ start, end }) => text.slice(start, end)).join(' … ')).join(' <> ')}`,
  );
}

describe('somebody knows nothing of what was told', () => {
  it.each([
    [
      'Carlos Reyes said that Corvo had promised him in writing that no mine would close. The firm’s spokeswoman, Ana Lind, said that she knew of no such letter.',
      'Corvo had promised him in writing that no mine would close <> she knew of no such letter',
    ],
    [
      'Carlos Reyes said that Corvo had promised him that no mine would close. Ana Lind said the firm had no record of any such promise.',
      'Corvo had promised him that no mine would close <> the firm had no record of any such promise',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([`dispute/unknown: ${expected}`]);
  });

  it.each([
    'Carlos Reyes said that Corvo had promised that no mine would close. Ana Lind said that workers at other firms had no such promise.',
    'Carlos Reyes said that the talks had gone well. Ana Lind said that she knew of no offer.',
    'Carlos Reyes said that the mine would close. He said that he knew of no such order.',
    'Carlos Reyes said that the mine should not close without a plan for its workers. Ana Lind said that she had not seen such a plan.',
    'Ana Lind said that she knew of no such deal.',
    'Carlos Reyes said a deal was near. Analysts know of no such deal in other states.',
  ])('no dispute: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('two counts side by side', () => {
  it.each([
    [
      'Norland says it holds 214 Sudland sailors. Sudland’s defence ministry put the number at 340 in a list.',
      'it holds 214 Sudland sailors <> Sudland’s defence ministry put the number at 340 in a list.',
    ],
    [
      'The union said 6,200 workers had walked out; Corvo put the figure at 4,850.',
      '6,200 workers had walked out <> Corvo put the figure at 4,850.',
    ],
    [
      'The two sides gave different figures for the dead. Norland said 12 of its soldiers had been killed. Sudland said 31 had died.',
      '12 of its soldiers had been killed <> 31 had died',
    ],
    [
      'They could not even agree on how many had walked out. The unions put the number of strikers at 31,000. The health ministry said that 11,400 employees had failed to report for work.',
      'The unions put the number of strikers at 31,000. <> 11,400 employees had failed to report for work',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([`dispute/counts: ${expected}`]);
  });

  it.each([
    'The union said 300 workers had been hurt. The firm said it was one of the safest in the state.',
    'Norland says it holds 214 Sudland sailors. By Friday Sudland’s defence ministry put the number at 340.',
    'The union said that 6,200 workers had walked out. The firm put the number of trains that ran at 340.',
    'Corvo said at least 300 trains had been cancelled. The union put the number at 312.',
    'The ministry said 20 miners had died. The Red Cross put the toll at about 25.',
    'The police said that 40 people had been hurt. The police put the number at 52.',
    'They could not agree on how many judges should sit. The union said that 3 judges were enough. The firm said that 5 judges had sat in March.',
    'The union said that 6,200 workers had walked out. The firm said that 4,850 pupils had stayed at home.',
  ])('no dispute: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('days that do not fit', () => {
  it.each([
    [
      'Transport Minister Carlos Reyes said that he had learned of the closures from a newspaper in March. But Ana Lind, spokeswoman for Corvo, said the company had briefed the minister in person on February 2.',
      'he had learned of the closures from a newspaper in March <> the company had briefed the minister in person on February 2',
    ],
    [
      'Mayor Carlos Reyes said he was told of the closure only on May 9. Corvo said it had informed the mayor on May 2.',
      'he was told of the closure only on May 9 <> it had informed the mayor on May 2',
    ],
    [
      'Corvo said it had submitted the plan on May 2. The regulator said the plan was submitted on May 9.',
      'it had submitted the plan on May 2 <> the plan was submitted on May 9',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([`dispute/moments: ${expected}`]);
  });

  it.each([
    'Ana Lind said that she had learned of the sale in March. Carlos Reyes said that the firm had told its workers on February 2.',
    'Ana Lind said that she had learned of the sale in March. Carlos Reyes said that the firm had told her on April 2.',
    'Corvo said it had sent a letter on May 2. The union said it had sent a letter on May 9.',
    'The union said that the strike began on Monday. The firm said that the talks began on Tuesday.',
  ])('no dispute: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('a claim borne out', () => {
  const story =
    'Mayor Carlos Reyes met Ana Lind for an hour at a hotel in Lund on Monday, according to two aides. The city flatly denied it.';
  const claim = 'Mayor Carlos Reyes met Ana Lind for an hour at a hotel in Lund on Monday';

  it('goes to the side of the claim', () => {
    expect(check(`${story} But Ana Lind confirmed that she had seen the mayor.`)).toEqual([
      `dispute/denial: ${claim} … she had seen the mayor <> The city flatly denied it.`,
    ]);
  });

  it('is not what another one confirms', () => {
    expect(check(`${story} Otto Berg confirmed that the weather was cold.`)).toEqual([
      `dispute/denial: ${claim} <> The city flatly denied it.`,
    ]);
  });
});

describe('a statement rejected', () => {
  it.each([
    'Carlos Reyes rejected a statement by Ana Lind that two hundred miners had walked out near Lund, saying the mine had not lost a single shift.',
    'Carlos Reyes dismissed a remark by Ana Lind that the mine had been sold.',
  ])('%s', (text) => {
    expect(check(text)).toHaveLength(1);
  });

  it.each([
    'Carlos Reyes rejected a statement by the bank as too long.',
    'Carlos Reyes dismissed remarks by Ana Lind about the mine.',
  ])('no dispute: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('a meeting that one side says was none', () => {
  it.each([
    [
      'Norland’s foreign minister, Ana Lind, said that she had met Otto Berg of Sudland in Lund on Monday. “There was no meeting in Lund,” said Otto Berg.',
      'she had met Otto Berg of Sudland in Lund on Monday <> “There was no meeting in Lund,”',
    ],
    [
      'Ana Lind said that she had met Otto Berg in Lund on Monday. Otto Berg said that no meeting had taken place.',
      'she had met Otto Berg in Lund on Monday <> no meeting had taken place',
    ],
    [
      '“There was no meeting in Lund,” said Otto Berg. But Ana Lind confirmed that she had met Otto Berg there.',
      'she had met Otto Berg there <> “There was no meeting in Lund,”',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([`dispute/no-meeting: ${expected}`]);
  });

  it.each([
    'Ana Lind said that she had met Otto Berg in Lund on Monday. “There was no talk of pensions,” said Otto Berg.',
    'Ana Lind said that she had met Carlos Reyes in Lund on Monday. “There was no meeting of the board,” said Otto Berg.',
    'Ana Lind said that she had not met Otto Berg. “There was no meeting,” said Otto Berg.',
    'Ana Lind said that she would meet Otto Berg. “There was no meeting,” said Otto Berg.',
    'Ana Lind said that she had met Otto Berg in May. “There have been no talks since,” said Otto Berg.',
  ])('no dispute: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});
