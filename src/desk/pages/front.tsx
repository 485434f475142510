/** A story's front page: what is new, what is doubtful, where the parties stand, and what the record holds. */
import type { FC } from 'hono/jsx';
import type { Actor, Encounter } from '../../model/record.ts';
import { logOf } from '../encounters.ts';
import { type FigureLine, seriesOf } from '../figures.ts';
import { groupRepeats, type Utterance } from '../filters.ts';
import {
  actorsPath,
  articlesPath,
  disputesPath,
  encounterPath,
  encountersPath,
  figuresPath,
  proposalsPath,
  statementsPath,
  statePath,
} from '../links.ts';
import { makeMatrix } from '../matrix.ts';
import { SideOf } from '../parts/actor.tsx';
import { Density } from '../parts/density.tsx';
import { DisputeItem } from '../parts/dispute.tsx';
import { encounterKind, Participants } from '../parts/encounter.tsx';
import { FigurePlaces, FigureSource, figureNotes, figureNumber } from '../parts/figure.tsx';
import { Frame } from '../parts/frame.tsx';
import { Section, Table } from '../parts/room.tsx';
import { Checks, Moves, StandingTable } from '../parts/standing.tsx';
import { BriefStatement } from '../parts/statement-row.tsx';
import { count, Party, quotedWords, SourceLink, When } from '../parts/words.tsx';
import { directionOf, type StoryView } from '../view.ts';
import { inOrder } from './disputes.tsx';

const SHOWN_SPEAKERS = 6;
const SHOWN_STATEMENTS = 5;
const SHOWN_ENCOUNTERS = 5;
const SHOWN_SERIES = 4;
const SHOWN_LINES = 3;
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
      {record.articles.length > 0 && (
        <div class="opening">
          <Density view={view} entries={record.timeline} />
        </div>
      )}
      <div class={record.articles.length > 0 ? 'two' : 'two opening'}>
        <div>
          {positions.length > 0 && (
            <Section
              id="moves"
              title="How they moved"
              aside={<a href={statePath(view.path, { order: 'newest' })}>all, the newest word first</a>}
            >
              <Moves view={view} matrix={matrix} />
            </Section>
          )}
          <Section
            id="disputes"
            title="In dispute"
            aside={<a href={disputesPath(view.path)}>all {count(disputes.length, 'dispute')}</a>}
          >
            {disputes.length === 0 ? (
              <p class="nothing">nothing found in these articles</p>
            ) : (
              <ol class="items">
                {inOrder(view)
                  .slice(0, SHOWN_DISPUTES)
                  .map((dispute) => (
                    <DisputeItem view={view} dispute={dispute} />
                  ))}
              </ol>
            )}
          </Section>
        </div>
        <div>
          <Section
            id="standing"
            title="State of play"
            aside={<a href={statePath(view.path)}>all {count(matrix.rows.length, 'issue')}, with the words</a>}
          >
            <StandingTable view={view} matrix={matrix} />
          </Section>
          <Section id="checks" title="Check these first" aside="the doubtful entries that most rests on">
            <Checks view={view} matrix={matrix} />
          </Section>
        </div>
      </div>
      <div class="two">
        <div>
          <Section
            id="latest"
            title="Latest statements"
            aside={<a href={statementsPath(view.path)}>all {record.statements.length}</a>}
          >
            <Latest view={view} utterances={groupRepeats(view.latest).slice(0, SHOWN_STATEMENTS)} />
          </Section>
          <Section
            id="encounters"
            title="Calls and meetings"
            aside={<a href={encountersPath(view.path)}>all {record.encounters.length}</a>}
          >
            <Encounters view={view} />
          </Section>
        </div>
        <div>
          <Section
            id="speakers"
            title="Who speaks"
            aside={<a href={actorsPath(view.path)}>all {count(record.actors.length, 'name')}</a>}
          >
            <Speakers view={view} />
          </Section>
          <Section
            id="figures"
            title="Figures"
            aside={<a href={figuresPath(view.path)}>all {record.figures.length}</a>}
          >
            <Figures view={view} />
          </Section>
        </div>
      </div>
    </Frame>
  );
};

const Counts: FC<{ view: StoryView }> = ({ view }) => {
  const { articles, statements, encounters, figures, positions, proposals, disputes } = view.record;
  const families = new Set(articles.map(({ family }) => family)).size;
  const unnamed = statements.filter(({ named }) => !named).length;
  return (
    <p class="dek">
      <a href={articlesPath(view.path)}>{count(articles.length, 'article')}</a>
      {families < articles.length && `, in ${count(families, 'family', 'families')} of versions and copies`}. The record
      holds <a href={statementsPath(view.path)}>{count(statements.length, 'statement')}</a>
      {unnamed > 0 && (
        <>
          , <a href={statementsPath(view.path, { named: 'no' })}>{unnamed} by unnamed sources</a>
        </>
      )}
      , <a href={statePath(view.path)}>{count(positions.length, 'position')}</a>,{' '}
      <a href={proposalsPath(view.path)}>{count(proposals.length, 'proposal')}</a>,{' '}
      <a href={disputesPath(view.path)}>{count(disputes.length, 'dispute')}</a>,{' '}
      <a href={encountersPath(view.path)}>{count(encounters.length, 'call or meeting', 'calls and meetings')}</a> and{' '}
      <a href={figuresPath(view.path)}>{count(figures.length, 'figure')}</a>.
    </p>
  );
};

const Latest: FC<{ view: StoryView; utterances: Utterance[] }> = ({ view, utterances }) => {
  if (utterances.length === 0) return <p class="nothing">nothing found in these articles</p>;
  return (
    <ol class="brief">
      {utterances.map(({ statement, repeats }) => (
        <BriefStatement view={view} statement={statement} repeats={repeats} />
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
    <Table
      class="mini speakers"
      whole
      caption="Speakers, their sides and the number of their statements"
      heads={['Speaker', 'Side', '#Statements']}
    >
      {speakers.slice(0, SHOWN_SPEAKERS).map(([id, statements]) => (
        <SpeakerRow view={view} actor={view.actors.get(id)!} statements={statements} />
      ))}
      {unnamed > 0 && (
        <tr>
          <th scope="row">
            <span class="pty p0 nobody">Unnamed sources</span>
          </th>
          <td class="nothing">not told</td>
          <td class="num">
            <a href={statementsPath(view.path, { named: 'no' })}>
              {unnamed}
              <span class="vh"> by unnamed sources</span>
            </a>
          </td>
        </tr>
      )}
    </Table>
  );
};

const SpeakerRow: FC<{ view: StoryView; actor: Actor; statements: number }> = ({ view, actor, statements }) => (
  <tr>
    <th scope="row">
      <Party view={view} id={actor.id} />
      {actor.roles[0] && <span class="note">{actor.roles[0]}</span>}
    </th>
    <td>
      <SideOf view={view} actor={actor} />
    </td>
    <td class="num">
      <a href={statementsPath(view.path, { speaker: actor.id })}>
        {statements}
        <span class="vh"> by {actor.name}</span>
      </a>
    </td>
  </tr>
);

const Encounters: FC<{ view: StoryView }> = ({ view }) => {
  const latest = logOf(view.record.encounters).reverse().slice(0, SHOWN_ENCOUNTERS);
  if (latest.length === 0) return <p class="nothing">nothing found in these articles</p>;
  return (
    <ol class="items">
      {latest.map(({ encounter }) => (
        <EncounterItem view={view} encounter={encounter} />
      ))}
    </ol>
  );
};

const EncounterItem: FC<{ view: StoryView; encounter: Encounter }> = ({ view, encounter }) => {
  const span = encounter.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  return (
    <li>
      <p class="date">
        <When range={encounter.date} format={{ year: false }} /> <br />
        <a href={encounterPath(view.path, encounter.id)}>{encounterKind(encounter)}</a>
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

/** What is counted most, with who counts how many. */
const Figures: FC<{ view: StoryView }> = ({ view }) => {
  const series = seriesOf(view, {}).slice(0, SHOWN_SERIES);
  if (series.length === 0) return <p class="nothing">nothing found in these articles</p>;
  return (
    <ol class="rows series">
      {series.map(({ id, label, lines }) => (
        <li>
          <h3>
            {id === null ? (
              label
            ) : (
              <a href={figuresPath(view.path, { series: id })}>
                <bdi class="theirs">{label}</bdi>
              </a>
            )}
          </h3>
          <ul>
            {lines.slice(0, SHOWN_LINES).map((line) => (
              <FigureItem view={view} line={line} isAlone={id === null} />
            ))}
          </ul>
          {lines.length > SHOWN_LINES && <p class="note">and {lines.length - SHOWN_LINES} more</p>}
        </li>
      ))}
    </ol>
  );
};

const FigureItem: FC<{ view: StoryView; line: FigureLine; isAlone: boolean }> = ({ view, line, isAlone }) => (
  <li class="fig">
    <p>
      <b>{figureNumber(line.figure)}</b>{' '}
      {isAlone && (
        <>
          <bdi class="theirs">{line.figure.measure}</bdi>,{' '}
        </>
      )}
      <FigureSource view={view} figure={line.figure} />, <When range={line.figure.asOf} format={{ year: false }} />
    </p>
    <p class="note">
      {figureNotes(line).map((words) => `${words} · `)}
      <FigurePlaces view={view} line={line} />
    </p>
  </li>
);
