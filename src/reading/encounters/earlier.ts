/**
 * Links to earlier encounters: "their first call since March 3", "their third meeting this month". In: the noun of
 * an encounter. Out: what the words claim, to be checked against the log.
 */
import type { DateRange } from '../../model/record.ts';
import type { LocalClaim } from '../reading.ts';
import type { Scene } from './scene.ts';

const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
);

export function claimOf(scene: Scene, at: number): LocalClaim[] {
  const { tokens, timexes, sentence } = scene;
  let from = -1;
  for (let i = at - 1; i >= 0 && i >= at - 5; i--) if (ORDINALS.has(tokens[i]!.form.toLowerCase())) from = i;
  if (from < 0) return [];
  const ordinal = ORDINALS.get(tokens[from]!.form.toLowerCase())!;
  const since = tokens.findIndex((token, i) => i > at && i <= at + 8 && /^(?:since|in)$/i.test(token.form));
  const next = tokens[since + 1];
  const timex =
    since < 0 ? undefined : timexes.find((other) => next && other.start >= next.start - 4 && other.start <= next.end);
  const start = tokens[from - 1]?.deprel === 'nmod:poss' ? tokens[from - 1]!.start : tokens[from]!.start;
  const end = timex?.end ?? tokens[at]!.end;
  const isSince =
    ordinal === 1 && since >= 0 && (tokens[since]!.form.toLowerCase() === 'since' || timex?.type === 'DURATION');
  if (!isSince && ordinal === 1) return [];
  const date: DateRange | null = isSince && /^since$/i.test(tokens[since]!.form) ? (timex?.range ?? null) : null;
  return [
    {
      kind: isSince ? 'first since' : 'ordinal',
      ordinal,
      since: date,
      evidence: { start: Math.max(start, sentence.start), end },
    },
  ];
}
