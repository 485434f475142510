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
    ['not what somebody says', 'Ana Lind said the marines seized the station on Monday.', []],
    ['not a meeting', 'Ana Lind met Carlos Reyes on Monday.', []],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});
