/** The notes in the margin of one paragraph: a line for each entry that starts in it. */
import type { FC } from 'hono/jsx';
import { noteId } from '../links.ts';
import type { ArticleView, OtherEntry, StoryView } from '../view.ts';
import { entryQuery } from './article-index.tsx';
import type { Numbered } from './article-text.tsx';
import { encounterWords } from './encounter.tsx';
import { figureNumber } from './figure.tsx';
import { actVerb, Speaker, When } from './words.tsx';

interface NotesProps {
  view: StoryView;
  article: ArticleView;
  notes: Numbered[];
  openId: string | null;
  aside: boolean;
}

export const Notes: FC<NotesProps> = ({ view, article, notes, openId, aside }) => {
  if (notes.length === 0) return <div class="app">{aside && <p class="nothing">not the story</p>}</div>;
  return (
    <ol class="app">
      {notes.map((note) => {
        const nested = view.statements.get(note.id)?.within ?? null;
        const classes = [nested === null ? '' : 'nested', note.id === openId ? 'on' : ''].filter(Boolean).join(' ');
        return (
          <li id={noteId(article.article.id, note.id)} class={classes || undefined}>
            <a
              href={entryQuery(article.article.id, note.id)}
              data-open={note.id}
              data-number={note.label}
              aria-current={note.id === openId ? 'true' : undefined}
            >
              <b>{note.label}</b> <NoteWords view={view} note={note} />
            </a>
          </li>
        );
      })}
    </ol>
  );
};

const NoteWords: FC<{ view: StoryView; note: Numbered }> = ({ view, note }) => {
  const statement = view.statements.get(note.id);
  if (!statement) return note.other ? <OtherWords view={view} other={note.other} /> : null;
  return (
    <>
      <span class="w">
        <Speaker view={view} statement={statement} plain />
      </span>{' '}
      {actVerb(statement.act)}, {statement.form},{' '}
      {statement.said.earliest === null && statement.said.latest === null ? (
        'date not told'
      ) : (
        <When range={statement.said} format={{ year: false }} />
      )}
    </>
  );
};

const OtherWords: FC<{ view: StoryView; other: OtherEntry }> = ({ view, other }) =>
  other.kind === 'encounter' ? (
    <bdi>{encounterWords(view, other.entry)}</bdi>
  ) : (
    <bdi>
      Figure: {figureNumber(other.entry)} {other.entry.measure}
    </bdi>
  );
