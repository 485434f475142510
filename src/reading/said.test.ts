import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import type { DateRange } from '../model/record.ts';
import { isOfAnotherClause, saidOn, saidRecently } from './said.ts';

// A Friday.
const PUBLISHED = '2031-05-16';
const BY_THEN: DateRange = { earliest: null, latest: PUBLISHED };
const engine = createEngine();

/** The range of days of the cue "said" in a sentence whose content stands in brackets. */
function check(marked: string, byThen = BY_THEN): string {
  const text = marked.replace(/[[\]]/g, '');
  const content: { start: number; end: number }[] = [];
  let removed = 0;
  for (const mark of marked.matchAll(/[[\]]/g)) {
    const at = mark.index - removed++;
    if (mark[0] === '[') content.push({ start: at, end: at });
    else content.at(-1)!.end = at;
  }
  const doc = engine.analyze(text, { reference: PUBLISHED });
  const cue = { start: text.indexOf('said'), end: text.indexOf('said') + 4 };
  const sentence = doc.sentences.find(({ start, end }) => start <= cue.start && cue.end <= end)!;
  const { earliest, latest } = saidOn(cue, sentence, content, doc.timexes, byThen);
  return `${earliest ?? ''}/${latest ?? ''}`;
}

const MONDAY = '2031-05-12/2031-05-12';
const NO_DAY = `/${PUBLISHED}`;

describe('saidOn', () => {
  it.each([
    ['after the cue', 'Ana Lind said on Monday [that the port would open].', MONDAY],
    ['before the cue', 'On Monday, Ana Lind said [that the port would open].', MONDAY],
    ['after the content', '[“We will wait,”] Ana Lind said on Monday.', MONDAY],
    ['not the day inside the content', 'Ana Lind said on Monday [that the port opened on Wednesday].', MONDAY],
    [
      'the nearer of two',
      'After talks on Monday, Ana Lind said on Wednesday [the port was open].',
      '2031-05-14/2031-05-14',
    ],
    ['a whole month', 'In April, Ana Lind said [that the port would open].', '2031-04-01/2031-04-30'],
    [
      'a month not over yet ends with publishing',
      'In May 2031, Ana Lind said [the port was open].',
      `2031-05-01/${PUBLISHED}`,
    ],
  ])('%s', (_, marked, expected) => {
    expect(check(marked)).toBe(expected);
  });

  it.each([
    ['no day', 'Ana Lind said [that the port would open].'],
    ['a day inside the content only', 'Ana Lind said [that the port opened on Monday].'],
    ['a day inside the second part of the content', '[“We wait,”] Ana Lind said, [“until Monday.”]'],
    ['a day of the sentence before', 'The port opened on Monday. Ana Lind said [that it was late].'],
    ['a day after publishing', 'Ana Lind said on 3 June 2031 [that the port would open].'],
    ['a duration', 'Ana Lind said for three hours [that the port would open].'],
  ])('by publishing: %s', (_, marked) => {
    expect(check(marked)).toBe(NO_DAY);
  });

  it('keeps the day where publishing is not known', () => {
    const unknown: DateRange = { earliest: null, latest: null };
    expect(check('Ana Lind said on 12 May 2031 [that the port would open].', unknown)).toBe(MONDAY);
    expect(check('Ana Lind said [that the port would open].', unknown)).toBe('/');
  });

  it('never gives a day after publishing nor an end before the beginning', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-05-${String(n).padStart(2, '0')}`);
    const timex = fc.record({ at: fc.integer({ min: 0, max: 80 }), a: fc.option(day), b: fc.option(day) });
    fc.assert(
      fc.property(fc.array(timex), fc.integer({ min: 0, max: 80 }), (items, at) => {
        const timexes = items
          .filter(({ a, b }) => a === null || b === null || a <= b)
          .map(({ at: start, a, b }) => ({
            start,
            end: start + 4,
            type: 'DATE' as const,
            value: '',
            range: { earliest: a, latest: b },
          }));
        const said = saidOn({ start: at, end: at + 4 }, { start: 0, end: 100 }, [], timexes, BY_THEN);
        expect(said.latest === null || said.latest <= PUBLISHED).toBe(true);
        expect(said.earliest === null || said.latest === null || said.earliest <= said.latest).toBe(true);
      }),
    );
  });
});

describe('saidRecently', () => {
  const published: DateRange = { earliest: PUBLISHED, latest: PUBLISHED };
  it.each([
    ['Ana Lind said the port was open.', 'said', `2031-05-10/${PUBLISHED}`],
    ['“We wait,” said Ana Lind, adding that it was late.', 'adding', `2031-05-10/${PUBLISHED}`],
    ['Ana Lind has said the port is open.', 'said', NO_DAY],
    ['Ana Lind previously said the port was open.', 'said', NO_DAY],
    ['Ana Lind wants the port to open.', 'wants', NO_DAY],
  ])('%s', (text, cue, expected) => {
    const sentence = engine.analyze(text, { reference: PUBLISHED }).sentences[0]!;
    const head = sentence.tokens.findIndex((token) => token.form === cue);
    const { earliest, latest } = saidRecently(sentence, head, published);
    expect(`${earliest ?? ''}/${latest ?? ''}`).toBe(expected);
  });
});

describe('isOfAnotherClause', () => {
  it.each([
    ['Ana Lind said on Monday that the port was open.', false],
    ['On Monday, Ana Lind said the port was open.', false],
    ['Ana Lind said the port, which the dockers left on Monday, was open.', true],
  ])('%s', (text, expected) => {
    const doc = engine.analyze(text, { reference: PUBLISHED });
    const sentence = doc.sentences[0]!;
    const head = sentence.tokens.findIndex((token) => token.form === 'said');
    expect(isOfAnotherClause(sentence, head, doc.timexes[0]!)).toBe(expected);
  });
});
