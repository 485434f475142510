/** Encounters of all articles, with ids in place of indexes. */
import type { Encounter } from '../model/record.ts';
import { entryId } from './ids.ts';
import type { ReadArticle, Story } from './story.ts';

export function makeEncounters(story: Story): Encounter[] {
  return story.entries.flatMap((entry) => encountersOf(entry, story));
}

function encountersOf({ reading }: ReadArticle, { actors, unique }: Story): Encounter[] {
  const { article } = reading;
  return reading.encounters.map((encounter) => {
    const evidence = encounter.evidence.map((range) => ({ article, ...range }));
    return {
      id: unique(entryId(article, 'e', encounter.evidence[0]!)),
      planned: encounter.planned,
      kind: encounter.kind,
      participants: encounter.participants.map((entity) => actors.idOf(reading, entity)),
      date: encounter.date,
      duration: encounter.duration,
      place: encounter.place,
      topics: encounter.topics,
      evidence,
      rule: encounter.rule,
    };
  });
}
