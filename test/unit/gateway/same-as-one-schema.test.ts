import { execute, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type ResponseError, createGateway } from '../../../gateway/index.ts';
import { departmentTransports, monolith, supergraph } from './small-county.ts';

const gateway = createGateway({
  supergraphSdl: supergraph(),
  transports: departmentTransports(),
  introspection: true,
});
const oneSchema = monolith();

/** Every operation is answered by the gateway over three departments as graphql-js answers it over one schema. */
const operations: [string, Record<string, unknown>?][] = [
  ['{ place(code: "330000") { name } }'],
  ['{ place(code: "no such") { name hotline } }'],
  ['{ places { __typename code name level population } }'],
  ['{ places(level: TOWN) { ... on Town { isSubdistrict } children { name parent { code } } } }'],
  ['query ($l: PlaceLevel = VILLAGE) { places(level: $l) { name } }'],
  ['query ($l: PlaceLevel) { places(level: $l) { name } }', { l: 'GRID' }],
  ['{ disputes { id kind amount parties } }'],
  ['{ disputes { id mediation { mediator agreed } } }'],
  ['{ dispute(id: "d1") { lawsuits { id status } fee } }'],
  ['{ disputes { fee amount } }'],
  ['{ disputes { amount: kind fee } }'],
  ['{ disputes { id: kind lawsuits { id } } }'],
  ['{ disputes { __typename: id kind: id lawsuits: fee } }'],
  ['{ d: disputes { i: id p: place { n: name t: __typename } } }'],
  ['{ disputes { place { code } } }'],
  ['{ disputes { place { __typename } } }'],
  ['{ disputes { place { name level population disputesPer10k } } }'],
  ['{ disputes { place { code: name disputes { id } } } }'],
  ['{ disputes { a: place { disputes(kind: LAND) { id } } b: place { disputes(kind: FAMILY) { id } } } }'],
  ['{ disputes { place { all: disputes { id } land: disputes(kind: LAND) { id place { name } } } } }'],
  ['{ lawsuits { id dispute { kind place { name courtCases { id } } } } }'],
  ['{ lawsuits { place { __typename name ... on Village { hotline } ... on Town { name courtCases { id } } } } }'],
  [
    '{ lawsuits { outcome { __typename ... on Judgment { text article inFavour } ... on Settlement { paid t: text } } } }',
  ],
  ['{ lawsuits { place { ... on Town { isSubdistrict } } } }'],
  [
    '{ disputes { place { code ... on Village { name parent { ... on Town { isSubdistrict hotline } } } ... on Grid { households } } } }',
  ],
  [
    '{ disputes { place { ...K } } } fragment K on Place { name ...V ...G } fragment V on Village { x: name } fragment G on Grid { x: hotline y: households }',
  ],
  [
    'query ($s: Boolean!) { disputes { place { ... on Grid @include(if: $s) { households } ... on Town @skip(if: $s) { isSubdistrict } } } }',
    { s: true },
  ],
  [
    '{ lawsuits { dispute { place { ... on Village { courtCases { place { ... on Village { name disputesPer10k } } } } } } } }',
  ],
  [
    '{ places { ... on Town { isSubdistrict x: population } ... on County { x: population governor courtCases { id } } } }',
  ],
  [
    '{ search { __typename ... on Place { name } ... on GridEvent { id place { name } } ... on Town { isSubdistrict } } }',
  ],
  ['{ search { ... on Place { hotline } ... on GridEvent { id place { disputes { id } } } } }'],
  ['{ placeTable { name courtCases { id status } } }'.replace(' status', '')],
  ['{ placeTable { ... on Town { hotline } ... on County { governor } } }'],
  ['{ numbers }'],
  ['{ events { id kind } }'],
  ['{ events { id note } }'],
  ['{ gridEvent(id: "e2") { note } }'],
  ['{ strictEvent(id: "e2") { note } }'],
  ['{ strictEvent(id: "none") { id } places { name } }'],
  ['{ places { name } s: strictEvent(id: "e2") { note } }'],
  ['{ strictEvent(id: "e1") { id place { ... on Grid { households } } } }'],
  ['{ dispute(id: "d3") { id parties } }'],
  ['{ place(code: "330000002001") { name ... on Village { committee } } }'],
  ['{ places(level: VILLAGE) { name ... on Village { committee } } }'],
  ['{ place(code: "330000002") { name hotline } }'],
  ['{ places(level: TOWN) { name hotline } }'],
  ['{ disputes { place { hotline name } } }'],
  [
    'query ($s: Boolean!, $i: Boolean!) { disputes { id fee @skip(if: $s) place @include(if: $i) { name } } }',
    { s: true, i: false },
  ],
  [
    'query ($s: Boolean!, $i: Boolean!) { disputes { id fee @skip(if: $s) place @include(if: $i) { name } } }',
    { s: false, i: true },
  ],
  [
    'query ($a: Boolean!) { disputes @skip(if: $a) { id lawsuits { id } } places { name @include(if: $a) code } }',
    { a: true },
  ],
  [
    'query ($a: Boolean!) { disputes @skip(if: $a) { id lawsuits { id } } places { name @include(if: $a) code } }',
    { a: false },
  ],
  ['{ ... on Query { places @skip(if: true) { code } ...Q @include(if: false) } } fragment Q on Query { whoami }'],
  ['{ disputes { ... @include(if: false) { id } ... on Dispute @skip(if: true) { kind } amount } }'],
  ['query ($f: DisputeFilter) { disputes(filter: $f) { id } }', { f: { kinds: ['LAND'], above: 1 } }],
  ['query ($k: [DisputeKind!]) { disputes(filter: { kinds: $k }) { id } }', { k: 'FAMILY' }],
  [
    'fragment D on Dispute { id place { ...P } } fragment P on Place { name hotline } { disputes { ...D kind } dispute(id: "d2") { ...D } }',
  ],
  ['fragment R on Query { __typename disputes { id } } { ...R ... on Query { places { code } } disputes { kind } }'],
  ['{ dispute(id: "d1") { place { name } } dispute(id: "d1") { place { level } id } }'],
  ['{ a: dispute(id: "d1") { lawsuits { id } } b: dispute(id: "d3") { lawsuits { id outcome { __typename } } } }'],
  [
    '{ a: dispute(id: "d1") { lawsuits { place { disputes { id } } } } b: dispute(id: "d1") { lawsuits { place { disputes(kind: LAND) { kind } } } } }',
  ],
  ['query A { places { code } } query B { disputes { id } }', { operationName: 'B' }],
  ['{ __typename }'],
  [
    '{ t: __typename __schema { queryType { name } types { name } } __type(name: "Place") { possibleTypes { name } } dispute(id: "d1") { id } }',
  ],
  [
    'mutation { raise(id: "d1", by: 1) { amount lawsuits { id } } fileLawsuit(dispute: "d3") { id dispute { kind } } r: raise(id: "d2", by: 2) { amount } }',
  ],
  ['mutation { raise(id: "none", by: 1) { amount } }'],
];

describe('the gateway answers as one schema would', () => {
  it.each(operations)('%s %j', async (query, given = {}) => {
    const { operationName, ...variables } = given as { operationName?: string };
    const document = parse(query);
    expect(validate(oneSchema, document)).toEqual([]);
    const expected = await execute({ schema: oneSchema, document, variableValues: variables, operationName });
    const answer = await gateway.execute({ query, variables, operationName });
    expect(answer.data).toEqual(JSON.parse(JSON.stringify(expected.data)));
    expect(paths(answer.errors)).toEqual(paths(expected.errors as ResponseError[] | undefined));
  });
});

function paths(errors: readonly Pick<ResponseError, 'path'>[] | undefined): string[] {
  return (errors ?? []).map(error => error.path?.join('.') ?? '').sort();
}
