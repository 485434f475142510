/** Words to tags, lemmas, features and trees: the network's numbers turned into UD's names. */
import { findContentClauses } from './clauses.ts';
import type { Token, Upos } from './doc.ts';
import { featuresOf } from './feats.ts';
import { makeLemmatizer } from './lemmas.ts';
import { MAX_WORDS, makeNetwork, type Reading } from './network.ts';
import type { Weights } from './weights.ts';
import { makeSecondOpinion } from './word-class.ts';

/** A token without its place in the text. */
export type Word = Omit<Token, 'start' | 'end'>;

export interface Grammar {
  /** Tags and parses sentences given as lists of forms. */
  parse(sentences: readonly (readonly string[])[]): Word[][];
}

const NONE: readonly string[] = [];

export function makeGrammar(weights: Weights): Grammar {
  const network = makeNetwork(weights);
  const lemmaOf = makeLemmatizer(weights.lemmas);
  const tags = weights.tags.map((tag) => {
    const [upos, xpos] = tag.split(' ');
    return { upos: upos as Upos, xpos: xpos! };
  });
  const opinion = makeSecondOpinion(
    weights.classes,
    tags.map(({ upos }) => upos),
  );
  const isVerbal = tags.map(({ upos }) => upos === 'VERB' || upos === 'AUX');
  const root = weights.relations.indexOf('root');
  const parataxis = weights.relations.indexOf('parataxis');

  function words(forms: readonly string[], reading: Reading): Word[] {
    const deprels = forms.map((_, i) => {
      const relation = reading.relations[i]!;
      const atRoot = reading.heads[i] === -1;
      return weights.relations[atRoot ? root : relation === root ? parataxis : relation]!;
    });
    const chosen = opinion(forms, reading.tags, reading.doubts, deprels);
    // Only the features of verbs look at what hangs on them.
    const dependents = new Map<number, string[]>();
    for (let i = 0; i < forms.length; i++) {
      const head = reading.heads[i]!;
      if (head < 0 || !isVerbal[chosen[head]!]) continue;
      const others = dependents.get(head);
      if (others) others.push(deprels[i]!);
      else dependents.set(head, [deprels[i]!]);
    }
    const parsed = forms.map((form, i) => {
      const { upos, xpos } = agree(tags[chosen[i]!]!, form, deprels[i]!);
      return {
        form,
        lemma: lemmaOf(form, xpos),
        upos,
        xpos,
        feats: featuresOf({ form, upos, xpos, deprel: deprels[i]!, dependents: dependents.get(i) ?? NONE }),
        head: reading.heads[i]!,
        deprel: deprels[i]!,
        confidence: reading.confidence[i]!,
      };
    });
    for (const { word, verb, subject } of findContentClauses(parsed)) {
      parsed[word]!.deprel = 'ccomp';
      parsed[word]!.head = verb;
      if (subject === undefined) continue;
      parsed[subject]!.deprel = 'nsubj';
      parsed[subject]!.head = word;
    }
    return parsed;
  }

  return {
    parse(sentences) {
      const pieces = sentences.map(cut);
      const read = network.read(pieces.flat());
      let at = 0;
      return sentences.map((_, s) => {
        const parsed = pieces[s]!.map((forms) => words(forms, read[at++]!));
        return parsed.length === 1 ? parsed[0]! : join(parsed);
      });
    },
  };
}

/** The tag, put right where the relation leaves no choice: helping verbs, and "that" before a clause. */
function agree(tag: { upos: Upos; xpos: string }, form: string, deprel: string): { upos: Upos; xpos: string } {
  const helps = deprel.startsWith('aux') || deprel === 'cop';
  if (helps && tag.upos === 'VERB') return { upos: 'AUX', xpos: tag.xpos };
  if (
    !helps &&
    tag.upos === 'AUX' &&
    /^(?:ha[ds]|have|having|do|does|did|done|doing)$/i.test(form) &&
    deprel !== 'conj'
  )
    return { upos: 'VERB', xpos: tag.xpos };
  if (deprel === 'mark' && tag.upos === 'PRON' && form.toLowerCase() === 'that') return { upos: 'SCONJ', xpos: 'IN' };
  return tag;
}

/** A sentence in pieces of at most MAX_WORDS words, cut after a mark of punctuation where one is near. */
function cut(forms: readonly string[]): (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  let from = 0;
  while (forms.length - from > MAX_WORDS) {
    let to = from + MAX_WORDS;
    while (to > from + MAX_WORDS / 2 && !/^[,;:.!?–—-]+$/.test(forms[to - 1]!.slice(0, 8))) to--;
    if (to === from + MAX_WORDS / 2) to = from + MAX_WORDS;
    pieces.push(forms.slice(from, to));
    from = to;
  }
  pieces.push(from === 0 ? forms : forms.slice(from));
  return pieces;
}

/** Pieces of one sentence as one tree: the later roots hang on the first as parataxis, with no confidence. */
function join(pieces: readonly Word[][]): Word[] {
  const all: Word[] = [];
  let firstRoot = -1;
  for (const piece of pieces) {
    const offset = all.length;
    for (const word of piece) {
      if (word.head >= 0) all.push({ ...word, head: word.head + offset });
      else if (firstRoot < 0) {
        firstRoot = all.length;
        all.push(word);
      } else all.push({ ...word, head: firstRoot, deprel: 'parataxis', confidence: 0 });
    }
  }
  return all;
}
