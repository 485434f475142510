import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFrontMatter } from './front-matter.ts';

const BODY =
  'The two sides met again in Port Maren on Tuesday and parted after nine hours without naming a day for the next round.';

function read(text: string) {
  const found = findFrontMatter(text);
  const show = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
  return { ...found, title: found.title && show(found.title), boilerplate: found.boilerplate.map(show) };
}

describe('findFrontMatter', () => {
  it.each([
    ['a bare title', `Dockers walk out\n\n${BODY}`, 'Dockers walk out', []],
    ['no title', BODY, null, []],
    [
      'a section label before the title',
      `World News\n\nDockers walk out at three harbours\n\n${BODY}`,
      'Dockers walk out at three harbours',
      ['World News'],
    ],
    [
      'a byline',
      `Dockers walk out\nBy Ana Lind and Tomas Reyes\n\n${BODY}`,
      'Dockers walk out',
      ['By Ana Lind and Tomas Reyes'],
    ],
    [
      'a masthead',
      `The Harbour Post\n\nDockers walk out at three harbours\n\n${BODY}`,
      'Dockers walk out at three harbours',
      ['The Harbour Post'],
    ],
    [
      'a place and a full date',
      `Dockers walk out\nPort Maren, 4 March 2031\n${BODY}`,
      'Dockers walk out',
      ['Port Maren, 4 March 2031'],
    ],
    [
      'a date and a name',
      `Dockers walk out\nTuesday, 4 March 2031 | Ana Lind\n${BODY}`,
      'Dockers walk out',
      ['Tuesday, 4 March 2031 | Ana Lind'],
    ],
    [
      'a credit and its caption',
      `Getty Images\nDock workers at the gates of Quay Nine.\n${BODY}`,
      null,
      ['Getty Images', 'Dock workers at the gates of Quay Nine.'],
    ],
    [
      'a caption after a standfirst',
      `Dockers walk out at three harbours\n\nThe harbour talks had stalled over the summer between the union and the six companies that own it.\n\nAna Lind speaks.\n\n${BODY}`,
      'Dockers walk out at three harbours',
      ['Ana Lind speaks.'],
    ],
    ['a dateline line', `NWN  — \n\n${BODY}`, null, ['NWN  —']],
    ['an agency in the line', `(Northwire) — ${BODY}`, null, ['(Northwire) — ']],
    [
      'a place, a day and an agency',
      `PORT MAREN, March 4 (Northwire) - ${BODY}`,
      null,
      ['PORT MAREN, March 4 (Northwire) - '],
    ],
    ['a place in capitals', `PORT MAREN — ${BODY}`, null, ['PORT MAREN — ']],
    [
      'an update notice',
      `${BODY}\n\nThis story has been updated with additional developments.`,
      null,
      ['This story has been updated with additional developments.'],
    ],
    [
      'a correction',
      `${BODY}\nCorrection: An earlier version misstated the number of berths.`,
      null,
      ['Correction: An earlier version misstated the number of berths.'],
    ],
    [
      'contributors',
      `${BODY}\nNWN’s Ana Lind contributed to this report.`,
      null,
      ['NWN’s Ana Lind contributed to this report.'],
    ],
    [
      'reporters of an agency',
      `${BODY}\n(Reporting by Ana Lind; Editing by Tomas Reyes)`,
      null,
      ['(Reporting by Ana Lind; Editing by Tomas Reyes)'],
    ],
    [
      'copyright',
      `${BODY}\n© 2031 Northwire Ltd. All rights reserved.`,
      null,
      ['© 2031 Northwire Ltd. All rights reserved.'],
    ],
    ['a newsletter call', `${BODY}\nSign up for our morning newsletter`, null, ['Sign up for our morning newsletter']],
  ])('finds %s', (_, text, title, boilerplate) => {
    const found = read(text);
    expect(found.title).toBe(title);
    expect(found.boilerplate).toEqual(boilerplate);
  });

  it.each([
    [
      'a dash in prose',
      'Talks – the third round this year – went on past midnight in Port Maren while ships waited outside the harbour.',
    ],
    [
      'an update told by the reporter',
      `${BODY}\nThe ministry said that the figures had been updated after a count by the harbour office, which put the losses far higher than before.`,
    ],
    [
      'a story about newsletters',
      `${BODY}\n“We read of it in the union’s newsletter like everyone else,” a crane driver said outside Quay Nine, where about forty men had gathered by noon on Tuesday.`,
    ],
    [
      'reporting by an outlet in prose',
      `${BODY}\nThe company described reporting by Northwire as “wrong in every line” and asked for a correction by Friday.`,
    ],
    ['a short answer', `Dockers walk out\n\n${BODY}\n\nThe harbour flatly denied it.\n\n${BODY}`],
    ['a short turn', `Dockers walk out\n\n${BODY}\n\nBut Lind refused.\n\n${BODY}`],
  ])('leaves %s in the story', (_, text) => {
    expect(read(text).boilerplate).toEqual([]);
  });

  it('names the outlet from a dateline, else from its contributors', () => {
    expect(read(`PORT MAREN (Northwire) — ${BODY}\nNWN’s Ana Lind contributed to this report.`).outlet).toBe(
      'Northwire',
    );
    expect(read(`${BODY}\nNWN’s Ana Lind contributed to this report.`).outlet).toBe('NWN');
    expect(read(BODY).outlet).toBeNull();
  });

  it('gives the authors of a byline', () => {
    expect(read(`Dockers walk out\nBy Ana Lind and Tomas de Reyes in Port Maren\n\n${BODY}`).authors).toEqual([
      'Ana Lind',
      'Tomas de Reyes',
    ]);
  });

  it('gives ordered ranges inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { start, end } of findFrontMatter(text).boilerplate) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
