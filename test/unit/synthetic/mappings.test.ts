import { readFileSync } from 'node:fs';
import { Kind, parse, type ObjectTypeDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { LegacyTable } from '../../../lib/synthetic/legacy-table.ts';
import { legacyDatabases } from '../../../lib/synthetic/legacy/index.ts';

interface FieldMapping {
  readonly column?: string;
  readonly area?: string[];
  readonly codes?: string;
}
interface Mapping {
  readonly database: string;
  readonly types: Record<
    string,
    { from: string; only?: object; key?: string | string[]; fields: Record<string, FieldMapping> }
  >;
  readonly codes?: Record<string, { map: Record<string, string>; table?: string }>;
  readonly queries?: Record<string, string>;
}

function recordTypes(department: string): ObjectTypeDefinitionNode[] {
  const document = parse(readFileSync(`subgraphs/${department}/schema.graphql`, 'utf8'));
  return document.definitions
    .filter(node => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(node => node.directives?.some(({ name }) => name.value === 'records'));
}

/** Fields that a column must fill: not the key, not lists or children of other types, nothing that is worked out. */
function stored(type: ObjectTypeDefinitionNode, keyed: boolean): string[] {
  return (type.fields ?? [])
    .filter(
      field =>
        !field.directives?.some(({ name }) => ['many', 'one', 'special', 'pseudonym', 'met'].includes(name.value)),
    )
    .map(field => field.name.value)
    .filter(name => !(keyed && (name === 'id' || name === 'creditCode')));
}

describe.each(Object.keys(legacyDatabases))('counties/fengxi/%s.mapping.yaml', department => {
  const mapping = parseYaml(readFileSync(`counties/fengxi/${department}.mapping.yaml`, 'utf8')) as Mapping;
  const database = legacyDatabases[department as keyof typeof legacyDatabases];
  const tables = new Map(
    [...Object.values(database.tables), ...(database.codeTables ?? [])].map(table => [
      (table as LegacyTable<never>).name,
      table as LegacyTable<never>,
    ]),
  );

  test('maps every stored field of every record type, and nothing else', () => {
    expect(mapping.database).toBe(department);
    for (const type of recordTypes(department)) {
      const entry = mapping.types[type.name.value];
      const fields = stored(type, entry?.key !== undefined);
      expect([type.name.value, Object.keys(entry?.fields ?? {}).sort()]).toEqual([type.name.value, fields.sort()]);
    }
  });

  test('names tables, columns and code lists that exist', () => {
    for (const [type, entry] of Object.entries(mapping.types)) {
      const columns = Object.values(entry.fields).flatMap(field => [field.column ?? [], field.area ?? []].flat());
      const query = mapping.queries?.[entry.from];
      const named = [...columns, ...[entry.key ?? []].flat(), ...Object.keys(entry.only ?? {})];
      for (const name of named) {
        if (query) expect(query).toContain(` AS ${name}`);
        else expect(Object.keys(tables.get(entry.from)?.columns ?? {}), `${type} in ${entry.from}`).toContain(name);
      }
      for (const { codes } of Object.values(entry.fields)) if (codes) expect(mapping.codes).toHaveProperty(codes);
    }
    for (const { table } of Object.values(mapping.codes ?? {})) if (table) expect([...tables.keys()]).toContain(table);
  });
});
