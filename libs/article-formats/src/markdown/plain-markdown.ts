import { plainInline } from './plain-inline.js';

const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const CLOSING_MARKS = /(?<=[ \t])#+$/;
const QUOTED = /^ {0,3}(?:>[ \t]?)+/;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
/** The items that begin a list in the midst of a paragraph: other numbers there are words that a line happens to begin with. */
const FIRST_ITEM = /^[ \t]*(?:[-*+]|1[.)])[ \t]/;
const FENCE = /^ {0,3}(?:`{3,}[^`]*$|~~~)/;
/** The address of a link, with a title or alone; or a note at the foot. Other words behind a colon are text. */
const DEFINITION = /^ {0,3}\[(?:\^[^\]]{1,200}\]:|[^\]]{1,200}\]:[ \t]*\S+(?:[ \t]+["'(].*)?[ \t]*$)/;
/** The line of a table between its head and its rows. */
const TABLE_RULE = /^[|:\- \t]+$/;

/**
 * The text of Markdown as a page would show it (CommonMark's blocks and GitHub's tables): paragraphs apart by an empty line, items, rows and
 * hard breaks by a line break. Marks that mean nothing where they stand are words like others.
 */
export function plainMarkdown(markdown: string): string {
  const writer = new BlockWriter();
  for (const line of markdown.split(/\r\n?|\n/)) writer.line(line);
  return writer.text();
}

class BlockWriter {
  private readonly blocks: string[][] = [];
  private block: string[] = [];
  private fenced = false;
  /** The block has items, so that any number begins the next one. */
  private listed = false;
  /** The last line ends where it stands. */
  private broken = false;

  line(raw: string): void {
    if (FENCE.test(raw)) {
      this.fenced = !this.fenced;
      return this.end();
    }
    if (this.fenced) return void this.block.push(raw.trim());
    const line = raw.replace(QUOTED, '');
    if (line.trim() === '' || RULE.test(line)) return this.end();
    if (DEFINITION.test(line) && this.block.length === 0) return;
    if (HEADING.test(line)) return this.alone(line.replace(HEADING, '').trim().replace(CLOSING_MARKS, ''));
    this.words(line);
  }

  text(): string {
    this.end();
    return this.blocks.map((lines) => lines.join('\n')).join('\n\n');
  }

  /** A line of a paragraph goes on in the next one unless it is broken there; items and rows begin lines of their own. */
  private words(line: string): void {
    if (line.includes('|') && TABLE_RULE.test(line)) return;
    const row = isRow(line.trim());
    const item = this.isItem(line);
    const apart = this.block.length === 0 || row || item || this.broken;
    this.broken = row || line.endsWith('  ') || line.endsWith('\\');
    const words = plainInline(
      row ? cellsOf(line) : (item ? line.replace(ITEM, '') : line).replace(/\\$/, ''),
    );
    if (apart) this.block.push(words);
    else this.block[this.block.length - 1] += ` ${words}`;
  }

  private isItem(line: string): boolean {
    const item = (this.block.length === 0 || this.listed ? ITEM : FIRST_ITEM).test(line);
    this.listed ||= item;
    return item;
  }

  private alone(line: string): void {
    this.end();
    this.block.push(plainInline(line));
    this.end();
  }

  private end(): void {
    const lines = this.block.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
    if (lines.length > 0) this.blocks.push(lines);
    this.block = [];
    this.broken = false;
    this.listed = false;
  }
}

const isRow = (line: string): boolean => line.length > 1 && line.startsWith('|') && line.endsWith('|');

/** Cells of a row, as a table of a page gives them: a space between. */
const cellsOf = (row: string): string =>
  row
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
