import { CodePointIndex } from '#domain';
import { markSentence } from './marked-sentence.js';

const TEXT = 'Rain. 🌊 At least 40 people\nwere killed in Norvale. More rain.';
const spanOf = (words: string) => {
  const start = TEXT.indexOf(words);
  return new CodePointIndex(TEXT).spanOf({ start, end: start + words.length });
};
const sentence = spanOf('🌊 At least 40 people\nwere killed in Norvale.');

describe('markSentence', () => {
  it('marks the fact and each cue where it stands, the shorter inside', () => {
    const cues = [
      { kind: 'quantifier', span: spanOf('At least') },
      { kind: 'number', span: spanOf('40') },
      { kind: 'metric', span: spanOf('killed') },
    ];
    expect(markSentence(sentence, spanOf('At least 40 people'), cues)).toBe(
      '🌊 «[At least](quantifier) [40](number) people» were [killed](metric) in Norvale.',
    );
  });

  it('leaves out what stands in another sentence, and marks a whole sentence to its end', () => {
    expect(markSentence(sentence, sentence, [{ kind: 'place', span: spanOf('More rain') }])).toBe(
      '«🌊 At least 40 people were killed in Norvale.»',
    );
  });
});
