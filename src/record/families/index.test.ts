import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/tell.ts';
import { type Families, findFamilies } from './index.ts';
import { plainTexts } from './texts.ts';
import { makeVersion, type Version } from './version.ts';

/** A sentence of its own for each number: no run of four words is in two of them. */
const sentence = (n: number): string =>
  `Crew${n} told${n} the harbour${n} that pier${n} stays${n} closed${n} until dawn${n} or tide${n} turns${n}.`;
const quote = (n: number): string => `“No boat${n} leaves${n} pier${n} before vote${n} is counted${n},” Holm said.`;
const text = (...sentences: number[]): string => sentences.map(sentence).join('\n');

function find(versions: Version[]): Families {
  const byId = new Map(versions.map((version) => [version.id, version]));
  return findFamilies(
    [...byId.keys()],
    plainTexts((id) => byId.get(id)!),
  );
}

/** The family of each text, the texts being named a, b, c … in the order given. */
function check(...texts: string[]): string[] {
  const versions = texts.map((marked, i) => {
    const { article, reading } = tell('abcdefgh'[i]!, marked);
    return makeVersion(article, reading);
  });
  const { of } = find(versions);
  return versions.map(({ id }) => of.get(id)!);
}

describe('findFamilies', () => {
  it.each([
    ['the same text', ['The port is open.', 'The port is open.'], ['a', 'a']],
    ['other white space, case and marks', ['The port: “open”.', 'THE  PORT open!'], ['a', 'a']],
    ['other lines around it', ['The port is open.\n[Photo: Holm]', '[By Lind]\nThe port is open.'], ['a', 'a']],
    ['another headline', ['# Open\nThe port is open.', '# Boats sail\nThe port is open.'], ['a', 'a']],
    ['three, two of them copies', ['Rain.', 'The port is open.', 'The port is open!'], ['a', 'b', 'b']],
    ['words run together', ['The port', 'Theport'], ['a', 'b']],
    ['no words at all', ['…', '…'], ['a', 'b']],
    [
      'a sentence in each of three, all others different',
      [text(1, 2, 3), text(1, 4, 5), text(1, 6, 7)],
      ['a', 'b', 'c'],
    ],
    ['half of the sentences', [text(1, 2, 3, 4), text(1, 2, 5, 6)], ['a', 'a']],
    ['all of them in another order', [text(1, 2, 3, 4), text(4, 3, 2, 1)], ['a', 'a']],
    ['a cut: three of nine', [text(1, 2, 3, 4, 5, 6, 7, 8, 9), text(1, 2, 3)], ['a', 'a']],
    [
      'background taken over: three of eight and of ten',
      [text(1, 2, 3, 4, 5, 6, 7, 8), text(1, 2, 3, 14, 15, 16, 17, 18, 19, 20)],
      ['a', 'b'],
    ],
    ['a word changed in every sentence', [text(1, 2, 3), text(1, 2, 3).replaceAll('until', 'till')], ['a', 'a']],
    ['a chain of versions', [text(1, 2, 3, 4), text(3, 4, 5, 6), text(5, 6, 7, 8)], ['a', 'a', 'a']],
    [
      'the same quotations in tellings of their own',
      [
        [text(1, 2, 3), quote(1), quote(2), quote(3), quote(4)].join('\n'),
        [text(4, 5, 6), quote(1), quote(2), quote(3), quote(4)].join('\n'),
      ],
      ['a', 'b'],
    ],
    ['a statement printed whole', [[quote(1), quote(2)].join('\n'), [quote(1), quote(2)].join('\n')], ['a', 'a']],
    ['none', [], []],
  ])('%s', (_, texts, families) => {
    expect(check(...texts)).toEqual(families);
  });

  it('is the same whatever the order of the articles, and whatever else the story holds', () => {
    const articles = fc.array(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 9,
    });
    const makeAll = (lists: number[][], from: number) =>
      lists.map((list, i) => {
        const { article, reading } = tell(`n${i}`, text(...list.map((n) => n + from)));
        return makeVersion(article, reading);
      });
    fc.assert(
      fc.property(articles, articles, fc.infiniteStream(fc.nat(1000)), (related, unrelated, keys) => {
        const versions = makeAll(related, 0);
        const expected = find(versions);
        const others = makeAll(unrelated, 100).map((version) => ({ ...version, id: `a${version.id}` }));
        const shuffled = [...versions, ...others]
          .map((version) => ({ version, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ version }) => version);
        const found = find(shuffled);
        for (const { id } of versions) expect([id, found.of.get(id)]).toEqual([id, expected.of.get(id)]);
        for (const [family, ids] of expected.members) expect(found.members.get(family)).toEqual(ids);
      }),
    );
  });
});
