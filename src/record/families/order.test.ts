import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/tell.ts';
import type { Article } from '../../model/record.ts';
import { explainOrder, orderVersions } from './order.ts';

const STORY = 'The port is open.';
const NOTICE = '[This story has been updated with comment from the port.]';
const day = (earliest: string | null, latest = earliest): Partial<Article> => ({
  published: { earliest, latest, basis: 'given', evidence: [] },
});
const article = (id: string, given: Partial<Article> = {}, marked = STORY): Article => tell(id, marked, given).article;

describe('orderVersions', () => {
  it.each<[string, Article, Article, string]>([
    ['by day', article('b', day('2031-03-03')), article('a', day('2031-03-04')), 'published'],
    [
      'by ranges that do not meet',
      article('b', day(null, '2031-03-03')),
      article('a', day('2031-03-04', null)),
      'published',
    ],
    [
      'by notice on one day',
      article('b', day('2031-03-03')),
      article('a', day('2031-03-03'), `${STORY}\n${NOTICE}`),
      'notice',
    ],
    [
      'by notice without days',
      article('b'),
      article('a', {}, `${STORY}\n[Correction: an earlier version named the wrong port.]`),
      'notice',
    ],
    [
      'by day before notice',
      article('b', day('2031-03-03'), `${STORY}\n${NOTICE}`),
      article('a', day('2031-03-05')),
      'published',
    ],
    [
      'by the address',
      article('b', { source: 'https://post.example/2031/03/03/port' }),
      article('a', { source: 'https://post.example/2031/03/04/port' }),
      'address',
    ],
    [
      'by month and day in the name',
      article('b', { source: 'port-0303.txt' }),
      article('a', { source: 'port-0304.txt' }),
      'address',
    ],
    [
      'by credit',
      article('b', { outlet: 'Harbour Wire' }),
      article('a', { outlet: 'Ardun Post' }, `${STORY}\n[Copy supplied by Harbour Wire]`),
      'credit',
    ],
    ['by nothing', article('a', { source: 'port.txt' }), article('b', { source: 'port.txt' }), 'name'],
    [
      'by nothing, the plain name first',
      article('b', { source: 'port.txt' }),
      article('a', { source: 'port-copy.txt' }),
      'name',
    ],
    [
      'not by a number that is no day',
      article('a', { source: 'port-9981.txt' }),
      article('b', { source: 'port-9980.txt' }),
      'name',
    ],
  ])('%s', (_, first, second, basis) => {
    expect(orderVersions([second, first]).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(explainOrder(first, second).basis).toBe(basis);
  });

  it('shows the notice and the credit', () => {
    const words = (to: Article): string[] =>
      explainOrder(article('a', { outlet: 'Harbour Wire' }), to).evidence.map((s) => to.text.slice(s.start, s.end));
    expect(words(article('b', {}, `${STORY}\n${NOTICE}`))).toEqual([NOTICE.slice(1, -1)]);
    expect(words(article('b', {}, `${STORY}\n[From Harbour Wire]`))).toEqual(['From Harbour Wire']);
  });

  it('is one order whatever the order of asking', () => {
    const one = fc.record({
      published: fc.constantFrom(day(null), day('2031-03-03'), day('2031-03-04'), day('2031-03-03', '2031-03-09')),
      source: fc.constantFrom('port.txt', 'port-0303.txt', 'port-0304.txt', 'x/2031-03-03/port.html'),
      marked: fc.constantFrom(STORY, `${STORY}\n${NOTICE}`),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 7 }), fc.infiniteStream(fc.nat(1000)), (plans, keys) => {
        const articles = plans.map(({ published, source, marked }, i) =>
          article(`n${i}`, { ...published, source }, marked),
        );
        const shuffled = articles
          .map((item) => ({ item, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        const ordered = orderVersions(shuffled);
        expect(ordered).toEqual(orderVersions(articles));
        for (const [i, a] of ordered.entries())
          for (const b of ordered.slice(i + 1))
            expect(b.published.latest! < a.published.earliest! && b.published.latest !== null).toBe(false);
      }),
    );
  });
});
