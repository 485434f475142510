import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withMarks } from './marks.ts';

/** The words between the bars of "a |b c| d", as they come back. */
function fitted(marked: string): string {
  const start = marked.indexOf('|');
  const end = marked.indexOf('|', start + 1) - 1;
  const text = marked.replaceAll('|', '');
  const range = withMarks(text, { start, end });
  return text.slice(range.start, range.end);
}

describe('marks at the ends of a proposition', () => {
  it.each([
    ['wants |“a toll| on ships” now', '“a toll on ships”'],
    ['wants “|a toll” on ships| now', '“a toll” on ships'],
    ['calls it “|bait” that is “no help|” now', '“bait” that is “no help”'],
    ['wants |the "new| toll"', 'the "new toll"'],
    ['wants "|a toll" on ships| now', '"a toll" on ships'],
    ['wants "|trust" in it, a "pact" and "calm|."', '"trust" in it, a "pact" and "calm."'],
    ["''|They must go,''| she said", 'They must go'],
    ["wants |''more of it|''", "''more of it''"],
    ["wants a |'strict deadline|' now", "'strict deadline'"],
    ["wants '|fair' tolls| now", "'fair' tolls"],
    ['backs |the plan of Ana Lind (Left|) now', 'the plan of Ana Lind (Left)'],
    ['wants |a toll (as it| has said', 'a toll'],
  ])('takes in or drops the one without a partner: %s', (marked, expected) => {
    expect(fitted(marked)).toBe(expected);
  });

  it.each([
    ['wants “|a toll|” now', 'a toll'],
    ["wants |the workers' pay| to rise", "the workers' pay"],
    ['wants |a "fair" toll (in euros)| now', 'a "fair" toll (in euros)'],
    ["wants '|a toll|' now", 'a toll'],
  ])('leaves alone what has both or none: %s', (marked, expected) => {
    expect(fitted(marked)).toBe(expected);
  });

  it('gives a range of the text, never empty, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b ', '“', '”', '"', "''", "'", '(', ')', '.', ',', '\n'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const whole = `x${words}y`;
        const start = a % (words.length + 1);
        const end = start + 1 + (b % (whole.length - start));
        const range = withMarks(whole, { start, end });
        expect(range.start >= 0 && range.end <= whole.length).toBe(true);
        if (/[a-z]/.test(whole.slice(start, end))) expect(range.end).toBeGreaterThan(range.start);
      }),
    );
  });
});
