/**
 * A claim that the end of its own sentence says is denied. In: sentences and what was said. Out: denials with the claim.
 * Example: "Lind complained that the vote was rigged, a charge that the board denied": the vote was rigged, says Lind.
 */
import type { Token } from '../../language/doc.ts';
import type { Range } from '../reading.ts';
import { entityAt, isNegated, kids, lemmaOf, originAt, rangeOfWords, type Scene, under, verbOf } from '../scene.ts';
import { type Denial, denierOf, isDone } from './denials.ts';
import type { Found } from './resolve.ts';
import { NOTHING } from './targets.ts';
import { around, cuedAt, type Text, type Told } from './told.ts';
import { CALL, CLAIM, DENY, FALSE, REJECT } from './words.ts';

export function appositionsIn(text: Text): Found[] {
  return text.scenes.flatMap((scene) => scene.sentence.tokens.flatMap((_, at) => apposed(scene, at, text) ?? []));
}

function apposed(scene: Scene, at: number, text: Text): Found | null {
  const { tokens } = scene.sentence;
  const verb = verbOf(scene, at);
  const isCalled = CALL.has(verb) && kids(scene, at, /^(?:xcomp|obj|obl)/).some((i) => i > at && isFalse(tokens[i]!));
  if (tokens[at]!.upos !== 'VERB' || !(DENY.has(verb) || REJECT.has(verb) || isCalled)) return null;
  if (isNegated(scene, at) || !isDone(scene, at) || kids(scene, at, /^nsubj:pass/).length > 0) return null;
  const noun = nounBefore(scene, at, isCalled);
  if (noun === null) return null;
  const first = under(scene, noun, /^(?:acl|punct|parataxis|conj|cc)/).find((i) => i <= noun)!;
  if (!/^[,–—-]$/.test(tokens[first - 1]?.form ?? '')) return null;
  const name = nameAfter(scene, noun, at);
  const { denier, denierAt } = name === null ? denierOf(scene, at) : { denier: entityAt(scene, name), denierAt: name };
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
function nounBefore(scene: Scene, at: number, isCalled: boolean): number | null {
  const { tokens } = scene.sentence;
  const objects = kids(scene, at, /^(?:obj|ccomp|xcomp)/);
  if (!isCalled && objects.some((i) => i > at)) return null;
  let top = at;
  while (/^conj/.test(tokens[top]!.deprel) && tokens[top]!.head >= 0 && tokens[tokens[top]!.head]!.upos === 'VERB')
    top = tokens[top]!.head;
  const noun = tokens[top]!.head;
  if (!/^acl/.test(tokens[top]!.deprel) || noun < 0 || noun >= at || !CLAIM.has(lemmaOf(tokens[noun]!))) return null;
  if (/^(?:figure|number|account|article|story|tale|description)$/.test(lemmaOf(tokens[noun]!))) return null;
  // "charges that were denied" and "a charge denied by" have no subject of their own.
  const isOwn = kids(scene, top, /^nsubj/).some((i) => i > noun && !/^(?:that|which)$/i.test(tokens[i]!.form));
  return isOwn || nameAfter(scene, noun, at) !== null ? noun : null;
}

/** "an accusation Ana Lind rejected": the tree may hang the name on the noun. */
function nameAfter(scene: Scene, noun: number, at: number): number | null {
  return (
    kids(scene, noun, /^appos/).find((i) => i > noun && i < at && scene.sentence.tokens[i]!.upos === 'PROPN') ?? null
  );
}

const isFalse = (token: Token): boolean => FALSE.has(lemmaOf(token)) || FALSE.has(token.form.toLowerCase());

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
