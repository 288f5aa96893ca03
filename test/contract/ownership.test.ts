import { readFileSync } from 'node:fs';
import { buildSchema, isListType, Kind } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeOrTell } from '../../gateway/index.ts';
import { readContract } from '../../lib/subgraph/index.ts';
import { declaredTypes, departments } from './departments.ts';

const api = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const roots = api.getQueryType()?.getFields() ?? {};

test('every type has one owner', () => {
  const owners = Map.groupBy(
    declaredTypes.filter(type => type.owned),
    type => type.name,
  );
  expect([...owners].filter(([, types]) => types.length !== 1).map(([name]) => name)).toEqual([]);
  const used = new Set(declaredTypes.map(type => type.name));
  expect([...used].filter(name => !owners.has(name))).toEqual([]);
});

describe('what a department adds to a type of another', () => {
  const added = declaredTypes
    .filter(type => !type.owned)
    .flatMap(type => type.fields.filter(field => field.name.value !== type.key).map(field => ({ type, field })))
    // What it only requires of the owner is none of its own.
    .filter(({ field }) => !field.directives?.some(({ name }) => name.value === 'external'));

  test('is what this house is about', () => {
    expect(added.map(({ type, field }) => `${type.department}: ${type.name}.${field.name.value}`).sort()).toEqual([
      'civil-affairs: JudicialAid.assistance',
      'civil-affairs: Place.assistanceCaseStats',
      'civil-affairs: Place.assistanceCases',
      'court: Dispute.lawsuits',
      'court: Place.courtCaseStats',
      'court: Place.courtCases',
      'court: ProsecutionCase.trial',
      'emergency: Place.emergencyEventStats',
      'emergency: Place.emergencyEvents',
      'emergency: Place.hazardStats',
      'emergency: Place.hazards',
      'grid: Dispute.gridEvents',
      'justice: Place.disputeStats',
      'justice: Place.disputes',
      'petition: Dispute.petitions',
      'petition: Place.petitionStats',
      'petition: Place.petitions',
      'police: Dispute.incidents',
      'police: Place.incidents',
      'police: Place.policeCaseStats',
      'police: Place.policeCases',
      'police: Place.policeIncidentStats',
      'procuratorate: Place.prosecutionCaseStats',
      'procuratorate: Place.prosecutionCases',
      'procuratorate: PoliceCase.prosecution',
    ]);
  });

  test('links from one department to another can be null', () => {
    const owners = new Map(declaredTypes.filter(type => type.owned).map(type => [type.name, type.department]));
    for (const { department, owned, name, fields } of declaredTypes) {
      for (const field of owned ? fields : []) {
        const target =
          field.type.kind === Kind.NON_NULL_TYPE && field.type.type.kind === Kind.NAMED_TYPE
            ? field.type.type.name.value
            : undefined;
        const owner = target === undefined ? department : (owners.get(target) ?? department);
        expect(`${name}.${field.name.value} of ${owner}`).toBe(`${name}.${field.name.value} of ${department}`);
      }
    }
  });
});

test('a department that does not answer takes nothing of its neighbours away', () => {
  expect(Object.keys(roots).length).toBeGreaterThan(50);
  const services = departments.map(name => ({ name, url: `http://127.0.0.1/${name}`, sdl: readContract(name).sdl }));
  expect(composeOrTell(services, { isolated: true }).faults).toEqual([]);
});

describe.each(departments)('records of %s', department => {
  const { model } = readContract(department);
  const listed = [...model.records.values()].filter(record => model.roots.has(record.name));

  test('are reached by key, as a list and, where they declare measures, as statistics', () => {
    expect(listed.length).toBeGreaterThan(0);
    for (const record of listed) {
      const single = record.name.charAt(0).toLowerCase() + record.name.slice(1);
      const list = roots[model.roots.get(record.name) ?? ''];
      expect(list?.type.toString()).toBe(`${record.name}Connection`);
      expect(list?.args.map(a => a.name)).toEqual(['after', 'filter', 'first', 'orderBy']);
      // Places are found by place(code:); a type without a key has lists and statistics only.
      const key = record.key !== undefined && record.fields.get(record.key) === 'id' ? record.key : undefined;
      expect(roots[single]?.args.map(a => `${a.name}: ${a.type}`)).toEqual(
        key === undefined ? undefined : [`${key}: ID!`],
      );
      const statistics = roots[`${single}Stats`]?.type.toString();
      expect(statistics).toBe(record.measures.size > 0 ? `${record.name}Stats` : undefined);
    }
  });
});

test('places are found by code, and only places and accidents without a key lack a field by key', () => {
  expect(roots['place']?.args.map(a => `${a.name}: ${a.type}`)).toEqual(['code: AreaCode!']);
  expect(isListType(roots['places']?.type)).toBe(true);
  const keyless = declaredTypes.filter(
    type => type.owned && roots[type.name.charAt(0).toLowerCase() + type.name.slice(1)] === undefined,
  );
  expect(keyless.map(type => type.name).sort()).toEqual(['County', 'EmergencyEvent', 'Grid', 'Town', 'Village']);
});
