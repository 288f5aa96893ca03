import { type Command, Option } from 'commander';
import { placeLevels } from '../kernel/area-code.ts';
import { addReportOptions } from './report-options.ts';

type OptionWords = readonly [string, string, string?];

interface Shared {
  /** Options of commands that need the county, and of those that ask it. */
  readonly places: readonly OptionWords[];
  readonly asking: readonly OptionWords[];
}

/** `countygraph indicators`: figures of areas and periods. */
export function addIndicatorCommand(command: Command, { places, asking }: Shared): void {
  const indicators = command.command('indicators').description('indicators of areas and periods. 指标');
  for (const option of [...places, ...asking]) indicators.option(...(option as [string, string]));
  indicators
    .option('--area <area...>', 'names or codes, e.g. 枫溪县')
    .addOption(
      new Option('--level <level>', 'all places of a level, in place of --area').choices(placeLevels).conflicts('area'),
    )
    .addOption(
      new Option('--within <area>', 'with --level: those inside this place (default: the county)').conflicts('area'),
    )
    .option('--period <period...>', '2026, 2026-Q3, 2026-08; 2026-01..2026-06 for all between')
    .option('--indicator <id...>', 'only these')
    .option('--by <dimension>', 'a figure for each value of a dimension, e.g. kind')
    .option(
      '--compare [kinds]',
      'beside other figures: previous,year,cumulative,county,band,peers (default: all). 比较',
    )
    .option('--rank', 'with --compare: ranks and their intervals, in a county that ranks its places')
    .option(
      '--notes',
      'what may lie behind good figures: full scores, rushes at month end, shrinking denominators. 提示',
    )
    .addOption(
      new Option('--explain', 'how each figure came about: formula, definition, numbers, questions asked').conflicts([
        'compare',
        'rank',
        'notes',
      ]),
    )
    .option('--list', 'the indicators of the county instead of figures: names, owners, versions')
    .option('--token <file>', 'a file with the token of whoever asks, for a running gateway')
    .option('--purpose <purpose>', 'the registered purpose, where the token has several')
    .option('--url <url>', 'a running gateway (default: http://127.0.0.1:4000/graphql, else the databases themselves)')
    .addOption(new Option('--language <language>', 'of the answer').choices(['zh', 'en']).default('zh'))
    .addOption(new Option('--json', 'as --format json').implies({ format: 'json' }));
  addReportOptions(indicators).action(async (options, own: Command) => {
    if (options.list) return (await import('./list-indicators.ts')).listIndicators(options);
    const wanted = [options.area ?? options.level, options.period];
    const lacks = ['area', 'period'].find((_, i) => wanted[i] === undefined);
    if (lacks !== undefined) own.error(`error: required option '--${lacks}' not specified (or --list)`);
    return (await import('./indicators.ts')).indicators(options);
  });
  indicators
    .command('document')
    .description("write the documentation of the county's catalogue: a page an indicator, in both languages. 指标说明")
    .argument('<folder>', 'where the pages go')
    .action(async (folder: string, _, own: Command) =>
      (await import('./document-indicators.ts')).documentIndicators(folder, own.optsWithGlobals()),
    );
}
