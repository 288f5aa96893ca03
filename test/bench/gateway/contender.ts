import { readFileSync } from 'node:fs';
import { createGateway, serveGateway } from '../../../gateway/index.ts';
import { serveByHand } from './by-hand.ts';

/** One gateway in a process of its own: `contender.ts NAME SUPERGRAPH URLS`. Tells its address, and its use of the machine when asked. */
const [name = '', file = '', urls = '{}'] = process.argv.slice(2);
const supergraph = readFileSync(file, 'utf8');

/** All limits are on; the bench's largest question is allowed what it costs. */
const limits = { cost: 2_000_000, departmentCost: 2_000_000 };

const starts: Record<string, () => Promise<string>> = {
  'by hand': () => serveByHand(JSON.parse(urls) as Record<string, string>),
  async countygraph() {
    const gateway = createGateway({ supergraphSdl: supergraph, limits, planApart: true });
    const { url } = await serveGateway(gateway, { port: 0 });
    return `${url}/graphql`;
  },
};

/** Other gateways stand in a package of their own, without types: it is installed only to measure them. */
async function startOther(): Promise<string> {
  const file = './others/start.js';
  const others = (await import(file)) as { start(name: string, supergraph: string): Promise<string> };
  return others.start(name, supergraph);
}

const url = await (starts[name] ?? startOther)();
process.send?.({ url });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 2 ** 20 });
});
process.once('disconnect', () => process.exit(0));
