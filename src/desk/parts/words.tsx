/** Small parts that every page uses: who, when, where the words stand, the words themselves. */
import type { FC } from 'hono/jsx';
import type { Article, DateRange, Span, Statement } from '../../model/record.ts';
import { wordsOf } from '../../model/span.ts';
import { type DateFormat, formatDateRange } from '../dates.ts';
import { actorPath, entryPath, statementRange, wordsPath } from '../links.ts';
import { type ArticleView, directionOf, type StoryView } from '../view.ts';

/** A range in words; a single day is also told to machines. */
export const When: FC<{ range: DateRange; format?: DateFormat }> = ({ range, format }) => {
  const words = formatDateRange(range, format);
  if (words === 'not told') return <span class="nothing">not told</span>;
  const day = range.latest ?? range.earliest;
  return range.earliest === null || range.earliest === range.latest ? (
    <time datetime={day!}>{words}</time>
  ) : (
    <span class="nb">{words}</span>
  );
};

/** An actor's name after the mark of its party, as a link to the actor; `plain` inside another link. */
export const Party: FC<{ view: StoryView; id: string; plain?: boolean }> = ({ view, id, plain }) => {
  const name = <bdi>{view.nameOf(id)}</bdi>;
  return <span class={`pty p${view.slotOf(id)}`}>{plain ? name : <a href={actorPath(view.path, id)}>{name}</a>}</span>;
};

/** Who made a statement, as far as the text tells. */
export const Speaker: FC<{ view: StoryView; statement: Statement; plain?: boolean }> = ({ view, statement, plain }) => {
  if (statement.speaker !== null) return <Party view={view} id={statement.speaker} plain={plain} />;
  return (
    <span class="pty p0 nobody">
      <bdi>{speakerWords(view, statement)}</bdi>
    </span>
  );
};

/** The speaker in plain words: the name, "Unnamed senior official", "“he”, who is not known", "source not told". */
export function speakerWords(view: StoryView, statement: Statement): string {
  if (statement.speaker !== null) return view.nameOf(statement.speaker);
  if (!statement.source) return 'Source not told';
  const source = wordsOf(view.articleById.get(statement.article)!.article.text, statement.source).trim();
  if (statement.named || /^(he|she|they|it|we|i)$/i.test(source)) return `“${source}”, who is not known`;
  return `Unnamed ${source.replace(/^(an?|the|one|some)\s+/i, '')}`;
}

/** What was done by saying it: "says", "denies". */
export function actVerb(act: Statement['act']): string {
  if (act === 'deny') return 'denies';
  return /(ch|sh|s|x|z|ss)$/.test(act) ? `${act}es` : `${act}s`;
}

export const FORM_WORDS: Record<Statement['form'], string> = {
  direct: 'direct: only quoted words',
  mixed: 'mixed: some of these words are quoted',
  indirect: 'indirect: none of these words are quoted',
};

/** How it was said: "post, X"; null where the text does not tell. */
export function channelWords({ channel }: Statement): string | null {
  return channel && [channel.kind, channel.name].filter(Boolean).join(', ');
}

/** The words of an entry, the parts of an interrupted one joined by dots. */
export function quotedWords(text: string, spans: Span[]): string {
  return spans.map((span) => wordsOf(text, span).replace(/\s+/g, ' ')).join(' … ');
}

/** Where the words stand: outlet, day and version, then file and offsets; links to those characters. */
export const SourceLink: FC<{ view: StoryView; article: ArticleView; span: Span; entry?: string }> = (props) => {
  const { view, article, span, entry } = props;
  const href = entry ? entryPath(view.path, article.article.id, entry) : wordsPath(view.path, span);
  return (
    <span class="src">
      <a href={href}>
        <bdi>{article.label}</bdi>
      </a>{' '}
      <span class="off">
        <bdi>{article.short}</bdi>{' '}
        <span class="nb">
          {span.start}–{span.end}
        </span>
      </span>
    </span>
  );
};

/** Further places that hold the same words: "; also Coast Wire, 6 May, second version". */
export const Also: FC<{ view: StoryView; spans: Span[] }> = ({ view, spans }) => (
  <>
    {spans.map((span, i) => (
      <span class="src">
        {i === 0 ? '; also ' : ', '}
        <a href={wordsPath(view.path, span)}>
          <bdi>{view.articleById.get(span.article)!.label}</bdi>
        </a>
      </span>
    ))}
  </>
);

/** The span from the first to the last word of a statement. */
export function wholeSpan(statement: Statement): Span {
  return { article: statement.article, ...statementRange(statement) };
}

const BEFORE = 160;
const AFTER = 120;

/** The words of an entry washed, between what stands around them in their paragraph. */
export const InContext: FC<{ article: Article; spans: Span[] }> = ({ article, spans }) => {
  const { text } = article;
  const first = spans[0]!.start;
  const last = spans.at(-1)!.end;
  const before = contextBefore(text, first);
  const after = contextAfter(text, last);
  return (
    <blockquote dir={directionOf(article)}>
      {before && <span class="ctx">{before}</span>}
      {spans.map((span, i) => (
        <>
          {i > 0 && <span class="ctx">{text.slice(spans[i - 1]!.end, span.start)}</span>}
          <mark>{wordsOf(text, span)}</mark>
        </>
      ))}
      {after && <span class="ctx">{after}</span>}
    </blockquote>
  );
};

function contextBefore(text: string, start: number): string {
  const from = Math.max(0, start - BEFORE);
  const piece = text.slice(from, start);
  const line = piece.lastIndexOf('\n');
  if (line !== -1) return piece.slice(line + 1).trimStart();
  if (from === 0) return piece;
  const space = piece.indexOf(' ');
  return space === -1 ? '… ' : `… ${piece.slice(space + 1)}`;
}

function contextAfter(text: string, end: number): string {
  const piece = text.slice(end, end + AFTER);
  const line = piece.search(/[\r\n]/);
  if (line !== -1) return piece.slice(0, line).trimEnd();
  if (end + AFTER >= text.length) return piece;
  const space = piece.lastIndexOf(' ');
  return space === -1 ? ' …' : `${piece.slice(0, space)} …`;
}

export const Kbd: FC<{ keys: string[] }> = ({ keys }) => (
  <>
    {keys.map((key) => (
      <>
        <kbd>{key}</kbd>{' '}
      </>
    ))}
  </>
);

/** "1 statement", "2 statements". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** With its first letter large. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
