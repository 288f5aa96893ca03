import { readFileSync } from 'node:fs';
import { operatorError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { type Client, createClient } from '../sdk/index.ts';
import { ledgersFolder, type LedgerOptions } from './department-ledger.ts';
import { openCounty } from './in-process-county.ts';
import { ensureData, type DataOptions } from './synthesise.ts';

/** How a command that asks is told whom. */
export interface AskingOptions extends DataOptions, Pick<LedgerOptions, 'ledger'> {
  readonly url?: string;
  /** A file with a token. */
  readonly token?: string;
  readonly purpose?: string;
}

const usualUrl = 'http://127.0.0.1:4000/graphql';

/** From a file: in the command's line every user of the machine could read it. */
function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw operatorError('BAD_OPTION', {
      expected: '--token FILE with a token',
      got: 'no file that can be read',
      todo: 'write the token into a file of yours alone',
    });
  }
}

async function answers(url: string): Promise<boolean> {
  const live = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  return live?.ok === true;
}

/** Asks a running gateway, or the county's databases in this process where none runs at the usual address. */
export async function withClient<T>(
  county: County,
  options: AskingOptions,
  ask: (client: Client) => Promise<T>,
): Promise<T> {
  const { url = usualUrl, token, purpose } = options;
  // Who has a token means a gateway that reads it.
  const isRemote = options.url !== undefined || token !== undefined;
  if (isRemote || (await answers(url))) {
    const who = token === undefined ? {} : { token: readToken(token) };
    return ask(createClient({ url, ...who, ...(purpose === undefined ? {} : { purpose }) }));
  }
  const folder = await ensureData(county, options);
  const opened = await openCounty(county, options.databases, folder, ledgersFolder(county, options));
  for (const [id, fault] of opened.faults) console.error(`${id}: ${fault.code}: ${fault.message}`);
  try {
    return await ask(
      createClient({
        async execute(request, { signal }) {
          const answer = await opened.gateway.execute(request, { signal });
          signal?.throwIfAborted();
          return answer;
        },
      }),
    );
  } finally {
    await opened.close();
  }
}
