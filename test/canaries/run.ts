import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderVariable, readReports, type Summary } from './report.ts';

/**
 * Starts to hold a test run against the canaries in its databases: this process and all that it starts from now on. A run within a run
 * reports for itself.
 */
export async function watchCanaries(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'countygraph-canaries-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env[folderVariable] = folder;
  const preload = `--import=${new URL('watch.ts', import.meta.url).href}`;
  const options = process.env['NODE_OPTIONS'] ?? '';
  if (!options.includes(preload)) process.env['NODE_OPTIONS'] = `${options} ${preload}`.trim();
  await import('./watch.ts');
}

/** What has been looked at so far; undefined where nothing is watched. */
export function canarySummary(): Summary | undefined {
  const folder = process.env[folderVariable];
  return folder === undefined ? undefined : readReports(folder);
}
