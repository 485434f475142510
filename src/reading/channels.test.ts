import { describe, expect, it } from 'vitest';
import { channelOf } from './channels.ts';

/** Kind and name of the channel, as 'interview Radio Selm'. */
function check(words: string): string | null {
  const channel = channelOf(words);
  return channel && [channel.kind, channel.name].filter(Boolean).join(' ');
}

describe('channelOf', () => {
  it.each([
    ['Ana Lind said in an interview with Radio Selm', 'interview Radio Selm'],
    ['Ana Lind said in an interview with the Selm Post.', 'interview Selm Post'],
    ['Ana Lind said when interviewed by NRK.', 'interview NRK'],
    ['Ana Lind said in an interview', 'interview'],
    ['Ana Lind wrote on Chirper', 'post Chirper'],
    ['Ana Lind said in a post on Chirper.', 'post Chirper'],
    ['Ana Lind posted on X', 'post X'],
    ['Ana Lind said on social media', 'post'],
    ['Ana Lind said at a news conference', 'briefing'],
    ['Ana Lind told reporters', 'briefing'],
    ['Ana Lind wrote in a letter', 'letter'],
    ['Ana Lind said in a short e-mail', 'letter'],
    ['the ministry said in a statement', 'statement'],
    ['the ministry said in a short joint statement', 'statement'],
    ['according to a statement', 'statement'],
    ['Ana Lind said in a speech', 'speech'],
    ['Ana Lind said during her evening address', 'speech'],
    ['Radio Selm reported', 'report'],
  ])('%s', (words, expected) => {
    expect(check(words)).toBe(expected);
  });

  it.each([
    ['Ana Lind said'],
    ['Ana Lind said on Monday.'],
    ['Ana Lind said on Tuesday evening'],
    ['Ana Lind said on May 3'],
    ['Ana Lind said on September 3, 2031'],
    ['Ana Lind wrote on Sunday'],
    ['Ana Lind told the dockers'],
    ['Ana Lind said on the quay'],
    [''],
  ])('no channel: %s', (words) => {
    expect(check(words)).toBeNull();
  });

  it('takes no day for the place of a post', () => {
    expect(check('the ministry said in a statement on Tuesday')).toBe('statement');
    expect(check('Ana Lind said on Friday in an interview with Radio Selm')).toBe('interview Radio Selm');
  });

  it('keeps a name with a point inside', () => {
    expect(check('Ana Lind wrote on Chirp.er.')).toBe('post Chirp.er');
  });
});
