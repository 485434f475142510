/**
 * Who holds what a sentence tells. In: a trigger and the statements near it. Out: a candidate with its holder, or null.
 * Example: in "Lind said that the union rejects it" the union holds the refusal; in "we reject it, Lind said" Lind.
 */
import { contains, overlaps } from '../../model/span.ts';
import type { LocalStatement } from '../reading.ts';
import type { Candidate, Scene, Told } from './candidate.ts';
import { type Holder, holderAt, isFirstPerson, isProven, ownerBefore, speakerOf } from './holders.ts';
import { formOf, isNegated, isPassive, leadOf, type Tree } from './tree.ts';
import type { Trigger } from './trigger.ts';
/** Who holds what a word of stance tells. */
export function holdTrigger(scene: Scene, tree: Tree, trigger: Trigger, near: Told[]): Candidate | null {
  const token = tree.tokens[trigger.at]!;
  const byCue = near.find(({ statement }) => statement.cue && overlaps(statement.cue, token));
  const told = byCue ?? innermost(tree, trigger.at, near);
  if (byCue) {
    const outer = outerOf(byCue, near);
    if (outer && isUnsaid(tree, outer)) return null;
    const bySubject = (): Holder | null => subjectHolder(scene, tree, trigger, outer);
    const speaker = ownerOf(scene, tree, trigger) ?? speakerOf(scene.holders, byCue.statement);
    const holder =
      speaker && !isElsewhere(scene, tree, byCue.statement, speaker) && isMeant(scene, tree, byCue.statement, speaker)
        ? speaker
        : (bySubject() ?? (speaker === null ? speakerBefore(scene, byCue, near) : null));
    return holder && unlessDenied(trigger, holder, outer, byCue);
  }
  if (told && isUnsaid(tree, told)) return null;
  if (trigger.byCue) return null;
  const holder = subjectHolder(scene, tree, trigger, told);
  return holder && unlessDenied(trigger, holder, told, told);
}

/** "some of Reyes’s offers, above all his offer": Reyes, whoever is the subject. */
function ownerOf({ holders }: Scene, tree: Tree, { kind, subject }: Trigger): Holder | null {
  const owner = kind === 'noun' && subject !== null ? ownerBefore(holders, tree, subject) : null;
  return owner === null ? null : { entity: owner, within: null };
}

const isMeant = ({ holders }: Scene, tree: Tree, { source }: LocalStatement, { entity }: Holder): boolean =>
  !source || source.start < tree.sentence.start || isProven(holders, tree, source, entity);

/** "was in Elverton, demanding it": a place where somebody was is nobody who demands. */
function isElsewhere({ holders, doc }: Scene, tree: Tree, { source }: LocalStatement, { entity }: Holder): boolean {
  if (!source) return holders.cast.entities[entity]!.kind === 'place';
  // "Ana Lind of the union, who wants it": a person, which the tree tells.
  if (/^who$/i.test(doc.text.slice(source.start, source.end)) && holders.cast.entities[entity]!.kind !== 'person')
    return true;
  const at = tree.tokens.findLastIndex(({ start, end }) => start >= source.start && end <= source.end);
  return at >= 0 && /^(?:in|at|from|near|outside)$/.test(leadOf(tree, at));
}

/** "denied that it had agreed" tells what was not done, and not where anybody stands. */
const unlessDenied = (trigger: Trigger, holder: Holder, inside: Told | null, told: Told | null): Candidate | null =>
  inside?.statement.act === 'deny' ? null : { trigger, holder, told };

/** "she said … and insisted that …": whoever spoke before in the sentence, where the second verb has no source. */
function speakerBefore(scene: Scene, { statement, index }: Told, near: Told[]): Holder | null {
  if (statement.source) return null;
  const before = near.findLast((other) => other.index < index && other.statement.within === statement.within);
  return before ? speakerOf(scene.holders, before.statement) : null;
}

const outerOf = (told: Told, near: Told[]): Told | null =>
  near.find(({ index }) => index === told.statement.within) ?? null;

function subjectHolder(scene: Scene, tree: Tree, trigger: Trigger, told: Told | null): Holder | null {
  if (trigger.subject === null) return told && speakerOf(scene.holders, told.statement);
  return holderAt(scene.holders, tree, trigger.subject, told?.statement ?? null);
}

/** Who holds what the force of a statement tells: the speaker, where the words are about the speaker's own side. */
export function holdForce(scene: Scene, tree: Tree, trigger: Trigger, told: Told): Candidate | null {
  const speaker = speakerOf(scene.holders, told.statement);
  if (!speaker) return null;
  if (trigger.kind !== 'refusal' && trigger.kind !== 'intention') return { trigger, holder: speaker, told };
  if (trigger.subject === null) return { trigger, holder: speaker, told };
  const form = formOf(tree.tokens[trigger.subject]!);
  if (isFirstPerson(form)) return { trigger, holder: speaker, told };
  // "ships will be given priority": by whoever says so.
  if (trigger.kind === 'intention' && isPassive(tree, trigger.at))
    return LETTING.test(tree.tokens[trigger.at]!.lemma) ? null : { trigger, holder: speaker, told };
  const holder = holderAt(scene.holders, tree, trigger.subject, told.statement);
  // Who "he" is, nothing tells: not who speaks.
  if (!holder && /^s?he$/.test(form)) return null;
  if (!holder) {
    // "our boats will not leave": the speaker's own.
    const own = tree.children[trigger.subject]!.some(
      (i) => isFirstPerson(formOf(tree.tokens[i]!)) || /^(?:its|his|her|their)$/.test(formOf(tree.tokens[i]!)),
    );
    if (own) return { trigger, holder: speaker, told };
    // "the crew will not go home": whoever says so decides, if it is at issue at all.
    return trigger.kind === 'refusal' ? { trigger: { ...trigger, weak: true }, holder: speaker, told } : null;
  }
  return { trigger, holder, told };
}

// "crews would be allowed to leave": by whom, the words leave open.
const LETTING = /^(?:allow|permit|let|expect|force|require)$/;

/** The statement whose words hold a token; of several the shortest. */
export function innermost(tree: Tree, at: number, near: Told[]): Told | null {
  const token = tree.tokens[at]!;
  let best: Told | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const told of near) {
    if (!told.statement.content.some((range) => contains(range, token))) continue;
    const size = told.statement.content.reduce((sum, range) => sum + range.end - range.start, 0);
    if (size < length) {
      best = told;
      length = size;
    }
  }
  return best;
}

/** "never said that it wanted": not what it said. */
export function isUnsaid(tree: Tree, { statement: { cue } }: Told): boolean {
  if (!cue) return false;
  const at = tree.tokens.findLastIndex(
    ({ start, end, upos }) => start >= cue.start && end <= cue.end && upos === 'VERB',
  );
  return (
    at >= 0 && /^(?:say|tell|claim|propose|mean|argue|promise)$/.test(tree.tokens[at]!.lemma) && isNegated(tree, at)
  );
}
