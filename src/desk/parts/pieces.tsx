import type { FC } from 'hono/jsx';
import type { Piece } from '../../model/word-diff.ts';

/** Marked words: − struck, + underlined. `side` leaves out what the other version holds. */
export const Pieces: FC<{ pieces: Piece[]; side?: 'before' | 'after' }> = ({ pieces, side }) => (
  <>
    {pieces.map(({ kind, text }) => {
      const lead = /^\s*/.exec(text)![0];
      const words = text.slice(lead.length);
      if (kind === 'same') return text;
      if (kind === 'gone')
        return side === 'after' ? null : (
          <>
            {lead}
            <del>{words}</del>
          </>
        );
      return side === 'before' ? null : (
        <>
          {lead}
          <ins>{words}</ins>
        </>
      );
    })}
  </>
);
