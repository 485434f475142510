import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

function read(text: string) {
  return readText(text).reading;
}

/** Each position as 'holder stance: proposition', with the conditions after ' | '. */
function check(text: string): string[] {
  const { positions, entities } = read(text);
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return positions.map(({ holder, stance, proposition, conditions }) =>
    [`${entities[holder]!.name} ${stance}: ${words(proposition)}`, ...conditions.map(words)].join(' | '),
  );
}

describe('positions by words of stance', () => {
  it.each([
    ['The Harbor Union demands a pay rise of 5 percent.', 'Harbor Union demands: a pay rise of 5 percent'],
    ['The Harbor Union rejected the offer of shorter shifts.', 'Harbor Union rejects: the offer of shorter shifts'],
    ['Ana Lind called for an early end to the strike.', 'Ana Lind demands: an early end to the strike'],
    ['Ana Lind urged the company to reopen the mine.', 'Ana Lind demands: the company to reopen the mine'],
    ['Ana Lind called on the cabinet to scrap the fuel tax.', 'Ana Lind demands: the cabinet to scrap the fuel tax'],
    ['The ministry told the dockers to accept the levy.', 'ministry demands: the dockers to accept the levy'],
    ['The Harbor Union insists that both mines be kept open.', 'Harbor Union demands: both mines be kept open'],
    ['Ana Lind would not recommend the merger.', 'Ana Lind opposes: the merger'],
    ['Ana Lind ruled out a tax on fuel.', 'Ana Lind rejects: a tax on fuel'],
    ['Estonia agreed to cut its fishing quota.', 'Estonia accepts: cut its fishing quota'],
    ['Estonia offered to lift the tariffs on timber.', 'Estonia offers: lift the tariffs on timber'],
    ['Estonia supports a cap on carbon emissions.', 'Estonia supports: a cap on carbon emissions'],
    ['Estonia remains opposed to the quota.', 'Estonia opposes: the quota'],
    ['Estonia is unwilling to accept the quota.', 'Estonia rejects: the quota'],
    ['The merger was rejected by the Harbor Union.', 'Harbor Union rejects: The merger'],
    ['Estonia voiced serious concerns about the tariff.', 'Estonia opposes: the tariff'],
    ['Ana Lind called the tariffs absurd.', 'Ana Lind rejects: the tariffs'],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it.each([
    ['Estonia did not accept the quota.', 'Estonia rejects: the quota'],
    ['Estonia refused to accept the quota.', 'Estonia rejects: the quota'],
    ['Estonia does not support the tariff.', 'Estonia opposes: the tariff'],
    ['Estonia has offered no tariff cut.', 'Estonia rejects: tariff cut'],
    ['Estonia will not withdraw or accept the quota.', 'Estonia rejects: the quota'],
    ['Estonia does not oppose the tariff.', 'Estonia accepts: the tariff'],
  ])('reckons in what denies it: %s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });

  it.each([
    ['Estonia threw its weight behind the carbon tax.', 'Estonia supports: the carbon tax'],
    ['Estonia put its foot down on fishing rights.', 'Estonia opposes: fishing rights'],
    ['Latvia gave the green light to the merger.', 'Latvia accepts: the merger'],
    ['Latvia came out in favour of the pipeline.', 'Latvia supports: the pipeline'],
    ['Nor would Latvia hear of a customs union.', 'Latvia rejects: a customs union'],
    ['Estonia will settle for nothing short of a full withdrawal.', 'Estonia demands: a full withdrawal'],
    ['Carlos Reyes voted against the budget.', 'Carlos Reyes opposes: the budget'],
    ['Latvia made the release of the crew a condition of any talks.', 'Latvia demands: the release of the crew'],
    ['Estonia does not consider itself bound by the treaty.', 'Estonia rejects: the treaty'],
    ['Estonia stands by its offer of a fishing corridor.', 'Estonia supports: its offer of a fishing corridor'],
  ])('takes a saying of several words: %s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it.each([
    ['Estonia no longer insists on a quota.', 'Estonia accepts: a quota'],
    ['Estonia no longer opposes the cable.', 'Estonia accepts: the cable'],
    ['Estonia no longer supports the cable.', 'Estonia opposes: the cable'],
    ['Ana Lind said that there would be no layoffs at the mill.', 'Ana Lind rejects: layoffs at the mill'],
    ['The talks began, with Estonia demanding a lower tariff.', 'Estonia demands: a lower tariff'],
    ['Latvia is against the merger.', 'Latvia opposes: the merger'],
    ['Latvia expects the strait to be cleared of mines.', 'Latvia demands: the strait to be cleared of mines'],
  ])('tells who has let go, and who is against it: %s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });

  it.each([
    [
      'Estonia offered to send inspectors to the mine. Latvia turned that down.',
      'Latvia rejects: send inspectors to the mine',
    ],
    [
      'Selm Steel made an offer of 4 percent. The Harbor Union rejected it.',
      'Harbor Union rejects: an offer of 4 percent',
    ],
    ['Carlos Reyes, the Labor leader, vowed to vote against the budget.', 'Carlos Reyes opposes: the budget'],
    ['Ana Lind threatened to close the mill unless the quota is raised.', 'Ana Lind demands: the quota is raised'],
    ['Estonia tabled a motion demanding a ban on trawling.', 'Estonia demands: a ban on trawling'],
    ["Estonia's first demand is an end to the blockade.", 'Estonia demands: an end to the blockade'],
    ["Latvia's condition was the release of the crew.", 'Latvia demands: the release of the crew'],
    ['A merger is off the table, Carlos Reyes said.', 'Carlos Reyes rejects: A merger'],
    ['Latvia would accept nothing less than a full withdrawal.', 'Latvia demands: a full withdrawal'],
    ['The Harbor Union made its support conditional on a ban on layoffs.', 'Harbor Union demands: a ban on layoffs'],
    ['The chief negotiator, Carlos Reyes, said it accepted the quota.', 'Carlos Reyes accepts: the quota'],
    ['Ana Lind said that her country wanted a lower quota.', 'Ana Lind demands: a lower quota'],
    ['Ana Lind said that her crews would hold their fire.', 'Ana Lind offers: her crews would hold their fire'],
  ])('finds what is meant, threatened and tabled: %s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });

  it.each([
    ['Latvia met Estonia. It rained. The Harbor Union rejected it.', 'Harbor Union'],
    ['Ana Lind held a cup. Carlos Reyes accepted that.', 'Carlos Reyes'],
    ["Estonia's first demand is not known.", 'Estonia'],
    ["Latvia's condition is poor.", 'Latvia'],
    ['The question is who pays, Ana Lind said.', 'Ana Lind'],
    ['The singer, Carlos Reyes, said it accepted the quota.', 'Carlos Reyes'],
    ['Ana Lind read a motion demanding a ban on trawling.', 'Ana Lind'],
    ['Ana Lind held the line until noon.', 'Ana Lind'],
  ])('leaves open what nothing before tells: %s', (text, holder) => {
    expect(check(text).filter((line) => line.startsWith(holder))).toEqual([]);
  });

  it.each([
    'Latvia threw its ball behind the carbon tower.',
    'Ana Lind put her foot on the quota map.',
    'Latvia gave a green coat to the merger team.',
    'Carlos Reyes came out of the mine.',
    'Ana Lind stands by the gate.',
    'Latvia would hear of the tariff on Monday.',
    'Latvia expects to clear the strait.',
    'Ana Lind leaned against the wall.',
    'The ship turned back on Monday.',
    'Carlos Reyes lives no longer in Tartu.',
  ])('takes no other words for a saying: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('gives each part of a list a position of its own', () => {
    expect(check('The Harbor Union demanded a ceasefire on the docks and a pay rise of 5 percent.')).toEqual([
      'Harbor Union demands: a ceasefire on the docks',
      'Harbor Union demands: a pay rise of 5 percent',
    ]);
  });

  it('takes who is asked for no holder of what is asked for', () => {
    expect(check('Estonia urged Latvia to accept the quota.')).toEqual(['Estonia demands: Latvia to accept the quota']);
  });

  it.each([
    [
      'leaves out what stands beside it',
      'Estonia wants Latvia to free the crew, who were led away in May.',
      'Latvia to free the crew',
    ],
    ['leaves out a second sentence', 'Estonia wants to close the mine; Latvia does not.', 'close the mine'],
    ['leaves out a turn', 'Estonia promised to lift the tariffs but gave no date.', 'lift the tariffs'],
    ['leaves out the occasion', 'Estonia rejected the tariff in a radio interview.', 'the tariff'],
    ['joins what a hyphen joins', 'Estonia supports the stage-one tariffs.', 'the stage-one tariffs'],
    [
      'takes the whole of what "which" stands for',
      'Latvia praised the vote on the fee, which Estonia rejects.',
      'the vote on the fee',
    ],
    ['leaves out how it is judged', 'Estonia called the tariffs “absurd”.', 'the tariffs'],
  ])('gives the proposition whole and readable: it %s', (_, text, proposition) => {
    expect(check(text).map((line) => line.replace(/^.*?: /, ''))).toContain(proposition);
  });

  it.each([
    'Ana Lind offered no proof of the tariffs.',
    'Ana Lind agreed to speak again about the quota.',
    'Ana Lind urged calm.',
    'Ana Lind rejected the report on the tariffs.',
    'Ana Lind avoided condemning the tariffs.',
    'Ana Lind blamed Latvia for accepting the quota.',
    'Will Estonia accept the quota?',
    'Many assumed that Estonia supported the quota.',
    'Estonia is believed to want a lower tariff.',
    'Estonia denied that it had agreed to the tariffs.',
    'Ana Lind expressed concern about the safety of the crews.',
    'Ana Lind called Carlos Reyes on Monday to discuss the quota.',
    'Ana Lind did not support Carlos Reyes.',
    '“He wants money for the quota,” Ana Lind said.',
  ])('tells nothing that parties settle: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    'Ana Lind asked who would open the gate.',
    'Ana Lind met Carlos Reyes on Monday.',
    'The plan was rejected.',
    'Ana Lind insisted that the report was late.',
    'If Estonia rejects the quota, the boats will wait.',
    'Ana Lind offered her apologies.',
  ])('no position on anything: %s', (text) => {
    const { positions } = read(text);
    expect(positions.filter(({ weak, terms }) => !weak && terms.some(({ firm }) => firm))).toEqual([]);
  });
});

describe('what is asked of somebody else', () => {
  it.each([
    ['“Norway should abandon the quota,” Ana Lind said.', /^Ana Lind demands/],
    ['“The vote on the merger must not happen,” Ana Lind said.', /^Ana Lind opposes: The vote on the merger$/],
    ['Ana Lind sought to calm the dockers over the merger.', /^$/],
    ['Ana Lind sought a vote on the merger.', /^Ana Lind demands: a vote on the merger$/],
  ])('%s', (text, expected) => {
    expect(check(text).join('; ')).toMatch(expected);
  });
});

describe('stands on nothing at all', () => {
  it.each([
    ['“Not one euro of the subsidy will be cut,” Ana Lind said.', /rejects/],
    ['Ana Lind vowed that no subsidy would be cut.', /rejects/],
    ['“There will be a subsidy for every mine,” Ana Lind said.', /^(?!.*rejects)/],
  ])('%s', (text, expected) => {
    expect(check(text).join('; ')).toMatch(expected);
  });
});

describe('positions by threats', () => {
  it.each([
    ['The Harbor Union will strike unless the levy is dropped.', 'Harbor Union demands: the levy is dropped'],
    ['The Harbor Union threatened to leave if the mine is closed.', 'Harbor Union opposes: the mine is closed'],
    ['Ana Lind said she would resign unless the tariff was cut.', 'Ana Lind demands: the tariff was cut'],
  ])('%s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });

  it.each([
    'The ship will leave unless the weather turns.',
    'The Harbor Union would strike if the mine was closed.',
    'The Harbor Union will not strike unless the levy is raised.',
    'Ana Lind told the cabinet that the levy was closed.',
  ])('no demand: %s', (text) => {
    expect(check(text).filter((one) => /demands|opposes/.test(one))).toEqual([]);
  });
});

describe('whether a passage is a stand at all', () => {
  it.each([
    'The perception that Estonia wants a lower tariff has grown.',
    'Her choice of Carlos Reyes suggests that Ana Lind wants a lower tariff.',
    'It looks like Estonia wants a lower tariff.',
    'Estonia might demand a lower tariff.',
    'Estonia could press the point by demanding a lower tariff.',
    'Ana Lind would have rejected the tariff.',
    'Perhaps members prefer the union’s call for a strike.',
    'Ana Lind praised the reporter Carlos Reyes.',
    'Ana Lind welcomed the leaders to the port for a dinner.',
    'Ana Lind sought to assure the fishermen.',
    'Ana Lind said that she wanted to commend the crews.',
    'Ana Lind is concerned about an ambush.',
    '“Estonia just wants to destroy the union,” Ana Lind said.',
    '“Nobody will mistake this port for a palace,” Ana Lind said.',
    '“I need to go to the port,” Ana Lind said.',
    'Ana Lind refused to say that the tariff should be lifted.',
    'Ana Lind asked Carlos Reyes how he would handle the tariff.',
    'Ana Lind suggested that a tariff could help her.',
    'Ana Lind said crews would be allowed to leave the port.',
    '“Estonia wants a lower tariff,” said Ana Lind, an analyst at the Harbor Institute.',
    '“The tariff must go,” said Ana Lind, a director at the Harbor Policy Center.',
    'Ana Lind reached out to Latvia in the way Estonia reached out to her, and be willing to lift the tariff.',
    'Ana Lind signed it last May.',
    'Ana Lind has yet to endorse the tariff.',
    'The Harbor Union was founded to offer courses on the tariff.',
    'Ana Lind argued with the host on how the tariff should be described.',
    'Ana Lind said members would need to pay for the port.',
    'Ana Lind is concerned about her daughter.',
    'Ana Lind indicated that profits should rise under the tariff.',
    'Ana Lind does not necessarily want a tariff.',
    'Ana Lind must decide what price she will demand.',
    'Ana Lind predicted that neither side would accept the tariff.',
    '“It has to do with the tariff,” Ana Lind said.',
    'Ana Lind said the burden of the tariff would force the mine to close.',
    'Ana Lind never said that she wanted a tariff.',
    'Ana Lind pledged that Carlos Reyes is in favour of the tariff.',
    'Ana Lind offered voters a tour of the port.',
    'The law gives owners the right to refuse the tariff.',
    'Ana Lind said a tariff can be crucial.',
  ])('none: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['“We do not think the port should be closed,” Ana Lind said.', 'Ana Lind opposes: the port should be closed'],
    ['“I don’t think we need to pay the tariff,” Ana Lind said.', 'Ana Lind opposes: we need to pay the tariff'],
    ['“We want to reopen the port,” Ana Lind said.', 'Ana Lind demands: reopen the port'],
    ['Ana Lind said she wanted a tariff.', 'Ana Lind demands: a tariff'],
    ['Ana Lind pledged that Latvia would lift the tariff.', 'Ana Lind offers: Latvia would lift the tariff'],
    ['The Harbor Union rejects what it calls a new tariff.', 'Harbor Union rejects: what it calls a new tariff'],
    ['Ana Lind promised that the tariff could be lifted by May.', 'Ana Lind offers: the tariff could be lifted by May'],
    ['Ana Lind suggested a lower tariff.', 'Ana Lind offers: a lower tariff'],
    ['Ana Lind said she could not support the tariff.', 'Ana Lind opposes: the tariff'],
    ['Ana Lind said she could accept the tariff.', 'Ana Lind accepts: the tariff'],
    ['Ana Lind said Estonia may cut the quota but rejects the tariff.', 'Estonia rejects: the tariff'],
    ['“I would not have signed the treaty,” Ana Lind said.', 'Ana Lind rejects: the treaty'],
    ['Ana Lind welcomed the tariff.', 'Ana Lind supports: the tariff'],
    ['Estonia sought to lift the tariff.', 'Estonia demands: lift the tariff'],
    ['Ana Lind is concerned about the prospect of a tariff.', 'Ana Lind opposes: the prospect of a tariff'],
    ['“Estonia wants to close the port,” Ana Lind said.', 'Estonia demands: close the port'],
    ['“We need to close the port,” Ana Lind said.', 'Ana Lind demands: We need to close the port'],
    ['Ana Lind criticised her rivals for seeking a tariff.', 'Ana Lind opposes: seeking a tariff'],
  ])('one: %s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });
});

describe('whose it is', () => {
  it.each([
    ['Ana Lind stayed in Bangor, promising to lift the tariff.', 'Ana Lind offers: lift the tariff'],
    ['Ana Lind arrived in Tallinn seeking to lift the tariff.', 'Ana Lind demands: lift the tariff'],
    ['“It matters,” said Ana Lind of Elverton, who supports the tariff.', 'Ana Lind supports: the tariff'],
    [
      'Prime Minister Ana Lind spoke on Monday. The Latvian leadership has opposed the tariff.',
      'Latvia opposes: the tariff',
    ],
    [
      'Ana Lind disliked some of Carlos Reyes’s proposals, above all his proposal for a tariff.',
      'Carlos Reyes offers: a tariff',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });

  it.each([
    ['Ana Lind spoke on Monday. The farmer who wrote the letter says he will not pay the tariff.', 'Ana Lind'],
    ['Ana Lind spoke on Monday. The former minister has supported the tariff.', 'Ana Lind'],
    ['Ana Lind said the trouble with Carlos Reyes was his proposal for a tariff.', 'Ana Lind'],
    ['RIGA (AP) - Ministers of Latvia signed the treaty on Friday.', 'AP'],
  ])('not somebody else: %s', (text, name) => {
    expect(check(text).filter((line) => line.startsWith(name))).toEqual([]);
  });
});

describe('positions by the force of what is said', () => {
  it.each([
    ['“The tariffs must go,” Ana Lind said.', 'Ana Lind demands: The tariffs must go'],
    ['“We will not accept the merger,” Ana Lind said.', 'Ana Lind rejects: the merger'],
    ['“We will never pay the fee,” Ana Lind said.', 'Ana Lind rejects: pay the fee'],
    ['Ana Lind said that the tariffs are unacceptable.', 'Ana Lind rejects: the tariffs'],
    ['“The tariffs should be lifted,” Ana Lind said.', 'Ana Lind demands: The tariffs should be lifted'],
    ['Ana Lind vowed that Estonia would never pay the fee.', 'Ana Lind rejects: pay the fee'],
  ])('%s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });

  it('gives the conditions that a stance hangs on', () => {
    expect(check('Ana Lind said the union would not accept the cranes without a vote of its members.').join()).toMatch(
      /rejects: .*cranes.* \| without a vote/,
    );
    expect(check('“We will not lift the tariffs unless the quota is raised,” Ana Lind said.').join()).toMatch(
      /rejects: lift the tariffs \| unless the quota is raised/,
    );
  });

  it.each([
    [
      'Estonia was willing to cut its quota provided the border could be secured.',
      ['provided the border could be secured'],
    ],
    ['Estonia agreed to cut its quota, if Latvia lifts the tariffs.', ['if Latvia lifts the tariffs']],
    ['Once he learned of the strike, Carlos Reyes sought a vote on the quota.', []],
  ])('gives the condition, and no time for one: %s', (text, expected) => {
    expect(check(text).flatMap((line) => line.split(' | ').slice(1))).toEqual(expected);
  });

  it.each([
    ['Latvia wants guarantees that Estonia will not subsidise its boats.', 'Estonia'],
    ['Estonia faced demands to accept the quota.', 'Estonia accepts'],
  ])('takes what is asked of a party for no stance of its own: %s', (text, stance) => {
    expect(check(text).filter((line) => line.startsWith(stance))).toEqual([]);
  });

  it('marks a red line, also one that the next sentence calls so', () => {
    const red = (text: string): boolean[] => read(text).positions.map(({ redLine }) => redLine);
    expect(red('“Foreign monitors are a red line,” Ana Lind said.')).toEqual([true]);
    expect(red('Ana Lind said no foreign monitor would enter. “This is a red line,” Ana Lind said.')).toEqual([true]);
  });

  it.each([
    '“It will rain tomorrow,” Ana Lind said.',
    '“Should we wait for the ministers?” Ana Lind asked.',
    'Ana Lind said the merger must have failed by then.',
    '“The economy will not blink,” Ana Lind said.',
  ])('tells none: %s', (text) => {
    expect(read(text).positions.filter(({ weak }) => !weak)).toEqual([]);
  });
});

it('gives evidence that holds the proposition, terms with weight, and holders that exist, whatever the text', () => {
  const word = fc.constantFrom(
    ...'Ana Lind|Estonia|the union|demands|rejected|will not|must|pay|the tariffs|a red line|is|to|and|that|said|“|”|,|.|unless|no|offer|of|accept|which|its'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 24 }).map((words) => words.join(' ')),
      (text) => {
        const { positions, entities, statements } = read(text);
        for (const { holder, proposition, terms, statement, evidence } of positions) {
          expect(entities[holder]).toBeDefined();
          expect(text.slice(proposition.start, proposition.end)).not.toBe('');
          expect(evidence[0]!.start <= proposition.start && proposition.end <= evidence[0]!.end).toBe(true);
          expect(terms.every(({ weight }) => weight > 0)).toBe(true);
          if (statement !== null) expect(statements[statement]).toBeDefined();
        }
      },
    ),
    { numRuns: 60 },
  );
});
