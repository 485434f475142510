/**
 * Who bears out what another one denies. In: a dispute and what was said after it. Out: the dispute with his words on the
 * side of the claim. Example: "Two aides said that Lind had met Holm. Holm denied it. But Lind confirmed that she had
 * seen him" sets Lind against Holm.
 */
import type { LocalDispute } from '../reading.ts';
import { around, isOne, sentenceAt, shares, type Text, type Told, tidy } from './told.ts';

// Sentences after a denial, and what goes on with it, in which a claim is borne out.
const AFTER = 3;

export function confirmed(dispute: LocalDispute, text: Text): LocalDispute {
  const [claimed, denied] = dispute.sides as [LocalDispute['sides'][number], LocalDispute['sides'][number]];
  if (dispute.kind !== 'denial' || claimed.evidence.length === 0) return dispute;
  const last = Math.max(...dispute.evidence.map(({ end }) => end));
  const witness = around(text, sentenceAt(text, last - 1), 0, AFTER).find(
    (told) => told.start > last && isWitness(told, dispute, text),
  );
  if (!witness) return dispute;
  return {
    ...dispute,
    sides: [
      {
        actor: claimed.actor ?? witness.speaker,
        claim: claimed.claim,
        evidence: tidy([...claimed.evidence, ...witness.statement.content]),
      },
      denied,
    ],
  };
}

/** "confirmed that she had seen him", by one of whom the claim tells and who is none of the denier's. */
function isWitness(told: Told, { sides, stems }: LocalDispute, text: Text): boolean {
  const { cue, act, within } = told.statement;
  const { doc, cast } = text.scenes[0]!;
  if (!cue || within !== null || told.speaker === null || !/^(?:say|agree|claim)$/.test(act)) return false;
  if (!/\b(?:acknowledg|admit|conced|confirm)/i.test(doc.text.slice(cue.start, cue.end))) return false;
  if (sides[1]!.actor !== null && isOne(told.speaker, sides[1]!.actor, text.scenes[0]!)) return false;
  const isTold = cast.mentions.some(
    (one) =>
      one.entity === told.speaker && sides[0]!.evidence.some(({ start, end }) => one.start >= start && one.end <= end),
  );
  return isTold || shares(told.stems, new Set(stems)) >= 2;
}
