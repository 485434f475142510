/**
 * Encounters: calls, meetings, visits and talks told in an article. In: trees, entities, expressions of time. Out: who
 * met whom, when, in which words. Example: "Lind spoke by phone on Monday with Reyes" gives a call of two on that day.
 *
 * A verb of meeting takes its subject and whom it is "with"; a noun such as "call" takes whom it is "between" or
 * "with", whose it is, and who "held" it. Tellings of one article that fit together are one encounter.
 */
import type { Doc, Sentence, Token } from '../language/doc.ts';
import type { DateRange, Encounter } from '../model/record.ts';
import type { LocalEncounter, Range } from './reading.ts';
import { nearestDay } from './said.ts';
import { type Cast, resolveSource } from './sources.ts';

type Kind = Encounter['kind'];

const VERBS: Record<string, Kind> = {
  speak: 'call',
  talk: 'call',
  phone: 'call',
  telephone: 'call',
  meet: 'meeting',
  confer: 'meeting',
  negotiate: 'talks',
  visit: 'visit',
};
const NOUNS: Record<string, Kind> = {
  call: 'call',
  conversation: 'call',
  meeting: 'meeting',
  summit: 'meeting',
  talk: 'talks',
  talks: 'talks',
  negotiation: 'talks',
  negotiations: 'talks',
  visit: 'visit',
};
// Past forms that a lemmatizer may take for something else.
const PAST = new Map([
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['met', 'meet'],
]);
// A noun of meeting is an encounter where somebody does one of these to it.
const HOLDING = new Set([
  'hold',
  'have',
  'begin',
  'open',
  'resume',
  'conclude',
  'end',
  'make',
  'schedule',
  'plan',
  'take',
  'attend',
  'join',
  'host',
]);
const CALLED_OFF = new Set(['cancel', 'postpone', 'scrap']);
const PHONE = /\b(?:phone|telephone|phoned|telephoned|call|calls|called|video)\b/i;
const PLANNED = new Set(['will', 'shall']);
const EXPECTED = new Set(['expect', 'plan', 'schedule', 'due', 'set', 'intend', 'agree']);
const LEAST: Record<Kind, number> = { call: 2, meeting: 2, talks: 2, visit: 1 };

/** @param byThen what the day of publishing says of what has happened. */
export function findEncounters(doc: Doc, cast: Cast, byThen: DateRange): LocalEncounter[] {
  const found: LocalEncounter[] = [];
  // Tellings of one article are few to each set of participants.
  const known = new Map<string, LocalEncounter[]>();
  for (const sentence of doc.sentences)
    for (const encounter of encountersIn(doc, cast, sentence, byThen)) {
      const key = `${encounter.kind} ${encounter.participants.join(' ')}`;
      const same = known.get(key)?.find((other) => fits(other, encounter));
      if (same) merge(same, encounter);
      else {
        found.push(encounter);
        known.set(key, [...(known.get(key) ?? []), encounter]);
      }
    }
  return found;
}

function encountersIn(doc: Doc, cast: Cast, sentence: Sentence, byThen: DateRange): LocalEncounter[] {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  tokens.forEach((token, i) => {
    if (token.head >= 0) children[token.head]!.push(i);
  });
  return tokens.flatMap((token, i) => {
    const lemma = PAST.get(token.form.toLowerCase()) ?? token.lemma.toLowerCase();
    const scene: Scene = { cast, sentence, children };
    let kind: Kind | undefined;
    let who: number[] = [];
    if (token.upos === 'VERB' && Object.hasOwn(VERBS, lemma)) {
      kind = VERBS[lemma]!;
      who = aroundVerb(scene, i, lemma);
    } else if (token.upos === 'NOUN' && Object.hasOwn(NOUNS, lemma)) {
      kind = NOUNS[lemma]!;
      who = aroundNoun(scene, i);
    }
    // What was called off was not held.
    if (!kind || CALLED_OFF.has(tokens[token.head]?.lemma ?? '')) return [];
    // A conversation is a call only where the sentence speaks of a telephone.
    if (lemma === 'conversation' && !PHONE.test(doc.text.slice(sentence.start, sentence.end))) kind = 'meeting';
    const participants = [...new Set(who)].sort((a, b) => a - b);
    if (participants.length < LEAST[kind]) return [];
    const planned = isPlanned(scene, i);
    return [
      {
        kind,
        planned,
        participants,
        date: dayOf(doc, sentence, token, planned, byThen),
        duration: null,
        place: null,
        topics: [],
        evidence: [{ start: sentence.start, end: sentence.end }],
        rule: token.upos === 'VERB' ? 'encounter/verb' : 'encounter/noun',
      },
    ];
  });
}

interface Scene {
  cast: Cast;
  sentence: Sentence;
  children: number[][];
}

/** "A spoke with B", "A met B", "A and B met", "A visited". */
function aroundVerb(scene: Scene, verb: number, lemma: string): number[] {
  const subjects = subjectsOf(scene, verb);
  // "spoke by phone with B": the tree may hang B on the phone.
  const near = scene.children[verb]!.flatMap((i) => [
    i,
    ...(/^obl/.test(scene.sentence.tokens[i]!.deprel) ? scene.children[i]! : []),
  ]);
  const others = near.flatMap((i) => {
    const token = scene.sentence.tokens[i]!;
    if (/^i?obj/.test(token.deprel) && lemma !== 'speak' && lemma !== 'talk') return entitiesAt(scene, i);
    if (
      /^(?:obl|nmod)/.test(token.deprel) &&
      hasCase(scene, i, lemma === 'speak' || lemma === 'talk' ? /^(?:with|to)$/ : /^with$/)
    )
      return entitiesAt(scene, i);
    return [];
  });
  return [...subjects, ...others];
}

/** "a call between A and B", "A's meeting with B", "A held talks with B". */
function aroundNoun(scene: Scene, noun: number): number[] {
  const { tokens } = scene.sentence;
  const inside = scene.children[noun]!.flatMap((i) => {
    const token = tokens[i]!;
    if (token.deprel === 'nmod:poss') return entitiesAt(scene, i);
    return /^nmod/.test(token.deprel) && hasCase(scene, i, /^(?:with|between|of)$/) ? entitiesAt(scene, i) : [];
  });
  const { head, deprel } = tokens[noun]!;
  const governor = tokens[head];
  if (!governor || !HOLDING.has(governor.lemma) || !/^(?:obj|nsubj:pass|obl)/.test(deprel)) return inside;
  const withWhom = scene.children[head]!.flatMap((i) =>
    /^obl/.test(tokens[i]!.deprel) && hasCase(scene, i, /^with$/) ? entitiesAt(scene, i) : [],
  );
  return [...subjectsOf(scene, head), ...inside, ...withWhom];
}

/** The subject of a verb, also of the one that it is joined to or depends on: "A flew in and met B", "A plans to meet B". */
function subjectsOf(scene: Scene, verb: number): number[] {
  const { tokens } = scene.sentence;
  for (let at = verb, steps = 0; at >= 0 && steps < 4; steps++) {
    const own = scene.children[at]!.filter((i) => /^nsubj/.test(tokens[i]!.deprel)).flatMap((i) =>
      entitiesAt(scene, i),
    );
    if (own.length > 0) return own;
    if (!/^(?:conj|xcomp|advcl)/.test(tokens[at]!.deprel)) return [];
    at = tokens[at]!.head;
  }
  return [];
}

/** The entities that a word and those joined to it name. Places do not meet. */
function entitiesAt(scene: Scene, at: number): number[] {
  const joined = scene.children[at]!.filter((i) => scene.sentence.tokens[i]!.deprel === 'conj');
  return [at, ...joined].flatMap((i) => {
    const range = phraseOf(scene, i);
    const { entity } = resolveSource(scene.cast, scene.sentence, range, null);
    return entity !== null && scene.cast.entities[entity]!.kind !== 'place' ? [entity] : [];
  });
}

/** The words of a noun phrase that name it: the head, its flat and compound parts and appositions. */
function phraseOf(scene: Scene, at: number): Range {
  const { tokens } = scene.sentence;
  let first = at;
  let last = at;
  for (const i of scene.children[at]!)
    if (/^(?:flat|compound|appos|nmod:desc|det|amod|nmod:poss)/.test(tokens[i]!.deprel) && Math.abs(i - at) < 12) {
      first = Math.min(first, i);
      last = Math.max(last, i);
    }
  // An apposition brings its own first name or surname along.
  for (const i of scene.children[last]!) if (/^flat/.test(tokens[i]!.deprel)) last = Math.max(last, i);
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}

/** True where the phrase of a word begins with that preposition: by the tree, or by the words right before it. */
function hasCase(scene: Scene, at: number, word: RegExp): boolean {
  const { tokens } = scene.sentence;
  if (scene.children[at]!.some((i) => tokens[i]!.deprel === 'case' && word.test(tokens[i]!.form.toLowerCase())))
    return true;
  for (let i = at - 1; i >= Math.max(0, at - MAX_PHRASE); i--) {
    const { upos, form } = tokens[i]!;
    if (upos === 'ADP') return word.test(form.toLowerCase());
    if (!PHRASE_TAGS.has(upos)) return false;
  }
  return false;
}

const MAX_PHRASE = 8;
const PHRASE_TAGS = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM', 'PRON', 'PART']);

/** "will meet", "is expected to meet", "agreed to meet". */
function isPlanned(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  for (let i = at, steps = 0; i >= 0 && steps < 3; i = tokens[i]!.head, steps++) {
    if (scene.children[i]!.some((k) => tokens[k]!.deprel === 'aux' && PLANNED.has(tokens[k]!.lemma))) return true;
    if (i !== at && EXPECTED.has(tokens[i]!.lemma)) return true;
  }
  return false;
}

/** The expression of time nearest to the word that tells the encounter; without one, by the day of publishing. */
function dayOf(doc: Doc, sentence: Sentence, token: Token, planned: boolean, byThen: DateRange): DateRange {
  const best = nearestDay(token, sentence, doc.timexes);
  if (planned) return best ?? { earliest: byThen.latest, latest: null };
  if (!best) return byThen;
  const isLater = byThen.latest !== null && best.earliest !== null && best.earliest > byThen.latest;
  return isLater ? byThen : best;
}

/** Two tellings fit where both are planned or both held and their days can be the same. */
function fits(a: LocalEncounter, b: LocalEncounter): boolean {
  if (a.planned !== b.planned) return false;
  const isBefore = (x: DateRange, y: DateRange): boolean =>
    x.latest !== null && y.earliest !== null && x.latest < y.earliest;
  return !isBefore(a.date, b.date) && !isBefore(b.date, a.date);
}

/** Joins the second telling to the first; the narrower range holds. */
function merge(into: LocalEncounter, other: LocalEncounter): void {
  into.evidence.push(...other.evidence.filter((range) => !into.evidence.some((known) => known.start === range.start)));
  const later = (x: string | null, y: string | null): string | null => (x === null ? y : y === null || x > y ? x : y);
  const earlier = (x: string | null, y: string | null): string | null => (x === null ? y : y === null || x < y ? x : y);
  into.date = {
    earliest: later(into.date.earliest, other.date.earliest),
    latest: earlier(into.date.latest, other.date.latest),
  };
}
