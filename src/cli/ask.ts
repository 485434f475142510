/** Commands that ask a record: who said what, what happened when, who stands where, what is in dispute. */
import type { Command } from 'commander';
import { dayOption } from '../app/as-of.ts';
import { makeBrief, toHtml, toMarkdown } from '../app/brief/index.ts';
import { findQuotes } from '../app/quotes.ts';
import { ReadoutError } from '../model/errors.ts';
import { ACTS } from '../model/schema.ts';
import { type Io, styler, write } from './io.ts';
import { tellDates, tellDisputes, tellPositions, tellQuotes, tellTimeline } from './lines.ts';
import { type Asked, askRecord, type RecordFlags, withRecordOptions } from './record-source.ts';
import { makeTeller, type Teller } from './teller.ts';

interface QuoteFlags extends RecordFlags {
  speaker?: string;
  about?: string;
  since?: string;
  until?: string;
  act?: string;
  form?: string;
  unnamed?: boolean;
}

const KINDS = ['encounter', 'statement', 'proposal', 'figure', 'event'];
const FORMS = ['direct', 'indirect', 'mixed'];

export function addAskCommands(program: Command, io: Io, exit: (code: number) => void): void {
  withRecordOptions(program.command('quotes'))
    .description('print who said what, an utterance told several times once')
    .option('--speaker <words>', 'part of a name, a role, or of the words for a source without a name')
    .option('--about <words>', 'words that all stand in what was said')
    .option('--since <day>', 'said on that day or later (YYYY-MM-DD)')
    .option('--until <day>', 'said on that day or before')
    .option('--act <act>', ACTS.join(', '))
    .option('--form <form>', FORMS.join(', '))
    .option('--unnamed', 'only sources without a name')
    .action(async (paths: string[], flags: QuoteFlags) => {
      dayOption('--since', flags.since);
      dayOption('--until', flags.until);
      oneOf('--act', flags.act, ACTS);
      oneOf('--form', flags.form, FORMS);
      exit(await tell(paths, flags, io, ({ record }) => findQuotes(record, flags), tellQuotes));
    });

  withRecordOptions(program.command('timeline'))
    .description('print what happened when, gaps between encounters too')
    .option('--kind <kind>', KINDS.join(', '))
    .option('--actor <words>', 'part of the name of somebody who takes part or speaks')
    .action(async (paths: string[], flags: RecordFlags & { kind?: string; actor?: string }) => {
      oneOf('--kind', flags.kind, KINDS);
      const asked = flags.actor?.toLowerCase();
      const pick = ({ record }: Asked): Asked['record']['timeline'] =>
        record.timeline
          .filter(({ kind }) => flags.kind === undefined || kind === flags.kind)
          .filter(({ text }) => asked === undefined || text.toLowerCase().includes(asked));
      exit(await tell(paths, flags, io, pick, tellTimeline));
    });

  withRecordOptions(program.command('dates'))
    .description('print when each article was published, and what that was worked out from')
    .action(async (paths: string[], flags: RecordFlags) => {
      const pick = ({ record, dates }: Asked): object[] =>
        record.articles.map(({ id, published }) => ({ article: id, published, steps: dates.get(id)?.steps ?? [] }));
      exit(await tell(paths, flags, io, pick, (_, teller, asked) => tellDates(asked, teller)));
    });

  withRecordOptions(program.command('positions'))
    .description('print where each party stands on each issue, and how that moved')
    .option('--party <words>', 'part of the name of the party')
    .option('--issue <words>', 'part of the label of the issue')
    .action(async (paths: string[], flags: RecordFlags & { party?: string; issue?: string }) => {
      const party = flags.party?.toLowerCase();
      const issue = flags.issue?.toLowerCase();
      const pick = ({ record }: Asked): Asked['record']['positions'] => {
        const labels = new Map(record.issues.map(({ id, label }) => [id, label.toLowerCase()]));
        const names = new Map(
          record.actors.map(({ id, name, aliases }) => [id, [name, ...aliases].join('\n').toLowerCase()]),
        );
        return record.positions
          .filter(({ holder }) => party === undefined || names.get(holder)?.includes(party))
          .filter((position) => issue === undefined || labels.get(position.issue)?.includes(issue));
      };
      exit(await tell(paths, flags, io, pick, tellPositions));
    });

  withRecordOptions(program.command('disputes'))
    .description('print denials and accounts that cannot both hold, each with its passages')
    .action(async (paths: string[], flags: RecordFlags) => {
      exit(await tell(paths, flags, io, ({ record }) => record.disputes, tellDisputes));
    });

  withRecordOptions(program.command('brief'))
    .description('print the state of play on one page, each sentence with its sources')
    .option('--format <format>', 'md or html', 'md')
    .action(async (paths: string[], flags: RecordFlags & { format: string }) => {
      oneOf('--format', flags.format, ['md', 'html']);
      const code = await askRecord(paths, flags, io, async ({ record, name, asOf, uncertain }) => {
        const blocks = makeBrief(record, { story: name, asOf, uncertain: uncertain.length });
        if (flags.json) await write(io.stdout, `${JSON.stringify(blocks)}\n`);
        else await write(io.stdout, flags.format === 'html' ? toHtml(blocks) : toMarkdown(blocks));
      });
      exit(code);
    });
}

/** Prints what `pick` takes from the record: as JSON, or in lines. */
async function tell<T extends object[]>(
  paths: string[],
  flags: RecordFlags,
  io: Io,
  pick: (asked: Asked) => T,
  toLines: (found: T, teller: Teller, asked: Asked) => string[],
): Promise<number> {
  return askRecord(paths, flags, io, async (asked) => {
    const found = pick(asked);
    if (flags.json) return write(io.stdout, `${JSON.stringify(found)}\n`);
    if (asked.uncertain.length > 0)
      io.stderr.write(
        `note: left out, as nothing tells that they were published by then: ${asked.uncertain.join(', ')}\n`,
      );
    const lines = found.length === 0 ? ['nothing found'] : toLines(found, makeTeller(asked.record, styler(io)), asked);
    await write(io.stdout, `${lines.join('\n')}\n`);
  });
}

function oneOf(option: string, value: string | undefined, values: readonly string[]): void {
  if (value !== undefined && !values.includes(value))
    throw new ReadoutError('bad-option', `${option} ${value} is not known`, `give one of: ${values.join(', ')}`);
}
