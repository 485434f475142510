import { describe, expect, it } from 'vitest';
import type { Span, StoryRecord } from '../model/record.ts';
import { explainEntry, explainIn } from './explain.ts';

const TEXT = '“We will wait,” Ana Lind said. 12 ships waited.';
const span = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return { article: 'a', start, end: start + words.length };
};

const RECORD: StoryRecord = {
  articles: [
    {
      id: 'a',
      source: 'harbor.txt',
      title: null,
      outlet: null,
      authors: [],
      published: { earliest: null, latest: null, basis: 'unknown', evidence: [] },
      language: 'en',
      text: TEXT,
      boilerplate: [],
      family: 'a',
    },
  ],
  actors: [],
  statements: [
    {
      id: 'a:s0-15',
      article: 'a',
      source: span('Ana Lind'),
      speaker: null,
      named: true,
      cue: span('said'),
      content: [span('“We will wait,”')],
      form: 'direct',
      act: 'say',
      addressees: [],
      channel: null,
      said: { earliest: null, latest: null },
      within: null,
      rule: 'statement/learned',
    },
  ],
  encounters: [],
  figures: [
    {
      id: 'a:f31-39',
      value: 12,
      bound: 'exactly',
      unit: 'ships',
      measure: 'ships',
      source: null,
      asOf: { earliest: null, latest: null },
      evidence: [span('12 ships')],
    },
  ],
  issues: [],
  positions: [],
  proposals: [],
  disputes: [],
  revisions: [],
  timeline: [],
};

/** What an entry rests on, as 'part: words'; null where there is no such entry. */
function check(id: string): string[] | null {
  const found = explainEntry(RECORD, id);
  return found?.words.map(({ part, text }) => `${part}: ${text}`) ?? null;
}

describe('explainEntry', () => {
  it.each([
    ['a:s0-15', ['source: Ana Lind', 'cue: said', 'content: “We will wait,”']],
    ['a:f31-39', ['evidence: 12 ships']],
    ['a:s0-16', null],
    ['a', null],
    ['', null],
  ])('%s', (id, words) => {
    expect(check(id)).toEqual(words);
  });

  it('tells kind, rule and file', () => {
    const found = explainEntry(RECORD, 'a:s0-15')!;
    expect(found).toMatchObject({ id: 'a:s0-15', kind: 'statement', rule: 'statement/learned' });
    expect(found.why.length).toBeGreaterThan(0);
    expect(found.why).not.toContain('statement/learned');
    expect(found.words.map(({ source }) => source)).toEqual(['harbor.txt', 'harbor.txt', 'harbor.txt']);
  });

  it('has no reason to tell for an entry without a rule', () => {
    expect(explainEntry(RECORD, 'a:f31-39')).toMatchObject({ kind: 'figure', rule: null, why: [] });
  });
});

describe('explainIn', () => {
  async function* records(): AsyncGenerator<StoryRecord> {
    yield { ...RECORD, statements: [], figures: [] };
    yield RECORD;
  }

  it('looks through all records', async () => {
    expect((await explainIn(records(), 'a:f31-39')).kind).toBe('figure');
  });

  it('says where ids come from when none has it', async () => {
    await expect(explainIn(records(), 'a:f0-1')).rejects.toMatchObject({
      name: 'ReadoutError',
      code: 'unknown-entry',
      message: 'there is no entry a:f0-1',
      next: expect.stringContaining('readout export'),
    });
  });
});
