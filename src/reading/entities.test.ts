import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Doc, type Name, type NameKind } from '../language/index.ts';
import { loadWorld } from '../language/world/index.ts';
import { findEntities } from './entities.ts';

const world = loadWorld();
const engine = createEngine();

/**
 * A Doc of names alone, from text such as '<person:Prime Minister|Ana Lind> met <country:France>': kind, then title
 * before the bar, then the name.
 */
function docOf(marked: string): Doc {
  let text = '';
  let from = 0;
  const names: Name[] = [];
  for (const match of marked.matchAll(/<(\w+):(?:([^|>]*)\|)?([^>]*)>/g)) {
    const [all, kind, title, name] = match;
    text += marked.slice(from, match.index);
    from = match.index + all.length;
    const roles = title ? [{ start: text.length, end: text.length + title.length, text: title }] : [];
    if (title) text += `${title} `;
    const start = text.length;
    text += name;
    names.push({ start, end: text.length, kind: kind as NameKind, text: name!, sentence: 0, roles });
  }
  return { text: text + marked.slice(from), sentences: [], names, timexes: [] };
}

/** Each entity as 'kind name: mention, mention'. */
function check(marked: string): string[] {
  const doc = docOf(marked);
  return findEntities(doc, world).map(
    ({ kind, name, mentions }) =>
      `${kind} ${name}: ${mentions.map(({ start, end }) => doc.text.slice(start, end)).join(', ')}`,
  );
}

describe('findEntities', () => {
  it.each([
    ['one name twice', '<person:Ana Lind> met <person:Ana Lind>', ['person Ana Lind: Ana Lind, Ana Lind']],
    ['a last name after', '<person:Ana Lind> left. <person:Lind> waved.', ['person Ana Lind: Ana Lind, Lind']],
    ['a last name before', '<person:Lind> left. <person:Ana Lind> waved.', ['person Ana Lind: Lind, Ana Lind']],
    [
      'a family name that comes first',
      '<person:Xu Wenhua> left. <person:Xu> waved.',
      ['person Xu Wenhua: Xu Wenhua, Xu'],
    ],
    [
      'two of one last name, and it alone',
      '<person:Ana Lind> met <person:Per Lind>. <person:Lind> waved.',
      ['person Ana Lind: Ana Lind', 'person Per Lind: Per Lind, Lind'],
    ],
    [
      'two of one last name, told apart by "Mr." and "Ms."',
      '<person:John Lind> met <person:Mary Lind>. Mr. <person:Lind> waved. Ms. <person:Lind> left.',
      ['person John Lind: John Lind, Lind', 'person Mary Lind: Mary Lind, Lind'],
    ],
    [
      'who was called so twice, not who is named in between',
      '<person:John Lind> left. <person:Lind> waved. <person:Lind> sat. His wife, <person:Mary Lind>, came. <person:Lind> slept.',
      ['person John Lind: John Lind, Lind, Lind, Lind', 'person Mary Lind: Mary Lind'],
    ],
    [
      'a company with and without what the law calls it',
      '<organization:Halden Roy Corp.> left. <organization:Halden Roy> waved.',
      ['organization Halden Roy Corp.: Halden Roy Corp., Halden Roy'],
    ],
    [
      'a first word that is no short form of an association',
      '<organization:Selm Port Employers’ Association> left. <organization:Selm> waved.',
      ['organization Selm Port Employers’ Association: Selm Port Employers’ Association', 'organization Selm: Selm'],
    ],
    [
      'a last name goes before a first name',
      '<person:Ana Lind> met <person:Lind Berg>. <person:Lind> waved.',
      ['person Ana Lind: Ana Lind, Lind', 'person Lind Berg: Lind Berg'],
    ],
    ['white space inside a name', '<person:Ana\nLind> met <person:Ana Lind>', ['person Ana Lind: Ana\nLind, Ana Lind']],
    [
      'a country by two names',
      '<country:Britain> and <country:United Kingdom>',
      ['government United Kingdom: Britain, United Kingdom'],
    ],
    ['two countries', '<country:France> and <country:Spain>', ['government France: France', 'government Spain: Spain']],
    [
      'bodies and places',
      '<organization:Harbor Union> in <place:Selm>',
      ['organization Harbor Union: Harbor Union', 'place Selm: Selm'],
    ],
    ['what cannot speak', 'the <nationality:French> <work:Harbor Song> on <event:Port Day>', []],
    ['none', 'rain fell', []],
  ])('%s', (_, marked, expected) => {
    expect(check(marked)).toEqual(expected);
  });

  it.each([
    ['<nationality:French> <person:President|Ana Lind> left', 'France'],
    ['<country:France>’s rain. <person:President|Ana Lind> left', null],
    ['<nationality:French> wine for <person:President|Ana Lind>', null],
    ['<nationality:French> <person:Ana Lind> left', null],
    ['<person:French President|Ana Lind> left', null],
  ])('the side of %s', (marked, expected) => {
    const lind = findEntities(docOf(marked), world).find(({ name }) => name === 'Ana Lind')!;
    expect(lind.side).toBe(expected);
  });

  it('collects roles and other names, each once', () => {
    const doc = docOf('<person:Minister|Ana Lind>, <person:Lind>, <person:Minister|Lind>, <person:Captain|Ana Lind>');
    expect(findEntities(doc, world)).toMatchObject([
      { name: 'Ana Lind', roles: ['Minister', 'Captain'], aliases: ['Lind'] },
    ]);
  });

  it('agrees with what the engine finds in a plain sentence', () => {
    const text = 'French President Ana Lind met Carlos Reyes in Paris. Then Lind left.';
    const found = findEntities(engine.analyze(text, { reference: null }), world);
    expect(found.find(({ name }) => name === 'Ana Lind')).toMatchObject({ kind: 'person', side: 'France' });
    expect(found.map(({ name }) => name)).toContain('Carlos Reyes');
  });

  it('keeps every mention once, in the order of the text, whatever the names', () => {
    const name = fc.record({
      kind: fc.constantFrom('person', 'organization', 'place', 'country'),
      words: fc.array(fc.constantFrom('Ana', 'Lind', 'Per', 'France', 'constructor'), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const doc = docOf(names.map(({ kind, words }) => `<${kind}:${words.join(' ')}>`).join(' met '));
        const entities = findEntities(doc, world);
        const mentions = entities.flatMap((entity) => entity.mentions.map(({ start }) => start));
        expect([...mentions].sort((a, b) => a - b)).toEqual(doc.names.map(({ start }) => start));
        for (const entity of entities) {
          const starts = entity.mentions.map(({ start }) => start);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
          expect(entity.aliases).not.toContain(entity.name);
        }
      }),
    );
  });
});
