/**
 * Parties: who negotiates, mediates or guarantees, where the text says so. In: the text and the cast. Out: clues on the
 * entities, each with its words. Example: "mediators from Selm and Torv" tells it of both, "Norlandish negotiators" of
 * Norland, "talks between Norland and Selm" of both.
 *
 * Only names that stand right beside the word count: before it ("Selmian mediators"), behind it ("mediators Selm and
 * Torv"), or behind "from", "by" and "between".
 */
import type { Range } from './reading.ts';
import { firstFrom } from './search.ts';
import { addBodyNamed } from './speakers/bodies.ts';
import type { Cast } from './speakers/cast.ts';

export type PartyRole = 'negotiates' | 'mediates' | 'guarantees';

interface Named extends Range {
  /** Index of an entity, or the name of a state that an adjective tells. */
  entity: number | string;
}

const CUES: [RegExp, PartyRole, 'people' | 'by' | 'between'][] = [
  [/\b(?:mediators?|brokers|intermediar(?:y|ies)|go-betweens?)\b/gi, 'mediates', 'people'],
  [/\b(?:mediated|brokered|facilitated)\b/gi, 'mediates', 'by'],
  [/\bguarantors?\b/gi, 'guarantees', 'people'],
  [/\bguaranteed\b/gi, 'guarantees', 'by'],
  [/\bnegotiat(?:ors?|ing team)\b/gi, 'negotiates', 'people'],
  [/\b(?:talks|negotiations)\b/gi, 'negotiates', 'between'],
];
// What may stand between a side and its people: "Norland’s chief negotiator", "Selmian and senior mediators".
const QUALIFIED =
  /^(?:[’']s)?(?:[ -](?:chief|lead|top|senior|main|trade|peace|regional|former|own|union|key|Brexit))*[ -]$/;
const JOINED = /^(?:,? and (?:the )?|, (?:the )?)$/;

export function findParties(cast: Cast): void {
  const { text, sentences } = cast.scene.doc;
  const names = namesOf(cast);
  const isPerson = (entity: number | string): boolean =>
    typeof entity === 'number' && cast.entities[entity]!.kind === 'person';
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    for (const [pattern, role, kind] of CUES)
      for (const match of words.matchAll(pattern)) {
        const start = sentence.start + match.index;
        const end = start + match[0].length;
        // "Lind’s mediator" makes no mediator of Lind.
        const found = kind === 'between' ? [] : before(names, text, start).filter(({ entity }) => !isPerson(entity));
        const lead = (
          kind === 'people' ? /^(?: from (?:the )?| |, )/ : kind === 'by' ? /^ by (?:the )?/ : /^ between (?:the )?/
        ).exec(text.slice(end, end + LEAD));
        if (lead) found.push(...after(names, text, end + lead[0].length));
        // "talks between" needs both of them.
        if (found.length === 0 || (kind === 'between' && found.length < 2)) continue;
        const evidence = { start: Math.min(start, found[0]!.start), end: Math.max(end, found.at(-1)!.end) };
        for (const { entity, ...range } of found) {
          const one = cast.entities[typeof entity === 'number' ? entity : addBodyNamed(cast, entity, range)]!;
          if (one.kind === 'place') continue;
          one.party = [...(one.party ?? []), { role, evidence }];
        }
      }
  }
}

// Characters that hold " between the ".
const LEAD = 14;

function namesOf(cast: Cast): Named[] {
  const adjectives = cast.nationalities.map(({ start, end, country }) => ({ start, end, entity: country }));
  return [...cast.mentions, ...adjectives].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The row of names that ends right before an offset. */
function before(names: Named[], text: string, offset: number): Named[] {
  const found: Named[] = [];
  let until = offset;
  for (let k = firstFrom(names, offset) - 1; k >= 0; k--) {
    const gap = text.slice(names[k]!.end, until);
    if (gap.length > GAP || !(found.length === 0 ? QUALIFIED : JOINED).test(gap)) break;
    found.unshift(names[k]!);
    until = names[k]!.start;
  }
  return found;
}

/** The row of names that begins at an offset. */
function after(names: Named[], text: string, offset: number): Named[] {
  const found: Named[] = [];
  let from = offset;
  for (let k = firstFrom(names, offset); k < names.length; k++) {
    const gap = text.slice(from, names[k]!.start);
    if (found.length === 0 ? gap !== '' : !JOINED.test(gap)) break;
    found.push(names[k]!);
    from = names[k]!.end;
  }
  return found;
}

const GAP = 40;
