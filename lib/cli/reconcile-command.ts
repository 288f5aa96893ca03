import { type Command, Option } from 'commander';
import { placeLevels } from '../kernel/area-code.ts';
import { addReportOptions } from './report-options.ts';

type OptionWords = readonly [string, string, string?];

/** `countygraph reconcile`: the same quantity from two systems. `options`: of commands that ask the county. */
export function addReconcileCommand(command: Command, options: readonly OptionWords[]): void {
  const made = command.command('reconcile').description('hold the counts of two systems together. 对账');
  for (const option of options) made.option(...(option as [string, string]));
  made
    .option('--pair <id...>', 'only these of reconciliation.yaml')
    .option('--area <area...>', 'names or codes (default: the county)')
    .addOption(new Option('--level <level>', 'all places of a level').choices(placeLevels).conflicts('area'))
    .addOption(new Option('--within <area>', 'with --level: those inside this place').conflicts('area'))
    .option('--period <period...>', '2026-08, 2026-Q3, 2026, 2026-01..2026-06 (default: the last six whole months)')
    .option('--list', 'also list the rows that only one system counts, ids only, where the reader may have them')
    .option('--token <file>', 'a file with the token of whoever asks, for a running gateway')
    .option('--purpose <purpose>', 'the registered purpose, where the token has several')
    .option('--url <url>', 'a running gateway (default: http://127.0.0.1:4000/graphql, else the databases themselves)')
    .addOption(new Option('--language <language>', 'of the answer').choices(['zh', 'en']).default('zh'));
  addReportOptions(made).action(async given => (await import('./reconcile.ts')).reconcileCounty(given));
}
