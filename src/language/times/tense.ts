/**
 * Whether the clause around an expression of time tells of what was or of what is to come.
 *
 * The news reading of a bare weekday hangs on it: "met on Thursday" is the last one, "will meet on Thursday" the next.
 * Over a parsed sentence the clause is that of the verb above the expression; over plain tags it is that of the nearest verb before it,
 * or else after it.
 */
import type { Sentence, Token } from '../doc.ts';
import type { Direction } from './rule.ts';

/** Modals that place what they govern ahead of the telling. */
const AHEAD = new Set([
  'will',
  "'ll",
  '’ll',
  'wo',
  'shall',
  'would',
  "'d",
  '’d',
  'may',
  'might',
  'could',
  'can',
  'should',
  'must',
]);
/** Words whose infinitive is still to happen, and participles that announce. */
const PLANS = new Set(
  'suppose plan expect intend want hope set schedule due agree promise vow decide prepare aim likely ready slate seek need ask call book bind urge propose threaten wait poise begin start arrange invite order resume announce pledge try vote'.split(
    ' ',
  ),
);
const ANNOUNCED = new Set('schedule expect set plan slate book due project forecast tip bind'.split(' '));
/** Verbs of telling, which news also puts in the present for what was said. */
const TELLING = new Set(
  'say tell report write show add note warn claim argue ask reply insist think know want believe have be come mark'.split(
    ' ',
  ),
);

/** How far a verb may stand from the expression, in tokens: keeps a text without full stops linear. */
const REACH = 60;

function isFinitePast(token: Token): boolean {
  return token.xpos === 'VBD' || token.feats.Tense === 'Past';
}

/** What a verb tells, with its auxiliaries; null: ask the verb above it. */
function tenseOfVerb(
  verb: Token,
  auxiliaries: readonly Token[],
  marker: boolean,
  above: Token | null,
  direct: boolean,
): Direction {
  let be: 'past' | 'present' | null = null;
  let have = false;
  for (const aux of auxiliaries) {
    const low = aux.form.toLowerCase();
    if (aux.xpos === 'MD' || AHEAD.has(low)) {
      if (AHEAD.has(low)) {
        return auxiliaries.some((other) => other.lemma === 'have') && low !== 'will' ? 'past' : 'future';
      }
    }
    if (aux.lemma === 'have') have = true;
    if (aux.lemma === 'be') be = aux.xpos === 'VBD' ? 'past' : (be ?? 'present');
    if (aux.lemma === 'do') return isFinitePast(aux) ? 'past' : 'future';
  }
  if (have) return 'past';
  switch (verb.xpos) {
    case 'VBD':
      return 'past';
    case 'VBZ':
    case 'VBP':
      // "The council meets Friday", but "the move follows Friday's vote".
      return TELLING.has(verb.lemma) ? 'past' : direct ? 'future' : null;
    case 'VBN':
      if (marker) return 'future';
      if (ANNOUNCED.has(verb.lemma)) return 'future';
      return be === 'past' ? 'past' : be === 'present' ? 'past' : null;
    case 'VBG':
      return be === 'past' ? 'past' : be === 'present' ? 'future' : null;
    case 'VB':
      if (!marker) return null;
      if (above && (PLANS.has(above.lemma) || above.lemma === 'be')) return 'future';
      return null;
    default:
      return be === 'past' ? 'past' : be === 'present' && direct ? 'future' : null;
  }
}

/** "had been due to meet", "had planned to meet": what was ahead then is behind now. */
function isPerfect(tokens: readonly Token[], head: number): boolean {
  for (let i = Math.max(0, head - 6); i < head; i++)
    if (tokens[i]!.head === head && tokens[i]!.form.toLowerCase() === 'had') return true;
  return false;
}

function overTree(tokens: readonly Token[], at: number): Direction {
  let head = at;
  for (let hops = 0; hops < 40; hops++) {
    const token = tokens[head]!;
    const isVerb = token.upos === 'VERB' || token.upos === 'AUX';
    const copula = !isVerb && (token.head < 0 || token.upos === 'ADJ');
    if (isVerb || copula) {
      const auxiliaries: Token[] = [];
      let marker = false;
      let before: Token | null = null;
      // Auxiliaries stand before their verb, seldom far.
      for (let i = Math.max(0, head - 12); i < Math.min(tokens.length, head + 3); i++) {
        const child = tokens[i]!;
        if (child.head !== head) continue;
        if (child.deprel.startsWith('aux') || child.deprel === 'cop') auxiliaries.push(child);
        if (child.deprel === 'mark' && child.form.toLowerCase() === 'to') {
          marker = true;
          before = tokens[i - 1] ?? null;
        }
      }
      // "are due to meet": the word of planning is right before, even where the tree has it below.
      const planner = before && PLANS.has(before.lemma) ? before : null;
      const above = planner ?? (token.head >= 0 ? tokens[token.head]! : null);
      if (!isVerb && (token.lemma === 'due' || token.lemma === 'likely' || token.lemma === 'set'))
        return isPerfect(tokens, head) ? 'past' : 'future';
      const direction = tenseOfVerb(
        token,
        auxiliaries,
        marker,
        above,
        token === tokens[at] || tokens[at]!.head === head,
      );
      if (direction === 'future' && marker && above && isPerfect(tokens, tokens.indexOf(above))) return 'past';
      if (direction) return direction;
    }
    if (token.head < 0) return null;
    head = token.head;
  }
  return null;
}

function overTags(tokens: readonly Token[], at: number): Direction {
  const read = (i: number): Direction => {
    const token = tokens[i]!;
    if (token.xpos === 'MD') return AHEAD.has(token.form.toLowerCase()) ? 'future' : null;
    if (!token.xpos.startsWith('VB')) return token.lemma === 'due' || token.lemma === 'upcoming' ? 'future' : null;
    const auxiliaries: Token[] = [];
    let marker = false;
    let j = i - 1;
    for (; j >= Math.max(0, i - 4); j--) {
      const before = tokens[j]!;
      if (before.upos === 'AUX' || before.xpos === 'MD') auxiliaries.push(before);
      else if (before.xpos === 'TO') marker = true;
      else if (before.upos !== 'ADV' && before.upos !== 'PART') break;
    }
    return tenseOfVerb(token, auxiliaries, marker, j >= 0 ? tokens[j]! : null, true);
  };
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const direction = read(i);
    if (direction) return direction;
  }
  for (let i = at + 1; i < Math.min(tokens.length, at + REACH); i++) {
    const direction = read(i);
    if (direction) return direction;
  }
  return null;
}

/** The direction of the clause around the token at `at`. Looks at one sentence only, once per expression. */
export function directionOf(sentence: Sentence, at: number): Direction {
  const { tokens } = sentence;
  // Of a parsed sentence only the root has no head.
  const parsed = (tokens[0]?.head ?? -1) >= 0 || (tokens[1]?.head ?? -1) >= 0;
  return parsed ? overTree(tokens, at) : overTags(tokens, at);
}
