import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyReading } from '../../test/support/empty-reading.ts';
import type { Entity, Reading } from '../reading/index.ts';
import { mergeActors } from './actors.ts';

/** A Reading of people: 'Minister|Ana Lind' has a role; 'Ana Lind@France' a side; '#Harbor Union' is a body. */
function reading(article: string, ...entities: string[]): Reading {
  return {
    ...emptyReading(article),
    entities: entities.map((entity, i): Entity => {
      const [, role, body, name, side] = /^(?:(.*)\|)?(#?)([^@]*)(?:@(.*))?$/.exec(entity)!;
      return {
        name: name!,
        kind: body ? 'organization' : 'person',
        roles: role ? [role] : [],
        side: side ?? null,
        ...(side && { sides: [{ name: side, evidence: { start: i * 10, end: i * 10 + 3 } }] }),
        aliases: [],
        mentions: [{ start: i * 10, end: i * 10 + 5 }],
      };
    }),
  };
}

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '-');

/** Each actor as 'id: name', with how often it is mentioned. */
function check(...articles: string[][]): string[] {
  const readings = articles.map((entities, i) => reading('abcdefghijkl'[i]!, ...entities));
  return mergeActors(readings, slug).actors.map(({ id, name, mentions }) => `${id}: ${name} ${mentions.length}`);
}

describe('mergeActors', () => {
  it('keeps a minister’s ministry apart from that of another state, and joins one without an owner', () => {
    const ids = (name: string, owner: string | null): string => {
      const two = reading('b', `#${name}`);
      if (owner) two.entities[0]!.key = `${name} of ${owner}`;
      const named = reading('a', name.startsWith('labour') ? '#Ministry of Labour' : '#Norlandish foreign ministry');
      return mergeActors([named, two], slug).idOf(two, 0);
    };
    expect(ids('foreign ministry', 'ana lind')).toBe('foreign-ministry');
    expect(ids('foreign ministry', null)).toBe('norlandish-foreign-ministry');
    expect(ids('labour ministry', 'per holm')).toBe('ministry-of-labour');
  });

  it.each([
    ['one name in two articles', [['Ana Lind'], ['Ana Lind']], ['ana-lind: Ana Lind 2']],
    ['a last name in another article', [['Ana Lind'], ['Lind']], ['ana-lind: Ana Lind 2']],
    ['a last name in an article before', [['Lind'], ['Ana Lind']], ['ana-lind: Ana Lind 2']],
    ['a family name that comes first', [['Xu Wenhua'], ['Xu']], ['xu-wenhua: Xu Wenhua 2']],
    ['a name in capitals', [['#Harbor Union'], ['#HARBOR UNION']], ['harbor-union: HARBOR UNION 2']],
    ['two of one last name', [['Ana Lind'], ['Per Lind']], ['ana-lind: Ana Lind 1', 'per-lind: Per Lind 1']],
    [
      'a last name that two share',
      [['Ana Lind', 'Per Lind'], ['Lind']],
      ['ana-lind: Ana Lind 1', 'lind: Lind 1', 'per-lind: Per Lind 1'],
    ],
    [
      'a last name that two share, of whom the story is about one',
      [...Array.from({ length: 8 }, () => ['Ana Lind']), ['Per Lind'], ['Lind']],
      ['ana-lind: Ana Lind 9', 'per-lind: Per Lind 1'],
    ],
    ['another last name', [['Ana Lind'], ['Linder']], ['ana-lind: Ana Lind 1', 'linder: Linder 1']],
    ['the last word of a body', [['#Harbor Union'], ['#Union']], ['harbor-union: Harbor Union 2']],
    [
      'the last word of two bodies',
      [['#Harbor Union', '#Rail Union'], ['#Union']],
      ['harbor-union: Harbor Union 1', 'rail-union: Rail Union 1', 'union: Union 1'],
    ],
    [
      'a company with what the law calls it',
      [['#Halden Roy Inc.'], ['#Halden Roy']],
      ['halden-roy-inc-: Halden Roy Inc. 2'],
    ],
    ['initials', [['#Harbor Union'], ['#HU']], ['harbor-union: Harbor Union 2']],
    [
      'initials of two',
      [['#Harbor Union', '#Home Union'], ['#HU']],
      ['harbor-union: Harbor Union 1', 'home-union: Home Union 1', 'hu: HU 1'],
    ],
    ['accents', [['José Lind'], ['Jose Lind']], ['jose-lind: Jose Lind 2']],
    ['names of one slug', [['Ana Lind'], ['Ana-Lind']], ['ana-lind-2: Ana-Lind 1', 'ana-lind: Ana Lind 1'].sort()],
    ['a name without letters', [['7 9']], ['-: 7 9 1']],
    ['none', [[], []], []],
  ])('%s', (_, articles, expected) => {
    expect(check(...articles).sort()).toEqual([...expected].sort());
  });

  it('collects roles and other names, each once, in plain order', () => {
    const readings = [
      reading('b', 'Minister|Ana Lind'),
      reading('a', 'Captain|Lind'),
      reading('c', 'Minister|Ana Lind'),
    ];
    expect(mergeActors(readings, slug).actors).toMatchObject([
      { name: 'Ana Lind', roles: ['Captain', 'Minister'], aliases: ['Lind'] },
    ]);
  });

  it('leads each entity to its actor', () => {
    const first = reading('a', 'Ana Lind', 'Carlos Reyes');
    const second = reading('b', 'Reyes', 'Lind');
    const { idOf } = mergeActors([first, second], slug);
    expect([idOf(first, 0), idOf(first, 1), idOf(second, 0), idOf(second, 1)]).toEqual([
      'ana-lind',
      'carlos-reyes',
      'carlos-reyes',
      'ana-lind',
    ]);
  });

  it('gives the side that the words tell', () => {
    const side = (...entities: string[]): string | null =>
      mergeActors([reading('a', ...entities)], slug).actors.find(({ id }) => id === 'ana-lind')!.side;
    expect(side('Ana Lind@France', '#France')).toBe('france');
    expect(side('Ana Lind', '#France')).toBeNull();
  });

  it('keeps every mention, gives ids once, and does not look at the order of the articles', () => {
    const name = fc.constantFrom(
      'Ana Lind',
      'Per Lind',
      'Lind',
      'Xu Wenhua',
      'Xu',
      '#Lind',
      '#Harbor Union',
      'Ana-Lind',
    );
    const articles = fc.array(fc.uniqueArray(name, { maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(articles, (lists) => {
        const readings = lists.map((entities, i) => reading('abcdef'[i]!, ...entities));
        const { actors } = mergeActors(readings, slug);
        expect(actors.flatMap(({ mentions }) => mentions)).toHaveLength(lists.flat().length);
        expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length);
        expect(mergeActors([...readings].reverse(), slug).actors).toEqual(actors);
      }),
    );
  });
});
