import { type Command, Option } from 'commander';
import { endWith } from './exit-code.ts';
import { addReportOptions } from './report-options.ts';

type OptionWords = readonly [string, string, string?];

interface Shared {
  /** Options of every command that needs the county, and of those that ask it. */
  readonly places: readonly OptionWords[];
  readonly asking: readonly OptionWords[];
}

/** `countygraph figures …`: figures kept with all that they came from. */
export function addFigureCommands(command: Command, { places, asking }: Shared): void {
  const figures = command.command('figures').description('figures kept with all that they came from. 数据留存');
  const add = (words: string, description: string, ...options: (readonly OptionWords[])[]): Command => {
    const made = figures.command(words).description(description);
    for (const option of [...places, ...options.flat()]) made.option(...(option as [string, string]));
    return made
      .option('--store <url>', "the project's own database (default: store of county.yaml, or a SQLite file)")
      .addOption(new Option('--language <language>', 'of the answer').choices(['zh', 'en']).default('zh'))
      .addOption(new Option('--json', 'the answer as JSON').implies({ format: 'json' }));
  };
  const gateway: readonly OptionWords[] = [
    ['--url <url>', 'a running gateway (default: http://127.0.0.1:4000/graphql, else the databases themselves)'],
    ['--token <file>', 'a file with the token of whoever asks, for a running gateway'],
    ['--purpose <purpose>', 'the registered purpose, where the token has several'],
  ];
  add(
    'freeze',
    'compute figures and keep them: definitions, questions, answers, how far the sources went. 留存',
    asking,
    gateway,
  )
    .requiredOption('--area <area...>', 'names or codes, e.g. 枫溪县')
    .requiredOption('--period <period...>', '2026, 2026-Q3 or 2026-08')
    .option('--indicator <id...>', 'only these')
    .requiredOption('--by <name>', 'who keeps them')
    .action(async options => (await import('./figures.ts')).freezeFigures(options));
  add('list', 'what is kept, newest first. 列表').action(async options =>
    (await import('./figures.ts')).listFrozen(options),
  );
  const show = add('show <id>', 'figures as they were kept. 查看');
  addReportOptions(show).action(async (id: string, options) => (await import('./figures.ts')).showFrozen(id, options));
  add(
    'replay <id>',
    'compute them again, and say why they differ; exit code 1 where they do. 重放',
    asking,
    gateway,
  ).action((id: string, options) => endWith(async () => (await import('./figures.ts')).replayFrozen(id, options)));
}
