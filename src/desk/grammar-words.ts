/** The marks of Universal Dependencies in words, for readers who do not know them by heart. */

const TAGS = new Map(
  Object.entries({
    ADJ: 'adjective',
    ADP: 'preposition',
    ADV: 'adverb',
    AUX: 'auxiliary',
    CCONJ: 'conjunction',
    DET: 'determiner',
    INTJ: 'interjection',
    NOUN: 'noun',
    NUM: 'number',
    PART: 'particle',
    PRON: 'pronoun',
    PROPN: 'name',
    PUNCT: 'punctuation',
    SCONJ: 'conjunction of a clause',
    SYM: 'sign',
    VERB: 'verb',
    X: 'other',
  }),
);

// What a word is to the one that it depends on.
const RELATIONS = new Map(
  Object.entries({
    acl: 'clause describing',
    'acl:relcl': 'relative clause',
    advcl: 'clause telling when, why or how',
    'advcl:relcl': 'relative clause on the whole',
    advmod: 'adverb',
    amod: 'adjective',
    appos: 'second name',
    aux: 'auxiliary',
    'aux:pass': 'auxiliary of the passive',
    case: 'preposition or mark of the genitive',
    cc: 'conjunction',
    'cc:preconj': 'first half of the conjunction',
    ccomp: 'clause that is the object',
    compound: 'part of the compound',
    'compound:prt': 'particle of the verb',
    conj: 'joined as an equal',
    cop: 'copula',
    csubj: 'clause that is the subject',
    'csubj:pass': 'clause that is the subject of the passive',
    dep: 'related, not known how',
    det: 'determiner',
    'det:predet': 'determiner before the determiner',
    discourse: 'interjection',
    dislocated: 'part moved to the edge',
    expl: 'empty subject or object',
    fixed: 'part of the fixed phrase',
    flat: 'part of the name',
    goeswith: 'other half of the split word',
    iobj: 'indirect object',
    list: 'next in the list',
    mark: 'word that opens the clause',
    nmod: 'noun describing',
    'nmod:poss': 'owner',
    'nmod:unmarked': 'noun without preposition',
    nsubj: 'subject',
    'nsubj:outer': 'subject of the outer clause',
    'nsubj:pass': 'subject of the passive',
    nummod: 'number',
    obj: 'object',
    obl: 'noun telling where, when, to whom or how',
    'obl:agent': 'doer of the passive',
    'obl:unmarked': 'noun without preposition',
    orphan: 'left without its verb',
    parataxis: 'clause side by side',
    punct: 'punctuation',
    reparandum: 'slip of the tongue, corrected',
    root: 'head of the sentence',
    vocative: 'the one addressed',
    xcomp: 'clause without a subject of its own',
  }),
);

/** "noun" for NOUN; what has no words is null. */
export function tagWords(upos: string): string | null {
  return TAGS.get(upos) ?? null;
}

/** "subject of the passive" for nsubj:pass; a subtype without words is told as its type, what has none as null. */
export function relationWords(deprel: string): string | null {
  return RELATIONS.get(deprel) ?? RELATIONS.get(deprel.split(':', 1)[0]!) ?? null;
}
