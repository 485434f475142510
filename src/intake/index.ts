/**
 * Intake: bytes to an Article. In: paths, folders, URLs or a text, and what the user knows of them. Out: Articles
 * whose text has stable offsets, with title, outlet, authors, date and the lines that are not the story.
 * Example: a file that begins "(Northwire) — Talks resumed on Monday." gives the outlet "Northwire" and one
 * boilerplate span over the dateline.
 *
 * It must not know grammar, actors or the database.
 */
export { MAX_TEXT, makeArticle, type RawArticle } from './article.ts';
export { slugify } from './article-id.ts';
export { decodeText } from './decode.ts';
export { type Intake, type IntakeOptions, takeIn } from './files.ts';
export { type GivenMeta, type MetaTable, parseGivenDate, readMeta } from './meta/read-meta.ts';
