import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  Kind,
} from 'graphql';
import { callerError } from '../../lib/kernel/coded-error.ts';
import type { Identity } from '../../lib/kernel/identity.ts';
import { visitObjectFields } from '../object-fields.ts';
import { Denied, type Refusal } from './denied.ts';
import { type HoldsPolicy, type Requirement, isMet } from './requirement.ts';

/** Says what of one operation an identity is not given. */
export interface OperationGuard {
  /** Undefined where it is given all. */
  denied(identity: Identity | undefined): Denied | undefined;
}

/** A field of an operation, on one of the types that its object may be of. */
interface Use {
  readonly node: FieldNode;
  readonly type: string;
}

/** Uses that are given or refused together. */
interface Group {
  readonly requirement: Requirement;
  readonly uses: Use[];
}

/** What keeps fields from those who have no right to them. */
export class Guard {
  readonly #requirements: ReadonlyMap<string, Requirement>;
  readonly #holdsPolicy: HoldsPolicy;

  /** `requirements`: of fields, as `Type.field`. */
  constructor(requirements: ReadonlyMap<string, Requirement>, holdsPolicy: HoldsPolicy = isRole) {
    this.#requirements = requirements;
    this.#holdsPolicy = holdsPolicy;
  }

  /** Undefined for an operation that is open to all. `schema`: what clients see. */
  of(
    definition: OperationDefinitionNode,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    schema: GraphQLSchema,
  ): OperationGuard | undefined {
    const groups = this.#groups(definition, fragments, schema);
    if (groups.length === 0) return undefined;
    const holdsPolicy = this.#holdsPolicy;
    return {
      denied(identity) {
        const unmet = groups.filter(({ requirement }) => !isMet(requirement, identity, holdsPolicy));
        return unmet.length === 0 ? undefined : deniedOf(groups, unmet);
      },
    };
  }

  #groups(
    definition: OperationDefinitionNode,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    schema: GraphQLSchema,
  ): Group[] {
    if (this.#requirements.size === 0) return [];
    const groups = new Map<string, Group>();
    const document = { kind: Kind.DOCUMENT, definitions: [definition, ...Object.values(fragments)] } as const;
    visitObjectFields(schema, document, (name, node) => {
      const requirement = this.#requirements.get(name);
      if (requirement === undefined) return;
      const key = JSON.stringify(requirement);
      const group = groups.get(key) ?? { requirement, uses: [] };
      groups.set(key, group);
      group.uses.push({ node, type: name.slice(0, name.indexOf('.')) });
    });
    return [...groups.values()];
  }
}

/** Where nothing else says who holds a policy: whoever has a role of its name. */
function isRole({ roles }: Identity, policy: string): boolean {
  return roles.includes(policy);
}

function deniedOf(all: readonly Group[], unmet: readonly Group[]): Denied {
  const refusals = new Map<FieldNode, Map<string, Refusal>>();
  for (const { node, type } of unmet.flatMap(({ uses }) => uses)) {
    const byType = refusals.get(node) ?? new Map<string, Refusal>();
    refusals.set(node, byType);
    byType.set(type, { error: forbiddenField(`${type}.${node.name.value}`) });
  }
  return new Denied(unmet.map(group => all.indexOf(group)).join(' '), refusals);
}

function forbiddenField(got: string): Refusal['error'] {
  const todo = 'leave it out, or sign in as somebody who has the right to it';
  return callerError('FORBIDDEN_FIELD', { expected: 'fields that are open to who asks', got, todo });
}
