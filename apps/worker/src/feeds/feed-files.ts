import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UnusableFeedList } from './errors.js';
import type { PageState } from './page-state.js';

export interface FeedList {
  readonly feeds: readonly { readonly url: string; readonly addedAt: string }[];
}

/** What is known of feeds and their pages, by address; `items` are the pages a feed listed last. */
export interface FeedState {
  readonly pages: Readonly<Record<string, PageState>>;
  readonly items: Readonly<Record<string, readonly string[]>>;
}

/** The feeds of a workspace, in files of the data folder: a list that people change, and what is known of them, which is only a saving. */
export class FeedFiles {
  constructor(
    private readonly dataDir: string,
    private readonly workspace: string,
  ) {}

  readList(): Promise<FeedList> {
    return readJson(this.path('json'), { feeds: [] });
  }

  writeList(list: FeedList): Promise<void> {
    return writeJson(this.path('json'), list);
  }

  readState(): Promise<FeedState> {
    return readJson(this.path('state.json'), { pages: {}, items: {} });
  }

  writeState(state: FeedState): Promise<void> {
    return writeJson(this.path('state.json'), state);
  }

  private path(ending: string): string {
    return join(this.dataDir, 'feeds', `${this.workspace}.${ending}`);
  }
}

async function readJson<T>(file: string, absent: T): Promise<T> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return absent;
    throw new UnusableFeedList(file, { cause: error });
  }
}

/** Whole or not at all, whenever the process is killed. */
async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const written = `${file}.${process.pid}.tmp`;
  await writeFile(written, `${JSON.stringify(value, null, 2)}\n`);
  await rename(written, file);
}
