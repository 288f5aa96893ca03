import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  Kind,
  isTypeDefinitionNode,
  isTypeExtensionNode,
} from 'graphql';

/** A type as one department writes it, extensions joined to it. */
export interface DepartmentType {
  readonly department: string;
  readonly name: string;
  readonly isInterface: boolean;
  readonly directives: readonly ConstDirectiveNode[];
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldDefinitionNode[];
}

/** A department's schema, parsed. */
export interface DepartmentDocument {
  readonly name: string;
  readonly document: DocumentNode;
}

/** The types of all departments, object types and interfaces with their fields. */
export function departmentTypes(departments: readonly DepartmentDocument[]): DepartmentType[] {
  return departments.flatMap(({ name: department, document }) => {
    const types = document.definitions.filter(one => isTypeDefinitionNode(one) || isTypeExtensionNode(one));
    return [...Map.groupBy(types, type => type.name.value)].map(([name, parts]) => {
      const composite = parts.filter(isComposite);
      return {
        department,
        name,
        isInterface: parts.some(part => part.kind.startsWith('Interface')),
        directives: parts.flatMap(part => part.directives ?? []),
        interfaces: composite.flatMap(part => (part.interfaces ?? []).map(one => one.name.value)),
        fields: composite.flatMap(part => part.fields ?? []),
      };
    });
  });
}

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** An extension has the same parts. */
function isComposite(node: DefinitionNode): node is Composite {
  const kinds: readonly string[] = [
    Kind.OBJECT_TYPE_DEFINITION,
    Kind.OBJECT_TYPE_EXTENSION,
    Kind.INTERFACE_TYPE_DEFINITION,
    Kind.INTERFACE_TYPE_EXTENSION,
  ];
  return kinds.includes(node.kind);
}

/** Whether it has a directive of federation, imported or by its full name. */
export function has({ directives = [] }: Pick<FieldDefinitionNode, 'directives'>, name: string): boolean {
  return directives.some(one => one.name.value === name || one.name.value === `federation__${name}`);
}

/** The texts of an argument: `fields` of all @key, or of @requires. */
export function argumentOf({ directives = [] }: Pick<FieldDefinitionNode, 'directives'>, name: string): string[] {
  return directives
    .filter(one => one.name.value === name || one.name.value === `federation__${name}`)
    .flatMap(one => one.arguments ?? [])
    .flatMap(({ name: argument, value }) =>
      argument.value === 'fields' && value.kind === Kind.STRING ? [value.value] : [],
    );
}
