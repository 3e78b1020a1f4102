/** A line that a site adds around an article, and that says nothing of what the article reports. */
interface BoilerplateRule {
  readonly name: string;
  readonly line: RegExp;
}

const BOILERPLATE_RULES: readonly BoilerplateRule[] = [
  { name: 'reading-time', line: /^\d+[ -]min(?:ute)?s?(?:[ -]read)?(?: time)?$/i },
  { name: 'comment-count', line: /^(?:\d[\d,.]*|no|leave a|add a|post a) comments?$/i },
  { name: 'share-count', line: /^\d[\d,.]*k? (?:shares?|views?|likes?|reads?)$/i },
  {
    name: 'share',
    line: /^(?:share|tweet|print|email|save|facebook|twitter|whatsapp|telegram|copy link)\b[^.]{0,60}$/i,
  },
  {
    name: 'follow',
    line: /^(?:follow|like|join) us\b.{0,80}$|^(?:sign up|subscribe|register)\b.{0,100}$/i,
  },
  {
    name: 'read-more',
    line: /^(?:read more|read also|also read|related|see also|more on this|recommended|advertisement|story continues below)\b.{0,120}$/i,
  },
  {
    name: 'time-stamp',
    line: /^(?:(?:last )?(?:updated|modified|published|posted)\b|\d+ (?:minutes?|hours?|days?) ago\b)[^.]{0,60}$/i,
  },
  { name: 'copyright', line: /^(?:©|\(c\)|copyright\b|all rights reserved\b).{0,160}$/i },
  {
    name: 'picture-credit',
    line: /^(?:photo|picture|image|file photo|photograph)s?(?: credit| by|:).{0,120}$/i,
  },
  {
    name: 'byline',
    line: /^[Bb][Yy](?: \p{Lu}[\p{L}.'’-]*){1,5}(?:(?:,| \||,? and| for| in) .{0,40})?(?<!\.)$/u,
  },
  {
    name: 'sign-off',
    line: /^\(?(?:reporting|writing|additional reporting|editing|compiled|translated|with reporting)\b[^.]{0,40}?\bby\b.{0,200}$/i,
  },
  { name: 'credit', line: /^(?:source|via|credit|agency|agencies)\s*[:–—-].{0,80}$/i },
  {
    name: 'origin',
    line: /^(?:this (?:article|story|report)|the post .{1,120}) (?:was )?(?:first|originally) (?:published|appeared).{0,120}$/i,
  },
  {
    name: 'agency-line',
    line: /^(?:[-–—]{1,2}\s?\p{Lu}[\p{L}\p{N} .&'’-]{1,40}|\(\p{Lu}[\p{L}\p{N} .&'’-]{1,40}\))$/u,
  },
];

/** `GENEVA, March 7 (Northwire) -`: where a paragraph was written, and for whom. */
export const DATELINE =
  /^(?:\p{Lu}[\p{L}.,'’/ -]{1,60}?(?:,? \p{Lu}?[\p{L}.]{2,9} \d{1,2})?,? ?)?\((\p{Lu}[\p{L}\p{N} .&'’/-]{1,40})\)\s*[-–—:]{1,2}\s*/u;

const BARE_DATELINE = /^\p{Lu}{3}[\p{Lu}.,' ]{0,40}(?:, \p{Lu}[\p{L}.]{2,9} \d{1,2})?\s*[-–—]{1,2}\s+/u;

export const isBoilerplate = (line: string): boolean =>
  BOILERPLATE_RULES.some((rule) => rule.line.test(line.trim()));

/** The lines of an article that report something, without datelines. Empty ones are left out. */
export function reportingLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isBoilerplate(line))
    .map((line) => line.replace(DATELINE, '').replace(BARE_DATELINE, ''));
}
