import { describe, expect, it } from 'vitest';
import type { Actor } from '../model/record.ts';
import { roleFinder, roleIn } from './role-sources.ts';

const person = (id: string, ...roles: string[]): Actor => ({
  id,
  name: id,
  kind: 'person',
  roles,
  side: null,
  aliases: [],
  mentions: [],
});

const holderOf = roleFinder([
  person('lind', 'Foreign Secretary', 'senior official'),
  person('reyes', 'Norland foreign minister', 'mediator'),
  person('holm', 'Selmian foreign minister', 'chief negotiator'),
  person('berg', 'spokesman'),
  { ...person('Omar el-Sarraf', 'chief delegate'), side: 'selm' },
  { ...person('Ida Blom', 'chief delegate'), side: 'norland' },
  { ...person('Per Blom'), side: 'norland' },
  { ...person('selm'), name: 'Selm Union', aliases: ['Selm'], kind: 'organization' },
]);

const find = (source: string): string | null => {
  const role = roleIn(source);
  return role === null ? null : holderOf(role);
};

describe('roleFinder', () => {
  it.each([
    ['the foreign secretary', 'lind'],
    ['The Foreign Secretary', 'lind'],
    ['the mediator', 'reyes'],
    ['the chief negotiator', 'holm'],
    ['the Norland foreign minister', 'reyes'],
    ['el-Sarraf', 'Omar el-Sarraf'],
    ['Mr. Sarraf', 'Omar el-Sarraf'],
    ['Ida Blom', 'Ida Blom'],
    ['Selm’s chief delegate', 'Omar el-Sarraf'],
    ['the Selm Union’s chief delegate', 'Omar el-Sarraf'],
  ])('%s', (source, id) => {
    expect(find(source)).toBe(id);
  });

  it.each([
    ['a role that two have', 'the foreign minister'],
    ['a name that two have', 'Blom'],
    ['a name of nobody', 'Tarn'],
    ['an office that its side does not have', 'Selm’s chief negotiator'],
    ['an office of nobody known', 'Tarnia’s chief delegate'],
    ['a pronoun', 'She'],
    ['one word of a longer role', 'the secretary'],
    ['somebody not told of', 'a foreign secretary'],
    ['an official', 'the senior official'],
    ['a spokesman', 'the spokesman'],
    ['another role', 'the president'],
    ['more than a role', 'the foreign secretary of a state far away from here and there'],
    ['nothing', ''],
  ])('not %s', (_, source) => {
    expect(find(source)).toBeNull();
  });
});
