/** How deep the next element stands, by the rules of a dialect. */
export interface Nesting {
  /** The depth of the element that begins here. */
  open(name: string, selfClosing: boolean): number;
  /** False where no element of that name is open. */
  close(name: string): boolean;
}

const VOID =
  /^(area|base|basefont|br|col|command|embed|frame|hr|img|input|isindex|keygen|link|meta|param|source|track|wbr)$/;
const FOREIGN = new Set(['svg', 'math']);

/** Which open elements an element ends before it begins: paragraphs, items and cells are often left without an end. */
const ENDS = new Map<string, ReadonlySet<string>>();
const ends = (names: string, ended: string) => {
  for (const name of names.split(' ')) ENDS.set(name, new Set(ended.split(' ')));
};
ends('tr', 'tr th td');
ends('th', 'th');
ends('td', 'thead th td');
ends('tbody tfoot', 'thead tbody');
ends('li', 'li');
ends('dd dt', 'dd dt');
ends('rt rp', 'rt rp');
ends('option', 'option');
ends('optgroup', 'optgroup option');
ends('body', 'head link script');
ends('select input output button datalist textarea', 'input option optgroup select button datalist textarea');
ends(
  'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
  'p',
);

/** Nesting as htmlparser2 does it, on which linkedom builds. */
export class HtmlNesting implements Nesting {
  private readonly stack: string[] = [];
  private foreign = 0;

  open(name: string, selfClosing: boolean): number {
    const ended = ENDS.get(name);
    while (ended?.has(this.stack.at(-1) ?? '')) this.stack.pop();
    const depth = this.stack.length + 1;
    if (VOID.test(name) || (selfClosing && this.foreign > 0)) return depth;
    this.stack.push(name);
    if (FOREIGN.has(name)) this.foreign += 1;
    return depth;
  }

  close(name: string): boolean {
    const at = this.stack.lastIndexOf(name);
    if (at < 0) return false;
    for (const ended of this.stack.splice(at)) if (FOREIGN.has(ended)) this.foreign -= 1;
    return true;
  }
}

export class XmlNesting implements Nesting {
  private readonly stack: string[] = [];

  open(name: string, selfClosing: boolean): number {
    const depth = this.stack.length + 1;
    if (!selfClosing) this.stack.push(name);
    return depth;
  }

  close(name: string): boolean {
    const at = this.stack.lastIndexOf(name);
    if (at >= 0) this.stack.length = at;
    return at >= 0;
  }
}
