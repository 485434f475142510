/** What the parts of the record are made from: the same value is handed to each of them, and none changes it. */
import type { Article } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import type { ActorIndex } from './actors.ts';
import type { RecordMemo } from './memo.ts';

export interface ReadArticle {
  article: Article;
  reading: Reading;
}

export interface Story {
  /**
   * By article id in plain order, so that nothing depends on the order in which articles came. With a memo an entry is
   * the very same object as in the record before where article and Reading are, and the id, name, kind and side of all
   * actors that it names.
   */
  entries: ReadArticle[];
  actors: ActorIndex;
  /** Makes an entry's id unique: a second entry on the same words gets '.2'. */
  unique: (id: string) => string;
  memo?: RecordMemo;
}

/**
 * For each article what a stage makes of it, in the order of articles: the very same object as in the record before
 * where the entry is.
 * @param stage a name for what is made, of its own.
 * @param make may look at the entry, and at the id, name, kind and side of actors that it names; at nothing else.
 */
export function ofEach<Value>({ entries, memo }: Story, stage: string, make: (entry: ReadArticle) => Value): Value[] {
  if (!memo) return entries.map(make);
  const kept = memo.kept<Value>(stage);
  return entries.map((entry) => kept.get(entry, [], () => make(entry)));
}
