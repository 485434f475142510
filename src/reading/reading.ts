/**
 * What one article says, by local evidence alone. In place of ids stand indexes into the same Reading; all ranges
 * are offsets into the article's text.
 */
import type { Actor, DateRange, Dispute, Encounter, Figure, Position, Proposal, Statement } from '../model/record.ts';
import type { DateClue } from './clues/clue.ts';

export interface Range {
  start: number;
  end: number;
}

/** Someone or something named in the article, all mentions together. */
export interface Entity {
  /** The fullest form in the article, without title. */
  name: string;
  kind: Actor['kind'];
  roles: string[];
  /** Name of the country that a title tells ("Norlandish minister"), or null. */
  side: string | null;
  aliases: string[];
  mentions: Range[];
  /** What is the same for all forms of the name, in every article; the name in lower case where it is missing. */
  key?: string;
  /** Where the roles stand. */
  titles?: Range[];
  /**
   * What each passage tells of the side: the name of a state or body, and the words. A weak one counts only where
   * there is no other; an adjective is that of a state which another article may name; who has a voice of his own (a
   * senator, a former minister) belongs there and does not speak for it.
   */
  sides?: { name: string; evidence: Range; weak?: boolean; adjective?: boolean; ownVoice?: boolean }[];
  /** What passages tell that it does in the negotiation. */
  party?: { role: 'negotiates' | 'mediates' | 'guarantees'; evidence: Range }[];
  /** Index of the person whose office it is. */
  holder?: number;
  /** Of a town: what tells whose capital it is. */
  capital?: CapitalClue[];
}

/** What a passage tells of whose capital a town is. */
export interface CapitalClue {
  /** Name of the state. */
  of?: string;
  /** Index of the person or body whose side is the state. */
  by?: number;
  /** Below zero where it speaks against it. */
  weight: number;
  /** The evidence in lower case: what copies of one text say counts once. */
  words: string;
  evidence: Range;
}

export interface LocalStatement {
  source: Range | null;
  /** Index into `entities`. */
  speaker: number | null;
  /** All who speak, where several are named together; `speaker` is the first of them. */
  speakers?: number[];
  named: boolean;
  cue: Range | null;
  content: Range[];
  form: Statement['form'];
  act: Statement['act'];
  said: DateRange;
  /** True where words tell the day; else `said` is what news leaves open. */
  dated?: true;
  channel: Statement['channel'];
  addressees: number[];
  /** On which terms an unnamed source spoke, where told. */
  terms?: { kind: NonNullable<Statement['terms']>['kind']; evidence: Range };
  /** The reading of the same words that came second. */
  runnerUp?: { source: Range | null; cue: Range; confidence: number };
  /** Index into `statements`. */
  within: number | null;
  rule: string;
  /** 0 to 1. */
  confidence: number;
}

export interface LocalEncounter {
  kind: Encounter['kind'];
  /** True where the words leave open whether people met or telephoned. */
  open: boolean;
  /** True for all but those held. */
  planned: boolean;
  status: NonNullable<Encounter['status']>;
  participants: number[];
  date: DateRange;
  /** True where it went on over all of the range: "three days of talks". */
  lasts: boolean;
  /** True for several within the range: "has met them four times since Monday". */
  repeats?: boolean;
  /** True where words tell the date; false where only the day of publishing bounds it. */
  told: boolean;
  duration: number | null;
  place: string | null;
  topics: string[];
  shares: { topic: string; share: string }[];
  claims: LocalClaim[];
  /** For each evidence the words that tell the encounter, so that "Lind spoke with Reyes" is not taken for Lind's own account. */
  anchors: Range[];
  evidence: Range[];
  rule: string;
}

/** What an article says of the place of an encounter in the log. */
export interface LocalClaim {
  /** "first call since March 3", "their third meeting" */
  kind: 'first since' | 'ordinal';
  ordinal: number;
  /** The day since which there was none, where the words tell it. */
  since: DateRange | null;
  evidence: Range;
}

/** How a number moved: an amount ("by 5 percent") or the level reached ("to 61"), with where it began. */
export type Change = NonNullable<Figure['change']>;

/** What a figure counts, in plain words that are the same in every article. */
export interface Topic {
  what: string;
  /** The names inside what is counted, in lower case and plain order. */
  names: string[];
  /** False for a bare noun of which nothing is told: "boats". */
  telling: boolean;
}

export interface LocalFigure {
  value: number;
  bound: Figure['bound'];
  unit: string | null;
  measure: string;
  /** Index into `entities`. */
  source: number | null;
  /** The words that name the source, in lower case; null for the reporter and for pronouns. */
  voice: string | null;
  /** `earliest` is null where no words name the time. */
  asOf: DateRange;
  range: Figure['range'] | null;
  change: Change | null;
  mood: NonNullable<Figure['mood']> | null;
  /** Index into `figures`. */
  partOf: number | null;
  topic: Topic;
  /** True where the text near by says that accounts differ. */
  contested: boolean;
  evidence: Range[];
  rule: string;
}

/** What a proposition is about, as other propositions may share it. */
export interface Term {
  /** The item of the usual agenda, else the lemma; in lower case. */
  key: string;
  /** The noun phrase in the text's words, without determiner. */
  words: string;
  /** How much it says of what the proposition is about: above 0. */
  weight: number;
  /** Whether it can be what a dispute is about: nothing as general as "plan" or "deal". */
  firm: boolean;
}

export interface LocalPosition {
  /** Index into `entities`. */
  holder: number;
  /** The words for a group inside the holder ("hard-line ministers"), or null. */
  within: Range | null;
  stance: Position['stance'];
  proposition: Range;
  /** The weightiest first. */
  terms: Term[];
  /** Firm terms of the words around the proposition, for one that has none of its own. */
  context: Term[];
  date: DateRange;
  /** Index into `statements`. */
  statement: number | null;
  conditions: Range[];
  redLine: boolean;
  /** A stance only on a matter that other words show to be at issue. */
  weak: boolean;
  /** Told as taken before what the rest of the article tells: "had said", "a week ago". */
  earlier?: boolean;
  /** That it is a stand of the holder's, 0 to 1. */
  confidence?: number;
  evidence: Range[];
  rule: string;
}

export interface LocalProposal {
  name: string;
  /** Indexes into `entities`. */
  authors: number[];
  date: DateRange;
  terms: {
    text: string;
    phase: number | null;
    duration: string | null;
    amounts: string[];
    deadline: string | null;
    exchange: boolean;
    evidence: Range[];
  }[];
  /** `actor` is an index into `entities`. */
  responses: { actor: number; answer: Proposal['responses'][number]['answer']; date: DateRange; evidence: Range[] }[];
  /** Index into `proposals` of the one that it answers. */
  counterTo: number | null;
  /** Stems of the words that it is known by, for joining what several articles tell. */
  stems: string[];
  evidence: Range[];
  rule: string;
  confidence: number;
}

export interface LocalDispute {
  kind: Dispute['kind'];
  /** `actor` is an index into `entities`, null where nobody is named. */
  sides: { actor: number | null; claim: Range; evidence: Range[] }[];
  reported: boolean;
  /** True where one party stands against its own earlier words. */
  self: boolean;
  /** Stems of what is disputed, for joining what several articles tell. */
  stems: string[];
  evidence: Range[];
  rule: string;
  confidence: number;
}

/** Words that may settle a dispute. */
export interface Settling {
  /** Somebody admits something, takes back a claim, or several say something together. */
  kind: 'admits' | 'withdraws' | 'jointly';
  /** Indexes into `entities`. */
  by: number[];
  stems: string[];
  evidence: Range;
}

/** Something that happened on a day, told beside the story's statements and encounters. */
export interface LocalEvent {
  date: DateRange;
  /** Lemma of the verb or noun that tells it: the same event told elsewhere has it too. */
  key: string;
  /** Index into `statements`: whoever tells it, where it is not the reporter. */
  statement?: number;
  evidence: Range[];
  rule: string;
}

/** What somebody claims of a deed: that it will or will not be done, that it was or was not. */
export interface DeedClaim {
  /** Stem of the verb or of the noun made of it; opposite verbs share one. */
  deed: string;
  positive: boolean;
  /** Told with a "no" or "not", whichever way its verb turns. */
  negated: boolean;
  mode: 'will' | 'did';
  /** Who does it: index into `entities`, or null. */
  agent: number | null;
  agentStems: string[];
  /** Who says so: index into `entities`; null where unnamed, or where the reporter does. */
  teller: number | null;
  /** False where the reporter tells it in his own words. */
  told: boolean;
  /** Index into `statements`. */
  statement: number | null;
  said: DateRange;
  /** Told as said before the rest. */
  earlier: boolean;
  stems: string[];
  range: Range;
}

/** What somebody says brought something about. */
export interface LocalCause {
  /** Stems of the words for what happened, and for what caused it. */
  effect: string[];
  cause: string[];
  /** Who says so: index into `entities`; null where unnamed, or where the reporter does. */
  teller: number | null;
  said: DateRange;
  range: Range;
}

export interface Reading {
  /** The article's id. */
  article: string;
  /** The sentences of the story, in order, without what is not the story. */
  sentences: Range[];
  /** The quotations, marks included, in order. */
  quotes: Range[];
  entities: Entity[];
  statements: LocalStatement[];
  encounters: LocalEncounter[];
  figures: LocalFigure[];
  positions: LocalPosition[];
  proposals: LocalProposal[];
  disputes: LocalDispute[];
  settlings: Settling[];
  events: LocalEvent[];
  claims: DeedClaim[];
  causes: LocalCause[];
  /** What was taken as the day of publishing when the article was read. */
  readOn: DateRange;
  /** What tells of the day of publishing. */
  clues: DateClue[];
}
