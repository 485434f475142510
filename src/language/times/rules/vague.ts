/** Words that point at the present, the past or the future without a calendar. */
import { dated, type Reading, type Rule } from '../rule.ts';

const reference = (value: string): Reading => dated(value, { range: null });

export const vagueRules: Rule[] = [
  {
    name: 'present',
    patterns: [
      'right? now',
      'currently|nowadays|presently',
      'these days',
      'at? the present',
      'the present time|day|moment',
      'at the moment',
      'how=current',
      'at present',
      'at this time|point|moment|stage',
    ],
    extract({ how }, context) {
      const after = context.words[context.to]?.low;
      const low = context.words[context.to - 1]!.low;
      if (how && (after === 'of' || how.capital)) return null;
      // "now that" joins clauses
      if (low === 'now' && after === 'that') return null;
      return reference('PRESENT_REF');
    },
  },
  {
    name: 'past',
    patterns: ['more|most? recently', 'lately', 'recent', 'the recent? past', 'in the past'],
    extract(_, context) {
      const words = context.words.slice(context.from, context.to);
      const at = words.findIndex((w) => w.low === 'in');
      const after = context.words[context.to];
      // "the past two months" and "the past chairman" are other things.
      if (
        words.at(-1)!.low === 'past' &&
        after &&
        /^[a-z]/.test(after.low) &&
        !/^(?:and|but|has|have|had|is|was|by|with|as|to|that|he|she|they|we|it|when|for|on|or|in|at|will|would|could)$/.test(
          after.low,
        )
      )
        return null;
      return at === 0 ? { ...reference('PAST_REF'), skip: 1 } : reference('PAST_REF');
    },
  },
  {
    name: 'future',
    patterns: [
      'soon',
      'the near|foreseeable|immediate|distant? future',
      'the near|short|long -? term',
      'as soon as possible',
    ],
    extract(_, context) {
      if (context.words[context.to - 1]!.low === 'soon') {
        const after = context.words[context.to]?.low;
        const before = context.words[context.from - 1]?.low;
        if (
          after === 'after' ||
          after === 'as' ||
          after === 'became' ||
          before === 'as' ||
          before === 'too' ||
          before === 'how'
        )
          return null;
      }
      return reference('FUTURE_REF');
    },
  },
];
