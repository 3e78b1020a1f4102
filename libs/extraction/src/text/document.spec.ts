import fc from 'fast-check';
import { readDocument, MAX_SENTENCE, type Document } from './document.js';

const WORDS = [
  'Officials', 'said', '“We', 'don’t', 'know,”', '"Go', 'home."', '(sic)', 'U.N.', 'Gen.', 'al-Haddad', '1,200', '3.5m', '—', '…',
  '😀', '👩‍👩‍👧', 'cafe\u0301', 'café', 'zero\u200Bwidth', '\u202Eabc\u202C', '\uFEFF', 'soft\u00ADhyphen', '\n', '\r\n', '\r', '\t',
  '\u00A0', '\u2028', "O'Brien", "dogs'", '‘quoted', 'word.’', '«oui»', 'text.Next', 'https://example.org/a?b=c', '@user', '#tag', '$5',
  '5pm', '1990s', "can't", 'cannot', 'CANNOT', '\u0000', '\uD83D', 'ﬁn', 'İstanbul', 'ẞ', '漢字漢字', 'مرحبا', '\u0301', '...', '?!', '”',
  '"', "'", '``', "''", '-', '_', '&amp;',
]; // prettier-ignore

const article = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '', '  ', '\n\n')), { maxLength: 60 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
const anyText = fc.oneof(article, fc.string({ unit: 'binary', maxLength: 200 }));

function checkOffsets(document: Document): void {
  checkTokens(document);
  let covered = 0;
  for (const { index, firstToken, endToken, paragraph } of document.sentences) {
    expect(firstToken).toBe(covered);
    covered = endToken;
    expect(index).toBeGreaterThanOrEqual(document.paragraphs[paragraph]?.firstSentence ?? Infinity);
    expect(index).toBeLessThan(document.paragraphs[paragraph]?.endSentence ?? -1);
  }
  expect(covered).toBe(document.tokens.length);
  let closed = 0;
  for (const { start, innerStart, innerEnd, end } of document.quotes) {
    expect([closed, start, innerStart, innerEnd, end]).toEqual(
      [closed, start, innerStart, innerEnd, end].sort((a, b) => a - b),
    );
    closed = end;
  }
}

function checkTokens({ text, tokens, sentences, paragraphs }: Document): void {
  let last = 0;
  for (const token of tokens) {
    expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(token.start).toBeGreaterThanOrEqual(last);
    expect(token.end).toBeGreaterThan(token.start);
    last = token.end;
    const sentence = sentences[token.sentence];
    expect(token.index).toBeGreaterThanOrEqual(sentence?.firstToken ?? Infinity);
    expect(token.index).toBeLessThan(sentence?.endToken ?? -1);
    expect(sentence?.paragraph).toBe(token.paragraph);
    expect(token.start).toBeGreaterThanOrEqual(paragraphs[token.paragraph]?.start ?? Infinity);
    expect(token.end).toBeLessThanOrEqual(paragraphs[token.paragraph]?.end ?? -1);
  }
}

/** Letters and digits (outside runs cut for the tagger) that no token covers. */
function uncovered(document: Document): string[] {
  const seen = new Uint8Array(document.text.length);
  for (const token of document.tokens) seen.fill(1, token.start, token.end);
  return [...document.text.matchAll(/[A-Za-z0-9]/g)].filter(({ index }) => !seen[index]).map(({ 0: c }) => c);
}

describe('readDocument', () => {
  it('gives every token, sentence, paragraph and quotation its exact place, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        checkOffsets(readDocument({ text }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no letter or digit of the text', () => {
    fc.assert(
      fc.property(article, (text) => {
        expect(uncovered(readDocument({ text }))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('caps a sentence', () => {
    const { sentences } = readDocument({ text: 'word and '.repeat(2_000) });
    for (const { start, end } of sentences) expect(end - start).toBeLessThanOrEqual(MAX_SENTENCE);
  });
});

describe('sentences', () => {
  const sentencesOf = (text: string): string[] => {
    const document = readDocument({ text });
    return document.sentences.map(({ start, end }) => text.slice(start, end));
  };

  it.each([
    ['an abbreviation', ['The U.N. Security Council met Gen. Marta Ruiz.', 'It adjourned.']],
    ['initials', ['J. R. Okoro left.', 'Nobody asked.']],
    ['dots of suspense', ['“We wait... and we wait,” she said.', 'Then it rained.']],
    ['a quotation of several sentences', ['“We are tired. We are hungry. Help us,” Ruiz said.', 'He left.']],
    ['a closing mark', ['He said “we are tired.”', '“Nobody came.”', 'It rained.']],
    ['a question with its cue', ['“Who will come?” Okoro asked.', 'Nobody answered.']],
    ['an abbreviation at the end', ['They flew to the U.S.', 'The plane was late.']],
  ])('are right around %s', (_, expected) => {
    const text = `Title of the story\n${expected.join(' ')}`;
    expect(sentencesOf(text).slice(1)).toEqual(expected);
  });

  it('start where a caption was glued to the text', () => {
    const text =
      'Title\nHarbour at nightOfficials in the port town said on Monday that the ferry had been found by two fishing boats.';
    expect(sentencesOf(text)[2]).toMatch(/^Officials in the port/);
  });
});

describe('quotations', () => {
  const quotesOf = (text: string): string[] =>
    readDocument({ text }).quotes.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd));

  it.each([
    ['curly', 'Title\nHe said “we go”, then “we stay”.', ['we go', 'we stay']],
    ['straight', 'Title\nHe said "we go", then "we stay".', ['we go', 'we stay']],
    ['guillemets', 'Title\nIl dit «on va» hier.', ['on va']],
    ['single', "Title\n'We go now,' the dog's owner said. 'It is late.'", ['We go now,', 'It is late.']],
    ['stray apostrophes', "Title\nThe Harpers' called for help and the boys' club came.", []],
    ['nested', 'Title\nShe said: “He told me ‘go away’ twice.” It rained.', ['He told me ‘go away’ twice.']],
    ['a missing closing mark', 'Title\n“We go now, he said.\nNobody came.', ['We go now, he said.']],
    ['an inch mark', 'Title\nA 5" pipe broke. "It leaked," he said.', ['It leaked,']],
  ])('are found: %s', (_, text, expected) => {
    expect(quotesOf(text)).toEqual(expected);
  });

  it('go on over paragraphs that open with a mark again', () => {
    const { quotes } = readDocument({ text: 'Title\n“We go.\n“We stay.”\n“Another one,” he said.' });
    expect(quotes.map(({ continues }) => continues)).toEqual([-1, 0, -1]);
  });
});

describe('paragraph kinds', () => {
  it.each([
    ['3 min read', 'boilerplate'],
    ['Leave a Reply', 'boilerplate'],
    ['Tags: , , ,', 'boilerplate'],
    ['Also read: 40 killed in Port Sela', 'boilerplate'],
    ['(Reporting by Ada Moreno in Port Sela; editing by Bo Carrow)', 'byline'],
    ['Correction: 60 people were killed, not 40.', 'body'],
    ['13 May, 2019', 'dateline'],
    ['May 3, 2019 | By | Reply', 'dateline'],
    ['By Marta Ruiz and Jon Okoro', 'byline'],
    ['Families wait at the harbour [AFP]', 'caption'],
    ['Last boats leave', 'heading'],
    ['The last boats left on Monday.', 'body'],
  ])('"%s" is a %s', (line, kind) => {
    const { paragraphs } = readDocument({ text: `Boats leave the harbour\n\n${line}\n\nThe end came.` });
    expect(paragraphs[1]?.kind).toBe(kind);
  });
});
