/** One telling of an encounter, before the tellings of the article are put together. */
import type { DateRange } from '../../model/record.ts';
import type { LocalClaim, Range } from '../reading.ts';
import type { Parties } from './parties.ts';
import type { Kind } from './words.ts';

export type Status = 'held' | 'planned' | 'cancelled' | 'postponed';

/** When an encounter is said to be. */
export interface When {
  range: DateRange;
  /** True where words of the sentence tell it; false where it is only bounded by the day of publishing. */
  told: boolean;
  /** TIMEX3 value of the expression, to keep apart days of an article whose own day is unknown. */
  value: string | null;
  /** True where it went on over all of the range: "three days of talks". */
  lasts?: boolean;
  /** True for several within the range: "has met them four times since Monday". */
  repeats?: boolean;
}

export interface Share {
  topic: string;
  share: string;
}

export interface Telling {
  kind: Kind;
  /** True where the words leave open whether people met or telephoned: "discussed", "conversation". */
  isOpen: boolean;
  /** True where the words are enough for an entry; else they only add to one that is told elsewhere. */
  stands: boolean;
  /** True for "the call", "this meeting": something told before. */
  isDefinite: boolean;
  /** True for "Holm joined the call": whoever is named comes to those told before. */
  adds: boolean;
  parties: Parties;
  status: Status;
  when: When;
  duration: number | null;
  place: string | null;
  topics: string[];
  shares: Share[];
  claims: LocalClaim[];
  /** The word that tells it. */
  anchor: Range;
  evidence: Range;
  rule: string;
}
