/** What versions and copies repeat stands once: in figures, accounts, the timeline and answers; and the log of pairs. */
import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../test/support/empty-record.ts';
import type {
  Actor,
  Article,
  DateRange,
  Encounter,
  Figure,
  Span,
  StoryRecord,
  TimelineEntry,
} from '../model/record.ts';
import { accountsOf, rowsByTopic } from './accounts.ts';
import { answerGrid } from './answers.ts';
import { logOf, longestGap, pairLogs } from './encounters.ts';
import { seriesOf } from './figures.ts';
import { rowsOf } from './timeline.ts';
import { type StoryView, viewStory } from './view.ts';

const day = (iso: string): DateRange => ({ earliest: iso, latest: iso });
const TEXT = 'Lind and Reyes spoke. Forty boats lie idle. They spoke of fees.';

const article = (id: string, family: string): Article => ({
  id,
  source: `${id}.txt`,
  title: id,
  outlet: 'Coast Wire',
  authors: [],
  published: { ...day('2031-05-06'), basis: 'given', evidence: [] },
  language: 'en',
  text: TEXT,
  boilerplate: [],
  family,
});
const span = (id: string, words = 'Lind and Reyes spoke.'): Span => {
  const start = TEXT.indexOf(words);
  return { article: id, start, end: start + words.length };
};
const actor = (id: string, side: string | null = null): Actor => ({
  id,
  name: id,
  kind: 'person',
  roles: [],
  side,
  aliases: [],
  mentions: [],
});

/** Articles 1 and 2 are versions of one text, 3 is another's. Lind and Moor speak for the union, Reyes for the port. */
function view(fields: Partial<StoryRecord>): StoryView {
  const record: StoryRecord = {
    ...emptyRecord(),
    articles: [article('1', 'one'), article('2', 'one'), article('3', 'other')],
    actors: [actor('lind', 'union'), actor('moor', 'union'), actor('union'), actor('reyes', 'port'), actor('port')],
    ...fields,
  };
  return viewStory('story', { name: 'Story', version: 1, record });
}

describe('figures', () => {
  const figure = (id: string, where: string, more: Partial<Figure> = {}): Figure => ({
    id,
    value: 40,
    bound: 'exactly',
    unit: null,
    measure: 'boats',
    source: null,
    asOf: day('2031-05-06'),
    series: 'boats',
    evidence: [span(where, 'Forty boats lie idle.')],
    ...more,
  });
  const lines = (...figures: Figure[]): string[][] =>
    seriesOf(view({ figures }), {}).map(({ lines }) =>
      lines.map(({ figure, also }) => [figure, ...also].map(({ id }) => id).join('+')),
    );

  test.each<[string, Figure[], string[][]]>([
    ['versions of one text tell one figure', [figure('b', '2'), figure('a', '1')], [['a+b']]],
    ['another text tells its own', [figure('a', '1'), figure('c', '3')], [['a', 'c']]],
    ['another number is another figure', [figure('a', '1'), figure('b', '2', { value: 41 })], [['b', 'a']]],
    ['another source is another figure', [figure('a', '1'), figure('b', '2', { source: 'lind' })], [['a', 'b']]],
    ['another bound is another figure', [figure('a', '1'), figure('b', '2', { bound: 'about' })], [['a', 'b']]],
    [
      'a part stands under its whole, though its whole is told elsewhere first',
      [
        figure('w', '1'),
        figure('v', '2'),
        figure('z', '3', { value: 90 }),
        figure('p', '2', { value: 5, partOf: 'v' }),
      ],
      [['z', 'w+v', 'p']],
    ],
  ])('%s', (_, figures, expected) => expect(lines(...figures)).toEqual(expected));
});

describe('accounts', () => {
  const told = (teller: string | null, where: string, ...words: string[]) => ({
    teller,
    article: where,
    evidence: words.map((part) => span(where, part)),
  });
  const [spoke, fees] = ['Lind and Reyes spoke.', 'They spoke of fees.'];
  const encounter = (...accounts: NonNullable<Encounter['accounts']>): Encounter => ({
    id: 'e',
    kind: 'call',
    participants: [],
    date: day('2031-05-06'),
    duration: null,
    place: null,
    topics: ['fees'],
    evidence: [span('1')],
    accounts,
  });

  test('versions are one teller and their words one passage; a side stands before the outlets', () => {
    const columns = accountsOf(
      view({}),
      encounter(told(null, '2', spoke, fees), told(null, '1', spoke), told(null, '3', spoke), told('reyes', '3', fees)),
    );
    expect(columns.map(({ teller, labels }) => [teller, labels.length])).toEqual([
      ['reyes', 1],
      [null, 2],
      [null, 1],
    ]);
    expect(columns[1]!.passages.map(({ span, also }) => [span.article, also.length])).toEqual([
      ['1', 1],
      ['2', 0],
    ]);
  });

  test('a topic that is named has a row, silence in it, and the rest a row of its own', () => {
    const story = view({});
    const columns = accountsOf(story, encounter(told('lind', '1', spoke), told('reyes', '3', fees)));
    expect(
      rowsByTopic(story, ['fees', 'quotas'], columns).map(({ topic, cells }) => [
        topic,
        cells.map(({ length }) => length),
      ]),
    ).toEqual([
      ['fees', [0, 1]],
      [null, [1, 0]],
    ]);
  });
});

describe('the log of pairs', () => {
  const call = (id: string, iso: string, participants: string[], more: Partial<Encounter> = {}): Encounter => ({
    id,
    kind: 'call',
    participants,
    date: day(iso),
    duration: null,
    place: null,
    topics: [],
    evidence: [span('1')],
    ...more,
  });
  const pairs = (...encounters: Encounter[]): string[] =>
    pairLogs(view({ encounters }), encounters).map(({ pair, lines }) => `${pair.join('+')}: ${lines.length}`);

  test('two people who met twice; their parties only where others met for them too', () => {
    const twice = [call('a', '2031-05-01', ['lind', 'reyes']), call('b', '2031-05-09', ['reyes', 'lind'])];
    expect(pairs(...twice)).toEqual(['lind+reyes: 2']);
    expect(pairs(...twice, call('c', '2031-05-20', ['moor', 'reyes']))).toEqual(['port+union: 3', 'lind+reyes: 2']);
  });

  test('once is no log, and those of one side are no pair of parties', () => {
    expect(pairs(call('a', '2031-05-01', ['lind', 'reyes']))).toEqual([]);
    expect(pairs(call('a', '2031-05-01', ['lind', 'moor']), call('b', '2031-05-02', ['lind', 'moor']))).toEqual([
      'lind+moor: 2',
    ]);
  });

  test('the longest gap counts what was held only', () => {
    const lines = logOf([
      call('a', '2031-05-01', []),
      call('b', '2031-05-20', [], { status: 'cancelled', planned: true }),
      call('c', '2031-06-02', []),
      call('d', '2031-06-05', []),
    ]);
    expect(longestGap(lines)).toBe(32);
    expect(longestGap([])).toBeNull();
  });
});

describe('the timeline', () => {
  const event = (text: string, iso: string, where = '1'): TimelineEntry => ({
    date: day(iso),
    kind: 'event',
    text,
    ref: null,
    evidence: [span(where)],
  });
  const rows = (...timeline: TimelineEntry[]): string[] =>
    rowsOf(view({ timeline }), timeline).map((row) =>
      row.kind === 'month'
        ? row.month
        : row.kind === 'gap'
          ? `${row.days} days`
          : row.entries.map(({ entry, also }) => `${entry.text} ×${also.length + 1}`).join('; '),
    );

  test('one event in the same words on one day is one entry; on two days it is two', () => {
    expect(
      rows(
        event('The port shut', '2031-05-06'),
        event('the port shut', '2031-05-06', '2'),
        event('It snowed', '2031-05-06'),
      ),
    ).toEqual(['2031-05', 'The port shut ×2; It snowed ×1']);
    expect(rows(event('It snowed', '2031-05-06'), event('It snowed', '2031-05-07'))).toHaveLength(3);
  });

  test('a gap counts from the last day that an entry may reach to', () => {
    const wide = { ...event('Some day', '2031-05-01'), date: { earliest: '2031-05-01', latest: '2031-05-20' } };
    expect(rows(wide, event('Later', '2031-06-01'))).toEqual([
      '2031-05',
      'Some day ×1',
      '12 days',
      '2031-06',
      'Later ×1',
    ]);
  });
});

test('answers stand by day and party, the same words once, the newest as the state', () => {
  const answer = (who: string, iso: string, answer: 'pending' | 'rejected', where: string) => ({
    actor: who,
    answer,
    date: day(iso),
    evidence: [span(where)],
  });
  const grid = answerGrid(view({}), {
    id: 'p',
    name: 'a plan',
    authors: ['reyes'],
    date: day('2031-05-01'),
    terms: [],
    responses: [
      answer('lind', '2031-05-06', 'rejected', '1'),
      answer('lind', '2031-05-06', 'rejected', '3'),
      answer('moor', '2031-05-02', 'pending', '1'),
    ],
    evidence: [span('1')],
  });
  expect(grid.parties).toEqual(['union']);
  expect(grid.rows.map(({ date, cells }) => [date.latest, cells.get('union')!.map(({ told }) => told.length)])).toEqual(
    [
      ['2031-05-02', [1]],
      ['2031-05-06', [2]],
    ],
  );
  expect(grid.now.get('union')).toBe('rejected');
});
