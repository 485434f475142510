/**
 * CoreNLP's parses of PolNeAR's articles as lessons: Penn tags, and those arcs whose relation means the same in UD version 1, which
 * it speaks, and in version 2. What was cut or named otherwise then (words with hyphens, conjunctions, punctuation, names of several
 * words) teaches nothing. Silver: a parser's output of about 2016, with its errors; gold comes last and corrects it.
 */
import { type GoldSentence, readTreebank } from './treebank.ts';

/** A sentence in which '' stands for a tag, and -2 for a head, that is not taught. UPOS is not known. */
export type SilverSentence = Pick<GoldSentence, 'forms' | 'xpos' | 'heads' | 'deprels'>;

export const NOT_TAUGHT = -2;

/** Relations of UD v1 that v2 keeps, with their names there. */
const RELATIONS: Record<string, string> = {
  acl: 'acl',
  'acl:relcl': 'acl:relcl',
  advcl: 'advcl',
  advmod: 'advmod',
  amod: 'amod',
  aux: 'aux',
  auxpass: 'aux:pass',
  case: 'case',
  ccomp: 'ccomp',
  'compound:prt': 'compound:prt',
  conj: 'conj',
  cop: 'cop',
  csubj: 'csubj',
  det: 'det',
  'det:predet': 'det:predet',
  dobj: 'obj',
  expl: 'expl',
  iobj: 'iobj',
  mark: 'mark',
  neg: 'advmod',
  'nmod:poss': 'nmod:poss',
  nsubj: 'nsubj',
  nsubjpass: 'nsubj:pass',
  nummod: 'nummod',
  root: 'root',
  xcomp: 'xcomp',
};
/** Long sentences hold most of the errors. */
const LONGEST = 45;

/** v2 tells obliques, which hang on a predicate, from modifiers of nouns; v1 calls both nmod. */
function relationOf(s: GoldSentence, i: number): string | undefined {
  const relation = s.deprels[i]!;
  if (relation !== 'nmod') return RELATIONS[relation];
  const tag = s.xpos[s.heads[i]!] ?? '';
  return /^(?:VB|JJ|RB)/.test(tag) ? 'obl' : /^(?:NN|PRP|CD|DT)/.test(tag) ? 'nmod' : undefined;
}

export function readSilver(file: string): SilverSentence[] {
  return readTreebank(file, 'silver')
    .filter((s) => s.forms.length >= 3 && s.forms.length <= LONGEST)
    .map((s) => {
      const joined = s.forms.map((form) => form.length > 1 && /[-/]/.test(form));
      const heads = s.heads.map(() => NOT_TAUGHT);
      const deprels = s.forms.map(() => '');
      // "to" before nouns, and the tags that the treebanks have dropped or changed.
      const xpos = s.xpos.map((tag, i) =>
        joined[i] || tag === 'TO' || tag === '#' || tag === 'LS' || tag === 'SYM' ? '' : tag,
      );
      s.heads.forEach((head, i) => {
        const relation = relationOf(s, i);
        if (!relation || joined[i] || (head >= 0 && joined[head])) return;
        heads[i] = head;
        deprels[i] = relation;
      });
      return { forms: s.forms, xpos, heads, deprels };
    });
}
