/** One statement in a list: who and when, the words in their context, where they stand. */
import type { FC } from 'hono/jsx';
import type { Statement } from '../../model/record.ts';
import { entryPath, noteId } from '../links.ts';
import { directionOf, type StoryView } from '../view.ts';
import { Citation } from './citation.tsx';
import { Also, actVerb, channelWords, InContext, quotedWords, SourceLink, Speaker, When, wholeSpan } from './words.tsx';

export interface StatementRowProps {
  view: StoryView;
  statement: Statement;
  /** Other tellings of the same utterance. */
  repeats?: Statement[];
}

export const StatementRow: FC<StatementRowProps> = ({ view, statement, repeats = [] }) => {
  const article = view.articleById.get(statement.article)!;
  const id = `${article.number}-${noteId(statement.article, statement.id)}`;
  const words = entryPath(view.path, statement.article, statement.id);
  return (
    <li class="st" id={id}>
      <div class="who">
        <h3>
          <Speaker view={view} statement={statement} />
        </h3>
        <p class="note">
          <When range={statement.said} />
          <br />
          {channelWords(statement) ?? 'no channel told'} · {statement.form}
        </p>
      </div>
      <div class="said">
        <InContext article={article.article} spans={statement.content} />
        <ToldInside view={view} statement={statement} />
        <Repeats view={view} repeats={repeats} />
        <div class="acts noprint">
          <a class="words" href={words}>
            In the article
          </a>
          <Citation view={view} statement={statement} />
        </div>
      </div>
      <div class="side">
        <p>{actVerb(statement.act)}</p>
        <p>
          <SourceLink view={view} article={article} span={wholeSpan(statement)} entry={statement.id} />
        </p>
      </div>
    </li>
  );
};

/** A statement in a narrow column: who, when, the words, where. */
export const BriefStatement: FC<StatementRowProps> = ({ view, statement, repeats = [] }) => {
  const article = view.articleById.get(statement.article)!;
  return (
    <li>
      <h3>
        <Speaker view={view} statement={statement} /> {actVerb(statement.act)}
      </h3>
      <p class="note">
        <When range={statement.said} /> · {channelWords(statement) ?? 'no channel told'} · {statement.form}
      </p>
      <blockquote class="q" dir={directionOf(article.article)}>
        {quotedWords(article.article.text, statement.content)}
      </blockquote>
      <p>
        <SourceLink view={view} article={article} span={wholeSpan(statement)} entry={statement.id} />
        <Also view={view} spans={repeats.map(wholeSpan)} />
      </p>
    </li>
  );
};

const Repeats: FC<{ view: StoryView; repeats: Statement[] }> = ({ view, repeats }) => {
  if (repeats.length === 0) return null;
  return (
    <details class="cite">
      <summary>Told {repeats.length === 1 ? 'once' : `${repeats.length} times`} more</summary>
      {repeats.map((other) => {
        const article = view.articleById.get(other.article)!;
        return (
          <p class="told">
            {quotedWords(article.article.text, other.content)}{' '}
            <SourceLink view={view} article={article} span={wholeSpan(other)} entry={other.id} />
          </p>
        );
      })}
    </details>
  );
};

const ToldInside: FC<{ view: StoryView; statement: Statement }> = ({ view, statement }) => {
  const outer = statement.within === null ? undefined : view.statements.get(statement.within);
  if (!outer) return null;
  return (
    <p class="told">
      Told by <Speaker view={view} statement={outer} />, <When range={outer.said} />.
    </p>
  );
};
