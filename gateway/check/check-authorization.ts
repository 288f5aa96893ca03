import { type SelectionSetNode, Kind, parse } from 'graphql';
import { type DepartmentDocument, type DepartmentType, argumentOf, departmentTypes, has } from './department-types.ts';
import { importsOf } from './links.ts';
import type { SchemaFault } from './schema-fault.ts';

const names = ['authenticated', 'requiresScopes', 'policy'];
const federation = 'https://specs.apollo.dev/federation';

/** The composer finds some of these too, without saying where. */
export const onInterface = 'AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE';

/**
 * Authorization directives that would protect nothing: gateways know them by their own names, on object types and their
 * fields, and some pass over the rest in silence.
 */
export function checkAuthorization(departments: readonly DepartmentDocument[]): SchemaFault[] {
  const types = departmentTypes(departments);
  return departments.flatMap(department => {
    const own = types.filter(type => type.department === department.name);
    return [...renamed(department), ...notImported(department, own), ...onInterfaces(own), ...requiring(own, types)];
  });
}

function renamed({ name: department, document }: DepartmentDocument): SchemaFault[] {
  return importsOf(document)
    .filter(({ from, name, as }) => from === federation && names.includes(name.slice(1)) && name !== as)
    .map(({ name, as }) => ({
      code: 'AUTH_DIRECTIVE_RENAMED',
      department,
      coordinate: as,
      message: `Expected ${name} under its own name, got ${as}; import it as "${name}".`,
    }));
}

function notImported({ document }: DepartmentDocument, types: readonly DepartmentType[]): SchemaFault[] {
  const imported = new Set(
    importsOf(document)
      .filter(({ from, name }) => from === federation && names.includes(name.slice(1)))
      .map(({ as }) => as.slice(1)),
  );
  return usesIn(types, name => !imported.has(name) && names.includes(name.split('__').at(-1)!)).map(
    ({ department, coordinate, directive }) => ({
      code: 'AUTH_DIRECTIVE_NOT_IMPORTED',
      department,
      coordinate,
      message: `Expected @${directive} at ${coordinate} to be that of federation, got one that @link does not import; import "@${directive.split('__').at(-1)}" from ${federation}/v2.9.`,
    }),
  );
}

function onInterfaces(types: readonly DepartmentType[]): SchemaFault[] {
  const open = types.filter(type => type.isInterface || has(type, 'interfaceObject'));
  return usesIn(open, name => names.includes(name)).map(({ department, coordinate, directive }) => ({
    code: onInterface,
    department,
    coordinate,
    message: `Expected @${directive} on an object type or its fields, got it at ${coordinate}, of an interface; move it to the types that implement the interface.`,
  }));
}

interface Use {
  readonly department: string;
  readonly coordinate: string;
  readonly directive: string;
}

function usesIn(types: readonly DepartmentType[], isMeant: (name: string) => boolean): Use[] {
  return types.flatMap(({ department, name, directives, fields }) => {
    const at = [
      { coordinate: name, directives },
      ...fields.map(field => ({ coordinate: `${name}.${field.name.value}`, directives: field.directives ?? [] })),
    ];
    return at.flatMap(({ coordinate, directives: here }) =>
      here.filter(one => isMeant(one.name.value)).map(one => ({ department, coordinate, directive: one.name.value })),
    );
  });
}

/**
 * The composer holds @requires of object types against what is protected. That of an @interfaceObject reads fields of the
 * types behind it, where it does not look.
 */
function requiring(own: readonly DepartmentType[], types: readonly DepartmentType[]): SchemaFault[] {
  return own
    .filter(type => has(type, 'interfaceObject'))
    .flatMap(type =>
      type.fields.flatMap(field =>
        argumentOf(field, 'requires').flatMap(required => {
          const coordinate = `${type.name}.${field.name.value}`;
          const found = protectedIn(selectionOf(required), type.name, types);
          if (found === undefined) return [];
          const message = `Expected ${coordinate} to require what everybody may read, got ${found}, which is protected; leave it out, or define the field on the object types and protect it there.`;
          return [{ code: 'MISSING_TRANSITIVE_AUTH_REQUIREMENTS', department: type.department, coordinate, message }];
        }),
      ),
    );
}

function selectionOf(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION
    ? definition.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
}

/** The first field in a selection that some department protects, itself or by its type. */
function protectedIn(set: SelectionSetNode, parent: string, types: readonly DepartmentType[]): string | undefined {
  const behind = types.filter(({ name, interfaces }) => name === parent || interfaces.includes(parent));
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const found = protectedIn(selection.selectionSet, selection.typeCondition?.name.value ?? parent, types);
      if (found !== undefined) return found;
      continue;
    }
    for (const type of behind) {
      const field = type.fields.find(one => one.name.value === selection.name.value);
      if (field === undefined) continue;
      if (isProtected(field) || isProtected(type)) return `${type.name}.${field.name.value}`;
      const inner = selection.selectionSet && protectedIn(selection.selectionSet, namedType(field.type), types);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

function isProtected(node: Parameters<typeof has>[0]): boolean {
  return names.some(name => has(node, name));
}

function namedType(type: DepartmentType['fields'][number]['type']): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
