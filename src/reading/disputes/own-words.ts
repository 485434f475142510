/**
 * A party set against its own earlier words by the reporter. In: claims told as said earlier, and what the same party is
 * told to say or do beside them. Out: disputes. Example: "The mayor said that she had signed the closure. A week earlier
 * she had promised that the pool would not be closed."
 */
import type { DeedClaim, LocalDispute } from '../reading.ts';
import { around, saysNo, sentenceAt, stemsIn, type Text } from './told.ts';

// Sentences around the earlier words in which the later ones stand.
const NEAR = 2;

export function ownWordsIn(text: Text, claims: DeedClaim[]): LocalDispute[] {
  return claims.flatMap((claim) => {
    if (!claim.earlier || claim.positive || claim.teller === null) return [];
    const sentence = sentenceAt(text, claim.range.start);
    const later = around(text, sentence, NEAR, NEAR).find((told) => {
      if (told.speaker !== claim.teller || told.statement.within !== null || told.sentence === sentence) return false;
      return told.stems.has(claim.deed) && !saysNo(text, told);
    });
    if (!later) return [];
    const { start, end } = text.scenes[sentence]!.sentence;
    const content = later.statement.content;
    return [
      {
        kind: 'contradiction' as const,
        sides: [
          { actor: claim.teller, claim: claim.range, evidence: [claim.range] },
          { actor: claim.teller, claim: content[0]!, evidence: [...content] },
        ],
        reported: true,
        self: true,
        stems: [...new Set([...claim.stems, claim.deed, ...content.flatMap((range) => stemsIn(text, range))])].sort(),
        evidence: [{ start, end }, ...content],
        rule: 'dispute/own-words',
        confidence: 0.7,
      },
    ];
  });
}
