import { CUES } from './cue-lexicon.js';

describe('the lexicon of cues', () => {
  it('has no entry that another of its verb hides', () => {
    const hidden = [...CUES].filter(([, entries]) => {
      const open = entries.filter(({ frames }) => !frames.includes('p'));
      return open.slice(1).some(({ frames }) => !frames.includes('t'));
    });
    expect(hidden.map(([lemma]) => lemma)).toEqual([]);
  });

  it('has no verb without words that may follow it', () => {
    const entries = [...CUES.values()].flat();
    expect(entries.filter(({ frames }) => !/[srqnotc]/.test(frames))).toEqual([]);
  });

  it('reads a preposition of several words as one', () => {
    expect(CUES.get('plead')?.[0]).toMatchObject({ act: 'denies', prepositions: ['not_guilty'] });
  });
});
