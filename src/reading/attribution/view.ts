/** What the attribution models look at in a sentence, as integers by token. */
import type { Doc, Sentence } from '../../language/doc.ts';
import type { Range } from '../reading.ts';
import { hashString } from './features.ts';

export interface View {
  sentence: Sentence;
  size: number;
  /** Hashes of the lower-case form, the lemma, the Penn tag and the relation. */
  form: Int32Array;
  lemma: Int32Array;
  tag: Int32Array;
  relation: Int32Array;
  /** -1 for the root. */
  head: Int32Array;
  /** Index of the quotation that the token stands in, or -1. */
  quote: Int32Array;
  /** 1 where the token is a quotation mark that opens, 2 where it closes, else 0. */
  mark: Uint8Array;
  /** Kind of the name that the token belongs to: 0 none, 1 person, 2 organization, 3 place, 4 other. */
  name: Uint8Array;
  paragraphStart: boolean;
  isTitle: boolean;
}

const NAME_KINDS: Record<string, number> = { person: 1, organization: 2, place: 3, country: 3, nationality: 3 };

/** A view of every sentence. `quotes` are in order and do not overlap. */
export function viewSentences(doc: Doc, quotes: Range[]): View[] {
  const views: View[] = [];
  let q = 0;
  let n = 0;
  let paragraph = -1;
  for (const sentence of doc.sentences) {
    const { tokens } = sentence;
    const size = tokens.length;
    const view: View = {
      sentence,
      size,
      form: new Int32Array(size),
      lemma: new Int32Array(size),
      tag: new Int32Array(size),
      relation: new Int32Array(size),
      head: new Int32Array(size),
      quote: new Int32Array(size).fill(-1),
      mark: new Uint8Array(size),
      name: new Uint8Array(size),
      paragraphStart: sentence.paragraph !== paragraph,
      isTitle: views.length === 0,
    };
    paragraph = sentence.paragraph;
    for (let i = 0; i < size; i++) {
      const token = tokens[i]!;
      const lower = token.form.toLowerCase();
      view.form[i] = hashString(lower);
      view.lemma[i] = hashString(token.lemma || lower);
      view.tag[i] = hashString(token.xpos);
      view.relation[i] = hashString(token.deprel);
      view.head[i] = token.head;
      while (q < quotes.length && quotes[q]!.end <= token.start) q++;
      const quote = quotes[q];
      if (quote && quote.start <= token.start) {
        view.quote[i] = q;
        if (token.start === quote.start) view.mark[i] = 1;
        else if (token.end >= quote.end) view.mark[i] = 2;
      }
      while (n < doc.names.length && doc.names[n]!.end <= token.start) n++;
      const name = doc.names[n];
      if (name && name.start <= token.start) view.name[i] = NAME_KINDS[name.kind] ?? 4;
    }
    views.push(view);
  }
  return views;
}
