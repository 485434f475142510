/**
 * A claim that the end of its own sentence says is denied. In: sentences and what was said. Out: denials with the claim.
 * Example: "Lind complained that the vote was rigged, a charge that the board denied": the vote was rigged, says Lind.
 */
import type { Range } from '../reading.ts';
import { isNegated, kids, lemmaOf, originAt, rangeOfWords, type Scene, under, verbOf } from '../scene.ts';
import { type Denial, denierOf, isDone, NOTHING } from './denials.ts';
import type { Found } from './resolve.ts';
import { around, cuedAt, type Text, type Told } from './told.ts';
import { CLAIM, DENY, REJECT } from './words.ts';

export function appositionsIn(text: Text): Found[] {
  return text.scenes.flatMap((scene) => scene.sentence.tokens.flatMap((_, at) => apposed(scene, at, text) ?? []));
}

function apposed(scene: Scene, at: number, text: Text): Found | null {
  const { tokens } = scene.sentence;
  const verb = verbOf(scene, at);
  if (tokens[at]!.upos !== 'VERB' || !(DENY.has(verb) || REJECT.has(verb))) return null;
  if (isNegated(scene, at) || !isDone(scene, at) || kids(scene, at, /^nsubj:pass/).length > 0) return null;
  const noun = nounBefore(scene, at);
  if (noun === null) return null;
  const first = under(scene, noun, /^(?:acl|punct|parataxis|conj|cc)/).find((i) => i <= noun)!;
  if (!/^[,–—-]$/.test(tokens[first - 1]?.form ?? '')) return null;
  const { denier, denierAt } = denierOf(scene, at);
  if (denierAt === null) return null;
  const cut = tokens[first - 1]!.start;
  const claim = toldBefore(text, scene, cut, denier);
  const claimed = claim
    ? claim.statement.content
        .filter(({ start }) => start < cut)
        .map(({ start, end }) => ({ start, end: Math.min(end, cut) }))
    : clauseBefore(scene, first - 1);
  if (claimed.length === 0) return null;
  const denial: Denial = {
    ...NOTHING,
    scene,
    at,
    kind: 'denial',
    denier,
    denierAt,
    isText: false,
    noun: lemmaOf(tokens[noun]!),
    before: (s) => text.scenes[s]!,
  };
  const end = tokens.findLast((token) => token.upos !== 'PUNCT')!.end;
  const own = cuedAt(text, tokens[at]!.start);
  return {
    denial,
    claim,
    claimer: claim?.speaker ?? null,
    denier: denier ?? own?.speaker ?? originAt(scene, denierAt),
    claimed,
    denied: [{ start: tokens[first]!.start, end }],
  };
}

/** The noun that a denying clause belongs to: "a charge that the board denied", "a charge the board has heard and denied". */
function nounBefore(scene: Scene, at: number): number | null {
  const { tokens } = scene.sentence;
  const objects = kids(scene, at, /^(?:obj|ccomp|xcomp)/);
  if (objects.some((i) => i > at)) return null;
  let top = at;
  while (/^conj/.test(tokens[top]!.deprel) && tokens[top]!.head >= 0 && tokens[tokens[top]!.head]!.upos === 'VERB')
    top = tokens[top]!.head;
  const noun = tokens[top]!.head;
  if (!/^acl/.test(tokens[top]!.deprel) || noun < 0 || noun >= at || !CLAIM.has(lemmaOf(tokens[noun]!))) return null;
  if (/^(?:figure|number|account|article|story|tale|description)$/.test(lemmaOf(tokens[noun]!))) return null;
  // "charges that were denied" and "a charge denied by" have no subject of their own.
  return kids(scene, top, /^nsubj/).some((i) => i > noun && !/^(?:that|which)$/i.test(tokens[i]!.form)) ? noun : null;
}

/** What was said last before the apposition, in its sentence. */
function toldBefore(text: Text, { sentence, index }: Scene, cut: number, denier: number | null): Told | null {
  const near = around(text, index, 0, 0).filter(
    (told) => told.start >= sentence.start && told.start < cut && (denier === null || told.speaker !== denier),
  );
  const outer = near.filter(({ statement }) => statement.within === null);
  return outer.at(-1) ?? null;
}

/** The clause right before the apposition, told by nobody: from the start of the sentence or the last mark but that one. */
function clauseBefore(scene: Scene, comma: number): Range[] {
  const { tokens } = scene.sentence;
  const words = Array.from({ length: comma }, (_, i) => i).filter((i) => tokens[i]!.upos !== 'PUNCT');
  const hasVerb = words.some((i) => tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX');
  return hasVerb ? [rangeOfWords(scene, words)] : [];
}
