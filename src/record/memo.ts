/**
 * What one record leaves for the next one of the same story: comparisons of texts and their revisions, which are most
 * of the work and stay as they are where the articles do. The record is the same with it and without it.
 */
import type { Revision } from '../model/record.ts';
import { PairMemo, TextMemo } from './families/texts.ts';

export interface RecordMemo {
  texts: TextMemo;
  /** With the number of all that a revision was made from (hashText). */
  revisions: PairMemo<{ inputs: number; revision: Revision }>;
}

/** @param other of a record of some of the same texts: what is kept of texts is shared with it. */
export function createMemo(other?: RecordMemo): RecordMemo {
  return { texts: other?.texts ?? new TextMemo(), revisions: new PairMemo() };
}
