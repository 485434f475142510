/**
 * Statements: who is reported to have said what. In: sentences, quotations, entities. Out: source, cue, content,
 * form. Example: “We will wait,” Ana Lind said. gives the content “We will wait,” the source "Ana Lind" and
 * the cue "said".
 *
 * Rules over words, nearest first. Each statement carries the name of the rule that made it.
 */
import type { Doc, Sentence, Token } from '../language/doc.ts';
import type { DateRange, Statement } from '../model/record.ts';
import { cueActs, sourceNouns } from './cues.ts';
import type { Entity, LocalStatement, Range } from './reading.ts';

/** What the rules look at together. */
interface Scene {
  text: string;
  entities: Entity[];
  quotes: Range[];
  /** Start offset of every mention, with its entity. */
  mentionAt: Map<number, number>;
  said: DateRange;
}

interface Source {
  range: Range;
  speaker: number | null;
  named: boolean;
}

const PRONOUNS = new Set(['he', 'she', 'they', 'we', 'it']);
// Between a source and its cue, or a cue and its content, these say nothing of who or what.
const ADVERB =
  /^(?:also|later|then|earlier|previously|once|again|repeatedly|reportedly|now|still|too|has|have|had|is|was|\p{Ll}+ly)$/u;
const CLAUSE_BREAK = /^(?:[,;:()—–]|--?|["“”‘’'])$/;
const MAX_SOURCE_TOKENS = 14;
// A floating quotation of fewer words may as well be a title or a scare quote.
const MIN_FLOATING_WORDS = 5;

/** All statements of a text, in the order of their content. */
export function findStatements(doc: Doc, entities: Entity[], quotes: Range[], said: DateRange): LocalStatement[] {
  const mentionAt = new Map(
    entities.flatMap((entity, i) => entity.mentions.map((mention) => [mention.start, i] as const)),
  );
  const scene: Scene = { text: doc.text, entities, quotes, mentionAt, said };
  const statements: LocalStatement[] = [];
  const taken = new Set<Range>();
  for (const sentence of doc.sentences) statements.push(...statementsOf(scene, sentence, taken));
  statements.push(...floating(scene, doc.sentences, statements, taken));
  return statements.sort(
    (a, b) => a.content[0]!.start - b.content[0]!.start || (a.cue?.start ?? -1) - (b.cue?.start ?? -1),
  );
}

function statementsOf(scene: Scene, sentence: Sentence, taken: Set<Range>): LocalStatement[] {
  const found: LocalStatement[] = [];
  const { tokens } = sentence;
  const quoted = tokens.map((token) => quoteAt(scene.quotes, token.start));
  let free = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (quoted[i] || i < free) continue;
    const form = tokens[i]!.form.toLowerCase();
    let statement: LocalStatement | null = null;
    if (form === 'according' && tokens[i + 1]?.form.toLowerCase() === 'to')
      statement = accordingTo(scene, sentence, quoted, i);
    else if (cueActs.has(form)) statement = reported(scene, sentence, quoted, i, taken);
    if (!statement) continue;
    found.push(statement);
    for (const quote of scene.quotes)
      if (statement.content.some((range) => range.start <= quote.start && quote.end <= range.end)) taken.add(quote);
    const end = statement.content.at(-1)!.end;
    while (free < tokens.length && tokens[free]!.start < end) free++;
  }
  return found;
}

/** 'X said that …', '“…,” X said', '“…,” said X', '…, X said.' */
function reported(
  scene: Scene,
  sentence: Sentence,
  quoted: (Range | null)[],
  at: number,
  taken: Set<Range>,
): LocalStatement | null {
  const { tokens } = sentence;
  const act = cueActs.get(tokens[at]!.form.toLowerCase())!;
  const left = sourceBefore(scene, tokens, quoted, at);
  const right = left ? null : sourceAfter(scene, tokens, quoted, at + 1);
  const source = left ?? right;
  if (!source) return null;
  const cue = { start: tokens[at]!.start, end: tokens[at]!.end };
  const make = (content: Range[], rule: string): LocalStatement => statement(scene, source, cue, content, act, rule);

  const first = left ? tokens.findIndex((token) => token.start >= left.range.start) : at;
  const before = quoteEndingAt(tokens, quoted, first - 1);
  if (before && !taken.has(before)) {
    const contents = [before, ...earlierQuotes(scene, before, taken)];
    const next = nextQuote(scene, sentence, tokens, right ? indexAfter(tokens, right.range.end) : at + 1);
    if (next && !taken.has(next)) contents.push(next);
    return make(
      contents.sort((a, b) => a.start - b.start),
      'statement/quote-then-cue',
    );
  }
  const from = skipAddressee(tokens, quoted, right ? indexAfter(tokens, right.range.end) : at + 1);
  const complement = readComplement(scene, sentence, quoted, from, tokens[at]!.form.toLowerCase());
  if (complement && !right) return make([complement.range], complement.rule);
  // '…, X said.' at the end of its sentence.
  if (
    tokens[first - 1]?.form === ',' &&
    first > 4 &&
    isNearEnd(tokens, right ? indexAfter(tokens, right.range.end) : at + 1)
  ) {
    const range = { start: tokens[0]!.start, end: tokens[first - 2]!.end };
    return make([range], 'statement/clause-then-cue');
  }
  return null;
}

/** '…, according to X' and 'According to X, …'. */
function accordingTo(scene: Scene, sentence: Sentence, quoted: (Range | null)[], at: number): LocalStatement | null {
  const { tokens } = sentence;
  const source = sourceAfter(scene, tokens, quoted, at + 2);
  if (!source) return null;
  const cue = { start: tokens[at]!.start, end: tokens[at + 1]!.end };
  const end = indexAfter(tokens, source.range.end);
  let content: Range | null = null;
  if (at > 2) {
    const last = tokens[at - 1]!.form === ',' ? at - 2 : at - 1;
    content = { start: tokens[0]!.start, end: tokens[last]!.end };
  } else if (tokens[end]?.form === ',') content = toSentenceEnd(scene, tokens, end + 1);
  return content && statement(scene, source, cue, [content], 'say', 'statement/according-to');
}

/** Quotations that stand alone beside a statement: the speech goes on, or its speaker was named just before. */
function floating(
  scene: Scene,
  sentences: Sentence[],
  statements: LocalStatement[],
  taken: Set<Range>,
): LocalStatement[] {
  const found: LocalStatement[] = [];
  const ordered = [...statements].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  const starts = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  let k = 0;
  for (const quote of scene.quotes) {
    while (k < ordered.length && ordered[k]!.content[0]!.start < quote.start) k++;
    const previous = ordered[k - 1];
    if (taken.has(quote) || !starts.has(quote.start) || !previous) continue;
    if (scene.text.slice(quote.start, quote.end).split(/\s+/).length < MIN_FLOATING_WORDS) continue;
    const gap = quote.start - Math.max(previous.content.at(-1)!.end, previous.cue?.end ?? 0);
    if (gap > MAX_FLOATING_GAP) continue;
    const { speaker, named } = previous;
    found.push({
      ...statement(scene, { range: quote, speaker, named }, null, [quote], 'say', 'statement/floating-quote'),
      source: null,
    });
  }
  return found;
}

// Code units between the end of a statement and a quotation that goes on from it.
const MAX_FLOATING_GAP = 160;

function statement(
  scene: Scene,
  source: Source,
  cue: Range | null,
  content: Range[],
  act: Statement['act'],
  rule: string,
): LocalStatement {
  return {
    source: source.range,
    speaker: source.speaker,
    named: source.named,
    cue,
    content,
    form: formOf(scene, content),
    act,
    said: scene.said,
    channel: null,
    addressees: [],
    within: null,
    rule,
  };
}

/** direct: nothing but quotations; mixed: some words quoted; indirect: none. */
function formOf(scene: Scene, content: Range[]): Statement['form'] {
  const isQuote = (range: Range): boolean =>
    scene.quotes.some((quote) => quote.start === range.start && quote.end >= range.end);
  if (content.every(isQuote)) return 'direct';
  return content.some((range) => scene.quotes.some((quote) => quote.start < range.end && range.start < quote.end))
    ? 'mixed'
    : 'indirect';
}

/** The noun phrase that ends right before `at`. */
function sourceBefore(scene: Scene, tokens: Token[], quoted: (Range | null)[], at: number): Source | null {
  let end = at;
  while (end > 0 && ADVERB.test(tokens[end - 1]!.form)) end--;
  if (tokens[end - 1]?.form === ',') {
    // 'Ana Lind, the union's leader, said': the name stands before the apposition.
    let open = end - 2;
    while (open > 0 && tokens[open]!.form !== ',' && !quoted[open]) open--;
    if (tokens[open]?.form !== ',' || open === 0) return null;
    const named = sourceBefore(scene, tokens, quoted, open);
    return named && { ...named, range: { start: named.range.start, end: tokens[end - 2]!.end } };
  }
  let start = end;
  while (
    start > 0 &&
    end - start < MAX_SOURCE_TOKENS &&
    !quoted[start - 1] &&
    !CLAUSE_BREAK.test(tokens[start - 1]!.form)
  )
    start--;
  while (
    start < end &&
    /^(?:But|And|Yet|Meanwhile|Still|However|Later|Earlier|Also|and|but|as|while|when|after|who|which|that|where)$/.test(
      tokens[start]!.form,
    )
  )
    start++;
  // 'On Monday the minister said': the phrase begins after the last preposition that opens the clause.
  return readSource(scene, tokens, start, end);
}

/** The noun phrase that begins at `at`, up to the next comma, verb of another clause or mark. */
function sourceAfter(scene: Scene, tokens: Token[], quoted: (Range | null)[], at: number): Source | null {
  let end = at;
  while (
    end < tokens.length &&
    end - at < MAX_SOURCE_TOKENS &&
    !quoted[end] &&
    !/^(?:[,;:.!?()—–]|that|in|on|at|after|during|who|which|as|with|while|when|from|to|before|last|this|by)$/.test(
      tokens[end]!.form,
    )
  )
    end++;
  return readSource(scene, tokens, at, end);
}

/** A source in tokens [start, end): its last name, or its noun for people without a name. */
function readSource(scene: Scene, tokens: Token[], start: number, end: number): Source | null {
  if (start >= end) return null;
  const forms = tokens.slice(start, end).map((token) => token.form.toLowerCase());
  for (let i = end - 1; i >= start; i--) {
    const entity = scene.mentionAt.get(tokens[i]!.start);
    if (entity === undefined) continue;
    const mention = scene.entities[entity]!.mentions.find((range) => range.start === tokens[i]!.start)!;
    const last = indexAfter(tokens, mention.end);
    const noun = forms.findIndex((form, k) => k >= last - start && sourceNouns.has(form));
    // "Norland's officials": the noun speaks, not the name before it.
    if (noun >= 0 && scene.entities[entity]!.kind !== 'person') break;
    if (end - last > 3) return null;
    return {
      range: { start: tokens[phraseStart(tokens, start, i)]!.start, end: mention.end },
      speaker: entity,
      named: true,
    };
  }
  const noun = forms.findLastIndex((form) => sourceNouns.has(form));
  if (noun >= 0) {
    const from = phraseStart(tokens, start, start + noun);
    return { range: { start: tokens[from]!.start, end: tokens[start + noun]!.end }, speaker: null, named: false };
  }
  const last = forms.at(-1)!;
  if (!PRONOUNS.has(last) || last === 'it') return null;
  const speaker = last === 'he' || last === 'she' ? lastPerson(scene, tokens[end - 1]!.start) : null;
  return { range: { start: tokens[end - 1]!.start, end: tokens[end - 1]!.end }, speaker, named: speaker !== null };
}

/** Where the noun phrase around `head` begins: after the last word before it that cannot stand inside one. */
function phraseStart(tokens: Token[], start: number, head: number): number {
  for (let i = head - 1; i >= start; i--)
    if (
      /^(?:on|in|at|after|before|with|from|to|by|for|as|during|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|and|but|while|when|said|says)$/i.test(
        tokens[i]!.form,
      )
    )
      return i + 1;
  return start;
}

/** The person mentioned last before an offset. */
function lastPerson(scene: Scene, offset: number): number | null {
  let best: number | null = null;
  let at = -1;
  scene.entities.forEach((entity, i) => {
    if (entity.kind !== 'person') return;
    for (const mention of entity.mentions) {
      if (mention.start >= offset) break;
      if (mention.start > at) {
        at = mention.start;
        best = i;
      }
    }
  });
  return best;
}

/** 'told reporters that': the content begins after the people addressed. */
function skipAddressee(tokens: Token[], quoted: (Range | null)[], at: number): number {
  for (let i = at; i < Math.min(at + 6, tokens.length); i++) {
    if (quoted[i]) return i;
    if (tokens[i]!.form === 'that') return i;
    if (CLAUSE_BREAK.test(tokens[i]!.form)) return at;
  }
  return at;
}

/** What follows a cue: a quotation, a clause with or without "that", or a phrase with a quotation in it. */
function readComplement(
  scene: Scene,
  sentence: Sentence,
  quoted: (Range | null)[],
  from: number,
  cue: string,
): { range: Range; rule: string } | null {
  const { tokens } = sentence;
  let at = from;
  while (tokens[at] && /^[,:]$/.test(tokens[at]!.form)) at++;
  const token = tokens[at];
  if (!token || /^[.!?;]$/.test(token.form)) return null;
  if (quoted[at]) return { range: toSentenceEnd(scene, tokens, at), rule: 'statement/cue-then-quote' };
  if (token.form === 'that' && tokens[at + 1])
    return { range: toSentenceEnd(scene, tokens, at + 1), rule: 'statement/that-clause' };
  if (
    /^(?:said|says|added|adds|insisted|insists)$/.test(cue) &&
    at === from &&
    !/^(?:in|on|at|to|during|after|in|by|as|of|about)$/.test(token.form)
  )
    return { range: toSentenceEnd(scene, tokens, at), rule: 'statement/bare-clause' };
  const hasQuote = quoted.some((quote, i) => quote && i >= at);
  return hasQuote && at === from
    ? { range: toSentenceEnd(scene, tokens, at), rule: 'statement/phrase-with-quote' }
    : null;
}

/** From a token to the end of its sentence, the full stop left out unless a quotation takes it in. */
function toSentenceEnd(scene: Scene, tokens: Token[], at: number): Range {
  let last = tokens.length - 1;
  while (last > at && /^[.;,]$/.test(tokens[last]!.form)) last--;
  let end = tokens[last]!.end;
  const start = tokens[at]!.start;
  const quote = scene.quotes.find((range) => range.start >= start && range.start < end && range.end > end);
  if (quote) end = quote.end;
  return { start, end };
}

function quoteAt(quotes: Range[], offset: number): Range | null {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const quote = quotes[low];
  return quote && quote.start <= offset ? quote : null;
}

/** The quotation whose closing mark stands at token `at`, or at the one before a comma there. */
function quoteEndingAt(tokens: Token[], quoted: (Range | null)[], at: number): Range | null {
  const i = tokens[at]?.form === ',' ? at - 1 : at;
  const quote = quoted[i];
  return quote && tokens[i]!.end === quote.end ? quote : null;
}

/** Quotations right before `quote`, with nothing but white space between, that nobody else has: one speech over sentences. */
function earlierQuotes(scene: Scene, quote: Range, taken: Set<Range>): Range[] {
  const earlier: Range[] = [];
  let at = scene.quotes.indexOf(quote);
  while (at > 0) {
    const before = scene.quotes[at - 1]!;
    if (taken.has(before) || scene.text.slice(before.end, scene.quotes[at]!.start).trim() !== '') break;
    earlier.push(before);
    at--;
  }
  return earlier;
}

/** A quotation that begins right after `X said.` or `X said,`: the same speech goes on. */
function nextQuote(scene: Scene, sentence: Sentence, tokens: Token[], at: number): Range | null {
  const rest = tokens.slice(at);
  if (
    !rest.every(
      (token, i) => /^[.,]$/.test(token.form) || (i === 0 && token.form === '.') || quoteAt(scene.quotes, token.start),
    )
  )
    return null;
  const from = tokens[at]?.start ?? sentence.end;
  return (
    scene.quotes.find(
      (quote) =>
        quote.start >= from &&
        /^[\s.,]*$/.test(scene.text.slice(from, quote.start)) &&
        !scene.text.slice(from, quote.start).includes('\n'),
    ) ?? null
  );
}

function indexAfter(tokens: Token[], offset: number): number {
  const at = tokens.findIndex((token) => token.start >= offset);
  return at < 0 ? tokens.length : at;
}

/** True where only a few words, such as a day or a place, stand between `at` and the end of the sentence. */
function isNearEnd(tokens: Token[], at: number): boolean {
  return tokens.length - at <= 6;
}
