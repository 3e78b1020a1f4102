/** Longer addresses and names of links are words like others, so that no bracket is looked for without end. */
const IMAGE =
  /!\[([^[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?(?:\s+"[^"]{0,500}")?\)|\[[^[\]]{0,200}\])/g;
const LINK =
  /\[([^[\]]{1,1000})\](?:\(\s{0,3}<?[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?(?:\s+"[^"]{0,500}")?\s{0,3}\)|\[[^[\]]{0,200}\])/g;
const FOOTNOTE = /\[\^[^[\]\s]{1,50}\]/g;
const ADDRESS = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g;
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>|<!--[^]{0,2000}?-->/gi;
const CODE = /(?<!`)(`{1,3})(?!`)([^`]{1,2000})\1(?!`)/g;
/** Marks of emphasis hug their words; between two spaces they are signs, and within words lines are parts of names. */
const STARS = /(\*{1,3}|~~)(?=[^\s*~])([^*~]{1,5000}?[^\s*~]|[^\s*~])\1/g;
const LINES = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]{1,5000}?[^\s_]|[^\s_])\1(?![\p{L}\p{N}_])/gu;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', hellip: '…' }; // prettier-ignore
const REFERENCE = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi;
/** Of what is escaped nothing is a mark: it waits behind private characters until the marks are gone. */
const PRIVATE = 0xf0000;
const WAITING = /[\u{f0021}-\u{f007e}]/gu;

/** The words of a line of Markdown: of links their text, of pictures what they say instead, of emphasis nothing but the words. */
export function plainInline(markdown: string): string {
  const bare = markdown
    .replace(ESCAPED, (_, mark: string) => String.fromCodePoint(PRIVATE + mark.charCodeAt(0)))
    .replace(CODE, '$2')
    .replace(IMAGE, '$1')
    .replace(FOOTNOTE, '')
    .replace(LINK, '$1')
    .replace(ADDRESS, '$1')
    .replace(TAG, ' ');
  return withoutEmphasis(bare)
    .replace(REFERENCE, characterOf)
    .replace(WAITING, (mark) => String.fromCharCode(mark.codePointAt(0)! - PRIVATE));
}

/** From the inside out: "**Ten *people* fled**". Deeper nesting than this is no emphasis. */
function withoutEmphasis(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3; depth++) plain = plain.replace(STARS, '$2').replace(LINES, '$2');
  return plain;
}

function characterOf(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return REFERENCES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}
