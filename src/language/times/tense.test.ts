import { describe, expect, it } from 'vitest';
import { createEngine } from '../index.ts';

const engine = createEngine();

/** Values read on a Wednesday. */
function values(text: string): string[] {
  return engine.analyze(text, { reference: '2031-05-14' }).timexes.map((t) => t.value);
}

describe('directionOf, over trees', () => {
  it.each([
    ['The ministers met on Friday.', '2031-05-09'],
    ['The ministers will meet on Friday.', '2031-05-16'],
    ['The ministers are due to meet on Friday.', '2031-05-16'],
    ['The envoy plans to travel to Oslo on Friday.', '2031-05-16'],
    ['The council meets Friday to vote.', '2031-05-16'],
    ['The envoy said Friday that the council would vote.', '2031-05-09'],
    ['The move follows Friday’s vote in the council.', '2031-05-09'],
    ['They extended the truce until Friday.', '2031-05-16'],
    ['The talks are scheduled for Friday.', '2031-05-16'],
    ['The truce was signed in September.', '2030-09'],
    ['The truce will be signed in September.', '2031-09'],
  ])('%s', (text, value) => {
    expect(values(text)).toEqual([value]);
  });
});
