/** Collects WHERE conditions with their numbered parameters, so that no value is ever written into SQL. */
export class Conditions {
  private readonly clauses: string[] = [];

  /** `values` of other conditions of the same statement are numbered on. */
  constructor(readonly values: unknown[] = []) {}

  /** Adds a clause in which each `?` stands for the next value. */
  add(clause: string, ...values: unknown[]): this {
    const numbered = clause.replace(/\?/g, () => {
      this.values.push(values.shift());
      return `$${this.values.length}`;
    });
    this.clauses.push(numbered);
    return this;
  }

  /** The parameter that stands for a value outside of the conditions: in a join. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a clause unless its value is undefined: a filter that was not asked for. */
  filter(clause: string, value: unknown): this {
    return value === undefined ? this : this.add(clause, value);
  }

  toString(): string {
    return this.clauses.length > 0 ? `WHERE ${this.clauses.join(' AND ')}` : '';
  }
}
