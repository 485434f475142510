/** How a sentence was read: its tree, its words with tags and base forms, the names and times found in it. */
import type { FC } from 'hono/jsx';
import { overlaps } from '../../model/span.ts';
import { relationWords, tagWords } from '../grammar-words.ts';
import { articlePath, entryPath, sentencePath, wordsPath } from '../links.ts';
import { Frame } from '../parts/frame.tsx';
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
    <Frame title={`How a sentence was read · ${view.name} · Readout`} assets={assets} view={view} room="articles">
      <header class="head">
        <p class="crumb note">
          <a href={articlePath(view.id, id)}>
            <bdi>{article.label}</bdi>
          </a>{' '}
          · <bdi>{article.short}</bdi>
        </p>
        <h1>How this sentence was read</h1>
        <p class="acts noprint">
          {reading.previous !== null && <a href={sentencePath(view.id, id, reading.previous)}>Sentence before</a>}
          {reading.next !== null && <a href={sentencePath(view.id, id, reading.next)}>Sentence after</a>}
        </p>
      </header>
      <section class="opening asked" aria-label="The sentence">
        <InContext article={article.article} spans={[span]} />
        <p class="note">
          <a href={wordsPath(view.id, span)}>
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
    </Frame>
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
          <a href={entryPath(view.id, id, entry.id)}>{entry.label}</a>
        </>
      ))}
      .
    </>
  );
};

/** It scrolls in a place of its own, which the keyboard has to reach. */
const Tree: FC<{ svg: string }> = ({ svg }) => (
  <section aria-labelledby="the-tree">
    <div class="sech">
      <h2 id="the-tree">The tree</h2>
    </div>
    <p class="note">
      Each arrow leads to a word from the one that it depends on, and bears what it is to it. The table below tells the
      same in words.
    </p>
    <section class="tree" aria-label="The tree, to be scrolled sideways" tabindex={0} dir="ltr">
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </section>
  </section>
);

const Names: FC<{ names: ReadName[]; article: ArticleView }> = ({ names, article }) => (
  <section aria-labelledby="names-found">
    <div class="sech">
      <h2 id="names-found">Names found in it</h2>
    </div>
    {names.length === 0 ? (
      <p class="nothing">no name found</p>
    ) : (
      <table class="stack">
        <caption class="vh">Names found in the sentence</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Role</th>
            <th scope="col">Short for</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    )}
  </section>
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
    <section aria-labelledby="times-found">
      <div class="sech">
        <h2 id="times-found">Times found in it</h2>
      </div>
      {timexes.length === 0 ? (
        <p class="nothing">no time found</p>
      ) : (
        <>
          <table class="stack">
            <caption class="vh">Times found in the sentence</caption>
            <thead>
              <tr>
                <th scope="col">Words</th>
                <th scope="col">Kind</th>
                <th scope="col">Value</th>
                <th scope="col">Days</th>
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
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
    </section>
  );
};

const Words: FC<{ tokens: ReadToken[]; article: ArticleView }> = ({ tokens, article }) => {
  const dir = directionOf(article.article);
  return (
    <section class="its-words" aria-labelledby="its-words">
      <div class="sech">
        <h2 id="its-words">Its words</h2>
      </div>
      <table class="stack">
        <caption class="vh">The words of the sentence with tags, base forms and what they depend on</caption>
        <thead>
          <tr>
            <th scope="col">Word</th>
            <th scope="col">Base form</th>
            <th scope="col">Tag</th>
            <th scope="col">Penn tag</th>
            <th scope="col">Depends on</th>
            <th scope="col">As its</th>
            <th scope="col" class="num">
              Sure, of 100
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
      <p class="note below">
        Tags and relations are those of Universal Dependencies and of the Penn Treebank. The last column is how sure the
        program is of what a word depends on, and as what.
      </p>
    </section>
  );
};

/** A mark of the grammar, and what it stands for. */
const Mark: FC<{ mark: string; words: string | null }> = ({ mark, words }) => (
  <>
    <code>{mark}</code> {words && <span class="dim">{words}</span>}
  </>
);
