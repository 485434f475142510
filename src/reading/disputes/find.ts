/**
 * Disputes that an article reports: a denial with the claim that it denies, or two accounts that it says do not fit. In:
 * sentences, statements, and the words that deny. Out: both sides, each with its own passage. Example: "RNB said that
 * Lind had resigned. Her office called the report false." gives RNB against the office.
 *
 * A denial whose claim cannot be found is no dispute: without both passages a reader cannot judge it.
 */
import type { LocalDispute, LocalStatement, Range } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { firstFrom } from '../search.ts';
import type { Cast } from '../sources.ts';
import { stemsOf } from '../stems.ts';
import { type Denial, denialsIn, rangeOfTarget } from './denials.ts';

/** A statement with what the rules need of it. */
interface Claim {
  statement: LocalStatement;
  /** Index in `Reading.statements`. */
  index: number;
  sentence: number;
  start: number;
  end: number;
  stems: Set<string>;
}

interface Draft {
  denial: Denial;
  claim: Claim | null;
  target: Range | null;
  denier: number | null;
  told: Range[];
  denied: Range[];
}

export function findDisputes(scenes: Scene[], statements: LocalStatement[], cast: Cast): LocalDispute[] {
  const claims = claimsOf(scenes, statements);
  const drafts: Draft[] = [];
  for (const scene of scenes)
    for (const denial of denialsIn(scene)) {
      const draft = resolve(denial, claims, scenes, cast);
      if (draft) drafts.push(draft);
    }
  return merge(drafts, cast).map((group) => toDispute(group, scenes));
}

// Sentences over which a claim is looked for before and after its denial, and a denial goes on.
const BEFORE = 6;
const NEAR = 3;
const AFTER = 2;

function claimsOf(scenes: Scene[], statements: LocalStatement[]): Claim[] {
  const starts = scenes.map((scene) => scene.sentence);
  return statements.flatMap((statement, index) => {
    const first = statement.content[0];
    if (!first) return [];
    const end = statement.content.at(-1)!.end;
    const sentence = Math.max(0, firstFrom(starts, (statement.cue ?? first).start + 1) - 1);
    return [
      {
        statement,
        index,
        sentence,
        start: first.start,
        end,
        stems: new Set(statement.content.flatMap((range) => stemsIn(scenes, range))),
      },
    ];
  });
}

/** Stems of the words in a range. */
function stemsIn(scenes: Scene[], range: Range): string[] {
  const starts = scenes.map((scene) => scene.sentence);
  const stems: string[] = [];
  for (
    let s = Math.max(0, firstFrom(starts, range.start + 1) - 1);
    s < scenes.length && scenes[s]!.sentence.start < range.end;
    s++
  )
    stems.push(
      ...stemsOf(scenes[s]!.sentence.tokens.filter((token) => token.start >= range.start && token.end <= range.end)),
    );
  return stems;
}

function resolve(denial: Denial, claims: Claim[], scenes: Scene[], cast: Cast): Draft | null {
  const { scene, at } = denial;
  const token = scene.sentence.tokens[at]!;
  const holder = statementAt(claims, token.start);
  // "The report is wrong": who denies is who speaks.
  const own = claims.find(
    (claim) =>
      claim.statement.cue !== null && claim.statement.cue.start <= token.start && token.end <= claim.statement.cue.end,
  );
  const spoken = denial.denierAt === null ? holder : null;
  if (denial.denierAt === null && !holder) return null;
  const text = denial.isText ? lastText(claims, token.start) : null;
  if (denial.isText && !text) return null;
  const denier =
    denial.denier ?? own?.statement.speaker ?? (spoken ?? text)?.statement.speaker ?? holder?.statement.speaker ?? null;
  const target = rangeOfTarget(denial);
  const claim = findClaim(denial, denier, target, claims, scenes, [own, spoken, text, holder]);
  // A clause of its own is a claim, told by whom the text does not say.
  if (!claim && !(target && denial.target!.finite)) return null;
  if (denial.kind === 'contradiction' && !claim) return null;
  const told = claim ? evidenceOf(claim, claims, denier) : [target!];
  return {
    denial,
    claim,
    target,
    denier,
    told,
    denied: denialEvidence(denial, denier, claim, claims, spoken ?? text, cast),
  };
}

/** The claim that is denied: by whose it is, by its words, or the one told right before. */
function findClaim(
  denial: Denial,
  denier: number | null,
  target: Range | null,
  claims: Claim[],
  scenes: Scene[],
  own: (Claim | null | undefined)[],
): Claim | null {
  const s = denial.scene.index;
  const at = denial.scene.sentence.tokens[denial.at]!.start;
  const stems = new Set(target ? stemsIn(scenes, target) : []);
  let best: Claim | null = null;
  let bestScore = 0;
  for (const claim of window(claims, s, BEFORE, NEAR)) {
    const { statement } = claim;
    if (own.includes(claim) || (denier !== null && statement.speaker === denier)) continue;
    if (
      /^(?:deny|decline)$/.test(statement.act) ||
      (/^(?:ask|demand)$/.test(statement.act) && statement.speaker !== denial.owner)
    )
      continue;
    // Words of the denial itself are no other's claim.
    const inside = target && claim.start >= target.start && claim.end <= target.end;
    if (inside || own.some((mine) => mine && claim.start >= mine.start && claim.end <= mine.end)) continue;
    const shared = [...stems].filter((stem) => claim.stems.has(stem)).length;
    const before = claim.start < at;
    const away = Math.abs(claim.sentence - s);
    const isOwner = denial.owner !== null && statement.speaker === denial.owner;
    if (denial.owner !== null && !isOwner) continue;
    if (denial.isOwned && denial.owner === null && before) continue;
    if (!before && !isOwner && !denial.isOwned && !(target && (shared >= 2 || (away === 0 && isReport(claim)))))
      continue;
    if (target && !isOwner && shared < 2 && !(away === 0 && isReport(claim))) continue;
    if (!target && !isOwner && !denial.isOwned && away > NEAR) continue;
    const score =
      1 / (1 + away) +
      (isOwner ? 1 : 0) +
      shared * 0.5 +
      (statement.within === null ? 0.3 : 0) +
      (denial.noun && isReport(claim) ? 0.4 : 0) +
      (before ? 0.1 : 0);
    if (score > bestScore) {
      best = claim;
      bestScore = score;
    }
  }
  return best;
}

const isReport = (claim: Claim): boolean =>
  /^(?:say|claim|promise|warn|agree|criticize|believe)$/.test(claim.statement.act);

/** The words of a claim, and what the same speaker adds to it close by. */
function evidenceOf(claim: Claim, claims: Claim[], denier: number | null): Range[] {
  const found = [...claim.statement.content];
  const { speaker } = claim.statement;
  if (speaker === null) return found;
  for (const other of window(claims, claim.sentence, NEAR, NEAR)) {
    if (other === claim || other.statement.speaker !== speaker || speaker === denier || other.statement.within !== null)
      continue;
    if ([...other.stems].filter((stem) => claim.stems.has(stem)).length >= 2) found.push(...other.statement.content);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words of the denial, and what the same speaker goes on to say. */
function denialEvidence(
  denial: Denial,
  denier: number | null,
  claim: Claim | null,
  claims: Claim[],
  spoken: Claim | null,
  _cast: Cast,
): Range[] {
  const { sentence, index } = denial.scene;
  const found: Range[] = spoken ? [...spoken.statement.content] : [];
  if (!denial.isText)
    found.push(
      claim && claim.start >= sentence.start && claim.end <= sentence.end
        ? cutAround(sentence, claim, denial)
        : { start: sentence.start, end: sentence.end },
    );
  for (const other of window(claims, index, 0, AFTER)) {
    if (other === claim || other === spoken || other.statement.within !== null || other.start < sentence.start)
      continue;
    const same = denier !== null && other.statement.speaker === denier;
    // "He said" after an unnamed denial goes on with it.
    const goesOn =
      denier === null &&
      other.statement.speaker === null &&
      other.sentence === index + 1 &&
      other.statement.form === 'direct';
    if (same || goesOn) found.push(...other.statement.content);
  }
  const unique = new Map(found.map((range) => [`${range.start} ${range.end}`, range]));
  return [...unique.values()].sort((a, b) => a.start - b.start);
}

/** The part of the sentence with the denial in it that does not hold the claim. */
function cutAround(sentence: Range, claim: Claim, denial: Denial): Range {
  const at = denial.scene.sentence.tokens[denial.at]!.start;
  if (claim.start > at)
    return {
      start: sentence.start,
      end:
        (claim.statement.source ?? claim.statement.content[0]!).start > at
          ? Math.min((claim.statement.source ?? claim.statement.content[0]!).start, claim.start)
          : claim.start,
    };
  return { start: Math.min(claim.end, at), end: sentence.end };
}

/** Claims whose cue stands in some sentences around one. They are nearly in order, so the ends are found by halving. */
function window(claims: Claim[], sentence: number, before: number, after: number): Claim[] {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claims[middle]!.sentence < sentence - before - 1) low = middle + 1;
    else high = middle;
  }
  const found: Claim[] = [];
  for (let i = low; i < claims.length && claims[i]!.sentence <= sentence + after + 1; i++)
    if (claims[i]!.sentence >= sentence - before && claims[i]!.sentence <= sentence + after) found.push(claims[i]!);
  return found;
}

/** The innermost statement around an offset. */
function statementAt(claims: Claim[], offset: number): Claim | null {
  let best: Claim | null = null;
  for (let i = firstFrom(claims, offset + 1) - 1, steps = 0; i >= 0 && steps < DEEPEST; i--, steps++) {
    const claim = claims[i]!;
    const isIn = claim.statement.content.some((range) => range.start <= offset && offset < range.end);
    if (isIn && (!best || claim.end - claim.start < best.end - best.start)) best = claim;
  }
  return best;
}

const DEEPEST = 12;

/** The newest statement before a place that was made in writing. */
function lastText(claims: Claim[], offset: number): Claim | null {
  for (let i = firstFrom(claims, offset) - 1, steps = 0; i >= 0 && steps < DEEPEST; i--, steps++) {
    const { channel, within } = claims[i]!.statement;
    if (within === null && channel !== null && /^(?:statement|letter|post|document|report)$/.test(channel.kind))
      return claims[i]!;
  }
  return null;
}

/** Denials of one claim, or by one denier right after one another, are one dispute. */
function merge(drafts: Draft[], _cast: Cast): Draft[][] {
  const groups: Draft[][] = [];
  for (const draft of drafts) {
    const same = groups.slice(-NEAR).find((group) => group.some((other) => isSame(other, draft)));
    if (same) same.push(draft);
    else groups.push([draft]);
  }
  return groups;
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.denial.kind !== b.denial.kind) return false;
  if (a.claim && a.claim === b.claim) return true;
  const near = Math.abs(a.denial.scene.index - b.denial.scene.index) <= NEAR;
  const sameClaim = a.told.some((x) => b.told.some((y) => x.start < y.end && y.start < x.end));
  return (
    near &&
    (sameClaim ||
      (a.denier !== null &&
        a.denier === b.denier &&
        !(a.claim && b.claim && a.claim.statement.speaker !== b.claim.statement.speaker)))
  );
}

function toDispute(group: Draft[], scenes: Scene[]): LocalDispute {
  const lead = group.find((draft) => draft.claim !== null) ?? group[0]!;
  const told = uniqueRanges(group.flatMap((draft) => draft.told));
  const denied = uniqueRanges(group.flatMap((draft) => draft.denied));
  const denier = group.find((draft) => draft.denier !== null)?.denier ?? null;
  const claim = lead.claim?.statement.content[0] ?? lead.target!;
  const { sentence } = lead.denial.scene;
  return {
    kind: lead.denial.kind,
    sides: [
      { actor: lead.claim?.statement.speaker ?? null, claim, evidence: told },
      { actor: denier, claim: denied[0]!, evidence: denied },
    ],
    reported: true,
    self: false,
    settled: null,
    stems: [
      ...new Set([...told, ...(lead.target ? [lead.target] : [])].flatMap((range) => stemsIn(scenes, range))),
    ].sort(),
    evidence: [{ start: sentence.start, end: sentence.end }],
    rule: lead.claim ? `dispute/${lead.denial.kind}` : 'dispute/denied-clause',
    confidence: lead.claim ? (lead.denial.target ? 0.85 : 0.8) : 0.6,
  };
}

function uniqueRanges(ranges: Range[]): Range[] {
  const unique = new Map(ranges.map((range) => [`${range.start} ${range.end}`, range]));
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
