/**
 * What one record leaves for the next one of the same story. The record is the same with it and without it: a part of
 * it is used again only where all that it was made from is the same.
 */
import { TextMemo } from './families/texts.ts';
import { Kept } from './kept.ts';

export class RecordMemo {
  /** Comparisons of texts, which hang on the Readings alone. */
  readonly texts: TextMemo;
  readonly #parts = new Map<string, unknown>();

  /** @param other of a record of some of the same texts: what is kept of texts is shared with it. */
  constructor(other?: RecordMemo) {
    this.texts = other?.texts ?? new TextMemo();
  }

  /** What a stage keeps, under a name of its own; made when first asked for. */
  part<Part>(name: string, make: () => Part): Part {
    let part = this.#parts.get(name) as Part | undefined;
    if (part === undefined) this.#parts.set(name, (part = make()));
    return part;
  }

  kept<Value>(name: string): Kept<Value> {
    return this.part(name, () => new Kept<Value>());
  }
}

export function createMemo(other?: RecordMemo): RecordMemo {
  return new RecordMemo(other);
}
