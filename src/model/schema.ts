/** The contract at run time: what a StoryRecord from outside (a file, a database) must satisfy. */
import { z } from 'zod';
import type { Statement, StoryRecord } from './record.ts';

/** What can be done by saying something, in the order in which it is shown. */
export const ACTS = [
  'say',
  'claim',
  'ask',
  'promise',
  'demand',
  'agree',
  'reject',
  'deny',
  'warn',
  'praise',
  'criticize',
  'believe',
  'intend',
  'decline',
] as const satisfies readonly Statement['act'][];

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const span = z
  .object({ article: z.string(), start: z.int().nonnegative(), end: z.int().positive() })
  .refine((s) => s.start < s.end, 'a span must not be empty');
const spans = z.array(span);
const dateRange = z.object({ earliest: isoDate.nullable(), latest: isoDate.nullable() });
const orderedRange = dateRange.refine(
  (r) => r.earliest === null || r.latest === null || r.earliest <= r.latest,
  'earliest must not be after latest',
);
const traced = { rule: z.string().optional(), confidence: z.number().min(0).max(1).optional() };

const article = z.object({
  id: z.string().min(1),
  source: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  authors: z.array(z.string()),
  published: dateRange.extend({ basis: z.enum(['given', 'metadata', 'text', 'unknown']), evidence: spans }),
  language: z.string(),
  text: z.string(),
  boilerplate: spans,
  family: z.string(),
  read: z.string().optional(),
});

const actor = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['person', 'organization', 'government', 'group', 'place']),
  roles: z.array(z.string()),
  side: z.string().nullable(),
  sideEvidence: spans.optional(),
  party: z.object({ role: z.enum(['negotiates', 'mediates', 'guarantees']).nullable(), evidence: spans }).optional(),
  within: z.string().optional(),
  rolesOver: z.array(z.object({ role: z.string(), seen: orderedRange, evidence: spans })).optional(),
  aliases: z.array(z.string()),
  mentions: spans,
  ...traced,
});

const statement = z.object({
  id: z.string().min(1),
  article: z.string(),
  source: span.nullable(),
  speaker: z.string().nullable(),
  speakers: z.array(z.string()).optional(),
  named: z.boolean(),
  cue: span.nullable(),
  content: spans.min(1),
  form: z.enum(['direct', 'indirect', 'mixed']),
  act: z.enum(ACTS),
  addressees: z.array(z.string()),
  channel: z
    .object({
      kind: z.enum([
        'post',
        'statement',
        'briefing',
        'interview',
        'speech',
        'call',
        'letter',
        'report',
        'document',
        'other',
      ]),
      name: z.string().nullable(),
    })
    .nullable(),
  said: orderedRange,
  within: z.string().nullable(),
  terms: z
    .object({
      kind: z.enum(['on the record', 'on background', 'on deep background', 'off the record', 'anonymous']),
      evidence: span,
    })
    .nullish(),
  runnerUp: z.object({ source: span.nullable(), cue: span, confidence: z.number().min(0).max(1) }).optional(),
  family: z.string().optional(),
  first: z.literal(true).optional(),
  ...traced,
});

const encounter = z.object({
  id: z.string().min(1),
  planned: z.boolean().optional(),
  status: z.enum(['held', 'planned', 'cancelled', 'postponed']).optional(),
  accounts: z
    .array(z.object({ teller: z.string().nullable(), article: z.string(), evidence: spans.min(1) }))
    .optional(),
  kind: z.enum(['call', 'meeting', 'visit', 'talks']),
  participants: z.array(z.string()),
  date: orderedRange,
  duration: z.number().positive().nullable(),
  place: z.string().nullable(),
  topics: z.array(z.string()),
  shares: z.array(z.object({ topic: z.string(), share: z.string() })).optional(),
  claims: z
    .array(
      z.object({
        kind: z.enum(['first since', 'ordinal']),
        ordinal: z.number().int().positive(),
        since: orderedRange.nullable(),
        holds: z.enum(['confirmed', 'contradicted', 'open']),
        against: z.array(z.string()),
        evidence: spans.min(1),
      }),
    )
    .optional(),
  evidence: spans.min(1),
  ...traced,
});

const figure = z.object({
  id: z.string().min(1),
  value: z.number(),
  bound: z.enum(['exactly', 'about', 'at least', 'at most', 'nearly']),
  unit: z.string().nullable(),
  measure: z.string(),
  source: z.string().nullable(),
  asOf: orderedRange,
  range: z.object({ low: z.number(), high: z.number() }).optional(),
  change: z
    .object({ direction: z.enum(['up', 'down']), is: z.enum(['amount', 'level']), from: z.number().nullable() })
    .optional(),
  mood: z.enum(['wanted', 'expected']).optional(),
  partOf: z.string().optional(),
  series: z.string().optional(),
  evidence: spans.min(1),
  ...traced,
});

const issue = z.object({ id: z.string().min(1), label: z.string().min(1), terms: z.array(z.string()) });

const position = z.object({
  id: z.string().min(1),
  holder: z.string(),
  issue: z.string(),
  stance: z.enum(['demands', 'offers', 'accepts', 'supports', 'opposes', 'rejects', 'undecided']),
  proposition: z.string(),
  date: orderedRange,
  statement: z.string().nullable(),
  change: z.enum(['new', 'restated', 'hardened', 'softened', 'reversed']).nullish(),
  basis: z.enum(['own words', 'spokesperson', 'narration', 'opponent', 'unnamed official']).optional(),
  conditions: z.array(z.object({ text: z.string(), evidence: spans.min(1) })).optional(),
  redLine: z.boolean().optional(),
  within: z.string().nullish(),
  evidence: spans.min(1),
  ...traced,
});

const proposal = z.object({
  id: z.string().min(1),
  name: z.string(),
  authors: z.array(z.string()),
  date: orderedRange,
  terms: z.array(
    z.object({
      text: z.string(),
      phase: z.number().nullable(),
      duration: z.string().optional(),
      amounts: z.array(z.string()).optional(),
      deadline: z.string().optional(),
      exchange: z.boolean().optional(),
      evidence: spans.min(1),
    }),
  ),
  responses: z.array(
    z.object({
      actor: z.string(),
      answer: z.enum(['accepted', 'rejected', 'countered', 'pending']),
      date: orderedRange,
      evidence: spans.min(1),
    }),
  ),
  status: z.enum(['open', 'accepted', 'rejected', 'countered']).optional(),
  counterTo: z.string().optional(),
  evidence: spans.min(1),
  ...traced,
});

const dispute = z.object({
  id: z.string().min(1),
  kind: z.enum(['denial', 'contradiction', 'figures']),
  issue: z.string().nullable(),
  sides: z.array(z.object({ actor: z.string().nullable(), claim: z.string(), evidence: spans.min(1) })).min(2),
  reported: z.boolean(),
  self: z.boolean().optional(),
  settled: z.object({ by: span }).nullish(),
  evidence: spans.min(1),
  ...traced,
});

const effect = z.object({
  gone: z.array(z.string()),
  came: z.array(z.string()),
  changed: z.array(z.object({ before: z.string(), after: z.string() })),
});

const revision = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['revision', 'copy']),
  added: spans,
  removed: spans,
  changed: z.array(
    z.object({
      before: span,
      after: span,
      touches: z.array(z.enum(['wording', 'attribution', 'quote', 'figure', 'position', 'boilerplate'])).optional(),
    }),
  ),
  moved: z.array(z.object({ before: span, after: span })).optional(),
  disclosed: span.nullish(),
  order: z.object({ basis: z.enum(['published', 'notice', 'address', 'credit', 'name']), evidence: spans }).optional(),
  effects: z.object({ statements: effect, figures: effect, positions: effect }).optional(),
  ...traced,
});

const timelineEntry = z.object({
  date: orderedRange,
  kind: z.enum(['encounter', 'statement', 'proposal', 'figure', 'event']),
  text: z.string(),
  ref: z.string().nullable(),
  evidence: spans.min(1),
});

/** The shape of a StoryRecord. Whether its parts fit together is `checkRecord`'s question. */
export const storyRecordSchema: z.ZodType<StoryRecord> = z.object({
  articles: z.array(article),
  actors: z.array(actor),
  statements: z.array(statement),
  encounters: z.array(encounter),
  figures: z.array(figure),
  issues: z.array(issue),
  positions: z.array(position),
  proposals: z.array(proposal),
  disputes: z.array(dispute),
  revisions: z.array(revision),
  timeline: z.array(timelineEntry),
});
