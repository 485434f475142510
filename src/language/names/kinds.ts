/** From the labeller's kinds to those of the record: countries and nationalities told apart, works, events and laws by their words. */
import type { NameKind, Token } from '../doc.ts';
import type { World } from '../world/index.ts';
import { isUpper } from './features.ts';
import { type Gazetteer, LIST } from './gazetteer.ts';
import type { ModelKind } from './labels.ts';

const QUOTES = new Set(['"', '“', '”', '‘', '``', "''", '«', '»']);

/** The words of a name as the lists of the world write them: tokens joined as in the text, without a leading article. */
export function phraseOf(tokens: readonly Token[], from: number, to: number): string {
  let phrase = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (i > from && token.start > tokens[i - 1]!.end) phrase += ' ';
    phrase += token.form;
  }
  return phrase.replace(/^[Tt]he /, '');
}

/** Words that name a law or a treaty as the first or last of several ("Treaty of Vesby", "Vesby Accords"), and those that do alone. */
const INSTRUMENTS = new Set(
  'act treaty accord accords agreement agreements protocol protocols amendment amendments charter declaration pact convention constitution memorandum bill'.split(
    ' ',
  ),
);

/** Whether the words are the name of a law or a treaty. */
export function isLaw(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]!.form.toLowerCase();
  const last = tokens[to - 1]!.form.toLowerCase();
  if (to - from === 1) return first === 'constitution';
  return INSTRUMENTS.has(last) || (INSTRUMENTS.has(first) && /^(?:of|on|for|to|\d)/.test(tokens[from + 1]!.form));
}

/** The end of a name of place or organization that goes on with an instrument's word: "Paris" before "Agreement". */
export function instrumentEnd(tokens: readonly Token[], to: number): number {
  const next = tokens[to];
  return next && isUpper(next.form) && INSTRUMENTS.has(next.form.toLowerCase()) ? to + 1 : to;
}

/** The kind of a labelled name; null where it is none that the record knows (languages, products, goals). */
export function nameKind(
  kind: ModelKind,
  tokens: readonly Token[],
  from: number,
  to: number,
  world: World,
  gazetteer: Gazetteer,
): NameKind | null {
  const phrase = phraseOf(tokens, from, to);
  const known = world.lookUp(phrase);
  // "The Kremlin", "the White House": news names those who sit there. A town that is also a capital stays a place.
  if (known.some((e) => e.kind === 'seat') && !known.some((e) => e.kind === 'capital') && kind !== 'event')
    return 'organization';
  if (kind !== 'organization' && kind !== 'event' && known.length > 0) {
    if (known.some((e) => e.kind === 'nationality') && !known.some((e) => e.kind === 'country')) return 'nationality';
    if (kind === 'place' || (kind === 'misc' && to - from > 1))
      return known.some((e) => e.kind === 'country') ? 'country' : 'place';
  }
  if (kind !== 'person' && isLaw(tokens, from, to)) return 'law';
  if (kind !== 'misc') return kind;
  const lists = (i: number): number => gazetteer.listsOf(tokens[i]!.form, tokens[i]!.form.toLowerCase());
  for (let i = from; i < to; i++) if ((lists(i) & LIST.LAW_WORD) !== 0) return 'law';
  if ((lists(to - 1) & LIST.EVENT_WORD) !== 0) return 'event';
  const opened = tokens[from - 1]?.form ?? '';
  const closed = tokens[to]?.form ?? '';
  // “We will wait,” Ana Lind, 25, said: the mark before it closes a quotation.
  if (/^[,.?!…]$/.test(tokens[from - 2]?.form ?? '') && tokens[from - 2]!.end === tokens[from - 1]!.start) return null;
  return QUOTES.has(opened) && (QUOTES.has(closed) || closed === ',') ? 'work' : null;
}
