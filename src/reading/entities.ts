/**
 * Who and what is named in an article: names by their capitals, grouped under the fullest form. In: sentences.
 * Out: entities with all their mentions. Example: "Prime Minister Ana Lind" and "Lind" are one person with the role
 * "Prime Minister".
 */
import { readList } from '../data/lists.ts';
import type { Doc, Sentence } from '../language/doc.ts';
import type { Entity, Range } from './reading.ts';

const titles = new Set(readList('en/titles.txt'));
const INSIDE = new Set(['of', 'the', 'de', 'van', 'von', 'al', 'bin', 'da', 'di', 'la', 'le', '-', '&', 'for']);
const ORGANIZATION =
  /\b(?:Ministry|Union|Council|Commission|Party|Agency|Office|Committee|Association|Authority|Bank|Court|Parliament|Senate|Assembly|Board|Group|Company|Corp|Inc|Ltd|Federation|League|Army|Forces|University|Institute|Department|News|Times|Post|Radio|Television|TV|Front|Movement)\b/;
const PLACE_BEFORE = new Set(['in', 'at', 'from', 'near', 'to', 'across', 'outside']);
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)$/i;

interface Mention extends Range {
  name: string;
  title: string | null;
  placed: boolean;
}

export function findEntities(doc: Doc): Entity[] {
  const seenInside = capitalsInside(doc.sentences);
  const mentions = doc.sentences.flatMap((sentence) => mentionsOf(doc.text, sentence, seenInside));
  return group(mentions);
}

/** Words that stand in capitals where no sentence begins: such a word is a name at the start of a sentence, too. */
function capitalsInside(sentences: Sentence[]): Set<string> {
  const seen = new Set<string>();
  for (const { tokens } of sentences)
    for (let i = 1; i < tokens.length; i++)
      if (isCapital(tokens[i]!.form) && !opens(tokens[i - 1]!.form)) seen.add(tokens[i]!.form);
  return seen;
}

const isCapital = (form: string): boolean =>
  /^\p{Lu}[\p{L}\p{N}.’'-]*$/u.test(form) && form !== 'I' && !CALENDAR.test(form);
const opens = (form: string): boolean => /^["“‘'(:—–-]$/.test(form);

function mentionsOf(text: string, { tokens }: Sentence, seenInside: Set<string>): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isCapital(tokens[i]!.form)) continue;
    let last = i;
    for (let j = i + 1; j < tokens.length; j++) {
      const form = tokens[j]!.form;
      if (isCapital(form)) last = j;
      else if (!INSIDE.has(form) || j - last > 2) break;
    }
    const atStart = i === 0 || opens(tokens[i - 1]!.form);
    if (atStart && last === i && !seenInside.has(tokens[i]!.form)) continue;
    let first = i;
    // "But Lind": a word in capitals only because the sentence begins with it.
    if (atStart && last > i && !seenInside.has(tokens[i]!.form) && isFunctionWord(tokens[i]!.form)) first++;
    while (first <= last && INSIDE.has(tokens[first]!.form)) first++;
    let named = first;
    while (named < last && (titles.has(tokens[named]!.form) || (named > first && INSIDE.has(tokens[named]!.form))))
      named++;
    if (first <= last && !(named === last && titles.has(tokens[named]!.form))) {
      const title = named > first ? text.slice(tokens[first]!.start, tokens[named - 1]!.end) : null;
      const range = { start: tokens[named]!.start, end: tokens[last]!.end };
      const placed = i > 0 && PLACE_BEFORE.has(tokens[first - 1]?.form.toLowerCase() ?? '');
      mentions.push({ ...range, name: text.slice(range.start, range.end).replace(/\s+/g, ' '), title, placed });
    }
    i = last;
  }
  return mentions;
}

function isFunctionWord(form: string): boolean {
  return /^(?:The|A|An|But|And|Or|In|On|At|By|For|From|With|After|Before|As|While|When|If|Although|Though|Since|Until|Despite|Earlier|Later|Last|It|He|She|They|We|His|Her|Their|Its|Our|This|That|These|Those|There|Both|Some|Many|Most|More|Also|Still|Meanwhile|However|Asked|Speaking|According|Under|Over|No|Not|One|Two|Three|What|Who|How|Why)$/.test(
    form,
  );
}

function group(mentions: Mention[]): Entity[] {
  const entities: Entity[] = [];
  const byName = new Map<string, Entity>();
  const bySurname = new Map<string, Entity[]>();
  // Longest first, so that "Lind" finds "Ana Lind" whatever the order in the text.
  const order = [...mentions].sort((a, b) => b.name.split(' ').length - a.name.split(' ').length || a.start - b.start);
  for (const mention of order) {
    let entity = byName.get(mention.name) ?? only(bySurname.get(mention.name));
    if (!entity) {
      entity = { name: mention.name, kind: kindOf(mention), roles: [], aliases: [], mentions: [] };
      entities.push(entity);
      if (entity.kind === 'person') {
        const surname = mention.name.slice(mention.name.lastIndexOf(' ') + 1);
        bySurname.set(surname, [...(bySurname.get(surname) ?? []), entity]);
      }
    }
    byName.set(mention.name, entity);
    if (mention.title) {
      if (!entity.roles.includes(mention.title)) entity.roles.push(mention.title);
      entity.kind = 'person';
    }
    if (mention.name !== entity.name && !entity.aliases.includes(mention.name)) entity.aliases.push(mention.name);
    entity.mentions.push({ start: mention.start, end: mention.end });
  }
  for (const entity of entities) entity.mentions.sort((a, b) => a.start - b.start);
  return entities.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

/** The one person of that last name; none where two share it. */
function only(entities: Entity[] | undefined): Entity | undefined {
  return entities?.length === 1 ? entities[0] : undefined;
}

function kindOf(mention: Mention): Entity['kind'] {
  if (mention.title) return 'person';
  if (ORGANIZATION.test(mention.name) || /^[\p{Lu}.&]{2,}$/u.test(mention.name)) return 'organization';
  if (mention.placed) return 'place';
  return /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u.test(mention.name) ? 'person' : 'organization';
}
