/**
 * Visits told by a verb of travel: "Lind will travel to Ostrel on Tuesday", "is expected in Ostrel". Where the clause
 * says what for ("for talks", "to meet Reyes"), the talks are told by those words.
 */
import type { DateRange } from '../../model/record.ts';
import { subjectsOf } from './around.ts';
import { readPlace } from './details.ts';
import type { Telling } from './mention.ts';
import type { Who } from './parties.ts';
import { isVerb } from './scene.ts';
import { statusOf } from './status.ts';
import { whenOf } from './when.ts';
import { isIn, kindOfNoun, kindOfVerb } from './words.ts';

// Months that a journey may be told within.
const LONGEST = 2;

export function tellByTravel(who: Who, at: number, published: DateRange): Telling | null {
  const { scene, cast, world } = who;
  const { tokens, lemmas, sentence } = scene;
  const lemma = lemmas[at]!;
  const isExpected = lemma === 'expect' && tokens[at + 1]?.form.toLowerCase() === 'in';
  if (!isVerb(tokens[at]!) || !(isIn('travel-verb', lemma) || isExpected)) return null;
  const place = destination(who, at, isExpected);
  if (!place) return null;
  const after = tokens.slice(at + 1);
  if (
    after.some((token, k) => kindOfNoun(token) !== null || (isVerb(token) && kindOfVerb(lemmas[at + 1 + k]!) !== null))
  )
    return null;
  const guests = subjectsOf(who, at).entities.filter((entity) => cast.entities[entity]!.kind === 'person');
  const status = isExpected ? 'planned' : statusOf(scene, at);
  if (guests.length === 0 || status === null) return null;
  const when = whenOf(scene, [at], status, published);
  // "arrived in Ostrel in 1993": how a life went.
  const { earliest, latest } = when.range;
  if (when.told && earliest !== null && latest !== null && earliest.slice(0, 7) !== latest.slice(0, 7)) {
    const months = Number(latest.slice(0, 4)) * 12 + Number(latest.slice(5, 7)) - Number(earliest.slice(0, 4)) * 12;
    if (months - Number(earliest.slice(5, 7)) > LONGEST) return null;
  }
  return {
    kind: 'visit',
    isOpen: false,
    stands: when.told || status === 'planned',
    isDefinite: false,
    adds: false,
    parties: { entities: guests, others: false, group: null },
    status,
    when,
    duration: null,
    place,
    topics: [],
    shares: [],
    claims: [],
    anchor: { start: tokens[at]!.start, end: tokens[at]!.end },
    evidence: { start: sentence.start, end: sentence.end },
    rule: 'encounter/travel',
  };

  function destination({ scene: { tokens: words } }: Who, verb: number, expected: boolean): string | null {
    for (let i = verb + 1; i < words.length && i <= verb + 6; i++) {
      if (isVerb(words[i]!)) return null;
      if (!/^(?:to|in|into|for)$/i.test(words[i]!.form)) continue;
      if (/^for$/i.test(words[i]!.form) && lemmas[verb] !== 'leave') continue;
      return readPlace(scene, cast, world, i + 1) ?? (expected ? null : null);
    }
    return null;
  }
}
