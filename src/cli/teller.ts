/** Tells parts of a record in words: names, the words of spans, and where they stand. */
import type { Span, StoryRecord } from '../model/record.ts';
import { wordsOf } from '../model/span.ts';
import type { Styled } from './io.ts';

export interface Teller {
  name: (actor: string) => string;
  names: (actors: string[]) => string;
  /** In one line, parts joined by "…". */
  words: (spans: Span[]) => string;
  /** '[article 12–40]', from the first to the last of the spans. */
  place: (spans: Span[]) => string;
  style: Styled;
}

export function makeTeller(record: StoryRecord, style: Styled): Teller {
  const articles = new Map(record.articles.map((article) => [article.id, article]));
  const known = new Map(record.actors.map((actor) => [actor.id, actor.name]));
  const name = (actor: string): string => known.get(actor) ?? actor;
  return {
    style,
    name,
    names: (actors) => actors.map(name).join(', '),
    words: (spans) => spans.map((span) => squeeze(wordsOf(articles.get(span.article)!.text, span))).join(' … '),
    place: (spans) => style('dim', `[${spans[0]!.article} ${spans[0]!.start}–${spans.at(-1)!.end}]`),
  };
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
