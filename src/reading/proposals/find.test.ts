import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

/** Each proposal as 'authors: name'. */
function check(text: string): string[] {
  const { entities, proposals } = readText(text).reading;
  return proposals.map(({ authors, name }) => `${authors.map((i) => entities[i]!.name).join(', ')}: ${name}`);
}

/** Each answer as 'actor answer'. */
function answers(text: string): string[] {
  const { entities, proposals } = readText(text).reading;
  return proposals.flatMap(({ responses }) =>
    responses.map(({ actor, answer }) => `${entities[actor]!.name} ${answer}`),
  );
}

describe('findProposals', () => {
  it.each([
    ['Norway put forward a plan for a joint fund on Monday.', ['Norway: plan for a joint fund']],
    [
      'Denmark, Norway and Sweden presented a proposal to share the catch.',
      ['Denmark, Norway, Sweden: proposal to share the catch'],
    ],
    [
      'Ana Lind rejected the Norwegian offer of a ten-year lease. Norway said nothing.',
      ['Norway: Norwegian offer of a ten-year lease'],
    ],
    ['Ana Lind offered a pay rise of 4 percent.', ['Ana Lind: a pay rise of 4 percent']],
    ['Ana Lind proposed that the port open in May.', ['Ana Lind: the port open in May']],
    [
      'Ana Lind asked Carlos Reyes to open the northern gate. Reyes agreed to open it.',
      ['Ana Lind: open the northern gate'],
    ],
    [
      'Negotiators discussed a pause of ten days in return for the stranded ships.',
      [': a pause of ten days in return for the stranded ships'],
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  it.each([
    'Ana Lind plans to visit Port Selm.',
    'The plans of the city for the new bridge are old.',
    'A deal is close, Ana Lind said.',
    'The framework of the bridge rusted.',
    'Ana Lind spoke in exchange for anonymity during the talks.',
    'Ana Lind offered her condolences.',
    'Ana Lind wants to propose things that can be done.',
    'Norway is proposing some big ideas.',
    'Ana Lind offered her assessment of Dome 50 on Monday.',
    'Ana Lind would reject any plan to close the port.',
    'Ana Lind asked Carlos Reyes to invest in the mine. Reyes agreed to pay a fee of 2 percent.',
    'Ana Lind asked Carlos Reyes to open the northern gate. Reyes left.',
    'Ana Lind and Carlos Reyes agreed that they would stay in touch.',
  ])('nothing in: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  const plan = 'Norway put forward a plan for a joint fund. ';
  it.each([
    ['Carlos Reyes accepted the plan.', ['Carlos Reyes accepted']],
    ['Carlos Reyes turned down the plan.', ['Carlos Reyes rejected']],
    ['Carlos Reyes refused to sign the plan.', ['Carlos Reyes rejected']],
    ['Carlos Reyes called the plan an insult.', ['Carlos Reyes rejected']],
    ['Carlos Reyes has not answered yet.', ['Carlos Reyes pending']],
    ['Carlos Reyes will study it.', ['Carlos Reyes pending']],
    ['Carlos Reyes could accept the plan.', ['Carlos Reyes pending']],
    ['The onus was on Carlos Reyes to accept the plan.', ['Carlos Reyes pending']],
    ['Carlos Reyes did not reject the plan.', ['Carlos Reyes pending']],
    ['Carlos Reyes asked for changes to the plan.', ['Carlos Reyes countered']],
    ['Carlos Reyes instead proposed a fund of 20 million crowns.', ['Carlos Reyes countered']],
    ['Carlos Reyes came back with 7 percent.', ['Carlos Reyes countered']],
    ['Carlos Reyes proposed a fund of 20 million crowns.', []],
    ['Carlos Reyes asked for changes to the road.', []],
    ['Carlos Reyes did not respond to a request for comment.', []],
    ['Carlos Reyes came back with a fish.', []],
    ['Carlos Reyes read the plan on a train.', []],
    ['Carlos Reyes rejected a bribe.', []],
    ['If Carlos Reyes accepts the plan, the fund opens in June.', []],
  ])('answer: %s', (text, expected) => {
    expect(answers(plan + text)).toEqual(expected);
  });

  it('tells terms by phase, with how long each lasts', () => {
    const { proposals } = readText(
      'Norway put forward a plan for the strait. The plan has two phases. In the first, of 15 days, the fleet would withdraw and the crews would go home. In the second, monitors would sail to the rocks.',
    ).reading;
    const terms = proposals[0]!.terms.map(({ phase, text, duration }) => [phase, text, duration]);
    expect(terms).toContainEqual([1, 'the fleet would withdraw', '15 days']);
    expect(terms).toContainEqual([1, 'the crews would go home', '15 days']);
    expect(terms).toContainEqual([2, 'monitors would sail to the rocks', null]);
  });

  const terms = (text: string) =>
    readText(text).reading.proposals.flatMap((proposal) =>
      proposal.terms.map(({ text: words, amounts, deadline, duration }) => [words, ...amounts, deadline, duration]),
    );

  it.each([
    [
      'The mining company Holm Metals offered a raise of 4 percent this year and 3 percent the next.',
      [['a raise of 4 percent this year and 3 percent the next', '4 percent', '3 percent', null, null]],
    ],
    ['Brandt Steel offered $54 a share for Holm Metals.', [['$54 a share for Holm Metals', '$54 a share', null, null]]],
    [
      'Norway put forward a plan for a joint fund. It would also raise the levy by 3 percent. The plan calls for a vote by 1 June.',
      [
        ['a joint fund', null, null],
        ['raise the levy by 3 percent', '3 percent', null, null],
        ['a vote by 1 June', 'by 1 June', null],
      ],
    ],
    [
      'The Norwegian response envisages two rounds, each lasting 20 days, including the sale of the ferry, a joint fund, and cheap tickets.',
      [
        ['two rounds, each lasting 20 days', null, '20 days'],
        ['the sale of the ferry', null, null],
        ['a joint fund', null, null],
        ['cheap tickets', null, null],
      ],
    ],
  ])('terms: %s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('ties a new offer to the one that it answers', () => {
    const { proposals } = readText(
      'Brandt Steel offered $54 a share for Holm Metals. Holm Metals rejected the offer. Brandt Steel responded with an offer of $60 a share.',
    ).reading;
    expect(proposals.map(({ terms: [term] }) => term!.amounts)).toEqual([['$54 a share'], ['$60 a share']]);
  });

  it.each([
    ['Brandt Steel on Monday offered $54 a share to be paid before Friday.', 'Monday'],
    ['Brandt Steel offered $54 a share, to be paid before last Friday.', null],
  ])('dates an offer by its own day, not by one that bounds it: %s', (text, told) => {
    const { proposals } = readText(text).reading;
    expect(proposals.map(({ date }) => date.earliest !== null)).toEqual([told !== null]);
  });

  it('marks what is given for what', () => {
    const { proposals } = readText(
      'Negotiators discussed a pause of ten days in return for the stranded ships.',
    ).reading;
    expect(proposals[0]!.terms.map(({ text, exchange }) => [text, exchange])).toEqual([
      ['a pause of ten days', true],
      ['the stranded ships', true],
    ]);
  });
});
