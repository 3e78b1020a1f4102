import { InvalidFields } from '#domain';
import { parseSubmission } from './article-submission.js';

const LIMIT = 1_000;

function problemsOf(body: unknown): Readonly<Record<string, string>> {
  try {
    parseSubmission(body, LIMIT);
  } catch (error) {
    if (error instanceof InvalidFields) return error.fields;
    throw error;
  }
  return {};
}

describe('parseSubmission', () => {
  it('takes a text alone', () => {
    expect(parseSubmission({ text: 'Ten people fled.' }, LIMIT).text).toBe('Ten people fled.');
  });

  it('takes every field there is', () => {
    const article = {
      id: 'desk-17',
      url: 'https://news.example/a/1?page=2',
      outlet: 'The Example',
      title: 'Ten flee',
      byline: 'Staff',
      language: 'en',
      publishedAt: '2024-02-29T23:59:59+01:00',
      text: 'Ten people fled. 😀',
    };
    expect({ ...parseSubmission(article, LIMIT) }).toEqual(article);
  });

  it.each([
    ['no body', null, 'body'],
    ['a list', [], 'body'],
    ['no text', { title: 'a' }, 'text'],
    ['an empty text', { text: '' }, 'text'],
    ['blanks alone', { text: ' \n\t' }, 'text'],
    ['a text that is a number', { text: 5 }, 'text'],
    ['a text over the limit', { text: 'a'.repeat(LIMIT + 1) }, 'text'],
    ['a NUL in the text', { text: 'a\u0000b' }, 'text'],
    ['a NUL in the title', { text: 'a', title: 'a\u0000b' }, 'title'],
    ['a lone high surrogate', { text: 'a\ud83d b' }, 'text'],
    ['a lone low surrogate', { text: 'a\ude00 b' }, 'text'],
    ['a day that does not exist', { text: 'a', publishedAt: '2026-02-30' }, 'publishedAt'],
    ['a date that is none', { text: 'a', publishedAt: 'yesterday' }, 'publishedAt'],
    ['a time without its zone', { text: 'a', publishedAt: '2026-02-03T10:00:00' }, 'publishedAt'],
    ['an address that is none', { text: 'a', url: 'news.example' }, 'url'],
    ['a script for an address', { text: 'a', url: 'javascript:alert(1)' }, 'url'],
    ['a field that does not exist', { text: 'a', seq: 5 }, 'seq'],
  ])('refuses %s and names the field', (_case, body, field) => {
    expect(Object.keys(problemsOf(body))).toEqual([field]);
  });

  it('counts the characters of a text by code points', () => {
    expect(parseSubmission({ text: '😀'.repeat(LIMIT) }, LIMIT).text).toHaveLength(2 * LIMIT);
  });

  it('says what is wrong without repeating the name of the field', () => {
    expect(problemsOf({ text: 'a\u0000b' })).toEqual({ text: 'has a NUL character at offset 1; remove it' });
  });
});
