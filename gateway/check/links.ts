import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';

/** A name that a schema imports by @link from a specification. */
export interface Import {
  /** Address of the specification without its version, as `https://specs.apollo.dev/federation`. */
  readonly from: string;
  /** With the `@` of a directive. */
  readonly name: string;
  /** The name that it has here. */
  readonly as: string;
}

/** What a schema imports. */
export function importsOf({ definitions }: DocumentNode): Import[] {
  const links = definitions
    .filter(one => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(one => one.directives ?? [])
    .filter(one => one.name.value === 'link');
  return links.flatMap(link => {
    const from = textOf(argument(link, 'url')).replace(/\/v[\d.]+$/, '');
    const list = argument(link, 'import');
    return list?.kind === Kind.LIST ? list.values.map(value => ({ from, ...imported(value) })) : [];
  });
}

function imported(value: ConstValueNode): Pick<Import, 'name' | 'as'> {
  if (value.kind !== Kind.OBJECT) return { name: textOf(value), as: textOf(value) };
  const field = (name: string) => textOf(value.fields.find(one => one.name.value === name)?.value);
  return { name: field('name'), as: field('as') || field('name') };
}

function argument(link: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return link.arguments?.find(one => one.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string {
  return value?.kind === Kind.STRING ? value.value : '';
}
