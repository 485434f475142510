import { describe, expect, it } from 'vitest';
import { readConllu, writeConllu, writeSentence } from './conllu.ts';
import type { Word } from './grammar.ts';

const plain = (form: string, head: number): Word => ({
  form,
  lemma: form,
  upos: 'NOUN',
  xpos: 'NN',
  feats: { Number: 'Sing' },
  head,
  deprel: head < 0 ? 'root' : 'dep',
  confidence: 1,
});

describe('CoNLL-U', () => {
  it('keeps comments, ranges, empty nodes and the last column', () => {
    const lines = [
      '# sent_id = 1',
      '1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_',
      '1\tcan\t_\t_\t_\t_\t_\t_\t_\tA=1',
      '2\tnot\t_\t_\t_\t_\t_\t_\t_\t_',
      '2.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_',
    ];
    const [sentence, ...rest] = readConllu(`${lines.join('\n')}\n\n`);
    expect(rest).toEqual([]);
    const out = writeSentence(sentence!, [plain('can', -1), plain('not', 0)]).split('\n');
    expect(out.map((l) => l.split('\t')[0])).toEqual(['# sent_id = 1', '1-2', '1', '2', '2.1', '', '']);
    expect(out[2]).toBe('1\tcan\tcan\tNOUN\tNN\tNumber=Sing\t0\troot\t_\tA=1');
    expect(out[3]).toBe('2\tnot\tnot\tNOUN\tNN\tNumber=Sing\t1\tdep\t_\t_');
  });

  it('passes over what is not of the format', () => {
    expect(readConllu('hello\n\n# only a comment\n\n')).toEqual([]);
    expect(readConllu('')).toEqual([]);
  });

  it('tells where no space follows', () => {
    const text = 'Stay here.';
    const token = (form: string, start: number, head: number): Word & { start: number; end: number } => ({
      ...plain(form, head),
      start,
      end: start + form.length,
    });
    const doc = {
      text,
      names: [],
      timexes: [],
      sentences: [
        { start: 0, end: 10, paragraph: 0, tokens: [token('Stay', 0, -1), token('here', 5, 0), token('.', 9, 0)] },
      ],
    };
    const rows = writeConllu(doc).split('\n');
    expect(rows).toContain('# text = Stay here.');
    expect(rows.filter((r) => r.endsWith('SpaceAfter=No')).map((r) => r.split('\t')[1])).toEqual(['here']);
  });
});
