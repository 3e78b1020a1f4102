import { TooComplex } from '../errors.js';
import { isObject, type JsonObject } from '../json-object.js';
import { JSON_LD_LIMITS } from '../limits.js';

/** What the structured data of a page says of its article; each as it stands there. */
export interface StructuredArticle {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly outlet?: string;
  readonly language?: string;
  readonly url?: string;
  readonly published?: string;
  readonly modified?: string;
}

/** NewsArticle, ReportageNewsArticle, BlogPosting, Report ... of schema.org. */
const ARTICLE_TYPE = /(?:^|[/:])(?:\w*Article|\w*Posting|Report|LiveBlogPosting)$/;
const NAME_DEPTH = 4;

/**
 * The article that JSON-LD describes: the first at the least depth, in arrays and graphs too; references by "@id" are followed.
 * @throws {TooComplex} scripts that are built to be read without end
 */
export function readStructuredData(scripts: readonly string[]): {
  readonly article: StructuredArticle | null;
  readonly broken: number;
} {
  if (scripts.length > JSON_LD_LIMITS.scripts)
    throw tooComplex(`more than ${JSON_LD_LIMITS.scripts} scripts`);
  const roots = scripts.map(parseScript);
  const graph = collect(roots.filter((root) => root !== null));
  const node = graph.nodes.find((candidate) => typesOf(candidate).some((type) => ARTICLE_TYPE.test(type)));
  const broken = roots.filter((root) => root === null).length;
  return { article: node ? articleOf(node, graph.byId) : null, broken };
}

function parseScript(script: string): unknown {
  const { characters, depth } = JSON_LD_LIMITS;
  if (script.length > characters) throw tooComplex(`more than ${characters} characters`);
  if (nestingOf(script) > depth) throw tooComplex(`more than ${depth} levels`);
  try {
    return JSON.parse(script) as unknown;
  } catch {
    return null;
  }
}

/** Levels of brackets outside strings. */
function nestingOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

interface Graph {
  readonly nodes: readonly JsonObject[];
  readonly byId: ReadonlyMap<string, JsonObject>;
}

/** Every object, level by level. */
function collect(roots: readonly unknown[]): Graph {
  const nodes: JsonObject[] = [];
  const byId = new Map<string, JsonObject>();
  let level = [...roots];
  for (let seen = 0; level.length > 0;) {
    seen += level.length;
    if (seen > JSON_LD_LIMITS.nodes) throw tooComplex(`more than ${JSON_LD_LIMITS.nodes} values`);
    const next: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value)) next.push(...(value as unknown[]));
      else if (isObject(value)) {
        nodes.push(value);
        const id = value['@id'];
        if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
        next.push(...Object.values(value).filter((child) => typeof child === 'object' && child !== null));
      }
    }
    level = next;
  }
  return { nodes, byId };
}

function articleOf(node: JsonObject, byId: Graph['byId']): StructuredArticle {
  const names = (value: unknown) => namesOf(value, byId, NAME_DEPTH);
  return {
    title: textOf(node['headline']) ?? textOf(node['name']),
    authors: names(node['author']),
    outlet: names(node['publisher'])[0] ?? names(node['sourceOrganization'])[0],
    language: textOf(node['inLanguage']) ?? names(node['inLanguage'])[0],
    url: textOf(node['url']) ?? idOf(node['mainEntityOfPage']),
    published: textOf(node['datePublished']),
    modified: textOf(node['dateModified']),
  };
}

/** Names of people or organisations, given as text, object, reference or a list of these. */
function namesOf(value: unknown, byId: Graph['byId'], depth: number): string[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((one) => namesOf(one, byId, depth - 1));
  const text = textOf(value);
  if (text !== undefined) return [text];
  if (!isObject(value)) return [];
  const name = textOf(value['name']) ?? textOf(value['alternateName']);
  if (name !== undefined) return [name];
  const referred = byId.get(idOf(value) ?? '');
  return referred ? namesOf(referred, byId, depth - 1) : [];
}

const typesOf = (node: JsonObject): string[] => {
  const type = node['@type'];
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((one) => typeof one === 'string');
};

const idOf = (value: unknown): string | undefined => (isObject(value) ? textOf(value['@id']) : textOf(value));

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const tooComplex = (what: string) =>
  new TooComplex(`Its structured data (JSON-LD) has ${what}. Send the text of the article instead.`);
