/** Where the text itself says that accounts of a number differ. Out: the sentences near such words, by index. */
import type { Doc } from '../../language/doc.ts';

// Said of numbers and of accounts alike; a figure near by is what they are about.
const CONTEST =
  /\b(?:disput(?:e[sd]?|ing) (?:the|that|this|those|its|their) (?:figures?|numbers?|counts?|toll|tally|estimates?|claims?)|(?:could|can|do|did|does) ?(?:not|n[’']t) (?:even )?agree (?:even )?(?:on|over|about|how)|disagree[sd]?|at odds|contradict(?:s|ed|ing)?|conflicting|contrary to|rival (?:figures|counts|estimates)|reject(?:s|ed) the (?:figures?|numbers?|estimates?)|differ(?:s|ed)? (?:over|on|sharply|widely))\b/i;
const BEFORE = 1;
const AFTER = 2;

export function findContests(doc: Doc): ReadonlySet<number> {
  const near = new Set<number>();
  doc.sentences.forEach(({ start, end }, index) => {
    if (!CONTEST.test(doc.text.slice(start, end))) return;
    for (let i = index - BEFORE; i <= index + AFTER; i++) near.add(i);
  });
  return near;
}
