import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../language/index.ts';
import type { Article } from '../../model/record.ts';
import { loadResources, readArticle } from '../index.ts';

const engine = createEngine();
const resources = loadResources();
// A Friday.
const PUBLISHED = '2031-05-16';

function encountersOf(text: string) {
  const article: Article = {
    id: 'a',
    source: 'a.txt',
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: PUBLISHED, latest: PUBLISHED, basis: 'given', evidence: [] },
    language: 'en',
    text,
    boilerplate: [],
    family: 'a',
  };
  const { encounters, entities } = readArticle(article, engine.analyze(text, { reference: PUBLISHED }), resources);
  return encounters.map((encounter) => ({
    ...encounter,
    who: encounter.participants.map((index) => entities[index]!.name),
    words: encounter.evidence.map(({ start, end }) => text.slice(start, end)),
  }));
}

/** Each encounter as 'kind: who, who', with 'planned ' before those not yet held. */
function check(text: string): string[] {
  return encountersOf(text).map(({ kind, planned, who }) => `${planned ? 'planned ' : ''}${kind}: ${who.join(', ')}`);
}

describe('findEncounters', () => {
  it.each([
    ['Ana Lind met with Carlos Reyes in Port Selm.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind met Carlos Reyes on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['A meeting between Carlos Reyes and Ana Lind ended late.', 'meeting: Carlos Reyes, Ana Lind'],
    ['Ana Lind will meet with Carlos Reyes on Friday.', 'planned meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind is scheduled to meet with Carlos Reyes.', 'planned meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind spoke by phone with Carlos Reyes.', 'call: Ana Lind, Carlos Reyes'],
    ['Ana Lind and Carlos Reyes held talks on the port.', 'talks: Ana Lind, Carlos Reyes'],
    ['Ana Lind negotiated with Carlos Reyes.', 'talks: Ana Lind, Carlos Reyes'],
    ['Ana Lind visited Port Selm.', 'visit: Ana Lind'],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
    expect(encountersOf(text)[0]).toMatchObject({ words: [text] });
  });

  it.each([
    'Ana Lind praised Carlos Reyes.',
    'Ana Lind wrote to Carlos Reyes.',
    'Ana Lind met the dockers.',
    'Ana Lind spoke by phone for an hour.',
    'The Harbor Union held talks in Port Selm.',
    'A constructor built the boat of Ana Lind and Carlos Reyes.',
    'Ana Lind arrived. Carlos Reyes met with the dockers.',
    'The sides held talks.',
    'The constructors of the boat were late.',
    '',
  ])('no encounter: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('has happened by the day of publishing where the sentence tells no day', () => {
    const [encounter] = encountersOf('Ana Lind met with Carlos Reyes in Port Selm.');
    expect(encounter).toMatchObject({ planned: false, date: { earliest: null, latest: PUBLISHED } });
  });

  it('gives one a sentence, whose evidence is that sentence', () => {
    const text = 'Ana Lind met Carlos Reyes. Rain fell. Maria Holm spoke with Carlos Reyes.';
    expect(encountersOf(text).map(({ kind, words }) => [kind, ...words])).toEqual([
      ['meeting', 'Ana Lind met Carlos Reyes.'],
      ['call', 'Maria Holm spoke with Carlos Reyes.'],
    ]);
  });

  it('gives evidence inside the text and people once each, whatever the text', () => {
    const word = fc.constantFrom(
      ...'Ana Lind',
      'Carlos Reyes',
      'Maria Holm',
      'Port Selm',
      'met',
      'with',
      'visited',
      'held talks',
      'will',
      '.',
      'and',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 16 }).map((words) => words.join(' ')),
        (text) => {
          for (const { who, evidence } of encountersOf(text)) {
            expect(new Set(who).size).toBe(who.length);
            for (const { start, end } of evidence) expect(text.slice(start, end)).not.toBe('');
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
