/** One paragraph of an article in flat pieces: underlined where somebody's words are told, numbered where they end. */
import type { FC } from 'hono/jsx';
import type { Segment } from '../segments.ts';
import { type ArticleView, directionOf, type OtherEntry, type StoryView } from '../view.ts';
import { entryQuery } from './article-index.tsx';

/** An entry with a note in the margin. */
export interface Numbered {
  id: string;
  /** '1' for a statement, 'a' for another entry. */
  label: string;
  start: number;
  /** The entry where it is no statement. */
  other?: OtherEntry;
}

interface ArticleTextProps {
  view: StoryView;
  article: ArticleView;
  segments: Segment[];
  /** True where the whole paragraph is not the story. */
  aside: boolean;
  /** The number of the opened statement. */
  opened: number | null;
  /** True where the characters that the address asks for stand here. */
  openHere: boolean;
}

export const ArticleText: FC<ArticleTextProps> = ({ view, article, segments, aside, opened, openHere }) => (
  <p class={aside ? 't aside' : 't'} dir={directionOf(article.article)}>
    {openHere && <span id="words" class="anchor"></span>}
    {segments.map((segment) => (
      <Piece view={view} article={article} segment={segment} opened={opened} />
    ))}
  </p>
);

type PieceProps = Pick<ArticleTextProps, 'view' | 'article' | 'opened'> & { segment: Segment };

const Piece: FC<PieceProps> = ({ view, article, segment, opened }) => {
  const { start, end, contents, cues } = segment;
  const text = article.article.text.slice(start, end);
  const states = [
    segment.aside ? 'off-story' : '',
    segment.open || (opened !== null && contents.includes(opened)) ? 'sel' : '',
    opened !== null && cues.includes(opened) ? 'cue-on' : '',
  ].filter(Boolean);
  const cueOf = cues.length > 0 ? cues.join(' ') : undefined;
  if (contents.length === 0) {
    if (states.length === 0 && !cueOf) return <>{text}</>;
    return (
      <span class={states.join(' ') || undefined} data-cue={cueOf}>
        {text}
      </span>
    );
  }
  const innermost = article.statements[contents.at(-1)! - 1]!;
  const first = innermost.content[0]!.start === start;
  return (
    <>
      <a
        class={[underline(view, article, contents), ...states].join(' ')}
        href={entryQuery(article.article.id, innermost.id)}
        data-open={innermost.id}
        data-in={contents.join(' ')}
        data-cue={cueOf}
        // One stop of the tab key for a statement is enough.
        tabindex={first ? undefined : -1}
      >
        {text}
      </a>
      <EndNumbers article={article} contents={contents} end={end} opened={opened} />
    </>
  );
};

/** The first line is the outer statement's, the second the innermost one's. */
function underline(view: StoryView, article: ArticleView, contents: number[]): string {
  const outer = article.statements[contents[0]! - 1]!;
  const first = `u ${outer.form} p${view.slotOf(outer.speaker)}`;
  if (contents.length === 1) return first;
  const inner = article.statements[contents.at(-1)! - 1]!;
  return `${first} in in-${inner.form} q${view.slotOf(inner.speaker)}`;
}

const EndNumbers: FC<{ article: ArticleView; contents: number[]; end: number; opened: number | null }> = (props) => {
  const { article, contents, end, opened } = props;
  const ending = contents.filter((number) => article.statements[number - 1]!.content.at(-1)!.end === end);
  if (ending.length === 0) return null;
  const on = opened !== null && ending.includes(opened);
  return (
    <sup class={on ? 'r on' : 'r'} data-in={ending.join(' ')}>
      {ending.sort((a, b) => a - b).join('·')}
    </sup>
  );
};
