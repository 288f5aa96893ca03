import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { County } from '../kernel/county.ts';
import { operatorError } from '../kernel/coded-error.ts';
import type { Identity } from '../kernel/identity.ts';
import type { Work } from '../observe/index.ts';
import { openSource, readMapping, type SourceOptions, type Source } from '../source/index.ts';
import { readAccess, readPurposes, type Access, type AccessModel, type Purposes } from '../trust/index.ts';
import { CaseQuestions } from './case-questions.ts';
import type { Ledger } from '../trust/ledger/index.ts';
import { makeContext, publicError, type Context } from './context.ts';
import { createExecutor, type Executor } from './executor.ts';
import { expand } from './expand.ts';
import { readModel, type DepartmentModel } from './model.ts';
import { PseudonymKeyring } from './pseudonym-keyring.ts';
import { recordedContext, type Origin } from './recorded-context.ts';
import { recordedExecutor } from './recorded-executor.ts';
import { protectionOf } from './protection.ts';
import { recordRefusals, toldRefusals } from './recorded-refusals.ts';
import { refusalsOf, type Refusals } from './refusals.ts';
import { makeResolvers, type Resolvers } from './resolvers.ts';

type ResolverMap = NonNullable<
  Exclude<Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number], DocumentNode>['resolvers']
>;

/** What a department's special.ts exports: resolvers of its @special fields, beside the generated ones. */
export type Special = (county: County) => Resolvers;

export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** A department that answers GraphQL. */
export interface Department {
  readonly id: string;
  /** The contract, for composition. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  readonly source: Source;
  /** Whether it has keys by which persons are met: then it answers signed requests only. */
  readonly meetsPersons: boolean;
  /**
   * `signal`: fires when the caller goes away; then the request's statements are ended. `work`: what they belong to, where somebody
   * sees it. `origin`: for the ledger.
   */
  context(identity: Identity, signal?: AbortSignal, work?: Work, origin?: Origin): Context;
  /** Executes what has been validated. */
  readonly executor: Executor;
  /** In-process door: the same answers as over HTTP. */
  execute(request: GraphRequest, identity: Identity, signal?: AbortSignal, work?: Work): Promise<ExecutionResult>;
  /** What it refuses to an identity, as far as that can be told beforehand; it decides again at every request. */
  refusals(identity: Identity): Refusals;
  /**
   * Writes down what a gateway refused in its stead, as far as that can be true: `{ refused: [{ coordinate }] }`. Throws
   * AUDIT_UNAVAILABLE.
   */
  recordRefusals(identity: Identity, message: unknown, origin: Origin): Promise<void>;
  /** Where reads are recorded, if they are. */
  readonly ledger: Ledger | undefined;
  close(): Promise<void>;
}

export interface DepartmentOptions extends SourceOptions {
  readonly county: County;
  /** Folder name of the department under `subgraphs`. */
  readonly id: string;
  readonly databaseUrl: string;
  /** Key files by which this department and another meet persons, one for each purpose. Default: none. */
  readonly pseudonymKeys?: readonly string[];
  /**
   * Where each read is recorded before its answer leaves; closed with the department. Undefined, which has to be said, records
   * nothing: for tests and benchmarks alone.
   */
  readonly ledger: Ledger | undefined;
  /** What protected statistics are drawn by; the department's secret. Default: none, then it can grant exact ones alone. */
  readonly disclosureKey?: string | undefined;
  /** Where the departments' folders are; the project's own `subgraphs/` by default. */
  readonly subgraphs?: string;
}

const root = join(import.meta.dirname, '../..');

/**
 * A department's model and contract, without its database: what subgraphs/<id>/schema.graphql says, what the county adds to it
 * in <id>.schema.graphql of its folder, or that alone for a department of the county's own.
 */
export function readContract(
  id: string,
  { county, subgraphs = join(root, 'subgraphs') }: { readonly county?: string; readonly subgraphs?: string } = {},
): { model: DepartmentModel; sdl: string } {
  const files = [
    join(subgraphs, id, 'schema.graphql'),
    ...(county === undefined ? [] : [join(county, `${id}.schema.graphql`)]),
  ];
  const found = files.filter(file => existsSync(file));
  if (found.length === 0) {
    throw operatorError('UNKNOWN_DEPARTMENT', {
      expected: `a schema in ${files.join(' or ')}`,
      got: 'none',
      todo: 'correct the name of the department, or write one',
    });
  }
  const model = readModel(found.map(file => readFileSync(file, 'utf8')).join('\n'));
  return { model, sdl: expand(model, readFileSync(join(root, 'schema/common.graphql'), 'utf8')) };
}

/** The types and fields that an access file may name. A key is a key, whatever it looks like: it is given whole or not at all. */
export function accessModelOf(model: DepartmentModel): AccessModel {
  const types = [...model.records].map(([type, { fields, key }]) => {
    const kinds = [...fields].map(([field, kind]) => [field, field === key ? 'id' : kind] as const);
    return [type, new Map<string, string>(kinds)] as const;
  });
  const access = new Map(types);
  // What rests on a person is granted by its own name.
  for (const { type, field } of model.pseudonyms) access.get(type)?.set(field, 'pseudonym');
  for (const { parent, field } of model.meetings)
    access.set(parent, (access.get(parent) ?? new Map<string, string>()).set(field, 'met'));
  return access;
}

async function specialOf(subgraphs: string, id: string, county: County): Promise<Resolvers> {
  const file = join(subgraphs, id, 'special.ts');
  if (!existsSync(file)) return {};
  const loaded = (await import(pathToFileURL(file).href)) as { special: Special };
  return loaded.special(county);
}

function merge(generated: Resolvers, special: Resolvers): Resolvers {
  const merged: Resolvers = { ...generated };
  for (const [type, fields] of Object.entries(special))
    merged[type] = { ...merged[type], ...fields } as Resolvers[string];
  return merged;
}

/** The department's own file, and the county's purposes. */
function policyOf({ folder }: County, id: string, model: DepartmentModel): { purposes: Purposes; access: Access } {
  const purposes = readPurposes(folder);
  return { purposes, access: readAccess(join(folder, `${id}.access.yaml`), accessModelOf(model), purposes) };
}

/** Opens a department: its schema, mapping, access file and database. Every fault is found here, at start. */
export async function openDepartment(options: DepartmentOptions): Promise<Department> {
  const { county, id, ledger } = options;
  const subgraphs = options.subgraphs ?? join(root, 'subgraphs');
  const { model, sdl } = readContract(id, { county: county.folder, subgraphs });
  const policy = policyOf(county, id, model);
  const mapping = readMapping(join(county.folder, `${id}.mapping.yaml`));
  const isKnownArea = (code: string): boolean => county.areas.has(code);
  const special = await specialOf(subgraphs, id, county);
  const resolvers = merge(makeResolvers(model, { asOf: county.data.asOf, isKnownArea }), special);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as ResolverMap }]);
  const protection = protectionOf(county, id, policy.access.grants, options.disclosureKey);
  const register = { county: county.code, has: isKnownArea, protection };
  const keyring = new PseudonymKeyring(options.pseudonymKeys ?? [], options.tell ?? (() => undefined));
  const asked = { statementTimeout: 1000 * county.patience, ...options };
  const source = await openSource(options.databaseUrl, mapping, [...model.records.values()], register, asked);
  const ownTypes = new Set(Object.keys(special));
  const bareContext = (identity: Identity, signal?: AbortSignal, work?: Work): Context =>
    makeContext(source.session(signal, work), policy, identity, new CaseQuestions(keyring, model.meetings));
  const context: Department['context'] = (identity, signal, work, origin) => {
    const bare = bareContext(identity, signal, work);
    return ledger ? recordedContext(bare, identity, origin) : bare;
  };
  // Decided without a record: nothing is read.
  const refusals: Department['refusals'] = identity => ({
    version: policy.access.version,
    refusals: refusalsOf(model, ownTypes, bareContext(identity)),
  });
  const documents = new Map<string, DocumentNode>();
  const executor = ledger ? recordedExecutor(createExecutor(schema), ledger) : createExecutor(schema);
  return {
    id,
    sdl,
    schema,
    source,
    meetsPersons: keyring.size > 0,
    ledger,
    context,
    executor,
    async execute(request, identity, signal, work) {
      let document = documents.get(request.query);
      if (!document) {
        document = parse(request.query);
        const faults = validate(schema, document);
        if (faults.length > 0) return { errors: faults };
        if (documents.size >= 500) documents.clear();
        documents.set(request.query, document);
      }
      const { variables, operationName } = request;
      return executor({ document, variables, operationName, context: context(identity, signal, work) });
    },
    refusals,
    async recordRefusals(identity, message, origin) {
      if (ledger) await recordRefusals(ledger, identity, origin, toldRefusals(model, refusals(identity), message));
    },
    async close() {
      await source.close();
      await ledger?.close();
    },
  };
}

/** Errors as they leave a department: message, path and a stable code, never a stack. */
export function publicErrors(
  result: ExecutionResult,
): { message: string; path?: readonly (string | number)[]; extensions: { code: string } }[] | undefined {
  return result.errors?.map(error => {
    const { message, code } = publicError(error);
    return { message, ...(error.path ? { path: error.path } : {}), extensions: { code } };
  });
}
