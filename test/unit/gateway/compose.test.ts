import { printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchema, compose, createGateway } from '../../../gateway/index.ts';
import { supergraph } from './small-county.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

describe('composition', () => {
  it('shows clients the fields of all departments and nothing of federation', () => {
    const api = printSchema(apiSchema(supergraph()));
    const grid = /type Grid implements Place \{[^}]*\}/.exec(api)?.[0];
    for (const field of ['households', 'disputesPer10k', 'courtCases']) expect(grid).toContain(field);
    expect(api).not.toMatch(/join__|_entities|_service|@inaccessible|SECRET|_exact/);
  });

  it('names every fault of the schemas', () => {
    const services = [
      { name: 'a', url: 'http://a', sdl: `${link} type Query { x: Int same: String }` },
      { name: 'b', url: 'http://b', sdl: `${link} type Query { y: Missing same: String }` },
    ];
    const fault = expect.objectContaining({ code: 'COMPOSITION_FAILED', message: expect.stringMatching(/Missing/) });
    expect(() => compose(services)).toThrow(fault);
    expect(() => compose([{ name: 'a', url: 'http://a', sdl: 'type Query {' }])).toThrow(/\[a\] Syntax Error.*line 1/);
  });

  it.each([
    ['no GraphQL', 'type Query {', 'SUPERGRAPH_INVALID'],
    ['a schema that was not composed', 'type Query { x: Int }', 'SUPERGRAPH_INVALID'],
    ['an address that is none', supergraph({ court: 'court' }), 'BAD_DEPARTMENT_URL'],
  ])('refuses %s', (_, supergraphSdl, code) => {
    expect(() => createGateway({ supergraphSdl })).toThrow(expect.objectContaining({ code }));
  });
});
