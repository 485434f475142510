import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../test/support/empty-record.ts';
import type { Actor, Position, StoryRecord } from './record.ts';
import { heavierFirst, isDoubtful, rankParties, weighIssue } from './standing.ts';

const untold = { earliest: null, latest: null };
const actor = (id: string, fields: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  kind: 'organization',
  roles: [],
  side: null,
  aliases: [],
  mentions: [],
  ...fields,
});
const position = (holder: string, issue: string, fields: Partial<Position> = {}): Position => ({
  id: `${holder} ${issue}`,
  holder,
  issue,
  stance: 'demands',
  proposition: '',
  date: untold,
  statement: null,
  evidence: [],
  ...fields,
});
const role = (kind: 'negotiates' | 'mediates') => ({ party: { role: kind, evidence: [] } });

describe('who is a party', () => {
  const story = (fields: Partial<StoryRecord>): string[] => rankParties({ ...emptyRecord(), ...fields });

  test('negotiators come before mediators, both before others who speak to several issues', () => {
    const actors = [
      actor('shippers'),
      actor('envoy', role('mediates')),
      actor('guild'),
      // Who speaks for a side negotiates for it.
      actor('oduya', { side: 'guild', ...role('negotiates') }),
      actor('passer-by'),
    ];
    const positions = [
      position('shippers', 'pay'),
      position('shippers', 'hours'),
      position('shippers', 'lights'),
      position('envoy', 'pay'),
      position('guild', 'pay'),
      position('passer-by', 'lights'),
    ];
    expect(story({ actors, positions })).toEqual(['guild', 'envoy', 'shippers']);
  });

  test('sides that meet and bargain negotiate, though no article says so', () => {
    const actors = [actor('envoy', role('mediates')), actor('east', { side: 'east' }), actor('west', { side: 'west' })];
    const positions = ['east', 'west'].flatMap((side) => [position(side, 'pay'), position(side, 'hours')]);
    const encounters: StoryRecord['encounters'] = [
      {
        id: 'e',
        kind: 'meeting',
        participants: ['east', 'west'],
        date: untold,
        duration: null,
        place: null,
        topics: [],
        evidence: [],
      },
    ];
    expect(story({ actors, positions: [position('envoy', 'pay'), ...positions], encounters })).toEqual([
      'east',
      'west',
      'envoy',
    ]);
  });

  test('one stray position makes no party, an answer to a proposal does', () => {
    const actors = [actor('club', { side: 'club' }), actor('bank')];
    const positions = [position('club', 'pay'), position('bank', 'pay')];
    expect(story({ actors, positions })).toEqual([]);
    const proposal = { id: 'p', name: 'plan', authors: [], date: untold, terms: [], evidence: [] };
    const responses = [{ actor: 'bank', answer: 'rejected' as const, date: untold, evidence: [] }];
    expect(story({ actors, positions, proposals: [{ ...proposal, responses }] })).toEqual(['bank']);
  });
});

test('an issue weighs by its parties, then by their moves, then by its passages', () => {
  const parties = new Set(['a', 'b']);
  const weigh = (...positions: Position[]) => weighIssue(positions, parties);
  const shared = weigh(position('a', 'x'), position('b', 'x'));
  const moved = weigh(position('a', 'y'), position('a', 'y', { change: 'softened' }));
  const told = weigh(position('a', 'z'), position('a', 'z', { change: 'restated' }), position('c', 'z'));
  expect([told, moved, shared].sort(heavierFirst)).toEqual([shared, moved, told]);
});

test.each([
  [undefined, false],
  [0.49, true],
  [0.5, false],
])('a confidence of %s is doubtful: %s', (confidence, expected) => {
  expect(isDoubtful(position('a', 'x', confidence === undefined ? {} : { confidence }))).toBe(expected);
});
