import { describe, expect, it } from 'vitest';
import { findContentClauses } from './clauses.ts';

/** 'form/lemma/UPOS/XPOS/head/deprel', heads from 1, 0 for the root. */
const wordsOf = (lines: string): Parameters<typeof findContentClauses>[0] =>
  lines.split(' ').map((line) => {
    const [form, lemma, upos, xpos, head, deprel] = line.split('/');
    return { form: form!, lemma: lemma!, upos: upos as 'VERB', xpos: xpos!, head: Number(head) - 1, deprel: deprel! };
  });

describe('findContentClauses', () => {
  it.each([
    [
      'They say talks failed',
      'They/they/PRON/PRP/2/nsubj say/say/VERB/VBP/0/root talks/talk/NOUN/NNS/4/nsubj failed/fail/VERB/VBD/2/parataxis',
      [3],
    ],
    [
      'They ask whether it is over',
      'They/they/PRON/PRP/2/nsubj ask/ask/VERB/VBP/0/root whether/whether/SCONJ/IN/6/mark it/it/PRON/PRP/6/nsubj is/be/AUX/VBZ/6/cop over/over/ADV/RB/2/advcl',
      [5],
    ],
    [
      'They left, and talks failed: no verb of saying',
      'They/they/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root talks/talk/NOUN/NNS/4/nsubj failed/fail/VERB/VBD/2/parataxis',
      [],
    ],
    [
      'They spoke up when talks failed: another beginning',
      'They/they/PRON/PRP/2/nsubj say/say/VERB/VBP/0/root when/when/ADV/WRB/5/advmod talks/talk/NOUN/NNS/5/nsubj failed/fail/VERB/VBD/2/advcl',
      [],
    ],
    [
      'They say so, and talks failed: joined by "and"',
      'They/they/PRON/PRP/2/nsubj say/say/VERB/VBP/0/root and/and/CCONJ/CC/5/cc talks/talk/NOUN/NNS/5/nsubj failed/fail/VERB/VBD/2/conj',
      [],
    ],
    [
      'a content clause is there already',
      'They/they/PRON/PRP/2/nsubj say/say/VERB/VBP/0/root it/it/PRON/PRP/4/nsubj ended/end/VERB/VBD/2/ccomp he/he/PRON/PRP/6/nsubj left/leave/VERB/VBD/2/parataxis',
      [],
    ],
    [
      'the clause stands before the verb',
      'talks/talk/NOUN/NNS/2/nsubj failed/fail/VERB/VBD/4/parataxis they/they/PRON/PRP/4/nsubj say/say/VERB/VBP/0/root',
      [],
    ],
    [
      'no subject: "They said, leaving"',
      'They/they/PRON/PRP/2/nsubj said/say/VERB/VBD/0/root leaving/leave/VERB/VBG/2/advcl',
      [],
    ],
  ])('%s', (_sentence, lines, expected) => {
    expect(findContentClauses(wordsOf(lines))).toEqual(expected);
  });
});
