import type { Statement } from '../model/record.ts';

type Channel = NonNullable<Statement['channel']>;

// A point belongs to a name only between letters: "X.example", not "Radio Selm."
const WORD = '\\p{Lu}[\\p{L}\\p{N}&-]*(?:\\.[\\p{L}\\p{N}&-]+)*';
// "said on Monday" tells when, not where.
const NO_DAY =
  '(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)\\b)';
const NAME = `(?:the )?${NO_DAY}(${WORD}(?:(?:[’']s)? ${WORD}){0,3})`;

/** One way in which something was said: its words, beside the cue. The first that fits wins. */
const CHANNELS: { kind: Channel['kind']; pattern: RegExp }[] = [
  { kind: 'interview', pattern: new RegExp(`\\binterview(?:ed)? (?:with|by|on|to) ${NAME}`, 'u') },
  { kind: 'interview', pattern: /\binterview(?:ed)?\b/u },
  { kind: 'interview', pattern: /\b(?:said|told|appeared|appearing|speaking|spoke) on [“"‘]([^”"’]{2,40}?),?[”"’]/u },
  { kind: 'post', pattern: new RegExp(`\\b(?:posted|wrote|writing|said|post|message|statement) on ${NAME}`, 'u') },
  {
    kind: 'post',
    pattern: /\b(?:(?:re)?tweet(?:ed|s|ing)?|in a (?:social media )?post|on social media|posted)\b/iu,
  },
  {
    kind: 'briefing',
    pattern:
      /\b(?:news conference|press conference|press briefing|briefing|briefed reporters|(?:told|telling|tells) (?:reporters|journalists|the media|a (?:news|press) conference)|(?:remarks|comments|speaking|spoke) to (?:reporters|journalists)|(?:brief|briefed|briefing) (?:reporters|journalists)|(?:with|to|by) (?:reporters|journalists))\b/iu,
  },
  {
    kind: 'letter',
    pattern: /\b(?:in|by) (?:a|an|the|his|her|their) (?:[\p{L}-]+ ){0,2}(?:letter|e-?mail|text message)\b/iu,
  },
  {
    kind: 'statement',
    pattern:
      /\b(?:in|issued|released|according to|read) (?:a|an|the|its|his|her|their) (?:[\p{L}’'-]+ ){0,4}(?:statement|communiqué|communique|readout|read-out|press release)\b/iu,
  },
  {
    kind: 'statement',
    pattern: /\b(?:statement|readout|read-out|communiqué|communique) (?:from|by|said|says|read)\b/iu,
  },
  {
    kind: 'speech',
    pattern: /\b(?:in|during|used) (?:a|an|the|his|her) (?:[\p{L}-]+ ){0,2}(?:speech|address|remarks|sermon|op-ed)\b/iu,
  },
  {
    kind: 'document',
    pattern:
      /\b(?:copy|draft|text|transcript|memo|memorandum|dossier|filing|cable|minutes|documents?)\b(?: of [^,.]{2,40})?,? (?:obtained|seen|reviewed|published|shared|leaked|released|viewed|said|shows?|showed|says)\b/iu,
  },
  {
    kind: 'document',
    pattern: /\baccording to (?:a|an|the) (?:[\p{L}-]+ ){0,2}(?:copy|draft|transcript|memo|document|filing)\b/iu,
  },
  {
    kind: 'report',
    pattern:
      /(?<!\b(?:was|were|is|are|be|been|being|of|about|despite|on|over|the|his|her|its|their|as) |[’']s )\breported\b/u,
  },
];

const CALL =
  /\b(?:during|in|on|over) (?:a|an|the|their|his|her|that|this|\p{Lu}[\p{L}’']*) (?:[\p{L}-]+ ){0,2}(?:call|conversation|teleconference)\b|\b(?:over|by) (?:the )?(?:phone|telephone)\b/iu;

/** True where words tell of a call in which something was said. */
export const isInCall = (words: string): boolean => CALL.test(words);

/** How it was said, where the words around the cue tell; `words` is the sentence without what was said. */
export function channelOf(words: string): Statement['channel'] {
  for (const { kind, pattern } of CHANNELS) {
    const match = pattern.exec(words);
    if (match) return { kind, name: match[1] ?? (/^(?:re)?tweet/i.test(match[0]) ? 'Twitter' : null) };
  }
  return null;
}
