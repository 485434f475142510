/** An article: its text with the statements underlined in place, its notes beside it, an opened entry with its reasons. */
import type { FC } from 'hono/jsx';
import type { Span } from '../../model/record.ts';
import { contains, overlaps } from '../../model/span.ts';
import { articlesPath, noteId, sentencePath, statementsPath, versionsPath } from '../links.ts';
import { splitParagraphs, type TextRange } from '../paragraphs.ts';
import { ArticleIndex, ColourKey } from '../parts/article-index.tsx';
import { ArticleText, type Numbered } from '../parts/article-text.tsx';
import { EntryPanel } from '../parts/entry-panel.tsx';
import { Notes } from '../parts/notes.tsx';
import { Published, PublishedEvidence, versionWords } from '../parts/published.tsx';
import { RoomPage } from '../parts/room.tsx';
import { count } from '../parts/words.tsx';
import { cutSegments, type Layer } from '../segments.ts';
import { type ArticleView, directionOf, letterOf, type StoryView, titleOf } from '../view.ts';

export interface ArticlePageProps {
  view: StoryView;
  article: ArticleView;
  /** The id of the entry to open, or null. */
  entry: string | null;
  /** Characters to wash, or null. */
  at: TextRange | null;
  describeRule?(rule: string): string[];
  /** True where there are pages of how a sentence was read. */
  readsSentences: boolean;
  assets: string;
}

export const ArticlePage: FC<ArticlePageProps> = (props) => {
  const { view, article, readsSentences, assets } = props;
  const { id, outlet, title, text } = article.article;
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="articles"
      title={titleOf(article.article)}
      heading={<span dir={directionOf(article.article)}>{titleOf(article.article)}</span>}
      crumb={
        <>
          <a href={articlesPath(view.path)}>Articles</a> ·{' '}
          <bdi>{[outlet ?? 'Outlet not named', versionWords(article), article.short].filter(Boolean).join(' · ')}</bdi>
        </>
      }
      dek={title === null && <span class="nothing">No headline in the file; the first words stand in its place.</span>}
      acts={
        <>
          <a href={statementsPath(view.path, { article: id })}>Its statements in a list</a>
          {article.version && <a href={versionsPath(view.path)}>Its versions</a>}
          {readsSentences && text.trim() !== '' && (
            <a href={sentencePath(view.path, id, 0)}>How its sentences were read</a>
          )}
        </>
      }
    >
      <ArticleFacts view={view} article={article} />
      <ArticleBody {...props} />
    </RoomPage>
  );
};

const ArticleFacts: FC<{ view: StoryView; article: ArticleView }> = ({ view, article }) => {
  const { authors, source } = article.article;
  return (
    <>
      <dl class="facts head-facts">
        <div>
          <dt>Published</dt>
          <dd>
            <Published article={article} />
            <PublishedEvidence view={view} article={article} />
          </dd>
        </div>
        {authors.length > 0 && (
          <div>
            <dt>By</dt>
            <dd>
              <bdi>{authors.join(', ')}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>Read from</dt>
          <dd class="path">{source}</dd>
        </div>
      </dl>
      <p class="key">
        <span>{count(article.statements.length, 'statement')}</span>
        <span>
          <span class="u direct p0">direct</span>: only quoted words
        </span>
        <span>
          <span class="u mixed p0">mixed</span>: some quoted
        </span>
        <span>
          <span class="u indirect p0">indirect</span>: none
        </span>
        <span>
          second line: <span class="u indirect p0 in in-indirect q0">told inside another</span>
        </span>
        <ColourKey view={view} />
      </p>
    </>
  );
};

/** More paragraphs than this are not laid out all at once. */
const LARGE = 200;

const ArticleBody: FC<ArticlePageProps> = ({ view, article, entry, at, describeRule, readsSentences }) => {
  const { id, text, boilerplate } = article.article;
  const numbered: Numbered[] = [
    ...article.statements.map((statement, i) => ({
      id: statement.id,
      label: `${i + 1}`,
      start: statement.content[0]!.start,
    })),
    ...article.others.map((other, i) => ({
      id: other.entry.id,
      label: letterOf(i),
      start: other.entry.evidence[0]!.start,
      other,
    })),
  ].sort((a, b) => a.start - b.start);
  const opened = entry === null ? -1 : article.statements.findIndex((statement) => sameEntry(id, statement.id, entry));
  const openedOther =
    entry === null ? undefined : article.others.find(({ entry: other }) => sameEntry(id, other.id, entry));
  const layers = layersOf(article);
  for (const span of openedOther?.entry.evidence ?? []) if (span.article === id) layers.push(openLayer(span));
  if (at) layers.push(openLayer(at));
  const paragraphs = withoutTitle(article, splitParagraphs(text), numbered);
  const segments = cutSegments(paragraphs, layers);
  const openId = article.statements[opened]?.id ?? openedOther?.entry.id ?? null;
  let next = 0;
  return (
    <div class={paragraphs.length > LARGE ? 'art large' : 'art'} data-article={id}>
      <ArticleIndex view={view} article={article} paragraphs={paragraphs} />
      {paragraphs.map((paragraph, i) => {
        const from = next;
        const limit = paragraphs[i + 1]?.start ?? Number.POSITIVE_INFINITY;
        while (next < numbered.length && numbered[next]!.start < limit) next++;
        const here = numbered.slice(from, next);
        const aside = boilerplate.some((span) => contains(span, paragraph));
        return (
          <>
            <ArticleText
              view={view}
              article={article}
              segments={segments[i]!}
              aside={aside}
              opened={opened === -1 ? null : opened + 1}
              openHere={at !== null && overlaps(at, paragraph)}
            />
            <Notes view={view} article={article} notes={here} openId={openId} aside={aside} />
            {openId !== null && here.some((note) => note.id === openId) && (
              <EntryPanel
                view={view}
                article={article}
                entryId={openId}
                describeRule={describeRule}
                readsSentences={readsSentences}
              />
            )}
          </>
        );
      })}
      {paragraphs.length === 0 && <p class="nothing">This article has no text.</p>}
    </div>
  );
};

function layersOf(article: ArticleView): Layer[] {
  const { id, boilerplate } = article.article;
  const layers: Layer[] = boilerplate.map(({ start, end }) => ({ kind: 'aside', entry: 0, start, end }));
  article.statements.forEach((statement, i) => {
    for (const { start, end } of statement.content) layers.push({ kind: 'content', entry: i + 1, start, end });
    for (const span of [statement.source, statement.cue]) {
      if (span && span.article === id) layers.push({ kind: 'cue', entry: i + 1, start: span.start, end: span.end });
    }
  });
  return layers;
}

function openLayer({ start, end }: Pick<Span, 'start' | 'end'>): Layer {
  return { kind: 'open', entry: 0, start, end };
}

/** The address may name an entry by its whole id or by what is left of it without the article's. */
export function sameEntry(article: string, id: string, asked: string): boolean {
  return id === asked || noteId(article, id) === asked;
}

/** The title stands at the head of the page already; it is left in the text only where an entry rests on it. */
function withoutTitle(article: ArticleView, paragraphs: TextRange[], numbered: Numbered[]): TextRange[] {
  const { title, text } = article.article;
  const first = paragraphs[0];
  if (!first || title === null || text.slice(first.start, first.end).trim() !== title.trim()) return paragraphs;
  if (numbered.some(({ start }) => start < first.end)) return paragraphs;
  return paragraphs.slice(1);
}
