import type { Article, DateRange, StoryRecord } from '../model/record.ts';

/** What the desk shows, wherever it is kept. The desk knows the record and nothing behind it. */
export interface DeskSource {
  stories(): Promise<StorySummary[]>;
  /**
   * null where there is no such story. The same version and day mean the same record.
   * @param asOf a day (ISO): the record of what was published by then. Without it, of all that there is.
   */
  record(storyId: string, asOf?: string): Promise<StoredRecord | null>;
  /** The sentences that a rule stands for, for "Why is this here". Without it the rule's name is shown. */
  describeRule?(rule: string): string[];
  /**
   * How the sentence that holds this character (UTF-16 offset in the text) was read; between sentences the next one, after the last
   * the last. null where the article has no sentence. Without it there are no pages of sentences.
   */
  readSentence?(article: Article, offset: number): SentenceReading | null;
  /** What a user changed about a story's issues, kept for the articles to come. Without it no page offers to. */
  issueEdits?: IssueEdits;
}

export interface IssueEdits {
  /** In the order in which they are applied. */
  list(storyId: string): Promise<KeptEdit[]>;
  add(storyId: string, edit: IssueChange): Promise<void>;
  remove(storyId: string, number: number): Promise<void>;
}

export interface KeptEdit {
  /** Names the edit in its story. */
  number: number;
  edit: IssueChange;
}

/** Issues are named by id, matters by words, so that a change holds for articles that come later. */
export type IssueChange =
  | { kind: 'rename'; issue: string; label: string }
  | { kind: 'merge'; issues: string[]; into: string; label?: string }
  | { kind: 'split'; issue: string; terms: string[]; label: string }
  | { kind: 'pin'; issue: string; label: string; terms: string[] };

/** A sentence with its grammar and what was found in it. Offsets are those of the article's text. */
export interface SentenceReading {
  start: number;
  end: number;
  /** The first characters of the sentences beside it; null at either end of the text. */
  previous: number | null;
  next: number | null;
  /** The day (ISO) that words such as "yesterday" were read against; null where none is known. */
  reference: string | null;
  /** The tree as one svg element. It goes into the page as it is: its text is escaped already, and it holds no style. */
  svg: string;
  tokens: ReadToken[];
  names: ReadName[];
  timexes: ReadTimex[];
}

export interface ReadToken {
  form: string;
  lemma: string;
  /** Universal Dependencies' part of speech, and the Penn Treebank's tag. */
  upos: string;
  xpos: string;
  /** Index of the word that it depends on, among these; -1 for the root. */
  head: number;
  deprel: string;
  /** 0 to 1. */
  confidence: number;
}

export interface ReadName {
  text: string;
  /** 'person', 'place' … */
  kind: string;
  roles: string[];
  /** The fuller name that it is short for, or null. */
  full: string | null;
}

export interface ReadTimex {
  text: string;
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3. */
  value: string;
  /** The days that it names; null where it names none. */
  range: DateRange | null;
}

export interface StorySummary {
  id: string;
  name: string;
  articles: number;
  statements: number;
  /** When the latest article was published; null where none is dated. */
  latest: DateRange | null;
}

export interface StoredRecord {
  name: string;
  version: number;
  record: StoryRecord;
  /** How many articles a day left out because nothing says that they were published by then. */
  uncertain?: number;
}
