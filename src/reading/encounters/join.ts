/**
 * The tellings of one article, put together: "the call" goes to the call told before it, and tellings that fit in
 * kind, people and days are one encounter. In: tellings in the order of the text. Out: encounters.
 */
import type { LocalEncounter } from '../reading.ts';
import type { Cast } from '../sources.ts';
import type { Share, Telling } from './mention.ts';
import { meet } from './when.ts';

interface Growing extends Telling {
  tellings: Telling[];
}

export function joinTellings(tellings: Telling[], cast: Cast): LocalEncounter[] {
  const found: Growing[] = [];
  // Few encounters are told in one article; each telling looks back over them from the last.
  const add = (telling: Telling): void => {
    const same = choose(found, telling, cast);
    if (same) grow(same, telling);
    else if (telling.stands) found.push({ ...telling, tellings: [telling] });
  };
  for (const telling of tellings) if (telling.stands) add(telling);
  for (const telling of tellings) if (!telling.stands) add(telling);
  for (const one of found) one.tellings.sort((a, b) => a.evidence.start - b.evidence.start);
  return found.sort((a, b) => a.tellings[0]!.evidence.start - b.tellings[0]!.evidence.start).map(finish);
}

/**
 * The encounter that a telling belongs to: one told in the same sentence or the one before, else the newest of those
 * that fit, since that is what an article is about; an earlier one is mentioned in passing.
 */
function choose(found: Growing[], telling: Telling, cast: Cast): Growing | undefined {
  const fitting = found.filter(
    (known) =>
      (telling.stands || known.tellings[0]!.evidence.start <= telling.evidence.start) && fits(known, telling, cast),
  );
  const near = fitting.findLast((known) => known.tellings.some((other) => isNear(other, telling)));
  if (near) return near;
  if (telling.kind === 'talks' && isBare(telling)) return undefined;
  const newest = ({ when }: Growing): string => when.range.earliest ?? when.range.latest ?? '';
  return fitting.reduce<Growing | undefined>(
    (best, known) => (best === undefined || newest(known) >= newest(best) ? known : best),
    undefined,
  );
}

// About a sentence and a half of news.
const NEAR = 220;

const isNear = (a: Telling, b: Telling): boolean =>
  a.evidence.start <= b.evidence.start && b.evidence.start - a.evidence.end < NEAR && a.rule !== 'encounter/earlier';

const isBare = ({ isDefinite, parties, when }: Telling): boolean =>
  isDefinite && parties.entities.length === 0 && !when.told;

const classOf = ({ kind }: Telling): string => (kind === 'call' || kind === 'visit' ? kind : 'meeting');

function fits(known: Growing, telling: Telling, cast: Cast): boolean {
  const isOpen = (known.isOpen && telling.kind !== 'visit') || (telling.isOpen && known.kind !== 'visit');
  if (classOf(known) !== classOf(telling) && !isOpen) return false;
  const isLoose = telling.isDefinite && !telling.stands;
  if (!isLoose && known.status !== telling.status && !isOff(telling) && !isOff(known)) return false;
  if (!isSameTime(known, telling)) return false;
  // Four meetings of a week are none of the four.
  if ((known.when.repeats ?? false) !== (telling.when.repeats ?? false)) return false;
  if (telling.adds) return true;
  if (!telling.stands && !telling.isDefinite && telling.parties.entities.length === 0) return false;
  return peopleFit(known, telling, cast);
}

const isOff = ({ status }: Telling): boolean => status === 'cancelled' || status === 'postponed';

function isSameTime(a: Telling, b: Telling): boolean {
  if (!meet(a.when.range, b.when.range)) return false;
  // Without a day of publishing "Monday" and "Wednesday" have no dates, and are two days all the same.
  const [x, y] = [a.when.value, b.when.value];
  return x === null || y === null || x === y || (a.when.told && b.when.told);
}

/** All of one are in the other; or the one are the states whose people the other are, on days that both tell. */
function peopleFit(a: Telling, b: Telling, cast: Cast): boolean {
  const [few, many] = a.parties.entities.length <= b.parties.entities.length ? [a, b] : [b, a];
  if (few.parties.entities.length === 0) return few.isDefinite || many.parties.entities.length === 0;
  const shared = few.parties.entities.filter((entity) => many.parties.entities.includes(entity)).length;
  if (shared === few.parties.entities.length || shared >= 2) return true;
  // "will hold talks with his counterpart. … the talks with Reyes": somebody described before is now named.
  if (b.isDefinite && a.parties.others && isNear(a, b)) return true;
  // "Talks resume on Monday. Lind will meet Reyes": those who speak for the sides, named behind them.
  const isUnnamed = (telling: Telling): boolean =>
    telling.parties.entities.every((entity) => cast.entities[entity]!.kind !== 'person');
  if (a.kind === 'talks' && b.kind === 'talks' && !b.when.told && isNear(a, b) && isUnnamed(a)) return true;
  const isPerson = (entity: number): boolean => cast.entities[entity]!.kind === 'person';
  if (few.parties.entities.some(isPerson) && many.parties.entities.some(isPerson)) return false;
  if (!(a.when.told && b.when.told) && !b.isDefinite) return false;
  const side = (entity: number): string => cast.entities[entity]!.side ?? cast.entities[entity]!.name;
  const sides = new Set(many.parties.entities.map(side));
  return few.parties.entities.every((entity) => sides.has(side(entity)));
}

function grow(into: Growing, other: Telling): void {
  if (into.isOpen && !other.isOpen) {
    into.kind = other.kind;
    into.isOpen = false;
  }
  into.parties = {
    ...into.parties,
    entities: [...new Set([...into.parties.entities, ...other.parties.entities])],
  };
  const both = meet(into.when.range, other.when.range)!;
  // Talks of three days are not shorter for a telling of one of them.
  const lasting = [into, other].find(({ when }) => when.lasts)?.when.range;
  into.when = {
    range: lasting ?? both,
    told: into.when.told || other.when.told,
    value: into.when.value ?? other.when.value,
    ...(lasting && { lasts: true }),
    ...(into.when.repeats && { repeats: true }),
  };
  if (isOff(other)) into.status = other.status;
  into.duration ??= other.duration;
  into.place ??= other.place;
  into.topics = [...new Set([...into.topics, ...other.topics])];
  const isNew = ({ topic }: Share): boolean => into.shares.every((share) => share.topic !== topic);
  into.shares = [...into.shares, ...other.shares.filter(isNew)];
  into.claims = [...into.claims, ...other.claims];
  into.tellings.push(other);
}

function finish(one: Growing): LocalEncounter {
  const isFirst = ({ evidence: { start, end } }: Telling, i: number, all: Telling[]): boolean =>
    all.findIndex(({ evidence }) => evidence.start === start && evidence.end === end) === i;
  const tellings = one.tellings.filter(isFirst);
  return {
    kind: one.kind,
    open: one.isOpen,
    status: one.status,
    planned: one.status !== 'held',
    participants: [...new Set(one.parties.entities)].sort((a, b) => a - b),
    date: one.when.range,
    told: one.when.told,
    lasts: one.when.lasts ?? false,
    ...(one.when.repeats && { repeats: true }),
    duration: one.duration,
    place: one.place,
    topics: one.topics,
    shares: one.shares,
    claims: one.claims,
    anchors: tellings.map(({ anchor }) => anchor),
    evidence: tellings.map(({ evidence }) => evidence),
    rule: one.tellings[0]!.rule,
  };
}
