import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  Kind,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { FieldKind } from '../source/index.ts';
import { readContract } from '../subgraph/index.ts';
import type { WantedWord } from './meaning.ts';
import { chineseIn, partsOf, readComment, readName, type Reading } from './reading.ts';

/** A value of an enum and what the schema says of it. */
export interface WantedValue {
  readonly value: string;
  readonly said: string;
}

export interface WantedField {
  readonly name: string;
  readonly kind: FieldKind;
  /** The type that a link leads to. */
  readonly target: string | undefined;
  /** Each a way of saying the field: its name, its description, the type it leads to. */
  readonly ways: readonly (readonly WantedWord[])[];
  readonly values: readonly WantedValue[];
  /** The date of the event that the type is: the first of its events. */
  readonly primary: boolean;
}

/** A type that a table may resemble. */
export interface WantedType {
  readonly department: string;
  readonly name: string;
  readonly key: string | undefined;
  /** What the key is called in the schema, where that says more than `id`: creditCode. */
  readonly keyWords: readonly WantedWord[];
  readonly ways: readonly (readonly WantedWord[])[];
  /** What the type itself is about: no news in the name of its column. */
  readonly concepts: ReadonlySet<string>;
  readonly fields: readonly WantedField[];
  /** Places of several levels are often kept in one table. */
  readonly level: string | undefined;
}

const small = new Set(['on', 'at', 'of', 'the', 'by']);

function wordsOfReading(reading: Reading | undefined): WantedWord[] {
  return (reading?.segments ?? []).map(segment => ({
    concepts: new Set(segment.senses.map(sense => sense.concept)),
    weight: segment.senses.some(sense => ['date', 'number', 'id', 'code'].includes(sense.concept)) ? 0.25 : 1,
  }));
}

/** The words of an English name in the schema. */
function wordsOfName(name: string): WantedWord[] {
  const plain = partsOf(name)
    .filter(part => !small.has(part))
    .join('_');
  const reading = readName(plain).find(r => r.segments.every(segment => segment.text.length > 2));
  return wordsOfReading(reading);
}

/** The Chinese in a description: 'An enforcement case 执行案件.' */
function wordsOfDescription(description: string | undefined): WantedWord[][] {
  return chineseIn(description ?? '')
    .map(run => wordsOfReading(readComment(run)))
    .filter(words => words.length > 0);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

interface Said {
  readonly objects: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly enums: ReadonlyMap<string, EnumTypeDefinitionNode>;
}

function saidIn(document: DocumentNode): Said {
  const objects = document.definitions.filter(d => d.kind === Kind.OBJECT_TYPE_DEFINITION);
  const enums = document.definitions.filter(d => d.kind === Kind.ENUM_TYPE_DEFINITION);
  return { objects: new Map(objects.map(o => [o.name.value, o])), enums: new Map(enums.map(e => [e.name.value, e])) };
}

function waysOfType(node: ObjectTypeDefinitionNode): WantedWord[][] {
  return [wordsOfName(node.name.value), ...wordsOfDescription(node.description?.value)].filter(
    words => words.length > 0,
  );
}

function conceptsOf(ways: readonly (readonly WantedWord[])[]): Set<string> {
  return new Set(ways.flatMap(words => words.flatMap(word => [...word.concepts])));
}

type Contract = ReturnType<typeof readContract>['model'];

interface Place {
  readonly model: Contract;
  readonly said: Said;
  /** Descriptions of all types, of the departments that own them. */
  readonly owners: ReadonlyMap<string, ObjectTypeDefinitionNode>;
}

function fieldOf(
  node: FieldDefinitionNode,
  kind: FieldKind,
  primary: boolean,
  target: string | undefined,
  place: Place,
): WantedField {
  const type = namedType(node.type);
  const owner = target === undefined ? undefined : place.owners.get(target);
  const date: WantedWord[] =
    kind === 'date' || kind === 'datetime' ? [{ concepts: new Set(['date']), weight: 0.25 }] : [];
  const ways = [
    [...wordsOfName(node.name.value), ...date],
    ...wordsOfDescription(node.description?.value),
    ...(owner ? waysOfType(owner) : []),
  ];
  return {
    name: node.name.value,
    kind,
    target,
    primary,
    ways: ways.filter(words => words.length > date.length || words !== ways[0]),
    values: (place.said.enums.get(type)?.values ?? []).map(v => ({
      value: v.name.value,
      said: v.description?.value ?? '',
    })),
  };
}

function typesOf(department: string, place: Place): WantedType[] {
  return [...place.model.records.values()].flatMap(record => {
    const node = place.said.objects.get(record.name);
    if (!node) return [];
    const ways = waysOfType(node);
    const events = [...record.measures.values()].flatMap(m =>
      m.kind === 'events' ? [m.on] : m.kind === 'stock' ? [m.from] : [],
    );
    const fields = (node.fields ?? []).flatMap(field => {
      const kind = record.fields.get(field.name.value);
      if (!kind || (field.name.value === record.key && kind === 'id')) return [];
      const target = kind === 'link' ? place.model.links.get(record.name)?.get(field.name.value) : undefined;
      return [fieldOf(field, kind, events[0] === field.name.value, target, place)];
    });
    const places = node.interfaces?.some(i => i.name.value === 'Place') === true;
    return [
      {
        department,
        name: record.name,
        key: record.key,
        keyWords: wordsOfName(record.key ?? '').filter(word => word.weight === 1),
        ways,
        concepts: conceptsOf(ways),
        fields,
        level: places ? record.name : undefined,
      },
    ];
  });
}

/** Departments of the project, and those of a county's own folder. */
function departmentsOf(subgraphs: string, county: string | undefined): string[] {
  const own =
    county === undefined ? [] : readdirSync(county).flatMap(file => /^(.+)\.schema\.graphql$/.exec(file)?.[1] ?? []);
  return [
    ...new Set([...readdirSync(subgraphs).filter(id => existsSync(join(subgraphs, id, 'schema.graphql'))), ...own]),
  ];
}

/** Every type of every department's schema, with the words by which it may be known. `county`: a folder with schemas of its own. */
export function readWanted(subgraphs: string, county?: string): ReadonlyMap<string, readonly WantedType[]> {
  const contracts = departmentsOf(subgraphs, county).map(id => {
    const where = county === undefined ? { subgraphs } : { subgraphs, county };
    return { id, model: readContract(id, where).model };
  });
  const owners = new Map<string, ObjectTypeDefinitionNode>();
  for (const { model } of contracts)
    for (const [name, node] of saidIn(model.document).objects) if (model.records.has(name)) owners.set(name, node);
  return new Map(contracts.map(({ id, model }) => [id, typesOf(id, { model, said: saidIn(model.document), owners })]));
}

/** What a department's tables are all about: no news in the name of one of them. */
export function conceptsOfDepartment(id: string): ReadonlySet<string> {
  return conceptsOf([wordsOfName(id.replaceAll('-', '_'))]);
}
