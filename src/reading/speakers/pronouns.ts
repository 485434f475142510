/**
 * Pronouns: whom "he" and "she" mean. In: the cast. Out: for each such pronoun outside of the names, the entity it
 * means. Example: "Lind met Reyes. The plan, she said, was dead." gives Lind.
 *
 * Each candidate is weighed by how near it is, whether it is the subject of a main clause, whether it speaks, whether
 * it stands in a quotation; gender must agree. One pass over the text; a pronoun that is resolved counts as a mention
 * of whom it means for those after it.
 */
import type { Sentence, Token } from '../../language/doc.ts';
import { cueActs, sourceNouns } from '../cues.ts';
import type { Range } from '../reading.ts';
import { BODIES } from './bodies.ts';
import type { Cast, Reference } from './cast.ts';
import { mentionsIn, quoteAt, standing, tokenAt } from './cast.ts';
import { type Gender, genderOfName, genderOfPronoun, genderOfRole, genderOfTitle } from './gender.ts';
import { describeSource, holderOf } from './roles.ts';
import { phraseOf, tokensIn } from './tree.ts';

// Sentences, and mentions: how far back a pronoun reaches before whoever was named last is taken.
const REACH = 5;
const LOOK_BACK = 60;
const WEIGHTS = {
  sentence: -1,
  mainSubject: 1.5,
  subject: 0.6,
  speaks: 0.75,
  possessive: -0.5,
  quoted: -2,
  aside: -2,
  nameless: -0.75,
  lone: -1,
};

interface Candidate extends Reference {
  /** -1 for somebody without a name: "a Norlandish official". */
  entity: number;
  speaks: boolean;
}

const NAMELESS = -1;

export function resolvePronouns(cast: Cast): Map<number, number> {
  const found = new Map<number, number>();
  const genders = findGenders(cast);
  const seen: Candidate[] = [];
  const lone = findLone(cast);
  const turns = countTurns(cast);
  let next = 0;
  cast.scene.doc.sentences.forEach((sentence, index) => {
    sentence.tokens.forEach((token) => {
      while (next < cast.references.length && cast.references[next]!.start <= token.start) {
        const reference = cast.references[next++]!;
        if (cast.entities[reference.entity]!.kind === 'person') seen.push(candidateOf(cast, reference));
      }
      const described = describedBy(cast, sentence, token);
      if (described !== null) {
        const place = { ...standing(cast.scene, sentence, token, false), start: token.start, end: token.end };
        const candidate = { ...place, sentence: index, entity: described, speaks: false };
        candidate.speaks = speaks(cast, candidate);
        // Somebody without a name is the thread of a text only where it speaks.
        const isThread = candidate.speaks && candidate.depth === 0 && !isOwned(sentence, token);
        if (described !== NAMELESS || isThread) seen.push(candidate);
      }
      const gender = genderOfPronoun(token.form);
      if (!gender) return;
      const place = {
        ...standing(cast.scene, sentence, token, false),
        start: token.start,
        end: token.end,
        sentence: index,
      };
      const entity = choose(seen, place, gender, genders, lone, turns);
      if (entity === null) return;
      if (entity !== NAMELESS) found.set(token.start, entity);
      if (genders[entity] === null) genders[entity] = gender;
      if (/^s?he$/i.test(token.form)) {
        const candidate = { ...place, entity, speaks: false };
        seen.push({ ...candidate, speaks: speaks(cast, candidate) });
      }
    });
  });
  return found;
}

/** A person as a candidate; "[Lind]’s office denied that she" has Lind in the place of her office. */
function candidateOf(cast: Cast, reference: Reference): Candidate {
  const own = { ...reference, speaks: speaks(cast, reference) };
  if (!reference.possessive) return own;
  const sentence = cast.scene.doc.sentences[reference.sentence]!;
  const owner = sentence.tokens[tokenAt(sentence, reference.end - 1)]!;
  let office = owner.head >= 0 && owner.deprel === 'nmod:poss' ? sentence.tokens[owner.head]! : null;
  if (!office || !OFFICE.test(office.form)) return own;
  // "a source in Lind’s office"
  if (office.deprel === 'nmod' && office.head >= 0) office = sentence.tokens[office.head]!;
  const place = { ...reference, ...standing(cast.scene, sentence, office, false), possessive: false };
  const candidate = { ...place, start: office.start, end: office.end };
  return place.subject && speaks(cast, candidate) ? { ...place, speaks: true } : own;
}

const OFFICE = /^(?:office|spokes(?:man|woman|person)|camp|team|lawyers?|aides?)$/i;

/** Whom a subject describes without a name: the holder of a role, somebody nameless, or null for a thing or a name. */
function describedBy(cast: Cast, sentence: Sentence, token: Token): number | null {
  if (!/^nsubj/.test(token.deprel) || !/^(?:NOUN|PROPN)$/.test(token.upos) || token.feats.Number === 'Plur')
    return null;
  const noun = token.form.toLowerCase();
  if (mentionsIn(cast, token).length > 0 || BODIES.test(noun)) return null;
  const phrase = phraseOf(sentence, sentence.tokens.indexOf(token));
  const words = tokensIn(sentence, phrase);
  const inside = mentionsIn(cast, phrase);
  if (inside.some(({ entity }) => cast.entities[entity]!.kind === 'person')) return null;
  const told = describeSource(cast, words, token);
  if (told) return holderOf(cast, told, token.start);
  const first = words[0]!.form.toLowerCase();
  return /^(?:an?|one|another)$/.test(first) && sourceNouns.has(noun) && !isNamed(cast, phrase) ? NAMELESS : null;
}

/** "a member of her team said she": the one whose team it is stays the thread. */
const isOwned = (sentence: Sentence, token: Token): boolean =>
  tokensIn(sentence, phraseOf(sentence, sentence.tokens.indexOf(token))).some(({ form }) =>
    /^(?:his|her)$/i.test(form),
  );

/** "a minister of Selm, Ana Lind," and "Ana Lind, a minister of Selm,": the name stands across a comma. */
function isNamed(cast: Cast, phrase: Range): boolean {
  const { text } = cast.scene.doc;
  return mentionsIn(cast, { start: phrase.start - COMMA, end: phrase.end + NAME_BEHIND }).some(
    ({ entity, start, end }) =>
      cast.entities[entity]!.kind === 'person' &&
      (/^\s*,\s*$/.test(text.slice(end, phrase.start)) || /^[^,.;“”"]*,\s*$/.test(text.slice(phrase.end, start))),
  );
}

// Characters.
const COMMA = 3;
const NAME_BEHIND = 60;

/** For each sentence how many begin outside of quotations up to it: a long speech does not part two sentences. */
function countTurns({ scene }: Cast): number[] {
  let turn = 0;
  return scene.doc.sentences.map(({ start }) => (quoteAt(scene, start) < 0 ? ++turn : turn));
}

function choose(
  seen: Candidate[],
  place: Omit<Reference, 'entity'>,
  gender: Gender,
  genders: Gender[],
  lone: ReadonlySet<number>,
  turns: number[],
): number | null {
  let best: Candidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = seen.length - 1, looked = 0; k >= 0 && looked < LOOK_BACK; k--, looked++) {
    const candidate = seen[k]!;
    const away = turns[place.sentence]! - turns[candidate.sentence]!;
    if (away > REACH && best) break;
    // Who speaks is not the "he" of what is said.
    if (candidate.entity === NAMELESS && place.quote >= 0) continue;
    const known = genders[candidate.entity];
    if (known && known !== gender) continue;
    let score = WEIGHTS.sentence * away;
    if (candidate.subject) score += candidate.depth === 0 ? WEIGHTS.mainSubject : WEIGHTS.subject;
    if (candidate.speaks) score += WEIGHTS.speaks;
    if (candidate.possessive) score += WEIGHTS.possessive;
    if (candidate.entity === NAMELESS) score += WEIGHTS.nameless;
    if (lone.has(candidate.entity)) score += WEIGHTS.lone;
    if (candidate.aside) score += WEIGHTS.aside;
    if (candidate.quote >= 0 && candidate.quote !== place.quote) score += WEIGHTS.quoted;
    if (score <= most) continue;
    most = score;
    best = candidate;
  }
  return best?.entity ?? null;
}

/** True for the subject of a verb that reports speech. */
function speaks({ scene }: Cast, { sentence, start, subject }: Reference): boolean {
  if (!subject) return false;
  const { tokens } = scene.doc.sentences[sentence]!;
  let k = tokenAt(scene.doc.sentences[sentence]!, start);
  for (let steps = 0; k >= 0 && steps < 5; steps++) {
    const { deprel, head } = tokens[k]!;
    k = head;
    if (deprel.startsWith('nsubj')) break;
  }
  const verb = tokens[k];
  return verb !== undefined && (cueActs.has(verb.form.toLowerCase()) || cueActs.has(verb.lemma));
}

/** Whoever has one name, no title and never speaks may be a place. */
function findLone(cast: Cast): ReadonlySet<number> {
  const speaking = new Set(cast.references.filter((one) => speaks(cast, one)).map(({ entity }) => entity));
  return new Set(
    cast.entities.flatMap(({ kind, name, roles, titles }, index) =>
      kind === 'person' && !/\s/.test(name) && roles.length === 0 && !titles?.length && !speaking.has(index)
        ? [index]
        : [],
    ),
  );
}

/** What titles, given names and pronouns tell of each entity. */
function findGenders(cast: Cast): Gender[] {
  const { sentences } = cast.scene.doc;
  const told: Gender[] = cast.entities.map((entity) =>
    entity.kind === 'person'
      ? (entity.roles.map(genderOfRole).find((gender) => gender !== null) ?? genderOfName(entity.name))
      : null,
  );
  const inSentence = new Map<number, Set<number>>();
  for (const { entity, sentence, start } of cast.references) {
    if (cast.entities[entity]!.kind !== 'person') continue;
    inSentence.set(sentence, (inSentence.get(sentence) ?? new Set()).add(entity));
    const before = sentences[sentence]!.tokens[tokenAt(sentences[sentence]!, start) - 1];
    const title = before ? genderOfTitle(before.form) : null;
    if (title) told[entity] = title;
  }
  const votes = new Map<number, number>();
  for (const [index, people] of inSentence) {
    const [only] = people;
    if (people.size !== 1 || told[only!] !== null) continue;
    for (const { form } of sentences[index]!.tokens) {
      const gender = genderOfPronoun(form);
      if (gender) votes.set(only!, (votes.get(only!) ?? 0) + (gender === 'he' ? 1 : -1));
    }
  }
  for (const [entity, sum] of votes) if (sum !== 0) told[entity] = sum > 0 ? 'he' : 'she';
  return told;
}
