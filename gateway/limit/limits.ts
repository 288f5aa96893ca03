/** What a request may ask for at most. All are on by default. */
export interface Limits {
  /** Requests answered at once; one more is refused with OVERLOADED, so that those admitted stay fast. Default 256. */
  readonly requests: number;
  /** Subscriptions open at once; a request that opens one counts as such until then. Default 100. */
  readonly subscriptions: number;
  /** Bytes of a request's body. Default 1 MiB. */
  readonly body: number;
  /** Tokens of a document, as the lexer counts them. Default 10,000. */
  readonly tokens: number;
  /** Operations and fragments of a document. Default 100. */
  readonly definitions: number;
  /** Levels of selections, those of fragments included. Default 20; the introspection of GraphiQL has 18. */
  readonly depth: number;
  /** Levels of lists and objects in a value, in the document or in variables. Default 10. */
  readonly inputDepth: number;
  /** Lists, objects and single values in the variables. Default 10,000. */
  readonly values: number;
  /** Aliases, each counted as often as its fragment is used; so are the next three. Default 100. */
  readonly aliases: number;
  /** Fields of the root. Default 50. */
  readonly rootFields: number;
  /** Directives. Default 100. */
  readonly directives: number;
  /** Fields and fragments. Default 500; the introspection of GraphiQL has 239. */
  readonly selections: number;
  /** The size that one list may be asked for, as in `first: 50`. Default 10,000. */
  readonly listSize: number;
  /** Estimated cost of a request (objects, where the schema says nothing else). Default 100,000. */
  readonly cost: number;
  /** Estimated cost of a request for any one department. Default 50,000. */
  readonly departmentCost: number;
  /** The size that a list is taken to have where nothing tells it. Default 20. */
  readonly assumedListSize: number;
}

export const defaultLimits: Limits = {
  requests: 256,
  subscriptions: 100,
  body: 1024 * 1024,
  tokens: 10_000,
  definitions: 100,
  depth: 20,
  inputDepth: 10,
  values: 10_000,
  aliases: 100,
  rootFields: 50,
  directives: 100,
  selections: 500,
  listSize: 10_000,
  cost: 100_000,
  departmentCost: 50_000,
  assumedListSize: 20,
};

/** Options of the command by limit, as `--max-root-fields`. */
export const limitOptions: ReadonlyMap<string, keyof Limits> = new Map(
  (Object.keys(defaultLimits) as (keyof Limits)[]).map(name => [optionOf(name), name]),
);

function optionOf(name: keyof Limits): string {
  const words = name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return name === 'assumedListSize' ? words : `max-${words}`;
}
