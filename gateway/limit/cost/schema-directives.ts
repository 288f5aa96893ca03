import { type ASTNode, type ConstDirectiveNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { type Row, isRow } from '../../execute/response.ts';

/** A definition of the schema that may carry directives. */
type Annotated = { readonly astNode?: (ASTNode & { readonly directives?: readonly ConstDirectiveNode[] }) | null };

/** The arguments of each directive of this name. */
export function directivesOf({ astNode }: { readonly astNode?: unknown }, name: string): Row[] {
  const { directives = [] } = (astNode ?? {}) as NonNullable<Annotated['astNode']>;
  return directives
    .filter(one => one.name.value === name)
    .map(one => Object.fromEntries((one.arguments ?? []).map(({ name, value }) => [name.value, untyped(value)])));
}

function untyped(value: Parameters<typeof valueFromASTUntyped>[0]): unknown {
  return valueFromASTUntyped(value);
}

/** What a supergraph calls the directives of the cost specification: @link may rename them. */
export function costDirectives(schema: GraphQLSchema): { readonly cost: string; readonly listSize: string } {
  const link = directivesOf(schema, 'link').find(({ url }) => typeof url === 'string' && /\/cost\/v\d/.test(url));
  if (link === undefined) return { cost: 'cost', listSize: 'listSize' };
  const space = typeof link.as === 'string' ? link.as : 'cost';
  return {
    cost: importedName(link, '@cost') ?? space,
    listSize: importedName(link, '@listSize') ?? `${space}__listSize`,
  };
}

function importedName(link: Row, name: string): string | undefined {
  for (const one of Array.isArray(link.import) ? link.import : []) {
    if (one === name) return name.slice(1);
    if (isRow(one) && one.name === name) return String(one.as ?? name).replace(/^@/, '');
  }
  return undefined;
}
