/**
 * One encounter from all that tell of it. In: tellings of all articles. Out: groups, the same whatever the order of
 * articles. Two tellings are of one encounter where kind, people and days fit and nothing speaks against it.
 *
 * The narrowest dates come first, since they say most about what the others can mean. Candidates are found by kind,
 * person or side, and week, so the cost grows with the tellings, not with their pairs.
 */
import type { DateRange } from '../../model/record.ts';
import { compare } from '../actors.ts';
import { byPublication, classOf, common, type EncounterClass, numberOf, type Told, widthOf } from './telling.ts';

export interface Group {
  kind: EncounterClass;
  /** True while all tellings leave open whether people met or telephoned. */
  isOpen: boolean;
  date: DateRange;
  /** True where it went on over all of the range. */
  lasts: boolean;
  /** True for several within the range. */
  repeats: boolean;
  who: Set<string>;
  persons: Set<string>;
  told: Told[];
}

// A range of more days than this says too little to tell two encounters apart.
const TELLING_DAYS = 31;
// An undated telling is taken for the one encounter of the same people in the days before publishing.
const FRESH_DAYS = 7;
// A day of publishing worked out no better than this does not say what is news.
const KNOWN_DAYS = 3;
// Fewer characters than this can be the same by chance.
const COPIED_LENGTH = 40;

export function groupTellings(all: Told[], sides: Map<string, string>): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group[]>();
  const byWords = new Map<string, Group>();
  const add = (key: string, group: Group): void => {
    const known = byKey.get(key);
    if (!known) byKey.set(key, [group]);
    else if (known.at(-1) !== group) known.push(group);
  };
  const days = new Map(all.map((told) => [told, daysOf(told)]));
  const sorted = [...all].sort(
    (a, b) => days.get(a)! - days.get(b)! || b.who.size - a.who.size || byPublication(a, b) || compare(a.id, b.id),
  );
  for (const told of sorted) {
    const copy = byWords.get(`${told.local.kind} ${told.words}`);
    const same = copy && isCopy(copy, told) ? copy : bestOf(candidates(told, byKey, sides), told, sides);
    const group = same ?? makeGroup(told);
    if (same) join(same, told);
    else groups.push(group);
    if (!byWords.has(`${told.local.kind} ${told.words}`)) byWords.set(`${told.local.kind} ${told.words}`, group);
    for (const key of keysOf(group.kind, group.isOpen, group.who, group.date, sides)) add(key, group);
  }
  return groups;
}

const daysOf = ({ local }: Told): number => (local.told ? Math.min(widthOf(local.date), 9999) : 10_000);

function makeGroup(told: Told): Group {
  return {
    kind: classOf(told.local.kind),
    isOpen: told.local.open,
    date: told.local.date,
    lasts: told.local.lasts,
    repeats: told.local.repeats ?? false,
    who: new Set(told.who),
    persons: new Set(told.persons),
    told: [told],
  };
}

function join(group: Group, told: Told): void {
  // Talks of three days are not shorter for a telling of one of them.
  if (!group.lasts)
    group.date = told.local.lasts ? told.local.date : (common(group.date, told.local.date) ?? group.date);
  group.lasts ||= told.local.lasts;
  if (group.isOpen && !told.local.open) {
    group.kind = classOf(told.local.kind);
    group.isOpen = false;
  }
  for (const id of told.who) group.who.add(id);
  for (const id of told.persons) group.persons.add(id);
  group.told.push(told);
}

/** A copy or another version: the same words, of the same people, on days that can be the same. */
function isCopy(group: Group, told: Told): boolean {
  return (
    told.words.length >= COPIED_LENGTH &&
    common(group.date, told.local.date) !== null &&
    (told.who.size === 0 || [...told.who].some((id) => group.who.has(id)))
  );
}

/** Keys under which a group is found: kind, one of its people or their sides, a week. Wide ranges have none. */
function keysOf(
  kind: EncounterClass,
  isOpen: boolean,
  who: Set<string>,
  date: DateRange,
  sides: Map<string, string>,
): string[] {
  if (widthOf(date) > TELLING_DAYS) return [];
  const first = weekOf(date.earliest!);
  const last = weekOf(date.latest!);
  const names = new Set([NO_ONE]);
  for (const id of who) names.add(id).add(sides.get(id) ?? id);
  const kinds = isOpen ? ['call', 'meeting'] : [kind];
  const keys: string[] = [];
  for (const one of kinds)
    for (const name of names) for (let week = first; week <= last; week++) keys.push(`${one} ${week} ${name}`);
  return keys;
}

const NO_ONE = '*';
const weekOf = (day: string): number => Math.floor(numberOf(day) / 7);

function candidates(told: Told, byKey: Map<string, Group[]>, sides: Map<string, string>): Group[] {
  const { local, who } = told;
  const date = local.told ? local.date : freshDays(told);
  if (!date) return [];
  const found = new Set<Group>();
  const keys = keysOf(classOf(local.kind), local.open, who, date, sides);
  // Whoever is named narrows the search; talks of nobody named are looked for among all of the week.
  for (const key of keys)
    if (who.size === 0 || !key.endsWith(` ${NO_ONE}`)) for (const group of byKey.get(key) ?? []) found.add(group);
  if (who.size > 0)
    for (const key of keys)
      if (key.endsWith(` ${NO_ONE}`))
        for (const group of byKey.get(key) ?? []) if (group.who.size === 0) found.add(group);
  const fitting = [...found].filter((group) => fits(group, told, date, sides));
  return local.told || fitting.length === 1 ? fitting : [];
}

/** The days before publishing in which an undated telling is news. */
function freshDays({ local, entry }: Told): DateRange | null {
  const { published } = entry.article;
  const { latest } = published;
  if (local.status !== 'held' || latest === null || widthOf(published) > KNOWN_DAYS) return null;
  const from = new Date((numberOf(latest) - FRESH_DAYS) * 86_400_000).toISOString().slice(0, 10);
  return { earliest: from, latest };
}

function fits(group: Group, told: Told, date: DateRange, sides: Map<string, string>): boolean {
  const { local } = told;
  // "has met them four times since Monday" is none of the four.
  if (group.repeats !== (local.repeats ?? false)) return false;
  if (common(group.date, local.date) === null || common(group.date, date) === null) return false;
  if (group.kind !== classOf(local.kind) && !(group.isOpen || local.open)) return false;
  // An article tells its own encounters apart already.
  if (group.told.some((other) => other.entry === told.entry)) return false;
  if (!peopleFit(group, told, sides)) return false;
  return local.told || told.who.size >= 2;
}

/** All of the one are among the other, or the one are the states and bodies whose people the other are. */
function peopleFit(group: Group, told: Told, sides: Map<string, string>): boolean {
  // Where nobody is named, only the place can tell that it is the same.
  if (group.who.size === 0 || told.who.size === 0)
    return group.kind !== 'call' && group.told.some(({ local }) => samePlace(local.place, told.local.place));
  const [few, many] = group.who.size <= told.who.size ? [group.who, told.who] : [told.who, group.who];
  const apart = [...few].filter((id) => !many.has(id));
  if (apart.length === 0) return few.size >= 2 || many.size <= 2 || widthOf(told.local.date) <= 3;
  // Two of three will do where both tell the day.
  const isExact = widthOf(told.local.date) <= 3 && widthOf(group.date) <= 3;
  if (few.size - apart.length >= 2 && isExact) return true;
  const persons = new Set([...group.persons, ...told.persons]);
  const others = [...many].filter((id) => !few.has(id));
  if (apart.some((id) => persons.has(id)) && others.some((id) => persons.has(id))) return false;
  const fewSides = new Set([...few].map((id) => sides.get(id) ?? id));
  const manySides = new Set([...many].map((id) => sides.get(id) ?? id));
  const [less, more] = fewSides.size <= manySides.size ? [fewSides, manySides] : [manySides, fewSides];
  return less.size >= 2 && [...less].every((side) => more.has(side));
}

function samePlace(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && (a.includes(b) || b.includes(a));
}

/** Of several that fit, the one that shares most people, then the one with the narrowest date, then the first made. */
function bestOf(groups: Group[], told: Told, sides: Map<string, string>): Group | undefined {
  const shared = ({ who }: Group): number => [...told.who].filter((id) => who.has(id)).length;
  const sideShared = ({ who }: Group): number => {
    const have = new Set([...who].map((id) => sides.get(id) ?? id));
    return [...told.who].filter((id) => have.has(sides.get(id) ?? id)).length;
  };
  return [...groups].sort(
    (a, b) =>
      shared(b) - shared(a) ||
      sideShared(b) - sideShared(a) ||
      widthOf(a.date) - widthOf(b.date) ||
      compare(a.told[0]!.id, b.told[0]!.id),
  )[0];
}
