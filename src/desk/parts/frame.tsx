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
  storyPath,
  timelinePath,
  versionsPath,
} from '../links.ts';
import { type StoryView, titleOf } from '../view.ts';
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
}

export const Frame: FC<PropsWithChildren<FrameProps>> = ({ title, assets, view, room, children }) => (
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
              <a class="story" href={storyPath(view.id)}>
                <bdi>{view.name}</bdi>
              </a>
            )}
            {view && <Find view={view} />}
          </div>
          {view && <Rooms view={view} room={room} />}
        </div>
      </header>
      <main id="main" class="wrap" tabindex={-1}>
        {children}
      </main>
      <footer class="wrap">{view ? <Foot view={view} /> : <PlainFoot />}</footer>
    </body>
  </html>
);

const Find: FC<{ view: StoryView }> = ({ view }) => (
  <search class="find noprint">
    <form action={statementsPath(view.id)}>
      <label class="vh" for="find">
        Search the statements
      </label>
      <input id="find" type="search" name="q" placeholder="Search words and names" />
      <kbd>/</kbd>
    </form>
  </search>
);

const Rooms: FC<{ view: StoryView; room?: Room }> = ({ view, room }) => {
  const rooms: { room: Room; href: string; name: string }[] = [
    { room: 'front', href: storyPath(view.id), name: 'Front page' },
    { room: 'state', href: statePath(view.id), name: 'State of play' },
    { room: 'timeline', href: timelinePath(view.id), name: 'Timeline' },
    { room: 'encounters', href: encountersPath(view.id), name: 'Calls and meetings' },
    { room: 'proposals', href: proposalsPath(view.id), name: 'Proposals' },
    { room: 'disputes', href: disputesPath(view.id), name: 'Disputes' },
    { room: 'figures', href: figuresPath(view.id), name: 'Figures' },
    { room: 'versions', href: versionsPath(view.id), name: 'Versions' },
    { room: 'actors', href: actorsPath(view.id), name: 'Who is who' },
    { room: 'articles', href: articlesPath(view.id), name: 'Articles' },
    { room: 'statements', href: statementsPath(view.id), name: 'Statements' },
  ];
  return (
    <nav class="nav noprint" aria-label="The record">
      <ul>
        {rooms.map((entry) => (
          <li>
            <a href={entry.href} aria-current={entry.room === room ? 'page' : undefined}>
              {entry.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

// More sources than this are told by their count, with a link to their list.
const LISTED_SOURCES = 30;

const Foot: FC<{ view: StoryView }> = ({ view }) => {
  const families = new Set(view.articles.map(({ article }) => article.family)).size;
  return (
    <div class="foot">
      <section aria-labelledby="sources">
        <h2 class="label" id="sources">
          Sources
        </h2>
        <ol class="note">
          {view.articles.slice(0, LISTED_SOURCES).map(({ article, number, short }) => (
            <li>
              <b>{number}</b>
              <bdi>{article.outlet ?? 'Outlet not named'}</bdi>,{' '}
              <cite>
                <a href={articlePath(view.id, article.id)}>
                  <bdi>{titleOf(article)}</bdi>
                </a>
              </cite>{' '}
              <When range={article.published} />. <span class="dim">{short}</span>
            </li>
          ))}
        </ol>
        {view.articles.length > LISTED_SOURCES && (
          <p class="note">
            <a href={articlesPath(view.id)}>All {view.articles.length} articles</a>
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
          the words, <Kbd keys={['y']} />
          copy, <Kbd keys={['Esc']} />
          close.
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
