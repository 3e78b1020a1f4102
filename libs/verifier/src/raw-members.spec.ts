import fc from 'fast-check';
import { rawMembers } from './raw-members.js';

const values = (text: string): Record<string, string> | undefined => {
  const members = rawMembers(text);
  return (
    members && Object.fromEntries([...members].map(([name, [from, to]]) => [name, text.slice(from, to)]))
  );
};

describe('rawMembers', () => {
  it('gives values as they are written', () => {
    const text = ` { "a" : 1.50 , "b":"x\\"}\\\\" ,"c":{"d":[1, {"e":"]"}] },"f":null,"g":[ ] } `;
    expect(values(text)).toEqual({
      a: '1.50',
      b: '"x\\"}\\\\"',
      c: '{"d":[1, {"e":"]"}] }',
      f: 'null',
      g: '[ ]',
    });
    expect(values('{}')).toEqual({});
  });

  it.each([
    '',
    '[]',
    '1',
    '{',
    '{"a"',
    '{"a":',
    '{"a":}',
    '{"a":1',
    '{"a":1,',
    '{"a":"x',
    '{"a":[1',
    '{"a":[1,"x',
    '{a:1}',
  ])('refuses %j', (text) => expect(rawMembers(text)).toBeUndefined());

  it('finds what JSON.parse finds, whatever the values', () => {
    const name = fc.string().filter((text) => JSON.stringify(text) === `"${text}"` && text !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(name, fc.jsonValue()), fc.constantFrom(0, 2), (object, indent) => {
        const found = values(JSON.stringify(object, null, indent)) ?? {};
        const parsed = Object.fromEntries(
          Object.entries(found).map(([key, text]) => [key, JSON.parse(text) as unknown]),
        );
        expect(parsed).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});
