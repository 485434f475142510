/** A story's front page: what is new, what is doubtful, where the parties stand, and what the record holds. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Encounter, Figure, Statement } from '../../model/record.ts';
import { articlePath, articlesPath, disputesPath, proposalsPath, statementsPath, statePath } from '../links.ts';
import { makeMatrix } from '../matrix.ts';
import { DisputeItem } from '../parts/dispute.tsx';
import { encounterKind, figureNumber, Participants } from '../parts/encounter.tsx';
import { Frame } from '../parts/frame.tsx';
import { Published, versionWords } from '../parts/published.tsx';
import { AllDisputes, Checks, Moves, StandingTable } from '../parts/standing.tsx';
import { BriefStatement } from '../parts/statement-row.tsx';
import { count, Party, quotedWords, SourceLink, When } from '../parts/words.tsx';
import { type ArticleView, directionOf, type StoryView, titleOf } from '../view.ts';
import { inOrder } from './disputes.tsx';

const SHOWN_ARTICLES = 12;
const SHOWN_SPEAKERS = 14;
const SHOWN_STATEMENTS = 5;
const SHOWN_ENCOUNTERS = 6;
const SHOWN_FIGURES = 12;
const SHOWN_DISPUTES = 4;

export const FrontPage: FC<{ view: StoryView; assets: string }> = ({ view, assets }) => {
  const { record } = view;
  const { positions, disputes } = record;
  const matrix = makeMatrix(view);
  return (
    <Frame title={`${view.name} · Readout`} assets={assets} view={view} room="front">
      <header class="front">
        <h1>
          <bdi>{view.name}</bdi>
        </h1>
        <Counts view={view} />
      </header>
      <div class="two opening">
        <div>
          {positions.length > 0 && (
            <Section id="moves" title="How they moved" aside="the latest first">
              <Moves view={view} matrix={matrix} />
            </Section>
          )}
          {disputes.length > 0 && (
            <Section id="disputes" title="In dispute" aside={<AllDisputes view={view} />}>
              <ol class="items">
                {inOrder(disputes)
                  .slice(0, SHOWN_DISPUTES)
                  .map((dispute) => (
                    <DisputeItem view={view} dispute={dispute} />
                  ))}
              </ol>
            </Section>
          )}
          <Section
            id="latest"
            title="Latest statements"
            aside={<a href={statementsPath(view.id)}>all {record.statements.length}</a>}
          >
            <Latest view={view} statements={view.latest.slice(0, SHOWN_STATEMENTS)} />
          </Section>
          <Section id="encounters" title="Calls and meetings" aside={`${record.encounters.length} found`}>
            <Encounters view={view} />
          </Section>
          <Section
            id="articles"
            title="Articles"
            aside={<a href={articlesPath(view.id)}>all {record.articles.length}</a>}
          >
            <Articles view={view} />
          </Section>
        </div>
        <div>
          <Section
            id="standing"
            title="State of play"
            aside={<a href={statePath(view.id)}>all {count(matrix.rows.length, 'issue')}, with the words</a>}
          >
            <StandingTable view={view} matrix={matrix} />
          </Section>
          <Section id="checks" title="Check these first" aside="the doubtful entries that most rests on">
            <Checks view={view} matrix={matrix} />
          </Section>
          <Section id="speakers" title="Who speaks" aside="by number of statements">
            <Speakers view={view} />
          </Section>
          <Section id="figures" title="Figures" aside={`${record.figures.length} found`}>
            <Figures view={view} />
          </Section>
        </div>
      </div>
    </Frame>
  );
};

const Section: FC<PropsWithChildren<{ id: string; title: string; aside: unknown }>> = (props) => (
  <section aria-labelledby={props.id}>
    <div class="sech">
      <h2 id={props.id}>{props.title}</h2>
      <p class="note">{props.aside}</p>
    </div>
    {props.children}
  </section>
);

const Counts: FC<{ view: StoryView }> = ({ view }) => {
  const { articles, statements, encounters, figures, positions, proposals, disputes } = view.record;
  const families = new Set(articles.map(({ family }) => family)).size;
  const unnamed = statements.filter(({ named }) => !named).length;
  return (
    <p class="dek">
      <a href={articlesPath(view.id)}>{count(articles.length, 'article')}</a>
      {families < articles.length && `, in ${count(families, 'family', 'families')} of versions and copies`}. The record
      holds <a href={statementsPath(view.id)}>{count(statements.length, 'statement')}</a>
      {unnamed > 0 && (
        <>
          , <a href={statementsPath(view.id, { named: 'no' })}>{unnamed} by unnamed sources</a>
        </>
      )}
      , <a href={statePath(view.id)}>{count(positions.length, 'position')}</a>,{' '}
      <a href={proposalsPath(view.id)}>{count(proposals.length, 'proposal')}</a>,{' '}
      <a href={disputesPath(view.id)}>{count(disputes.length, 'dispute')}</a>,{' '}
      <a href="#encounters">{count(encounters.length, 'call or meeting', 'calls and meetings')}</a> and{' '}
      <a href="#figures">{count(figures.length, 'figure')}</a>.
    </p>
  );
};

const Articles: FC<{ view: StoryView }> = ({ view }) => {
  if (view.articles.length === 0) return <p class="nothing">nothing found: this story has no article yet</p>;
  return (
    <ol class="items">
      {view.articles.slice(-SHOWN_ARTICLES).map((article) => (
        <ArticleItem view={view} article={article} />
      ))}
    </ol>
  );
};

const ArticleItem: FC<{ view: StoryView; article: ArticleView }> = ({ view, article }) => (
  <li>
    <p class="date">
      <bdi>{article.article.outlet ?? 'Outlet not named'}</bdi>
    </p>
    <div>
      <h3 class="what">
        <a href={articlePath(view.id, article.article.id)}>
          <bdi>{titleOf(article.article)}</bdi>
        </a>
      </h3>
      <p class="note">
        <Published article={article} /> · {count(article.statements.length, 'statement')}
        {article.version && ` · ${versionWords(article)}`}
      </p>
    </div>
  </li>
);

const Latest: FC<{ view: StoryView; statements: Statement[] }> = ({ view, statements }) => {
  if (statements.length === 0) return <p class="nothing">nothing found in these articles</p>;
  return (
    <ol class="brief">
      {statements.map((statement) => (
        <BriefStatement view={view} statement={statement} />
      ))}
    </ol>
  );
};

const Speakers: FC<{ view: StoryView }> = ({ view }) => {
  const counts = new Map<string, number>();
  for (const { speaker } of view.record.statements) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const speakers = [...counts].sort((a, b) => b[1] - a[1]);
  const unnamed = view.record.statements.filter(({ named }) => !named).length;
  if (speakers.length === 0 && unnamed === 0) return <p class="nothing">nobody found</p>;
  return (
    <table class="mini">
      <caption class="vh">Speakers, their sides and the number of their statements</caption>
      <thead>
        <tr>
          <th scope="col">Speaker</th>
          <th scope="col">Side</th>
          <th scope="col" class="num">
            Statements
          </th>
        </tr>
      </thead>
      <tbody>
        {speakers.slice(0, SHOWN_SPEAKERS).map(([id, statements]) => (
          <SpeakerRow view={view} id={id} statements={statements} />
        ))}
        {unnamed > 0 && (
          <tr>
            <th scope="row">
              <span class="pty p0 nobody">Unnamed sources</span>
            </th>
            <td class="nothing">not told</td>
            <td class="num">
              <a href={statementsPath(view.id, { named: 'no' })}>{unnamed}</a>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

const SpeakerRow: FC<{ view: StoryView; id: string; statements: number }> = ({ view, id, statements }) => {
  const actor = view.actors.get(id);
  const side = actor?.side ?? null;
  return (
    <tr>
      <th scope="row">
        <Party view={view} id={id} />
        {actor && actor.roles.length > 0 && <span class="note">{actor.roles[0]}</span>}
      </th>
      <td>
        {side === null ? <span class="nothing">none found</span> : <bdi>{view.actors.get(side)?.name ?? side}</bdi>}
      </td>
      <td class="num">
        <a href={statementsPath(view.id, { speaker: id })}>
          {statements}
          <span class="vh"> by {actor?.name ?? id}</span>
        </a>
      </td>
    </tr>
  );
};

const Encounters: FC<{ view: StoryView }> = ({ view }) => {
  const { encounters } = view.record;
  if (encounters.length === 0) return <p class="nothing">nothing found in these articles</p>;
  return (
    <>
      <ol class="items">
        {encounters.slice(0, SHOWN_ENCOUNTERS).map((encounter) => (
          <EncounterItem view={view} encounter={encounter} />
        ))}
      </ol>
      <Rest list={encounters.slice(SHOWN_ENCOUNTERS)} name="calls and meetings">
        <ol class="items">
          {encounters.slice(SHOWN_ENCOUNTERS).map((encounter) => (
            <EncounterItem view={view} encounter={encounter} />
          ))}
        </ol>
      </Rest>
    </>
  );
};

const EncounterItem: FC<{ view: StoryView; encounter: Encounter }> = ({ view, encounter }) => {
  const span = encounter.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  return (
    <li>
      <p class="date">
        {encounterKind(encounter)}
        <br />
        <When range={encounter.date} />
      </p>
      <div>
        <p>
          <Participants view={view} encounter={encounter} />
        </p>
        <p class="q small" dir={directionOf(article.article)}>
          {quotedWords(article.article.text, [span])}
        </p>
        <p>
          <SourceLink view={view} article={article} span={span} entry={encounter.id} />
        </p>
      </div>
    </li>
  );
};

const Figures: FC<{ view: StoryView }> = ({ view }) => {
  const { figures } = view.record;
  if (figures.length === 0) return <p class="nothing">nothing found in these articles</p>;
  return (
    <>
      <ol class="items">
        {figures.slice(0, SHOWN_FIGURES).map((figure) => (
          <FigureItem view={view} figure={figure} />
        ))}
      </ol>
      <Rest list={figures.slice(SHOWN_FIGURES)} name="figures">
        <ol class="items">
          {figures.slice(SHOWN_FIGURES).map((figure) => (
            <FigureItem view={view} figure={figure} />
          ))}
        </ol>
      </Rest>
    </>
  );
};

const FigureItem: FC<{ view: StoryView; figure: Figure }> = ({ view, figure }) => {
  const span = figure.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  return (
    <li>
      <p class="date">
        <b>{figureNumber(figure)}</b>
        <br />
        <When range={figure.asOf} />
      </p>
      <div>
        <p class="q small" dir={directionOf(article.article)}>
          {figure.measure}
        </p>
        <p class="note">
          {figure.source === null ? (
            <span class="nothing">by whom is not told</span>
          ) : (
            <Party view={view} id={figure.source} link />
          )}{' '}
          · <SourceLink view={view} article={article} span={span} entry={figure.id} />
        </p>
      </div>
    </li>
  );
};

const Rest: FC<PropsWithChildren<{ list: unknown[]; name: string }>> = ({ list, name, children }) =>
  list.length === 0 ? null : (
    <details class="rest">
      <summary>
        {list.length} further {name}
      </summary>
      {children}
    </details>
  );
