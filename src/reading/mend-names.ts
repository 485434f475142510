/**
 * Names mended before they are joined to entities, by what one article shows of them. In: the names that the engine
 * found. Out: names, in order. Example: "Selm" is a state where the article also says "Selmian"; the adjective itself
 * names nobody.
 */
import { readList } from '../data/lists.ts';
import type { Doc, Name } from '../language/doc.ts';
import type { World } from '../language/world/index.ts';
import { fold } from '../model/names.ts';

// "Selm" and "Selmian": the adjective goes on from the name, which may lose its last vowels.
const ENDING = /^(?:n|an|ian|ese|ish|i|ic|ite|ean)s?$/;
/** Words of departments, which stand after a state's name in a title: "Norland Trade Representative". */
const DEPARTMENT =
  /^(?:commerce|trade|treasury|labou?r|defen[cs]e|justice|interior|energy|agriculture|health|education)$/i;
// What the engine cuts off: "the Port Employers’ Association", "the Council of the Inner Lakes".
const TAIL =
  /^(?:(?:[’']s?)? (?:Association|Council|Union|Federation|League|Party|Committee|Confederation|Alliance)\b)/;
// "United Dock" of "the United Dock and Terminal Workers".
const WORKERS =
  /^ and (?:\p{Lu}[\p{L}’-]+ ){0,3}(?:Workers|Employees|Dockers|Teachers|Nurses|Miners|Drivers|Farmers|Industries|Services)\b/u;
const LEAD = /((?!The\s)(?:\p{Lu}\p{L}*\s){1,4}\p{Lu}\p{L}*s[’']\s)$/u;
const LONGEST_LEAD = 60;
const BODY =
  /(?:council|association|union|federation|league|organi[sz]ation|institute|community|chamber|confederation|alliance|committee)$/i;
const MEMBERS =
  /(?:workers|employees|employers|dockers|teachers|nurses|miners|drivers|states|nations|shippers|farmers|industries|services)$/i;

/** Words of a title before its noun, which no name ends with: "US [Vice] President", "Norland [Foreign] Minister". */
const OF_TITLE =
  /\s*\b(?:Vice|Deputy|Prime|First|Chief|Senior|Former|Acting|Foreign|Political|Diplomatic|Economics|Finance|Trade|Interior|Defen[cs]e|Majority|Minority|Managing|Executive|Assistant|Associate|Under|Special|National Security|Press|City|Business)$/;
const titles: ReadonlySet<string> = new Set([...readList('en/names/titles.txt'), 'whip']);

export function mendNames(doc: Doc, world: World): Name[] {
  const joined = cutTitles(doc, joinNames(doc), world);
  const adjectives = findAdjectives(doc, joined, world);
  const states = new Set(adjectives.values());
  const people = new Set(
    joined.flatMap(({ kind, text }) => (kind === 'person' && /\s/.test(text) ? text.split(/\s+/) : [])),
  );
  return joined.flatMap((name): Name[] => {
    // "[Labour] Minister": what an office is for is no body.
    if (DEPARTMENT.test(name.text) && /^ (?:Secretary|Minister)\b/i.test(doc.text.slice(name.end, name.end + 11)))
      return [];
    const state = adjectives.get(name.text);
    if (state !== undefined) return [{ ...name, kind: 'nationality', full: state }];
    if (states.has(name.text) && !people.has(name.text) && name.kind !== 'nationality')
      return [{ ...name, kind: 'country', roles: [] }];
    const words = name.text.split(/\s+/);
    // "the [Norland Trade] Representative": the state alone is named.
    if (
      name.kind === 'organization' &&
      words.length === 2 &&
      DEPARTMENT.test(words[1]!) &&
      world.countriesOf(words[0]!).length === 1
    )
      if (/^\s+(?:Secretary|Representative|Minister|Department|Ministry)/.test(doc.text.slice(name.end, name.end + 20)))
        return [{ ...name, kind: 'country', text: words[0]!, end: name.start + words[0]!.length }];
    return [name];
  });
}

/** "[US Vice] President": what belongs to the title that follows is no part of the name. */
function cutTitles(doc: Doc, names: Name[], world: World): Name[] {
  const isTitled = ({ end }: Name): boolean => {
    const word = /^\s(\p{Lu}[\p{L}-]*)/u.exec(doc.text.slice(end, end + LONGEST_TITLE))?.[1];
    return word !== undefined && titles.has(word.toLowerCase());
  };
  const texts = new Set(names.map(({ text }) => text));
  return names.flatMap((name): Name[] => {
    if (isTitle(name.text)) return [];
    const kept = OF_TITLE.exec(name.text);
    if (!kept || !isTitled(name)) return [name];
    const text = name.text.slice(0, kept.index);
    const [known] = world.lookUp(text);
    const cut = { ...name, text, end: name.start + kept.index };
    if (known?.kind === 'country' || known?.kind === 'nationality') return [{ ...cut, kind: known.kind, roles: [] }];
    if (world.lookUp(text).some(({ kind }) => kind === 'capital')) return [{ ...cut, kind: 'place', roles: [] }];
    if (known?.kind === 'seat') return [{ ...cut, kind: 'organization', roles: [] }];
    // A lone word that stands nowhere else is an adjective or a part of the title as well.
    return text !== '' && texts.has(text) ? [cut] : [];
  });
}

const LONGEST_TITLE = 24;

/** "Diplomatic Correspondent" */
function isTitle(text: string): boolean {
  const at = text.lastIndexOf(' ');
  return at > 0 && titles.has(text.slice(at + 1).toLowerCase()) && OF_TITLE.exec(text.slice(0, at))?.index === 0;
}

/** Adjectives of states that no list of the world knows, to the name of the state. */
function findAdjectives(doc: Doc, names: Name[], world: World): Map<string, string> {
  const stems = new Map<string, string>();
  for (const { kind, text } of names)
    if (
      /^(?:person|place|organization|country)$/.test(kind) &&
      text.length >= 5 &&
      /^\p{Lu}\p{Ll}+$/u.test(text) &&
      world.lookUp(text).length === 0
    )
      setShorter(stems, fold(text).replace(/[aeiouy]+$/, ''), text);
  const found = new Map<string, string>();
  if (stems.size === 0) return found;
  const forms = new Set(
    doc.sentences.flatMap(({ tokens }) =>
      tokens.flatMap(({ form }) => (/^\p{Lu}\p{Ll}{4,}$/u.test(form) ? [form] : [])),
    ),
  );
  for (const form of forms) {
    const word = fold(form);
    for (let length = word.length - 1; length >= Math.max(4, word.length - 4); length--) {
      const name = stems.get(word.slice(0, length));
      if (name === undefined || name.length > form.length || fold(name) === word || !ENDING.test(word.slice(length)))
        continue;
      // The name itself may end like an adjective: it must go on from its whole stem.
      if (!word.startsWith(fold(name).replace(/[aeiouy]+$/, '')) || name === form) continue;
      found.set(form, name);
      break;
    }
  }
  for (const name of found.values()) found.delete(name);
  return found;
}

/** "Selmi" may be taken for a name itself: the shorter is the state. */
function setShorter(stems: Map<string, string>, stem: string, text: string): void {
  const known = stems.get(stem);
  if (known === undefined || text.length < known.length) stems.set(stem, text);
}

/** Names that stand as one: a body and what it is of, members in two words, a tail behind an apostrophe. */
function joinNames(doc: Doc): Name[] {
  const found: Name[] = [];
  for (const name of doc.names) {
    const before = found.at(-1);
    const gap = before && before.sentence === name.sentence ? doc.text.slice(before.end, name.start) : null;
    const the = before ? /\bthe\s+$/i.test(doc.text.slice(Math.max(0, before.start - 5), before.start)) : false;
    const ofBody =
      gap !== null &&
      gap.length < 9 &&
      / of (?:the )?$/.test(`${before!.text}${gap}`) &&
      BODY.test(before!.text.replace(/ of$/, '')) &&
      before!.kind === 'organization' &&
      name.kind !== 'person';
    const members =
      gap === ' and ' && the && MEMBERS.test(name.text) && before!.kind !== 'nationality' && /\s/.test(name.text);
    // "the Union of Nurses and [Carers] (UNC)": its letters stand behind the whole name.
    const lettered =
      gap === ' and ' &&
      before!.kind === 'organization' &&
      / (?:of|for) /.test(before!.text) &&
      /^ \(\p{Lu}{2,6}\)/u.test(doc.text.slice(name.end, name.end + 10));
    if (before && (ofBody || members || lettered)) {
      found[found.length - 1] = whole(doc, before, before.start, name.end);
      continue;
    }
    const others = the || /\bthe\s+$/i.test(doc.text.slice(Math.max(0, name.start - 5), name.start));
    const workers = others && name.kind !== 'person' ? WORKERS.exec(doc.text.slice(name.end, name.end + 60)) : null;
    if (workers && name.kind !== 'nationality') {
      found.push(whole(doc, name, name.start, name.end + workers[0].length));
      continue;
    }
    // "the Norland Grain Exporters’ [Union]"
    const lead = BODY.test(name.text)
      ? LEAD.exec(doc.text.slice(Math.max(before?.end ?? 0, name.start - LONGEST_LEAD), name.start))
      : null;
    if (lead && name.kind === 'organization' && !/\s/.test(name.text)) {
      found.push(whole(doc, name, name.start - lead[1]!.length, name.end));
      continue;
    }
    const tail =
      name.kind !== 'nationality' && /s$/.test(name.text) ? TAIL.exec(doc.text.slice(name.end, name.end + 20)) : null;
    found.push(tail ? whole(doc, name, name.start, name.end + tail[0].length) : name);
  }
  return found.filter((name, i) => i === 0 || name.start >= found[i - 1]!.end);
}

const whole = (doc: Doc, name: Name, start: number, end: number): Name => ({
  start,
  end,
  sentence: name.sentence,
  kind: 'organization',
  text: doc.text.slice(start, end),
  roles: [],
});
