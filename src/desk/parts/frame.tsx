/** The page around every room: head, skip link, banner, rooms, foot. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import {
  actorsPath,
  articlePath,
  articlesPath,
  disputesPath,
  encountersPath,
  figuresPath,
  proposalsPath,
  statementsPath,
  statePath,
  timelinePath,
  versionsPath,
} from '../links.ts';
import { type ArticleView, type StoryView, titleOf } from '../view.ts';
import { AsOfField, AsOfLine } from './as-of.tsx';
import { count, Kbd, When } from './words.tsx';

export type Room =
  | 'front'
  | 'state'
  | 'timeline'
  | 'encounters'
  | 'proposals'
  | 'disputes'
  | 'figures'
  | 'versions'
  | 'actors'
  | 'articles'
  | 'statements';

export interface FrameProps {
  title: string;
  /** Where the style sheet, the script and the fonts are served. */
  assets: string;
  /** null outside a story. */
  view?: StoryView;
  room?: Room;
  /** The articles that the page cites by their numbers; else the foot names the first of the story. */
  sources?: ArticleView[];
}

export const Frame: FC<PropsWithChildren<FrameProps>> = ({ title, assets, view, room, sources, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <link rel="icon" type="image/svg+xml" href={`${assets}/mark.svg`} />
      <link
        rel="preload"
        href={`${assets}/source-serif-4-latin-opsz-normal.woff2`}
        as="font"
        type="font/woff2"
        crossorigin=""
      />
      <link
        rel="preload"
        href={`${assets}/source-sans-3-latin-wght-normal.woff2`}
        as="font"
        type="font/woff2"
        crossorigin=""
      />
      <link rel="stylesheet" href={`${assets}/desk.css`} />
      <link rel="stylesheet" href={`${assets}/state.css`} />
      <link rel="stylesheet" href={`${assets}/chronicle.css`} />
      <script src={`${assets}/desk.js`} defer></script>
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the record
      </a>
      <header class="top">
        <div class="wrap">
          <div class="bar">
            <a class="name" href="/">
              Readout
            </a>
            {view && (
              <a class="story" href={view.path}>
                <bdi>{view.name}</bdi>
              </a>
            )}
            {view && <Find view={view} />}
            {view && <AsOfField view={view} />}
          </div>
          {view && <Rooms view={view} room={room} />}
        </div>
      </header>
      <main id="main" class="wrap" tabindex={-1}>
        {view && <AsOfLine view={view} />}
        {children}
      </main>
      <footer class="wrap">{view ? <Foot view={view} sources={sources} /> : <PlainFoot />}</footer>
    </body>
  </html>
);

const Find: FC<{ view: StoryView }> = ({ view }) => (
  <search class="find noprint">
    <form action={statementsPath(view.path)}>
      <label class="vh" for="find">
        Search the statements
      </label>
      <input id="find" type="search" name="q" placeholder="Search words and names" />
      <kbd>/</kbd>
    </form>
  </search>
);

const Rooms: FC<{ view: StoryView; room?: Room }> = ({ view, room }) => {
  const rooms: { room: Room; href: string; name: string; key: string }[] = [
    { room: 'front', href: view.path, name: 'Front page', key: 'f' },
    { room: 'state', href: statePath(view.path), name: 'State of play', key: 'm' },
    { room: 'timeline', href: timelinePath(view.path), name: 'Timeline', key: 't' },
    { room: 'encounters', href: encountersPath(view.path), name: 'Calls and meetings', key: 'e' },
    { room: 'proposals', href: proposalsPath(view.path), name: 'Proposals', key: 'p' },
    { room: 'disputes', href: disputesPath(view.path), name: 'Disputes', key: 'd' },
    { room: 'figures', href: figuresPath(view.path), name: 'Figures', key: 'n' },
    { room: 'versions', href: versionsPath(view.path), name: 'Versions', key: 'v' },
    { room: 'actors', href: actorsPath(view.path), name: 'Who is who', key: 'w' },
    { room: 'articles', href: articlesPath(view.path), name: 'Articles', key: 'a' },
    { room: 'statements', href: statementsPath(view.path), name: 'Statements', key: 'q' },
  ];
  return (
    <nav class="nav noprint" aria-label="The record">
      <ul>
        {rooms.map((entry) => (
          <li>
            <a href={entry.href} data-key={entry.key} aria-current={entry.room === room ? 'page' : undefined}>
              {entry.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

// Of a page that cites none by number; more than these are told by their count, with a link to their list.
const LISTED_SOURCES = 30;

const Foot: FC<{ view: StoryView; sources?: ArticleView[] }> = ({ view, sources }) => {
  const families = new Set(view.articles.map(({ article }) => article.family)).size;
  const cited = new Set(sources);
  const listed = sources
    ? view.articles.filter((article) => cited.has(article))
    : view.articles.slice(0, LISTED_SOURCES);
  return (
    <div class="foot">
      <section aria-labelledby="sources">
        <h2 class="label" id="sources">
          Sources
        </h2>
        <ol class="note">
          {listed.map(({ article, number, short }) => (
            <li>
              <b>{number}</b>
              <bdi>{article.outlet ?? 'Outlet not named'}</bdi>,{' '}
              <cite>
                <a href={articlePath(view.path, article.id)}>
                  <bdi>{titleOf(article)}</bdi>
                </a>
              </cite>{' '}
              <When range={article.published} />. <span class="dim">{short}</span>
            </li>
          ))}
        </ol>
        {view.articles.length > listed.length && (
          <p class="note">
            <a href={articlesPath(view.path)}>All {view.articles.length} articles</a>
          </p>
        )}
      </section>
      <section aria-labelledby="this-record">
        <h2 class="label" id="this-record">
          This record
        </h2>
        <p class="note">
          {count(view.articles.length, 'article')} in {count(families, 'family', 'families')}. Record version{' '}
          {view.version}. Every entry opens on its words; nothing here is written by the machine but labels, dates and
          counts.
        </p>
        <p class="note keys noprint">
          Keys: <Kbd keys={['/']} />
          search, <Kbd keys={['j', 'k']} />
          entry, <Kbd keys={['[', ']']} />
          statement, <Kbd keys={['e']} />
          the words, <Kbd keys={['n', 'p']} />
          change, <Kbd keys={['y']} />
          copy, <Kbd keys={['Esc']} />
          close; <Kbd keys={['g']} />
          and a letter opens a room: <Kbd keys={['f']} />
          front, <Kbd keys={['m']} />
          state of play, <Kbd keys={['t']} />
          timeline, <Kbd keys={['e']} />
          calls, <Kbd keys={['p']} />
          proposals, <Kbd keys={['d']} />
          disputes, <Kbd keys={['n']} />
          figures, <Kbd keys={['v']} />
          versions, <Kbd keys={['w']} />
          who, <Kbd keys={['a']} />
          articles, <Kbd keys={['q']} />
          statements.
        </p>
      </section>
    </div>
  );
};

const PlainFoot: FC = () => (
  <div class="foot">
    <p class="note">Readout keeps the record of a negotiation from its news coverage. It runs on this machine only.</p>
  </div>
);
