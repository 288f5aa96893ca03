import { createInterface } from 'node:readline';
import { openLedger } from '../../lib/trust/ledger/index.ts';

/*
 * A process that does nothing but write a ledger: for each line that it reads it writes a record, and says the line again once the
 * record is written. `node ledger-writer.ts FOLDER`.
 */

const [folder = ''] = process.argv.slice(2);
const ledger = await openLedger(folder, { department: 'court' });
process.stdout.write('ready\n');
for await (const request of createInterface({ input: process.stdin })) {
  const operation = { hash: '00' };
  const entry = { kind: 'read', request, subject: 's', roles: [], via: 'test', operation, reads: [] } as const;
  void ledger.append(entry).then(() => process.stdout.write(`${request}\n`));
}
await ledger.close();
