import type { Draft, TokenRange } from './draft.ts';
import type { View } from './view.ts';

const SPEAKERS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
const BEFORE_CLOSING = /^[,.?!…]$/;

/**
 * “We will wait,” Ana Lind, the harbour minister, said: after a quotation that ends in a mark of its own, what stands up
 * to the cue is the source, whatever the labels say. Only where the content begins with that quotation: "the offer was
 * “late,” she said" is left as it is.
 */
export function repairQuoteThenSource(view: View, draft: Draft): Draft {
  const at = draft.content.findIndex(
    (range) => range.sentence === draft.sentence && range.to <= draft.cue.from && view.mark[range.from] === 1,
  );
  const range = draft.content[at];
  if (!range) return draft;
  const closing = lastClosing(view, range);
  if (closing < 0 || closing + 1 >= range.to) return draft;
  const tail = { sentence: draft.sentence, from: closing + 1, to: draft.cue.from };
  const tags = view.sentence.tokens.slice(tail.from, tail.to).map((token) => token.upos);
  // A verb there speaks for a statement of its own: “We will wait,” Lind said, according to the union.
  if (!tags.some((tag) => SPEAKERS.has(tag)) || tags.includes('VERB')) return draft;
  // Where the labels found a source there, their edges are the better ones.
  const { source } = draft;
  const isThere = source !== null && source.from >= tail.from && source.to <= tail.to;
  const content = draft.content.filter(
    (other) => other === range || other.to <= tail.from || other.from >= tail.to || other.sentence !== draft.sentence,
  );
  return {
    ...draft,
    source: isThere ? source : tail,
    content: content.map((other) => (other === range ? { ...range, to: closing + 1 } : other)),
  };
}

/** The last closing quotation mark of a range that has a comma or full stop before it; -1 where there is none. */
function lastClosing({ mark, sentence }: View, { from, to }: TokenRange): number {
  for (let i = to - 1; i > from; i--)
    if (mark[i] === 2) return BEFORE_CLOSING.test(sentence.tokens[i - 1]!.form) ? i : -1;
  return -1;
}
