/** A brief as a list of blocks, so that it can be written in several formats. */
export type Piece =
  | string
  /** The party or the word that a line is about. */
  | { strong: string }
  /** Words of an article. */
  | { quote: string }
  /** Numbers of sources. */
  | { cites: number[] };

export interface Block {
  kind: 'title' | 'heading' | 'subheading' | 'line' | 'item' | 'source';
  pieces: Piece[];
}
