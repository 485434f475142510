import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/read-text.ts';
import type { Dispute, Position } from '../model/record.ts';
import { withIssues } from './disputes.ts';
import { makeRecord, type ReadArticle } from './index.ts';

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
const record = (entries: ReadArticle[]) => makeRecord(entries, { slug });

const keeps = readText('Ana Lind said the army will not withdraw from the northern valley.', 'a', '2031-05-14');
const agreed = readText(
  'Carlos Reyes said that the army had agreed to withdraw from the northern valley.',
  'b',
  '2031-05-15',
);
const will = readText('Ana Lind said the army will withdraw from the northern valley.', 'c', '2031-05-20');
const late = readText(
  'Carlos Reyes said that the army had agreed to withdraw from the northern valley.',
  'd',
  '2031-07-15',
);
const other = readText('Carlos Reyes said that the army had agreed to withdraw from the airport.', 'e', '2031-05-15');
const demand = readText('Carlos Reyes demanded that the army withdraw from the northern valley.', 'f', '2031-05-15');
const condition = readText(
  'Carlos Reyes said the army would withdraw from the northern valley if the rebels left.',
  'g',
  '2031-05-15',
);
const plan = readText('Norway put forward a plan for a joint fund for the fishing towns.', 'h', '2031-05-15');
const answer = readText(
  'Carlos Reyes rejected the Norwegian plan for a joint fund. Norway was disappointed.',
  'i',
  '2031-05-16',
);
const all = [keeps, agreed, will, late, other, demand, condition, plan, answer];

describe('disputes of several articles', () => {
  it('finds two tellers of the opposite', () => {
    const [dispute] = record([keeps, agreed]).disputes;
    expect(dispute).toMatchObject({ kind: 'contradiction', reported: false, rule: 'dispute/found' });
    expect(dispute!.sides.map((side) => side.actor)).toEqual(['ana-lind', 'carlos-reyes']);
  });

  it('finds a party that goes back on its word', () => {
    expect(record([keeps, will]).disputes).toMatchObject([{ self: true, rule: 'dispute/own-words' }]);
  });

  it.each([
    ['weeks apart', [keeps, late]],
    ['of another place', [keeps, other]],
    ['a demand', [keeps, demand]],
    ['a condition', [keeps, condition]],
    ['the same', [agreed, will]],
  ])('none: %s', (_, entries) => {
    expect(record(entries).disputes).toEqual([]);
  });
});

describe('a party and its own words', () => {
  const own = (before: string, after: string) =>
    record([readText(before, 'a', '2031-05-02'), readText(after, 'b', '2031-05-20')]).disputes.filter(
      ({ self }) => self,
    );

  it.each([
    [
      '“Norway will never pay the harbour fee,” Odd Varga said.',
      'Norway will pay the harbour fee from June, Odd Varga said.',
    ],
    ['Odd Varga said that Norway would not sell the bank.', 'Odd Varga said that Norway would sell the bank in June.'],
  ])('%s', (before, after) => {
    expect(own(before, after)).toHaveLength(1);
  });

  it.each([
    [
      'Odd Varga said that Norway would raise the tax on fish.',
      'Odd Varga said that Norway would not raise the tax on ships.',
    ],
    [
      '“Norway will never pay the harbour fee,” Odd Varga said.',
      'Norway will not pay the harbour fee, Odd Varga said.',
    ],
    ['“Norway will not leave until the crew is home,” Odd Varga said.', 'Odd Varga said that Norway would leave.'],
    ['Odd Varga said that Norway would hold two rallies.', 'Odd Varga said that Norway would free two whales.'],
  ])('none: %s', (before, after) => {
    expect(own(before, after)).toEqual([]);
  });
});

describe('what two sides tell of one deed', () => {
  const found = (...texts: string[]) =>
    record(texts.map((text, i) => readText(text, `a${i}`, `2031-05-1${i + 4}`)))
      .disputes.filter(({ rule }) => rule === 'dispute/found')
      .map(({ sides }) => sides.map(({ actor }) => actor));

  it.each([
    ['Ana Lind said that Carlos Reyes had signed the fishing accord. Reyes said that he had not signed the accord.'],
    ['Ana Lind said that Norway had walked out of the talks. Norway said that it had not walked out.'],
    ['Ana Lind said that Norway had rejected the plan. Norway said that it had not rejected the plan.'],
    ['Norway said that Danish patrol boats had fired first. Denmark said that Norwegian boats had fired first.'],
    ['Norway said that Denmark had broken the truce. Denmark said that Norway had broken the truce.'],
    ['Ana Lind said that the northern port was open. Carlos Reyes said that the northern port was closed.'],
    [
      'Ana Lind said that Norway had held talks with the rebels. Norway said that it had held no talks with the rebels.',
    ],
    [
      'Ana Lind said that Carlos Reyes had signed the fishing accord.',
      'Carlos Reyes said that he had not signed the accord.',
    ],
  ])('%s', (...texts) => {
    expect(found(...texts)).toHaveLength(1);
  });

  it.each([
    [
      'what is done later',
      'Carlos Reyes said that he had not signed the fishing accord.',
      'Ana Lind said that Carlos Reyes had signed the fishing accord.',
    ],
    [
      'two things signed',
      'Ana Lind said that Carlos Reyes had signed the fishing accord.',
      'Carlos Reyes said that he had not signed the trade treaty.',
    ],
    [
      'two ports',
      'Ana Lind said that the northern port was open. Carlos Reyes said that the southern port was closed.',
    ],
    [
      'a port opened since',
      'Ana Lind said that the northern port was closed.',
      'Carlos Reyes said that the northern port was open.',
    ],
    [
      'what both may have done',
      'Norway said that Denmark had signed the treaty. Denmark said that Norway had signed the treaty.',
    ],
    ['two truces', 'Norway said that Denmark had broken the truce. Denmark said that Norway had broken a window.'],
    [
      'another party',
      'Ana Lind said that Norway had walked out of the talks. Denmark said that it had not walked out.',
    ],
    [
      'nobody fired from work',
      'Ana Lind said that Norway had fired first. Carlos Reyes said that Norway had not taken back the crew first.',
    ],
  ])('none: %s', (_, ...texts) => {
    expect(found(...texts)).toEqual([]);
  });
});

describe('a denial and the claim that another article tells', () => {
  const told = readText(
    'Denmark said that Ana Lind thanked Carlos Reyes for the shipment of grain.',
    'k',
    '2031-05-10',
  );
  const denied = readText('Ana Lind denied that she had thanked Carlos Reyes for the grain.', 'l', '2031-05-14');

  it('has both passages', () => {
    const [dispute] = record([told, denied]).disputes;
    expect(dispute).toMatchObject({ rule: 'dispute/denied-elsewhere', reported: true, settled: null });
    expect(dispute!.sides.map((side) => side.actor)).toEqual(['denmark', 'ana-lind']);
    expect(dispute!.sides[0]!.evidence.map((span) => span.article)).toEqual(['k', 'l']);
  });

  it.each([
    ['another thing', 'Denmark said that Ana Lind thanked Carlos Reyes for the fish.', '2031-05-10'],
    ['another deed', 'Denmark said that Ana Lind paid Carlos Reyes for the grain.', '2031-05-10'],
    ['months apart', 'Denmark said that Ana Lind thanked Carlos Reyes for the shipment of grain.', '2031-01-10'],
  ])('not of %s', (_, text, day) => {
    const rules = record([readText(text, 'm', day), denied]).disputes.map(({ rule }) => rule);
    expect(rules).toEqual(['dispute/denied-clause']);
  });
});

describe('settled', () => {
  const denial = readText('Norway denied that its convoy had crossed the northern river.', 'n', '2031-05-10');
  const settledBy = (text: string, day = '2031-05-14') =>
    record([denial, readText(text, 'o', day)]).disputes.find(({ kind }) => kind === 'denial')!.settled;

  it.each([
    'Norway acknowledged that its convoy had crossed the northern river.',
    'Norway admitted on Wednesday that the convoy crossed the river by mistake.',
  ])('%s', (text) => {
    expect(settledBy(text)).toEqual({ by: { article: 'o', start: 0, end: text.length } });
  });

  it.each([
    'Norway refused to acknowledge that its convoy had crossed the northern river.',
    'Denmark acknowledged that its own convoy had crossed the northern river.',
    'Norway acknowledged that the winter had been hard.',
    'Norway neither confirmed nor denied that its convoy had crossed the northern river.',
  ])('not by: %s', (text) => {
    expect(settledBy(text)).toBeNull();
  });

  it('not by what was said before', () => {
    expect(settledBy('Norway acknowledged that its convoy had crossed the northern river.', '2031-05-01')).toBeNull();
  });

  it('by taking back the report', () => {
    const text =
      'The broadcaster RNB reported that Ana Lind would leave. Lind denied the report. RNB withdrew the report on Friday.';
    const [dispute] = record([readText(text, 'p', '2031-05-14')]).disputes;
    expect(dispute!.settled!.by.start).toBe(text.indexOf('RNB withdrew'));
  });
});

describe('withIssues', () => {
  const [dispute] = record([keeps, agreed]).disputes as [Dispute];
  const positionAt = (issue: string, article: string, start: number) =>
    ({ issue, evidence: [{ article, start, end: start + 5 }] }) as Position;
  const { article, start } = dispute.sides[0]!.evidence[0]!;

  it.each([
    ['a position in its passage', [positionAt('valley', article, start)], 'valley'],
    [
      'the issue told most',
      [positionAt('a', article, start), positionAt('b', article, start), positionAt('b', article, start + 9)],
      'b',
    ],
    ['a position in another article', [positionAt('valley', 'z', start)], null],
    ['no position', [], null],
  ])('%s', (_, positions, issue) => {
    expect(withIssues([{ ...dispute, issue: null }], positions)[0]!.issue).toBe(issue);
  });
});

describe('proposals of several articles', () => {
  it('joins the tellings of one proposal, with its answers', () => {
    const { proposals } = record([plan, answer]);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]).toMatchObject({
      authors: ['norway'],
      status: 'rejected',
      responses: [{ actor: 'carlos-reyes', answer: 'rejected' }],
    });
  });

  it('keeps its id when other articles are added', () => {
    expect(record([plan, answer, keeps, other]).proposals[0]!.id).toBe(record([plan, answer]).proposals[0]!.id);
  });
});

it('does not depend on the order of articles', () => {
  const { proposals, disputes } = record(all);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (entries) => {
      const mixed = record(entries);
      expect(mixed.proposals).toEqual(proposals);
      expect(mixed.disputes).toEqual(disputes);
    }),
    { numRuns: 20 },
  );
});
