import { InvalidFields } from '#domain';
import { exitCodeOf, namingOptions } from './naming-options.js';

it('names what a question refused as it is given on the command line', () => {
  const refused = new InvalidFields('request', { recordedBy: 'must be a day', validOn: 'must be a day' });
  expect(namingOptions(refused, 'claims')).toMatchObject({
    message: 'claims: --as-of: must be a day; --valid-on: must be a day',
    code: 'DOMAIN.INVALID_FIELDS',
  });
});

it('leaves every other error as it is', () => {
  const others = [new InvalidFields('article', { text: 'is missing' }), new Error('no disk'), 'no'];
  expect(others.map((error) => namingOptions(error, 'claims'))).toEqual(others);
});

it('exits with 2 where the words of the command are wrong, with 1 where it was not done', () => {
  const wrong = { '--kind': 'there is no "bogus"' };
  const words = [
    new InvalidFields('claims', wrong),
    new InvalidFields('request', { since: 'must be a day' }),
    new InvalidFields('claims many', wrong),
  ];
  expect(words.map((error) => exitCodeOf(error, 'claims'))).toEqual([2, 2, 2]);
  const others = [new InvalidFields('article', { text: 'is missing' }), new Error('no disk'), 'no'];
  expect(others.map((error) => exitCodeOf(error, 'claims'))).toEqual([1, 1, 1]);
});
