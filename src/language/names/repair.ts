/**
 * Repairs of the labeller's stretches by what words alone tell, each a step of its own, in order:
 * joined parts ("Bay" of "Bengal", "United States" "Congress"), kinds that a word gives away ("Collins College", "Cyclone Ida",
 * "Justice Holm"), and stretches that name nothing ("I", "Iodine" where the text has "iodine", "Westmark Senators").
 */
import type { Sentence, Token } from '../doc.ts';
import type { Sight, TextCounts } from './features.ts';
import { isUpper } from './features.ts';
import { LIST } from './gazetteer.ts';
import type { Labelled } from './label.ts';

const STORMS = new Set(['cyclone', 'hurricane', 'typhoon', 'storm', 'operation']);
/** Forms of address that a person's name follows and nothing else does. */
const ADDRESSES = new Set(
  'justice senator sen. mayor judge president rep. gov. governor dr. mr. mrs. ms. congressman congresswoman ambassador sir'.split(
    ' ',
  ),
);

const ZONES = /^(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|CET|CEST|BST)$/;

export function repairNames(
  sentences: readonly Sentence[],
  labelled: readonly Labelled[],
  sight: Sight,
  counts: TextCounts,
): Labelled[] {
  const joined = joinParts(sentences, labelled, sight);
  const storms = new Set<string>();
  const out: Labelled[] = [];
  for (const name of joined) {
    const { tokens } = sentences[name.sentence]!;
    if (isStorm(tokens, name)) storms.add(tokens[name.to - 1]!.form);
  }
  for (const name of joined) {
    const { tokens } = sentences[name.sentence]!;
    if (namesNothing(tokens, name, sight, counts)) continue;
    const alone = name.to - name.from === 1 && storms.has(tokens[name.from]!.form);
    if (isStorm(tokens, name) || alone) {
      const from = !alone && STORMS.has(tokens[name.from]!.form.toLowerCase()) ? name.from : stormStart(tokens, name);
      const before = out.at(-1);
      if (!before || before.sentence !== name.sentence || before.to <= from) out.push({ ...name, from, kind: 'event' });
    } else out.push({ ...name, kind: kindByWords(tokens, name, sight) });
  }
  return out;
}

function stormStart(tokens: readonly Token[], { from }: Labelled): number {
  const before = tokens[from - 1];
  return before && isUpper(before.form) && STORMS.has(before.form.toLowerCase()) ? from - 1 : from;
}

function isStorm(tokens: readonly Token[], name: Labelled): boolean {
  const first = tokens[name.from]!.form.toLowerCase();
  return name.to - name.from > 1 ? STORMS.has(first) : stormStart(tokens, name) < name.from;
}

function joinParts(sentences: readonly Sentence[], labelled: readonly Labelled[], sight: Sight): Labelled[] {
  const out: Labelled[] = [];
  for (const name of labelled) {
    const last = out.at(-1);
    const { tokens } = sentences[name.sentence]!;
    const near = last && last.sentence === name.sentence;
    const gap = near ? tokens.slice(last.to, name.from).map((token) => token.form.toLowerCase()) : [];
    if (
      near &&
      gap.length === 0 &&
      isBody(last) !== isBody(name) &&
      [last, name].every((n) => isBody(n) || n.kind === 'place')
    ) {
      out[out.length - 1] = { ...last, to: name.to, kind: 'organization' };
      continue;
    }
    // "Vesby-le-Roi": three parts or more without a space are one place.
    const length = near ? tokens[name.from]!.start - tokens[last.to - 1]!.end : 0;
    if (near && gap.length >= 3 && gap[0] === '-' && length === gap.join('').length) {
      out[out.length - 1] = { ...last, to: name.to, kind: 'place' };
      continue;
    }
    if (
      near &&
      name.kind === 'place' &&
      last.to - last.from === 1 &&
      (gap.join(' ') === 'of' || gap.join(' ') === 'of the')
    ) {
      const { lists } = sight.see(tokens[last.from]!.form);
      if ((lists & (LIST.PLACE_WORD | LIST.ORG_WORD)) !== 0 && last.kind !== 'person') {
        out[out.length - 1] = { ...last, to: name.to };
        continue;
      }
    }
    out.push(name);
  }
  return out;
}

function isBody({ kind }: Labelled): boolean {
  return kind === 'organization';
}

function kindByWords(tokens: readonly Token[], { from, to, kind }: Labelled, sight: Sight): Labelled['kind'] {
  if (to - from < 2) {
    const own = sight.see(tokens[from]!.form).lists;
    return (own & LIST.ORG) !== 0 && (own & LIST.GIVEN) === 0 && kind !== 'event' ? 'organization' : kind;
  }
  const { lists } = sight.see(tokens[to - 1]!.form);
  if (kind === 'place' && (lists & LIST.ORG_WORD) !== 0 && (lists & LIST.PLACE_WORD) === 0) return 'organization';
  const addressed = ADDRESSES.has(tokens[from]!.form.toLowerCase()) && to - from === 2 && (lists & ~LIST.GIVEN) === 0;
  return addressed && kind !== 'event' ? 'person' : kind;
}

function namesNothing(
  tokens: readonly Token[],
  { from, to, kind }: Labelled,
  sight: Sight,
  counts: TextCounts,
): boolean {
  const { form, upos } = tokens[to - 1]!;
  const { word, lists } = sight.see(form);
  if (to - from === 1) {
    if (ZONES.test(form)) return true;
    if (form === 'I' || upos === 'PRON' || (kind === 'person' && form.length === 1)) return true;
    // Capitalized only where a sentence begins, and else in lower case.
    const common = (counts.lower.get(word) ?? 0) > 0 && (counts.upper.get(word) ?? 0) === 0;
    return common && (lists & (LIST.GIVEN | LIST.COUNTRY | LIST.TOWN | LIST.REGION | LIST.ORG)) === 0;
  }
  return (
    kind === 'organization' &&
    /[^s]s$/.test(form) &&
    (sight.see(form.slice(0, -1)).lists & LIST.TITLE) !== 0 &&
    (lists & LIST.ORG_WORD) === 0
  );
}
