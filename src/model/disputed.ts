import type { Dispute, Span } from './record.ts';
import { overlaps } from './span.ts';

/** Answers which disputes rest on some of the same words. Linear in the spans of the disputes. */
export function indexDisputes(disputes: Dispute[]): (evidence: Span[]) => Dispute[] {
  const byArticle = new Map<string, { span: Span; dispute: Dispute }[]>();
  for (const dispute of disputes) {
    for (const span of dispute.sides.flatMap(({ evidence }) => evidence)) {
      const known = byArticle.get(span.article);
      if (known) known.push({ span, dispute });
      else byArticle.set(span.article, [{ span, dispute }]);
    }
  }
  return (evidence) =>
    evidence.flatMap((words) =>
      (byArticle.get(words.article) ?? []).filter(({ span }) => overlaps(span, words)).map(({ dispute }) => dispute),
    );
}
