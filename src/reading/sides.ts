/**
 * Sides: for whom each person and body of an article stands, with the words that show it. In: the entities and their
 * titles. Out: `sides` of each, and `side` where they agree. Example: "Norlandish foreign minister Ana Lind" stands
 * for Norland; "Lind’s adviser Per Holm" for whom Lind stands for; "the Harbor Union’s president" for the union.
 *
 * What tells: a state, nationality or body right before a title or inside it; whose adviser somebody is; an office or
 * house of government that one state has. A national office without a state ("the prime minister") counts, weakly, for
 * the state whose houses of government the article names most.
 */
import { readList } from '../data/lists.ts';
import type { Doc, Name } from '../language/doc.ts';
import type { World } from '../language/world/index.ts';
import { bodyNouns, fold } from '../model/names.ts';
import type { Entity, Range } from './reading.ts';
import { firstFrom } from './search.ts';

interface Clue extends Range {
  /** Name of a state or body; a person's clue is the side of that person. */
  entity: number | null;
  person: boolean;
  name: string;
}

const offices: ReadonlyMap<string, string> = new Map(
  readList('en/world/offices.tsv').flatMap((line) => {
    const [code, words] = line.split('\t') as [string, string];
    return words.split('|').map((phrase) => [phrase.toLowerCase(), code] as const);
  }),
);

/** States that do not have an office, by its word. */
const without: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readList('en/world/heads.tsv').map((line) => {
    const [word, codes] = line.split('\t') as [string, string];
    return [word, new Set(codes.split(' '))] as const;
  }),
);

// Words between a side and the title it belongs to: "Norland’s", "the Norlandish and".
const GAP = /^[’']?s?[\s,]*$/;
/** A national office, by itself. */
const NATIONAL =
  /^(?:(?:vice|deputy) )?(?:president|prime minister|premier|chancellor|foreign (?:minister|secretary)|(?:finance|defen[cs]e|interior|trade|justice) minister|national security advis[eo]r|attorney general)$/i;
/** Who belongs to a state or body and speaks for no more than themselves. */
const OWN_VOICE =
  /^(?:(?:retired|former|ex|late|then|onetime|one-time|longtime)\b|sen\.|senator\b|rep\.|representative\b|congress(?:man|woman)|m\.?e?\.?p\b)|\b(?:former|ex-\w+|senator|congress(?:man|woman)|lawmaker|legislator|m\.?e?p|member of (?:the )?(?:\w+ )?parliament|backbencher|candidate|nominee|contender|hopeful|front-?runner|supporter|donor|voter|strategist|analyst|professor|economist|columnist|alumnus|surrogate|whip|(?:majority|minority) leader|(?:senate|house|parliamentary|congressional|select) committee|house speaker|speaker of the house)\b/i;
/** A minister of a state, by the office alone. */
const MINISTER = /^(?:deputy )?(?:prime minister|premier|chancellor|(?:\p{L}+ ){1,3}minister)$/iu;
/** A ministry of a state, by what it is for alone. */
const MINISTRY = /^(?:\p{L}+ ){1,3}ministry$|^ministry of (?:\p{L}+ ?){1,4}$/iu;
/** Bodies that are part of a state where its name stands before them. */
const STATE_BODY =
  /\b(?:ministry|department|office|treasury|army|navy|forces?|police|government|cabinet|parliament|senate|congress|council of ministers|commission|court|embassy|intelligence|military|administration|agency|delegation|trade representative|central bank|coast guard|guards?|troops|mission|readout)\b/i;
/** What is no part of a state though it bears its name. */
const FREE =
  /\b(?:chamber|business|daily|times|news|bank of|airlines?|university|club|institute|football|press|post)\b/i;
const BODY_WORD =
  /^(?:union|association|company|party|council|federation|ministry|commission|group|alliance|firm|bloc)$/;

export function findSides(doc: Doc, entities: Entity[], world: World): void {
  const clues = cluesOf(doc, entities, world);
  const bodies = indexBodies(entities);
  const houses = countHouses(entities, world);
  const home = homeOf(clues, world);
  const chiefs = chiefsOf(doc, entities);
  const named = statesIn(doc, entities, world);
  entities.forEach((entity, index) => {
    if (entity.kind === 'person')
      sidesOfPerson(entity, { doc, index, world, clues, bodies, houses, home, chiefs, named });
    else if (entity.kind === 'organization' || entity.kind === 'group') sidesOfBody(entity, doc, world, clues, home);
  });
  for (const entity of entities) entity.side = strongest(entity.sides ?? []);
  const people = new Map(entities.flatMap((one) => (one.kind === 'person' ? [[one.name, one] as const] : [])));
  // "Lind’s adviser" stands for whom Lind stands for, however long the row; where that is not known, for nobody.
  for (let round = 0; round < ROUNDS; round++)
    for (const entity of entities) {
      const person = people.get(entity.side ?? '');
      if (person && person !== entity && !people.has(person.side ?? '')) entity.side = person.side;
    }
  for (const entity of entities) if (people.has(entity.side ?? '')) entity.side = null;
}

/** "Labour Minister": what the office is for, though a party may be called so. */
const DEPARTMENT = /^(?:labou?r|justice|trade|treasury|commerce|health|energy|environment|home|foreign|defen[cs]e)$/i;
const ROUNDS = 2;

interface Scene {
  doc: Doc;
  /** Of the entity that is asked for. */
  index: number;
  world: World;
  clues: Clue[];
  bodies: Map<string, Entity[]>;
  houses: string | null;
  /** The state that the article speaks of far more than of any other. */
  home: string | null;
  /** Who is meant by a national office without a state, by the office; null where several may be. */
  chiefs: Map<string, Entity | null>;
  /** Codes of the states that the article speaks of. */
  named: ReadonlySet<string>;
}

function sidesOfPerson(entity: Entity, { doc, index, world, clues, bodies, houses, home, chiefs, named }: Scene): void {
  const found: NonNullable<Entity['sides']> = [];
  let ownVoice = false;
  const add = (name: string, evidence: Range, weak = false): void => {
    const range = { start: evidence.start, end: evidence.end };
    if (name !== entity.name)
      found.push({ name, evidence: range, ...(weak && { weak }), ...(ownVoice && { ownVoice }) });
  };
  for (const title of entity.titles ?? []) {
    const text = doc.text.slice(title.start, title.end);
    ownVoice = OWN_VOICE.test(text);
    const inside = cluesIn(clues, title)
      .filter((clue) => clue.entity !== index && tells(doc.text, title, clue))
      .sort((a, b) => Number(isAbout(doc.text, title, a)) - Number(isAbout(doc.text, title, b)));
    const before = clueBefore(clues, title.start, doc.text);
    const told = before ?? inside[0] ?? ownerBefore(clues, title.start, doc.text, index);
    if (told) add(told.name, told);
    const words = text.replace(/\s+/g, ' ');
    // Several states have a "Foreign Secretary": an article that speaks of states must speak of this one.
    const office = offices.get(words.toLowerCase());
    const code = office && (named.size === 0 || named.has(office)) ? office : null;
    if (!told && code) add(world.nameOf(code)!, title);
    if (!told && !code) {
      const body = bodyIn(words, bodies, title.start);
      const adjective = /\b\p{Lu}\p{Ll}{3,}(?:n|ese|ish|i|ic)\b/u.exec(words);
      if (body && body !== entity) add(body.name, title);
      // A word such as "Selmian", whose state only another article may name.
      else if (adjective && world.lookUp(adjective[0]).length === 0)
        found.push({ name: adjective[0], evidence: { start: title.start, end: title.end }, adjective: true });
      else if (houses !== null && chiefs.get(officeIn(words)) === entity && hasOffice(world, houses, words))
        add(houses, title, true);
      else if (home !== null && MINISTER.test(words) && hasOffice(world, home, words)) add(home, title, true);
    }
  }
  if (found.length > 0) entity.sides = found;
}

const officeIn = (title: string): string => (NATIONAL.test(title) ? title.toLowerCase() : '');

function hasOffice(world: World, state: string, title: string): boolean {
  const [code] = world.countriesOf(state);
  const word = [...without.keys()].find((office) =>
    title.toLowerCase().replace('premier', 'prime minister').endsWith(office),
  );
  return !code || !word || !without.get(word)!.has(code);
}

/** Who holds each national office that is told without a state: the only one, or who is named by far the most. */
function chiefsOf(doc: Doc, entities: Entity[]): Map<string, Entity | null> {
  const holders = new Map<string, Entity[]>();
  for (const entity of entities) {
    const titles = (entity.titles ?? []).map(({ start, end }) => doc.text.slice(start, end).replace(/\s+/g, ' '));
    for (const office of new Set(titles.map(officeIn))) {
      const known = holders.get(office);
      if (known) known.push(entity);
      else holders.set(office, [entity]);
    }
  }
  return new Map(
    [...holders].map(([office, all]) => {
      const [first, second] = all.sort((a, b) => b.mentions.length - a.mentions.length);
      return [office, !second || first!.mentions.length >= FAR_MORE * second.mentions.length ? first! : null] as const;
    }),
  );
}

const FAR_MORE = 3;

/** Codes of the states that an article names, by name, adjective or house of government. */
function statesIn(doc: Doc, entities: Entity[], world: World): Set<string> {
  const names = [...doc.names.map(({ text }) => text.replace(/\s+/g, ' ')), ...entities.map(({ name }) => name)];
  return new Set(
    names.flatMap((name) =>
      world
        .lookUp(name)
        .flatMap(({ kind, code }) => (code && /^(?:country|nationality|seat|capital)$/.test(kind) ? [code] : [])),
    ),
  );
}

function sidesOfBody(entity: Entity, doc: Doc, world: World, clues: Clue[], home: string | null): void {
  const found: NonNullable<Entity['sides']> = [];
  const { name } = entity;
  const seat = world.lookUp(name).find(({ kind }) => kind === 'seat');
  const code = seat?.code ?? offices.get(name.toLowerCase()) ?? stateIn(name, world);
  const first = entity.mentions[0]!;
  const state = code ? world.nameOf(code) : null;
  if (state && state !== name) found.push({ name: state, evidence: { start: first.start, end: first.end } });
  else if (STATE_BODY.test(name) && !FREE.test(name))
    for (const mention of entity.mentions) {
      const before = clueBefore(clues, mention.start, doc.text);
      if (before && before.name !== name)
        found.push({ name: before.name, evidence: { start: before.start, end: before.end } });
    }
  if (found.length === 0 && home !== null && MINISTRY.test(name))
    found.push({ name: home, evidence: { start: first.start, end: first.end }, weak: true });
  if (found.length > 0) entity.sides = found;
}

/** The side of a body that joins the cast later, by the state its words speak of. */
export function sideOfBody(name: string, state: string | null, evidence: Range, world: World | null): Entity['sides'] {
  const code = world && (offices.get(name.toLowerCase()) ?? stateIn(name, world));
  const first = name.split(' ')[0]!;
  if (!code && !state && world && STATE_BODY.test(name) && /^\p{Lu}\p{Ll}{3,}(?:n|ese|ish|i|ic)$/u.test(first))
    return [{ name: first, evidence, adjective: true }];
  const side = (code ? world!.nameOf(code) : null) ?? (STATE_BODY.test(name) && !FREE.test(name) ? state : null);
  return side && side !== name ? [{ name: side, evidence }] : undefined;
}

/** "Norlandish Commerce Ministry", "Norland Defence Forces": the code of the state whose body the name is. */
function stateIn(name: string, world: World): string | null {
  if (!STATE_BODY.test(name) || FREE.test(name)) return null;
  const parts = name.replace(/[’']s\b/g, '').split(' ');
  for (const length of [2, 1]) {
    const codes = parts.length > length ? world.countriesOf(parts.slice(0, length).join(' ')) : [];
    if (codes.length === 1) return codes[0]!;
  }
  // "Government of the Republic of Norland"
  const of = /\bof (?:the )?(?:(?:federal |democratic |people[’']s )?republic of |kingdom of )?(.+)$/i.exec(name);
  const last = of ? world.countriesOf(of[1]!) : [];
  return last.length === 1 ? last[0]! : null;
}

/** Names of states, nationalities, bodies and people that a title may speak of, in order. */
function cluesOf(doc: Doc, entities: Entity[], world: World): Clue[] {
  const stateOf = (name: Name): string | null => {
    if (name.full !== undefined) return name.full;
    const codes = world.countriesOf(name.text.replace(/\s+/g, ' '));
    return codes.length === 1 ? world.nameOf(codes[0]!) : null;
  };
  const clues: Clue[] = doc.names.flatMap((name) => {
    const state = name.kind === 'nationality' ? stateOf(name) : null;
    return state ? [{ start: name.start, end: name.end, entity: null, person: false, name: state }] : [];
  });
  entities.forEach((one, index) => {
    if (one.kind === 'place' && world.lookUp(one.name).every(({ kind }) => kind !== 'country')) return;
    const seat = world.lookUp(one.name).find(({ kind }) => kind === 'seat');
    const code = seat?.code ?? offices.get(one.name.toLowerCase());
    const name = (code ? world.nameOf(code) : null) ?? one.name;
    for (const { start, end } of one.mentions)
      clues.push({ start, end, entity: index, person: one.kind === 'person', name });
  });
  return clues.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** True where a name inside a title tells whose it is, and is not the title itself ("Labour Minister"). */
function tells(text: string, title: Range, clue: Clue): boolean {
  if (DEPARTMENT.test(text.slice(clue.start, clue.end))) return false;
  const before = text.slice(title.start, clue.start);
  // "ambassador to Norland" is another state's; "a Norland-based adviser" may be anybody's.
  if (
    /\b(?:ambassador|envoy|consul|consul general|emissary|attaché|negotiator)\s+(?:to|in|for|with)\s+(?:the\s+)?$/i.test(
      before,
    )
  )
    return false;
  if (/^[-–](?:based|born|backed|educated)\b/i.test(text.slice(clue.end, clue.end + 10))) return false;
  return clue.end < title.end || /\b(?:of|for|at|in|from|to)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,2}$/iu.test(before);
}

/** "president for Norland operations of [Selm Quays]": what somebody works on comes after whom it is for. */
const isAbout = (text: string, title: Range, { start }: Clue): boolean =>
  /\b(?:for|in|on|to)\s+(?:the\s+)?$/i.test(text.slice(title.start, start));

/** "Lind and her [minister]": whoever was named last before. */
function ownerBefore(clues: Clue[], offset: number, text: string, index: number): Clue | null {
  if (!/\b(?:his|her)\s+$/i.test(text.slice(Math.max(0, offset - 6), offset))) return null;
  for (let k = firstFrom(clues, offset) - 1; k >= 0 && offset - clues[k]!.end < OWNER; k--)
    if (clues[k]!.person && clues[k]!.entity !== index) return clues[k]!;
  return null;
}

// Characters: a sentence or two.
const OWNER = 300;

/** The clues inside a range. */
function cluesIn(clues: Clue[], range: Range): Clue[] {
  const found: Clue[] = [];
  for (let k = firstFrom(clues, range.start); k < clues.length && clues[k]!.start < range.end; k++)
    if (clues[k]!.end <= range.end) found.push(clues[k]!);
  return found;
}

/** The clue that ends right before an offset: "Norlandish", "Norland’s". */
function clueBefore(clues: Clue[], offset: number, text: string): Clue | null {
  for (let k = firstFrom(clues, offset) - 1, steps = 0; k >= 0 && steps < 2; k--, steps++) {
    const clue = clues[k]!;
    if (
      clue.end <= offset &&
      offset - clue.end < 4 &&
      GAP.test(text.slice(clue.end, offset)) &&
      !text.slice(clue.end, offset).includes(',')
    )
      return clue;
  }
  return null;
}

function indexBodies(entities: Entity[]): Map<string, Entity[]> {
  const index = new Map<string, Entity[]>();
  for (const entity of entities) {
    if (entity.kind !== 'organization') continue;
    for (const word of bodyNouns(entity.name)) {
      if (!BODY_WORD.test(word)) continue;
      const known = index.get(word);
      if (known) known.push(entity);
      else index.set(word, [entity]);
    }
  }
  return index;
}

/** Before the word for a body that was named before. */
const BARE = /(?:^|\s)(?:the|its|their|our|of|for|at|[\p{L}’']+[’']s)\s+$/iu;

/** "union president", "spokeswoman for the association": the body of that kind that was named last before. */
function bodyIn(title: string, bodies: Map<string, Entity[]>, offset: number): Entity | null {
  for (const { index, 0: word } of title.matchAll(/\p{L}+/gu)) {
    const known = bodies.get(fold(word));
    // "state firefighters union", "Party for Progress": another one than was named.
    if (!known || (index > 0 && (/^\p{Lu}/u.test(word) || !BARE.test(title.slice(0, index))))) continue;
    // They are in the order of their first mention.
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (known[middle]!.mentions[0]!.start < offset) low = middle + 1;
      else high = middle;
    }
    if (low > 0) return known[low - 1]!;
    if (known.length === 1) return known[0]!;
  }
  return null;
}

/** The state whose houses of government are named most; null where two are level. */
function countHouses(entities: Entity[], world: World): string | null {
  const counts = new Map<string, number>();
  for (const { name, kind, mentions } of entities) {
    if (kind !== 'organization') continue;
    const seat = world.lookUp(name).find((entry) => entry.kind === 'seat');
    if (!seat?.code || seat.stands !== 'government' || UNIONS.test(seat.code)) continue;
    counts.set(seat.code, (counts.get(seat.code) ?? 0) + mentions.length);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? world.nameOf(first[0]) : null;
}

// Unions of states have no ministers.
const UNIONS = /^(?:EU|UN)$/;

/** The state named, with its people, at least so many times as often as any other. */
function homeOf(clues: Clue[], world: World): string | null {
  const counts = new Map<string, number>();
  for (const { name, person } of clues)
    if (!person && world.countriesOf(name).length === 1) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= LEAST_NAMED && first[1] >= FAR_MORE * (second?.[1] ?? 0) ? first[0] : null;
}

const LEAST_NAMED = 3;

/** What most passages tell, else the earliest of them; weak ones only where there is no other. */
function strongest(sides: NonNullable<Entity['sides']>): string | null {
  const known = sides.filter(({ adjective }) => !adjective);
  const strong = known.some(({ weak }) => !weak) ? known.filter(({ weak }) => !weak) : known;
  const counts = new Map<string, number>();
  for (const { name } of strong) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > counts.get(best)!) best = name;
  return best;
}
