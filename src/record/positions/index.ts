/**
 * Positions and issues of a story. In: the positions of all Readings, actors and statements of the record. Out:
 * issues, and positions with ids, in the order of dates. Example: the spokesman's "the union will not sign" and the
 * union's later "we accept" are two positions of the union on one issue, the second one reversed.
 */
import type { Actor, Issue, Position, Statement } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import type { LocalPosition } from '../../reading/index.ts';
import { compare } from '../actors.ts';
import { entryId } from '../ids.ts';
import type { Kept } from '../kept.ts';
import { createMemo } from '../memo.ts';
import { voiceOf } from '../sides.ts';
import type { ReadArticle, Story } from '../story.ts';
import { changeFrom } from './change.ts';
import type { IssueEdit } from './edits.ts';
import { groupIssues } from './group.ts';

export type { IssueEdit } from './edits.ts';

export interface PositionOptions {
  slug: (name: string) => string;
  edits?: readonly IssueEdit[];
  /** By an article's id: what its versions and copies share. */
  familyOf: (article: string) => string;
}

/** @param statements those of the record, in the order of the articles and of each Reading. */
export function makePositions(
  { entries, actors, unique, memo = createMemo() }: Story,
  statements: Statement[],
  { slug, edits, familyOf }: PositionOptions,
): { issues: Issue[]; positions: Position[] } {
  const byId = new Map(actors.actors.map((actor) => [actor.id, actor]));
  const told: { position: Position; local: LocalPosition }[] = [];
  const kept = memo.kept<Position>('positions told');
  let offset = 0;
  for (const entry of entries) {
    const { reading } = entry;
    for (const local of reading.positions) {
      const statement = local.statement === null ? null : statements[offset + local.statement]!;
      const actor = byId.get(actors.idOf(reading, local.holder))!;
      const id = unique(entryId(entry.article.id, 'p', local.evidence[0]!));
      const speaker = statement === null || statement.speaker === null ? undefined : byId.get(statement.speaker);
      // All that a position is made from: the entry stands for the holder, and the speaker need not be in it.
      const inputs = [entry, id, statement, speaker && voiceOf(speaker), speaker?.roles];
      const position = kept.get(local, inputs, () => toPosition(id, entry, local, actor, statement, byId));
      told.push({ local, position });
    }
    offset += reading.statements.length;
  }
  const { issues, issueOf } = groupIssues(
    told.map(({ local }) => local),
    slug,
    edits,
    arenasOf(actors.actors, entries.length),
  );
  const placing = memo.kept<Placed>('positions placed');
  const placed = told.flatMap(({ position, local }, i): Placed[] => {
    const issue = issueOf[i]!;
    if (issue === null) return [];
    const make = (): Placed => ({
      position: { ...position, issue },
      keys: new Set(local.terms.map(({ key }) => key)),
      earlier: local.earlier ?? false,
    });
    return [placing.get(position, [issue], make)];
  });
  return { issues, positions: withChanges(onceEach(placed), familyOf, memo.kept('positions')) };
}

/** Places named in most articles: where the story plays, not what it is about. */
function arenasOf(actors: Actor[], articles: number): Set<string> {
  const common = actors.filter(({ kind, mentions }) => {
    if (kind !== 'place' || articles < LEAST) return false;
    // Mentions stand by article.
    const named = mentions.filter(({ article }, i) => article !== mentions[i - 1]?.article).length;
    return named > articles * MOST;
  });
  return new Set(common.flatMap(({ name, aliases }) => [name, ...aliases].map((words) => words.toLowerCase())));
}

// Fewer articles do not tell what is common.
const LEAST = 3;
const MOST = 0.6;

function toPosition(
  id: string,
  { article }: ReadArticle,
  local: LocalPosition,
  actor: Actor,
  statement: Statement | null,
  byId: Map<string, Actor>,
): Position {
  const span = (range: { start: number; end: number }) => ({ article: article.id, ...range });
  const words = ({ start, end }: { start: number; end: number }): string =>
    article.text.slice(start, end).replace(/\s+/g, ' ');
  const holder = voiceOf(actor);
  return {
    id,
    holder,
    within: local.within ? words(local.within) : actor.id === holder ? null : actor.name,
    issue: '',
    stance: local.stance,
    proposition: words(local.proposition),
    date: local.date,
    statement: statement?.id ?? null,
    basis: basisOf(holder, statement, byId),
    conditions: local.conditions.map((range) => ({ text: words(range), evidence: [span(range)] })),
    redLine: local.redLine,
    evidence: local.evidence.map(span),
    rule: local.rule,
    ...(local.confidence !== undefined && { confidence: local.confidence }),
  };
}

const SPOKESPERSON = /\bspokes|press secretary\b/i;

/** On whose word it is said that the holder stands there. */
function basisOf(
  holder: string,
  statement: Statement | null,
  byId: Map<string, Actor>,
): NonNullable<Position['basis']> {
  if (!statement) return 'narration';
  if (statement.speaker === null) return 'unnamed official';
  const speaker = byId.get(statement.speaker)!;
  if (voiceOf(speaker) !== holder) return 'opponent';
  // "The union wants": the reporter's word for it, not something that the union is known to have said.
  if (statement.form === 'indirect' && (statement.act === 'intend' || statement.act === 'believe')) return 'narration';
  return speaker.roles.some((role) => SPOKESPERSON.test(role)) ? 'spokesperson' : 'own words';
}

/**
 * Without what one article tells twice: the same stance of a holder on an issue in the same words, or in words that
 * stand inside the others. The longer one stays, of equals the first.
 */
function onceEach(placed: Placed[]): Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const { holder, issue, stance, evidence } = one.position;
    const key = [evidence[0]!.article, holder, issue, stance].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const again = new Set<Placed>();
  for (const group of groups.values()) {
    const ranked = [...group].sort(
      ({ position: a }, { position: b }) =>
        b.proposition.length - a.proposition.length ||
        a.evidence[0]!.start - b.evidence[0]!.start ||
        compare(a.id, b.id),
    );
    const kept: string[] = [];
    // Longest first: a group holds what one article tells of one holder and one issue, a handful.
    for (const one of ranked) {
      const words = plain(one.position.proposition);
      if (kept.some((other) => ` ${other} `.includes(` ${words} `))) again.add(one);
      else kept.push(words);
    }
  }
  return placed.filter((one) => !again.has(one));
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface Placed {
  position: Position;
  /** Of the terms of its own words. */
  keys: ReadonlySet<string>;
  /** Told as taken before the rest of its article. */
  earlier: boolean;
}

/** A position, and the holder's one before it on the issue. */
interface Turn {
  placed: Placed;
  before: Turn | null;
}

/**
 * In the order of dates, then of the text, each with its change against the holder's one before on the issue. Two that
 * one sentence tells are no step from one to the other; what a version or a copy repeats is no step at all.
 */
function withChanges(placed: Placed[], familyOf: (article: string) => string, kept: Kept<Position>): Position[] {
  const day = ({ date }: Position): string => date.latest ?? date.earliest ?? '';
  const ordered = [...placed].sort(
    ({ position: a, earlier: past }, { position: b, earlier: passed }) =>
      compare(day(a), day(b)) ||
      compare(a.evidence[0]!.article, b.evidence[0]!.article) ||
      Number(passed) - Number(past) ||
      a.evidence[0]!.start - b.evidence[0]!.start ||
      compare(a.id, b.id),
  );
  const last = new Map<string, Turn>();
  const told = new Set<string>();
  return ordered.map((now) => {
    const { position } = now;
    const key = `${position.holder}\n${position.issue}`;
    const words = [key, familyOf(position.evidence[0]!.article), position.stance, plain(position.proposition)].join(
      '\n',
    );
    const isRepeated = told.has(words);
    told.add(words);
    let before = last.get(key) ?? null;
    // A sentence holds a handful of positions.
    while (before && inOneSentence(before.placed.position, position)) ({ before } = before);
    const comparable = before !== null && [...now.keys].some((term) => before.placed.keys.has(term));
    // What another party says of it is compared, and is no step of its own.
    if (!isRepeated && (position.basis !== 'opponent' || before === null))
      last.set(key, { placed: now, before: last.get(key) ?? null });
    const change = isRepeated ? 'restated' : changeFrom(before?.placed.position ?? null, position, comparable);
    return kept.get(position, [change], () => ({ ...position, change }));
  });
}

const inOneSentence = ({ evidence: [a] }: Position, { evidence: [b] }: Position): boolean =>
  a!.article === b!.article && overlaps(a!, b!);
