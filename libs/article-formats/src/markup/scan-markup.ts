/** One piece of markup with the entities of the text before it. */
export interface MarkupToken {
  readonly kind: 'open' | 'close' | 'comment' | 'declaration' | 'text';
  readonly name: string;
  readonly attributes: number;
  /** Characters of the tag. */
  readonly length: number;
  readonly selfClosing: boolean;
  /** Character references in the text before and in the tag itself. */
  readonly entities: number;
}

/** Elements whose content is no markup. */
const RAW_TEXT = /^(script|style|textarea|title|xmp|iframe|noembed|noframes)$/;
const NAME = /[A-Za-z_][^\s/>]{0,99}/y;

/** Splits markup into tokens, forwards only: every search either moves on or ends at the end, so it is linear. */
export class MarkupScanner {
  private at = 0;
  /** Where the next "&" stands that was not counted; searching for it again from each tag would be quadratic. */
  private ampersand: number;

  constructor(
    private readonly markup: string,
    private readonly dialect: 'html' | 'xml',
  ) {
    this.ampersand = markup.indexOf('&');
  }

  *tokens(): Iterable<MarkupToken> {
    while (this.at < this.markup.length) {
      const start = this.markup.indexOf('<', this.at);
      const end = start < 0 ? this.markup.length : start;
      const entities = this.countEntities(this.at, end);
      this.at = end;
      yield start < 0 ? plain('text', 1, entities) : this.markupAt(start, entities);
    }
  }

  private markupAt(start: number, entities: number): MarkupToken {
    const { markup } = this;
    if (markup.startsWith('<!--', start)) return this.through('-->', 'comment', start, entities);
    if (markup.startsWith('<![CDATA[', start) && this.dialect === 'xml')
      return this.through(']]>', 'comment', start, entities);
    if (markup[start + 1] === '!') {
      const kind = /^<!doctype|^<!entity/i.test(markup.slice(start, start + 9)) ? 'declaration' : 'comment';
      return this.through('>', kind, start, entities);
    }
    if (markup[start + 1] === '?') return this.through('>', 'comment', start, entities);
    return this.tagAt(start, entities);
  }

  private tagAt(start: number, entities: number): MarkupToken {
    const closing = this.markup[start + 1] === '/';
    NAME.lastIndex = start + (closing ? 2 : 1);
    const name =
      this.dialect === 'html' ? NAME.exec(this.markup)?.[0].toLowerCase() : NAME.exec(this.markup)?.[0];
    if (name === undefined) {
      this.at = start + 1;
      return plain('text', 1, entities);
    }
    if (closing) return { ...this.through('>', 'close', start, entities), name };
    const attributes = this.attributesFrom(start + 1 + name.length);
    const length = this.at - start;
    const selfClosing = this.markup[this.at - 2] === '/';
    const inside = this.countEntities(start, this.at);
    if (this.dialect === 'html' && RAW_TEXT.test(name) && !selfClosing) this.skipRawText(name);
    return { kind: 'open', name, attributes, length, selfClosing, entities: entities + inside };
  }

  /** Moves behind the tag; counts words between its name and its end, quoted values apart. */
  private attributesFrom(position: number): number {
    const { markup } = this;
    let count = 0;
    let inWord = false;
    let before = '';
    for (let at = position; at < markup.length; at++) {
      const character = markup[at]!;
      if (character === '>') {
        this.at = at + 1;
        return count;
      }
      if ((character === '"' || character === "'") && before === '=') {
        const end = markup.indexOf(character, at + 1);
        if (end < 0) break;
        at = end;
        inWord = false;
      } else if (character === '/' || character <= ' ') inWord = false;
      else if (!inWord) {
        inWord = true;
        count += 1;
      }
      if (character > ' ') before = character;
    }
    this.at = markup.length;
    return count;
  }

  private skipRawText(name: string): void {
    const end = new RegExp(`</${name}[\\s/>]`, 'gi');
    end.lastIndex = this.at;
    this.at = end.exec(this.markup)?.index ?? this.markup.length;
  }

  private through(end: string, kind: MarkupToken['kind'], start: number, entities: number): MarkupToken {
    const found = this.markup.indexOf(end, start + 2);
    this.at = found < 0 ? this.markup.length : found + end.length;
    return plain(kind, this.at - start, entities);
  }

  /** Counts up to a place; what lies before the last call's place was counted or skipped. */
  private countEntities(from: number, to: number): number {
    let count = 0;
    while (this.ampersand >= 0 && this.ampersand < to) {
      if (this.ampersand >= from) count += 1;
      this.ampersand = this.markup.indexOf('&', this.ampersand + 1);
    }
    return count;
  }
}

const plain = (kind: MarkupToken['kind'], length: number, entities: number): MarkupToken => ({
  kind,
  name: '',
  attributes: 0,
  length,
  selfClosing: false,
  entities,
});
