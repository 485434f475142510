import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from './rules.ts';
import { paragraphs, segment } from './sentences.ts';

const rules = loadRules();
const cut = (text: string): string[] => segment(text, rules).map((s) => text.slice(s.start, s.end));

describe('segment', () => {
  it.each([
    [
      '“We will stay,” the official said. “We must.” She left.',
      ['“We will stay,” the official said.', '“We must.”', 'She left.'],
    ],
    ['“Are we ready?” Vance asked. “Go!” Then he left.', ['“Are we ready?” Vance asked.', '“Go!”', 'Then he left.']],
    ['He said “no.” They went on.', ['He said “no.”', 'They went on.']],
    ['"It is over. We won." That was all.', ['"It is over.', 'We won."', 'That was all.']],
    [
      'Sen. Holm met U.S. Secretary Vance on Oct. 7. He left.',
      ['Sen. Holm met U.S. Secretary Vance on Oct. 7.', 'He left.'],
    ],
    [
      'They met at 5 p.m. Sen. Holm came. It ended at 6 p.m. Friday.',
      ['They met at 5 p.m.', 'Sen. Holm came.', 'It ended at 6 p.m. Friday.'],
    ],
    ['He went to the U.S. The talks failed.', ['He went to the U.S.', 'The talks failed.']],
    ['They had a deal.The official left.', ['They had a deal.', 'The official left.']],
    ['It fell 3.5 percent. No. 10 was silent.', ['It fell 3.5 percent.', 'No. 10 was silent.']],
    ['Ada M. Holm spoke (he did not.) Then … nothing', ['Ada M. Holm spoke (he did not.)', 'Then … nothing']],
    ['A note.[12] Then more.', ['A note.[12]', 'Then more.']],
    ['One line\nAnother line.\r\n\r\nThird. Fourth', ['One line', 'Another line.', 'Third.', 'Fourth']],
  ])('%s', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it('reads on over the breaks of wrapped text, but not over those of short lines', () => {
    const wrapped =
      'The envoys met for a second day in the old\nharbour town and said that little more than\nthe name of the place was still in dispute.\n\nThey go on today.';
    expect(paragraphs(wrapped)).toHaveLength(2);
    expect(cut(wrapped)).toHaveLength(2);
    expect(
      cut(
        'Port strike enters a second week\nBy Ada Holm\nThe dockers of Halvaria met on Friday and decided to stay out.',
      ),
    ).toHaveLength(3);
  });

  it('numbers the paragraphs', () => {
    expect(segment('A b. C d.\n\nE f.', rules).map((s) => s.paragraph)).toEqual([0, 0, 1]);
  });

  const odd = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
      fc.constantFrom(
        '.',
        '“',
        '”',
        '"',
        "'",
        '’',
        ' ',
        '\n',
        '\r\n',
        '\u00a0',
        '\u200b',
        '\ud83d',
        '\udc4d',
        '👍🏽',
        'e\u0301',
        'U.S',
        '[1]',
        '1,000',
        '-',
        'He',
        'n’t',
        '@',
        'http://',
      ),
    ),
  });

  it('covers every unit that is no white space, once, in order, inside its sentence', () => {
    fc.assert(
      fc.property(odd, (text) => {
        let at = 0;
        for (const s of segment(text, rules)) {
          expect(s.start).toBe(s.tokens[0]!.start);
          expect(s.end).toBe(s.tokens.at(-1)!.end);
          for (const t of s.tokens) {
            expect(t.start).toBeGreaterThanOrEqual(at);
            expect(t.end).toBeGreaterThan(t.start);
            expect(text.slice(at, t.start).trim()).toBe('');
            expect(/^\S+$/.test(text.slice(t.start, t.end))).toBe(true);
            at = t.end;
          }
        }
        expect(text.slice(at).trim()).toBe('');
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a million letters', 'a'.repeat(1_000_000)],
    ['words without a full stop', 'word '.repeat(200_000)],
    ['only punctuation', '.,;!?“”"\'’'.repeat(100_000)],
    ['closing marks', `He left.${')'.repeat(500_000)}`],
    ['nested brackets', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`],
    ['dots and letters', 'a.'.repeat(300_000)],
    ['at signs', 'a@'.repeat(300_000)],
    ['right to left', 'שלום עולם. '.repeat(50_000)],
    ['mark-up', '<div class="a"><p>x</p></div>'.repeat(20_000)],
    ['addresses', `http://${')'.repeat(300_000)}`],
    ['notes', 'x.[1]'.repeat(100_000)],
    ['hyphens and digits', '1-'.repeat(300_000)],
  ])('reads %s in linear time', (_name, text) => {
    const size = (t: string): number =>
      segment(t, rules).reduce((n, s) => n + s.tokens.reduce((m, k) => m + k.end - k.start, 0), 0);
    const started = performance.now();
    expect(size(text)).toBe(text.replace(/\s/g, '').length);
    // Quadratic code would take minutes here; a second or two is what a busy machine needs.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
