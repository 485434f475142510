/** How a sentence was read: its tree, its words with tags and base forms, the names and times found in it. */
import type { FC } from 'hono/jsx';
import { overlaps } from '../../model/span.ts';
import { relationWords, tagWords } from '../grammar-words.ts';
import { articlePath, entryPath, sentencePath, wordsPath } from '../links.ts';
import { RoomPage, Section, Table } from '../parts/room.tsx';
import { InContext, When } from '../parts/words.tsx';
import type { ReadName, ReadTimex, ReadToken, SentenceReading } from '../source.ts';
import { type ArticleView, directionOf, letterOf, type StoryView } from '../view.ts';

interface SentencePageProps {
  view: StoryView;
  article: ArticleView;
  reading: SentenceReading;
  assets: string;
}

export const SentencePage: FC<SentencePageProps> = ({ view, article, reading, assets }) => {
  const { id } = article.article;
  const span = { article: id, start: reading.start, end: reading.end };
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="articles"
      title="How this sentence was read"
      crumb={
        <>
          <a href={articlePath(view.path, id)}>
            <bdi>{article.label}</bdi>
          </a>{' '}
          · <bdi>{article.short}</bdi>
        </>
      }
      acts={
        <>
          {reading.previous !== null && <a href={sentencePath(view.path, id, reading.previous)}>Sentence before</a>}
          {reading.next !== null && <a href={sentencePath(view.path, id, reading.next)}>Sentence after</a>}
        </>
      }
    >
      <section class="opening asked" aria-label="The sentence">
        <InContext article={article.article} spans={[span]} />
        <p class="note">
          <a href={wordsPath(view.path, span)}>
            Characters {reading.start} to {reading.end}
          </a>
          . <Entries view={view} article={article} reading={reading} />
        </p>
      </section>
      <Tree svg={reading.svg} />
      <div class="two found">
        <div>
          <Names names={reading.names} article={article} />
        </div>
        <div>
          <Times timexes={reading.timexes} reference={reading.reference} article={article} />
        </div>
      </div>
      <Words tokens={reading.tokens} article={article} />
    </RoomPage>
  );
};

/** The entries that rest on words of the sentence, by their number or letter. */
const Entries: FC<Omit<SentencePageProps, 'assets'>> = ({ view, article, reading }) => {
  const { id } = article.article;
  const statements = article.statements.map((statement, i) => ({
    id: statement.id,
    label: `statement ${i + 1}`,
    spans: [...statement.content, statement.source, statement.cue],
  }));
  const others = article.others.map(({ kind, entry }, i) => ({
    id: entry.id,
    label: `${kind} ${letterOf(i)}`,
    spans: entry.evidence,
  }));
  const entries = [...statements, ...others].filter(({ spans }) =>
    spans.some((span) => span?.article === id && overlaps(span, reading)),
  );
  if (entries.length === 0) return <span class="nothing">No entry of the record rests on it.</span>;
  return (
    <>
      The record rests on it for{' '}
      {entries.map((entry, i) => (
        <>
          {i > 0 && ', '}
          <a href={entryPath(view.path, id, entry.id)}>{entry.label}</a>
        </>
      ))}
      .
    </>
  );
};

/** It scrolls in a place of its own, which the keyboard has to reach. */
const Tree: FC<{ svg: string }> = ({ svg }) => (
  <Section id="the-tree" title="The tree">
    <p class="note">
      Each arrow leads to a word from the one that it depends on, and bears what it is to it. The table below tells the
      same in words.
    </p>
    <section class="tree" aria-label="The tree, to be scrolled sideways" tabindex={0} dir="ltr">
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </section>
  </Section>
);

const Names: FC<{ names: ReadName[]; article: ArticleView }> = ({ names, article }) => (
  <Section id="names-found" title="Names found in it">
    {names.length === 0 ? (
      <p class="nothing">no name found</p>
    ) : (
      <Table caption="Names found in the sentence" heads={['Name', 'Kind', 'Role', 'Short for']}>
        {names.map(({ text, kind, roles, full }) => (
          <tr>
            <th scope="row" class="theirs" dir={directionOf(article.article)}>
              {text}
            </th>
            <td data-h="Kind">{kind}</td>
            <td data-h="Role">
              {roles.length === 0 ? (
                <span class="nothing">not told</span>
              ) : (
                <bdi class="theirs">{roles.join(', ')}</bdi>
              )}
            </td>
            <td data-h="Short for">
              {full === null ? <span class="nothing">nothing fuller</span> : <bdi class="theirs">{full}</bdi>}
            </td>
          </tr>
        ))}
      </Table>
    )}
  </Section>
);

const TIME_KINDS: Record<ReadTimex['type'], string> = {
  DATE: 'date',
  TIME: 'time of day',
  DURATION: 'duration',
  SET: 'repeated time',
};

const Times: FC<{ timexes: ReadTimex[]; reference: string | null; article: ArticleView }> = (props) => {
  const { timexes, reference, article } = props;
  return (
    <Section id="times-found" title="Times found in it">
      {timexes.length === 0 ? (
        <p class="nothing">no time found</p>
      ) : (
        <>
          <Table caption="Times found in the sentence" heads={['Words', 'Kind', 'Value', 'Days']}>
            {timexes.map(({ text, type, value, range }) => (
              <tr>
                <th scope="row" class="theirs" dir={directionOf(article.article)}>
                  {text}
                </th>
                <td data-h="Kind">{TIME_KINDS[type]}</td>
                <td data-h="Value">
                  <code>{value}</code>
                </td>
                <td data-h="Days">{range ? <When range={range} /> : <span class="nothing">no days</span>}</td>
              </tr>
            ))}
          </Table>
          <p class="note below">
            {reference === null ? (
              'Read against no day: that of publication is not known.'
            ) : (
              <>
                Read against <When range={{ earliest: reference, latest: reference }} />, the day of publication.
              </>
            )}
          </p>
        </>
      )}
    </Section>
  );
};

const Words: FC<{ tokens: ReadToken[]; article: ArticleView }> = ({ tokens, article }) => {
  const dir = directionOf(article.article);
  return (
    <Section id="its-words" class="its-words" title="Its words">
      <Table
        caption="The words of the sentence with tags, base forms and what they depend on"
        heads={['Word', 'Base form', 'Tag', 'Penn tag', 'Depends on', 'As its', '#Sure, of 100']}
      >
        {tokens.map((token, i) => (
          <tr>
            <th scope="row">
              <span class="off">{i + 1}</span>{' '}
              <span class="theirs" dir={dir}>
                {token.form}
              </span>
            </th>
            <td data-h="Base form" class="theirs" dir={dir}>
              {token.lemma}
            </td>
            <td data-h="Tag">
              <Mark mark={token.upos} words={tagWords(token.upos)} />
            </td>
            <td data-h="Penn tag">
              <code>{token.xpos}</code>
            </td>
            <td data-h="Depends on">
              {token.head < 0 ? (
                <span class="nothing">no word</span>
              ) : (
                <>
                  <span class="off">{token.head + 1}</span> <bdi class="theirs">{tokens[token.head]!.form}</bdi>
                </>
              )}
            </td>
            <td data-h="As its">
              <Mark mark={token.deprel} words={relationWords(token.deprel)} />
            </td>
            <td data-h="Sure, of 100" class="num">
              {Math.round(token.confidence * 100)}
            </td>
          </tr>
        ))}
      </Table>
      <p class="note below">
        Tags and relations are those of Universal Dependencies and of the Penn Treebank. The last column is how sure the
        program is of what a word depends on, and as what.
      </p>
    </Section>
  );
};

/** A mark of the grammar, and what it stands for. */
const Mark: FC<{ mark: string; words: string | null }> = ({ mark, words }) => (
  <>
    <code>{mark}</code> {words && <span class="dim">{words}</span>}
  </>
);
