import {
  type FieldModel,
  type Model,
  type ObjectModel,
  findAbstract,
  findObject,
  namedType,
  nestedKey,
  sharedSdl,
} from './model.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@inaccessible"])`;

/** The whole graph as one schema. */
export function monolithSdl(model: Model): string {
  const objects = [...model.objects, model.query, model.mutation].filter(({ fields }) => fields.length > 0);
  return [
    sharedSdl,
    ...objects.map(one => {
      const fields = one.fields.filter(({ hidden }) => !hidden);
      const names = model.abstracts.filter(({ kind, members }) => kind === 'interface' && members.includes(one));
      return `type ${one.name}${implementing(names.map(({ name }) => name))} ${block(fields.map(field => printField(field)))}`;
    }),
    ...model.abstracts.map(one =>
      one.kind === 'union'
        ? `union ${one.name} = ${one.members.map(({ name }) => name).join(' | ')}`
        : `interface ${one.name} ${block(one.fields.map(field => printField(field)))}`,
    ),
  ].join('\n');
}

/** What one subgraph has of the graph, with its federation directives. */
export function subgraphSdl(model: Model, subgraph: number): string {
  const parts = partsOf(model, subgraph);
  const objects = [...parts.keys()].flatMap(name => findObject(model, name) ?? []);
  const abstracts = [...parts.keys()].flatMap(name => findAbstract(model, name) ?? []);
  const lines = [link, sharedSdl];
  for (const one of objects) {
    const interfaces = abstracts.filter(({ kind, members }) => kind === 'interface' && members.includes(one));
    const keys =
      one.keysIn[subgraph]?.map(key => ` @key(fields: "${one.keys[key]!.map(printKey).join(' ')}")`).join('') ?? '';
    const fields = parts.get(one.name)!.map(field => printPart(field, one, subgraph));
    lines.push(`type ${one.name}${implementing(interfaces.map(({ name }) => name))}${keys} ${block(fields)}`);
  }
  for (const one of abstracts) {
    if (one.kind === 'union') lines.push(`union ${one.name} = ${one.members.map(({ name }) => name).join(' | ')}`);
    else lines.push(`interface ${one.name} ${block(parts.get(one.name)!.map(field => printField(field)))}`);
  }
  return lines.join('\n');
}

/** Every type that a subgraph must have, with the fields that it must have there. */
function partsOf(model: Model, subgraph: number): Map<string, FieldModel[]> {
  const parts = new Map<string, FieldModel[]>();
  const need = (name: string): void => {
    if (parts.has(name)) return;
    const object = findObject(model, name);
    const abstract = findAbstract(model, name);
    if (object === undefined && abstract === undefined) return;
    const fields = object
      ? fieldsIn(model, object, subgraph)
      : abstract!.fields.filter(({ owners }) => owners.includes(subgraph));
    parts.set(name, fields);
    for (const field of fields) need(namedType(field.type));
    for (const member of abstract?.members ?? []) need(member.name);
  };
  for (const one of [model.query, model.mutation, ...model.objects]) {
    // Where all the keys of an entity are known, it must be there to lead from one key to another.
    const leads = one.keys.length > 1 && one.keysIn[subgraph]!.length === one.keys.length;
    const fields = one.kind === 'value' ? [] : fieldsIn(model, one, subgraph);
    if (leads || fields.some(field => !field.isKey)) need(one.name);
  }
  for (const one of model.abstracts)
    if (one.kind === 'interface' && parts.size > 0 && isNeeded(one.fields, subgraph)) need(one.name);
  return parts;
}

const isNeeded = (fields: readonly FieldModel[], subgraph: number): boolean =>
  fields.some(field => !field.isKey && field.owners.includes(subgraph));

/** The fields that a subgraph's text of a type has: its own, those it had, and those it is told or provides. */
function fieldsIn(model: Model, object: ObjectModel, subgraph: number): FieldModel[] {
  const external = externalFields(model, object, subgraph);
  return object.fields.filter(
    field => field.owners.includes(subgraph) || field.overrides === subgraph || external.has(field.name),
  );
}

function externalFields(model: Model, object: ObjectModel, subgraph: number): Set<string> {
  const required = object.fields.flatMap(({ owners, requires }) => (owners.includes(subgraph) ? (requires ?? []) : []));
  const leading = [...model.objects, model.query, model.mutation]
    .flatMap(({ fields }) => fields)
    .filter(({ type, owners }) => namedType(type) === object.name && owners.includes(subgraph));
  return new Set([...required.map(({ field }) => field.name), ...leading.flatMap(({ provides }) => provides ?? [])]);
}

function printPart(field: FieldModel, object: ObjectModel, subgraph: number): string {
  const text = printField(field);
  if (!field.owners.includes(subgraph)) return field.overrides === subgraph ? text : `${text} @external`;
  const directives: string[] = field.hidden ? ['@inaccessible'] : [];
  if (field.owners.length > 1 && !(field.isKey && object.kind === 'entity')) directives.push('@shareable');
  if (field.overrides !== undefined) directives.push(`@override(from: "s${field.overrides}")`);
  if (field.requires) {
    const needed = field.requires.map(
      one =>
        one.field.name +
        one.argsText +
        (one.subfields ? ` { ${one.subfields.map(({ name }) => name).join(' ')} }` : ''),
    );
    directives.push(`@requires(fields: "${needed.join(' ')}")`);
  }
  if (field.provides) directives.push(`@provides(fields: "${field.provides.join(' ')}")`);
  return [text, ...directives].join(' ');
}

function printField({ name, type, args }: FieldModel): string {
  const list = args.map(one => `${one.name}: ${one.type}${one.default === undefined ? '' : ` = ${one.default}`}`);
  return `${name}${list.length > 0 ? `(${list.join(', ')})` : ''}: ${type}`;
}

function printKey(name: string): string {
  return name === nestedKey ? `${name} { id }` : name;
}

function implementing(interfaces: readonly string[]): string {
  return interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
}

function block(lines: readonly string[]): string {
  return `{\n${lines.map(line => `  ${line}\n`).join('')}}`;
}
