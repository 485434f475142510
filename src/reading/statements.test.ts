import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../test/support/read-text.ts';
import { contains, overlaps } from '../model/span.ts';
import type { Entity, LocalStatement, Reading } from './index.ts';

// A Friday.
const PUBLISHED = '2031-05-16';

function statementsOf(text: string): Reading {
  return readText(text).reading;
}

interface Shown {
  source: string | null;
  speaker: string | null;
  cue: string | null;
  content: string[];
  form: LocalStatement['form'];
  within: number | null;
}

/** The statements of a text in words. */
function check(text: string): Shown[] {
  const { statements, entities } = statementsOf(text);
  const words = (range: { start: number; end: number } | null): string | null =>
    range && text.slice(range.start, range.end);
  return statements.map(({ source, speaker, cue, content, form, within }) => ({
    source: words(source),
    speaker: speaker === null ? null : entities[speaker]!.name,
    cue: words(cue),
    content: content.map((range) => words(range)!),
    form,
    within,
  }));
}

const direct = { form: 'direct', within: null } as const;
const indirect = { form: 'indirect', within: null } as const;
const mixed = { form: 'mixed', within: null } as const;

describe('findStatements', () => {
  it('takes what somebody is told to have done for told, and what he is wished to do not', () => {
    const cues = (text: string): (string | null)[] => check(text).map(({ cue }) => cue);
    expect(cues('Ana Lind said Carlos Reyes had agreed to reopen the port.')).toEqual(['said', 'had agreed']);
    expect(cues('The best to hope for, Ana Lind said, is for both sides to agree to keep talking.')).toEqual(['said']);
  });

  it('gives first persons after a post, outside of quotations, to who posted', () => {
    const posted = 'Carlos Reyes tweeted that the port was open. I am pleased to say that the talks went well.';
    expect(check(posted).map(({ speaker }) => speaker)).toEqual(['Carlos Reyes', 'Carlos Reyes']);
    const said = 'Carlos Reyes said that the port was open. I am pleased to say that the talks went well.';
    expect(check(said).map(({ speaker }) => speaker)).toEqual(['Carlos Reyes', null]);
  });

  it('gives what is added to who speaks, not to who is spoken of', () => {
    const text = 'Ana Lind said the union was not willing to wait, adding: “We are not going to close the port.”';
    expect(check(text).map(({ speaker, cue }) => [speaker, cue])).toEqual([
      ['Ana Lind', 'said'],
      ['Ana Lind', 'adding'],
    ]);
  });

  it('knows an office by what it is for, where the same word is also a name', () => {
    const text =
      'Ana Lind, the Inner League’s chief Harbor negotiator, left. Per Holm stayed. Carlos Reyes of Harbor Union Holdings spoke. The bloc’s chief Harbor negotiator said that the port was open.';
    expect(check(text).at(-1)!.speaker).toBe('Ana Lind');
  });

  it('takes "it" for the body told of last, not for who spoke further back', () => {
    const text =
      'The transport ministry denied the report. The Harbor Union gave its account on Sunday. It said that the port was open.';
    expect(check(text).at(-1)!.speaker).toBe('Harbor Union');
  });

  it('takes no office for the body that its portfolio is called like', () => {
    const text = 'The union said that Labour Minister Ana Lind promised not to order its members back to work.';
    expect(check(text).map(({ speaker }) => speaker)).not.toContain('Labour');
  });

  it.each<[string, string, Partial<Shown>]>([
    [
      'a quote before its cue',
      '“We will wait for an answer,” Ana Lind said.',
      { ...direct, source: 'Ana Lind', speaker: 'Ana Lind', cue: 'said', content: ['“We will wait for an answer,”'] },
    ],
    [
      'a quote after its cue',
      'Ana Lind said: “We will wait for an answer.”',
      { ...direct, source: 'Ana Lind', speaker: 'Ana Lind', content: ['“We will wait for an answer.”'] },
    ],
    [
      'straight quotes',
      '"We will wait for an answer," said Ana Lind.',
      { ...direct, source: 'Ana Lind', cue: 'said', content: ['"We will wait for an answer,"'] },
    ],
    [
      'a quote split by its cue',
      '“We will wait,” Ana Lind said, “because there is no other way.”',
      { ...direct, source: 'Ana Lind', content: ['“We will wait,”', '“because there is no other way.”'] },
    ],
    [
      'that',
      'Prime Minister Ana Lind said that the port would stay open.',
      {
        ...indirect,
        source: 'Prime Minister Ana Lind',
        speaker: 'Ana Lind',
        cue: 'said',
        content: ['the port would stay open'],
      },
    ],
    [
      'no that',
      'Ana Lind said the port would stay open.',
      { ...indirect, source: 'Ana Lind', cue: 'said', content: ['the port would stay open'] },
    ],
    [
      'some words quoted',
      'Ana Lind said the strike was “a mistake” that would cost jobs.',
      { ...mixed, source: 'Ana Lind', cue: 'said', content: ['the strike was “a mistake” that would cost jobs'] },
    ],
    [
      'according to, at the end',
      'The port will close on Friday, according to Ana Lind.',
      { ...indirect, source: 'Ana Lind', cue: 'according to', content: ['The port will close on Friday'] },
    ],
    [
      'according to, at the beginning',
      'According to Ana Lind, the port will close on Friday.',
      { ...indirect, source: 'Ana Lind', cue: 'According to', content: ['the port will close on Friday'] },
    ],
    [
      'nobody named',
      'An official said the talks had failed.',
      { ...indirect, source: 'An official', speaker: null, content: ['the talks had failed'] },
    ],
    [
      'a pronoun',
      'Ana Lind arrived on Monday. “The offer is too low,” she said.',
      { ...direct, source: 'she', speaker: 'Ana Lind', content: ['“The offer is too low,”'] },
    ],
    [
      'speech over two sentences',
      '“The offer is too low,” Ana Lind said. “We will not accept it.”',
      { ...direct, speaker: 'Ana Lind', content: ['“The offer is too low,”', '“We will not accept it.”'] },
    ],
    [
      'another verb',
      'Ana Lind warned that the strike could last for weeks.',
      { ...indirect, source: 'Ana Lind', cue: 'warned', content: ['the strike could last for weeks'] },
    ],
  ])('%s', (_, text, expected) => {
    const found = check(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });

  it.each([
    'The rain fell all night on the harbor.',
    'A crane fell into the water, and two trucks were lost.',
    'The port is the largest in the country.',
    'The train left the station at noon and arrived at dusk.',
    'Two men carried a table into the house.',
    'The “Old Gate” is the name of a bridge in the town.',
    '',
    '\n\n',
    '“”',
  ])('no statement: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('gives each speaker their own words', () => {
    const text = '“The port is open,” Maria Holm said.\n“It is not open at all,” Carlos Reyes said.';
    expect(check(text).map(({ speaker, content }) => [speaker, ...content])).toEqual([
      ['Maria Holm', '“The port is open,”'],
      ['Carlos Reyes', '“It is not open at all,”'],
    ]);
  });

  it('finds what is told inside a statement', () => {
    const found = check('Ana Lind said that Carlos Reyes told her that the strike was over.');
    expect(found).toMatchObject([
      { speaker: 'Ana Lind', cue: 'said', content: ['Carlos Reyes told her that the strike was over'], within: null },
      { speaker: 'Carlos Reyes', cue: 'told', content: ['the strike was over'], within: 0 },
    ]);
  });

  it.each([
    [
      '“We will wait,” Ana Lind, the harbour minister, said on Monday.',
      '“We will wait,”',
      'Ana Lind, the harbour minister,',
    ],
    ['“We will wait,” said Ana Lind.', '“We will wait,”', 'Ana Lind'],
  ])('ends a quotation before its source: %s', (text, content, source) => {
    const { statements } = statementsOf(text);
    expect(statements[0]!.content.map(({ start, end }) => text.slice(start, end))).toEqual([content]);
    expect(text.slice(statements[0]!.source!.start, statements[0]!.source!.end)).toBe(source);
  });

  it('goes on with the speaker of the sentence', () => {
    const found = check(
      '“We will open the port,” Ana Lind told reporters on Monday, adding that the ships could leave by Friday.',
    );
    expect(found.map(({ speaker, cue }) => [speaker, cue])).toEqual([
      ['Ana Lind', 'told'],
      ['Ana Lind', 'adding'],
    ]);
  });

  it('reads act, addressee and day beside the words', () => {
    const { statements } = statementsOf('Ana Lind said on Monday that the port would stay open until Friday.');
    expect(statements).toMatchObject([
      { act: 'say', channel: null, addressees: [], said: { earliest: '2031-05-12', latest: '2031-05-12' } },
    ]);
    expect(statementsOf('Carlos Reyes refused to comment on the talks.').statements).toMatchObject([
      { act: 'decline' },
    ]);
    expect(statementsOf('Carlos Reyes refused to open the port.').statements).toMatchObject([{ act: 'reject' }]);
    expect(statementsOf('Ana Lind told reporters that the port was open.').statements).toMatchObject([
      { channel: { kind: 'briefing' } },
    ]);
  });

  it('keeps its promises on whatever text: ranges inside it and in order, cue beside content, inner inside outer', () => {
    const word = fc.oneof(
      { arbitrary: fc.constantFrom(...WORDS), weight: 12 },
      { arbitrary: fc.string({ maxLength: 6 }), weight: 1 },
    );
    const prose = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof({ arbitrary: prose, weight: 6 }, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { statements, entities } = statementsOf(text);
        for (const [i, statement] of statements.entries()) promise(text, statements, statement, i, entities);
      }),
      { numRuns: 150 },
    );
  });
});

const WORDS =
  'Ana Lind said that told her “ ” " , . \n the port would open according to Carlos Reyes on Monday he will wait ,” “We . It rejected denied “no” adding'.split(
    ' ',
  );

function promise(
  text: string,
  statements: LocalStatement[],
  statement: LocalStatement,
  at: number,
  entities: Entity[],
): void {
  const { source, cue, content, within, speaker, named, confidence, said } = statement;
  expect(content.length).toBeGreaterThan(0);
  let last = 0;
  for (const { start, end } of content) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
  for (const range of [source, cue]) {
    if (!range) continue;
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThan(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(content.some((part) => overlaps(part, range))).toBe(false);
  }
  if (within !== null) {
    expect(within).toBeLessThan(at);
    const outer = statements[within]!;
    for (const part of [...content, ...(cue ? [cue] : [])])
      expect(outer.content.some((range) => contains(range, part))).toBe(true);
  }
  if (speaker !== null) {
    expect(named).toBe(true);
    expect(entities[speaker]).toBeDefined();
  }
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  expect(said.latest! <= PUBLISHED).toBe(true);
}
