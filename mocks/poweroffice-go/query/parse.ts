import { lex, type Token } from './lex.ts';
import { QueryRefused } from './refused.ts';

/** The comparisons that are evidenced (`apis.md 1.6`). */
const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];

/** A filter, taken apart but not yet held against an entity. */
export type Expression =
  | {
      readonly kind: 'binary';
      readonly operator: Comparison | 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'literal'; readonly of: Token };

/** Reads a filter: `or` below `and` below `not` below comparisons, parentheses anywhere. */
export function parse(filter: string): Expression {
  const reader = new Reader(lex(filter));
  const expression = reader.or();
  reader.end();
  return expression;
}

/** The depth that OData's own implementations allow. */
const deepest = 100;

const words = new Set(['true', 'false', 'null']);

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  or(): Expression {
    if (this.#depth >= deepest) throw new QueryRefused('The filter is nested too deeply.');
    this.#depth += 1;
    let left = this.#and();
    while (this.#word('or')) left = { kind: 'binary', operator: 'or', left, right: this.#and() };
    this.#depth -= 1;
    return left;
  }

  end(): void {
    const rest = this.#tokens[this.#at];
    if (rest) throw new QueryRefused(`Syntax error: unexpected '${rest.text}' in the filter.`);
  }

  #and(): Expression {
    let left = this.#not();
    while (this.#word('and')) left = { kind: 'binary', operator: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Expression {
    return this.#word('not') ? { kind: 'not', of: this.#comparison() } : this.#comparison();
  }

  #comparison(): Expression {
    const left = this.#operand();
    const operator = comparisons.find((name) => this.#word(name));
    return operator ? { kind: 'binary', operator, left, right: this.#operand() } : left;
  }

  #operand(): Expression {
    const token = this.#tokens[this.#at];
    if (!token) throw new QueryRefused('The filter ends too early.');
    this.#at += 1;
    if (token.kind === 'open') {
      const inner = this.or();
      this.#expect('close');
      return inner;
    }
    if (token.kind === 'word' && !words.has(token.text)) return this.#named(token.text);
    if (token.kind === 'close' || token.kind === 'comma') {
      throw new QueryRefused(`Syntax error: unexpected '${token.text}' in the filter.`);
    }
    return { kind: 'literal', of: token };
  }

  #named(name: string): Expression {
    if (!this.#take('open')) return { kind: 'property', name };
    const args: Expression[] = [];
    do args.push(this.or());
    while (this.#take('comma'));
    this.#expect('close');
    return { kind: 'call', name, args };
  }

  #word(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #take(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  #expect(kind: Token['kind']): void {
    if (!this.#take(kind)) throw new QueryRefused('A parenthesis in the filter is not closed.');
  }
}
