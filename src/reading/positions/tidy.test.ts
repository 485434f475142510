import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

/** The propositions of a text. */
function propositions(text: string): string[] {
  return readText(text).reading.positions.map(({ proposition: { start, end } }) => text.slice(start, end));
}

describe('the words of a proposition', () => {
  it.each([
    [
      'Ana Lind pointed to the demand of Estonia for a ban on lorries entering the port.',
      'a ban on lorries entering the port',
    ],
    [
      'Estonia seeks a pact barring foreign boats from entering its waters.',
      'a pact barring foreign boats from entering its waters',
    ],
    [
      'Ana Lind said that the tariffs should be the first and agreed item of the summit.',
      'the tariffs should be the first and agreed item of the summit',
    ],
    [
      'Estonia agreed to allow all ships to leave the port, but only by a northern route.',
      'allow all ships to leave the port, but only by a northern route',
    ],
    [
      'Ana Lind wants an end to a quota under which smaller boats can fish for a week.',
      'an end to a quota under which smaller boats can fish for a week',
    ],
    [
      'A bid that would cut wages at the mine was rejected by the Harbor Union.',
      'A bid that would cut wages at the mine',
    ],
  ])('go on to where the phrase is whole: %s', (text, expected) => {
    expect(propositions(text)).toContain(expected);
  });

  it.each([
    ['Estonia said that its willingness to settle for a lower quota would help the boats.', 'settle for a lower quota'],
    ['Estonia signed a fisheries pact on Friday.', 'a fisheries pact'],
    ['Estonia signed a fisheries pact in 2029.', 'a fisheries pact'],
    ['Estonia opposed the merger that Ana Lind had demanded.', 'the merger that Ana Lind had demanded'],
    ['Ana Lind pledged on Saturday to lift the tariffs.', 'lift the tariffs'],
    ['Ana Lind called for a ban on plastic because of the fish that die of it.', 'a ban on plastic'],
    ['Ana Lind sought to restore the merger, after it had failed in May.', 'restore the merger'],
    ['“Our view is that the tariffs must go,” Ana Lind said.', 'the tariffs must go'],
    ['Ana Lind promised that Estonia would lift the tariffs and left the hall.', 'Estonia would lift the tariffs'],
    ['Estonia supports a carbon tax while others wait.', 'a carbon tax'],
  ])('end where something else begins: %s', (text, expected) => {
    expect(propositions(text)).toContain(expected);
  });

  it('keep the day on which an event shall be', () => {
    expect(propositions('Ana Lind called for a strike on Friday.')).toEqual(['a strike on Friday']);
    expect(propositions('Estonia agreed to lift the tariffs on Friday.')).toEqual(['lift the tariffs on Friday']);
  });

  it('are no bare time, and no way in which something is done', () => {
    expect(propositions('The row concerns a fisheries pact, which both ministers signed last May.')).toEqual(
      expect.not.arrayContaining(['last May']),
    );
    expect(propositions('Estonia agreed to free the crews, either through a court or by a decree.')).toEqual([
      'free the crews',
    ]);
  });

  it('begin with the subject of what must be done', () => {
    expect(propositions('“We are going to have to cut the tariffs,” Ana Lind said.')).toEqual([
      'We are going to have to cut the tariffs',
    ]);
    expect(propositions('Ana Lind suggests any further deals to cut tariffs should be gradual.')).toEqual([
      'any further deals to cut tariffs should be gradual',
    ]);
  });
});

describe('the words of what is refused or judged', () => {
  it.each([
    ['“We will not sell the shipyard,” Ana Lind said.', 'sell the shipyard'],
    ['“We are not going to pay for the tunnel,” Ana Lind said.', 'pay for the tunnel'],
    ['Ana Lind vowed that Estonia would never lift the tariffs.', 'lift the tariffs'],
    ['“No layoffs at the mine,” Ana Lind said.', 'layoffs at the mine'],
    ['Ana Lind said that the tariffs on timber would be a mistake.', 'the tariffs on timber'],
    ['“We should not sell the shipyard,” Ana Lind said.', 'sell the shipyard'],
    ['“It is wrong to close the shipyard,” Ana Lind said.', 'close the shipyard'],
    ['Ana Lind criticised the ministry for selling the shipyard.', 'selling the shipyard'],
  ])('leave out the refusal, which the stance tells: %s', (text, expected) => {
    expect(new Set(propositions(text))).toEqual(new Set([expected]));
  });

  it.each([
    ['“The shipyard will not be sold,” Ana Lind said.', 'The shipyard will not be sold'],
    ['“The tariffs should not be lifted,” Ana Lind said.', 'The tariffs should not be lifted'],
    ['“The tariffs are too high,” Ana Lind said.', 'The tariffs are too high'],
  ])('stay whole where they would say too little: %s', (text, expected) => {
    expect(propositions(text)).toEqual([expected]);
  });
});
