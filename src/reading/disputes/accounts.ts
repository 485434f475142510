/**
 * Accounts that the reporter says differ. In: sentences and what was said. Out: disputes. Example: "Norway said a date had
 * been agreed. Denmark gave a different account, saying that none had" sets Denmark against Norway.
 */
import type { LocalDispute, Range } from '../reading.ts';
import { entityAt, kids, lemmaOf, type Scene, subjectsOf } from '../scene.ts';
import { around, isOne, stemsIn, type Text, type Told } from './told.ts';

const ACCOUNT = /^(?:account|explanation|narrative|picture|readout|recollection|story|version)$/;
const DIFFERS = /^(?:conflicting|contradictory|contrary|contrasting|different|differing|opposing|opposite|rival)$/i;
const TELLS = /^(?:give|offer|paint|present|provide|tell|issue|publish)$/;
// Sentences over which the other account is looked for.
const BACK = 4;

export function accountsIn(text: Text): LocalDispute[] {
  return text.scenes.flatMap((scene) => scene.sentence.tokens.flatMap((_, at) => differing(scene, at, text) ?? []));
}

function differing(scene: Scene, at: number, text: Text): LocalDispute | null {
  const { tokens } = scene.sentence;
  if (!ACCOUNT.test(lemmaOf(tokens[at]!))) return null;
  const owner = ownerOf(scene, at);
  if (owner === null) return null;
  const later = around(text, scene.index, 0, 1).filter((told) => isOne(told.speaker, owner, scene));
  const own = later.find((told) => told.end > tokens[at]!.end) ?? later.at(-1);
  if (!own) return null;
  const words = new Set([...stemsIn(text, scene.sentence), ...own.stems]);
  const other = around(text, scene.index, BACK, 0).findLast(
    (told) =>
      told.end <= scene.sentence.start &&
      told.statement.within === null &&
      told.speaker !== null &&
      !isOne(told.speaker, owner, scene) &&
      [...told.stems].some((stem) => words.has(stem)),
  );
  return other ? toDispute(scene, at, { other, own, owner }, text) : null;
}

/** Whose account it is, where the words say that it differs: "Denmark's account was different", "Lind gave a different version". */
function ownerOf(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  const { head, deprel } = tokens[at]!;
  const isOther = kids(scene, at, /^amod/).some((i) => DIFFERS.test(tokens[i]!.form));
  if (isOther && /^obj/.test(deprel) && head >= 0 && TELLS.test(lemmaOf(tokens[head]!))) {
    const subject = subjectsOf(scene, head)[0];
    return subject === undefined ? null : entityAt(scene, subject);
  }
  const poss = kids(scene, at, /^nmod:poss/)[0];
  if (poss === undefined || head < 0 || !/^nsubj/.test(deprel)) return null;
  const isSaid = DIFFERS.test(tokens[head]!.form) || /^(?:differ|diverge)$/.test(lemmaOf(tokens[head]!));
  return isSaid ? entityAt(scene, poss) : null;
}

function toDispute(
  scene: Scene,
  at: number,
  { other, own, owner }: { other: Told; own: Told; owner: number },
  text: Text,
): LocalDispute {
  const { tokens } = scene.sentence;
  // "told a different story: the talks …" may be read as part of what is told.
  const after = tokens.find((token, i) => i > at && token.upos !== 'PUNCT')?.start ?? tokens[at]!.end;
  const content = own.statement.content
    .filter(({ end }) => end > after)
    .map((range) => (range.start < after && range.start >= scene.sentence.start ? { ...range, start: after } : range));
  const words = content.length > 0 ? content : own.statement.content;
  const { start, end } = scene.sentence;
  return {
    kind: 'contradiction',
    sides: [
      { actor: other.speaker, claim: other.statement.content[0]!, evidence: [...other.statement.content] },
      { actor: owner, claim: longest(words), evidence: [...words] },
    ],
    reported: true,
    self: false,
    stems: [...new Set([...other.stems, ...words.flatMap((range) => stemsIn(text, range))])].sort(),
    evidence: [{ start, end }],
    rule: 'dispute/accounts',
    confidence: 0.7,
  };
}

const longest = (ranges: Range[]): Range =>
  ranges.reduce((best, range) => (range.end - range.start > best.end - best.start ? range : best));
