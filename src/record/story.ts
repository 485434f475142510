/** What the parts of the record are made from: the same value is handed to each of them, and none changes it. */
import type { Article } from '../model/record.ts';
import type { Reading } from '../reading/index.ts';
import type { ActorIndex } from './actors.ts';

export interface ReadArticle {
  article: Article;
  reading: Reading;
}

export interface Story {
  /** By article id in plain order, so that nothing depends on the order in which articles came. */
  entries: ReadArticle[];
  actors: ActorIndex;
  /** Makes an entry's id unique: a second entry on the same words gets '.2'. */
  unique: (id: string) => string;
}
