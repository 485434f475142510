/** Figures by series: a chart by source with bounds, the table beside it, parts under their wholes; never summed. */
import type { FC } from 'hono/jsx';
import { wordsOf } from '../../model/span.ts';
import { type FigureFilter, type FigureLine, type SeriesView, seriesOf } from '../figures.ts';
import { figuresPath } from '../links.ts';
import { Choice } from '../parts/choice.tsx';
import { FigurePlaces, FigureSource, figureNotes, figureNumber } from '../parts/figure.tsx';
import { FigureChart } from '../parts/figure-chart.tsx';
import { Ask, NothingFound, RoomPage, Section, Table } from '../parts/room.tsx';
import { count, When } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

interface FiguresPageProps {
  view: StoryView;
  filter: FigureFilter;
  assets: string;
}

export const FiguresPage: FC<FiguresPageProps> = ({ view, filter, assets }) => {
  const linesIn = (found: SeriesView[]): number => found.reduce((sum, { lines }) => sum + lines.length, 0);
  const whole = seriesOf(view, {});
  const found = seriesOf(view, filter);
  const [shown, all] = [linesIn(found), linesIn(whole)];
  return (
    <RoomPage
      view={view}
      assets={assets}
      room="figures"
      title="Figures"
      crumb={shown < all ? `${shown} of ${count(all, 'figure')}` : count(all, 'figure')}
      dek="The number, what is counted, by whom and as of when. Figures of one thing stand together; they are never added or averaged."
    >
      <Ask action={figuresPath(view.path)} legend="Which figures">
        Show{' '}
        <Choice
          name="series"
          label="Series"
          value={filter.series}
          none="every figure"
          options={whole.flatMap(({ id, label }): [string, string][] => (id === null ? [] : [[id, label]]))}
        />{' '}
        by <Choice name="source" label="Source" value={filter.source} none="any source" options={sourcesOf(view)} />.
      </Ask>
      {found.length === 0 ? (
        <NothingFound>
          Searched: figures{filter.source && ` by ${view.nameOf(filter.source)}`}, in{' '}
          {count(view.articles.length, 'article')}. It does not mean that nothing was counted.
        </NothingFound>
      ) : (
        <>
          {found.map((series, i) => (
            <Series view={view} series={series} n={i} />
          ))}
          <p class="note legend">
            In the charts: a mark is the number as worded; dotted to the right, at least; dotted from the left, at most
            or nearly; a bar, between the two. “source not told”: the reporter gives it without saying whose it is.
          </p>
        </>
      )}
    </RoomPage>
  );
};

function sourcesOf(view: StoryView): [string, string][] {
  const sources = [...new Set(view.record.figures.flatMap(({ source }) => source ?? []))];
  return sources.map((id): [string, string] => [id, view.nameOf(id)]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
}

const Series: FC<{ view: StoryView; series: SeriesView; n: number }> = ({ view, series, n }) => {
  const { id, label, lines } = series;
  const charted = id !== null && lines.length > 1;
  return (
    <Section id={`series-${n}`} class="series" title={<bdi>{label}</bdi>} aside={count(lines.length, 'figure')}>
      <div class={charted ? 'figs' : undefined}>
        {charted && <FigureChart view={view} figures={lines.map(({ figure }) => figure)} label={label} />}
        <Table
          class="figures"
          caption={`${label}, as a table`}
          heads={['Number', 'What is counted, and the words', 'By whom', 'As of']}
        >
          {lines.map((line) => (
            <Line view={view} line={line} />
          ))}
        </Table>
      </div>
    </Section>
  );
};

const Line: FC<{ view: StoryView; line: FigureLine }> = ({ view, line }) => {
  const { figure, whole } = line;
  const span = figure.evidence[0]!;
  return (
    <tr class={whole ? 'part' : undefined}>
      <th scope="row">{figureNumber(figure)}</th>
      <td data-h="Counted">
        <bdi class="theirs">{figure.measure}</bdi>
        {figureNotes(line).map((words) => (
          <span class="note line">{words}</span>
        ))}
        <span class="line">
          <q>{wordsOf(view.articleById.get(span.article)!.article.text, span)}</q>{' '}
          <FigurePlaces view={view} line={line} />
        </span>
      </td>
      <td data-h="By whom">
        <FigureSource view={view} figure={figure} />
      </td>
      <td data-h="As of">
        <When range={figure.asOf} />
      </td>
    </tr>
  );
};
