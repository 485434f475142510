/**
 * Events told in passing, with their day: what happened, in the words of the text. In: trees and expressions of time,
 * statements and encounters already found. Out: what else has a day and lies behind. Example: "the station, which
 * marines seized in February" gives the words from "marines" to "February".
 */
import type { Timex } from '../language/doc.ts';
import type { DateRange } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { LocalEncounter, LocalEvent, LocalStatement, Range } from './reading.ts';
import { kids, lemmaOf, rangeOfWords, type Scene, under } from './scene.ts';
import { firstFrom } from './search.ts';

/** What a longer range names is a time, not a day on which something happened: in days. */
const LONGEST = 31;
/** Verbs that tell of no event of their own. */
const IDLE = new Set(
  'be have do say tell add report remain seem appear continue go come get mean need want'.split(' '),
);
/** Nouns that name an event where a day stands beside them. */
const EVENT_NOUN =
  /(?:attack|election|vote|strike|explosion|summit|ceremony|ruling|verdict|resignation|agreement|deal|accord|ceasefire|truce|invasion|raid|coup|protest|walkout|response|reply|answer|decision|announcement|release|referendum|collapse|crash)$/;
const NO_CLAUSE = /^(?:punct|cc|conj|parataxis|mark|advcl|ccomp|discourse)/;

/**
 * @param byThen days by which all of it had happened.
 * What stands for itself already is left out: statements by their cues and contents, encounters by their words.
 */
export function findEvents(
  scenes: Scene[],
  timexes: Timex[],
  statements: LocalStatement[],
  encounters: LocalEncounter[],
  byThen: DateRange,
): LocalEvent[] {
  const inOrder = (a: Range, b: Range): number => a.start - b.start;
  const told = statements.flatMap(({ content }) => content).sort(inOrder);
  const cues = statements.flatMap(({ cue }) => (cue ? [cue] : [])).sort(inOrder);
  const met = encounters.flatMap(({ evidence }) => evidence).sort(inOrder);
  const events: LocalEvent[] = [];
  for (const scene of scenes) {
    const { sentence } = scene;
    for (let i = firstFrom(timexes, sentence.start); i < timexes.length && timexes[i]!.start < sentence.end; i++) {
      const event = eventAt(scene, timexes[i]!);
      if (!event || (byThen.latest !== null && event.date.earliest! > byThen.latest)) continue;
      // What somebody says has happened is a statement; a call or meeting has an entry of its own.
      if ([told, cues, met].some((ranges) => touches(ranges, event.head))) continue;
      if (encounters.some((encounter) => isPartOf(encounter, event))) continue;
      const { head: _, ...found } = event;
      if (!events.some((other) => overlaps(other.evidence[0]!, found.evidence[0]!))) events.push(found);
    }
  }
  return events;
}

/**
 * True for what an encounter's words tell as well. A noun with a day of its own is another event: "spoke on Thursday
 * and reviewed a Wednesday response".
 */
function isPartOf({ evidence, date }: LocalEncounter, { evidence: words, date: own, rule }: LocalEvent): boolean {
  if (!evidence.some((range) => overlaps(range, words[0]!))) return false;
  return rule !== 'event/noun' || (date.earliest === own.earliest && date.latest === own.latest);
}

function touches(ranges: Range[], word: Range): boolean {
  for (let k = firstFrom(ranges, word.end) - 1; k >= 0 && k >= firstFrom(ranges, word.end) - 4; k--)
    if (overlaps(ranges[k]!, word)) return true;
  return false;
}

function eventAt(scene: Scene, timex: Timex): (LocalEvent & { head: Range }) | null {
  const { range } = timex;
  if (timex.type !== 'DATE' || !range || range.earliest === null || range.latest === null) return null;
  if (daysBetween(range.earliest, range.latest) > LONGEST) return null;
  const { tokens } = scene.sentence;
  const inside = (i: number): boolean => tokens[i]!.start < timex.end && tokens[i]!.end > timex.start;
  const top = tokens.findIndex((token, i) => inside(i) && (token.head < 0 || !inside(token.head)));
  const at = top < 0 ? -1 : tokens[top]!.head;
  if (at < 0 || isBounded(scene, top)) return null;
  const head = tokens[at]!;
  const verb = head.upos === 'VERB';
  if (verb ? !isPast(scene, at) || IDLE.has(lemmaOf(head)) : !(head.upos === 'NOUN' && EVENT_NOUN.test(lemmaOf(head))))
    return null;
  const words = verb
    ? under(scene, at, NO_CLAUSE)
    : under(scene, at, /^(?:acl|appos|punct|cc|conj|parataxis|case|mark)/);
  if (verb) {
    if (kids(scene, at, /^(?:nsubj|obj)/).length === 0) return null;
    // "The talks that began on Monday": without the noun before it the clause tells nothing.
    const noun = head.head;
    if (/^acl/.test(head.deprel) && noun >= 0 && noun < at)
      words.unshift(
        ...under(scene, noun, /^(?:acl|appos|punct|cc|conj|parataxis|case|mark|nmod)/).filter((i) => i < at),
      );
  }
  // "The number on strike on Tuesday": a noun and a day alone name no event.
  else if (words.filter((i) => !inside(i) && tokens[i]!.upos !== 'PUNCT' && tokens[i]!.upos !== 'ADP').length < 2)
    return null;
  const evidence = rangeOfWords(
    scene,
    words.sort((a, b) => a - b),
  );
  return {
    date: range,
    key: lemmaOf(head),
    evidence: [evidence],
    rule: verb ? 'event/verb' : 'event/noun',
    head: { start: head.start, end: head.end },
  };
}

/** "Stood at 140 before 12 February": what happened was not on that day. */
function isBounded(scene: Scene, top: number): boolean {
  const { tokens } = scene.sentence;
  const first = Math.min(top, ...kids(scene, top, /./));
  return [first - 1, ...kids(scene, top, /^case/)].some((i) => BOUNDS.test(tokens[i]?.form ?? ''));
}

const BOUNDS = /^(?:before|after|until|till|since|by|from)$/i;

function isPast(scene: Scene, at: number): boolean {
  const { tokens } = scene.sentence;
  const helpers = kids(scene, at, /^aux/).map((i) => tokens[i]!.form.toLowerCase());
  if (helpers.some((form) => /^(?:will|would|may|might|could|should|can|shall|must|[’']ll|[’']d|to)$/.test(form)))
    return false;
  if (kids(scene, at, /^advmod/).some((i) => /^(?:not|never|n[’']t)$/i.test(tokens[i]!.form))) return false;
  if (tokens[at]!.xpos === 'VBD') return true;
  if (tokens[at]!.xpos !== 'VBN') return false;
  // "Has taken a toll" tells of now: the day beside it is that of something else.
  if (helpers.some((form) => /^(?:has|have|[’']ve)$/.test(form))) return false;
  // "Is scheduled" is a state of now.
  return /^acl/.test(tokens[at]!.deprel) || helpers.some((form) => /^(?:was|were|had|been)$/.test(form));
}

function daysBetween(earliest: string, latest: string): number {
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000;
}
