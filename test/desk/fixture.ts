/** An invented story with every case that the pages must show. Spans are found by their words, so that they always fit. */
import type { Actor, Article, DateRange, Span, Statement, StoryRecord } from '../../src/model/record.ts';

const day = (iso: string): DateRange => ({ earliest: iso, latest: iso });
const by = (iso: string): DateRange => ({ earliest: null, latest: iso });
const untold: DateRange = { earliest: null, latest: null };

export const LONG_WORD = `Unbroken${'verylongword'.repeat(14)}`;
/** Foreign text that must be shown, never run. */
export const HOSTILE = `<script>document.title='taken'</script> & "quotes" 'single' <b onmouseover=alert(1)>`;

const FIRST = `Lighthouse crews of Varn refuse to go back

TOLLEN HARBOUR (Coast Wire) — The keepers’ guild will not return to the lights before its back pay is counted, Mira Oduya, who leads it, said on Tuesday.

“We have waited eleven months, and we have waited politely,” Oduya told reporters on the quay. “Now we wait outside.”

The Ministry of Waters said that Oduya had promised that the guild would keep two lights burning. A senior ministry official, who asked not to be named, called the walkout “theatre, with very long breaks.”

Oduya and the minister, Teodor Basso, spoke by telephone on Monday evening for about 20 minutes, both sides said.

Some 340 keepers have left their posts; the ministry counts 212.

Photo: Coast Wire archive. Copyright 2031.
`;

const SECOND = `Lighthouse crews of Varn refuse to go back

TOLLEN HARBOUR (Coast Wire) — The keepers’ guild will not return to the lights before its back pay is counted, Mira Oduya, who leads it, said on Tuesday.

“We have waited eleven months, and we have waited politely,” Oduya told reporters on the quay.

The ministry denied on Wednesday that any back pay is owed.

This story has been updated.
`;

const STRANGE = `${HOSTILE}

The pilot ${LONG_WORD} of the ship said that “nothing ${HOSTILE} moved”.

شركة المرافئ said in a letter that the quay stays closed. A broken sign \ud83d stands here.
`;

const articles: Article[] = [
  article('01-first-3fa9c1ab', 'wire/01-first.txt', 'Coast Wire', 'Lighthouse crews of Varn refuse to go back', FIRST, {
    ...day('2031-05-06'),
    basis: 'given',
  }),
  article('02-second-77b0', 'wire/02-second.txt', 'Coast Wire', 'Lighthouse crews of Varn refuse to go back', SECOND, {
    earliest: '2031-05-07',
    latest: '2031-05-08',
    basis: 'text',
  }),
  article('03-strange-0c', 'odd/03-strange.txt', null, null, STRANGE, { ...untold, basis: 'unknown' }),
];

function article(
  id: string,
  source: string,
  outlet: string | null,
  title: string | null,
  text: string,
  published: DateRange & { basis: Article['published']['basis'] },
): Article {
  return {
    id,
    source,
    title,
    outlet,
    authors: [],
    published: { ...published, evidence: [] },
    language: 'en',
    text,
    boilerplate: [],
    family: outlet === null ? 'odd' : 'walkout',
  };
}

const [first, second, strange] = articles as [Article, Article, Article];

/** The span of these words, which must stand in the text. */
export function find(where: Article, words: string): Span {
  const start = where.text.indexOf(words);
  if (start === -1) throw new Error(`the fixture has no words "${words}" in ${where.id}`);
  return { article: where.id, start, end: start + words.length };
}

first.boilerplate = [
  find(first, 'TOLLEN HARBOUR (Coast Wire) — '),
  find(first, 'Photo: Coast Wire archive. Copyright 2031.'),
];
second.boilerplate = [find(second, 'This story has been updated.')];
second.published.evidence = [find(second, 'on Wednesday')];
first.authors = ['Ines Calloway'];

const actor = (id: string, name: string, kind: Actor['kind'], side: string | null, roles: string[] = []): Actor => ({
  id,
  name,
  kind,
  roles,
  side,
  aliases: [],
  mentions: [],
});

const actors: Actor[] = [
  actor('oduya', 'Mira Oduya', 'person', 'guild', ['leader of the keepers’ guild']),
  actor('guild', 'Keepers’ guild', 'organization', 'guild'),
  actor('ministry', 'Ministry of Waters', 'government', 'ministry'),
  actor('basso', 'Teodor Basso', 'person', 'ministry', ['minister']),
  actor('pilot', LONG_WORD, 'person', null),
  actor('port', 'شركة المرافئ', 'organization', null),
  actor('hostile', HOSTILE, 'organization', null),
];

interface Told {
  source?: string;
  speaker?: string;
  named?: boolean;
  cue?: string;
  form?: Statement['form'];
  act?: Statement['act'];
  said?: DateRange;
  channel?: Statement['channel'];
  within?: string;
  rule?: string;
}

function statement(where: Article, words: string[], told: Told): Statement {
  const content = words.map((part) => find(where, part));
  return {
    id: `${where.id}:s${content[0]!.start}-${content.at(-1)!.end}`,
    article: where.id,
    source: told.source === undefined ? null : find(where, told.source),
    speaker: told.speaker ?? null,
    named: told.named ?? true,
    cue: told.cue === undefined ? null : find(where, told.cue),
    content,
    form: told.form ?? 'indirect',
    act: told.act ?? 'say',
    addressees: [],
    channel: told.channel ?? null,
    said: told.said ?? untold,
    within: told.within ?? null,
    rule: told.rule ?? 'statement/invented',
    confidence: 0.9,
  };
}

const promise = statement(first, ['Oduya had promised that the guild would keep two lights burning'], {
  source: 'The Ministry of Waters',
  speaker: 'ministry',
  cue: 'said that',
  act: 'claim',
  said: by('2031-05-06'),
});

const statements: Statement[] = [
  statement(first, ['The keepers’ guild will not return to the lights before its back pay is counted'], {
    source: 'Mira Oduya',
    speaker: 'oduya',
    cue: 'said on Tuesday',
    act: 'reject',
    said: day('2031-05-06'),
  }),
  statement(first, ['“We have waited eleven months, and we have waited politely,”', '“Now we wait outside.”'], {
    source: 'Oduya told'.slice(0, 5),
    speaker: 'oduya',
    cue: 'told reporters',
    form: 'direct',
    said: day('2031-05-06'),
    channel: { kind: 'briefing', name: null },
  }),
  promise,
  statement(first, ['the guild would keep two lights burning'], {
    speaker: 'guild',
    cue: 'promised',
    act: 'promise',
    said: { earliest: '2031-05-02', latest: '2031-05-05' },
    within: promise.id,
  }),
  statement(first, ['the walkout “theatre, with very long breaks.”'], {
    source: 'A senior ministry official',
    named: false,
    cue: 'called',
    form: 'mixed',
    act: 'criticize',
  }),
  statement(second, ['“We have waited eleven months, and we have waited politely,”'], {
    source: 'Oduya',
    speaker: 'oduya',
    cue: 'told reporters',
    form: 'direct',
    said: day('2031-05-06'),
  }),
  statement(second, ['any back pay is owed'], {
    source: 'The ministry',
    speaker: 'ministry',
    cue: 'denied on Wednesday',
    act: 'deny',
    said: day('2031-05-07'),
  }),
  statement(strange, [`“nothing ${HOSTILE} moved”`], {
    source: `The pilot ${LONG_WORD}`,
    speaker: 'pilot',
    form: 'mixed',
  }),
  statement(strange, ['the quay stays closed'], {
    source: 'شركة المرافئ',
    speaker: 'port',
    cue: 'said in a letter',
    channel: { kind: 'letter', name: HOSTILE },
  }),
];

const call = find(
  first,
  'Oduya and the minister, Teodor Basso, spoke by telephone on Monday evening for about 20 minutes',
);
const keepers = find(first, 'Some 340 keepers');
const counted = find(first, 'the ministry counts 212');

export const record: StoryRecord = {
  articles,
  actors,
  statements,
  encounters: [
    {
      id: `${first.id}:e${call.start}-${call.end}`,
      kind: 'call',
      participants: ['oduya', 'basso'],
      date: day('2031-05-05'),
      duration: 20,
      place: null,
      topics: [],
      evidence: [call],
      rule: 'encounter/invented',
    },
  ],
  figures: [
    {
      id: `${first.id}:f${keepers.start}-${keepers.end}`,
      value: 340,
      bound: 'about',
      unit: null,
      measure: 'keepers',
      source: null,
      asOf: by('2031-05-06'),
      evidence: [keepers],
    },
    {
      id: `${first.id}:f${counted.start}-${counted.end}`,
      value: 212,
      bound: 'exactly',
      unit: null,
      measure: 'keepers who have left their posts',
      source: 'ministry',
      asOf: untold,
      evidence: [counted],
    },
  ],
  issues: [],
  positions: [],
  proposals: [],
  disputes: [],
  revisions: [],
  timeline: [],
};

/** One article with `count` statements, two of each five nested in another. */
export function largeRecord(count: number): StoryRecord {
  const sentence = (i: number): string =>
    `The harbour board said that the guild had asked for ${i} more lamps before the winter storms. `;
  let text = '';
  const large: Statement[] = [];
  const id = 'large-01';
  for (let i = 0; large.length < count; i++) {
    const start = text.length;
    text += sentence(i);
    const outer = { article: id, start: start + 28, end: text.length - 2 };
    const base = { article: id, source: null, named: true, cue: null, addressees: [], channel: null, said: untold };
    const outerId = `${id}:s${outer.start}-${outer.end}`;
    large.push({
      ...base,
      id: outerId,
      speaker: 'guild',
      content: [outer],
      form: 'indirect',
      act: 'say',
      within: null,
    });
    if (i % 3 === 0) {
      const inner = { article: id, start: outer.start + 24, end: outer.end };
      const innerId = `${id}:s${inner.start}-${inner.end}`;
      large.push({
        ...base,
        id: innerId,
        speaker: 'ministry',
        content: [inner],
        form: 'mixed',
        act: 'ask',
        within: outerId,
      });
    }
    if (i % 4 === 3) text += '\n\n';
  }
  const whole = article(id, 'large.txt', 'Coast Wire', 'A long day', text, { ...day('2031-06-01'), basis: 'given' });
  return { ...record, articles: [whole], statements: large, encounters: [], figures: [] };
}
