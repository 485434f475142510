import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

/** Each proposal as 'authors | actor answer, …', when its name or one of its terms has the words. */
function told(text: string, words: string): string[] {
  const { entities, proposals } = readText(text).reading;
  const name = (i: number): string => entities[i]!.name;
  return proposals
    .filter((proposal) => [proposal.name, ...proposal.terms.map((term) => term.text)].some((t) => t.includes(words)))
    .map(({ authors, responses }) =>
      `${authors.map(name).join(', ')} | ${responses.map(({ actor, answer }) => `${name(actor)} ${answer}`).join(', ')}`.trim(),
    );
}

describe('proposals told by verbs, and their answers in the sentences after', () => {
  it.each([
    [
      'Norway offered to open its harbours to the relief ships. Denmark turned that down on Friday.',
      'open its harbours',
      'Norway | Denmark rejected',
    ],
    [
      'Ana Lind suggested that both fleets should withdraw to twelve miles. Carlos Reyes called the suggestion a joke.',
      'withdraw to twelve miles',
      'Ana Lind | Carlos Reyes rejected',
    ],
    [
      'Ana Lind suggested freezing the levy until 2033. Carlos Reyes said it was a non-starter.',
      'freezing the levy',
      'Ana Lind | Carlos Reyes rejected',
    ],
    [
      'The Lake Union called on both armies to hold fire for ten days while the wells are repaired. Norway agreed on Monday. Denmark has yet to reply.',
      'hold fire for ten days',
      'Lake Union | Norway accepted, Denmark pending',
    ],
    ['Sweden called for a 20-day truce. Norway said yes.', '20-day truce', 'Sweden | Norway accepted'],
    [
      'Holm Metals wants a wage freeze in return for a promise to keep the works open. The Metalworkers’ Union rejected the idea.',
      'a wage freeze',
      'Holm Metals | Metalworkers’ Union rejected',
    ],
    [
      'Norway would lift its blockade if Denmark handed over the two captains, Ana Lind said. Denmark poured cold water on the idea.',
      'lift its blockade',
      'Norway | Denmark rejected',
    ],
    [
      'The Port Authority offered the dockers 6 percent over two years. The Dockers’ Union walked out over the offer.',
      '6 percent',
      'Port Authority | Dockers’ Union rejected',
    ],
    [
      'Brandt Steel tabled a takeover bid of $54 a share for Holm Metals. Holm Metals could live with the bid, its chairman said.',
      '$54 a share',
      'Brandt Steel | Holm Metals accepted',
    ],
    [
      'A four-point paper that Norway put forward calls for a 40-day truce and an exchange of prisoners. Denmark signed up to it on Tuesday.',
      'a 40-day truce',
      'Norway | Denmark accepted',
    ],
    [
      'Norway proposed a fund of 40 million crowns. Sweden gave the plan its blessing.',
      '40 million crowns',
      'Norway | Sweden accepted',
    ],
    [
      'The document circulated by Norway foresees cuts of 30 percent by 2040. Denmark wants changes to the document.',
      'cuts of 30 percent',
      'Norway | Denmark countered',
    ],
    [
      'The Port Authority is ready to pay 5 percent if the strike ends. The Metalworkers’ Union came back with 7 percent.',
      'pay 5 percent',
      'Port Authority | Metalworkers’ Union countered',
    ],
    [
      'The Dockers’ Union has offered to call off the strike in exchange for talks on pensions. The Port Authority would answer by Thursday, it said.',
      'call off the strike',
      'Dockers’ Union | Port Authority pending',
    ],
    [
      'Norway put forward a plan for the delta. It calls for a retreat from the canal and for patrols by monitors. Denmark accepted the retreat but ruled out the patrols.',
      'patrols by monitors',
      'Norway | Denmark accepted, Denmark countered',
    ],
    ['Norway offered Denmark a truce. Denmark refused.', 'truce', 'Norway | Denmark rejected'],
    [
      'Ana Lind proposed that the ferries go free, an idea that Carlos Reyes dismissed as “a joke”.',
      'the ferries go free',
      'Ana Lind | Carlos Reyes rejected',
    ],
    [
      'Ana Lind has been offered safe passage to a third country and turned it down.',
      'safe passage',
      '| Ana Lind rejected',
    ],
    [
      'Brandt Steel made a revised offer of $60 a share. Holm Metals referred it to its shareholders.',
      '$60 a share',
      'Brandt Steel | Holm Metals pending',
    ],
    [
      'Norway said it was willing to release the trawlers. “It is an insult,” said Ana Lind of Denmark.',
      'release the trawlers',
      'Norway | Ana Lind rejected',
    ],
    [
      'Sweden proposed a levy of 2 percent on coal. Norway had no quarrel with the proposal. Denmark voted it down.',
      'levy of 2 percent',
      'Sweden | Norway accepted, Denmark rejected',
    ],
    [
      'The Selm Council’s rescue package would halve the debts of Holm Metals. Brandt Steel threw its weight behind the package.',
      'halve the debts',
      'Selm Council | Brandt Steel accepted',
    ],
    [
      'The Port Authority has put 4 per cent on the table. The Dockers’ Union said it was too little.',
      '4 per cent',
      'Port Authority | Dockers’ Union rejected',
    ],
    [
      'The Port Authority raised its offer to 4.5 per cent. The Dockers’ Union is putting it to a ballot.',
      '4.5 per cent',
      'Port Authority | Dockers’ Union pending',
    ],
    [
      'Norway gave Denmark until Friday to leave the islands. Denmark brushed the ultimatum aside.',
      'leave the islands',
      'Norway | Denmark rejected',
    ],
    [
      'The Lake Union asked Norway to give up two slots. Norway has until 12 May to respond.',
      'give up two slots',
      'Lake Union | Norway pending',
    ],
    [
      'Denmark has suggested a compromise: cuts of 30 per cent by 2035. Norway was against it, but Sweden agreed.',
      'cuts of 30 per cent',
      'Denmark | Sweden accepted',
    ],
    [
      'Ana Lind of the Lake Union said her men would leave the bridge as long as Norway stopped its patrols. She wants an amnesty in return. Norway said there would be no amnesty.',
      'an amnesty',
      'Ana Lind | Norway rejected',
    ],
    [
      'Under a compromise worked out by Norway, the levies would be frozen for 90 days. Denmark agreed at once.',
      'frozen for 90 days',
      'Norway | Denmark accepted',
    ],
    [
      'The mediator asked the Dockers’ Union to postpone the strike by a week. It agreed.',
      'postpone the strike',
      '| Dockers’ Union accepted',
    ],
  ])('%s', (text, words, expected) => {
    expect(told(text, words)).toEqual([expected]);
  });

  const count = (text: string): number => readText(text).reading.proposals.length;
  it.each([
    'Norway offered to help. Denmark turned up on Friday.',
    'Ana Lind suggested that the fleets had withdrawn at night.',
    'The figures suggest that prices rise in May.',
    'Ana Lind called for calm. Carlos Reyes agreed.',
    'Holm Metals wants a new chairman.',
    'The bank would close if prices fell.',
    'Norway would lose the election if prices rose, Ana Lind said.',
    'The team is ready to play.',
    'Ana Lind is willing to talk.',
    'Norway is not ready to lift the ban.',
    'If Norway is ready to lift the ban, the ships will sail.',
    'Ana Lind offered her hand. Carlos Reyes refused.',
    'Ana Lind offered to resign. Carlos Reyes refused.',
    'A paper by two economists tells of the harvest.',
    'Denmark turned down the heating.',
    'The shop offers shoes at low prices.',
    'Ana Lind called on the mayor. He agreed with her.',
    'Ana Lind threw out the rubbish.',
    'Norway paid 5 percent more in return.',
    'Carlos Reyes said no.',
    'Ana Lind has yet to reply.',
    'Holm Metals lives with the risk.',
    'Norway hit back with tariffs. Denmark agreed.',
    'Riot police responded with a volley of bullets that broke 40 windows.',
    'Norway and Denmark work together in the framework of the Lake Union.',
    'Ana Lind seized the initiative.',
    'Norway invited Denmark to rejoin the club two weeks ago.',
    'Ana Lind said Norway would have lifted the ban if Denmark had asked.',
    'Norway raised the price to 5 crowns.',
    'Ana Lind gave her son until noon to tidy the room.',
  ])('nothing in: %s', (text) => {
    expect(count(text)).toBe(0);
  });

  const plan = 'Norway put forward a plan for a joint fund. ';
  const answers = (text: string): string[] => {
    const { entities, proposals } = readText(plan + text).reading;
    return proposals.flatMap(({ responses }) =>
      responses.map(({ actor, answer }) => `${entities[actor]!.name} ${answer}`),
    );
  };
  it.each([
    ['Denmark said no to it.', ['Denmark rejected']],
    ['Denmark had none of it.', ['Denmark rejected']],
    ['Denmark shot the plan down.', ['Denmark rejected']],
    ['Denmark gave short shrift to the plan.', ['Denmark rejected']],
    ['Denmark wanted nothing to do with the plan.', ['Denmark rejected']],
    ['Denmark tore up the plan.', ['Denmark rejected']],
    ['Denmark signed on to the plan.', ['Denmark accepted']],
    ['Denmark went along with it.', ['Denmark accepted']],
    ['Denmark gave its consent to the plan.', ['Denmark accepted']],
    ['Denmark voted in favour of the plan.', ['Denmark accepted']],
    ['Denmark is looking at the plan.', ['Denmark pending']],
    ['Denmark will hold a ballot on the plan.', ['Denmark pending']],
    ['Denmark asked for more time.', ['Denmark pending']],
    ['Denmark objected to the plan.', ['Denmark countered']],
    ['Denmark has reservations about the plan.', ['Denmark countered']],
    ['Denmark did not say no to the plan.', ['Denmark pending']],
    ['“It is dead on arrival,” Ana Lind said.', ['Ana Lind rejected']],
    ['Denmark agreed.', ['Denmark accepted']],
    ['Denmark agreed to meet in May.', []],
    ['Denmark agreed that prices were high.', []],
    ['Denmark declined to comment.', []],
    ['Denmark threw out a diplomat.', []],
    ['Denmark turned down a loan.', []],
    ['Denmark said no ship had sailed.', []],
    ['Ana Lind lives with her mother.', []],
    ['Denmark looked at the sea.', []],
    ['It is raining in Denmark.', []],
    ['Denmark held a vote on fishing.', []],
    ['Denmark tore up the road.', []],
    ['Ana Lind voted for her brother.', []],
  ])('after a plan: %s', (text, expected) => {
    expect(answers(text)).toEqual(expected);
  });
});
