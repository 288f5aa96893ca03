import { join } from 'node:path';
import { openRecorded } from '../../../lib/cli/department-ledger.ts';
import { departmentUrl, loadCounty } from '../../../lib/kernel/county.ts';
import { identityOfRole } from '../../../lib/kernel/identity.ts';
import { openDepartment, type Department } from '../../../lib/subgraph/index.ts';
import { generateCounty } from '../../../lib/synthetic/index.ts';

const operations = {
  'one by key': '{ courtCases(first: 1) { nodes { id } } }',
  'list of 50, 6 fields': '{ courtCases(first: 50) { nodes { id kind procedure filedOn closedOn place { code } } } }',
  '50 with children': '{ courtCases(first: 50) { nodes { id enforcements(first: 5) { nodes { id } } } } }',
  statistic:
    '{ courtCaseStats(measures: [FILED, CLOSED], by: [KIND], period: { unit: MONTH, from: "2026-01", to: "2026-08" }) { rows { values } } }',
};

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const analyst = identityOfRole('analyst', { purpose: 'governance-analysis' });

async function times(department: Department, query: string, rounds: number, clients: number): Promise<number[]> {
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let i = 0; i < rounds / clients; i += 1) {
        const began = performance.now();
        const { errors } = await department.execute({ query }, analyst);
        if (errors) throw errors[0];
        took.push(performance.now() - began);
      }
    }),
  );
  return took;
}

/** What a ledger costs a request: departments without one, with `system` and with `disk`, in turns over the same database. */
export async function benchRequests(folder: string, rounds: number): Promise<string[]> {
  const county = loadCounty(join(import.meta.dirname, '../../../counties/fengxi'));
  await generateCounty({ county, target: 'sqlite:{data}/{department}.sqlite', dataDir: folder, scale: 0.1 });
  const databaseUrl = departmentUrl(county, 'court', folder);
  const options = { county, id: 'court', databaseUrl, disclosureKey: 'k'.repeat(32) };
  const departments = {
    without: await openDepartment({ ...options, ledger: undefined }),
    system: await openRecorded(options, join(folder, 'system'), { ledgerSync: 'system' }),
    disk: await openRecorded(options, join(folder, 'disk'), { ledgerSync: 'disk' }),
  };
  const lines: string[] = [];
  for (const clients of [1, 10]) {
    for (const [name, query] of Object.entries(operations)) {
      const took: Record<string, number[]> = {};
      // In turns, so that what else the machine does falls on all of them.
      for (let turn = 0; turn < 12; turn += 1) {
        for (const [kind, department] of Object.entries(departments)) {
          const part = await times(department, query, rounds / 10, clients);
          // The first turns are for the compiler.
          if (turn >= 2) (took[kind] ??= []).push(...part);
        }
      }
      const told = Object.entries(took).map(([kind, all]) => {
        all.sort((a, b) => a - b);
        const [p50, p99] = [quantile(all, 0.5), quantile(all, 0.99)];
        const bare = took['without'] ?? [];
        const more = `(+${(p50 - quantile(bare, 0.5)).toFixed(2)} / +${(p99 - quantile(bare, 0.99)).toFixed(2)})`;
        return `${kind} ${p50.toFixed(2)} / ${p99.toFixed(2)}${kind === 'without' ? '' : ` ${more}`}`;
      });
      lines.push(`${String(clients).padStart(2)} at a time, ${name.padEnd(22)} p50 / p99 ms: ${told.join(', ')}`);
    }
  }
  await Promise.all(Object.values(departments).map(d => d.close()));
  return lines;
}
