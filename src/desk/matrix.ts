/**
 * Where each party stands on each issue. In: a story's view. Out: rows of issues, cells by party. Example: three
 * articles that repeat one demand give one cell with one step that stands in three places.
 */
import type { Dispute, Issue, Position, Span } from '../model/record.ts';
import { sortDay } from './dates.ts';
import type { StoryView } from './view.ts';

/** Positions that say the same in the same words, one after the other. */
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
  passages: number;
  /** Distinct steps of all holders. */
  steps: number;
  cells: Map<string, Cell>;
}

export interface Matrix {
  /** Holders with a column of their own, the one with most positions first. */
  parties: string[];
  /** True where somebody without a column holds a position. */
  hasOthers: boolean;
  rows: Row[];
}

export const ORDERS = ['most', 'newest'] as const;
export type Order = (typeof ORDERS)[number];

const COLUMNS = 4;
/** Who speaks to fewer issues has no column, unless others belong to it. */
const LEAST = 2;

/** Linear in positions and in the spans of disputes, but for sorting. */
export function makeMatrix(view: StoryView, order: Order = 'most'): Matrix {
  const { issues, positions } = view.record;
  const disputed = indexDisputes(view.record.disputes);
  const byIssue = new Map(issues.map(({ id }) => [id, [] as Position[]]));
  const held = new Map<string, { positions: number; issues: Set<string> }>();
  for (const position of positions) {
    byIssue.get(position.issue)?.push(position);
    const known = held.get(position.holder) ?? { positions: 0, issues: new Set() };
    held.set(position.holder, { positions: known.positions + 1, issues: known.issues.add(position.issue) });
  }
  const sides = new Set(view.record.actors.flatMap(({ side }) => side ?? []));
  const parties = [...held]
    .filter(([id, { issues }]) => issues.size >= LEAST || sides.has(id))
    .sort((a, b) => b[1].positions - a[1].positions || (a[0] < b[0] ? -1 : 1))
    .slice(0, COLUMNS)
    .map(([id]) => id);
  const rows = issues
    .map((issue) => rowOf(issue, byIssue.get(issue.id)!, disputed))
    .filter(({ passages }) => passages > 0)
    .sort(order === 'most' ? byWeight : byNewest);
  return { parties, hasOthers: held.size > parties.length, rows };
}

/** The row of one issue; null where there is no such issue. */
export function issueRow(view: StoryView, id: string): Row | null {
  const issue = view.record.issues.find((known) => known.id === id);
  if (!issue) return null;
  const positions = view.record.positions.filter((position) => position.issue === id);
  return rowOf(issue, positions, indexDisputes(view.record.disputes));
}

function rowOf(issue: Issue, positions: Position[], disputed: DisputeIndex): Row {
  const byHolder = new Map<string, Position[]>();
  for (const position of positions) {
    const known = byHolder.get(position.holder);
    if (known) known.push(position);
    else byHolder.set(position.holder, [position]);
  }
  const cells = new Map([...byHolder].map(([holder, own]) => [holder, cellOf(holder, own, disputed)]));
  const steps = [...cells.values()].reduce((sum, cell) => sum + cell.steps.length, 0);
  return { issue, passages: positions.length, steps, cells };
}

function cellOf(holder: string, positions: Position[], disputed: DisputeIndex): Cell {
  const steps: Step[] = [];
  for (const position of positions) {
    const last = steps.at(-1);
    if (last && saysTheSame(last.position, position)) last.told.push(position);
    else steps.push({ position, told: [position] });
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
  return b.steps - a.steps || b.cells.size - a.cells.size || b.passages - a.passages || byLabel(a, b);
}

function byNewest(a: Row, b: Row): number {
  const day = (row: Row): string => [...row.cells.values()].map((cell) => dayOf(newestOf(cell))).reduce(later, '');
  const [dayA, dayB] = [day(a), day(b)];
  return dayA === dayB ? byWeight(a, b) : dayA < dayB ? 1 : -1;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const byLabel = (a: Row, b: Row): number =>
  a.issue.label < b.issue.label ? -1 : a.issue.label > b.issue.label ? 1 : 0;

type DisputeIndex = (evidence: Span[]) => Dispute[];

/** Finds the disputes that rest on some of the same words. */
function indexDisputes(disputes: Dispute[]): DisputeIndex {
  const byArticle = new Map<string, { span: Span; dispute: Dispute }[]>();
  for (const dispute of disputes) {
    for (const span of dispute.sides.flatMap(({ evidence }) => evidence)) {
      const known = byArticle.get(span.article);
      if (known) known.push({ span, dispute });
      else byArticle.set(span.article, [{ span, dispute }]);
    }
  }
  return (evidence) =>
    evidence.flatMap(({ article, start, end }) =>
      (byArticle.get(article) ?? [])
        .filter(({ span }) => span.start < end && start < span.end)
        .map(({ dispute }) => dispute),
    );
}
