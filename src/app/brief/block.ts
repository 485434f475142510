import type { Span } from '../../model/record.ts';

/** A brief as a list of blocks, so that it can be written in several formats. */
export type Piece =
  | string
  /** The party or the word that a line is about. */
  | { strong: string }
  /** Words of an article. */
  | { quote: string }
  /** Numbers of sources, and the passages in them. */
  | { cites: number[]; spans: Span[] };

export interface Block {
  kind: 'title' | 'heading' | 'subheading' | 'line' | 'item' | 'source';
  pieces: Piece[];
}
