import { type FieldDefinitionNode, Kind } from 'graphql';
import { type DepartmentDocument, type DepartmentType, argumentOf, departmentTypes, has } from './department-types.ts';
import type { SchemaFault } from './schema-fault.ts';

const roots: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Fields by which a department that is away would take the answer of another with it: the null of a non-null field rises
 * to the object, and this object another department can bring without that field.
 */
export function checkIsolation(departments: readonly DepartmentDocument[]): SchemaFault[] {
  const types = departmentTypes(departments);
  return types.flatMap(type => {
    const others = types.filter(other => other.department !== type.department && brings(other, type));
    if (others.length === 0) return [];
    return type.fields
      .filter(field => field.type.kind === Kind.NON_NULL_TYPE && !has(field, 'external') && !isKey(type, field))
      .flatMap(field => {
        const without = others.find(other => !ownFields(other).has(field.name.value));
        return without ? [fault(type, field, without)] : [];
      });
  });
}

/** Whether objects of `type` also come from `other`: it is a root, or an entity there, or an entity interface that stands for it. */
function brings(other: DepartmentType, type: DepartmentType): boolean {
  if (roots.has(type.name)) return other.name === type.name;
  if (!has(other, 'key')) return false;
  return other.name === type.name || (type.interfaces.includes(other.name) && has(other, 'interfaceObject'));
}

function isKey(type: DepartmentType, { name }: FieldDefinitionNode): boolean {
  return argumentOf(type, 'key').some(fields => fields.split(/\W+/).includes(name.value));
}

function ownFields({ fields }: DepartmentType): ReadonlySet<string> {
  return new Set(fields.filter(field => !has(field, 'external')).map(field => field.name.value));
}

function fault(type: DepartmentType, field: FieldDefinitionNode, other: DepartmentType): SchemaFault {
  const { department } = type;
  const coordinate = `${type.name}.${field.name.value}`;
  const got = `one that must not, so that ${other.department} loses its ${type.name} when ${department} is away`;
  return {
    code: 'FOREIGN_FIELD_NOT_NULL',
    department,
    coordinate,
    message: `Expected ${coordinate} to be a field that can be null, got ${got}; take the ! from its type.`,
  };
}
