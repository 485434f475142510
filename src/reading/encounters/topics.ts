/** What an encounter was about, in the text's own words: after "about", "on", "over", or as the object of "discuss". */
import type { Share } from './mention.ts';
import { isVerb, type Scene } from './scene.ts';

const MAX_TOPICS = 6;
const MAX_WORDS = 14;

/** Topics after "about" and the like behind the telling words. */
export function topicsAfter(scene: Scene, anchors: number[]): string[] {
  const { tokens, timexes } = scene;
  const from = Math.max(...anchors);
  for (let i = from + 1; i < tokens.length && i <= from + 25; i++) {
    const { upos, form, deprel } = tokens[i]!;
    const next = tokens[i + 1];
    if (upos === 'ADP' || upos === 'SCONJ') {
      const isTime = next !== undefined && timexes.some((timex) => timex.start <= next.start && next.start < timex.end);
      if (
        /^(?:about|over|on|regarding|concerning)$/i.test(form) &&
        !isTime &&
        !/^(?:the|a)$/i.test(phoneAfter(scene, i))
      )
        return readTopics(scene, i + 1);
      if (upos === 'SCONJ') break;
    }
    if (
      isVerb(tokens[i]!) &&
      !/^(?:aux|amod|cop)/.test(deprel) &&
      !/^(?:focus|centre|center|aim|devote)/.test(tokens[i]!.lemma)
    )
      break;
    if (/^[;:]$/.test(form)) break;
  }
  return [];
}

/** "on the phone", "on a visit" tell the way, not the topic. */
function phoneAfter(scene: Scene, at: number): string {
  const words = scene.tokens.slice(at + 1, at + 3).map((token) => token.form.toLowerCase());
  return /^(?:phone|telephone|line|call|visit|trip|tour|sidelines|margins|basis)$/.test(words[1] ?? words[0] ?? '') ||
    /^(?:behalf|condition)$/.test(words[0] ?? '')
    ? 'the'
    : '';
}

/** Topics that begin at a token: a list cut at commas and "and", each a run of words as they stand. */
export function readTopics(scene: Scene, from: number): string[] {
  const { tokens, doc, timexes } = scene;
  const topics: string[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) {
      const words = doc.text.slice(tokens[start]!.start, tokens[end]!.end).replace(/\s+/g, ' ');
      const topic = words.replace(/^(?:the|a|an|including|ongoing)\s+/i, '').replace(/^["'“”‘’]+|["'“”‘’,]+$/g, '');
      if (topic.length > 2 && topics.length < MAX_TOPICS) topics.push(topic.split(' ').slice(0, MAX_WORDS).join(' '));
    }
    start = -1;
  };
  for (let i = from; i < tokens.length; i++) {
    const { form, upos, start: offset, deprel } = tokens[i]!;
    if (
      /^[.;:!?–—(]$/.test(form) ||
      /^(?:who|which|where|while|as|because|but|after|before|amid|according|when)$/i.test(form)
    )
      break;
    if (form === ',' || /^and$/i.test(form)) {
      // What follows is a clause of its own where it has a subject.
      if (form === ',' && opensClause(scene, i + 1)) break;
      if (form === ',' || opensItem(scene, i + 1)) {
        close();
        continue;
      }
    }
    if (/^["“”‘’]$/.test(form)) {
      if (start < 0) continue;
      break;
    }
    if (timexes.some((timex) => timex.start <= offset && offset < timex.end && timex.type !== 'DURATION')) break;
    if (upos === 'VERB' && /^(?:root|parataxis|ccomp|conj)$/.test(deprel) && /^VB[DZP]$/.test(tokens[i]!.xpos)) break;
    if (start < 0) start = i;
    // "… at length on" before a day: the preposition is not the topic's.
    if (!/^(?:ADP|DET|SCONJ|PART)$/.test(upos)) end = i;
    else if (start === i) end = i;
  }
  close();
  return topics;
}

function opensClause(scene: Scene, at: number): boolean {
  const { tokens } = scene;
  for (let i = at; i < Math.min(tokens.length, at + 8); i++) {
    if (/^nsubj/.test(tokens[i]!.deprel)) return true;
    if (tokens[i]!.form === ',' || isVerb(tokens[i]!)) return false;
  }
  return false;
}

/** "and" begins a further topic where a determiner or a noun phrase of its own follows, not one word of a pair. */
function opensItem(scene: Scene, at: number): boolean {
  const next = scene.tokens[at];
  return next !== undefined && /^(?:DET|PROPN)$/.test(next.upos);
}

const SHARE =
  /\b(two[- ]thirds|three[- ]quarters|one[- ]third|a third|a quarter|half|most|much|the bulk|\d+ ?(?:percent|per cent|%)) of (?:the|their|this|that|his|her|our) (?:\w+ )?(?:call|conversation|meeting|talks|discussion|session|summit|visit)\b/i;

/** "half of the call went to pensions": the topic and its share, as told. */
export function sharesIn(scene: Scene): Share[] {
  const { doc, sentence, tokens } = scene;
  const text = doc.text.slice(sentence.start, sentence.end);
  const found = SHARE.exec(text);
  if (!found) return [];
  const after = sentence.start + found.index + found[0].length;
  const on = tokens.findIndex(
    (token) => token.start >= after && token.start < after + 60 && /^(?:on|to|about|over)$/i.test(token.form),
  );
  const topic = on < 0 ? undefined : readTopics(scene, on + 1)[0];
  return topic ? [{ topic, share: found[1]! }] : [];
}
