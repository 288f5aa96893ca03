import { readdirSync } from 'node:fs';
import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import { readContract } from '../../lib/subgraph/index.ts';

/** The departments, by the folders in subgraphs/. */
export const departments: readonly string[] = readdirSync('subgraphs', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort();

/** A type as one department declares it. */
export interface Declared {
  readonly department: string;
  readonly name: string;
  readonly key: string | undefined;
  readonly fields: readonly FieldDefinitionNode[];
  /** Whether the department holds its records, or the places themselves. */
  readonly owned: boolean;
}

function declared(department: string): Declared[] {
  const { model, sdl } = readContract(department);
  const objects = parse(sdl).definitions.filter(
    (d): d is ObjectTypeDefinitionNode =>
      d.kind === Kind.OBJECT_TYPE_DEFINITION || (d.kind as string) === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return objects
    .filter(({ name }) => model.keys.has(name.value) || model.records.has(name.value) || name.value === 'Place')
    .map(({ name, fields = [] }) => ({
      department,
      name: name.value,
      key: model.keys.get(name.value),
      fields,
      owned: model.records.has(name.value) || (name.value === 'Place' && department === 'grid'),
    }));
}

/** Every entity and record type of every department. */
export const declaredTypes: readonly Declared[] = departments.flatMap(declared);
