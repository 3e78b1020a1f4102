// The entry of a thread that reads formats: DOM and feed parsers live here, and die here where an input is too much for them.
import 'reflect-metadata';
import { serveJobs } from '#worker-pool';
import { decodeText } from '../bytes/decode-text.js';
import { MalformedInput, toRefusal } from '../errors.js';
import { readFeed, type ReadItem } from '../feed/read-feed.js';
import { readPage } from '../page/read-page.js';
import { readReliefWeb } from '../relief-web/read-relief-web.js';
import type { FormatAnswer, FormatJob } from './format-job.js';

serveJobs((job: FormatJob): FormatAnswer => {
  try {
    return { items: read(job) };
  } catch (error) {
    return { refusal: toRefusal(error) };
  }
});

function read({ kind, bytes, hints }: FormatJob): ReadItem[] {
  switch (kind) {
    case 'page':
      return [readPage(bytes, hints)];
    case 'feed':
      return readFeed(bytes, hints);
    case 'reliefweb':
      return readReliefWeb(parseJson(decodeText(bytes, hints.charset ?? null).text), hints.now);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new MalformedInput(`It is not JSON: ${(error as Error).message}.`);
  }
}
