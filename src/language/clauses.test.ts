import fc from 'fast-check';
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
      [{ word: 3, verb: 1 }],
    ],
    [
      'They ask whether it is over',
      'They/they/PRON/PRP/2/nsubj ask/ask/VERB/VBP/0/root whether/whether/SCONJ/IN/6/mark it/it/PRON/PRP/6/nsubj is/be/AUX/VBZ/6/cop over/over/ADV/RB/2/advcl',
      [{ word: 5, verb: 1 }],
    ],
    [
      'He kept saying | it would end: hung on another verb',
      'He/he/PRON/PRP/2/nsubj kept/keep/VERB/VBD/0/root saying/say/VERB/VBG/2/xcomp it/it/PRON/PRP/6/nsubj would/would/AUX/MD/6/aux end/end/VERB/VB/2/parataxis',
      [{ word: 5, verb: 2 }],
    ],
    [
      'He kept saying | that, in the end, all won',
      'He/he/PRON/PRP/2/nsubj kept/keep/VERB/VBD/0/root saying/say/VERB/VBG/2/xcomp that/that/SCONJ/IN/6/mark all/all/DET/DT/6/nsubj won/win/VERB/VBD/2/ccomp',
      [{ word: 5, verb: 2 }],
    ],
    [
      'He told the council | that it was closed: no relative clause',
      'He/he/PRON/PRP/2/nsubj told/tell/VERB/VBD/0/root the/the/DET/DT/4/det council/council/NOUN/NN/2/obj that/that/SCONJ/IN/8/mark it/it/PRON/PRP/8/nsubj:pass was/be/AUX/VBD/8/aux:pass closed/close/VERB/VBN/4/acl:relcl',
      [{ word: 7, verb: 1 }],
    ],
    [
      'He told the council that she leads: a relative clause',
      'He/he/PRON/PRP/2/nsubj told/tell/VERB/VBD/0/root the/the/DET/DT/4/det council/council/NOUN/NN/2/obj that/that/PRON/WDT/7/obj she/she/PRON/PRP/7/nsubj leads/lead/VERB/VBZ/4/acl:relcl',
      [],
    ],
    [
      'They know and think | envoys will agree: the subject was the object',
      'They/they/PRON/PRP/2/nsubj know/know/VERB/VBP/0/root and/and/CCONJ/CC/4/cc think/think/VERB/VBP/2/conj envoys/envoy/NOUN/NNS/4/obj will/will/AUX/MD/7/aux agree/agree/VERB/VB/2/parataxis',
      [{ word: 6, verb: 3, subject: 4 }],
    ],
    [
      'They know and think highly of envoys: no clause',
      'They/they/PRON/PRP/2/nsubj know/know/VERB/VBP/0/root and/and/CCONJ/CC/4/cc think/think/VERB/VBP/2/conj highly/highly/ADV/RB/4/advmod of/of/ADP/IN/7/case envoys/envoy/NOUN/NNS/4/obl',
      [],
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

  it('leaves a tree of a tree', () => {
    const relations = ['nsubj', 'obj', 'ccomp', 'parataxis', 'acl:relcl', 'advcl', 'mark', 'aux', 'conj'];
    const lemmas = ['say', 'think', 'tell', 'that', 'table'];
    const word = fc.record({
      lemma: fc.constantFrom(...lemmas),
      upos: fc.constantFrom('VERB' as const, 'NOUN' as const),
      xpos: fc.constantFrom('VBD', 'NN', 'IN'),
      deprel: fc.constantFrom(...relations),
      rank: fc.double({ min: 0, max: 1, noNaN: true }),
      pick: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 14 }), (draws) => {
        // Each word hangs on one that comes before it in a random order.
        const order = [...draws.keys()].sort((a, b) => draws[a]!.rank - draws[b]!.rank || a - b);
        const words = draws.map(({ lemma, upos, xpos, deprel, pick }, i) => {
          const place = order.indexOf(i);
          return { form: lemma, lemma, upos, xpos, deprel, head: place === 0 ? -1 : order[pick % place]! };
        });
        const heads = words.map((w) => w.head);
        for (const { word, verb, subject } of findContentClauses(words)) {
          heads[word] = verb;
          if (subject !== undefined) heads[subject] = word;
        }
        for (let i = 0; i < heads.length; i++) {
          let steps = 0;
          for (let at = i; at >= 0; at = heads[at]!) expect(steps++).toBeLessThanOrEqual(heads.length);
        }
        expect(heads.filter((h) => h < 0)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});
