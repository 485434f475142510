import { describe, expect, it } from 'vitest';
import { createEngine } from '../index.ts';

const engine = createEngine();

/** People named in a text, each with the fuller name it is short for. */
function check(text: string): string[] {
  return engine
    .analyze(text, { reference: null })
    .names.filter(({ kind }) => kind === 'person')
    .map(({ text: name, full }) => (full ? `${name} = ${full}` : name));
}

describe('names with particles', () => {
  it.each([
    [
      'a prefix',
      'President Omar el-Sarraf met Ida Holm. El-Sarraf’s office said that el-Sarraf would wait, and Holm left.',
      ['Omar el-Sarraf', 'Ida Holm', 'El-Sarraf = Omar el-Sarraf', 'el-Sarraf = Omar el-Sarraf', 'Holm = Ida Holm'],
    ],
    ['words between', 'Carlos van der Berg met Minister Yusuf bin Omar.', ['Carlos van der Berg', 'Yusuf bin Omar']],
    [
      'a last name with its particles',
      'Carlos de la Cruz spoke. Minister Ida Holm said de la Cruz was wrong.',
      ['Carlos de la Cruz', 'Ida Holm', 'de la Cruz = Carlos de la Cruz'],
    ],
    [
      'a particle that begins a sentence',
      'Carlos van der Berg spoke. Van der Berg said no.',
      ['Carlos van der Berg', 'Van der Berg = Carlos van der Berg'],
    ],
    ['no join over other words', 'Ida Holm and Carlos Reyes left.', ['Ida Holm', 'Carlos Reyes']],
    ['no particle of nobody', 'Carlos Reyes drove the van to Ida Holm.', ['Carlos Reyes', 'Ida Holm']],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});
