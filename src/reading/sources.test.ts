import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import { loadWorld } from '../language/world/index.ts';
import { findQuotes } from './quotes.ts';
import type { Entity } from './reading.ts';
import { makeCast, resolveSource } from './sources.ts';

const engine = createEngine();
const world = loadWorld();

/** An entity with its mentions wherever one of its names stands in the text. */
function entity(text: string, kind: Entity['kind'], name: string, short: string[] = [], roles: string[] = []): Entity {
  const mentions: { start: number; end: number }[] = [];
  for (const words of [name, ...short])
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (!mentions.some((mention) => mention.start <= at && at < mention.end))
        mentions.push({ start: at, end: at + words.length });
  return { name, kind, roles, side: null, aliases: short, mentions: mentions.sort((a, b) => a.start - b.start) };
}

/** Who is named in the texts here: three people with roles, a place and a body. */
const castOf = (text: string): Entity[] =>
  [
    entity(text, 'person', 'Ana Lind', ['Lind'], ['Prime Minister']),
    entity(text, 'person', 'Carlos Reyes', ['Reyes'], ['union leader']),
    entity(text, 'person', 'Maria Holm', text.includes('Per Holm') ? [] : ['Holm'], ['Secretary of State']),
    entity(text, 'person', 'Per Holm'),
    entity(text, 'organization', 'Harbor Union'),
    entity(text, 'organization', 'Port Inspectorate'),
    entity(text, 'organization', 'Halden Energy'),
    entity(text, 'organization', 'HRA'),
    entity(text, 'person', 'Bo Marr', [], ['Gov.']),
    entity(text, 'organization', 'Inner League'),
    entity(text, 'government', 'Norland'),
    entity(text, 'place', 'Selm'),
  ].filter(({ mentions }) => mentions.length > 0);

/**
 * Whom the words in brackets mean, by name; 'nobody' where no one is named, '?' where one is named and not known.
 * @param before the name of the speaker before.
 */
function check(marked: string, before: string | null = null): string {
  const text = marked.replace(/[[\]]/g, '');
  const source = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
  const doc = engine.analyze(text, { reference: null });
  const sentence = doc.sentences.find(({ start, end }) => start <= source.start && source.end <= end)!;
  const cast = makeCast(castOf(text), { doc, quotes: findQuotes(text), world });
  const known = cast.entities.findIndex(({ name }) => name === before);
  const { entity: index, named } = resolveSource(cast, sentence, source, known < 0 ? null : known);
  if (!named) {
    expect(index).toBeNull();
    return 'nobody';
  }
  return index === null ? '?' : cast.entities[index]!.name;
}

describe('resolveSource', () => {
  it.each([
    ['a name', '[Ana Lind] said the port was open.', 'Ana Lind'],
    ['a last name', 'Ana Lind met the dockers. Then [Lind] said the port was open.', 'Ana Lind'],
    ['a title and a name', '[Prime Minister Ana Lind] said the port was open.', 'Ana Lind'],
    ['a title of many words', '[Secretary of State Maria Holm] said the port was open.', 'Maria Holm'],
    ['an apposition after', '[Carlos Reyes, the leader of the dockers,] said the port was open.', 'Carlos Reyes'],
    ['an apposition before', '[The leader of the dockers, Carlos Reyes,] said the port was open.', 'Carlos Reyes'],
    ['a person of a body', '[Carlos Reyes of the Harbor Union] said the port was open.', 'Carlos Reyes'],
    ['a body with a name', '[The Harbor Union] said the port was open.', 'Harbor Union'],
    ['a role', 'Ana Lind met the dockers. [The prime minister] said the port was open.', 'Ana Lind'],
    ['a role by its last word', 'Ana Lind met Carlos Reyes. [The minister] said the port was open.', 'Ana Lind'],
    ['the role of another', 'Ana Lind met Carlos Reyes. [The leader] said the port was open.', 'Carlos Reyes'],
    ['a role before its name', '[The minister] said the port was open. Ana Lind met the dockers.', 'Ana Lind'],
    ['a body without a name', '[The foreign ministry] said the port was open.', 'foreign ministry'],
    ['an office', '[The prime minister’s office] said the port was open.', 'prime minister’s office'],
    ['the government', '[The government] said the port was open.', 'government'],
    ['the government of a state', '[The French government] said the port was open.', 'France'],
    ['a house of government', '[Number 10] said the port was open.', 'Downing Street'],
    ['a capital', '[Paris] said the port was open.', 'France'],
    ['her office', 'Ana Lind met the dockers. [Her office] said the port was open.', 'Ana Lind’s office'],
    ['a lone name with a word before', '[Neighbouring Ana Lind] said the port was open.', 'Ana Lind'],
    ['the first of a row', '[Ana Lind and other ministers] said the port was open.', 'Ana Lind'],
    ['the maker of a document', '[A statement from the Harbor Union] said the port was open.', 'Harbor Union'],
    ['whose letter it is', '[Lind’s letter] said the port was open. Ana Lind left.', 'Ana Lind'],
    ['a short form of a body', 'The Harbor Union met. [The union] said the port was open.', 'Harbor Union'],
    ['two by what they are', 'Ana Lind met Carlos Reyes. [The two leaders] said the port was open.', 'Ana Lind'],
    ['a role by another word for it', 'Ana Lind met the dockers. [The premier] said the port was open.', 'Ana Lind'],
    [
      'whose statement was told of last',
      'The Harbor Union gave its account in a statement. Ana Lind left. [The statement] said the port was open.',
      'Harbor Union',
    ],
    [
      'the statement, by whose it is',
      'Ana Lind met the dockers. The Harbor Union’s statement was short. [The statement] said so.',
      'Harbor Union',
    ],
    [
      'his office, told of since anybody was named',
      'Carlos Reyes met the dockers. The mayor’s office denied it. “It is not so,” [his office] said.',
      'mayor’s office',
    ],
    [
      'his office, of who was named since',
      'The mayor’s office denied it. Carlos Reyes met the dockers. [His office] said the port was open.',
      'Carlos Reyes’s office',
    ],
    [
      'the company, by what was the subject before',
      'The Harbor Union left. Halden Energy closed a plant. Halden Energy left. [The company] said so.',
      'Halden Energy',
    ],
    ['an agency', 'The police met the HRA. [The agency] said so.', 'HRA'],
    ['a body behind what it is', '[The old civil rights organization the Harbor Union] said so.', 'Harbor Union'],
    ['one by his age', 'Ana Lind held up a sign. [The 57-year-old welder] said so.', 'Ana Lind'],
    ['a title in short', 'Ana Lind met Gov. Bo Marr. [The governor] said so.', 'Bo Marr'],
    ['two named with "both"', '[Both Norland and the Harbor Union] said so.', 'Norland'],
    ['the bloc', 'Halden Energy met the Inner League. [The bloc] said so.', 'Inner League'],
    ['a word for what a body makes or does', 'Halden Energy met Ana Lind. [The airline] said so.', 'Halden Energy'],
    ['the government of the only state near by', 'Ana Lind went to Norland. [The government] said so.', 'Norland'],
    ['the company, where only a union was named', 'The Harbor Union left. [The company] said so.', 'company'],
    ['the office of a title and a name', '[The office of Prime Minister Ana Lind] said so.', 'Ana Lind’s office'],
    [
      'the office of a state’s minister',
      '[The office of French Prime Minister Ana Lind] denied on Monday that so it was.',
      'Ana Lind’s office',
    ],
    ['near one body, with a name', '[A source close to the Harbor Union, Ana Lind,] said so.', 'Ana Lind'],
    [
      'a description of whoever was the subject',
      'Ana Lind met the dockers. [The top diplomat] said the port was open.',
      'Ana Lind',
    ],
    [
      'a body by the last word of its name',
      'The Port Inspectorate left. [The inspectorate] said so.',
      'Port Inspectorate',
    ],
    ['what a body is, before its name', '[The militant group Harbor Union] said so.', 'Harbor Union'],
    ['what a body is, behind its name', '[The Harbor Union party] said so.', 'Harbor Union'],
    ['what somebody used to be', 'Carlos Reyes stayed. [The retired general] said so.', 'Carlos Reyes'],
  ])('%s', (_, marked, expected) => {
    expect(check(marked)).toBe(expected);
  });

  it.each([
    ['an official', '[An official] said the port was open.'],
    ['officials of a place', '[Officials in Selm] said the port was open.'],
    ['sources', '[Sources] said the port was open.'],
    ['people close to someone', 'Ana Lind met the dockers. [People close to Lind] said the port was open.'],
    ['aides to someone', '[Aides to Ana Lind] said the port was open.'],
    ['aides to a title and a name', '[Aides to Prime Minister Ana Lind] said the port was open.'],
    ['a friend of someone', '[A friend of Ana Lind] said the port was open.'],
    ['a source close to a body', '[A source close to the Harbor Union] said the port was open.'],
    ['a person familiar with a person', '[One person familiar with Lind] said so. Ana Lind left.'],
    ['a statement of nobody', 'The talks ended. [The statement] said the port was open.'],
    ['somebody’s lawyer', '[Ana Lind’s lawyer] said the port was open.'],
    ['a role of many', 'Ana Lind met the dockers. [A minister] said the port was open.'],
    ['a role of nobody', 'Ana Lind met the dockers. [The mayor] said the port was open.'],
    ['one who stands for a body', '[A spokesperson for the Harbor Union] said the port was open.'],
    ['a description after one without a name', 'Ana Lind left. A diplomat stayed. [The top diplomat] said so.'],
    ['somebody of a body', '[A producer for Halden Energy] said so.'],
    ['an office that the one before does not hold', 'Ana Lind left. [The Norland ambassador to Selm] said so.'],
    ['some company', 'Halden Energy met the dockers. [A company] said the port was open.'],
    ['neither of two', 'Halden Energy met the Harbor Union. [Neither company] said more.'],
    ['officials in somebody’s government', '[Officials in Ana Lind’s government] said so.'],
    ['those who sat in a cabinet', '[Two people who attended Tuesday’s cabinet] said so.'],
    ['who only has a document', '[A letter seen by the Harbor Union] said the port was open.'],
    ['the office of one unknown', '[The deputy minister] said the port was open. Ana Lind left.'],
    ['she, where nobody is named', 'The talks ended. [She] said the port was open.'],
    ['it, where no body spoke', 'The talks ended. [It] said the port was open.'],
    ['they', 'Ana Lind met the dockers. [They] said the port was open.'],
  ])('nobody: %s', (_, marked) => {
    expect(check(marked)).toBe('nobody');
  });

  it.each([
    ['the subject before', 'Ana Lind met Maria Holm. Then [she] said the port was open.', 'Ana Lind'],
    ['whoever agrees', 'Ana Lind met Carlos Reyes. Then [he] said the port was open.', 'Carlos Reyes'],
    ['the only one who agrees', 'Carlos Reyes met Ana Lind. Then [she] said the port was open.', 'Ana Lind'],
    [
      'one named in between as subject',
      'Ana Lind said the port was open. Maria Holm came to the port. Then [she] said the talks were on.',
      'Maria Holm',
    ],
    [
      'who speaks, not who is spoken of',
      'Ana Lind said that Maria Holm was late. Then [she] said the port was open.',
      'Ana Lind',
    ],
    [
      'nobody out of a quotation',
      'Ana Lind waited. “Maria Holm is late. Maria Holm is never on time.” Then [she] said the port was open.',
      'Ana Lind',
    ],
    ['whose office speaks', 'Carlos Reyes came. Per Holm’s office denied that [he] was late.', 'Per Holm'],
    [
      'in whose office somebody speaks',
      'Carlos Reyes came. A source in Per Holm’s office denied that [he] was late.',
      'Per Holm',
    ],
    [
      'who is described by a role',
      'Ana Lind met Maria Holm. The prime minister left, and Maria Holm was late. The prime minister said so. Then [she] smiled.',
      'Ana Lind',
    ],
    [
      'the one whose people speak',
      'Ana Lind left. A member of her team said that [she] had told the union so.',
      'Ana Lind',
    ],
    ['nobody where one without a name spoke', 'Ana Lind left. An official said so. Then [she] said more.', 'nobody'],
    [
      'one with a name behind what she is',
      'Ana Lind left. An official, Maria Holm, said so. Then [she] said more.',
      'Maria Holm',
    ],
    [
      'somebody without a name not inside what is said',
      'Ana Lind left. An official said so. “[She] was late,” the official said.',
      'Ana Lind',
    ],
    ['nobody before the name', '[She] said the port was open. Ana Lind met the dockers.', 'nobody'],
    ['nobody of the other gender', 'Ana Lind met the dockers. Then [he] said the port was open.', 'nobody'],
  ])('takes a pronoun for %s', (_, marked, expected) => {
    expect(check(marked)).toBe(expected);
  });

  it('takes "it" for a body that spoke before, never for a person', () => {
    const text = 'Ana Lind met the Harbor Union. Then [it] said the port was open.';
    expect(check(text, 'Harbor Union')).toBe('Harbor Union');
    expect(check(text, 'Ana Lind')).toBe('nobody');
  });

  it('takes "it" for whose document was the subject right before', () => {
    expect(check('The Harbor Union’s statement came late. [It] said so.')).toBe('Harbor Union');
  });

  it('tells two of one last name apart', () => {
    const text = 'Ana Holm met Per Holm. Ana Holm said the port was open.';
    const entities = [entity(text, 'person', 'Ana Holm'), entity(text, 'person', 'Per Holm')];
    const sentence = engine.analyze(text, { reference: null }).sentences[1]!;
    const source = { start: sentence.start, end: sentence.start + 'Ana Holm'.length };
    expect(resolveSource(makeCast(entities), sentence, source, 1)).toEqual({ entity: 0, named: true });
  });

  it('keeps a body without a name as one entity, with all its mentions', () => {
    const text = 'The foreign ministry said the port was open. The Foreign Ministry said the ships were late.';
    const { sentences } = engine.analyze(text, { reference: null });
    const cast = makeCast([]);
    for (const sentence of sentences) {
      const source = { start: sentence.start, end: sentence.start + 'The foreign ministry'.length };
      expect(resolveSource(cast, sentence, source, null)).toEqual({ entity: 0, named: true });
    }
    expect(cast.entities).toHaveLength(1);
    expect(cast.entities[0]!.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'foreign ministry',
      'Foreign Ministry',
    ]);
  });

  it('takes "it" for the state of the capital that was the subject, whose name is the mention', () => {
    const text = 'Lisbon has long sought a share of the port. It wants more ships.';
    const doc = engine.analyze(text, { reference: null });
    const cast = makeCast([entity(text, 'place', 'Lisbon')], { doc, quotes: [], world });
    const start = text.indexOf('It');
    const { entity: index } = resolveSource(cast, doc.sentences[1]!, { start, end: start + 2 }, null);
    const state = cast.entities[index!]!;
    expect([state.name, state.aliases]).toEqual(['Portugal', ['Lisbon']]);
    expect(state.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Lisbon']);
  });

  it('gives nobody for a range without a word', () => {
    const sentence = engine.analyze('Ana Lind left.', { reference: null }).sentences[0]!;
    expect(resolveSource(makeCast([]), sentence, { start: 100, end: 104 }, null)).toEqual({
      entity: null,
      named: false,
    });
  });
});
