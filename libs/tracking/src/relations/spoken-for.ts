import type { AttributionLink } from '#domain';

type Source = Pick<AttributionLink, 'name' | 'role' | 'kind'>;

/** Whom words go back to. */
export interface SourceBehind extends Pick<AttributionLink, 'name' | 'kind'> {
  /** As readers are told of it: who was quoted, with the body a person speaks for. */
  readonly shownAs: string;
}

/** Who has left an office, or sits in none of the body's: he speaks for himself. */
const OUT_OF_OFFICE =
  /\b(?:former|ex|onetime|retired|ousted|exiled|sacked|deposed|opposition|shadow|rival|late)\b/i;
/** They speak for whatever stands beside them. */
const SPOKES = /\bspokes(?:man|men|woman|women|person|persons|people)\b/i;
/** They speak for a body; "the head of the village" and "the director of the film" speak for none. */
const OFFICES =
  /\b(?:heads?|chiefs?|directors?|chair(?:man|woman|person)?|commanders?|commissioner|officials?|representatives?|secretary)(?:[- ]general|-in-chief)?\b/i;
const MINISTERS = /\bministers?\b/i;
const NO_DEPARTMENT = /\b(?:prime|first|cabinet|state)$/i;
const BODY =
  /^(?:ministry|department|government|administration|municipality|police|army|navy|forces?|military|guard|brigade|battalion|corps|militia|agency|authorit(?:y|ies)|commission|committee|council|court|parliament|senate|services?|office|bureau|board|federation|union|association|society|organi[sz]ation|crescent|cross|nations|party|bank|fund|company|hospital|university|institute|cent(?:er|re)|observatory)$/i;
/** Of these a country has one; "the hospital" of one article is not that of another. */
const ONE_OF_ITS_KIND = /^(?:police|army|navy|military|government|parliament|senate)$/i;
const ACRONYM = /^(?:\p{Lu}\.?){2,8}$/u;
/** "U.S. officials" are of no one body. */
const COUNTRY = /^(?:US|USA|UK|UAE|DRC|USSR)$/;
const LEAD =
  /^(?:the|an?|his|her|its|their|one|another|several|some|two|three|senior|deputy|vice|assistant|acting|interim|top|leading|high-ranking|ranking|local|unnamed)\s+/i;
const LINKED = /^(?:of|for|from|at|with|in)\s+(?:the\s+)?(?<body>.+)$/i;

/**
 * Whom words go back to: the body that somebody speaks for ("interior ministry spokesman Jon Okoro", "the interior minister"), else
 * himself. A ministry is one in all wordings of its name. The attribution keeps the person.
 */
export function sourceBehind({ name, role, kind }: Source): SourceBehind {
  const body = kind === 'publisher' ? null : bodyBehind({ name, role, kind });
  if (body === null) return { name, kind, shownAs: name };
  const shownAs = kind === 'person' ? `${name} (${body})` : name;
  return { name: inOneWording(body), kind: 'organisation', shownAs };
}

function bodyBehind({ name, role, kind }: Source): string | null {
  const offices = (kind === 'person' ? (role ?? '') : name).split(',');
  for (const office of offices) {
    const body = OUT_OF_OFFICE.test(office) ? null : spokenForBy(withoutLead(office.trim()));
    if (body !== null && isKnownByName(body)) return body;
  }
  return kind === 'organisation' && inOneWording(name) !== name ? name : null;
}

const spokenForBy = (office: string): string | null =>
  bySpokesman(office) ?? byMinister(office) ?? byOfficial(office);

/** "rebel spokesman", "a spokeswoman for the Norvale Red Crescent" */
function bySpokesman(office: string): string | null {
  const parts = around(office, SPOKES);
  if (!parts) return null;
  const { before, after } = parts;
  const link = LINKED.exec(after);
  if (before !== '') return bodyIn(before) ?? (link ? linked(after) : before);
  return linked(after);
}

/** "interior minister", "the minister of the interior": of no prime minister's office. */
function byMinister(office: string): string | null {
  const parts = around(office, MINISTERS);
  if (!parts) return null;
  const department = [parts.before, linked(parts.after) ?? ''].filter((words) => words !== '').join(' ');
  return department === '' || NO_DEPARTMENT.test(parts.before) ? null : `${department} ministry`;
}

/** "police chief", "the commander of the Fifth Brigade", "a health ministry official" */
function byOfficial(office: string): string | null {
  const parts = around(office, OFFICES);
  if (!parts) return null;
  const { before, after } = parts;
  if (before !== '') return bodyIn(before);
  const body = linked(after);
  // "chief police spokesman" is read as a spokesman's; "chief of staff" is of nothing.
  return body !== null && bodyIn(body) !== null ? body : null;
}

function around(office: string, pattern: RegExp): { readonly before: string; readonly after: string } | null {
  const match = pattern.exec(office);
  if (!match) return null;
  return {
    before: withoutLead(office.slice(0, match.index).trim()).replace(/['’]s?$/, ''),
    after: office.slice(match.index + match[0].length).trim(),
  };
}

function withoutLead(words: string): string {
  const rest = words.replace(LEAD, '');
  return rest === words ? words : withoutLead(rest);
}

/** Two bodies may both be "the ministry". */
const isKnownByName = (body: string): boolean =>
  body.includes(' ') || ONE_OF_ITS_KIND.test(body) || /^\p{Lu}/u.test(body);

const linked = (after: string): string | null => LINKED.exec(after)?.groups?.['body'] ?? null;

/** The words up to the last that names a kind of body, or is an acronym; null where none does. */
function bodyIn(text: string): string | null {
  const words = text.split(' ');
  const last = words.findLastIndex((word) => BODY.test(word) || isAcronym(word));
  return last < 0 ? null : words.slice(0, last + 1).join(' ');
}

const isAcronym = (word: string): boolean => ACRONYM.test(word) && !COUNTRY.test(word.replaceAll('.', ''));

/** "ministry of (the) interior", "Ministry of Health in Norvale", "ministry of foreign affairs": as "Norvale health ministry". */
function inOneWording(body: string): string {
  const { matter, place } =
    /^ministry (?:of|for) (?:the )?(?<matter>.+?)(?: in (?<place>.+))?$/i.exec(body)?.groups ?? {};
  const ministry = matter === undefined ? body : [place, matter, 'ministry'].filter(Boolean).join(' ');
  return ministry.replace(/ affairs ministry$/i, ' ministry');
}
