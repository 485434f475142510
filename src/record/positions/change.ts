/**
 * How a position stands to the holder's one before on the same issue.
 *
 * Each stance has a side, for or against, and a firmness: demanding and rejecting are the firmest, then opposing,
 * then offering, accepting and supporting; undecided has neither. A condition loosens a refusal and ties an offer; a red line makes
 * firmer. Another side: reversed. The same side: hardened or softened by firmness, else restated. From or to
 * undecided, which has no side, firmness alone decides.
 */
import type { Position } from '../../model/record.ts';

type Told = Pick<Position, 'stance' | 'conditions' | 'redLine'>;

const SIDE: Record<Position['stance'], number> = {
  demands: 1,
  supports: 1,
  offers: 1,
  accepts: 1,
  undecided: 0,
  opposes: -1,
  rejects: -1,
};
const FIRMNESS: Record<Position['stance'], number> = {
  demands: 3,
  rejects: 3,
  opposes: 2,
  supports: 1,
  offers: 1,
  accepts: 1,
  undecided: 0,
};

/**
 * @param before the holder's position before, or null.
 * @param comparable whether both speak of the matter in words of their own; else another side tells no turn.
 */
export function changeFrom(before: Told | null, now: Told, comparable: boolean): NonNullable<Position['change']> {
  if (!before) return 'new';
  if (SIDE[before.stance] * SIDE[now.stance] < 0) return comparable ? 'reversed' : 'new';
  // A red line that is not drawn again is not taken back.
  const difference = firmness(now) - firmness({ ...before, redLine: Boolean(before.redLine && now.redLine) });
  return difference > 0 ? 'hardened' : difference < 0 ? 'softened' : 'restated';
}

function firmness({ stance, conditions, redLine }: Told): number {
  const tied = (conditions?.length ?? 0) > 0 ? 0.5 : 0;
  const base = FIRMNESS[stance];
  return base + (redLine ? 0.5 : 0) + (base === 1 ? tied : -tied);
}
