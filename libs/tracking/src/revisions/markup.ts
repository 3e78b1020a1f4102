/** Longer addresses are words like others, so that no bracket is looked for without end. */
const LINK = /!?\[([^[\]]{0,1000})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g;
const ADDRESS = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g;
/** What opens a line: a heading, an item, words quoted. */
const OPENS_LINE = /^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|(?:[-*+•]|\d{1,9}[.)])[ \t]+)+/gm;
const RULE = /^[ \t]*(?:[-*_=][ \t]*){3,}$|^[ \t]*\|?[ \t]*:?-{3,}[|:\- \t]*$/gm;
const EMPHASIS = /\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;

/** Whether two texts differ in nothing but marks of Markdown, how lines are broken, and the addresses of links. */
export const differInMarkupOnly = (a: string, b: string): boolean => a !== b && bare(a) === bare(b);

function bare(text: string): string {
  return text
    .replace(RULE, '')
    .replace(LINK, '$1')
    .replace(ADDRESS, '$1')
    .replace(OPENS_LINE, '')
    .replace(EMPHASIS, '')
    .replace(ESCAPE, '')
    .replace(/\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
