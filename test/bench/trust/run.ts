import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compose, createGateway, serveGateway } from '../../../gateway/index.ts';
import { openCounty } from '../../../lib/cli/in-process-county.ts';
import { makeKeyPair, requestSigner } from '../../../lib/identity/index.ts';
import { loadCounty } from '../../../lib/kernel/county.ts';
import { identityOfRole } from '../../../lib/kernel/identity.ts';
import { serveDepartment } from '../../../lib/subgraph/index.ts';
import { generateCounty } from '../../../lib/synthetic/index.ts';
import { type TestIssuer, testIssuer } from '../../servers/token-issuer.ts';
import { median, quantile, underLoad } from '../load.ts';

/**
 * `npm run bench:trust [-- --seconds 2 --rounds 5]`: what the checks of a request cost. The same question through four departments over
 * HTTP, of the same databases: without checks; with a token at the gateway and signatures to the departments; with ledgers besides; with
 * early refusal besides. Gateway, departments and client are one process, so that the difference of its CPU is all that a check
 * costs. Rights themselves are always on: no query can be built without them.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '2' }, rounds: { type: 'string', default: '5' } },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];

const fengxi = loadCounty(join(import.meta.dirname, '../../../counties/fengxi'));
const folder = mkdtempSync(join(tmpdir(), 'countygraph-bench-trust-'));
const more = { purpose: 'governance-analysis' };
const asked = ['grid', 'justice', 'court', 'petition'];
const query = `query ($n: Int!) { place(code: "330199001") { name
  disputes(first: $n) { nodes { id } } courtCases(first: $n) { nodes { id } } petitions(first: $n) { nodes { id } } } }`;
let count = 0;
/** Not the question of those beside it, whose answer it would share. */
const nextBody = (): string => JSON.stringify({ query, variables: { n: 1 + ((count += 1) % 20) } });

interface Way {
  readonly url: string;
  close(): Promise<void>;
}

/** What a request goes through. */
interface Checks {
  /** Of tokens; who asks is then verified everywhere, without it nowhere. */
  readonly issuer?: TestIssuer;
  /** Folder of ledgers. */
  readonly ledgers?: string;
  /** Whether departments say beforehand what they refuse. */
  readonly early?: boolean;
}

async function open({ issuer, ledgers, early = false }: Checks): Promise<Way> {
  const county = await openCounty(fengxi, undefined, folder, ledgers);
  const { signing, verifying } = makeKeyPair();
  const served = await Promise.all(
    asked.map(async id => {
      const department = county.departments.get(id)!;
      const door = await serveDepartment(department, 0, { gateways: issuer ? [verifying] : 'demo' });
      return { name: id, sdl: department.sdl, ...door };
    }),
  );
  const gateway = createGateway({
    ...compose(served, { isolated: true }),
    departmentOptions: name => ({ sign: issuer && requestSigner(signing, name), rights: early }),
  });
  const analyst = identityOfRole('analyst', more);
  const authenticate = issuer ? await issuer.authenticator() : () => analyst;
  const server = await serveGateway(gateway, { port: 0, authenticate });
  return {
    url: `${server.url}/graphql`,
    async close() {
      await server.close();
      await gateway.close();
      await Promise.all(served.map(one => one.close()));
      await county.close();
    },
  };
}

function ask(url: string, authorization: Record<string, string>, body: string, agent?: Agent): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = { 'content-type': 'application/json', ...authorization };
  const request = httpRequest(url, { method: 'POST', ...(agent && { agent }), headers }, response => {
    let text = '';
    response.on('data', (chunk: Buffer) => (text += chunk.toString()));
    response.on('end', () => resolve(text));
  });
  request.on('error', reject).end(body);
  return promise;
}

interface Measured {
  readonly cpu: number[];
  readonly waits: number[];
}

async function measure(clients: number, url: string, token: () => Record<string, string>, into: Measured) {
  // Of this round: what idles while the others are measured is closed by the server.
  const agent = new Agent({ keepAlive: true });
  const before = process.cpuUsage();
  const load = await underLoad(() => ask(url, token(), nextBody(), agent), seconds, clients);
  const { user, system } = process.cpuUsage(before);
  into.cpu.push((user + system) / 1000 / load.requests);
  into.waits.push(...load.waits);
  agent.destroy();
}

const ms = (number: number): string => number.toFixed(2).padStart(8);

await generateCounty({ county: fengxi, target: 'sqlite:{data}/{department}.sqlite', dataDir: folder, scale: 0.05 });
const issuer = await testIssuer(join(folder, 'issuer'), ['analyst']);
const opened = [
  { name: 'no checks', way: await open({}) },
  { name: 'identity', way: await open({ issuer }) },
  { name: 'identity, ledgers', way: await open({ issuer, ledgers: join(folder, 'ledgers') }) },
  { name: 'identity, ledgers, early', way: await open({ issuer, ledgers: join(folder, 'others'), early: true }) },
];
const token = await issuer.bearer('analyst', { purposes: [more.purpose] });
const sample = nextBody();
const answers = await Promise.all(opened.map(({ way }, index) => ask(way.url, index === 0 ? {} : token, sample)));
if (answers[0]!.includes('"errors"') || new Set(answers).size > 1) throw new Error('The answers differ.');
for (const clients of [1, 10]) {
  const ways = opened.map(({ name, way: { url } }, index) => {
    const measured: Measured = { cpu: [], waits: [] };
    return { name, url, token: () => (index === 0 ? {} : token), measured };
  });
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ways) {
      // The first round is for the compiler.
      await measure(clients, way.url, way.token, round === 0 ? { cpu: [], waits: [] } : way.measured);
    }
  }
  console.log(
    `${clients} client${clients > 1 ? 's' : ''}, four departments`.padEnd(32) +
      '  CPU ms      p50      p99   (ms a request)',
  );
  const figures = ways.map(({ name, measured: { cpu, waits } }) => {
    const row = [median(cpu), median(waits), quantile(waits, 0.99)];
    console.log(`  ${name.padEnd(36)}${row.map(ms).join(' ')}`);
    return row;
  });
  for (const [index, way] of ways.slice(1).entries()) {
    const difference = figures[index + 1]!.map((figure, column) => figure - figures[0]![column]!);
    console.log(`  difference: ${way.name.padEnd(24)}${difference.map(ms).join(' ')}`);
  }
}
await Promise.all(opened.map(({ way }) => way.close()));
rmSync(folder, { recursive: true, force: true });
