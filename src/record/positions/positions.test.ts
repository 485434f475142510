import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Issue, Position } from '../../model/record.ts';
import type { LocalPosition, Reading, Term } from '../../reading/index.ts';
import { compare, mergeActors } from '../actors.ts';
import { uniqueIds } from '../ids.ts';
import type { ReadArticle } from '../story.ts';
import { type IssueEdit, makePositions } from './index.ts';

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

interface Told {
  holder: number;
  stance: LocalPosition['stance'];
  /** Keys, the weightiest first; "~" before a general one. */
  terms: string[];
  weak?: boolean;
  conditions?: boolean;
}

const termOf = (key: string, i: number): Term => ({
  key: key.replace('~', ''),
  words: key.replace('~', ''),
  weight: 4 - i,
  firm: !key.startsWith('~'),
});

/** An article published on that day of May 2031; its n-th position stands at [10n, 10n + 5). */
function entryOf(id: string, day: number, told: Told[], names = ['Harbor Union', 'Port Company']): ReadArticle {
  const date = `2031-05-${String(day).padStart(2, '0')}`;
  const at = (n: number): { start: number; end: number } => ({ start: n * 10, end: n * 10 + 5 });
  const article: Article = {
    id,
    source: `${id}.txt`,
    title: null,
    outlet: null,
    authors: [],
    published: { earliest: date, latest: date, basis: 'given', evidence: [] },
    language: 'en',
    text: `${id} `.padEnd(200, 'x'),
    boilerplate: [],
    family: id,
  };
  // What positions are made from; the rest of a Reading is no matter here.
  const reading: Partial<Reading> = {
    article: id,
    entities: names.map((name, i) => ({
      name,
      kind: 'organization',
      roles: [],
      side: null,
      aliases: [],
      mentions: [at(i)],
    })),
    statements: [],
    encounters: [],
    figures: [],
    positions: told.map(({ holder, stance, terms, weak, conditions }, i) => ({
      holder,
      within: null,
      stance,
      proposition: at(i),
      terms: terms.map(termOf),
      context: [],
      date: { earliest: date, latest: date },
      statement: null,
      conditions: conditions ? [at(i)] : [],
      redLine: false,
      weak: weak ?? false,
      evidence: [at(i)],
      rule: 'position/verb',
    })),
  };
  return { article, reading } as ReadArticle;
}

interface Result {
  issues: Issue[];
  positions: Position[];
}

function check(given: ReadArticle[], edits: IssueEdit[] = []): Result {
  const entries = [...given].sort((a, b) => compare(a.article.id, b.article.id));
  const readings = entries.map(({ reading }) => reading);
  const families = new Map(entries.map(({ article }) => [article.id, article.family]));
  const result = makePositions({ entries, actors: mergeActors(readings, slug), unique: uniqueIds() }, [], {
    slug,
    edits,
    familyOf: (article) => families.get(article)!,
  });
  const ids = new Set(result.issues.map(({ id }) => id));
  for (const { issue } of result.positions) expect(ids).toContain(issue);
  return result;
}

const issuesOf = ({ positions }: Result): string[] => positions.map(({ issue }) => issue);
const changesOf = ({ positions }: Result): string[] => positions.map(({ change }) => change!);

describe('holders', () => {
  it.each([
    ['a minister stands for the side', undefined, 'norland'],
    ['a senator stands alone', true, 'ana-lind'],
  ])('%s', (_, ownVoice, expected) => {
    const entry = entryOf('a', 1, [{ holder: 0, stance: 'rejects', terms: ['pay'] }], ['Ana Lind', 'Norland']);
    const [lind, norland] = entry.reading.entities;
    lind!.kind = 'person';
    norland!.kind = 'government';
    lind!.sides = [{ name: 'Norland', evidence: { start: 3, end: 8 }, ...(ownVoice && { ownVoice }) }];
    expect(check([entry]).positions.map(({ holder }) => holder)).toEqual([expected]);
  });
});

describe('issues', () => {
  it('ties positions by the term that heads them, over articles', () => {
    const record = check([
      entryOf('a', 1, [{ holder: 0, stance: 'demands', terms: ['pay', 'year'] }]),
      entryOf('b', 2, [{ holder: 1, stance: 'rejects', terms: ['pay'] }]),
      entryOf('c', 3, [{ holder: 1, stance: 'demands', terms: ['hours'] }]),
    ]);
    expect(issuesOf(record)).toEqual(['issue-pay', 'issue-pay', 'issue-hours']);
    expect(record.issues.map(({ label }) => label)).toEqual(['Hours', 'Pay']);
  });

  it('takes one alone with its best term to others by a term that they share', () => {
    const record = check([
      entryOf('a', 1, [
        { holder: 0, stance: 'demands', terms: ['pay'] },
        { holder: 1, stance: 'rejects', terms: ['pay'] },
        { holder: 1, stance: 'offers', terms: ['bonus scheme', 'pay'] },
      ]),
    ]);
    expect(new Set(issuesOf(record))).toEqual(new Set(['issue-pay']));
  });

  it('makes none of a weak sign, but puts it to one that others make', () => {
    const weak: Told = { holder: 0, stance: 'supports', terms: ['cranes'], weak: true };
    expect(check([entryOf('a', 1, [weak])]).positions).toEqual([]);
    const strong: Told = { holder: 1, stance: 'rejects', terms: ['cranes'] };
    expect(issuesOf(check([entryOf('a', 1, [weak, strong])]))).toEqual(['issue-cranes', 'issue-cranes']);
  });

  it('calls it by a general term where no other is told, and not where the stand is a weak sign', () => {
    const alone = { holder: 0, stance: 'rejects' as const, terms: ['~deal'] };
    expect(check([entryOf('a', 1, [alone])]).issues.map(({ id }) => id)).toEqual(['issue-deal']);
    expect(check([entryOf('a', 1, [{ ...alone, weak: true }])]).issues).toEqual([]);
  });

  it('does not run groups together by the words that they have in common', () => {
    const record = check([
      entryOf('a', 1, [
        { holder: 0, stance: 'demands', terms: ['pay', 'dockers'] },
        { holder: 1, stance: 'rejects', terms: ['pay', 'dockers'] },
        { holder: 0, stance: 'demands', terms: ['hours', 'dockers'] },
        { holder: 1, stance: 'rejects', terms: ['hours', 'dockers'] },
      ]),
    ]);
    expect(new Set(issuesOf(record))).toEqual(new Set(['issue-hours', 'issue-pay']));
  });
});

describe('edits of issues', () => {
  const pay: Told = { holder: 0, stance: 'demands', terms: ['pay'] };
  const hours: Told = { holder: 0, stance: 'demands', terms: ['hours', 'night'] };
  const story = [entryOf('a', 1, [pay, hours])];
  const later = [...story, entryOf('b', 2, [pay, hours])];

  it.each([
    ['before', story, 1],
    ['after an article is added', later, 2],
  ])('hold %s', (_, entries, times) => {
    const labels = (edits: IssueEdit[]): string[] =>
      check(entries, edits).issues.map(({ id, label }) => `${id}: ${label}`);
    expect(labels([{ kind: 'rename', issue: 'issue-pay', label: 'Wages' }])).toContain('issue-pay: Wages');
    const merged = check(entries, [{ kind: 'merge', issues: ['issue-hours'], into: 'issue-pay', label: 'Terms' }]);
    expect(issuesOf(merged)).toEqual(Array(2 * times).fill('issue-pay'));
    expect(merged.issues).toMatchObject([{ id: 'issue-pay', label: 'Terms', terms: ['pay', 'hours'] }]);
    const split = check(entries, [{ kind: 'split', issue: 'issue-hours', terms: ['night'], label: 'Nights' }]);
    expect(issuesOf(split).filter((id) => id === 'issue-nights')).toHaveLength(times);
    const pinned = check(entries, [{ kind: 'pin', issue: 'issue-night', label: 'Night work', terms: ['night'] }]);
    expect(issuesOf(pinned).filter((id) => id === 'issue-night')).toHaveLength(times);
  });

  it('keep a pinned issue without positions, and pass over what fits nothing', () => {
    const record = check(story, [
      { kind: 'pin', issue: 'issue-pensions', label: 'Pensions', terms: ['pensions'] },
      { kind: 'rename', issue: 'issue-none', label: 'None' },
      { kind: 'merge', issues: ['issue-none'], into: 'issue-also-none' },
    ]);
    expect(record.issues.map(({ id }) => id)).toEqual(['issue-hours', 'issue-pay', 'issue-pensions']);
  });
});

describe('change', () => {
  it.each<[Told['stance'], boolean, Told['stance'], boolean, string]>([
    ['rejects', false, 'accepts', false, 'reversed'],
    ['demands', false, 'opposes', false, 'reversed'],
    ['opposes', false, 'rejects', false, 'hardened'],
    ['rejects', false, 'opposes', false, 'softened'],
    ['rejects', false, 'rejects', true, 'softened'],
    ['accepts', true, 'accepts', false, 'softened'],
    ['accepts', false, 'accepts', true, 'hardened'],
    ['demands', false, 'undecided', false, 'softened'],
    ['demands', false, 'demands', false, 'restated'],
    ['offers', false, 'accepts', false, 'restated'],
  ])('%s (tied: %s), then %s (tied: %s): %s', (before, tied, now, tiedNow, expected) => {
    const told = (stance: Told['stance'], conditions: boolean): Told[] => [
      { holder: 0, stance, terms: ['pay'], conditions },
    ];
    // The later one is handed over first.
    const record = check([entryOf('a', 9, told(now, tiedNow)), entryOf('b', 2, told(before, tied))]);
    expect(changesOf(record)).toEqual(['new', expected]);
  });

  it('is reckoned for each holder and issue apart', () => {
    const record = check([
      entryOf('a', 1, [
        { holder: 0, stance: 'demands', terms: ['pay'] },
        { holder: 1, stance: 'rejects', terms: ['pay'] },
        { holder: 0, stance: 'rejects', terms: ['hours'] },
      ]),
    ]);
    expect(changesOf(record)).toEqual(['new', 'new', 'new']);
  });
});

describe('what is no step', () => {
  const inFamily = (entry: ReadArticle, family: string): ReadArticle => ({
    ...entry,
    article: { ...entry.article, family, text: entryOf(family, 1, []).article.text },
  });
  const both: Told[] = [
    { holder: 0, stance: 'demands', terms: ['pay'] },
    { holder: 0, stance: 'supports', terms: ['pay'] },
  ];

  it('is what a version or a copy repeats', () => {
    const versions = [entryOf('a', 1, both), inFamily(entryOf('b', 2, both), 'a')];
    expect(changesOf(check(versions))).toEqual(['new', 'softened', 'restated', 'restated']);
    expect(changesOf(check([entryOf('a', 1, both), entryOf('b', 2, both)]))).toEqual([
      'new',
      'softened',
      'hardened',
      'softened',
    ]);
  });

  it('leads from one position to another of the same sentence', () => {
    const entry = entryOf('a', 2, both);
    for (const told of entry.reading.positions) told.evidence = [{ start: 0, end: 40 }];
    expect(changesOf(check([entry]))).toEqual(['new', 'new']);
    const before = entryOf('b', 1, [{ holder: 0, stance: 'accepts', terms: ['pay'] }]);
    expect(changesOf(check([before, entry]))).toEqual(['new', 'hardened', 'restated']);
  });
});

const position = fc.record({
  holder: fc.nat(1),
  stance: fc.constantFrom<Told['stance']>('demands', 'rejects', 'accepts', 'opposes', 'undecided'),
  terms: fc.uniqueArray(fc.constantFrom('pay', 'hours', 'cranes', 'port', '~deal'), { minLength: 1, maxLength: 3 }),
  weak: fc.boolean(),
  conditions: fc.boolean(),
});
const plans = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.array(position, { maxLength: 6 })), {
  maxLength: 6,
});

describe('any story', () => {
  it('has the same issues and positions whatever the order of its articles', () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat()), (given, random) => {
        const entries = given.map(([day, told], i) => entryOf(`article-${i}`, day, told));
        const shuffled = entries
          .map((entry) => ({ entry, rank: random.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ entry }) => entry);
        const [one, other] = [check(entries), check(shuffled)];
        expect(other.positions).toEqual(one.positions);
        expect(other.issues).toEqual(one.issues);
      }),
    );
  });

  it('keeps its issues when an article on other matters is added', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const entries = given.map(([day, told], i) => entryOf(`article-${i}`, day, told));
        const other = entryOf('other', 28, [{ holder: 0, stance: 'demands', terms: ['whaling'] }], ['Whalers Guild']);
        const before = check(entries);
        const after = check([...entries, other]);
        expect(after.issues.filter(({ id }) => id !== 'issue-whaling')).toEqual(before.issues);
        const ids = new Set(before.positions.map(({ id }) => id));
        expect(after.positions.filter(({ id }) => ids.has(id))).toEqual(before.positions);
      }),
    );
  });
});
