/**
 * Who and what is named in an article, all mentions together under the fullest form. In: the names that the engine
 * found. Out: entities. Example: "Prime Minister Ana Lind" and "Lind" are one person with the role "Prime Minister";
 * where two share a last name, it alone means the one named last before.
 */
import type { Doc, Name } from '../language/doc.ts';
import type { World } from '../language/world/index.ts';
import { bodyKey, bodyNouns, fold, surnamesOf } from '../model/names.ts';
import type { Entity, Range } from './reading.ts';
import { firstFrom } from './search.ts';
import { findSides } from './sides.ts';
import { seatName } from './speakers/bodies.ts';
import { genderOfName, genderOfTitle } from './speakers/gender.ts';
import { personKey } from './speakers/nicknames.ts';

const KINDS: Partial<Record<Name['kind'], Entity['kind']>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  country: 'government',
};
// Codes of the world's lists that are bodies of states.
const UNIONS = new Set(['EU', 'UN']);
/** What stands before the name of a body, never before that of a person. */
const BODY_BEFORE =
  /(?:broadcaster|newspaper|newswire|agency|company|firm|network|channel|website|outlet|giant|maker|carrier|operator|group|movement|militia|charity|lender|bank)\s+$/i;

const OF_MEMBERS = /\b(?:Association|Union|Council|Federation|League|Party|Committee|Confederation|Alliance|Ministry)$/;

export function findEntities(doc: Doc, world: World): Entity[] {
  const cast = new Grouping(doc, world);
  const texts = new Set(doc.names.map(({ text }) => text));
  const names = doc.names.filter((name) => KINDS[name.kind] && !isPair(name, texts, world));
  // Longer names first, so that "Lind" finds "Ana Lind" whatever their order in the text.
  for (const name of [...names].sort((a, b) => words(b.text) - words(a.text) || a.start - b.start)) cast.add(name);
  return cast.finish();
}

class Grouping {
  private entities: Entity[] = [];
  private readonly byKey = new Map<string, Entity>();
  private readonly bySurname = new Map<string, Set<Entity>>();
  private readonly byFirstName = new Map<string, Set<Entity>>();
  /** Bodies of several words by the first: "Halden" is Halden Energy. */
  private readonly byFirstWord = new Map<string, Set<Entity>>();
  private readonly shared: Name[] = [];
  /** Names that somebody is said to head: they are bodies. */
  private readonly led: Set<string>;
  private readonly people: Name[];

  private readonly doc: Doc;
  private readonly world: World;

  constructor(doc: Doc, world: World) {
    this.doc = doc;
    this.world = world;
    this.led = findLed(doc);
    this.people = doc.names.filter(({ kind }) => kind === 'person');
  }

  add(name: Name): void {
    const kind = this.kindOf(name);
    const key = keyOf(name, kind, this.world);
    // The same words are the same one, whatever the engine took them for.
    const known = this.byKey.get(key) ?? this.byKey.get(fold(cleanName(name)));
    if (known) {
      this.mention(known, name);
      return;
    }
    // "el-[Harrouk]", where the engine leaves the article out of the name.
    const cut =
      kind !== 'government' && /\b[ae]l-$/i.test(this.doc.text.slice(Math.max(0, name.start - 3), name.start));
    if (kind === 'person' || (cut && this.bySurname.has(fold(squeeze(name.text))))) {
      const bearers = this.bearersOf(name, fold(squeeze(name.text)));
      if (bearers && bearers.size > 1) {
        this.shared.push(name);
        return;
      }
      const [only] = bearers ?? [];
      if (only) {
        this.mention(only, name);
        return;
      }
    }
    if (kind === 'organization' && words(name.text) === 1) {
      const [only, other] = this.byFirstWord.get(fold(cleanName(name))) ?? [];
      if (only && !other && this.world.lookUp(name.text).length === 0) {
        this.mention(only, name);
        return;
      }
    }
    this.mention(this.make(name, kind, key), name);
  }

  finish(): Entity[] {
    for (const entity of this.entities) entity.mentions.sort((a, b) => a.start - b.start);
    this.joinShortForms();
    // Who was called so twice stays who is meant, until a title tells otherwise.
    const called = new Map<string, { entity: Entity; times: number }>();
    const chosen = [...this.shared]
      .sort((a, b) => a.start - b.start)
      .map((name) => {
        const text = fold(squeeze(name.text));
        const known = called.get(text);
        const entity = this.nearest(name, known && known.times >= SETTLED ? known.entity : null);
        called.set(text, { entity, times: known?.entity === entity ? known.times + 1 : 1 });
        return [entity, name] as const;
      });
    for (const [entity, name] of chosen) this.mention(entity, name);
    for (const entity of this.entities) entity.mentions.sort((a, b) => a.start - b.start);
    const found = this.entities.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
    findSides(this.doc, found, this.world);
    return found;
  }

  /** "the Association" is the body whose name ends so, where the article names one. */
  private joinShortForms(): void {
    const byWord = new Map<string, Entity[]>();
    for (const entity of this.entities) {
      if (entity.kind !== 'organization' || words(entity.name) === 1) continue;
      for (const noun of bodyNouns(entity.name)) {
        const known = byWord.get(noun);
        if (known) known.push(entity);
        else byWord.set(noun, [entity]);
      }
    }
    this.entities = this.entities.filter((entity) => {
      const full = entity.kind === 'organization' ? (byWord.get(fold(entity.name)) ?? []) : [];
      if (full.length !== 1) return true;
      full[0]!.mentions.push(...entity.mentions);
      full[0]!.aliases.push(...[entity.name, ...entity.aliases].filter((text) => !full[0]!.aliases.includes(text)));
      return false;
    });
  }

  /** "Lind" for Ana Lind; where nobody has that last name, "Xu" for Xu Wenhua, whose family name comes first. */
  private bearersOf(name: Name, text: string): Set<Entity> | undefined {
    if (name.full !== undefined) {
      const full = this.byKey.get(personKey(name.full));
      if (full) return new Set([full]);
    }
    const byInitial = /^\p{L}\. ?(.+)$/u.exec(text);
    if (byInitial) {
      const same = [...(this.bySurname.get(byInitial[1]!) ?? [])].filter(({ name: full }) => fold(full)[0] === text[0]);
      return same.length === 1 ? new Set(same) : undefined;
    }
    return this.bySurname.get(text) ?? this.byFirstName.get(text);
  }

  /** Of several with one last name: who is called so by title or else was named last before, else first after. */
  private nearest(name: Name, settled: Entity | null): Entity {
    const bearers = [...this.bearersOf(name, fold(squeeze(name.text)))!];
    const titles = name.roles.map(({ text }) => squeeze(text));
    const titled = bearers.filter(({ roles }) => titles.some((title) => roles.includes(title)));
    const address = /(\S+)\s$/.exec(this.doc.text.slice(Math.max(0, name.start - 8), name.start))?.[1];
    const gender = address ? genderOfTitle(address) : null;
    const fitting = gender ? bearers.filter((one) => (genderOfName(one.name) ?? gender) === gender) : [];
    if (settled && titled.length === 0 && (fitting.length === 0 || fitting.includes(settled))) return settled;
    let best = bearers[0]!;
    let latest = -1;
    for (const bearer of titled.length > 0 ? titled : fitting.length > 0 ? fitting : bearers) {
      const before = bearer.mentions[firstFrom(bearer.mentions, name.start) - 1]?.start ?? -1;
      if (before <= latest && best !== bearers[0]) continue;
      if (before > latest) {
        best = bearer;
        latest = before;
      }
    }
    return best;
  }

  private kindOf(name: Name): Entity['kind'] {
    if (name.kind === 'person' && name.roles.length === 0 && words(name.text) === 1) {
      if (BODY_BEFORE.test(this.doc.text.slice(Math.max(0, name.start - 20), name.start))) return 'organization';
      // A capital, unless it is somebody's last name here.
      const text = cleanName(name);
      if (
        !this.bySurname.has(fold(text)) &&
        this.world.lookUp(text).some(({ kind }) => /^(?:capital|seat)$/.test(kind))
      )
        return 'place';
    }
    return name.kind === 'person' && this.led.has(name.text) ? 'organization' : KINDS[name.kind]!;
  }

  private make(name: Name, kind: Entity['kind'], key: string): Entity {
    const code = /^country:(.+)$/.exec(key)?.[1];
    const entity: Entity = {
      name: (code === undefined ? null : this.world.nameOf(code)) ?? seatName(cleanName(name)),
      kind: code === undefined ? kind : UNIONS.has(code) ? 'organization' : 'government',
      roles: [],
      side: null,
      aliases: [],
      mentions: [],
      key,
    };
    this.entities.push(entity);
    this.byKey.set(key, entity);
    if (!this.byKey.has(fold(entity.name))) this.byKey.set(fold(entity.name), entity);
    // Companies go by their first word; "Selm" is no Selm Port Employers’ Association.
    if (kind === 'organization' && words(entity.name) > 1 && words(entity.name) < 4 && !OF_MEMBERS.test(entity.name))
      put(this.byFirstWord, fold(entity.name).split(' ')[0]!, entity);
    if (kind === 'person' && words(name.text) > 1) {
      for (const surname of surnamesOf(entity.name)) put(this.bySurname, surname, entity);
      put(this.byFirstName, fold(entity.name).split(' ')[0]!, entity);
    }
    return entity;
  }

  private mention(entity: Entity, name: Name): void {
    const text = squeeze(name.text);
    if (text !== entity.name && !entity.aliases.includes(text)) entity.aliases.push(text);
    entity.mentions.push({ start: name.start, end: name.end });
    if (entity.kind !== 'person') return;
    for (const told of [...name.roles, ...roleBeforeComma(this.doc, name)]) {
      // "White [House spokesperson]": a title begins where the body in it does.
      const over = this.doc.names[firstFrom(this.doc.names, told.start) - 1];
      const isOver = over && /^(?:organization|place)$/.test(over.kind) && over.end > told.start;
      const first = isOver ? over.start : told.start;
      const start = first + nounOf(this.doc.text.slice(first, told.end));
      const role = { start, end: told.end, text: this.doc.text.slice(start, told.end) };
      // A title that runs on into the next name is that one's: "the director Per Holm and the adviser Ana Lind".
      const next = this.people[firstFrom(this.people, role.start)];
      const runsOn = next && next.start !== name.start && next.start < role.end && !this.led.has(next.text);
      const title = squeeze(role.text)
        .replace(/[\s,]+(?:Lord|Lady|Sir|Dame)$/, '')
        .replace(/^(?:His |Her )?(?:Excellency|Majesty|Highness) /, '')
        .replace(/^(?:(?:now|then|also|once|another|one|a|an|the|himself|herself|who|both)\s+)+/i, '');
      if (runsOn || ADDRESS.test(title)) continue;
      entity.titles = [...(entity.titles ?? []), { start: role.start, end: role.end }];
      if (!entity.roles.includes(title)) entity.roles.push(title);
    }
  }
}

const SETTLED = 2;

/** Where the title begins in "office of Prime Minister", "visit of its foreign minister": behind what is no person. */
function nounOf(title: string): number {
  const match = /^([\p{L}’' -]*\s)?(\p{L}+) of (?:the |its |his |her |their )?/iu.exec(title);
  if (!match || !THINGS.test(match[2]!)) return 0;
  return match[0].length;
}

const THINGS =
  /^(?:office|government|cabinet|ministry|administration|visit|trip|arrival|resignation|appointment|team)$/i;

/** "Norland’s chief negotiator, [Ana Lind]": the title that a comma parts from the name. */
function roleBeforeComma({ text }: Doc, { start, roles }: Name): Range[] {
  if (roles.length > 0) return [];
  const from = Math.max(0, start - TITLE_LENGTH);
  const match = TITLE_BEFORE.exec(text.slice(from, start));
  if (!match) return [];
  const end = from + match.index + match[0].replace(/\s*,\s+$/, '').length;
  return [{ start: end - match[1]!.length, end }];
}

const TITLE_LENGTH = 70;
const TITLE_BEFORE =
  /(?:[’']s|\bthe|\bhis|\bher)\s+((?:\p{Ll}[\p{L}-]* ){0,4}(?:minister|secretary|president|spokes(?:man|woman|person)|advis[eo]r|chairman|chairwoman|chair|negotiator|ambassador|leader|chief|director|executive|mediator|envoy|head|premier|commissioner|governor|mayor))\s*,\s+$/iu;

/** Who "Lind, chief executive of Selm Quays" heads, whatever the engine took the name for. */
function findLed(doc: Doc): Set<string> {
  const led = new Set<string>();
  const people = doc.names.filter(({ kind }) => kind === 'person');
  for (const { roles, start } of people)
    for (const role of roles) {
      const inside = people[firstFrom(people, role.start)];
      if (
        inside &&
        inside.start < role.end &&
        inside.start !== start &&
        HEADS.test(doc.text.slice(role.start, inside.start))
      )
        led.add(inside.text);
    }
  return led;
}

const HEADS =
  /(?:executive|director|chair(?:man|woman|person)?|president|boss|founder|owner|manager|ceo) (?:of|at) (?:the )?$/i;

/** Forms of address that are no office. */
const ADDRESS = /^(?:Lord|Lady|Sir|Dame|Mr|Mrs|Ms|official)$/i;

/** "Norland-Eastmark" before "talks": two names that no one bears. */
function isPair(name: Name, texts: Set<string>, world: World): boolean {
  const parts = name.text.split(/[-–]/);
  if (parts.length !== 2 || /\s/.test(name.text)) return false;
  const isName = (part: string): boolean => world.lookUp(part).length > 0 || texts.has(part);
  return isName(parts[0]!) && isName(parts[1]!);
}

function keyOf(name: Name, kind: Entity['kind'], world: World): string {
  const text = cleanName(name);
  if (kind !== 'person' || words(text) === 1) {
    const known = world.lookUp(text);
    const codes = [...new Set(known.flatMap((entry) => (entry.kind === 'country' ? [entry.code!] : [])))];
    if (
      codes.length === 1 &&
      (kind === 'government' || kind === 'organization' || !known.some((e) => e.kind === 'region'))
    )
      return `country:${codes[0]}`;
  }
  if (kind === 'person') return words(text) > 1 ? personKey(text) : fold(text);
  return bodyKey(name.full ?? seatName(text));
}

/** Without article, and without an "in June" that the engine took for part of it. */
const cleanName = (name: Name): string =>
  squeeze(name.text)
    .replace(/^(?:\p{Lu}\.){2,}$/u, (initials) => (name.kind === 'place' ? initials : initials.replaceAll('.', '')))
    .replace(/^the /i, '')
    .replace(/ in (?:January|February|March|April|May|June|July|August|September|October|November|December)$/, '')
    .replace(/ of$/, '')
    .replace(/ (?:state )?(?:news agency|newspaper|broadcaster|newswire)$/i, '');

function put(index: Map<string, Set<Entity>>, key: string, entity: Entity): void {
  index.set(key, (index.get(key) ?? new Set()).add(entity));
}

const words = (text: string): number => text.split(/\s+/).length;
const squeeze = (text: string): string => text.replace(/\s+/g, ' ');
