import { TooComplex } from '../errors.js';
import { HtmlNesting, XmlNesting, type Nesting } from './nesting.js';
import { MarkupScanner, type MarkupToken } from './scan-markup.js';

/** How much markup a document may have before anything is built of it. */
export interface MarkupLimits {
  readonly depth: number;
  readonly elements: number;
  readonly attributesOfElement: number;
  /** Characters of one tag; pictures stand in attributes. */
  readonly attributeLength: number;
  readonly entities: number;
  /** Comments, CDATA sections and processing instructions together. */
  readonly comments: number;
}

/**
 * Reads markup once from begin to end, building nothing, and refuses what would cost a parser beyond measure.
 * @throws {TooComplex} naming the limit
 */
export function guardMarkup(markup: string, dialect: 'html' | 'xml', limits: MarkupLimits): void {
  new MarkupGuard(limits, dialect === 'html' ? new HtmlNesting() : new XmlNesting()).check(markup, dialect);
}

class MarkupGuard {
  private elements = 0;
  private entities = 0;
  private comments = 0;

  constructor(
    private readonly limits: MarkupLimits,
    private readonly nesting: Nesting,
  ) {}

  check(markup: string, dialect: 'html' | 'xml'): void {
    for (const token of new MarkupScanner(markup, dialect).tokens()) {
      this.entities += token.entities;
      refuse('entities', this.entities, this.limits.entities);
      this.checkToken(token, dialect);
    }
  }

  private checkToken(token: MarkupToken, dialect: 'html' | 'xml'): void {
    switch (token.kind) {
      case 'open':
        return this.checkOpening(token);
      case 'close':
        // An end without a begin makes an element of its own: </p>, </br>.
        if (!this.nesting.close(token.name)) this.countElement();
        return;
      case 'comment':
        this.comments += 1;
        return refuse('comments and sections', this.comments, this.limits.comments);
      case 'declaration':
        if (dialect === 'xml')
          throw new TooComplex(
            'It declares a document type, and may declare entities that grow without end: remove it.',
          );
    }
  }

  private checkOpening({ name, attributes, length, selfClosing }: MarkupToken): void {
    const { attributesOfElement, attributeLength, depth } = this.limits;
    this.countElement();
    refuse('attributes of one element', attributes, attributesOfElement);
    refuse('characters in one tag', length, attributeLength);
    refuse('elements inside each other', this.nesting.open(name, selfClosing), depth);
  }

  private countElement(): void {
    this.elements += 1;
    refuse('elements', this.elements, this.limits.elements);
  }
}

function refuse(what: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new TooComplex(
    `It has more than ${limit.toLocaleString('en')} ${what}. Send the text of the article instead.`,
  );
}
