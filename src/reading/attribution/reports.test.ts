import { describe, expect, it } from 'vitest';
import { createEngine } from '../../language/index.ts';
import { attribute } from './find.ts';
import { loadModels } from './weights.ts';

const engine = createEngine();
const models = loadModels();

/** The cues of a text in order. */
function cues(text: string): string[] {
  const { views, drafts } = attribute(engine.analyze(text, { reference: null }), [], models);
  return drafts.map(({ cue, sentence }) => {
    const { tokens } = views[sentence]!.sentence;
    return text.slice(tokens[cue.from]!.start, tokens[cue.to - 1]!.end);
  });
}

describe('isReport', () => {
  it.each([
    'The minister officially opened the museum by ringing a bell.',
    'The senator sponsored a bill that would shut the port.',
    'Ana Lind hired a banker and two lawyers.',
    'Norland simulated a landing on the island of Bramm.',
    'The two leaders discussed the port.',
  ])('tells a deed by no statement: %s', (text) => {
    expect(cues(text)).toEqual([]);
  });

  it.each([
    ['The minister criticized the new owners of the port.', 'criticized'],
    ['Ana Lind called for a ban on night shifts.', 'called for'],
    ['The union rejected the latest offer.', 'rejected'],
    ['Carlos Reyes said that the port would open.', 'said'],
    ['Reyes, asked whether the port was shut, said that it would open.', 'said'],
    ['Nine dockers were hurt on Monday night, officials in Selm have said.', 'have said'],
    ['The union itself has denied taking part in the strike.', 'has denied'],
    ['Asked if it was shut, Reyes said that it would open.', 'said'],
    ['Reyes asked whether the port was shut.', 'asked'],
  ])('keeps words: %s', (text, cue) => {
    expect(cues(text)).toEqual([cue]);
  });
});
