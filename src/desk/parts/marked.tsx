/** One change in words: what it touches, its marked words, its place. */
import type { FC } from 'hono/jsx';
import type { Span } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import type { Change, Touch } from '../versions.ts';
import type { StoryView } from '../view.ts';
import { Pieces } from './pieces.tsx';

export const TOUCH_WORDS: Record<Touch, string> = {
  position: 'Position',
  figure: 'Figure',
  attribution: 'Attribution',
  quote: 'Quotation',
  statement: 'Statement',
  wording: 'Wording',
  boilerplate: 'Not the story',
};

export const Marked: FC<{ view: StoryView; change: Change; side?: 'before' | 'after' }> = ({ view, change, side }) => {
  if (change.pieces.length > 0) return <Pieces pieces={change.pieces} {...(side ? { side } : {})} />;
  const { before, after, kind } = change;
  if (kind === 'moved') return <>{textOf(view, after!)}</>;
  return (
    <>
      {before && side !== 'after' && <del class="whole">{textOf(view, before)}</del>}
      {before && after && !side && ' '}
      {after && side !== 'before' && <ins class="whole">{textOf(view, after)}</ins>}
    </>
  );
};

export function textOf(view: StoryView, span: Span): string {
  return wordsOf(view.articleById.get(span.article)!.article.text, span);
}
