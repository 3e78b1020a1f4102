/** As much of a DOM node as the text needs. */
export interface TextNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: Iterable<TextNode>;
  readonly textContent: string | null;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;
const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TFOOT|THEAD|UL)$/;
const UNSEEN =
  /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|TITLE|SVG|MATH|IFRAME|FRAME|FRAMESET|OBJECT|EMBED|CANVAS|AUDIO|VIDEO|SELECT|BUTTON|TEXTAREA|INPUT|DATALIST|METER|PROGRESS)$/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** The text that a reader of the page sees: paragraphs apart by an empty line, lines by a line break, spaces as one. */
export function visibleText(root: TextNode): string {
  const writer = new ParagraphWriter();
  write(root, writer);
  return writer.text();
}

function write(node: TextNode, writer: ParagraphWriter): void {
  if (node.nodeType === TEXT) return writer.words(node.textContent ?? '');
  if (node.nodeType !== ELEMENT) return writeChildren(node, writer);
  const name = node.nodeName.toUpperCase();
  if (UNSEEN.test(name) || isHidden(node)) return;
  if (name === 'BR') return writer.line();
  if (name === 'TR') return writeBetween(node, writer, () => writer.line());
  if (name === 'TD' || name === 'TH') return writeBetween(node, writer, () => writer.words(' '));
  if (BLOCKS.test(name)) return writeBetween(node, writer, () => writer.paragraph());
  writeChildren(node, writer);
}

function writeChildren(node: TextNode, writer: ParagraphWriter): void {
  for (const child of node.childNodes) write(child, writer);
}

function writeBetween(node: TextNode, writer: ParagraphWriter, separate: () => void): void {
  separate();
  writeChildren(node, writer);
  separate();
}

const isHidden = (node: TextNode): boolean =>
  node.getAttribute?.('hidden') != null || HIDDEN.test(node.getAttribute?.('style') ?? '');

class ParagraphWriter {
  private readonly parts: string[] = [];
  private separator = '';
  private space = false;

  words(text: string): void {
    // No-break spaces keep words together on a screen; in stored text they are spaces like others.
    const collapsed = text.replace(/[\s\u00a0]+/g, ' ');
    const trimmed = collapsed.trim();
    if (collapsed.startsWith(' ')) this.space = true;
    if (trimmed === '') return;
    if (this.parts.length > 0) this.parts.push(this.separator || (this.space ? ' ' : ''));
    this.parts.push(trimmed);
    this.separator = '';
    this.space = collapsed.endsWith(' ');
  }

  line(): void {
    if (this.separator === '') this.separator = '\n';
  }

  paragraph(): void {
    this.separator = '\n\n';
  }

  text(): string {
    return this.parts.join('');
  }
}
