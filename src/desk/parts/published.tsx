import type { FC } from 'hono/jsx';
import { wordsOf } from '../../model/span.ts';
import { wordsPath } from '../links.ts';
import { type ArticleView, ordinal, type StoryView } from '../view.ts';
import { When } from './words.tsx';

export const BASIS_WORDS = {
  given: 'given with the file',
  metadata: 'told by the page',
  text: 'worked out from the text',
  unknown: 'not told',
} as const;

/** When an article was published, and how that is known. */
export const Published: FC<{ article: ArticleView }> = ({ article }) => {
  const { published } = article.article;
  if (published.earliest === null && published.latest === null) return <span class="nothing">not told</span>;
  return (
    <>
      <When range={published} />, <span class="doubt">{BASIS_WORDS[published.basis]}</span>
    </>
  );
};

/** The words that a date was worked out from, with links to them. */
export const PublishedEvidence: FC<{ view: StoryView; article: ArticleView }> = ({ view, article }) => {
  const { published, text } = article.article;
  if (published.evidence.length === 0) return null;
  return (
    <span class="note">
      from{' '}
      {published.evidence.map((span, i) => (
        <>
          {i > 0 && ', '}
          <a href={wordsPath(view.path, span)}>
            <q>{wordsOf(text, span)}</q>
          </a>
        </>
      ))}
    </span>
  );
};

/** "second of 3 versions", "copy, second of 3", or null where the article stands alone. */
export function versionWords({ version }: ArticleView): string | null {
  if (!version) return null;
  const place = `${ordinal(version.position)} of ${version.of}`;
  return version.copy ? `copy, ${place} of this text` : `${place} versions or copies`;
}
