import type { FC } from 'hono/jsx';
import type { Statement } from '../../model/record.ts';
import { formatDateRange } from '../dates.ts';
import { entryPath, statementRange } from '../links.ts';
import { type StoryView, titleOf } from '../view.ts';
import { actVerb, quotedWords, speakerWords } from './words.tsx';

export interface CitationWords {
  /** For the running text of a piece. */
  piece: string;
  /** For a footnote. */
  note: string;
}

/** A statement as it is cited. Says "not told" where the article does not tell a date, rather than leave it out. */
export function citationWords(view: StoryView, statement: Statement): CitationWords {
  const { article, label } = view.articleById.get(statement.article)!;
  const { start, end } = statementRange(statement);
  const words = quotedWords(article.text, statement.content);
  const quoted = /^[“"‘']/.test(words) ? words : `“${words}”`;
  const said = formatDateRange(statement.said);
  const date = said === 'not told' ? 'date not told' : said;
  const published = formatDateRange(article.published);
  return {
    piece: `${quoted} (${speakerWords(view, statement)}, ${actVerb(statement.act)}, ${statement.form}, ${date}; ${label})`,
    note: `“${titleOf(article)},” ${article.outlet ?? 'outlet not named'}, ${
      published === 'not told' ? 'publication date not told' : published
    }, characters ${start}–${end}.`,
  };
}

/** Opens without a script; the script adds a button to copy each line. */
export const Citation: FC<{ view: StoryView; statement: Statement }> = ({ view, statement }) => {
  const { piece, note } = citationWords(view, statement);
  const link = entryPath(view.path, statement.article, statement.id);
  return (
    <details class="cite">
      <summary>Copy citation</summary>
      <dl>
        <div>
          <dt>For the piece</dt>
          <dd data-copy="text" dir="auto">
            {piece}
          </dd>
        </div>
        <div>
          <dt>Note</dt>
          <dd data-copy="text" dir="auto">
            {note}
          </dd>
        </div>
        <div>
          <dt>Link to the words</dt>
          <dd data-copy="link">
            <a href={link}>{link}</a>
          </dd>
        </div>
      </dl>
    </details>
  );
};
