import { Kind, print, visit, type DefinitionNode, type DirectiveNode } from 'graphql';
import { screaming } from '../kernel/screaming.ts';
import type { FieldKind, RecordType } from '../source/index.ts';
import { lowerFirst, namedType, type DepartmentModel } from './model.ts';

const ours = new Set([
  'records',
  'special',
  'met',
  'dimension',
  'many',
  'one',
  'events',
  'stock',
  'cohort',
  'sum',
  'durations',
]);

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject", "@external", "@requires", "@inaccessible"])`;

const filterOf: Partial<Record<FieldKind, string>> = {
  id: 'IDFilter',
  link: 'IDFilter',
  text: 'TextFilter',
  integer: 'IntFilter',
  decimal: 'DecimalFilter',
  boolean: 'BooleanFilter',
  date: 'DateFilter',
  datetime: 'DateTimeFilter',
};

const listArguments = (type: string): string =>
  `(\n    "At most 1,000."\n    first: Int = 50\n    after: String\n    filter: ${type}Filter\n    orderBy: ${type}Order\n  )`;

const statArguments = ({ name: type, dimensions }: RecordType, root: boolean): string => {
  const by = dimensions.length > 0 ? `\n    by: [${type}Dimension!]` : '';
  const area = root
    ? '\n    "Places whose rows count; the whole county when absent."\n    within: [AreaCode!]\n    level: PlaceLevel = COUNTY'
    : '';
  return `(\n    measures: [${type}Measure!]!${by}\n    period: PeriodInput!${area}\n    "The cut-off; the last day of data when absent."\n    asOf: Date\n  )`;
};

function enumTypeOf(model: DepartmentModel, type: string, field: string): string {
  for (const definition of model.document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value !== type) continue;
    const found = definition.fields?.find(f => f.name.value === field);
    if (found) return namedType(found.type);
  }
  return 'String';
}

function filterInput(model: DepartmentModel, record: RecordType): string {
  const lines = [...record.fields].flatMap(([field, kind]) => {
    if (kind === 'place' || kind === 'json') return [];
    const filter = kind === 'enum' ? `${enumTypeOf(model, record.name, field)}Filter` : filterOf[kind];
    return [`  ${field}: ${filter}`];
  });
  const within = [...record.fields.values()].includes('place')
    ? '  "Rows in any of these places."\n  within: [AreaCode!]\n'
    : '';
  return `"All conditions must hold."\ninput ${record.name}Filter {\n${within}${lines.join('\n')}\n}`;
}

function orderEnum(record: RecordType): string {
  const sortable = [...record.fields].filter(([, kind]) =>
    ['id', 'text', 'integer', 'decimal', 'date', 'datetime'].includes(kind),
  );
  return `enum ${record.name}Order {\n${sortable.map(([f]) => `  ${screaming(f)}_ASC\n  ${screaming(f)}_DESC`).join('\n')}\n}`;
}

function connection(name: string): string {
  return `type ${name}Edge {\n  cursor: String!\n  node: ${name}!\n}\n\ntype ${name}Connection {\n  nodes: [${name}!]!\n  edges: [${name}Edge!]!\n  pageInfo: PageInfo!\n  "Of all pages; costs one more statement."\n  totalCount: Int!\n}`;
}

function statisticsTypes(model: DepartmentModel, record: RecordType): string[] {
  if (record.measures.size === 0) return [];
  const { name, dimensions } = record;
  const dimensionEnum =
    dimensions.length > 0 ? [`enum ${name}Dimension {\n${dimensions.map(d => `  ${screaming(d)}`).join('\n')}\n}`] : [];
  const typed = dimensions
    .map(d => `  ${d}: ${record.fields.get(d) === 'boolean' ? 'Boolean' : enumTypeOf(model, name, d)}\n`)
    .join('');
  return [
    ...dimensionEnum,
    `enum ${name}Measure {\n${[...record.measures.keys()].map(m => `  ${m}`).join('\n')}\n}`,
    `type ${name}Stats {\n  asOf: Date!\n  profile: DisclosureProfile!\n  "What counts are rounded to by town and month (coarser ones are sums of them); null where they are exact."\n  roundedTo: Int\n  "Exact: cells that are not empty, by period, area and dimensions; a cell without a row is 0. Protected: every cell asked for."\n  rows: [${name}StatRow!]!\n  "Measures asked that rest on a field which the department's database does not keep; their values are null."\n  notKept: [${name}Measure!]!\n  "Places that the reader may see, with all inside them; null: all. Of another place there is no row, and that is no 0."\n  granted: [AreaCode!]\n  "Rows that a measure could not use, whatever their period."\n  leftOut: [${name}LeftOut!]!\n}`,
    `type ${name}StatRow {\n  "2026-08, 2026-Q3 or 2026."\n  period: String!\n  "Null for rows whose area is not known at the level."\n  area: AreaCode\n${typed}  "One per measure asked, in that order; null where suppressed or not kept."\n  values: [Float]!\n  "One per value, when not all are OK."\n  statuses: [CellStatus!]\n  "One per value of a protected statistic: how far it may be from the truth, in 95 of 100 cells; null for amounts."\n  margins: [Int]\n  "One per durations measure asked, in that order."\n  durations: [Durations!]!\n}`,
    `type ${name}LeftOut {\n  measure: ${name}Measure!\n  area: AreaCode\n  reason: LeftOutReason!\n  rows: Int!\n}`,
  ];
}

function rootFields(model: DepartmentModel): string {
  const fields: string[] = [];
  for (const [name, listName] of model.roots) {
    const record = model.records.get(name);
    if (!record) continue;
    if (record.key !== undefined && record.fields.get(record.key) === 'id')
      fields.push(`  ${lowerFirst(name)}(${record.key}: ID!): ${name}`);
    fields.push(`  ${listName}${listArguments(name)}: ${name}Connection`);
    if (record.measures.size > 0) fields.push(`  ${lowerFirst(name)}Stats${statArguments(record, true)}: ${name}Stats`);
    fields.push(`  ${lowerFirst(name)}Quality: RecordQuality`);
  }
  return `extend type Query {\n${fields.join('\n')}\n}`;
}

/** What stands for a person never reaches a client. */
const inaccessible: DirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'inaccessible' } };

/** Takes our words out of the SDL and turns @many lists into connections. */
function plain(model: DepartmentModel): string[] {
  const many = new Map(model.children.filter(c => c.many).map(c => [`${c.parent}.${c.field}`, c]));
  return model.document.definitions.map((definition: DefinitionNode) => {
    const stripped = visit(definition, {
      Directive: (node: DirectiveNode) => {
        if (node.name.value === 'pseudonym') return inaccessible;
        return ours.has(node.name.value) ? null : undefined;
      },
    }) as DefinitionNode;
    let text = print(stripped);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return text;
    const added: string[] = [];
    for (const [id, child] of many) {
      if (!id.startsWith(`${definition.name.value}.`)) continue;
      text = text.replace(
        `  ${child.field}: [${child.child}!]`,
        `  ${child.field}${listArguments(child.child)}: ${child.child}Connection`,
      );
      const record = model.records.get(child.child);
      if (child.parent !== 'Place' || !record || record.measures.size === 0) continue;
      added.push(`  ${lowerFirst(child.child)}Stats${statArguments(record, false)}: ${child.child}Stats`);
    }
    return added.length > 0 ? text.replace(/\}\s*$/, `${added.join('\n')}\n}`) : text;
  });
}

/** The department's contract: what its schema.graphql says, written out. `common` is schema/common.graphql. */
export function expand(model: DepartmentModel, common: string): string {
  const reached = new Set([...model.roots.keys(), ...model.children.map(c => c.child)]);
  const generated = [...model.records.values()].flatMap(record =>
    !reached.has(record.name)
      ? []
      : [filterInput(model, record), orderEnum(record), connection(record.name), ...statisticsTypes(model, record)],
  );
  const filtered = new Set(
    [...model.records.values()].flatMap(({ name, fields }) =>
      [...fields].flatMap(([field, kind]) => (kind === 'enum' ? [enumTypeOf(model, name, field)] : [])),
    ),
  );
  const enumFilters = [...model.enums.keys()]
    .filter(name => filtered.has(name))
    .map(name => `input ${name}Filter {\n  in: [${name}!]\n}`);
  return [header, common, ...plain(model), ...enumFilters, ...generated, rootFields(model)].join('\n\n');
}
