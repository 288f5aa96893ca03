import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchGroups } from './groups.ts';
import { benchRequests } from './requests.ts';
import { benchVerify } from './verify.ts';

/* npm run bench:ledger -- --records N --rounds N --seconds N --only verify|groups|requests */

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'countygraph-bench-ledger-'));
try {
  const isAsked = (part: string): boolean => (values.only ?? part) === part;
  if (isAsked('verify')) {
    for (const crypto of [
      { hash: 'sha256', signature: 'ed25519' },
      { hash: 'sm3', signature: 'sm2' },
    ] as const)
      console.log(await benchVerify(join(folder, crypto.hash), crypto, Number(values.records)));
  }
  if (isAsked('groups')) for (const line of await benchGroups(folder, Number(values.seconds))) console.log(line);
  if (isAsked('requests')) for (const line of await benchRequests(folder, Number(values.rounds))) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
