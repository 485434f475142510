/**
 * Names: who and what a text names, with the roles of its people.
 *
 * In: the text and its sentences (tokens with offsets; tags sharpen the answer). Out: names in order, on token edges, without titles:
 * "Trade Minister Ida Holm of Norway" gives the person "Ida Holm" with the role "Trade Minister", and the country "Norway".
 *
 * Passes, in order: labels (label.ts, a learned sequence labeller), repairs (repair.ts), kinds over the text (settle.ts), kinds of the record (kinds.ts), nationalities as adjectives, which the labeller does not
 * see, short forms (short-forms.ts), roles (roles.ts). Knows nothing of who these people are.
 */
import type { Name, Sentence, Token } from '../doc.ts';
import { loadWorld, type World } from '../world/index.ts';
import { countWords, isUpper, Sight } from './features.ts';
import { type Gazetteer, LIST, loadGazetteer } from './gazetteer.ts';
import { instrumentEnd, nameKind } from './kinds.ts';
import { type Labeller, makeLabeller } from './label.ts';
import { loadModel, type NameModel } from './model.ts';
import { joinParticles } from './particles.ts';
import { repairNames } from './repair.ts';
import { roleAfter, roleBefore } from './roles.ts';
import { settleKinds } from './settle.ts';
import { type Found, resolveShortForms } from './short-forms.ts';

export interface NameFinder {
  findNames(text: string, sentences: readonly Sentence[]): Name[];
}

/**
 * Loads the lists and the weights; the finder may be used for any number of texts.
 * @throws ReadoutError 'weights' where the weights are missing, damaged or of another version.
 */
export function createNameFinder(world: World = loadWorld(), model: NameModel = loadModel()): NameFinder {
  const gazetteer = loadGazetteer(world);
  const sight = new Sight(gazetteer);
  const label = makeLabeller(model, sight);
  return { findNames: (text, sentences) => findNames(text, sentences, world, gazetteer, sight, label) };
}

function findNames(
  text: string,
  sentences: readonly Sentence[],
  world: World,
  gazetteer: Gazetteer,
  sight: Sight,
  label: Labeller,
): Name[] {
  const counts = countWords(sentences, sight);
  const labelled = settleKinds(
    sentences,
    joinParticles(sentences, repairNames(sentences, label(sentences, counts), sight, counts)),
    world,
    gazetteer,
  );
  const found: Found[] = [];
  let sentence = 0;
  for (const { sentence: index, from, to, kind } of labelled) {
    for (; sentence < index; sentence++) addNationalities(sentences, sentence, found, world);
    const { tokens } = sentences[index]!;
    // "Mr. King": behind a form of address no word is a title.
    const bare = kind === 'person' && !isAddressed(tokens, from) ? skipTitles(tokens, from, to, gazetteer) : from;
    // "Justice Department": the word of a body behind a title makes the whole a body.
    const isBody =
      bare > from &&
      bare === to - 1 &&
      (gazetteer.listsOf(tokens[bare]!.form, tokens[bare]!.form.toLowerCase()) & LIST.ORG_WORD) !== 0;
    const start = isBody ? from : bare;
    if (start === to || (!isAddressed(tokens, from) && isNoName(tokens, start, to, gazetteer))) continue;
    const end = kind === 'place' || kind === 'organization' ? instrumentEnd(tokens, to) : to;
    const named = end > to ? 'law' : nameKind(isBody ? 'organization' : kind, tokens, start, to, world, gazetteer);
    if (named) found.push({ sentence: index, from: start, to: end, kind: named });
  }
  for (; sentence < sentences.length; sentence++) addNationalities(sentences, sentence, found, world);
  return resolveShortForms(sentences, found, world).map(({ sentence: index, from, to, kind, full }) => {
    const { tokens } = sentences[index]!;
    const start = tokens[from]!.start;
    const end = tokens[to - 1]!.end;
    const roles =
      kind === 'person' ? [roleBefore(tokens, from, world, gazetteer), roleAfter(tokens, to, gazetteer)] : [];
    return {
      start,
      end,
      kind,
      text: text.slice(start, end),
      sentence: index,
      roles: roles.flatMap((role) => {
        if (!role) return [];
        const at = { start: tokens[role.from]!.start, end: tokens[role.to - 1]!.end };
        return [{ ...at, text: text.slice(at.start, at.end) }];
      }),
      // Hyphens are words of their own here, not in the text.
      ...(full !== undefined && { full: full.replaceAll(' - ', '-') }),
    };
  });
}

const isAddressed = (tokens: readonly Token[], at: number): boolean =>
  /^(?:Mr|Mrs|Ms)\.?$/.test(tokens[at - 1]?.form ?? '');

/** The first token after the titles that a labelled person begins with; `to` where it is all title ("Madam Speaker"). */
function skipTitles(tokens: readonly Token[], from: number, to: number, gazetteer: Gazetteer): number {
  let at = from;
  while (
    at < to &&
    (gazetteer.listsOf(tokens[at]!.form, tokens[at]!.form.toLowerCase()) & (LIST.TITLE | LIST.GIVEN)) === LIST.TITLE
  )
    at++;
  return at;
}

/** What the labeller takes for a name by its capitals: bare titles ("the Speaker", "Senators"), "US" in "US$", letters after a name (", QC,"). */
function isNoName(tokens: readonly Token[], from: number, to: number, gazetteer: Gazetteer): boolean {
  if (tokens[to]?.form === '$') return true;
  const { form } = tokens[from]!;
  if (to - from > 1) return false;
  const lists = gazetteer.listsOf(form, form.toLowerCase());
  const plural = form.endsWith('s') ? gazetteer.listsOf('', form.toLowerCase().slice(0, -1)) : 0;
  const known = LIST.GIVEN | LIST.COUNTRY | LIST.TOWN | LIST.REGION | LIST.SEAT | LIST.ORG;
  if (((lists | plural) & LIST.TITLE) !== 0 && (lists & known) === 0) return true;
  return (
    /^[A-Z]{2,3}$/.test(form) &&
    tokens[from - 1]?.form === ',' &&
    tokens[to]?.form === ',' &&
    tokens[from - 2]?.upos === 'PROPN' &&
    (lists & known) === 0
  );
}

/** Capitalized demonyms outside of the names found so far: "the Norwegian proposal", "Norwegians". */
function addNationalities(sentences: readonly Sentence[], index: number, found: Found[], world: World): void {
  const { tokens } = sentences[index]!;
  const inside = new Set<number>();
  for (let k = found.length - 1; k >= 0 && found[k]!.sentence === index; k--)
    for (let i = found[k]!.from; i < found[k]!.to; i++) inside.add(i);
  const add = (from: number, to: number): void => {
    found.push({ sentence: index, from, to, kind: 'nationality' });
  };
  const before = found.length;
  for (let i = 0; i < tokens.length; i++) {
    const { form } = tokens[i]!;
    if (inside.has(i) || !isUpper(form)) continue;
    const pair = tokens[i + 1] && !inside.has(i + 1) ? `${form} ${tokens[i + 1]!.form}` : '';
    if (pair !== '' && isNationality(pair, world)) add(i, ++i + 1);
    else if (isNationality(form, world)) add(i, i + 1);
  }
  if (found.length > before) {
    let first = before;
    while (first > 0 && found[first - 1]!.sentence === index) first--;
    const sorted = found.splice(first).sort((a, b) => a.from - b.from);
    found.push(...sorted);
  }
}

function isNationality(phrase: string, world: World): boolean {
  return world.lookUp(phrase)[0]?.kind === 'nationality';
}
