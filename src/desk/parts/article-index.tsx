/** Who speaks in an article, with the numbers of their statements; and what the colours stand for. */
import type { FC } from 'hono/jsx';
import type { Statement } from '../../model/record.ts';
import { noteId } from '../links.ts';
import type { ArticleView, StoryView } from '../view.ts';
import { Speaker, speakerWords } from './words.tsx';

interface Voice {
  statement: Statement;
  numbers: number[];
}

// The index takes rows of the text's grid; a long one takes more of them.
const LONG = 9;

export const ArticleIndex: FC<{ view: StoryView; article: ArticleView }> = ({ view, article }) => {
  const voices = new Map<string, Voice>();
  article.statements.forEach((statement, i) => {
    const key = statement.speaker ?? `?${speakerWords(view, statement)}`;
    const voice = voices.get(key);
    if (voice) voice.numbers.push(i + 1);
    else voices.set(key, { statement, numbers: [i + 1] });
  });
  return (
    <section class={`index ${voices.size > LONG ? 'long' : ''}`} aria-labelledby="who-speaks">
      <h2 id="who-speaks">Who speaks here</h2>
      {voices.size === 0 ? (
        <p class="nothing">nobody: no statement found in this article</p>
      ) : (
        <ol>
          {[...voices.values()].map(({ statement, numbers }) => (
            <li>
              <Speaker view={view} statement={statement} link />
              <span class="numbers">
                {numbers.map((number) => (
                  <>
                    <NumberLink article={article} number={number} />{' '}
                  </>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p class="note">
        Indented numbers in the margin: told inside another’s words.
        {article.others.length > 0 && ' Letters: calls, meetings and figures.'}
      </p>
    </section>
  );
};

const NumberLink: FC<{ article: ArticleView; number: number }> = ({ article, number }) => {
  const { id } = article.statements[number - 1]!;
  return (
    <a href={entryQuery(article.article.id, id)} data-open={id}>
      <span class="vh">statement </span>
      {number}
    </a>
  );
};

/** The address of an entry from its article's own page. */
export function entryQuery(article: string, id: string): string {
  return `?entry=${encodeURIComponent(id).replaceAll('%3A', ':')}#${noteId(article, id)}`;
}

export const ColourKey: FC<{ view: StoryView }> = ({ view }) =>
  view.parties.length === 0 ? null : (
    <span class="colours">
      colour:{' '}
      {view.parties.map(({ name }, i) => (
        <span class={`pty p${i + 1}`}>
          <bdi>{name}</bdi>
        </span>
      ))}
      <span class="pty p0">others</span>
    </span>
  );
