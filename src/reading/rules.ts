/** What each rule says, in sentences for the reader of the record. */
const RULES: Record<string, string[]> = {
  'statement/learned': [
    'A word that reports speech was found by a model trained on annotated news (two rounds; the confidence is its own).',
    'A second model labelled the other words of the sentence as source, cue and content, by their place in the tree and the quotation marks.',
  ],
  'statement/learned-and-further': [
    'A word that reports speech was found by a model trained on annotated news, and a second one labelled its sentence.',
    'The sentences before or after it go on with the same speech, by their quotation marks and because nobody else speaks there.',
  ],
  'statement/told-inside': [
    'Inside the words of another statement a word reports speech again; only those words were looked at.',
  ],
  'statement/laid-out': [
    'The layout gives the words to somebody: a dash and a name after a quotation, or a name and a colon before a turn of speech.',
  ],
  'encounter/verb': [
    'A verb such as "speak", "meet" or "visit" has somebody named as its subject and, but for visits, somebody named whom it is with.',
    'The day is the one told nearest to the verb; tellings of the article that fit together are one encounter.',
  ],
  'encounter/noun': [
    'A noun such as "call", "meeting" or "talks" tells whose it was, whom it was with or between, or who held it.',
    'The day is the one told nearest to it; tellings of the article that fit together are one encounter.',
  ],
  'figure/number-and-noun': [
    'A number is followed by what it counts.',
    'Words such as "more than" before it give its bound.',
  ],
};

/** The sentences of a rule; the rule's own name where it has none. */
export function describeRule(rule: string): string[] {
  return RULES[rule] ?? [rule];
}
