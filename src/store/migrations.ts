/** The schema, step by step. Steps are only ever added at the end: a database may stand at any of them. */

export interface Migration {
  /** From 1, without gaps. */
  version: number;
  name: string;
  sql: string[];
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'stories and their articles',
    sql: [
      `create table readout.story (
        id text collate "C" primary key,
        name text collate "C" not null unique,
        version integer not null default 0
      )`,
      // source to published_latest repeat what doc holds, for queries; doc, text and text_replaced hold the article.
      // Days are ISO text: they sort as days, and a wrong one cannot keep an article out.
      // json, not jsonb, keeps the order of keys, so that an export repeats byte for byte what was read.
      `create table readout.article (
        story_id text collate "C" not null references readout.story (id) on delete cascade,
        id text collate "C" not null,
        source text not null,
        title text,
        outlet text,
        published_earliest text collate "C",
        published_latest text collate "C",
        family text collate "C" not null,
        text text not null,
        text_replaced json,
        doc json not null,
        reading json not null,
        engine text not null,
        added_at timestamptz not null default now(),
        primary key (story_id, id)
      )`,
      'create index article_family on readout.article (story_id, family)',
      'create index article_published on readout.article (story_id, published_earliest, published_latest)',
    ],
  },
  {
    version: 2,
    name: 'what users change about issues',
    sql: [
      // Numbers are given once and never again, so that undoing twice undoes one.
      `create table readout.issue_edit (
        number integer generated always as identity primary key,
        story_id text collate "C" not null references readout.story (id) on delete cascade,
        edit json not null,
        added_at timestamptz not null default now()
      )`,
      'create index issue_edit_story on readout.issue_edit (story_id, number)',
    ],
  },
  {
    version: 3,
    name: 'prints of texts',
    sql: [
      // Numbers of 32 bits that texts with common sentences share; null in rows of before, and where another version
      // of the program would make others. text_hash has 53 bits: a double holds it, and both drivers give it as one.
      `alter table readout.article add column prints integer[], add column print_version integer,
        add column text_hash double precision`,
      'create index article_prints on readout.article using gin (prints)',
    ],
  },
  {
    version: 4,
    name: 'indexes for what add asks',
    sql: [
      // Without a list of entries to be sorted in later: nobody would (PGlite has no vacuum of its own accord), and with
      // one the planner goes through the story.
      'drop index readout.article_prints',
      'create index article_prints on readout.article using gin (prints) with (fastupdate = off)',
      'alter table readout.story add column articles integer not null default 0',
      `update readout.story s set articles =
        (select count(*) from readout.article a where a.story_id = s.id)`,
      'create index article_engine on readout.article (story_id, engine collate "C")',
      `create index article_undated on readout.article (story_id)
        where published_earliest is null and published_latest is null`,
    ],
  },
];
