/**
 * Who vouches for a number. In: its place, the statements of the article. Out: an entity, or null for the reporter and
 * for sources without a name. Example: in "Harbour Office's tally reached 54" it is the Harbour Office.
 */
import { overlaps } from '../../model/span.ts';
import type { LocalStatement, Range } from '../reading.ts';
import { firstFrom } from '../search.ts';
import { type Cast, resolveSource } from '../sources.ts';
import { rangeOf, type Scene, spanBelow, tallyOwner, textOf, verbAbove } from './scene.ts';
import { verbClass } from './words.ts';

/** Contents of statements by where they begin, so that the ones around a number are found without reading all. */
export interface StatementIndex {
  statements: LocalStatement[];
  contents: { start: number; end: number; statement: number }[];
  /** The furthest end among the contents up to each. */
  reach: number[];
  /** Words that name a source, in order. */
  sources: Range[];
}

export function indexStatements(statements: LocalStatement[]): StatementIndex {
  const contents = statements.flatMap(({ content }, statement) => content.map((range) => ({ ...range, statement })));
  contents.sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of contents) reach.push(Math.max(end, reach.at(-1) ?? 0));
  const sources = statements.flatMap(({ source }) => source ?? []).sort((a, b) => a.start - b.start);
  return { statements, contents, reach, sources };
}

/** The innermost statement whose content holds the range: its number, or null. */
export function statementAround({ contents, reach }: StatementIndex, range: Range): number | null {
  let best: StatementIndex['contents'][number] | null = null;
  for (let i = firstFrom(contents, range.start + 1) - 1; i >= 0 && reach[i]! > range.start; i--) {
    const content = contents[i]!;
    if (content.end < range.end) continue;
    if (!best || content.end - content.start < best.end - best.start) best = content;
  }
  return best?.statement ?? null;
}

/** True where the words are those that name a source: "ten officials said". */
export function isInSource({ sources }: StatementIndex, range: Range): boolean {
  const next = firstFrom(sources, range.end);
  return next > 0 && overlaps(sources[next - 1]!, range);
}

export interface Voice {
  /** Index into the entities; null where they are not among them. */
  entity: number | null;
  /** The words that name them. */
  words: string;
}

/** The source of a number that stands in no statement: "the office counts 40", "the office's tally", "according to". */
export function counterOf(scene: Scene, cast: Cast, at: number): Voice | null {
  const { tokens, children, lower } = scene;
  const said = lower.findIndex((word, i) => word === 'according' && lower[i + 1] === 'to');
  if (said >= 0 && said + 2 < tokens.length) {
    let to = said + 2;
    while (to < tokens.length && tokens[to]!.upos !== 'PUNCT') to++;
    if (to > said + 2) return voiceOf(scene, cast, said + 2, to);
  }
  const owner = tallyOwner(scene, at);
  if (owner) return voiceOf(scene, cast, owner.from, owner.to);
  const verb = verbAbove(scene, at);
  if (verb === null) return null;
  const subject = children[verb]!.find((i) => /^nsubj/.test(tokens[i]!.deprel));
  if (subject === undefined) return null;
  const span = spanBelow(scene, subject);
  if (span.from <= at && at < span.to) return null;
  const { lemma } = tokens[verb]!;
  if (verbClass(tokens[verb]!) !== 'count' && !(lemma === 'speak' && lower[verb + 1] === 'of')) return null;
  // "Sea Watch, a tracker": the words before the comma name it.
  let to = Math.min(span.to, verb);
  for (let i = subject + 1; i < to; i++) if (lower[i] === ',') to = i;
  return voiceOf(scene, cast, span.from, to);
}

function voiceOf(scene: Scene, cast: Cast, from: number, to: number): Voice | null {
  if (from >= to) return null;
  const { entity } = resolveSource(cast, scene.sentence, rangeOf(scene, from, to), null);
  return { entity, words: textOf(scene, from, to).toLowerCase() };
}
