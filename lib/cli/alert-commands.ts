import { type Command, InvalidArgumentError, Option } from 'commander';
import { addReportOptions } from './report-options.ts';

type OptionWords = readonly [string, string, string?];

interface Shared {
  /** Options of every command that needs the county, and of those that ask it. */
  readonly places: readonly OptionWords[];
  readonly asking: readonly OptionWords[];
}

function months(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 24) return number;
  throw new InvalidArgumentError('expected a whole number of months from 1 to 24.');
}

function withOptions(command: Command, options: readonly OptionWords[]): Command {
  for (const option of options) command.option(...(option as [string, string]));
  return command;
}

/** `countygraph alerts …`: early warning on counts by town and category. */
export function addAlertCommands(command: Command, { places, asking }: Shared): void {
  const alerts = command.command('alerts').description('early warning on counts by town and category. 预警');
  const add = (words: string, description: string): Command =>
    addReportOptions(
      withOptions(alerts.command(words).description(description), places)
        .option('--store <url>', "the project's own database (default: store of county.yaml, or a SQLite file)")
        .addOption(new Option('--language <language>', 'of the answer').choices(['zh', 'en']).default('zh')),
    );
  withOptions(
    add('run', 'read the newest whole months, and raise an alert where a count is more than chance. 运行'),
    asking,
  )
    .option('--months <n>', 'so many months, up to the last whole one', months, 1)
    .option('--url <url>', 'a running gateway (default: http://127.0.0.1:4000/graphql, else the databases themselves)')
    .option('--token <file>', 'a file with the token of whoever asks, for a running gateway')
    .option('--purpose <purpose>', 'the registered purpose, where the token has several')
    .action(async options => (await import('./alerts-run.ts')).runAlerts(options));
  add('list', 'alerts, those of the newest months first. 列表')
    .addOption(
      new Option('--state <state...>', 'only in these states (default: all but closed)').choices([
        'new',
        'acknowledged',
        'explained',
        'closed',
      ]),
    )
    .action(async options => (await import('./alerts.ts')).listAlerts(options));
  add('show <id>', 'an alert and all that happened to it. 查看').action(async (id: string, options) =>
    (await import('./alerts.ts')).showAlert(id, options),
  );
  const changes = [
    ['acknowledge', 'acknowledged', 'take an alert over: its owner is who does so. 认领'],
    ['explain', 'explained', 'say what is behind it. 说明'],
    ['close', 'closed', 'end it. 关闭'],
  ] as const;
  for (const [word, to, description] of changes)
    add(`${word} <id>`, description)
      .requiredOption('--by <name>', 'who says so')
      .requiredOption('--reason <text>', 'why')
      .action(async (id: string, options) => (await import('./alerts.ts')).changeAlert(id, to, options));
}
