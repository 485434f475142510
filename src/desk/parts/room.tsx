/** The pieces that rooms are built of: the page with its head, sections, the filter that reads as a sentence, tables. */
import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import type { ArticleView, StoryView } from '../view.ts';
import { Frame, type Room } from './frame.tsx';

interface RoomPageProps {
  view: StoryView;
  assets: string;
  room: Room;
  /** Of the window; the name of the story is added to it. */
  title: string;
  /** Of the page, where it is not the same. */
  heading?: Child;
  /** Where we are, above the title. */
  crumb?: Child;
  /** What the page holds, below the title. */
  dek?: Child;
  /** Links beside the title. */
  acts?: Child;
  /** The articles that the page cites by their numbers; else the foot names the first of the story. */
  sources?: ArticleView[];
}

export const RoomPage: FC<PropsWithChildren<RoomPageProps>> = (props) => {
  const { view, assets, room, title, heading = title, crumb, dek, acts, sources, children } = props;
  return (
    <Frame title={`${title} · ${view.name} · Readout`} assets={assets} view={view} room={room} sources={sources}>
      <header class="head">
        {crumb && <p class="crumb note">{crumb}</p>}
        <div>
          <h1>{heading}</h1>
          {dek && <p class="dek">{dek}</p>}
        </div>
        {acts && <p class="acts noprint">{acts}</p>}
      </header>
      {children}
    </Frame>
  );
};

interface SectionProps {
  id: string;
  title: Child;
  aside?: Child;
  class?: string;
}

/** A part of a page under a heading and a hairline. */
export const Section: FC<PropsWithChildren<SectionProps>> = ({ id, title, aside, class: name, children }) => (
  <section class={name} aria-labelledby={id}>
    <div class="sech">
      <h2 id={id}>{title}</h2>
      {aside !== undefined && <p class="note">{aside}</p>}
    </div>
    {children}
  </section>
);

/** In the place of a list that is empty; says what was searched. */
export const NothingFound: FC<PropsWithChildren> = ({ children }) => (
  <section class="opening none" aria-labelledby="none">
    <h2 id="none" class="nothing">
      Nothing found
    </h2>
    <p class="plain">{children}</p>
  </section>
);

/** A filter that reads as a sentence; its state is the address. */
export const Ask: FC<PropsWithChildren<{ action: string; legend: string; go?: string }>> = (props) => (
  <form class="ask noprint" action={props.action}>
    <fieldset>
      <legend class="vh">{props.legend}</legend>
      {props.children}{' '}
      <button class="go" type="submit">
        {props.go ?? 'Show'}
      </button>
    </fieldset>
  </form>
);

interface TableProps {
  /** For those who do not see it. */
  caption: string;
  /** The heads of the columns; one of numbers starts with "#". */
  heads: readonly Child[];
  class?: string;
  /** True for one that is narrow enough to stay a table. */
  whole?: boolean;
}

/** A table that becomes a list with labels where the page is narrow. */
export const Table: FC<PropsWithChildren<TableProps>> = ({ caption, heads, class: name, whole, children }) => (
  <table class={[whole ? '' : 'stack', name ?? ''].join(' ').trim()}>
    <caption class="vh">{caption}</caption>
    <thead>
      <tr>
        {heads.map((head) => {
          const isNumber = typeof head === 'string' && head.startsWith('#');
          return (
            <th scope="col" class={isNumber ? 'num' : undefined}>
              {isNumber ? head.slice(1) : head}
            </th>
          );
        })}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
