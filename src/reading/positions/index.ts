/**
 * Positions: where somebody stands on a matter, told by one passage. In: trees, statements and entities of an article.
 * Out: holder, stance, proposition, conditions and the terms that tie it to others. Example: "The union rejects the
 * offer" gives the union, rejects, "the offer".
 *
 * Three kinds of evidence: words of stance anywhere (demand, refusal, opposed to), the force of what somebody is
 * reported to have said (must, will not, is unacceptable), and judgements given as such (called it absurd).
 */
import type { Doc } from '../../language/doc.ts';
import type { World } from '../../language/world/index.ts';
import type { DateRange } from '../../model/record.ts';
import type { LocalPosition, LocalStatement, Range, Term } from '../reading.ts';
import { nearestDay } from '../said.ts';
import { firstFrom } from '../search.ts';
import type { Cast } from '../sources.ts';
import type { Candidate, Scene, Told } from './candidate.ts';
import { findConditions } from './conditions.ts';
import { confidenceOf, DOUBTFUL } from './confidence.ts';
import { findForce, findJudged } from './force.ts';
import { holdForce, holdTrigger, innermost, isUnsaid } from './hold.ts';
import { type HolderScene, isBystander } from './holders.ts';
import { withMarks } from './marks.ts';
import { agreementIn, isBareNoun, isPronoun, meantBefore } from './meant.ts';
import { findPhrases } from './phrases.ts';
import { plainly } from './plainly.ts';
import { withoutRepeats } from './repeats.ts';
import { findTerms } from './terms.ts';
import { findThreats } from './threats.ts';
import { tidy } from './tidy.ts';
import { childrenOf, formOf, makeTree, type Tree, type Words } from './tree.ts';
import { isPositive, type Trigger } from './trigger.ts';
import { findTriggers } from './triggers.ts';
import { isInsinuated, isWithheld } from './withheld.ts';
import { isOutside } from './words.ts';

export interface PositionScene {
  cast: Cast;
  world: World;
  statements: LocalStatement[];
  byThen: DateRange;
}

export function findPositions(doc: Doc, { cast, world, statements, byThen }: PositionScene): LocalPosition[] {
  const holders: HolderScene = { cast, world, doc };
  const scene: Scene = { doc, holders, statements, byThen };
  const near = statementsNear(doc, statements);
  const trees = doc.sentences.map(makeTree);
  const around = trees.map((tree) => firmTerms(tree, holders));
  const found: LocalPosition[] = [];
  trees.forEach((tree, i) => {
    const context = [
      ...around[i]!,
      ...(around[i - 1] ?? []).map((term) => ({ ...term, weight: term.weight * BEFORE })),
    ];
    for (const told of positionsIn(scene, tree, near[i]!, context)) {
      const before = found.at(-1);
      const position = withMeant(scene, trees, i, told, found);
      if (position === null) continue;
      // "This is a red line": what the holder refused right before is.
      if (!position.redLine || !/^(?:this|that|it|these|those)$/i.test(wordsAt(doc, position.proposition)))
        found.push(position);
      else if (before?.holder === position.holder && position.evidence[0]!.start - before.evidence[0]!.end < NEAR)
        before.redLine = true;
    }
  });
  return found;
}

/** With the words that a pronoun or a bare "idea" stands for; null where a pronoun stands for none that is told. */
function withMeant(
  { doc, holders }: Scene,
  trees: Tree[],
  i: number,
  position: LocalPosition,
  found: LocalPosition[],
): LocalPosition | null {
  const words = wordsAt(doc, position.proposition);
  const refers = isPronoun(words) && !position.redLine;
  if (!refers && !(isBareNoun(words) && !position.terms.some(({ firm }) => firm))) return position;
  const here = meantBefore(found, position, trees[Math.max(0, i - 1)]!.tokens[0]!.start);
  if (!refers) return here ? { ...position, terms: here.terms } : position;
  const meant = here ?? (i > 0 ? agreementIn(trees[i - 1]!, holders, position.evidence[0]!.start) : null);
  return meant && { ...position, ...meant, context: [], evidence: [...position.evidence, meant.proposition] };
}

// Code units between a refusal and the sentence that calls it a red line.
const NEAR = 200;

const wordsAt = (doc: Doc, { start, end }: Range): string => doc.text.slice(start, end);

// What the sentence before speaks of counts for less than what the sentence itself does.
const BEFORE = 0.4;

function firmTerms(tree: Tree, scene: HolderScene): Term[] {
  const root = Math.max(
    0,
    tree.tokens.findIndex((token) => token.head === -1),
  );
  return findTerms(tree, scene, { from: 0, to: tree.tokens.length }, root).filter((term) => term.firm);
}

/** For each sentence the statements that have words in it. */
function statementsNear(doc: Doc, statements: LocalStatement[]): Told[][] {
  const near: Told[][] = doc.sentences.map(() => []);
  statements.forEach((statement, index) => {
    const ranges = statement.cue ? [...statement.content, statement.cue] : statement.content;
    const start = Math.min(...ranges.map((range) => range.start));
    const end = Math.max(...ranges.map((range) => range.end));
    let i = firstFrom(doc.sentences, start);
    while (i > 0 && doc.sentences[i - 1]!.end > start) i--;
    for (; i < doc.sentences.length && doc.sentences[i]!.start < end; i++) near[i]!.push({ statement, index });
  });
  return near;
}

function positionsIn(scene: Scene, tree: Tree, near: Told[], context: Term[]): LocalPosition[] {
  const candidates: Candidate[] = [];
  const phrases = [...findPhrases(tree), ...findThreats(tree)];
  // "stood by the offer": the saying has its words, and none of them tells by itself.
  const inPhrase = (at: number): boolean =>
    phrases.some((phrase) => at >= phrase.at && at < phrase.matter.from && at < (phrase.until ?? phrase.at + 1));
  const single = findTriggers(tree).filter(({ at }) => !inPhrase(at));
  for (const trigger of [...findJudged(tree), ...phrases, ...single]) {
    if (isWithheld(tree, scene.doc, trigger)) continue;
    const candidate = holdTrigger(scene, tree, trigger, near);
    if (candidate && !isInsinuated(tree, candidate)) candidates.push(candidate);
  }
  for (const told of near) {
    // "refused to say that it must": not said.
    if (/^(?:decline|deny)$/.test(told.statement.act) || isUnsaid(tree, told)) continue;
    for (const range of told.statement.content) {
      const inside = wordsIn(tree, range);
      if (!inside) continue;
      for (const trigger of findForce(tree, inside)) {
        // The innermost statement has its words.
        if (innermost(tree, trigger.at, near) !== told || isWithheld(tree, scene.doc, trigger)) continue;
        if (isForecast(scene, told, trigger)) continue;
        const candidate = holdForce(scene, tree, trigger, told);
        if (candidate) candidates.push(candidate);
      }
    }
  }
  return withoutRepeats(tree, candidates).flatMap((candidate) => toPosition(scene, tree, candidate, context));
}

const FORECASTS = /\b(?:predict|forecast|expect|estimat|project|foresee|foresaw|anticipat)/i;
const ADMITTING = /\b(?:indicat|acknowledg|conced|admit)/i;

/** "predicted that neither would win", "indicated that profits should rise": what is to come, not what is wanted. */
function isForecast({ doc }: Scene, { statement: { cue } }: Told, { kind }: Trigger): boolean {
  const words = cue ? wordsAt(doc, cue) : '';
  return FORECASTS.test(words) || (kind === 'duty' && ADMITTING.test(words));
}

function wordsIn(tree: Tree, range: Range): Words | null {
  let from = -1;
  let to = -1;
  tree.tokens.forEach((token, i) => {
    if (token.start < range.start || token.end > range.end) return;
    if (from < 0) from = i;
    to = i + 1;
  });
  return from < 0 ? null : { from, to };
}

function toPosition(scene: Scene, tree: Tree, candidate: Candidate, context: Term[]): LocalPosition[] {
  const { trigger, holder, told } = candidate;
  const { tokens } = tree;
  const matter = tidy(tree, trigger.matter, trigger.at, trigger.head, trigger.until !== undefined);
  const proposition = withMarks(scene.doc.text, rangeOf(tree, plainly(tree, matter, trigger)));
  // What is only refused or announced needs a noun that names it: "will not blink".
  const acts = !/^(?:refusal|intention|none|judgement)$/.test(trigger.kind);
  // "close it to newcomers": what "it" is, the words before tell.
  const terms = hasPronoun(tree, trigger.head) ? [] : findTerms(tree, scene.holders, matter, trigger.head, acts);
  const { from, to } = matter;
  // One word that is no noun ("continued") is no matter, nor is a name.
  if (
    to - from === 1 &&
    tokens[from]!.upos !== 'NOUN' &&
    !terms.some((term) => term.firm) &&
    from !== trigger.at &&
    !trigger.refers &&
    !trigger.redLine
  )
    return [];
  const statement = told?.statement ?? null;
  // A clause without its subject cannot be read: "must pay their share".
  if (/^(?:duty|refusal|intention|judgement)$/.test(trigger.kind) && tokens[from]!.upos === 'AUX') return [];
  // What is refused or announced in words that name no matter ("will not blink") ties to none.
  const isFirm = terms.some((term) => term.firm);
  if (/^(?:refusal|intention|none)$/.test(trigger.kind) && !isFirm) return [];
  // An analyst's "must" is no party's; and a stance on nothing but names is on no matter.
  const around = isFirm || !refersBack(tree, matter, trigger, terms) ? [] : context;
  const isOutsider = (entity: number): boolean =>
    scene.holders.cast.entities[entity]!.roles.some(isOutside) || isBystander(scene.holders, entity);
  if (
    isOutsider(holder.entity) ||
    tellersOf(scene, told).some(isOutsider) ||
    (terms.length === 0 && around.length === 0 && !trigger.refers)
  )
    return [];
  const first = Math.min(trigger.at, from, trigger.subject ?? trigger.at);
  const last = Math.max(trigger.at + 1, to, trigger.until ?? 0);
  const evidence = {
    start: Math.min(proposition.start, tokens[first]!.start),
    end: Math.max(proposition.end, tokens[last - 1]!.end),
  };
  const day = statement ? statement.said : nearestDay(tokens[trigger.at]!, tree.sentence, scene.doc.timexes);
  const isAside = statement === null && !trigger.made && isByTheWay(tree, trigger);
  const { subject } = trigger;
  const confidence = confidenceOf({
    other: statement !== null && statement.speaker !== holder.entity,
    narrated: statement === null,
    aside: isAside,
    weak: trigger.weak,
    tree: tokens[trigger.at]!.confidence < SURE,
    noun: trigger.kind === 'noun',
    farSubject: subject !== null && tokens[subject]!.head !== trigger.at && subject < trigger.at,
    place: scene.holders.cast.entities[holder.entity]!.kind === 'place',
    report: statement !== null && statement.confidence < SURE_REPORT,
  });
  return [
    {
      holder: holder.entity,
      within: holder.within,
      stance: trigger.stance,
      proposition,
      terms,
      context: around,
      date: day && statement ? day : cutOff(day, scene.byThen),
      statement: told?.index ?? null,
      conditions: findConditions(tree, trigger.at, isPositive(trigger.stance), to)
        // "threatened to strike unless it is raised": the clause is the matter.
        .filter((words) => words.from >= to || words.to <= from)
        .map((words) => rangeOf(tree, words)),
      redLine: trigger.redLine,
      weak: trigger.weak || isAside || confidence < DOUBTFUL,
      ...(isEarlier(tree, trigger.at) && { earlier: true }),
      evidence: [evidence],
      rule: `position/${trigger.kind}`,
      confidence,
    },
  ];
}

/** Those in whose words it stands, the nearest first. */
function tellersOf({ statements }: Scene, told: Told | null): number[] {
  const found: number[] = [];
  for (let one = told?.statement; one; one = one.within === null ? undefined : statements[one.within])
    if (one.speaker !== null) found.push(one.speaker);
  return found;
}

/**
 * True for what the reporter's own words tell by the way: no report of anybody's words or wishes, and not by the verb
 * of a clause. Of 39 told so in text read by eye 14 were right.
 */
function isByTheWay(tree: Tree, { at, kind }: Trigger): boolean {
  // "renewed its proposal": the verb tells.
  const object = kind === 'noun' && tree.tokens[at]!.deprel.startsWith('obj');
  if (kind === 'noun' && !object) return true;
  const verb = object ? tree.tokens[at]!.head : at;
  const isClause = /^(?:root|ccomp|conj|acl:relcl)$/.test(tree.tokens[verb]!.deprel);
  return !isClause && childrenOf(tree, verb, /^nsubj/).length === 0;
}

// What the parser and the model of reports give to what they are sure of.
const SURE = 0.9;
const SURE_REPORT = 0.8;

const AGO = /^(?:ago|earlier|previously|once|originally|initially|formerly)$/;

/** "which a week ago said it would not", "had refused": by the word itself or the verbs that it depends on. */
function isEarlier(tree: Tree, at: number): boolean {
  for (let i = at, steps = 0; i >= 0 && steps < 4; steps++) {
    const near = tree.children[i]!;
    if (near.some((k) => AGO.test(formOf(tree.tokens[k]!)))) return true;
    if (near.some((k) => tree.children[k]!.some((j) => AGO.test(formOf(tree.tokens[j]!)) && k < i))) return true;
    if (childrenOf(tree, i, /^aux/).some((k) => formOf(tree.tokens[k]!) === 'had')) return true;
    if (!/^(?:ccomp|xcomp)/.test(tree.tokens[i]!.deprel)) return false;
    i = tree.tokens[i]!.head;
  }
  return false;
}

/** True for a verb whose object is told before. */
const hasPronoun = (tree: Tree, head: number): boolean =>
  tree.tokens[head]!.upos === 'VERB' &&
  childrenOf(tree, head, /^obj/).some((i) => /^(?:it|them|this|that)$/.test(formOf(tree.tokens[i]!)));

// Nouns for what somebody said or did: on what, the words around tell.
const REFERRING =
  /^(?:speech|remark|comment|statement|letter|decision|move|step|ruling|announcement|response|idea|request|demand|call|measure|effort|approach|operation|action|policy|change|rule|term|condition|thing)$/;

// "wants 9 percent": of what, the words around tell.
const AMOUNT = /^(?:%|percent|cent|per cent|percentage|euros?|dollars?|pounds?|million|billion|[£$€].*)$/;

/** True where the words around tell what is meant: "the deal", "such a step", "his speech", "will not back down". */
function refersBack(tree: Tree, { from, to }: Words, { at, head }: Trigger, terms: Term[]): boolean {
  if (terms.length > 0 || head === at || hasPronoun(tree, head) || AMOUNT.test(formOf(tree.tokens[head]!))) return true;
  if ([head, ...childrenOf(tree, head, /^(?:obj|nsubj)/)].some((i) => REFERRING.test(tree.tokens[i]!.lemma)))
    return true;
  return tree.tokens
    .slice(from, to)
    .some(({ upos, lemma }) => /^(?:DET|PRON|ADJ)$/.test(upos) && /^(?:this|that|these|those|such|it)$/.test(lemma));
}

/** A stance that is reported has been taken by the day of publishing. */
function cutOff(day: DateRange | null, byThen: DateRange): DateRange {
  if (!day || (day.earliest !== null && byThen.latest !== null && day.earliest > byThen.latest)) return byThen;
  const latest =
    day.latest === null || (byThen.latest !== null && byThen.latest < day.latest) ? byThen.latest : day.latest;
  return { earliest: day.earliest, latest };
}

const rangeOf = (tree: Tree, words: Words): Range => ({
  start: tree.tokens[words.from]!.start,
  end: tree.tokens[words.to - 1]!.end,
});
