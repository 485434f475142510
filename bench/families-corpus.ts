/**
 * Articles with planted families, the same for the same seed. Parties, places and people are made from syllables,
 * sentences from a small grammar. Of each event one outlet's text is copied, cut, revised and rewritten; another
 * outlet tells the same event in sentences of its own around the same quotations, and is no version of it.
 */
import type { Range } from '../src/reading/index.ts';

export interface PlantedArticle {
  id: string;
  text: string;
  sentences: Range[];
  quotes: Range[];
  /** Articles of one origin are versions of one text. */
  origin: number;
  /** A number for each sentence: equal where the words are. */
  lines: number[];
}

/** Versions come within days of their text: ids are shuffled among so many neighbours. */
const WINDOW = 500;

/** `count` articles; by id the versions of a text stand near one another, in no order. */
export function plantArticles(count: number, seed: number): PlantedArticle[] {
  const random = mulberry32(seed);
  const articles: PlantedArticle[] = [];
  const ids = Array.from({ length: Math.ceil(count / WINDOW) }, (_, window) =>
    shuffle(
      Array.from({ length: WINDOW }, (_, i) => window * WINDOW + i),
      random,
    ),
  ).flat();
  const lines = new LineNumbers();
  for (let origin = 0; articles.length < count; ) {
    const event = makeEvent(random);
    const texts = makeFamily(event, random);
    const groups = [texts, ...rivals(event, texts[0]!, random).map((text) => [text])];
    for (const group of groups) {
      for (const text of group)
        if (articles.length < count)
          articles.push(assemble(`n${String(ids[articles.length]).padStart(7, '0')}`, text, origin, lines));
      origin++;
    }
  }
  return articles;
}

/** A 32-bit generator by Tommy Ettinger, in the public domain; numbers in [0, 1). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = () => number;
export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

function shuffle<T>(list: T[], random: Random): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

interface Event {
  people: string[];
  parties: string[];
  places: string[];
  matter: string;
  quotes: string[];
}

const SYLLABLES =
  'ar bel cor dun el fen gar hol is jor kel lin mar nor os pel quin ros sar tor ul ven wes yor zel'.split(' ');
const MATTERS = [
  'harbour fees',
  'grain quotas',
  'river rights',
  'night work',
  'rail shares',
  'pension rules',
  'water prices',
];
const BODIES = ['union', 'council', 'ministry', 'league', 'association', 'commission', 'alliance', 'federation'];
const SAID = ['said', 'told reporters', 'warned', 'added', 'insisted', 'argued'];
const DID = [
  'rejected',
  'welcomed',
  'postponed',
  'signed',
  'withdrew',
  'criticized',
  'published',
  'amended',
  'defended',
];
// A word made up stands for # each time, as the words of a real language vary: phrases are short, sentences are not.
const THINGS = [
  'a # draft',
  'the # timetable',
  'an offer on #',
  'the list of #',
  'a # plan',
  'the # audit',
  'calls for #',
  'the # clause',
  'a fund for #',
  'the ban on #',
];
const WHY = [
  'after # talks',
  'despite # doubts',
  'before the # deadline',
  'without any #',
  'in a # letter',
  'as # waited',
  'on # advice',
  'while # closed',
  'at # request',
];
const TAILS = [
  'and promised #',
  'but left # open',
  'which # had expected',
  'and blamed #',
  'though # must vote',
  'and asked for #',
  'and sent # home',
  'as # went on',
  'and named #',
];
const CLAIMS = [
  'will not accept #',
  'can live with #',
  'has seen no #',
  'needs # in writing',
  'is closer to #',
  'expects # to last',
  'would walk from #',
  'wants # back',
  'hopes for #',
];

/** A phrase with its words filled in. */
function phrase(list: readonly string[], random: Random): string {
  return pick(list, random).replace('#', () => pick(SYLLABLES, random) + pick(SYLLABLES, random));
}

export function makeName(random: Random): string {
  const word = pick(SYLLABLES, random) + pick(SYLLABLES, random) + (random() < 0.5 ? pick(SYLLABLES, random) : '');
  return word[0]!.toUpperCase() + word.slice(1);
}

function makeEvent(random: Random): Event {
  const places = Array.from({ length: 3 }, () => makeName(random));
  const event: Event = {
    people: Array.from({ length: 4 }, () => `${makeName(random)} ${makeName(random)}`),
    parties: Array.from({ length: 3 }, () => `the ${pick(places, random)} ${pick(BODIES, random)}`),
    places,
    matter: pick(MATTERS, random),
    quotes: [],
  };
  event.quotes = Array.from({ length: 4 }, () => {
    const [claim, other] = [phrase(CLAIMS, random), phrase(CLAIMS, random)];
    return `“Our side ${claim}, and whoever says that ${pick(event.places, random)} ${other} was not there,” ${pick(event.people, random)} ${pick(SAID, random)}.`;
  });
  return event;
}

/** One sentence of the grammar: eight shapes, told with the event's names. */
function makeSentence(event: Event, random: Random): string {
  const [party, other] = [pick(event.parties, random), pick(event.parties, random)];
  const [person, place] = [pick(event.people, random), pick(event.places, random)];
  const number = 3 + Math.floor(random() * 900);
  const [did, thing, why, tail] = [
    pick(DID, random),
    phrase(THINGS, random),
    phrase(WHY, random),
    phrase(TAILS, random),
  ];
  const shapes = [
    `${party} ${did} ${thing} on ${event.matter} ${why} ${tail}`,
    `${why}, ${person} of ${party} ${did} ${thing} ${tail}`,
    `${person} ${pick(SAID, random)} that ${party} ${phrase(CLAIMS, random)} and that ${other} ${did} ${thing} ${why}`,
    `about ${number} people gathered in ${place} ${why}, according to ${party}, ${tail}`,
    `in ${place} ${number} lorries stood idle because ${other} ${did} ${thing} ${tail}`,
    `talks between ${party} and ${other} on ${event.matter} went on in ${place} ${why} for ${number} minutes`,
    `an official of ${party}, who asked not to be named, ${pick(SAID, random)} that ${place} ${phrase(CLAIMS, random)}`,
    `${number} days into the dispute over ${event.matter}, ${other} ${did} ${thing} in ${place} ${tail}`,
  ];
  const sentence = pick(shapes, random);
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

/** An origin and what became of it: up to five versions, from a copy to a text of which three fifths have changed. */
function makeFamily(event: Event, random: Random): string[][] {
  const origin = tellEvent(event, random);
  const family = [origin];
  const size = random() < 0.4 ? 0 : 1 + Math.floor(random() * 5);
  for (let i = 0; i < size; i++) {
    const kind = random();
    if (kind < 0.2) family.push([...origin]);
    else if (kind < 0.35) family.push(origin.slice(0, Math.max(4, Math.ceil(origin.length * (0.5 + random() * 0.4)))));
    else family.push(change(origin, 0.05 + random() * 0.55, event, random));
  }
  return family;
}

function tellEvent(event: Event, random: Random): string[] {
  const own = Array.from({ length: 8 + Math.floor(random() * 9) }, () => makeSentence(event, random));
  const quotes = event.quotes.filter(() => random() < 0.8);
  for (const quote of quotes) own.splice(1 + Math.floor(random() * own.length), 0, quote);
  return own;
}

/** Replaces, rewords, drops or moves that share of the sentences. */
function change(origin: string[], share: number, event: Event, random: Random): string[] {
  const text = [...origin];
  const chosen = shuffle(
    text.map((_, i) => i),
    random,
  ).slice(0, Math.max(1, Math.round(text.length * share)));
  const dropped = new Set<number>();
  for (const i of chosen) {
    const how = random();
    if (how < 0.4) text[i] = makeSentence(event, random);
    else if (how < 0.7) text[i] = reword(text[i]!, random);
    else if (how < 0.85) dropped.add(i);
    else text[i] = `${text[i]} ${makeSentence(event, random)}`;
  }
  const kept = text.filter((_, i) => !dropped.has(i)).flatMap((line) => line.split(/(?<=\.) (?=[\p{Lu}\d])/u));
  if (random() < 0.3) kept.push(kept.splice(Math.floor(random() * kept.length), 1)[0]!);
  return kept;
}

/** Other words for about a third of the words. */
function reword(sentence: string, random: Random): string {
  return sentence
    .split(' ')
    .map((word) => (random() < 0.3 && /^[a-z]+$/.test(word) ? pick(SYLLABLES, random) + word : word))
    .join(' ');
}

/** Other outlets on the same event: its names, and most of its quotations, in sentences of their own. */
function rivals(event: Event, origin: string[], random: Random): string[][] {
  const count = Math.floor(random() * 3);
  const quoted = origin.filter((line) => line.startsWith('“'));
  return Array.from({ length: count }, () => {
    const own = Array.from({ length: 8 + Math.floor(random() * 7) }, () => makeSentence(event, random));
    for (const quote of quoted) own.splice(Math.floor(random() * own.length), 0, quote);
    // A paragraph of background from the wire, as papers take it over.
    if (random() < 0.3) own.push(origin.at(-1)!);
    return own;
  });
}

class LineNumbers {
  readonly #numbers = new Map<string, number>();

  of(line: string): number {
    const known = this.#numbers.get(line);
    if (known !== undefined) return known;
    this.#numbers.set(line, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function assemble(id: string, lines: string[], origin: number, numbers: LineNumbers): PlantedArticle {
  const sentences: Range[] = [];
  const quotes: Range[] = [];
  let start = 0;
  for (const line of lines) {
    sentences.push({ start, end: start + line.length });
    if (line.startsWith('“')) quotes.push({ start, end: start + line.indexOf('”') + 1 });
    start += line.length + 1;
  }
  return { id, text: lines.join('\n'), sentences, quotes, origin, lines: lines.map((line) => numbers.of(line)) };
}
