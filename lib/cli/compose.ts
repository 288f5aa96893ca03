import { writeFileSync } from 'node:fs';
import { composeOrTell } from '../../gateway/index.ts';
import { loadCounty } from '../kernel/county.ts';
import { readContract } from '../subgraph/index.ts';
import { endWith } from './exit-code.ts';

export interface ComposeCommandOptions {
  readonly county: string;
  /** Addresses of the departments, with {department}. */
  readonly url: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Composes a county's departments and says what is wrong with their schemas. Exit code 0: nothing; 1: something; 2: the command was wrong. */
export function composeCounty(options: ComposeCommandOptions): Promise<void> {
  return endWith(() => run(options));
}

function run({ county, url, out, json = false }: ComposeCommandOptions): 0 | 1 {
  const { departments, folder } = loadCounty(county);
  const services = departments.map(({ id }) => ({
    name: id,
    url: url.replaceAll('{department}', id),
    sdl: readContract(id, { county: folder }).sdl,
  }));
  const { supergraphSdl, faults } = composeOrTell(services, { isolated: true });
  if (json) console.log(JSON.stringify({ faults }, null, 2));
  else for (const { code, department, message } of faults) console.log(`${code}  ${department ?? ''}  ${message}`);
  if (supergraphSdl === undefined) return 1;
  if (out !== undefined) writeFileSync(out, `${supergraphSdl.trim()}\n`);
  return 0;
}
