/**
 * Figures: a number with what it counts, who says so and as of when. In: the sentences and statements of one article.
 * Out: value, bound, unit, measure and words; the same number told twice is one figure.
 * Example: "more than 1,200 dockers were on strike" gives 1200, at least, "dockers were on strike".
 *
 * What is no figure is left out: days, ages, labels, "the two sides", "three reasons", how many officials spoke.
 */
import type { Doc } from '../../language/doc.ts';
import type { DateRange, Statement } from '../../model/record.ts';
import type { LocalFigure, LocalStatement } from '../reading.ts';
import type { Cast } from '../sources.ts';
import { asOf } from './as-of.ts';
import { findContests } from './contests.ts';
import { type Measure, measureCount, measureSubject, measureUnit } from './measure.ts';
import { changeOf, moodOf } from './mood.ts';
import { findQuantities, type Quantity, readPer } from './quantities.ts';
import { anchorOf, makeScene, rangeOf, type Scene, tallyOwner, textOf } from './scene.ts';
import { topicOf } from './topic.ts';
import { counterOf, indexStatements, isInSource, type StatementIndex, statementAround } from './vouching.ts';
import { idleNouns, states } from './words.ts';

/** What a figure may stand on besides its sentence. */
interface Told {
  figure: LocalFigure;
  measure: Measure;
  sentence: number;
  dimension: string | null;
}

/** @param byThen what the day of publishing says of what has happened. */
export function findFigures(doc: Doc, cast: Cast, statements: LocalStatement[], byThen: DateRange): LocalFigure[] {
  const around = indexStatements(statements);
  const contested = findContests(doc);
  const told: Told[] = [];
  doc.sentences.forEach((sentence, index) => {
    const scene = makeScene(doc, sentence);
    for (const quantity of findQuantities(scene)) {
      if (isStart(scene, quantity, told.at(-1), index)) continue;
      const reader: Reader = { scene, quantity, cast, around, told, index, byThen };
      const next = readFigure(reader);
      if (next) {
        next.figure.contested = contested.has(index);
        told.push(next);
      }
    }
  });
  return joinSame(told);
}

/** "to 25 percent from 10 percent": the second is where the first began, and is kept with it. */
function isStart(scene: Scene, { value, from, unit }: Quantity, last: Told | undefined, index: number): boolean {
  const change = last?.figure.change;
  if (scene.lower[from - 1] !== 'from' || change?.is !== 'level' || change.from !== null || last!.sentence !== index)
    return false;
  const gap = scene.tokens[from - 1]!.start - last!.figure.evidence[0]!.end;
  if (gap > 2 || (unit?.dimension ?? null) !== last!.dimension) return false;
  last!.figure.change = { ...change, from: value };
  return true;
}

interface Reader {
  scene: Scene;
  quantity: Quantity;
  cast: Cast;
  around: StatementIndex;
  told: Told[];
  index: number;
  byThen: DateRange;
}

function readFigure(reader: Reader): Told | null {
  const { scene, quantity, cast, around, told, byThen } = reader;
  const number = rangeOf(scene, quantity.at, quantity.to);
  if (!quantity.unit && quantity.value < 100 && isInSource(around, number)) return null;
  const found = measureOf(reader);
  if (!found || isIdle(scene, quantity, found.measure)) return null;
  const { measure, rule } = found;
  const within = statementAround(around, number);
  const statement = within === null ? null : around.statements[within]!;
  const anchor = anchorOf(scene, quantity.from, quantity.to);
  const counter = statement === null ? counterOf(scene, cast, anchor) : null;
  const per = quantity.unit ? null : readPer(scene, measure.to, null);
  const unit = quantity.unit ? quantity.unit.name : measure.noun.toLowerCase();
  const perWords = quantity.per ?? per?.words ?? null;
  const change = changeOf(scene, quantity);
  const mood = moodOf(scene, anchor, actsAround(around, within));
  const figure: LocalFigure = {
    value: quantity.value,
    bound: quantity.bound,
    unit: perWords === null ? unit : `${unit} ${perWords}`,
    measure: measure.words,
    source: statement ? (isAside(scene, anchor, statement) ? null : statement.speaker) : (counter?.entity ?? null),
    voice: statement ? wordsOf(scene, statement) : (counter?.words ?? null),
    asOf: asOf(scene, number, statement, byThen, told.at(-1)?.figure.asOf ?? null),
    range: quantity.high === null ? null : { low: quantity.value, high: quantity.high },
    change,
    mood,
    partOf: wholeOf(reader, measure),
    topic: topicOf(scene, quantity, measure, perWords, change),
    contested: false,
    evidence: [rangeOf(scene, quantity.from, Math.max(measure.to, quantity.to))],
    rule,
  };
  return { figure, measure, sentence: reader.index, dimension: quantity.unit?.dimension ?? null };
}

const FAR = 14;

/** True in a clause that the reporter adds to what somebody said: "she warned of famine in the north, where 40 villages are cut off". */
function isAside(scene: Scene, anchor: number, { form }: LocalStatement): boolean {
  if (form === 'direct') return false;
  const { lower } = scene;
  const opened = lower.slice(0, anchor).reduce((open, form) => open + (form === '“' ? 1 : form === '”' ? -1 : 0), 0);
  if (opened > 0) return false;
  for (let i = anchor; i > 0 && anchor - i < FAR && !/^[,;]$/.test(lower[i]!); i--)
    if (/^(?:where|which|who|whose)$/.test(lower[i]!)) return lower[i - 1] === ',';
  return false;
}

/** The words of a statement's source, where they name somebody and do not only point back. */
function wordsOf({ doc }: Scene, { source }: LocalStatement): string | null {
  const words = source ? doc.text.slice(source.start, source.end).toLowerCase() : '';
  return words === '' || /^(?:he|she|it|they|who|which|officials?|sources?)$/.test(words) ? null : words;
}

/** The acts of the statement that holds a figure and of those around it. */
function actsAround({ statements }: StatementIndex, within: number | null): Statement['act'][] {
  const acts: Statement['act'][] = [];
  for (let at = within; at !== null; at = statements[at]!.within) acts.push(statements[at]!.act);
  return acts;
}

function measureOf(reader: Reader): { measure: Measure; rule: string } | null {
  const { scene, quantity } = reader;
  if (quantity.unit) {
    const measure = measureUnit(scene, quantity);
    if (!measure) return null;
    const before = measure.elided ? lastOf(reader, quantity.unit.dimension) : null;
    return before
      ? { measure: { ...before.measure, spans: [], to: quantity.to }, rule: 'figure/unit' }
      : { measure, rule: 'figure/unit' };
  }
  const counted = measureCount(scene, quantity);
  if (counted) return { measure: counted, rule: 'figure/number-and-noun' };
  const subject = measureSubject(scene, quantity);
  if (subject) return { measure: subject, rule: 'figure/number-of' };
  const elided = measureElided(reader);
  return elided && { measure: elided, rule: 'figure/noun-before' };
}

const NEAR = 4;

/** The last figure of that kind, not far before. */
function lastOf({ told, index }: Reader, dimension: string | null): Told | null {
  for (let i = told.length - 1; i >= 0 && told[i]!.sentence >= index - NEAR; i--)
    if (told[i]!.dimension === dimension) return told[i]!;
  return null;
}

/** "132 who were captured", "29 of them are dead", "73 were waiting", "spoke of more than 2,000": the noun told before. */
function measureElided(reader: Reader): Measure | null {
  const { scene, quantity } = reader;
  const { tokens, lower } = scene;
  const at = quantity.to;
  const next = tokens[at];
  const after = lower[at] ?? '';
  const isOf = after === 'of' && /^(?:them|whom|those|these|it)$/.test(lower[at + 1] ?? '');
  const isVerb = next !== undefined && /^(?:VERB|AUX)$/.test(next.upos);
  // "a bloc of 27 will not": the bloc does it.
  const isSubject = isVerb && lower[quantity.from - 1] !== 'of';
  const isTold =
    isOf ||
    after === 'who' ||
    isSubject ||
    isCompared(scene, quantity) ||
    states.has(after) ||
    isCounted(scene, quantity);
  if (!isTold || quantity.value < 2) return null;
  const before = lastOf(reader, null);
  const plural = isOf || (before === null && isVerb) ? pluralBefore(reader) : null;
  const noun = plural ?? (before && { form: before.measure.noun, lemma: before.measure.lemma });
  if (!noun) return null;
  let end = at;
  while (end < tokens.length && end - at < 12 && !/^[,;:.!?()“”"—–]$/.test(lower[end]!)) end++;
  const from = isOf ? at + 2 : at;
  // Nothing told of it here: it counts what was counted before.
  const isSame =
    before !== null && !plural && !(next && /^(?:VERB|AUX)$/.test(next.upos)) && !states.has(after) && after !== 'who';
  if (isSame) return { ...before.measure, spans: [], to: quantity.to, elided: true };
  const terms: string[] = [];
  for (let i = Math.max(0, quantity.from - 6); i < end; i++) {
    const state = states.get(lower[i]!);
    if (state && !terms.includes(state)) terms.push(state);
  }
  return {
    words: `${noun.form} ${textOf(scene, from, end)}`.trim(),
    noun: noun.form,
    lemma: noun.lemma,
    terms,
    spans: [{ from, to: end }],
    to: isOf ? at + 2 : at,
    verb: null,
    elided: true,
  };
}

/** "up from 96": the same thing before. */
const isCompared = ({ lower }: Scene, { from }: Quantity): boolean =>
  (lower[from - 1] === 'from' && /^(?:up|down)$/.test(lower[from - 2] ?? '')) ||
  (/^(?:with|to)$/.test(lower[from - 1] ?? '') && lower[from - 2] === 'compared');

/** A number alone that a verb of counting, having or being there takes: "counted 40.", "There are 23 on Sunday". */
function isCounted(scene: Scene, quantity: Quantity): boolean {
  const { tokens, lower, children } = scene;
  const anchor = anchorOf(scene, quantity.from, quantity.to);
  const verb = tokens[anchor]!.head;
  if (verb < 0) return false;
  if (tallyOwner(scene, quantity.from)) return true;
  const { lemma, upos } = tokens[verb]!;
  if (upos !== 'VERB' && upos !== 'AUX') return false;
  if (children[verb]!.some((i) => tokens[i]!.deprel === 'expl')) return true;
  const spoken = lemma === 'speak' && lower[verb + 1] === 'of';
  return (
    spoken ||
    (/^obj/.test(tokens[anchor]!.deprel) && /^(?:count|have|hold|report|record|see|register|tally)$/.test(lemma))
  );
}

/** What "them" may mean: the last plural noun of the sentence before, or of this one before the number. */
function pluralBefore({ scene, quantity, index }: Reader): { form: string; lemma: string } | null {
  const { doc, tokens } = scene;
  const here = tokens.slice(0, quantity.from);
  for (const list of [here, doc.sentences[index - 1]?.tokens ?? []]) {
    const plural = list.findLast((token) => token.xpos === 'NNS');
    if (plural) return { form: plural.form, lemma: plural.lemma.toLowerCase() };
  }
  return null;
}

/** The figure that this one is part of: "29 of them", "including 132 who", "33 of the 41". */
function wholeOf(reader: Reader, measure: Measure): number | null {
  const { scene, quantity, told, index } = reader;
  const { lower } = scene;
  if (quantity.unit) return null;
  const after = lower[quantity.to] ?? '';
  const opens = /^(?:including|among|with|incl\.)$/.test(lower[quantity.from - 1] ?? '');
  const isPart = opens || (after === 'of' && /^(?:them|whom|those|these|the)$/.test(lower[quantity.to + 1] ?? ''));
  if (!isPart) return null;
  const first = opens ? index : index - NEAR;
  for (let i = told.length - 1; i >= 0 && told[i]!.sentence >= first; i--) {
    const whole = told[i]!;
    const fits = whole.dimension === null && whole.figure.partOf === null && whole.figure.value >= quantity.value;
    // "300 dockers, including 40 women": the words say that it is a part, whatever it counts.
    if (fits && (whole.measure.lemma === measure.lemma || (opens && whole.sentence === index))) return i;
  }
  return null;
}

const ITS =
  /^(?:the|these|those|this|both|his|her|its|their|our|my|your|all|’s|'s|first|last|next|other|same|another)$/;
const SUPERLATIVE = /^(?:JJS|RBS)$/;

/** A small number that only refers to what is known, or counts nothing that could be checked. */
function isIdle(scene: Scene, quantity: Quantity, measure: Measure): boolean {
  const { lower, tokens } = scene;
  const { value, unit } = quantity;
  if (unit) return unit.dimension === 'share' ? false : value === 0;
  if (value < 2 || (value < 20 && idleNouns.has(measure.noun.toLowerCase()))) return true;
  if (quantity.bound !== 'exactly' && value > 2) return false;
  if (value < 20 && ITS.test(lower[quantity.from - 1] ?? '')) return true;
  for (let i = quantity.to; i < measure.to; i++) if (SUPERLATIVE.test(tokens[i]!.xpos)) return true;
  // A pair is told for itself only where something befell it.
  return value === 2 && !measure.terms.some((term) => HARMS.has(term)) && !isPart(scene, quantity);
}

const HARMS = new Set(['kill', 'injure', 'miss', 'arrest', 'destroy', 'damage']);

const isPart = ({ lower }: Scene, { to }: Quantity): boolean =>
  lower[to] === 'of' && /^(?:the|them)$/.test(lower[to + 1] ?? '');

/** One figure for each number that is told again of the same thing, with the words of every telling. */
function joinSame(told: Told[]): LocalFigure[] {
  const figures: LocalFigure[] = [];
  const known = new Map<string, number[]>();
  const places: number[] = [];
  for (const { figure } of told) {
    const key = `${figure.topic.what}|${figure.value}|${figure.bound}|${figure.mood}|${JSON.stringify(figure.range)}`;
    const same = known.get(key)?.find((place) => isSame(figures[place]!, figure));
    if (same !== undefined) {
      const first = figures[same]!;
      first.evidence.push(...figure.evidence);
      first.source ??= figure.source;
      first.contested ||= figure.contested;
      if (first.asOf.earliest === null) first.asOf = figure.asOf;
      places.push(same);
      continue;
    }
    places.push(figures.length);
    known.set(key, [...(known.get(key) ?? []), figures.length]);
    figures.push({ ...figure, partOf: figure.partOf === null ? null : places[figure.partOf]! });
  }
  // A figure that was joined to its own whole is no part of itself.
  return figures.map((figure, i) => (figure.partOf === i ? { ...figure, partOf: null } : figure));
}

function isSame(a: LocalFigure, b: LocalFigure): boolean {
  const source = a.source === null || b.source === null || a.source === b.source;
  const day =
    a.asOf.earliest === null ||
    b.asOf.earliest === null ||
    (a.asOf.earliest <= (b.asOf.latest ?? b.asOf.earliest) && b.asOf.earliest <= (a.asOf.latest ?? a.asOf.earliest));
  const names =
    a.topic.names.length === 0 || b.topic.names.length === 0 || a.topic.names.join() === b.topic.names.join();
  // A small number of things of which nothing is told may count others each time.
  const telling = a.value >= 20 || a.topic.telling || a.measure === b.measure;
  return source && day && names && telling;
}
