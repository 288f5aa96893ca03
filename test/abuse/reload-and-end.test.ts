import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type HttpDepartment, serveDepartment } from '../unit/gateway/http-departments.ts';
import { smallSupergraph } from '../unit/gateway/small-graph.ts';
import { type GatewayProcess, startGateway } from './gateway-process.ts';

/** `COUNTYGRAPH_RELOADS=100 COUNTYGRAPH_ENDS=20` for the whole proof. */
const reloads = Number(process.env['COUNTYGRAPH_RELOADS'] ?? 10);
const ends = Number(process.env['COUNTYGRAPH_ENDS'] ?? 3);

const clients = 10;
const folder = mkdtempSync(join(tmpdir(), 'countygraph-reload-'));
const file = join(folder, 'supergraph.graphql');
let department: HttpDepartment;

/** The supergraph of one department, with a field of that name. */
function graph(field: string): string {
  const sdl = `type Query { word: String ${field}: String }`;
  return smallSupergraph([sdl]).replace('http://127.0.0.1:9/graphql', department.url);
}

/** Puts a file in place as a whole, as an operator should. */
function put(content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

beforeAll(async () => {
  department = await serveDepartment(async ({ query }) => {
    await new Promise(resolve => setTimeout(resolve, 3));
    return { data: query.includes('word') ? { word: '枫溪' } : { here: 'yes' } };
  });
  put(graph('here'));
});
afterAll(async () => {
  await department.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks over one connection that is kept. */
async function ask(url: string, agent: Agent, query: string): Promise<Got> {
  const sent = request(`${url}?${new URLSearchParams({ query })}`, { agent }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { headers: response.headers, body: await text(response) };
}

/** Clients that ask again and again, each over a connection of its own, until the gateway asks them to close it. */
class Load {
  readonly failed: unknown[] = [];
  answered = 0;
  readonly #clients: Promise<void>[];
  #isOver = false;

  constructor(url: string) {
    this.#clients = Array.from({ length: clients }, () => this.#run(url));
  }

  async #run(url: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      for (let isOpen = true; isOpen && !this.#isOver;) {
        const { headers, body } = await ask(url, agent, '{ word }');
        if (body === '{"data":{"word":"枫溪"}}') this.answered += 1;
        else this.failed.push(body);
        isOpen = headers.connection !== 'close';
      }
    } catch (error) {
      this.failed.push(error);
    } finally {
      agent.destroy();
    }
  }

  /** When so many requests more are answered. */
  async more(count: number): Promise<void> {
    const before = this.answered;
    await expect
      .poll(() => this.answered + this.failed.length, { interval: 1, timeout: 30_000 })
      .toBeGreaterThanOrEqual(before + count);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#clients);
  }

  /** When every client has closed its connection because it was asked to. */
  async closed(): Promise<void> {
    await Promise.all(this.#clients);
  }
}

/** A gateway that is gone at the end of the test, also where that fails. */
async function started(): Promise<GatewayProcess> {
  const gateway = await startGateway(['--supergraph', file, '--port', '0']);
  onTestFinished(() => void gateway.child.kill('SIGKILL'));
  return gateway;
}

describe('the command `npm run gateway` under load', () => {
  test(`fails no request in ${reloads} reloads`, async () => {
    const gateway = await started();
    const load = new Load(gateway.url);
    for (let round = 1; round <= reloads; round += 1) {
      const [there, gone] = round % 2 === 0 ? ['here', 'now'] : ['now', 'here'];
      await load.more(clients);
      put(graph(there));
      // Every fifth is noticed by the gateway itself.
      if (round % 5 > 0) gateway.child.kill('SIGHUP');
      await expect.poll(() => whatItKnows(gateway, there, gone), { timeout: 20_000, interval: 20 }).toBe('the new one');
    }
    await load.more(clients);
    await load.end();
    expect(gateway.taken()).toBeGreaterThanOrEqual(reloads);
    expect(gateway.faults).toEqual([]);
    expect(await gateway.end()).toBe(0);
    tell({ reloads, requests: load.answered + load.failed.length, failed: load.failed.length });
    expect(load.failed).toEqual([]);
  });

  test(`fails no request in ${ends} ends by SIGTERM`, async () => {
    let [requests, failed] = [0, 0];
    for (let round = 1; round <= ends; round += 1) {
      const gateway = await started();
      const load = new Load(gateway.url);
      // Every client has a connection by now.
      await load.more(clients * 5);
      const code = gateway.end();
      await load.closed();
      expect(await code).toBe(0);
      expect(load.failed).toEqual([]);
      [requests, failed] = [requests + load.answered + load.failed.length, failed + load.failed.length];
    }
    tell({ ends, requests, failed });
  });
});

/** Which of two supergraphs the gateway answers by. */
async function whatItKnows({ url }: GatewayProcess, there: string, gone: string): Promise<string> {
  const knows = async (field: string): Promise<boolean> => {
    const response = await fetch(`${url}?${new URLSearchParams({ query: `{ ${field} __typename }` })}`);
    return ((await response.json()) as { data?: unknown }).data !== undefined;
  };
  const [isThere, isGone] = [await knows(there), !(await knows(gone))];
  return isThere && isGone ? 'the new one' : 'another';
}

function tell(figures: Readonly<Record<string, number>>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
