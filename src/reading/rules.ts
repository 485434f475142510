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
    'A verb such as "speak", "meet", "host" or "visit" has parties as its subject and, but for visits, parties whom it is with.',
    'The day is the one that the sentence ties to the verb; without one the day of publishing bounds it.',
    'Tellings that fit in kind, people and days are one encounter, in the article and over the articles.',
  ],
  'encounter/noun': [
    'A noun such as "call", "meeting" or "talks" tells whose it was, whom it was with or between, or who held or joined it.',
    'The day is the one that the sentence ties to it; "the call" alone adds to the call told before it.',
    'Tellings that fit in kind, people and days are one encounter, in the article and over the articles.',
  ],
  'encounter/travel': ['A verb of travel tells who is to go or went to a place on a day, or is expected there.'],
  'encounter/return': [
    'Sides or bodies "return to the table", or are, are due or are wanted "back" at a table or a place, on a day that is told.',
  ],
  'encounter/earlier': [
    'Words such as "their first call since March 3" name an earlier encounter beside the one that they are about.',
  ],
  'position/verb': [
    'A verb such as "demand", "reject", "back" or "agree" tells where its subject stands, and its object or clause tells on what.',
    'Words such as "not", "refused to" and "ready to" before it are reckoned in.',
  ],
  'position/phrase': [
    'A saying such as "threw its weight behind" or "put its foot down on" tells where its subject stands, and the words after it tell on what.',
  ],
  'position/threat': [
    'What the holder says will come unless something is done, or if it is: that is demanded or opposed.',
  ],
  'position/noun': [
    'A noun such as "demand", "refusal" or "support" tells where the one it belongs to stands, and the words after it tell on what.',
  ],
  'position/adjective': ['A word such as "opposed", "ready" or "unwilling" tells where its subject stands.'],
  'position/duty': [
    'In what somebody is reported to have said, "must", "should" or "needs to" tells what is demanded.',
  ],
  'position/refusal': [
    'In what somebody is reported to have said, "will not", "never" or "cannot accept" tells what is refused.',
  ],
  'position/intention': [
    'Somebody is reported to have said what they will do, on a matter that other words show to be at issue.',
  ],
  'position/judgement': [
    'In what somebody is reported to have said, a word such as "unacceptable" or "a red line" judges the matter.',
  ],
  'position/none': ['Somebody is reported to have said "no" to the matter, without a verb.'],
  'event/verb': [
    'A verb in the past has its day beside it, and what it tells is neither a statement nor an encounter.',
  ],
  'event/noun': ['A noun such as "attack", "vote" or "ruling" has its day beside it.'],
  'figure/number-and-noun': [
    'A number is followed by what it counts.',
    'Words such as "more than" before it give its bound.',
  ],
  'dispute/denial': [
    'A word such as "denied", "disputed" or "called the report false" tells a denial.',
    'The claim denied is the one whose owner is named, the one that shares its words, or the one told right before.',
  ],
  'dispute/contradiction': [
    'The article says that two accounts do not fit, as in "appeared to contradict comments by"; each is looked up where it is told.',
  ],
  'dispute/denied-clause': [
    'A denial names what it denies in a clause of its own; who claimed it is not told in this article.',
  ],
  'dispute/denied-elsewhere': [
    'An article tells a denial in a clause of its own, and another article tells the same deed by the same as claimed or done.',
  ],
  'dispute/despite': [
    'Something is said "despite reported remarks by" somebody; the remarks are looked up where they were told before.',
  ],
  'dispute/correction': ['The reporter calls a claim incorrect and says what is so "in fact".'],
  'dispute/mutual-blame': ['Two sides close by each name the other as the cause of the same trouble.'],
  'dispute/found': [
    'Two tellers claim the opposite of one deed by the same party, within days, in words enough alike. No article points it out.',
  ],
  'dispute/unknown': [
    'Somebody says that he knows of no such letter, promise or talks, or has no record of them, as another one told right before.',
  ],
  'dispute/counts': [
    'Two tellers give numbers of one thing right after one another: the second "put the number at", or the reporter says before that the counts differ.',
    'Their bounds leave no room, and nothing says that time has passed between them.',
  ],
  'dispute/moments': [
    'One says on which day he learned of something, and another one that he had told him before; or two give different days to one event.',
  ],
  'dispute/no-meeting': [
    'Somebody says that there was no meeting, and another one that he met him or one of his party. No article points it out.',
  ],
  'dispute/accounts': [
    'The reporter says that somebody gives a different account; the one told before by somebody else on the matter is the other side.',
  ],
  'dispute/causes': [
    'Two tellers of two sides name different causes of one event ("was caused by", "blamed on", "because of"), each as the only one. No article points it out.',
  ],
  'dispute/excuse': [
    'The reporter tells that somebody stopped somebody, and whoever speaks for the first is told to claim another cause.',
  ],
  'dispute/own-words': [
    'A party says that it will do what it said it would not, or the other way round; both passages are its own or tell its deeds.',
  ],
  'proposal/noun': [
    'A noun such as "proposal", "plan" or "offer" names it; words such as "the plan" that can mean the same were joined to it.',
    'Who made it is told by a possessive, an adjective of a country or a verb such as "put forward"; terms stand in its phrase, after verbs such as "include" and "call for", and under "phase one" and the like; answers are the verbs of accepting, rejecting and studying with it as their object.',
  ],
  'proposal/verb': [
    'Somebody is told to have proposed, offered, suggested, called for or put on the table what the words say, or gave another until a day to do it, without a noun for it.',
    'Answers stand in the sentences after it: to "it", "that", "the idea", to one of its terms, or to nothing named ("The union refused").',
  ],
  'proposal/ready': [
    'A party is told to be ready for a deed that it can promise, or to promise it on a condition ("if", "as long as").',
  ],
  'proposal/request': [
    'Somebody was asked to do something for some time, or the sentence or one right after it tells the answer or that it is awaited.',
  ],
  'proposal/exchange': [
    'One thing is named "in return for" another, in a sentence that speaks of talks or offers or tells who wants or offers it.',
  ],
  'dispute/figures': [
    'Two different sources give numbers of the same thing for the same day, told as facts.',
    'Their bounds leave no room: no number is right by both, rounding allowed for.',
  ],
  'figure/unit': [
    'A number has a unit: money, a rate, a share, a length of time or way.',
    'What it measures is the noun after it, the noun that it qualifies, or the clause that it stands in.',
  ],
  'figure/number-of': [
    'The clause gives the number of something, or says what it rose, fell or stood at; what is counted is the noun told there.',
  ],
  'figure/noun-before': [
    'A number stands without a noun; it counts what the number before it counted, or what "them" means.',
  ],
  'revision/aligned': [
    'Two articles share most of what they tell, sentence by sentence; equal sentences were paired first, then those most alike.',
    'Which came first is told by the days of publishing, an update notice, a day in the address, or the credit of an agency, in this order.',
  ],
};

/** The sentences of a rule; the rule's own name where it has none. */
export function describeRule(rule: string): string[] {
  return RULES[rule] ?? [rule];
}
