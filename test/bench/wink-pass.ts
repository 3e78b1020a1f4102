import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';

const nlp = winkNLP(model, ['sbd', 'pos']);
// A plain function, typed with one more parameter than `out` admits.
const { pos: partOfSpeech } = nlp.its as unknown as Record<'pos', ItsFunction<string>>;

/** What any reader on top of wink-nlp has to pay: its sentences and its parts of speech. */
export function winkPass(text: string): unknown {
  const document = nlp.readDoc(text);
  return [document.sentences().out(), document.tokens().out(partOfSpeech)];
}
