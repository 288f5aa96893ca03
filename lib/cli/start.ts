import { runCounty, type CountyOptions } from './county.ts';

/** Runs a county until SIGINT or SIGTERM and prints where to look. */
export async function start(options: CountyOptions): Promise<void> {
  const began = performance.now();
  const county = await runCounty(options);
  const base = county.url.replace(/\/$/, '');
  console.log(`
${county.name}  (${((performance.now() - began) / 1000).toFixed(1)} s)

  页面 Page        ${base}/
  查询 GraphiQL    ${base}/graphiql
  接口 GraphQL     ${base}/graphql
  状态 Health      ${base}/health/ready
  数据 Data        ${county.dataFolder}
${county.departments.map(d => `  ${d.id.padEnd(16)} ${d.fault === undefined ? `${d.url}  pid ${d.pid}` : '不可用 unavailable'}`).join('\n')}

  Ctrl+C 停止 stops`);
  for (const { id, fault } of county.departments) if (fault !== undefined) console.error(`${id}: ${fault}`);
  const stop = (): void => void county.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
