/**
 * Talks told by a return: "will be back at the table on Monday", "return to the bargaining table", "want both sides back
 * in Ostrel on 4 May". In: the word "back" or "return" with where to. Out: a telling of talks, of sides or bodies only:
 * a team that is back in town meets nobody.
 */
import type { DateRange } from '../../model/record.ts';
import { objectsOf, subjectsOf } from './around.ts';
import { readPlace } from './details.ts';
import type { Telling } from './mention.ts';
import { isAny, type Parties, union, type Who } from './parties.ts';
import { isVerb, type Scene, verbAbove } from './scene.ts';
import { statusOf } from './status.ts';
import { settle, whenOf } from './when.ts';

const TABLE =
  /^\s*(?:to|at|around|round)\s+(?:the\s+|a\s+)?(?:(?:negotiating|bargaining|conference|peace|talks|same)\s+)?table\b/i;
const WANTS = /^(?:want|expect|need|like|invite|call|summon|bring|get|urge|ask)$/;

export function tellByReturn(who: Who, at: number, published: DateRange): Telling | null {
  const { scene, cast, world } = who;
  const { tokens, lemmas, sentence, doc } = scene;
  const token = tokens[at]!;
  const isReturn = isVerb(token) && lemmas[at] === 'return';
  if (!isReturn && !/^back$/i.test(token.form)) return null;
  const after = doc.text.slice(token.end, Math.min(sentence.end, token.end + 60));
  const isTable = TABLE.test(after);
  const isThere = !isReturn && /^(?:in|at)$/i.test(tokens[at + 1]?.form ?? '');
  const place = isThere && !isTable ? readPlace(scene, cast, world, at + 2) : null;
  if (!isTable && place === null) return null;
  const verb = isVerb(token) ? at : (verbAbove(scene, at)?.verb ?? at);
  const isWanted = WANTS.test(lemmas[verb]!) && isAny(objectsOf(who, verb));
  const parties = isWanted ? objectsOf(who, verb) : subjectsOf(who, verb);
  if (!isSides(who, parties)) return null;
  const said = isWanted ? 'planned' : (dueOf(scene, at) ?? statusOf(scene, verb));
  if (said === null) return null;
  const isPresent = isReturn && /^VB[PZ]$/.test(token.xpos);
  const when = whenOf(scene, [at, verb], isPresent ? 'planned' : said, published);
  if (!when.told) return null;
  return {
    kind: 'talks',
    isOpen: false,
    stands: true,
    isDefinite: false,
    adds: false,
    parties: union(parties),
    status: isPresent ? 'planned' : settle(said, when, published),
    when,
    duration: null,
    place,
    topics: [],
    shares: [],
    claims: [],
    anchor: { start: token.start, end: token.end },
    evidence: { start: sentence.start, end: sentence.end },
    rule: 'encounter/return',
  };
}

/** "are due back", "will be back": the tree hangs the helping words on "back" itself. */
function dueOf({ tokens, children }: Scene, at: number): 'planned' | null {
  const helpers = children[at]!.map((i) => tokens[i]!.form.toLowerCase());
  return helpers.some((form) => /^(?:will|would|due|to|’ll|'ll)$/.test(form)) && !helpers.includes('not')
    ? 'planned'
    : null;
}

function isSides({ cast }: Who, { entities, group }: Parties): boolean {
  return (
    group !== null || (entities.length >= 2 && entities.every((entity) => cast.entities[entity]!.kind !== 'place'))
  );
}
