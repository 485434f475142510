/**
 * Articles with Readings of a story as long as asked for, the same for the same seed. The texts are those of the
 * families (versions, copies, other outlets); what is read in them is drawn over invented names. A day brings as many
 * articles in a long story as in a short one, and a longer story has more people in it.
 */

import { isoDay, parseDay } from '../src/model/day.ts';
import type { Article } from '../src/model/record.ts';
import type { LocalStatement, Range, Reading, Term } from '../src/reading/index.ts';
import type { ReadArticle } from '../src/record/index.ts';
import { makeName, mulberry32, type PlantedArticle, pick, plantArticles, type Random } from './families-corpus.ts';

const ARTICLES_A_DAY = 20;
const FIRST_DAY = parseDay('2031-03-04')!;
const OUTLETS = ['Harbour Post', 'Lake Wire', 'Morning Ledger', 'Norland Times'];

interface Member {
  name: string;
  kind: 'person' | 'organization' | 'place' | 'government';
}

/** `count` articles with Readings, by id. */
export function plantReadings(count: number, seed: number): ReadArticle[] {
  const random = mulberry32(seed);
  const cast = makeCast(count, random);
  const matters = Array.from({ length: 60 }, () => makeName(random).toLowerCase());
  return plantArticles(count, seed)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((planted, i) => tell(planted, isoDay(FIRST_DAY + Math.floor(i / ARTICLES_A_DAY)), { cast, matters, random }));
}

/** Those told of most come first. */
function makeCast(articles: number, random: Random): Member[] {
  const kinds = ['government', 'organization', 'person', 'person', 'person', 'place'] as const;
  return Array.from({ length: 40 + Math.floor(articles / 10) }, (_, i): Member => {
    const kind = kinds[i % kinds.length]!;
    if (kind === 'person') return { kind, name: `${makeName(random)} ${makeName(random)}` };
    if (kind === 'organization')
      return { kind, name: `${makeName(random)} ${pick(['Union', 'Council', 'League'], random)}` };
    return { kind, name: makeName(random) };
  });
}

interface World {
  cast: Member[];
  matters: string[];
  random: Random;
}

function tell(planted: PlantedArticle, day: string, { cast, matters, random }: World): ReadArticle {
  const { id, text, sentences, quotes } = planted;
  const article: Article = {
    id,
    source: `${id}.txt`,
    title: null,
    outlet: pick(OUTLETS, random),
    authors: [],
    published: { earliest: day, latest: day, basis: 'given', evidence: [] },
    language: 'en',
    text,
    boilerplate: [],
    family: id,
  };
  const some = <T>(least: number, most: number, make: (i: number) => T): T[] =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, (_, i) => make(i));
  const sentence = (): Range => pick(sentences, random);
  const date = { earliest: day, latest: day };
  const byThen = { earliest: null, latest: day };
  // Squared: a few are in most articles, most in a few.
  const chosen = [...new Set(some(6, 12, () => Math.floor(random() ** 2 * cast.length)))].map((i) => cast[i]!);
  const one = (): number => Math.floor(random() * chosen.length);
  const stems = (least: number, most: number): string[] => [...new Set(some(least, most, () => pick(matters, random)))];
  const term = (): Term => {
    const key = pick(matters, random);
    return { key, words: `${key} rules`, weight: 1 + random(), firm: true };
  };
  const statements = sentences
    .filter(() => random() < 0.6)
    .map((range): LocalStatement => {
      const speaker = one();
      const source = { start: range.start, end: range.start + 4 };
      const cue = { start: range.start + 5, end: range.start + 8 };
      return {
        source,
        speaker,
        named: true,
        cue,
        content: [range],
        form: 'indirect',
        act: 'say',
        said: byThen,
        channel: null,
        addressees: [],
        within: null,
        rule: 'statement/learned',
        confidence: 0.9,
      };
    });
  const reading: Reading = {
    article: id,
    sentences,
    quotes,
    entities: chosen.map((member) => ({
      ...member,
      roles: member.kind === 'person' ? ['minister'] : [],
      side: null,
      aliases: [],
      mentions: some(1, 4, sentence).map(({ start }) => ({ start, end: start + 5 })),
    })),
    statements,
    encounters: some(0, 2, () => {
      const evidence = sentence();
      return {
        kind: pick(['call', 'meeting', 'talks'] as const, random),
        open: false,
        planned: false,
        status: 'held' as const,
        participants: [...new Set([one(), one()])],
        date,
        lasts: false,
        told: true,
        duration: null,
        place: null,
        topics: [],
        shares: [],
        claims: [],
        anchors: [evidence],
        evidence: [evidence],
        rule: 'encounter/verb',
      };
    }),
    figures: some(0, 4, () => ({
      value: Math.floor(random() * 90),
      bound: 'exactly' as const,
      unit: 'ships',
      measure: 'ships',
      source: random() < 0.5 ? one() : null,
      voice: null,
      asOf: date,
      range: null,
      change: null,
      mood: null,
      partOf: null,
      topic: { what: `ship|${pick(matters, random)}`, names: [], telling: true },
      contested: false,
      evidence: [sentence()],
      rule: 'figure/number-and-noun',
    })),
    positions: some(0, 4, () => {
      const evidence = sentence();
      return {
        holder: one(),
        within: null,
        stance: pick(['demands', 'rejects', 'offers', 'accepts'] as const, random),
        proposition: evidence,
        terms: [term(), term()],
        context: [term()],
        date,
        statement: null,
        conditions: [],
        redLine: false,
        weak: false,
        evidence: [evidence],
        rule: 'position/verb',
      };
    }),
    proposals: some(0, 1, () => {
      const evidence = sentence();
      return {
        name: `the ${pick(matters, random)} plan`,
        authors: [one()],
        date,
        terms: [
          {
            text: text.slice(evidence.start, evidence.end),
            phase: null,
            duration: null,
            amounts: [],
            deadline: null,
            exchange: false,
            evidence: [evidence],
          },
        ],
        responses: [
          { actor: one(), answer: pick(['accepted', 'rejected'] as const, random), date, evidence: [evidence] },
        ],
        counterTo: null,
        stems: stems(2, 4),
        evidence: [evidence],
        rule: 'proposal/noun',
        confidence: 0.8,
      };
    }),
    disputes: some(0, 1, () => {
      const evidence = sentence();
      const side = () => ({ actor: one(), claim: evidence, evidence: [evidence] });
      return {
        kind: 'denial' as const,
        sides: [side(), side()],
        reported: true,
        self: false,
        stems: stems(3, 6),
        evidence: [evidence],
        rule: 'dispute/denial',
        confidence: 0.8,
      };
    }),
    claims: some(0, 4, () => ({
      deed: pick(matters, random),
      positive: random() < 0.5,
      negated: random() < 0.5,
      mode: random() < 0.5 ? ('will' as const) : ('did' as const),
      agent: one(),
      agentStems: stems(1, 2),
      teller: one(),
      told: true,
      statement: null,
      said: byThen,
      earlier: false,
      stems: stems(2, 5),
      range: sentence(),
    })),
    events: some(0, 3, () => ({ date, key: pick(matters, random), evidence: [sentence()], rule: 'event/verb' })),
    readOn: date,
    settlings: [],
    causes: [],
    clues: [],
  };
  return { article, reading };
}
