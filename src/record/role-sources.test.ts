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
  ])('%s', (source, id) => {
    expect(find(source)).toBe(id);
  });

  it.each([
    ['a role that two have', 'the foreign minister'],
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
