import type { Reading } from '../../src/reading/index.ts';

/** A Reading in which nothing was found, for tests that care about one kind of entry. */
export function emptyReading(article: string): Reading {
  return {
    article,
    sentences: [],
    quotes: [],
    entities: [],
    statements: [],
    encounters: [],
    figures: [],
    positions: [],
    proposals: [],
    disputes: [],
    events: [],
    claims: [],
    readOn: { earliest: null, latest: null },
    settlings: [],
    causes: [],
    clues: [],
  };
}
