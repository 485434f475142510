/** A stance that a sentence may tell, before it is a position: what the finders of stances and of holders hand on. */
import type { Doc } from '../../language/doc.ts';
import type { DateRange } from '../../model/record.ts';
import type { LocalStatement } from '../reading.ts';
import type { Holder, HolderScene } from './holders.ts';
import type { Trigger } from './trigger.ts';

export interface Told {
  statement: LocalStatement;
  index: number;
}

export interface Scene {
  doc: Doc;
  statements: LocalStatement[];
  holders: HolderScene;
  byThen: DateRange;
}

export interface Candidate {
  trigger: Trigger;
  holder: Holder;
  told: Told | null;
}
