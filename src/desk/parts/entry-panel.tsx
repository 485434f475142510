/** The opened entry: its words, everything the record says of it, and why it is there. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Encounter, Figure, Statement } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { articlePath, noteId, sentencePath } from '../links.ts';
import { type ArticleView, directionOf, type StoryView } from '../view.ts';
import { entryQuery } from './article-index.tsx';
import { Citation } from './citation.tsx';
import { durationWords, encounterKind, Participants } from './encounter.tsx';
import { figureNumber } from './figure.tsx';
import {
  actVerb,
  channelWords,
  FORM_WORDS,
  Kbd,
  Party,
  quotedWords,
  SourceLink,
  Speaker,
  When,
  wholeSpan,
} from './words.tsx';

interface EntryPanelProps {
  view: StoryView;
  article: ArticleView;
  entryId: string;
  describeRule?(rule: string): string[];
  readsSentences: boolean;
}

export const EntryPanel: FC<EntryPanelProps> = (props) => {
  const { view, article, entryId, readsSentences } = props;
  const { id } = article.article;
  const statement = view.statements.get(entryId);
  const other = article.others.find(({ entry }) => entry.id === entryId);
  const words = statement?.content ?? other?.entry.evidence ?? [];
  const first = words.find((span) => span.article === id);
  return (
    <section class="panel" id="entry" aria-labelledby="entry-title" data-entry={entryId} tabindex={-1}>
      {statement && <StatementEntry {...props} statement={statement} />}
      {other?.kind === 'encounter' && <EncounterEntry {...props} encounter={other.entry} />}
      {other?.kind === 'figure' && <FigureEntry {...props} figure={other.entry} />}
      <div class="acts noprint">
        {readsSentences && first && <a href={sentencePath(view.path, id, first.start)}>How was this read?</a>}
        {statement && <Citation view={view} statement={statement} />}
        <a class="close" href={articlePath(view.path, id)} data-close>
          Close
        </a>
      </div>
      <p class="note keys noprint">
        <Kbd keys={['[', ']']} />
        step, <Kbd keys={['e']} />
        the words, <Kbd keys={['Esc']} />
        close
      </p>
    </section>
  );
};

const StatementEntry: FC<EntryPanelProps & { statement: Statement }> = (props) => {
  const { view, article, statement } = props;
  const { text } = article.article;
  const number = article.statements.indexOf(statement) + 1;
  const span = wholeSpan(statement);
  const channel = channelWords(statement);
  return (
    <>
      <p class="label acc">
        Statement {number} of {article.statements.length}
      </p>
      <h2 id="entry-title">
        <Speaker view={view} statement={statement} /> {actVerb(statement.act)}
      </h2>
      <blockquote dir={directionOf(article.article)}>
        <mark>{quotedWords(text, statement.content)}</mark>
      </blockquote>
      <dl class="facts">
        <Fact name="Source">
          {statement.source ? (
            <>
              <q>{wordsOf(text, statement.source)}</q>
              {statement.speaker !== null && (
                <>
                  , taken as <Party view={view} id={statement.speaker} />
                </>
              )}
              {statement.speaker === null && (
                <span class="note">{statement.named ? 'who is not known' : 'unnamed'}</span>
              )}
            </>
          ) : (
            <Untold />
          )}
        </Fact>
        <Fact name="Reported by">{statement.cue ? <q>{wordsOf(text, statement.cue)}</q> : <Untold />}</Fact>
        <Fact name="Form">{FORM_WORDS[statement.form]}</Fact>
        <Fact name="Act">{statement.act}</Fact>
        {statement.addressees.length > 0 && (
          <Fact name="Said to">
            {statement.addressees.map((id, i) => (
              <>
                {i > 0 && ', '}
                <Party view={view} id={id} />
              </>
            ))}
          </Fact>
        )}
        <Fact name="Said">
          <When range={statement.said} />
        </Fact>
        <Fact name="Channel">{channel ?? <Untold here />}</Fact>
        {statement.terms && (
          <Fact name="Terms">
            {statement.terms.kind} <q class="note">{wordsOf(text, statement.terms.evidence)}</q>
          </Fact>
        )}
        <Nesting view={view} article={article} statement={statement} />
        <Fact name="Where">
          characters {span.start} to {span.end} of{' '}
          <a href={`#${noteId(article.article.id, statement.id)}`} data-words>
            {article.short}
          </a>
        </Fact>
      </dl>
      <Why rule={statement.rule} confidence={statement.confidence} describeRule={props.describeRule} />
    </>
  );
};

const Nesting: FC<{ view: StoryView; article: ArticleView; statement: Statement }> = (props) => {
  const { view, article, statement } = props;
  const outer = statement.within === null ? undefined : view.statements.get(statement.within);
  const inner = article.statements.filter(({ within }) => within === statement.id);
  return (
    <>
      {outer && (
        <Fact name="Told inside">
          <StatementLink view={view} article={article} statement={outer} />
        </Fact>
      )}
      {inner.length > 0 && (
        <Fact name="Inside it">
          {inner.map((statement) => (
            <div>
              <StatementLink view={view} article={article} statement={statement} />
            </div>
          ))}
        </Fact>
      )}
    </>
  );
};

const StatementLink: FC<{ view: StoryView; article: ArticleView; statement: Statement }> = (props) => {
  const { view, article, statement } = props;
  return (
    <>
      <a href={entryQuery(article.article.id, statement.id)} data-open={statement.id}>
        {article.statements.indexOf(statement) + 1}
      </a>
      : <Speaker view={view} statement={statement} /> {actVerb(statement.act)}
    </>
  );
};

const EncounterEntry: FC<EntryPanelProps & { encounter: Encounter }> = ({ view, article, encounter, describeRule }) => (
  <>
    <p class="label acc">{encounterKind(encounter)}</p>
    <h2 id="entry-title">
      <Participants view={view} encounter={encounter} />
    </h2>
    <Evidence article={article} spans={encounter.evidence} />
    <dl class="facts">
      <Fact name="When">
        <When range={encounter.date} />
      </Fact>
      <Fact name="How long">{encounter.duration === null ? <Untold /> : durationWords(encounter.duration)}</Fact>
      <Fact name="Where held">{encounter.place ?? <Untold />}</Fact>
      {encounter.topics.length > 0 && <Fact name="On">{encounter.topics.join(', ')}</Fact>}
      <Fact name="Words">
        <SourceLink view={view} article={article} span={encounter.evidence[0]!} />
      </Fact>
    </dl>
    <Why rule={encounter.rule} confidence={encounter.confidence} describeRule={describeRule} />
  </>
);

const FigureEntry: FC<EntryPanelProps & { figure: Figure }> = ({ view, article, figure, describeRule }) => (
  <>
    <p class="label acc">Figure</p>
    <h2 id="entry-title">
      {figureNumber(figure)} <span dir={directionOf(article.article)}>{figure.measure}</span>
    </h2>
    <Evidence article={article} spans={figure.evidence} />
    <dl class="facts">
      <Fact name="By whom">{figure.source === null ? <Untold /> : <Party view={view} id={figure.source} />}</Fact>
      <Fact name="As of">
        <When range={figure.asOf} />
      </Fact>
      <Fact name="Words">
        <SourceLink view={view} article={article} span={figure.evidence[0]!} />
      </Fact>
    </dl>
    <Why rule={figure.rule} confidence={figure.confidence} describeRule={describeRule} />
  </>
);

const Evidence: FC<{ article: ArticleView; spans: Encounter['evidence'] }> = ({ article, spans }) => (
  <blockquote dir={directionOf(article.article)}>
    <mark>
      {quotedWords(
        article.article.text,
        spans.filter((span) => span.article === article.article.id),
      )}
    </mark>
  </blockquote>
);

const Why: FC<{ rule?: string; confidence?: number; describeRule?(rule: string): string[] }> = (props) => {
  const { rule, confidence, describeRule } = props;
  if (rule === undefined) return null;
  return (
    <>
      <h3 class="label">Why is this here</h3>
      <ol class="why">
        {(describeRule?.(rule) ?? []).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ol>
      <p class="note">
        Rule <code>{rule}</code>.
        {confidence !== undefined && ` The model that found it gives it ${Math.round(confidence * 100)} in 100.`}
      </p>
    </>
  );
};

const Fact: FC<PropsWithChildren<{ name: string }>> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Untold: FC<{ here?: boolean }> = ({ here }) => <span class="nothing">{here ? 'not told here' : 'not told'}</span>;
