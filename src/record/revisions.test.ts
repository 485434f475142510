import { describe, expect, it } from 'vitest';
import { tell } from '../../test/support/tell.ts';
import type { Article, Revision, Span } from '../model/record.ts';
import type { LocalFigure, LocalStatement } from '../reading/index.ts';
import { makeRecord, type ReadArticle } from './index.ts';

const OPEN = 'The ferry port of Ardun opened again on Monday morning after nine days.';
const CREWS = 'The crews had stayed away since the owners cut the night bonus in May.';
const HOLM = '“We will sail, but not for less,” harbour master Ida Holm said.';
const PAY = 'Their union wants a rise of four crowns an hour for every deckhand.';
const COUNT = 'Some 240 lorries waited outside the gates on Sunday, the port said.';
const NOTICE = '[This story has been updated with figures from the port.]';

/** Gives the reading a statement for each "WHO said" line and a figure for each number with a noun. */
function read(entry: ReadArticle): ReadArticle {
  const { text } = entry.article;
  const statements: LocalStatement[] = [...text.matchAll(/“[^”]+”/g)].map((match) => ({
    source: null,
    speaker: null,
    named: false,
    cue: null,
    content: [{ start: match.index, end: match.index + match[0].length }],
    form: 'direct',
    act: 'say',
    said: { earliest: null, latest: null },
    channel: null,
    addressees: [],
    within: null,
    rule: 'test',
    confidence: 1,
  }));
  const figures: LocalFigure[] = [...text.matchAll(/(\d+) lorries/g)].map((match) => ({
    value: Number(match[1]),
    bound: 'exactly',
    unit: 'lorries',
    measure: 'lorries',
    source: null,
    voice: null,
    asOf: { earliest: null, latest: null },
    range: null,
    change: null,
    mood: null,
    partOf: null,
    topic: { what: 'lorry', names: [], telling: true },
    contested: false,
    evidence: [{ start: match.index, end: match.index + match[0].length }],
    rule: 'test',
  }));
  return { article: entry.article, reading: { ...entry.reading, statements, figures } };
}

function revisionsOf(...entries: ReadArticle[]): { revisions: Revision[]; words: (span: Span) => string } {
  const record = makeRecord(entries.map(read), { slug: (name) => name });
  const texts = new Map(record.articles.map(({ id, text }) => [id, text]));
  return { revisions: record.revisions, words: ({ article, start, end }) => texts.get(article)!.slice(start, end) };
}

/** The one revision between two texts, in a line a change. */
function check(before: string[], after: string[], given: [Partial<Article>, Partial<Article>] = [{}, {}]): string[] {
  const { revisions, words } = revisionsOf(
    tell('a', before.join('\n'), given[0]),
    tell('b', after.join('\n'), given[1]),
  );
  expect(revisions).toHaveLength(1);
  const { from, to, kind, changed, added, removed, moved, disclosed } = revisions[0]!;
  return [
    `${kind} ${from}${to}${disclosed ? `, told: ${words(disclosed).split(' ').slice(-3).join(' ')}` : ''}`,
    ...changed.map(({ before, after, touches }) => {
      const [one, other] = [words(before).split(' '), words(after).split(' ')];
      const differing = other.filter((word) => !one.includes(word)).concat(one.filter((word) => !other.includes(word)));
      return `${touches!.join(' ')}: ${differing.join(' ')}`;
    }),
    ...added.map((span) => `+ ${words(span)}`),
    ...removed.map((span) => `- ${words(span)}`),
    ...(moved ?? []).map(({ before }) => `> ${words(before)}`),
  ];
}

describe('makeRevisions', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a copy', [OPEN, CREWS], [OPEN, CREWS], ['copy ab']],
    ['a sentence more', [OPEN, CREWS], [OPEN, CREWS, PAY], ['revision ab', `+ ${PAY}`]],
    ['a sentence less', [OPEN, CREWS, PAY], [OPEN, CREWS], ['revision ab', `- ${PAY}`]],
    ['a sentence elsewhere', [PAY, OPEN, CREWS], [OPEN, CREWS, PAY], ['revision ab', `> ${PAY}`]],
    ['told', [OPEN, CREWS], [OPEN, CREWS, PAY, NOTICE], ['revision ab, told: from the port.', `+ ${PAY}`]],
    ['told before already', [OPEN, CREWS, NOTICE], [OPEN, CREWS, PAY, NOTICE], ['revision ab', `+ ${PAY}`]],
    [
      'the notice tells which is the later',
      [OPEN, CREWS, PAY, NOTICE],
      [OPEN, CREWS],
      ['revision ba, told: from the port.', `+ ${PAY}`],
    ],
    ['a quotation', [OPEN, HOLM], [OPEN, HOLM.replace(' but not', ' and not')], ['revision ab', 'quote: and but']],
    ['a figure', [OPEN, COUNT], [OPEN, COUNT.replace('240', '190')], ['revision ab', 'figure: 190 240']],
    [
      'what is wanted',
      [OPEN, PAY],
      [OPEN, PAY.replace('wants', 'would accept')],
      ['revision ab', 'position wording: would accept wants'],
    ],
    ['a word', [OPEN, CREWS], [OPEN, CREWS.replace('night', 'winter')], ['revision ab', 'wording: winter night']],
    [
      'the headline',
      ['# Port opens', OPEN, CREWS],
      ['# Boats sail', OPEN, CREWS],
      ['copy ab', 'wording: Boats sail Port opens'],
    ],
    [
      'what matters first',
      [OPEN.replace('Monday', 'Tuesday'), COUNT, HOLM, CREWS],
      [OPEN, COUNT.replace('240', '190'), HOLM.replace('not for', 'never for'), CREWS],
      ['revision ab', 'quote: never not', 'figure: 190 240', 'wording: Monday Tuesday'],
    ],
    ['other lines around it', ['[By Ana Lind]', OPEN, CREWS], [OPEN, CREWS, '[Photo: Holm]'], ['copy ab']],
  ])('%s', (_, before, after, expected) => {
    expect(check(before, after)).toEqual(expected);
  });

  const outlets: [Partial<Article>, Partial<Article>] = [{ outlet: 'Harbour Wire' }, { outlet: 'Ardun Post' }];
  it.each<[string, string[], string[], string]>([
    ['cut, and in its own spelling', [OPEN, CREWS, PAY], [OPEN.replace('opened', 're-opened'), CREWS], 'copy'],
    ['with a line of credit', [OPEN, CREWS], [OPEN, CREWS, 'This article was supplied by Harbour Wire.'], 'copy'],
    ['with a quotation of its own', [OPEN, CREWS], [OPEN, CREWS, HOLM], 'revision'],
    ['with another figure', [OPEN, COUNT], [OPEN, COUNT.replace('240', '190')], 'revision'],
  ])('in another outlet: %s', (_, before, after, kind) => {
    expect(check(before, after, outlets)[0]).toBe(`${kind} ab`);
  });

  it('compares each version with the nearest before it, and copies with the first of them', () => {
    const day = (n: number): Partial<Article> => ({
      published: { earliest: `2031-03-0${n}`, latest: `2031-03-0${n}`, basis: 'given', evidence: [] },
    });
    const { revisions } = revisionsOf(
      tell('d', [OPEN, CREWS, PAY, COUNT].join('\n'), day(1)),
      tell('c', [OPEN, CREWS, PAY, HOLM].join('\n'), day(2)),
      tell('b', [OPEN, CREWS, PAY, COUNT].join('\n'), day(3)),
      tell('a', [OPEN, CREWS, HOLM].join('\n'), day(4)),
    );
    expect(revisions.map(({ from, to, kind, order }) => [from, to, kind, order?.basis])).toEqual([
      ['c', 'a', 'revision', 'published'],
      ['d', 'b', 'copy', 'published'],
      ['d', 'c', 'revision', 'published'],
    ]);
  });

  it('says what the change did to the record', () => {
    const { revisions, words } = revisionsOf(
      tell('a', [OPEN, CREWS, HOLM, COUNT, 'A clerk said “that is all”.'].join('\n')),
      tell(
        'b',
        [
          OPEN,
          CREWS,
          HOLM.replace('but not', 'and not'),
          COUNT.replace('240', '190'),
          '“Far from it,” a cook said.',
        ].join('\n'),
      ),
    );
    expect(words(revisions[0]!.changed[0]!.before)).toBe(HOLM);
    const id = (text: string, kind: string, quote: string): string => {
      const start = text.indexOf(quote);
      return `${kind}${start}-${start + quote.length}`;
    };
    const [a, b] = [words({ article: 'a', start: 0, end: 9999 }), words({ article: 'b', start: 0, end: 9999 })];
    expect(revisions[0]!.effects).toEqual({
      statements: {
        gone: [`a:${id(a, 's', '“that is all”')}`],
        came: [`b:${id(b, 's', '“Far from it,”')}`],
        changed: [
          {
            before: `a:${id(a, 's', '“We will sail, but not for less,”')}`,
            after: `b:${id(b, 's', '“We will sail, and not for less,”')}`,
          },
        ],
      },
      figures: {
        gone: [],
        came: [],
        changed: [{ before: `a:${id(a, 'f', '240 lorries')}`, after: `b:${id(b, 'f', '190 lorries')}` }],
      },
      positions: { gone: [], came: [], changed: [] },
    });
  });

  it('is the same whatever the order of the articles, and whatever else the story holds', () => {
    const family = [
      tell('a', [OPEN, CREWS, PAY, COUNT].join('\n')),
      tell('b', [OPEN, CREWS, PAY, HOLM, NOTICE].join('\n')),
      tell('c', [CREWS, OPEN, PAY, HOLM].join('\n')),
      tell('d', [OPEN, CREWS, PAY, COUNT].join('\n')),
    ];
    const other = tell('0', 'A cook on the night boat heard of the vote as he came off his shift.');
    const expected = revisionsOf(...family).revisions;
    expect(expected).toHaveLength(3);
    expect(revisionsOf(...[...family].reverse()).revisions).toEqual(expected);
    expect(revisionsOf(family[2]!, other, family[0]!, family[3]!, family[1]!).revisions).toEqual(expected);
  });
});
