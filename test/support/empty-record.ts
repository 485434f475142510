import type { StoryRecord } from '../../src/model/record.ts';

/** A record in which nothing was found. */
export function emptyRecord(): StoryRecord {
  return {
    articles: [],
    actors: [],
    statements: [],
    encounters: [],
    figures: [],
    issues: [],
    positions: [],
    proposals: [],
    disputes: [],
    revisions: [],
    timeline: [],
  };
}
