/**
 * Disputes that an article reports: a denial with the claim that it denies, or two accounts that it says do not fit. In:
 * sentences, statements, and the words that deny. Out: both sides, each with its own passage. Example: "RNB said that
 * Lind had resigned. Her office called the report false." gives RNB against the office.
 *
 * A denial whose claim cannot be found is no dispute: without both passages a reader cannot judge it.
 */
import type { DeedClaim, LocalDispute, Range } from '../reading.ts';
import { accountsIn } from './accounts.ts';
import { appositionsIn } from './appositions.ts';
import { blamesIn } from './blame.ts';
import { confirmed } from './confirms.ts';
import { contrastsIn } from './contrasts.ts';
import { countsIn } from './counts.ts';
import { type Denial, denialsIn } from './denials.ts';
import { excusesIn } from './excuses.ts';
import { momentsIn } from './moments.ts';
import { noMeetingsIn } from './no-meeting.ts';
import { ownWordsIn } from './own-words.ts';
import { type Found, resolve, voiceOf } from './resolve.ts';
import { isOne, shares, stemsIn, type Text, type Told, tidy } from './told.ts';
import { unknownIn } from './unknown.ts';

export function findDisputes(text: Text, claims: DeedClaim[]): LocalDispute[] {
  const { scenes } = text;
  const apposed = appositionsIn(text);
  const taken = new Set(apposed.map(({ denial }) => placeOf(denial)));
  const denials = scenes
    .flatMap((scene) => denialsIn(scene, (s) => scenes[s]!))
    .filter((denial) => !taken.has(placeOf(denial)));
  const voiced = denials.map((denial) => ({ denial, voice: voiceOf(denial, text) }));
  // What denies is nobody's claim to be denied in turn.
  for (const { denial, voice } of voiced)
    for (const told of [voice.own, voice.holder]) if (told && !isOwners(told, denial)) told.denies = true;
  const found = [...apposed, ...voiced.flatMap(({ denial, voice }) => resolve(denial, voice, text) ?? [])].sort(
    (a, b) => placeOf(a.denial) - placeOf(b.denial),
  );
  const told = [
    ...merge(found, text).map((group) => confirmed(toDispute(group, text), text)),
    ...contrastsIn(text),
    ...accountsIn(text),
    ...blamesIn(text),
    ...excusesIn(text),
    ...ownWordsIn(text, claims),
  ];
  // What already stands in a dispute opens no second one.
  const more = [...unknownIn(text), ...countsIn(text), ...momentsIn(text), ...noMeetingsIn(text)].filter(
    (one) => !told.some((other) => isWithin(one, other)),
  );
  return [...told, ...more].sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start);
}

/** True where the words of the later side already stand in another dispute. */
function isWithin(one: LocalDispute, other: LocalDispute): boolean {
  const last = one.sides.at(-1)!.evidence;
  return other.sides.some((side) => side.evidence.some((a) => last.some((b) => a.start < b.end && b.start < a.end)));
}

/** Where the word that denies stands. */
const placeOf = ({ scene, at }: Denial): number => scene.sentence.tokens[at]!.start;

/** A claim that was read too far, into the words that deny it, stays a claim. */
const isOwners = (told: Told, denial: Denial): boolean => denial.owner !== null && told.speaker === denial.owner;

// Sentences within which denials of one claim are one dispute.
const NEAR = 3;
// Sentences at the head of an article, and how far on they are told again.
const LEAD = 3;
const LEAD_REACH = 6;
// Groups looked back over.
const OPEN = 4;

/** Denials of one claim, or by one denier right after one another, are one dispute. */
function merge(found: Found[], text: Text): Found[][] {
  const groups: Found[][] = [];
  for (const one of found) {
    const same = groups.slice(-OPEN).find((group) => group.some((other) => isSame(other, one, text)));
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups;
}

function isSame(a: Found, b: Found, text: Text): boolean {
  if (a.denial.kind !== b.denial.kind) return false;
  if (a.claim !== null && a.claim === b.claim) return true;
  const away = b.denial.scene.index - a.denial.scene.index;
  // The head of an article tells in short what its body tells again.
  const isLead = a.denial.scene.index < LEAD && (a.claim === null || a.denial.noun === null) && away <= LEAD_REACH;
  if (isLead && (a.denier === null || b.denier === null || isOne(a.denier, b.denier, a.denial.scene))) return true;
  if (away > NEAR) return false;
  if (a.claimed.some((x) => b.claimed.some((y) => x.start < y.end && y.start < x.end))) return true;
  const words = (one: Found): Set<string> => new Set(one.claimed.flatMap((range) => stemsIn(text, range)));
  const shared = shares(words(a), words(b));
  const sameDenier = a.denier !== null && a.denier === b.denier;
  const otherClaimer = a.claimer !== null && b.claimer !== null && a.claimer !== b.claimer;
  return !otherClaimer && (sameDenier ? shared >= 1 || !a.claim || !b.claim : shared >= 3);
}

function toDispute(group: Found[], text: Text): LocalDispute {
  const lead = group.find((one) => one.claim !== null) ?? group[0]!;
  const claimed = tidy(group.flatMap((one) => one.claimed));
  const denied = tidy(group.flatMap((one) => one.denied));
  const { sentence } = lead.denial.scene;
  return {
    kind: lead.denial.kind,
    sides: [
      { actor: lead.claimer, claim: longest(ownWords(lead)), evidence: claimed },
      { actor: group.find((one) => one.denier !== null)?.denier ?? null, claim: lead.denied[0]!, evidence: denied },
    ],
    reported: true,
    self: false,
    stems: [...new Set(claimed.flatMap((range) => stemsIn(text, range)))].sort(),
    evidence: [{ start: sentence.start, end: sentence.end }],
    rule: lead.claim || lead.claimer !== null ? `dispute/${lead.denial.kind}` : 'dispute/denied-clause',
    confidence: confidenceOf(lead),
  };
}

/** Of what is told as claimed, the words of the claim that is denied: the rest only goes with it. */
function ownWords({ claim, claimed }: Found): Range[] {
  const own = claimed.filter((range) =>
    claim?.statement.content.some((one) => one.start < range.end && range.start < one.end),
  );
  return own.length > 0 ? own : claimed;
}

/** The first of the longest ranges: what best tells a side. */
const longest = (ranges: Range[]): Range =>
  ranges.reduce((best, range) => (range.end - range.start > best.end - best.start ? range : best));

/** Read by eye on five stories: a claim found by its owner or its words is right more often than the one told before. */
function confidenceOf({ claim, denial }: { claim: Found['claim']; denial: Denial }): number {
  if (!claim) return 0.6;
  return denial.owner !== null || denial.target ? 0.85 : 0.8;
}
