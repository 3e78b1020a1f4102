import fc from 'fast-check';
import { InvalidAppend, InvalidText } from './errors.js';
import { checkText, encodeJson } from './json-text.js';

const problemOf = (value: unknown): unknown => {
  try {
    encodeJson(value, 'data');
    return null;
  } catch (error) {
    if (!(error instanceof InvalidText)) throw error;
    return { path: error.path, problem: error.problem };
  }
};

describe('encodeJson', () => {
  it('gives the text of JSON.stringify', () => {
    expect(encodeJson({ b: 'é\n', a: [1, null] }, 'data')).toBe('{"b":"é\\n","a":[1,null]}');
  });

  it.each<[unknown, string, string]>([
    ['\0', 'data', 'nul'],
    [{ list: ['ok', { text: 'a\0b' }] }, 'data.list[1].text', 'nul'],
    [{ 'k\0': 1 }, 'a key of data', 'nul'],
    [{ text: 'half \ud83d' }, 'data.text', 'lone_surrogate'],
    [['\udc00'], 'data[0]', 'lone_surrogate'],
    [{ '\udfff': 1 }, 'a key of data', 'lone_surrogate'],
    ['\\\0', 'data', 'nul'],
  ])('refuses %j and says where', (value, path, problem) => {
    expect(problemOf(value)).toEqual({ path, problem });
  });

  it.each(['\\u0000', '\\\\u0000', 'C:\\ud800', '\u{1F600}', '\u0001\u2028'])(
    'accepts the text %j',
    (text) => {
      expect(problemOf(text)).toBeNull();
    },
  );

  it.each([undefined, () => 0, 10n])('refuses what JSON cannot say: %p', (value) => {
    expect(() => encodeJson(value, 'data')).toThrow(InvalidAppend);
  });

  it('refuses a circle', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => encodeJson(circle, 'data')).toThrow(InvalidAppend);
  });

  it('accepts exactly the well-formed strings without NUL', () => {
    const anyString = fc.string({
      unit: fc.constantFrom('\0', '\ud800', '\udc00', '\\', 'u0000', 'ud83d', '"', 'é'),
    });
    fc.assert(
      fc.property(anyString, (text) => {
        const good = !text.includes('\0') && !/\p{Surrogate}/u.test(text);
        expect(problemOf({ text }) === null).toBe(good);
      }),
    );
  });
});

describe('checkText', () => {
  it('names the path', () => {
    expect(() => checkText('a\0', 'actor')).toThrow('actor contains a NUL character');
    expect(() => checkText('\ud800', 'actor')).toThrow('actor contains half of a surrogate pair');
  });
});
