import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/read-text.ts';

// A Friday.
const PUBLISHED = '2031-05-16';

function encountersOf(text: string) {
  const { encounters, entities } = readText(text).reading;
  return encounters.map((encounter) => ({
    ...encounter,
    who: encounter.participants.map((index) => entities[index]!.name),
    words: encounter.evidence.map(({ start, end }) => text.slice(start, end)),
  }));
}

/** Each encounter as 'kind: who, who', with its status before those not held. */
function check(text: string): string[] {
  return encountersOf(text).map(
    ({ kind, status, who }) => `${status === 'held' ? '' : `${status} `}${kind}: ${who.join(', ')}`,
  );
}

it('knows the states of leaders by their adjectives, where no list has them', () => {
  const text = 'The leaders of Selmark and Norvia spoke by telephone on Tuesday. Selmarkian and Norvian boats waited.';
  expect(check(text)).toEqual(['call: Selmark, Norvia']);
});

describe('what is no encounter', () => {
  it.each([
    'He met his wife, Ana Lind, on Monday.',
    'Ana Lind received 38 percent support, Carlos Reyes 3 percent and Per Holm 2 percent.',
    'Ana Lind spoke out against the plan with Carlos Reyes in mind.',
    'Ana Lind arrived in Lisbon in 1993.',
    'Ana Lind and Carlos Reyes will speak at the conference on Monday.',
    'Ana Lind and Carlos Reyes talked past each other for years.',
    'Ana Lind made several requests to speak with Carlos Reyes.',
    'Ana Lind called Carlos Reyes a liar on Monday.',
    'Ana Lind called on Carlos Reyes to resign on Monday.',
    'Ana Lind saw Carlos Reyes as a rival on Monday.',
    'The platform committee meeting began on Monday.',
    'Ana Lind was welcomed by cheers in Lisbon.',
    'Ana Lind will be back in Lisbon on Monday.',
    'Ana Lind and Carlos Reyes have talked about moving on.',
    'Ana Lind charmed Carlos Reyes at a dinner.',
    'Per Holm, 24, who was visiting Lisbon, praised Ana Lind.',
    'Ana Lind returned the book to the table on Monday.',
    'The proposals by Ana Lind and Carlos Reyes are back on the table on Monday.',
    'Ana Lind brought the papers together on Monday.',
    'The offer was received by Ana Lind on Monday.',
    'Ana Lind put her name on the list on Monday.',
    'Ana Lind had Carlos Reyes in mind on Monday.',
    'Ana Lind had the papers in her office on Monday.',
    'Ana Lind spent two hours in Vienna on Monday.',
    'Ana Lind spent the afternoon playing golf with Carlos Reyes.',
    'Ana Lind spent ten years with the Harbor Union.',
    'Ana Lind spent the morning with her papers on Monday.',
    'Ana Lind brought her offer to the table on Monday.',
    'Ana Lind wants both sides to come to the table.',
    'Ana Lind told reporters in person on Monday that she would stay.',
    'Ana Lind told Carlos Reyes on Monday to apologise in writing.',
    'Ana Lind saw both sides as guilty on Monday.',
    'Ana Lind saw the parties drift apart on Monday.',
    'Ana Lind welcomed the union on Monday.',
    'Ana Lind would see the parties if they asked.',
    'The company received both offers on Monday.',
  ])('%s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('findEncounters', () => {
  it.each([
    ['Ana Lind met with Carlos Reyes in Port Selm.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind met Carlos Reyes on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['A meeting between Carlos Reyes and Ana Lind ended late.', 'meeting: Carlos Reyes, Ana Lind'],
    ['Ana Lind will meet with Carlos Reyes on Friday.', 'planned meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind is scheduled to meet with Carlos Reyes.', 'planned meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind spoke by phone with Carlos Reyes.', 'call: Ana Lind, Carlos Reyes'],
    ['Ana Lind and Carlos Reyes held talks on the port.', 'talks: Ana Lind, Carlos Reyes'],
    [
      'President Carlos Reyes on Monday received at the Harbor Palace the special envoy of Portugal, Ana Lind.',
      'meeting: Carlos Reyes, Ana Lind',
    ],
    ['Ana Lind was received at the Harbor Palace on Tuesday by Carlos Reyes.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind of Norland and her counterpart, Carlos Reyes, last met in Lisbon.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind sat down on Monday across the table from Carlos Reyes.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind had coffee with Carlos Reyes in Vienna on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind and Carlos Reyes came face to face on Tuesday in Vienna.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind saw Carlos Reyes in Vienna on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind called Carlos Reyes on Monday to tell him so.', 'call: Ana Lind, Carlos Reyes'],
    [
      'The swap was agreed in a phone call between Ana Lind and Carlos Reyes on Tuesday.',
      'call: Ana Lind, Carlos Reyes',
    ],
    ['In a call with Carlos Reyes on Monday, Ana Lind asked for more time.', 'call: Carlos Reyes, Ana Lind'],
    [
      'Ana Lind and Carlos Reyes put their signatures to the accord on Monday, in the presence of Maria Holm.',
      'meeting: Ana Lind, Carlos Reyes, Maria Holm',
    ],
    [
      'Envoy Maria Holm shuttled between Ana Lind and Carlos Reyes on Monday.',
      'talks: Maria Holm, Ana Lind, Carlos Reyes',
    ],
    ['Carlos Reyes pulled out of a meeting with Ana Lind.', 'cancelled meeting: Carlos Reyes, Ana Lind'],
    ['Portugal and Greece are due back at the table on Monday.', 'planned talks: Portugal, Greece'],
    ['Portugal and Greece return to the negotiating table on Tuesday.', 'planned talks: Portugal, Greece'],
    ['Mediators want Portugal and Greece back in Geneva on May 26.', 'planned talks: Portugal, Greece'],
    ['Talks between Portugal and Greece resume on Tuesday.', 'planned talks: Portugal, Greece'],
    ['Carlos Reyes, who had Ana Lind in his office for an hour on Monday, gave in.', 'meeting: Carlos Reyes, Ana Lind'],
    ['Carlos Reyes had Ana Lind over for talks on Monday.', 'meeting: Carlos Reyes, Ana Lind'],
    ['Carlos Reyes called Ana Lind in for talks on Monday.', 'meeting: Carlos Reyes, Ana Lind'],
    ['Ana Lind, who spent 45 minutes with Carlos Reyes on Monday, wants more.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind spent the evening with Carlos Reyes on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind warned Carlos Reyes in person on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind told Carlos Reyes face to face on Monday that it was over.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind will see both sides on Tuesday.', 'planned meeting: Ana Lind'],
    ['Ana Lind saw the parties separately on Monday.', 'meeting: Ana Lind'],
    ['Ana Lind got the parties round one table on Monday.', 'meeting: Ana Lind'],
    ['Ana Lind put the two sides in one room on Monday.', 'meeting: Ana Lind'],
    ['Ana Lind is due to receive both union leaders on Tuesday.', 'planned meeting: Ana Lind'],
    [
      'Per Holm summoned Ana Lind and Carlos Reyes to his office on Tuesday.',
      'meeting: Per Holm, Ana Lind, Carlos Reyes',
    ],
    ['Ana Lind and Carlos Reyes sat across from each other on Wednesday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Talks between Ana Lind and Carlos Reyes were called off.', 'cancelled talks: Ana Lind, Carlos Reyes'],
    ['Ana Lind briefed Carlos Reyes by telephone on Monday.', 'call: Ana Lind, Carlos Reyes'],
    ['Ana Lind is in Vienna this week for meetings with Carlos Reyes.', 'meeting: Ana Lind, Carlos Reyes'],
    ['A meeting with Ana Lind planned for Thursday did not take place.', 'cancelled meeting: Ana Lind'],
    ['When they met on May 6, Carlos Reyes had promised Ana Lind a reply.', 'meeting: Carlos Reyes, Ana Lind'],
    ['Talks between Portugal and Greece reopened on Tuesday in Vienna.', 'talks: Portugal, Greece'],
    ['Ana Lind negotiated with Carlos Reyes.', 'talks: Ana Lind, Carlos Reyes'],
    ['Ana Lind visited Port Selm.', 'visit: Ana Lind'],
    ['Ana Lind paid a visit to Geneva on Monday.', 'visit: Ana Lind'],
    ['Ana Lind hosted Carlos Reyes at the Harbor Palace on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Carlos Reyes received Ana Lind in Lisbon on Tuesday.', 'meeting: Carlos Reyes, Ana Lind'],
    ['President Ana Lind telephoned Carlos Reyes on Sunday to congratulate him.', 'call: Ana Lind, Carlos Reyes'],
    ['Ana Lind flew to Berlin on Monday to meet Carlos Reyes.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind and Carlos Reyes convened an emergency session in Geneva on Monday.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Ana Lind, who met Carlos Reyes on Sunday, rejected the offer.', 'meeting: Ana Lind, Carlos Reyes'],
    ['Envoys from Brazil and Greece are meeting in Vienna this week.', 'meeting: Brazil, Greece'],
    ['The fifth round of talks between Serbia and Greece opened in Brussels on Monday.', 'talks: Serbia, Greece'],
    ['A delegation led by Ana Lind will travel to Ankara on Thursday.', 'planned visit: Ana Lind'],
    ['Ana Lind is due to meet Carlos Reyes in Paris later this week.', 'planned meeting: Ana Lind, Carlos Reyes'],
    [
      'The summit between Ana Lind and Carlos Reyes was postponed on Monday.',
      'postponed meeting: Ana Lind, Carlos Reyes',
    ],
    ['Ana Lind cancelled a meeting with Carlos Reyes planned for Friday.', 'cancelled meeting: Ana Lind, Carlos Reyes'],
    [
      'Maria Holm also took part in the call between Ana Lind and Carlos Reyes on Monday.',
      'call: Maria Holm, Ana Lind, Carlos Reyes',
    ],
    ['On the sidelines of the summit in Rome, Ana Lind met Carlos Reyes.', 'meeting: Ana Lind, Carlos Reyes'],
    [
      'Ana Lind informed envoys from the nine island states at a meeting on Monday that a deal was near.',
      'meeting: Ana Lind',
    ],
  ])('%s', (text, expected) => {
    expect(check(text)).toEqual([expected]);
    expect(encountersOf(text)[0]).toMatchObject({ words: [text] });
  });

  it.each([
    'Ana Lind praised Carlos Reyes.',
    'Ana Lind wrote to Carlos Reyes.',
    'Ana Lind met the dockers.',
    'Ana Lind spoke by phone for an hour.',
    'The Harbor Union held talks in Port Selm.',
    'A constructor built the boat of Ana Lind and Carlos Reyes.',
    'Ana Lind arrived. Carlos Reyes met with the dockers.',
    'The sides held talks.',
    'The constructors of the boat were late.',
    'The minister called for a meeting of the council.',
    'The union called on the company to resume talks.',
    'Maria Holm met the deadline on Tuesday.',
    'If Ana Lind and Carlos Reyes meet, the crisis could end.',
    'The companies have no plans to meet.',
    'Ana Lind refused to meet Carlos Reyes on Monday.',
    'Talks are stalled over pensions.',
    'Negotiations remain ongoing.',
    'Ana Lind met resistance from the unions.',
    'Ana Lind met with criticism on Tuesday.',
    'Ana Lind spoke of Carlos Reyes with respect.',
    'Ana Lind spoke to reporters on Monday.',
    'The ministers discussed the budget.',
    'Ana Lind and Carlos Reyes rarely speak.',
    '',
  ])('no encounter: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('has happened by the day of publishing where the sentence tells no day', () => {
    const [encounter] = encountersOf('Ana Lind met with Carlos Reyes in Port Selm.');
    expect(encounter).toMatchObject({ planned: false, date: { earliest: null, latest: PUBLISHED } });
  });

  it.each([
    ['Ana Lind and Carlos Reyes spoke by phone for an hour and ten minutes on Tuesday.', { duration: 70 }],
    ['Ana Lind and Carlos Reyes spoke by phone for a quarter of an hour on Tuesday.', { duration: 15 }],
    ['Ana Lind held a 45-minute call with Carlos Reyes on Tuesday.', { duration: 45 }],
    ['Ana Lind met Carlos Reyes in Vienna on Tuesday.', { place: 'Vienna' }],
    ['Ana Lind arrived in Cairo on Tuesday for talks with Carlos Reyes.', { kind: 'talks', place: 'Cairo' }],
    ['Ana Lind spoke with Carlos Reyes on Tuesday about the port.', { topics: ['port'] }],
    [
      'Half of the meeting between Ana Lind and Carlos Reyes was devoted to pensions.',
      { shares: [{ topic: 'pensions', share: 'Half' }] },
    ],
    ['Ana Lind met Carlos Reyes on Tuesday.', { date: { earliest: '2031-05-13', latest: '2031-05-13' } }],
    [
      'Ana Lind and Carlos Reyes will hold talks on Monday and Tuesday.',
      { date: { earliest: '2031-05-19', latest: '2031-05-20' } },
    ],
    [
      'Three days of talks between Ana Lind and Carlos Reyes ended on Wednesday.',
      { date: { earliest: '2031-05-12', latest: '2031-05-14' }, lasts: true },
    ],
    ['Ana Lind cancelled a meeting with Carlos Reyes on Monday.', { date: { earliest: null, latest: null } }],
    [
      'Ana Lind said on Monday that she would meet Carlos Reyes.',
      { planned: true, date: { earliest: PUBLISHED, latest: null } },
    ],
  ])('tells more: %s', (text, expected) => {
    expect(encountersOf(text)).toMatchObject([expected]);
  });

  it('adds what is told of "the call" and who joined it', () => {
    const text =
      'Ana Lind spoke with Carlos Reyes on Monday. Maria Holm also joined the call. The call lasted 50 minutes, and half of the call was devoted to grain.';
    expect(encountersOf(text)).toMatchObject([
      { who: ['Ana Lind', 'Carlos Reyes', 'Maria Holm'], duration: 50, shares: [{ topic: 'grain', share: 'half' }] },
    ]);
  });

  const HEADS =
    "Ana Lind, president of the Dockers' Union, wants a raise. Carlos Reyes, general secretary of the Pilots' Federation, wants one too.";
  it.each([
    ['Mayor Maria Holm is due to receive both union leaders on Tuesday.', ['Ana Lind', 'Carlos Reyes', 'Maria Holm']],
    ['Mayor Maria Holm had the two union chiefs in her office on Monday.', ['Ana Lind', 'Carlos Reyes', 'Maria Holm']],
    ['Mayor Maria Holm will receive both party leaders on Tuesday.', ['Maria Holm']],
    ['Mayor Maria Holm will receive some union leaders on Tuesday.', ['Maria Holm']],
  ])('knows whom a word for their office means: %s', (text, expected) => {
    expect(encountersOf(`${HEADS} ${text}`).map(({ who }) => [...who].sort())).toEqual([expected]);
  });

  it('tells meetings of one judge on two days apart', () => {
    const text =
      'The court said Judge Maria Holm would see the parties separately on Tuesday and bring them to one table on Wednesday.';
    expect(encountersOf(text).map(({ date, planned }) => [date.earliest, planned])).toEqual([
      ['2031-05-20', true],
      ['2031-05-21', true],
    ]);
  });

  it.each([
    ['Maria Holm, who has met Carlos Reyes four times since Monday, is tired.', '2031-05-12'],
    ['Maria Holm has met Carlos Reyes repeatedly since May 6.', '2031-05-06'],
    ['Maria Holm met Carlos Reyes, who has been ill since Monday.', null],
    ['Maria Holm met Carlos Reyes for the third time since Monday.', null],
  ])('ranges over the days since which people met several times: %s', (text, earliest) => {
    expect(encountersOf(text).map(({ date }) => date)).toEqual([{ earliest, latest: PUBLISHED }]);
  });

  it('takes "the two" for the two persons of the sentence before', () => {
    const text =
      'Ana Lind met Olof Berg on Monday. Maria Sund wrote to Carlos Reyes. The two spoke by video link last Thursday.';
    expect(check(text)).toEqual(['meeting: Ana Lind, Olof Berg', 'call: Maria Sund, Carlos Reyes']);
  });

  it.each([
    ['Ana Lind flew out on Tuesday. She then met Carlos Reyes.', '2031-05-13'],
    ['Ana Lind spoke in parliament on Tuesday. That evening she met Carlos Reyes.', '2031-05-13'],
    ['Ana Lind said on Thursday she had met Carlos Reyes the day before.', '2031-05-14'],
    ['Talks between Portugal and Greece opened on Monday. Two days later Ana Lind met Carlos Reyes.', '2031-05-14'],
    ['Talks between Portugal and Greece resume on Tuesday.', '2031-05-20'],
    ['Ana Lind criticised on Monday a plan that was drawn up after Maria Holm met Carlos Reyes.', null],
    ['In an interview on Monday, Ana Lind described the meeting of Maria Holm with Carlos Reyes.', null],
    ['Ana Lind flew out on Tuesday. She met Carlos Reyes.', null],
  ])('dates from the words before: %s', (text, expected) => {
    expect(encountersOf(text).at(-1)?.date.earliest).toBe(expected);
  });

  it('keeps an earlier call apart from the one that it is compared with', () => {
    const text =
      'Ana Lind and Carlos Reyes spoke on Monday. In their first call since March 3, Lind and Reyes discussed grain.';
    expect(encountersOf(text).map(({ date, rule }) => [date.earliest, rule])).toEqual([
      ['2031-05-12', 'encounter/verb'],
      ['2031-03-03', 'encounter/earlier'],
    ]);
  });

  it('does not date a call by the event since which it is the first', () => {
    const text =
      'Ana Lind and Carlos Reyes spoke by telephone on Tuesday, their first call since dockers took the tower on March 3.';
    expect(encountersOf(text).map(({ date }) => date.earliest)).toEqual(['2031-05-13']);
  });

  it('gives one a sentence, whose evidence is that sentence', () => {
    const text = 'Ana Lind met Carlos Reyes. Rain fell. Maria Holm spoke with Carlos Reyes.';
    expect(encountersOf(text).map(({ kind, words }) => [kind, ...words])).toEqual([
      ['meeting', 'Ana Lind met Carlos Reyes.'],
      ['call', 'Maria Holm spoke with Carlos Reyes.'],
    ]);
  });

  it('gives evidence inside the text and people once each, whatever the text', () => {
    const word = fc.constantFrom(
      ...'Ana Lind',
      'Carlos Reyes',
      'Maria Holm',
      'Port Selm',
      'met',
      'with',
      'visited',
      'held talks',
      'will',
      '.',
      'and',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 16 }).map((words) => words.join(' ')),
        (text) => {
          for (const { participants, evidence } of encountersOf(text)) {
            expect(new Set(participants).size).toBe(participants.length);
            for (const { start, end } of evidence) expect(text.slice(start, end)).not.toBe('');
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
