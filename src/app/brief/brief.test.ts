import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../../test/support/empty-record.ts';
import type { Article, Position, Span, StoryRecord } from '../../model/record.ts';
import { makeBrief, toHtml, toMarkdown } from './index.ts';

const TEXT =
  'The guild demands pay “in full”. The ministry rejects pay. A pilot supports tea. The guild may want hats.';
const day = { earliest: '2031-05-06', latest: '2031-05-06' };
const article: Article = {
  id: 'wire-1',
  source: 'wire.txt',
  title: 'A day out',
  outlet: 'Coast Wire',
  authors: [],
  published: { ...day, basis: 'given', evidence: [] },
  language: 'en',
  text: TEXT,
  boilerplate: [],
  family: 'wire-1',
};
const span = (words: string): Span => {
  const start = TEXT.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { article: article.id, start, end: start + words.length };
};
const position = (fields: Pick<Position, 'holder' | 'issue' | 'stance' | 'proposition'>, words: string): Position => ({
  id: words,
  date: day,
  statement: null,
  evidence: [span(words)],
  ...fields,
});

const actors = ['guild', 'ministry', 'pilot'].map((id) => ({
  id,
  name: `The ${id}`,
  kind: 'organization' as const,
  roles: [],
  side: null,
  ...(id === 'pilot' ? {} : { party: { role: 'negotiates' as const, evidence: [] } }),
  aliases: [],
  mentions: [],
}));
const record: StoryRecord = {
  ...emptyRecord(),
  articles: [article],
  actors,
  issues: [
    { id: 'tea', label: 'Tea', terms: [] },
    { id: 'pay', label: 'Pay', terms: [] },
    { id: 'hats', label: 'Hats', terms: [] },
  ],
  positions: [
    position(
      { holder: 'guild', issue: 'pay', stance: 'demands', proposition: 'pay “in full”' },
      'The guild demands pay “in full”',
    ),
    position({ holder: 'ministry', issue: 'pay', stance: 'rejects', proposition: 'pay' }, 'The ministry rejects pay'),
    position({ holder: 'pilot', issue: 'tea', stance: 'supports', proposition: 'tea' }, 'A pilot supports tea'),
    {
      ...position(
        { holder: 'guild', issue: 'hats', stance: 'demands', proposition: 'hats' },
        'The guild may want hats',
      ),
      confidence: 0.2,
    },
  ],
  disputes: [
    {
      id: 'd',
      kind: 'denial',
      issue: 'pay',
      sides: [
        { actor: 'guild', claim: 'pay', evidence: [span('pay “in full”')] },
        { actor: null, claim: 'tea', evidence: [span('tea'), span('A pilot')] },
      ],
      reported: true,
      evidence: [span('tea')],
    },
  ],
};
const brief = makeBrief(record, { story: 'Lights', asOf: '2031-05-07', uncertain: 0 });
const text = toMarkdown(brief);

describe('a brief', () => {
  test('tells parties first, then others who took a stand, and what is in dispute', () => {
    expect(text).toContain('### Pay\n\n- **The guild** demands “pay “in full”” (6 May 2031, in dispute) [1]');
    expect(text).toContain('- **The ministry** rejects “pay” (6 May 2031) [1]');
    expect(text).toContain(
      '### Others who took a stand\n\n- **The pilot** supports “tea” (on Tea, 6 May 2031, in dispute) [1]',
    );
    expect(text.indexOf('### Pay')).toBeLessThan(text.indexOf('### Others'));
  });

  test('leaves out what is doubtful, and says how much', () => {
    expect(text).not.toContain('hats');
    expect(text).toContain('Left out as doubtful: 1 position.');
  });

  test('cites an article by one number, with its passages, and the words of those that no sentence quotes', () => {
    expect(text.match(/^\d+\. .*$/gm)).toEqual([
      `1. Coast Wire, A day out, 6 May 2031, wire-1: 0–31; 33–57; ${TEXT.indexOf('A pilot')}–79`,
    ]);
    expect(text).toMatch(/- Denial, reported as such, open: \*\*The guild\*\*: “pay “in full”” \[1\]; \*\*source/);
  });

  test('is the same as a page', () => {
    const html = toHtml(brief);
    expect(html).toContain('<q>pay “in full”</q> (6 May 2031, in dispute)<sup><a href="#source-1">1</a></sup>');
    expect(html.match(/<li id="source-/g)).toHaveLength(1);
  });

  test('of nothing says so', () => {
    const empty = toMarkdown(makeBrief(emptyRecord(), { story: 'None', asOf: null, uncertain: 0 }));
    expect(empty.match(/Nothing found\./g)).toHaveLength(4);
  });
});
