/**
 * The words of a proposition, whole and readable. In: the words that hang together on the head of a matter. Out: those
 * without what only stands beside them, and with what a parser cut off. Example: "release the crew, who were led away
 * in May" gives "release the crew"; "the stage" of "the stage-one terms" gives "the stage-one terms".
 */
import { childrenOf, formOf, isJoinedVerb, phraseAt, type Tree, trim, type Words } from './tree.ts';
import { complete, isClaim } from './whole.ts';

/**
 * @param verb the word that takes the matter.
 * @param head the word that heads it.
 * @param isCut true where something else is known to follow the matter: how it is judged.
 */
export function tidy(tree: Tree, words: Words, verb: number, head: number, isCut = false): Words {
  const front = withoutFront(tree, fromInfinitive(tree, words, head), head);
  const joined = joinHyphens(tree, finishClause(tree, front, verb));
  const cut = { from: joined.from, to: endOf(tree, joined, verb, head) };
  // What was cut off stays off.
  const whole = isCut || cut.to < joined.to ? cut : complete(tree, trim(tree, cut), verb, head);
  const said = { from: whole.from, to: withoutOccasion(tree, whole, head) };
  return trim(tree, { from: said.from, to: withoutDay(tree, trim(tree, said), verb, head) });
}

const OCCASION =
  /^(?:address|appearance|briefing|broadcast|conference|convention|conversation|debate|diatribe|editorial|email|essay|event|interview|letter|lunch|post|rally|ruling|speech|statement|tweet|visit)$/;

/** "the tax in a radio interview": where or when it was said. */
function withoutOccasion(tree: Tree, { from, to }: Words, head: number): number {
  for (let i = to - 1; i > Math.max(head, from); i--) {
    const { upos, lemma } = tree.tokens[i]!;
    // "the package within the hour": how soon.
    const leads = OCCASION.test(lemma) ? /^(?:at|in|during)$/ : /^(?:hour|minute)$/.test(lemma) ? /^within$/ : null;
    if (upos !== 'NOUN' || leads === null) continue;
    const lead = childrenOf(tree, i, /^case/)[0];
    if (lead === undefined || lead <= Math.max(head, from) || !leads.test(formOf(tree.tokens[lead]!))) continue;
    if (phraseAt(tree, i).to >= to) return lead;
  }
  return to;
}

/** "a new toll on Friday", "the pact last May": when it was said or done; of an event when it shall be. */
function withoutDay(tree: Tree, { from, to }: Words, verb: number, head: number): number {
  const { tokens } = tree;
  if (!/^(?:NOUN|PROPN)$/.test(tokens[head]!.upos) || childrenOf(tree, head, /^(?:nsubj|cop)/).length > 0) return to;
  let start = to - 1;
  const wordAt = (i: number): string => tokens[i]?.form.toLowerCase() ?? '';
  const before = (): string => wordAt(start - 1);
  // "signed it into law April 5", "approved the plan in May": done by then.
  if (DOING.test(tokens[verb]!.lemma)) {
    const at = /^\d{1,2}$/.test(tokens[to - 1]!.form) && MONTH.test(wordAt(to - 2)) ? to - 2 : to - 1;
    const isDate = at > head && (MONTH.test(formOf(tokens[at]!)) || /^(?:19|20)\d\d$/.test(tokens[at]!.form));
    if (isDate && (at < to - 1 || wordAt(at - 1) === 'in')) return wordAt(at - 1) === 'in' ? at - 1 : at;
  }
  const past = UNIT.test(formOf(tokens[start]!)) && /^(?:last|past)$/.test(before());
  if (!past && !DAY.test(formOf(tokens[start]!))) return to;
  while (start - 1 > head && /^(?:on|in|over|during|the|late|early|last|past)$/.test(before())) start--;
  if (start <= Math.max(head, from)) return to;
  const isEvent = tokens.slice(head, start).some(({ lemma }) => EVENT.test(lemma));
  return isEvent && !past ? to : start;
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight)$/;
const DOING = /^(?:sign|approve|ratify|reject|veto|endorse|oppose|condemn|accept)$/;
const MONTH =
  /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|march|april|may|june|july|aug(?:ust|\.)?|sept(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/;
const UNIT =
  /^(?:day|night|week|weekend|month|year|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const EVENT =
  /^(?:action|assembly|ballot|boycott|ceasefire|conference|convention|day|deadline|debate|demonstration|election|gathering|hearing|march|meeting|negotiation|pause|poll|protest|rally|referendum|release|return|round|session|shutdown|stoppage|strike|summit|talk|truce|visit|vote|walkout)$/;

/** "promised | on Monday at a rally to close it": from the verb on. */
function fromInfinitive(tree: Tree, { from, to }: Words, head: number): Words {
  const mark = childrenOf(tree, head, /^mark/).find((i) => formOf(tree.tokens[i]!) === 'to');
  if (mark === undefined || mark <= from) return { from, to };
  const first = formOf(tree.tokens[from]!);
  return OCCASIONAL.test(first) ? { from: mark + 1, to } : { from, to };
}

const OCCASIONAL =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|last|late|early|at|on|in|during|after|again|once|even|ever)$/;

/** "for | instance, calls to close it": what is said in front of the sentence. */
function withoutFront(tree: Tree, { from, to }: Words, head: number): Words {
  const comma = tree.tokens.findIndex(({ form }, i) => i > from && form === ',');
  const fronted = from === 1 && /^(?:ADP|SCONJ)$/.test(tree.tokens[0]!.upos) && comma > 0 && comma < head && comma < 6;
  return fronted ? { from: comma + 1, to } : { from, to };
}

/** "the stage | -one terms": what a hyphen joins is one word, and its noun follows. */
function joinHyphens(tree: Tree, { from, to }: Words): Words {
  const { tokens } = tree;
  let end = to;
  while (tokens[end]?.form === '-' && tokens[end]!.start === tokens[end - 1]!.end && tokens[end + 1]) {
    end += 2;
    while (isNoun(tree, end) && tokens[end + 1]?.form !== '-') end++;
  }
  return { from, to: end };
}

const isNoun = (tree: Tree, i: number): boolean => /^(?:NOUN|PROPN)$/.test(tree.tokens[i]?.upos ?? '');

/** "some of the changes lawmakers | are expected to make": a clause without "that", which ends before a mark or "and". */
function finishClause(tree: Tree, { from, to }: Words, verb: number): Words {
  const { tokens } = tree;
  // "its readiness to take a stake | would help": the verb of the noun before.
  if (tree.tokens[verb]!.upos === 'NOUN') return { from, to };
  // "a breakout performance | were": one noun, and no clause without "that".
  if (tree.tokens[to - 2]?.head === to - 1) return { from, to };
  if (from <= verb || to - from < 2 || !isNoun(tree, to - 1) || !isNoun(tree, to - 2)) return { from, to };
  if (tokens[to]?.upos !== 'AUX') return { from, to };
  let end = to;
  while (end < tokens.length && !/^(?:PUNCT|CCONJ)$/.test(tokens[end]!.upos)) end++;
  return { from, to: end };
}

/** "women should decide and the state | should not": what is joined goes on with a verb of its own. */
function isOpenEnd(tree: Tree, { from, to }: Words, at: number): boolean {
  const { tokens } = tree;
  if (tokens[at]!.upos !== 'CCONJ' || at <= from || to - at > 4 || !/^(?:AUX|VERB)$/.test(tokens[to]?.upos ?? ''))
    return false;
  return isNoun(tree, to - 1) && /^(?:VBZ|VBP|VBD|MD)$/.test(tokens[to]!.xpos);
}

const RELATIVE = /^(?:which|who|whom|whose|where|when)$/;
const ASIDE = /^(?:though|although|while|whereas|but|yet|because|since|as|even|despite|another|something|rather|not)$/;
const OPENING = /^[“"‘'(]$/;
const CLOSING = /^[”"’')]$/;

/** Where the words end: before a half-stop, a dash, or a comma that leads to what stands beside the matter. */
function endOf(tree: Tree, { from, to }: Words, verb: number, head: number): number {
  const { tokens } = tree;
  const isNounStance = tokens[verb]!.upos === 'NOUN';
  let depth = 0;
  for (let i = from; i < to; i++) {
    const form = formOf(tokens[i]!);
    if (OPENING.test(form) && !(form === CLOSED[form] && depth > 0)) depth++;
    else if (CLOSING.test(form) && depth > 0) depth--;
    // A quotation that opened well before the matter closes: what follows is told by others.
    else if (isLateClose(tree, i, from) && i > head) return i;
    if (i <= head || i === from) continue;
    if (form === ';' && depth === 0) return i;
    // "a higher wage: “Nobody …”": what is quoted to it.
    if (form === ':' && depth === 0 && OPENING.test(tokens[i + 1]?.form ?? '')) return i;
    if (form === 'because' && depth === 0 && formOf(tokens[i - 1]!) !== 'not') return i;
    if (isDash(tree, i) && dashesIn(tree, { from, to }) === 1) return i;
    if (form === ',' && isBeside(tree, i, to, head)) return i;
    // "cites the support for the Act, “the posters …” and a strike": what else is cited.
    if (form === ',' && isNounStance && OPENING.test(tokens[i + 1]?.form ?? '') && tokens[i + 2]?.upos === 'DET')
      return i;
    if (isTurn(tree, i, head) || isOpenEnd(tree, { from, to }, i)) return i;
    // "leave the talks rather than give way"
    if (form === 'rather' && formOf(tokens[i + 1] ?? tokens[i]!) === 'than' && tokens[i + 2]?.upos === 'VERB') return i;
    // "it will go on while others say …": a clause beside it, with a mark or without.
    if (/^(?:while|whereas|although|though)$/.test(form) && tokens[i]!.upos === 'SCONJ') return i;
  }
  return to;
}

/** A mark that closes what opened well before the words: “…” or ‘…’. */
function isLateClose({ tokens }: Tree, i: number, from: number): boolean {
  const { form, xpos } = tokens[i]!;
  if (OPENING.test(tokens[from - 1]?.form ?? '')) return false;
  if (form === '”') return true;
  return form === '’' && xpos !== 'POS' && tokens.slice(0, from).some((token) => token.form === '‘');
}

const DASH = /^(?:–|—|―|--)$/;

/** Also a hyphen with space on both sides. */
const isDash = ({ tokens }: Tree, i: number): boolean =>
  DASH.test(tokens[i]!.form) ||
  (tokens[i]!.form === '-' &&
    tokens[i]!.start > (tokens[i - 1]?.end ?? 0) &&
    tokens[i]!.end < (tokens[i + 1]?.start ?? 0));

/** A pair of dashes holds an aside inside the matter; a single one leads to what is beside it. */
const dashesIn = (tree: Tree, { from, to }: Words): number =>
  tree.tokens.slice(from, to).filter((_, k) => isDash(tree, from + k)).length;

// Marks that open and close alike.
const CLOSED: Record<string, string> = { '"': '"', "'": "'" };

/** ", who were led away", ", though nobody agreed", ", citing the cost". */
function isBeside(tree: Tree, comma: number, to: number, head: number): boolean {
  const next = tree.tokens[comma + 1];
  if (!next || comma + 1 >= to) return true;
  const form = formOf(next);
  if (RELATIVE.test(form)) return true;
  // ", that it was late": another clause; after "the claim" it tells which.
  if (form === 'that' && !isClaim(tree.tokens[head]!.lemma)) return true;
  // "from a tax, to a toll, to a fee"
  if (form === 'to' && next.upos === 'ADP') return true;
  // ", in what seemed a turn", ", after it was closed"
  if (next.upos === 'ADP' && formOf(tree.tokens[comma + 2] ?? next) === 'what') return true;
  if (/^(?:after|amid|before|either|following|otherwise|so)$/.test(form)) return true;
  // "in which", "some of whom"
  if (tree.tokens.slice(comma + 1, comma + 4).some((token) => /^(?:which|whom)$/.test(formOf(token)))) return true;
  if (ASIDE.test(form)) return !(form === 'but' && formOf(tree.tokens[comma + 2] ?? next) === 'only');
  return (
    next.upos === 'VERB' &&
    next.xpos === 'VBG' &&
    /^(?:advcl|acl)/.test(next.deprel) &&
    !/^(?:including|involving|starting|beginning)$/.test(form)
  );
}

/** "release it but cannot", "to wait and established a fund": a clause in another form that goes on without a subject. */
function isTurn(tree: Tree, i: number, head: number): boolean {
  const { tokens } = tree;
  if (tokens[i]!.upos !== 'CCONJ') return false;
  const form = formOf(tokens[i]!);
  const next = tokens[i + 1];
  if (!next || isJoinedVerb(tree, i + 1)) return true;
  // "may leave, but only by sea": a limit, and no turn.
  if (/^(?:but|yet)$/.test(form)) return !/^only$/.test(formOf(next));
  if (form !== 'and') return false;
  // "a ban, and others asking for a tax"
  if (/^(?:others|another|some)$/.test(formOf(next)) && tokens[i + 2]?.upos === 'VERB') return true;
  if (!/^VB/.test(tokens[head]!.xpos) || next.upos !== 'VERB') return false;
  // The head has no tense of its own: what goes on with one goes on with the verb before.
  if (/^(?:VBD|VBZ)$/.test(tokens[head]!.xpos)) return false;
  const tense = childrenOf(tree, head, /^(?:aux|cop)/).map((k) => tokens[k]!.xpos);
  return tense.some((xpos) => /^VB[DZP]$/.test(xpos)) ? false : /^(?:VBD|VBZ)$/.test(next.xpos);
}
