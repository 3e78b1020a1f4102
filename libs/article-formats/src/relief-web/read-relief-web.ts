import { MalformedInput, NoArticle, toRefusal } from '../errors.js';
import { headed } from '../found-article.js';
import type { ReadItem } from '../feed/read-feed.js';
import { isObject, type JsonObject } from '../json-object.js';
import { MAX_FEED_ITEMS } from '../limits.js';
import { plainMarkdown } from '../markdown/plain-markdown.js';
import { readDate } from '../page/publication-date.js';
import { fragmentText, PAGE_TOOLS } from '../page/read-page.js';
import { isReliefWeb } from './is-relief-web.js';

/**
 * The reports of an answer of the ReliefWeb API (`data[].fields`). `body-html` stands before `body`, which is Markdown.
 * @throws {MalformedInput} it is no such answer
 */
export function readReliefWeb(answer: unknown, now: Date): ReadItem[] {
  if (!isReliefWeb(answer))
    throw new MalformedInput('It has no "data" with "fields", as answers of the ReliefWeb API do.');
  if (answer.data.length > MAX_FEED_ITEMS)
    throw new MalformedInput(`It has more than ${MAX_FEED_ITEMS} reports, which no answer of that API has.`);
  return answer.data.map(({ fields }) => {
    try {
      return readReport(fields as JsonObject, now);
    } catch (error) {
      return { refusal: toRefusal(error) };
    }
  });
}

function readReport(fields: JsonObject, now: Date): ReadItem {
  const html = textOf(fields['body-html']);
  const body = (html ? fragmentText(html) : plainMarkdown(textOf(fields['body']) ?? '')).trim();
  if (body === '') throw new NoArticle('The report has no body: ask the API for "body-html" too.');
  const date = isObject(fields['date']) ? fields['date'] : {};
  const { publishedAt, notes } = publicationOf(date, now);
  const title = textOf(fields['title']);
  const { text, ...put } = headed(body, title);
  return {
    fields: {
      text,
      url: firstText(fields, 'url_alias', 'url', 'origin'),
      outlet: namesOf(fields['source'])[0],
      title,
      language: languageOf(fields['language']),
      publishedAt,
    },
    making: {
      format: 'reliefweb',
      tools: html ? { linkedom: PAGE_TOOLS.linkedom } : {},
      modifiedAt: textOf(date['changed']),
      ...put,
      notes,
    },
  };
}

/** "original" is the source's own date, "created" that of its entry in ReliefWeb. */
function publicationOf(
  date: JsonObject,
  now: Date,
): { readonly publishedAt?: string; readonly notes: string[] } {
  const given = firstText(date, 'original', 'created');
  if (given === undefined) return { notes: [] };
  const read = readDate(given, now);
  return 'date' in read ? { publishedAt: read.date, notes: [] } : { notes: [`published: ${read.problem}`] };
}

const firstText = (fields: JsonObject, ...names: readonly string[]): string | undefined =>
  names.map((name) => textOf(fields[name])).find((text) => text !== undefined);

function languageOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return isObject(first) ? textOf(first['code']) : textOf(first);
}

const namesOf = (value: unknown): (string | undefined)[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) =>
    isObject(one) ? textOf(one['name']) : textOf(one),
  );

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
