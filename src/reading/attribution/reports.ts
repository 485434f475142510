/** What is no report of speech, though the annotators of the training data mark much of it. */
import { readList } from '../../data/lists.ts';
import type { Token } from '../../language/doc.ts';
import { cueActs } from '../cues.ts';
import type { Draft } from './draft.ts';
import type { View } from './view.ts';

const TALKING = /^(?:speak|talk|meet|confer|chat)$/;
const NEGOTIATING = /^(?:discuss|negotiate)$/;
const SAYING_WHAT = /^(?:about|of|against|for|out|up)$/;
const FORESEEING = /^(?:expect|suppose|schedule|plan|set)$/;

const words: ReadonlySet<string> = new Set(readList('en/report-words.txt').flatMap((line) => line.split(' ')));

/**
 * False where two parties meet ("spoke with the minister", "discussed the port": an encounter and its topic), where
 * something "is expected" by nobody, where a purpose is told ("to agree to a truce") that nobody is said to have, and
 * where the words tell of a deed ("opened the port").
 */
export function isReport(view: View, draft: Draft): boolean {
  const { tokens } = view.sentence;
  if (isDeed(view, draft) || isAsked(tokens, draft.head)) return false;
  const head = tokens[draft.head]!;
  const under = (test: (token: Token) => boolean): boolean =>
    tokens.some((token) => token.head === draft.head && test(token));
  if (head.upos === 'VERB' && !under((token) => token.deprel === 'ccomp')) {
    if (NEGOTIATING.test(head.lemma)) return false;
    if (TALKING.test(head.lemma) && !tellsWhat(tokens, draft.head)) return false;
  }
  const isPurpose = head.xpos === 'VB' && under((token) => token.xpos === 'TO');
  // "for the two sides to agree" inside a speech is no more than a wish.
  if (draft.within !== null && isPurpose && /^(?:advcl|acl|xcomp|ccomp|root|csubj)/.test(head.deprel)) return false;
  if (draft.source !== null) return true;
  if (under((token) => /:pass$/.test(token.deprel))) return !FORESEEING.test(head.lemma);
  return !isPurpose;
}

const ASKING = /^(?:ask|press|question|quiz|challenge)$/;

/** "Lind, asked whether the port was open, said …": a participle between commas, whatever the tree says; she was asked. */
export function isAsked(tokens: readonly Token[], at: number): boolean {
  const { lemma, xpos, deprel, head } = tokens[at]!;
  const opens = at === 0 && !tokens.some(({ head: up, deprel: relation }) => up === at && relation.startsWith('nsubj'));
  if (!ASKING.test(lemma) || !/^VB[DN]$/.test(xpos) || !(opens || tokens[at - 1]?.form === ',')) return false;
  return head > at && tokens[head]!.upos === 'VERB' && /^(?:ccomp|advcl|acl|parataxis|dep)/.test(deprel);
}

/** No word of speech or thought in the cue, and neither a quotation nor a clause that goes with it. */
function isDeed({ sentence: { tokens }, quote }: View, { head, cue, content }: Draft): boolean {
  if (tokens.slice(cue.from, cue.to).some((token) => isOfSpeech(token) || token.form === ':')) return false;
  if (tokens.some((token) => token.head === head && token.deprel === 'ccomp')) return false;
  // A quotation that runs on belongs to who is named behind it: "The talks aim at “peace. We want it,” Lind said."
  const isPassive = tokens.some((token) => token.head === head && /^(?:aux:pass|cop)$/.test(token.deprel));
  if (quote[tokens.length - 1]! >= 0 && quote[0]! < 0 && isPassive) return true;
  return content.every((range) => quote.slice(range.from, range.to).every((inside) => inside < 0));
}

const isOfSpeech = ({ lemma, form, upos }: Token): boolean =>
  // A lemmatizer without a list cuts too much: "condol" of "condole".
  [lemma.toLowerCase(), `${lemma.toLowerCase()}e`, form.toLowerCase()].some((word) => words.has(word)) &&
  upos !== 'AUX';

/** "Reyes had told her that the port was open": a verb of saying with its speaker and its clause, whatever the models say. */
export function isPlainTelling(
  { sentence: { tokens } }: View,
  at: number,
  inside: { from: number; to: number },
): boolean {
  const { upos, lemma, xpos } = tokens[at]!;
  if (upos !== 'VERB' || !/^VB[DZN]$/.test(xpos) || !(cueActs.has(lemma) || TELLING.test(lemma))) return false;
  const under = tokens.flatMap((token, i) => (token.head === at ? [i] : []));
  const isIn = (i: number): boolean => i >= inside.from && i < inside.to;
  const has = (relation: RegExp): boolean => under.some((i) => isIn(i) && relation.test(tokens[i]!.deprel));
  // What may or might be said is not told.
  if (under.some((i) => UNREAL.test(tokens[i]!.lemma) && /^(?:aux|advmod|mark)/.test(tokens[i]!.deprel))) return false;
  const clause = under.find((i) => i > at && isIn(i) && tokens[i]!.deprel === 'ccomp');
  // A long apposition may leave the subject to the verb above.
  const speaker = tokens.findIndex(
    ({ deprel, head }, i) => i < at && isIn(i) && deprel === 'nsubj' && (head === at || head === tokens[at]!.head),
  );
  return clause !== undefined && speaker >= 0 && !FIRST.test(tokens[speaker]!.form) && !has(/:pass$/);
}

/** "Ana Lind, her deputy, repeated on Monday that": a verb of saying right behind a name, with its "that", outside of quotations. */
export function tellsThat(view: View, at: number): boolean {
  const { sentence, quote } = view;
  const { tokens } = sentence;
  if (saysBehind(view, at) || denies(view, at)) return true;
  const { lemma, xpos } = tokens[at]!;
  const before = tokens[at - 1];
  // Behind an apposition a past form is often taken for a participle.
  const isPast = /^VB[DZ]$/.test(xpos) || (xpos === 'VBN' && before?.form === ',');
  if (!isPast || !cueActs.has(lemma) || quote[at]! >= 0) return false;
  const isNamed = before?.upos === 'PROPN' || (before?.form === ',' && tokens[at - 2]?.upos === 'PROPN');
  if (!isNamed) return false;
  for (let i = at + 1; i < tokens.length && i <= at + 4; i++) {
    if (tokens[i]!.form === 'that') return quote[i]! < 0 && tokens[i + 1]?.upos !== 'AUX';
    if (/^(?:VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(tokens[i]!.upos)) return false;
  }
  return false;
}

/** "Nine dockers were hurt, officials in Selm have said." */
function saysBehind({ sentence: { tokens }, quote }: View, at: number): boolean {
  const { lemma, xpos } = tokens[at]!;
  if (lemma !== 'say' || !/^VB[DN]$/.test(xpos) || quote[at]! >= 0) return false;
  const under = (relation: RegExp): number =>
    tokens.findIndex(({ head, deprel }) => head === at && relation.test(deprel));
  const [clause, subject] = [under(/^(?:ccomp|parataxis)$/), under(/^nsubj$/)];
  return clause >= 0 && clause < subject && subject < at && under(/:pass$/) < 0;
}

/** "The union denies being made an offer", "has denied taking the money". */
function denies({ sentence: { tokens }, quote }: View, at: number): boolean {
  const { lemma, upos } = tokens[at]!;
  if (lemma !== 'deny' || upos !== 'VERB' || quote[at]! >= 0) return false;
  const deed = tokens.findIndex(
    ({ head, deprel, form }, i) => head === at && i > at && /^[xc]comp$/.test(deprel) && form !== 'to',
  );
  const isGerund = deed > 0 && tokens.slice(at + 1, deed + 1).some(({ xpos }) => xpos === 'VBG');
  return isGerund && tokens.some(({ head, deprel }) => head === at && deprel === 'nsubj');
}

const TELLING = /^(?:tell|assure|inform|remind|convince|promise|notify)$/;
const UNREAL = /^(?:can|could|may|might|should|must|would|if|unless|whether|not|never)$/;
const FIRST = /^(?:I|we|you|it|that|this|which|who)$/i;

/** "spoke about the port", but not "spoke with the minister about the port". */
function tellsWhat(tokens: readonly Token[], head: number): boolean {
  let about = false;
  for (const token of tokens) {
    const governor = tokens[token.head];
    if (token.head === head && SAYING_WHAT.test(token.form)) about = true;
    if (token.deprel !== 'case' || governor?.head !== head) continue;
    if (/^(?:with|to|by)$/i.test(token.form)) return false;
    // "for the first time" tells when.
    if (SAYING_WHAT.test(token.form.toLowerCase()) && !/^(?:time|hour|minute|day)s?$/.test(governor.lemma))
      about = true;
  }
  return about;
}
