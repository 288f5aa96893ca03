import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addFunctions } from '../../../lib/source/dialect/sqlite-functions.ts';
import type { DatabaseKind } from '../../servers/databases.ts';
import { startServers } from '../../servers/start.ts';
import { bareDriver } from './bare-driver.ts';
import { ByHand } from './by-hand.ts';
import { openCourt } from './court.ts';
import { legacyTable } from './legacy-table.ts';
import { measure, type Measured, type Sent } from './measure.ts';
import { questions } from './questions.ts';

/** `npm run bench:source [-- --rows 2000000]`: the wrapped path beside hand-written SQL, per database, in one run. */
const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '2000000' } } });
const rows = Number(options.rows);

function ms(n: number): string {
  return n.toFixed(1).padStart(9);
}

function line({ name, byHand, wrapped, itsSql, statements }: Measured, kind: string): string {
  return [
    kind.padEnd(9),
    name.padEnd(56),
    ms(byHand),
    ms(wrapped),
    (wrapped / byHand).toFixed(2).padStart(6),
    ms(itsSql),
    `${statements.byHand} / ${statements.wrapped}`.padStart(11),
  ].join('  ');
}

async function bench(kind: DatabaseKind, url: string): Promise<void> {
  const driver = bareDriver(kind, url, addFunctions);
  const sent: Sent[] = [];
  // A cold cache would measure the disk: the statement's deadline is lifted for the first reading.
  const source = await openCourt(url, {
    statementTimeout: 600_000,
    watch: (sql, values) => sent.push({ sql, values }),
  });
  try {
    for (const question of questions(rows)) {
      const measured = await measure({ hand: new ByHand(driver, kind), source, driver, sent }, question);
      console.log(line(measured, kind));
    }
  } finally {
    await source.close();
    await driver.close();
  }
}

const servers = await startServers();
const folder = mkdtempSync(join(tmpdir(), 'countygraph-bench-'));
try {
  const urls: [DatabaseKind, string, string[]][] = [
    ['sqlite', `sqlite:${join(folder, 'bench.sqlite')}`, []],
    // The test server's small cache holds a tenth of the table.
    ['mariadb', servers.mariadbUrl, ['SET GLOBAL innodb_buffer_pool_size = 1073741824', 'CREATE DATABASE bench']],
    ['postgres', `${servers.postgresUrl}/postgres`, ['CREATE DATABASE bench']],
  ];
  console.error(`making ${rows.toLocaleString('en')} rows in three databases …`);
  for (const [kind, url, setUp] of urls) {
    const admin = bareDriver(kind, url);
    await admin.run(setUp);
    await admin.close();
    const target = kind === 'sqlite' ? url : `${kind === 'mariadb' ? servers.mariadbUrl : servers.postgresUrl}/bench`;
    const driver = bareDriver(kind, target);
    await driver.run(legacyTable(kind, rows));
    await driver.close();
  }
  console.log(
    `${'database'.padEnd(9)}  ${'question'.padEnd(56)}    by hand    wrapped   ratio    its SQL   statements (ms, medians of rounds in turn)`,
  );
  for (const [kind, url] of urls)
    await bench(
      kind,
      kind === 'sqlite' ? url : `${kind === 'mariadb' ? servers.mariadbUrl : servers.postgresUrl}/bench`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
  await servers.stop();
}
