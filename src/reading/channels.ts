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
  { kind: 'post', pattern: new RegExp(`\\b(?:posted|wrote|writing|said|post|message|statement) on ${NAME}`, 'u') },
  { kind: 'post', pattern: /\b(?:tweet(?:ed|s)?|in a (?:social media )?post|on social media|posted)\b/u },
  {
    kind: 'briefing',
    pattern:
      /\b(?:news conference|press conference|press briefing|briefing|briefed reporters|told (?:reporters|journalists)|remarks to reporters)\b/u,
  },
  {
    kind: 'letter',
    pattern: /\b(?:in|by) (?:a|an|the|his|her|their) (?:[\p{L}-]+ ){0,2}(?:letter|e-?mail|text message)\b/u,
  },
  {
    kind: 'statement',
    pattern:
      /\b(?:in|issued|released|according to) (?:a|an|the|its|his|her|their) (?:[\p{L}-]+ ){0,3}(?:statement|communiqué|communique|readout|press release)\b/u,
  },
  { kind: 'statement', pattern: /\b(?:statement|readout) (?:from|by|said|said)\b/u },
  {
    kind: 'speech',
    pattern: /\b(?:in|during|used) (?:a|an|the|his|her) (?:[\p{L}-]+ ){0,2}(?:speech|address|remarks|sermon)\b/u,
  },
  { kind: 'report', pattern: /\breported\b/u },
];

/** How it was said, where the words around the cue tell; `words` is the sentence without what was said. */
export function channelOf(words: string): Statement['channel'] {
  for (const { kind, pattern } of CHANNELS) {
    const match = pattern.exec(words);
    if (match) return { kind, name: match[1] ?? null };
  }
  return null;
}
