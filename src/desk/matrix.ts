/**
 * Where each party stands on each issue. In: a story's view. Out: rows of issues, cells by party. Example: three
 * articles that repeat one demand give one cell with one step that stands in three places.
 */
import { indexDisputes } from '../model/disputed.ts';
import type { Dispute, Issue, Position } from '../model/record.ts';
import { heavierFirst, type IssueWeight, weighIssue } from '../model/standing.ts';
import { sortDay } from './dates.ts';
import { groupBy, type StoryView } from './view.ts';

/** Positions that say the same in the same words, one after the other, or in versions and copies of one text. */
export interface Step {
  /** The first of them, which carries the change. */
  position: Position;
  /** All of them, in the order of dates. */
  told: Position[];
}

export interface Cell {
  holder: string;
  /** In the order of dates, the newest last. */
  steps: Step[];
  /** Disputes that rest on words of one of its positions. */
  disputes: Dispute[];
  /** 'now' where the newest step is one of the disputed ones. */
  contested: 'now' | 'before' | null;
}

export interface Row {
  issue: Issue;
  weight: IssueWeight;
  /** Distinct steps of all holders. */
  steps: number;
  cells: Map<string, Cell>;
}

export interface Matrix {
  /** Holders with a column of their own. */
  columns: string[];
  /** All who hold a position: the parties to the talks first. */
  holders: string[];
  rows: Row[];
}

export const ORDERS = ['most', 'newest'] as const;
export type Order = (typeof ORDERS)[number];

/** Which rows and columns. */
export interface MatrixQuery {
  order?: Order;
  /** Whose columns: those of the main parties, or 'all', or one holder's first, with the issues that it speaks to. */
  who?: string | undefined;
  /** Words that stand in the label, the terms or the propositions of the issues. */
  about?: string | undefined;
}

/** More columns than this are too narrow for the words. */
export const COLUMNS = 4;

/** Linear in positions and in the spans of disputes, but for sorting. */
export function makeMatrix(view: StoryView, { order = 'most', who, about }: MatrixQuery = {}): Matrix {
  const { issues, positions } = view.record;
  const disputed = indexDisputes(view.record.disputes);
  const byIssue = groupBy(positions, ({ issue }) => issue);
  const parties = view.negotiators;
  const others = [...new Set(positions.map(({ holder }) => holder))].filter((id) => !parties.includes(id)).sort();
  const holders = [...parties, ...others];
  const one = who !== undefined && holders.includes(who) ? who : null;
  const first = one === null ? holders : [one, ...parties.filter((id) => id !== one)];
  const main = parties.length === 0 || one !== null ? first : parties;
  const rows = issues
    .map((issue) => rowOf(view, issue, byIssue.get(issue.id) ?? [], disputed))
    .filter(({ cells }) => cells.size > 0 && (one === null || cells.has(one)))
    .filter((row) => about === undefined || speaksOf(row, about.toLowerCase()))
    .sort(order === 'most' ? byWeight : byNewest);
  return { columns: who === 'all' ? holders : main.slice(0, COLUMNS), holders, rows };
}

export interface FoldedRows {
  main: Row[];
  /** On which a party was told once, by one passage. */
  lone: Row[];
  /** On which no party to the talks takes a position. */
  others: Row[];
}

/** Fewer rows of parties than this stand whole. */
const FOLDED_FROM = 8;

/** Parts what is to be seen at once from what would crowd it. */
export function foldRows({ rows }: Matrix): FoldedRows {
  const ofParties = rows.filter(({ weight }) => weight.parties > 0);
  // Where nobody is known to be a party, nobody stands behind the others.
  if (ofParties.length === 0) return { main: rows, lone: [], others: [] };
  const isLone = ({ steps }: Row): boolean => ofParties.length > FOLDED_FROM && steps === 1;
  const main = ofParties.filter((row) => !isLone(row));
  return {
    main: main.length === 0 ? ofParties : main,
    lone: main.length === 0 ? [] : ofParties.filter(isLone),
    others: rows.filter(({ weight }) => weight.parties === 0),
  };
}

function speaksOf({ issue, cells }: Row, words: string): boolean {
  const steps = [...cells.values()].flatMap((cell) => cell.steps);
  return [issue.label, ...issue.terms, ...steps.map(({ position }) => position.proposition)].some((text) =>
    text.toLowerCase().includes(words),
  );
}

/** The row of one issue; null where there is no such issue. */
export function issueRow(view: StoryView, id: string): Row | null {
  const issue = view.record.issues.find((known) => known.id === id);
  if (!issue) return null;
  const positions = view.record.positions.filter((position) => position.issue === id);
  return rowOf(view, issue, positions, indexDisputes(view.record.disputes));
}

function rowOf(view: StoryView, issue: Issue, positions: Position[], disputed: DisputeIndex): Row {
  const byHolder = groupBy(positions, ({ holder }) => holder);
  const cells = new Map([...byHolder].map(([holder, own]) => [holder, cellOf(view, holder, own, disputed)]));
  const steps = [...cells.values()].reduce((sum, cell) => sum + cell.steps.length, 0);
  return { issue, weight: weighIssue(positions, new Set(view.negotiators)), steps, cells };
}

function cellOf(view: StoryView, holder: string, positions: Position[], disputed: DisputeIndex): Cell {
  const steps: Step[] = [];
  // What a version or a copy repeats is no step of its own, whatever was told between.
  const inFamily = new Map<string, Step>();
  for (const position of positions) {
    const { article } = view.articleById.get(position.evidence[0]!.article)!;
    const key = [article.family, position.stance, plain(position.proposition)].join('\n');
    const last = steps.at(-1);
    const known = inFamily.get(key) ?? (last && saysTheSame(last.position, position) ? last : undefined);
    const step = known ?? { position, told: [] };
    step.told.push(position);
    if (!known) steps.push(step);
    inFamily.set(key, step);
  }
  const of = (step: Step): Dispute[] => step.told.flatMap(({ evidence }) => disputed(evidence));
  const disputes = [...new Set(steps.flatMap(of))];
  const now = of(steps.at(-1)!).some(({ settled }) => !settled);
  return { holder, steps, disputes, contested: now ? 'now' : disputes.length > 0 ? 'before' : null };
}

const saysTheSame = (a: Position, b: Position): boolean =>
  a.stance === b.stance && plain(a.proposition) === plain(b.proposition) && (b.change === 'restated' || !b.change);

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The newest word of a cell. */
export const newestOf = ({ steps }: Cell): Step => steps.at(-1)!;

export const dayOf = ({ position }: Step): string => sortDay(position.date) ?? '';

function byWeight(a: Row, b: Row): number {
  return heavierFirst(a.weight, b.weight) || byLabel(a, b);
}

function byNewest(a: Row, b: Row): number {
  const day = (row: Row): string => [...row.cells.values()].map((cell) => dayOf(newestOf(cell))).reduce(later, '');
  const [dayA, dayB] = [day(a), day(b)];
  return dayA === dayB ? byWeight(a, b) : dayA < dayB ? 1 : -1;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const byLabel = (a: Row, b: Row): number =>
  a.issue.label < b.issue.label ? -1 : a.issue.label > b.issue.label ? 1 : 0;

type DisputeIndex = ReturnType<typeof indexDisputes>;
