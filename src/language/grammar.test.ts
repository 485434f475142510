import { beforeAll, describe, expect, it } from 'vitest';
import { type Grammar, makeGrammar, type Word } from './grammar.ts';
import { loadWeights } from './weights.ts';

let grammar: Grammar;
beforeAll(() => {
  grammar = makeGrammar(loadWeights());
});
const read = (sentence: string): Word[] => grammar.parse([sentence.split(' ')])[0]!;
const word = (words: Word[], form: string): Word => words.find((w) => w.form === form)!;
/** 'dependent relation head', as 'Holm nsubj said'. */
const arcs = (words: Word[]): string[] =>
  words.map((w) => `${w.form} ${w.deprel.split(':')[0]} ${words[w.head]?.form ?? 'ROOT'}`);

describe('parse', () => {
  it.each([
    [
      'The minister said that the talks had failed .',
      [
        'minister nsubj said',
        'said root ROOT',
        'failed ccomp said',
        'talks nsubj failed',
        'that mark failed',
        'had aux failed',
      ],
    ],
    [
      'Officials denied it on Tuesday .',
      ['Officials nsubj denied', 'it obj denied', 'Tuesday obl denied', 'on case Tuesday'],
    ],
    ['The port was closed by the strikers .', ['port nsubj closed', 'was aux closed', 'strikers obl closed']],
    [
      'She met the envoy who had called her .',
      ['She nsubj met', 'envoy obj met', 'called acl envoy', 'who nsubj called', 'her obj called'],
    ],
    [
      'The ministers of both countries want to meet .',
      ['ministers nsubj want', 'meet xcomp want', 'countries nmod ministers'],
    ],
  ])('%s', (sentence, expected) => {
    expect(arcs(read(sentence))).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['They were sold .', 'sold', 'sell', { Tense: 'Past', VerbForm: 'Part', Voice: 'Pass' }],
    ['They have sold it .', 'sold', 'sell', { Tense: 'Past', VerbForm: 'Part' }],
    ['He speaks .', 'speaks', 'speak', { Number: 'Sing', Person: '3', Tense: 'Pres' }],
    ['She saw her own envoys .', 'her', 'her', { Gender: 'Fem', Poss: 'Yes', Person: '3' }],
    ['The countries agreed .', 'countries', 'country', { Number: 'Plur' }],
    ['It was the longest strike .', 'longest', 'long', { Degree: 'Sup' }],
    ['We hope so .', 'We', 'we', { Number: 'Plur', Person: '1', Case: 'Nom' }],
  ])('%s: %s', (sentence, form, lemma, feats) => {
    const found = word(read(sentence), form);
    expect(found.lemma).toBe(lemma);
    expect(found.feats).toMatchObject(feats);
    if (!('Voice' in feats)) expect(found.feats).not.toHaveProperty('Voice');
  });

  it('reads a sentence alike alone and among others', () => {
    const sentence = 'The envoy , who had come late , left at once .'.split(' ');
    const others = ['Hello', 'Nobody knows', 'The long strike at the port went on for many weeks'].map((s) =>
      s.split(' '),
    );
    expect(grammar.parse([...others, sentence])[3]).toEqual(grammar.parse([sentence])[0]);
  });

  it('gives one root and no circle, whatever the words', () => {
    const odd = [
      ['.'],
      ['', ' '],
      ['\ud83d'],
      Array.from({ length: 900 }, () => ','),
      Array.from({ length: 251 }, (_, i) => `w${i}`),
      ['a'.repeat(100_000)],
    ];
    for (const [i, words] of grammar.parse(odd).entries()) {
      expect(words).toHaveLength(odd[i]!.length);
      expect(words.filter((w) => w.head === -1)).toHaveLength(1);
      for (const w of words) {
        let at = w;
        for (let steps = 0; at.head !== -1; steps++) {
          expect(steps).toBeLessThan(words.length);
          at = words[at.head]!;
        }
        expect(w.confidence).toBeGreaterThanOrEqual(0);
        expect(w.confidence).toBeLessThanOrEqual(1);
      }
    }
  });

  it('answers no sentences with none', () => {
    expect(grammar.parse([])).toEqual([]);
  });
});
