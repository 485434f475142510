import type { DateRange, StoryRecord } from '../model/record.ts';

/** What the desk shows, wherever it is kept. The desk knows the record and nothing behind it. */
export interface DeskSource {
  stories(): Promise<StorySummary[]>;
  /** null where there is no such story. The same version means the same record. */
  record(storyId: string): Promise<StoredRecord | null>;
  /** The sentences that a rule stands for, for "Why is this here". Without it the rule's name is shown. */
  describeRule?(rule: string): string[];
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
}
