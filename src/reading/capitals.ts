/**
 * Capitals that no list knows: what an article tells of whose seat of government a town is. In: the cast, then its
 * statements. Out: clues on the town, each with its words. Example: "the Norlandish capital, Selm" says it; "the
 * Norlandish foreign ministry in Selm" and a spokesperson of Norland who speaks in Selm point to it; a minister of
 * Norland who flies to Selm speaks against it.
 *
 * One article rarely tells enough: the record weighs the clues of all of them. States that the lists know have the
 * capitals that the lists know.
 */
import type { CapitalClue, Entity, LocalStatement, Range } from './reading.ts';
import { firstFrom } from './search.ts';
import { type Cast, type Mention, mentionsIn, sentenceAt } from './speakers/cast.ts';

/** What a clue weighs; the record wants the weight of a plain "the capital of Norland, Selm". */
const WEIGHTS = { told: 2, body: 1.5, official: 1, traveller: 0.5 };

// Code units on either side of a town in which words may tell of it.
const REACH = 90;
const CAPITAL_BEFORE = /\bcapital(?: city)?(?:,| of)? $/;
const CAPITAL_OF = /^,? (?:which is |is |was |remains )?(?:the )?capital(?: city)? of (?:the )?/;
const CAPITAL_BEHIND = /^(?:,| is) (?:the )?/;
const ITS = /\b(?:its|their|the country[’']s) $/;
/** What sits at home: "ministry in [Selm]". */
const BODY_IN =
  /\b(?:ministry|government|parliament|presidency|cabinet|assembly|senate|authorities|administration|office|palace|leadership|regime)(?: (?:based|here))? in (?:the capital,? )?$/;
const OFFICIALS_IN = /\b(?:officials?|lawmakers?|spokes(?:man|woman|person|people)) in (?:the capital,? )?$/;
const ABROAD = /\b(?:embassy|mission|consulate|consul|ambassador|envoy|delegation|exile)\b/i;
/** Words on the way from a state to its body or official: "Norland’s own foreign [ministry]". */
const DESCRIBING = /^(?:[’']s?)? (?:[\p{L}’'-]+ ){0,4}$/u;
const ENVOY_TO = /\b(?:embassy|ambassador|envoy|consulate|mission) (?:to|in) $/i;
const TRAVEL =
  /\b(?:visit|trip|travel(?:s|led|ed|ling|ing)?|fl(?:y|ies|ew|own|ying)|head(?:s|ed|ing)?|journey|invited|arriv(?:e|es|ed|ing|al)|went|going|goes|expected|due)\b[^.;:!?“”"]{0,60}?\b(?:to|into|in|for) $/;
// Code units between the words for speaking and the town.
const BESIDE = 30;
const PLACED = /\b(?:in|from) $/i;
const HOME_ROLE = /\bspokes(?:man|woman|person)\b|\bparliament|\blawmaker|\bpresidency\b/i;
const TRAVELLING_ROLE = /\b(?:president|minister|premier|chancellor|secretary)\b/i;
const HOME_BODY = /\b(?:ministry|government|parliament|presidency|cabinet|office)\b/i;

type Clue = Omit<CapitalClue, 'words'>;

/** The towns that may be a capital which no list knows. */
function townsOf({ entities, scene: { world } }: Cast): number[] {
  // A lone name is taken for a town, a body or a person, as the words around it go.
  const isTown = ({ kind, name, roles }: Entity): boolean =>
    kind === 'place' || (kind !== 'government' && !/\s/.test(name) && roles.length === 0);
  return entities.flatMap((entity, at) =>
    isTown(entity) && !world?.lookUp(entity.name).some(({ kind }) => /^(?:country|capital|seat)$/.test(kind))
      ? [at]
      : [],
  );
}

/** What stands right beside the name of a town. */
export function findCapitals(cast: Cast): void {
  const { doc } = cast.scene;
  const states = statesOf(cast);
  for (const town of townsOf(cast))
    for (const mention of cast.entities[town]!.mentions) {
      const sentence = doc.sentences[sentenceAt(cast.scene, mention.start)];
      if (!sentence) continue;
      const before = doc.text.slice(Math.max(sentence.start, mention.start - REACH), mention.start).replace(/\s/g, ' ');
      const after = doc.text.slice(mention.end, Math.min(sentence.end, mention.end + REACH)).replace(/\s/g, ' ');
      for (const clue of besides(cast, states, town, mention, before, after)) add(cast, town, clue);
    }
}

function* besides(
  cast: Cast,
  states: State[],
  town: number,
  mention: Range,
  before: string,
  after: string,
): Generator<Clue> {
  const { text } = cast.scene.doc;
  const tell = ({ name, start, end }: State, weight: number): Clue => ({
    of: name,
    weight,
    evidence: { start: Math.min(start, mention.start), end: Math.max(end, mention.end) },
  });
  const endingBefore = (offset: number, gap: RegExp): State | undefined => {
    let k = firstFrom(states, offset) - 1;
    // The town itself is none of its states; a few of its mentions at most stand here.
    for (let steps = 0; states[k]?.entity === town && steps < 4; steps++) k--;
    const state = states[k]?.entity === town ? undefined : states[k];
    return state && state.end <= offset && offset - state.end < REACH && gap.test(text.slice(state.end, offset))
      ? state
      : undefined;
  };
  const called = CAPITAL_BEFORE.exec(before);
  if (called) {
    const at = mention.start - before.length + called.index;
    const owned = ITS.test(before.slice(0, called.index));
    const state = owned ? endingBefore(at, /^[^.;:!?]*$/) : endingBefore(at, /^(?:[’']s)? $/);
    if (state) yield tell(state, WEIGHTS.told);
  }
  for (const lead of [CAPITAL_OF, CAPITAL_BEHIND]) {
    const led = lead.exec(after);
    const state = led && states[firstFrom(states, mention.end + led[0].length)];
    if (!state || state.entity === town || state.start !== mention.end + led[0].length) continue;
    if (lead === CAPITAL_OF || /^(?:[’']s)? capital\b/.test(text.slice(state.end, state.end + 12)))
      yield tell(state, WEIGHTS.told);
  }
  for (const [pattern, weight] of [
    [BODY_IN, WEIGHTS.body],
    [OFFICIALS_IN, WEIGHTS.official],
  ] as const) {
    const body = pattern.exec(before);
    const state = body && endingBefore(mention.start - before.length + body.index, DESCRIBING);
    if (state && !ABROAD.test(text.slice(state.end, mention.start))) yield tell(state, weight);
  }
  // "the [Norland Foreign Ministry] in Selm", where the whole is one name.
  for (const { entity, start, end } of mentionsIn(cast, { start: mention.start - IN.length - 1, end: mention.start }))
    if (isHomeBody(cast.entities[entity]!) && text.slice(end, mention.start) === IN)
      yield { by: entity, weight: WEIGHTS.body, evidence: { start, end: mention.end } };
  const envoy = ENVOY_TO.exec(before);
  const sender = envoy && endingBefore(mention.start - before.length + envoy.index, DESCRIBING);
  if (sender) yield tell(sender, -WEIGHTS.body);
  if (TRAVEL.test(before))
    for (const { entity, start } of mentionsIn(cast, { start: mention.start - before.length, end: mention.start }))
      if (cast.entities[entity]!.kind === 'person')
        yield { by: entity, weight: -WEIGHTS.body, evidence: { start, end: mention.end } };
}

const IN = ' in ';

/** Who speaks in a town: a spokesperson or a ministry does so at home, a minister often does. */
export function findSpeakersIn(cast: Cast, statements: readonly LocalStatement[]): void {
  const towns = new Set(townsOf(cast));
  if (towns.size === 0) return;
  const { doc } = cast.scene;
  for (const { speaker, speakers, source, cue, content, within } of statements) {
    // What is told inside other words was not said where those were.
    if (speaker === null || speakers || !source || !cue || within !== null) continue;
    const weight = weightOf(cast, speaker);
    const sentence = doc.sentences[sentenceAt(cast.scene, cue.start)];
    if (weight === 0 || !sentence) continue;
    for (const mention of mentionsIn(cast, sentence)) {
      const lead = doc.text.slice(Math.max(sentence.start, mention.start - 5), mention.start);
      if (!towns.has(mention.entity) || !PLACED.test(lead)) continue;
      // "In Selm, Lind said", "Lind told reporters in Selm on Monday that".
      const first = mention.start - lead.length <= sentence.start;
      const beside = mention.start >= source.start && mention.start - cue.end < BESIDE;
      if (!(first || beside) || content.some((part) => part.start <= mention.start && mention.end <= part.end))
        continue;
      const evidence = { start: Math.min(cue.start, mention.start), end: Math.max(cue.end, mention.end) };
      add(cast, mention.entity, { by: speaker, weight, evidence });
    }
  }
}

function weightOf({ entities }: Cast, speaker: number): number {
  const { kind, roles } = entities[speaker]!;
  if (kind === 'person') {
    if (roles.some((role) => ABROAD.test(role))) return 0;
    if (roles.some((role) => HOME_ROLE.test(role))) return WEIGHTS.official;
    return roles.some((role) => TRAVELLING_ROLE.test(role)) ? WEIGHTS.traveller : 0;
  }
  return isHomeBody(entities[speaker]!) ? WEIGHTS.body : 0;
}

const isHomeBody = ({ kind, name }: Entity): boolean =>
  kind === 'organization' && HOME_BODY.test(name) && !ABROAD.test(name);

interface State extends Range {
  name: string;
  /** Index of the entity; none for an adjective. */
  entity?: number;
}

/** The names and adjectives of states that the lists of the world do not know, in order. */
function statesOf({ entities, mentions, nationalities, scene: { world } }: Cast): State[] {
  const isListed = (name: string): boolean => world?.lookUp(name).some(({ kind }) => kind === 'country') ?? false;
  const named = mentions.filter(({ entity }: Mention) => /^(?:government|place)$/.test(entities[entity]!.kind));
  return [
    ...named.map(({ start, end, entity }) => ({ start, end, entity, name: entities[entity]!.name })),
    ...nationalities.map(({ start, end, country }) => ({ start, end, name: country })),
  ]
    .filter(({ name }) => !isListed(name))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function add({ entities, scene: { doc } }: Cast, town: number, clue: Clue): void {
  const { start, end } = clue.evidence;
  const words = doc.text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
  const entity = entities[town]!;
  entity.capital = [...(entity.capital ?? []), { ...clue, words }];
}
