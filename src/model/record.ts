/**
 * The record: what Readout says about a set of articles, as `readout read … --json` and `readout export --json` print it.
 *
 * A reader of the record can check every entry: each one carries the spans of text that it rests on.
 * Fields marked `?` may be missing.
 */

/** What every entry may carry beside its own fields. */
export interface Traced {
  /** The name of the rule that made the entry, for `readout explain`. */
  rule?: string;
  /** 0 to 1. */
  confidence?: number;
}

/** Half-open range [start, end) of UTF-16 code units in `text` of the article named. For a UTF-8 .txt input that text is the file's own content, unchanged, so offsets also hold in the file. */
export interface Span {
  article: string;
  start: number;
  end: number;
}

/** A calendar range, both ends included, as ISO dates (YYYY-MM-DD). A known day has earliest = latest. null: no bound on that side. */
export interface DateRange {
  earliest: string | null;
  latest: string | null;
}

export interface Article {
  id: string;
  /** The path or URL that it was read from. */
  source: string;
  title: string | null;
  outlet: string | null;
  authors: string[];
  /** basis: 'given' by the user or a feed; 'metadata' of the page; 'text', worked out from what the article says, with the spans it was worked out from; 'unknown'. */
  published: DateRange & { basis: 'given' | 'metadata' | 'text' | 'unknown'; evidence: Span[] };
  language: string;
  text: string;
  /** Lines that are not the story: photo credits, datelines, newsletter calls, copyright, contributor lines, update notices. */
  boilerplate: Span[];
  /** Articles of one family are versions or copies of one text. */
  family: string;
  /** When Readout read it (ISO instant), for the as-of view; an argument, never the clock, where output must repeat. */
  read?: string;
}

/** Someone or something that speaks, acts, meets or holds a position. */
export interface Actor extends Traced {
  id: string;
  /** The fullest name found, without title: 'Joe Biden', 'Hamas', 'White House'. */
  name: string;
  kind: 'person' | 'organization' | 'government' | 'group' | 'place';
  /** Titles and offices as written: 'Secretary of State', 'CIA Director'. */
  roles: string[];
  /** The party that this actor belongs to or speaks for (Blinken: the United States), or null. */
  side: string | null;
  /** The words that show it. */
  sideEvidence?: Span[];
  /** It belongs to `side` and does not speak for it: a senator, a candidate, who held the office before. */
  ownVoice?: true;
  /** What it does in the negotiation, where the text says so, with the words. */
  party?: { role: 'negotiates' | 'mediates' | 'guarantees' | null; evidence: Span[] };
  /** The actor that it is a part of: a branch of a union, a wing of a party. */
  within?: string;
  /** The days on which articles name it by each role, with the words. */
  rolesOver?: { role: string; seen: DateRange; evidence: Span[] }[];
  aliases: string[];
  mentions: Span[];
}

/** What somebody is reported to have said, thought, wanted or promised. */
export interface Statement extends Traced {
  id: string;
  article: string;
  /** The words naming the source, as written ('a senior administration official', 'he'), and the actor they resolve to. Unnamed sources have speaker null and named false. */
  source: Span | null;
  speaker: string | null;
  /** All of them, where several are told to have said it together; `speaker` is the first. */
  speakers?: string[];
  named: boolean;
  /** The verb or phrase that reports it: 'said', 'according to', 'strongly pushed back on'. */
  cue: Span | null;
  /** One span, or several where the cue interrupts the content. Quotation marks belong to the content. */
  content: Span[];
  form: 'direct' | 'indirect' | 'mixed';
  /** What was done by saying it. */
  act:
    | 'say'
    | 'claim'
    | 'ask'
    | 'promise'
    | 'demand'
    | 'agree'
    | 'reject'
    | 'deny'
    | 'warn'
    | 'praise'
    | 'criticize'
    | 'believe'
    | 'intend'
    | 'decline';
  addressees: string[];
  /** How it was said, where the text tells: { kind: 'post', name: 'X' }, { kind: 'interview', name: 'CNN' }. */
  channel: {
    kind:
      | 'post'
      | 'statement'
      | 'briefing'
      | 'interview'
      | 'speech'
      | 'call'
      | 'letter'
      | 'report'
      | 'document'
      | 'other';
    name: string | null;
  } | null;
  said: DateRange;
  /** The statement inside which this one is told: Blinken said [that Netanyahu told him [that Israel agreed]]. */
  within: string | null;
  /** Terms of attribution, where told, with the words: 'on condition of anonymity'. */
  terms?: {
    kind: 'on the record' | 'on background' | 'on deep background' | 'off the record' | 'anonymous';
    evidence: Span;
  } | null;
  /** The reading of the same words that came second: another cue with its source, and its confidence. */
  runnerUp?: { source: Span | null; cue: Span; confidence: number };
  /** Statements that report the same utterance, in several articles or versions, share a family. */
  family?: string;
  /** Set where the utterance appears first, in its fullest form. */
  first?: true;
}

export interface Encounter extends Traced {
  id: string;
  /** True for one announced or expected, not yet held. */
  planned?: boolean;
  /** Beside `planned`, which is true for all but 'held'. */
  status?: 'held' | 'planned' | 'cancelled' | 'postponed';
  /** What each side or outlet says of it, to be read side by side. */
  accounts?: { teller: string | null; article: string; evidence: Span[] }[];
  kind: 'call' | 'meeting' | 'visit' | 'talks';
  participants: string[];
  date: DateRange;
  /** Minutes. */
  duration: number | null;
  place: string | null;
  topics: string[];
  /** How much of it a topic took, where told: 'two-thirds'. */
  shares?: { topic: string; share: string }[];
  /** What an article says of its place in the log ("their first call since March 3"), checked against the other encounters. */
  claims?: {
    kind: 'first since' | 'ordinal';
    /** 1 for 'first'. */
    ordinal: number;
    since: DateRange | null;
    /** 'open' where the log says neither. */
    holds: 'confirmed' | 'contradicted' | 'open';
    /** Ids of the encounters that bear it out or speak against it. */
    against: string[];
    evidence: Span[];
  }[];
  evidence: Span[];
}

export interface Figure extends Traced {
  id: string;
  value: number;
  bound: 'exactly' | 'about' | 'at least' | 'at most' | 'nearly';
  unit: string | null;
  /** What is counted or measured, in the text's own words: 'hostages being held in Gaza'. */
  measure: string;
  source: string | null;
  asOf: DateRange;
  /** Both ends, where the text gives a range ('between 30 and 40'); value is then the low one. */
  range?: { low: number; high: number };
  /** Told of something that moved: by this amount, or to this level, and from where. */
  change?: { direction: 'up' | 'down'; is: 'amount' | 'level'; from: number | null };
  /** Missing for what is told as a fact: a figure that somebody demands or offers, or that is still to come. */
  mood?: 'wanted' | 'expected';
  /** The figure of which this one counts a part: 29 of the 136. */
  partOf?: string;
  /** Figures that count the same thing share a series. */
  series?: string;
  evidence: Span[];
}

/** A matter that the parties differ over or must settle. */
export interface Issue {
  id: string;
  label: string;
  terms: string[];
}

/** Where one party stands on one issue, from one passage. The newest per holder and issue is where it stands now. */
export interface Position extends Traced {
  id: string;
  holder: string;
  issue: string;
  stance: 'demands' | 'offers' | 'accepts' | 'supports' | 'opposes' | 'rejects' | 'undecided';
  proposition: string;
  date: DateRange;
  /** The statement it rests on; null where the reporter states it. */
  statement: string | null;
  /** Against the holder's position before on this issue. */
  change?: 'new' | 'restated' | 'hardened' | 'softened' | 'reversed' | null;
  /** On whose word: the holder's own, a spokesperson's, the reporter's, another party's, an official's without a name. */
  basis?: 'own words' | 'spokesperson' | 'narration' | 'opponent' | 'unnamed official';
  /** What the stance hangs on: 'unless the quota is raised'. */
  conditions?: { text: string; evidence: Span[] }[];
  /** True where it is said to be a line that must not be crossed. */
  redLine?: boolean;
  /** The person or group inside the holder that takes it ('hard-line ministers'); null where it is the holder itself. */
  within?: string | null;
  evidence: Span[];
}

export interface Proposal extends Traced {
  id: string;
  name: string;
  authors: string[];
  date: DateRange;
  /**
   * In the words of the text: `duration`, how long; `amounts`, sums and shares; `deadline`, by when. `exchange`: it names
   * what is given for what.
   */
  terms: {
    text: string;
    phase: number | null;
    duration?: string;
    amounts?: string[];
    deadline?: string;
    exchange?: boolean;
    evidence: Span[];
  }[];
  responses: {
    actor: string;
    answer: 'accepted' | 'rejected' | 'countered' | 'pending';
    date: DateRange;
    evidence: Span[];
  }[];
  /** Where it stands by the newest answer of each party; 'open' where one is awaited or none is told. */
  status?: 'open' | 'accepted' | 'rejected' | 'countered';
  /** The proposal that this one answers. */
  counterTo?: string;
  evidence: Span[];
}

/** Two or more sides that cannot all be right, or that deny one another. */
export interface Dispute extends Traced {
  id: string;
  kind: 'denial' | 'contradiction' | 'figures';
  issue: string | null;
  sides: { actor: string | null; claim: string; evidence: Span[] }[];
  /** True where an article itself says so ('appeared to contradict', 'denied'). */
  reported: boolean;
  /** True where one party stands against its own earlier words. */
  self?: boolean;
  settled?: { by: Span } | null;
  evidence: Span[];
}

/** How one version of an article differs from the version before it, by sentence. */
export interface Revision extends Traced {
  from: string;
  to: string;
  kind: 'revision' | 'copy';
  added: Span[];
  removed: Span[];
  changed: {
    before: Span;
    after: Span;
    touches?: ('wording' | 'attribution' | 'quote' | 'figure' | 'position' | 'boilerplate')[];
  }[];
  moved?: { before: Span; after: Span }[];
  /** The update notice or correction by which the outlet disclosed the change, or null: an undisclosed edit. */
  disclosed?: Span | null;
  /** Why `from` is taken as the earlier one; 'name': nothing tells, and the shorter name goes first. */
  order?: { basis: 'published' | 'notice' | 'address' | 'credit' | 'name'; evidence: Span[] };
  /** What the change did to the record, by ids: entries of `from` that are gone, of `to` that came, and those that differ. */
  effects?: { statements: RevisionEffect; figures: RevisionEffect; positions: RevisionEffect };
}

export interface RevisionEffect {
  gone: string[];
  came: string[];
  changed: { before: string; after: string }[];
}

export interface TimelineEntry {
  date: DateRange;
  kind: 'encounter' | 'statement' | 'proposal' | 'figure' | 'event';
  text: string;
  ref: string | null;
  evidence: Span[];
}

export interface StoryRecord {
  articles: Article[];
  actors: Actor[];
  statements: Statement[];
  encounters: Encounter[];
  figures: Figure[];
  issues: Issue[];
  positions: Position[];
  proposals: Proposal[];
  disputes: Dispute[];
  revisions: Revision[];
  timeline: TimelineEntry[];
}
