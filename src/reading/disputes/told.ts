/** What was said, by whom and where, made ready for the rules that look for the other side of a dispute. */
import type { Token } from '../../language/doc.ts';
import type { Entity, LocalStatement, Range } from '../reading.ts';
import { entityAt, kids, type Scene } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { stemsOf } from '../stems.ts';

export interface Told {
  statement: LocalStatement;
  /** Index in `Reading.statements`. */
  index: number;
  /** Sentence of its cue. */
  sentence: number;
  start: number;
  end: number;
  stems: Set<string>;
  /** Who speaks: as the statement says, or where it was read amiss the one that its sentence shows. */
  speaker: number | null;
  /** It denies something itself. */
  denies: boolean;
}

export interface Text {
  scenes: Scene[];
  /** The sentences, to find the one around an offset. */
  starts: { start: number }[];
  /** In the order of the text. */
  told: Told[];
}

export function makeText(scenes: Scene[], statements: LocalStatement[]): Text {
  const text: Text = { scenes, starts: scenes.map((scene) => scene.sentence), told: [] };
  text.told = statements.flatMap((statement, index) => {
    const first = statement.content[0];
    if (!first) return [];
    return [
      {
        statement,
        index,
        sentence: sentenceAt(text, (statement.cue ?? first).start),
        start: first.start,
        end: statement.content.at(-1)!.end,
        stems: new Set(statement.content.flatMap((range) => stemsIn(text, range))),
        speaker: speakerOf(text, statement, statements),
        denies: false,
      },
    ];
  });
  return text;
}

/** "I" inside a speech is whoever speaks; where a statement has no source, the subject of its sentence speaks. */
function speakerOf(text: Text, statement: LocalStatement, all: LocalStatement[]): number | null {
  const { source, speaker, within, cue } = statement;
  if (speaker !== null) return speaker;
  const { scenes } = text;
  if (within !== null) {
    const words = source ? scenes[0]!.doc.text.slice(source.start, source.end) : '';
    return /\b(?:i|we)$/i.test(words) ? (all[within]?.speaker ?? null) : null;
  }
  if (source || !cue) return null;
  const scene = scenes[sentenceAt(text, cue.start)]!;
  const root = scene.sentence.tokens.findIndex((token) => token.head < 0);
  const subject = root < 0 ? undefined : kids(scene, root, /^nsubj/)[0];
  const entity =
    subject === undefined || scene.sentence.tokens[subject]!.start >= cue.start ? null : entityAt(scene, subject);
  return entity !== null && scene.cast.entities[entity]!.kind === 'person' ? entity : null;
}

export const sentenceAt = (text: Text, offset: number): number => Math.max(0, firstFrom(text.starts, offset + 1) - 1);

/** Stems of the words in a range. */
export const stemsIn = (text: Text, range: Range): string[] => stemsOf(tokensIn(text, range));

/** The words in a range, in order. */
export function tokensIn(text: Text, range: Range): Token[] {
  const found: Token[] = [];
  for (let s = sentenceAt(text, range.start); s < text.scenes.length && text.scenes[s]!.sentence.start < range.end; s++)
    found.push(
      ...text.scenes[s]!.sentence.tokens.filter((token) => token.start >= range.start && token.end <= range.end),
    );
  return found;
}

/** True where some words negate. */
export const saysNo = (text: Text, range: Range): boolean =>
  tokensIn(text, range).some((token) => /^(?:not|n[’']t|no|never|none|without)$/i.test(token.form));

/** The same speaker, or a person and the body for which roles or words beside the name say that he speaks. */
export function isOne(a: number | null, b: number | null, { cast }: Scene): boolean {
  if (a === null || b === null) return false;
  if (a === b) return true;
  const [one, other] = [cast.entities[a]!, cast.entities[b]!];
  return speaksFor(one, other) || speaksFor(other, one);
}

function speaksFor(person: Entity, body: Entity): boolean {
  if (person.kind !== 'person' || body.kind === 'person') return false;
  const name = body.name.toLowerCase();
  return (
    // "spokesperson for the ministry" speaks for the Labour Ministry.
    person.roles.some((role) => {
      const words = role.toLowerCase();
      return words.endsWith(` ${name}`) || words.endsWith(` the ${name.split(' ').at(-1)}`);
    }) || (person.sides ?? []).some((side) => side.name.toLowerCase() === name)
  );
}

/** What was said in some sentences around one. Cues are nearly in order, so the first is found by halving. */
export function around(text: Text, sentence: number, before: number, after: number): Told[] {
  const { told } = text;
  let low = 0;
  let high = told.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (told[middle]!.sentence < sentence - before - 1) low = middle + 1;
    else high = middle;
  }
  const found: Told[] = [];
  for (let i = low; i < told.length && told[i]!.sentence <= sentence + after + 1; i++)
    if (told[i]!.sentence >= sentence - before && told[i]!.sentence <= sentence + after) found.push(told[i]!);
  return found;
}

/** The innermost statement around an offset. */
export function innermost({ told }: Text, offset: number): Told | null {
  let best: Told | null = null;
  for (let i = firstFrom(told, offset + 1) - 1, steps = 0; i >= 0 && steps < DEEPEST; i--, steps++) {
    const one = told[i]!;
    const isIn = one.statement.content.some((range) => range.start <= offset && offset < range.end);
    if (isIn && (!best || one.end - one.start < best.end - best.start)) best = one;
  }
  return best;
}

/** The statement whose cue holds an offset. */
export function cuedAt(text: Text, offset: number): Told | null {
  const near = around(text, sentenceAt(text, offset), 0, 0);
  return near.find(({ statement: { cue } }) => cue !== null && cue.start <= offset && offset < cue.end) ?? null;
}

// Statements looked back over for the one around a place.
const DEEPEST = 12;

/** The newest statement before a place that was made in writing: what "the statement" means. */
export function lastText({ told }: Text, offset: number): Told | null {
  let best: Told | null = null;
  for (let i = firstFrom(told, offset) - 1, steps = 0; i >= 0 && steps < DEEPEST; i--, steps++) {
    const { channel, within } = told[i]!.statement;
    if (within !== null || channel === null || !/^(?:statement|letter|post|document|report)$/.test(channel.kind))
      continue;
    // Of what one sentence tells, the fullest.
    if (best && told[i]!.sentence < best.sentence - 1) break;
    if (!best || told[i]!.end - told[i]!.start > best.end - best.start) best = told[i]!;
  }
  return best;
}

/** The newest statement of the sentences right before a place: what "her remarks" means. */
export function lastTold(text: Text, offset: number): Told | null {
  const s = sentenceAt(text, offset);
  return around(text, s, 2, 0).findLast((told) => told.statement.within === null && told.sentence < s) ?? null;
}

export const shares = (a: Iterable<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const stem of a) if (b.has(stem)) count++;
  return count;
};

/** Words of one text once, in order; a range inside another is left out. */
export function tidy(ranges: Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Range[] = [];
  for (const range of sorted) {
    const last = kept.at(-1);
    if (!last || range.end > last.end) kept.push({ start: range.start, end: range.end });
  }
  return kept;
}
