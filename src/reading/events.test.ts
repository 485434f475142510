import { describe, expect, it } from 'vitest';
import { makeArticle } from '../intake/index.ts';
import { createEngine } from '../language/index.ts';
import { loadResources, readArticle } from './index.ts';

const engine = createEngine();
const resources = loadResources();

/** Each event as its days and words, of an article of 16 May 2031. */
function check(text: string): string[] {
  const day = '2031-05-16';
  const article = makeArticle(text, { source: 'a.txt', given: { published: { earliest: day, latest: day } } });
  const { events } = readArticle(article, engine.analyze(article.text, { reference: day }), resources);
  return events.map(({ date, evidence: [words] }) => {
    const days = date.earliest === date.latest ? date.earliest : `${date.earliest}..${date.latest}`;
    return `${days} ${article.text.slice(words!.start, words!.end)}`;
  });
}

describe('findEvents', () => {
  it.each([
    ['a past verb', 'Marines seized the station on Monday.', ['2031-05-12 Marines seized the station on Monday']],
    [
      'a clause behind its noun',
      'The crew of the station that marines seized in February is safe.',
      ['2031-02-01..2031-02-28 the station that marines seized in February'],
    ],
    ['a noun', 'The ships left after the May 3 explosion.', ['2031-05-03 the May 3 explosion']],
    ['not what is ahead', 'Marines will leave the station on Monday.', []],
    ['not a plan', 'The marines are scheduled to leave on Monday.', []],
    ['not what did not happen', 'The marines did not leave on Monday.', []],
    ['not without a day', 'Marines seized the station.', []],
    ['not over a long time', 'The company built ships in 2029.', []],
    [
      'what somebody else tells',
      'Ana Lind said the marines seized the station on Monday.',
      ['2031-05-12 the marines seized the station on Monday'],
    ],
    [
      'a part of a day',
      'The station was shelled on Thursday night.',
      ['2031-05-15 The station was shelled on Thursday night'],
    ],
    [
      'a day before its subject',
      'On Tuesday evening parliament threw out the motion.',
      ['2031-05-13 On Tuesday evening parliament threw out the motion'],
    ],
    [
      'a day behind a place',
      'The government fell in Vienna on Monday.',
      ['2031-05-12 The government fell in Vienna on Monday'],
    ],
    [
      'a clause inside what is told',
      'Ana Lind told a rally that the council had accepted a paper that Carlos Reyes put forward on Wednesday.',
      ['2031-05-14 a paper that Carlos Reyes put forward on Wednesday'],
    ],
    [
      'hours before something',
      'Hours before the ceremony President Ana Lind dismissed her defence minister, Carlos Reyes.',
      [
        '2031-05-15..2031-05-16 Hours before the ceremony President Ana Lind dismissed her defence minister, Carlos Reyes',
      ],
    ],
    [
      'later on the day told before',
      'The strike began on Monday. Hours later the port shut its gates.',
      ['2031-05-12 The strike began on Monday', '2031-05-12 Hours later the port shut its gates'],
    ],
    ['not what is denied', 'Ana Lind denied that marines seized the station on Monday.', []],
    ['not the words of a speaker', '“Marines seized the station on Monday,” Ana Lind said.', []],
    [
      'a deed told inside another',
      'The council, which opened an inquiry on May 3, sent marines on Monday.',
      [
        '2031-05-03 The council, which opened an inquiry on May 3',
        '2031-05-12 The council, which opened an inquiry on May 3, sent marines on Monday',
      ],
    ],
    [
      'a resolve some hours into something',
      'The council has agreed to a ballot, hours into a strike that closed the port.',
      ['2031-05-15..2031-05-16 The council has agreed to a ballot, hours into a strike that closed the port'],
    ],
    ['not a state some hours into something', 'The council has been silent, hours into the strike.', []],
    ['not an hour alone', 'The convoy left at 9:40 p.m. under guard.', []],
    ['not on a condition', 'If marines seized the station on Monday, the council will meet.', []],
    ['not hours before a day told', 'Hours before the flight in May the port closed.', []],
    ['not a meeting', 'Ana Lind met Carlos Reyes on Monday.', []],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});
