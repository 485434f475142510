/** Stories and articles as statements. Every change is one statement, so that it is whole or absent on any engine. */
import { ReadoutError } from '../model/errors.ts';
import type { Article } from '../model/record.ts';
import type { Engine } from './sql.ts';
import type { Store, StoredArticle, StorySummary, TextPrints } from './store.ts';
import { fromJson, fromKey, fromStorable, toJson, toKey, toStorable } from './unicode.ts';

// Bounds the answer that the engine builds in one piece: about 12 MB at 60 KB an article.
const pageSize = 200;

// What more articles share is a turn of phrase, and tells nothing of versions.
const mostCarriers = 64;

const summaryColumns = 's.id, s.name, s.version, s.articles';

interface ArticleRow {
  id: string;
  text: string;
  replaced: string | null;
  doc: string;
  reading: string;
  engine: string;
  prints: string | null;
  print_version: number | null;
  text_hash: number | null;
}

export class SqlStore implements Store {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async stories(): Promise<StorySummary[]> {
    const rows = await this.#engine.query<StorySummary>(`select ${summaryColumns} from readout.story s`);
    return rows.map(toSummary).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async findStory(nameOrId: string): Promise<StorySummary | null> {
    // A name wins over another story's id; ensureStory lets no such pair arise.
    const [row] = await this.#engine.query<StorySummary>(
      `select ${summaryColumns} from readout.story s where s.name = $1 or s.id = $2
       order by s.name = $1 desc limit 1`,
      [toKey(tidyName(nameOrId)), toKey(nameOrId)],
    );
    return row === undefined ? null : toSummary(row);
  }

  async ensureStory(name: string): Promise<StorySummary> {
    const tidy = tidyName(name);
    if (tidy === '') throw new ReadoutError('bad-option', 'the name of the story is empty', 'give it a name');
    const slug = storySlug(tidy);
    for (let nth = 1; ; nth++) {
      const found = await this.findStory(tidy);
      if (found !== null) return found;
      // Nothing is inserted where another caller was quicker, or where another name has the same slug.
      await this.#engine.query('insert into readout.story (id, name) values ($1, $2) on conflict do nothing', [
        nth === 1 ? slug : `${slug}-${nth}`,
        toKey(tidy),
      ]);
    }
  }

  async addArticle(storyId: string, entry: StoredArticle): Promise<'added' | 'unchanged'> {
    const { article, reading, engine, prints } = entry;
    const { text, replaced } = toStorable(article.text);
    const [answer] = await this.#engine.query<{ added: boolean; known: boolean }>(
      `with added as (
        insert into readout.article (story_id, id, source, title, outlet, published_earliest, published_latest,
          family, text, text_replaced, doc, reading, engine, prints, print_version, text_hash)
        select s.id, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::json,
          $11::json, $12::json, $13::text, $14::integer[], $15::integer, $16::double precision
        from readout.story s where s.id = $1
        on conflict do nothing
        returning story_id
      ), grown as (
        update readout.story set version = version + 1, articles = articles + 1
        where id in (select story_id from added) returning id
      )
      select exists (select from grown) as added, exists (select from readout.story where id = $1) as known`,
      [
        toKey(storyId),
        toKey(article.id),
        toStorable(article.source).text,
        article.title === null ? null : toStorable(article.title).text,
        article.outlet === null ? null : toStorable(article.outlet).text,
        article.published.earliest,
        article.published.latest,
        toKey(article.family),
        text,
        replaced === null ? null : JSON.stringify(replaced),
        // The empty text keeps the key's place among the others.
        toJson({ ...article, text: '' }),
        toJson(reading),
        toKey(engine),
        ...printColumns(prints),
      ],
    );
    if (!answer?.known) throw unknownStory(storyId);
    return answer.added ? 'added' : 'unchanged';
  }

  async replaceReading(storyId: string, articleId: string, reading: unknown, engine: string): Promise<void> {
    await this.#engine.query(
      'update readout.article set reading = $3::json, engine = $4::text where story_id = $1 and id = $2',
      [toKey(storyId), toKey(articleId), toJson(reading), toKey(engine)],
    );
  }

  async keepPrints(storyId: string, articleId: string, prints: TextPrints): Promise<void> {
    await this.#engine.query(
      `update readout.article set prints = $3::integer[], print_version = $4::integer, text_hash = $5::double precision
       where story_id = $1 and id = $2`,
      [toKey(storyId), toKey(articleId), ...printColumns(prints)],
    );
  }

  async sharing(storyId: string, { version, prints, hash }: TextPrints, most: number): Promise<string[]> {
    const rows = await this.#engine.query<{ id: string }>(
      // Print by print, and not by all at once: a turn of phrase, which half of the story has, stops at the first few.
      `select a.id from (
        select near.id, count(*) as shared from unnest($2::integer[]) as asked (print),
          lateral (
            select id, story_id, print_version from readout.article where prints @> array[asked.print] limit ${mostCarriers}
          ) as near
        where near.story_id = $1 and near.print_version = $3::integer
        group by near.id
      ) as found join readout.article a on a.story_id = $1 and a.id = found.id
      order by coalesce(a.text_hash = $4::double precision, false) desc, found.shared desc, a.id
      limit $5::integer`,
      [toKey(storyId), arrayOf(prints), version, hash, most],
    );
    return rows.map(({ id }) => fromKey(id));
  }

  async unsettled(storyId: string, engine: string): Promise<{ articles: number; outdated: number; undated: number }> {
    // Each part by an index of its own, so that the answer costs what it counts.
    const [row] = await this.#engine.query<{ articles: number; outdated: number; undated: number }>(
      `select coalesce((select articles from readout.story where id = $1), 0) as articles,
        (select count(*)::int from readout.article
          where story_id = $1 and (engine collate "C" < $2 or engine collate "C" > $2)) as outdated,
        (select count(*)::int from readout.article
          where story_id = $1 and published_earliest is null and published_latest is null) as undated`,
      [toKey(storyId), toKey(engine)],
    );
    return row!;
  }

  async known(storyId: string, articleIds: string[]): Promise<Set<string>> {
    const rows = await this.#engine.query<{ id: string }>(
      `select id from readout.article where story_id = $1
       and id = any (array(select json_array_elements_text($2::json)))`,
      [toKey(storyId), JSON.stringify(articleIds.map(toKey))],
    );
    return new Set(rows.map((row) => fromKey(row.id)));
  }

  async articleIds(storyId: string): Promise<string[]> {
    const rows = await this.#engine.query<{ id: string }>('select id from readout.article where story_id = $1', [
      toKey(storyId),
    ]);
    return rows.map(({ id }) => fromKey(id));
  }

  async articles<Reading>(storyId: string, ids?: readonly string[]): Promise<StoredArticle<Reading>[]> {
    const entries: StoredArticle<Reading>[] = [];
    if (ids?.length === 0) return entries;
    const wanted = ids === undefined ? null : JSON.stringify(ids.map(toKey));
    await this.#engine.transaction(async (sql) => {
      for (let after: string | null = null, page: ArticleRow[]; ; after = page[page.length - 1]!.id) {
        page = await sql.query<ArticleRow>(
          `select id, text, text_replaced::text as replaced, doc::text as doc, reading::text as reading, engine,
             array_to_json(prints)::text as prints, print_version, text_hash
           from readout.article where story_id = $1 and ($2::text is null or id > $2)
             ${wanted === null ? '' : 'and id = any (array(select json_array_elements_text($3::json)))'}
           order by id limit ${pageSize}`,
          [toKey(storyId), after, ...(wanted === null ? [] : [wanted])],
        );
        for (const row of page) entries.push(toEntry<Reading>(row));
        if (page.length < pageSize) return;
      }
    }, 'snapshot');
    // The database orders by code points, which differs from code units beyond the basic plane.
    return entries.sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
  }

  async issueEdits(storyId: string): Promise<{ number: number; edit: unknown }[]> {
    const rows = await this.#engine.query<{ number: number; edit: string }>(
      'select number, edit::text as edit from readout.issue_edit where story_id = $1 order by number',
      [toKey(storyId)],
    );
    return rows.map(({ number, edit }) => ({ number, edit: fromJson(edit) }));
  }

  async addIssueEdit(storyId: string, edit: unknown): Promise<void> {
    const [answer] = await this.#engine.query<{ added: boolean }>(
      `with grown as (
        update readout.story set version = version + 1 where id = $1 returning id
      ), added as (
        insert into readout.issue_edit (story_id, edit) select id, $2::json from grown returning number
      )
      select exists (select from added) as added`,
      [toKey(storyId), toJson(edit)],
    );
    if (!answer?.added) throw unknownStory(storyId);
  }

  async removeIssueEdit(storyId: string, number: number): Promise<boolean> {
    const [answer] = await this.#engine.query<{ removed: boolean }>(
      `with removed as (
        delete from readout.issue_edit where story_id = $1 and number = $2::int returning story_id
      ), grown as (
        update readout.story set version = version + 1 where id in (select story_id from removed) returning id
      )
      select exists (select from grown) as removed`,
      [toKey(storyId), number],
    );
    return answer!.removed;
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

function unknownStory(storyId: string): ReadoutError {
  return new ReadoutError('unknown-story', `there is no story ${storyId}`, 'see which there are: readout stories');
}

function toSummary(row: StorySummary): StorySummary {
  return { id: row.id, name: fromKey(row.name), articles: row.articles, version: row.version };
}

function toEntry<Reading>(row: ArticleRow): StoredArticle<Reading> {
  const replaced = row.replaced === null ? null : (JSON.parse(row.replaced) as [number, number][]);
  const doc = fromJson(row.doc) as Article;
  return {
    article: { ...doc, text: fromStorable({ text: row.text, replaced }) },
    reading: fromJson(row.reading) as Reading,
    engine: fromKey(row.engine),
    ...(row.prints !== null && {
      prints: { version: row.print_version!, prints: JSON.parse(row.prints) as number[], hash: row.text_hash },
    }),
  };
}

/** Prints, their version and the hash, as parameters. */
function printColumns(prints: TextPrints | undefined): (string | number | null)[] {
  return prints === undefined ? [null, null, null] : [arrayOf(prints.prints), prints.version, prints.hash];
}

/** As Postgres writes an array of numbers. */
const arrayOf = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;

/** A story's name as kept: composed, without outer spaces, one space between words. */
function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** 'Port strike, 2031' to 'port-strike-2031'; 'story' where no letter or digit of ASCII is left. */
function storySlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? ['story'];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
