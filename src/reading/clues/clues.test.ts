import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../intake/index.ts';
import { createEngine } from '../../language/index.ts';
import { type DateClue, findClues } from './index.ts';

const engine = createEngine();

/** Each clue as its kind and what it says, with the words. */
function check(text: string): string[] {
  const article = makeArticle(text, { source: 'a.txt' });
  const doc = engine.analyze(article.text, { reference: null });
  return findClues(article, doc, doc.timexes).map((clue) => {
    const words = article.text.slice(clue.start, clue.end);
    return `${say(clue)} | ${words}`;
  });
}

function say(clue: DateClue): string {
  switch (clue.kind) {
    case 'weekday':
      return `weekday ${clue.weekday}`;
    case 'copyright':
      return `copyright ${clue.year}`;
    case 'dateline':
      return `dateline ${clue.year}-${clue.month}-${clue.day}`;
    case 'date':
      return [
        `date ${clue.year}-${clue.month}-${clue.day} ${clue.direction}`,
        clue.named && 'named',
        clue.last && 'last',
        clue.thisMonth && 'this month',
        clue.weekday !== null && `weekday ${clue.weekday}`,
        clue.news && 'news',
        clue.part,
      ]
        .filter(Boolean)
        .join(' ');
    case 'year':
      return `year ${clue.year} ${clue.direction}`;
    case 'nth':
      return `nth ${clue.ordinal} ${clue.noun}${clue.news ? ' news' : ''}`;
    default:
      return `${clue.kind} ${clue.bound ?? ''}${clue.count} ${clue.unit}`;
  }
}

describe('findClues', () => {
  it.each([
    ['the opening’s weekday', 'The union met the owners on Sunday.', ['weekday 7 | Sunday']],
    ['the first of two', 'She spoke on Sunday. He had left on Friday.', ['weekday 7 | Sunday']],
    ['no weekday ahead', 'The union will meet the owners on Sunday.', []],
    ['no weekday that points', 'The union met the owners last Sunday.', []],
    ['no weekday further down', `${'It rained. '.repeat(6)}The union met the owners on Sunday.`, []],
    ['a day that is past', 'The crew was seized on 12 February.', ['date null-2-12 past | 12 February']],
    ['a day ahead', 'The talks will resume on 12 February.', ['date null-2-12 future | 12 February']],
    ['a deadline', 'They have not settled ahead of the March 4 deadline.', ['date null-3-4 null named | March 4']],
    ['no sound day of a plan', 'He had been invited for 20 April.', ['date null-4-20 null | 20 April']],
    ['no sound day after "by"', 'No deal was reached by 20 April.', ['date null-4-20 null | 20 April']],
    ['the last one', 'Their last meeting was on 3 May.', ['date null-5-3 past last | 3 May']],
    ['the first since', 'It was their first meeting since 3 May.', ['date null-5-3 past last | 3 May']],
    ['a named day', 'The ships left after the May 3 explosion.', ['date null-5-3 past named | May 3']],
    ['time gone by', 'The strike began just over four months ago.', ['ago over4 month | just over four months ago']],
    ['a gap', 'It was their first meeting in more than a month.', ['gap over1 month | more than a month']],
    ['no gap', 'They met in two months.', []],
    ['a year', 'The law was passed in 2029.', ['year 2029 past | 2029']],
    ['no day of a name that may lie ahead', 'Sunday’s vote split the party.', []],
    ['no day of what is called off', 'The union met the owners ahead of Sunday.', []],
    ['no day in a quotation', '“The crew was seized on 12 February,” Lind said.', []],
    [
      'a day with its weekday',
      'He was invited for Monday, March 3.',
      ['date null-3-3 null weekday 1 | Monday, March 3'],
    ],
    [
      'the opening’s day',
      'The strike ended on Monday, March 3.',
      ['date null-3-3 past weekday 1 news | Monday, March 3'],
    ],
    ['the early part of a month', 'The law was passed in early May.', ['date null-5-null past early | early May']],
    [
      'no day of what the verb holds on to',
      'He is losing seats in the May 3 vote.',
      ['date null-5-3 null named | May 3'],
    ],
    ['no day right behind a noun', 'Ports holding votes March 1 backed him.', ['date null-3-1 null | March 1']],
    ['no year that something runs to', 'The plans ran only to 2030.', []],
    ['no year of something else', 'The owners will defend the 2013 deal.', []],
    ['a year ahead', 'The port will close in 2035.', ['year 2035 future | 2035']],
    [
      'a day that is counted',
      'Talks failed on the tenth day of the strike.',
      ['nth 10 strike news | tenth day of the strike'],
    ],
    ['another', 'They spoke on the 21st day of the dock strike.', ['nth 21 strike news | 21st day of the dock strike']],
    ['no day of the week', 'They spoke on the last day of the strike.', []],
    ['no line of copyright in the story', 'They signed the copyright 1998 rules.', []],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it('passes over a date alone at the end, which is that of a note', () => {
    expect(check('The port was closed.\n\nA figure was wrong.\n\nMonday, May 5, 2031.')).toEqual([]);
  });

  it('reads the line of copyright and the dateline', () => {
    const text = 'TESSALY, April 8 (Wire) — The two spoke.\n\n© 2031 Wire News, Inc. All rights reserved.';
    expect(check(text)).toEqual(['dateline null-4-8 | , April 8', 'copyright 2031 | © 2031']);
  });
});
