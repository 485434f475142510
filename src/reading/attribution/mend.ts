/**
 * What grammar says of a draft where its labels stop short: content that a comma cut in two, an addressee or a day that
 * was taken for content, a source that stands as the subject.
 */
import type { Token } from '../../language/doc.ts';
import { cueActs } from '../cues.ts';
import type { Draft, TokenRange } from './draft.ts';
import { isAsked } from './reports.ts';
import type { View } from './view.ts';

/** The tokens in which a draft may lie. */
interface Bounds {
  from: number;
  to: number;
}

export function mendDraft(view: View, labelled: Draft, inside: Bounds): Draft {
  const { tokens } = view.sentence;
  const draft = contentOfClause(view, nameBehindCue(view, labelled), inside);
  const whole = draft.content.map((range) => endAfterWord(tokens, draft, range, inside));
  const said = whole.length > 1 ? whole.filter((range) => !isProgramme(view, draft, range)) : whole;
  const joined = joinContent(tokens, { ...draft, content: said });
  const parted = joined.flatMap((range) => endBeforeOther(view, draft, joined, endBeforeReturn(view, draft, range)));
  const content = parted.map((range) =>
    startAtSubject(view, draft, startAtClause(view, draft, goOnAtThat(view, draft, range, inside))),
  );
  const named = draft.source && withoutComma(tokens, draft.source);
  const source = named
    ? wholeSubject(
        tokens,
        { ...draft, content },
        nearestSubject(tokens, { ...draft, content, source: named }, inside),
        inside,
      )
    : subjectOf(view, { ...draft, content }, inside);
  return { ...draft, content, source: source && withoutMark(tokens, source) };
}

/** "[Nine were hurt], officials have said": the clause that the cue takes, where the labels found no content at all. */
function contentOfClause({ sentence: { tokens } }: View, draft: Draft, inside: Bounds): Draft {
  if (draft.content.length > 0) return draft;
  const { cue, source } = draft;
  const isTaken = (i: number): boolean =>
    (cue.from <= i && i < cue.to) || (source !== null && source.from <= i && i < source.to);
  const clause = tokens.findIndex(({ head, deprel }) => head === draft.head && /^[cx]comp$/.test(deprel));
  if (clause < inside.from || clause >= inside.to || isTaken(clause)) return draft;
  const isFree = (i: number): boolean => i >= 0 && !isTaken(i) && isUnder(tokens, i, clause);
  let from = clause;
  let to = clause + 1;
  while (from > inside.from && isFree(from - 1)) from--;
  while (to < inside.to && isFree(to)) to++;
  while (to > clause + 1 && tokens[to - 1]!.form === ',') to--;
  return { ...draft, content: [{ sentence: draft.sentence, from, to }] };
}

/** ", Ana Lind": a source begins with a word; null where it has none. */
function withoutComma(tokens: readonly Token[], source: TokenRange): TokenRange | null {
  let { from } = source;
  while (from < source.to && tokens[from]!.form === ',') from++;
  return from < source.to ? { ...source, from } : null;
}

/** “[The minister] told me so,” Lind said: the mark belongs to what Lind says. */
function withoutMark(tokens: readonly Token[], source: TokenRange): TokenRange {
  let { from } = source;
  while (from < source.to - 1 && tokens[from]!.upos === 'PUNCT' && /^["“”„'‘«]|^``$/.test(tokens[from]!.form)) from++;
  return { ...source, from };
}

/** "The port is open, noted Coast Radio’s Ana Lind": a name right behind the cue and nothing more is the source. */
function nameBehindCue({ sentence: { tokens }, quote }: View, draft: Draft): Draft {
  const last = draft.content.at(-1);
  if (draft.source || draft.content.length < 2 || !last || last.from !== draft.cue.to) return draft;
  if (last.sentence !== draft.sentence || draft.content[0]!.from > draft.cue.from) return draft;
  const words = tokens.slice(last.from, last.to);
  const isName =
    words.some(({ upos }) => upos === 'PROPN') && words.every(({ upos }) => upos !== 'VERB' && upos !== 'AUX');
  if (!isName || quote[last.from]! >= 0) return draft;
  return { ...draft, source: last, content: draft.content.slice(0, -1) };
}

/** Content on both sides of nothing but punctuation is one. */
function joinContent(tokens: readonly Token[], { content, cue, source }: Draft): TokenRange[] {
  const joined: TokenRange[] = [];
  for (const range of content) {
    const last = joined.at(-1);
    const between = last && { from: last.to, to: range.from };
    const meets = (other: Bounds | null): boolean =>
      other !== null && between !== undefined && other.from < between.to && between.from < other.to;
    const isPunct = between && tokens.slice(between.from, between.to).every((token) => token.upos === 'PUNCT');
    if (last && isPunct && !meets(cue) && !meets(source)) last.to = range.to;
    else joined.push({ ...range });
  }
  return joined;
}

const SMALL_WORD = /^(?:of|the|and|in|for|a|an|to|on|with)$/;

/** “We will wait,” Lind said on “Good Morning, Selm.”: a quoted name of few words behind "on" is where it was said. */
function isProgramme({ sentence: { tokens }, quote, mark }: View, { cue }: Draft, { from, to }: TokenRange): boolean {
  if (from < cue.to || to - from > 10 || mark[from] !== 1 || tokens[from - 1]?.form !== 'on') return false;
  const words = tokens.slice(from, to).filter((token) => /\p{L}/u.test(token.form));
  return quote[from] === quote[to - 1] && words.every(({ form }) => /^\p{Lu}/u.test(form) || SMALL_WORD.test(form));
}

/** A content never ends within a word: "a cease" of "a cease-fire". */
function endAfterWord(tokens: readonly Token[], { cue, source }: Draft, range: TokenRange, inside: Bounds): TokenRange {
  const isFree = (i: number): boolean =>
    i < inside.to && !(cue.from <= i && i < cue.to) && !(source && source.from <= i && i < source.to);
  let { to } = range;
  const isHyphen = (i: number): boolean =>
    tokens[i]?.form === '-' && tokens[i]!.start === tokens[i - 1]!.end && tokens[i + 1]?.start === tokens[i]!.end;
  while (isHyphen(to) && isFree(to) && isFree(to + 1)) to += 2;
  return { ...range, to };
}

const CONTRAST = /^(?:though|although|but|and|yet)$/i;
const KEEPING_BACK = /^(?:declin|refus|stopped$)/i;

/**
 * "said the offer was fair, though did not say when": where a clause has no subject of its own and tells what was not
 * said, it goes on with the cue, not with what was said.
 */
function endBeforeReturn({ sentence: { tokens }, quote }: View, { cue }: Draft, range: TokenRange): TokenRange {
  if (range.from < cue.to) return range;
  for (let i = range.from + 2; i + 2 < range.to; i++) {
    if (!CONTRAST.test(tokens[i]!.form) || quote[i]! >= 0) continue;
    let k = i + 1;
    while (tokens[k]?.upos === 'ADV') k++;
    const isDenied = /^(?:did|does|do)$/i.test(tokens[k]!.form) && /^(?:not|n[’']t)$/i.test(tokens[k + 1]?.form ?? '');
    const isOdd = /^(?:though|although)$/i.test(tokens[i]!.form) && isDenied;
    if (!isOdd && !KEEPING_BACK.test(tokens[k]!.form) && !(isDenied && SAYING.test(tokens[k + 2]?.lemma ?? '')))
      continue;
    const to = tokens[i - 1]!.form === ',' ? i - 1 : i;
    return { ...range, to };
  }
  return range;
}

const OTHERWISE = /^(?:while|whereas|and|but)$/i;
// Words of a subject: "and his deputy at the harbour office, Ana Lind,".
const MAX_SUBJECT = 14;

/** "Lind said the port was open, and Reyes repeated that it was shut": what somebody else says is a report of its own. */
function endBeforeOther(
  { sentence: { tokens }, quote }: View,
  { cue, head }: Draft,
  all: TokenRange[],
  range: TokenRange,
): TokenRange[] {
  const [first] = all.filter(({ from }) => from >= cue.to);
  if (!first || range.from < cue.to) return [range];
  for (let i = first.from + 2; i + 3 < range.to; i++) {
    if (quote[i]! >= 0) continue;
    const isBut = /^(?:but|while|whereas)$/i.test(tokens[i + 1]!.form);
    if (!(isBut || (tokens[i]!.form === ',' && OTHERWISE.test(tokens[i + 1]!.form)))) continue;
    const verb = tokens.findIndex(
      (token, k) =>
        k > i + 2 &&
        k <= i + MAX_SUBJECT &&
        (/^VB[DZ]$/.test(token.xpos) || (token.xpos === 'VBN' && tokens[k - 1]!.form === ',')) &&
        (cueActs.has(token.lemma.toLowerCase()) || tokens[k + 1]?.form === 'back'),
    );
    if (verb < 0 || quote[verb]! >= 0) continue;
    // The same verb in the same tense: "wants … , while Reyes wants"; or a clause of its own behind it.
    const isSame = tokens[verb]!.lemma === tokens[head]!.lemma && tokens[verb]!.xpos === tokens[head]!.xpos;
    const between = tokens.slice(i + 2, verb);
    const isNamed = between.some(({ upos }) => upos === 'PROPN' || upos === 'NOUN');
    const isClear = between.every(({ upos, xpos }) => upos !== 'SCONJ' && (upos !== 'VERB' || xpos === 'VBN'));
    const hasClause = tokens.slice(verb + 1, verb + 6).some(({ form }) => /^that$/i.test(form));
    const isBack = isBut && tokens[verb + 1]?.form === 'back';
    const to = tokens[i]!.form === ',' ? i : i + 1;
    if (isNamed && isClear && (isSame || hasClause || isBack)) return range.from < to ? [{ ...range, to }] : [];
  }
  return [range];
}

/** "insists that the army leave and that families return": both are said. */
function goOnAtThat(
  { sentence: { tokens }, quote }: View,
  draft: Draft,
  range: TokenRange,
  inside: Bounds,
): TokenRange {
  if (range.from < draft.cue.to || draft.content.at(-1)!.to > range.to) return range;
  const at = tokens[range.to]?.form === ',' ? range.to + 1 : range.to;
  if (!/^(?:and|but|or)$/i.test(tokens[at]?.form ?? '') || !/^that$/i.test(tokens[at + 1]?.form ?? '')) return range;
  const { source, cue } = draft;
  const isFree = (i: number): boolean =>
    i < inside.to && !(cue.from <= i && i < cue.to) && !(source && source.from <= i && i < source.to);
  let to = at + 2;
  while (to < tokens.length && isFree(to) && !(quote[to]! < 0 && /^[;:.]$/.test(tokens[to]!.form))) to++;
  return { ...range, to };
}

/** "said [Ana Lind, who leads the union,] had told him": the subject of the clause belongs to it. */
function startAtSubject(
  { sentence: { tokens }, quote }: View,
  { head, cue, source }: Draft,
  range: TokenRange,
): TokenRange {
  if (range.from <= cue.to || range.from > cue.to + MAX_SUBJECT || quote[range.from]! >= 0) return range;
  const verb = tokens.findIndex(
    (token, i) => i >= range.from && i < range.to && token.head === head && token.deprel === 'ccomp',
  );
  if (verb < 0) return range;
  const subject = tokens.findIndex(
    ({ deprel, head: up }, i) => i >= cue.to && i < range.from && /^nsubj/.test(deprel) && (up === head || up === verb),
  );
  if (subject < 0 || (source && source.from < range.from && source.to > cue.to)) return range;
  let from = subject;
  while (from > cue.to && isUnder(tokens, from - 1, subject)) from--;
  return { ...range, from };
}

/** "Lind said no, but the union hit back and [accused] her": a joined verb has the subject of the verb right before it. */
function nearestSubject(tokens: readonly Token[], draft: Draft, inside: Bounds): TokenRange {
  const source = draft.source!;
  let verb = draft.head;
  const subjectUnder = (at: number): number =>
    tokens.findIndex(({ head, deprel }, i) => head === at && deprel === 'nsubj' && i < at);
  while (verb >= 0 && tokens[verb]!.deprel === 'conj' && subjectUnder(verb) < 0) verb = tokens[verb]!.head;
  const subject = verb < 0 || verb === draft.head ? -1 : subjectUnder(verb);
  // "Lind said that Reyes lied and [noted] …": the verb before stands in what she says.
  if (verb >= 0 && /^(?:ccomp|xcomp|advcl|acl)/.test(tokens[verb]!.deprel)) return source;
  if (subject < source.to || subject >= draft.cue.from || tokens[subject]!.upos === 'PRON') return source;
  return phraseAt(tokens, subject, { ...draft, source: null }, inside) ?? source;
}

/** The source goes on to the left as far as its subject does: "[the union and] the association". */
function wholeSubject(tokens: readonly Token[], draft: Draft, source: TokenRange, inside: Bounds): TokenRange {
  let top = source.to - 1;
  while (top > source.from && source.from <= tokens[top]!.head && tokens[top]!.head < source.to)
    top = tokens[top]!.head;
  for (let steps = 0; steps < 4 && /^(?:conj|flat|compound|nmod|appos)/.test(tokens[top]?.deprel ?? ''); steps++)
    top = tokens[top]!.head;
  const of = overOf(tokens, draft, source, inside);
  if (of !== source) return of;
  if (top < 0 || top >= source.from || tokens[top]!.deprel !== 'nsubj' || tokens[top]!.head !== draft.head)
    return besideAnd(tokens, draft, source, inside);
  const phrase = phraseAt(tokens, top, { ...draft, source: null }, inside);
  return phrase && phrase.to >= source.to ? { ...source, from: phrase.from } : source;
}

/** "the father of [three]": what the words are of goes with them. */
function overOf(tokens: readonly Token[], { content }: Draft, source: TokenRange, inside: Bounds): TokenRange {
  let { from } = source;
  const isFree = (i: number): boolean =>
    i >= inside.from &&
    !content.some((range) => range.from <= i && i < range.to) &&
    /^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[i]!.upos);
  if (tokens[from - 1]?.form !== 'of' || from - 2 < inside.from || !/^(?:NOUN|PROPN)$/.test(tokens[from - 2]!.upos))
    return source;
  if (!isFree(from - 2)) return source;
  from -= 2;
  while (from > inside.from && isFree(from - 1)) from--;
  return { ...source, from };
}

/** The same without a telling tree: "[the union and] the association said", from the last mark or the head of the sentence on. */
function besideAnd(tokens: readonly Token[], { cue, content }: Draft, source: TokenRange, inside: Bounds): TokenRange {
  if (source.from >= cue.from) return source;
  const isTaken = (i: number): boolean => content.some((range) => range.from <= i && i < range.to);
  let start = source.from;
  // "the Port Employers’ [Association]": the rest of the name.
  const isOfName = (i: number): boolean =>
    i >= inside.from && !isTaken(i) && /^(?:PROPN|PART)$/.test(tokens[i]!.upos) && tokens[i + 1]!.upos !== 'PUNCT';
  if (tokens[start]!.upos === 'PROPN') while (isOfName(start - 1)) start--;
  if (start < source.from && start > inside.from && tokens[start - 1]!.upos === 'DET' && !isTaken(start - 1)) start--;
  if (!/^and$/i.test(tokens[start - 1]?.form ?? '')) return source;
  let from = start - 1;
  while (from > inside.from && !isTaken(from - 1) && isInList(tokens[from - 1]!)) from--;
  const before = from > inside.from ? tokens[from - 1]! : null;
  const isWhole = before === null || before.form === ',' || before.upos === 'SCONJ';
  const isName = tokens.slice(from, start - 1).some(({ upos }) => upos === 'PROPN' || upos === 'NOUN');
  return isWhole && isName && !(before && isTaken(from - 1)) ? { ...source, from } : source;
}

const isInList = ({ upos, form }: Token): boolean =>
  /^(?:PROPN|NOUN|ADJ|DET|PART|NUM)$/.test(upos) || form === 'of' || form === 'and' || form === '-';

const SAYING =
  /^(?:say|elaborate|comment|specify|detail|explain|name|identify|address|provide|give|offer|endorse|rule)$/;
const TELLING = /^(?:tell|inform|remind|assure|notify|brief)$/;
// Words between a cue and its clause: "told reporters in the harbour on Monday that".
const MAX_BETWEEN = 12;

/** "told the dockers on Monday that the port would open": what stands between the cue and its clause is not content. */
function startAtClause(view: View, { head, cue }: Draft, range: TokenRange): TokenRange {
  const { tokens } = view.sentence;
  if (range.from < cue.to || range.from > cue.to + MAX_BETWEEN) return range;
  const isTelling = TELLING.test(tokens[head]!.lemma);
  const clause = tokens.findIndex((token, i) => i > range.from && token.head === head && token.deprel === 'ccomp');
  if (clause < 0 || clause >= range.to) return isTelling ? startAtThat(view, range) : range;
  const start = firstUnder(tokens, clause, range.from);
  if (start <= range.from || start - range.from > MAX_BETWEEN) return range;
  for (let i = range.from; i < start; i++) {
    if (view.quote[i]! >= 0) return range;
    if (tokens[i]!.head !== head) continue;
    if (!/^(?:punct|advmod|obl|discourse)/.test(tokens[i]!.deprel) && !(isTelling && /^i?obj/.test(tokens[i]!.deprel)))
      return range;
  }
  return { ...range, from: start };
}

/** The same where the tree takes "that" for a relative: nothing but a noun phrase stands before it. */
function startAtThat({ sentence: { tokens }, quote }: View, range: TokenRange): TokenRange {
  for (let i = range.from; i < Math.min(range.to - 1, range.from + MAX_BETWEEN); i++) {
    if (i > range.from && tokens[i]!.form.toLowerCase() === 'that') return { ...range, from: i };
    if (quote[i]! >= 0 || /^(?:VERB|AUX|SCONJ)$/.test(tokens[i]!.upos)) return range;
  }
  return range;
}

/** The first token that hangs below `top`, not before `from`. */
function firstUnder(tokens: readonly Token[], top: number, from: number): number {
  for (let i = from; i < top; i++) if (isUnder(tokens, i, top)) return i;
  return top;
}

function isUnder(tokens: readonly Token[], i: number, top: number): boolean {
  for (let k = i, steps = 0; k >= 0 && steps < 40; k = tokens[k]!.head, steps++) if (k === top) return true;
  return false;
}

// "said", "after saying", "met and then said": how far up the subject may stand.
const MAX_UP = 3;

/** The subject of the cue, or of the verb that it goes on from: "Ana Lind came late but said she would stay". */
function subjectOf({ sentence: { tokens }, quote }: View, draft: Draft, inside: Bounds): TokenRange | null {
  let verb = draft.head;
  for (let steps = 0; steps < MAX_UP && verb >= 0; steps++) {
    const subject = tokens.findIndex((token) => token.head === verb && token.deprel === 'nsubj');
    if (subject >= 0) return phraseAt(tokens, subject, draft, inside);
    // "Lind, asked whether the port was open, said": the tree gives the subject to the participle.
    const asked = tokens.findIndex((token, i) => token.head === verb && isAsked(tokens, i));
    const bearer = asked < 0 ? -1 : tokens.findIndex(({ head, deprel }) => head === asked && deprel === 'nsubj');
    if (bearer >= 0 && bearer < asked) return phraseAt(tokens, bearer, draft, { from: inside.from, to: asked - 1 });
    // A passive has its subject told to it; who speaks is not said.
    if (tokens.some((token) => token.head === verb && /:pass$|^expl/.test(token.deprel))) return null;
    const { deprel, head, xpos } = tokens[verb]!;
    // A clause of its own ("after Lind said") has a subject of its own, even where the tree lost it.
    const goesOn = /^VB[GN]?$/.test(xpos) ? /^(?:conj|xcomp|advcl|parataxis|dep)/ : /^conj/;
    // “It stands,” Lind said and [warned] that: what stands outside of a quotation does not go on with a verb inside.
    const isQuoted = quote[verb]! >= 0 && quote[draft.head]! < 0;
    if (!goesOn.test(deprel) && !isContrasted(tokens, verb) && !isQuoted) break;
    verb = head;
  }
  return besideCue(tokens, draft, inside);
}

/** "…, though did not say when": a clause that shares the subject of the one before. */
function isContrasted(tokens: readonly Token[], verb: number): boolean {
  const clause = tokens.findIndex((token) => token.head === verb && token.deprel === 'mark');
  return clause >= 0 && CONTRAST.test(tokens[clause]!.form);
}

/** Without a telling tree: the noun or pronoun right before a finite cue, where the content leaves it free. */
function besideCue(tokens: readonly Token[], draft: Draft, inside: Bounds): TokenRange | null {
  if (!/^VB[DPZ]$/.test(tokens[draft.head]!.xpos)) return null;
  let i = draft.cue.from - 1;
  while (i >= 0 && tokens[i]!.upos === 'ADV') i--;
  if (i < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos)) return null;
  let top = i;
  while (tokens[top]!.head >= 0 && tokens[top]!.head < i && /^(?:flat|appos|compound)/.test(tokens[top]!.deprel))
    top = tokens[top]!.head;
  return phraseAt(tokens, tokens[top]!.upos === 'VERB' ? i : top, draft, inside);
}

/** The phrase of a subject, up to what the draft holds already; null where it is taken. */
function phraseAt(tokens: readonly Token[], subject: number, draft: Draft, inside: Bounds): TokenRange | null {
  const ranges = [draft.cue, ...draft.content.filter((range) => range.sentence === draft.sentence)];
  const isFree = (i: number): boolean =>
    i >= inside.from && i < inside.to && !ranges.some(({ from, to }) => from <= i && i < to);
  if (!isFree(subject)) return null;
  let from = subject;
  let to = subject + 1;
  while (isFree(from - 1) && isUnder(tokens, from - 1, subject)) from--;
  while (to < tokens.length && isFree(to) && isUnder(tokens, to, subject)) to++;
  while (to > subject + 1 && tokens[to - 1]!.upos === 'PUNCT') to--;
  while (from < subject && tokens[from]!.upos === 'PUNCT') from++;
  return { sentence: draft.sentence, from, to };
}
