/**
 * Who tells of an encounter what: one account for each teller and article, to be read side by side. A passage inside a
 * statement is its speaker's account, under the speaker's side; the rest is the outlet's own, with teller null.
 */
import type { Encounter, Span } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import type { Range, Reading } from '../../reading/index.ts';
import type { Story } from '../story.ts';
import type { Told } from './telling.ts';

export function makeAccounts(
  told: Told[],
  story: Story,
  sides: Map<string, string>,
): NonNullable<Encounter['accounts']> {
  const accounts = new Map<string, { teller: string | null; article: string; evidence: Span[] }>();
  for (const { entry, local } of told)
    for (const [i, range] of local.evidence.entries()) {
      const speaker = speakerOf(entry.reading, range, local.anchors[i]!);
      const actor = speaker === null ? null : story.actors.idOf(entry.reading, speaker);
      const teller = actor === null ? null : (sides.get(actor) ?? actor);
      const article = entry.article.id;
      const key = `${article} ${teller}`;
      const known = accounts.get(key) ?? { teller, article, evidence: [] };
      known.evidence.push({ article, start: range.start, end: range.end });
      accounts.set(key, known);
    }
  return [...accounts.values()];
}

/** Whose statement makes up most of a passage: the outermost of them, since the others are told by it. */
function speakerOf(reading: Reading, range: Range, anchor: Range): number | null {
  const length = range.end - range.start;
  for (const statement of reading.statements) {
    if (statement.speaker === null || statement.within !== null) continue;
    // "Lind spoke with Reyes about grain" is the reporter's account of their call.
    if (statement.cue && overlaps(statement.cue, anchor)) continue;
    const inside = statement.content.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, range.end) - Math.max(start, range.start)),
      0,
    );
    if (inside * 2 > length) return statement.speaker;
  }
  return null;
}
