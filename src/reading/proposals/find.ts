/**
 * Proposals: what an article says is on the table. In: sentences with trees, entities, statements. Out: each proposal
 * once, under its fullest name, with authors, terms by phase and answers. Example: "Norland offered a joint fund. The
 * union rejected the offer." gives one proposal of Norland with one answer.
 *
 * Words that can stand for one another are joined as the text goes on: "the plan" is the one spoken of last.
 */

import type { DateRange } from '../../model/record.ts';
import type { LocalProposal, LocalStatement, Range } from '../reading.ts';
import { nearestDay } from '../said.ts';
import type { Scene } from '../scene.ts';
import { firstFrom } from '../search.ts';
import { type Answer, answersAt } from './answers.ts';
import { describedIn } from './described.ts';
import type { Described } from './described-entry.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { StatementAt } from './parties.ts';
import { bareAnswers, type PartAnswer, partAnswers, pronounAnswers } from './replies.ts';
import { furtherTerms, isOpen, namesPhases, phaseTerms, type Term, termsAt } from './terms.ts';

interface Draft {
  names: { name: string; stems: number; strong: boolean }[];
  strong: boolean;
  put: boolean;
  authors: Set<number>;
  stems: Set<string>;
  nouns: Set<string>;
  terms: Term[];
  /** Stems of the nouns of its terms. */
  termStems: Set<string>;
  answers: (Answer & { scene: Scene })[];
  date: DateRange | null;
  evidence: Range[];
  /** Sentence of the newest mention. */
  last: number;
  counterTo: Draft | null;
  /** Where the words that describe it end. */
  ends: number;
  /** True where it is told in the conditional what it would do. */
  open: boolean;
  rule: string;
}

/** @param byThen what the day of publishing says of when anything told had happened. */
export function findProposals(scenes: Scene[], statements: LocalStatement[], byThen: DateRange): LocalProposal[] {
  const statementAt = lookUp(statements);
  const drafts: Draft[] = [];
  let phase: number | null = null;
  let phasesNamed = -FAR;
  for (const [index, scene] of scenes.entries()) {
    const mentions = mentionsIn(scene, statementAt);
    for (const mention of mentions) {
      const answers = answersAt(scene, mention.at, statementAt);
      const terms = termsAt(mention);
      const draft = placeOf(mention, answers, terms, drafts, index) ?? open(drafts, mention);
      join(draft, mention, terms, answers, byThen);
      if (mention.counter && draft.counterTo) counter(draft.counterTo, mention.authors, scene);
    }
    const before = latest(drafts, index);
    for (const described of describedIn(scenes, index, statementAt))
      if (!covers(drafts, described)) {
        const countered = described.counter && before && index - before.last <= NEAR_COUNTER ? before : null;
        if (countered && described.authors.some((author) => countered.authors.has(author))) continue;
        addDescribed(drafts, described, countered, byThen);
        if (countered) counter(countered, described.authors, scene);
      }
    // What was described in this very sentence is answered only behind it.
    const active = latest(drafts, index);
    const from = active && active !== before ? active.ends : 0;
    for (const answer of partAnswers(scene, statementAt)) answerPart(drafts, answer, scene);
    if (active) {
      if (index - active.last <= NEAR_PRONOUN)
        for (const answer of pronounAnswers(scene, statementAt, from)) addAnswer(active, answer, scene);
      for (const answer of bareAnswers(scene, statementAt))
        if (
          answer.evidence.start >= from &&
          index - active.last <= (answer.answer === 'pending' ? NEAR_AWAITED : NEAR_BARE)
        )
          addAnswer(active, answer, scene);
      const found = phaseTerms(scene, {
        phase: isSameParagraph(scene, scenes[index - 1]) ? phase : null,
        named: index - phasesNamed <= NEAR_PHASES,
      });
      phase = found ? found.phase : null;
      if (!found && mentions.length === 0 && index - active.last === 1) {
        const further = furtherTerms(scene);
        addTerms(active, further);
        if (further.length > 0) active.last = index;
      }
      if (found) {
        addTerms(active, found.terms);
        active.last = index;
      }
    }
    if (namesPhases(scene)) phasesNamed = index;
  }
  const kept = drafts.filter(isProposal);
  return kept.map((draft) => finish(draft, kept, byThen));
}

const FAR = 1e9;
// Sentences over which "it" may stand for a proposal, an answer may be awaited, and "the first" may be a phase.
const NEAR_PRONOUN = 2;
const NEAR_AWAITED = 8;
const NEAR_BARE = 2;
// Sentences over which one of its terms may be answered.
const NEAR_PART = 6;
// Sentences over which an offer is made against another one.
const NEAR_COUNTER = 4;
const NEAR_PHASES = 3;
// Sentences after which "the deal" no longer means the one spoken of before.
const NEAR_LOOSE = 4;
// Sentences after which "the paper" no longer means the paper that was put forward.
const NEAR_SAME = 16;

/** The draft that a mention belongs to; null where it opens one. */
function placeOf(mention: Mention, answers: Answer[], terms: Term[], drafts: Draft[], index: number): Draft | null {
  if (mention.counter && !mention.definite) return null;
  let best: Draft | null = null;
  let bestScore = 0;
  for (const draft of drafts.slice(-OPEN)) {
    const authors = mention.authors.length > 0 && draft.authors.size > 0;
    const sameAuthor = mention.authors.some((author) => draft.authors.has(author));
    if (authors && !sameAuthor) continue;
    // A plan is more than the talk of a deal; the talk may be of the plan.
    const near = index - draft.last;
    const shared = mention.stems.filter((stem) => draft.stems.has(stem)).length;
    const isAnswered = answers.some((answer) => draft.answers.some((other) => other.actor === answer.actor));
    if (mention.strong && !draft.strong) {
      // Unless the same party answers both: "is ready for a deal that …", then "studies the offer".
      if (!(near <= NEAR_LOOSE && mention.definite && isAnswered && draft.terms.length > 0)) continue;
    }
    // "an offer of $60 a share" after one of $54 is another offer.
    if (mention.indefinite && differ(terms, draft.terms)) continue;
    // "a compromise" is one not spoken of yet.
    if (mention.indefinite && mention.strong && !sameAuthor && shared === 0) continue;
    const isNew = mention.put && !mention.definite;
    if (!mention.strong) {
      // "the deal" is the one spoken of right before, or the one that the same party answers.
      // "the paper", after "a paper" that somebody put forward, means that one for longer.
      const isSame = mention.definite && draft.nouns.has(mention.noun) && draft.strong && near <= NEAR_SAME;
      if (!isSame && !(near <= NEAR_LOOSE && (mention.definite || isAnswered)) && shared < 2) continue;
      if (draft.strong && !mention.definite && !isAnswered && shared === 0) continue;
    } else if (isNew && !sameAuthor && shared === 0) continue;
    else if (!mention.definite && !sameAuthor && shared === 0 && terms.length > 0) continue;
    const bare = mention.stems.length === 0 || draft.stems.size === 0;
    const score =
      (sameAuthor ? 3 : 0) + 2 * Math.min(shared, 3) + (bare ? 1 : 0) + (mention.definite ? 1 : 0) + 1 / (1 + near);
    if (score > bestScore && (sameAuthor || shared > 0 || bare || mention.definite || isAnswered)) {
      best = draft;
      bestScore = score;
    }
  }
  return best;
}

/** True where both name amounts, and none of them the same. */
function differ(a: Term[], b: Term[]): boolean {
  const known = new Set(b.flatMap((term) => term.amounts));
  const named = a.flatMap((term) => term.amounts);
  return known.size > 0 && named.length > 0 && !named.some((amount) => known.has(amount));
}

// How many drafts back a mention may reach, so that the work stays linear.
const OPEN = 12;

function open(drafts: Draft[], mention: Mention): Draft {
  const before = mention.counter ? (drafts.at(-1) ?? null) : null;
  const draft: Draft = {
    names: [],
    strong: false,
    put: false,
    authors: new Set(),
    stems: new Set(),
    nouns: new Set(),
    terms: [],
    termStems: new Set(),
    answers: [],
    date: null,
    evidence: [],
    last: mention.scene.index,
    counterTo: before,
    ends: mention.range.end,
    open: false,
    rule: 'proposal/noun',
  };
  drafts.push(draft);
  return draft;
}

function join(draft: Draft, mention: Mention, terms: Term[], answers: Answer[], byThen: DateRange): void {
  const { scene } = mention;
  draft.names.push({ name: mention.name, stems: mention.stems.length, strong: mention.strong });
  draft.strong ||= mention.strong;
  draft.nouns.add(mention.noun);
  draft.put ||= mention.put;
  draft.open ||= isOpen(mention);
  for (const author of mention.authors) draft.authors.add(author);
  for (const stem of mention.stems) draft.stems.add(stem);
  addTerms(draft, terms);
  for (const answer of answers) addAnswer(draft, answer, scene);
  if (mention.put) draft.date ??= dayAt(scene, mention.range, byThen);
  const { start, end } = scene.sentence;
  if (!draft.evidence.some((range) => range.start === start)) draft.evidence.push({ start, end });
  draft.last = scene.index;
}

function addDescribed(drafts: Draft[], described: Described, counterTo: Draft | null, byThen: DateRange): void {
  const { scene } = described;
  const { start, end } = scene.sentence;
  const draft: Draft = {
    names: [{ name: described.name, stems: described.stems.length, strong: true }],
    strong: true,
    put: true,
    authors: new Set(described.authors),
    stems: new Set(described.stems),
    nouns: new Set(),
    terms: [],
    termStems: new Set(),
    answers: [],
    date: dayAt(scene, described.range, byThen),
    evidence: [{ start, end }],
    last: scene.index,
    counterTo,
    ends: described.range.end,
    open: true,
    rule: described.rule,
  };
  addTerms(draft, described.terms);
  for (const answer of described.answers) addAnswer(draft, answer, scene);
  drafts.push(draft);
}

/** An offer made against another one is an answer to it. */
function counter(draft: Draft, actors: number[], scene: Scene): void {
  const { start, end } = scene.sentence;
  const evidence = { start, end };
  for (const actor of actors) addAnswer(draft, { actor, answer: 'countered', evidence }, scene);
}

/** True where a draft already has what is described among its terms. */
function covers(drafts: Draft[], { range }: Described): boolean {
  return drafts
    .slice(-OPEN)
    .some((draft) => draft.terms.some((term) => term.evidence.some((e) => e.start < range.end && range.start < e.end)));
}

function addTerms(draft: Draft, terms: Term[]): void {
  for (const term of terms) {
    const same = draft.terms.find((known) =>
      known.evidence.some((e) => term.evidence.some((t) => e.start < t.end && t.start < e.end)),
    );
    if (!same) {
      draft.terms.push(term);
      for (const stem of term.stems) draft.termStems.add(stem);
    } else same.phase ??= term.phase;
  }
}

/** An author's own "accepted" says nothing, and one answer told twice in a sentence is one. */
function addAnswer(draft: Draft, answer: Answer, scene: Scene): void {
  if (draft.authors.has(answer.actor)) return;
  const same = draft.answers.some(
    (known) =>
      known.actor === answer.actor &&
      known.answer === answer.answer &&
      (known.scene.index === scene.index ||
        (known.evidence.start < answer.evidence.end && answer.evidence.start < known.evidence.end)),
  );
  if (!same) draft.answers.push({ ...answer, scene });
}

/** An answer to what is one of the terms of a draft near by; who takes one term and refuses another has countered. */
function answerPart(drafts: Draft[], { stems, ...answer }: PartAnswer, scene: Scene): void {
  const near = drafts.slice(-OPEN).filter((draft) => draft.last < scene.index && scene.index - draft.last <= NEAR_PART);
  const shared = (draft: Draft): number => stems.filter((stem) => draft.termStems.has(stem)).length;
  const best = near.reduce<Draft | null>(
    (top, draft) => (shared(draft) > 0 && (!top || shared(draft) >= shared(top)) ? draft : top),
    null,
  );
  if (!best) return;
  const tookPart = best.answers.some((known) => known.actor === answer.actor && known.answer === 'accepted');
  addAnswer(best, tookPart && answer.answer === 'rejected' ? { ...answer, answer: 'countered' } : answer, scene);
}

function latest(drafts: Draft[], index: number): Draft | null {
  let best: Draft | null = null;
  for (const draft of drafts.slice(-OPEN))
    if (draft.strong && draft.last <= index && (!best || draft.last >= best.last)) best = draft;
  return best;
}

function dayAt(scene: Scene, range: Range, byThen: DateRange): DateRange | null {
  // "600 euros before Christmas": a day that bounds what is offered, not that of offering it.
  const isBound = ({ start }: { start: number }): boolean =>
    BOUND.test(scene.doc.text.slice(Math.max(0, start - 10), start));
  const day = nearestDay(range, scene.sentence, scene.doc.timexes, isBound);
  if (!day) return null;
  const isLater = byThen.latest !== null && day.earliest !== null && day.earliest > byThen.latest;
  return isLater
    ? null
    : {
        earliest: day.earliest,
        latest:
          day.latest !== null && byThen.latest !== null && day.latest > byThen.latest ? byThen.latest : day.latest,
      };
}

const BOUND = /\b(?:before|until|till|by)\s+$/i;

/** Something on the table has terms or answers, and somebody who put it there or who answered. */
function isProposal(draft: Draft): boolean {
  const answered = draft.answers.length > 0;
  const hasTerms = draft.terms.length > 0;
  const hasAuthors = draft.authors.size > 0;
  if (draft.rule !== 'proposal/noun') return true;
  if (draft.strong)
    return (hasTerms || answered) && (hasAuthors || draft.put || (hasTerms && answered) || draft.terms.length > 1);
  return (
    hasTerms &&
    (((hasAuthors || draft.put || answered) && (draft.terms.length > 1 || (answered && (hasAuthors || draft.put)))) ||
      // "Under the deal, wages would rise by 6 percent": a sum that is not paid yet is on the table.
      (draft.open && draft.terms.some((term) => term.amounts.length > 0)))
  );
}

function finish(draft: Draft, kept: Draft[], byThen: DateRange): LocalProposal {
  const names = [...draft.names].sort(
    (a, b) => Number(b.strong) - Number(a.strong) || b.stems - a.stems || b.name.length - a.name.length,
  );
  const counterTo = draft.counterTo ? kept.indexOf(draft.counterTo) : -1;
  const parts = [draft.authors.size > 0, draft.terms.length > 0, draft.answers.length > 0, draft.put];
  return {
    name: names[0]!.name,
    authors: [...draft.authors],
    date: draft.date ?? byThen,
    terms: draft.terms.map(({ stems: _, ...term }) => term),
    responses: draft.answers.map(({ actor, answer, evidence, scene }) => ({
      actor,
      answer,
      date: dayAt(scene, evidence, byThen) ?? byThen,
      evidence: [evidence],
    })),
    counterTo: counterTo < 0 ? null : counterTo,
    stems: [...draft.stems].sort(),
    evidence: draft.evidence,
    rule: draft.rule,
    confidence: Math.round((0.4 + 0.12 * parts.filter(Boolean).length + (draft.strong ? 0.1 : 0)) * 100) / 100,
  };
}

function isSameParagraph(scene: Scene, before: Scene | undefined): boolean {
  return before !== undefined && !scene.doc.text.slice(before.sentence.end, scene.sentence.start).includes('\n');
}

/** The innermost statement around an offset. Contents are in the order of the text. */
function lookUp(statements: LocalStatement[]): StatementAt {
  const ranges = statements
    .flatMap((statement) => statement.content.map((range) => ({ ...range, statement })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return (offset) => {
    for (let i = firstFrom(ranges, offset + 1) - 1, steps = 0; i >= 0 && steps < DEEPEST; i--, steps++)
      if (ranges[i]!.end > offset) return ranges[i]!.statement;
    return null;
  };
}

const DEEPEST = 12;
