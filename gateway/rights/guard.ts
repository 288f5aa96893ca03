import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  Kind,
  isObjectType,
} from 'graphql';
import { type Identity, publicIdentity } from '../../lib/kernel/identity.ts';
import type { Row } from '../execute/response.ts';
import { fieldDepartments } from '../limit/cost/field-departments.ts';
import { visitObjectFields } from '../object-fields.ts';
import type { RequestContext } from '../transport/transport.ts';
import { Denied, type Refusal } from './denied.ts';
import type { DepartmentRights } from './department-rights.ts';
import { inputCoordinates } from './input-coordinates.ts';
import type { KnownRights } from './known-rights.ts';
import { type HoldsPolicy, type Requirement, isMet } from './requirement.ts';

/** Says what of one operation an identity is not given. */
export interface OperationGuard {
  /**
   * Learns from the departments what they refuse, where that is not known, and has them write down what will be refused in their
   * stead; undefined where there is nothing to wait for. `variables`: coerced.
   */
  ready(context: RequestContext, variables: Row): Promise<unknown> | undefined;
  /** Undefined where it is given all. `variables`: coerced. */
  denied(identity: Identity | undefined, variables: Row): Denied | undefined;
}

/** A field of an operation, on one of the types that its object may be of. */
interface Use {
  readonly node: FieldNode;
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly requirement: Requirement | undefined;
  /** Its names in the departments' schemas: of its type and of the interfaces that may stand for it. */
  readonly coordinates: readonly string[];
  /** Departments that can bring it, where all of them say what they refuse; else none. */
  readonly services: readonly string[];
}

export interface GuardOptions {
  /** With its join directives. */
  readonly supergraph: GraphQLSchema;
  /** Names of departments by those in join__Graph. */
  readonly graphs: ReadonlyMap<string, string>;
  /** What fields of the supergraph ask for, as `Type.field`. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** Who holds a policy. Default: whoever has a role of its name. */
  readonly holdsPolicy?: HoldsPolicy | undefined;
  readonly rights: KnownRights;
}

/** What keeps fields from those who have no right to them. */
export class Guard {
  readonly #options: GuardOptions;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** Undefined for an operation that is open to all. `schema`: what clients see. */
  of(
    definition: OperationDefinitionNode,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    schema: GraphQLSchema,
  ): OperationGuard | undefined {
    const { requirements, rights, holdsPolicy = isRole } = this.#options;
    if (requirements.size === 0 && rights.services.size === 0) return undefined;
    const uses: Use[] = [];
    const document = { kind: Kind.DOCUMENT, definitions: [definition, ...Object.values(fragments)] } as const;
    visitObjectFields(schema, document, (name, node) => {
      const use = this.#use(name, node);
      if (use && (use.requirement || use.services.length > 0)) uses.push(use);
    });
    if (uses.length === 0) return undefined;
    const services = [...new Set(uses.flatMap(use => use.services))];
    const denied: OperationGuard['denied'] = (identity, variables) => {
      const known = services.length > 0 ? rights.of(services, identity) : nobody;
      const found = new Denied();
      const met = new Map<Requirement, boolean>();
      for (const [index, use] of uses.entries()) {
        const refusal = refusedByGraph(use, identity, holdsPolicy, met) ?? refusedByDepartments(use, known, variables);
        if (refusal) found.refuse(index, use.type, use.node, refusal);
      }
      return found.isEmpty ? undefined : found;
    };
    const told = (context: RequestContext, variables: Row): Promise<unknown> | undefined => {
      const refused = denied(context.identity, variables)?.byDepartment;
      return refused && refused.size > 0 ? rights.tell(refused, context) : undefined;
    };
    return {
      denied,
      ready(context, variables) {
        if (services.length === 0) return undefined;
        const asking = rights.ready(services, context.identity);
        return asking ? asking.then(() => told(context, variables)) : told(context, variables);
      },
    };
  }

  #use(name: string, node: FieldNode): Use | undefined {
    const { supergraph, graphs, requirements, rights } = this.#options;
    const typeName = name.slice(0, name.indexOf('.'));
    const type = supergraph.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    if (!isObjectType(type) || field === undefined) return undefined;
    const names = fieldDepartments(type, field.name).map(graph => graphs.get(graph) ?? graph);
    const services = names.every(one => rights.services.has(one)) ? names : [];
    return {
      node,
      type: typeName,
      field,
      requirement: requirements.get(name),
      coordinates: namesOf(type, field.name),
      services,
    };
  }
}

const nobody: ReadonlyMap<string, DepartmentRights> = new Map();

function namesOf(type: GraphQLObjectType, field: string): string[] {
  const interfaces = type.getInterfaces().filter(one => field in one.getFields());
  return [type, ...interfaces].map(({ name }) => `${name}.${field}`);
}

/** Where nothing else says who holds a policy: whoever has a role of its name. */
function isRole({ roles }: Identity, policy: string): boolean {
  return roles.includes(policy);
}

function refusedByGraph(
  { type, node, requirement }: Use,
  identity: Identity | undefined,
  holdsPolicy: HoldsPolicy,
  met: Map<Requirement, boolean>,
): Refusal | undefined {
  if (requirement === undefined) return undefined;
  const isGiven = met.get(requirement) ?? isMet(requirement, identity ?? publicIdentity, holdsPolicy);
  met.set(requirement, isGiven);
  if (isGiven) return undefined;
  const todo = 'leave it out, or sign in as somebody who has the right to it';
  const message = `Expected fields that are open to who asks, got ${type}.${node.name.value}; ${todo}.`;
  return { code: 'FORBIDDEN_FIELD', message };
}

/** What every department that can bring it refuses, in the words of the first. */
function refusedByDepartments(
  { node, field, coordinates, services }: Use,
  known: ReadonlyMap<string, DepartmentRights>,
  variables: Row,
): Refusal | undefined {
  if (services.length === 0 || known.size === 0) return undefined;
  let used: readonly string[] | undefined;
  let first: Refusal | undefined;
  for (const service of services) {
    const refused = known.get(service)?.refused;
    if (refused === undefined || refused.size === 0) return undefined;
    used ??= [...coordinates, ...inputCoordinates(field, node, variables)];
    const coordinate = used.find(one => refused.has(one));
    if (coordinate === undefined) return undefined;
    first ??= { ...refused.get(coordinate)!, service, coordinate };
  }
  return first;
}
