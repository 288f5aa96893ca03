/** npm run alerts:score: early warning on a synthetic county with planted outbreaks: found, missed, false a year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCounty } from '../../lib/cli/in-process-county.ts';
import { loadCounty } from '../../lib/kernel/county.ts';
import { createClient } from '../../lib/sdk/index.ts';
import { generateCounty } from '../../lib/synthetic/index.ts';
import { countSeries, earlyWarnings, watched } from '../../lib/warning/index.ts';
import { score } from './score.ts';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
const county = loadCounty(join(import.meta.dirname, '../../counties/fengxi'));
const dataDir = mkdtempSync(join(tmpdir(), 'countygraph-warning-'));
try {
  const scale = Number(values.scale);
  const truth = await generateCounty({ county, dataDir, scale, outbreaks: true });
  const opened = await openCounty(county, undefined, dataDir, undefined);
  const client = createClient({ execute: request => opened.gateway.execute(request) });
  const counted = await countSeries(client, watched, { from: '2023-10', to: '2026-09' });
  await opened.close();
  console.log(
    `${counted.series.length} series, ${counted.months.length} months, scale ${scale}; the last 12 are read\n`,
  );
  console.log('allowed  expected  outbreaks found  months found  false alarms  replayed before');
  for (const falseAlarmsAYear of [3, 6, 12, 24]) {
    const found = earlyWarnings(counted, { window: 12, falseAlarmsAYear });
    if (found === null) throw new Error('36 months are enough');
    const {
      outbreaks,
      found: hits,
      missed,
      monthsFound,
      monthsPlanted,
      falseAlarms,
    } = score(
      found.warnings.map(({ series, month }) => ({ ...series, type: series.watched.type, month })),
      truth.outbreaks ?? [],
    );
    const cells = [
      String(falseAlarmsAYear).padStart(7),
      found.calibration.expectedAYear.toFixed(1).padStart(9),
      `${hits.length} of ${outbreaks}`.padStart(16),
      `${monthsFound} of ${monthsPlanted}`.padStart(13),
      `${falseAlarms.length} a year`.padStart(13),
      String(found.replayed.alarms).padStart(16),
    ];
    console.log(`${cells.join(' ')}   missed: ${missed.join(', ') || 'none'}`);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
