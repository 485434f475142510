/**
 * Statements: who is reported to have said what. In: sentences, quotations, entities and the learned models. Out:
 * source, cue, content, form, act, day and channel, in the order of the text. Example: “We will wait,” Ana Lind said.
 * gives the content “We will wait,” the source "Ana Lind" and the cue "said".
 */
import type { Doc, Sentence } from '../language/doc.ts';
import type { DateRange, Statement } from '../model/record.ts';
import { actOf } from './acts.ts';
import { findAddressees, findPartner } from './addressees.ts';
import type { Draft, TokenRange } from './attribution/draft.ts';
import { attribute } from './attribution/find.ts';
import type { AttributionModels } from './attribution/models.ts';
import type { View } from './attribution/view.ts';
import { channelOf, isInCall } from './channels.ts';
import type { LocalStatement, Range } from './reading.ts';
import { isOfAnotherClause, saidAfterwards, saidOn, saidRecently } from './said.ts';
import { type Cast, resolveSource, resolveSubject } from './sources.ts';
import { giveTerms } from './terms.ts';

/** All statements of a text that was published on a day of `published`. */
export function findStatements(
  doc: Doc,
  cast: Cast,
  quotes: Range[],
  models: AttributionModels,
  published: DateRange,
): LocalStatement[] {
  const { views, drafts } = attribute(doc, quotes, models);
  // A content of nothing but a mark or a "that" says nothing.
  const spoken = drafts.filter((draft) => draft.content.some((range) => contentOf(views, range).length > 0));
  const ordered = spoken.sort((a, b) => startOf(views, a) - startOf(views, b) || depthOf(a) - depthOf(b));
  const index = new Map(ordered.map((draft, i) => [draft, i]));
  const statements: LocalStatement[] = [];
  let before: { statement: LocalStatement; sentence: number } | null = null;
  for (const draft of ordered) {
    const near: LocalStatement | null = before && draft.sentence - before.sentence <= NEAR ? before.statement : null;
    const within = outerOf(draft, index);
    const outer = within === null ? null : (statements[within] ?? null);
    const statement = toStatement(draft, {
      doc,
      views,
      cast,
      quotes,
      published,
      near: near?.speaker ?? null,
      nearAll: near?.speakers ?? null,
      adjacent: before !== null && draft.sentence - before.sentence <= 1,
      outer,
    });
    statement.within = within;
    const words = statement.source ? doc.text.slice(statement.source.start, statement.source.end).toLowerCase() : '';
    // "I" inside a speech is whoever speaks; "…, adding that" goes on with the speaker of its sentence.
    if (outer && FIRST_PERSON.has(words)) takeSpeaker(statement, outer);
    // "I" outside of every quotation goes on with the post that was told of right before.
    else if (near?.channel?.kind === 'post' && FIRST_PERSON.has(words) && !isQuoted(quotes, statement.source!)) {
      takeSpeaker(statement, near);
      statement.channel ??= near.channel;
    } else if (!outer && before?.sentence === draft.sentence && isParticiple(draft, views)) {
      const { source, content } = before.statement;
      // "Lind said the union was late, adding": who is spoken of does not add it.
      const isSpokenOf =
        statement.source !== null &&
        content.some(({ start, end }) => start <= statement.source!.start && statement.source!.end <= end);
      const isClear = source && statement.content.every(({ start, end }) => end <= source.start || source.end <= start);
      if (isSpokenOf) statement.source = isClear ? source : null;
      if (isSpokenOf || !statement.source) takeSpeaker(statement, before.statement);
    }
    if (!outer && (statement.speaker !== null || statement.source)) before = { statement, sentence: draft.sentence };
    statements.push(statement);
  }
  giveTerms(
    doc.text,
    doc.sentences,
    statements.map((statement, i) => ({ statement, sentence: ordered[i]!.sentence })),
  );
  return withoutWeak(statements, doc.text);
}

/** Words that nobody is told to say, in the reporter's own prose, need a clear cue: in the probability of the model. */
const CLEAR = 0.65;
/** So does what is told inside another's words: most of it is that other's own claim. */
const CLEAR_INSIDE = 0.6;

function withoutWeak(statements: LocalStatement[], text: string): LocalStatement[] {
  const holds = new Set(statements.map(({ within }) => within));
  const kept = statements.flatMap((statement, i) => {
    const { source, speaker, cue, form, confidence, within } = statement;
    const isNobodys = source === null && speaker === null && form === 'indirect';
    // "… hopes for the two sides to agree": nobody has agreed.
    const isWished = within !== null && cue !== null && /^to\s/i.test(text.slice(cue.start, cue.end));
    const isWeak = (isNobodys && confidence < CLEAR) || (within !== null && confidence < CLEAR_INSIDE) || isWished;
    return isWeak && !holds.has(i) ? [] : [i];
  });
  const places = new Map(kept.map((old, now) => [old, now]));
  return kept.map((old) => {
    const statement = statements[old]!;
    return { ...statement, within: statement.within === null ? null : places.get(statement.within)! };
  });
}

/** Index of the nearest statement around a draft; null where it is outermost. */
function outerOf(draft: Draft, index: Map<Draft, number>): number | null {
  for (let outer = draft.within; outer; outer = outer.within) {
    const at = index.get(outer);
    if (at !== undefined) return at;
  }
  return null;
}

const FIRST_PERSON = new Set(['i', 'we']);

const isQuoted = (quotes: Range[], range: Range): boolean => quotesIn(quotes, range).length > 0;

function takeSpeaker(statement: LocalStatement, from: LocalStatement): void {
  statement.speaker = from.speaker;
  statement.named = from.named;
}

function isParticiple({ sentence, cue, head }: Draft, views: View[]): boolean {
  const { tokens } = views[sentence]!.sentence;
  return cue.from === head && /ing$/.test(tokens[head]!.form);
}

// Sentences: over how many "he said" may go back to the speaker before.
const NEAR = 3;

interface Scene {
  doc: Doc;
  views: View[];
  cast: Cast;
  quotes: Range[];
  published: DateRange;
  /** Who spoke right before. */
  near: number | null;
  /** All of them, where several spoke together. */
  nearAll: number[] | null;
  /** True where that was in the same sentence or the one before. */
  adjacent: boolean;
  /** The statement that this one is told in. */
  outer: LocalStatement | null;
}

function toStatement(draft: Draft, scene: Scene): LocalStatement {
  const { sentence } = scene.views[draft.sentence]!;
  const content = draft.content.flatMap((range) => contentOf(scene.views, range));
  const source = draft.source && rangeOf(scene.views, draft.source);
  const cue = rangeOf(scene.views, bareCue(sentence.tokens, draft.cue));
  const { entity, named, all } = source
    ? resolveSource(scene.cast, sentence, source, scene.near, scene.adjacent)
    : resolveSubject(scene.cast, sentence, draft.head, scene.near);
  const { tokens } = sentence;
  const channel = channelOfTold(scene, sentence, content);
  const addressees = findAddressees(scene.cast, sentence, draft.head, entity, scene.outer?.speaker ?? null);
  if (addressees.length === 0 && (channel?.kind === 'call' || channel?.kind === 'interview')) {
    const partner = findPartner(scene.cast, sentence, sentence, channel.kind === 'interview');
    if (partner !== null && partner !== entity) addressees.push(partner);
  }
  const { doc, published } = scene;
  const from = doc.sentences[Math.max(0, draft.sentence - LOOKS_BACK)]!.start;
  const recently = saidRecently(sentence, draft.head, published);
  const onDay = saidOn(
    cue,
    sentence,
    content,
    doc.timexes,
    recently,
    (timex) => isOfAnotherClause(sentence, draft.head, timex) || isQuoted(scene.quotes, timex),
  );
  const said =
    onDay === recently
      ? (saidAfterwards(sentence, draft.head, { content, timexes: doc.timexes, published, from }) ?? recently)
      : onDay;
  return {
    source,
    speaker: entity,
    // "It" goes on with the joint statement told of right before.
    ...((all ?? (isIt(scene.doc.text, source) && entity === scene.near ? scene.nearAll : null)) && {
      speakers: all ?? scene.nearAll!,
    }),
    named,
    cue,
    content,
    form: formOf(scene.quotes, content),
    // "refused" | "to say when": what decides is the word after "to".
    act: actOf(
      tokens[draft.head]!,
      tokens.slice(draft.cue.from, draft.cue.to),
      tokens.slice(draft.cue.to, draft.cue.to + 2).find((token) => token.form !== 'to'),
    ),
    said,
    ...(said !== recently && { dated: true as const }),
    channel,
    addressees,
    within: null,
    rule: draft.byForm
      ? 'statement/laid-out'
      : draft.within
        ? 'statement/told-inside'
        : draft.content.some((range) => range.sentence !== draft.sentence)
          ? 'statement/learned-and-further'
          : 'statement/learned',
    confidence: roundShare(draft.probability),
    ...(draft.runnerUp && { runnerUp: runnerUpOf(scene.views, draft.runnerUp) }),
  };
}

const isIt = (text: string, source: Range | null): boolean =>
  source !== null && /^(?:it|they)$/i.test(text.slice(source.start, source.end));

/** In how many sentences before it the day is looked for that "afterward" goes on from. */
const LOOKS_BACK = 12;

function runnerUpOf(views: View[], { source, cue, probability }: Draft): NonNullable<LocalStatement['runnerUp']> {
  return {
    source: source && rangeOf(views, source),
    cue: rangeOf(views, cue),
    confidence: roundShare(probability),
  };
}

const roundShare = (share: number): number => Math.round(share * 100) / 100;

/** Where what is said is itself told by somebody, only the words of that telling count. */
function channelOfTold({ doc, outer }: Scene, sentence: Sentence, content: Range[]): Statement['channel'] {
  if (!outer) return channelOf(wordsOutside(doc.text, sentence, content));
  const told =
    outer.content.find((range) => content[0]!.start >= range.start && content[0]!.end <= range.end) ?? sentence;
  const inside = { start: Math.max(told.start, sentence.start), end: Math.min(told.end, sentence.end) };
  if (isInCall(doc.text.slice(inside.start, inside.end))) return { kind: 'call', name: null };
  return channelOf(wordsOutside(doc.text, inside, content));
}

/** The cue without a comma or colon at its edges, unless it is nothing else. */
function bareCue(tokens: Sentence['tokens'], cue: TokenRange): TokenRange {
  let { from, to } = cue;
  while (to > from + 1 && tokens[to - 1]!.upos === 'PUNCT') to--;
  while (from < to - 1 && tokens[from]!.upos === 'PUNCT') from++;
  return { ...cue, from, to };
}

const startOf = (views: View[], draft: Draft): number => rangeOf(views, draft.content[0]!).start;

function depthOf(draft: Draft): number {
  let depth = 0;
  for (let outer = draft.within; outer; outer = outer.within) depth++;
  return depth;
}

function rangeOf(views: View[], { sentence, from, to }: TokenRange): Range {
  const { tokens } = views[sentence]!.sentence;
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** What was said: without the "that" that leads to it, and without a full stop or comma that is not quoted. */
function contentOf(views: View[], range: TokenRange): Range[] {
  const view = views[range.sentence]!;
  const { tokens } = view.sentence;
  let { from, to } = range;
  if (to - from > 1 && tokens[from]!.form.toLowerCase() === 'that' && tokens[from]!.upos === 'SCONJ') from++;
  while (to > from && /^[.,;:]$/.test(tokens[to - 1]!.form) && view.quote[to - 1]! < 0) to--;
  return from < to ? [{ start: tokens[from]!.start, end: tokens[to - 1]!.end }] : [];
}

/** direct: nothing but quotations; mixed: some words quoted; indirect: none. */
function formOf(quotes: Range[], content: Range[]): Statement['form'] {
  const overlapping = content.map((range) => quotesIn(quotes, range));
  if (overlapping.every((found) => found.length === 0)) return 'indirect';
  const isQuoted = (range: Range, found: Range[]): boolean =>
    found[0] !== undefined && found[0].start <= range.start && found.at(-1)!.end >= range.end && found.length === 1;
  return content.every((range, i) => isQuoted(range, overlapping[i]!)) ? 'direct' : 'mixed';
}

/** The quotations that overlap a range; they are in order. */
function quotesIn(quotes: Range[], range: Range): Range[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle]!.end <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (let k = low; k < quotes.length && quotes[k]!.start < range.end; k++) found.push(quotes[k]!);
  return found;
}

function wordsOutside(text: string, sentence: Range, content: Range[]): string {
  let words = '';
  let from = sentence.start;
  for (const range of content) {
    if (range.start >= sentence.end || range.end <= from) continue;
    words += text.slice(from, Math.max(from, range.start));
    from = range.end;
  }
  return words + text.slice(Math.min(from, sentence.end), sentence.end);
}
