import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { LimitExceeded } from './limit-exceeded.ts';
import type { Limits } from './limits.ts';

type TextLimits = Pick<Limits, 'tokens' | 'depth' | 'inputDepth'>;

/**
 * Counts tokens and open brackets before the parser, which calls itself for each bracket and would run out of stack.
 * Throws LimitExceeded. Text that is not GraphQL passes as far as it can be read: the parser says what is wrong.
 */
export function checkText(query: string, limits: TextLimits): void {
  const lexer = new Lexer(new Source(query));
  const brackets = new Brackets(limits);
  let tokens = 0;
  for (;;) {
    const kind = nextKind(lexer);
    if (kind === undefined || kind === TokenKind.EOF) return;
    tokens += 1;
    if (tokens > limits.tokens) {
      const todo = 'ask for less at once or use variables';
      throw new LimitExceeded('TOO_MANY_TOKENS', 'tokens', 'more', todo, { limit: limits.tokens });
    }
    brackets.take(kind);
  }
}

function nextKind(lexer: Lexer): TokenKind | undefined {
  try {
    return lexer.advance().kind;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** Braces are selections, except between parentheses, where they are values. */
class Brackets {
  readonly #limits: TextLimits;
  #parentheses = 0;
  #selections = 0;
  #values = 0;

  constructor(limits: TextLimits) {
    this.#limits = limits;
  }

  take(kind: TokenKind): void {
    if (kind === TokenKind.PAREN_L) this.#parentheses += 1;
    else if (kind === TokenKind.PAREN_R) this.#parentheses -= 1;
    else if (kind === TokenKind.BRACKET_L) this.#openValue();
    else if (kind === TokenKind.BRACKET_R) this.#values -= 1;
    else if (kind === TokenKind.BRACE_L) this.#openBrace();
    else if (kind === TokenKind.BRACE_R) this.#closeBrace();
  }

  #openBrace(): void {
    if (this.#parentheses > 0) return this.#openValue();
    this.#selections += 1;
    if (this.#selections > this.#limits.depth) throw tooDeep(this.#limits.depth);
  }

  #closeBrace(): void {
    if (this.#parentheses > 0) this.#values -= 1;
    else this.#selections -= 1;
  }

  #openValue(): void {
    this.#values += 1;
    if (this.#values > this.#limits.inputDepth) throw inputTooDeep(this.#limits.inputDepth);
  }
}

export function tooDeep(limit: number): LimitExceeded {
  const todo = 'ask for the inner fields by a request of their own';
  return new LimitExceeded('TOO_DEEP', 'levels of selections, fragments included', 'more', todo, { limit });
}

export function inputTooDeep(limit: number): LimitExceeded {
  return new LimitExceeded('INPUT_TOO_DEEP', 'levels of lists and objects in a value', 'more', 'flatten it', { limit });
}
