/**
 * Speech that its layout gives to somebody, without a word that reports it: a paragraph that a dash and a name sign
 * (“We will wait.” ― Ana Lind), and the turns of a transcript (LIND: We will wait.). In: views. Out: drafts whose cue is
 * the dash or the colon. No model has a say here.
 */
import type { Draft, TokenRange } from './draft.ts';
import type { View } from './view.ts';

const DASH = /^(?:[―—–-]|--)$/;
const QUOTE = /^(?:["“”„]|''|``)$/;
// "Ana Lind, 25, a docker from Selm": longer tails are no signatures.
const MAX_SIGNATURE = 14;
const MAX_LABEL = 6;

/** The drafts, in the order of the text; no two share a sentence's words. */
export function findForms(views: View[]): Draft[] {
  const paragraphs = paragraphsOf(views);
  const signed = paragraphs.flatMap((paragraph, k) => readSignature(views, paragraph, paragraphs[k - 1]) ?? []);
  return [...signed, ...readTranscript(views, paragraphs)].sort((a, b) => a.sentence - b.sentence || a.head - b.head);
}

/** First sentence and the one after the last. */
interface Paragraph {
  from: number;
  to: number;
}

function paragraphsOf(views: View[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  views.forEach((view, s) => {
    if (s > 0 && view.sentence.paragraph === views[s - 1]!.sentence.paragraph) paragraphs.at(-1)!.to = s + 1;
    else paragraphs.push({ from: s, to: s + 1 });
  });
  return paragraphs;
}

const formAt = (view: View, i: number): string => view.sentence.tokens[i]?.form ?? '';

/** A dash after a closing quotation mark, and nothing but a name after it. */
function readSignature(views: View[], paragraph: Paragraph, before: Paragraph | undefined): Draft | null {
  const last = paragraph.to - 1;
  const view = views[last]!;
  let end = view.size;
  while (end > 0 && /^[.,;]$/.test(formAt(view, end - 1))) end--;
  let dash = end - 1;
  while (dash >= 0 && end - dash <= MAX_SIGNATURE && !DASH.test(formAt(view, dash))) dash--;
  if (dash < 0 || !DASH.test(formAt(view, dash)) || !isSignature(view, dash + 1, end)) return null;
  const opens = (p: Paragraph): boolean => QUOTE.test(formAt(views[p.from]!, 0));
  const closesBefore = (sentence: number, token: number): boolean => QUOTE.test(formAt(views[sentence]!, token - 1));
  let content: TokenRange[];
  if (dash > 0) {
    if (!opens(paragraph) || !closesBefore(last, dash)) return null;
    content = [...wholeSentences(views, paragraph.from, last), { sentence: last, from: 0, to: dash }];
  } else if (last > paragraph.from) {
    if (!opens(paragraph) || !closesBefore(last - 1, views[last - 1]!.size)) return null;
    content = wholeSentences(views, paragraph.from, last);
  } else {
    if (!before || !opens(before) || !closesBefore(before.to - 1, views[before.to - 1]!.size)) return null;
    content = wholeSentences(views, before.from, before.to);
  }
  return formed(last, dash, { sentence: last, from: dash + 1, to: end }, content);
}

/** A name, perhaps with age and place: it begins with a capital and holds no verb. */
function isSignature({ sentence }: View, from: number, to: number): boolean {
  const tokens = sentence.tokens.slice(from, to);
  if (tokens.length === 0 || !/^\p{Lu}/u.test(tokens[0]!.form)) return false;
  return tokens.some((token) => token.upos === 'PROPN') && !tokens.some((token) => /^(?:VERB|AUX)$/.test(token.upos));
}

/** Paragraphs that begin with a name and a colon, where such labels return or name people. */
function readTranscript(views: View[], paragraphs: Paragraph[]): Draft[] {
  const turns = paragraphs.slice(1).flatMap((paragraph) => {
    const view = views[paragraph.from]!;
    const from = QUOTE.test(formAt(view, 0)) ? 1 : 0;
    const colon = view.sentence.tokens.findIndex((token) => token.form === ':');
    if (colon <= from || colon - from > MAX_LABEL || colon + 1 >= view.size) return [];
    const tokens = view.sentence.tokens.slice(from, colon);
    const isLoud = tokens.every((token) => !/\p{Ll}/u.test(token.form)) && /\p{Lu}/u.test(tokens[0]!.form);
    const isName = tokens.every((_, k) => view.name[from + k] === 1);
    if (!isLoud && !isName) return [];
    return [{ paragraph, from, colon, label: tokens.map((token) => token.form).join(' ') }];
  });
  const counts = new Map<string, number>();
  for (const { label } of turns) counts.set(label, (counts.get(label) ?? 0) + 1);
  // Two labels that never return are as likely heads of a list.
  if (![...counts.values()].some((n) => n > 1)) return [];
  return turns.map(({ paragraph, from, colon }) => {
    const home = paragraph.from;
    const content = [
      { sentence: home, from: colon + 1, to: views[home]!.size },
      ...wholeSentences(views, home + 1, paragraph.to),
    ];
    return formed(home, colon, { sentence: home, from, to: colon }, content);
  });
}

function wholeSentences(views: View[], from: number, to: number): TokenRange[] {
  return views.slice(from, to).map((view, k) => ({ sentence: from + k, from: 0, to: view.size }));
}

function formed(sentence: number, head: number, source: TokenRange, content: TokenRange[]): Draft {
  const cue = { sentence, from: head, to: head + 1 };
  return { sentence, head, probability: 1, source, cue, content, within: null, byForm: true };
}
