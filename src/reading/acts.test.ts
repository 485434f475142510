import { describe, expect, it } from 'vitest';
import { createEngine } from '../language/index.ts';
import { actOf } from './acts.ts';
import { cueActs, sourceNouns } from './cues.ts';

const engine = createEngine();

/** The act of a cue given as '[refused] to comment': the tokens in brackets are the cue, `head` its verb. */
function check(marked: string, head: string): string {
  const text = marked.replace(/[[\]]/g, '');
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  const tokens = engine.analyze(text, { reference: null }).sentences[0]!.tokens;
  const cue = tokens.filter((token) => token.start >= from && token.end <= to);
  return actOf(cue.find((token) => token.form === head)!, cue, tokens.slice(tokens.indexOf(cue.at(-1)!) + 1)[0]);
}

describe('actOf', () => {
  it.each([
    ['Ana Lind [said] the port was open', 'said', 'say'],
    ['Ana Lind [has warned] that ships would wait', 'warned', 'warn'],
    ['Ana Lind [promised] to open the port', 'promised', 'promise'],
    ['Ana Lind [denied] that the port was open', 'denied', 'deny'],
    ['Ana Lind [rejected] the offer', 'rejected', 'reject'],
    ['Ana Lind [demanded] that the port be opened', 'demanded', 'demand'],
    ['Ana Lind [called for] a truce in the port', 'called', 'demand'],
    ['Ana Lind [called] the offer late', 'called', 'say'],
    ['Ana Lind [strongly pushed back on] the offer', 'pushed', 'reject'],
    ['Ana Lind [believes] that the port is open', 'believes', 'believe'],
    ['Ana Lind [asked] when the port would open', 'asked', 'ask'],
    ['Ana Lind [declined to comment] on the offer', 'declined', 'decline'],
    ['Ana Lind [declined] to give a date', 'declined', 'decline'],
    ['Ana Lind [refused to say] when the port would open', 'refused', 'decline'],
    ['Ana Lind [refused to] answer questions', 'refused', 'decline'],
    ['Ana Lind [refused to] open the port', 'refused', 'reject'],
    ['Ana Lind [refuses] the offer', 'refuses', 'reject'],
    ['Ana Lind [hummed] that the port was open', 'hummed', 'say'],
  ])('%s', (marked, head, expected) => {
    expect(check(marked, head)).toBe(expected);
  });
});

describe('the lists of cues', () => {
  it('know forms in lower case only', () => {
    for (const form of [...cueActs.keys(), ...sourceNouns]) expect(form).toBe(form.toLowerCase());
    expect(cueActs.get('said')).toBe('say');
    expect(cueActs.get('walked')).toBeUndefined();
    expect(sourceNouns.has('official')).toBe(true);
    expect(sourceNouns.has('harbor')).toBe(false);
  });
});
