/**
 * Numbers that cannot both hold. In: the figures of a story. Out: disputes. Example: a union counts 6,200 strikers on
 * Tuesday and the employers 4,850 on the same day.
 *
 * A false alarm is worse than a miss: both must be told as facts, by two different sources, of the same thing and the
 * same day, and their bounds must leave no room. What is wanted, offered or expected, a part and its whole, and an
 * amount of change against a level never clash.
 */
import type { Dispute, Figure } from '../model/record.ts';
import { compare } from './actors.ts';
import type { FigureIndex, FigureNote } from './figures.ts';

interface Claim {
  figure: Figure;
  note: FigureNote;
}

export function findNumericDisputes({ figures, notes }: FigureIndex): Dispute[] {
  const groups = new Map<string, Claim[]>();
  for (const figure of figures) {
    const claim = { figure, note: notes.get(figure.id)! };
    const day = dayOf(claim);
    if (day === null || claim.note.voice === null || figure.mood !== undefined || !claim.note.telling) continue;
    const key = `${day} ${figure.unit?.includes(' ') ? figure.unit : ''} ${claim.note.what}`;
    const known = groups.get(key);
    if (known) known.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].flatMap(clashOf).sort((a, b) => compare(a.id, b.id));
}

/**
 * A denial of somebody's count told beside a count of the denier's own is one dispute with the two numbers.
 * @param sideOf by actor the side that it belongs to.
 */
export function joinCounts(denials: Dispute[], counts: Dispute[], sideOf: ReadonlyMap<string, string>): Dispute[] {
  const byArticle = new Map<string, { count: number; side: number; start: number; end: number }[]>();
  counts.forEach(({ sides }, count) => {
    sides.forEach(({ evidence }, side) => {
      for (const { article, start, end } of evidence)
        byArticle.set(article, [...(byArticle.get(article) ?? []), { count, side, start, end }]);
    });
  });
  const side = (actor: string | null): string | null => (actor === null ? null : (sideOf.get(actor) ?? actor));
  const joined = [...counts];
  const left = denials.filter((denial) => {
    const [claimed, denied] = denial.sides;
    if (denial.kind !== 'denial' || !claimed || !denied) return true;
    const at = claimed.evidence.flatMap((span) =>
      (byArticle.get(span.article) ?? []).filter(
        (one) =>
          span.start < one.end &&
          one.start < span.end &&
          side(claimed.actor) !== side(denied.actor) &&
          counts[one.count]!.sides[1 - one.side]!.evidence.some(({ article }) => article === span.article),
      ),
    )[0];
    if (!at || denied.actor === null) return true;
    const dispute = joined[at.count]!;
    joined[at.count] = {
      ...dispute,
      sides: dispute.sides.map((one, i) =>
        i === at.side ? one : { ...one, evidence: [...one.evidence, ...denied.evidence] },
      ),
      reported: true,
      evidence: [...dispute.evidence, ...denied.evidence],
    };
    return false;
  });
  return [...left, ...joined];
}

/** The one day that a figure holds for; null where the words leave it open. */
function dayOf({ figure: { asOf } }: Claim): string | null {
  return asOf.earliest !== null && asOf.earliest === asOf.latest ? asOf.earliest : null;
}

/** The claims of one group that clash, one for each source; at most a few sources count one thing on one day. */
function clashOf(claims: Claim[]): Dispute[] {
  const disputes: Dispute[] = [];
  const told = new Set<string>();
  const near = claims.slice(0, MOST);
  for (let i = 0; i < near.length; i++)
    for (let j = i + 1; j < near.length; j++) {
      const [a, b] = [near[i]!, near[j]!];
      const pair = [a.note.voice!, b.note.voice!].sort(compare).join(' ');
      if (told.has(pair) || !clash(a, b)) continue;
      told.add(pair);
      disputes.push(disputeOf(a, b));
    }
  return disputes;
}

// Sources that count one thing on one day; more than these add nothing, and the pairs stay few.
const MOST = 12;

function clash(a: Claim, b: Claim): boolean {
  if (a.note.voice === b.note.voice || a.figure.partOf === b.figure.id || b.figure.partOf === a.figure.id) return false;
  if (a.figure.partOf !== b.figure.partOf || !sameNames(a, b)) return false;
  return leaveNoRoom(a.figure, b.figure);
}

/** The same names, or in one article none on one side: "sailors" after "Norland's sailors". */
function sameNames(a: Claim, b: Claim): boolean {
  if (a.note.names === b.note.names) return true;
  const together = a.figure.evidence.some((x) => b.figure.evidence.some((y) => x.article === y.article));
  return together && (a.note.names === '' || b.note.names === '');
}

/** True where no number is right by both, told bounds and rounding allowed for. */
export function leaveNoRoom(a: Figure, b: Figure): boolean {
  const [one, other] = [roomOf(a), roomOf(b)];
  return one.high < other.low || other.high < one.low;
}

/** What a speaker of ordinary words may have meant. */
function roomOf({ value, bound, range }: Figure): { low: number; high: number } {
  if (range) return range;
  const size = Math.abs(value);
  // Half a unit of the last digit that is not zero: 6,200 may be 6,150, but 23 is 23.
  const rounding = unitOfLastDigit(size) / 2;
  switch (bound) {
    case 'at least':
      return { low: value - rounding, high: Number.POSITIVE_INFINITY };
    case 'at most':
      return { low: Number.NEGATIVE_INFINITY, high: value + rounding };
    case 'nearly':
      return { low: value - Math.max(rounding, size * 0.2), high: value + rounding };
    case 'about':
      return { low: value - Math.max(rounding, size * 0.2), high: value + Math.max(rounding, size * 0.2) };
    default:
      return { low: value - rounding, high: value + rounding };
  }
}

/** 100 for 6,200; 1 for 23; 0.1 for 0.7. */
function unitOfLastDigit(size: number): number {
  if (size === 0) return 1;
  let unit = 1;
  while (size % (unit * 10) === 0) unit *= 10;
  if (unit > 1 || Number.isInteger(size)) return unit;
  const digits = /\.(\d+)/.exec(String(size));
  return 10 ** -(digits?.[1] ?? '').length;
}

function disputeOf(a: Claim, b: Claim): Dispute {
  const sides = [a, b]
    .sort((x, y) => compare(x.figure.id, y.figure.id))
    .map(({ figure }) => ({
      actor: figure.source,
      claim: `${figure.bound === 'exactly' ? '' : `${figure.bound} `}${plain(figure.value)} ${figure.measure}`,
      evidence: figure.evidence,
    }));
  const evidence = sides.flatMap((side) => side.evidence);
  const first = evidence[0]!;
  return {
    id: `${first.article}:n${first.start}-${first.end}:${sides[1]!.evidence[0]!.start}`,
    kind: 'figures',
    issue: null,
    sides,
    reported: a.note.contested || b.note.contested,
    evidence,
    rule: 'dispute/figures',
  };
}

/** 6200 as "6,200". */
const plain = (value: number): string => {
  const [whole = '', rest] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
};
