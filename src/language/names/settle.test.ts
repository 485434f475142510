import { describe, expect, it } from 'vitest';
import { createEngine } from '../index.ts';

const engine = createEngine();

/** The names of a text as "kind: text", each once, in order. */
function names(text: string): string[] {
  const found = engine.analyze(text, { reference: null }).names;
  return [...new Set(found.map((name) => `${name.kind}: ${name.text}`))];
}

describe('settleKinds', () => {
  it.each<[string, string, string]>([
    ['a body by its shares', 'Shares in Velden Quays fell. Velden Quays runs the port.', 'organization: Velden Quays'],
    ['a body by its last word', 'Lenora Healthcare sold two clinics on Monday.', 'organization: Lenora Healthcare'],
    [
      'a body by what stands behind a comma',
      'Tessmark, an insurer in Ostrel, raised its rates.',
      'organization: Tessmark',
    ],
    ['a person behind what only people are', 'Chief negotiator Helge Sorl said it would wait.', 'person: Helge Sorl'],
    ['a person behind Mr.', 'Mr. King said that he was tired.', 'person: King'],
    [
      'a person by an age behind a closing mark',
      '"We are tired," Martha Jonas, 25, said at the gate.',
      'person: Martha Jonas',
    ],
    ['a double name', 'The note was written by Karim Osei-Valder on Monday.', 'person: Karim Osei-Valder'],
    ['a place by "in"', 'The talks were held in Tessaly. Officials in Tessaly said so.', 'place: Tessaly'],
  ])('knows %s', (_, text, expected) => {
    expect(names(text)).toContain(expected);
  });

  it.each<[string, string, string]>([
    ['a person whom a company belongs to', 'Ana Lind said it was late. Ana Lind’s shares fell.', 'person: Ana Lind'],
    ['a person somebody trusts in', 'He had confidence in Lind. Ana Lind, 54, smiled.', 'person: Ana Lind'],
    ['a person who leads a body', 'Ana Lind, chief executive of Velden Quays, resigned.', 'person: Ana Lind'],
  ])('leaves %s a person', (_, text, expected) => {
    expect(names(text)).toContain(expected);
  });

  it('parts two names that a headline runs together', () => {
    const found = names(
      'Anna Lind Calls Thomas Reyes a Friend\n\nAnna Lind met Thomas Reyes on Monday. Thomas Reyes smiled.',
    );
    expect(found.filter((name) => name.startsWith('person'))).toEqual(['person: Anna Lind', 'person: Thomas Reyes']);
  });

  it('takes the title "Mr. President" for no name', () => {
    expect(names('Thank you, Mr. President, for the answer.').filter((name) => name.startsWith('person'))).toEqual([]);
  });
});
