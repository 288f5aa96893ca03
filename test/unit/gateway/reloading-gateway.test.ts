import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DepartmentRequest, createReloadingGateway } from '../../../gateway/index.ts';
import { readPublicKey, readSupergraph } from '../../../gateway/supergraph-file.ts';
import { subgraphSchema, supergraph } from './small-county.ts';

const names = ['grid', 'justice', 'court'];
const query = '{ disputes { id lawsuits { id } place { name } } }';

/** All departments on one address, each a little slow, so that requests are under way when the supergraph changes. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query: document, variables } = JSON.parse(Buffer.concat(chunks).toString()) as DepartmentRequest;
  const schema = subgraphSchema(request.url?.slice(1) ?? '');
  await wait(5 * Math.random());
  const result = await execute({ schema, document: parse(document), variableValues: variables, contextValue: {} });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
});

let sdl: string;
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  sdl = supergraph(Object.fromEntries(names.map(name => [name, `http://127.0.0.1:${port}/${name}`])));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a gateway that is reloaded', () => {
  it('fails no request in 100 reloads under load', async () => {
    const gateway = createReloadingGateway({ supergraphSdl: sdl });
    const whole = await gateway.execute({ query });
    expect(whole.errors).toBeUndefined();
    const load = { answered: 0, done: false };
    const clients = Array.from({ length: 10 }, async () => {
      while (!load.done) {
        expect(await gateway.execute({ query })).toEqual(whole);
        load.answered += 1;
      }
    });
    for (let reloads = 1; reloads <= 100; reloads += 1) {
      gateway.reload(sdl);
      // At least one answer a reload, and nine requests under way.
      await expect.poll(() => load.answered, { interval: 1 }).toBeGreaterThanOrEqual(reloads);
    }
    load.done = true;
    await Promise.all(clients);
    await gateway.close();
  });

  it('refuses a broken supergraph and goes on with the old one', async () => {
    const gateway = createReloadingGateway({ supergraphSdl: sdl });
    expect(() => gateway.reload('type Query {')).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_INVALID' }));
    expect(() => gateway.reload('type Query { a: Int }')).toThrow(
      expect.objectContaining({ code: 'SUPERGRAPH_INVALID' }),
    );
    expect((await gateway.execute({ query })).errors).toBeUndefined();
    await gateway.close();
  });

  it('answers a request that began before by the schema of its time', async () => {
    const gateway = createReloadingGateway({ supergraphSdl: sdl });
    const began = gateway.execute({ query });
    gateway.reload(sdl.replaceAll('lawsuits', 'suits'));
    expect((await began).errors).toBeUndefined();
    expect((await gateway.execute({ query })).errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    await gateway.close();
  });
});

describe('a signed supergraph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-signed-'));
  const [file, pem] = [join(folder, 'supergraph.graphql'), join(folder, 'key.pem')];
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  beforeAll(() => writeFileSync(pem, publicKey.export({ type: 'spki', format: 'pem' })));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is taken with its signature only, and not when a letter is another', () => {
    const source = { file, key: readPublicKey(pem) };
    writeFileSync(file, sdl);
    expect(() => readSupergraph(source)).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_UNSIGNED' }));
    writeFileSync(`${file}.sig`, sign(null, Buffer.from(sdl), privateKey).toString('base64'));
    expect(readSupergraph(source)).toBe(sdl);
    writeFileSync(file, sdl.replace('Query', 'Quary'));
    expect(() => readSupergraph(source)).toThrow(expect.objectContaining({ code: 'SUPERGRAPH_UNSIGNED' }));
    expect(readSupergraph({ file })).toContain('Quary');
  });

  it('needs a key that is one', () => {
    expect(() => readPublicKey(file)).toThrow(expect.objectContaining({ code: 'BAD_OPTION' }));
  });
});
