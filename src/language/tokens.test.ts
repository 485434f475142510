import { describe, expect, it } from 'vitest';
import { loadRules } from './rules.ts';
import { tokenize } from './tokens.ts';

const rules = loadRules();
const cut = (text: string): string =>
  tokenize(text, rules)
    .map((t) => text.slice(t.start, t.end))
    .join(' ');

describe('tokenize', () => {
  it.each([
    ["She can’t, he won't.", "She ca n’t , he wo n't ."],
    ['They cannot say; it’s gonna rain.', 'They can not say ; it ’s gon na rain .'],
    ['Halvaria’s envoy, the ministers’ plan', 'Halvaria ’s envoy , the ministers ’ plan'],
    ['I couldn’t’ve known what they’d do', 'I could n’t ’ve known what they ’d do'],
    ['a 15-day truce, a non-binding vote', 'a 15 - day truce , a non-binding vote'],
    ['Sen. Holm met the U.S. envoy on Oct. 7 at 5 p.m.', 'Sen. Holm met the U.S. envoy on Oct. 7 at 5 p.m.'],
    ['No. 10 said no. Then it slept.', 'No. 10 said no . Then it slept .'],
    ['It cost $5m, US$20 or 10%.', 'It cost $ 5 m , US$ 20 or 10 % .'],
    ['1,200 of 12.5 at 5:30', '1,200 of 12.5 at 5:30'],
    ['a deal.The official said', 'a deal . The official said'],
    [
      'write to ada.holm@mail.example.org or www.example.org/a?b=c.',
      'write to ada.holm@mail.example.org or www.example.org/a?b=c .',
    ],
    ['AT&T and Holm/Vance on 9/11', 'AT&T and Holm / Vance on 9/11'],
    ['“Stay,” he said … ‘no’—never', '“ Stay , ” he said … ‘ no ’ — never'],
    ['#talks by @holm 👩‍🚀👍🏽', '#talks by @holm 👩‍🚀 👍🏽'],
    ['5th of the 1990s at 5pm', '5th of the 1990s at 5 pm'],
    ['Ada M. Holm, Ph.D., of Holm Inc., etc.', 'Ada M. Holm , Ph.D. , of Holm Inc. , etc.'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });
});
