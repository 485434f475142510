/**
 * Encounters: calls, meetings, visits and talks, by their words. In: sentences and entities. Out: who met whom, with
 * the sentence as evidence. Example: "Lind spoke by phone with Reyes" gives a call of two.
 */
import type { Doc, Sentence } from '../language/doc.ts';
import type { DateRange, Encounter } from '../model/record.ts';
import type { Entity, LocalEncounter } from './reading.ts';

const KINDS: [Encounter['kind'], RegExp][] = [
  [
    'call',
    /\b(?:spoke|speaks|spoken|speaking) (?:by (?:phone|telephone|video)|on the (?:phone|telephone)|with|to)\b|\b(?:phone|telephone|video) call\b|\bcall (?:between|with)\b|\b(?:phoned|telephoned)\b/i,
  ],
  [
    'talks',
    /\b(?:held|hold|holds|resumed?|begin|began|opened|round of|further|high-level) (?:[\w-]+ ){0,2}(?:talks|negotiations)\b|\bnegotiated with\b/i,
  ],
  ['meeting', /\b(?:met|meets|meeting|meet) (?:with|between|in)\b|\bmet \p{Lu}|\bsat down with\b|\bsummit\b/iu],
  ['visit', /\b(?:visited|visits|arrived in|travell?ed to|flew to|flies to|returned? to) \p{Lu}/u],
];
const PLANNED = /\b(?:will|is to|are to|is expected to|are expected to|plans? to|scheduled|is due|are due)\b/i;

export function findEncounters(doc: Doc, entities: Entity[], date: DateRange): LocalEncounter[] {
  const mentions = entities
    .flatMap((entity, index) => entity.mentions.map(({ start }) => ({ start, index })))
    .sort((a, b) => a.start - b.start);
  const found: LocalEncounter[] = [];
  let k = 0;
  for (const sentence of doc.sentences) {
    while (k < mentions.length && mentions[k]!.start < sentence.start) k++;
    const inside: number[] = [];
    for (let j = k; j < mentions.length && mentions[j]!.start < sentence.end; j++) inside.push(mentions[j]!.index);
    const encounter = encounterOf(doc.text, sentence, inside, entities, date);
    if (encounter) found.push(encounter);
  }
  return found;
}

function encounterOf(
  text: string,
  sentence: Sentence,
  inside: number[],
  entities: Entity[],
  date: DateRange,
): LocalEncounter | null {
  const words = text.slice(sentence.start, sentence.end);
  const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (!kind) return null;
  const people = [...new Set(inside)].filter((i) => entities[i]!.kind === 'person').slice(0, 2);
  if (people.length < (kind === 'visit' ? 1 : 2)) return null;
  return {
    kind,
    planned: PLANNED.test(words),
    participants: people,
    date,
    duration: null,
    place: null,
    topics: [],
    evidence: [{ start: sentence.start, end: sentence.end }],
    rule: `encounter/${kind}-by-words`,
  };
}
