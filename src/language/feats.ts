/** Morphological features in UD's names, by rule from the Penn tag, the lemma and the word's place in the tree. */

type Feats = Readonly<Record<string, string>>;

const freeze = (f: Record<string, string>): Feats => Object.freeze(f);
const NONE: Feats = freeze({});

const BY_TAG: Record<string, Feats> = {
  NN: freeze({ Number: 'Sing' }),
  NNP: freeze({ Number: 'Sing' }),
  NNS: freeze({ Number: 'Plur' }),
  NNPS: freeze({ Number: 'Plur' }),
  JJ: freeze({ Degree: 'Pos' }),
  JJR: freeze({ Degree: 'Cmp' }),
  JJS: freeze({ Degree: 'Sup' }),
  RB: freeze({ Degree: 'Pos' }),
  RBR: freeze({ Degree: 'Cmp' }),
  RBS: freeze({ Degree: 'Sup' }),
  CD: freeze({ NumType: 'Card' }),
  VB: freeze({ VerbForm: 'Inf' }),
  VBD: freeze({ Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' }),
  VBZ: freeze({ Mood: 'Ind', Number: 'Sing', Person: '3', Tense: 'Pres', VerbForm: 'Fin' }),
  VBP: freeze({ Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' }),
  VBG: freeze({ Tense: 'Pres', VerbForm: 'Part' }),
  VBN: freeze({ Tense: 'Past', VerbForm: 'Part' }),
  MD: freeze({ VerbForm: 'Fin' }),
};
const PASSIVE = freeze({ ...BY_TAG.VBN, Voice: 'Pass' });
const GERUND = freeze({ VerbForm: 'Ger' });
const IMPERATIVE = freeze({ Mood: 'Imp', VerbForm: 'Fin' });

const pronoun = (person: string, number: string, more: Record<string, string> = {}): Feats =>
  freeze({ Number: number, Person: person, PronType: 'Prs', ...more });
const nominative = { Case: 'Nom' };
const accusative = { Case: 'Acc' };
const possessive = { Case: 'Gen', Poss: 'Yes' };
const reflexive = { Case: 'Acc', Reflex: 'Yes' };
const masculine = { Gender: 'Masc' };
const feminine = { Gender: 'Fem' };
const neuter = { Gender: 'Neut' };
const you = freeze({ Person: '2', PronType: 'Prs' });
const PRONOUNS: Record<string, Feats> = {
  i: pronoun('1', 'Sing', nominative),
  me: pronoun('1', 'Sing', accusative),
  my: pronoun('1', 'Sing', possessive),
  mine: pronoun('1', 'Sing', possessive),
  myself: pronoun('1', 'Sing', reflexive),
  we: pronoun('1', 'Plur', nominative),
  us: pronoun('1', 'Plur', accusative),
  our: pronoun('1', 'Plur', possessive),
  ours: pronoun('1', 'Plur', possessive),
  ourselves: pronoun('1', 'Plur', reflexive),
  you,
  your: freeze({ ...you, ...possessive }),
  yours: freeze({ ...you, ...possessive }),
  yourself: pronoun('2', 'Sing', reflexive),
  yourselves: pronoun('2', 'Plur', reflexive),
  he: pronoun('3', 'Sing', { ...nominative, ...masculine }),
  him: pronoun('3', 'Sing', { ...accusative, ...masculine }),
  his: pronoun('3', 'Sing', { ...possessive, ...masculine }),
  himself: pronoun('3', 'Sing', { ...reflexive, ...masculine }),
  she: pronoun('3', 'Sing', { ...nominative, ...feminine }),
  her: pronoun('3', 'Sing', { ...accusative, ...feminine }),
  hers: pronoun('3', 'Sing', { ...possessive, ...feminine }),
  herself: pronoun('3', 'Sing', { ...reflexive, ...feminine }),
  it: pronoun('3', 'Sing', neuter),
  its: pronoun('3', 'Sing', { ...possessive, ...neuter }),
  itself: pronoun('3', 'Sing', { ...reflexive, ...neuter }),
  they: pronoun('3', 'Plur', nominative),
  them: pronoun('3', 'Plur', accusative),
  their: pronoun('3', 'Plur', possessive),
  theirs: pronoun('3', 'Plur', possessive),
  themselves: pronoun('3', 'Plur', reflexive),
  who: freeze({ PronType: 'Rel' }),
  whom: freeze({ Case: 'Acc', PronType: 'Rel' }),
  whose: freeze({ Poss: 'Yes', PronType: 'Rel' }),
  which: freeze({ PronType: 'Rel' }),
};
const HER = pronoun('3', 'Sing', { ...possessive, ...feminine });
const determiner = (kind: string, number?: string): Feats =>
  freeze(number ? { Number: number, PronType: kind } : { PronType: kind });
const DETERMINERS: Record<string, Feats> = {
  the: freeze({ Definite: 'Def', PronType: 'Art' }),
  a: freeze({ Definite: 'Ind', PronType: 'Art' }),
  an: freeze({ Definite: 'Ind', PronType: 'Art' }),
  this: determiner('Dem', 'Sing'),
  that: determiner('Dem', 'Sing'),
  these: determiner('Dem', 'Plur'),
  those: determiner('Dem', 'Plur'),
};
const PERSONS: Record<string, Feats> = {
  am: freeze({ Mood: 'Ind', Number: 'Sing', Person: '1', Tense: 'Pres', VerbForm: 'Fin' }),
  was: freeze({ Mood: 'Ind', Number: 'Sing', Tense: 'Past', VerbForm: 'Fin' }),
  were: freeze({ Mood: 'Ind', Number: 'Plur', Tense: 'Past', VerbForm: 'Fin' }),
};

/** What the rules look at. */
export interface Word {
  form: string;
  upos: string;
  xpos: string;
  deprel: string;
  /** Relations of the words that hang on it. */
  dependents: readonly string[];
}

/** The features of a word: number, person, tense, mood, voice, degree, case, gender, kind of pronoun. Frozen, shared between words. */
export function featuresOf(word: Word): Feats {
  switch (word.upos) {
    case 'PRON': {
      const low = word.form.toLowerCase();
      if (low === 'her' && word.xpos === 'PRP$') return HER;
      return PRONOUNS[low] ?? DETERMINERS[low] ?? NONE;
    }
    case 'DET':
      return DETERMINERS[word.form.toLowerCase()] ?? NONE;
    case 'VERB':
    case 'AUX': {
      if (word.xpos === 'VBN') {
        const passive =
          word.dependents.some((d) => d.endsWith(':pass')) ||
          ((word.deprel === 'acl' || word.deprel === 'amod') && !word.dependents.includes('aux'));
        return passive ? PASSIVE : BY_TAG.VBN!;
      }
      if (word.xpos === 'VBG' && !word.dependents.includes('aux') && word.deprel !== 'amod') return GERUND;
      if (
        word.xpos === 'VB' &&
        word.deprel === 'root' &&
        !word.dependents.some((d) => d === 'aux' || d === 'mark' || d.startsWith('nsubj'))
      )
        return IMPERATIVE;
      return PERSONS[word.form.toLowerCase()] ?? BY_TAG[word.xpos] ?? NONE;
    }
    default:
      return BY_TAG[word.xpos] ?? NONE;
  }
}
