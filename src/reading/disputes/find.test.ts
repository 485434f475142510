import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

/** Each dispute as 'claimer: words of the claim <> denier'. */
function check(text: string): string[] {
  const { entities, disputes } = readText(text).reading;
  const name = (actor: number | null): string => (actor === null ? '-' : entities[actor]!.name);
  return disputes.map(
    ({ sides }) =>
      `${name(sides[0]!.actor)}: ${text.slice(sides[0]!.claim.start, sides[0]!.claim.end)} <> ${name(sides[1]!.actor)}`,
  );
}

describe('findDisputes', () => {
  it.each([
    [
      'Carlos Reyes said that the company had sold the mine. Ana Lind denied it.',
      'Carlos Reyes: the company had sold the mine <> Ana Lind',
    ],
    [
      'Carlos Reyes said that the company had sold the mine. Ana Lind rejected that account on Monday.',
      'Carlos Reyes: the company had sold the mine <> Ana Lind',
    ],
    [
      'Carlos Reyes said that the company had sold the mine. Ana Lind called the claim false.',
      'Carlos Reyes: the company had sold the mine <> Ana Lind',
    ],
    [
      'Carlos Reyes said that the company had sold the mine. “That report is baseless,” Ana Lind said.',
      'Carlos Reyes: the company had sold the mine <> Ana Lind',
    ],
    [
      'Ana Lind said the glacier had lost a metre of ice. Her remarks appeared to contradict comments by Carlos Reyes on Monday, when he said that the glacier had grown.',
      'Carlos Reyes: the glacier had grown <> Ana Lind',
    ],
    ['Ana Lind denied that the company had sold the mine.', '-: the company had sold the mine <> Ana Lind'],
    ['Ana Lind has denied any role in the sale of the mine.', '-: any role in the sale of the mine <> Ana Lind'],
    [
      'Ana Lind said it was not true that the company had sold the mine.',
      '-: the company had sold the mine <> Ana Lind',
    ],
    [
      'Carlos Reyes faces allegations that he took a bribe from the mine, which he has denied.',
      '-: he took a bribe from the mine <> Carlos Reyes',
    ],
    [
      'Ana Lind denied that the company had sold the mine. Carlos Reyes said that the town was rich.',
      '-: the company had sold the mine <> Ana Lind',
    ],
    [
      'Carlos Reyes complained that the vote had been rigged, a charge that Ana Lind has heard and denied.',
      'Carlos Reyes: the vote had been rigged <> Ana Lind',
    ],
    [
      'Carlos Reyes said that the mine had been sold, an accusation Ana Lind rejected.',
      'Carlos Reyes: the mine had been sold <> Ana Lind',
    ],
    [
      'Carlos Reyes said that the mine had been sold, an allegation Ana Lind called untrue.',
      'Carlos Reyes: the mine had been sold <> Ana Lind',
    ],
    [
      'Ana Lind called the talk nonsense. She also denied accusations made by the king’s brother, Hal Moor, that she had joined a gang of smugglers.',
      '-: she had joined a gang of smugglers <> Ana Lind',
    ],
    [
      'Denmark denies that the march was a riot and goes to great lengths to say so.',
      '-: the march was a riot <> Denmark',
    ],
    [
      'Carlos Reyes said that the cabinet had voted for the plan. Ana Lind disputed that, saying no vote had been taken.',
      'Carlos Reyes: the cabinet had voted for the plan <> Ana Lind',
    ],
    [
      'RNB reported that Ana Lind would resign. “This is pure invention,” her spokesman, Carlos Reyes, said.',
      'RNB: Ana Lind would resign <> Carlos Reyes',
    ],
    [
      'Norway sold the ferry. The largest union in the port, United Dockers, denies that the quay was shut.',
      '-: the quay was shut <> United Dockers',
    ],
    ['Ana Lind denied the notion that a merger was coming.', '-: a merger was coming <> Ana Lind'],
    [
      'Carlos Reyes said that Ana Lind had pushed him on the stairs. Lind denied it happened.',
      'Carlos Reyes: Ana Lind had pushed him on the stairs <> Ana Lind',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toContain(expected);
  });

  it.each([
    ['a rejected offer is an answer', 'Carlos Reyes offered a pay rise of 4 percent. Ana Lind rejected the offer.'],
    ['what is withheld', 'Carlos Reyes said the ship was full. Ana Lind denied the crew access to the pier.'],
    ['what is not denied', 'Carlos Reyes said the ship was full. Ana Lind did not deny it.'],
    ['other opinions', 'Carlos Reyes said the tax was fair. Ana Lind said that it was too high.'],
    ['no comment', 'Carlos Reyes said the ship was full. Ana Lind declined to comment.'],
    ['a wrong deed', 'Carlos Reyes sold the mine. “It is wrong to sell it,” Ana Lind said.'],
    [
      '"despite" that only sets the scene',
      'Carlos Reyes said the tax was fair. Talks would go on despite his remarks, Ana Lind said.',
    ],
    ['a denial asked for', 'Carlos Reyes said the ship was full. The crew urged Ana Lind to deny it.'],
    ['a denial that may come', 'Carlos Reyes said the ship was full. Ana Lind may deny it.'],
    [
      'a denial on a condition',
      'Carlos Reyes said the ship was full. Ana Lind asked why he said so if it was not true.',
    ],
    ['remarks disavowed', 'Carlos Reyes said the ship was full. Ana Lind disavowed his remarks.'],
    ['a claim on land', 'Ana Lind said the tax was fair. Norway challenged the claims of Denmark to the island.'],
    ['a truth of nature', 'Carlos Reyes said the ice was thin. Some of the captains deny climate change.'],
    [
      'no claim in particular',
      'Carlos Reyes said the ship was full. “Things that are not true get printed,” Ana Lind said.',
    ],
    ['a text without it', 'Carlos Reyes said the ship was full. “The law says nothing of the kind,” Ana Lind said.'],
    ['a change of mind', 'Carlos Reyes said the ship was full. “We learned that it was all lies,” Ana Lind said.'],
    ['a question', 'Carlos Reyes asked whether the ship was full. Ana Lind called that report false.'],
    ['a charge only made', 'Carlos Reyes said that the vote was rigged, a charge that Ana Lind heard in silence.'],
    ['a charge not denied', 'Carlos Reyes said that the vote was rigged, a charge that Ana Lind did not deny.'],
    ['a charge that may be denied', 'Carlos Reyes said that the vote was rigged, a charge that may be rejected.'],
    [
      'neither confirmed nor denied',
      'Carlos Reyes said the ship was full. Ana Lind neither confirmed nor denied the report.',
    ],
    [
      'a claim that sets the scene',
      'Carlos Reyes said the ship was full. Despite his claim, the crew went aboard, Ana Lind said.',
    ],
    [
      'what is not true when it is said',
      'Carlos Reyes said the ship was full. “When they call me a thief, it’s not true,” Ana Lind said.',
    ],
    ['a question challenged', 'Carlos Reyes said the ship was full. Ana Lind challenged him to a race.'],
  ])('no dispute: %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it('goes on with what “the source” adds to a denial', () => {
    const text =
      'Norway said that Ana Lind had thanked the king. A source in the office denied it. “She thanked nobody,” the source said.';
    const { disputes } = readText(text).reading;
    expect(disputes[0]!.sides[1]!.evidence.map(({ start, end }) => text.slice(start, end))).toContain(
      '“She thanked nobody,”',
    );
  });

  it('sets remarks that are only reported against what is said despite them', () => {
    const [dispute] = check(
      'Carlos Reyes said on Monday that the firm would keep the mine. Despite reported comments from Reyes, the firm has agreed to the sale, Ana Lind said.',
    );
    expect(dispute).toMatch(/^Carlos Reyes: .* <> Ana Lind$/);
  });

  it('joins what the head of an article tells in short with what its body tells', () => {
    const disputes = check(
      'Ana Lind on Monday denied that she had offered to sell most of the mines. The broadcaster RNB had reported that Lind was ready to give up three of the pits. “The report is wrong,” Lind said.',
    );
    expect(disputes).toHaveLength(1);
  });

  it('finds two sides that blame one another', () => {
    const { disputes } = readText(
      'The talks failed because of the stubbornness of Norway, Denmark said. Norway said that the deadlock was due to the greed of Denmark.',
    ).reading;
    expect(disputes.map(({ rule, reported }) => [rule, reported])).toEqual([['dispute/mutual-blame', false]]);
  });

  it('takes the reporter’s word that a claim is incorrect', () => {
    const text =
      'Carlos Reyes repeated the incorrect claim that the levy is paid by Norway, which in fact is paid by fishermen.';
    expect(readText(text).reading.disputes[0]).toMatchObject({ rule: 'dispute/correction', reported: true });
  });

  it('sets a party against its own earlier words', () => {
    const { disputes } = readText(
      'Ana Lind said that she had signed an order to demolish the pool. A week earlier she had promised that the city would not demolish it.',
    ).reading;
    expect(disputes.some(({ self }) => self)).toBe(true);
  });
});
