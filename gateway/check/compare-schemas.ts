import type { Change, CriticalityLevel } from '@graphql-inspector/core';
import { type DocumentNode, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { operatorError } from '../../lib/kernel/coded-error.ts';
import type { RegisteredDocument } from '../registered/registered-document.ts';
import { usedCoordinates } from './used-coordinates.ts';

/** One difference between two schemas, as clients see them. */
export interface SchemaChange {
  /** `breaking`: an operation that uses it may fail; `dangerous`: may be answered otherwise than before; `safe`: neither. */
  readonly severity: 'breaking' | 'dangerous' | 'safe';
  /** As `FIELD_REMOVED`. */
  readonly kind: string;
  /** As `CourtCase.claimAmount`. */
  readonly coordinate: string;
  readonly message: string;
  /** The registered operations that use the coordinate; none where the change is safe. */
  readonly usedBy: readonly string[];
}

export interface SchemaComparison {
  /** The worst first. */
  readonly changes: readonly SchemaChange[];
  /** Registered operations that the new schema refuses, and why. */
  readonly refused: readonly { readonly operation: string; readonly messages: readonly string[] }[];
}

const severities = ['breaking', 'dangerous', 'safe'] as const;
const severityOf: Record<`${CriticalityLevel}`, SchemaChange['severity']> = {
  BREAKING: 'breaking',
  DANGEROUS: 'dangerous',
  NON_BREAKING: 'safe',
};

/** Compares two schemas, and holds the changes against the registered operations. Throws BAD_OPERATIONS for one that cannot be read. */
export async function compareSchemas(
  before: GraphQLSchema,
  after: GraphQLSchema,
  documents: readonly RegisteredDocument[] = [],
): Promise<SchemaComparison> {
  // A gateway that compares nothing does not load it.
  const { diff } = await import('@graphql-inspector/core');
  const read = documents.map(one => ({ origin: one.origin, document: parseRegistered(one) }));
  const operations = read.map(({ origin, document }) => ({
    document,
    name: nameOf(document, origin),
    used: usedCoordinates(document, before),
  }));
  const changes = (await diff(before, after)).map(change => {
    const severity = severityOf[change.criticality.level];
    const users = severity === 'safe' ? [] : operations.filter(({ used }) => isUsed(change, used));
    return {
      severity,
      kind: change.type,
      coordinate: change.path ?? '',
      message: change.message,
      usedBy: users.map(({ name }) => name),
    };
  });
  const refused = operations.flatMap(({ name, document }) => {
    const errors = validate(after, document, undefined, { hideSuggestions: true });
    return errors.length > 0 ? [{ operation: name, messages: errors.map(error => error.message) }] : [];
  });
  return { changes: severities.flatMap(one => changes.filter(({ severity }) => severity === one)), refused };
}

function parseRegistered({ origin, text }: RegisteredDocument): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (cause) {
    const got = `${origin}, which is none`;
    const parts = { expected: 'registered operations in GraphQL', got, todo: 'correct it' };
    throw operatorError('BAD_OPERATIONS', parts, { cause });
  }
}

function nameOf({ definitions }: DocumentNode, origin: string): string {
  const names = definitions.flatMap(one => (one.kind === Kind.OPERATION_DEFINITION ? (one.name?.value ?? []) : []));
  return names.length > 0 ? names.join(', ') : origin;
}

/** What is new is used by nobody yet: it matters to those who use what it was added to. */
function isUsed({ path = '', type }: Change, used: ReadonlySet<string>): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return used.has(path) || (/_ADDED/.test(type) && used.has(parent));
}
