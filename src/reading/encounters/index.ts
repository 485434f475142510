/**
 * Encounters: calls, meetings, visits and talks told in an article. In: trees, entities, expressions of time. Out: who
 * met whom, when, where, how long, about what, in which words. Example: "Lind spoke by phone on Monday with Reyes"
 * gives a call of two on that day; "Holm also joined the call" adds a third.
 *
 * Verbs, nouns and journeys each give tellings; those without enough for an entry only add to another.
 */
import type { Doc } from '../../language/doc.ts';
import { isoDay, parseDay } from '../../language/times/calendar.ts';
import type { World } from '../../language/world/index.ts';
import type { DateRange } from '../../model/record.ts';
import type { LocalEncounter } from '../reading.ts';
import type { Cast } from '../sources.ts';
import { tellByReturn } from './back.ts';
import { joinTellings } from './join.ts';
import type { Telling, When } from './mention.ts';
import { tellByNoun } from './nouns.ts';
import type { Parties, Who } from './parties.ts';
import { makeScene } from './scene.ts';
import { mainSides, pairBefore, pairInSentence } from './sides.ts';
import { tellByTravel } from './travel.ts';
import { tellByVerb } from './verbs.ts';

/** @param published the range of the article's day of publishing; open where unknown. */
export function findEncounters(doc: Doc, cast: Cast, world: World, published: DateRange): LocalEncounter[] {
  const tellings: Telling[] = [];
  let last: number[] = [];
  let lastPersons: number[] = [];
  let sides: number[] | null = null;
  const resolve = (who: Who, at: number, { entities, others, group }: Parties): Parties => {
    if (group === null) return { entities, others, group };
    sides ??= mainSides(doc, cast, world);
    const pair = pairInSentence(who, at);
    const isBodies = last.every((entity) => cast.entities[entity]!.kind !== 'person');
    const order =
      group === 'sides'
        ? [sides, isBodies ? last : []]
        : group === 'persons'
          ? [pairBefore(who), lastPersons, last]
          : [pair, pairBefore(who), last, sides];
    const found = order.find((some) => some.length >= 2) ?? [];
    return { entities: [...new Set([...entities, ...found])], others: others || found.length === 0, group: null };
  };
  doc.sentences.forEach((_, index) => {
    const scene = makeScene(doc, index);
    const who: Who = { cast, world, scene };
    for (let at = 0; at < scene.tokens.length; at++) {
      for (const tell of [tellByVerb, tellByNoun, tellByReturn, tellByTravel]) {
        const telling = tell(who, at, published);
        if (!telling) continue;
        telling.parties = resolve(who, at, telling.parties);
        if (!isEnough(telling)) telling.stands = false;
        const earlier = earlierOf(telling);
        for (const { when } of earlier) telling.when = after(telling.when, when.range);
        tellings.push(...earlier, telling);
        if (telling.stands && telling.parties.entities.length >= 2) {
          last = telling.parties.entities;
          if (last.every((entity) => cast.entities[entity]!.kind === 'person')) lastPersons = last;
        }
      }
    }
  });
  return joinTellings(tellings, cast);
}

/** Once it is known whom "they" and "the two sides" mean: nobody named on no day at no place is no entry. */
function isEnough({ kind, parties, when, place }: Telling): boolean {
  if (when.told) return true;
  return kind === 'call' ? parties.entities.length >= 2 : parties.entities.length > 0 || place !== null;
}

/** The first call since a day is after that day. */
function after(when: When, since: DateRange): When {
  const day = since.latest === null ? null : parseDay(since.latest);
  const { earliest, latest } = when.range;
  if (day === null || (earliest !== null && earliest > since.latest!)) return when;
  const next = isoDay(day + 1);
  return latest !== null && next > latest ? when : { ...when, range: { earliest: next, latest } };
}

/** The encounter that "their first call since March 3" names beside the one it is about. */
function earlierOf(telling: Telling): Telling[] {
  return telling.claims.flatMap((claim) => {
    if (claim.kind !== 'first since' || claim.since === null || telling.parties.entities.length < 2) return [];
    return [
      {
        ...telling,
        stands: true,
        isDefinite: false,
        adds: false,
        status: 'held',
        when: { range: claim.since, told: true, value: null },
        duration: null,
        place: null,
        topics: [],
        shares: [],
        claims: [],
        evidence: claim.evidence,
        rule: 'encounter/earlier',
      } satisfies Telling,
    ];
  });
}
