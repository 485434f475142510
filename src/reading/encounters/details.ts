/** How long an encounter was and where. In: a sentence and the words in it that tell the encounter. */
import type { Timex } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import type { Cast } from '../sources.ts';
import { mentionsIn } from './parties.ts';
import { isVerb, type Scene } from './scene.ts';

const LASTING =
  /\b(?:last|lasted|lasts|lasting|took|take|takes|ran|run|runs|went on|continued|spent|spend|spends)\b[^.,;]{0,24}$/i;

/** Minutes: "a 45-minute call", "the talks lasted nine hours", "spoke for an hour and ten minutes". */
export function durationOf(scene: Scene, anchors: number[]): number | null {
  const { doc, sentence, timexes, tokens } = scene;
  for (const [k, timex] of timexes.entries()) {
    const minutes = minutesOf(timex);
    if (minutes === null) continue;
    const part = partOf(doc.text.slice(Math.max(sentence.start, timex.start - 24), timex.start));
    const before = doc.text.slice(Math.max(sentence.start, timex.start - 40), timex.start);
    const isBeside = anchors.some((i) => {
      const between = doc.text.slice(timex.end, tokens[i]!.start);
      return tokens[i]!.start >= timex.end && between.length < 40 && !/[,;.]/.test(between);
    });
    const isFor =
      /\bfor\s+(?:(?:a quarter|three[- ]quarters|half) of )?$/i.test(before) &&
      anchors.some((i) => isVerb(tokens[i]!) && tokens[i]!.start < timex.start);
    if (!LASTING.test(before) && !isFor && !isBeside) continue;
    const next = timexes[k + 1];
    const more = next && /^\s*and\s*$/.test(doc.text.slice(timex.end, next.start)) ? minutesOf(next) : null;
    return Math.round(minutes * part) + (more ?? 0);
  }
  return null;
}

/** "a quarter of an hour": how much of the length behind it. */
function partOf(before: string): number {
  const found = /\b(three[- ]quarters|a? ?quarter|half) of (?:an? )?$/i.exec(before)?.[1]?.trim().toLowerCase();
  if (!found) return 1;
  return found.startsWith('three') ? 0.75 : found === 'half' ? 0.5 : 0.25;
}

function minutesOf(timex: Timex): number | null {
  if (timex.type !== 'DURATION') return null;
  const parts = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?$/.exec(timex.value);
  if (!parts || (!parts[1] && !parts[2])) return null;
  const minutes = Math.round(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0));
  return minutes > 0 ? minutes : null;
}

// After these words comes what the talk was about, not where it was.
const TOPIC =
  /^(?:about|over|on|regarding|concerning|of|for|amid|as|into|to|against|after|before|following|since|ahead)$/;

/**
 * The place, in the text's own words: what "in" or "at" brings in beside the telling words, with nothing between them
 * but people and times; or the place at the head of the sentence.
 *
 * @param ways prepositions that count.
 */
export function placeOf(
  scene: Scene,
  cast: Cast,
  world: World,
  anchors: number[],
  ways = /^(?:in|at|into)$/,
): string | null {
  const { tokens, timexes } = scene;
  const isTime = (i: number): boolean =>
    timexes.some((timex) => timex.start <= tokens[i]!.start && tokens[i]!.start < timex.end);
  for (const from of [...anchors].sort((a, b) => b - a)) {
    for (let i = from + 1; i < tokens.length && i <= from + 25; i++) {
      const { upos, form, deprel } = tokens[i]!;
      const low = form.toLowerCase();
      if (upos === 'ADP' && ways.test(low)) {
        const place = readPlace(scene, cast, world, i + 1);
        if (place) return place;
      }
      if (
        upos === 'ADP' &&
        TOPIC.test(low) &&
        !(low === 'on' && i + 1 < tokens.length && isTime(i + 1)) &&
        !ways.test(low)
      )
        break;
      if (/^[;:.]$/.test(form) || upos === 'SCONJ') break;
      if (isVerb(tokens[i]!) && !anchors.includes(i) && !/^(?:aux|amod|acl)/.test(deprel) && deprel !== 'cop') break;
    }
  }
  if (/^(?:in|at)$/i.test(tokens[0]!.form)) {
    const first = Math.min(...anchors);
    if (!tokens.slice(0, first).some((token) => token.upos === 'VERB')) return readPlace(scene, cast, world, 1);
  }
  return null;
}

/** The noun phrase at a token where it names a place: with a name of one in it, or a building with a name of its own. */
export function readPlace(scene: Scene, cast: Cast, world: World, from: number): string | null {
  const { tokens, doc, timexes } = scene;
  let end = from;
  while (end < tokens.length) {
    const { upos, form, start } = tokens[end]!;
    if (timexes.some((timex) => timex.start <= start && start < timex.end)) break;
    const next = tokens[end + 1];
    const goesOn =
      /^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(upos) ||
      (upos === 'PRON' && tokens[end]!.deprel === 'nmod:poss') ||
      (upos === 'PART' && /^['’]s?$/.test(form)) ||
      (form === '-' && end > from) ||
      (form === ',' && end > from && next?.upos === 'PROPN' && isPlaceName(cast, world, doc.text, next));
    // "received at Harbor House the special envoy"
    if (!goesOn || (upos === 'DET' && end > from && tokens[end - 1]!.form !== '-')) break;
    end++;
  }
  if (end === from) return null;
  const range = { start: tokens[from]!.start, end: tokens[end - 1]!.end };
  const kinds = mentionsIn(cast, range).map((mention) => cast.entities[mention.entity]!.kind);
  const text = doc.text.slice(range.start, range.end);
  const hasPlace =
    kinds.includes('place') ||
    kinds.includes('government') ||
    tokens.slice(from, end).some((token) => isPlaceName(cast, world, doc.text, token)) ||
    /\b(?:House|Palace|Hotel|Center|Centre|Hall|Castle|Building|Headquarters)\b/.test(text);
  return hasPlace && !kinds.includes('person')
    ? text.replace(/^(?:the|a|an|his|her|its|their)\s+/i, '').replace(/\s+/g, ' ')
    : null;
}

function isPlaceName(cast: Cast, world: World, text: string, token: { start: number; end: number }): boolean {
  if (world.lookUp(text.slice(token.start, token.end)).some(({ kind }) => kind !== 'nationality')) return true;
  return mentionsIn(cast, token).some((mention) => cast.entities[mention.entity]!.kind === 'place');
}
