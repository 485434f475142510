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
  'encounter/call-by-words': ['Two people are named in a sentence that tells of a call.'],
  'encounter/meeting-by-words': ['Two people are named in a sentence that tells of a meeting.'],
  'encounter/talks-by-words': ['Two people are named in a sentence that tells of talks.'],
  'encounter/visit-by-words': ['A person is named in a sentence that tells of a visit.'],
  'figure/number-and-noun': [
    'A number is followed by what it counts.',
    'Words such as "more than" before it give its bound.',
  ],
};

/** The sentences of a rule; the rule's own name where it has none. */
export function describeRule(rule: string): string[] {
  return RULES[rule] ?? [rule];
}
