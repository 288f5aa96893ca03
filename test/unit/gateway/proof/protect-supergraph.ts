import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Choices } from './choices.ts';
import type { Asked, Rights } from './make-rights.ts';

/** What @link calls a directive of authorization. */
interface Naming {
  /** Further arguments of @link for the directive of this name. */
  readonly link: (name: string) => string;
  readonly called: (name: string) => string;
}

const namings: readonly Naming[] = [
  { link: () => '', called: name => name },
  { link: name => `, import: [{ name: "@${name}", as: "@my_${name}" }]`, called: name => `my_${name}` },
  {
    link: name => `, import: [{ name: "@${name}", as: "@federation__${name}" }]`,
    called: name => `federation__${name}`,
  },
  { link: name => `, as: "of_${name}"`, called: name => `of_${name}` },
];

/** A supergraph with its protected types and fields, by directives of one naming or another. */
export function protectSupergraph(supergraphSdl: string, rights: Rights, choices: Choices): string {
  const { link, called } = choices.pick(namings);
  const directiveOf = (asked: Asked): ConstDirectiveNode =>
    directive(
      asked === 'somebody'
        ? `@${called('authenticated')}`
        : `@${called('requiresScopes')}(scopes: ${JSON.stringify(asked)})`,
    );
  const added = <T extends { readonly directives?: readonly ConstDirectiveNode[] }>(name: string, node: T): T => {
    const asked = rights.get(name);
    return asked === undefined ? node : { ...node, directives: [...(node.directives ?? []), directiveOf(asked)] };
  };
  const composite = <T extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(node: T): T => {
    const fields = node.fields?.map((field): FieldDefinitionNode =>
      added(`${node.name.value}.${field.name.value}`, field),
    );
    return added(node.name.value, { ...node, ...(fields && { fields }) });
  };
  const links = ['authenticated', 'requiresScopes'].map(name =>
    directive(`@link(url: "https://specs.apollo.dev/${name}/v0.1", for: SECURITY${link(name)})`),
  );
  const where = 'on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM';
  const declared = `directive @${called('authenticated')} ${where}
    directive @${called('requiresScopes')}(scopes: [[String!]!]!) ${where}`;
  const document = visit(parse(supergraphSdl, { noLocation: true }), {
    SchemaDefinition: node => ({ ...node, directives: [...(node.directives ?? []), ...links] }),
    ObjectTypeDefinition: composite,
    InterfaceTypeDefinition: composite,
    ScalarTypeDefinition: node => added(node.name.value, node),
    EnumTypeDefinition: node => added(node.name.value, node),
  });
  return `${print(document)}\n${declared}`;
}

function directive(text: string): ConstDirectiveNode {
  const [definition] = parse(`type T ${text} { f: Int }`, { noLocation: true }).definitions;
  return (definition as ObjectTypeDefinitionNode).directives![0]!;
}
