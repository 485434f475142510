/** Figures by series: a chart by source with bounds, the table beside it, parts under their wholes; never summed. */
import type { FC } from 'hono/jsx';
import type { Figure } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { type FigureFilter, type SeriesView, seriesOf } from '../figures.ts';
import { figuresPath } from '../links.ts';
import { AsOfField, AsOfWords } from '../parts/as-of-field.tsx';
import { Choice } from '../parts/choice.tsx';
import { figureNumber } from '../parts/encounter.tsx';
import { FigureChart } from '../parts/figure-chart.tsx';
import { Frame } from '../parts/frame.tsx';
import { count, Party, SourceLink, When } from '../parts/words.tsx';
import type { StoryView } from '../view.ts';

interface FiguresPageProps {
  view: StoryView;
  filter: FigureFilter;
  assets: string;
}

export const FiguresPage: FC<FiguresPageProps> = ({ view, filter, assets }) => {
  const all = view.record.figures.length;
  const found = seriesOf(view, filter);
  const shown = found.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    <Frame title={`Figures · ${view.name} · Readout`} assets={assets} view={view} room="figures">
      <header class="head">
        <p class="crumb note">
          {shown < all ? `${shown} of ${count(all, 'figure')}` : count(all, 'figure')}
          <AsOfWords view={view} />
        </p>
        <div>
          <h1>Figures</h1>
          <p class="dek">
            The number, what is counted, by whom and as of when. Figures of one thing stand side by side; they are never
            added or averaged.
          </p>
        </div>
      </header>
      <FilterSentence view={view} filter={filter} />
      {found.length === 0 ? (
        <section class="opening none" aria-labelledby="none">
          <h2 id="none" class="nothing">
            Nothing found
          </h2>
          <p class="plain">
            Searched: figures{filter.source && ` by ${view.actors.get(filter.source)?.name ?? filter.source}`}, in{' '}
            {count(view.articles.length, 'article')}. It does not mean that nothing was counted.
          </p>
        </section>
      ) : (
        found.map((series, i) => <Series view={view} series={series} n={i} />)
      )}
    </Frame>
  );
};

const FilterSentence: FC<{ view: StoryView; filter: FigureFilter }> = ({ view, filter }) => {
  const series = seriesOf(view, {}).flatMap(({ id, label }): [string, string][] => (id === null ? [] : [[id, label]]));
  const sources = [...new Set(view.record.figures.flatMap(({ source }) => (source === null ? [] : [source])))];
  return (
    <form class="ask small" action={figuresPath(view.id)}>
      <fieldset>
        <legend class="vh">Which figures</legend>
        Show <Choice name="series" label="Series" value={filter.series} none="every figure" options={series} /> by{' '}
        <Choice
          name="source"
          label="Source"
          value={filter.source}
          none="any source"
          options={sources.map((id) => [id, view.actors.get(id)?.name ?? id])}
        />
        , as of <AsOfField view={view} />.{' '}
        <button class="go" type="submit">
          Show
        </button>
      </fieldset>
    </form>
  );
};

const Series: FC<{ view: StoryView; series: SeriesView; n: number }> = ({ view, series, n }) => {
  const { id, label, figures } = series;
  const charted = id !== null && figures.length > 1;
  return (
    <section class="series" aria-labelledby={`series-${n}`}>
      <div class="sech">
        <h2 id={`series-${n}`}>
          <bdi>{label}</bdi>
        </h2>
        <p class="note">{count(figures.length, 'figure')}</p>
      </div>
      <div class={charted ? 'figs' : undefined}>
        {charted && (
          <figure>
            <FigureChart view={view} figures={figures} label={label} />
            <figcaption class="note">
              Mark: the number as worded. Dotted to the right: at least. Dotted from the left: at most, or nearly. Bar:
              between the two.
            </figcaption>
          </figure>
        )}
        <table class="stack figures">
          <caption class="vh">{label}, as a table</caption>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">What is counted, and the words</th>
              <th scope="col">By whom</th>
              <th scope="col">As of</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <Line view={view} figure={figure} figures={figures} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const MOODS = { wanted: 'demanded or offered, not a fact', expected: 'expected, not yet a fact' } as const;

const Line: FC<{ view: StoryView; figure: Figure; figures: Figure[] }> = ({ view, figure, figures }) => {
  const span = figure.evidence[0]!;
  const article = view.articleById.get(span.article)!;
  const whole = figures.find(({ id }) => id === figure.partOf);
  const { range, change, mood } = figure;
  return (
    <tr class={whole ? 'part' : undefined}>
      <th scope="row">
        {range ? `${range.low.toLocaleString('en-GB')} to ${range.high.toLocaleString('en-GB')}` : figureNumber(figure)}
      </th>
      <td data-h="Counted">
        <bdi>{figure.measure}</bdi>
        {whole && <span class="note line">a part of the {figureNumber(whole)}</span>}
        {mood && <span class="note line">{MOODS[mood]}</span>}
        {change && (
          <span class="note line">
            {change.direction} {change.is === 'amount' ? 'by this' : 'to this'}
            {change.from !== null && `, from ${change.from.toLocaleString('en-GB')}`}
          </span>
        )}
        <span class="line">
          <q>{wordsOf(article.article.text, span)}</q>{' '}
          <SourceLink view={view} article={article} span={span} entry={figure.id} />
        </span>
      </td>
      <td data-h="By whom">
        {figure.source === null ? (
          <span class="nothing">source not told</span>
        ) : (
          <Party view={view} id={figure.source} link />
        )}
      </td>
      <td data-h="As of">
        <When range={figure.asOf} />
      </td>
    </tr>
  );
};
