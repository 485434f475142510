/**
 * What one article says, by local evidence alone. In place of ids stand indexes into the same Reading; all ranges
 * are offsets into the article's text.
 */
import type { Actor, DateRange, Encounter, Figure, Statement } from '../model/record.ts';

export interface Range {
  start: number;
  end: number;
}

/** Someone or something named in the article, all mentions together. */
export interface Entity {
  /** The fullest form in the article, without title. */
  name: string;
  kind: Actor['kind'];
  roles: string[];
  /** Name of the country that a title tells ("Norlandish minister"), or null. */
  side: string | null;
  aliases: string[];
  mentions: Range[];
}

export interface LocalStatement {
  source: Range | null;
  /** Index into `entities`. */
  speaker: number | null;
  named: boolean;
  cue: Range | null;
  content: Range[];
  form: Statement['form'];
  act: Statement['act'];
  said: DateRange;
  channel: Statement['channel'];
  addressees: number[];
  /** Index into `statements`. */
  within: number | null;
  rule: string;
  /** 0 to 1. */
  confidence: number;
}

export interface LocalEncounter {
  kind: Encounter['kind'];
  planned: boolean;
  participants: number[];
  date: DateRange;
  duration: number | null;
  place: string | null;
  topics: string[];
  evidence: Range[];
  rule: string;
}

export interface LocalFigure {
  value: number;
  bound: Figure['bound'];
  unit: string | null;
  measure: string;
  /** Index into `entities`. */
  source: number | null;
  evidence: Range[];
  rule: string;
}

export interface Reading {
  /** The article's id. */
  article: string;
  entities: Entity[];
  statements: LocalStatement[];
  encounters: LocalEncounter[];
  figures: LocalFigure[];
}
