/** The invented story with positions, a proposal and disputes: what the pages of the state of play must show. */
import type { DateRange, Position, Span, StoryRecord } from '../../src/model/record.ts';
import { HOSTILE, record } from './fixture.ts';

const day = (iso: string): DateRange => ({ earliest: iso, latest: iso });
const [first, second, strange] = record.articles;

function find(article: StoryRecord['articles'][number], words: string): Span {
  const start = article.text.indexOf(words);
  if (start === -1) throw new Error(`no ${words}`);
  return { article: article.id, start, end: start + words.length };
}

const RETURN = 'The keepers’ guild will not return to the lights before its back pay is counted';
const OWED = 'any back pay is owed';
const LIGHTS = 'the guild would keep two lights burning';

function position(
  fields: Pick<Position, 'holder' | 'issue' | 'stance'> & Partial<Position>,
  article: StoryRecord['articles'][number],
  words: string,
): Position {
  const span = find(article, words);
  return {
    id: `${article.id}:p${span.start}-${span.end}-${fields.issue}`,
    proposition: words,
    date: day('2031-05-06'),
    statement: null,
    change: 'new',
    basis: 'own words',
    evidence: [span],
    ...fields,
  };
}

const pay = 'issue-pay';
const lights = 'issue-lights';
const repeated = { holder: 'guild', issue: pay, stance: 'demands' } as const;

export const standing: StoryRecord = {
  ...record,
  issues: [
    { id: pay, label: 'Back pay', terms: ['pay', 'back pay'] },
    { id: lights, label: `Lights ${HOSTILE}`, terms: ['lights'] },
    { id: 'issue-nobody', label: 'Nobody’s matter', terms: [] },
  ],
  positions: [
    position(
      { ...repeated, redLine: true, conditions: [{ text: 'before', evidence: [find(first!, 'before its back pay')] }] },
      first!,
      RETURN,
    ),
    position({ ...repeated, change: 'restated', date: day('2031-05-07') }, second!, RETURN),
    position(
      { holder: 'ministry', issue: pay, stance: 'rejects', change: 'reversed', date: day('2031-05-07') },
      second!,
      OWED,
    ),
    position(
      {
        holder: 'guild',
        issue: lights,
        stance: 'accepts',
        basis: 'opponent',
        statement: record.statements[2]!.id,
      },
      first!,
      LIGHTS,
    ),
    position({ holder: 'pilot', issue: lights, stance: 'undecided', basis: 'narration' }, strange!, 'the quay stays'),
  ],
  proposals: [
    {
      id: 'plan-1',
      name: 'a two-light plan',
      authors: ['ministry'],
      date: day('2031-05-06'),
      terms: [
        { text: LIGHTS, phase: 1, duration: 'eleven months', exchange: true, evidence: [find(first!, LIGHTS)] },
        { text: 'no phase', phase: null, evidence: [find(first!, 'Some 340 keepers')] },
      ],
      responses: [
        { actor: 'guild', answer: 'pending', date: day('2031-05-05'), evidence: [find(first!, 'Now we wait')] },
        { actor: 'guild', answer: 'rejected', date: day('2031-05-06'), evidence: [find(first!, RETURN)] },
      ],
      status: 'rejected',
      evidence: [find(first!, LIGHTS)],
    },
    {
      id: 'plan-2',
      name: 'another plan',
      authors: [],
      date: day('2031-05-07'),
      terms: [],
      responses: [],
      counterTo: 'plan-1',
      evidence: [find(second!, OWED)],
    },
  ],
  disputes: [
    {
      id: 'dispute one',
      kind: 'denial',
      issue: pay,
      sides: [
        { actor: 'guild', claim: RETURN, evidence: [find(second!, RETURN)] },
        { actor: 'ministry', claim: OWED, evidence: [find(second!, OWED)] },
      ],
      reported: true,
      settled: null,
      evidence: [find(second!, `The ministry denied on Wednesday that ${OWED}`)],
    },
    {
      id: 'dispute-two',
      kind: 'figures',
      issue: null,
      sides: [
        { actor: null, claim: '340', evidence: [find(first!, 'Some 340 keepers')] },
        { actor: 'ministry', claim: '212', evidence: [find(first!, 'the ministry counts 212')] },
      ],
      reported: false,
      settled: { by: find(first!, 'both sides said') },
      evidence: [find(first!, 'Some 340 keepers'), find(first!, 'the ministry counts 212')],
    },
  ],
};
