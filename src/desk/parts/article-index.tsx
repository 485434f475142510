/** Who speaks in an article, with the numbers of their statements; and what the colours stand for. */
import type { FC } from 'hono/jsx';
import type { Statement } from '../../model/record.ts';
import { noteId } from '../links.ts';
import type { TextRange } from '../paragraphs.ts';
import type { ArticleView, StoryView } from '../view.ts';
import { Speaker, speakerWords } from './words.tsx';

interface Voice {
  statement: Statement;
  numbers: number[];
}

export const ArticleIndex: FC<{ view: StoryView; article: ArticleView; paragraphs: TextRange[] }> = (props) => {
  const { view, article, paragraphs } = props;
  const voices = new Map<string, Voice>();
  article.statements.forEach((statement, i) => {
    const key = statement.speaker ?? `?${speakerWords(view, statement)}`;
    const voice = voices.get(key);
    if (voice) voice.numbers.push(i + 1);
    else voices.set(key, { statement, numbers: [i + 1] });
  });
  return (
    <section class={`index rows-${rowsBeside(voices, paragraphs)}`} aria-labelledby="who-speaks">
      <h2 id="who-speaks">Who speaks here</h2>
      {voices.size === 0 ? (
        <p class="nothing">nobody: no statement found in this article</p>
      ) : (
        <ol>
          {[...voices.values()].map(({ statement, numbers }) => (
            <li>
              <Speaker view={view} statement={statement} />
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

// Measures of the style sheet, in pixels: a line of the text and what stands below a paragraph, characters in a line;
// a line of the index, numbers in it, and what stands around its list.
const TEXT = { line: 34, below: 17, characters: 62 };
const INDEX = { line: 33, numbers: 5, around: 150 };
const MOST_ROWS = 16;

/** How many paragraphs stand beside an index of these voices. */
function rowsBeside(voices: Map<string, Voice>, paragraphs: TextRange[]): number {
  let height = INDEX.around;
  for (const { numbers } of voices.values()) height += INDEX.line * Math.ceil(numbers.length / INDEX.numbers);
  let rows = 0;
  while (height > 0 && rows < Math.min(MOST_ROWS, paragraphs.length)) {
    const { start, end } = paragraphs[rows++]!;
    height -= TEXT.line * Math.ceil((end - start) / TEXT.characters) + TEXT.below;
  }
  return Math.max(1, rows);
}

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
