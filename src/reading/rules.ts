/** What each rule says, in sentences for the reader of the record. */
const RULES: Record<string, string[]> = {
  'statement/quote-then-cue': [
    'A quotation ends right before a source and a verb of saying, or before the verb and its source.',
    'Quotations that stand directly before or after it, with nothing between, belong to the same speech.',
  ],
  'statement/cue-then-quote': [
    'A source and a verb of saying are followed by a quotation; the content runs to the end of the sentence.',
  ],
  'statement/that-clause': [
    'A source and a verb of saying are followed by "that"; the content runs to the end of the sentence.',
  ],
  'statement/bare-clause': ['A source and a form of "say", "add" or "insist" are followed by a clause without "that".'],
  'statement/phrase-with-quote': ['A source and a verb of saying are followed by a phrase in which words are quoted.'],
  'statement/clause-then-cue': [
    'The sentence ends in a comma, a source and a verb of saying; what stands before the comma is what was said.',
  ],
  'statement/according-to': ['"according to" names the source; the rest of the sentence is what it said.'],
  'statement/floating-quote': [
    'A quotation stands alone, right after a statement.',
    'It is taken as the same speaker’s, who is not named again here.',
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
