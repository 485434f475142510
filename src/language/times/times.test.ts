import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence, Token, Upos } from '../doc.ts';
import { loadRules } from '../rules.ts';
import { segment } from '../sentences.ts';
import { findTimes } from './index.ts';

const rules = loadRules();
const TAGS: Record<string, [Upos, string, string]> = {
  will: ['AUX', 'MD', 'will'],
  would: ['AUX', 'MD', 'would'],
  to: ['PART', 'TO', 'to'],
  met: ['VERB', 'VBD', 'meet'],
  said: ['VERB', 'VBD', 'say'],
  began: ['VERB', 'VBD', 'begin'],
  planned: ['VERB', 'VBD', 'plan'],
  scheduled: ['VERB', 'VBN', 'schedule'],
  travel: ['VERB', 'VB', 'travel'],
  meet: ['VERB', 'VB', 'meet'],
  annually: ['ADV', 'RB', 'annually'],
};

/** Sentences with the tags of the few words above, and no trees. */
function read(text: string): Sentence[] {
  return segment(text, rules).map((part) => ({
    ...part,
    tokens: part.tokens.map((range): Token => {
      const form = text.slice(range.start, range.end);
      const [upos, xpos, lemma] = TAGS[form.toLowerCase()] ?? ['NOUN', 'NN', form.toLowerCase()];
      return { ...range, form, lemma, upos, xpos, feats: {}, head: -1, deprel: '', confidence: 0 };
    }),
  }));
}

function times(
  text: string,
  reference: string | null,
): { words: string; value: string; range: string | null; type: string }[] {
  return findTimes(read(text), reference).map((t) => ({
    words: text.slice(t.start, t.end),
    value: t.value,
    type: t.type,
    range:
      t.range && (t.range.earliest === t.range.latest ? t.range.earliest : `${t.range.earliest}..${t.range.latest}`),
  }));
}

/** A Wednesday. */
const REFERENCE = '2031-05-14';

const RESOLVED: [text: string, words: string, value: string, range: string | null][] = [
  ['The envoys met on Thursday.', 'Thursday', '2031-05-08', '2031-05-08'],
  ['The envoys met on Wednesday.', 'Wednesday', '2031-05-14', '2031-05-14'],
  ['The envoys will meet on Thursday.', 'Thursday', '2031-05-15', '2031-05-15'],
  ['They planned to travel Monday.', 'Monday', '2031-05-19', '2031-05-19'],
  ['The minister said Tuesday that talks would resume.', 'Tuesday', '2031-05-13', '2031-05-13'],
  ['They met last Thursday.', 'last Thursday', '2031-05-08', '2031-05-08'],
  ['They will meet next Friday.', 'next Friday', '2031-05-23', '2031-05-23'],
  ['They met Friday night.', 'Friday night', '2031-05-09TNI', '2031-05-09'],
  ['They met late last week.', 'late last week', '2031-W19', '2031-05-07..2031-05-11'],
  ['They met last week.', 'last week', '2031-W19', '2031-05-05..2031-05-11'],
  ['The talks began earlier this month.', 'earlier this month', '2031-05', '2031-05-01..2031-05-14'],
  ['A vote will come later this year.', 'later this year', '2031', '2031-05-14..2031-12-31'],
  ['The war began just over four months ago.', 'just over four months ago', '2031-01', '2030-12-14..2031-01-14'],
  ['It began nearly two years ago.', 'nearly two years ago', '2029', '2029-05-14..2030-05-14'],
  ['It began three days ago.', 'three days ago', '2031-05-11', '2031-05-11'],
  ['They met this weekend.', 'this weekend', '2031-W19-WE', '2031-05-10..2031-05-11'],
  ['They will meet this weekend.', 'this weekend', '2031-W20-WE', '2031-05-17..2031-05-18'],
  ['The truce began on Oct. 7.', 'Oct. 7', '2030-10-07', '2030-10-07'],
  ['The vote set for June 3 looms.', 'June 3', '2031-06-03', '2031-06-03'],
  ['Talks began on March 2, 2019.', 'March 2, 2019', '2019-03-02', '2019-03-02'],
  ['Talks began on 2 March 2019.', '2 March 2019', '2019-03-02', '2019-03-02'],
  ['Talks began on 2019-03-02.', '2019-03-02', '2019-03-02', '2019-03-02'],
  ['Talks ran from March 2-5, 2019.', 'March 2-5, 2019', '2019-03-02', '2019-03-02..2019-03-05'],
  ['The pact of May 2024 holds.', 'May 2024', '2024-05', '2024-05-01..2024-05-31'],
  ['It lapsed in early 2024.', 'early 2024', '2024', '2024-01-01..2024-07-01'],
  ['It lapsed in the summer of 2024.', 'the summer of 2024', '2024-SU', '2024-06-01..2024-09-30'],
  ['It lapsed in the 1990s.', 'the 1990s', '199', '1990-01-01..1999-12-31'],
  ['It lapsed in the second quarter of 2024.', 'the second quarter of 2024', '2024-Q2', '2024-04-01..2024-06-30'],
  ['They met yesterday morning.', 'yesterday morning', '2031-05-13TMO', '2031-05-13'],
  ['They met the day before yesterday.', 'the day before yesterday', '2031-05-12', '2031-05-12'],
  ['They met at 10:30 p.m. on Thursday.', '10:30 p.m. on Thursday', '2031-05-08T22:30', '2031-05-08'],
  ['They met on Thursday at 7 a.m.', 'Thursday at 7 a.m.', '2031-05-08T07:00', '2031-05-08'],
  ['He said it in January this year.', 'January this year', '2031-01', '2031-01-01..2031-01-31'],
  ['He began last October.', 'last October', '2030-10', '2030-10-01..2030-10-31'],
  ['They talked for twenty-four hours.', 'twenty-four hours', 'PT24H', null],
  ['A two-year term awaits.', 'two-year', 'P2Y', null],
  ['They met every Monday.', 'every Monday', 'XXXX-WXX-1', null],
  ['They now agree.', 'now', 'PRESENT_REF', null],
  ['They met recently.', 'recently', 'PAST_REF', null],
];

describe('findTimes', () => {
  it.each(RESOLVED)('%s', (text, words, value, range) => {
    expect(times(text, REFERENCE).map(({ words, value, range }) => ({ words, value, range }))).toEqual([
      { words, value, range },
    ]);
  });

  it('reads "the following day" against the day told before it', () => {
    const found = times('They met on March 2, 2019. The following day, talks began.', REFERENCE);
    expect(found.map((t) => t.value)).toEqual(['2019-03-02', '2019-03-03']);
  });

  it('gives no range to what only a reference date would fix', () => {
    const text = 'They met on Thursday, on October 7, last week and four months ago, and on March 2, 2019.';
    expect(times(text, null).map((t) => [t.words, t.value, t.range])).toEqual([
      ['Thursday', 'XXXX-WXX-4', null],
      ['October 7', 'XXXX-10-07', null],
      ['last week', 'XXXX-WXX', null],
      ['four months ago', 'P4M', null],
      ['March 2, 2019', '2019-03-02', '2019-03-02'],
    ]);
  });

  it.each(
    [
      'They may march on the capital.',
      'Ministers sat in the sun for the second round.',
      'May Ostrander and Theodora May spoke.',
      'April Danvers spoke first.',
      'It cost $1990 and weighed 2000 pounds.',
      'See page 1984 of resolution 1701.',
      'More than 1950 people fled.',
      'A quarter of the homes, three-quarters of the roads, burned.',
      'Summers fall on hard ground.',
      'The Black Friday sales ended.',
      'He is 52 years old; his 41-year-old sister left.',
      'A quarterly dividend was paid.',
      'He reads the Daily Courier.',
      'The ratio was 3/4 and the score 21-19.',
    ].slice(0, 14),
  )('finds none in: %s', (text) => {
    expect(times(text, REFERENCE)).toEqual([]);
  });

  it('rejects a reference that is no day', () => {
    expect(() => findTimes([], '2031-02-30')).toThrow(RangeError);
  });

  it('keeps spans in order, inside the text and on token edges, whatever the text', () => {
    const word = fc.constantFrom(
      ..."on last Monday May 5 , 2024 the next week 10 p.m. - / two years ago of 1990s ' s Oct. 7 noon every ½ 😀 mid early 19:30 GMT . \n a few days later fiscal quarter ninety nineteen".split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        const sentences = read(text);
        const starts = new Set(sentences.flatMap((s) => s.tokens.map((t) => t.start)));
        const ends = new Set(sentences.flatMap((s) => s.tokens.map((t) => t.end)));
        let end = 0;
        for (const t of findTimes(sentences, REFERENCE)) {
          expect(t.start).toBeGreaterThanOrEqual(end);
          expect(starts.has(t.start) && ends.has(t.end)).toBe(true);
          if (t.range?.earliest && t.range.latest) expect(t.range.earliest <= t.range.latest).toBe(true);
          end = t.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads a long text without a full stop', () => {
    const text = 'on Monday in May 5 two years ago the '.repeat(9_000);
    const began = performance.now();
    findTimes(read(text), REFERENCE);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
