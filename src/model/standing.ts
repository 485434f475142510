/**
 * Who is a party to the talks, and which issues come first: the order in which pages and briefs tell where things
 * stand. In: a record. Negotiators stand before mediators, both before others who speak to several issues; somebody
 * with one stray position is no party.
 */
import type { Position, StoryRecord } from './record.ts';

/** Below this an entry is shown as doubtful: it is more likely wrong than right. */
const DOUBTFUL = 0.5;

export const isDoubtful = ({ confidence }: Position): boolean => confidence !== undefined && confidence < DOUBTFUL;

/** True where the holder left what it held before. */
const isMove = ({ change }: Position): boolean =>
  change === 'reversed' || change === 'hardened' || change === 'softened';

/** Who speaks to fewer issues is a party only where the articles tell what it does in the talks. */
const LEAST_ISSUES = 2;

type Told = Pick<StoryRecord, 'actors' | 'positions' | 'proposals' | 'encounters'>;

/** The holders of positions that are parties, by id, in the order in which they are told. Linear, but for sorting. */
export function rankParties({ actors, positions, proposals, encounters }: Told): string[] {
  const sideOf = new Map(actors.map(({ id, side }) => [id, side ?? id]));
  const side = (id: string): string => sideOf.get(id) ?? id;
  const speakers = new Set(actors.flatMap((actor) => (actor.side === null ? [] : [actor.side])));
  const roles = new Map<string, string>();
  for (const { id, party } of actors) {
    if (party?.role && roles.get(side(id)) !== 'negotiates') roles.set(side(id), party.role);
  }
  const bargain = new Set(
    proposals.flatMap(({ authors, responses }) => [...authors, ...responses.map(({ actor }) => actor)]).map(side),
  );
  const meet = new Set(encounters.flatMap(({ participants }) => participants).map(side));
  const held = new Map<string, { issues: Set<string>; passages: number }>();
  for (const { holder, issue } of positions) {
    const known = held.get(holder) ?? { issues: new Set(), passages: 0 };
    held.set(holder, { issues: known.issues.add(issue), passages: known.passages + 1 });
  }
  // 3 is no party.
  const rank = (id: string, issues: number): number => {
    const role = roles.get(id);
    // Articles seldom say of the two sides of a conflict that they negotiate; what they do shows it.
    const acts = speakers.has(id) && issues >= LEAST_ISSUES && (bargain.has(id) || meet.has(id));
    if (role === 'negotiates' || (acts && !role)) return 0;
    if (role) return 1;
    return issues >= LEAST_ISSUES || bargain.has(id) ? 2 : 3;
  };
  return [...held]
    .map(([id, { issues, passages }]) => ({ id, issues: issues.size, passages, rank: rank(id, issues.size) }))
    .filter((holder) => holder.rank < 3)
    .sort((a, b) => a.rank - b.rank || b.issues - a.issues || b.passages - a.passages || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

export interface IssueWeight {
  /** How many parties take a position on it. */
  parties: number;
  moves: number;
  passages: number;
}

export function weighIssue(positions: readonly Position[], parties: ReadonlySet<string>): IssueWeight {
  const holders = new Set(positions.map(({ holder }) => holder).filter((holder) => parties.has(holder)));
  return { parties: holders.size, moves: positions.filter(isMove).length, passages: positions.length };
}

/** What most parties speak to first, then where they moved most, then what is told most. */
export const heavierFirst = (a: IssueWeight, b: IssueWeight): number =>
  b.parties - a.parties || b.moves - a.moves || b.passages - a.passages;
