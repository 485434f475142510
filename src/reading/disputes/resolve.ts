/**
 * The claim behind a denial. In: a denial and what was said around it. Out: who claimed what, and in which words each
 * side is told. Example: "RNB had reported that Lind was leaving. Her office denied it." finds RNB's report.
 */
import type { Range } from '../reading.ts';
import { kids, lemmaOf, originAt, type Scene, under } from '../scene.ts';
import { stemOf } from '../stems.ts';
import { type Denial, rangeOfTarget } from './denials.ts';
import {
  around,
  cuedAt,
  innermost,
  isOne,
  lastText,
  lastTold,
  saysNo,
  shares,
  stemsIn,
  type Text,
  type Told,
  tidy,
  tokensIn,
} from './told.ts';

export interface Found {
  denial: Denial;
  /** The claim denied; null where only its own clause tells it. */
  claim: Told | null;
  claimer: number | null;
  denier: number | null;
  claimed: Range[];
  denied: Range[];
}

/** Who speaks the words that deny: the cue's own statement, the statement around them, or the text that they speak of. */
export interface Voice {
  own: Told | null;
  spoken: Told | null;
  text: Told | null;
  holder: Told | null;
}

// Sentences over which a claim is looked for before and after its denial, and a denial goes on.
const BEFORE = 6;
const NEAR = 3;
const AFTER = 2;
// "It" and "that" reach less far back.
const NEAR_POINTER = 2;

export function voiceOf(denial: Denial, text: Text): Voice {
  const offset = denial.scene.sentence.tokens[denial.at]!.start;
  const holder = innermost(text, offset);
  return {
    own: cuedAt(text, offset),
    spoken: denial.denierAt === null ? holder : null,
    text: denial.isText ? (lastText(text, offset) ?? lastTold(text, offset)) : null,
    holder,
  };
}

export function resolve(denial: Denial, voice: Voice, text: Text): Found | null {
  const { own, spoken, text: written, holder } = voice;
  if (denial.denierAt === null && !holder) return null;
  if (denial.isText && !written) return null;
  // "Lind's claim that … isn't true": the words were read into the claim that they judge.
  if (denial.denierAt === null && denial.owner !== null && holder?.speaker === denial.owner) return null;
  const denier =
    denial.denier ??
    own?.speaker ??
    (spoken ?? written)?.speaker ??
    (denial.denierAt === null ? (holder?.speaker ?? null) : null);
  const target = rangeOfTarget(denial);
  const claim = findClaim(denial, denier, target, text, voice);
  const denied = denialWords(denial, denier, claim, text, spoken ?? written, own);
  if (denied.length === 0) return null;
  if (claim)
    return {
      denial,
      claim,
      claimer: claim.speaker === denier ? null : (claim.speaker ?? stateOf(claim, text)),
      denier,
      claimed: claimWords(claim, denier, text).flatMap((range) => clip(range, denial)),
      denied,
    };
  const figure = ownedFigure(denial);
  if (figure) return { denial, claim: null, claimer: figure.owner, denier, claimed: [figure.range], denied };
  // A clause of its own is a claim, told by whom the text does not say; what it contradicts has an owner.
  const isClause = target !== null && denial.target!.finite && (denial.kind === 'denial' || denial.owner !== null);
  return isClause ? { denial, claim: null, claimer: denial.owner, denier, claimed: [target], denied } : null;
}

/** "The Norlandish regime claimed": the state speaks, though no body of it is named. */
function stateOf({ statement: { source }, sentence }: Told, text: Text): number | null {
  if (!source || !/\b(?:authorities|government|leadership|regime|state)\b/.test(wordsIn(text, source))) return null;
  const scene = text.scenes[sentence]!;
  for (const [i, token] of scene.sentence.tokens.entries()) {
    const origin = token.start >= source.start && token.end <= source.end ? originAt(scene, i) : null;
    if (origin !== null) return origin;
  }
  return null;
}

/** The claim that is denied: by whose it is, by its words, or the one told right before. */
function findClaim(denial: Denial, denier: number | null, target: Range | null, text: Text, voice: Voice): Told | null {
  const s = denial.scene.index;
  const at = denial.scene.sentence.tokens[denial.at]!.start;
  const stems = target ? stemsIn(text, target) : [];
  const deed = deedOf(denial);
  const { sentence } = denial.scene;
  const near = new Set([...stemsIn(text, sentence), ...((voice.text ?? voice.spoken)?.stems ?? [])]);
  const mine = [voice.own, voice.spoken, voice.text, voice.holder].filter(
    (told) => told !== null && (told.speaker !== denial.owner || denial.owner === null),
  );
  let best: Told | null = null;
  let bestScore = 0;
  for (const told of around(text, s, BEFORE, NEAR)) {
    const { statement } = told;
    if (told.denies || (denier !== null && statement.speaker === denier) || !ASSERTS.test(statement.act)) continue;
    if (told.stems.size < 2 && told.sentence !== s) continue;
    // Words of the denial itself are no other's claim.
    const inside = target !== null && told.start >= target.start && told.end <= target.end;
    if (inside || mine.some((own) => own !== null && told.start >= own.start && told.end <= own.end)) continue;
    const shared = shares(stems, told.stems);
    const before = told.start < at;
    // Words read so far that they hold the denial itself, or that whoever tells of it says.
    if (told.start <= at && at < told.end && told.sentence === s && denial.kind === 'contradiction') continue;
    if (denial.denierAt !== null && denier === null && told === voice.holder) continue;
    const away = Math.abs(told.sentence - s);
    const isOwner = denial.owner !== null && statement.speaker === denial.owner;
    const reports = isReport(told, text);
    const beside = away === 0 && reports;
    const pluperfect = !before && away <= AFTER && isPluperfect(told, text);
    if (denial.owner !== null && !isOwner) continue;
    if (!isAssertion(told, text)) continue;
    // "contradicted her statements": which of them, their words must show, or they are told right there.
    if (denial.kind === 'contradiction' && !target && before && shares(near, told.stems) < 2) continue;
    // "what the mediator had said" is told next; "the employers' figure" was told before, by words looked at elsewhere.
    if (denial.isOwned && denial.owner === null && (before || denial.kind === 'denial')) continue;
    const owned = isOwner || denial.isOwned;
    if (!before && !owned && !(target && (shared >= 2 || beside)) && !pluperfect) continue;
    // What is denied in its own words is only another's claim where most of these words are.
    if (target && shared < leastShared(stems.length, beside || pluperfect)) continue;
    if (deed !== null && !beside && !told.stems.has(deed)) continue;
    if (target && !beside && told.statement.content.some((range) => saysNo(text, range)) !== saysNo(text, target))
      continue;
    if (!target && !owned && away > (denial.noun ? NEAR : NEAR_POINTER)) continue;
    // "Lind called this a lie": what nobody is told to have said is hardly meant.
    if (!target && !owned && !denial.noun && !statement.source && !reports) continue;
    if (!target && !owned && denial.noun && !fitsNoun(denial.noun, told, { reports, near: away <= 1 }, text)) continue;
    const score =
      1 / (1 + away) +
      (isOwner ? 1 : 0) +
      shared * 0.5 +
      (statement.within === null ? 0.3 : 0) +
      (told.stems.size >= 4 ? 0.5 : 0) +
      (denial.noun && reports ? 0.6 : 0) +
      (pluperfect || before ? 0.1 : 0) -
      (isOne(statement.speaker, denier, denial.scene) ? 0.3 : 0);
    if (score > bestScore) {
      best = told;
      bestScore = score;
    }
  }
  return best;
}

/** How many words of what is denied a claim told elsewhere must have. */
function leastShared(words: number, beside: boolean): number {
  if (beside) return 1;
  return Math.max(2, Math.ceil(words / 2));
}

/** The stem of the verb or noun that a clause of its own denies; null for "be", and where there is no such clause. */
function deedOf({ target, scene }: Denial): string | null {
  if (!target) return null;
  const token = scene.sentence.tokens[target.head]!;
  return token.upos === 'VERB' || token.upos === 'NOUN' ? stemOf(token) : null;
}

/** True where something is claimed: the words have a verb, or the cue says that they allege. */
function isAssertion(told: Told, text: Text): boolean {
  // "asked whether the port was closed" claims nothing.
  if (/^[“"]?(?:whether|if|what|how|why)\b/i.test(wordsIn(text, told.statement.content[0]!))) return false;
  if (/\b(?:accus|alleg|blam|claim|report|charg)/.test(wordsIn(text, told.statement.cue))) return true;
  return told.statement.content.some((range) =>
    tokensIn(text, range).some((token) => token.upos === 'AUX' || (token.upos === 'VERB' && token.xpos !== 'VBG')),
  );
}

/** "the report" is of what was reported, "the charges" of what was charged; an "account" or a "version" of anything said. */
function fitsNoun(
  noun: string,
  told: Told,
  { reports, near }: { reports: boolean; near: boolean },
  text: Text,
): boolean {
  if (/^(?:report|reporting|article|story)$/.test(noun))
    return reports || near || told.speaker === null || isBody(told, text);
  if (/^(?:accusation|allegation|charge)$/.test(noun))
    return (
      told.statement.act === 'criticize' ||
      /\b(?:accus|alleg|charg|claim|blam|sa[iy]|report|told)/.test(wordsIn(text, told.statement.cue))
    );
  return true;
}

const isBody = (told: Told, text: Text): boolean =>
  told.speaker !== null && text.scenes[0]!.cast.entities[told.speaker]!.kind !== 'person';

// Acts that put something forward as so.
const ASSERTS = /^(?:say|claim|promise|warn|agree|criticize|believe|praise)$/;

/** The words of the text in a range, in lower case. */
const wordsIn = (text: Text, range: Range | null): string =>
  range ? text.scenes[0]!.doc.text.slice(range.start, range.end).toLowerCase() : '';

/** "RNB reported": the cue is of the news, not only of speech. */
const isReport = (told: Told, text: Text): boolean =>
  /\b(?:report|claim|alleg|publish|announc|suggest|assert|accus)/.test(wordsIn(text, told.statement.cue)) ||
  wordsIn(text, told.statement.cue).includes('said in');

/** "RNB had reported": told after the denial, it comes before it in time. */
const isPluperfect = (told: Told, text: Text): boolean =>
  /\bhad\b.*\b(?:report|claim|alleg|said|say|told|suggest|announc|wr[io]t)/.test(wordsIn(text, told.statement.cue));

/** The words of a claim, and what the same speaker adds to it close by. */
function claimWords(claim: Told, denier: number | null, text: Text): Range[] {
  const found = [...claim.statement.content];
  const { speaker } = claim.statement;
  if (speaker === null || speaker === denier) return tidy(found);
  for (const other of around(text, claim.sentence, NEAR, NEAR))
    if (
      other !== claim &&
      other.speaker === speaker &&
      other.statement.within === null &&
      !other.denies &&
      (shares(other.stems, claim.stems) >= 2 || (claim.stems.size < 2 && other.stems.size >= 5))
    )
      found.push(...other.statement.content);
  return tidy(found);
}

/** What a denier goes on to say on the matter: in words of the claim or of the denial, or with a no. */
function isOn(other: Told, claim: Told | null, { scene, target }: Denial, text: Text): boolean {
  const words = claim?.stems ?? new Set(stemsIn(text, scene.sentence));
  const about = target ? new Set([...words, ...stemsIn(text, scene.sentence)]) : words;
  return shares(other.stems, about) >= 1 || other.statement.content.some((range) => saysNo(text, range));
}

// "The source" and "he" right after a denial are whoever denied.
const ANAPHOR =
  /^(?:he|she|they|the (?:adviser|aide|diplomat|insider|minister|official|person|source|spokesman|spokesperson|spokeswoman))$/;

/** The words of the denial, and what the same speaker goes on to say. */
function denialWords(
  denial: Denial,
  denier: number | null,
  claim: Told | null,
  text: Text,
  spoken: Told | null,
  own: Told | null,
): Range[] {
  const { sentence, index } = denial.scene;
  const found: Range[] = spoken ? [...spoken.statement.content] : [];
  const inSentence = claim !== null && claim.start >= sentence.start && claim.end <= sentence.end;
  if (!denial.isText && !spoken)
    found.push(inSentence ? cutAround(sentence, claim, denial) : { start: sentence.start, end: sentence.end });
  for (const other of around(text, index, 0, AFTER)) {
    const { statement } = other;
    if (
      other === claim ||
      other === spoken ||
      other === own ||
      statement.within !== null ||
      statement.form === 'indirect' ||
      other.start < sentence.start
    )
      continue;
    const same =
      denier !== null && statement.speaker === denier && (other.sentence === index || isOn(other, claim, denial, text));
    // "A source denied it. “It is not so,” the source said." goes on with a denial by somebody without a name.
    const goesOn =
      statement.speaker === null &&
      other.sentence === index + 1 &&
      (denier === null || ANAPHOR.test(wordsIn(text, statement.source)));
    const last = text.scenes[Math.min(text.scenes.length - 1, index + AFTER)]!.sentence.end;
    if (same || goesOn) found.push(...statement.content.filter((range) => range.start < last));
  }
  return tidy(found);
}

/** The words of a claim without the clause that denies it, where a statement was read too far. */
function clip(range: Range, { scene, at }: Denial): Range[] {
  const first = clauseStart(scene, at);
  const { tokens } = scene.sentence;
  if (range.start >= tokens[first]!.start || range.end <= tokens[first]!.start || range.end > scene.sentence.end)
    return [range];
  let last = first - 1;
  while (last > 0 && /^(?:but|and|while|,|;|however)$/i.test(tokens[last]!.form)) last--;
  return tokens[last]!.end > range.start ? [{ start: range.start, end: tokens[last]!.end }] : [];
}

/** The first word of the clause of a verb, its subject included, also one that it shares with a verb before. */
function clauseStart(scene: Scene, verb: number): number {
  const { tokens } = scene.sentence;
  let top = verb;
  while (/^conj/.test(tokens[top]!.deprel) && kids(scene, top, /^nsubj/).length === 0 && tokens[top]!.head >= 0)
    top = tokens[top]!.head;
  const subject = kids(scene, top, /^nsubj/)[0];
  return subject === undefined ? top : Math.min(top, under(scene, subject)[0]!);
}

/** The part of the sentence with the denial in it that does not hold the claim. */
function cutAround(sentence: Range, claim: Told, { scene, at }: Denial): Range {
  const { tokens } = scene.sentence;
  if (claim.start < tokens[at]!.start) return { start: tokens[clauseStart(scene, at)]!.start, end: sentence.end };
  const source = claim.statement.source;
  const end = source && source.start > tokens[at]!.start && source.start < claim.start ? source.start : claim.start;
  const last = tokens.findLast((token) => token.end <= end && token.upos !== 'PUNCT');
  return { start: sentence.start, end: last && last.end > tokens[at]!.end ? last.end : end };
}

/** "the employers' figure": the sentence before that counts something and speaks of the employers. */
function ownedFigure(denial: Denial): { owner: number | null; range: Range } | null {
  if (!/^(?:figure|number|tally|account|version)$/.test(denial.noun ?? '') || denial.ownerWord === null) return null;
  const word = denial.scene.sentence.tokens[denial.ownerWord]!;
  const stem = lemmaOf(word).slice(0, OWNER_STEM);
  for (let s = denial.scene.index - 1; s >= Math.max(0, denial.scene.index - NEAR); s--) {
    const scene = denial.before(s);
    const { tokens } = scene.sentence;
    if (!tokens.some((token) => token.upos === 'NUM' && /\d/.test(token.form))) continue;
    if (!tokens.some((token) => lemmaOf(token).startsWith(stem))) continue;
    const mention = scene.cast.mentions.find(
      (one) =>
        one.start >= scene.sentence.start &&
        one.end <= scene.sentence.end &&
        scene.doc.text.slice(one.start, one.end).toLowerCase().includes(stem),
    );
    return { owner: mention?.entity ?? null, range: { start: scene.sentence.start, end: scene.sentence.end } };
  }
  return null;
}

const OWNER_STEM = 7;
